"""The way into somebody else's journey: an invitation is opened, and taken."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sessions.models import Invite, Journey
from sessions.views.share import printable, quietly
from sessions.visitor import visitor_of


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invite(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever has the invitation sees who invites to what; with an account, one button lets them in."""
    known = Invite.objects.select_related("journey__owner").filter(token=printable(token)).first()
    if known and plans(request, known.journey):
        return redirect(known.journey)
    if known is None or not Invite.objects.open().filter(pk=known.pk).exists():
        return closed(request, status=410 if known else 404)
    if request.method == "POST" and request.user.is_authenticated:
        return joined(request, known)
    return opened(request, known)


def plans(request: HttpRequest, journey: Journey) -> bool:
    return Journey.objects.editable_by(visitor_of(request)).filter(pk=journey.pk).exists()


def joined(request: HttpRequest, invite: Invite) -> HttpResponse:
    journey = invite.journey
    try:
        journey.join(invite, request.user)
    except Invite.DoesNotExist:  # somebody else was quicker, or it was taken back in this moment
        return closed(request, status=410)
    said = _("Welcome. You plan “%(title)s” together with %(owner)s now.")
    messages.success(request, said % {"title": journey.title, "owner": journey.owner.known_as})
    return redirect(journey)


def opened(request: HttpRequest, invite: Invite) -> HttpResponse:
    response = quietly(render(request, "journeys/invite.html", {"invite": invite, "journey": invite.journey}))
    # Under "no-referrer" browsers send a form without its origin, and it would not count as one of ours.
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def closed(request: HttpRequest, *, status: int) -> HttpResponse:
    """The same sentence whether there was such an invitation or not; only the status tells a machine."""
    return quietly(render(request, "journeys/invite_closed.html", status=status))
