"""Every plan that can be made: rows with steps, pins, tracks and leads, in sessions, for questions."""

from itertools import count

from hypothesis import strategies as st

from sessions.domain.document import Kind, SessionMode
from sessions.domain.outline import Asked, Item, Meeting, Outline, Profile
from structures.domain.shapes import Grouping, Mode, Remainder, Repeat, SetBy, Step

QUESTIONS = 4
KINDS = [*[Kind.STRUCTURE] * 4, *Kind]
PINS = [*[None] * 20, -5, 30, 140]
"""Most rows run a structure, and few are pinned."""
WORDS = st.sampled_from(["", " ", "Ana", "ana ", "Ben"])

STEPS = st.builds(
    lambda grouping, minutes, mode, repeat, optional: Step(
        grouping, grouping, *sorted(minutes), repeat=repeat, mode=mode, optional=optional
    ),
    st.sampled_from(Grouping),
    st.lists(st.integers(0, 30), min_size=3, max_size=3),
    st.sampled_from(Mode),
    st.sampled_from(["", "", "A"]),
    st.booleans(),
)
REPEATS = st.builds(
    lambda turns, set_by: Repeat("A", count_min=1, count=turns, count_max=turns + 1, set_by=set_by),
    st.integers(1, 3),
    st.sampled_from(SetBy),
)
PROFILES = st.builds(
    Profile,
    slug=st.sampled_from(["triz", "what-so-what-now-what"]),
    name=st.just("TRIZ"),
    people_min=st.integers(1, 20),
    people_max=st.none() | st.integers(5, 30),
    online=st.sampled_from(["well", "adapted", "poorly"]),
)


@st.composite
def items(draw: st.DrawFn, codes: "count[int]", with_tracks: bool = True) -> Item:
    code = f"r{next(codes)}"
    sides = st.lists(st.lists(items(codes, with_tracks=False), max_size=2).map(tuple), max_size=3)
    return Item(
        code=code,
        title=code,
        kind=draw(st.sampled_from(KINDS)),
        minutes=draw(st.none() | st.integers(0, 60)),
        steps=tuple(draw(st.lists(STEPS, max_size=3))),
        repeats=tuple(draw(st.lists(REPEATS, max_size=1))),
        remainder=draw(st.sampled_from(Remainder)),
        pinned_at=draw(st.sampled_from(PINS)),
        protected=draw(st.integers(0, 4)) == 4,
        question=draw(st.none() | st.integers(0, QUESTIONS - 1)),
        lead=draw(WORDS),
        invitation=draw(WORDS),
        structure=draw(st.none() | PROFILES),
        tracks=tuple(draw(sides)) if with_tracks else (),
        rooms=("red", "blue") if with_tracks else (),
    )


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """One to three sessions of up to six rows. Every code is another."""
    codes = count()
    meetings = tuple(
        Meeting(
            code=f"s{number}",
            title=f"s{number}",
            items=tuple(draw(st.lists(items(codes), max_size=6))),
            booked=draw(st.none() | st.integers(1, 300)),
            people=draw(st.none() | st.integers(1, 40)),
            mode=draw(st.sampled_from(SessionMode)),
            rooms=draw(st.none() | st.integers(0, 6)),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    asked = tuple(Asked(f"q{number}", f"q{number}?") for number in range(QUESTIONS))
    return Outline(meetings, asked, tuple(draw(st.lists(items(codes), max_size=2))))
