"""Which of the catalogue's questions a question in somebody's own words comes nearest to, if any."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from structures.domain.matching import Index, Match

NEAR = 0.65
"""The likeness from which a question counts as near. It lets 65 of 69 questions of convenors find theirs; of 60 texts
about anything else seven come near, most of them in words that convenors use, too."""

VOTERS = 5
"""The structures that are asked which question they answer."""

STRENGTHS = {"named": 1.0, "strong": 0.7, "useful": 0.3}

Fits = Callable[[str], Mapping[str, str]]
"""Of a structure: the questions it helps to answer, each with how strongly."""


@dataclass(frozen=True, slots=True)
class Near:
    """A question of the catalogue. ``likeness`` starts at 0; ``NEAR`` is near, 2 is as good as the same words."""

    question: str
    likeness: float


def likenesses(
    query: str, questions: Index, matches: Sequence[Match], known: float, fits: Fits
) -> list[Near]:
    """Return every question that has anything to do with the query, nearest first.

    A question's own wordings say how near it is, and so do the structures that answer the query (``matches``, best
    first): each votes for the questions that it fits. ``known`` is the share of the query's words that anybody uses
    here, 0 to 1; other words make everything less likely.
    """
    found = defaultdict(float, _votes(matches[:VOTERS], fits))
    for match in questions.ranked(query):
        found[match.key] += match.score
    near = [Near(slug, likeness * known) for slug, likeness in found.items()]
    return sorted(near, key=lambda one: (-one.likeness, one.question))


def nearest(likely: Iterable[Near]) -> Near | None:
    """Return the first of them if it is near at all."""
    return next((one for one in likely if one.likeness >= NEAR), None)


def _votes(voters: Sequence[Match], fits: Fits) -> dict[str, float]:
    """Votes weigh as much as the voter's share among all, and count for as much as the best of them is worth."""
    votes: dict[str, float] = defaultdict(float)
    best, whole = max((one.score for one in voters), default=0), sum(one.score for one in voters)
    for one in voters:
        for question, strength in fits(one.key).items():
            votes[question] += STRENGTHS[strength] * one.score / whole * best
    return votes
