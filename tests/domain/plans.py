"""Small plans that a facilitator can reckon with in the head, and every small plan for the property tests."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from sessions.domain.document import Kind
from sessions.domain.outline import Item, Meeting
from structures.domain.shapes import Repeat, SetBy, Step


def step(shortest: int, minutes: int, **more: Any) -> Step:
    return Step(
        **{"title": "", "grouping": "whole_group", "minutes_max": 2 * minutes} | more,
        minutes_min=shortest,
        minutes=minutes,
    )


def structure(code: str, shortest: int, minutes: int, **more: Any) -> Item:
    """A structure of one step that usually takes ``minutes``, at least ``shortest``."""
    return Item(code, code, steps=(step(shortest, minutes),), **more)


def rounds(code: str, shortest: int, minutes: int, times: int, fewest: int = 1, **more: Any) -> Item:
    """A structure of ``times`` rounds, at least ``fewest``, each of so many minutes."""
    own = more.pop("own", None)
    repeat = Repeat("A", count_min=fewest, count=times, count_max=9, **more)
    return Item(code, code, steps=(step(shortest, minutes, repeat="A"),), repeats=(repeat,), minutes=own)


def other(code: str, minutes: int, kind: str = Kind.TALK, **more: Any) -> Item:
    return Item(code, code, kind, minutes, **more)


def rooms(code: str, *tracks: tuple[Item, ...], **more: Any) -> Item:
    """Tracks side by side."""
    names = tuple(str(number) for number in range(len(tracks)))
    return Item(code, code, Kind.OTHER, 10, tracks=tracks, rooms=names, **more)


@st.composite
def steps(draw: st.DrawFn) -> tuple[Step, ...]:
    """One or two steps of a few minutes; the first may repeat, any may be optional or protected."""
    made = []
    for number in range(draw(st.integers(1, 2))):
        shortest, more = draw(st.integers(0, 2)), draw(st.integers(0, 3))
        made.append(
            step(
                shortest,
                shortest + more,
                repeat="A" if number == 0 else "",
                optional=draw(st.sampled_from([False, False, True])),
                protected=draw(st.sampled_from([False, False, True])),
            )
        )
    return tuple(made)


@st.composite
def leaves(draw: st.DrawFn, code: str, pinned: bool = True) -> Item:
    """A row without tracks, a few minutes long."""
    kind = draw(st.sampled_from([Kind.STRUCTURE, Kind.STRUCTURE, *Kind]))
    count = draw(st.integers(1, 3))
    repeat = Repeat(
        "A", count_min=draw(st.integers(1, 2)), count=count, count_max=3, set_by=draw(st.sampled_from(SetBy))
    )
    made = draw(steps()) if kind == Kind.STRUCTURE else ()
    return Item(
        code=code,
        title=code,
        kind=kind,
        steps=made,
        repeats=(repeat,) if made else (),
        minutes=draw(st.none() | st.integers(0, 8)) if made else draw(st.integers(0, 13)),
        pinned_at=draw(st.sampled_from([None, None, None, *range(-2, 25, 3)])) if pinned else None,
        protected=draw(st.sampled_from([False, False, False, True])),
        question=draw(st.none() | st.integers(0, 1)),
    )


@st.composite
def items(draw: st.DrawFn, code: str) -> Item:
    """Any row; every fourth is split into two tracks."""
    leaf = draw(leaves(code))
    if draw(st.integers(0, 3)):
        return leaf
    tracks = tuple(
        tuple(draw(leaves(f"{code}{track}{n}", draw(st.booleans()))) for n in range(draw(st.integers(0, 2))))
        for track in "xy"
    )
    return replace(leaf, tracks=tracks, rooms=("x", "y"))


@st.composite
def meetings(draw: st.DrawFn, most: int = 3) -> Meeting:
    count = draw(st.integers(1, most))
    return Meeting(
        items=tuple(draw(items(code)) for code in "abcdef"[:count]),
        people=draw(st.none() | st.integers(1, 9)),
    )
