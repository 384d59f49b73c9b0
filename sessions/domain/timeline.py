"""When everything happens: slots laid one after the other, in whole minutes from the session's start.

Nothing here knows of a clock (see ``clock``), and nothing is absorbed: a pin that leaves a hole or cuts into
what comes before it is honoured, and the gap or the overlap is said. A slot may hold tracks, which run side by
side: it lasts until the longest of them has ended.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """What wants a place: ``minutes`` long, perhaps held at ``pinned_at`` minutes from the start.

    ``tracks`` are slots side by side, each track one slot after the other. While any of them holds something,
    ``minutes`` do not count. Pins in tracks are minutes of the session, like all others. A negative pin lies
    before the session starts. Negative minutes raise ``ValueError``.
    """

    minutes: int
    pinned_at: int | None = None
    tracks: tuple[tuple["Slot", ...], ...] = ()

    def __post_init__(self) -> None:
        if self.minutes < 0:
            raise ValueError(f"a slot cannot last {self.minutes} minutes")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a slot lies, in minutes from the session's start.

    ``gap``: empty minutes between what came before and this slot's pin. ``overlap``: minutes by which the end
    of what came before, or the session's start, lies past this slot's pin. At most one of them is not zero.
    What lies in ``tracks`` is counted from the session's start, too; there the begin of the slot around it
    stands for the session's.
    """

    begin: int
    end: int
    gap: int = 0
    overlap: int = 0
    tracks: tuple[tuple["Placed", ...], ...] = ()

    @property
    def minutes(self) -> int:
        return self.end - self.begin

    @property
    def lengths(self) -> tuple[int, ...]:
        """Minutes of each track, from the begin of this slot to the end of the last thing in it."""
        return tuple(max([self.begin, *(one.end for one in track)]) - self.begin for track in self.tracks)


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole session: every slot in its place, the minute at which the last one ends, the minutes booked."""

    placed: tuple[Placed, ...]
    end: int
    booked: int | None = None

    @property
    def total(self) -> int:
        """Minutes of work: gaps are not counted, overlapping minutes are counted twice."""
        return sum(one.minutes for one in self.placed)

    @property
    def overlap(self) -> int:
        """Minutes by which something runs into a pinned slot, those in tracks counted as well."""
        inside = (one for placed in self.placed for track in placed.tracks for one in track)
        return sum(one.overlap for one in (*self.placed, *inside))

    @property
    def spare(self) -> int | None:
        """Booked minutes left after the end: negative when over, None when nothing is booked."""
        return None if self.booked is None else self.booked - self.end


def lay_out(slots: Iterable[Slot], booked: int | None = None) -> Layout:
    """Lay slots one after the other from minute 0; a pinned slot begins at its pin, whatever comes before it.

    What follows a pinned slot begins where everything before it has ended, so an early pin never drags the
    rest of the session forward. Parked activities are left out by the caller.
    """
    placed, end = _one_after_the_other(slots, 0)
    return Layout(placed, end, booked)


def covered(placed: Iterable[Placed]) -> int:
    """Minutes of the session in which any of these runs: what runs at the same time is counted once."""
    total = furthest = 0
    for number, one in enumerate(sorted(placed, key=lambda one: one.begin)):
        begin = max(one.begin, furthest) if number else one.begin
        total += max(0, one.end - begin)
        furthest = max(begin, one.end)
    return total


def _one_after_the_other(slots: Iterable[Slot], begin: int) -> tuple[tuple[Placed, ...], int]:
    """The slots in their places from minute ``begin``, and the minute at which all of them have ended."""
    placed: list[Placed] = []
    cursor = begin
    for slot in slots:
        placed.append(_place(slot, cursor))
        cursor = max(cursor, placed[-1].end)
    return tuple(placed), cursor


def _place(slot: Slot, cursor: int) -> Placed:
    begin = cursor if slot.pinned_at is None else slot.pinned_at
    runs = [_one_after_the_other(track, begin) for track in slot.tracks]
    end = max(end for _track, end in runs) if any(slot.tracks) else begin + slot.minutes
    tracks = tuple(track for track, _end in runs)
    return Placed(begin, end, max(0, begin - cursor), max(0, cursor - begin), tracks)
