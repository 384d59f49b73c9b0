"""What a convenor does with the rows of an agenda: add, move, park, bring back, duplicate, edit, remove."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.choices import Kind
from sessions.domain import limits, saying
from sessions.models.activity import Activity
from sessions.models.changing import Conflict, differs
from sessions.models.copying import copy_steps, recipe_of, unpinned, without_codes
from sessions.models.ordering import renumber
from sessions.models.parts import JourneyQuestion, Session
from sessions.models.placing import Home, Placing, Track
from sessions.models.saying import spoken_of
from sessions.models.suggesting import catalogue_words
from structures.models import Structure

PLACE = ["session", "parent", "track", "position"]
"""What says where a row stands: set under the lock, and not by the person."""


class Arranging(Placing):
    """The verbs on activities. Mixed into ``Journey``; each one is a single recorded change.

    Where a verb takes several activities, they are changed together and keep their order.
    """

    class Meta:
        abstract = True

    def add_structure(
        self,
        structure: Structure,
        *,
        session: Session | None,
        track: Track | None = None,
        question: JourneyQuestion | None = None,
        invitation: str = "",
        at: int | None = None,
        who: Any = None,
    ) -> Activity:
        """Add ``structure`` with its own copy of the steps, at position ``at`` or at the end.

        It stands in ``session``, or in a ``track``; with neither it is parked.
        """
        activity = Activity(
            title=structure.name,
            structure=structure,
            question=question,
            invitations=[invitation or structure.invitation],
            recipe=recipe_of(structure),
        )
        with self.changing(_("Added %(title)s") % {"title": structure.name}, who=who):
            self._insert(activity, self._home(session, track), at)
            copy_steps(structure, activity)
        return activity

    def add_activity(
        self,
        *,
        session: Session | None,
        track: Track | None = None,
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
            self._insert(activity, self._home(session, track), at)
        return activity

    def add_below(
        self, activity: Activity, *, title: str, minutes: int | None = None, who: Any = None
    ) -> Activity:
        """Add a plain row right below another, wherever that stands."""
        row = Activity(kind=Kind.OTHER, title=title, minutes=minutes or 0)
        with self.changing(_("Added %(title)s") % {"title": title}, who=who):
            self._insert(row, *self._next_to(activity))
        return row

    def _insert(self, activity: Activity, home: Home, at: int | None) -> None:
        self._refuse_more(1)
        activity.question = activity.question and self._mine(activity.question)
        activity.journey, activity.position = self, len(self._rows(home))
        activity.session, activity.parent, activity.track = home.session, home.parent, home.track
        activity.full_clean(exclude=PLACE)
        activity.save()
        self._put([activity], home, at)

    def _refuse_more(self, wanted: int) -> None:
        """Raise ``ValidationError`` where the journey would hold more than ``limits.MAX_ACTIVITIES``."""
        if self.activities.count() + wanted > limits.MAX_ACTIVITIES:
            full = _("A journey holds at most %(most)s activities. Start another one.")
            raise ValidationError(full, params={"most": limits.MAX_ACTIVITIES})

    def move(
        self,
        activity: Activity,
        *more: Activity,
        to: int | None,
        session: Session | None = None,
        track: Track | None = None,
        who: Any = None,
    ) -> Activity:
        """Move the rows to position ``to`` (0 is first, None last) of ``session`` or ``track``.

        With neither they go to that position of the list the first of them stands in. Returns the first.
        """
        with self.changing(told(_("Moved %(title)s"), activity, *more), who=who):
            rows = self._in_order([activity, *more])
            self._put(rows, self._home(session, track) if session or track else Home.of(rows[0]), to)
        return rows[0]

    def park(self, activity: Activity, *more: Activity, who: Any = None) -> Activity:
        """Keep the rows, off the clock. They lose their pins: a parked row has no time."""
        with self.changing(told(_("Parked %(title)s"), activity, *more), who=who):
            rows = self._in_order([activity, *more])
            self._put([row for row in rows if not Home.of(row).is_parking], Home(), None)
        return rows[0]

    def bring_back(
        self,
        activity: Activity,
        *more: Activity,
        session: Session | None = None,
        track: Track | None = None,
        to: int | None = None,
        who: Any = None,
    ) -> Activity:
        """Put parked rows back on the clock, at ``to`` or at the end."""
        with self.changing(told(_("Brought back %(title)s"), activity, *more), who=who):
            rows = self._in_order([activity, *more])
            self._put(rows, self._home(session, track), to)
        return rows[0]

    def remove(self, activity: Activity, *more: Activity, who: Any = None) -> None:
        """Take the rows out of the journey. Undo brings them back with everything they held."""
        with self.changing(told(_("Removed %(title)s"), activity, *more), who=who):
            rows = list(self.activities.filter(code__in=[one.code for one in (activity, *more)]))
            homes = {Home.of(row) for row in rows if row.parent not in rows}
            self.activities.filter(pk__in=[row.pk for row in rows]).delete()
            for home in homes:
                renumber(self._rows(home))

    def duplicate_activities(self, activity: Activity, *more: Activity, who: Any = None) -> list[Activity]:
        """Copy the rows with everything they hold but their pins, each right below its original.

        A copy pinned to the same time would only collide with it. Raises ``ValidationError`` when they are too many.
        """
        with self.changing(told(_("Duplicated %(title)s"), activity, *more), who=who):
            rows = self._in_order([activity, *more])
            self._refuse_more(len(rows) + self.activities.filter(parent__in=rows).count())
            questions = list(self.questions.all())
            return [
                copy
                for home, some in groupby(rows, key=Home.of)
                for copy in self._copies(list(some), home, questions)
            ]

    def _copies(self, rows: list[Activity], home: Home, questions: list[JourneyQuestion]) -> list[Activity]:
        """Copies of rows of one list, each put right below its original."""
        here = self._rows(home)
        places = {question.pk: place for place, question in enumerate(questions)}
        docs = [unpinned(without_codes(self.activity_document(row, places))) for row in rows]
        copies = self._write_activities(docs, home, questions, first=len(here))
        below = dict(zip([row.pk for row in rows], copies, strict=True))
        renumber([one for row in here for one in (row, below.get(row.pk)) if one])
        return copies

    def answer(
        self, activity: Activity, *more: Activity, question: JourneyQuestion | None, who: Any = None
    ) -> None:
        """Let the rows answer ``question``, or none."""
        with self.changing(told(_("Edited %(title)s"), activity, *more), who=who):
            rows = self._in_order([activity, *more])
            mine = question and self._mine(question)
            self.activities.filter(pk__in=[row.pk for row in rows]).update(question=mine)

    def edit_activity(
        self,
        activity: Activity,
        *,
        words: Mapping[int, str] | None = None,
        was: Mapping[str, Any] | None = None,
        who: Any = None,
        **changes: Any,
    ) -> Activity:
        """Write the named fields, and only those: what somebody else wrote in other fields stays.

        ``words`` are single invitations by their number, 0 the first; an empty one is taken out of the list.
        ``was`` are the values the person saw (of invitations under "words"): raises ``Conflict`` where another
        wrote in the same field meanwhile. Raises ``ValidationError`` with the fields' own sentences. Then
        nothing is written.
        """
        was = dict(was or {})
        with self.changing(_("Edited %(title)s") % {"title": activity.title}, who=who):
            activity = self._mine(activity)
            if words:
                changes["invitations"] = reworded(activity.invitations, words, was.pop("words", {}))
            Conflict.refuse(activity, was, changes)
            if changes.get("question"):
                changes["question"] = self._mine(changes["question"])
            for field, value in changes.items():
                setattr(activity, field, value)
            activity.full_clean(exclude=PLACE)
            activity.save(update_fields=list(changes))
        return activity

    def swap_structure(self, activity: Activity, structure: Structure | None, *, who: Any = None) -> Activity:
        """Let the row run another structure: its steps, its minutes, and its name where the row had the old one's.

        An invitation that was the catalogue's for the old structure becomes what it has for the new one, and own
        words of later rounds are kept, not said (see ``saying.swap``). Without a structure the row keeps its
        minutes, and has no steps.
        """
        words = {"title": activity.title, "structure": structure or _("no structure")}
        with self.changing(_("Swapped %(title)s for %(structure)s") % words, who=who):
            activity = self._mine(activity)
            self._run_another(activity, structure)
        return activity

    def _run_another(self, activity: Activity, structure: Structure | None) -> None:
        """Under the lock: what ``swap_structure`` does to a row."""
        old, ideal = activity.structure, activity.ideal_minutes()
        activity.steps.all().delete()
        activity.structure, activity.recipe = structure, recipe_of(structure) if structure else ""
        if structure is None:
            activity.minutes = ideal if activity.minutes is None else activity.minutes
        else:
            activity.kind, activity.minutes = Kind.STRUCTURE, None
            if old is None or activity.title == old.name:
                activity.title = structure.name
            after = saying.swap(spoken_of(activity), said_by(structure, activity), catalogue_words(old))
            activity.invitations, activity.alternatives = list(after.said), list(after.kept)
            copy_steps(structure, activity)
        activity.save()


def said_by(structure: Structure, activity: Activity) -> str:
    """What the catalogue would have a host say: for the question that the row answers, or else in general."""
    question = activity.question and activity.question.question_id
    fit = structure.fits.filter(question=question).first() if question else None
    return fit.invitation if fit else structure.invitation


def reworded(present: list[str], words: Mapping[int, str], was: Mapping[int, str]) -> list[str]:
    """The invitations with those in ``words`` written at their numbers, and the empty ones at the end left out.

    Raises ``Conflict`` where one is neither what the person saw nor what they want.
    """
    padded = [*present, *[""] * (max(words) + 1 - len(present))]
    theirs = {
        number: padded[number]
        for number in was
        if padded[number] and differs(padded[number], was[number]) and differs(padded[number], words[number])
    }
    if theirs:
        raise Conflict({"words": theirs})
    for number, text in words.items():
        padded[number] = text
    later = [text for text in padded[1:] if text]
    return [padded[0], *later] if padded[0] or later else []


def told(sentence: str, activity: Activity, *more: Activity) -> str:
    """A change in the past tense, of one row by its title or of several by their number."""
    many = ngettext("%(n)s activity", "%(n)s activities", len(more) + 1) % {"n": len(more) + 1}
    return sentence % {"title": many if more else activity.title}
