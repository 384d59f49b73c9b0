"""What the facilitator's eye falls on, as plain values: a notice, how heavy it is, and what would settle it.

Words for people are made in ``sessions.words_noticing``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Adjustment
from sessions.domain.document import Kind
from sessions.domain.outline import Item, Meeting, Outline, Seat
from sessions.domain.sitting import Stretch, sitting

Value = str | int | tuple[str, ...]


class Level(IntEnum):
    """PROBLEM: it cannot work as planned. ADVICE: most facilitators would change it. HINT: worth a look."""

    PROBLEM = 0
    ADVICE = 1
    HINT = 2


@dataclass(frozen=True, slots=True)
class Notice:
    """``key`` names the cause, and stays the same while that is there: "no-break:CODE of the session". Of minutes over
    it says roughly how many: "over:CODE:15".

    ``meeting`` is the code of the session it is about, "" where it is about the journey's questions. ``at`` is the
    code of the row (or question) to look at, "" for the session as a whole. ``params`` are what its words say.
    ``fix``, where there is one, makes the notice go; a row it inserts has no title yet: words give it one.
    """

    key: str
    level: Level
    meeting: str = ""
    at: str = ""
    params: tuple[tuple[str, Value], ...] = ()
    fix: tuple[Adjustment, ...] = ()

    @property
    def name(self) -> str:
        """The name of its rule."""
        return self.key.partition(":")[0]

    @property
    def said(self) -> dict[str, Value]:
        return dict(self.params)


@dataclass(frozen=True)
class Sight:
    """One session as the eye sees it."""

    meeting: Meeting

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Everything on its clock, what stands in tracks after the row that holds them."""
        return tuple(self.meeting.everything)

    @cached_property
    def rows(self) -> tuple[Seat, ...]:
        """The session's own rows."""
        return tuple(seat for seat in self.seats if not seat.is_inside)

    @cached_property
    def end(self) -> int:
        """The minute at which the last row has ended."""
        return max((seat.placed.end for seat in self.rows), default=0)

    @property
    def spare(self) -> int | None:
        """Booked minutes after the end, negative when over; None where nothing is booked."""
        return None if self.meeting.booked is None else self.meeting.booked - self.end

    @cached_property
    def work(self) -> tuple[Seat, ...]:
        """The rows that are work: structures, and tracks side by side. Two of them make a string."""
        return tuple(seat for seat in self.rows if is_work(seat.item))

    @property
    def is_string(self) -> bool:
        """Whether it has grown into more than a first row: before, there is nothing to say of the whole."""
        return len(self.work) > 1

    def of_row(
        self, name: str, level: Level, seat: Seat, fix: tuple[Adjustment, ...] = (), **params: Value
    ) -> Notice:
        """A notice about one row."""
        said = {"title": seat.item.title, **params}
        return Notice(
            f"{name}:{seat.item.code}", level, self.meeting.code, seat.item.code, tuple(said.items()), fix
        )

    def of_whole(
        self, name: str, level: Level, fix: tuple[Adjustment, ...] = (), at: str = "", **params: Value
    ) -> Notice:
        """A notice about the session as a whole. ``at`` is the row where one would begin to look."""
        code = self.meeting.code
        return Notice(f"{name}:{code}", level, code, at, tuple(params.items()), fix)

    @cached_property
    def sitting(self) -> tuple[Stretch, ...]:
        """How long people go on without a rest."""
        return sitting(self.meeting.items, (seat.placed for seat in self.rows))

    def harmless(self, *fix: Adjustment) -> tuple[Adjustment, ...]:
        """The fix, where it makes nothing run into a pinned row; otherwise none."""
        return fix if is_harmless(Outline((self.meeting,)), fix) else ()


Rule = Callable[[Sight], Iterator[Notice]]


def is_work(item: Item) -> bool:
    return item.is_split or item.kind == Kind.STRUCTURE


def is_harmless(outline: Outline, fix: Iterable[Adjustment]) -> bool:
    """Whether nothing runs further into a pinned row because of it."""
    items = (item for meeting in outline.meetings for item in meeting.items)
    pinned = any(one.pinned_at is not None for item in items for one in (item, *item.inside))
    return not pinned or overlaps(adjusted(outline, fix)) <= overlaps(outline)


def overlaps(outline: Outline) -> int:
    """Minutes by which something runs into a pinned row, in all sessions together."""
    return sum(meeting.layout.overlap for meeting in outline.meetings)


def groupings(seat: Seat, mode: str) -> Iterator[str]:
    """The group configurations of the row's ideal run, one after the other."""
    return (turn.grouping for turn in seat.item.turns(seat.people, mode))
