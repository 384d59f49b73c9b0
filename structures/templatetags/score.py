"""``{% glyph %}`` draws one structure, ``{% score %}`` a session, ``{% thread %}`` a session as small as a glyph."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from structures import drawing
from structures.domain import score as geometry
from structures.domain.shapes import Turn
from structures.words_score import full_minutes, titled_rhythm, turn_in_words

register = template.Library()

Label = Callable[[int], str]


@register.simple_tag
def glyph(turns: Sequence[Turn], hue: int = 0, label: str = "", size: str = "") -> SafeString:
    """The picture of one structure.

    ``label`` is the structure's name and begins the text alternative; without one the picture is decoration,
    for places where the name and the groups stand beside it. ``size`` is "" for a row, "wide" for a card,
    "small" for the 24 px icon.
    """
    return drawing.glyph(tuple(turns), hue, titled_rhythm(label, turns) if label else "", size)


@register.simple_tag
def thread(strips: Sequence[geometry.Strip], total: int, label: str = "", width: int = 480) -> SafeString:
    """A whole session of ``total`` minutes as small as a glyph: in lists, where its rows stand beside it in words.

    ``label`` begins the text alternative; without one the picture is decoration.
    ``width`` is the room it is made for, in px; it stretches with its place.
    """
    return drawing.thread(strips, total, label, width)


@register.inclusion_tag("_score.html")
def score(
    strips: Sequence[geometry.Strip],
    total: int,
    *,
    key: str,
    begins: datetime | None = None,
    booked: int | None = None,
    label: str = "",
    link: bool = False,
    line: bool = False,
    steps: bool = False,
) -> dict[str, Any]:
    """The score of one session.

    ``total`` and ``booked`` are minutes; ``begins`` is when the session starts, in the zone its times are
    told in, None when that is open. ``key`` tells several scores of one page apart. With ``link`` every
    activity leads to ``#activity-<code>``. With ``line`` there is a place below the score
    for a script to tell of what is pointed at: of every bar its step, where ``steps`` are drawn.
    """
    say, clock = _clock(begins)
    picture = geometry.picture(strips, total, label=say, clock=clock, booked=booked)
    words = [_in_words(part.strip, say) for part in picture.parts]
    told = [_steps_in_words(part.strip, say) if steps else None for part in picture.parts]
    return {
        "picture": picture,
        "drawn": drawing.session(picture, words, told, key, link),
        "words": " ".join(words),
        "key": key,
        "label": label or _("Rhythm of the session"),
        "link": link,
        "line": line,
    }


def _clock(begins: datetime | None) -> tuple[Label, int]:
    """How to say a minute of the session, and the minute of the day it starts at."""
    if begins is None:
        return _elapsed, 0

    def say(minute: int) -> str:
        return f"{_later(begins, minute):%H:%M}"

    return say, begins.hour * 60 + begins.minute


def _elapsed(minutes: int) -> str:
    """How far into a session without a start: "0:45", "1:15". Short, for it stands under a tick."""
    return "{}:{:02}".format(*divmod(minutes, 60))


def _later(begins: datetime, minutes: int) -> datetime:
    """Add real minutes: an hour that the clocks skip or repeat is counted once."""
    if timezone.is_naive(begins):
        return begins + timedelta(minutes=minutes)
    return (begins.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(begins.tzinfo)


def _titled(strip: geometry.Strip) -> str:
    """What it is called, and the track it runs in."""
    if not strip.is_inside:
        return strip.title
    return _("%(room)s, %(title)s") % {"room": strip.room, "title": strip.title}


def _in_words(strip: geometry.Strip, say: Label) -> str:
    values = {"time": say(strip.begin), "title": _titled(strip), "minutes": full_minutes(strip.minutes)}
    if strip.beside:
        values["rooms"] = ", ".join(strip.beside)
        return _("%(time)s %(title)s: %(minutes)s, in parallel: %(rooms)s.") % values
    if strip.is_rest or not strip.turns:
        return _("%(time)s %(title)s: %(minutes)s.") % values
    return f"{values['time']} {titled_rhythm(values['title'], strip.turns)}"


def _steps_in_words(strip: geometry.Strip, say: Label) -> tuple[str, ...]:
    """The words of every bar; none where it has no steps."""
    title, begins = _titled(strip), accumulate((turn.minutes for turn in strip.turns), initial=strip.begin)
    return tuple(
        turn_in_words(say(begin), title, turn, groups)
        for begin, turn, groups in zip(begins, strip.turns, strip.groups, strict=False)
        if turn.minutes
    )
