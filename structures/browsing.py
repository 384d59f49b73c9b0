"""The catalogue as somebody asks to see it: which structures, in which order, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any

from django.db.models import Prefetch

from structures.answering import Answer, in_words
from structures.asking import Asked
from structures.cards import Card, card, hue_of
from structures.choices import Online, Status, Strength
from structures.domain.needs import Need
from structures.domain.ranking import match
from structures.domain.shapes import Mode
from structures.matchmaking import catalogue
from structures.models import Fit, Question, Structure

Wishes = Mapping[str, Any]
"""What the form understood: q, question, purpose, people, minutes, mode, new; absent where not wished."""

_STRENGTHS = list(Strength.values)
_OF_THE_TEXT = ("question", "purpose")
"""Wishes that the ranking knows nothing of."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is shown. ``without`` says how many there would be if one wish were dropped, by its name.

    ``asked`` is what was searched for and what is said to it.
    """

    cards: Sequence[Card]
    without: Mapping[str, int] = field(default_factory=dict)
    asked: Asked | None = None


def browse(wishes: Wishes, need: Need) -> Catalogue:
    """Published structures that meet every wish, in four queries, seven with a search.

    In the order of the answer if there is a question, else of the fits to the one chosen, else by name.
    """
    cards, answer = [_card(structure, wishes) for structure in _structures()], None
    if need.question:
        answer = _told(need, [card.structure for card in cards])
        cards = _explained(cards, answer)
    elif "question" in wishes:
        cards.sort(key=lambda card: _closeness(card.fit))
    shown = [card for card in cards if _meets(card, wishes)]
    asked = Asked(_narrowed(answer, cards, wishes), shown) if answer else None
    return Catalogue(shown, {} if shown else _without_each(cards, wishes), asked)


def _told(need: Need, structures: Sequence[Structure]) -> Answer:
    return in_words(need, match(need, catalogue()), structures, Question.objects.published())


def best_fits(structure: Structure) -> list[Fit]:
    """A structure's fits, the questions that it answers best first. Prefetch those of published questions."""
    return sorted(structure.fits.all(), key=_closeness)


def _structures() -> Sequence[Structure]:
    fits = Fit.objects.ranked().filter(question__status=Status.PUBLISHED).select_related("question")
    return list(Structure.objects.published().with_recipe().prefetch_related(Prefetch("fits", fits)))


def _card(structure: Structure, wishes: Wishes) -> Card:
    fits = best_fits(structure)
    fit = next((fit for fit in fits if fit.question == wishes.get("question")), None)
    better = [one for one in fits if one.strength != Strength.USEFUL]
    group = (wishes.get("people"), wishes.get("mode", Mode.BOTH))
    return card(structure, *group, hue=_hue(fit, fits), fit=fit, fits=better)


def _hue(fit: Fit | None, fits: Sequence[Fit]) -> int:
    """The question asked, or else the one that the structure answers best."""
    shown = fit or next(iter(fits), None)
    return shown.question.position if shown else 0


def _closeness(fit: Fit | None) -> tuple[float, float, float]:
    if fit is None:
        return inf, inf, inf
    return _STRENGTHS.index(fit.strength), fit.position, fit.pk


def _explained(cards: Sequence[Card], answer: Answer) -> list[Card]:
    """All cards: those that were found first and with the reasons, then those that would answer if they could."""
    if answer.found and not answer.is_meant:
        return list(cards)
    by_structure = {card.structure: card for card in cards}
    first = [
        replace(by_structure.pop(one.structure), found=one, answers=True, hue=hue_of(one))
        for one in answer.found
    ]
    barred = [replace(by_structure.pop(one.structure), answers=True) for one in answer.barred]
    return [*first, *barred, *by_structure.values()]


def _narrowed(answer: Answer, cards: Sequence[Card], wishes: Wishes) -> Answer:
    """The answer with what is barred only where it would be shown otherwise."""
    rest = {name: wish for name, wish in wishes.items() if name in _OF_THE_TEXT}
    left = {card.structure for card in cards if _meets(card, rest)}
    barred = tuple(one for one in answer.barred if one.structure in left)
    return replace(answer, barred=barred, barred_among=len(barred))


def _holds_people(card: Card, people: int) -> bool:
    return card.structure.people_min <= people <= (card.structure.people_max or inf)


_TESTS: Mapping[str, Callable[[Card, Any], bool]] = {
    "q": lambda card, _query: card.answers,
    "question": lambda card, _question: card.fit is not None,
    "purpose": lambda card, purpose: purpose in card.structure.purposes,
    "people": _holds_people,
    "minutes": lambda card, minutes: card.span.min <= minutes,
    "mode": lambda card, mode: mode != Mode.ONLINE or card.structure.online != Online.POORLY,
    "new": lambda _card, _new: True,
}


def _meets(card: Card, wishes: Wishes) -> bool:
    return all(_TESTS[name](card, wish) for name, wish in wishes.items())


def _without_each(cards: Sequence[Card], wishes: Wishes) -> dict[str, int]:
    others = {name: {k: v for k, v in wishes.items() if k != name} for name in wishes}
    return {name: sum(_meets(card, rest) for card in cards) for name, rest in others.items()}
