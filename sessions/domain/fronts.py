"""How far a search has come: the minutes that can be reached, each at the least cost; and the ways to go on."""

from functools import reduce
from itertools import product
from operator import attrgetter, or_
from typing import Any

from sessions.domain.adjustments import Adjustment
from sessions.domain.bounding import FAR
from sessions.domain.squeezing import PARKED, UNANSWERED, Way

Place = tuple[int, int]
"""The minute reached, and the bits of what is held."""

Trail = tuple[int, Any, tuple[Adjustment, ...]]
"""The least cost of a place, the trail to the place before it (or None), and the changes of the last step."""

Front = dict[Place, Trail]

Options = tuple[list[Way], int]
"""The ways of a row from the cheapest, and the bits of all that they hold together."""


def changes_of(trail: Trail | None) -> tuple[Adjustment, ...]:
    steps: list[tuple[Adjustment, ...]] = []
    while trail:
        steps.append(trail[2])
        trail = trail[1]
    return tuple(one for changes in reversed(steps) for one in changes)


def in_the_rough(every: list[Way]) -> list[Way]:
    """For each expense on parking, and what is held for it, the shortest way."""
    shortest: dict[tuple[int, int], Way] = {}
    for way in every:
        key = (way.cost // PARKED * PARKED, way.holds)
        if key not in shortest or way.minutes < shortest[key].minutes:
            shortest[key] = Way(way.minutes, key[0], way.changes, way.holds)
    return list(shortest.values())


def rising(ways: list[Way]) -> Options:
    """The ways from the cheapest, without those that are no shorter than a cheaper one which holds everything."""
    kept: list[Way] = []
    everything = reduce(or_, (way.holds for way in ways))
    shortest = FAR
    for way in sorted(ways, key=attrgetter("cost")):
        if way.minutes < shortest:
            kept.append(way)
            shortest = way.minutes if way.holds == everything else shortest
    return kept, everything


def beside(one: Front, other: Front) -> Front:
    """Two tracks side by side: as long as the longer."""
    found: Front = {}
    for ((end, held), trail), ((other_end, other_held), (cost, *rest)) in product(one.items(), other.items()):
        place, total = (max(end, other_end), held | other_held), trail[0] + cost
        if place not in found or found[place][0] > total:
            found[place] = total, trail, changes_of((cost, *rest))
    return found


def cheapest(front: Front) -> Front:
    """Without what is reached as early, or earlier, at no greater cost."""
    least: dict[int, int] = {}
    kept: Front = {}
    for place in sorted(front):
        trail, held = front[place], place[1]
        if held not in least or trail[0] < least[held]:
            kept[place], least[held] = trail, trail[0]
    return kept


def settled(front: Front, closing: int) -> Front:
    """After the last row that answers some questions: those that nothing answers count, and are no longer asked."""
    if not closing:
        return front
    found: Front = {}
    for (reached, held), (cost, *trail) in front.items():
        place = reached, held & ~closing
        cost += UNANSWERED * (closing & ~held).bit_count()
        if place not in found or found[place][0] > cost:
            found[place] = (cost, *trail)
    return found
