"""Structures for a need: those whose texts are closest to the question, weighed by everything else that is known.

The text decides which structures are looked at (``SHORTLIST`` of them), so that a catalogue of thousands costs
hardly more than one of forty. What is known of people, time and host then moves a structure up or down, or bars it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from structures.domain import timing
from structures.domain.matching import COMMON_SHARE, Index, Match, Naming
from structures.domain.nearness import Near, likenesses, nearest
from structures.domain.needs import (
    Barred,
    But,
    Candidate,
    Excluded,
    Experience,
    Matched,
    Need,
    Ranking,
    Told,
    Why,
)
from structures.domain.shapes import Mode, Span

SHORTLIST = 60
FOLLOWS = 1.2
"""What comes well after the last one gains as much."""
WEIGHTS: Mapping[But, float] = {
    But.USED: 0.5,
    But.FEW: 0.85,
    But.MANY: 0.85,
    But.ADAPTED: 0.95,
    But.DEMANDING: 0.8,
}
"""What a caution leaves of a score."""
SQUEEZED = 0.95


@dataclass(frozen=True)
class Catalogue:
    """Everything that can be matched: the structures' texts, the questions' texts, and the structures themselves."""

    index: Index
    questions: Index
    candidates: Mapping[str, Candidate]

    def strengths(self, slug: str) -> Mapping[str, str]:
        """The questions that a structure fits, each with how strongly."""
        claims = self.candidates[slug].claims if slug in self.candidates else {}
        return {question: claim.strength for question, claim in claims.items()}


def match(need: Need, catalogue: Catalogue) -> Ranking:
    """Return what answers the need, best first, and what would if it were not barred.

    Without a question everything answers, and what more people use comes first.
    """
    shortlist = _shortlist(need, catalogue)
    known = catalogue.index.coverage(need.question)
    voters = shortlist if need.question else ()
    likely = likenesses(need.question, catalogue.questions, voters, known, catalogue.strengths)
    matched, excluded = [], []
    for found in shortlist:
        candidate = catalogue.candidates[found.key]
        span = timing.duration(
            candidate.steps, need.people, candidate.repeats, mode=need.mode, remainder=candidate.remainder
        )
        if bar := next(_bars(candidate, need, span), None):
            excluded.append(Excluded(found.key, bar))
        else:
            matched.append((found.naming, _matched(found, candidate, need, span, likely)))
    best = sorted(matched, key=lambda pair: (-pair[0], -pair[1].score, pair[1].slug))
    return Ranking(tuple(one for _naming, one in best), tuple(excluded), nearest(likely), tuple(likely))


def suited(one: Candidate, need: Need, span: Span) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """What speaks for it in the situation, and what to be careful about, whatever the question is.

    What would bar it is the one thing to be careful about, but for time. ``span``: how long it takes these people.
    """
    bars = (bar for bar in _bars(one, need, span) if bar.code != Barred.TOO_LONG)
    bar = next(bars, None)
    return tuple(_suits(one, need, span)), (bar,) if bar else tuple(_cautions(one, need))


def _shortlist(need: Need, catalogue: Catalogue) -> Sequence[Match]:
    if need.question:
        found: Sequence[Match] = catalogue.index.find(need.question)
    else:
        common = sorted(catalogue.candidates.values(), key=lambda one: (-one.commonness, one.slug))
        found = [Match(one.slug, 1 + COMMON_SHARE * one.commonness) for one in common]
    return [one for one in found if one.key in catalogue.candidates][:SHORTLIST]


def _bars(one: Candidate, need: Need, span: Span) -> Iterator[Told]:
    if need.people and need.people < one.people_min:
        yield Told(Barred.TOO_FEW, {"people": need.people, "least": one.people_min})
    if need.people and one.people_max and need.people > one.people_max:
        yield Told(Barred.TOO_MANY, {"people": need.people, "most": one.people_max})
    if need.mode == Mode.ONLINE and one.online == "poorly":
        yield Told(Barred.NOT_ONLINE)
    if need.minutes is not None and need.minutes < span.min:
        yield Told(Barred.TOO_LONG, {"shortest": span.min, "minutes": need.minutes})


def _matched(found: Match, one: Candidate, need: Need, span: Span, likely: Sequence[Near]) -> Matched:
    near = nearest(likely)
    reasons = (*_named_for(found, one, near), *_suits(one, need, span))
    cautions = tuple(_cautions(one, need))
    codes = {told.code for told in reasons}
    score = (
        found.score * (FOLLOWS if Why.FOLLOWS in codes else 1) * (SQUEEZED if Why.SQUEEZES in codes else 1)
    )
    for caution in cautions:
        score *= WEIGHTS[caution.code]  # type: ignore[index]
    question = next((each.question for each in likely if near and each.question in one.claims), "")
    invitation = one.claims[question].invitation if question else one.invitation
    return Matched(one.slug, score, reasons, cautions, invitation, question)


def _named_for(found: Match, one: Candidate, near: Near | None) -> Iterator[Told]:
    """What speaks for it in the question itself."""
    if found.naming > Naming.NOT:
        yield Told(Why.CALLED, {"name": found.name})
    claim = one.claims.get(near.question) if near else None
    if near and claim and claim.strength != "useful":
        yield Told(Why.NAMED if claim.strength == "named" else Why.ANSWERS, {"question": near.question})
    if found.passage:
        said = found.passage
        yield Told(Why.SAID, {"kind": said.kind, "text": said.text, "question": said.question})


def _suits(one: Candidate, need: Need, span: Span) -> Iterator[Told]:
    """What speaks for it in the situation."""
    last = need.before[-1] if need.before else ""
    if last in one.follows:
        yield Told(Why.FOLLOWS, {"before": last, "because": one.follows[last]})
    if need.people and _comfortable(one, need.people):
        yield Told(Why.PEOPLE, {"people": need.people})
    if need.minutes is not None:
        times = {"ideal": span.ideal, "minutes": need.minutes}
        fits = span.ideal <= need.minutes
        yield Told(Why.TIME, times) if fits else Told(Why.SQUEEZES, times | {"shortest": span.min})
    if one.commonness == 1:
        yield Told(Why.COMMON)


def _cautions(one: Candidate, need: Need) -> Iterator[Told]:
    if one.slug in need.used or one.slug in need.before:
        yield Told(But.USED)
    if need.people and one.people_best_min and need.people < one.people_best_min:
        yield Told(But.FEW, {"people": need.people, "least": one.people_best_min})
    if need.people and one.people_best_max and need.people > one.people_best_max:
        yield Told(But.MANY, {"people": need.people, "most": one.people_best_max})
    if need.mode == Mode.ONLINE and one.online == "adapted":
        yield Told(But.ADAPTED)
    if need.experience == Experience.NEW and one.difficulty == "advanced":
        yield Told(But.DEMANDING)


def _comfortable(one: Candidate, people: int) -> bool:
    return (
        (one.people_best_min or one.people_min) <= people <= (one.people_best_max or one.people_max or people)
    )
