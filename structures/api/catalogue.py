"""The published catalogue, to be read."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from ninja import Field, Path, Query, Router, Schema
from pydantic import BeforeValidator, StringConstraints

from structures.api.lines import question_line, structure_line
from structures.api.problems import Refused, problems
from structures.api.shapes import MINUTES, PEOPLE, Paging, QuestionPage, Slug, StructurePage, without_nul
from structures.api.structure_shapes import StructureTold
from structures.api.structure_told import structure_told
from structures.browsing import browse
from structures.choices import Purpose
from structures.domain.needs import Need
from structures.domain.shapes import Mode
from structures.models import Question, Structure
from structures.whole import whole

router = Router(tags=["catalogue"])


Searched = Annotated[
    str, StringConstraints(max_length=300, strip_whitespace=True), BeforeValidator(without_nul)
]


class Group(Schema):
    """Who a structure is worked out for."""

    people: int | None = Field(None, description=_("How many there will be."), **PEOPLE)
    mode: Mode = Field(Mode.BOTH, description=_("Where they meet."))


class Filter(Paging):
    """What the catalogue is narrowed down by, as on its page."""

    q: Searched | None = Field(None, description=_("Words to search for, in any order."))
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

    def need(self) -> Need:
        return Need(self.q or "", self.people, self.minutes, self.mode)


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
    cards = browse(asked.wishes(), asked.need()).cards
    page = cards[asked.offset : asked.offset + asked.limit]
    lines = [structure_line(request, card.structure, card.span) for card in page]
    return StructurePage(count=len(cards), items=lines)


@router.get(
    "/structures/{slug:slug}",
    response={200: StructureTold, **problems(404, 422)},
    operation_id="structure",
    summary=_("One structure"),
)
def structure(
    request: HttpRequest,
    slug: Annotated[str, Path(description=_("Its slug."))],
    group: Query[Group],
) -> StructureTold:
    """Everything about a published structure, its minutes and groups worked out for the people who come."""
    found = get_object_or_404(whole(Structure.objects.published()), slug=slug)
    return structure_told(request, found, group.people, group.mode)


@router.get(
    "/questions",
    response={200: QuestionPage, **problems()},
    operation_id="questions",
    summary=_("Questions"),
)
def questions(request: HttpRequest) -> QuestionPage:
    """The convening questions, in the order of the arc."""
    found = [question_line(request, one) for one in Question.objects.published()]
    return QuestionPage(count=len(found), items=found)
