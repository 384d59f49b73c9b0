"""Who plans a journey: others are invited here, and removed again by the owner."""

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sessions.forms.inviting import InviteForm
from sessions.mailing import mail_invite
from sessions.models import Journey, Member
from sessions.people import People
from sessions.views.board import actor, editable
from sessions.views.share import printable
from sessions.visitor import visitor_of


@require_safe
@never_cache
def journey_people(request: HttpRequest, code: str) -> HttpResponse:
    return show_people(request, editable(request, code), InviteForm())


@require_POST
def invite_add(request: HttpRequest, code: str) -> HttpResponse:
    """Mail an invitation; the same address again gets the same one once more."""
    found = editable(request, code)
    form = InviteForm(request.POST)
    try:
        if form.is_valid():
            return invited(request, found, form.cleaned_data["email"])
    except ValidationError as error:
        form.refuse(error)
    return show_people(request, found, form, status=422)


def invited(request: HttpRequest, journey: Journey, email: str) -> HttpResponse:
    """Raises ``ValidationError`` where the address is not invited, or no more mail may go there for now."""
    with transaction.atomic():
        invite = journey.invite(email)
        if not ratelimit.consume(request, action="invite", key=invite.email):
            raise ValidationError(
                _("That was a lot of mail just now. Wait a while, or pass on a link instead.")
            )
    try:
        mail_invite(request, invite)
    except OSError:
        raise ValidationError(
            _("The mail could not be sent. Try again, or pass on a link instead.")
        ) from None
    messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": invite.email})
    return redirect("journey_people", journey.code)


@require_POST
def invite_link(request: HttpRequest, code: str) -> HttpResponse:
    """Make the link that lets in whoever has it; asked twice, it is the same link."""
    found = editable(request, code)
    try:
        found.invite()
    except ValidationError as error:
        return show_people(request, found, InviteForm(), problem=error.messages[0], status=422)
    messages.success(request, _("The link is ready."))
    return redirect("journey_people", found.code)


@require_POST
def invite_revoke(request: HttpRequest, code: str) -> HttpResponse:
    """Take back what was mailed to an address, or without one the link; asked twice, it stays taken back."""
    found = editable(request, code)
    invite = found.invites.open().filter(email=printable(request.POST.get("email", ""))).first()
    if invite:
        found.take_back(invite)
    messages.success(request, _("The invitation no longer works."))
    return redirect("journey_people", found.code)


@require_POST
def member_remove(request: HttpRequest, code: str) -> HttpResponse:
    """Only the owner removes others. Asked twice, they stay removed."""
    found = get_object_or_404(Journey.objects.owned_by(visitor_of(request)).in_use(), code=code)
    email = printable(request.POST.get("email", ""))
    member = found.members.select_related("user").filter(user__email=email).first()
    if member is None:
        messages.info(request, _("That person does not plan this journey."))
        return redirect("journey_people", found.code)
    found.remove_member(member)
    messages.success(request, _("%(name)s no longer plans this journey.") % {"name": member.user.known_as})
    return redirect("journey_people", found.code)


@require_POST
def journey_leave(request: HttpRequest, code: str) -> HttpResponse:
    """A member goes by their own wish. The owner cannot: the journey is theirs."""
    member = get_object_or_404(Member, journey__code=code, journey__deleted_at=None, user=actor(request))
    member.journey.leave(member.user)
    messages.success(request, _("You no longer plan “%(title)s”.") % {"title": member.journey.title})
    return redirect("journeys")


def show_people(
    request: HttpRequest, journey: Journey, form: InviteForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    form.focus_on_mistake()
    people = People.of(journey, actor(request), request.build_absolute_uri)
    context |= {"journey": journey, "people": people, "form": form}
    return render(request, "journeys/journey_people.html", context, status=status)
