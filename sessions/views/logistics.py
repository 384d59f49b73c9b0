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
    return show_sheet(request, sheet_of(found, get_object_or_404(found.sessions, code=session)))


@require_POST
def session_pack(request: HttpRequest, code: str, session: str) -> HttpResponse:
    """Say of one thing who brings it, or whether it is packed. The page comes back at the list."""
    found = editable(request, code)
    row = get_object_or_404(found.sessions, code=session)
    form, sheet = PackForm(request.POST), sheet_of(found, row)
    problem = problem_of(form, sheet)
    if problem:
        return refused(request, sheet, problem)
    try:
        row = found.pack(row, who=actor(request), **form.cleaned_data)
    except ObjectDoesNotExist as error:  # somebody removed it between finding it and holding the lock
        raise Http404 from error
    except ValidationError as error:
        return refused(request, sheet, error.messages[0])
    if request.htmx:
        return show_list(request, sheet_of(found, row))
    return redirect(reverse("logistics", args=[found.code, row.code]) + "#packing")


def problem_of(form: PackForm, sheet: Sheet) -> str:
    """Why nothing can be said of that thing; "" where it can."""
    if not form.is_valid():
        return _("That is on no list.")
    if sheet.lists_item(form.cleaned_data["item"]):
        return ""
    gone = _("“%(item)s” is not on this list, or no longer. Here is the list as it is now.")
    return gone % form.cleaned_data


def sheet_of(journey: Journey, session: Session) -> Sheet:
    try:
        return Sheet.of(journey, session)
    except ObjectDoesNotExist as error:  # it went since it was found
        raise Http404 from error


def refused(request: HttpRequest, sheet: Sheet, problem: str) -> HttpResponse:
    return (show_list if request.htmx else show_sheet)(request, sheet, problem=problem, status=422)


def show_list(request: HttpRequest, sheet: Sheet, *, problem: str = "", status: int = 200) -> HttpResponse:
    context = {"sheet": sheet, "refused": problem}
    return render(request, "journeys/_packing.html", context, status=status)


def show_sheet(request: HttpRequest, sheet: Sheet, *, problem: str = "", status: int = 200) -> HttpResponse:
    context = {"sheet": sheet, "problem": problem}
    return render(request, "journeys/logistics.html", context, status=status)
