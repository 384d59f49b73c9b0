"""Who is here: every page of the builder says every few seconds that it is open, and hears of the others."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from sessions.here import Here
from sessions.views.board import actor, editable

TAB = re.compile(r"[\w-]{1,43}", re.ASCII)
AT = re.compile(r"[\w-]{0,16}", re.ASCII)


@require_POST
def journey_here(request: HttpRequest, code: str) -> HttpResponse:
    """Note the page ``tab``. Nothing (204) where it shows already (``seen``) who is here, and which revision."""
    found = editable(request, code)
    tab, at = request.POST.get("tab", ""), request.POST.get("at", "")
    if not TAB.fullmatch(tab) or not AT.fullmatch(at):
        return HttpResponse(status=422)
    here = Here.of(found, found.attend(tab=tab, user=actor(request), at=at), actor(request))
    if here.seen == request.POST.get("seen"):
        return HttpResponse(status=204)
    return render(request, "journeys/_here.html", {"here": here})
