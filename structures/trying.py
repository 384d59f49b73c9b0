"""What a curator sees who tries a question on a structure: where it would stand among all."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from structures.domain.needs import Matched, Need, Told, Why
from structures.domain.ranking import match
from structures.matchmaking import catalogue
from structures.models import Question, Structure
from structures.words_matching import Teller

SHOWN = 10
"""How many of the first are shown; the structure itself always is."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the ranking. ``said``: the closest thing that it says about itself."""

    place: int
    structure: Structure
    score: float
    said: str
    is_it: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """A question tried on a structure as it is saved. ``place`` is 0 where the structure is not found."""

    question: str
    place: int
    among: int
    near: Question | None
    places: list[Place]


@dataclass(frozen=True, slots=True)
class Example:
    """One of a structure's own questions that people ask: its place for it (0: not found), and who comes first."""

    question: str
    place: int
    first: Structure


def examples(structure: Structure) -> list[Example]:
    """How the structure ranks for each of its own example questions, as if it were published."""
    known = catalogue(also=structure.pk)
    ranked = {
        question: [one.slug for one in match(Need(question), known).matched]
        for question in structure.asked_as
    }
    firsts = {slugs[0] for slugs in ranked.values() if slugs}
    stored = {one.slug: one for one in Structure.objects.filter(slug__in=firsts)}
    return [
        Example(question, place_of(structure.slug, slugs), stored.get(slugs[0] if slugs else "", structure))
        for question, slugs in ranked.items()
    ]


def place_of(slug: str, slugs: list[str]) -> int:
    """Its place among them, from 1; 0 where it is not."""
    return slugs.index(slug) + 1 if slug in slugs else 0


def tried(structure: Structure, question: str) -> Trial:
    """How the structure would rank for the question, counted as if it were published."""
    ranking = match(Need(question), catalogue(also=structure.pk))
    slugs = [one.slug for one in ranking.matched]
    place = place_of(structure.slug, slugs)
    questions = {one.slug: one for one in Question.objects.published()}
    shown = [(n, one) for n, one in enumerate(ranking.matched, 1) if n <= SHOWN or n == place]
    stored = {one.slug: one for one in Structure.objects.filter(slug__in=slugs)}
    teller = Teller(list(stored.values()), list(questions.values()), "")
    near = questions.get(ranking.near.question) if ranking.near else None
    places = [_place(n, one, stored[one.slug], teller, one.slug == structure.slug) for n, one in shown]
    return Trial(question, place, len(slugs), near, places)


def _place(place: int, one: Matched, structure: Structure, teller: Teller, is_it: bool) -> Place:
    return Place(place, structure, one.score, _said(one, teller), is_it)


def _said(one: Matched, teller: Teller) -> str:
    reason: Told | None = next((told for told in one.reasons if told.code == Why.SAID), None)
    if reason:
        return capfirst(teller.say(one.slug, reason))
    is_called = any(told.code == Why.CALLED for told in one.reasons)
    return _("Its name") if is_called else _("Words of the same kind")
