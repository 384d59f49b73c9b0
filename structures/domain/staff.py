"""The staff of the score: four lanes, and where a minute and a group configuration lie on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from structures.domain.shapes import Grouping

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
FINE = (0.13, 0.2, 0.28, 0.4)
BOLD = (0.24, 0.38, 0.56, 0.84)
ICON = (0.32, 0.48, 0.64, 0.8)
"""Thickness of a bar as a part of the distance between two lanes, per lane from alone to everyone.

The smaller the picture, the bolder: a session's score, a glyph, an icon."""
BAND = 0.68
"""How much of the distance between two lanes the bars of tracks side by side share."""


class Span(NamedTuple):
    """A step on the time line, in minutes of the session."""

    begin: float
    end: float
    lane: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One step (in a small glyph a run of steps in one lane): left edge, top, length, thickness, corner."""

    x: float
    y: float
    width: float
    height: float
    radius: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of the staff at ``y`` and the bars upon it, from ``top``, ``height`` thick."""

    y: float
    top: float
    height: float
    radius: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Where minutes and lanes lie."""

    width: float
    total: float
    lanes: tuple[Lane, ...]
    gap: float = 0

    def x(self, minute: float) -> float:
        return round(minute / self.total * self.width, 3) if self.total > 0 else 0.0

    def bar(self, span: Span) -> Bar:
        row, left, right = self.lanes[span.lane], self.x(span.begin), self.x(span.end)
        gap = min(self.gap, (right - left) / 3)
        return Bar(round(left + gap / 2, 3), row.top, round(right - left - gap, 3), row.height, row.radius)

    def beside(self, track: int, tracks: int) -> "Frame":
        """The frame of one of so many tracks side by side: around every line lies a bar of each, the first on top."""
        share = abs(self.lanes[0].y - self.lanes[1].y) * BAND / tracks
        aside = share * (track - (tracks - 1) / 2)
        lanes = (_lane_at(row.y + aside, min(row.height, share * 0.8)) for row in self.lanes)
        return self if tracks < 2 else replace(self, lanes=tuple(lanes))


def lanes_between(top: float, bottom: float, weights: Sequence[float]) -> tuple[Lane, ...]:
    """The four lanes between the outermost lines, ``top`` and ``bottom``."""
    apart = (bottom - top) / (LANES - 1)
    return tuple(_lane_at(bottom - number * apart, apart * weights[number]) for number in range(LANES))


def _lane_at(y: float, height: float) -> Lane:
    return Lane(round(y, 3), round(y - height / 2, 3), round(height, 2), round(min(height / 2, 3.0), 2))


@cache
def lane(grouping: str) -> int:
    """The lane of a group configuration, 0 (alone) to 3 (everyone)."""
    return _LANE[Grouping(grouping)]
