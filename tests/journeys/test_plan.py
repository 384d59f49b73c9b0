"""A journey on the clock, in numbers a facilitator can check by hand."""

from datetime import time

import pytest

from sessions.plan import Plan
from tests.factories import create_structure
from tests.journey_factories import (
    create_journey,
    create_session,
)
from tests.journeys.lists import laid_out, lines

pytestmark = pytest.mark.django_db

STRUCTURES = {
    "9 Whys": 25,
    "Min Specs": 40,
    "Generative Relationships": 25,
    "What I Need From You": 65,
    "TRIZ": 35,
    "What, So What, Now What?": 30,
    "1-2-4-All": 12,
    "25/10 Crowdsourcing": 30,
    "Ecocycle": 40,
    "Panarchy": 90,
}
"""Each with one step of so many minutes."""

DAY = {
    # session: (title, question it answers, own minutes, pin)
    "Morning": [
        ("Opening", None, 15, None),
        ("9 Whys", 1, None, None),
        ("Min Specs", 2, None, None),
        ("Break", None, 15, None),
        ("Generative Relationships", 3, None, None),
        ("What I Need From You", 4, None, None),
        ("Lunch", None, 60, "12:30"),
    ],
    "Afternoon": [
        ("TRIZ", 5, None, None),
        ("What, So What, Now What?", 5, None, None),
        ("1-2-4-All", 6, None, None),
        ("25/10 Crowdsourcing", 6, None, None),
        ("Tea", None, 15, None),
        ("Ecocycle", 7, None, None),
        ("Closing", None, 15, None),
    ],
    "parked": [("Panarchy", 7, None, None)],
}


@pytest.fixture
def day():
    """The foreword's journey: seven questions, ten structures, two sessions around a lunch at half past twelve."""
    return laid_out(
        create_journey(),
        questions=[{"text": f"Question {number}?"} for number in range(1, 8)],
        sessions=[
            {"title": "Morning", "start": "09:00", "minutes": 270, "activities": documents("Morning")},
            {"title": "Afternoon", "start": "13:30", "minutes": 180, "activities": documents("Afternoon")},
        ],
        parked=documents("parked"),
    )


def documents(name):
    return [
        {"title": title, "question": question and question - 1, "minutes": minutes, "pinned": pin}
        | ({"steps": [{"title": "All of it", "minutes": STRUCTURES[title]}]} if title in STRUCTURES else {})
        for title, question, minutes, pin in DAY[name]
    ]


def test_the_forewords_day(day):
    morning, afternoon = Plan.of(day).sessions

    assert lines(morning) == [
        "09:00 15 Opening",
        "09:15 25 9 Whys",
        "09:40 40 Min Specs",
        "10:20 15 Break",
        "10:35 25 Generative Relationships",
        "11:00 65 What I Need From You",
        "12:30 60 Lunch gap 25",
    ]
    assert lines(afternoon) == [
        "13:30 35 TRIZ",
        "14:05 30 What, So What, Now What?",
        "14:35 12 1-2-4-All",
        "14:47 30 25/10 Crowdsourcing",
        "15:17 15 Tea",
        "15:32 40 Ecocycle",
        "16:12 15 Closing",
    ]
    assert [(one.ends, one.booked_end, one.layout.spare, one.over) for one in (morning, afternoon)] == [
        (time(13, 30), time(13, 30), 0, 0),
        (time(16, 27), time(16, 30), 3, 0),
    ]


def test_every_row_has_the_colour_of_its_question_and_breaks_have_none(day):
    plan = Plan.of(day)

    assert [row.hue for row in plan.rows] == [0, 1, 2, 0, 3, 4, 0, 5, 5, 6, 6, 0, 7, 0]
    assert [strip.hue for strip in plan.sessions[1].strips] == [5, 5, 6, 6, 0, 7, 0]
    assert [strip.begin for strip in plan.sessions[1].strips] == [0, 35, 65, 77, 107, 122, 162]
    assert [strip.mark for strip in plan.sessions[1].strips] == ["5", "5", "6", "6", "", "7", ""]


def test_what_is_parked_is_off_the_clock_but_keeps_its_length_and_question(day):
    [parked] = Plan.of(day).parked

    assert (parked.activity.title, parked.minutes, parked.hue) == ("Panarchy", 90, 7)
    assert (parked.begins, parked.ends, parked.day, parked.placed) == (None, None, 0, None)


def test_the_first_and_the_last_row_are_the_ends_of_the_whole_day(day):
    rows = Plan.of(day).rows

    assert [row.activity.title for row in rows if row.is_first] == ["Opening"]
    assert [row.activity.title for row in rows if row.is_last] == ["Closing"]


def test_beside_an_empty_session_a_row_is_no_end(day):
    """There is somewhere to go."""
    create_session(journey=day, title="Evening")

    rows = Plan.of(day).rows

    assert [row.activity.title for row in rows if row.is_first or row.is_last] == ["Opening"]


def test_rows_past_the_booked_end_are_over(day):
    afternoon = day.sessions.get(title="Afternoon")
    day.edit_session(afternoon, minutes=122)

    planned = Plan.of(day).sessions[1]

    assert (planned.booked_end, planned.over, planned.layout.spare) == (time(15, 32), 55, -55)
    assert [row.activity.title for row in planned.rows if row.is_over] == ["Ecocycle", "Closing"]


@pytest.mark.parametrize("activities", [1, 60])
def test_a_plan_takes_four_queries_however_long_it_is(activities, django_assert_num_queries):
    journey = create_journey()
    create_structure(slug="triz", steps=2)
    create_structure(slug="1-2-4-all")
    row = {"structure": "triz", "question": 0, "steps": [{"minutes": 5, "nested": "1-2-4-all"}]}
    half = activities // 2
    laid_out(
        journey,
        questions=[{"text": "Why?"}],
        sessions=[{"start": "09:00", "activities": [row] * (activities - half)}],
        parked=[row] * half,
    )

    with django_assert_num_queries(4):
        plan = Plan.of(journey)
        shown = [
            (
                row.url,
                row.minutes,
                row.hue,
                row.nested,
                row.configuration,
                row.step_lines,
                row.begins,
                row.strip,
            )
            for row in [*plan.rows, *plan.parked]
        ]

    assert len(shown) == activities


def test_an_empty_journey_has_an_empty_plan():
    plan = Plan.of(create_journey())

    assert (plan.rows, plan.sessions, plan.questions, plan.parked) == ([], [], [], [])


def test_what_a_change_has_read_is_what_the_plan_after_it_shows(day, django_assert_num_queries):
    day.edit_activity(day.activities.get(title="9 Whys"), minutes=40)

    with django_assert_num_queries(0):
        after = Plan.of(day, day.held)

    anew = Plan.of(day.__class__.objects.get(pk=day.pk))
    assert [(row.state, row.place, row.strip) for row in after.every_row] == [
        (row.state, row.place, row.strip) for row in anew.every_row
    ]
    assert after.sessions[0].rows[1].minutes == 40
