"""What frames the agenda: the journey's own words, its questions and its sessions."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from sessions.domain import limits
from sessions.models.changing import Conflict
from sessions.models.copying import without_codes
from sessions.models.ordering import put, renumber
from sessions.models.parts import JourneyQuestion, Session
from sessions.models.placing import Home
from structures.models import Question

COPIED = ["starts_at", "timezone", "minutes", "mode", "place", "link", "people", "rooms"]
"""What a copy of a session has of it: everything but the day, the name, and what is packed."""


class Framing(models.Model):
    """The verbs on the journey itself, its questions and its sessions. Mixed into ``Journey``."""

    class Meta:
        abstract = True

    def edit(self, changes: dict[str, Any], *, was: Mapping[str, Any] | None = None, who: Any = None) -> None:
        """Write the journey's own fields: title, purpose, people, who. Raises ``ValidationError``.

        ``changes`` is a mapping because ``who`` the group are and ``who`` makes the change are both called so.
        ``was`` are the values the person saw: raises ``Conflict`` where another wrote in the same field meanwhile.
        """
        with self.changing(_("Edited the journey"), who=who):
            Conflict.refuse(self, was or {}, changes)
            for field, value in changes.items():
                setattr(self, field, value)
            self.full_clean()
            self.save(update_fields=list(changes))

    def add_question(
        self, text: str = "", *, question: Question | None = None, who: Any = None
    ) -> JourneyQuestion:
        """Add a question in the group's words, or the catalogue's ``question`` in its own.

        Raises ``ValidationError``, also when the journey has ``limits.MAX_QUESTIONS`` already.
        """
        row = JourneyQuestion(journey=self, text=text or question.text, question=question)
        with self.changing(_("Added a question"), who=who):
            row.position = self.questions.count()
            if row.position >= limits.MAX_QUESTIONS:
                raise ValidationError(_("A journey holds at most 60 questions."))
            row.full_clean()
            row.save()
        return row

    def edit_question(
        self,
        row: JourneyQuestion,
        *,
        was: Mapping[str, Any] | None = None,
        who: Any = None,
        **changes: Any,
    ) -> JourneyQuestion:
        """Write the question's text, its outcome, or the catalogue's ``question`` that it is linked to (or None).

        Raises ``ValidationError``, and ``Conflict`` as in ``edit``.
        """
        with self.changing(_("Edited a question"), who=who):
            return self._edit_part(self._mine(row), was, changes)

    def move_question(self, row: JourneyQuestion, *, to: int, who: Any = None) -> None:
        """Put the question at place ``to`` of the arc; 0 is first."""
        with self.changing(_("Moved a question"), who=who):
            row = self._mine(row)
            renumber(put(row, [other for other in self.questions.all() if other != row], to))

    def remove_question(self, row: JourneyQuestion, *, who: Any = None) -> None:
        """Take the question out. The activities that answered it stay, without a question."""
        with self.changing(_("Removed a question"), who=who):
            self.questions.filter(code=row.code).delete()
            renumber(self.questions.all())

    def add_session(self, *, who: Any = None, **fields: Any) -> Session:
        """Add a session after the others. Without a time zone or a mode it takes the last one's.

        Raises ``ValidationError``, also when the journey has ``limits.MAX_SESSIONS`` already.
        """
        with self.changing(_("Added a session"), who=who):
            last = self.sessions.last()
            if last:
                fields = {"timezone": last.timezone, "mode": last.mode} | fields
            session = Session(journey=self, position=self.sessions.count(), **fields)
            if session.position >= limits.MAX_SESSIONS:
                raise ValidationError(_("A journey holds at most 40 sessions."))
            session.full_clean()
            session.save()
        return session

    def edit_session(
        self,
        session: Session,
        *,
        was: Mapping[str, Any] | None = None,
        who: Any = None,
        **changes: Any,
    ) -> Session:
        """Write the session's named fields. Raises ``ValidationError``, and ``Conflict`` as in ``edit``."""
        with self.changing(_("Edited %(session)s") % {"session": session}, who=who):
            return self._edit_part(self._mine(session), was, changes)

    def move_session(self, session: Session, *, to: int, who: Any = None) -> None:
        """Put the session at place ``to`` of the journey; 0 is first. Its day and its rows stay as they are."""
        with self.changing(_("Moved %(session)s") % {"session": session}, who=who):
            session = self._mine(session)
            renumber(put(session, [one for one in self.sessions.all() if one != session], to))

    def remove_session(self, session: Session, *, who: Any = None) -> None:
        """Take the session out; its activities are parked, not lost. Pins go: a parked row has no time."""
        with self.changing(_("Removed %(session)s") % {"session": session}, who=who):
            session = self._mine(session)
            self._put(self._rows(Home(session)), Home(), None)
            self.sessions.filter(pk=session.pk).delete()
            renumber(self.sessions.all())

    def duplicate_session(self, session: Session, *, who: Any = None) -> Session:
        """Copy the session with its rows, right after it. It has no date yet; pins stay, for its clock is the same.

        Raises ``ValidationError`` when the journey would hold too many sessions or activities.
        """
        with self.changing(_("Duplicated %(session)s") % {"session": session}, who=who):
            session = self._mine(session)
            if self.sessions.count() >= limits.MAX_SESSIONS:
                raise ValidationError(_("A journey holds at most 40 sessions."))
            rows = self._rows(Home(session))
            self._refuse_more(len(rows) + self.activities.filter(parent__in=rows).count())
            title = _("Copy of %(title)s") % {"title": session}
            fields = {name: getattr(session, name) for name in COPIED} | {"title": title[: limits.MAX_TITLE]}
            copy = Session(journey=self, position=self.sessions.count(), **fields)
            copy.full_clean()
            copy.save()
            renumber(put(copy, [one for one in self.sessions.all() if one != copy], session.position + 1))
            questions = list(self.questions.all())
            places = {question.pk: place for place, question in enumerate(questions)}
            docs = [without_codes(self.activity_document(row, places)) for row in rows]
            self._write_activities(docs, Home(copy), questions)
        return copy

    @staticmethod
    def _edit_part(part: models.Model, was: Mapping[str, Any] | None, changes: dict[str, Any]) -> Any:
        Conflict.refuse(part, was or {}, changes)
        for field, value in changes.items():
            setattr(part, field, value)
        part.full_clean()
        part.save(update_fields=list(changes))
        return part
