"""What a convenor may type into a step of an activity."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sessions.domain import limits
from sessions.forms.editing import EditForm, minutes_shown
from sessions.models import Activity, ActivityStep
from sessions.models.stepping import EDGES, minutes_of, sizes_of
from structures.choices import Grouping, RepeatUnit, SetBy, StepMode
from structures.fields import MinutesField, PeopleField


class StepForm(EditForm):
    """A step. Minutes are for one turn; a shortest or a longest left empty is like the minutes themselves."""

    title = forms.CharField(label=_("Title"), max_length=limits.MAX_STEP_TITLE)
    what = forms.CharField(label=_("What happens"), max_length=limits.MAX_TEXT, required=False)
    grouping = forms.ChoiceField(label=_("Groups"), choices=Grouping)
    size_min = PeopleField(label=_("People from"))
    size_max = PeopleField(label=_("to"))
    minutes = MinutesField(
        label=_("Minutes"), required=True, error_messages={"required": _("Type the minutes; 0 for none.")}
    )
    minutes_min = MinutesField(label=_("Shortest"))
    minutes_max = MinutesField(label=_("Longest"))
    count = forms.IntegerField(
        label=_("Turns"),
        min_value=1,
        max_value=limits.MAX_TURNS,
        error_messages={
            "required": _("It runs at least once: type 1."),
            "invalid": _("Type the number of turns in figures, like 3."),
            "min_value": _("It runs at least once: type 1."),
            "max_value": _("At most %(limit_value)s turns are possible."),
        },
    )
    unit = forms.ChoiceField(label=_("One turn is a"), choices=RepeatUnit)
    set_by = forms.ChoiceField(label=_("Turns set by"), choices=SetBy)
    mode = forms.ChoiceField(label=_("Where"), choices=StepMode)
    optional = forms.BooleanField(label=_("Only if there is time"), required=False)
    protected = forms.BooleanField(label=_("Protected"), required=False)

    def __init__(self, data: Any, step: ActivityStep) -> None:
        super().__init__(data, step)
        for name in EDGES:
            if name in self.fields:
                self.fields[name].current = minutes_shown(data, name)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for order in (minutes_of, sizes_of):
            try:
                order(self.instance, cleaned)
            except ValidationError as error:
                self.add_error(None, error)
        return cleaned


class StepAddForm(forms.Form):
    """Where a new step goes (empty: to the end), and which one it is like, if any."""

    gone = {"invalid_choice": _("That step is no longer in this activity.")}
    below = forms.ModelChoiceField(ActivityStep.objects.none(), required=False, error_messages=gone)
    like = forms.ModelChoiceField(ActivityStep.objects.none(), required=False, error_messages=gone)

    def __init__(self, data: Any, activity: Activity) -> None:
        super().__init__(data)
        for field in self.fields.values():
            field.queryset = activity.steps.select_related("activity")
