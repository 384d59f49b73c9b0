"""What the builder shows: the plan, its questions with their minutes, suggestions, and what cannot be so."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.forms import Form
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sessions.choices import Kind, SessionMode
from sessions.models import Journey, JourneyQuestion, Revision
from sessions.plan import Plan, Row
from structures.domain import shapes
from structures.models import Fit, Question, Structure
from structures.search import search
from structures.words import configuration_in_words


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


@dataclass(frozen=True)
class Suggestion:
    """A structure that could answer the chosen question: what it means for these people and this time."""

    structure: Structure
    fit: Fit | None
    span: shapes.Span
    turns: tuple[shapes.Turn, ...]
    people: int | None
    spare: int | None

    @property
    def configuration(self) -> str:
        steps, _repeats = self.structure.shapes()
        return configuration_in_words(steps, self.people, self.structure.remainder)

    @property
    def caution(self) -> str:
        """A sentence when these people are too few or too many for the structure."""
        least, most = self.structure.people_min, self.structure.people_max
        if self.people and self.people < least:
            return _("It needs at least %(least)s people.") % {"least": least}
        if self.people and most and self.people > most:
            return _("It is made for at most %(most)s people.") % {"most": most}
        return ""

    @property
    def over(self) -> int:
        """Minutes it would run past the booked end at its ideal length; 0 when it fits or none is booked."""
        return 0 if self.spare is None else max(0, self.span.ideal - self.spare)

    @property
    def squeezes(self) -> bool:
        return bool(self.over) and self.spare is not None and self.span.min <= self.spare


@dataclass(frozen=True)
class Help:
    """The column beside the agenda: ranked fits for the chosen question, or what a search found."""

    question: JourneyQuestion | None
    query: str
    suggestions: list[Suggestion]

    @property
    def others(self) -> int:
        """How many stand folded under the first four."""
        return max(0, len(self.suggestions) - 4)


@dataclass
class Board:
    """The builder of one journey. ``said`` is what the last change did, in words, for the live region."""

    plan: Plan
    newest: Revision | None
    help: Help
    csrf: str = ""
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
        question = next((one for one in plan.questions if one.code == chosen), None)
        question = question or first_unanswered(plan)
        return cls(plan, journey.newest, helping(plan, question, query.strip()), chosen=chosen, **kwargs)

    @property
    def journey(self) -> Journey:
        return self.plan.journey

    @cached_property
    def ledger(self) -> list[QuestionLine]:
        return [
            QuestionLine(question, [row for row in self.plan.rows if row.activity.question_id == question.pk])
            for question in self.plan.questions
        ]

    modes = SessionMode.choices

    @cached_property
    def further_questions(self) -> list[Question]:
        """The catalogue's questions that this journey does not have yet."""
        taken = {question.question_id for question in self.plan.questions}
        return [question for question in Question.objects.published() if question.pk not in taken]

    @cached_property
    def csrf_field(self) -> SafeString:
        """The hidden field of every form on the page, made once."""
        return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', self.csrf)

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


def first_unanswered(plan: Plan) -> JourneyQuestion | None:
    """The question to look at next: the first that nothing on the clock answers, or the last."""
    answered = {row.activity.question_id for row in plan.rows}
    open_ones = [question for question in plan.questions if question.pk not in answered]
    return next(iter([*open_ones, *plan.questions[-1:]]), None)


def helping(plan: Plan, question: JourneyQuestion | None, query: str) -> Help:
    if query:
        return Help(question, query, suggest(plan, [(found, None) for found in search(query)[:SHOWN]]))
    if question is None:
        return Help(None, "", [])
    if question.question_id is None:
        return Help(question, "", suggest(plan, [(found, None) for found in search(question.text)[:SHOWN]]))
    fits = Fit.objects.ranked().filter(question=question.question_id).select_related("structure")
    fits = fits.prefetch_related("structure__steps", "structure__repeats")
    return Help(question, "", suggest(plan, [(fit.structure, fit) for fit in fits]))


SHOWN = 8


def suggest(plan: Plan, found: Iterable[tuple[Structure, Fit | None]]) -> list[Suggestion]:
    session = plan.sessions[-1] if plan.sessions else None
    people, spare = (session.people, session.layout.spare) if session else (plan.journey.people, None)
    return [
        Suggestion(
            structure,
            fit,
            structure.duration(people),
            structure.turns(people),
            people,
            None if spare is None else max(0, spare),
        )
        for structure, fit in found
    ]
