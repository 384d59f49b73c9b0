"""The ledger beside the agenda: each question with what answers it, how much of the clock it has, and its outcome."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from sessions.domain.ledger import Served, served
from sessions.models import JourneyQuestion
from sessions.outline import outline_of
from sessions.plan import Plan
from sessions.rows import Row
from structures.models import Question

ALONG = ("", "overview")
"""The views in which every row has its place; each of the others shows one session."""


@dataclass(frozen=True)
class AnswerLine:
    """An activity that answers a question: ``view`` is the session to turn to where the page does not show it."""

    code: str
    title: str
    outcome: str
    view: str = ""


@dataclass(frozen=True)
class QuestionLine:
    """A question in the ledger: what answers it on the clock, how it is served, and its catalogue question."""

    question: JourneyQuestion
    served: Served
    answers: tuple[AnswerLine, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    is_refused: bool = False

    @property
    def url(self) -> str:
        """Where the verbs on this question are posted to."""
        return f"{self.question.journey.get_absolute_url()}questions/{self.question.code}/"

    @property
    def minutes(self) -> int:
        """Of the clock: what runs side by side is counted once."""
        return self.served.minutes

    @property
    def linked(self) -> str:
        """The slug of the catalogue's question that it is linked to."""
        return self.question.question.slug if self.question.question else ""

    @property
    def said(self) -> list[AnswerLine]:
        """What single activities brought."""
        return [one for one in self.answers if one.outcome]

    @property
    def is_open(self) -> bool:
        """What has an outcome shows it, and what was refused shows why."""
        return bool(self.question.outcome or self.said) or self.is_refused

    @property
    def flags(self) -> list[str]:
        """What stands out about how it is served."""
        one = self.served
        found = [
            one.is_over and _("more than its share of the time"),
            one.before is not None
            and _("answered before question %(number)s") % {"number": _number(one.before)},
            one.after is not None
            and _("answered only after question %(number)s") % {"number": _number(one.after)},
        ]
        return [words for words in found if words]

    @property
    def state(self) -> tuple[Any, ...]:
        """Everything that shows on the line."""
        question = self.question
        shown = (question.number, question.text, question.outcome, self.linked)
        return self.url, shown, self.served, self.answers, self.links


def question_lines(
    plan: Plan, view: str, catalogue: list[Question], refused: Collection[str] = ()
) -> list[QuestionLine]:
    """The questions along the arc. ``catalogue`` are those that one can link a question to.

    ``refused`` are the codes of what was refused: a question among them is open.
    """
    answers: dict[int | None, list[Row]] = {}
    for row in plan.on_the_clock:
        answers.setdefault(row.activity.question_id, []).append(row)
    return [
        QuestionLine(
            question,
            one,
            tuple(answer_line(row, view) for row in answers.get(question.pk, ())),
            links_of(question, catalogue),
            question.code in refused,
        )
        for question, one in zip(plan.questions, served(outline_of(plan)), strict=True)
    ]


def answer_line(row: Row, view: str) -> AnswerLine:
    session = row.session.code if row.session else ""
    elsewhere = session if view not in (*ALONG, session) else ""
    return AnswerLine(row.activity.code, row.activity.title, row.activity.outcome, elsewhere)


def links_of(question: JourneyQuestion, catalogue: list[Question]) -> tuple[tuple[str, str], ...]:
    """What it can be linked to, by slug: the catalogue's questions, and its own where that is no longer among them."""
    own = question.question
    more = [own] if own and own not in catalogue else []
    return (("", _("none")), *((one.slug, one.short) for one in [*catalogue, *more]))


def _number(place: int | None) -> int:
    return (place or 0) + 1
