"""What the catalogue tells, field by field. Minutes are whole minutes, people are those who come."""

from typing import Annotated, Any

from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema
from pydantic import BeforeValidator, StringConstraints

from structures.choices import Family, Online, Purpose
from structures.domain.limits import MOST_MINUTES, MOST_PEOPLE

MOST_OF_A_PAGE, USUAL_PAGE, LAST_ROW = 200, 100, 100_000


def without_nul(text: Any) -> Any:
    """No database keeps a NUL character, and nobody types one."""
    return text.replace("\0", "") if isinstance(text, str) else text


Words = Annotated[str, BeforeValidator(without_nul)]
Slug = Annotated[str, StringConstraints(pattern=r"^[-a-zA-Z0-9_]+$", max_length=60)]

PEOPLE: dict[str, Any] = {"ge": 1, "le": MOST_PEOPLE, "examples": [18]}
MINUTES: dict[str, Any] = {"ge": 1, "le": MOST_MINUTES, "examples": [60]}


class Paging(Schema):
    limit: int = Field(USUAL_PAGE, ge=1, le=MOST_OF_A_PAGE, description=_("How many at most."))
    offset: int = Field(0, ge=0, le=LAST_ROW, description=_("How many to leave out before the first."))


class PeopleRange(Schema):
    """How many people a structure is for."""

    min: int = Field(description=_("The fewest."), examples=[2])
    best_min: int | None = Field(description=_("It is at its best from so many on."), examples=[8])
    best_max: int | None = Field(description=_("It is at its best up to so many."), examples=[None])
    max: int | None = Field(description=_("The most; null: no limit."), examples=[None])


class Span(Schema):
    """Minutes as a range."""

    min: int = Field(description=_("The shortest honest run, in minutes."), examples=[10])
    ideal: int = Field(description=_("The ideal run, in minutes."), examples=[12])
    max: int = Field(description=_("The longest that still makes sense, in minutes."), examples=[20])


class Named(Schema):
    """A structure by its name."""

    slug: str = Field(description=_("Its name in addresses."), examples=["1-2-4-all"])
    name: str = Field(description=_("Its name."), examples=["1-2-4-All"])


class StructureLine(Named):
    """A structure among others."""

    aliases: list[str] = Field(description=_("Other names."))
    family: Family = Field(description=_("The classic menu, newer ones, variations, house methods."))
    purposes: list[Purpose] = Field(description=_("What it is for."))
    people: PeopleRange
    online: Online = Field(description=_("How well it works online."))
    minutes: Span = Field(description=_("For the people and the mode that were asked for."))
    makes_possible: str = Field(description=_("What it makes possible."))
    url: str = Field(description=_("Its page for people."))


class StructurePage(Schema):
    """Some of the structures that were asked for."""

    count: int = Field(description=_("How many there are in all."))
    items: list[StructureLine]


class QuestionLine(Schema):
    """A convening question of the catalogue."""

    slug: str = Field(description=_("Its name in addresses."), examples=["purpose"])
    position: int = Field(description=_("Its place on the arc, from 1."), examples=[1])
    short: str = Field(description=_("Its short name."))
    text: str = Field(description=_("What the group asks."))
    purpose: str = Field(description=_("What it is for."))
    answered_when: str = Field(description=_("How a group knows that it is answered."))
    wordings: list[str] = Field(description=_("Other ways to ask it."))
    url: str = Field(description=_("Its page for people."))


class QuestionPage(Schema):
    """All questions of the catalogue, in the order of the arc."""

    count: int = Field(description=_("How many there are."))
    items: list[QuestionLine]


class QuestionNamed(Schema):
    """A question by its name."""

    slug: str = Field(description=_("Its name in addresses."), examples=["purpose"])
    text: str = Field(description=_("What the group asks."))
