"""What a convenor may type into a journey, and the sentence they get when it cannot be so."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sessions.choices import Kind, SessionMode
from sessions.domain import limits
from sessions.fields import ClockField, DayField
from sessions.models import Activity, Journey, JourneyQuestion, Session
from structures.domain.durations import DurationError, parse_minutes
from structures.fields import MinutesField, PeopleField
from structures.models import Question, Structure


class EditForm(forms.Form):
    """A form that edits in place: it takes the fields it is sent, and keeps those the person really changed.

    Beside each field the page sends what stood there (``initial-<name>``, Django's hidden initial). What
    somebody else changed meanwhile in a field that this person left alone is not overwritten.
    """

    def __init__(self, data: Any, instance: Any) -> None:
        super().__init__(data)
        self.instance = instance
        for name in [name for name in self.fields if not typed_into(data, name)]:
            del self.fields[name]

    @property
    def changes(self) -> dict[str, Any]:
        """The cleaned values of the fields whose text is not the one the page was given."""
        return dict(self.cleaned_data)


def typed_into(data: Any, name: str) -> bool:
    """Whether the person changed the field. A checkbox left empty is not sent, but its hidden initial is."""
    was = data.get(f"initial-{name}")
    return (name in data or was is not None) and plain(data.get(name, "")) != plain(was)


def plain(text: str | None) -> str | None:
    """Line ends as one character: browsers send two."""
    return text and text.replace("\r\n", "\n")


class JourneyForm(EditForm):
    """The words a journey goes by."""

    title = forms.CharField(label=_("Title"), max_length=limits.MAX_TITLE)
    purpose = forms.CharField(
        label=_("Purpose"), max_length=limits.MAX_TEXT, required=False, widget=forms.Textarea
    )
    people = PeopleField()
    who = forms.CharField(label=_("Who they are"), max_length=300, required=False)


class QuestionForm(EditForm):
    text = forms.CharField(label=_("Question"), max_length=limits.MAX_QUESTION)
    outcome = forms.CharField(label=_("Outcome"), max_length=limits.MAX_TEXT, required=False)


class QuestionAddForm(forms.Form):
    """A question in the group's words, or one of the catalogue's in its own."""

    text = forms.CharField(max_length=limits.MAX_QUESTION, required=False)
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


class ActivityForm(EditForm):
    """A row of the agenda. ``minutes`` left empty are the sum of the steps."""

    title = forms.CharField(label=_("Title"), max_length=limits.MAX_TITLE)
    minutes = MinutesField(label=_("Minutes"))
    invitation = forms.CharField(label=_("Invitation"), max_length=limits.MAX_TEXT, required=False)
    question = forms.ModelChoiceField(
        JourneyQuestion.objects.none(), to_field_name="code", label=_("Question"), required=False
    )
    pinned_at = ClockField(label=_("Pinned at"))
    lead = forms.CharField(label=_("Lead"), max_length=limits.MAX_LEAD, required=False)
    brief = forms.CharField(label=_("For participants"), max_length=limits.MAX_TEXT, required=False)
    notes = forms.CharField(label=_("Private notes"), max_length=limits.MAX_TEXT, required=False)
    protected = forms.BooleanField(label=_("Protected"), required=False)

    def __init__(self, data: Any, activity: Activity) -> None:
        super().__init__(data, activity)
        if "minutes" in self.fields:
            self.fields["minutes"].current = minutes_shown(data)
        if "question" in self.fields:
            self.fields["question"].queryset = activity.journey.questions.all()

    @property
    def changes(self) -> dict[str, Any]:
        changes = super().changes
        if "invitation" in changes:  # the first of the rounds' invitations; the others stay
            others = self.instance.invitations[1:]
            first = changes.pop("invitation")
            changes["invitations"] = [first, *others] if first or others else []
        return changes


def minutes_shown(data: Any) -> int | None:
    """The minutes the page showed, which ``+5`` and ``-10`` count from."""
    try:
        return parse_minutes(data.get("initial-minutes", ""))
    except DurationError:
        return None


class AddForm(forms.Form):
    """What to add, and where: a structure (perhaps for a question), or a row of another kind."""

    structure = forms.ModelChoiceField(
        Structure.objects.published().with_recipe(), to_field_name="slug", required=False
    )
    question = forms.ModelChoiceField(JourneyQuestion.objects.none(), to_field_name="code", required=False)
    session = forms.ModelChoiceField(Session.objects.none(), to_field_name="code", required=False)
    kind = forms.ChoiceField(choices=Kind, required=False)
    title = forms.CharField(max_length=limits.MAX_TITLE, required=False)
    minutes = MinutesField()
    invitation = forms.CharField(max_length=limits.MAX_TEXT, required=False)

    def __init__(self, data: Any, journey: Journey) -> None:
        super().__init__(data)
        self.fields["question"].queryset = journey.questions.all()
        self.fields["session"].queryset = journey.sessions.all()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        nothing = not cleaned.get("structure") and cleaned.get("kind") in ("", Kind.STRUCTURE)
        if nothing and not self.errors:
            raise ValidationError(_("Choose a structure, or what else to add."))
        return cleaned


class ReturnForm(forms.Form):
    """Where a parked row comes back to, if the convenor says: a place (0 is first) of a session."""

    to = forms.IntegerField(
        min_value=0, required=False, error_messages={"invalid": _("Type the place in figures, like 3.")}
    )
    session = forms.ModelChoiceField(Session.objects.none(), to_field_name="code", required=False)

    def __init__(self, data: Any, journey: Journey) -> None:
        super().__init__(data)
        self.fields["session"].queryset = journey.sessions.all()


class MoveForm(ReturnForm):
    """Where a row goes: one place up or down, or to a place of a session."""

    UP, DOWN = "up", "down"
    direction = forms.ChoiceField(choices=[(UP, _("up")), (DOWN, _("down"))], required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned["direction"] and cleaned["to"] is None:
            raise ValidationError(_("Say where it should go: up, down, or to which place."))
        return cleaned

    def target(self, position: int) -> int:
        """The place in the same list: 0 is first."""
        steps = {self.UP: max(0, position - 1), self.DOWN: position + 1}
        return steps.get(self.cleaned_data["direction"], self.cleaned_data["to"])

    def target_in(self, journey: Journey, activity: Activity) -> tuple[Session | None, int]:
        """The session and the place in it. Up from the first row leads to the end of the session before."""
        if not self.cleaned_data["direction"]:
            return self.cleaned_data["session"], self.cleaned_data["to"]
        to = self.target(activity.position)
        sessions = list(journey.sessions.all())
        if activity.session is None or activity.session not in sessions:
            return None, to
        here = sessions.index(activity.session)
        if self.cleaned_data["direction"] == self.UP and activity.position == 0 and here > 0:
            return sessions[here - 1], sessions[here - 1].activities.count()
        last = activity.session.activities.count() - 1
        if (
            self.cleaned_data["direction"] == self.DOWN
            and activity.position == last
            and here + 1 < len(sessions)
        ):
            return sessions[here + 1], 0
        return activity.session, to
