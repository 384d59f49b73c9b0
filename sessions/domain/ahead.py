"""At most so many points can still come: a bound that lets a search of drafts give up what cannot be the best.

It lets every question be answered by the same structure, and forgets breaks and how people sat; so nothing better
than it exists, and it is quickly reckoned for every minute that is left.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from sessions.domain.optioning import Option, Options

Curve = list[int]
"""By minutes that are left: the most points they can bring."""


def curves(offered: Sequence[Options], minutes: int, rows_each: int) -> list[list[Curve]]:
    """By question, and by how many rows it has already: the most that it and those after it can bring."""
    after: Curve = [0] * (minutes + 1)
    found: list[list[Curve]] = []
    for place in range(len(offered[0]) - 1, -1, -1):
        choices = list(chain.from_iterable(of[place] for of in offered))
        own = [after]
        for nth in range(rows_each - 1, -1, -1):
            own.insert(0, _with_row(after, own[0], choices, nth))
        found.insert(0, own)
        after = own[0]
    return found


def _with_row(without: Curve, then: Curve, choices: Iterable[Option], nth: int) -> Curve:
    """The better of no further row, and of any one and what comes then."""
    best = list(without)
    for minutes, points in _worth_it(choices, nth):
        if minutes < len(best):
            better = [one + points for one in then[: len(then) - minutes]]
            best[minutes:] = map(max, best[minutes:], better)
    return best


def _worth_it(choices: Iterable[Option], nth: int) -> list[tuple[int, int]]:
    """Of all lengths with their points those that no other beats in both."""
    ways = sorted({(way.minutes, -way.points[nth]) for one in choices for way in one.ways})
    found: list[tuple[int, int]] = []
    for minutes, cost in ways:
        if -cost > 0 and (not found or -cost > found[-1][1]):
            found.append((minutes, -cost))
    return found


class Wishes:
    """What somebody insists on. ``bits`` tell in a state which of them have come, theirs alone."""

    def __init__(self, offered: Sequence[Options], bits: Mapping[str, int]) -> None:
        least: dict[str, int] = {}
        last: dict[str, int] = {}
        for of in offered:
            for place, row in enumerate(of):
                for one in (one for one in row if one.insisted):
                    shortest = min(way.minutes for way in one.ways)
                    least[one.slug] = min(shortest, least.get(one.slug, shortest))
                    last[one.slug] = max(place, last.get(one.slug, place))
        self.bits = sum(bits[slug] for slug in least)
        self.shortest_first = sorted((least[slug], bits[slug], last[slug]) for slug in least)

    def ahead(self, place: int, minutes: int, used: int) -> int:
        """How many of them can still come in so many minutes, from this question on."""
        count = 0
        for shortest, bit, last in self.shortest_first:
            if last >= place and not used & bit and shortest <= minutes:
                count, minutes = count + 1, minutes - shortest
        return count
