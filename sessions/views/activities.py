"""The rows of the agenda: add, edit, move, park, bring back, duplicate, remove, and several of them at once."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.choices import USUAL_MINUTES
from sessions.domain.placing import Place, place_for
from sessions.forms import ActivityForm, AddForm, MoveForm, ReturnForm, SeveralForm, SwapForm
from sessions.models import Activity, Journey, JourneyQuestion
from sessions.models.placing import Home
from sessions.plan import Plan
from sessions.rows import Row
from sessions.views.board import actor, by, changed, editing, first_error, gone, refused, save

ActivityView = Callable[..., HttpResponse]


def on_activity(view: ActivityView) -> Callable[..., HttpResponse]:
    """Find the journey through the visitor and the activity through the journey, or say that it is gone."""

    @editing
    @wraps(view)
    def found(request: HttpRequest, journey: Journey, activity: str, **parts: Any) -> HttpResponse:
        row = (
            journey.activities.select_related("structure", "session", "parent").filter(code=activity).first()
        )
        if row is None:
            said = _("That activity is no longer in this journey.")
            return gone(request, journey, f"{said} {written_into(request.POST)}".strip())
        row.journey = journey
        return view(request, journey, row, **parts)

    return found


@editing
def activity_add(request: HttpRequest, journey: Journey) -> HttpResponse:
    form = AddForm(request.POST, journey)
    if not form.is_valid():
        return refused(request, journey, first_error(form), activity_add=form)
    wanted = form.cleaned_data | {"home": form.cleaned_data["home"] or usual_home(request, journey)}
    row = add(journey, wanted, who=actor(request))
    return arrived(request, journey, row, _("Added %(title)s. %(time)s"))


def add(journey: Journey, wanted: dict[str, Any], *, who: Any) -> Activity:
    home = wanted["home"] or Home(journey.sessions.last())
    at = fitting_place(journey, home, wanted["question"], wanted["kind"])
    place = home.where | {"at": at, "who": who}
    if wanted["parallel"]:
        return journey.add_parallel(**place)
    if wanted["structure"]:
        return journey.add_structure(
            wanted["structure"], question=wanted["question"], invitation=wanted["invitation"], **place
        )
    minutes = USUAL_MINUTES.get(wanted["kind"]) if wanted["minutes"] is None else wanted["minutes"]
    return journey.add_activity(kind=wanted["kind"], title=wanted["title"], minutes=minutes, **place)


def usual_home(request: HttpRequest, journey: Journey) -> Home:
    """Where rows go when nobody says: the session in view, or else the last; without sessions, the parking."""
    sessions = list(journey.sessions.all())
    in_view = [session for session in sessions if session.code == request.POST.get("view")]
    return Home(next(iter([*in_view, *reversed(sessions)]), None))


def fitting_place(journey: Journey, home: Home, question: JourneyQuestion | None, kind: str) -> int | None:
    """Openings go first, closings last, structures where their question belongs."""
    if kind in ("opening", "closing"):
        return 0 if kind == "opening" else None
    rows = journey.activities.filter(**home.fields).order_by("position")
    places = [Place(*row) for row in rows.values_list("question__position", "kind")]
    return place_for(question.position if question else None, places)


@on_activity
def activity_below(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    """A new row right below, to be named where it stands."""
    row = journey.add_below(activity, title=_("New activity"), minutes=10, who=actor(request))
    return arrived(request, journey, row, _("Added a row. %(time)s"), fresh=row.code)


@on_activity
def activity_edit(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    form = ActivityForm(request.POST, activity)
    edit = by(request, journey.edit_activity, activity)
    return save(request, journey, activity.code, form, edit, anchor=f"activity-{activity.code}")


@on_activity
def activity_move(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    form = MoveForm(request.POST, journey)
    if not form.is_valid():
        return refused(request, journey, first_error(form))
    home, to = form.target_in(journey, activity)
    was_parked = Home.of(activity).is_parking
    if home.is_parking and not was_parked:
        return park(request, journey, activity)
    row = journey.move(activity, to=to, who=actor(request), **home.where)
    if was_parked and not home.is_parking:
        return arrived(request, journey, row, _("Brought back %(title)s. %(time)s"))
    return arrived(request, journey, row, _("%(title)s moved to position %(place)s. %(time)s"))


@on_activity
def activity_park(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    return park(request, journey, activity)


def park(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    journey.park(activity, who=actor(request))
    return changed(request, journey, _("Parked %s. It is off the clock.") % activity)


@on_activity
def activity_return(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    form = ReturnForm(request.POST, journey)
    if not form.is_valid():
        return refused(request, journey, first_error(form))
    home = form.cleaned_data["home"] or usual_home(request, journey)
    if home.is_parking:
        return refused(request, journey, _("Add a session first, then bring it back."))
    row = journey.bring_back(activity, to=form.cleaned_data["to"], who=actor(request), **home.where)
    return arrived(request, journey, row, _("Brought back %(title)s. %(time)s"))


@on_activity
def activity_duplicate(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    (copy,) = journey.duplicate_activities(activity, who=actor(request))
    return arrived(request, journey, copy, _("Duplicated %(title)s. %(time)s"))


@on_activity
def activity_swap(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    form = SwapForm(request.POST)
    if not form.is_valid():
        return refused(request, journey, first_error(form))
    row = journey.swap_structure(activity, form.cleaned_data["structure"], who=actor(request))
    return arrived(request, journey, row, _("It is %(title)s now. %(time)s"))


@on_activity
def activity_remove(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    journey.remove(activity, who=actor(request))
    return changed(request, journey, _("Removed %s. Undo brings it back.") % activity)


@editing
def activity_several(request: HttpRequest, journey: Journey) -> HttpResponse:
    """One change of all the rows that are selected."""
    form = SeveralForm(request.POST, journey)
    if not form.is_valid():
        return refused(request, journey, first_error(form))
    rows, wanted = list(form.cleaned_data["activity"]), form.cleaned_data
    verbs = {
        form.PARK: journey.park,
        form.DUPLICATE: journey.duplicate_activities,
        form.REMOVE: journey.remove,
        form.MOVE: moving(journey, wanted["home"]),
        form.ANSWER: partial(journey.answer, question=wanted["question"]),
    }
    verbs[wanted["verb"]](*rows, who=actor(request))
    return changed(request, journey, done(wanted["verb"], len(rows)))


def moving(journey: Journey, home: Home | None) -> Callable[..., Any]:
    """How rows get to that list: to the parking by parking them."""
    if home is None or home.is_parking:
        return journey.park
    return partial(journey.move, to=None, **home.where)


def done(verb: str, n: int) -> str:
    """What was done with several rows, as a sentence."""
    sentences = {
        SeveralForm.PARK: ngettext("Parked %(n)s activity.", "Parked %(n)s activities.", n),
        SeveralForm.DUPLICATE: ngettext("Duplicated %(n)s activity.", "Duplicated %(n)s activities.", n),
        SeveralForm.REMOVE: ngettext(
            "Removed %(n)s activity. Undo brings it back.",
            "Removed %(n)s activities. Undo brings them back.",
            n,
        ),
        SeveralForm.MOVE: ngettext("Moved %(n)s activity.", "Moved %(n)s activities.", n),
        SeveralForm.ANSWER: ngettext(
            "%(n)s activity answers that question now.", "%(n)s activities answer that question now.", n
        ),
    }
    return sentences[verb] % {"n": n}


def written_into(data: QueryDict) -> str:
    """What was typed into a row that is gone: so that nobody has to think it up again."""
    texts = [text for name, text in data.items() if text != data.get(f"initial-{name}", text)]
    return _("You had written: “%(text)s”") % {"text": " · ".join(texts)} if texts else ""


def arrived(
    request: HttpRequest, journey: Journey, activity: Activity, sentence: str, **kwargs: Any
) -> HttpResponse:
    """The board after a row came to a place: ``sentence`` may name its title, place and time."""
    plan = Plan.of(journey, journey.held)
    row = next(row for row in plan.every_row if row.activity == activity)
    time = starts(row, is_named=bool(request.POST.get("view")))
    words = {"title": row.activity, "place": row.activity.position + 1, "time": time}
    anchor = f"activity-{activity.code}"
    return changed(request, journey, (sentence % words).strip(), anchor=anchor, plan=plan, **kwargs)


def starts(row: Row, *, is_named: bool) -> str:
    """When the row begins now, as a sentence; nothing for a parked row or a session without a start.

    ``is_named``: with its session, for one may not see which it is.
    """
    time = time_format(row.begins, "H:i") if row.begins else ""
    values = {"time": time, "session": row.session}
    if is_named and row.session:
        return (_("Starts %(time)s in %(session)s.") if time else _("It is in %(session)s.")) % values
    return _("Starts %(time)s.") % values if time else ""
