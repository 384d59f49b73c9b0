"""Who leads what: names as people write them, and whoever leads in two tracks at once."""

from collections.abc import Iterator
from itertools import combinations

from sessions.domain.outline import Item, Seat
from sessions.domain.timeline import Placed

Led = tuple[int, Item, Placed]
"""Something in a track: the number of the track, from 0, what it is, and when."""


def person(name: str) -> str:
    """The same for everything that means the same person: "Ana", " ana "; "" for nobody."""
    return name.strip().casefold()


def clashes(row: Seat) -> Iterator[tuple[Item, Item]]:
    """Each two that the same person leads in different tracks of the row at the same time."""
    led = [
        (place, item, placed)
        for place, (track, places) in enumerate(zip(row.item.tracks, row.placed.tracks, strict=True))
        for item, placed in zip(track, places, strict=True)
        if person(item.lead)
    ]
    return ((one[1], other[1]) for one, other in combinations(led, 2) if _clash(one, other))


def meet(one: Placed, other: Placed) -> bool:
    """Whether there is a minute that both have."""
    return one.begin < other.end and other.begin < one.end


def _clash(one: Led, other: Led) -> bool:
    return person(one[1].lead) == person(other[1].lead) and one[0] != other[0] and meet(one[2], other[2])
