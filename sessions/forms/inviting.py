"""Whom to invite."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class InviteForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The invitation in the mail works once, for 14 days."),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off", "dir": "ltr"}),
        error_messages={
            "required": _("Type the address of the person you want to invite."),
            "invalid": _("That is no e-mail address. Type it like name@example.org."),
        },
    )

    def refuse(self, error: ValidationError) -> None:
        """What the journey refuses under its lock comes back at the field, like what the form refuses."""
        self.add_error("email", error)

    def focus_on_mistake(self) -> None:
        if self.errors:
            self.fields["email"].widget.attrs["autofocus"] = True
