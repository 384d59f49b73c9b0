"""A structure among others on a page: how it runs for the people and the mode wished for, and why it is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from structures.answering import Answer, Found
from structures.domain.shapes import Mode, Span, Turn
from structures.models import Fit, Structure


@dataclass(frozen=True, slots=True)
class Card:
    """``answers`` what was asked, unless something bars it: then it is not ``found``. ``fit`` is its claim on the
    question that the catalogue is narrowed down to, ``fits`` are its better ones, ``hue`` is a place on the arc."""

    structure: Structure
    span: Span
    turns: tuple[Turn, ...]
    hue: int = 0
    answers: bool = False
    found: Found | None = None
    fit: Fit | None = None
    fits: Sequence[Fit] = ()


def card(structure: Structure, people: int | None = None, mode: str = Mode.BOTH, **more: Any) -> Card:
    """The structure as it runs for them. It comes with its recipe."""
    return Card(structure, structure.duration(people, mode), structure.turns(people, mode), **more)


def cards(answer: Answer) -> list[Card]:
    """What was found, in its order, in the hue of the question that gave the invitation."""
    group = (answer.need.people, answer.need.mode)
    return [card(one.structure, *group, hue=hue_of(one), answers=True, found=one) for one in answer.found]


def hue_of(found: Found) -> int:
    return found.question.position if found.question else 0
