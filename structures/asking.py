"""What somebody asks of the catalogue, and what they are told: alike on the first page and in the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.http import urlencode

from structures.answering import FIRST, Answer, answer
from structures.cards import Card, cards
from structures.domain.needs import Need
from structures.forms import AskForm, as_typed, group_of


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer to a need and the cards of it that a page shows."""

    answer: Answer
    cards: Sequence[Card]

    @property
    def need(self) -> Need:
        return self.answer.need

    @property
    def start_with(self) -> str:
        """What a journey with this question begins with, for the address."""
        return urlencode({"text": self.need.question} | group_of(self.need))

    @property
    def asked_again(self) -> str:
        """The same need, for the address of any page that answers."""
        return urlencode(as_typed(self.need))

    @property
    def group(self) -> str:
        """The people and the mode, for the address of a structure's page."""
        return urlencode({name: value for name, value in group_of(self.need).items() if name != "minutes"})


def asked(form: AskForm) -> Asked | None:
    """What the first page says to what was typed; None where nothing was, for then there is nothing to match."""
    need = form.need
    if not need.question:
        return None
    found = answer(need, FIRST)
    return Asked(found, cards(found) if found.is_meant else ())
