"""The score: a picture of who works with whom, minute by minute. Pure geometry, no words and no markup.

Time runs across, group size goes up in four lanes: alone, pairs, few, everyone. Each performed step is one
bar whose length is its minutes; a bar is the thicker the larger its groups. Thin slurs join the steps of one
activity where the lane changes, barlines stand between activities, a break is a rest. What runs side by side
is drawn side by side: in the same minutes, around the same lines, one track below the other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from structures.domain.shapes import Turn
from structures.domain.staff import BOLD, EVERYONE, FINE, ICON, Bar, Frame, Span, lane, lanes_between

_TICKS = (5, 10, 15, 30, 60, 120, 240)
"""Minutes between two time labels, finest first: each divides an hour or is whole hours."""
_LABELS_WIDE, _LABELS_NARROW = 12, 5
LONG, DAY = 150, 300
"""Minutes from which a session needs more than a phone's width, and much more."""

SMALL = 48
"""A glyph narrower than this, in its own units, is an icon."""
_ICON_BARS = 6
_ICON_LEAST = 8
"""In 24 px one can tell six bars apart, and sees no bar shorter than an eighth of the run."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One activity on the score.

    ``begin`` and ``minutes`` are whole minutes, counted from the session's start; turns that do not add up
    to ``minutes`` are drawn in proportion, and none at all means everyone together. ``mark`` stands above the
    first bar (the question's number), ``code`` is what a link points at.

    ``groups`` say of each turn who works with whom, where that is to be told.

    ``beside`` are the names of tracks that run side by side in it: then the strips that follow draw what is in
    them, each in ``track`` (0 is the first) of so many ``tracks``, called ``room``.
    """

    begin: int
    minutes: int
    turns: tuple[Turn, ...] = ()
    hue: int = 0
    kind: str = "structure"
    title: str = ""
    code: str = ""
    mark: str = ""
    groups: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    track: int = 0
    tracks: int = 1
    room: str = ""

    @property
    def is_rest(self) -> bool:
        """A break: nothing is played."""
        return self.kind == "break"

    @property
    def is_silent(self) -> bool:
        """Nothing is drawn for it: it is a rest, or others play in its time."""
        return self.is_rest or bool(self.beside)

    @property
    def is_inside(self) -> bool:
        """It runs in a track, beside others."""
        return bool(self.room)


def places_in_run(turns: Sequence[Turn]) -> dict[int, list[tuple[float, float]]]:
    """Where the turns of each step lie in the whole run, by the step's index: begin and length in per cent."""
    total = sum(turn.minutes for turn in turns)
    places: dict[int, list[tuple[float, float]]] = {}
    begin = 0
    for turn in turns:
        if turn.minutes:
            place = round(100 * begin / total, 2), round(100 * turn.minutes / total, 2)
            places.setdefault(turn.index, []).append(place)
        begin += turn.minutes
    return places


@dataclass(frozen=True, slots=True)
class Slur:
    """A thin line at ``x`` from the lane that was to the lane that is."""

    x: float
    y1: float
    y2: float


@dataclass(frozen=True, slots=True)
class Part:
    """What is drawn for one strip, between ``x`` and ``x + width``."""

    strip: Strip
    x: float
    width: float
    bars: tuple[Bar, ...]
    slurs: tuple[Slur, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment on the time line. Minor ones give up their label where there is little room."""

    x: float
    minute: int
    label: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole score. x and widths are in the unit of ``width``, y and heights in the unit of ``height``."""

    width: float
    height: float
    staff: tuple[float, ...]
    parts: tuple[Part, ...]
    barlines: tuple[float, ...] = ()
    ticks: tuple[Tick, ...] = ()
    finis: float | None = None
    measure: str = "short"

    @property
    def over(self) -> float:
        """How much of the width lies beyond the booked end."""
        return 0.0 if self.finis is None else round(self.width - self.finis, 3)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, in order of time."""
        return tuple(bar for part in self.parts for bar in part.bars)

    @property
    def slurs(self) -> tuple[Slur, ...]:
        """All slurs, in order of time."""
        return tuple(slur for part in self.parts for slur in part.slurs)


def glyph(turns: Sequence[Turn], *, width: float = 120, height: float = 34) -> Picture:
    """The picture of one structure, without times. Narrower than `SMALL` it is an icon: see `_simplified`."""
    small = width < SMALL
    drawn = _simplified(turns) if small else tuple(turns)
    total = sum(turn.minutes for turn in drawn)
    edge = height * (0.14 if small else 0.18)
    lanes = lanes_between(edge, height - edge, ICON if small else BOLD)
    frame = Frame(width, total, lanes, gap=1.0 if small else 1.6)
    return Picture(width, height, _staff(frame), (_part(frame, Strip(0, total, drawn)),) if total else ())


def thread(strips: Sequence[Strip], total: int, *, width: float = 480, height: float = 44) -> Picture:
    """A session as small as a glyph, without times: every activity in its own hue, barlines between them."""
    edge = height * 0.18
    frame = Frame(width, total, lanes_between(edge, height - edge, BOLD), gap=1.6)
    parts = tuple(_part(frame, strip) for strip in strips if strip.minutes > 0)
    return Picture(width, height, _staff(frame), parts, tuple(_barlines(frame, strips)))


def picture(
    strips: Sequence[Strip],
    total: int,
    *,
    width: float = 100,
    height: float = 140,
    top: float = 30,
    bottom: float = 114,
    label: Callable[[int], str] = str,
    clock: int = 0,
    booked: int | None = None,
) -> Picture:
    """The score of one session.

    ``total`` is the minutes that ``width`` stands for (never less than what is planned or ``booked``).
    ``label`` says a minute from the session's start, ``clock`` is the minute of the day it starts at, so
    that ticks fall on round times. The default ``width`` of 100 is per cent; ``booked`` draws the closing
    line where the booking ends.
    """
    shown = max([total, booked or 0, *(strip.begin + strip.minutes for strip in strips)])
    frame = Frame(width, shown, lanes_between(top, bottom, FINE))
    return Picture(
        width,
        height,
        _staff(frame),
        tuple(_part(frame, strip) for strip in strips if strip.minutes > 0),
        tuple(_barlines(frame, strips)),
        tuple(_ticks(frame, shown, label, clock)),
        frame.x(booked) if booked else None,
        "day" if shown >= DAY else "long" if shown >= LONG else "short",
    )


def _staff(frame: Frame) -> tuple[float, ...]:
    return tuple(row.y for row in frame.lanes)


def _part(frame: Frame, strip: Strip) -> Part:
    frame = frame.beside(strip.track, strip.tracks)
    x = frame.x(strip.begin)
    spans = [] if strip.is_silent else list(_spans(strip))
    bars = tuple(frame.bar(span) for span in spans)
    return Part(
        strip, x, round(frame.x(strip.begin + strip.minutes) - x, 3), bars, tuple(_slurs(frame, spans))
    )


def _spans(strip: Strip) -> Iterator[Span]:
    """Every step, stretched or squeezed to the strip's own minutes."""
    planned = sum(turn.minutes for turn in strip.turns)
    if not planned:
        yield Span(strip.begin, strip.begin + strip.minutes, EVERYONE)
        return
    begin, scale = float(strip.begin), strip.minutes / planned
    for turn in strip.turns:
        if turn.minutes > 0:
            end = begin + turn.minutes * scale
            yield Span(begin, end, lane(turn.grouping))
            begin = end


def _slurs(frame: Frame, spans: Sequence[Span]) -> Iterator[Slur]:
    for before, after in pairwise(spans):
        if before.lane != after.lane:
            yield Slur(frame.x(after.begin), frame.lanes[before.lane].y, frame.lanes[after.lane].y)


def _barlines(frame: Frame, strips: Sequence[Strip]) -> Iterator[float]:
    """Where an activity begins after another has ended, once for each place. Tracks have none of their own."""
    outer = [strip for strip in strips if not strip.is_inside]
    edges = {strip.begin for strip in outer} | {strip.begin + strip.minutes for strip in outer}
    for edge in sorted(edges - {0, frame.total}):
        yield frame.x(edge)


def _ticks(frame: Frame, total: int, label: Callable[[int], str], clock: int) -> Iterator[Tick]:
    wide, narrow = _every(total, _LABELS_WIDE), _every(total, _LABELS_NARROW)
    for minute in range(-clock % wide, total + 1, wide):
        yield Tick(frame.x(minute), minute, label(minute), (minute + clock) % narrow != 0)


def _every(total: int, most: int) -> int:
    return next((step for step in _TICKS if total <= step * most), _TICKS[-1])


def _simplified(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """What an icon can show: runs in one lane as one, the shortest of too many left out, none too thin."""
    runs = _joined(turns)
    while len(runs) > _ICON_BARS:
        shortest = min(range(len(runs)), key=lambda place: runs[place].minutes)
        runs = _joined([*runs[:shortest], *runs[shortest + 1 :]])
    total = sum(run.minutes for run in runs)
    return tuple(replace(run, minutes=max(_ICON_LEAST * run.minutes, total)) for run in runs)


def _joined(turns: Sequence[Turn]) -> list[Turn]:
    """Neighbouring steps of one lane as one, without steps that take no time."""
    timed = [turn for turn in turns if turn.minutes > 0]
    runs = [list(run) for _lane, run in groupby(timed, key=lambda turn: lane(turn.grouping))]
    return [replace(run[0], minutes=sum(turn.minutes for turn in run)) for run in runs]
