"""Structures that are offered beside the agenda: why, and what each would mean for these people and this time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.text import capfirst
from django.utils.translation import get_language

from sessions.domain.running import ideal_run
from sessions.models.contents import SHOWN, unshown
from sessions.rows import configuration
from structures.answering import Answer, in_words
from structures.choices import Strength
from structures.domain import shapes
from structures.domain.needs import But, Candidate, Need, Ranking, Told, Why
from structures.domain.ranking import suited
from structures.indexing import COMMONNESS
from structures.models import Fit, Pairing, Question, Structure
from structures.recipes import Recipe
from structures.words_matching import Teller

MOST = 8
"""How many structures are offered for words, and as many that cannot be."""
SITUATION = ("people_best_min", "people_best_max", "difficulty", "usage")
"""Of a structure: what says whether it suits, besides what a plan knows of its own."""
SEEN: frozenset[StrEnum] = frozenset({Why.PEOPLE, Why.TIME, Why.SQUEEZES, But.USED})
"""What an offer says anyway: its groups for these people, its minutes beside theirs, and that it is in the plan."""


@dataclass(frozen=True)
class Room:
    """What a structure would have to fit into: the people, the mode and the spare minutes of a session or a track.

    ``before`` are the structures that stand there already, in their order.
    """

    people: int | None
    mode: str = shapes.Mode.BOTH
    spare: int | None = None
    before: tuple[Structure, ...] = ()

    @property
    def last(self) -> Structure | None:
        return self.before[-1] if self.before else None

    def need(self, words: str, used: Iterable[str]) -> Need:
        """What these people need here, for a question in those words.

        Minutes bar nothing: a plan that is full can make room, and each offer says how much it is over.
        """
        before = tuple(one.slug for one in self.before)
        return Need(words, self.people, None, self.mode, before, frozenset(used))


@dataclass
class Suggestion:
    """A structure that could answer: what speaks for it, and what it means for these people and this time.

    ``about``: what is told of it as a sentence; ``barred``: what makes it impossible here. Reasons and cautions are
    phrases; ``invitation`` is the fit's nearest to the question.
    """

    structure: Structure
    recipe: Recipe
    room: Room
    about: str = ""
    named: bool = False
    invitation: str = ""
    reasons: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    barred: str = ""
    is_there: bool = field(default=False, kw_only=True)

    @cached_property
    def _ideal(self) -> tuple[shapes.Span, tuple[shapes.Turn, ...]]:
        return ideal_run(*self.recipe, self.room.people, self.room.mode, self.structure.remainder)

    @property
    def span(self) -> shapes.Span:
        return self._ideal[0]

    @property
    def turns(self) -> tuple[shapes.Turn, ...]:
        return self._ideal[1]

    @property
    def configuration(self) -> str:
        steps, _repeats = self.recipe
        return configuration(
            get_language(), steps, self.room.people, self.structure.remainder, self.room.mode
        )

    @property
    def spare(self) -> int | None:
        return self.room.spare

    @property
    def over(self) -> int:
        """Minutes it would run past the booked end at its ideal length; 0 when it fits or none is booked."""
        return 0 if self.spare is None else max(0, self.span.ideal - self.spare)

    @property
    def squeezes(self) -> bool:
        return bool(self.over) and self.spare is not None and self.span.min <= self.spare

    @property
    def state(self) -> tuple[Any, ...]:
        """Everything that shows of it."""
        one, room = self.structure, self.room
        said = (self.about, self.named, self.invitation, self.reasons, self.cautions, self.barred)
        fitting = (self.over, self.squeezes, room.spare is None, room.people, room.mode)
        return one.slug, one.name, one.remainder, said, self.is_there, self.recipe, fitting

    @property
    def is_too_long(self) -> bool:
        """Whether no squeezing makes it fit."""
        return bool(self.over) and not self.squeezes

    @property
    def fits_badly(self) -> tuple[bool, bool]:
        """Sorts what is in the plan already, and what is too long, behind the others."""
        return self.is_there, self.is_too_long


def fits_of(question: int, last: Structure | None) -> list[Fit]:
    """The fits of a catalogue's question, best first, each with why it follows the ``last`` structure, if it does."""
    after = Pairing.objects.filter(after=OuterRef("structure"), before=last.pk if last else None)
    fits = Fit.objects.ranked().filter(question=question).select_related("structure")
    shown = fits.defer(*unshown("structure", {*SHOWN, *SITUATION}))
    return list(shown.annotate(follows=Subquery(after.values("because")[:1])))


def fitting(
    fits: Iterable[Fit], recipes: Mapping[int, Recipe], room: Room, need: Need
) -> Iterator[Suggestion]:
    """The fits as suggestions: what the catalogue says of each, and what is known of the situation."""
    for fit in fits:
        one = fit.structure
        offer = Suggestion(
            one, recipes[one.pk], room, fit.because, fit.strength == Strength.NAMED, fit.invitation
        )
        reasons, cautions = suited(candidate_of(fit, room), need, offer.span)
        teller = Teller([one, *room.before], [], need.mode)
        reasons = tuple(told for told in reasons if told.code != Why.COMMON)  # most that fit are
        offer.reasons, offer.cautions = (
            capitalised(teller.say(one.slug, each) for each in telling(told)) for told in (reasons, cautions)
        )
        offer.is_there = one.slug in need.used
        yield offer


def candidate_of(fit: Fit, room: Room) -> Candidate:
    """What says whether it suits the situation, from what a fit's query has read."""
    one = fit.structure
    follows = {room.last.slug: fit.follows} if room.last and fit.follows else {}
    return Candidate(
        one.slug,
        people_min=one.people_min,
        people_best_min=one.people_best_min,
        people_best_max=one.people_best_max,
        people_max=one.people_max,
        online=one.online,
        difficulty=one.difficulty,
        commonness=COMMONNESS[one.usage],
        follows=follows,
    )


def answered(
    ranking: Ranking, need: Need, questions: Sequence[Question], before: Sequence[Structure]
) -> Answer:
    """The first of a ranking in the words of every page, but for what an offer says anyway; in one query."""
    first, barred = ranking.matched[:MOST], ranking.excluded[:MOST]
    told = [one.slug for one in (*first, *barred)]
    stored = Structure.objects.published().filter(slug__in=told).only(*SHOWN, "makes_possible")
    matched = tuple(
        replace(one, reasons=telling(one.reasons), cautions=telling(one.cautions)) for one in first
    )
    ranking = replace(ranking, matched=matched)
    return in_words(need, ranking, [*before, *stored], questions, MOST)


def matching(answer: Answer, recipes: Mapping[int, Recipe], room: Room) -> Iterator[Suggestion]:
    """What was found, as suggestions."""
    for found in answer.found:
        one = found.structure
        is_told = any(said.code == Why.SAID and one.makes_possible in said for said in found.reasons)
        yield Suggestion(
            one,
            recipes[one.pk],
            room,
            about="" if is_told else one.makes_possible,
            invitation=found.invitation,
            reasons=capitalised(found.reasons),
            cautions=capitalised(found.cautions),
            is_there=one.slug in answer.need.used,
        )


def impossible(answer: Answer, recipes: Mapping[int, Recipe], room: Room) -> Iterator[Suggestion]:
    """What would answer if it could be here, each with what makes it impossible."""
    for found in answer.barred:
        one = found.structure
        there = one.slug in answer.need.used
        yield Suggestion(one, recipes[one.pk], room, barred=found.because, is_there=there)


def telling(told: Iterable[Told]) -> tuple[Told, ...]:
    """What an offer does not say anyway."""
    return tuple(one for one in told if one.code not in SEEN)


def capitalised(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(capfirst(one) for one in phrases)
