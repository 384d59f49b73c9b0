"""What a convenor may type into a row of the agenda."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sessions.choices import Kind
from sessions.domain import limits
from sessions.fields import ClockField, LineField, MaterialsField
from sessions.forms.editing import EditForm, minutes_shown, typed_into
from sessions.models import Activity, JourneyQuestion
from structures.fields import MinutesField


class ActivityForm(EditForm):
    """A row of the agenda. ``minutes`` left empty are the sum of the steps, ``begins`` left empty unpins it.

    Invitations are fields of their own: ``invitation`` is the first, ``invitation_1`` the one of the next round.
    """

    stored_as = {"begins": "pinned_at"}

    title = LineField(label=_("Title"), max_length=limits.MAX_TITLE)
    minutes = MinutesField(label=_("Minutes"))
    begins = ClockField(label=_("Begins"))
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind)
    question = forms.ModelChoiceField(
        JourneyQuestion.objects.none(), to_field_name="code", label=_("Question"), required=False
    )
    lead = forms.CharField(label=_("Lead"), max_length=limits.MAX_LEAD, required=False)
    brief = forms.CharField(label=_("For participants"), max_length=limits.MAX_TEXT, required=False)
    notes = forms.CharField(label=_("Private notes"), max_length=limits.MAX_TEXT, required=False)
    materials = MaterialsField(label=_("Materials"))
    set_up = forms.CharField(label=_("Set-up"), max_length=limits.MAX_TEXT, required=False)
    outcome = forms.CharField(label=_("Outcome"), max_length=limits.MAX_TEXT, required=False)
    protected = forms.BooleanField(label=_("Protected"), required=False)

    def __init__(self, data: Any, activity: Activity) -> None:
        super().__init__(data, activity)
        for name in sorted(invitations_in(data)):
            if typed_into(data, name):
                self.fields[name] = forms.CharField(
                    label=_("Invitation"), max_length=limits.MAX_TEXT, required=False
                )
        if "minutes" in self.fields:
            self.fields["minutes"].current = minutes_shown(data)
        if "question" in self.fields:
            self.fields["question"].queryset = activity.journey.questions.all()

    @property
    def changes(self) -> dict[str, Any]:
        return with_words(super().changes)

    @property
    def was(self) -> dict[str, Any]:
        return with_words(super().was)

    def show_conflict(self, theirs: Mapping[str, Any]) -> None:
        """The verb tells of invitations by their number."""
        words = theirs.get("words", {})
        named = {INVITATION if not number else f"{INVITATION}_{number}": words[number] for number in words}
        super().show_conflict({name: one for name, one in theirs.items() if name != "words"} | named)


class TrackForm(EditForm):
    """What a track of a row is called."""

    name = forms.CharField(label=_("Name of the track"), max_length=limits.MAX_TITLE)


INVITATION = "invitation"
NUMBERED = re.compile(rf"{INVITATION}(?:_([1-9]\d?))?")


def invitations_in(data: Any) -> dict[str, int]:
    """The fields of invitations in a form, with the number of the invitation: 0 is the first."""
    found = {name: NUMBERED.fullmatch(name) for name in data}
    numbers = {name: int(match[1] or 0) for name, match in found.items() if match}
    return {name: number for name, number in numbers.items() if number < limits.MAX_INVITATIONS}


def with_words(values: dict[str, Any]) -> dict[str, Any]:
    """Invitations under ``words``, by their number, as ``Journey.edit_activity`` takes them."""
    numbers = invitations_in(values)
    others = {name: value for name, value in values.items() if name not in numbers}
    words = {number: values[name] for name, number in numbers.items()}
    return others | {"words": words} if words else others
