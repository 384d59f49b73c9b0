"""The API as people read about it, and the JSON Schema of its documents."""

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from convening.api import api as described
from convening.api_page import Reader, Section, pretty

EXAMPLES = Path(__file__).parent.parent / "api_examples.json"
SCHEMA = settings.BASE_DIR / "sessions" / "schema" / "convening.journey-1.schema.json"

STATUSES = {
    400: _("What you sent cannot be read: it is no JSON, or no UTF-8."),
    401: _("This needs a token and none was sent, or the one that was sent opens nothing."),
    404: _("There is nothing there, or it is not yours."),
    405: _("That cannot be done at this address. “Allow” says what can."),
    412: _("Somebody changed the journey since. Nothing was written; the newer document is the answer."),
    413: _("Too large: the most is 2 MB."),
    415: _("Say with “Content-Type: application/json” that it is JSON."),
    422: _("Something in it cannot be so. Nothing was done; “errors” has every mistake and its place."),
    428: _("Say with “If-Match” which revision you changed. Nothing was written."),
    429: _("Too many requests. “Retry-After” says in how many seconds to go on."),
    500: _("Something broke on our side. We have been told."),
}


@require_safe
def api(request: HttpRequest) -> HttpResponse:
    """Everything that the API does, with an example of each."""
    root, shown = request.build_absolute_uri("/").rstrip("/"), examples()
    context = {
        "root": root,
        "commands": {name: command.replace("ROOT", root) for name, command in shown["commands"].items()},
        "sections": sections(root, get_language()),
        "statuses": STATUSES.items(),
        "problem": pretty(shown["problem"]),
        "rates": settings.API_RATES,
    }
    return render(request, "api.html", context)


@lru_cache(maxsize=16)
def sections(root: str, _language: str) -> list[Section]:
    """Read once for each host and language, for it takes a tenth of a second and never changes."""
    shown = examples()
    return Reader(described.get_openapi_schema(), root, shown["known"], shown["calls"]).sections()


@cache
def examples() -> dict[str, Any]:
    """What the page shows, by operation; ``tests/api/test_examples.py`` tries every one of them."""
    return json.loads(EXAMPLES.read_text(encoding="utf-8"))


@require_safe
def journey_schema(request: HttpRequest) -> HttpResponse:
    return HttpResponse(SCHEMA.read_bytes(), content_type="application/schema+json")
