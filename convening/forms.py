"""Forms about people: signing up, making an account or a password in the admin, making a token."""

from django import forms
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from convening.models import Token, User


class SignupForm(forms.Form):
    """What we ask at sign-up beyond address and password. The accounts library builds on this class."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=100,
        required=False,
        help_text=_("As others should see it. You may leave it out."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ["email", "name", "password1"]

    def signup(self, request: HttpRequest, user: User) -> None:
        """Called by the accounts library once the person has been made."""
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])


class UserCreationForm(AdminUserCreationForm):
    class Meta(AdminUserCreationForm.Meta):
        model = User
        fields = ("email", "name")
        field_classes = {}  # the library's is for a username


class NewPasswordForm(AdminPasswordChangeForm):
    """The admin gives somebody another password, or none: that ends their tokens, as it ends their sessions."""

    def save(self, commit: bool = True) -> User:
        self.user.end_tokens()
        return super().save(commit)


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("What will use it?"),
        max_length=Token._meta.get_field("name").max_length,
        help_text=_("A name to know it by later, such as “laptop script”."),
        error_messages={"required": _("Give it a name, so that you know later what you revoke.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def make(self, person: User) -> str | None:
        """The key of the new token, or nothing where something about the form is wrong."""
        if not self.is_valid():
            return None
        try:
            return Token.objects.make(person, self.cleaned_data["name"])
        except ValidationError as refusal:
            self.add_error("name", refusal.messages)
            return None
