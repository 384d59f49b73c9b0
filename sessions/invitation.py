"""The desk on which one invitation is written: what is said, and everything else that could be, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from sessions.domain import limits
from sessions.domain.saying import bare
from sessions.domain.seating import stretches
from sessions.forms.saying import DeskForm, own_name
from sessions.models import Activity, Journey, Revision
from sessions.models.saying import spoken_of
from sessions.plan import Plan
from sessions.rows import Row
from sessions.words_seating import seating_in_words
from structures.choices import Strength
from structures.models import Fit, Structure


def address(journey: Journey, activity: Activity, round: int = 0) -> str:
    """The page with that round in hand. Rounds count from 0 here, and from 1 for people."""
    page = reverse("activity_invitation", args=[journey.code, activity.code])
    return f"{page}?round={round + 1}" if round else page


@dataclass(frozen=True)
class Round:
    """What is said in one round. The one in hand has a field."""

    number: int
    text: str
    url: str
    is_in_hand: bool


@dataclass(frozen=True)
class Slip:
    """Words that could be said: whose they are, and the other rounds that say them. One's own have a field."""

    text: str
    source: str = ""
    is_said: bool = False
    elsewhere: str = ""
    field: forms.BoundField | None = None

    @property
    def name(self) -> str:
        return own_name(self.text)


@dataclass(frozen=True)
class Desk:
    """The page of one invitation, and of the round in hand, which may be one after those that have words."""

    journey: Journey
    row: Row
    form: DeskForm
    structure: Structure | None
    fit: Fit | None

    @classmethod
    def of(cls, journey: Journey, activity: Activity, form: DeskForm) -> Self:
        """In a constant number of queries, however much is said. ``DoesNotExist`` where the row has just gone."""
        rows = (row for row in Plan.of(journey).every_row if row.activity.code == activity.code)
        row = next(rows, None)
        if row is None:
            raise Activity.DoesNotExist
        key, question = row.activity.structure_id, row.activity.question
        structure = Structure.objects.filter(pk=key).first() if key else None
        asked = question.question if question else None
        fit = Fit.objects.filter(structure=structure, question=asked).first() if structure and asked else None
        return cls(journey, row, form, structure, fit)

    @property
    def activity(self) -> Activity:
        return self.row.activity

    @property
    def round(self) -> int:
        return self.form.round

    @property
    def said(self) -> str:
        """What is said in the round in hand."""
        return spoken_of(self.activity).now(self.round)

    @property
    def number(self) -> int:
        return self.round + 1

    @cached_property
    def rounds(self) -> list[Round]:
        """Those that have words, and the one in hand."""
        texts = self.activity.invitations or [""]
        texts = [*texts, *[""] * (self.round + 1 - len(texts))]
        return [
            Round(number + 1, text, self._address(number), number == self.round)
            for number, text in enumerate(texts)
        ]

    @property
    def next_round(self) -> str:
        """Where words for one more round are found; nothing while the last has none, or where there are enough."""
        last = len(self.rounds)
        return self._address(last) if self.rounds[-1].text and last < limits.MAX_INVITATIONS else ""

    @property
    def address(self) -> str:
        return address(self.journey, self.activity)

    def _address(self, round: int) -> str:
        return address(self.journey, self.activity, round)

    @property
    def of_the_question(self) -> Slip | None:
        """What the fit says to this question."""
        if self.fit is None:
            return None
        named = self.fit.strength == Strength.NAMED
        return self._slip(
            self.fit.invitation, _("Named for this question") if named else _("For this question")
        )

    @property
    def of_the_structure(self) -> Slip | None:
        return self._slip(self.structure.invitation, _("For any question")) if self.structure else None

    @property
    def given(self) -> list[Slip]:
        """What the catalogue would say: to this question, and in general."""
        found = [slip for slip in (self.of_the_question, self.of_the_structure) if slip]
        return list({bare(slip.text): slip for slip in reversed(found)}.values())[::-1]

    @property
    def examples(self) -> list[Slip]:
        return [self._slip(text) for text in self.structure.invitation_examples] if self.structure else []

    @property
    def own(self) -> list[Slip]:
        """The convenor's own: those that are said, then those that are kept."""
        return [
            *self._own_said(),
            *(self._slip(text, field=self.form[own_name(text)]) for text in self._kept),
        ]

    @property
    def _kept(self) -> list[str]:
        return [text for text in self.activity.alternatives if own_name(text) in self.form.fields]

    def _own_said(self) -> Iterator[Slip]:
        """What is said in any round and is not the catalogue's."""
        theirs = {bare(slip.text) for slip in (*self.given, *self.examples)}
        texts = {bare(text): text for text in self.activity.invitations if bare(text)}
        return (self._slip(text) for key, text in texts.items() if key not in theirs)

    def _slip(self, text: str, source: str = "", **kwargs: Any) -> Slip:
        others = [
            str(one.number) for one in self.rounds if bare(one.text) == bare(text) and not one.is_in_hand
        ]
        return Slip(text, source, bare(text) == bare(self.said), ", ".join(others), **kwargs)

    @property
    def newest(self) -> Revision | None:
        return self.journey.newest

    @property
    def chat(self) -> str:
        """What to paste into the chat of a call: what it is, the words, and how people sit."""
        steps, repeats = self.activity.shapes()
        seating = seating_in_words(stretches(self.row.turns, steps, repeats)) if steps else ""
        return "\n\n".join(filter(None, [self.activity.title, self.said, seating]))
