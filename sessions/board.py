"""What the builder shows: the plan, its questions with their minutes, suggestions, and what cannot be so."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _

from sessions.choices import Kind
from sessions.models import Journey, JourneyQuestion, Revision
from sessions.plan import Plan, Row
from structures.domain import shapes
from structures.models import Fit, Structure
from structures.search import search


@dataclass(frozen=True)
class QuestionLine:
    """A question in the ledger: its minutes on the clock, and which activities answer it."""

    question: JourneyQuestion
    rows: list[Row]

    @property
    def minutes(self) -> int:
        return sum(row.minutes for row in self.rows)

    @property
    def answered_by(self) -> str:
        return " · ".join(row.activity.title for row in self.rows)


@dataclass(frozen=True)
class Suggestion:
    """A structure that could answer the chosen question, with what it means for these people and this time."""

    structure: Structure
    fit: Fit | None
    span: shapes.Span
    turns: tuple[shapes.Turn, ...]
    spare: int | None

    @property
    def over(self) -> int:
        """Minutes it would run past the booked end at its ideal length; 0 when it fits or nothing is booked."""
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


@dataclass
class Board:
    """The builder of one journey. ``said`` is what the last change did, in words, for the live region."""

    plan: Plan
    newest: Revision | None
    help: Help
    said: str = ""
    problem: bool = False
    forms: dict[str, Form] = field(default_factory=dict)

    @classmethod
    def of(cls, journey: Journey, *, chosen: str = "", query: str = "", **kwargs: Any) -> "Board":
        """``chosen`` is the code of the question to help with; ``query`` searches the catalogue instead."""
        plan = Plan.of(journey)
        question = next((one for one in plan.questions if one.code == chosen), None)
        question = question or first_unanswered(plan)
        return cls(plan, journey.newest, helping(plan, question, query.strip()), **kwargs)

    @property
    def journey(self) -> Journey:
        return self.plan.journey

    @cached_property
    def ledger(self) -> list[QuestionLine]:
        return [
            QuestionLine(question, [row for row in self.plan.rows if row.activity.question_id == question.pk])
            for question in self.plan.questions
        ]

    @property
    def kinds(self) -> list[tuple[str, str, int]]:
        """What can be added besides structures, with its usual minutes."""
        return [
            (Kind.OPENING, _("Opening"), 10),
            (Kind.BREAK, _("Break"), 15),
            (Kind.TALK, _("Talk"), 15),
            (Kind.CLOSING, _("Closing"), 10),
        ]


def first_unanswered(plan: Plan) -> JourneyQuestion | None:
    """The question a convenor would look at next: the first that nothing on the clock answers, or the last."""
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
            structure, fit, structure.duration(people), structure.turns(people), spare and max(0, spare)
        )
        for structure, fit in found
    ]
