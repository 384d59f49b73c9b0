"""Where the accounts library asks us what to do and say."""

from allauth.account.adapter import DefaultAccountAdapter
from django.utils.translation import gettext_lazy as _


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
