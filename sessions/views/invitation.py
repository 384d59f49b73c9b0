"""The words for one activity on a page of their own: written, compared, chosen."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sessions.domain import limits
from sessions.forms.saying import DeskForm
from sessions.invitation import Desk, address
from sessions.models import Activity, Journey
from sessions.models.saying import spoken_of
from sessions.views.activities import written_into
from sessions.views.board import actor, editable, gone


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def activity_invitation(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """What is said, and what else could be. Whatever was typed is saved by every button but undo."""
    journey = editable(request, code)
    row = journey.activities.filter(code=activity).first()
    if row is None:
        return no_longer(request, journey)
    try:
        if request.method != "POST":
            return show_desk(request, Desk.of(journey, row, form_of(row, request.GET)))
        return undone(request, journey, row) if "undo" in request.POST else written(request, journey, row)
    except ObjectDoesNotExist:  # gone between finding it and reading it, or holding the lock
        return no_longer(request, editable(request, code))


def round_of(data: QueryDict, said: int) -> int:
    """The round in hand, counted from 0: one that has words, or the one after them. People count from 1."""
    typed = data.get("round", "")
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 4 else 1
    return max(0, min(number - 1, said, limits.MAX_INVITATIONS - 1))


def form_of(row: Activity, asked: QueryDict, data: QueryDict | None = None) -> DeskForm:
    spoken = spoken_of(row)
    return DeskForm(spoken, round_of(asked, len(spoken.said)), data)


def written(request: HttpRequest, journey: Journey, row: Activity) -> HttpResponse:
    """Save what was typed and do what was pressed. What is refused leaves no trace, so the journey is found anew."""
    form = form_of(row, request.POST, request.POST)
    if form.is_valid() and form.write(journey, row, who=actor(request)):
        messages.success(request, told(request.POST, form))
        return back(journey, row, form.round)
    desk = Desk.of(editable(request, journey.code), row, form)
    return show_desk(request, desk, status=409 if form.is_stale else 422)


def told(pressed: QueryDict, form: DeskForm) -> str:
    if form.chosen:
        return _("Chosen. It is what you say now.")
    if "silence" in pressed:
        return _("Taken away. Undo brings them back.")
    return _("Removed. Undo brings it back.") if "remove" in pressed else _("Saved.")


def undone(request: HttpRequest, journey: Journey, row: Activity) -> HttpResponse:
    """One change back. What was typed meanwhile still stands in its field."""
    change = journey.undo(who=actor(request))
    messages.success(request, _("Undone: %s") % change if change else _("There is nothing to undo."))
    now = journey.activities.filter(code=row.code).first()
    if now is None:
        return redirect(journey)
    round = round_of(request.POST, len(now.invitations))
    form = DeskForm.after(spoken_of(now), round, request.POST)
    if form.is_valid() and not form.typed:
        return back(journey, now, round)
    return show_desk(request, Desk.of(journey, now, form))


def back(journey: Journey, row: Activity, round: int) -> HttpResponse:
    return redirect(f"{address(journey, row, round)}#said")


def no_longer(request: HttpRequest, journey: Journey) -> HttpResponse:
    """The row is gone: 404 for whoever only wanted to read; what somebody typed is told by the board."""
    if request.method != "POST":
        raise Http404
    said = _("That activity is no longer in this journey.")
    return gone(request, journey, f"{said} {written_into(request.POST)}".strip())


def show_desk(request: HttpRequest, desk: Desk, *, status: int = 200) -> HttpResponse:
    context = {"desk": desk, "form": desk.form, "journey": desk.journey, "activity": desk.activity}
    return render(request, "journeys/activity_invitation.html", context, status=status)
