"""“Make it fit” on the page: what is shown, taken whole or in part, and said where nothing can be done."""

import re
from html import unescape

import pytest

from tests import factories, journey_factories
from tests.journeys.lists import fresh, history, laid_out
from tests.journeys.ritual import is_board, press, said, sentence, typed

ROWS = [
    {"kind": "opening", "title": "Welcome", "minutes": 10, "code": "welcome"},
    {"structure": "nine-whys", "title": "9 Whys", "question": 0, "code": "whys"},
    {"structure": "triz", "title": "TRIZ", "question": 1, "code": "triz"},
    {"kind": "closing", "title": "Closing", "minutes": 10, "protected": True, "code": "closing"},
]
TRIZ_FIRST, WHYS_FIRST = "minutes:triz", "minutes:whys"


@pytest.fixture
def journey(ana):
    """A morning of 90 minutes from nine in which two structures could be ten minutes shorter each; 80 are booked."""
    for slug, name in (("nine-whys", "9 Whys"), ("triz", "TRIZ")):
        structure = factories.create_structure(slug=slug, name=name)
        factories.create_step(structure=structure, minutes=35, minutes_min=25)
    rounds = factories.create_structure(slug="impromptu", name="Impromptu Networking")
    factories.create_repeat(structure=rounds, count_min=1)
    factories.create_step(structure=rounds, minutes=5, minutes_min=4, repeat="A", grouping="pairs")
    return planned(journey_factories.create_journey(owner=ana), ROWS)


def planned(journey, rows, **session):
    session = {"code": "am", "title": "Morning", "start": "09:00", "minutes": 80} | session
    questions = [{"text": "Why?"}, {"text": "Where?"}]
    return laid_out(journey, questions=questions, sessions=[session | {"activities": rows}])


@pytest.fixture
def shown(cast, journey):
    """``shown("60")``: the page that proposes how to fit into what was typed."""

    def get(minutes=""):
        asked = {"proposal": "fit", "session": "am", "to": minutes}
        return cast.ana.get(f"/journeys/{journey.code}/", asked)

    return get


def take(cast, journey, *parts, minutes="", browser=None, revision=None):
    asked = {"proposal": f"fit:am::{minutes}", "choice": "fit", "part": parts}
    revision = fresh(journey).revision if revision is None else revision
    return press(browser or cast.ana, f"/journeys/{journey.code}/adjust/", **asked, revision=revision)


def lines(answer):
    """The lines of the diff, as a screen reader tells them."""
    found = re.findall(r'<span class="vh">([^<]*)</span><span class="mark', answer.text)
    return [unescape(line) for line in found]


def result(answer):
    found = re.search(r'<p class="result"><span>(?:<small>With all of it</small> )?(.*?)</span>', answer.text)
    return unescape(found[1]) if found else ""


def told(answer):
    found = re.search(r'<p class="proposal-said">(.*?)</p>', answer.text)
    return unescape(found[1]) if found else ""


def minutes(journey):
    rows = fresh(journey).activities.filter(code__in=["whys", "triz"]).order_by("position")
    return list(rows.values_list("minutes", flat=True))


def test_it_is_a_diff_and_changes_nothing(shown, journey):
    answer = shown()

    assert lines(answer) == [
        "9 Whys: 35 → 30 minutes (its shortest is 25)",
        "TRIZ: 35 → 30 minutes (its shortest is 25)",
    ]
    assert result(answer) == "Ends 10:20 instead of 10:30: 10 minutes less."
    assert typed(answer, "fit-to-am") == "80"
    assert minutes(journey) == [None, None]


def test_all_of_it_is_one_change_and_one_undo(cast, journey):
    before = fresh(journey).snapshot()

    answer = take(cast, journey, WHYS_FIRST, TRIZ_FIRST)

    assert (is_board(answer), said(answer)) == (True, "Made it fit. It ends at 10:20.")
    assert (minutes(journey), history(journey)[-1]) == ([30, 30], "Made it fit")
    assert 'class="proposal"' not in answer.text
    fresh(journey).undo()
    assert fresh(journey).snapshot() == before


def test_half_of_it_says_what_is_still_over(cast, journey):
    answer = take(cast, journey, TRIZ_FIRST)

    assert said(answer) == "Made it fit, in part. It ends at 10:25, 5 minutes over."
    assert (minutes(journey), history(journey)[-1]) == ([None, 30], "Made it fit, in part")


@pytest.mark.parametrize(
    ("text", "whys", "triz"),
    [("85", None, 30), ("1h15", 28, 27), ("1:15", 28, 27), ("-5", 28, 27), ("70 min", 25, 25)],
)
def test_any_minutes_can_be_typed(cast, journey, shown, text, whys, triz):
    assert typed(shown(text), "fit-to-am") == text

    take(cast, journey, WHYS_FIRST, TRIZ_FIRST, minutes=text)

    assert minutes(journey) == [whys, triz]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("soon", "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("-90", "“-90” is less than nothing. Minutes start at 0."),
        ("0", "It takes at least 1 minute."),
        ("1500", "“1500” is longer than a day. The most is 1440 minutes."),
    ],
)
def test_what_is_no_number_of_minutes_comes_back_with_the_reason(cast, journey, shown, text, reason):
    answer = shown(text)

    assert (sentence(answer, "fit-to-am"), typed(answer, "fit-to-am")) == (reason, text)
    assert lines(answer) == []
    refused = take(cast, journey, WHYS_FIRST, minutes=text)
    assert refused.status_code == 422
    assert said(refused) == "The plan has changed meanwhile. Here is what would help it now."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("90", "It fits exactly."),
        ("91", "It fits, with 1 minute to spare."),
        ("2h", "It fits, with 30 minutes to spare."),
    ],
)
def test_what_fits_is_left_alone(shown, text, sentence):
    answer = shown(text)

    assert (told(answer), lines(answer)) == (sentence, [])


def test_where_nothing_is_booked_it_asks_for_the_minutes(cast, journey, shown):
    planned(journey, ROWS, minutes=None)

    assert told(shown()) == "No minutes are booked here. How many are there?"
    assert typed(shown(), "fit-to-am") == ""
    assert len(lines(shown("80"))) == 2
    assert said(take(cast, journey, TRIZ_FIRST, minutes="80")) == "Made it fit, in part. It ends at 10:25."


def test_where_everything_is_protected_it_says_so(journey, shown):
    planned(journey, [row | {"protected": True} for row in ROWS])

    assert told(shown()) == (
        "It runs 10 minutes over, and nothing may be shorter. "
        "Protected: Welcome (10), 9 Whys (35), TRIZ (35), Closing (10)."
    )


def test_what_helps_but_is_not_enough(cast, journey, shown):
    planned(journey, [ROWS[0], ROWS[1] | {"protected": True}, ROWS[3]], minutes=40)

    answer = shown()

    assert lines(answer) == ["Park Welcome"]
    assert result(answer) == "Ends 09:45 instead of 09:55: 10 minutes less. Still 5 minutes over."
    assert "Protected: 9 Whys (35), Closing (10)." in answer.text
    assert said(take(cast, journey, "park:welcome")) == "Made it shorter. It ends at 09:45, 5 minutes over."


def test_fewer_rounds_and_the_minutes_left_are_one_line(cast, journey, shown):
    planned(journey, [{"structure": "impromptu", "title": "Impromptu", "code": "rounds"}], minutes=8)

    assert lines(shown()) == ["Impromptu: 15 → 8 minutes (2 rounds instead of 3 · its shortest)"]

    take(cast, journey, "rounds:rounds:A")

    row = fresh(journey).activities.get(code="rounds")
    assert (row.minutes, [step.count for step in row.steps.all()]) == (8, [2])


def test_a_question_left_unanswered_is_said(journey, shown):
    planned(journey, ROWS[1:3], minutes=35)

    assert lines(shown()) == ["Park 9 Whys: nothing else answers question 1"]


def test_what_another_session_answers_goes_first(journey, shown):
    afternoon = {"code": "pm", "title": "Afternoon", "activities": [ROWS[1] | {"code": "again"}]}
    morning = {"code": "am", "start": "09:00", "minutes": 35, "activities": ROWS[1:3]}
    laid_out(journey, questions=[{"text": "Why?"}, {"text": "Where?"}], sessions=[morning, afternoon])

    assert lines(shown()) == ["Park 9 Whys"]


LUNCH = {"kind": "break", "title": "Lunch", "minutes": 60, "pinned": "10:05", "code": "lunch"}


def test_a_late_morning_before_a_pinned_lunch(cast, journey, shown):
    planned(journey, [*ROWS[1:3], LUNCH], minutes=180)

    answer = shown()

    assert [line[:21] for line in lines(answer)] == ["TRIZ: 35 → 30 minutes"]
    assert result(answer) == "Ends 11:05, as before. What is pinned begins in time. 55 minutes to spare."
    assert said(take(cast, journey, TRIZ_FIRST)) == "Made it fit. It ends at 11:05, 55 minutes to spare."


def test_what_still_runs_into_a_pinned_row_is_said(cast, journey):
    planned(journey, [*ROWS[1:3], LUNCH | {"pinned": "10:00"}], minutes=180)

    sentence = "Made it fit, in part. It ends at 11:00, 60 minutes to spare. 5 minutes run into Lunch."
    assert said(take(cast, journey, TRIZ_FIRST)) == sentence


def test_without_a_start_it_tells_minutes(cast, journey, shown):
    planned(journey, ROWS, start=None)

    assert result(shown()) == "Takes 80 minutes instead of 90."
    assert (
        said(take(cast, journey, TRIZ_FIRST)) == "Made it fit, in part. It takes 85 minutes, 5 minutes over."
    )


def wanted(answer):
    """Whether “Make it fit” is what one should press next."""
    return re.search(r'<a class="button (\w+)" id="fit-am"', answer.text)[1]


@pytest.mark.parametrize(
    ("rows", "booked", "look"),
    [
        (ROWS, 80, "wanted"),
        (ROWS, 90, "quiet"),
        (ROWS, None, "quiet"),
        ([*ROWS[1:3], LUNCH], 180, "wanted"),
    ],
    ids=["over", "fits", "nothing booked", "into lunch"],
)
def test_it_is_the_next_thing_to_press_where_it_helps(cast, journey, rows, booked, look):
    planned(journey, rows, minutes=booked)

    assert wanted(cast.ana.get(f"/journeys/{journey.code}/")) == look


def test_a_stale_one_is_worked_out_anew(cast, journey):
    seen = fresh(journey).revision
    fresh(journey).add_activity(
        session=fresh(journey).sessions.get(), title="Meanwhile", kind="talk", minutes=10
    )

    answer = take(cast, journey, TRIZ_FIRST, revision=seen)

    assert (answer.status_code, minutes(journey)) == (422, [None, None])
    assert said(answer) == "The plan has changed meanwhile. Here is what would help it now."
    assert lines(answer) == [f"{title}: 35 → 25 minutes (its shortest)" for title in ("9 Whys", "TRIZ")]


def test_nothing_else_can_be_slipped_in(cast, journey):
    answer = take(cast, journey, "park:triz", "minutes:welcome")

    assert said(answer) == "Nothing is ticked. Tick what you want to change."
    assert minutes(journey) == [None, None]


def test_of_another_journeys_session_nothing_is_proposed(cast, journey):
    others = journey_factories.create_journey(owner=journey.owner)
    journey_factories.create_session(journey=others)

    answer = cast.ana.get(f"/journeys/{others.code}/?proposal=fit:am::60")

    assert (answer.status_code, "9 Whys: 35" in answer.text) == (200, False)


def test_other_minutes_than_are_booked_are_booked_where_one_wants(cast, journey, shown):
    rebooked = "hold:am:booked"
    assert "Morning: 80 → 85 minutes booked" in shown("85").text

    answer = take(cast, journey, rebooked, TRIZ_FIRST, minutes="85")

    assert said(answer) == "Made it fit. It ends at 10:25."
    assert fresh(journey).sessions.get(code="am").minutes == 85


def test_what_stands_last_closes_a_session_without_a_closing(journey, shown):
    planned(journey, ROWS[:3], minutes=45)

    assert [line.split(":")[0] for line in lines(shown())] == ["Park 9 Whys"]
