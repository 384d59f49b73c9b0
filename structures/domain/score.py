"""The score: a picture of who works with whom, minute by minute. Pure geometry, no words and no markup.

Time runs across, group size goes up in four lanes: alone, pairs, few, everyone. Each performed step is one
bar whose length is its minutes; a bar is the thicker the larger its groups. Thin slurs join the steps of one
activity where the lane changes, barlines stand between activities, a break is a rest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from structures.domain.shapes import Grouping, Turn

LANES = 4
ALONE, PAIRS, FEW, EVERYONE = range(LANES)
_LANE = {
    Grouping.ALONE: ALONE,
    Grouping.PAIRS: PAIRS,
    Grouping.TRIOS: FEW,
    Grouping.FOURS: FEW,
    Grouping.SMALL_GROUPS: FEW,
    Grouping.STATIONS: FEW,
    Grouping.QUADRANTS: FEW,
    Grouping.SELF_ORGANISED: FEW,
    Grouping.WALK: FEW,
    Grouping.FISHBOWL: EVERYONE,
    Grouping.STAGE: EVERYONE,
    Grouping.CIRCLES: EVERYONE,
    Grouping.LINE: EVERYONE,
    Grouping.WHOLE_GROUP: EVERYONE,
}
_FINE = (0.13, 0.2, 0.28, 0.4)
_BOLD = (0.24, 0.38, 0.56, 0.84)
_ICON = (0.32, 0.48, 0.64, 0.8)
"""Thickness of a bar as a part of the distance between two lanes, per lane from alone to everyone.

The smaller the picture, the bolder: a session's score, a glyph, an icon."""

_TICKS = (5, 10, 15, 30, 60, 120, 240)
"""Minutes between two time labels, finest first: each divides an hour or is whole hours."""
_LABELS_WIDE, _LABELS_NARROW = 12, 5
LONG, DAY = 150, 300
"""Minutes from which a session needs more than a phone's width, and much more."""

SMALL = 48
"""A glyph narrower than this, in its own units, is an icon."""
_ICON_BARS = 6
"""As many bars as one can tell apart in 24 px."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One activity on the score.

    ``begin`` and ``minutes`` are whole minutes, counted from the session's start; turns that do not add up
    to ``minutes`` are drawn in proportion, and none at all means everyone together. ``mark`` stands above the
    first bar (the question's number), ``code`` is what a link points at.
    """

    begin: int
    minutes: int
    turns: tuple[Turn, ...] = ()
    hue: int = 0
    kind: str = "structure"
    title: str = ""
    code: str = ""
    mark: str = ""

    @property
    def is_rest(self) -> bool:
        """A break: nothing is played."""
        return self.kind == "break"


@dataclass(frozen=True, slots=True)
class Bar:
    """One step (in a small glyph a run of steps in one lane): left edge, top, length, thickness, corner."""

    x: float
    y: float
    width: float
    height: float
    radius: float


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

    @property
    def rests(self) -> tuple[Part, ...]:
        """The breaks, in order of time."""
        return tuple(part for part in self.parts if part.strip.is_rest)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where minutes and lanes lie. ``top`` and ``bottom`` are the outermost lanes."""

    width: float
    total: float
    top: float
    bottom: float
    gap: float
    weights: tuple[float, ...]

    def x(self, minute: float) -> float:
        return round(minute / self.total * self.width, 3) if self.total > 0 else 0.0

    def y(self, lane: int) -> float:
        return round(self.bottom - lane * (self.bottom - self.top) / (LANES - 1), 3)

    def bar(self, begin: float, end: float, lane: int) -> Bar:
        height = round((self.bottom - self.top) / (LANES - 1) * self.weights[lane], 2)
        left, right = self.x(begin), self.x(end)
        gap = min(self.gap, (right - left) / 3)
        width = right - left - gap
        y = round(self.y(lane) - height / 2, 3)
        return Bar(round(left + gap / 2, 3), y, round(width, 3), height, round(min(height / 2, 3.0), 2))


def lane(grouping: str) -> int:
    """The lane of a group configuration, 0 (alone) to 3 (everyone)."""
    return _LANE[Grouping(grouping)]


def glyph(turns: Sequence[Turn], *, width: float = 120, height: float = 34) -> Picture:
    """The picture of one structure, without times. Narrower than `SMALL` it is an icon: see `_simplified`."""
    small = width < SMALL
    drawn = _simplified(turns) if small else tuple(turns)
    total = sum(turn.minutes for turn in drawn)
    edge = height * (0.14 if small else 0.18)
    frame = _Frame(width, total, edge, height - edge, 1.0 if small else 1.6, _ICON if small else _BOLD)
    return Picture(width, height, _staff(frame), (_part(frame, Strip(0, total, drawn)),) if total else ())


def picture(
    strips: Sequence[Strip],
    total: int,
    *,
    width: float = 100,
    height: float = 140,
    top: float = 30,
    bottom: float = 114,
    gap: float = 0,
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
    frame = _Frame(width, shown, top, bottom, gap, _FINE)
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


def _staff(frame: _Frame) -> tuple[float, ...]:
    return tuple(frame.y(number) for number in range(LANES))


def _part(frame: _Frame, strip: Strip) -> Part:
    x = frame.x(strip.begin)
    bars = () if strip.is_rest else tuple(_bars(frame, strip))
    slurs = () if strip.is_rest else tuple(_slurs(frame, strip))
    return Part(strip, x, round(frame.x(strip.begin + strip.minutes) - x, 3), bars, slurs)


def _spans(strip: Strip) -> Iterator[tuple[float, float, int]]:
    """Begin, end and lane of every step, stretched or squeezed to the strip's own minutes."""
    planned = sum(turn.minutes for turn in strip.turns)
    if not planned:
        yield strip.begin, strip.begin + strip.minutes, EVERYONE
        return
    passed = 0
    for turn in strip.turns:
        if turn.minutes > 0:
            begin, passed = passed, passed + turn.minutes
            scale = strip.minutes / planned
            yield strip.begin + begin * scale, strip.begin + passed * scale, lane(turn.grouping)


def _bars(frame: _Frame, strip: Strip) -> Iterator[Bar]:
    for begin, end, number in _spans(strip):
        yield frame.bar(begin, end, number)


def _slurs(frame: _Frame, strip: Strip) -> Iterator[Slur]:
    for (_begin, end, before), (_end, _after, after) in pairwise(_spans(strip)):
        if before != after:
            yield Slur(frame.x(end), frame.y(before), frame.y(after))


def _barlines(frame: _Frame, strips: Sequence[Strip]) -> Iterator[float]:
    """Where an activity begins after another has ended, once for each place."""
    edges = {strip.begin for strip in strips} | {strip.begin + strip.minutes for strip in strips}
    for edge in sorted(edges - {0, frame.total}):
        yield frame.x(edge)


def _ticks(frame: _Frame, total: int, label: Callable[[int], str], clock: int) -> Iterator[Tick]:
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
    return tuple(replace(run, minutes=max(10 * run.minutes, total)) for run in runs)


def _joined(turns: Sequence[Turn]) -> list[Turn]:
    """Neighbouring steps of one lane as one, without steps that take no time."""
    timed = [turn for turn in turns if turn.minutes > 0]
    runs = [list(run) for _lane, run in groupby(timed, key=lambda turn: lane(turn.grouping))]
    return [replace(run[0], minutes=sum(turn.minutes for turn in run)) for run in runs]
