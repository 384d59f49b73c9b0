"""Documents to read and write: a small one by hand, and every one that can be made."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from hypothesis import strategies as st

from sessions.domain import limits
from sessions.domain.document import (
    FORMAT,
    ActivityDoc,
    Brings,
    JourneyDoc,
    Kind,
    PackingDoc,
    QuestionDoc,
    SessionDoc,
    SessionMode,
    StepDoc,
    TrackDoc,
)
from sessions.domain.problems import DocumentError, Problem
from structures.domain.shapes import Grouping, Material, Mode, Per, Repeat, RepeatUnit, SetBy


def document(**fields: Any) -> dict[str, Any]:
    return {"format": FORMAT, "title": "Improving discharge together", **fields}


def with_session(**fields: Any) -> dict[str, Any]:
    return document(sessions=[fields])


def with_activity(**fields: Any) -> dict[str, Any]:
    return document(questions=[{"text": "Where are we starting, really?"}], parked=[fields])


def with_step(**fields: Any) -> dict[str, Any]:
    return with_activity(steps=[fields])


def problems(read: Callable[..., JourneyDoc], source: Any, **known: Any) -> tuple[Problem, ...]:
    """Everything that reading the source finds wrong."""
    with pytest.raises(DocumentError) as caught:
        read(source, **known)
    return caught.value.problems


LETTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])


def text(most: int) -> st.SearchStrategy[str]:
    return st.text(LETTERS, max_size=min(most, 12))


def said(most: int) -> st.SearchStrategy[str]:
    return text(most).filter(str.strip)


def rising(least: int, most: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(least, most), min_size=3, max_size=3).map(sorted)


def few(shape: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(shape, max_size=most).map(tuple)


CODES = text(limits.MAX_CODE)
CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
DAYS = st.dates(date(limits.FIRST_YEAR, 1, 1), date(limits.LAST_YEAR, 12, 31))
PEOPLE = st.none() | st.integers(1, limits.MAX_PEOPLE)

MATERIALS = st.builds(
    Material,
    item=said(limits.MAX_ITEM),
    quantity=st.integers(1, limits.MAX_QUANTITY),
    per=st.sampled_from(Per),
    required=st.booleans(),
    mode=st.sampled_from(Mode),
)


@st.composite
def repeats(draw: st.DrawFn) -> dict[str, Repeat]:
    """Repeats by their keys, as the steps of one activity share them."""
    found = {}
    for key in draw(st.sets(said(limits.MAX_REPEAT_KEY), max_size=2)):
        unit, set_by = draw(st.sampled_from(RepeatUnit)), draw(st.sampled_from(SetBy))
        found[key] = Repeat(key, unit, *draw(rising(1, limits.MAX_TURNS)), set_by)
    return found


@st.composite
def steps(draw: st.DrawFn, shared: dict[str, Repeat]) -> StepDoc:
    smallest, _, largest = draw(rising(1, limits.MAX_PEOPLE))
    shortest, minutes, longest = draw(rising(0, limits.MAX_MINUTES))
    return StepDoc(
        title=draw(text(limits.MAX_STEP_TITLE)),
        what=draw(text(limits.MAX_TEXT)),
        grouping=draw(st.sampled_from(Grouping)),
        size_min=draw(st.sampled_from([None, smallest])),
        size_max=draw(st.sampled_from([None, largest])),
        minutes_min=shortest,
        minutes=minutes,
        minutes_max=longest,
        repeat=draw(st.sampled_from([None, *shared.values()])),
        optional=draw(st.booleans()),
        mode=draw(st.sampled_from(Mode)),
        protected=draw(st.booleans()),
        nested=draw(text(limits.MAX_SLUG)),
        nested_note=draw(text(limits.MAX_NESTED_NOTE)),
    )


@st.composite
def activities(draw: st.DrawFn, questions: int, with_tracks: bool = True) -> ActivityDoc:
    shared = draw(repeats())
    return ActivityDoc(
        kind=draw(st.sampled_from(Kind)),
        title=draw(text(limits.MAX_TITLE)),
        structure=draw(text(limits.MAX_SLUG)),
        question=draw(st.sampled_from([None, *range(questions)])),
        minutes=draw(st.none() | st.integers(0, limits.MAX_MINUTES)),
        pinned=draw(st.none() | CLOCKS),
        protected=draw(st.booleans()),
        lead=draw(text(limits.MAX_LEAD)),
        invitations=draw(few(text(limits.MAX_TEXT))),
        alternatives=draw(few(text(limits.MAX_TEXT))),
        brief=draw(text(limits.MAX_TEXT)),
        notes=draw(text(limits.MAX_TEXT)),
        set_up=draw(text(limits.MAX_TEXT)),
        materials=draw(few(MATERIALS)),
        outcome=draw(text(limits.MAX_TEXT)),
        steps=draw(st.none() | few(steps(shared))),
        tracks=draw(few(tracks(questions), 2)) if with_tracks else (),
        recipe=draw(text(limits.MAX_RECIPE)),
        code=draw(CODES),
    )


def tracks(questions: int) -> st.SearchStrategy[TrackDoc]:
    inside = few(activities(questions, with_tracks=False), 2)
    return st.builds(TrackDoc, title=text(limits.MAX_TITLE), activities=inside)


PACKING = st.builds(PackingDoc, said(limits.MAX_ITEM), st.sampled_from(Brings), st.booleans())


def sessions(questions: int) -> st.SearchStrategy[SessionDoc]:
    return st.builds(
        SessionDoc,
        title=text(limits.MAX_TITLE),
        date=st.none() | DAYS,
        start=st.none() | CLOCKS,
        timezone=st.sampled_from(["UTC", "Europe/London", "America/New_York", "Asia/Kolkata"]),
        minutes=st.none() | st.integers(1, limits.MAX_SESSION_MINUTES),
        mode=st.sampled_from(SessionMode),
        place=text(limits.MAX_TITLE),
        link=st.sampled_from(["", "https://meet.example/room?a=b", "http://مثال.example/"]),
        people=PEOPLE,
        rooms=st.none() | st.integers(0, limits.MAX_ROOMS),
        packing=few(PACKING),
        activities=few(activities(questions)),
        code=CODES,
    )


QUESTIONS = st.builds(
    QuestionDoc, said(limits.MAX_QUESTION), text(limits.MAX_SLUG), text(limits.MAX_TEXT), CODES
)


@st.composite
def journeys(draw: st.DrawFn) -> JourneyDoc:
    questions = draw(few(QUESTIONS))
    return JourneyDoc(
        title=draw(said(limits.MAX_TITLE)),
        purpose=draw(text(limits.MAX_TEXT)),
        people=draw(PEOPLE),
        who=draw(text(limits.MAX_WHO)),
        questions=questions,
        sessions=draw(few(sessions(len(questions)), 2)),
        parked=draw(few(activities(len(questions)), 2)),
        dismissed=draw(few(text(limits.MAX_NOTICE))),
    )
