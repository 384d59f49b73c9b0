"""When a session is, in words: "Thursday 14 January 2027, 13:30–16:00, London time"."""

from datetime import date, time

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy, pgettext

from sessions.domain.between import Apart, Between
from sessions.models import Session
from structures.words import minutes_in_words
from structures.words_score import full_minutes

CLOCK_FORMAT = "H:i"

MANY = 180
"""Minutes from which a pause is told in hours."""

COUNTED = {
    Apart.DAYS: ngettext_lazy("%(n)s day", "%(n)s days", "n"),
    Apart.WEEKS: ngettext_lazy("%(n)s week", "%(n)s weeks", "n"),
    Apart.MONTHS: ngettext_lazy("about %(n)s month", "about %(n)s months", "n"),
    Apart.YEARS: ngettext_lazy("about %(n)s year", "about %(n)s years", "n"),
}


def clock_in_words(clock: time) -> str:
    return time_format(clock, CLOCK_FORMAT)


def clock_or_offset(clock: time | None, minute: int) -> str:
    """The time of day, or hours and minutes from the start while that is open."""
    if clock:
        return clock_in_words(clock)
    hours, minutes = divmod(minute, 60)
    return f"{hours}:{minutes:02}"


def day_in_words(day: date) -> str:
    """The day with its weekday, for that is how people find it in their week."""
    return date_format(day, pgettext("format of a day with its weekday", "l j F Y"))


def short_day_in_words(day: date) -> str:
    """The day for where there is little room: "Thu 14 Jan"."""
    return date_format(day, pgettext("format of a short day with its weekday", "D j M"))


def times_in_words(session: Session, minutes: int | None) -> str:
    """From when to when, ``minutes`` from the start; only from when without minutes; "" without a start."""
    if session.starts_at is None:
        return ""
    begin = clock_in_words(session.starts_at)
    end = session.clock.clock_time(minutes) if minutes else None
    return _("%(begin)s–%(end)s") % {"begin": begin, "end": clock_in_words(end)} if end else begin


def zone_in_words(name: str) -> str:
    """Whose time it is, by the place that names the zone: "London time"; a zone of no place by its name: "UTC"."""
    area, _slash, place = name.rpartition("/")
    return _("%(place)s time") % {"place": place.replace("_", " ")} if area else name


def between_in_words(between: Between, other: str, *, is_next: bool = True) -> str:
    """How far a session is from the one called ``other``: "3 weeks later", "before Session 1".

    ``is_next``: it comes right after the other in the journey. Otherwise the other is named.
    """
    if between.unit == Apart.BEFORE:
        return _("before %(session)s") % {"session": other}
    if between.unit == Apart.OVERLAP:
        values = {"time": _pause_in_words(between.number or 0), "session": other}
        return _("begins %(time)s before %(session)s ends") % values
    if not is_next:
        return _later_than(between, other)
    if (between.unit, between.number) == (Apart.DAYS, 1):
        return _("the next day")
    if between.unit != Apart.SAME_DAY:
        return _("%(time)s later") % {"time": _distance(between)}
    if between.number is None:
        return _("the same day")
    if not between.number:
        return _("the same day, right after")
    return _("the same day, %(time)s later") % {"time": _distance(between)}


def _later_than(between: Between, other: str) -> str:
    if between.unit == Apart.SAME_DAY:
        return _("the same day as %(session)s") % {"session": other}
    return _("%(time)s after %(session)s") % {"time": _distance(between), "session": other}


def _distance(between: Between) -> str:
    number = between.number or 0
    counted = COUNTED.get(between.unit)
    return str(counted % {"n": number}) if counted else _pause_in_words(number)


def _pause_in_words(minutes: int) -> str:
    return full_minutes(minutes) if minutes < MANY else minutes_in_words(minutes)
