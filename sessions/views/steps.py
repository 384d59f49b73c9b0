"""The steps of an activity: add, edit, move, remove, take the catalogue's again, or keep one's own."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from sessions.forms import MoveForm, StepAddForm, StepForm
from sessions.models import Activity, ActivityStep, Journey
from sessions.views.activities import on_activity
from sessions.views.board import actor, by, changed, editing, first_error, gone, refused, save

StepView = Callable[[HttpRequest, Journey, ActivityStep], HttpResponse]


def on_step(view: StepView) -> Callable[..., HttpResponse]:
    """Find the step through the journey and its activity, or say that it is gone."""

    @editing
    @wraps(view)
    def found(request: HttpRequest, journey: Journey, activity: str, step: int) -> HttpResponse:
        steps = ActivityStep.objects.select_related("activity")
        row = steps.filter(activity__journey=journey, activity__code=activity, pk=step).first()
        if row is None:
            return gone(request, journey, _("That step is no longer in this activity."))
        return view(request, journey, row)

    return found


@on_activity
def step_add(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    """A new step, to be named where it stands, or a copy of one."""
    form = StepAddForm(request.POST, activity)
    if not form.is_valid():
        return refused(request, journey, first_error(form), status=409)
    step = journey.add_step(activity, **form.cleaned_data, who=actor(request))
    said = _("Added a step to %(title)s.") % {"title": activity}
    return changed(request, journey, said, anchor=f"step-{step.pk}", fresh=f"step-{step.pk}")


@on_step
def step_edit(request: HttpRequest, journey: Journey, step: ActivityStep) -> HttpResponse:
    code, form = f"step-{step.pk}", StepForm(request.POST, step)
    return save(request, journey, code, form, by(request, journey.edit_step, step), anchor=code)


@on_step
def step_move(request: HttpRequest, journey: Journey, step: ActivityStep) -> HttpResponse:
    form = MoveForm(request.POST, journey)
    if not form.is_valid():
        return refused(request, journey, first_error(form))
    moved = journey.move_step(step, to=form.target(step.position), who=actor(request))
    said = _("%(title)s is step %(place)s now.") % {"title": moved, "place": moved.position + 1}
    return changed(request, journey, said, anchor=f"step-{step.pk}")


@on_step
def step_remove(request: HttpRequest, journey: Journey, step: ActivityStep) -> HttpResponse:
    journey.remove_step(step, who=actor(request))
    said = _("Removed the step %(title)s. Undo brings it back.") % {"title": step}
    return changed(request, journey, said, anchor=f"activity-{step.activity.code}")


@on_activity
def steps_reset(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    journey.reset_steps(activity, who=actor(request))
    said = _("%(title)s has the catalogue's steps again. Undo brings yours back.") % {"title": activity}
    return changed(request, journey, said, anchor=f"activity-{activity.code}")


@on_activity
def steps_keep(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    journey.keep_steps(activity, who=actor(request))
    said = _("%(title)s keeps its own steps.") % {"title": activity}
    return changed(request, journey, said, anchor=f"activity-{activity.code}")
