"""The cheapest way for a whole session to be, found row by row: an exact search over the minute that is reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import product
from operator import attrgetter, or_
from typing import Any

from sessions.domain.adjustments import Adjustment
from sessions.domain.outline import Item, Meeting
from sessions.domain.squeezing import OVER, UNANSWERED, Effort, Way, effort_of, is_parkable, parking, ways
from sessions.domain.tracks import shares

STANDS = 1
"""The bit of ``Way.holds`` that says: something stands there. The others are questions."""

FAR = 1 << 40
"""A minute that no session reaches."""

Place = tuple[int, int]
"""The minute reached, and the bits of what is held."""

Trail = tuple[int, Any, tuple[Adjustment, ...]]
"""The least cost of a place, the trail to the place before it (or None), and the changes of the last step."""

Front = dict[Place, Trail]

Options = tuple[list[Way], int]
"""The ways of a row, and the bits of all that they hold together."""

START: Front = {(0, 0): (0, None, ())}


def changes_of(trail: Trail) -> tuple[Adjustment, ...]:
    steps = []
    while trail:
        steps.append(trail[2])
        trail = trail[1]
    return tuple(one for changes in reversed(steps) for one in changes)


@dataclass
class Search:
    """The search in one meeting; what ``elsewhere`` is answered in other sessions needs no answer here."""

    meeting: Meeting
    elsewhere: frozenset[int] = frozenset()
    known: dict[tuple[str, int, int], Options] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mode = self.meeting.runs
        self.pins = pins_to_meet(self.meeting.items)
        self.bits, self.closing = questions_at_stake(self.meeting.items, self.elsewhere)

    def least(self, minutes: int, effort: Effort) -> int:
        """The minutes that run over with every row at the shortest that the effort makes it."""
        front = START
        for item in self.meeting.items:
            front = self._after(item, front, self.meeting.people, effort, only_shortest=True)
        return min(cost // OVER + max(0, place[0] - minutes) for place, (cost, *_trail) in front.items())

    def best(self, minutes: int, effort: Effort) -> tuple[Adjustment, ...]:
        """The changes that cost least."""
        front = START
        for item, need, closing in zip(self.meeting.items, self._needs(minutes), self.closing, strict=True):
            front = self._after(item, front, self.meeting.people, effort, need=need)
            front = cheapest(settled(front, closing))
        ends = ((cost + OVER * max(0, place[0] - minutes), *trail) for place, (cost, *trail) in front.items())
        return changes_of(min(ends, key=lambda trail: trail[0]))

    def _needs(self, minutes: int) -> list[int]:
        """After each item the minute by which to have ended so that all that follows may stay as it is.

        Up to there it makes no difference when it ended: at most up to the next pin, or the end.
        """
        needs, need = [], minutes
        for item in reversed(self.meeting.items):
            needs.append(need)
            if item.pinned_at is not None and item.code in self.pins:
                need = item.pinned_at
            elif has_pins(item) or (item.pinned_at or 0) + self._length(item) > need:
                need = 0
            elif item.pinned_at is None:
                need -= self._length(item)
        return needs[::-1]

    def _length(self, item: Item) -> int:
        options, _holds = self._options(item, 0, self.meeting.people, Effort.PARK)
        return options[0].minutes

    def _after(
        self,
        item: Item,
        front: Front,
        people: int | None,
        effort: Effort,
        *,
        need: int = 0,
        only_shortest: bool = False,
        frozen: bool = False,
    ) -> Front:
        """What can be reached at the end of an item. To end before ``need`` is no better than to end then."""
        found: Front = {}
        pin, is_pin_to_meet = item.pinned_at, item.code in self.pins
        for (reached, held), trail in reversed(front.items()):  # of equals the later row gives
            begin, cost = reached if pin is None else pin, trail[0]
            if is_pin_to_meet and reached > begin:
                cost += OVER * (reached - begin)
            enough = need if need > reached else reached
            options, everything = self._options(item, begin, people, effort, frozen=frozen)
            for way in [min(options, key=attrgetter("minutes"))] if only_shortest else options:
                end = begin + way.minutes
                if end < enough:
                    end = enough
                place, total = (end, held | way.holds), cost + way.cost
                known = found.get(place)
                if known is None or total < known[0]:
                    found[place] = total, trail, way.changes
                if end == enough and way.holds == everything:
                    break  # what costs more is no better
        return found

    def _options(
        self, item: Item, begin: int, people: int | None, effort: Effort, *, frozen: bool = False
    ) -> Options:
        """The ways of an item that begins at a minute, the cheapest, as it is, first; and all that they hold.

        They are kept, for only pins in its tracks make them depend on when it begins.
        """
        moves = has_pins(item)
        key = (item.code, begin if moves else 0, effort)
        if key not in self.known:
            if moves or effort == Effort.PARK:
                found = self._ways(item, key[1], people, effort, frozen)
            else:
                every, _holds = self._options(item, begin, people, Effort.PARK, frozen=frozen)
                found = [way for way in every if effort_of(way.cost) <= effort]
            self.known[key] = rising(found)
        return self.known[key]

    def _ways(self, item: Item, begin: int, people: int | None, effort: Effort, frozen: bool) -> list[Way]:
        if item.is_split:
            return self._side_by_side(item, begin, people, effort, frozen or item.protected)
        found = ways(item, people, self.mode, STANDS | self.bits.get(item.question, 0))
        return found[:1] if frozen else found

    def _side_by_side(
        self, item: Item, begin: int, people: int | None, effort: Effort, frozen: bool
    ) -> list[Way]:
        """The ways of an item with tracks: every track as long as it may be, and the item as long as the longest."""
        front: Front = {(begin, 0): (0, None, ())}
        for some, track in zip(shares(people, len(item.tracks)), item.tracks, strict=True):
            ends: Front = {(begin, 0): (0, None, ())}
            for one in track:
                ends = cheapest(self._after(one, ends, some, effort, frozen=frozen))
            front = cheapest(beside(front, ends))
        found = [
            Way(end - begin, trail[0], changes_of(trail), held | self.bits.get(item.question, 0))
            for (end, held), trail in front.items()
            if held & STANDS  # with nothing in its tracks its own minutes would count again
        ]
        if effort == Effort.PARK and not frozen and is_parkable(item):
            found.append(parking(item, people, self.mode))
        return found


def has_pins(item: Item) -> bool:
    """Whether anything in its tracks is pinned."""
    return bool(item.tracks) and any(one.pinned_at is not None for one in item.inside)


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
    found: Front = {}
    forget = ~(closing | STANDS)
    for (reached, held), (cost, *trail) in front.items():
        place = reached, held & forget
        cost += UNANSWERED * (closing & ~held).bit_count()
        if place not in found or found[place][0] > cost:
            found[place] = (cost, *trail)
    return found


def pins_to_meet(items: Iterable[Item], latest: int = 0) -> set[str]:
    """The codes of the pinned items that can begin in time, if only what stands before them is short enough.

    A pin at or before the one before it, or before the start, is met by no squeezing: nothing is changed for it.
    """
    found: set[str] = set()
    for item in items:
        if item.pinned_at is not None:
            found |= {item.code} if item.pinned_at > latest else set()
            latest = max(latest, item.pinned_at)
        for track in item.tracks:
            found |= pins_to_meet(track, latest)
        latest = max([latest, *(one.pinned_at or 0 for one in item.inside)])
    return found


def questions_at_stake(
    items: Sequence[Item], elsewhere: frozenset[int]
) -> tuple[dict[int | None, int], list[int]]:
    """A bit for each question that only rows answer which may go, and the bits that are settled after each item.

    What a row answers that stays in any case, or another session, is answered whatever happens here.
    """
    last: dict[int | None, int] = {}
    safe: set[int | None] = {None, *elsewhere}
    for number, item in enumerate(items):
        for one in (item, *item.inside):
            last[one.question] = number
            if item.protected or not is_parkable(one):
                safe.add(one.question)
    bits = {question: 2 << number for number, question in enumerate(last.keys() - safe)}
    settled_after = [0] * len(items)
    for question, bit in bits.items():
        settled_after[last[question]] |= bit
    return bits, settled_after
