"""The published catalogue, to be read."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from ninja import Field, Query, Router

from structures.api.problems import Refused, problems
from structures.api.shapes import (
    MINUTES,
    PEOPLE,
    Paging,
    PeopleRange,
    QuestionLine,
    QuestionPage,
    Slug,
    Span,
    StructureLine,
    StructurePage,
    Words,
)
from structures.browsing import Card, browse
from structures.choices import Purpose
from structures.domain.shapes import Mode
from structures.models import Question, Structure

router = Router(tags=["catalogue"])


class Filter(Paging):
    """What the catalogue is narrowed down by, as on its page."""

    q: Words | None = Field(None, max_length=300, description=_("Words to search for, in any order."))
    question: Slug | None = Field(None, description=_("Only what answers this question: its slug."))
    purpose: Purpose | None = Field(None, description=_("Only what is for this purpose."))
    people: int | None = Field(None, description=_("Only what so many people can do."), **PEOPLE)
    minutes: int | None = Field(None, description=_("Only what can be done in so many minutes."), **MINUTES)
    mode: Mode = Field(
        Mode.BOTH, description=_("Where people meet; online leaves out what works poorly there.")
    )

    def wishes(self) -> dict[str, Any]:
        """What the page's own form would have understood."""
        given = self.dict(exclude={"limit", "offset", "question"}, exclude_none=True)
        wished = {name: value for name, value in given.items() if value not in ("", Mode.BOTH)}
        return wished | ({"question": question_called(self.question)} if self.question else {})


def question_called(slug: str) -> Question:
    found = Question.objects.published().filter(slug=slug).first()
    if found is None:
        raise Refused.wrong("question", _t("There is no such question."))
    return found


@router.get(
    "/structures",
    response={200: StructurePage, **problems(422)},
    operation_id="structures",
    summary=_("Structures"),
)
def structures(request: HttpRequest, asked: Query[Filter]) -> StructurePage:
    """Published structures that meet every wish: in the order of the search where there is one, else of the fits to
    the question asked, else by name.
    """
    cards = browse(asked.wishes()).cards
    page = cards[asked.offset : asked.offset + asked.limit]
    return StructurePage(count=len(cards), items=[structure_line(request, card) for card in page])


@router.get(
    "/questions", response={200: QuestionPage, **problems()}, operation_id="questions", summary=_("Questions")
)
def questions(request: HttpRequest) -> QuestionPage:
    """The convening questions, in the order of the arc."""
    found = [question_line(request, one) for one in Question.objects.published()]
    return QuestionPage(count=len(found), items=found)


def structure_line(request: HttpRequest, card: Card) -> StructureLine:
    one = card.structure
    same = {name: getattr(one, name) for name in ("slug", "name", "aliases", "family", "purposes", "online")}
    return StructureLine(
        **same,
        people=people_range(one),
        minutes=Span(min=card.span.min, ideal=card.span.ideal, max=card.span.max),
        makes_possible=one.makes_possible,
        url=request.build_absolute_uri(one.get_absolute_url()),
    )


def people_range(one: Structure) -> PeopleRange:
    return PeopleRange(
        min=one.people_min, best_min=one.people_best_min, best_max=one.people_best_max, max=one.people_max
    )


def question_line(request: HttpRequest, one: Question) -> QuestionLine:
    names = ("slug", "position", "short", "text", "purpose", "answered_when", "wordings")
    url = request.build_absolute_uri(one.get_absolute_url())
    return QuestionLine(**{name: getattr(one, name) for name in names}, url=url)
