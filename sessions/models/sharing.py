"""Who else sees a journey: links for an audience, and members with an account."""

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sessions.choices import Audience, MemberRole
from sessions.codes import new_token


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    def open(self) -> Self:
        """Neither revoked nor expired, of a journey that is not in the bin."""
        return self.filter(
            models.Q(expires_at__isnull=True) | models.Q(expires_at__gt=timezone.now()),
            revoked_at__isnull=True,
            journey__deleted_at__isnull=True,
        )


class ShareLink(models.Model):
    """Whoever has the token reads the agenda made for its audience, until it is revoked or expires."""

    journey = models.ForeignKey("journeys.Journey", models.CASCADE, related_name="share_links")
    token = models.CharField(max_length=43, unique=True, default=new_token, editable=False)
    audience = models.CharField(_("audience"), max_length=12, choices=Audience, default=Audience.PARTICIPANTS)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    passphrase = models.CharField(_("passphrase"), max_length=128, blank=True, help_text=_("Kept hashed."))

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("share link")
        verbose_name_plural = _("share links")

    def __str__(self) -> str:
        return f"{self.journey} · {self.get_audience_display()}"

    def get_absolute_url(self) -> str:
        return reverse("agenda", args=[self.token])


class Member(models.Model):
    """A person with an account who plans or hosts along. The owner is the journey's own field."""

    journey = models.ForeignKey("journeys.Journey", models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=8, choices=MemberRole, default=MemberRole.EDITOR)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.UniqueConstraint(
                fields=["journey", "user"],
                name="member_once",
                violation_error_message=_("This person is already a member of the journey."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()}"


class InviteQuerySet(models.QuerySet["Invite"]):
    def open(self) -> Self:
        """Neither taken back nor expired, of a journey that is not in the bin; a mailed one until it is used."""
        return self.filter(
            models.Q(email="") | models.Q(accepted_at__isnull=True),
            expires_at__gt=timezone.now(),
            revoked_at__isnull=True,
            journey__deleted_at__isnull=True,
        )


class Invite(models.Model):
    """A way in for a person who will plan along. Sent to an address it works once; as a link, until it expires."""

    journey = models.ForeignKey("journeys.Journey", models.CASCADE, related_name="invites")
    token = models.CharField(max_length=43, unique=True, default=new_token, editable=False)
    role = models.CharField(_("role"), max_length=8, choices=MemberRole, default=MemberRole.EDITOR)
    email = models.EmailField(_("e-mail"), blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InviteQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("invitation to plan along")
        verbose_name_plural = _("invitations to plan along")

    def __str__(self) -> str:
        return f"{self.journey} · {self.email or self.get_role_display()}"

    def get_absolute_url(self) -> str:
        return reverse("invite", args=[self.token])


class Presence(models.Model):
    """A page on which somebody has the journey open: ``tab`` tells their pages apart, ``at`` is the row they are in."""

    journey = models.ForeignKey("journeys.Journey", models.CASCADE, related_name="presences")
    tab = models.CharField(max_length=43)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    at = models.CharField(max_length=16, blank=True)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [models.UniqueConstraint(fields=["journey", "tab"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.journey} · {self.user or self.tab}"
