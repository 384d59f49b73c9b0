"""The answer to a need, in words: what every page, command and address that matches tells alike."""

from collections.abc import Iterable
from dataclasses import dataclass

from structures.domain.needs import But, Excluded, Matched, Need, Ranking, Told, Why
from structures.domain.ranking import match
from structures.matchmaking import catalogue
from structures.models import Question, Structure
from structures.words_matching import Teller

FIRST = 5
"""How many structures a page tells of at once."""

NEAREST = 3
"""How many questions of the catalogue are named as the nearest."""

IN_THE_QUESTION = {Why.CALLED, Why.NAMED, Why.ANSWERS, Why.SAID, Why.FOLLOWS}
"""Reasons that lie in what was asked; the others lie in the situation."""


class Phrase(str):
    """A reason or a caution as a sentence without an end, which knows what it is about."""

    code: Why | But

    def __new__(cls, words: str, code: Why | But) -> "Phrase":
        phrase = super().__new__(cls, words)
        phrase.code = code
        return phrase


@dataclass(frozen=True, slots=True)
class Found:
    """A structure that answers, with its reasons, the strongest first. ``question`` gave the invitation."""

    structure: Structure
    score: float
    reasons: tuple[Phrase, ...]
    cautions: tuple[Phrase, ...]
    invitation: str
    question: Question | None = None

    @property
    def why(self) -> list[Phrase]:
        """What speaks for it in the question."""
        return [reason for reason in self.reasons if reason.code in IN_THE_QUESTION]

    @property
    def suits(self) -> list[Phrase]:
        """What speaks for it in the situation: people, minutes, how widely it is used."""
        return [reason for reason in self.reasons if reason.code not in IN_THE_QUESTION]


@dataclass(frozen=True, slots=True)
class Barred:
    """A structure that would answer, and what it is that makes it impossible: "needs at least 6 people"."""

    structure: Structure
    because: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the catalogue says to a need.

    ``near``: the question of the catalogue that it comes near to, if any; ``nearest``: those that come nearest,
    however far off they are. ``among``: how many structures answer, of which ``found`` are the first;
    ``barred_among``: how many would, but are barred.
    """

    need: Need
    near: Question | None
    nearest: tuple[Question, ...]
    found: tuple[Found, ...]
    barred: tuple[Barred, ...]
    among: int
    barred_among: int

    @property
    def is_meant(self) -> bool:
        """Whether any of the first has a reason in the question. Little words alone ("what is it?") give none."""
        return any(one.why for one in self.found[:FIRST])

    @property
    def offered(self) -> tuple[Found, ...]:
        """What is told of to whoever asks: nothing where nothing was meant."""
        return self.found if self.is_meant else ()


def answer(need: Need, top: int) -> Answer:
    """The first ``top`` structures for the need, and as many that are barred, in six queries whatever there is."""
    ranking = match(need, catalogue())
    told = {one.slug for one in (*ranking.matched[:top], *ranking.excluded[:top])} | set(need.before)
    structures = Structure.objects.published().with_recipe().filter(slug__in=told)
    return in_words(need, ranking, structures, Question.objects.published(), top)


def in_words(
    need: Need,
    ranking: Ranking,
    structures: Iterable[Structure],
    questions: Iterable[Question],
    top: int | None = None,
) -> Answer:
    """A ranking told with these structures and questions, all of it unless ``top`` says how many."""
    by_slug, asked = {one.slug: one for one in structures}, {one.slug: one for one in questions}
    teller = Teller(list(by_slug.values()), list(asked.values()), need.mode)
    first, barred = ranking.matched[:top], ranking.excluded[:top]
    return Answer(
        need,
        near=asked.get(ranking.near.question) if ranking.near else None,
        nearest=tuple(nearest(ranking, asked.values())),
        found=tuple(_found(one, by_slug[one.slug], asked, teller) for one in first if one.slug in by_slug),
        barred=tuple(_barred(one, by_slug[one.slug], teller) for one in barred if one.slug in by_slug),
        among=len(ranking.matched),
        barred_among=len(ranking.excluded),
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
        _phrases(one.slug, one.reasons, teller),
        _phrases(one.slug, one.cautions, teller),
        one.invitation,
        questions.get(one.question),
    )


def _barred(one: Excluded, structure: Structure, teller: Teller) -> Barred:
    return Barred(structure, teller.say(one.slug, one.because))


def _phrases(slug: str, told: Iterable[Told], teller: Teller) -> tuple[Phrase, ...]:
    return tuple(Phrase(teller.say(slug, one), one.code) for one in told)  # type: ignore[arg-type]
