"""Who has a journey open at this moment. It comes and goes, and is no part of the plan."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from sessions.models.sharing import Presence

HERE = timedelta(seconds=15)
"""Whose page was heard of within this time is here: pages speak every few seconds."""
FRESH = timedelta(seconds=5)
"""Within this time a page that says the same again is not written down again."""
GONE = timedelta(minutes=1)


class Attending(models.Model):
    """Mixed into ``Journey``."""

    class Meta:
        abstract = True

    def attend(self, *, tab: str, user: Any = None, at: str = "") -> list[Presence]:
        """Note that ``user`` has the page ``tab`` open, in the row whose code is ``at``; the other pages open now.

        One query, and two more where there is something to write.
        """
        now = timezone.now()
        here = self.presences.filter(seen_at__gt=now - HERE).select_related("user").order_by("pk")
        pages = {page.tab: page for page in here}
        own = Presence(journey=self, tab=tab, user=user, at=at, seen_at=now)
        if not _is_known(pages.pop(tab, None), own):
            self._note(own, now)
        return list(pages.values())

    def _note(self, own: Presence, now: datetime) -> None:
        """One statement for a page that is new or known, so that two requests of it at once do not collide."""
        Presence.objects.bulk_create(
            [own],
            update_conflicts=True,
            unique_fields=["journey", "tab"],
            update_fields=["user", "at", "seen_at"],
        )
        self.presences.filter(seen_at__lt=now - GONE).delete()


def _is_known(page: Presence | None, own: Presence) -> bool:
    """Whether what was written of the page says it still."""
    if page is None or own.seen_at - page.seen_at > FRESH:
        return False
    return (page.user_id, page.at) == (own.user_id, own.at)
