"""What a convenor plans: a purpose, a group, its questions, and one or more sessions."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from sessions.choices import Audience, MemberRole
from sessions.codes import new_code
from sessions.domain import limits
from sessions.domain.document import dump
from sessions.domain.rewording import not_yet_packed
from sessions.models.adjusting import Adjusting
from sessions.models.attending import Attending
from sessions.models.changing import Changing
from sessions.models.framing import Framing
from sessions.models.history import Revision
from sessions.models.importing import Importing
from sessions.models.inviting import Inviting
from sessions.models.noticing import Noticing
from sessions.models.packing import Packing
from sessions.models.rewording import Rewording
from sessions.models.saying import Saying
from sessions.models.sharing import ShareLink
from sessions.models.starting import Starting
from sessions.models.stepping import Stepping
from sessions.models.storing import Storing
from sessions.models.tracking import Tracking
from sessions.visitor import KEPT_FOR, Visitor


class JourneyQuerySet(models.QuerySet["Journey"]):
    """The one door: a journey is reached through the visitor who may touch it."""

    def _of(self, visitor: Visitor, roles: list[str]) -> Self:
        if visitor.user:
            member = models.Q(members__user=visitor.user, members__role__in=roles)
            return self.filter(models.Q(owner=visitor.user) | member).distinct()
        if visitor.guest:
            return self.filter(owner=None, guest=visitor.guest)
        return self.none()

    def owned_by(self, visitor: Visitor) -> Self:
        """Theirs to delete and to restore, in the bin or not."""
        return self._of(visitor, [])

    def editable_by(self, visitor: Visitor) -> Self:
        return self.in_use()._of(visitor, [MemberRole.EDITOR])

    def viewable_by(self, visitor: Visitor) -> Self:
        return self.in_use()._of(visitor, MemberRole.values)

    def with_newest(self) -> Self:
        """Each journey comes with its ``newest`` revision, in the same query; without the document it holds."""
        newest = models.Q(revisions__number=models.F("revision"))
        found = {name: models.F(f"newest_row__{name}") for name in Revision.SHOWN}
        return self.annotate(newest_row=models.FilteredRelation("revisions", condition=newest)).annotate(
            **{f"newest_{name}": value for name, value in found.items()}
        )

    def in_use(self) -> Self:
        return self.filter(deleted_at=None)

    def in_bin(self) -> Self:
        return self.filter(deleted_at__isnull=False)

    def unclaimed(self) -> Self:
        """Imported for nobody yet: the first browser that opens one keeps it."""
        return self.in_use().filter(owner=None, guest="")

    def adopt(self, code: str, visitor: Visitor) -> None:
        """Give an unclaimed journey to the visitor."""
        self.unclaimed().filter(code=code).update(owner=visitor.user, guest=visitor.guest)

    def outdated(self, now: datetime) -> Self:
        """Guests' journeys untouched for 30 days, and what has lain in the bin that long."""
        limit = now - KEPT_FOR
        return self.filter(models.Q(owner=None, touched_at__lt=limit) | models.Q(deleted_at__lt=limit))

    def claim(self, *, guest: str, user: Any) -> int:
        """Make a guest's journeys the user's own: what they planned before signing in. Returns how many."""
        return self.filter(owner=None, guest=guest).update(owner=user, guest="") if guest else 0


class Journey(
    Changing,
    Framing,
    Adjusting,
    Tracking,
    Stepping,
    Storing,
    Importing,
    Starting,
    Rewording,
    Saying,
    Inviting,
    Packing,
    Noticing,
    Attending,
):
    """A journey belongs to an account, or to the browser of a guest (``guest``)."""

    code = models.CharField(max_length=16, unique=True, default=new_code, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="journeys"
    )
    guest = models.CharField(max_length=43, blank=True, db_index=True, editable=False)
    title = models.CharField(_("title"), max_length=limits.MAX_TITLE)
    purpose = models.TextField(_("purpose"), blank=True, max_length=limits.MAX_TEXT)
    people = models.PositiveSmallIntegerField(_("people"), null=True, blank=True)
    who = models.CharField(_("who they are"), max_length=300, blank=True)
    dismissed = models.JSONField(default=list, blank=True, editable=False)  # keys of notices
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = JourneyQuerySet.as_manager()

    class Meta:
        ordering = ["-touched_at"]
        verbose_name = _("journey")
        verbose_name_plural = _("journeys")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(owner__isnull=True) | models.Q(guest=""),
                name="journey_one_owner",
                violation_error_message=_("A journey belongs to an account or to a guest, not to both."),
            ),
            models.CheckConstraint(
                condition=models.Q(people__isnull=True)
                | models.Q(people__gte=1, people__lte=limits.MAX_PEOPLE),
                name="journey_people_in_range",
                violation_error_message=_("The number of people must lie between 1 and 5,000."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self._address

    @cached_property
    def _address(self) -> str:
        return reverse("journey", args=[self.code])

    @classmethod
    @transaction.atomic
    def start(cls, visitor: Visitor, **fields: Any) -> Self:
        """A new, empty journey of this visitor, as its first revision. Raises ``ValidationError``."""
        journey = cls(owner=visitor.user, guest=visitor.guest, **fields)
        journey.full_clean()
        journey.save()
        journey._record(_t("Started the journey"), who=visitor.user, before=None)
        return journey

    def duplicate(self, visitor: Visitor) -> Self:
        """The visitor's own copy: everything but the history, the links, the members, what is packed and
        which notices were dismissed.
        """
        with transaction.atomic():
            title = _t("Copy of %(title)s") % {"title": self.title}
            copy = type(self)(owner=visitor.user, guest=visitor.guest, title=title[: limits.MAX_TITLE])
            copy.save()
            copy.write(dump(not_yet_packed(self.document()), codes=False) | {"title": copy.title})
            copied = _t("Copied from %(title)s") % {"title": self.title}
            copy._record(copied, who=visitor.user, before=None)
        return copy

    def planners(self) -> list[str]:
        """How the owner and the members are called: one query."""
        user = get_user_model()
        mine = models.Q(pk=self.owner_id) | models.Q(memberships__journey=self)
        return [one.known_as for one in user.objects.filter(mine).distinct()]

    def put_in_bin(self) -> None:
        """Out of every list, and its links stop working; it can be brought back for 30 days."""
        self.deleted_at = timezone.now()
        self.save(update_fields=["deleted_at"])

    def take_from_bin(self) -> None:
        self.deleted_at = None
        self.touched_at = timezone.now()
        self.save(update_fields=["deleted_at", "touched_at"])

    def share(self, audience: str = Audience.PARTICIPANTS) -> ShareLink:
        """A link for the audience: the open one where there is one, so that a double click makes no second."""
        with transaction.atomic():
            self._lock()
            link = self.share_links.open().filter(audience=audience).first()
            return link or self.share_links.create(audience=audience)

    def revoke(self, link: ShareLink) -> None:
        """Whoever still has the link gets a page that says it no longer works."""
        self.share_links.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now())
