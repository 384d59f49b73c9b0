"""What a convenor may type into a journey itself, its questions and its sessions."""

from typing import Any, ClassVar
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sessions.choices import SessionMode
from sessions.domain import limits
from sessions.fields import ClockField, DayField, LineField, RoomsField
from sessions.forms.editing import EditForm, minutes_shown
from sessions.models import Session
from structures.fields import MinutesField, PeopleField
from structures.models import Question


class JourneyForm(EditForm):
    """The words a journey goes by."""

    title = LineField(label=_("Title"), max_length=limits.MAX_TITLE)
    purpose = forms.CharField(
        label=_("Purpose"), max_length=limits.MAX_TEXT, required=False, widget=forms.Textarea
    )
    people = PeopleField()
    who = forms.CharField(label=_("Who they are"), max_length=300, required=False)


class QuestionForm(EditForm):
    """Its words, what the group answered, and the convening question whose structures are suggested for it."""

    stored_as: ClassVar[dict[str, str]] = {"linked": "question"}

    text = LineField(label=_("Question"), max_length=limits.MAX_QUESTION)
    outcome = forms.CharField(label=_("Outcome"), max_length=limits.MAX_TEXT, required=False)
    linked = forms.ModelChoiceField(Question.objects.published(), to_field_name="slug", required=False)


class QuestionAddForm(forms.Form):
    """A question in the group's words, or one of the catalogue's in its own."""

    text = LineField(max_length=limits.MAX_QUESTION, required=False)
    question = forms.ModelChoiceField(Question.objects.published(), to_field_name="slug", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned["text"] and not cleaned["question"]:
            self.add_error("text", _("Type the question, or choose one."))
        return cleaned


class SessionForm(EditForm):
    """When and where a session is."""

    title = forms.CharField(label=_("Title"), max_length=limits.MAX_TITLE, required=False)
    date = DayField(label=_("Date"))
    starts_at = ClockField(label=_("Start"))
    minutes = MinutesField(label=_("Booked minutes"), least=1)
    mode = forms.ChoiceField(label=_("Where"), choices=SessionMode)
    place = forms.CharField(label=_("Place"), max_length=limits.MAX_TITLE, required=False)
    link = forms.URLField(
        label=_("Link to the meeting"), max_length=limits.MAX_LINK, required=False, assume_scheme="https"
    )
    timezone = forms.CharField(label=_("Time zone"), max_length=limits.MAX_TIMEZONE)
    people = PeopleField()
    rooms = RoomsField(label=_("Rooms, or places for groups"))

    def __init__(self, data: Any, session: Session) -> None:
        super().__init__(data, session)
        if "minutes" in self.fields:
            self.fields["minutes"].current = minutes_shown(data)

    def clean_timezone(self) -> str:
        name = self.cleaned_data["timezone"].strip().replace(" ", "_")
        if name not in available_timezones():
            raise ValidationError(
                _("“%(name)s” is no time zone. Type a place like Europe/London."), params={"name": name}
            )
        return name
