"""Personal tokens: with one, a script comes in as the person who made it, and needs no password."""

import hashlib
import secrets
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import OperationalError, models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from convening.models.user import User

PREFIX = "convening_"
"""What every key begins with, so that people, and tools that look for lost secrets, know one when they see it."""
RANDOM = 24
"""Bytes of a key that nobody can guess: 192 bits, 36 of which the list shows."""
SHOWN = 6
"""Signs after the prefix by which a person recognises a key in the list."""
LIVING = 20
"""Tokens that a person may have at once."""
TWICE = timedelta(seconds=10)
"""Within this the same name is the same form, sent twice."""
NOTED = timedelta(minutes=1)
"""How exactly the last use is known: not every call writes."""

NAMED_ALREADY = _("You have a token of this name already. Another name will tell the two apart.")
FULL = _("You have %(number)d tokens, and more cannot be. Revoke one first.")


class TokenManager(models.Manager["Token"]):
    def make(self, person: User, name: str) -> str:
        """The key of a new token, or why there can be none. Only its digest is kept, so nobody can tell it again.

        Of a form that was sent twice the browser shows the second answer only: that one brings a new key for
        the token that the first one made.
        """
        key = PREFIX + secrets.token_urlsafe(RANDOM)
        with transaction.atomic():
            User.objects.select_for_update().get(pk=person.pk)
            token = self.just_made(person, name) or Token(person=person, name=name)
            token.beginning, token.digest = key[: len(PREFIX) + SHOWN], digest_of(key)
            token.refuse_nonsense()
            token.save()
        return key

    def just_made(self, person: User, name: str) -> "Token | None":
        recent = timezone.now() - TWICE
        return self.filter(person=person, name=name, created_at__gt=recent, last_used_at=None).first()

    def of_key(self, key: str) -> "Token | None":
        """The token of a key whose person may come in."""
        digest = digest_of(key)
        found = self.select_related("person").filter(digest=digest, person__is_active=True).first()
        return found if found and constant_time_compare(found.digest, digest) else None


class Token(models.Model):
    """A token lives until it is deleted: whoever revokes one, or gets a new password, leaves nothing behind."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens", verbose_name=_("person")
    )
    name = models.CharField(_("name"), max_length=60)
    beginning = models.CharField(_("beginning of the key"), max_length=len(PREFIX) + SHOWN)
    digest = models.CharField(_("SHA-256 of the key"), max_length=64, unique=True)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)

    objects = TokenManager()

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "person", Lower("name"), name="token_name_once", violation_error_message=NAMED_ALREADY
            )
        ]

    def __str__(self) -> str:
        return self.name

    def refuse_nonsense(self) -> None:
        """Raise what a person reads beside the name."""
        others = self.person.tokens.exclude(pk=self.pk)
        if others.filter(name__iexact=self.name).exists():
            raise ValidationError({"name": NAMED_ALREADY})
        if others.count() >= LIVING:
            raise ValidationError({"name": FULL % {"number": LIVING}})

    @property
    def is_noted(self) -> bool:
        """Whether the last use that is written down is as good as now."""
        return self.last_used_at is not None and timezone.now() - self.last_used_at < NOTED

    def note_use(self) -> None:
        """Write the last use down, unless somebody else keeps the database from being written: reading goes on."""
        if self.is_noted:
            return
        with suppress(OperationalError):
            Token.objects.filter(pk=self.pk).update(last_used_at=timezone.now())


def digest_of(key: str) -> str:
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()
