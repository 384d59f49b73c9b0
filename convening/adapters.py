"""Where the accounts library asks us what to do and say."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from convening.models import User
from sessions.models import Journey
from sessions.visitor import GUEST_KEY


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_taken": _("There is already an account with this e-mail address. Sign in instead."),
        "email_password_mismatch": _("That address and that password do not belong together."),
        "too_many_login_attempts": _(
            "Too many tries for this account. Wait five minutes, or have a code mailed to you."
        ),
        "incorrect_code": _("That is not the code we sent."),
        "incorrect_password": _("That is not your password."),
    }

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """A link shows whose mailbox it is, but not who chose the password: it counts for who is signed in."""
        if request.user.pk != email_address.user_id:
            messages.info(request, _("Sign in first, then confirm the address."))
            return False
        return super().confirm_email(request, email_address)

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        if self.request.user.is_authenticated:
            return super().get_email_verification_redirect_url(email_address)
        return redirect_to_login(self.request.path).url

    def set_password(self, user: User, password: str) -> None:
        """A password that is changed, chosen or reset ends the tokens, as it ends the other open sessions."""
        super().set_password(user, password)
        user.end_tokens()

    def post_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse:
        """After every way of signing in or up: what was planned as a guest becomes the person's own."""
        Journey.objects.claim(guest=request.session.pop(GUEST_KEY, ""), user=user)
        return super().post_login(request, user, **details)
