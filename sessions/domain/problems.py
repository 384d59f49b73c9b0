"""What can be wrong with a document: values with a code and parameters, and plain English for each.

The domain cannot translate; whoever shows a problem to a person translates the template of its code.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from sessions.domain import limits

TEXTS = {
    "too_large": "This is larger than {most} MB.",
    "not_utf8": "This is not text in UTF-8.",
    "not_json": "This is not JSON: something is wrong in line {line}, column {column}.",
    "not_finite": "“{value}” is not a number in JSON.",
    "too_deep": "This is nested too deeply.",
    "unknown_format": "The format should be “{format}”.",
    "unknown_field": "There is no field “{value}” here.",
    "required": "This is missing.",
    "not_object": "This should be an object with fields.",
    "not_list": "This should be a list.",
    "not_text": "This should be text.",
    "not_whole": "“{value}” is not a whole number.",
    "not_flag": "This should be true or false.",
    "broken_text": "This text is broken: it holds half of a character.",
    "too_long": "These are {length} characters, and at most {most} are possible.",
    "too_many": "These are {count}, and at most {most} are possible.",
    "too_many_steps": "There are {count} steps in all, and at most {most} are possible.",
    "negative": "{value} is less than nothing.",
    "too_small": "{value} is too small: it should be at least {least}.",
    "too_big": "{value} is too big: it should be at most {most}.",
    "order": "The least, the usual and the most do not rise.",
    "not_date": "“{value}” is not a day like 2027-01-14.",
    "not_time": "“{value}” is not a time like 13:30.",
    "not_link": "“{value}” is not an address that begins with https:// or http://.",
    "unknown_timezone": "There is no time zone “{value}”. A name looks like Europe/London.",
    "unknown_choice": "“{value}” is none of: {choices}.",
    "unknown_structure": "The catalogue has no structure “{value}”.",
    "unknown_question": "The catalogue has no question “{value}”.",
    "no_such_question": "The journey has no question number {value}; the first is number 0.",
    "tracks_in_tracks": "Tracks cannot hold tracks again.",
    "repeat_differs": "Steps that repeat together should say the same of “{value}”.",
}
"""Code to English. The parameters in braces are those of ``Problem.params``."""

DID_YOU_MEAN = "Did you mean {close}?"
"""Follows the text of a problem whose parameters have ``close``: names, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and with which value: ``sessions[0].activities[2].minutes``.

    The path is empty for the document as a whole. ``value`` is shortened where it is long.
    """

    path: str
    code: str
    text: str
    value: object = None
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.path}: {self.text}" if self.path else self.text


class DocumentError(ValueError):
    """A document that cannot be a journey, with everything that is wrong with it."""

    def __init__(self, problems: Collection[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def problem(path: str, code: str, value: object = None, **params: object) -> Problem:
    """The problem of that code, with its English text; the parameter ``close`` holds likely names."""
    params = {"value": shown(value), **params}
    hint = DID_YOU_MEAN if params.get("close") else ""
    text = f"{TEXTS[code]} {hint}".strip().format_map(params)
    return Problem(path, code, text, value if isinstance(value, bool | int | float) else shown(value), params)


def close_to(value: str, known: Collection[str]) -> str:
    """The names most like ``value``, joined by commas; nothing when none is like it."""
    return ", ".join(get_close_matches(value[: limits.MAX_TITLE], sorted(known)))


def shown(value: object, most: int = 60) -> str:
    """A value as one short line, as JSON writes it; of a long text its beginning, nothing of a container."""
    match value:
        case str():
            clean = value.encode("utf-8", "replace").decode()
            return clean if len(clean) <= most else f"{clean[:most]}…"
        case list():
            return "[…]"
        case dict():
            return "{…}"
        case int() if abs(value) > 10**most:
            return "…"
    return json.dumps(value)
