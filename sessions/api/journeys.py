"""One's own journeys, and those one helps to plan."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from ninja import Field, Query, Router, Schema
from ninja.responses import Status

from sessions.api.documents import ETAG, SENT, etag
from sessions.models import Journey
from sessions.visitor import Visitor
from structures.api.bodies import sent
from structures.api.problems import problems
from structures.api.shapes import MOST_OF_A_PAGE, Paging

router = Router(tags=["journeys"])

MINE = 50


class Wanted(Paging):
    limit: int = Field(MINE, ge=1, le=MOST_OF_A_PAGE, description=_("How many at most."))


class JourneyEntry(Schema):
    """A journey of a list."""

    code: str = Field(description=_("Its name in addresses."), examples=["q7m2kx9w4t"])
    title: str
    people: int | None = Field(description=_("How many people it is for."))
    revision: int = Field(description=_("How many changes it has had: its ETag."), examples=[12])
    updated: datetime = Field(description=_("When it was changed last."))
    is_owner: bool = Field(description=_("Whether it is yours; otherwise you plan it along."))
    url: str = Field(description=_("Its page for people."))
    document: str = Field(description=_("The address of its document."))


class JourneyPage(Schema):
    """Some of your journeys, the one changed last first."""

    count: int = Field(description=_("How many there are in all."))
    items: list[JourneyEntry]


@router.get(
    "/journeys",
    response={200: JourneyPage, **problems(422)},
    operation_id="journeys",
    summary=_("Your journeys"),
)
def journeys(request: HttpRequest, asked: Query[Wanted]) -> JourneyPage:
    """The journeys that you may change: your own, and those you plan along. What is in the bin is not among them."""
    mine = Journey.objects.editable_by(visitor(request)).order_by("-touched_at", "-pk")
    page = mine[asked.offset : asked.offset + asked.limit]
    return JourneyPage(count=mine.count(), items=[entry(request, one) for one in page])


@router.post(
    "/journeys",
    response={201: JourneyEntry, **problems(400, 413, 415, 422)},
    operation_id="journey_add",
    summary=_("A new journey"),
    openapi_extra={
        "requestBody": SENT,
        "responses": {
            201: {
                "headers": {
                    "ETag": ETAG,
                    "Location": {
                        "description": "The address of the document.",
                        "schema": {"type": "string", "format": "uri"},
                    },
                }
            }
        },
    },
)
def journey_add(request: HttpRequest, response: HttpResponse) -> Status[JourneyEntry]:
    """A journey of yours from a document, such as a draft. Codes in it are left aside: it gets its own."""
    journey = Journey.import_document(visitor(request), sent(request), drafts=False)
    made = entry(request, journey)
    response["Location"], response["ETag"] = made.document, etag(journey)
    return Status(201, made)


def visitor(request: HttpRequest) -> Visitor:
    """The person of the token. A browser's cookies open nothing here."""
    return Visitor(user=request.user)


def entry(request: HttpRequest, journey: Journey) -> JourneyEntry:
    return JourneyEntry(
        code=journey.code,
        title=journey.title,
        people=journey.people,
        revision=journey.revision,
        updated=journey.touched_at,
        is_owner=journey.owner_id == request.user.pk,
        url=request.build_absolute_uri(journey.get_absolute_url()),
        document=request.build_absolute_uri(reverse("api:journey", args=[journey.code])),
    )
