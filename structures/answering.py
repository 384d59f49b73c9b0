"""The answer to a need, in words: what every page, command and address that matches tells alike."""

from collections.abc import Iterable
from dataclasses import dataclass

from structures.domain.needs import Excluded, Matched, Need, Ranking
from structures.domain.ranking import match
from structures.matchmaking import catalogue
from structures.models import Question, Structure
from structures.words_matching import Teller

NEAREST = 3
"""How many questions of the catalogue are named as the nearest."""


@dataclass(frozen=True, slots=True)
class Found:
    """A structure that answers. Reasons and cautions are sentences without an end; ``question`` gave the invitation."""

    structure: Structure
    score: float
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    invitation: str
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Barred:
    """A structure that would answer, and what it is that makes it impossible: "needs at least 6 people"."""

    structure: Structure
    because: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the catalogue says to a need.

    ``near``: the question of the catalogue that it comes near to, if any; ``nearest``: those that come nearest,
    however far off they are. ``among``: how many structures answer, of which ``found`` are the first.
    """

    need: Need
    near: Question | None
    nearest: tuple[Question, ...]
    found: tuple[Found, ...]
    barred: tuple[Barred, ...]
    among: int


def answer(need: Need, top: int) -> Answer:
    """The first ``top`` structures for the need, and as many that are barred, in eleven queries whatever there is."""
    ranking = match(need, catalogue())
    first, barred = ranking.matched[:top], ranking.excluded[:top]
    told = {one.slug for one in (*first, *barred)} | set(need.before)
    structures = {one.slug: one for one in Structure.objects.published().with_recipe().filter(slug__in=told)}
    questions = {one.slug: one for one in Question.objects.published()}
    teller = Teller(list(structures.values()), list(questions.values()), need.mode)
    return Answer(
        need,
        near=questions.get(ranking.near.question) if ranking.near else None,
        nearest=tuple(nearest(ranking, questions.values())),
        found=tuple(
            _found(one, structures[one.slug], questions, teller) for one in first if one.slug in structures
        ),
        barred=tuple(_barred(one, structures[one.slug], teller) for one in barred if one.slug in structures),
        among=len(ranking.matched),
    )


def nearest(ranking: Ranking, questions: Iterable[Question]) -> list[Question]:
    """The questions that come nearest, first those that have anything in common with the need, then the others."""
    place = {one.question: n for n, one in enumerate(ranking.likely)}
    last = len(place)
    return sorted(questions, key=lambda one: (place.get(one.slug, last), one.position))[:NEAREST]


def _found(one: Matched, structure: Structure, questions: dict[str, Question], teller: Teller) -> Found:
    return Found(
        structure,
        one.score,
        tuple(teller.say(one.slug, reason) for reason in one.reasons),
        tuple(teller.say(one.slug, caution) for caution in one.cautions),
        one.invitation,
        questions.get(one.question),
    )


def _barred(one: Excluded, structure: Structure, teller: Teller) -> Barred:
    return Barred(structure, teller.say(one.slug, one.because))
