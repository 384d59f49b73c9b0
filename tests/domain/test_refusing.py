"""What a journey's document may not say: refused with the place of all that is wrong."""

from typing import Any

import pytest

from sessions.domain import limits
from sessions.domain.problems import TEXTS
from sessions.domain.reading import parse
from tests.domain.journeys import document, problems, with_activity, with_session, with_step

STRUCTURES, QUESTIONS = {"1-2-4-all", "mad-tea", "triz", "troika-consulting"}, {"purpose", "possibilities"}
CLIENTS = {"key": "A", "unit": "client", "count": 3}


def wrong(source: Any, **known: Any) -> list[tuple[str, str]]:
    return [(one.path, one.code) for one in problems(parse, source, **known)]


ACTIVITY, SESSION, STEP = "parked[0]", "sessions[0]", "parked[0].steps[0]"
LIMIT = limits.MAX_PEOPLE

REFUSED = [
    (document(title=None), "title", "required"),
    (document(title=" \n"), "title", "required"),
    (document(title=["A"]), "title", "not_text"),
    (document(title="x" * 201), "title", "too_long"),
    (document(title="\ud83e"), "title", "broken_text"),
    (document(purpose="x" * 10_001), "purpose", "too_long"),
    (document(people=0), "people", "too_small"),
    (document(people=-3), "people", "negative"),
    (document(people=LIMIT + 1), "people", "too_big"),
    (document(people=10**5000), "people", "too_big"),
    (document(people="18"), "people", "not_whole"),
    (document(people=True), "people", "not_whole"),
    (document(people=17.5), "people", "not_whole"),
    (document(people=float("nan")), "people", "not_whole"),
    (document(people=float("inf")), "people", "not_whole"),
    (document(colour="red"), "colour", "unknown_field"),
    (document(questions={}), "questions", "not_list"),
    (document(questions=["Why?"]), "questions[0]", "not_object"),
    (document(questions=[{}]), "questions[0].text", "required"),
    (document(questions=[{"text": " "}]), "questions[0].text", "required"),
    (document(questions=[{"text": "x" * 301}]), "questions[0].text", "too_long"),
    (document(questions=[{"text": "Why?"}] * 61), "questions", "too_many"),
    (document(sessions=[None]), "sessions[0]", "not_object"),
    (document(sessions=[{}] * 41), "sessions", "too_many"),
    (with_session(date="14.1.2027"), f"{SESSION}.date", "not_date"),
    (with_session(date="2027-02-30"), f"{SESSION}.date", "not_date"),
    (with_session(date="20270114"), f"{SESSION}.date", "not_date"),
    (with_session(date="1066-10-14"), f"{SESSION}.date", "not_date"),
    (with_session(date=20270114), f"{SESSION}.date", "not_text"),
    (with_session(start="24:00"), f"{SESSION}.start", "not_time"),
    (with_session(start="9:00"), f"{SESSION}.start", "not_time"),
    (with_session(start="09:00\n"), f"{SESSION}.start", "not_time"),
    (with_session(start="٠٩:٠٠"), f"{SESSION}.start", "not_time"),
    (with_session(start=""), f"{SESSION}.start", "not_time"),
    (with_session(timezone="Mars/Olympus"), f"{SESSION}.timezone", "unknown_timezone"),
    (with_session(timezone=""), f"{SESSION}.timezone", "unknown_timezone"),
    (with_session(minutes=-5), f"{SESSION}.minutes", "negative"),
    (with_session(minutes=0), f"{SESSION}.minutes", "too_small"),
    (with_session(minutes=100_000), f"{SESSION}.minutes", "too_big"),
    (with_session(mode="outside"), f"{SESSION}.mode", "unknown_choice"),
    (with_session(mode=["online"]), f"{SESSION}.mode", "not_text"),
    (with_session(link="javascript:alert(1)"), f"{SESSION}.link", "not_link"),
    (with_session(link="https://a b"), f"{SESSION}.link", "not_link"),
    (with_session(activities="none"), f"{SESSION}.activities", "not_list"),
    (with_session(activities=[{}] * 401), f"{SESSION}.activities", "too_many"),
    (with_session(activites=[]), f"{SESSION}.activites", "unknown_field"),
    (with_activity(minutes="soon"), f"{ACTIVITY}.minutes", "not_whole"),
    (with_activity(minutes=-5), f"{ACTIVITY}.minutes", "negative"),
    (with_activity(minutes=1_441), f"{ACTIVITY}.minutes", "too_big"),
    (with_activity(kind="nap"), f"{ACTIVITY}.kind", "unknown_choice"),
    (with_activity(question=1), f"{ACTIVITY}.question", "no_such_question"),
    (with_activity(question=-1), f"{ACTIVITY}.question", "negative"),
    (with_activity(question="0"), f"{ACTIVITY}.question", "not_whole"),
    (with_activity(pinned="noon"), f"{ACTIVITY}.pinned", "not_time"),
    (with_activity(protected="yes"), f"{ACTIVITY}.protected", "not_flag"),
    (with_activity(protected=1), f"{ACTIVITY}.protected", "not_flag"),
    (with_activity(invitations="Why?"), f"{ACTIVITY}.invitations", "not_list"),
    (with_activity(invitations=["Why?", 4]), f"{ACTIVITY}.invitations[1]", "not_text"),
    (with_activity(invitations=["Why?"] * 41), f"{ACTIVITY}.invitations", "too_many"),
    (with_activity(materials=[7]), f"{ACTIVITY}.materials[0]", "not_object"),
    (with_activity(materials=[""]), f"{ACTIVITY}.materials[0].item", "required"),
    (
        with_activity(materials=[{"item": "pen", "per": "dog"}]),
        f"{ACTIVITY}.materials[0].per",
        "unknown_choice",
    ),
    (
        with_activity(materials=[{"item": "pen", "quantity": 0}]),
        f"{ACTIVITY}.materials[0].quantity",
        "too_small",
    ),
    (with_activity(steps={}), f"{ACTIVITY}.steps", "not_list"),
    (with_activity(steps=[{}] * 61), f"{ACTIVITY}.steps", "too_many"),
    (with_step(grouping="crowd"), f"{STEP}.grouping", "unknown_choice"),
    (with_step(minutes=-1), f"{STEP}.minutes", "negative"),
    (with_step(minutes=5, minutes_min=6), f"{STEP}.minutes", "order"),
    (with_step(minutes=5, minutes_max=4), f"{STEP}.minutes", "order"),
    (with_step(size_min=5, size_max=4), f"{STEP}.size_max", "order"),
    (with_step(repeat=True), f"{STEP}.repeat", "not_object"),
    (with_step(repeat=0), f"{STEP}.repeat", "too_small"),
    (with_step(repeat="ABCDE"), f"{STEP}.repeat", "too_long"),
    (with_step(repeat={}), f"{STEP}.repeat.key", "required"),
    (with_step(repeat={"key": "A", "count": 0}), f"{STEP}.repeat.count", "too_small"),
    (with_step(repeat={"key": "A", "count": 3, "count_max": 2}), f"{STEP}.repeat.count", "order"),
    (with_step(repeat={"key": "A", "unit": "lap"}), f"{STEP}.repeat.unit", "unknown_choice"),
    (
        with_activity(steps=[{"repeat": "A"}, {"repeat": CLIENTS}]),
        "parked[0].steps[1].repeat",
        "repeat_differs",
    ),
    (
        document(sessions=[{"activities": [{}] * 200}], parked=[{}] * 201),
        "sessions",
        "too_many",
    ),
    (
        document(parked=[{"steps": [{}] * 60}] * 134),
        "sessions",
        "too_many_steps",
    ),
]


@pytest.mark.parametrize(
    ("source", "path", "code"), REFUSED, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_is_wrong_is_refused_at_its_place(source: dict[str, Any], path: str, code: str) -> None:
    assert wrong(source) == [(path, code)]


@pytest.mark.parametrize(
    "source",
    [
        document(title="x" * 200, purpose="x" * 10_000, people=5_000),
        document(title="🫖" * 200),
        with_session(minutes=4 * 1_440, date="1900-01-01", start="23:59", link="HTTPS://meet.example"),
        with_activity(minutes=1_440, question=0),
        with_activity(minutes=0, structure="", steps=[{}] * 60),
        with_step(repeat=limits.MAX_TURNS),
        document(sessions=[{"activities": [{}] * 200}], parked=[{}] * 200),
    ],
)
def test_what_is_just_possible_is_read(source: dict[str, Any]) -> None:
    assert parse(source).title == source["title"]


@pytest.mark.parametrize("given_format", [None, "convening.journey/2", 1, ["convening.journey/1"]])
def test_another_format_is_refused_without_a_look_at_the_rest(given_format: object) -> None:
    source = {"format": given_format, "title": 5, "parked": "no"}

    assert wrong(source) == [("format", "unknown_format")]


@pytest.mark.parametrize("source", [None, [], "journey", 5, True])
def test_a_document_is_an_object(source: object) -> None:
    assert wrong(source) == [("", "not_object")]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    source = document(
        title="",
        people="many",
        sessions=[{"start": "noon", "activities": [{}, {"minutes": -5, "steps": [{"minutes": "five"}]}]}],
        parked=[{"question": 3}],
    )

    assert [(one.path, one.code, one.value, one.text) for one in problems(parse, source)] == [
        ("title", "required", "", "This is missing."),
        ("people", "not_whole", "many", "“many” is not a whole number."),
        ("sessions[0].start", "not_time", "noon", "“noon” is not a time like 13:30."),
        ("sessions[0].activities[1].minutes", "negative", -5, "-5 is less than nothing."),
        (
            "sessions[0].activities[1].steps[0].minutes",
            "not_whole",
            "five",
            "“five” is not a whole number.",
        ),
        (
            "parked[0].question",
            "no_such_question",
            3,
            "The journey has no question number 3; the first is number 0.",
        ),
    ]


def test_what_the_catalogue_has_not_is_refused_with_what_was_meant_perhaps() -> None:
    source = document(
        questions=[{"question": "possibilties"}],
        parked=[
            {"structure": "troika-consultng"},
            {"structure": "xyzzy"},
            {"steps": [{"nested": "1-2-all"}]},
        ],
    )

    assert [
        (one.path, one.text) for one in problems(parse, source, structures=STRUCTURES, questions=QUESTIONS)
    ] == [
        (
            "questions[0].question",
            "The catalogue has no question “possibilties”. Did you mean possibilities?",
        ),
        (
            "parked[0].structure",
            "The catalogue has no structure “troika-consultng”. Did you mean troika-consulting?",
        ),
        ("parked[1].structure", "The catalogue has no structure “xyzzy”."),
        ("parked[2].steps[0].nested", "The catalogue has no structure “1-2-all”. Did you mean 1-2-4-all?"),
    ]


def test_a_misspelt_field_is_told_with_the_likely_one() -> None:
    (one,) = problems(parse, with_activity(minuets=5))

    assert str(one) == "parked[0].minuets: There is no field “minuets” here. Did you mean minutes?"


def test_a_long_value_is_told_by_its_beginning() -> None:
    (one,) = problems(parse, document(title="🫖" + "x" * 5_000))

    assert one.value == "🫖" + "x" * 59 + "…"


def test_a_flood_of_problems_is_cut_short() -> None:
    assert (
        len(problems(parse, document(**{f"field {number}": 1 for number in range(5_000)})))
        == limits.MAX_PROBLEMS
    )


def test_every_code_is_one_of_those_with_a_text() -> None:
    assert {code for _source, _path, code in REFUSED} <= TEXTS.keys()
