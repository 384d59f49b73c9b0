"""Who is asking: a person with an account, or a guest known by their browser only."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpRequest

from sessions.codes import new_token

GUEST_KEY = "guest"
KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Visitor:
    """``user`` is an account or None; ``guest`` is the key in the browser's session, or empty."""

    user: Any = None
    guest: str = ""


def visitor_of(request: HttpRequest) -> Visitor:
    """The visitor as known so far. Reading a page gives nobody a key."""
    if request.user.is_authenticated:
        return Visitor(user=request.user)
    return Visitor(guest=request.session.get(GUEST_KEY, ""))


def remembered_visitor(request: HttpRequest) -> Visitor:
    """The visitor, with a guest key for 30 days: asked for when there is something to keep.

    The month begins anew once a day, not with every page: a page that is only read writes nothing.
    """
    if request.user.is_authenticated:
        return Visitor(user=request.user)
    is_new = GUEST_KEY not in request.session
    if is_new:
        request.session[GUEST_KEY] = new_token()
    # A session without an expiry of its own claims at every request to have the whole month before it.
    if is_new or request.session.get_expiry_age() < (KEPT_FOR - timedelta(days=1)).total_seconds():
        request.session.set_expiry(KEPT_FOR)
    return Visitor(guest=request.session[GUEST_KEY])
