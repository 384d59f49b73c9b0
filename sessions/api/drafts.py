"""Draft it for me, without a journey: what is wanted comes in, up to three journeys go out."""

from typing import Any, Self

from django.http import HttpRequest
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from ninja import Field, Router, Schema
from pydantic import ConfigDict, model_validator
from pydantic.config import JsonDict

from sessions.api.documents import Document
from sessions.commissioning import Commission, Commissioned, CommissionError, commissioned
from sessions.domain import limits
from sessions.domain.document import Kind, SessionMode
from sessions.domain.drafting import MOST_TURNS
from sessions.domain.outline import Asked, Meeting
from sessions.domain.tasting import Character
from structures.api.faults import NOT_BLANK, path_of
from structures.api.problems import Fault, Refused, problems
from structures.api.shapes import PEOPLE, Slug, Words
from structures.domain.needs import Experience

router = Router(tags=["drafts"])

MOST_QUESTIONS, MOST_SESSIONS, MOST_NAMED, MOST_WEIGHT = 10, 4, 20, 9
MOST_MINUTES = 480
"""Of all sessions together: so much is drafted in a few seconds."""
MINUTES: dict[str, Any] = {"ge": 1, "le": MOST_MINUTES, "examples": [90]}


def having(name: str, **kind: str) -> JsonDict:
    """Of a JSON Schema: that there is such a field."""
    return {"required": [name], "properties": {name: {"type": "string", **kind}}}


class Wish(Schema):
    """What is sent has the fields that there are, and no others."""

    model_config = ConfigDict(extra="forbid")


class QuestionWanted(Wish):
    """A question to be answered: in the group's own words, or one of the catalogue, or one of those in own words."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [having("text", pattern=NOT_BLANK), having("question")]}
    )

    text: Words = Field("", max_length=limits.MAX_QUESTION, description=_("The group’s own words."))
    question: Slug | None = Field(None, description=_("The slug of a question of the catalogue."))
    weight: int = Field(1, ge=1, le=MOST_WEIGHT, description=_("How much it matters beside the others."))

    @model_validator(mode="after")
    def _asks(self) -> Self:
        if not self.text.strip() and not self.question:
            raise ValueError(_t("Say the question in “text”, or name one of the catalogue in “question”."))
        return self

    def asked(self) -> Asked:
        return Asked(text=self.text.strip(), slug=self.question or "")


class SessionWanted(Wish):
    """A session to be filled."""

    minutes: int = Field(description=_("How many minutes it has."), **MINUTES)
    mode: SessionMode = Field(SessionMode.IN_PERSON, description=_("Where it happens."))
    title: Words = Field("", max_length=limits.MAX_TITLE)


class DraftWanted(Wish):
    """What is to be drafted: the questions, in the order in which they are to be answered, and the time there is."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [having("minutes", type="integer"), having("sessions", type="array")]}
    )

    questions: list[QuestionWanted] = Field(min_length=1, max_length=MOST_QUESTIONS)
    people: int | None = Field(None, description=_("How many there will be."), **PEOPLE)
    minutes: int | None = Field(
        None, description=_("How many minutes there are, for a single session."), **MINUTES
    )
    mode: SessionMode = Field(
        SessionMode.IN_PERSON,
        description=_("Where the single session happens; “sessions” say it for themselves."),
    )
    sessions: list[SessionWanted] | None = Field(
        None,
        min_length=1,
        max_length=MOST_SESSIONS,
        description=_("The sessions, instead of “minutes” of a single one; 480 minutes in all."),
    )
    must: list[Slug] = Field([], max_length=MOST_NAMED, description=_("Slugs of structures to use."))
    never: list[Slug] = Field([], max_length=MOST_NAMED, description=_("Slugs of structures not to use."))
    experience: Experience = Field(Experience.SOME, description=_("How much the host has hosted."))
    turn: int = Field(0, ge=0, lt=MOST_TURNS, description=_("1, 2 and 3 ask for other drafts."))
    title: Words = Field("", max_length=limits.MAX_TITLE, description=_("What the journey is to be called."))
    purpose: Words = Field("", max_length=limits.MAX_TEXT, description=_("What the journey is for."))

    @model_validator(mode="after")
    def _has_time(self) -> Self:
        if (self.minutes is None) == (self.sessions is None):
            raise ValueError(_t("Say either “minutes”, for a single session, or “sessions”."))
        return self

    @model_validator(mode="after")
    def _is_a_day(self) -> Self:
        if sum(one.minutes for one in self.sessions or ()) > MOST_MINUTES:
            raise ValueError(_t("All sessions together can have %(most)s minutes.") % {"most": MOST_MINUTES})
        return self

    def commission(self) -> Commission:
        own = self.sessions or [SessionWanted(minutes=self.minutes or 1, mode=self.mode)]
        meetings = tuple(
            Meeting(code=str(n), title=one.title, booked=one.minutes, people=self.people, mode=one.mode)
            for n, one in enumerate(own)
        )
        return Commission(
            questions=tuple(one.asked() for one in self.questions),
            sessions=meetings,
            weights=tuple(one.weight for one in self.questions),
            must=tuple(self.must),
            never=tuple(self.never),
            **self.dict(include={"experience", "turn", "title", "purpose", "people"}),
        )


class RowTold(Schema):
    """A row of a draft."""

    session: int = Field(description=_("Its session, from 0."))
    begins: int = Field(description=_("The minute of the session at which it begins, from 0."))
    minutes: int
    kind: Kind
    title: str
    structure: str = Field(description=_("The slug of its structure; or empty."))
    question: int | None = Field(description=_("The question that it answers, from 0."))
    why: str = Field(description=_("Why it stands there; or empty."))


class DraftTold(Schema):
    """A whole journey, and why it is like that."""

    character: Character
    name: str = Field(description=_("What its character is called."), examples=["Deep"])
    line: str = Field(description=_("What it is like."), examples=["Fewer things, and time for each."])
    minutes: int = Field(description=_("Minutes of all sessions together."))
    rows: list[RowTold]
    answered: list[int] = Field(description=_("The questions that it answers, from 0."))
    cautions: list[str] = Field(description=_("What is left out, and why."))
    journey: Document = Field(description=_("The document: POST it to /journeys as it is."))


class Drafts(Schema):
    """Up to three drafts; none where nothing fits into the time."""

    drafts: list[DraftTold]


@router.post(
    "/drafts",
    response={200: Drafts, **problems(400, 413, 415, 422)},
    operation_id="drafts",
    summary=_("Draft it for me"),
)
def drafts(request: HttpRequest, wish: DraftWanted) -> Drafts:
    """Up to three journeys for the questions: deep, brisk and lively, each within its minutes, with a reason for every
    row. Nothing is kept: POST the one you like to /journeys. The same wish gets the same drafts.
    """
    try:
        return Drafts(drafts=[draft_told(one) for one in commissioned(wish.commission())])
    except CommissionError as error:
        wrong = [Fault(path=path_of(one.path), message=one.message) for one in error.problems]
        raise Refused(422, errors=wrong) from None


def draft_told(one: Commissioned) -> DraftTold:
    same = {
        name: getattr(one, name) for name in ("character", "name", "line", "minutes", "answered", "cautions")
    }
    rows = [RowTold(**{name: getattr(line, name) for name in RowTold.model_fields}) for line in one.lines]
    return DraftTold(**same, rows=rows, journey=one.document)
