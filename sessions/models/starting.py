"""A journey begun: its words, questions, first session and perhaps a first structure, as one revision."""

from collections.abc import Callable, Iterable
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from sessions.codes import new_code
from sessions.domain.document import JourneyDoc, dump
from sessions.domain.rewording import every_row, with_invitations
from sessions.models.activity import Activity
from sessions.models.copying import copy_steps, recipe_of
from sessions.models.parts import JourneyQuestion, Session
from sessions.models.placing import Home
from sessions.models.suggesting import Suggestions
from sessions.visitor import Visitor
from structures.choices import Status, Strength
from structures.models import Fit, Question, Structure


class Starting(models.Model):
    """Mixed into ``Journey``."""

    class Meta:
        abstract = True

    @classmethod
    def begin(cls, visitor: Visitor, *, code: str = "", **wanted: Any) -> Self:
        """A new journey of the visitor. The same ``code`` again is the same journey: two clicks make one.

        ``wanted`` are the journey's own fields (title, purpose, people …) and, each optional, ``questions``
        (the catalogue's), ``own`` (questions in the group's words), ``near`` (the catalogue's that these come
        near to: they lend the first structure its invitation), ``session`` (fields of the first one),
        ``sessions`` (how many; later ones are as long, on days still open) and ``structure``, which opens the
        agenda. Raises ``ValidationError``; then nothing is written.
        """
        return cls._once(visitor, code, lambda: cls._begin(visitor, code, **wanted))

    @classmethod
    def begin_with(cls, visitor: Visitor, document: JourneyDoc, *, code: str = "") -> Self:
        """A new journey of the visitor that holds the document; the same ``code`` again is the same journey.

        A structure that says nothing gets the invitation that the catalogue has for its question.
        """
        return cls._once(visitor, code, lambda: cls._begin_with(visitor, code, document))

    @classmethod
    def _once(cls, visitor: Visitor, code: str, begin: Callable[[], Self]) -> Self:
        try:
            with transaction.atomic():
                return cls._begun(visitor, code) or begin()
        except (IntegrityError, ValidationError):
            begun = cls._begun(visitor, code)  # the other half of a double click was quicker
            if begun is None:
                raise
            return begun

    @classmethod
    def _begun(cls, visitor: Visitor, code: str) -> Self | None:
        return cls.objects.owned_by(visitor).in_use().filter(code=code).first()

    @classmethod
    def _new(cls, visitor: Visitor, code: str, **fields: Any) -> Self:
        usable = code and not cls.objects.filter(code=code).exists()
        journey = cls(code=code if usable else new_code(), owner=visitor.user, guest=visitor.guest, **fields)
        journey.full_clean()
        journey.save()
        return journey

    @classmethod
    def _begin(
        cls,
        visitor: Visitor,
        code: str,
        *,
        questions: Iterable[Question] = (),
        own: Iterable[str] = (),
        near: Iterable[Question] = (),
        session: dict[str, Any] | None = None,
        sessions: int = 1,
        structure: Structure | None = None,
        **fields: Any,
    ) -> Self:
        journey = cls._new(visitor, code, **fields)
        asked = journey._ask(questions, own)
        first = journey._meet(sessions, session or {})
        if structure:
            journey._open_with(structure, first, asked, [question.pk for question in near])
        journey._record(_("Started the journey"), who=visitor.user, before=None)
        return journey

    @classmethod
    def _begin_with(cls, visitor: Visitor, code: str, document: JourneyDoc) -> Self:
        suggestions = Suggestions.of(row.structure for row in every_row(document))
        spoken = with_invitations(document, suggestions)
        journey = cls._new(visitor, code, title=document.title)
        journey.write(dump(spoken, codes=False))
        started = _("Started from %(title)s") % {"title": document.title}
        journey._record(started, who=visitor.user, before=None)
        return journey

    def _meet(self, sessions: int, fields: dict[str, Any]) -> Session:
        """So many sessions; the first has all the fields, and only it has a day and a time."""
        later = {name: value for name, value in fields.items() if name not in ("date", "starts_at")}
        rows = [
            Session(journey=self, position=position, **(later if position else fields))
            for position in range(sessions)
        ]
        for row in rows:
            row.full_clean()
        return Session.objects.bulk_create(rows)[0]

    def _ask(self, questions: Iterable[Question], own: Iterable[str]) -> list[JourneyQuestion]:
        wanted = [(question.text, question) for question in questions] + [(text, None) for text in own]
        rows = [
            JourneyQuestion(journey=self, position=position, text=text, question=question)
            for position, (text, question) in enumerate(wanted)
        ]
        for row in rows:
            row.full_clean()
        return JourneyQuestion.objects.bulk_create(rows)

    def _open_with(
        self, structure: Structure, session: Session, asked: list[JourneyQuestion], near: list[int]
    ) -> None:
        """The structure answers the question that it fits best, or the only one, with the best fit's invitation."""
        rows = {row.question_id: row for row in asked if row.question_id}
        fits = claims(structure)
        fit = next((fit for fit in fits if fit.question_id in rows), None)
        only = asked[0] if len(asked) == 1 else None
        spoken = fit or next((fit for fit in fits if fit.question_id in near), structure)
        activity = Activity(
            title=structure.name,
            structure=structure,
            question=rows[fit.question_id] if fit else only,
            invitations=[spoken.invitation],
            recipe=recipe_of(structure),
        )
        self._insert(activity, Home(session), None)
        copy_steps(structure, activity)


def claims(structure: Structure) -> list[Fit]:
    """The structure's fits to published questions: where it is named first, then strong, then useful."""
    fits = structure.fits.filter(question__status=Status.PUBLISHED).select_related("question")
    order = Strength.values
    return sorted(fits, key=lambda fit: order.index(fit.strength))
