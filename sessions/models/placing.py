"""Where a row stands, and how rows are put into a place: the lists of a journey, renumbered under its lock."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from sessions.models.activity import Activity
from sessions.models.ordering import OUT_OF_THE_WAY, renumber
from sessions.models.parts import Session

Track = tuple[Activity, int]
"""A row that holds tracks, and which of them: 0 is the first."""


@dataclass(frozen=True)
class Home:
    """The list a row stands in: a session, a track of another row, or, with neither, the parking."""

    session: Session | None = None
    parent: Activity | None = None
    track: int | None = None

    @classmethod
    def of(cls, activity: Activity) -> Self:
        return cls(activity.session, activity.parent, activity.track)

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of a row that stands here."""
        return {"session": self.session, "parent": self.parent, "track": self.track}

    @property
    def where(self) -> dict[str, Any]:
        """The arguments that send a row here: ``session`` or ``track``."""
        return {"session": self.session, "track": self.parent and (self.parent, self.track)}

    @property
    def is_parking(self) -> bool:
        return self.session is None and self.parent is None

    @property
    def is_off_the_clock(self) -> bool:
        """The parking, or a track of a row that is parked."""
        return (self.parent or self).session is None


class Placing(models.Model):
    """What the verbs on rows share. Mixed into ``Journey``."""

    class Meta:
        abstract = True

    def _rows(self, home: Home) -> list[Activity]:
        return list(self.activities.filter(**home.fields).order_by("position"))

    def _home(self, session: Session | None, track: Track | None) -> Home:
        """The list, as it is under the lock; ``ValidationError`` when the track is gone meanwhile."""
        if track is None:
            return Home(session and self._mine(session))
        parent = self._mine(track[0])
        if not 0 <= track[1] < len(parent.tracks):
            raise ValidationError(_("That track is no longer in this journey."))
        return Home(parent=parent, track=track[1])

    def _in_order(self, activities: Iterable[Activity]) -> list[Activity]:
        """The rows as they are under the lock, from top to bottom; what goes along with its parent is left out.

        Raises ``DoesNotExist`` when one of them is gone.
        """
        codes = [activity.code for activity in activities]
        rows = list(self.activities.filter(code__in=codes).select_related("session", "parent"))
        if len(rows) < len(set(codes)):
            raise Activity.DoesNotExist
        moved = {row.pk for row in rows}
        return sorted((row for row in rows if row.parent_id not in moved), key=reading_order)

    def _put(self, rows: list[Activity], home: Home, at: int | None) -> None:
        """Put the rows, in their order, at place ``at`` among the others of ``home``; close the gaps they leave.

        0 is first; None or beyond the end is last. What is parked loses its pin, and so does what its tracks hold:
        it has no time.
        """
        if home.parent and any(row.tracks for row in rows):
            raise ValidationError(_("Tracks cannot hold tracks again."))
        left = {Home.of(row) for row in rows} - {home}
        pks = {row.pk for row in rows}
        others = [row for row in self._rows(home) if row.pk not in pks]
        place = len(others) if at is None else min(max(at, 0), len(others))
        for number, row in enumerate(rows):
            row.session, row.parent, row.track = home.session, home.parent, home.track
            row.position = OUT_OF_THE_WAY + number
            row.pinned_at = None if home.is_off_the_clock else row.pinned_at
        Activity.objects.bulk_update(rows, ["session", "parent", "track", "position", "pinned_at"])
        if home.is_off_the_clock:
            self.activities.filter(parent__in=pks).update(pinned_at=None)
        renumber([*others[:place], *rows, *others[place:]])
        for one in left:
            renumber(self._rows(one))

    def _next_to(self, activity: Activity) -> tuple[Home, int]:
        """The place right below the row."""
        row = self._mine(activity)
        return Home.of(row), row.position + 1


def reading_order(row: Activity) -> tuple[int, int, int, int, int]:
    """Sorts rows as the page shows them: session by session, then the parking; a track's rows with their parent."""
    top = row.parent or row
    session = top.session.position if top.session else OUT_OF_THE_WAY
    inside = (-1, 0) if row.parent is None else (row.track, row.position)
    return (0, session, top.position, *inside)
