"""What the builder shows: the plan, its questions with their minutes, help, and what cannot be so."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.forms import Form
from django.utils.html import format_html
from django.utils.translation import gettext as _

from sessions.choices import Kind, SessionMode
from sessions.codes import new_token
from sessions.helping import Help, helping
from sessions.models import Journey, JourneyQuestion, Revision
from sessions.plan import Plan
from sessions.rows import Row
from structures.models import Question

STAND_IN = new_token()
"""Stands in every form for the token that proves a request is ours, so that drawn rows can be kept. The view
puts the visitor's own in its place. It is made anew with each process: nobody can type it into a title.
"""


@dataclass(frozen=True)
class QuestionLine:
    """A question in the ledger: its minutes on the clock, and which activities answer it."""

    question: JourneyQuestion
    rows: list[Row]

    @property
    def url(self) -> str:
        """Where the verbs on this question are posted to."""
        return f"{self.question.journey.get_absolute_url()}questions/{self.question.code}/"

    @property
    def minutes(self) -> int:
        return sum(row.minutes for row in self.rows)

    @property
    def answered_by(self) -> str:
        return " · ".join(row.activity.title for row in self.rows)

    @property
    def state(self) -> tuple[Any, ...]:
        """Everything that shows on the line."""
        question = self.question
        return self.url, question.number, question.text, bool(self.rows), self.minutes, self.answered_by


@dataclass
class Board:
    """The builder of one journey. ``said`` is what the last change did, in words, for the live region."""

    plan: Plan
    newest: Revision | None
    help: Help
    chosen: str = ""
    said: str = ""
    problem: bool = False
    forms: dict[str, Form] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        journey: Journey,
        *,
        plan: Plan | None = None,
        chosen: str = "",
        query: str = "",
        **kwargs: Any,
    ) -> "Board":
        """``chosen`` is the code of the question to help with; ``query`` searches the catalogue instead.

        ``plan`` is the journey's, where the caller has already laid it out.
        """
        plan = plan or Plan.of(journey)
        return cls(plan, journey.newest, helping(plan, chosen, query.strip()), chosen=chosen, **kwargs)

    @property
    def journey(self) -> Journey:
        return self.plan.journey

    @cached_property
    def ledger(self) -> list[QuestionLine]:
        answers: dict[int | None, list[Row]] = defaultdict(list)
        for row in self.plan.rows:
            answers[row.activity.question_id].append(row)
        return [QuestionLine(question, answers[question.pk]) for question in self.plan.questions]

    @cached_property
    def states(self) -> tuple[tuple[str, str], ...]:
        """Of what every row shows of the whole journey: its questions."""
        return tuple((question.code, question.text) for question in self.plan.questions)

    modes = SessionMode.choices

    @cached_property
    def further_questions(self) -> list[Question]:
        """The catalogue's questions that this journey does not have yet."""
        taken = {question.question_id for question in self.plan.questions}
        return [question for question in Question.objects.published() if question.pk not in taken]

    csrf_field = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', STAND_IN)

    @cached_property
    def words(self) -> dict[str, str]:
        """Labels and hints that every row repeats, translated once."""
        return {
            "saved": _("All changes saved"),
            "choose": _("Show structures for this question"),
            "title": _("Title"),
            "minutes": _("Minutes"),
            "question": _("Question"),
            "invitation": _("Invitation"),
            "invitation_hint": _("What will you ask them?"),
            "brief_hint": _("What they bring, read or prepare"),
            "notes_hint": _("Only those who plan see these"),
        }

    @cached_property
    def kinds(self) -> list[tuple[str, str]]:
        """What can be added besides structures."""
        return [
            (Kind.OPENING, _("Opening")),
            (Kind.BREAK, _("Break")),
            (Kind.TALK, _("Talk")),
            (Kind.CLOSING, _("Closing")),
        ]
