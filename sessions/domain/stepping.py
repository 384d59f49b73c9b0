"""What follows when the steps of an activity are edited: their minutes stay in order, and they keep their rounds."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import count
from string import ascii_uppercase

from sessions.domain import limits
from structures.domain.shapes import Repeat, SetBy, Span

Typed = Mapping[str, int | None]


class OrderError(ValueError):
    """A typed edge of the range on the wrong side of the ideal. ``edge`` is "min" or "max", ``ideal`` in minutes."""

    def __init__(self, edge: str, ideal: int) -> None:
        super().__init__(f"{edge} of {ideal} minutes")
        self.edge, self.ideal = edge, ideal


def stretched(span: Span, typed: Typed) -> Span:
    """The minutes of one turn after some were typed: ``typed`` has what was, of "min", "ideal" and "max".

    An ideal outside the range takes the range's edge along: 12 typed into 5–8–10 gives 5–12–12. An edge that was
    emptied (None) is the ideal. An edge typed on the wrong side of the ideal is never moved: ``OrderError``.
    """
    given = typed.get("ideal")
    ideal = span.ideal if given is None else given
    shortest = _edge(typed, "min", min(span.min, ideal), ideal)
    longest = _edge(typed, "max", max(span.max, ideal), ideal)
    if shortest > ideal:
        raise OrderError("min", ideal)
    if longest < ideal:
        raise OrderError("max", ideal)
    return Span(shortest, ideal, longest)


def _edge(typed: Typed, name: str, untouched: int, ideal: int) -> int:
    value = typed.get(name, untouched)
    return ideal if value is None else value


def run(repeat: Repeat, times: int) -> Repeat:
    """The repeat with as many turns as the convenor typed; the fewest and the most move along where they must."""
    return replace(
        repeat,
        count=times,
        count_min=min(times, repeat.count_min),
        count_max=max(times, repeat.count_max),
        set_by=SetBy.CONVENOR,
    )


def free_key(taken: Collection[str]) -> str:
    """A key for a new repeat that none of the activity's has: A … Z, A1 … Z1, A2 …"""
    keys = (f"{letter}{number or ''}" for number in count() for letter in ascii_uppercase)
    return next(key for key in keys if key not in taken)[: limits.MAX_REPEAT_KEY]


def key_between(above: str, below: str) -> str:
    """The repeat of a new step between two others: theirs where they repeat together, for it would tear them apart."""
    return above if above == below else ""
