"""The history of a journey: every change, every earlier state, and the way back to one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from sessions.history import History, Line
from sessions.models import Journey
from sessions.past import Past
from sessions.views.board import actor, changed, editable, editing


@require_safe
@never_cache
@gzip_page
def journey_history(request: HttpRequest, code: str) -> HttpResponse:
    found = editable(request, code)
    context = {"journey": found, "history": History.of(found, request.GET.get("page"))}
    return render(request, "journeys/journey_history.html", context)


@require_safe
@never_cache
@gzip_page
def revision(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The journey as it was after one change, to be read."""
    found = editable(request, code)
    row = get_object_or_404(found.revisions.select_related("who"), number=number)
    line = Line.of(row, found, found.home_zone)
    context = {"journey": found, "line": line, "past": Past.after(row, found)}
    return render(request, "journeys/revision.html", context)


@editing
def revision_restore(request: HttpRequest, found: Journey, number: int) -> HttpResponse:
    get_object_or_404(found.revisions.defer("document"), number=number)
    if not found.restore(number, who=actor(request)):
        return changed(request, found, _("The journey is like that already."))
    return changed(request, found, _("%s. Undo takes it back.") % found.newest.what)
