"""A question in anybody's words, and the structures that answer it."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Field, Query, Router, Schema

from structures.answering import Answer, Found, answer
from structures.api.faults import NOT_BLANK
from structures.api.problems import problems
from structures.api.shapes import MINUTES, PEOPLE, Named, QuestionNamed, Slug, Words
from structures.domain.needs import Experience, Need
from structures.domain.shapes import Mode
from structures.models import Question

router = Router(tags=["matching"])

MOST_FOUND, USUALLY_FOUND, MOST_NAMED = 20, 5, 40


class Asked(Schema):
    """A need: the question, and what else is known of the situation."""

    question: Words = Field(
        min_length=1,
        max_length=300,
        pattern=NOT_BLANK,
        description=_("A question or purpose, in any words."),
        examples=["How do we stop meetings nobody needs?"],
    )
    people: int | None = Field(None, description=_("How many there will be."), **PEOPLE)
    minutes: int | None = Field(None, description=_("How many minutes there are."), **MINUTES)
    mode: Mode = Field(Mode.BOTH, description=_("Where people meet."))
    before: list[Slug] = Field(
        [],
        max_length=MOST_NAMED,
        description=_("Slugs of what comes before, the last one nearest. May be repeated."),
    )
    used: list[Slug] = Field(
        [], max_length=MOST_NAMED, description=_("Slugs of what these people have done. May be repeated.")
    )
    experience: Experience = Field(Experience.SOME, description=_("How much the host has hosted."))
    top: int = Field(USUALLY_FOUND, ge=1, le=MOST_FOUND, description=_("How many to tell."))

    def need(self) -> Need:
        given = self.dict(include={"question", "people", "minutes", "mode", "before", "experience"})
        return Need(**given, used=frozenset(self.used))


class FoundTold(Named):
    """A structure that answers, and why."""

    score: float = Field(description=_("How well, only to be compared with the others."))
    reasons: list[str] = Field(description=_("Why, the most important first."))
    cautions: list[str] = Field(description=_("What to be careful about."))
    invitation: str = Field(description=_("What its host would say."))
    question: QuestionNamed | None = Field(
        description=_("The question of the catalogue the invitation is for.")
    )


class ExcludedTold(Named):
    """A structure that would answer, and what makes it impossible."""

    because: str = Field(description=_("Follows its name."), examples=["needs at least 6 people"])


class Matched(Schema):
    """What the catalogue says to a need."""

    near: QuestionNamed | None = Field(description=_("The question of the catalogue that it comes near to."))
    nearest: list[QuestionNamed] = Field(description=_("Those that come nearest, however far off."))
    among: int = Field(description=_("How many structures answer, of which these are the first."))
    found: list[FoundTold] = Field(description=_("The best first."))
    excluded: list[ExcludedTold]


@router.get(
    "/match",
    response={200: Matched, **problems(422)},
    operation_id="match",
    summary=_("Structures for a question"),
)
def match(request: HttpRequest, asked: Query[Asked]) -> Matched:
    """The structures that answer a question, each with its reasons, its cautions and an invitation to say."""
    return matched(answer(asked.need(), asked.top))


def matched(answered: Answer) -> Matched:
    return Matched(
        near=question_named(answered.near),
        nearest=[question_named(one) for one in answered.nearest],
        among=answered.among,
        found=[found_told(one) for one in answered.found],
        excluded=[
            ExcludedTold(slug=one.structure.slug, name=one.structure.name, because=one.because)
            for one in answered.barred
        ],
    )


def found_told(one: Found) -> FoundTold:
    return FoundTold(
        slug=one.structure.slug,
        name=one.structure.name,
        score=round(one.score, 3),
        reasons=list(one.reasons),
        cautions=list(one.cautions),
        invitation=one.invitation,
        question=question_named(one.question),
    )


def question_named(one: Question | None) -> QuestionNamed | None:
    return QuestionNamed(slug=one.slug, text=one.text) if one else None
