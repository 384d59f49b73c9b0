"""How far apart sessions are: by day, over nights on which the clocks change, and between time zones."""

from datetime import date, time

import pytest

from sessions.domain.between import Apart, Between, Meeting, apart, between, in_days
from sessions.domain.clock import Clock

LONDON, BERLIN, NEW_YORK, AUCKLAND = "Europe/London", "Europe/Berlin", "America/New_York", "Pacific/Auckland"
FOUR_DAYS = 4 * 24 * 60


def meeting(said: str, minutes: int = 60, zone: str = LONDON) -> Meeting:
    """``2027-01-14 09:00``, or with ``-`` for what is open."""
    day, start = said.split()
    clock = Clock(
        None if day == "-" else date.fromisoformat(day),
        None if start == "-" else time.fromisoformat(start),
        zone,
    )
    return Meeting(clock, minutes)


ONE_ZONE = [
    # first, its minutes, second, what lies between
    ("2027-01-14 09:00", 90, "2027-01-14 12:00", (Apart.SAME_DAY, 90)),
    ("2027-01-14 09:00", 90, "2027-01-14 10:30", (Apart.SAME_DAY, 0)),
    ("2027-01-14 09:00", 90, "2027-01-14 10:00", (Apart.OVERLAP, 30)),
    ("2027-01-14 09:00", 90, "2027-01-14 -", (Apart.SAME_DAY, None)),
    ("2027-01-14 -", 90, "2027-01-14 12:00", (Apart.SAME_DAY, None)),
    ("2027-01-14 09:00", 90, "2027-01-15 09:00", (Apart.DAYS, 1)),
    ("2027-01-14 -", 90, "2027-01-15 -", (Apart.DAYS, 1)),
    ("2027-01-14 09:00", 90, "2027-01-20 09:00", (Apart.DAYS, 6)),
    ("2027-01-14 09:00", 90, "2027-02-04 14:00", (Apart.WEEKS, 3)),
    # an evening past midnight is still that evening
    ("2027-01-14 22:00", 180, "2027-01-15 09:00", (Apart.DAYS, 1)),
    ("2027-01-14 22:00", 180, "2027-01-15 02:00", (Apart.MINUTES, 60)),
    ("2027-01-15 00:30", 60, "2027-01-15 09:00", (Apart.SAME_DAY, 450)),
    # several days: the distance counts from the last of them
    ("2027-01-11 09:00", FOUR_DAYS - 960, "2027-01-14 18:00", (Apart.MINUTES, 60)),
    ("2027-01-11 09:00", FOUR_DAYS - 960, "2027-01-15 09:00", (Apart.DAYS, 1)),
    ("2027-01-11 09:00", FOUR_DAYS, "2027-01-13 09:00", (Apart.OVERLAP, 2880)),
    ("2027-01-11 09:00", FOUR_DAYS, "2027-01-13 -", (Apart.DAYS, 2)),
    # the night of 28 March lacks an hour, that of 31 October has one more
    ("2027-03-28 00:00", 60, "2027-03-28 03:00", (Apart.SAME_DAY, 60)),
    ("2027-10-31 00:00", 60, "2027-10-31 03:00", (Apart.SAME_DAY, 180)),
    ("2027-03-27 23:00", 60, "2027-03-28 05:30", (Apart.MINUTES, 270)),
    ("2027-03-27 23:00", 60, "2027-03-28 08:00", (Apart.DAYS, 1)),
]


@pytest.mark.parametrize(("first", "minutes", "second", "expected"), ONE_ZONE)
def test_the_distance_of_two_sessions(
    first: str, minutes: int, second: str, expected: tuple[Apart, int | None]
) -> None:
    assert apart(meeting(first, minutes), meeting(second)) == expected


@pytest.mark.parametrize(
    ("first", "zone", "second", "other_zone", "expected"),
    [
        ("2027-01-14 10:00", LONDON, "2027-01-14 10:00", NEW_YORK, (Apart.SAME_DAY, 240)),
        ("2027-01-14 10:00", NEW_YORK, "2027-01-15 09:00", BERLIN, (Apart.MINUTES, 960)),
        ("2027-01-14 22:00", LONDON, "2027-01-15 11:30", AUCKLAND, (Apart.OVERLAP, 30)),
        ("2027-01-14 22:00", LONDON, "2027-01-15 13:00", AUCKLAND, (Apart.MINUTES, 60)),
        ("2027-01-14 22:00", LONDON, "2027-01-16 22:00", AUCKLAND, (Apart.DAYS, 2)),
        ("2027-01-15 09:00", AUCKLAND, "2027-01-15 09:00", NEW_YORK, (Apart.SAME_DAY, 1020)),
    ],
)
def test_between_two_time_zones_minutes_are_real(
    first: str, zone: str, second: str, other_zone: str, expected: tuple[Apart, int | None]
) -> None:
    assert apart(meeting(first, 60, zone), meeting(second, 60, other_zone)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, (Apart.DAYS, 1)),
        (7, (Apart.WEEKS, 1)),
        (10, (Apart.DAYS, 10)),
        (59, (Apart.DAYS, 59)),
        (60, (Apart.MONTHS, 2)),
        (84, (Apart.WEEKS, 12)),
        (91, (Apart.MONTHS, 3)),
        (365, (Apart.MONTHS, 12)),
        (729, (Apart.MONTHS, 24)),
        (730, (Apart.YEARS, 2)),
        (1500, (Apart.YEARS, 4)),
    ],
)
def test_days_in_the_unit_in_which_people_say_them(days: int, expected: tuple[Apart, int]) -> None:
    assert in_days(days) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], []),
        (["2027-01-14 09:00"], [None]),
        (["- 09:00", "2027-01-14 09:00"], [None, None]),
        (["2027-01-14 -", "2027-01-15 -"], [None, Between(0, Apart.DAYS, 1)]),
        # what has no date is passed over
        (["2027-01-14 -", "- -", "2027-01-15 -"], [None, None, Between(0, Apart.DAYS, 1)]),
        # out of order: before the first that begins later, by the day or by the hour
        (
            ["2027-01-14 -", "2027-01-21 -", "2027-01-10 -", "2027-01-22 -"],
            [None, Between(0, Apart.WEEKS, 1), Between(0, Apart.BEFORE), Between(2, Apart.DAYS, 12)],
        ),
        (["2027-01-14 14:00", "2027-01-14 09:00"], [None, Between(0, Apart.BEFORE)]),
        (["2027-01-14 14:00", "2027-01-14 -"], [None, Between(0, Apart.SAME_DAY)]),
    ],
)
def test_every_session_is_told_by_the_last_dated_one_before_it(
    said: list[str], expected: list[Between | None]
) -> None:
    assert between([meeting(one) for one in said]) == expected


def test_a_later_day_further_east_can_be_earlier() -> None:
    sessions = [meeting("2027-01-14 22:00"), meeting("2027-01-15 08:00", zone=AUCKLAND)]

    assert between(sessions) == [None, Between(0, Apart.BEFORE)]
