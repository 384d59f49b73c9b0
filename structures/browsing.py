"""The catalogue as somebody asks to see it: which structures, in which order, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any

from django.db.models import Prefetch

from structures.choices import Online, Status, Strength
from structures.domain.shapes import Mode, Span, Turn
from structures.models import Fit, Structure
from structures.search import Answer, explain, found

Wishes = Mapping[str, Any]
"""What the form understood: q, question, purpose, people, minutes, mode; absent where not wished."""

_STRENGTHS = list(Strength.values)


@dataclass(frozen=True, slots=True)
class Card:
    """A structure among others, as it runs for the people and the mode wished for.

    ``answer`` is why a search found it, ``fit`` its claim on the question asked, ``fits`` its better ones.
    """

    structure: Structure
    span: Span
    turns: tuple[Turn, ...]
    hue: int = 0
    answer: Answer | None = None
    fit: Fit | None = None
    fits: Sequence[Fit] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is shown. ``without`` says how many there would be if one wish were dropped, by its name."""

    cards: Sequence[Card]
    without: Mapping[str, int] = field(default_factory=dict)


def browse(wishes: Wishes) -> Catalogue:
    """Published structures that meet every wish, in five queries, six with a search.

    In the order of the search if there is one, else of the fits to the question asked, else by name.
    """
    cards = [_card(structure, wishes) for structure in _structures()]
    if "q" in wishes:
        cards = _explained(cards, wishes["q"])
    elif "question" in wishes:
        cards.sort(key=lambda card: _closeness(card.fit))
    shown = [card for card in cards if _meets(card, wishes)]
    return Catalogue(shown, {} if shown else _without_each(cards, wishes))


def best_fits(structure: Structure) -> list[Fit]:
    """A structure's fits, the questions that it answers best first. Prefetch those of published questions."""
    return sorted(structure.fits.all(), key=_closeness)


def _structures() -> Sequence[Structure]:
    fits = Fit.objects.ranked().filter(question__status=Status.PUBLISHED).select_related("question")
    return list(Structure.objects.published().with_recipe().prefetch_related(Prefetch("fits", fits)))


def _card(structure: Structure, wishes: Wishes) -> Card:
    group = {"people": wishes.get("people"), "mode": wishes.get("mode", Mode.BOTH)}
    fits = best_fits(structure)
    fit = next((fit for fit in fits if fit.question == wishes.get("question")), None)
    return Card(
        structure,
        structure.duration(**group),
        structure.turns(**group),
        hue=_hue(fit, fits),
        fit=fit,
        fits=[one for one in fits if one.strength != Strength.USEFUL],
    )


def _hue(fit: Fit | None, fits: Sequence[Fit]) -> int:
    """The question asked, or else the one that the structure answers best."""
    shown = fit or next(iter(fits), None)
    return shown.question.position if shown else 0


def _closeness(fit: Fit | None) -> tuple[float, float, float]:
    if fit is None:
        return inf, inf, inf
    return _STRENGTHS.index(fit.strength), fit.position, fit.pk


def _explained(cards: Sequence[Card], query: str) -> list[Card]:
    """All cards, those that were found first and with the reason."""
    by_structure = {card.structure: card for card in cards}
    questions = {fit.question for card in cards for fit in card.structure.fits.all()}
    answers = explain(found(query), by_structure, questions, query)
    first = [replace(by_structure[one.structure], answer=one) for one in answers]
    return first + [card for card in cards if card.structure not in {one.structure for one in answers}]


def _holds_people(card: Card, people: int) -> bool:
    return card.structure.people_min <= people <= (card.structure.people_max or inf)


_TESTS: Mapping[str, Callable[[Card, Any], bool]] = {
    "q": lambda card, _query: card.answer is not None,
    "question": lambda card, _question: card.fit is not None,
    "purpose": lambda card, purpose: purpose in card.structure.purposes,
    "people": _holds_people,
    "minutes": lambda card, minutes: card.span.min <= minutes,
    "mode": lambda card, mode: mode != Mode.ONLINE or card.structure.online != Online.POORLY,
}


def _meets(card: Card, wishes: Wishes) -> bool:
    return all(_TESTS[name](card, wish) for name, wish in wishes.items())


def _without_each(cards: Sequence[Card], wishes: Wishes) -> dict[str, int]:
    others = {name: {k: v for k, v in wishes.items() if k != name} for name in wishes}
    return {name: sum(_meets(card, rest) for card in cards) for name, rest in others.items()}
