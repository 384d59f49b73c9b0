"""How far apart the sessions of a journey are: "the next day", "3 weeks later", and which ones are out of order.

Distances are values here; ``sessions.words`` says them. A distance counts from the end of one session to the
start of the next. Days are those written on the page, each in its session's own time zone; minutes are real.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from sessions.domain.clock import DAY, Clock

NIGHT = 6 * 60
"""Minutes: what ends by six in the morning belongs to the evening before, and a shorter pause is no night."""

MOST_WEEKS, LEAST_MONTHS, LEAST_YEARS = 12, 60, 730
"""Up to how many whole weeks are said as weeks, and from how many days months and years are near enough."""
DAYS_OF_A_YEAR = 365.25


class Apart(StrEnum):
    """What a distance is counted in, or why there is none."""

    BEFORE = "before"
    OVERLAP = "overlap"
    SAME_DAY = "same day"
    MINUTES = "minutes"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session as it lies in time, ``minutes`` long."""

    clock: Clock
    minutes: int = 0

    @property
    def begin(self) -> datetime | None:
        """In UTC, where moments compare; None without a date or a start."""
        return self._moment(0)

    @property
    def end(self) -> datetime | None:
        return self._moment(self.minutes)

    def _moment(self, minutes: int) -> datetime | None:
        moment = self.clock.at(minutes)
        return moment and moment.astimezone(UTC)

    def last_day(self, begun: date) -> date:
        """The day it ends; ``begun`` is its date. Before dawn that is still the evening before."""
        return max(begun, begun + timedelta(days=self.clock.day(self.minutes - NIGHT)))


@dataclass(frozen=True, slots=True)
class Between:
    """How far a session is from the one at place ``other`` of the journey.

    ``number`` counts the unit. For ``OVERLAP`` it is the minutes by which it begins before the other ends; for
    ``SAME_DAY`` the minutes since the other ended, None when one of the times is open; for ``BEFORE`` nothing.
    """

    other: int
    unit: Apart
    number: int | None = None


def between(meetings: Sequence[Meeting]) -> list[Between | None]:
    """For each session how far it is from the last one before it that has a date; None where nothing is known.

    One that begins before an earlier one of the journey is ``BEFORE`` the first such.
    """
    return [_since(meetings[:place], one) for place, one in enumerate(meetings)]


def _since(earlier: Sequence[Meeting], one: Meeting) -> Between | None:
    dated = [place for place, other in enumerate(earlier) if other.clock.date]
    if one.clock.date is None or not dated:
        return None
    for place in dated:
        if _begins_before(one, earlier[place]):
            return Between(place, Apart.BEFORE)
    return Between(dated[-1], *apart(earlier[dated[-1]], one))


def _begins_before(one: Meeting, other: Meeting) -> bool:
    """By the moment where both are known, otherwise by the day."""
    if one.begin and other.begin:
        return one.begin < other.begin
    return bool(one.clock.date and other.clock.date and one.clock.date < other.clock.date)


def apart(first: Meeting, second: Meeting) -> tuple[Apart, int | None]:
    """The distance of two sessions with dates, of which the second does not begin before the first."""
    begun, day = first.clock.date, second.clock.date
    assert begun
    assert day
    pause = _pause(first, second)
    since_begin, since_end = (day - begun).days, (day - first.last_day(begun)).days
    if pause is not None and pause < 0:
        return Apart.OVERLAP, -pause
    if pause is None and since_end <= 0:
        return in_days(since_begin) if since_begin else (Apart.SAME_DAY, None)
    if pause is not None and (since_end <= 0 or pause < _awake(first, second)):
        return Apart.MINUTES if since_begin else Apart.SAME_DAY, pause
    return in_days(since_end)


def _pause(first: Meeting, second: Meeting) -> int | None:
    """Real minutes from the end of the first to the start of the second."""
    if first.end is None or second.begin is None:
        return None
    return (second.begin - first.end) // timedelta(minutes=1)


def _awake(first: Meeting, second: Meeting) -> int:
    """Up to how many minutes a pause is told in hours: between two time zones the days written mean little."""
    return NIGHT if first.clock.timezone == second.clock.timezone else DAY


def in_days(days: int) -> tuple[Apart, int]:
    """One day or more in the unit in which people say it."""
    weeks, rest = divmod(days, 7)
    if weeks and not rest and weeks <= MOST_WEEKS:
        return Apart.WEEKS, weeks
    if days < LEAST_MONTHS:
        return Apart.DAYS, days
    if days < LEAST_YEARS:
        return Apart.MONTHS, round(days * 12 / DAYS_OF_A_YEAR)
    return Apart.YEARS, round(days / DAYS_OF_A_YEAR)
