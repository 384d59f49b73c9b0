"""What a draft is made from: the journey's questions with what the catalogue offers, and the sessions to fill."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sessions.domain.briefing import Brief, Known, Offer, Reason, Wanted
from sessions.domain.outline import Asked, Item, Meeting, Outline, Profile
from sessions.outline import outline_of
from sessions.plan import Plan
from sessions.wishing import Wish
from structures.domain.nearness import STRENGTHS
from structures.domain.needs import Candidate, Need, Told, Why
from structures.domain.ranking import Catalogue, match
from structures.matchmaking import catalogue
from structures.models import Fit, Structure

OFFERS = 24
"""Structures that are offered for a question in the group's own words."""
CLOSE = 0.4
"""Of the best likeness: what is further off is not offered."""
POINTS: Mapping[str, int] = {"named": 100, "strong": 80, "useful": 50}
"""How well a fit of the catalogue answers its question."""
OWN_WORDS = 90
"""How well the closest match to a question in the group's own words answers it."""


@dataclass(frozen=True)
class Order:
    """A brief, what the catalogue knows, and the rows that give way to the draft."""

    brief: Brief
    known: Mapping[str, Known]
    dropped: tuple[Item, ...] = ()


def order_of(plan: Plan, code: str, minutes: int, wish: Wish) -> Order:
    """A draft for the session of that ``code``, ``minutes`` long, and for those that are still empty; in four queries.

    Structures that the rest of the journey runs are not run again, nor those of rows that give way, unless somebody
    asks for them. The ``wish`` names structures by their slugs.
    """
    outline, offered = outline_of(plan), catalogue()
    one = outline.meeting(code)
    kept = tuple(item for item in one.items if wish.keeps(item.code))
    empty = {each.code for each in outline.meetings if not each.items and each.booked}
    filled = [each for each in outline.meetings if each.code == code or each.code in empty]
    rest = [each for each in outline.meetings if each not in filled]
    here = replace(one, items=kept, booked=minutes)
    dropped = tuple(each for each in one.items if each not in kept)
    elsewhere = list(items_of(rest))
    ran = (*elsewhere, *dropped)
    asked = (replace(each, weight=wish.weighs(each.asked.code)) for each in wanted(outline, one, offered))
    brief = Brief(
        questions=tuple(asked),
        meetings=tuple(here if each.code == code else each for each in filled),
        must=wish.must,
        never=frozenset(wish.never),
        experience=wish.experience,
        elsewhere=frozenset(each.question for each in elsewhere if each.question is not None),
        ran=frozenset(each.structure.slug for each in ran if each.structure) - set(wish.must),
    )
    return Order(brief, known(offered), dropped)


def items_of(meetings: Iterable[Meeting]) -> Iterator[Item]:
    return (one for meeting in meetings for item in meeting.items for one in (item, *item.inside))


def known(offered: Catalogue) -> dict[str, Known]:
    """Every published structure as the engine knows it; one query, for the names."""
    names = dict(Structure.objects.published().values_list("slug", "name"))
    return {slug: known_of(one, names[slug]) for slug, one in offered.candidates.items() if slug in names}


def known_of(one: Candidate, name: str) -> Known:
    item = Item(
        title=name,
        steps=one.steps,
        repeats=one.repeats,
        remainder=one.remainder,
        invitation=one.invitation,
        structure=Profile(one.slug, name, one.people_min, one.people_max, one.online),
    )
    return Known(item, one.people_best_min, one.people_best_max, one.difficulty, one.follows)


def wanted(outline: Outline, meeting: Meeting, offered: Catalogue) -> Iterator[Wanted]:
    """The journey's questions: those of the catalogue with its fits, the group's own with what matches their words."""
    fits = {(structure, question): because for structure, question, because in _reasons()}
    for asked in outline.questions:
        own = tuple(fitting(asked, offered, fits))
        yield Wanted(asked, own or tuple(matched(asked, meeting, offered)))


def _reasons() -> Iterable[tuple[str, str, str]]:
    return Fit.objects.values_list("structure__slug", "question__slug", "because")


def fitting(asked: Asked, offered: Catalogue, because: Mapping[tuple[str, str], str]) -> Iterator[Offer]:
    for slug, one in offered.candidates.items():
        claim = one.claims.get(asked.slug) if asked.slug else None
        if claim and claim.strength in STRENGTHS:
            reason = Reason(claim.strength, {"because": because.get((slug, asked.slug), "")})
            yield Offer(slug, POINTS[claim.strength], reason, claim.invitation)


def matched(asked: Asked, meeting: Meeting, offered: Catalogue) -> Iterator[Offer]:
    found = match(Need(asked.text, meeting.people, mode=meeting.runs), offered).matched if asked.text else ()
    best = max((one.score for one in found), default=0)
    for one in found[:OFFERS]:
        if one.score >= CLOSE * best:
            reason = reason_of(one.reasons)
            yield Offer(one.slug, round(OWN_WORDS * one.score / best), reason, one.invitation)


def reason_of(reasons: Iterable[Told]) -> Reason:
    """The closest thing that is said about it, if there is one."""
    said = next((one for one in reasons if one.code == Why.SAID), None)
    return Reason("said", said.params) if said else Reason("matched")
