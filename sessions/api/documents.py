"""Journeys as documents: how they are sent, what is wrong with one, and how the API's description tells of them."""

import json
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from pydantic import WithJsonSchema

from sessions.domain.problems import DID_YOU_MEAN, TEXTS, DocumentError, Problem
from sessions.models import Journey
from structures.api.bodies import JSON
from structures.api.problems import Fault, Refused

SCHEMA = Path(__file__).parent.parent / "schema" / "convening.journey-1.schema.json"
NOT_READ = {"not_utf8", "not_json", "not_finite", "too_deep"}
"""What makes it no document at all."""

REFERENCE = {"$ref": "#/components/schemas/Journey"}
PLACEHOLDER = {"type": "object", "format": "convening.journey/1"}
"""Stands for the reference where the library looks for what it refers to."""
Document = Annotated[dict[str, Any], WithJsonSchema(PLACEHOLDER)]
DOCUMENT = {JSON: {"schema": REFERENCE}}
ETAG = {
    "description": "The revision, in quotes: what If-Match asks for.",
    "schema": {"type": "string", "examples": ['"12"']},
}
SENT = {"required": True, "content": DOCUMENT}
TOLD = {"content": DOCUMENT, "headers": {"ETag": ETAG}}
"""Of the description: a document that is sent, and one that is answered."""


def document_answer(journey: Journey, status: int = 200) -> HttpResponse:
    """The journey as it is now. One that was just changed has at hand what it holds."""
    return JsonResponse(journey.snapshot(journey.held), status=status, headers={"ETag": etag(journey)})


def etag(journey: Journey) -> str:
    return f'"{journey.revision}"'


def refusal(error: DocumentError) -> Refused:
    """Everything that is wrong with a document, each by its path in it."""
    first = error.problems[0]
    if first.code == "too_large":
        return Refused(413, said(first))
    if first.code in NOT_READ:
        return Refused(400, said(first))
    return Refused(422, errors=[Fault(path=one.path, message=said(one)) for one in error.problems])


def said(problem: Problem) -> str:
    text = _(TEXTS[problem.code])
    if problem.params.get("close"):
        text = f"{text} {_(DID_YOU_MEAN)}"
    return text.format_map(problem.params)


def described(schemas: dict[str, Any]) -> dict[str, Any]:
    """The parts of the API's description, with the document among them and referred to."""
    return {name: _referring(one) for name, one in schemas.items()} | components()


def _referring(shape: dict[str, Any]) -> dict[str, Any]:
    fields = shape.get("properties", {})
    changed = {
        name: {key: one[key] for key in one if key not in PLACEHOLDER} | REFERENCE
        for name, one in fields.items()
        if PLACEHOLDER.items() <= one.items()
    }
    return shape | {"properties": fields | changed} if changed else shape


@cache
def components() -> dict[str, Any]:
    """The published JSON Schema as parts of the description: ``Journey``, ``JourneyActivity`` …"""
    whole = _renamed(json.loads(SCHEMA.read_text(encoding="utf-8")))
    parts = whole.pop("$defs")
    for name in ("$schema", "$id"):
        del whole[name]
    return {"Journey": whole} | {_part(name): part for name, part in parts.items()}


def _renamed(node: Any) -> Any:
    if isinstance(node, list):
        return [_renamed(one) for one in node]
    if not isinstance(node, dict):
        return node
    return {key: _reference(one) if key == "$ref" else _renamed(one) for key, one in node.items()}


def _reference(ref: str) -> str:
    return f"#/components/schemas/{_part(ref.rsplit('/', 1)[-1])}"


def _part(name: str) -> str:
    return f"Journey{name.capitalize()}"
