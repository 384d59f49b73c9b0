"""The tracks of a row: add one, rename it, take it out."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from sessions.forms import TrackForm
from sessions.models import Activity, Journey
from sessions.views.activities import on_activity
from sessions.views.board import actor, changed, gone, save


@on_activity
def track_add(request: HttpRequest, journey: Journey, activity: Activity) -> HttpResponse:
    number = journey.add_track(activity, who=actor(request))
    activity.refresh_from_db(fields=["tracks"])
    said = _("Added %s.") % activity.tracks[number]
    return changed(request, journey, said, anchor=f"activity-{activity.code}")


@on_activity
def track_edit(request: HttpRequest, journey: Journey, activity: Activity, track: int) -> HttpResponse:
    if track >= len(activity.tracks):
        return no_track(request, journey)

    def rename(changes: dict[str, str], was: dict[str, str]) -> None:
        journey.rename_track(activity, track, **changes, was=was, who=actor(request))

    form = TrackForm(request.POST, activity)
    anchor = f"activity-{activity.code}"
    return save(request, journey, f"{activity.code}-{track}", form, rename, anchor=anchor)


@on_activity
def track_remove(request: HttpRequest, journey: Journey, activity: Activity, track: int) -> HttpResponse:
    if track >= len(activity.tracks):
        return no_track(request, journey)
    journey.remove_track(activity, track, name=request.POST.get("seen", ""), who=actor(request))
    said = _("Removed %s. What it held is parked.") % activity.tracks[track]
    return changed(request, journey, said, anchor=f"activity-{activity.code}")


def no_track(request: HttpRequest, journey: Journey) -> HttpResponse:
    return gone(request, journey, _("That track is no longer in this journey."))
