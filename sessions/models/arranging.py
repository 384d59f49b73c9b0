"""What a convenor does with the rows of an agenda: add, move, park, bring back, edit, remove."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from sessions.choices import Kind
from sessions.domain import limits
from sessions.models.activity import Activity, ActivityStep
from sessions.models.ordering import OUT_OF_THE_WAY, put, renumber
from sessions.models.parts import JourneyQuestion, Session
from structures.models import Structure


class Arranging(models.Model):
    """The verbs on activities. Mixed into ``Journey``; each one is a single recorded change."""

    class Meta:
        abstract = True

    def add_structure(
        self,
        structure: Structure,
        *,
        session: Session | None,
        question: JourneyQuestion | None = None,
        invitation: str = "",
        at: int | None = None,
        who: Any = None,
    ) -> Activity:
        """Add ``structure`` with its own copy of the steps, at position ``at`` or at the end; no session parks it."""
        activity = Activity(
            title=structure.name,
            structure=structure,
            question=question,
            invitations=[invitation or structure.invitation],
        )
        with self.changing(_("Added %(title)s") % {"title": structure.name}, who=who):
            self._insert(activity, session, at)
            copy_steps(structure, activity)
        return activity

    def add_activity(
        self,
        *,
        session: Session | None,
        kind: str = Kind.OTHER,
        title: str = "",
        minutes: int | None = None,
        at: int | None = None,
        who: Any = None,
        **fields: Any,
    ) -> Activity:
        """Add a row that is no structure: an opening, a break, a talk, a closing. Minutes default to 0."""
        title = title or str(Kind(kind).label).capitalize()
        activity = Activity(kind=kind, title=title, minutes=minutes or 0, **fields)
        with self.changing(_("Added %(title)s") % {"title": title}, who=who):
            self._insert(activity, session, at)
        return activity

    def _insert(self, activity: Activity, session: Session | None, at: int | None) -> None:
        if self.activities.count() >= limits.MAX_ACTIVITIES:
            full = _("A journey holds at most %(most)s activities. Start another one.")
            raise ValidationError(full, params={"most": limits.MAX_ACTIVITIES})
        session = session and self._mine(session)
        activity.question = activity.question and self._mine(activity.question)
        activity.journey, activity.session, activity.position = self, session, OUT_OF_THE_WAY
        activity.full_clean(exclude=["position"])
        activity.save()
        self._place(activity, session, at)

    def _rows(self, session: Session | None) -> list[Activity]:
        return list(self.activities.filter(session=session).order_by("position"))

    def _place(self, activity: Activity, session: Session | None, to: int | None) -> None:
        """Put the row at ``to`` among the others, and close its old gap."""
        left = activity.session
        rows = put(activity, [row for row in self._rows(session) if row.pk != activity.pk], to)
        Activity.objects.filter(pk=activity.pk).update(session=session, position=OUT_OF_THE_WAY)
        activity.session, activity.position = session, OUT_OF_THE_WAY
        renumber(rows)
        if left != session:
            renumber(self._rows(left))

    def move(
        self, activity: Activity, *, to: int, session: Session | None = None, who: Any = None
    ) -> Activity:
        """Move the row to position ``to`` (0 is first) of its own list, or of another ``session``'s."""
        with self.changing(_("Moved %(title)s") % {"title": activity.title}, who=who):
            activity = self._mine(activity)
            self._place(activity, self._mine(session) if session else activity.session, to)
        return activity

    def park(self, activity: Activity, *, who: Any = None) -> Activity:
        """Keep the row, off the clock. It loses its pin: a parked row has no time."""
        with self.changing(_("Parked %(title)s") % {"title": activity.title}, who=who):
            activity = self._mine(activity)
            if activity.session is not None:
                self._place(activity, None, None)
                activity.pinned_at = None
                activity.save(update_fields=["pinned_at"])
        return activity

    def bring_back(
        self, activity: Activity, *, session: Session, to: int | None = None, who: Any = None
    ) -> Activity:
        """Put a parked row back on the clock, at ``to`` or at the end."""
        with self.changing(_("Brought back %(title)s") % {"title": activity.title}, who=who):
            activity = self._mine(activity)
            self._place(activity, self._mine(session), to)
        return activity

    def remove(self, activity: Activity, *, who: Any = None) -> None:
        """Take the row out of the journey. Undo brings it back with everything it held."""
        with self.changing(_("Removed %(title)s") % {"title": activity.title}, who=who):
            for row in self.activities.filter(code=activity.code):
                row.delete()
                renumber(self._rows(row.session))

    def edit_activity(self, activity: Activity, *, who: Any = None, **changes: Any) -> Activity:
        """Write the named fields, and only those: what somebody else wrote in other fields stays.

        Raises ``ValidationError`` with the fields' own sentences; then nothing is written.
        """
        with self.changing(_("Edited %(title)s") % {"title": activity.title}, who=who):
            activity = self._mine(activity)
            if changes.get("question"):
                changes["question"] = self._mine(changes["question"])
            for field, value in changes.items():
                setattr(activity, field, value)
            activity.full_clean()
            activity.save(update_fields=list(changes))
        return activity


def copy_steps(structure: Structure, activity: Activity) -> None:
    """Give the activity its own copy of the structure's steps, with how often each repeats."""
    repeats = {repeat.key: repeat for repeat in structure.repeats.all()}
    ActivityStep.objects.bulk_create(
        ActivityStep(
            activity=activity,
            position=position,
            **{name: getattr(step, name) for name in STEP_FIELDS},
            **{name: getattr(repeats[step.repeat], name) for name in REPEATED if step.repeat in repeats},
        )
        for position, step in enumerate(structure.steps.all())
    )


REPEATED = ["unit", "count_min", "count", "count_max", "set_by"]
STEP_FIELDS = [
    "title",
    "what",
    "grouping",
    "size_min",
    "size_max",
    "minutes_min",
    "minutes",
    "minutes_max",
    "optional",
    "mode",
    "protected",
    "repeat",
    "nested",
    "nested_note",
]
