"""A new password for who forgot it. The link came by mail, so it shows whose address it is as a code does."""

from allauth.account.forms import ResetPasswordKeyForm
from allauth.account.views import PasswordResetFromKeyView
from django.http import HttpResponse


class ProvingReset(PasswordResetFromKeyView):
    """Without this, the first mailed code after it would end the password that was just chosen."""

    def form_valid(self, form: ResetPasswordKeyForm) -> HttpResponse:
        addresses = self.reset_user.emailaddress_set.all()
        if len(addresses) == 1:  # of several, nobody knows which one the link was sent to
            addresses[0].set_verified()
        return super().form_valid(form)


account_reset_password_from_key = ProvingReset.as_view()
