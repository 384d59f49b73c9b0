"""Who may come in through the API: whoever sends a personal token, and for public reads anybody.

Both answer for the whole request: a session of the browser opens nothing here, so nothing can be done in a
person's name by a page of somebody else's.
"""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError, Throttled
from ninja.security import HttpBearer

from convening.models import Token, User
from convening.models.token import PREFIX
from convening.throttling import GUESSES


class TokenAuth(HttpBearer):
    """A living token of somebody who may sign in. ``request.user`` is that person from here on."""

    def __call__(self, request: HttpRequest) -> User:
        request.user = AnonymousUser()
        if "Authorization" not in request.headers:
            raise AuthenticationError(message=_("This needs a personal token, and none was sent."))
        scheme, _space, key = request.headers["Authorization"].strip().partition(" ")
        if scheme.lower() != self.openapi_scheme or not key.strip():
            raise AuthenticationError(
                message=_("The Authorization header reads “Bearer”, a space, and the token.")
            )
        return self.authenticate(request, key.strip())

    def authenticate(self, request: HttpRequest, token: str) -> User:
        found = Token.objects.of_key(token) if token.startswith(PREFIX) else None
        if found is None:
            raise refusal(request)
        found.note_use()
        request.user = found.person
        return found.person


class AnybodyAuth:
    """For public reads: nobody in particular, or the person of the token. A token that is sent must be right.

    Otherwise a script whose token was revoked would go on for weeks as nobody before anyone noticed.
    """

    def __call__(self, request: HttpRequest) -> User | AnonymousUser:
        if "Authorization" in request.headers:
            return TOKEN(request)
        request.user = AnonymousUser()
        return request.user


TOKEN = TokenAuth()
ANYBODY = AnybodyAuth()


def refusal(request: HttpRequest) -> AuthenticationError | Throttled:
    """Wrong tokens are counted. Too many of them keep nobody out whose token is right: a room shares an address."""
    if GUESSES.allow_request(request):
        return AuthenticationError(message=_("This token opens nothing. It may have been revoked."))
    return Throttled(wait=GUESSES.wait())
