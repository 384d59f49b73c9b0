"""What is added to the agenda, and where rows go."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sessions.choices import Kind
from sessions.domain import limits
from sessions.fields import HomeField
from sessions.models import Activity, Journey, JourneyQuestion
from sessions.models.placing import Home
from structures.fields import MinutesField
from structures.models import Structure

NO_QUESTION = {"invalid_choice": _("That question is no longer in this journey.")}


class PlacedForm(forms.Form):
    """A form that says where a row goes: a ``home`` (see ``HomeField``)."""

    home = HomeField()

    def __init__(self, data: Any, journey: Journey) -> None:
        super().__init__(data)
        self.fields["home"].journey = journey


class AddForm(PlacedForm):
    """What to add, and where: a structure (perhaps for a question), tracks side by side, or a row of another kind."""

    structure = forms.ModelChoiceField(
        Structure.objects.published().with_recipe(), to_field_name="slug", required=False
    )
    question = forms.ModelChoiceField(
        JourneyQuestion.objects.none(), to_field_name="code", required=False, error_messages=NO_QUESTION
    )
    kind = forms.ChoiceField(choices=Kind, required=False)
    title = forms.CharField(max_length=limits.MAX_TITLE, required=False)
    minutes = MinutesField()
    invitation = forms.CharField(max_length=limits.MAX_TEXT, required=False)
    parallel = forms.BooleanField(required=False)

    def __init__(self, data: Any, journey: Journey) -> None:
        super().__init__(data, journey)
        self.fields["question"].queryset = journey.questions.all()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        something = cleaned.get("structure") or cleaned.get("parallel")
        nothing = not something and cleaned.get("kind") in ("", Kind.STRUCTURE)
        if nothing and not self.errors:
            raise ValidationError(_("Choose a structure, or what else to add."))
        return cleaned


class SwapForm(forms.Form):
    """Which structure a row runs from now on; empty: none."""

    structure = forms.ModelChoiceField(
        Structure.objects.published().with_recipe(),
        to_field_name="slug",
        required=False,
        error_messages={"invalid_choice": _("That structure is no longer in the catalogue.")},
    )


class ReturnForm(PlacedForm):
    """Where a row goes, if the convenor says: a place (0 is first) of a list."""

    to = forms.IntegerField(
        min_value=0, required=False, error_messages={"invalid": _("Type the place in figures, like 3.")}
    )


class MoveForm(ReturnForm):
    """Where a row goes: one place up or down, to a place of its list, or to another list."""

    UP, DOWN = "up", "down"
    direction = forms.ChoiceField(choices=[(UP, _("up")), (DOWN, _("down"))], required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        nowhere = not cleaned.get("direction") and cleaned.get("to") is None and not cleaned.get("home")
        if nowhere and not self.errors:
            raise ValidationError(_("Say where it should go: up, down, or to which place."))
        return cleaned

    def target(self, position: int) -> int:
        """The place in the same list: 0 is first."""
        steps = {self.UP: max(0, position - 1), self.DOWN: position + 1}
        return steps.get(self.cleaned_data["direction"], self.cleaned_data["to"])

    def target_in(self, journey: Journey, activity: Activity) -> tuple[Home, int | None]:
        """The list and the place in it. Up from the first row leads to the end of the session before."""
        here, direction = Home.of(activity), self.cleaned_data["direction"]
        if not direction:
            return self.cleaned_data["home"] or here, self.cleaned_data["to"]
        sessions = list(journey.sessions.all())
        if here.session not in sessions:
            return here, self.target(activity.position)
        number = sessions.index(here.session)
        if direction == self.UP and activity.position == 0 and number > 0:
            return Home(sessions[number - 1]), None
        is_last = activity.position == here.session.activities.count() - 1
        if direction == self.DOWN and is_last and number + 1 < len(sessions):
            return Home(sessions[number + 1]), 0
        return here, self.target(activity.position)


class SeveralForm(PlacedForm):
    """What to do with several rows at once."""

    PARK, DUPLICATE, REMOVE, MOVE, ANSWER = VERBS = "park", "duplicate", "remove", "move", "answer"

    verb = forms.ChoiceField(
        choices=[(verb, verb) for verb in VERBS],
        error_messages={"required": _("Choose what to do with them.")},
    )
    activity = forms.ModelMultipleChoiceField(
        Activity.objects.none(),
        to_field_name="code",
        error_messages={
            "required": _("Select one or more activities first."),
            "invalid_choice": _("One of them is no longer in this journey."),
        },
    )
    question = forms.ModelChoiceField(
        JourneyQuestion.objects.none(), to_field_name="code", required=False, error_messages=NO_QUESTION
    )

    def __init__(self, data: Any, journey: Journey) -> None:
        super().__init__(data, journey)
        self.fields["activity"].queryset = journey.activities.all()
        self.fields["question"].queryset = journey.questions.all()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("verb") == self.MOVE and not cleaned.get("home") and not self.errors:
            raise ValidationError(_("Say where they should go."))
        return cleaned
