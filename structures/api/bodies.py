"""What is sent: JSON in UTF-8, and nothing else."""

import json
from typing import Any, NoReturn

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.parser import Parser

from structures.api.problems import Refused

JSON = "application/json"
LONGEST_NUMBER = 20
"""Digits; what is longer is no number of ours, and Python refuses to read thousands of them."""


def sent(request: HttpRequest) -> bytes:
    """What was sent, as it is. Without a content type it counts as JSON; of another one it is refused.

    A page of somebody else's can send forms and plain text, so it cannot send anything that is taken here.
    """
    if request.content_type not in ("", JSON):
        raise Refused(415, _("Send JSON, and say so: “Content-Type: application/json”."))
    if not request.body:
        raise Refused(400, _("Nothing was sent. Send JSON."))
    return request.body


class Strict(Parser):
    def parse_body(self, request: HttpRequest) -> Any:
        return parsed(sent(request))


def parsed(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_int=_number, parse_constant=_not_finite)
    except UnicodeDecodeError:
        raise Refused(400, _("This is not text in UTF-8.")) from None
    except RecursionError:
        raise Refused(400, _("This is nested too deeply.")) from None
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        words = _("This is not JSON: something is wrong in line %(line)s, column %(column)s.")
        raise Refused(400, words % place) from None


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) < LONGEST_NUMBER else float(digits)


def _not_finite(name: str) -> NoReturn:
    raise Refused(400, _("“%(name)s” is not a number in JSON.") % {"name": name})
