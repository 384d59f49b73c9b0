"""What a journey's document is read into, and which files are no document at all."""

import json
from typing import Any

import pytest

from sessions.domain import limits
from sessions.domain.document import JourneyDoc, Kind
from sessions.domain.reading import loads, parse
from structures.domain.shapes import Material, Per, Repeat
from tests.domain.journeys import document, problems, with_activity, with_step


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, Kind.TALK),
        ({"structure": "triz"}, Kind.STRUCTURE),
        ({"structure": ""}, Kind.TALK),
        ({"kind": "opening", "structure": "triz"}, Kind.OPENING),
        ({"kind": "structure"}, Kind.STRUCTURE),
    ],
)
def test_a_row_that_names_a_structure_is_one(fields: dict[str, Any], kind: str) -> None:
    assert parse(with_activity(**fields)).parked[0].kind == kind


def test_steps_may_be_absent_or_none_at_all() -> None:
    assert parse(with_activity()).parked[0].steps is None
    assert parse(with_activity(steps=None)).parked[0].steps is None
    assert parse(with_activity(steps=[])).parked[0].steps == ()


def test_materials_may_be_bare_names() -> None:
    read = parse(
        with_activity(materials=["bell", {"item": "pen", "quantity": 2, "per": "pair", "required": False}])
    )

    assert read.parked[0].materials == (Material("bell"), Material("pen", 2, Per.PAIR, required=False))


@pytest.mark.parametrize(
    ("fields", "minutes"),
    [
        ({}, (0, 0, 0)),
        ({"minutes": 5}, (5, 5, 5)),
        ({"minutes": 5, "minutes_max": 7}, (5, 5, 7)),
        ({"minutes_min": 3, "minutes_max": 7}, (3, 3, 7)),
        ({"minutes_max": 7}, (7, 7, 7)),
        ({"minutes_min": 0, "minutes": 5}, (0, 5, 5)),
    ],
)
def test_minutes_that_are_not_said_are_like_the_usual_ones(
    fields: dict[str, int], minutes: tuple[int, int, int]
) -> None:
    (step,) = parse(with_step(**fields)).parked[0].steps or ()

    assert (step.minutes_min, step.minutes, step.minutes_max) == minutes


CLIENTS = {"key": "A", "unit": "client", "count": 3}


@pytest.mark.parametrize(
    ("repeats", "read"),
    [
        ([None, ""], [None, None]),
        ([CLIENTS, "A"], [Repeat("A", "client", 3, 3, 3), Repeat("A", "client", 3, 3, 3)]),
        (["B", CLIENTS], [Repeat("B"), Repeat("A", "client", 3, 3, 3)]),
        ([3, 3], [Repeat("3", "round", 3, 3, 3)] * 2),
        ([{"key": "A", "count_min": 2, "count_max": 4}], [Repeat("A", "round", 2, 2, 4)]),
    ],
)
def test_a_repeat_may_be_an_object_a_key_or_a_count(repeats: list[Any], read: list[Repeat | None]) -> None:
    steps = parse(with_activity(steps=[{"repeat": repeat} for repeat in repeats])).parked[0].steps or ()

    assert [step.repeat for step in steps] == read


def test_every_field_may_be_null_but_format_and_title() -> None:
    nothing = {
        "questions": None,
        "sessions": None,
        "parked": None,
        "purpose": None,
        "people": None,
        "who": None,
    }

    assert parse(document(**nothing)) == JourneyDoc("Improving discharge together")


@pytest.mark.parametrize(
    "title",
    ["🫖 Mad Tea 👩🏽‍⚕️", "ابدأ من هنا", "<script>alert(1)</script>", "Ünïcödé", "  spaced  ", "a\u202eb"],
)
def test_words_are_kept_as_they_are(title: str) -> None:
    assert parse(document(title=title)).title == title


def test_the_character_no_database_keeps_is_left_out() -> None:
    assert parse(document(title="A\0 day")).title == "A day"


def test_whole_numbers_may_be_written_with_a_point() -> None:
    assert parse(document(people=25.0)).people == 25
    assert type(parse(document(people=25.0)).people) is int


GOOD = json.dumps(document())


@pytest.mark.parametrize("source", [GOOD, GOOD.encode(), b"\xef\xbb\xbf" + GOOD.encode()])
def test_a_file_may_be_text_or_bytes(source: str | bytes) -> None:
    assert loads(source) == JourneyDoc("Improving discharge together")


@pytest.mark.parametrize(
    ("source", "code", "params"),
    [
        ("x" * 10_000_000, "too_large", {"most": limits.MAX_DOCUMENT_MB}),
        (b"\xff" * (limits.MAX_DOCUMENT_BYTES + 1), "too_large", {"most": limits.MAX_DOCUMENT_MB}),
        ("é" * (limits.MAX_DOCUMENT_BYTES // 2 + 1), "too_large", {"most": limits.MAX_DOCUMENT_MB}),
        (GOOD.encode("utf-16"), "not_utf8", {}),
        ('{\n  "title": \n}', "not_json", {"line": 3, "column": 1}),
        ("", "not_json", {"line": 1, "column": 1}),
        (GOOD + "{}", "not_json", {"line": 1, "column": len(GOOD) + 1}),
        ('{"people": NaN}', "not_finite", {}),
        ('{"people": -Infinity}', "not_finite", {}),
        ("[" * 200_000, "too_deep", {}),
        ('{"a":' * 200_000, "too_deep", {}),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_a_file_that_is_no_document_is_refused(
    source: str | bytes, code: str, params: dict[str, object]
) -> None:
    (one,) = problems(loads, source)

    assert (one.path, one.code) == ("", code)
    assert {name: value for name, value in one.params.items() if name != "value"} == params


@pytest.mark.parametrize(
    ("digits", "code"),
    [("1" * 19, "too_big"), ("1" * 30, "too_big"), ("1" * 5_000, "not_whole"), ("1e999", "not_whole")],
)
def test_a_number_beyond_measure_is_refused_where_it_stands(digits: str, code: str) -> None:
    (one,) = problems(loads, GOOD[:-1] + f', "people": {digits}}}')

    assert (one.path, one.code) == ("people", code)


def test_half_a_character_is_refused_in_text_and_in_names() -> None:
    source = GOOD[:-1] + ', "who": "\\ud83e", "\\ud83e": 1}'

    assert [(one.path, one.code, one.value) for one in problems(loads, source)] == [
        ("?", "unknown_field", "?"),
        ("who", "broken_text", "?"),
    ]


def test_a_name_said_twice_means_the_last() -> None:
    assert loads('{"format": "convening.journey/1", "title": "One", "title": "Two"}').title == "Two"
