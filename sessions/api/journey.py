"""One journey as a document, to be read and to be written."""

from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import parse_etags
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from ninja import Header, Path, Router

from sessions.api.documents import SENT, TOLD, document_answer, etag
from sessions.api.journeys import visitor
from sessions.models import Journey
from sessions.models.importing import Outdated
from structures.api.bodies import sent
from structures.api.problems import Refused, problems

router = Router(tags=["journeys"])

Code = Annotated[str, Path(description=_("Its code, as in the address of its page."))]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        description=_("The ETag of the document that you changed. Without it nothing is written (428)."),
    ),
]


@router.get(
    "/journeys/{slug:code}",
    response={200: None, **problems(404)},
    operation_id="journey",
    summary=_("A journey’s document"),
    openapi_extra={"responses": {200: TOLD}},
)
def journey(request: HttpRequest, code: Code) -> HttpResponse:
    """Everything that the journey holds, notes for hosts included."""
    return document_answer(found(request, code))


@router.put(
    "/journeys/{slug:code}",
    response={200: None, 412: None, **problems(400, 404, 413, 415, 422, 428)},
    operation_id="journey_write",
    summary=_("Write a journey anew"),
    openapi_extra={
        "requestBody": SENT,
        "responses": {200: TOLD, 412: TOLD | {"description": "Somebody changed it: the newer document."}},
    },
)
def journey_write(request: HttpRequest, code: Code, if_match: IfMatch = None) -> HttpResponse:
    """Make the journey what the document says, as one change that can be undone. What is not in the document is gone
    from the journey. Rows keep their codes where the document has them, or has the same row. A document that says
    what is there already changes nothing.
    """
    one = found(request, code)
    wanted = etags(if_match)
    if wanted != {"*"} and etag(one) not in wanted:
        return document_answer(one, 412)
    try:
        one.rewrite(sent(request), revision=None if wanted == {"*"} else one.revision, who=request.user)
    except Outdated:
        return document_answer(found(request, code), 412)
    except Journey.DoesNotExist as error:
        raise Http404 from error
    return document_answer(one)


def found(request: HttpRequest, code: str) -> Journey:
    return get_object_or_404(Journey.objects.editable_by(visitor(request)), code=code)


def etags(if_match: str | None) -> set[str]:
    """The revisions in quotes, or "*" for whichever there is."""
    if if_match is None:
        raise Refused(428, _t("Say in “If-Match” which revision you changed: its ETag, in quotes."))
    # A proxy that compresses weakens the tag on its way. It names a revision, not bytes, so it still means the same.
    if not (wanted := {one.removeprefix("W/") for one in parse_etags(if_match)}):
        raise Refused(400, _t('“If-Match” should be an ETag in quotes, like "12".'))
    return wanted
