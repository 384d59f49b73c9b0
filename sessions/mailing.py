"""Mail to people who are invited, in plain words."""

from typing import Any

from django.contrib.sites.shortcuts import get_current_site
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string

from sessions.models import Invite


def mail_invite(request: HttpRequest, invite: Invite) -> None:
    """Tell the invited address who invites, to what, and until when. Raises ``OSError`` where no mail goes out."""
    context = {
        "who": request.user,
        "title": on_one_line(invite.journey.title),
        "invite": invite,
        "address": request.build_absolute_uri(invite.get_absolute_url()),
        "current_site": get_current_site(request),
    }
    subject = on_one_line(written("invite_subject", context))
    send_mail(subject, written("invite_message", context), None, [invite.email])


def written(name: str, context: dict[str, Any]) -> str:
    return render_to_string(f"journeys/email/{name}.txt", context)


def on_one_line(text: str) -> str:
    """No header of a mail may hold a line break."""
    return " ".join(text.split())
