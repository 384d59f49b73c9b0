"""What people may ask of the catalogue. Everything is optional; what cannot be is said at its field."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from secrets import token_urlsafe
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from structures.choices import Purpose
from structures.domain.limits import MOST_QUESTION, MOST_WORDS
from structures.domain.needs import Experience, Need
from structures.domain.shapes import Mode
from structures.fields import MinutesField, PeopleField, short_box
from structures.models import Question
from structures.words import minutes_in_words

WHERE = [("", _("Either")), (Mode.IN_PERSON.value, _("In the room")), (Mode.ONLINE.value, _("Online"))]


def group_of(need: Need) -> dict[str, Any]:
    """What is known of people, minutes and place, by the names that forms give them."""
    mode = "" if need.mode == Mode.BOTH else need.mode
    known = {"people": need.people, "minutes": need.minutes, "mode": mode}
    return {name: value for name, value in known.items() if value not in (None, "")}


def as_typed(need: Need) -> dict[str, Any]:
    """A need by the names that ``AskForm`` gives its parts: what its page's address says."""
    question = {"q": need.question} if need.question else {}
    new = {"new": "on"} if need.experience == Experience.NEW else {}
    return {**question, **group_of(need), **new}


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
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", False)}


class AskForm(GroupForm):
    """A question in the group's own words, and what else is known of the situation."""

    field_order = ["q", "people", "minutes", "mode", "new"]

    q = forms.CharField(label=_("Search"), max_length=MOST_QUESTION, required=False, strip=True)
    minutes = MinutesField(least=1, label=_("Minutes"), widget=short_box())
    new = forms.BooleanField(label=_("I am new to hosting"), required=False)

    @property
    def need(self) -> Need:
        """What is looked for. Without a question there is none."""
        wishes = self.wishes
        known = {name: wishes[name] for name in ("people", "minutes", "mode") if name in wishes}
        experience = Experience.NEW if "new" in wishes else Experience.SOME
        return Need(wishes.get("q", ""), experience=experience, **known)


class WantingForm(forms.Form):
    """A word for the curators of the catalogue, from a page that did not help."""

    question = forms.CharField(
        label=_("What you were looking for"),
        max_length=MOST_QUESTION,
        error_messages={"required": _("Say what you were looking for.")},
        widget=forms.TextInput({"dir": "auto"}),
    )
    words = forms.CharField(
        label=_("What would have helped?"),
        max_length=MOST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail, only if you wish for an answer"),
        required=False,
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    key = forms.CharField(required=False, max_length=43, widget=forms.HiddenInput({"autocomplete": "off"}))
    where = forms.ChoiceField(
        choices=[("home", ""), ("structures", "")], required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, need: Need | None = None, where: str = "home") -> None:
        """``need`` is what was asked, ``where`` the route of the page that answered."""
        super().__init__(*args, auto_id="wanting_%s")
        self.asked = need or AskForm(self.data).need
        known = {"question": self.asked.question, "key": token_urlsafe(16), "where": where}
        self.initial = known | self.initial

    @property
    def need(self) -> Need:
        """What they were looking for, in the words that they left in the form."""
        return replace(self.asked, question=self.cleaned_data["question"])

    @property
    def way_back(self) -> str:
        """The page that answered, as it was."""
        where = self.cleaned_data["where"] or "home"
        return f"{reverse(where)}?{urlencode(as_typed(self.asked))}"

    @property
    def situation(self) -> dict[str, Any]:
        """What was asked, to be sent along."""
        return as_typed(self.asked)


@dataclass(frozen=True, slots=True)
class Chip:
    """A wish in words, and the address of the page without it."""

    name: str
    words: str
    without: str


class FilterForm(AskForm):
    """What the catalogue is narrowed down by. It lives in the address, so that it can be kept and sent."""

    field_order = ["q", "question", "purpose", "people", "minutes", "mode", "new"]

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
        case "new":
            return _("new to hosting")
    return str(dict([*WHERE, *Purpose.choices])[value])
