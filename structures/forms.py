"""What people may ask of the catalogue. Everything is optional; what cannot be is said at its field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from structures.choices import Purpose
from structures.domain.shapes import Mode
from structures.fields import MinutesField, PeopleField, short_box
from structures.models import Question
from structures.words import minutes_in_words

WHERE = [("", _("Either")), (Mode.IN_PERSON.value, _("In the room")), (Mode.ONLINE.value, _("Online"))]


class GroupForm(forms.Form):
    """The group that a structure is worked out for."""

    people = PeopleField(widget=short_box(inputmode="numeric"))
    mode = forms.ChoiceField(
        label=_("Where"),
        choices=WHERE,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose in the room, online or either.")},
    )

    @property
    def wishes(self) -> dict[str, Any]:
        """What was asked for and can be: other fields being wrong does not take it away."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}


@dataclass(frozen=True, slots=True)
class Chip:
    """A wish in words, and the address of the page without it."""

    name: str
    words: str
    without: str


class FilterForm(GroupForm):
    """What the catalogue is narrowed down by. It lives in the address, so that it can be kept and sent."""

    field_order = ["q", "question", "purpose", "people", "minutes", "mode"]

    q = forms.CharField(label=_("Search"), max_length=300, required=False, strip=True)
    question = forms.ModelChoiceField(
        Question.objects.published(),
        label=_("Question"),
        to_field_name="slug",
        required=False,
        empty_label=_("Any question"),
        error_messages={"invalid_choice": _("There is no such question. Choose one from the list.")},
    )
    purpose = forms.ChoiceField(
        label=_("Purpose"),
        choices=[("", _("Any purpose")), *Purpose.choices],
        required=False,
        error_messages={"invalid_choice": _("There is no such purpose. Choose one from the list.")},
    )
    minutes = MinutesField(least=1, label=_("Minutes at most"), widget=short_box())

    @property
    def questions(self) -> list[Question]:
        """The questions to choose from."""
        return list(self.fields["question"].queryset)

    @property
    def chips(self) -> Iterator[Chip]:
        """The wishes in force, each with the way to drop it."""
        for name, value in self.wishes.items():
            kept = {k: v for k, v in self.data.items() if v and k != name and k in self.fields}
            # "?" alone where nothing is left: an empty address would be the page as it is.
            yield Chip(name, in_words(name, value), f"?{urlencode(kept)}")


def in_words(name: str, value: Any) -> str:
    """A wish as the person would say it."""
    match name:
        case "q":
            return _("“%(query)s”") % {"query": value}
        case "people":
            return ngettext("%(n)s person", "%(n)s people", value) % {"n": value}
        case "minutes":
            return _("at most %(minutes)s") % {"minutes": minutes_in_words(value)}
        case "question":
            return value.short
    return str(dict([*WHERE, *Purpose.choices])[value])
