"""Pins, midnight, the nights on which the clocks change, and sessions without a clock."""

from datetime import date, datetime, time

import pytest

from sessions.plan import Plan
from tests.journey_factories import create_activity, create_journey, create_session
from tests.journeys.lists import lines

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey():
    return create_journey()


def clocked(journey, rows, **fields):
    """One session from 13:30 unless said, with rows of (minutes, pin)."""
    session = create_session(journey=journey, **fields)
    for place, (minutes, pin) in enumerate(rows):
        create_activity(
            journey=journey, session=session, title="ABCDEF"[place], minutes=minutes, pinned_at=pin
        )
    return Plan.of(journey).sessions[0]


@pytest.mark.parametrize(
    ("rows", "expected", "ends"),
    [
        ([(30, None), (10, time(14))], ["13:30 30 A", "14:00 10 B"], time(14, 10)),
        ([(30, None), (10, time(14, 20))], ["13:30 30 A", "14:20 10 B gap 20"], time(14, 30)),
        # an early pin is honoured, and does not drag forward what follows
        (
            [(60, None), (10, time(14)), (5, None)],
            ["13:30 60 A", "14:00 10 B overlap 30", "14:30 5 C"],
            time(14, 35),
        ),
        # a pin before the session starts
        ([(20, time(13)), (5, None)], ["13:00 20 A overlap 30", "13:30 5 B"], time(13, 35)),
        # a row of no minutes takes no time
        ([(0, None), (15, None)], ["13:30 0 A", "13:30 15 B"], time(13, 45)),
        ([], [], time(13, 30)),
    ],
)
def test_pins_are_honoured_and_gaps_and_overlaps_said(journey, rows, expected, ends):
    planned = clocked(journey, rows)

    assert (lines(planned), planned.ends) == (expected, ends)


# Midnight, the clocks, no clock at all


def test_a_night_passes_midnight(journey):
    planned = clocked(
        journey, [(90, None), (60, None), (20, None), (5, time(1))], starts_at=time(22), minutes=300
    )

    assert [(row.begins, row.ends, row.day) for row in planned.rows] == [
        (time(22), time(23, 30), 0),
        (time(23, 30), time(0, 30), 0),
        (time(0, 30), time(0, 50), 1),
        (time(1), time(1, 5), 1),
    ]
    assert (planned.rows[3].placed.gap, planned.booked_end) == (10, time(3))


@pytest.mark.parametrize(
    ("day", "clocks"),
    [
        (date(2027, 3, 28), ["00:30 60 A", "02:30 60 B", "03:30 10 C"]),  # an hour is skipped
        (date(2027, 10, 31), ["00:30 60 A", "01:30 60 B", "01:30 10 C"]),  # an hour comes twice
        (date(2027, 6, 1), ["00:30 60 A", "01:30 60 B", "02:30 10 C"]),
        (None, ["00:30 60 A", "01:30 60 B", "02:30 10 C"]),
    ],
)
def test_the_night_on_which_the_clocks_change(journey, day, clocks):
    rows = [(60, None), (60, None), (10, None)]

    planned = clocked(journey, rows, date=day, starts_at=time(0, 30), timezone="Europe/London")

    assert lines(planned) == clocks


def test_four_days_count_their_midnights(journey):
    rows = [(120, None), (1320, None), (1440, None), (1440, None), (1300, None), (30, None)]

    planned = clocked(journey, rows, date=date(2027, 1, 14), starts_at=time(9), minutes=4 * 1440)

    assert [(row.begins, row.day) for row in planned.rows] == [
        (time(9), 0),
        (time(11), 0),
        (time(9), 1),
        (time(9), 2),
        (time(9), 3),
        (time(6, 40), 4),
    ]
    assert (planned.ends, planned.over, planned.booked_end) == (time(7, 10), 0, time(9))


def test_four_days_over_the_night_on_which_the_clocks_change(journey):
    """From Friday to Monday, 26 to 29 March: the third day begins an hour later on the clock."""
    rows = [(1440, None), (1440, None), (1440, None), (60, None)]
    friday = {"date": date(2027, 3, 26), "starts_at": time(9), "timezone": "Europe/London"}

    planned = clocked(journey, rows, minutes=None, **friday)

    assert [(row.begins, row.day) for row in planned.rows] == [
        (time(9), 0),
        (time(9), 1),
        (time(10), 2),
        (time(10), 3),
    ]


def test_every_session_keeps_the_clock_of_its_own_zone(journey):
    """The night of 28 March: London skips an hour, New York changed two weeks before, Kolkata never does."""
    for zone in ("Europe/London", "America/New_York", "Asia/Kolkata"):
        night = create_session(
            journey=journey, date=date(2027, 3, 27), starts_at=time(23, 30), timezone=zone, minutes=150
        )
        for minutes, pin in [(60, None), (60, None), (30, time(3))]:
            create_activity(journey=journey, session=night, minutes=minutes, pinned_at=pin)

    clocks = [[(row.begins, row.day) for row in planned.rows] for planned in Plan.of(journey).sessions]
    gaps = [planned.rows[2].placed.gap for planned in Plan.of(journey).sessions]

    other = [(time(23, 30), 0), (time(0, 30), 1), (time(3), 1)]
    assert clocks == [other, other, other]
    assert gaps == [30, 90, 90]


def test_without_a_start_there_are_minutes_but_no_clock_and_no_pins(journey):
    planned = clocked(journey, [(20, None), (10, time(12, 30))], starts_at=None, minutes=25)

    assert [(row.begins, row.ends, row.placed.begin, row.placed.gap) for row in planned.rows] == [
        (None, None, 0, 0),
        (None, None, 20, 0),
    ]
    assert (planned.starts, planned.begins, planned.ends, planned.booked_end) == (None, None, None, None)
    assert (planned.layout.end, planned.over) == (30, 5)


@pytest.mark.parametrize(
    ("day", "begins"),
    [(date(2027, 1, 14), "2027-01-14T13:30:00-05:00"), (None, "2000-01-01T13:30:00")],
)
def test_a_start_is_a_moment_in_the_sessions_zone(journey, day, begins):
    planned = clocked(journey, [], date=day, timezone="America/New_York")

    assert planned.begins == datetime.fromisoformat(begins)


def test_nothing_booked_is_never_over(journey):
    planned = clocked(journey, [(600, None)], minutes=None)

    assert (planned.booked_end, planned.layout.spare, planned.over) == (None, None, 0)
    assert [row.is_over for row in planned.rows] == [False]
