"""From minutes to the clock on the wall, and back: midnight, and the nights on which the clocks change.

Durations are real minutes. With a date they are counted in UTC, so an hour that begins at 00:30 on the night
London goes to summer time ends at 02:30. Without a date no change of the clocks can be known, and the clock
simply turns.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = 24 * 60
HALF_DAY = 12 * 60


class UnknownTimezone(ValueError):
    """No such time zone: names are those of the IANA list, like ``Europe/London``."""

    def __init__(self, name: str) -> None:
        super().__init__(f"unknown time zone: {name!r}")
        self.name = name


def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name, or ``UnknownTimezone``."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError) as error:  # a folder of the list, like "America", is an OSError
        raise UnknownTimezone(name) from error


@dataclass(frozen=True, slots=True)
class Clock:
    """A session's date and start, each known or None, and its time zone.

    A start that occurs twice that night means the first of the two; one that the clocks skip means the time
    they show instead (01:30 in London on 28 March 2027 is 02:30). Raises ``UnknownTimezone``.
    """

    date: date | None
    start: time | None
    timezone: str = "UTC"

    def __post_init__(self) -> None:
        zone(self.timezone)

    def at(self, minutes: int) -> datetime | None:
        """The moment that many minutes from the start, in that zone; None without a date or a start."""
        begin = self._moment(0, self.start)
        return begin and (begin + timedelta(minutes=minutes)).astimezone(zone(self.timezone))

    def clock_time(self, minutes: int) -> time | None:
        """What the clock shows that many minutes from the start; None without a start."""
        if self.start is None:
            return None
        moment = self.at(minutes)
        return moment.time() if moment else _time((_minute(self.start) + minutes) % DAY)

    def day(self, minutes: int) -> int:
        """How many midnights lie between the start and that minute: 0 on the same day, -1 on the day before.

        Without a start no midnight is known: 0.
        """
        if self.date and (moment := self.at(minutes)):
            return (moment.date() - self.date).days
        return 0 if self.start is None else (_minute(self.start) + minutes) // DAY

    def minutes_until(self, pinned: time) -> int | None:
        """Real minutes from the start to a pinned clock time; None without a start.

        A clock time up to 12 hours before the start is before it (negative: start 13:00, pin 12:30, -30);
        a longer way back means after midnight (start 22:00, pin 00:30, 150).
        """
        if self.start is None:
            return None
        apart = _minute(pinned) - _minute(self.start)
        days = 1 if apart < -HALF_DAY else 0
        begin, until = self._moment(0, self.start), self._moment(days, pinned)
        if begin and until:
            return (until - begin) // timedelta(minutes=1)
        return apart + days * DAY

    def _moment(self, days: int, clock: time | None) -> datetime | None:
        """That clock time, that many days after the session's date, in UTC where durations add up."""
        if self.date is None or clock is None:
            return None
        local = datetime.combine(self.date + timedelta(days=days), clock.replace(second=0, microsecond=0))
        return local.replace(tzinfo=zone(self.timezone)).astimezone(UTC)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _time(minute: int) -> time:
    return time(*divmod(minute, 60))
