"""Others plan along: invited to a journey, in it, and out of it again. None of this is part of the plan."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sessions.choices import MemberRole
from sessions.domain import limits
from sessions.models.sharing import Invite, Member

OPEN_FOR = timedelta(days=14)


class Inviting(models.Model):
    """Mixed into ``Journey``."""

    class Meta:
        abstract = True

    def invite(self, email: str = "") -> Invite:
        """An invitation to plan along, open for 14 days from now: for an address, or a link without one.

        Asked again it is the same invitation, for another 14 days. Raises ``ValidationError``.
        """
        email = email.strip().lower()
        with transaction.atomic():
            self._lock()
            self._check_invited(email)
            invite = self.invites.open().filter(email=email).first() or self._new_invite(email)
            invite.expires_at = timezone.now() + OPEN_FOR
            invite.save()
            return invite

    def _check_invited(self, email: str) -> None:
        if self.owner is None:
            raise ValidationError(_("Inviting others needs an account."))
        if email == self.owner.email or self._editors.filter(user__email=email).exists():
            raise ValidationError(_("%(email)s plans this journey already."), params={"email": email})

    def _new_invite(self, email: str) -> Invite:
        if self.invites.open().count() >= limits.MAX_INVITES:
            most = {"most": limits.MAX_INVITES}
            raise ValidationError(
                _("%(most)s invitations are open already. Take one back first."), params=most
            )
        return Invite(journey=self, email=email)

    @property
    def _editors(self) -> models.QuerySet[Member]:
        return self.members.filter(role=MemberRole.EDITOR)

    def take_back(self, invite: Invite) -> None:
        """Whoever still has the invitation gets a page that says it no longer works."""
        self.invites.filter(pk=invite.pk, revoked_at=None).update(revoked_at=timezone.now())

    def join(self, invite: Invite, user: Any) -> None:
        """Let ``user`` plan along. Who does so already stays as they are, and uses nothing up.

        Raises ``Invite.DoesNotExist`` where the way in has closed meanwhile.
        """
        with transaction.atomic():
            self._lock()
            if user == self.owner or self._editors.filter(user=user).exists():
                return
            invite = self.invites.open().get(pk=invite.pk)
            self.members.update_or_create(user=user, defaults={"role": invite.role})
            used = models.Q(pk=invite.pk) | models.Q(email=user.email)
            self.invites.open().filter(used).update(accepted_at=timezone.now())

    def leave(self, user: Any) -> None:
        """``user`` no longer plans along, by their own wish."""
        self.members.filter(user=user).delete()
        self.presences.filter(user=user).delete()

    def remove_member(self, member: Member) -> None:
        """Shut ``member`` out at once, and with them the ways in that they know: the link, and what went to their own addresses."""
        with transaction.atomic():
            self._lock()
            self.leave(member.user)
            self.invites.open().filter(email__in=["", *addresses(member.user)]).update(
                revoked_at=timezone.now()
            )


def addresses(user: Any) -> set[str]:
    """Every address that the account reads, as invitations write them."""
    others = user.emailaddress_set.values_list("email", flat=True)
    return {email.lower() for email in (user.email, *others)}
