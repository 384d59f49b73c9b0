"""What the library finds wrong with what was sent, as a person would say it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from structures.api.problems import Fault

Params = Mapping[str, Any]

NOT_BLANK = r"\S"
"""The pattern of a text that says something."""
MOST_OF_AN_ADDRESS = 2
"""Parts of a place in an address: a name, and a number where it is repeated."""

TEXTS: Mapping[str, Any] = {
    "missing": gettext_lazy("This is missing."),
    "extra_forbidden": gettext_lazy("There is no such field here."),
    "int_parsing": gettext_lazy("This should be a whole number."),
    "int_type": gettext_lazy("This should be a whole number."),
    "int_from_float": gettext_lazy("This should be a whole number."),
    "int_parsing_size": gettext_lazy("This number is too big."),
    "finite_number": gettext_lazy("This should be a whole number."),
    "bool_parsing": gettext_lazy("This should be true or false."),
    "bool_type": gettext_lazy("This should be true or false."),
    "string_type": gettext_lazy("This should be text."),
    "string_unicode": gettext_lazy("This text is broken: it holds half of a character."),
    "string_pattern_mismatch": gettext_lazy(
        "This should have letters, figures and hyphens only, like 1-2-4-all."
    ),
    "list_type": gettext_lazy("This should be a list."),
    "model_attributes_type": gettext_lazy("This should be an object with fields."),
    "model_type": gettext_lazy("This should be an object with fields."),
    "dict_type": gettext_lazy("This should be an object with fields."),
    "string_too_short": gettext_lazy("This is empty."),
    "string_too_long": gettext_lazy("At most %(max_length)s characters are possible."),
    "too_long": gettext_lazy("At most %(max_length)s are possible."),
    "too_short": gettext_lazy("At least %(min_length)s is needed."),
    "greater_than_equal": gettext_lazy("This should be at least %(ge)s."),
    "less_than": gettext_lazy("This should be less than %(lt)s."),
    "less_than_equal": gettext_lazy("This should be at most %(le)s."),
    "enum": gettext_lazy("This should be one of: %(expected)s."),
    "literal_error": gettext_lazy("This should be one of: %(expected)s."),
}


def faults(errors: Iterable[Params]) -> list[Fault]:
    return [Fault(path=place_of(one["loc"]), message=message_of(one)) for one in errors]


def message_of(error: Params) -> str:
    text = TEXTS.get(
        "string_too_short" if error.get("ctx", {}).get("pattern") == NOT_BLANK else error["type"]
    )
    if text is not None:
        return str(text) % error.get("ctx", {})
    return str(error.get("ctx", {}).get("error", "")) or _("This cannot be so.")


def place_of(loc: tuple[str | int, ...]) -> str:
    """Where something is: ("body", "wish", "people") is "people", ("query", "top") is "top".

    What the library calls a body, or the fields of an address together, is nobody's business.
    """
    source, *parts = loc
    return path_of(parts[1:] if source == "body" or len(parts) > MOST_OF_AN_ADDRESS else parts)


def path_of(parts: Iterable[str | int]) -> str:
    """("questions", 0, "text") is "questions[0].text"."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).lstrip(".")
