"""What could answer each question in each session: the structures that suit, with the lengths and points of each.

Points are those of one character (see ``tasting``).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from typing import NamedTuple

from sessions.domain.briefing import Brief, Catalogue, Known, Offer, Reason, Wanted, frame_of
from sessions.domain.outline import Meeting
from sessions.domain.sitting import LONGEST
from sessions.domain.tasting import LATER, MUST, Length, Taste, cautions, configuration, lengths, suits, worth

LOOKED_AT = 16
"""The offers of a question that are looked at: the best, and the shortest. No question of the catalogue has more."""
SHORTEST = 3
WEIGHED = 40
"""The offers of a question that are weighed at all, the strongest: a catalogue of thousands costs no more than this."""
USUAL_ROW = 45
"""Minutes for each of its rows from which on a question may have another one."""
INSISTED = Reason("insisted")

Pair = tuple[int, str]
"""A question, and the slug of what answers it."""
ALIKE, WORN = 15, 9
"""What another draft of this turn has chosen for a question is worth so many points less there. What one of the same
character has in so many earlier turns is worth only a tenth, a nineteenth …; but still better than no answer."""


@dataclass(frozen=True, slots=True)
class Tired:
    """What other drafts have chosen: those of the same turn, and in how many earlier turns that of this character."""

    alike: frozenset[Pair] = frozenset()
    turns: Mapping[Pair, int] = field(default_factory=dict)

    def of(self, pair: Pair, points: int) -> int:
        """What it is still worth."""
        points -= ALIKE if pair in self.alike else 0
        return points // (1 + WORN * self.turns.get(pair, 0)) if points > 0 else points


class Way(NamedTuple):
    """One length of a row, and what it is then worth as the first, the second and the third for its question."""

    minutes: int
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A structure that could answer a question in a session. ``insisted`` are the points for what somebody insists on,
    which those of its ways leave out.
    """

    question: int
    known: Known
    offer: Offer
    configuration: str
    ways: tuple[Way, ...]
    insisted: int = 0

    @property
    def slug(self) -> str:
        return self.offer.slug


Options = tuple[tuple[Option, ...], ...]
"""By question."""


def rows_each(brief: Brief) -> int:
    """How many rows a question may have: one, or up to three where there is much time for few questions."""
    time = sum(free_minutes(meeting) for meeting in brief.meetings)
    count = sum(bool(one.offers) for one in brief.questions) - len(brief.elsewhere)
    return max(1, min(len(LATER), ceil(time / (USUAL_ROW * max(1, count)))))


def free_minutes(meeting: Meeting) -> int:
    """Minutes that the frame and the kept rows leave, breaks not counted."""
    frame = frame_of(meeting)
    kept = (*frame.opening, *frame.between, *frame.closing)
    return max(0, (meeting.booked or 0) - sum(one.length(meeting.people, meeting.runs) for one in kept))


def options(brief: Brief, catalogue: Catalogue, meeting: Meeting, taste: Taste, tired: Tired) -> Options:
    """Of each question what could answer it in the meeting, what is worth most first."""
    barred = brief.never | brief.ran | brief.used
    found = []
    for place, wanted in enumerate(with_insisted(brief, catalogue)):
        free = (one for one in wanted.offers if one.slug not in barred and may_answer(place, one.slug, brief))
        offers = _strongest(free, catalogue, meeting, brief)
        made = (option(place, one, brief, catalogue[one.slug], meeting, taste, tired) for one in offers)
        found.append(_looked_at([one for one in made if one], brief.must))
    return tuple(found)


def may_answer(place: int, slug: str, brief: Brief) -> bool:
    """Not what others answer already; but where they answer everything, what somebody insists on may do so again."""
    return place not in brief.elsewhere or (not brief.is_open and slug in brief.must)


def _strongest(offers: Iterable[Offer], catalogue: Catalogue, meeting: Meeting, brief: Brief) -> list[Offer]:
    """Those of structures that suit, and of them no more than can be weighed; what somebody insists on first."""
    suited = [one for one in offers if one.slug in catalogue and suits(catalogue[one.slug], meeting)]
    return sorted(suited, key=lambda one: (one.slug not in brief.must, -one.strength, one.slug))[:WEIGHED]


def with_insisted(brief: Brief, catalogue: Catalogue) -> tuple[Wanted, ...]:
    """The questions; what somebody insists on and nothing offers could answer any of them, if not well."""
    open_ones = (one for place, one in enumerate(brief.questions) if place not in brief.elsewhere)
    offered = {one.slug for wanted in open_ones for one in wanted.offers}
    more = tuple(
        Offer(slug, 10, INSISTED, catalogue[slug].item.invitation)
        for slug in brief.must
        if slug in catalogue and slug not in offered
    )
    return tuple(replace(one, offers=_with(one.offers, more)) for one in brief.questions)


def _with(offers: tuple[Offer, ...], more: Iterable[Offer]) -> tuple[Offer, ...]:
    there = {one.slug for one in offers}
    return (*offers, *(one for one in more if one.slug not in there))


def option(
    place: int, offer: Offer, brief: Brief, known: Known, meeting: Meeting, taste: Taste, tired: Tired
) -> Option | None:
    """None where the structure is longer than anybody can sit and nobody insists on it."""
    must = offer.slug in brief.must
    asks, last = cautions(known, meeting, brief.experience), len(LATER) - 1
    is_answered = place in brief.answered | brief.elsewhere
    weight, first = brief.questions[place].weight, last if is_answered else 0

    def points(length: Length, nth: int) -> int:
        told = (offer.strength, weight, min(first + nth, last))
        return tired.of((place, offer.slug), worth(taste, known.item, meeting, length, *told) - asks)

    ways = tuple(
        Way(one.minutes, tuple(points(one, nth) for nth in range(len(LATER))))
        for one in lengths(known.item, meeting.people, meeting.runs, taste.longest)
        if must or one.minutes <= LONGEST
    )
    groups = configuration(known.item, meeting.people, meeting.runs)
    return Option(place, known, offer, groups, ways, MUST * must) if ways else None


def _looked_at(found: Sequence[Option], must: Sequence[str]) -> tuple[Option, ...]:
    """Those worth most, those that are done soonest, and what somebody insists on."""
    by_worth = sorted(found, key=_worth)
    by_minutes = sorted(found, key=lambda one: (one.ways[0].minutes, one.slug))
    kept = {
        one.slug: one
        for one in (
            *by_worth[: LOOKED_AT - SHORTEST],
            *by_minutes[:SHORTEST],
            *(one for one in found if one.slug in must),
        )
    }
    return tuple(sorted(kept.values(), key=_worth))


def _worth(one: Option) -> tuple[int, str]:
    return -max(way.points[0] for way in one.ways), one.slug


def repeated(slugs: Iterator[str]) -> frozenset[str]:
    """Those that come more than once."""
    seen: set[str] = set()
    return frozenset(slug for slug in slugs if slug in seen or seen.add(slug))  # type: ignore[func-returns-value]
