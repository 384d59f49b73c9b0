"""Durations as people type them: 45, 1h15, 1:15, +5."""

import re

from structures.domain.limits import MOST_MINUTES

_SHAPES = (
    re.compile(r"(?P<minutes>\d{1,6})(?:'|′|m|mins?|minutes?)?"),
    re.compile(r"(?P<hours>\d{1,4}):(?P<minutes>[0-5]\d)"),
    re.compile(r"(?P<hours>\d{1,4})(?:h|hrs?|hours?)(?:(?P<minutes>[0-5]?\d)(?:'|′|m|mins?|minutes?)?)?"),
    re.compile(r"(?P<part>\d{0,4}[.,]\d{1,4})(?:h|hrs?|hours?)"),
)


class DurationError(ValueError):
    """A text that is no usable duration. ``code``: "not_a_duration", "negative" or "too_long"."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(f"{code}: {text!r}")
        self.code = code
        self.text = text


def parse_minutes(text: str, current: int | None = None) -> int:
    """Return the whole minutes a person means by ``text``.

    Reads ``45``, ``45 min``, ``75m``, ``1h15``, ``1:15``, ``1 h 15 min``, ``1h`` and ``1.5h`` (rounded to the
    minute), and ``+5`` or ``-10`` as a change to ``current`` (none: to nothing). Raises DurationError.
    """
    bare = re.sub(r"\s+", "", text.lower()).replace("−", "-")
    sign = bare[:1] if bare[:1] in ("+", "-") else ""
    minutes = _minutes(bare.removeprefix(sign), text)
    if sign:
        minutes = (current or 0) + (minutes if sign == "+" else -minutes)
    return _within_bounds(minutes, text)


def _minutes(bare: str, text: str) -> int:
    for shape in _SHAPES:
        if found := shape.fullmatch(bare):
            parts = found.groupdict()
            if part := parts.get("part"):
                return round(float(part.replace(",", ".")) * 60)
            return 60 * int(parts.get("hours") or 0) + int(parts.get("minutes") or 0)
    raise DurationError("not_a_duration", text)


def _within_bounds(minutes: int, text: str) -> int:
    if minutes < 0:
        raise DurationError("negative", text)
    if minutes > MOST_MINUTES:
        raise DurationError("too_long", text)
    return minutes
