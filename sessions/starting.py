"""The forms a journey starts from: a few fields, every one of which can also wait, or a published string."""

from collections.abc import Iterable
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from sessions.choices import SessionMode
from sessions.codes import ALPHABET, LENGTH, new_token
from sessions.domain import limits
from sessions.domain.naming import title_from
from sessions.fields import ClockField, DayField
from sessions.models.starting import claims
from sessions.repertoire import Piece
from structures.fields import MinutesField, PeopleField, short_box
from structures.models import Question, Structure


class Start(models.TextChoices):
    """What a journey's questions are when it starts."""

    ALL = "all", _("All the convening questions")
    CHOICE = "choice", _("Some of them")
    OWN = "own", _("A question in our own words")
    BLANK = "blank", _("A blank page")


MOST_SESSIONS = 10
"""Sessions that a journey starts with at the most."""
PREFILLED = ("purpose", "people", "minutes", "sessions", "title")
"""Fields that another page can fill in by their names."""
DRAFT = "draft"
"""What the second button wants: the builder opens with drafts to choose from."""
MODES = [(value, capfirst(label)) for value, label in SessionMode.choices]


def typed(**attrs: str) -> forms.TextInput:
    """A field that keeps whatever was typed into it, so that the answer can quote it."""
    return forms.TextInput({"autocomplete": "off", **attrs})


def spoken(rows: int) -> forms.Textarea:
    return forms.Textarea({"rows": rows, "dir": "auto"})


def key_field() -> forms.CharField:
    """A key that is made anew for every page: the same page sent twice means the same journey (``code_for``)."""
    hidden = forms.HiddenInput({"autocomplete": "off"})
    return forms.CharField(initial=new_token, required=False, max_length=43, widget=hidden)


class JourneyStartForm(forms.Form):
    """A journey from a few answers of the convenor's own."""

    purpose = forms.CharField(
        label=_("What is it for?"),
        help_text=_("A sentence is plenty: so that every patient goes home the day they are ready."),
        max_length=limits.MAX_TEXT,
        required=False,
        widget=spoken(2),
    )
    people = PeopleField(widget=short_box(inputmode="numeric"), help_text=_("Roughly is fine"))
    minutes = MinutesField(label=_("Time"), least=1, widget=short_box(), help_text=_("90, 1 h 30 or 1:30"))
    sessions = forms.IntegerField(
        label=_("Sessions"),
        help_text=_("Each of that time"),
        initial=1,
        min_value=1,
        max_value=MOST_SESSIONS,
        required=False,
        widget=short_box(inputmode="numeric"),
        error_messages={
            "invalid": _("Type the number of sessions in figures, like 2."),
            "min_value": _("There is at least one session."),
            "max_value": _("Start with at most %(limit_value)s sessions; more can be added later."),
        },
    )
    mode = forms.ChoiceField(
        label=_("Where"), choices=MODES, initial=SessionMode.IN_PERSON, widget=forms.RadioSelect
    )
    start = forms.ChoiceField(
        label=_("Start from"), choices=Start, initial=Start.ALL, widget=forms.RadioSelect
    )
    questions = forms.ModelMultipleChoiceField(
        Question.objects.none(),
        to_field_name="slug",
        label=_("Which questions?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    own = forms.CharField(
        label=_("Your question"),
        help_text=_("If there are several, one on each line."),
        required=False,
        widget=spoken(2),
    )
    title = forms.CharField(
        label=_("Title"),
        help_text=_("Left empty, it follows from the purpose or the question."),
        max_length=limits.MAX_TITLE,
        required=False,
        widget=typed(dir="auto"),
    )
    date = DayField(label=_("Date"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    starts_at = ClockField(label=_("Start"), widget=short_box(placeholder="13:30"))
    timezone = forms.CharField(
        label=_("Time zone"), max_length=limits.MAX_TIMEZONE, required=False, widget=typed()
    )
    structure = forms.ModelChoiceField(
        Structure.objects.published(),
        to_field_name="slug",
        required=False,
        widget=forms.HiddenInput,
        error_messages={
            "invalid_choice": _("That structure is no longer in the catalogue. Start without it.")
        },
    )
    key = key_field()
    then = forms.CharField(required=False, max_length=10)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["questions"].queryset = Question.objects.published()
        self.fields["timezone"].initial = settings.TIME_ZONE

    def focus_on_mistake(self) -> None:
        """Begin where the first mistake is: a phone shows only the top of the page."""
        for name in [name for name in self.fields if name in self.errors][:1]:
            self.fields[name].widget.attrs["autofocus"] = True

    @classmethod
    def prefilled(cls, query: QueryDict) -> "JourneyStartForm":
        """The empty form, with what another page already knows: a question, a structure, people, minutes …"""
        known = {name: query[name] for name in PREFILLED if query.get(name)}
        if query.get("mode") in SessionMode:
            known["mode"] = query["mode"]
        form = cls(initial=known)
        form.initial |= form.asked_for(query)
        return form

    def asked_for(self, query: QueryDict) -> dict[str, Any]:
        """What to start from: the group's own words, or chosen questions, or the structure's best one."""
        structure = self.fields["structure"].queryset.filter(slug__in=query.getlist("structure")[:1]).first()
        chosen = self.fields["questions"].queryset.filter(slug__in=query.getlist("question"))
        slugs = [question.slug for question in chosen]
        own = query.get("text", "")
        if structure and not slugs and not own:
            slugs = [fit.question.slug for fit in claims(structure)[:1]]
        known = {"structure": structure and structure.slug, "questions": slugs, "own": own}
        return known | {"start": Start.OWN if own else Start.CHOICE if slugs else Start.ALL}

    @property
    def arc(self) -> str:
        """The convening questions by their short names."""
        return " · ".join(self.fields["questions"].queryset.values_list("short", flat=True))

    @property
    def opening(self) -> Structure | None:
        """The structure the agenda will begin with, if one was brought along."""
        slug = self["structure"].value()
        return Structure.objects.published().with_recipe().filter(slug=slug).first() if slug else None

    @property
    def details_open(self) -> bool:
        """Something below the fold was typed, or is wrong."""
        typed_into = any(self[name].value() for name in ("title", "date", "starts_at"))
        return typed_into or not self.errors.keys().isdisjoint(["title", "date", "starts_at", "timezone"])

    def clean_own(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["own"].splitlines()]
        asked = [line for line in lines if line]
        if any(len(line) > limits.MAX_QUESTION for line in asked):
            raise ValidationError(
                _("A question has at most %(most)s characters."), params=most(limits.MAX_QUESTION)
            )
        if len(asked) > limits.MAX_QUESTIONS:
            raise ValidationError(
                _("A journey has at most %(most)s questions."), params=most(limits.MAX_QUESTIONS)
            )
        return asked

    def clean_timezone(self) -> str:
        name = self.cleaned_data["timezone"].replace(" ", "_") or settings.TIME_ZONE
        if name not in available_timezones():
            message = _("“%(name)s” is no time zone. Type a place like Europe/London.")
            raise ValidationError(message, params={"name": name})
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("start") == Start.CHOICE and not cleaned.get("questions", True):
            self.add_error("questions", _("Choose at least one question, or start from a blank page."))
        if cleaned.get("start") == Start.OWN and not cleaned.get("own", True):
            self.add_error("own", _("Type the question, or start from a blank page."))
        if cleaned.get("start") == Start.BLANK and cleaned.get("then") == DRAFT:
            self.add_error("start", _("A draft answers questions. Choose some, or type one of your own."))
        return cleaned

    @property
    def is_to_be_drafted(self) -> bool:
        return bool(self.cleaned_data["then"] == DRAFT)

    @property
    def wanted(self) -> dict[str, Any]:
        """The arguments of ``Journey.begin``."""
        cleaned = self.cleaned_data
        questions = {
            Start.ALL: list(self.fields["questions"].queryset),
            Start.CHOICE: list(cleaned["questions"]),
        }
        own = cleaned["own"] if cleaned["start"] == Start.OWN else []
        return {
            "title": cleaned["title"] or title_for(cleaned, own),
            "purpose": cleaned["purpose"],
            "people": cleaned["people"],
            "questions": questions.get(cleaned["start"], []),
            "own": own,
            "near": cleaned["questions"] if own else (),
            "sessions": cleaned["sessions"] or 1,
            "session": {name: cleaned[name] for name in ("minutes", "mode", "date", "starts_at", "timezone")},
            "structure": cleaned["structure"],
            "code": code_for(self.data) if cleaned["key"] else "",
        }


class StringStartForm(forms.Form):
    """Which of the published strings (``pieces``) a journey starts from, by the clocks of which place."""

    string = forms.ChoiceField(
        error_messages={"invalid_choice": _("That string is no longer here. Choose another one.")}
    )
    timezone = forms.CharField(max_length=limits.MAX_TIMEZONE, required=False, widget=forms.HiddenInput)
    key = key_field()

    def __init__(self, pieces: Iterable[Piece], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.strings = {piece.string.slug: piece.string for piece in pieces}
        self.fields["string"].choices = [(slug, slug) for slug in self.strings]
        self.fields["timezone"].initial = settings.TIME_ZONE

    def clean_timezone(self) -> str:
        """What the browser says, where we know it: nobody has typed it."""
        name = self.cleaned_data["timezone"]
        return name if name in available_timezones() else settings.TIME_ZONE

    @property
    def wanted(self) -> dict[str, Any]:
        """The arguments of ``Journey.begin_with``."""
        cleaned = self.cleaned_data
        document = self.strings[cleaned["string"]].starting(cleaned["timezone"])
        return {"document": document, "code": code_for(self.data) if cleaned["key"] else ""}


NOT_TYPED = ("csrfmiddlewaretoken", "then")
"""Whichever button is pressed, the page starts one journey."""


def code_for(sent: QueryDict) -> str:
    """A journey's code: it follows from everything that was typed, and nobody else can foretell it."""
    fields = sorted((name, values) for name, values in sent.lists() if name not in NOT_TYPED)
    digest = salted_hmac("sessions.starting", repr(fields), algorithm="sha256").digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:LENGTH])


def most(number: int) -> dict[str, int]:
    return {"most": number}


def title_for(cleaned: dict[str, Any], own: list[str]) -> str:
    """What the journey is called until somebody finds a better name."""
    title = title_from(cleaned["purpose"], *own)
    if title:
        return title
    if cleaned["structure"]:
        return _t("A journey with %(structure)s") % {"structure": cleaned["structure"]}
    if cleaned["date"]:
        return _t("Gathering on %(date)s") % {"date": date_format(cleaned["date"])}
    return _t("New journey")
