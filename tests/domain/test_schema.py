"""The published description of a journey's document says what the reader does."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from sessions.domain import limits
from sessions.domain.document import FORMAT, Brings, JourneyDoc, Kind, SessionMode, dump
from sessions.domain.problems import DocumentError
from sessions.domain.reading import NAMES, parse
from structures.domain.shapes import Grouping, Mode, Per, RepeatUnit, SetBy
from tests.domain.journeys import document, journeys, with_activity, with_session, with_step
from tests.domain.profile import CALM

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads((ROOT / "sessions" / "schema" / "convening.journey-1.schema.json").read_text())
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def reader_takes(source: Any) -> bool:
    try:
        parse(source)
    except DocumentError:
        return False
    return True


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@CALM
@given(journeys())
def test_it_takes_every_journey_that_is_written(journey: JourneyDoc) -> None:
    assert list(VALIDATOR.iter_errors(dump(journey))) == []


def test_it_has_the_fields_of_the_reader() -> None:
    shapes = {"JourneyDoc": SCHEMA, "Material": SCHEMA["$defs"]["material"]["anyOf"][1]} | {
        f"{name.title()}Doc": SCHEMA["$defs"][name]
        for name in ("question", "session", "packing", "activity", "track", "step")
    }
    shapes["Repeat"] = SCHEMA["$defs"]["repeat"]

    described = {name: set(shape["properties"]) - {"format"} for name, shape in shapes.items()}
    assert described == {shape.__name__: set(names) for shape, names in NAMES.items()}
    assert [shape["additionalProperties"] for shape in shapes.values()] == [False] * 9


SESSION, ACTIVITY, STEP, REPEAT = (
    SCHEMA["$defs"][name]["properties"] for name in ("session", "activity", "step", "repeat")
)
MATERIAL = SCHEMA["$defs"]["material"]["anyOf"][1]["properties"]


@pytest.mark.parametrize(
    ("described", "choices"),
    [
        (SESSION["mode"], SessionMode),
        (ACTIVITY["kind"], Kind),
        (STEP["grouping"], Grouping),
        (STEP["mode"], Mode),
        (REPEAT["unit"], RepeatUnit),
        (REPEAT["set_by"], SetBy),
        (MATERIAL["per"], Per),
        (MATERIAL["mode"], Mode),
    ],
)
def test_it_has_the_choices_of_the_reader(described: dict[str, Any], choices: Any) -> None:
    assert described["enum"] == [*choices, None]


def said(letters: int) -> str:
    return "x" * letters


def numbered(field: str, least: int, most: int, wrap: Any) -> list[tuple[dict[str, Any], bool]]:
    inside = [(wrap(**{field: number}), True) for number in (least, most, None, float(most))]
    values = (least - 1, most + 1, str(most), True, most - 0.5, [most])
    return inside + [(wrap(**{field: value}), False) for value in values]


def worded(field: str, most: int, wrap: Any) -> list[tuple[dict[str, Any], bool]]:
    inside = [(wrap(**{field: value}), True) for value in (said(most), "🫖" * most, "", None)]
    return inside + [(wrap(**{field: value}), False) for value in (said(most + 1), 5, [said(1)], True)]


def listed(field: str, member: Any, most: int, wrap: Any) -> list[tuple[dict[str, Any], bool]]:
    inside = [(wrap(**{field: value}), True) for value in ([], [member] * most, None)]
    values = ([member] * (most + 1), {}, "x", [5], [True], [None])
    return inside + [(wrap(**{field: value}), False) for value in values]


def with_question(**fields: Any) -> dict[str, Any]:
    return document(questions=[{"question": "purpose", **fields}])


def with_material(**fields: Any) -> dict[str, Any]:
    return with_activity(materials=[{"item": "pen", **fields}])


def with_repeat(**fields: Any) -> dict[str, Any]:
    return with_step(repeat={"key": "A", **fields})


def with_answer(**fields: Any) -> dict[str, Any]:
    return document(questions=[{"text": "Why?"}] * limits.MAX_QUESTIONS, parked=[fields])


AGREED = [
    *numbered("people", 1, limits.MAX_PEOPLE, document),
    *numbered("people", 1, limits.MAX_PEOPLE, with_session),
    *numbered("minutes", 1, limits.MAX_SESSION_MINUTES, with_session),
    *numbered("minutes", 0, limits.MAX_MINUTES, with_activity),
    *numbered("question", 0, limits.MAX_QUESTIONS - 1, with_answer),
    *numbered("minutes", 0, limits.MAX_MINUTES, with_step),
    *numbered("minutes_min", 0, limits.MAX_MINUTES, with_step),
    *numbered("minutes_max", 0, limits.MAX_MINUTES, with_step),
    *numbered("size_min", 1, limits.MAX_PEOPLE, with_step),
    *numbered("size_max", 1, limits.MAX_PEOPLE, with_step),
    *numbered("count", 1, limits.MAX_TURNS, with_repeat),
    *numbered("count_min", 1, limits.MAX_TURNS, with_repeat),
    *numbered("count_max", 1, limits.MAX_TURNS, with_repeat),
    *numbered("quantity", 1, limits.MAX_QUANTITY, with_material),
    *numbered("rooms", 0, limits.MAX_ROOMS, with_session),
    *worded("purpose", limits.MAX_TEXT, document),
    *worded("who", limits.MAX_WHO, document),
    *worded("text", limits.MAX_QUESTION, with_question),
    *worded("outcome", limits.MAX_TEXT, with_question),
    *worded("code", limits.MAX_CODE, with_question),
    *worded("title", limits.MAX_TITLE, with_session),
    *worded("place", limits.MAX_TITLE, with_session),
    *worded("code", limits.MAX_CODE, with_session),
    *worded("title", limits.MAX_TITLE, with_activity),
    *worded("structure", limits.MAX_SLUG, with_activity),
    *worded("lead", limits.MAX_LEAD, with_activity),
    *worded("brief", limits.MAX_TEXT, with_activity),
    *worded("notes", limits.MAX_TEXT, with_activity),
    *worded("set_up", limits.MAX_TEXT, with_activity),
    *worded("outcome", limits.MAX_TEXT, with_activity),
    *worded("code", limits.MAX_CODE, with_activity),
    *worded("title", limits.MAX_STEP_TITLE, with_step),
    *worded("what", limits.MAX_TEXT, with_step),
    *worded("nested", limits.MAX_SLUG, with_step),
    *worded("nested_note", limits.MAX_NESTED_NOTE, with_step),
    *listed("questions", {"text": "Why?"}, limits.MAX_QUESTIONS, document),
    *listed("sessions", {}, limits.MAX_SESSIONS, document),
    *listed("parked", {}, limits.MAX_ACTIVITIES, document),
    *listed("activities", {}, limits.MAX_ACTIVITIES, with_session),
    *listed("packing", {"item": "pen"}, limits.MAX_PACKING, with_session),
    *listed("dismissed", "break", limits.MAX_DISMISSED, document),
    *listed("alternatives", "Why?", limits.MAX_INVITATIONS, with_activity),
    *listed("invitations", "Why?", limits.MAX_INVITATIONS, with_activity),
    *listed("materials", "pen", limits.MAX_MATERIALS, with_activity),
    *listed("materials", {"item": "pen"}, limits.MAX_MATERIALS, with_activity),
    *listed("steps", {}, limits.MAX_STEPS, with_activity),
    (None, False),
    ([], False),
    ({}, False),
    ({"format": FORMAT}, False),
    ({"title": "A day"}, False),
    ({"format": "convening.journey/2", "title": "A day"}, False),
    *[(with_session(packing=[{"item": item}]), True) for item in ("pen", said(80))],
    *[(with_session(packing=[{"item": item}]), False) for item in ("", " ", None, said(81))],
    (with_session(packing=[{}]), False),
    *[(with_session(packing=[{"item": "pen", "by": by}]), True) for by in (*Brings, None)],
    *[(with_session(packing=[{"item": "pen", "by": by}]), False) for by in ("ana", 1)],
    (document(dismissed=["x" * 80]), True),
    (document(dismissed=["x" * 81]), False),
    (document(title=said(200)), True),
    (document(title=said(201)), False),
    (document(title=""), False),
    (document(title=" \n\t\u00a0"), False),
    (document(title="\0"), False),
    (document(title=None), False),
    (document(colour="red"), False),
    (document(questions=[{}]), False),
    (document(questions=[{"text": " ", "question": ""}]), False),
    (document(questions=[{"text": None, "question": None}]), False),
    (document(questions=[{"text": "Why?", "question": None}]), True),
    (document(questions=[{"text": "Why?", "answer": ""}]), False),
    *[(with_session(date=day), True) for day in ("1900-01-01", "2027-01-14", "2999-12-31", None)],
    *[
        (with_session(date=day), False)
        for day in ("1899-12-31", "3000-01-01", "14.1.2027", "20270114", "", 5)
    ],
    *[(with_session(date=day), False) for day in ("2027-13-01", "2027-02-29", "2027-01-14\n")],
    *[(with_session(start=start), True) for start in ("00:00", "23:59", None)],
    *[
        (with_session(start=start), False)
        for start in ("24:00", "9:00", "09:60", "09:00:00", "09:00\n", "", 9)
    ],
    *[(with_session(timezone=name), True) for name in ("UTC", "Europe/London", None)],
    *[(with_session(timezone=name), False) for name in ("", "x" * 61, 0)],
    *[(with_session(mode=mode), True) for mode in (*SessionMode, None)],
    *[(with_session(mode=mode), False) for mode in ("both", "", "Online", 1)],
    *[(with_session(link=link), True) for link in ("https://a.example/?b=c", "HTTP://a", None)],
    *[
        (with_session(link=link), False)
        for link in ("javascript:alert(1)", "", "a.example", "https://", " http://a")
    ],
    (with_session(link="https://" + said(492)), True),
    (with_session(link="https://" + said(493)), False),
    (with_session(activites=[]), False),
    *[(with_activity(kind=kind), True) for kind in (*Kind, None)],
    *[(with_activity(kind=kind), False) for kind in ("nap", "", 1)],
    *[(with_activity(pinned=pinned), True) for pinned in ("12:30", None)],
    *[(with_activity(pinned=pinned), False) for pinned in ("noon", "12.30", 12)],
    *[(with_activity(protected=flag), True) for flag in (True, False, None)],
    *[(with_activity(protected=flag), False) for flag in (0, 1, "true")],
    *[(with_activity(materials=[item]), True) for item in ("🖍", said(80), {"item": "pen", "per": "pair"})],
    *[
        (with_activity(materials=[item]), False)
        for item in ("", " ", said(81), {}, {"item": None}, {"item": ""})
    ],
    *[
        (with_material(**field), False)
        for field in ({"per": "dog"}, {"mode": "hybrid"}, {"required": 1}, {"x": 1})
    ],
    *[(with_step(**field), False) for field in ({"grouping": "crowd"}, {"mode": "hybrid"}, {"optional": 1})],
    *[(with_step(**field), False) for field in ({"protected": "no"}, {"minuets": 5})],
    *[(with_step(repeat=repeat), True) for repeat in (None, "", "A", "ABCD", 1, 3.0, 1_000, {"key": "A"})],
    *[(with_step(repeat=repeat), False) for repeat in (0, 1_001, 2.5, True, "ABCDE", [], {}, {"key": ""})],
    *[
        (with_repeat(**field), False)
        for field in ({"key": "ABCDE"}, {"unit": "lap"}, {"set_by": "me"}, {"n": 3})
    ],
]


@pytest.mark.parametrize(("source", "good"), AGREED, ids=range(len(AGREED)))
def test_it_agrees_with_the_reader(source: Any, good: bool) -> None:
    assert (VALIDATOR.is_valid(source), reader_takes(source)) == (good, good)


BEYOND = [
    with_session(timezone="Mars/Olympus"),
    with_activity(question=1),
    with_step(minutes=5, minutes_min=6),
    with_step(size_min=5, size_max=4),
    with_activity(steps=[{"repeat": {"key": "A", "count": 2}}, {"repeat": {"key": "A", "count": 3}}]),
    document(title="\ud83e"),
    document(sessions=[{"activities": [{}] * 200}], parked=[{}] * 201),
]


@pytest.mark.parametrize("source", BEYOND)
def test_only_the_reader_sees_what_a_schema_cannot_say(source: Any) -> None:
    assert (VALIDATOR.is_valid(source), reader_takes(source)) == (True, False)
