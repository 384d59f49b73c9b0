"""People with an account. Guests have none; see ``sessions.visitor``."""

from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from convening.managers import UserManager

TAKEN = _("There is already an account with this e-mail address.")


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an e-mail address. The name is what other people see, if given."""

    email = models.EmailField(_("e-mail address"), unique=True, error_messages={"unique": TAKEN})
    name = models.CharField(_("name"), max_length=100, blank=True)
    is_active = models.BooleanField(
        _("may sign in"), default=True, help_text=_("Switch this off instead of deleting the account.")
    )
    is_staff = models.BooleanField(_("may open the admin"), default=False)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["email"]
        constraints = [
            # Together with the unique field: nobody can take an address twice by writing it differently.
            models.CheckConstraint(
                condition=Q(email=Lower("email")),
                name="user_email_in_lower_case",
                violation_error_message=_("An e-mail address is kept in lower case."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def known_as(self) -> str:
        """What those who need not have the address may read: the name, or what stands before the @."""
        return self.name or self.email.partition("@")[0]

    def clean(self) -> None:
        self.email = type(self).objects.normalize_email(self.email)

    def hand_over(self) -> None:
        """Leave the account to whoever reads the mail of its address, who has just shown it for the first time.

        The password ends, and with it every open session, and so do tokens and other addresses: somebody
        else may have put them there.
        """
        self.set_unusable_password()
        self.save(update_fields=["password"])
        self.end_tokens()
        self.emailaddress_set.exclude(email=self.email).delete()

    def end_tokens(self) -> None:
        """Let no script in any more. A new password does this too: whoever wants one may have a reason."""
        self.tokens.all().delete()
