"""What a draft is asked for: the questions with what could answer them, the sessions, and what somebody insists on.

Minutes are whole minutes, people are those who come, strengths are points from 0 to 100.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sessions.domain.document import Kind
from sessions.domain.outline import Asked, Item, Meeting
from structures.domain.needs import Experience


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is: a code, and what belongs into its sentence."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """A structure's claim on a question: how well it answers it, why, and what its host would say."""

    slug: str
    strength: int
    reason: Reason
    invitation: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question to be answered. One of ``weight`` 2 matters twice as much as one of 1."""

    asked: Asked
    offers: tuple[Offer, ...] = ()
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue knows of a structure: what it runs, for how many it is best, what it asks of a host.

    ``follows`` are the slugs of those it comes well after, each with the reason.
    """

    item: Item
    best_min: int | None = None
    best_max: int | None = None
    difficulty: str = "medium"
    follows: Mapping[str, str] = field(default_factory=dict)


Catalogue = Mapping[str, Known]
"""Structures by their slugs."""


@dataclass(frozen=True, slots=True)
class Brief:
    """All that is asked for.

    The items of ``meetings`` are the rows to keep, in their order; ``booked`` must be set. ``must`` are slugs to
    use wherever that can be, ``never`` those not to use. ``elsewhere`` are the questions that other sessions answer:
    nothing new is drafted for them, unless none is open and somebody insists on it; ``ran`` are the slugs that run
    there, or gave way: they do not run again.
    """

    questions: tuple[Wanted, ...]
    meetings: tuple[Meeting, ...]
    must: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    experience: str = Experience.SOME
    elsewhere: frozenset[int] = frozenset()
    ran: frozenset[str] = frozenset()

    @property
    def kept(self) -> Iterator[Item]:
        """Every row that is kept, and what its tracks hold."""
        return (one for meeting in self.meetings for item in meeting.items for one in (item, *item.inside))

    @property
    def is_open(self) -> bool:
        """Whether there is a question that no other session answers."""
        return len(self.elsewhere) < len(self.questions)

    @property
    def answered(self) -> frozenset[int]:
        """The questions that kept rows answer, by their places."""
        return frozenset(one.question for one in self.kept if one.question is not None)

    @property
    def used(self) -> frozenset[str]:
        """The structures that kept rows run."""
        return frozenset(one.structure.slug for one in self.kept if one.structure)


@dataclass(frozen=True, slots=True)
class Frame:
    """One session's kept rows as the draft goes through them.

    ``opening`` and ``closing`` are what stands first and last, kept or new; ``between`` are the other kept rows.
    """

    opening: tuple[Item, ...]
    between: tuple[Item, ...]
    closing: tuple[Item, ...]


OPENINGS = ((30, 3), (60, 5), (240, 10))
CLOSINGS = ((30, 5), (240, 10))
LONG_FRAME = 15
"""Minutes of an opening and of a closing in a session of up to so many minutes; of a longer one 15. Our assumption."""


def frame_of(meeting: Meeting) -> Frame:
    """The session's kept opening and closing, or new ones where there is none and a pin leaves room for it."""
    items, booked = list(meeting.items), meeting.booked or 0
    opening: list[Item] = []
    closing: list[Item] = []
    while items and items[0].kind == Kind.OPENING:
        opening.append(items.pop(0))
    while items and items[-1].kind == Kind.CLOSING:
        closing.insert(0, items.pop())
    welcome = Item(kind=Kind.OPENING, minutes=_minutes(OPENINGS, booked))
    first = items[0].pinned_at if items else None
    if not opening and (first is None or first >= (welcome.minutes or 0)):
        opening = [welcome]
    return Frame(
        tuple(opening),
        tuple(items),
        tuple(closing or [Item(kind=Kind.CLOSING, minutes=_minutes(CLOSINGS, booked))]),
    )


def _minutes(table: tuple[tuple[int, int], ...], booked: int) -> int:
    return next((minutes for most, minutes in table if booked <= most), LONG_FRAME)
