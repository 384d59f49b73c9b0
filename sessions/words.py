"""When a session is, in words: "Thursday 14 January 2027, 13:30–16:00, London time"."""

from datetime import date, time

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sessions.models import Session

CLOCK_FORMAT = "H:i"


def clock_in_words(clock: time) -> str:
    return time_format(clock, CLOCK_FORMAT)


def day_in_words(day: date) -> str:
    """The day with its weekday, for that is how people find it in their week."""
    return date_format(day, pgettext("format of a day with its weekday", "l j F Y"))


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
