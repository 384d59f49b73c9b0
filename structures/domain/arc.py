"""The flow of questions as a score that bends: four lanes on an arc, one section for each question.

Pure geometry in the units of a view box `WIDTH` × `HEIGHT`. Each section holds the runs of its structures
side by side, to scale among themselves.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from structures.domain.shapes import Turn
from structures.domain.staff import LANES, lane

WIDTH, HEIGHT = 1400, 246
RISE = 132  # how much higher the middle of the arc is than its ends
TOP = 12
APART = 25  # between two lanes
THICKNESS = (4.5, 7.0, 11.0, 16.0)  # of a bar, from alone to everyone
MARGIN, BETWEEN, GAP = 16, 14, 2.5  # at the sides of a section, between its structures, between two steps

_RADIUS = ((WIDTH / 2) ** 2 + RISE**2) / (2 * RISE)
_SPREAD = LANES - 1


@dataclass(frozen=True, slots=True)
class Curve:
    """A piece of a circle of ``radius`` from one point to another, drawn ``width`` thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    radius: float
    width: float = 1


@dataclass(frozen=True, slots=True)
class Section:
    """What is drawn for one question: bars, the lines that join them, and a stem down to its words."""

    bars: tuple[Curve, ...]
    slurs: tuple[Curve, ...]
    stem: Curve


def staff() -> tuple[Curve, ...]:
    """The four lines, from alone (innermost) to everyone."""
    return tuple(_curve(0, WIDTH, number) for number in range(LANES))


def sections(questions: Sequence[Sequence[Sequence[Turn]]]) -> tuple[Section, ...]:
    """Draw one section for each question, given the turns of each of its structures."""
    room = WIDTH / max(len(questions), 1)
    return tuple(_section(number * room, room, runs) for number, runs in enumerate(questions))


def _section(left: float, room: float, runs: Sequence[Sequence[Turn]]) -> Section:
    placed = [list(run) for run in _placed(left + MARGIN, room - 2 * MARGIN, runs)]
    bars = [_curve(x + GAP / 2, x + w - GAP / 2, n) for run in placed for x, w, n in run]
    slurs = [_line(x, m, n) for run in placed for (_x, _w, m), (x, _v, n) in pairwise(run) if m != n]
    return Section(tuple(bars), tuple(slurs), _stem(left + room / 2))


def _stem(x: float) -> Curve:
    """Straight down from the innermost line to the words below, which stand in even columns."""
    radius, off = _radius(0), x - WIDTH / 2
    y = TOP + _RADIUS - math.sqrt(radius * radius - off * off)
    return Curve(round(x, 2), round(y + APART / 2, 2), round(x, 2), HEIGHT, 0)


def _placed(
    left: float, room: float, runs: Sequence[Sequence[Turn]]
) -> Iterator[Iterator[tuple[float, float, int]]]:
    """For each run its bars: where they begin, how long they are, and their lane."""
    total = sum(turn.minutes for run in runs for turn in run)
    scale = (room - BETWEEN * (len(runs) - 1)) / total if total else 0
    for run in runs:
        yield _bars(left, scale, run)
        left += BETWEEN + scale * sum(turn.minutes for turn in run)


def _bars(left: float, scale: float, run: Sequence[Turn]) -> Iterator[tuple[float, float, int]]:
    for turn in run:
        if turn.minutes:
            yield left, turn.minutes * scale, lane(turn.grouping)
            left += turn.minutes * scale


def _point(x: float, number: float) -> tuple[float, float]:
    """Where ``x`` along the arc lies on a lane: on a ray from the centre, so that lanes fan out."""
    radius = _radius(number)
    angle = math.asin((x - WIDTH / 2) / _RADIUS)
    centre = TOP + _RADIUS
    return round(WIDTH / 2 + radius * math.sin(angle), 2), round(centre - radius * math.cos(angle), 2)


def _radius(number: float) -> float:
    return _RADIUS - (_SPREAD - number) * APART


def _curve(left: float, right: float, number: int) -> Curve:
    right = max(right, left + 1)
    return Curve(*_point(left, number), *_point(right, number), round(_radius(number), 2), THICKNESS[number])


def _line(x: float, before: int, after: int) -> Curve:
    return Curve(*_point(x, before), *_point(x, after), 0)
