"""What every idea for a repair begins with: the plan, what happened to it, and what the catalogue offers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sessions.domain.adjustments import Adjustment, Hold, Insert, Park, Retime, Swap, key_of
from sessions.domain.changes import Change
from sessions.domain.document import Kind
from sessions.domain.outline import Item, Meeting, Outline, Seat
from sessions.domain.standing import answered, on_the_clock
from structures.domain.grouping import Sizes


@dataclass(frozen=True, slots=True)
class Candidate:
    """A structure of the catalogue as a row could run it.

    ``fits`` are the catalogue's questions (slugs) that it answers, each with how strongly: 0 is the strongest.
    """

    item: Item
    fits: tuple[tuple[str, int], ...] = ()
    purposes: frozenset[str] = frozenset()

    @property
    def slug(self) -> str:
        return self.item.structure.slug if self.item.structure else ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a repair is as it is: a ``code`` for the sentence, and what it speaks of.

    ``titles`` are rows or people, ``n`` is a number, ``groups`` are configurations with their sizes. ``is_near``: what
    stands in answers no question that it names, but serves a like purpose.
    """

    code: str
    titles: tuple[str, ...] = ()
    n: int = 0
    groups: tuple[tuple[str, Sizes], ...] = ()
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class Idea:
    """One way to go on. ``cost`` is what it takes from people that no clock shows: see ``repairing``.

    ``squeezes``: what is still too long after it is made to fit.
    """

    key: str
    adjustments: tuple[Adjustment, ...] = ()
    reasons: tuple[Reason, ...] = ()
    cost: int = 0
    squeezes: bool = True


@dataclass(frozen=True)
class Case:
    """The plan ``before`` the change, as it is ``now`` that it happened, and the catalogue to choose from."""

    before: Outline
    now: Outline
    change: Change
    catalogue: tuple[Candidate, ...] = ()

    @cached_property
    def meeting(self) -> Meeting:
        return self.now.meeting(self.change.session)

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        return tuple(self.meeting.everything)

    def minutes(self, seat: Seat) -> int:
        return seat.item.length(seat.people, self.meeting.runs)

    @cached_property
    def lengths(self) -> dict[str, int]:
        """The minutes of every row, by its code."""
        return {seat.item.code: self.minutes(seat) for seat in self.seats}

    def seated(self, codes: Iterable[str]) -> Iterator[Seat]:
        """The rows with these codes, in their order."""
        wanted = set(codes)
        return (seat for seat in self.seats if seat.item.code in wanted)

    @cached_property
    def free(self) -> tuple[Seat, ...]:
        """The rows that a repair may change: nothing that is protected or pinned, and never the closing."""
        return tuple(seat for seat in self.seats if not is_held(seat.item))


def is_held(item: Item) -> bool:
    """What no repair may squeeze, move or drop, by itself or by what its tracks hold."""
    held = item.protected or item.pinned_at is not None or item.kind == Kind.CLOSING
    return held or any(is_held(one) for one in item.inside)


def may_go(item: Item, outline: Outline, gone: Iterable[str] = ()) -> bool:
    """Whether it can be parked when those with the codes ``gone`` are.

    It is no frame of the day, it is not held, and every question it answers has another answer.
    """
    framing = item.kind in (Kind.OPENING, Kind.BREAK)
    return not framing and not is_held(item) and not lost_without({*gone, item.code}, outline)


def lost_without(codes: set[str], outline: Outline) -> set[int]:
    """The questions that nothing would answer without the rows with these codes."""
    gone = codes | {one.code for item in on_the_clock(outline) if item.code in codes for one in item.inside}
    stays = (item for item in on_the_clock(outline) if item.code not in gone)
    return answered(outline) - {item.question for item in stays if item.question is not None}


def parks(case: Case, seats: Iterable[Seat]) -> tuple[Adjustment, ...]:
    """Park those of the rows that may go, as long as every question keeps an answer."""
    gone: set[str] = set()
    for seat in seats:
        if may_go(seat.item, case.now, gone):
            gone.add(seat.item.code)
    return tuple(Park(seat.item.code) for seat in case.seated(gone))


def titles(seats: Iterable[Seat]) -> tuple[str, ...]:
    return tuple(seat.item.title for seat in seats)


def gone(case: Case, made: Iterable[Adjustment], code: str, n: int = 0) -> tuple[Reason, ...]:
    """Why these rows are parked; and that others answer their questions, where each of them answers one."""
    seats = list(case.seated(one.code for one in made))
    answering = [seat for seat in seats if any(one.question is not None for one in _all_of(seat.item))]
    more = (Reason("others_answer", titles(seats)),) if len(answering) == len(seats) else ()
    return (Reason(code, titles(seats), n=n), *more)


def _all_of(item: Item) -> tuple[Item, ...]:
    return (item, *item.inside)


def tidied(adjustments: Iterable[Adjustment], lengths: Mapping[str, int]) -> tuple[Adjustment, ...]:
    """Each thing said once, the last word counting; and nothing of a row that is parked in the end but that.

    ``lengths`` are the minutes that rows have: to give them the same is to give them nothing.
    """
    listed = list(adjustments)
    parked = {one.code for one in listed if isinstance(one, Park)}
    kept: dict[str, Adjustment] = {}
    for one in listed:
        if isinstance(one, Park | Insert | Hold) or one.code not in parked:
            kept[key_of(one)] = one
    swapped = {one.code for one in kept.values() if isinstance(one, Swap)}
    return tuple(one for one in kept.values() if one.code in swapped or not _is_nothing(one, lengths))


def _is_nothing(one: Adjustment, lengths: Mapping[str, int]) -> bool:
    return isinstance(one, Retime) and one.minutes == lengths.get(one.code)


def retimed(case: Case, seat: Seat, minutes: int) -> tuple[Retime, ...]:
    """Give the row these minutes; () where it has them."""
    return () if minutes == case.minutes(seat) else (Retime(seat.item.code, minutes),)


Suits = Callable[[Item], bool]
"""Whether a structure would do, besides being for so many people and for a call where it is one."""
