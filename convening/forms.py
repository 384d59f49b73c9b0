"""Forms about people: signing up, and making an account in the admin."""

from django import forms
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from convening.models import User


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
