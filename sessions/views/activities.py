"""The rows of the agenda: add, edit, move, park, bring back, remove."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from sessions.choices import USUAL_MINUTES
from sessions.domain.placing import Place, place_for
from sessions.forms import ActivityForm, AddForm, MoveForm, ReturnForm
from sessions.models import Activity, Journey, JourneyQuestion, Session
from sessions.plan import Plan
from sessions.views.board import actor, changed, editing, first_error, gone, refused

ActivityView = Callable[[HttpRequest, Journey, Activity], HttpResponse]


def on_activity(view: ActivityView) -> Callable[..., HttpResponse]:
    """Find the journey through the visitor and the activity through the journey, or say that it is gone."""

    @editing
    @wraps(view)
    def found(request: HttpRequest, journey: Journey, activity: str) -> HttpResponse:
        row = journey.activities.select_related("structure", "session").filter(code=activity).first()
        if row is None:
            return gone(request, journey, _("That activity is no longer in this journey."))
        row.journey = journey
        return view(request, journey, row)

    return found


@editing
def activity_add(request: HttpRequest, journey: Journey) -> HttpResponse:
    form = AddForm(request.POST, journey)
    if not form.is_valid():
        return refused(request, journey, first_error(form), activity_add=form)
    row = add(journey, form.cleaned_data, who=actor(request))
    plan = Plan.of(journey)
    said = _("Added %(title)s. %(time)s") % {"title": row, "time": starts(plan, row)}
    return changed(request, journey, said, anchor=f"activity-{row.code}", plan=plan)


def add(journey: Journey, wanted: dict[str, Any], *, who: Any) -> Activity:
    session = wanted["session"] or journey.sessions.last()
    at = fitting_place(journey, session, wanted["question"], wanted["kind"])
    if wanted["structure"]:
        return journey.add_structure(
            wanted["structure"],
            session=session,
            question=wanted["question"],
            invitation=wanted["invitation"],
            at=at,
            who=who,
        )
    minutes = USUAL_MINUTES.get(wanted["kind"]) if wanted["minutes"] is None else wanted["minutes"]
    fields = {"kind": wanted["kind"], "title": wanted["title"], "minutes": minutes}
    return journey.add_activity(session=session, at=at, who=who, **fields)


def fitting_place(
    journey: Journey, session: Session | None, question: JourneyQuestion | None, kind: str
) -> int | None:
    """Openings go first, closings last, structures where their question belongs."""
    if kind in ("opening", "closing"):
        return 0 if kind == "opening" else None
    rows = journey.activities.filter(session=session).order_by("position")
    places = [Place(*row) for row in rows.values_list("question__position", "kind")]
    return place_for(question.position if question else None, places)


@on_activity
def activity_edit(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    form = ActivityForm(request.POST, activity)
    if not form.is_valid():
        return refused(request, journey, first_error(form), **{activity.code: form})
    if form.changes:
        journey.edit_activity(activity, who=actor(request), **form.changes)
    return changed(request, journey, _("Saved."), anchor=f"activity-{activity.code}")


@on_activity
def activity_move(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    form = MoveForm(request.POST, journey)
    if not form.is_valid():
        return refused(request, journey, first_error(form))
    session, to = form.target_in(journey, activity)
    row = journey.move(activity, to=to, session=session, who=actor(request))
    row, plan = journey.activities.get(pk=row.pk), Plan.of(journey)
    words = {"title": row, "place": row.position + 1, "time": starts(plan, row)}
    said = _("%(title)s moved to position %(place)s. %(time)s") % words
    return changed(request, journey, said, anchor=f"activity-{row.code}", plan=plan)


@on_activity
def activity_park(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    journey.park(activity, who=actor(request))
    return changed(request, journey, _("Parked %s. It is off the clock.") % activity)


@on_activity
def activity_return(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    form = ReturnForm(request.POST, journey)
    if not form.is_valid():
        return refused(request, journey, first_error(form))
    session = form.cleaned_data["session"] or journey.sessions.last()
    if session is None:
        return refused(request, journey, _("Add a session first, then bring it back."))
    row = journey.bring_back(activity, session=session, to=form.cleaned_data["to"], who=actor(request))
    plan = Plan.of(journey)
    said = _("Brought back %(title)s. %(time)s") % {"title": row, "time": starts(plan, row)}
    return changed(request, journey, said, anchor=f"activity-{row.code}", plan=plan)


@on_activity
def activity_remove(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    journey.remove(activity, who=actor(request))
    return changed(request, journey, _("Removed %s. Undo brings it back.") % activity)


def starts(plan: Plan, activity: Activity) -> str:
    """When the row begins now, as a sentence; nothing for a parked row or a session without a start."""
    row = next((row for row in plan.rows if row.activity == activity), None)
    if row is None or row.begins is None:
        return ""
    return _("Starts %(time)s.") % {"time": time_format(row.begins, "H:i")}
