"""How long people sit without a break, in whole minutes from the session's start."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sessions.domain.outline import Item
from sessions.domain.timeline import Placed

LONGEST = 100
"""Minutes that people can be asked to go on without a break. Our assumption: the hour and a half that most
facilitators plan for, and a little more before anybody speaks up."""
REST = 5
"""Minutes from which on a break, a hole before a pinned row, or waiting for other tracks is a rest. Our assumption."""

Row = tuple[int, Item, Placed]
"""A row with the number, from 0, of the session's own row that it is or stands in."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From minute ``begin`` to ``end`` nobody rests; ``first`` and ``last`` are the session's rows in which that is."""

    begin: int
    end: int
    first: int
    last: int

    @property
    def minutes(self) -> int:
        return self.end - self.begin

    @property
    def is_long(self) -> bool:
        return self.minutes > LONGEST

    @property
    def is_divisible(self) -> bool:
        """Whether a break between two rows would shorten it."""
        return self.first != self.last


def sitting(items: Iterable[Item], placed: Iterable[Placed]) -> tuple[Stretch, ...]:
    """Return the session without its rests.

    Tracks are followed one by one: who sits in the one without a break has none.
    """
    rows = ((number, item, place) for number, (item, place) in enumerate(zip(items, placed, strict=True)))
    walk = _Walk(0, None)
    walk.through(rows)
    return tuple(walk.ended())


class _Walk:
    """Somebody's way through the rows: since when they have had no rest, and in which row that began."""

    def __init__(self, since: int, first: int | None) -> None:
        self.since, self.first, self.last, self.end = since, first, first or 0, since
        self.found: list[Stretch] = []

    def through(self, rows: Iterable[Row]) -> None:
        for number, item, placed in rows:
            rests = item.is_rest and placed.minutes >= REST
            if rests or placed.gap >= REST:
                self.rest(placed.end if rests else placed.begin)
            if not rests:
                self.work(number, item, placed)

    def rest(self, until: int) -> None:
        self.found = list(self.ended())
        self.since, self.first, self.end = until, None, until

    def work(self, number: int, item: Item, placed: Placed) -> None:
        self.first = number if self.first is None else self.first
        if item.is_split:
            self.beside(number, item, placed)
        self.last, self.end = number, max(self.end, placed.end)

    def beside(self, number: int, item: Item, placed: Placed) -> None:
        """Go on as whoever has gone longest without a rest."""
        walks = []
        for track, places in zip(item.tracks, placed.tracks, strict=True):
            if track:
                walk = _Walk(self.since, self.first)
                walk.last, walk.end = self.last, max(self.end, placed.begin)
                walk.through((number, *row) for row in zip(track, places, strict=True))
                if placed.end - walk.end >= REST:
                    walk.rest(placed.end)
                self.found += walk.found
                walks.append(walk)
        longest = min(walks, key=lambda walk: walk.since)
        self.since, self.first = longest.since, longest.first

    def ended(self) -> Iterator[Stretch]:
        """The stretches so far, with the one that is going on."""
        yield from self.found
        if self.first is not None and self.end > self.since:
            yield Stretch(self.since, self.end, self.first, self.last)
