"""Minutes and clock times, by day, over midnight, and on the nights on which the clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.clock import Clock, UnknownTimezone
from tests.domain.profile import CALM

LONDON, BERLIN, NEW_YORK, KOLKATA = "Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kolkata"


def at(text: str) -> time:
    return time.fromisoformat(text)


def on(day: str | None, start: str | None, zone: str = LONDON) -> Clock:
    return Clock(date.fromisoformat(day) if day else None, at(start) if start else None, zone)


@pytest.mark.parametrize(
    ("start", "minutes", "shown", "day"),
    [
        ("13:30", 0, "13:30", 0),
        ("13:30", 85, "14:55", 0),
        ("09:00", 480, "17:00", 0),
        ("22:00", 119, "23:59", 0),
        ("22:00", 120, "00:00", 1),
        ("22:00", 150, "00:30", 1),
        ("22:00", 1570, "00:10", 2),
        ("00:10", -20, "23:50", -1),
        ("13:30", -30, "13:00", 0),
    ],
)
@pytest.mark.parametrize("date_known", [None, "2027-01-14"])
def test_the_clock_turns(date_known: str | None, start: str, minutes: int, shown: str, day: int) -> None:
    clock = on(date_known, start)

    assert (clock.clock_time(minutes), clock.day(minutes)) == (at(shown), day)


CLOCK_CHANGES = [
    # zone, date, start, minutes, shown, offset from UTC in minutes
    (LONDON, "2027-03-28", "00:30", 0, "00:30", 0),
    (LONDON, "2027-03-28", "00:30", 29, "00:59", 0),
    (LONDON, "2027-03-28", "00:30", 30, "02:00", 60),
    (LONDON, "2027-03-28", "00:30", 60, "02:30", 60),
    (LONDON, "2027-03-28", "09:00", 60, "10:00", 60),
    (LONDON, "2027-03-27", "23:00", 180, "03:00", 60),
    (LONDON, "2026-10-25", "00:30", 60, "01:30", 60),
    (LONDON, "2026-10-25", "00:30", 120, "01:30", 0),
    (LONDON, "2026-10-25", "01:30", 30, "01:00", 0),
    (LONDON, "2026-10-25", "01:30", 60, "01:30", 0),
    (LONDON, "2026-10-25", "01:30", 90, "02:00", 0),
    (BERLIN, "2027-03-28", "01:30", 30, "03:00", 120),
    (BERLIN, "2027-03-28", "01:30", 90, "04:00", 120),
    (BERLIN, "2026-10-25", "02:30", 60, "02:30", 60),
    (BERLIN, "2026-10-25", "02:30", 90, "03:00", 60),
    (NEW_YORK, "2027-03-14", "01:30", 30, "03:00", -240),
    (NEW_YORK, "2026-11-01", "01:30", 60, "01:30", -300),
    (NEW_YORK, "2026-11-01", "00:00", 180, "02:00", -300),
    (KOLKATA, "2027-03-28", "00:30", 60, "01:30", 330),
]


@pytest.mark.parametrize(("zone", "day", "start", "minutes", "shown", "offset"), CLOCK_CHANGES)
def test_an_hour_is_an_hour_when_the_clocks_change(
    zone: str, day: str, start: str, minutes: int, shown: str, offset: int
) -> None:
    clock = on(day, start, zone)
    moment = clock.at(minutes)

    assert clock.clock_time(minutes) == at(shown)
    assert moment is not None
    assert moment.strftime("%H:%M") == shown
    assert moment.utcoffset() == timedelta(minutes=offset)


def test_a_start_that_the_clocks_skip_is_what_they_show_instead() -> None:
    assert on("2027-03-28", "01:30").clock_time(0) == at("02:30")
    assert on("2027-03-28", "01:30").at(0) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_the_moment_needs_a_date_and_a_start() -> None:
    assert on("2027-01-14", "13:30", NEW_YORK).at(10) == datetime(2027, 1, 14, 18, 40, tzinfo=UTC)
    assert on(None, "13:30").at(10) is None
    assert on("2027-01-14", None).at(10) is None


def test_without_a_start_there_is_no_clock() -> None:
    clock = on("2027-01-14", None)

    assert (clock.clock_time(10), clock.minutes_until(at("12:30")), clock.day(2000)) == (None, None, 0)


@pytest.mark.parametrize(
    ("start", "pinned", "minutes"),
    [
        ("09:00", "12:30", 210),
        ("09:00", "09:00", 0),
        ("13:00", "12:30", -30),
        ("09:00", "08:45", -15),
        ("22:00", "00:30", 150),
        ("22:00", "23:30", 90),
        ("09:00", "23:00", 840),
        ("20:00", "08:00", -720),
        ("20:00", "07:59", 719),
        ("00:10", "23:50", 1420),
    ],
)
@pytest.mark.parametrize("day", [None, "2027-01-14"])
def test_a_pin_is_before_the_start_up_to_twelve_hours_and_else_after_midnight(
    day: str | None, start: str, pinned: str, minutes: int
) -> None:
    assert on(day, start).minutes_until(at(pinned)) == minutes


@pytest.mark.parametrize(
    ("zone", "day", "start", "pinned", "minutes"),
    [
        (LONDON, "2027-03-28", "00:30", "02:30", 60),
        (LONDON, "2027-03-28", "00:30", "12:30", 660),
        (LONDON, "2027-03-27", "22:00", "03:00", 240),
        (LONDON, "2026-10-25", "00:30", "02:30", 180),
        (LONDON, "2026-10-25", "00:30", "12:30", 780),
        (LONDON, "2026-10-24", "22:00", "03:00", 360),
        (BERLIN, "2027-03-28", "01:30", "03:30", 60),
        (BERLIN, "2026-10-25", "01:30", "03:30", 180),
        (NEW_YORK, "2027-03-14", "01:00", "04:00", 120),
        (NEW_YORK, "2026-11-01", "01:00", "04:00", 240),
        (KOLKATA, "2027-03-28", "00:30", "02:30", 120),
    ],
)
def test_a_pin_across_a_change_of_the_clocks(
    zone: str, day: str, start: str, pinned: str, minutes: int
) -> None:
    clock = on(day, start, zone)

    assert clock.minutes_until(at(pinned)) == minutes
    assert clock.clock_time(minutes) == at(pinned)


def test_seconds_of_a_start_do_not_make_half_minutes() -> None:
    clock = Clock(date(2027, 1, 14), time(13, 30, 59), LONDON)

    assert (clock.clock_time(10), clock.minutes_until(at("14:00"))) == (at("13:40"), 30)


@pytest.mark.parametrize(
    "name",
    ["", "Mars/Olympus", "London", "America", "../etc/passwd", "/etc/passwd", "a\0b", "\ud800", "z" * 5000],
)
def test_an_unknown_time_zone_is_said_by_name(name: str) -> None:
    with pytest.raises(UnknownTimezone) as caught:
        Clock(None, None, name)

    assert caught.value.name == name


DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@CALM
@given(DAYS, TIMES, st.sampled_from([LONDON, BERLIN, NEW_YORK, KOLKATA]), st.integers(-600, 6000))
def test_minutes_are_real_minutes(day: date, start: time, zone: str, minutes: int) -> None:
    clock = Clock(day, start, zone)
    begin, moment = clock.at(0), clock.at(minutes)

    assert begin is not None
    assert moment is not None
    assert (moment.astimezone(UTC) - begin.astimezone(UTC)).total_seconds() == minutes * 60
