"""The logistics of one session: read, printed, ticked off."""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sessions.forms import PackForm
from sessions.logistics import Sheet
from sessions.models import Journey, Session
from sessions.views.board import actor, editable


@require_safe
@never_cache
def logistics(request: HttpRequest, code: str, session: str) -> HttpResponse:
    found = editable(request, code)
    return show_sheet(request, found, get_object_or_404(found.sessions, code=session))


@require_POST
def session_pack(request: HttpRequest, code: str, session: str) -> HttpResponse:
    """Say of one thing who brings it, or whether it is packed. The page comes back at the list."""
    found = editable(request, code)
    row = get_object_or_404(found.sessions, code=session)
    form = PackForm(request.POST)
    if not form.is_valid():
        return show_sheet(request, found, row, problem=_("That is on no list."), status=422)
    try:
        row = found.pack(row, who=actor(request), **form.cleaned_data)
    except (
        ObjectDoesNotExist
    ) as error:  # somebody removed the session between finding it and holding the lock
        raise Http404 from error
    except ValidationError as error:
        return show_sheet(request, found, row, problem=error.messages[0], status=422)
    if request.htmx:
        return render(request, "journeys/_packing.html", {"sheet": Sheet.of(found, row)})
    return redirect(reverse("logistics", args=[found.code, row.code]) + "#packing")


def show_sheet(
    request: HttpRequest, journey: Journey, session: Session, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"sheet": Sheet.of(journey, session), "problem": problem}
    return render(request, "journeys/logistics.html", context, status=status)
