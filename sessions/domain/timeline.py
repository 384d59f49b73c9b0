"""When everything happens: slots laid one after the other, in whole minutes from the session's start.

Nothing here knows of a clock (see ``clock``), and nothing is absorbed: a pin that leaves a hole or cuts into
what comes before it is honoured, and the gap or the overlap is said.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """What wants a place: ``minutes`` long, perhaps held at ``pinned_at`` minutes from the start.

    A negative pin lies before the session starts. Negative minutes raise ``ValueError``.
    """

    minutes: int
    pinned_at: int | None = None

    def __post_init__(self) -> None:
        if self.minutes < 0:
            raise ValueError(f"a slot cannot last {self.minutes} minutes")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a slot lies, in minutes from the session's start.

    ``gap``: empty minutes between what came before and this slot's pin. ``overlap``: minutes by which the end
    of what came before, or the session's start, lies past this slot's pin. At most one of them is not zero.
    """

    begin: int
    end: int
    gap: int = 0
    overlap: int = 0

    @property
    def minutes(self) -> int:
        return self.end - self.begin


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
    def spare(self) -> int | None:
        """Booked minutes left after the end: negative when over, None when nothing is booked."""
        return None if self.booked is None else self.booked - self.end


def lay_out(slots: Iterable[Slot], booked: int | None = None) -> Layout:
    """Lay slots one after the other from minute 0; a pinned slot begins at its pin, whatever comes before it.

    What follows a pinned slot begins where everything before it has ended, so an early pin never drags the
    rest of the session forward. Parked activities are left out by the caller.
    """
    placed: list[Placed] = []
    cursor = 0
    for slot in slots:
        placed.append(_place(slot, cursor))
        cursor = max(cursor, placed[-1].end)
    return Layout(tuple(placed), cursor, booked)


def _place(slot: Slot, cursor: int) -> Placed:
    begin = cursor if slot.pinned_at is None else slot.pinned_at
    return Placed(begin, begin + slot.minutes, gap=max(0, begin - cursor), overlap=max(0, cursor - begin))
