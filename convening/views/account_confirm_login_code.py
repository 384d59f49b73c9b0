"""Signing in by mailed code. The first one shows whose address it is; till then anybody may have typed it in."""

from allauth.account.internal.stagekit import clear_login
from allauth.account.models import EmailAddress
from allauth.account.views import ConfirmLoginCodeView
from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _


class FirstProof(ConfirmLoginCodeView):
    """The library confirms the address here without asking its adapter, so this is where we step in."""

    def form_valid(self, form: forms.Form) -> HttpResponse:
        if "code" not in form.cleaned_data:  # they asked for another code
            return super().form_valid(form)
        user = self.stage.login.user
        address = user.emailaddress_set.filter(email=self.stage.login.email.lower(), verified=False).first()
        if address and address.email != user.email:
            return self.release(address)
        if address:
            user.hand_over()
        return super().form_valid(form)

    def release(self, address: EmailAddress) -> HttpResponse:
        """An account that somebody opened with another address is not entered through this one."""
        address.delete()
        clear_login(self.request)
        messages.warning(
            self.request,
            _(
                "That address stood in an account with another address and was never confirmed, so it is free now."
                " Sign in with the other one, or make an account with this one."
            ),
        )
        return redirect("account_signup")


account_confirm_login_code = FirstProof.as_view()
