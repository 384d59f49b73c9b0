"""Rows side by side: the tracks of a row are added, renamed and taken out."""

from collections.abc import Mapping
from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sessions.choices import Kind
from sessions.domain import limits
from sessions.models.activity import Activity
from sessions.models.changing import Conflict, differs
from sessions.models.placing import Home

USUAL_TRACKS = 2
"""Of a new row with tracks: one alone would run beside nothing."""

NO_TRACK = _lazy("That track is no longer in this journey.")


class Tracking(models.Model):
    """The verbs on tracks. Mixed into ``Journey``. A track is named by its row and its number: 0 is the first."""

    class Meta:
        abstract = True

    def add_parallel(self, **place: Any) -> Activity:
        """Add a row that holds two empty tracks. ``place`` says where, and who does it: see ``add_activity``."""
        names = [usual_name(number) for number in range(USUAL_TRACKS)]
        return self.add_activity(kind=Kind.OTHER, title=_("In parallel"), tracks=names, **place)

    def add_track(self, activity: Activity, name: str = "", *, who: Any = None) -> int:
        """Add an empty track behind the others, and return its number; a row without tracks gets its first.

        Raises ``ValidationError`` where the row stands in a track itself, or has ``limits.MAX_TRACKS`` already.
        """
        with self.changing(_("Added a track to %(title)s") % {"title": activity.title}, who=who):
            row = self._mine(activity)
            if row.parent_id:
                raise ValidationError(_("Tracks cannot hold tracks again."))
            if len(row.tracks) >= limits.MAX_TRACKS:
                full = _("At most %(most)s tracks run side by side.")
                raise ValidationError(full, params={"most": limits.MAX_TRACKS})
            row.tracks.append(checked(name) if name else free_name(row.tracks))
            row.save(update_fields=["tracks"])
        return len(row.tracks) - 1

    def rename_track(
        self,
        activity: Activity,
        number: int,
        *,
        name: str,
        was: Mapping[str, Any] | None = None,
        who: Any = None,
    ) -> None:
        """Call the track ``name``. ``was`` is what the person saw: raises ``Conflict`` where another renamed it."""
        with self.changing(_("Renamed a track of %(title)s") % {"title": activity.title}, who=who):
            row = self._with_track(activity, number)
            theirs = row.tracks[number]
            if was and theirs and differs(theirs, was["name"]) and differs(theirs, name):
                raise Conflict({"name": theirs})
            row.tracks[number] = checked(name)
            row.save(update_fields=["tracks"])

    def remove_track(self, activity: Activity, number: int, *, name: str = "", who: Any = None) -> None:
        """Take the track out. What it holds is parked, not lost; later tracks move up.

        ``name`` is what the person saw: pressed twice, the next track, which has moved up, is not meant.
        """
        with self.changing(_("Removed a track of %(title)s") % {"title": activity.title}, who=who):
            row = self._with_track(activity, number)
            if name and name != (row.tracks[number] or usual_name(number)):
                raise ValidationError(NO_TRACK)
            self._put(self._rows(Home(parent=row, track=number)), Home(), None)
            for later in range(number + 1, len(row.tracks)):  # one by one: positions stay unique on the way
                self.activities.filter(parent=row, track=later).update(track=later - 1)
            del row.tracks[number]
            row.save(update_fields=["tracks"])

    def _with_track(self, activity: Activity, number: int) -> Activity:
        """The row under the lock; ``ValidationError`` when it has no such track."""
        return self._home(None, (activity, number)).parent


def checked(name: str) -> str:
    """The name without the blanks around it; ``ValidationError`` where a document could not hold it."""
    name = name.strip()
    if not 0 < len(name) <= limits.MAX_TITLE:
        wrong = _("A track has a name of at most %(most)s characters.")
        raise ValidationError(wrong, params={"most": limits.MAX_TITLE})
    return name


def usual_name(number: int) -> str:
    """What a track is called that nobody has named: "Room 1" is the first."""
    return _("Room %(number)s") % {"number": number + 1}


def free_name(taken: list[str]) -> str:
    """The next usual name that no other track has."""
    names = (usual_name(number) for number in count(len(taken)))
    return next(name for name in names if name not in taken)
