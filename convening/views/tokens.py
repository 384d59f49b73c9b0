"""A person's own tokens: made, recognised, revoked. A key is shown on one page, once."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from convening.forms import TokenForm
from convening.models import Token

FRESH = "fresh_token"
"""The cookie in which a key travels to the page that shows it, so that our side never keeps more than its digest."""
TRAVELS = 60
"""Seconds it has for that."""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def tokens(request: HttpRequest) -> HttpResponse:
    form = TokenForm(request.POST if request.method == "POST" else None)
    if key := form.make(request.user):
        return handed_over(key)
    context = {"form": form, "tokens": request.user.tokens.all(), **fresh(request)}
    response = render(request, "account/tokens.html", context, status=422 if form.errors else 200)
    response.delete_cookie(FRESH, path=reverse("tokens"), samesite="Strict")
    return response


def handed_over(key: str) -> HttpResponse:
    response = redirect("tokens")
    safety = {"secure": settings.SESSION_COOKIE_SECURE, "httponly": True, "samesite": "Strict"}
    response.set_cookie(FRESH, key, TRAVELS, path=reverse("tokens"), **safety)
    return response


def fresh(request: HttpRequest) -> dict[str, Any]:
    """The key that was just made, if it is one of this person's: a cookie may come from anywhere."""
    key = request.COOKIES.get(FRESH, "")
    token = Token.objects.of_key(key) if key else None
    return {"key": key, "fresh": token} if token and token.person == request.user else {}


@require_POST
def token_revoke(request: HttpRequest) -> HttpResponse:
    """Asked twice, or for somebody else's, there is nothing to revoke, and that is all that is said."""
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("tokens"))
    token = next((one for one in request.user.tokens.all() if str(one.pk) == request.POST.get("token")), None)
    if token:
        token.delete()
        messages.success(
            request, _("“%(name)s” is revoked. Its key opens nothing any more.") % {"name": token}
        )
    else:
        messages.info(request, _("That token is gone already."))
    return redirect("tokens")
