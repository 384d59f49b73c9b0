"""Links to the agenda: made and taken back by those who plan, read by anybody who has one."""

from typing import Any

from django.contrib import messages
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sessions.agenda import Agenda
from sessions.choices import Audience
from sessions.edition import edition
from sessions.links import Links
from sessions.models import Journey, ShareLink
from sessions.views.board import editable

KEPT = 10 * 60
"""Seconds an agenda that nobody changed is kept ready."""


@require_safe
@never_cache
def journey_share(request: HttpRequest, code: str) -> HttpResponse:
    return show_links(request, editable(request, code))


@require_POST
def share_add(request: HttpRequest, code: str) -> HttpResponse:
    """Make a link for an audience; asked twice, it is the same link."""
    found = editable(request, code)
    audience = request.POST.get("audience", Audience.PARTICIPANTS)
    if audience not in Audience.values:
        return show_links(request, found, problem=_("Choose who the link is for."), status=422)
    found.share(audience)
    messages.success(request, _("The link is ready."))
    return redirect("journey_share", found.code)


@require_POST
def share_revoke(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """Take a link back; asked twice, it stays taken back."""
    found = editable(request, code)
    found.revoke(get_object_or_404(found.share_links, token=token))
    messages.success(request, _("The link no longer works."))
    return redirect("journey_share", found.code)


def show_links(request: HttpRequest, journey: Journey, *, status: int = 200, **context: Any) -> HttpResponse:
    context |= {"journey": journey, "links": Links.of(journey, request.build_absolute_uri)}
    return render(request, "journeys/journey_share.html", context, status=status)


@require_safe
def agenda(request: HttpRequest, token: str) -> HttpResponse:
    """The agenda of a link, for whoever has it. It is the same for all of them: nobody is looked up."""
    link = opened(token)
    if link is None:
        return no_longer(request, token)
    version = f"{link.journey.revision}-{link.audience}-{get_language()}-{edition()}"
    etag = quote_etag(version)
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = render(request, "journeys/agenda.html", shown(link, version))
    response.headers["ETag"] = etag
    return quietly(response)


def opened(token: str) -> ShareLink | None:
    return ShareLink.objects.open().select_related("journey").filter(token=printable(token)).first()


def printable(token: str) -> str:
    """An address can hold what no database takes: nobody has such a token."""
    return token if token.isprintable() else ""


def shown(link: ShareLink, version: str) -> dict[str, Any]:
    """The page's context. ``messages`` are kept for a page of the reader's own."""

    def body() -> str:
        return render_to_string("journeys/_agenda.html", {"agenda": Agenda.of(link)})

    kept = caches["agendas"].get_or_set(f"agenda:{link.journey_id}:{version}", body, KEPT)
    return {"title": link.journey.title, "purpose": link.journey.purpose, "body": kept, "messages": ()}


@never_cache
def no_longer(request: HttpRequest, token: str) -> HttpResponse:
    """The same sentence whether there was such a link or not; only the status tells a machine."""
    known = ShareLink.objects.filter(token=printable(token)).exists()
    context = {"messages": ()}
    return quietly(render(request, "journeys/agenda_closed.html", context, status=410 if known else 404))


def quietly(response: HttpResponse) -> HttpResponse:
    """The address is the key: it goes into no index, no shared cache, and to no site that is linked from here."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    patch_cache_control(response, private=True, no_cache=True)
    return response
