"""The cheapest way for a whole session to be, found row by row: an exact search over the minute that is reached."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from sessions.domain.outline import Item, Meeting
from sessions.domain.squeezing import Effort, Way, is_parkable, over_of, parking, price, ways
from sessions.domain.tracks import shares

STANDS = 1
"""The bit of ``Way.holds`` that says: something stands there. The others are questions."""

Front = dict[tuple[int, int], tuple[int, tuple]]
"""By the minute reached and what is held: the least cost, and the changes it is for."""


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


@dataclass
class Search:
    """One search.

    ``shortest``: every row at its shortest, whatever it costs, to see how far an effort goes."""

    meeting: Meeting
    elsewhere: frozenset[int]
    effort: Effort
    shortest: bool = False
    known: dict[tuple[str, int], list[Way]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mode = self.meeting.runs
        self.pins = pins_to_meet(self.meeting.items)
        self.bits, self.closing = questions_at_stake(self.meeting.items, self.elsewhere)

    def over(self, minutes: int) -> int:
        """The minutes that still run over."""
        return over_of(self._best(minutes)[0])

    def best(self, minutes: int) -> tuple:
        """The changes that cost least."""
        return self._best(minutes)[1]

    def _best(self, minutes: int) -> tuple[int, tuple]:
        needs = self._needs(minutes)
        front: Front = {(0, 0): (0, ())}
        for item, need, closing in zip(self.meeting.items, needs, self.closing, strict=True):
            front = self._after(
                item, front, self.meeting.people, slice(-1, None) if self.shortest else slice(None)
            )
            front = cheapest(settled(front, need, closing))
        late = [
            (cost + price(over=max(0, reached - minutes)), changes)
            for (reached, _holds), (cost, changes) in front.items()
        ]
        return min(late, key=lambda one: one[0])

    def _needs(self, minutes: int) -> list[int]:
        """After each item the minute by which to have ended so that all that follows may stay as it is.

        Up to there it makes no difference when it ended: at most up to the next pin, or the end.
        """
        needs, need = [], minutes
        for item in reversed(self.meeting.items):
            needs.append(need)
            if any(one.pinned_at is not None for one in item.inside):
                need = -1
            elif item.pinned_at is None:
                need -= self._length(item)
            elif item.code in self.pins:
                need = item.pinned_at
            elif item.pinned_at + self._length(item) > need:
                need = -1
        return needs[::-1]

    def _length(self, item: Item) -> int:
        return self._options(item, 0, self.meeting.people)[0].minutes

    def _after(
        self, item: Item, front: Front, people: int | None, pick: slice = slice(None), /, **how: bool
    ) -> Front:
        """What can be reached at the end of an item."""
        found: Front = {}
        pin = item.pinned_at
        for (reached, holds), (cost, changes) in front.items():
            begin = reached if pin is None else pin
            if item.code in self.pins and reached > begin:
                cost += price(over=reached - begin)
            for way in self._options(item, begin, people, **how)[pick]:
                key = (max(reached, begin + way.minutes), holds | way.holds)
                if key not in found or found[key][0] > cost + way.cost:
                    found[key] = cost + way.cost, changes + way.changes
        return found

    def _options(self, item: Item, begin: int, people: int | None, *, frozen: bool = False) -> list[Way]:
        """The ways of an item that begins at a minute; as it is comes first, the shortest last.

        They are kept, for only pins in tracks make them depend on when it begins.
        """
        key = (item.code, begin if any(one.pinned_at is not None for one in item.inside) else 0)
        if key not in self.known:
            self.known[key] = self._ways(item, key[1], people, frozen)
        return self.known[key]

    def _ways(self, item: Item, begin: int, people: int | None, frozen: bool) -> list[Way]:
        if item.is_split:
            return self._side_by_side(item, begin, people, frozen or item.protected)
        effort = Effort.NOTHING if frozen else self.effort
        return ways(item, people, self.mode, effort, STANDS | self.bits.get(item.question, 0))

    def _side_by_side(self, item: Item, begin: int, people: int | None, frozen: bool) -> list[Way]:
        """The ways of an item with tracks: every track as long as it may be, and the item as long as the longest."""
        front: Front = {(begin, 0): (0, ())}
        for some, track in zip(shares(people, len(item.tracks)), item.tracks, strict=True):
            ends: Front = {(begin, 0): (0, ())}
            for one in track:
                ends = cheapest(self._after(one, ends, some, frozen=frozen))
            front = cheapest(beside(front, ends))
        found = [
            Way(end - begin, cost, changes, holds)
            for (end, holds), (cost, changes) in front.items()
            if holds & STANDS  # with nothing in its tracks its own minutes would count again
        ]
        if self.effort >= Effort.PARK and not frozen and is_parkable(item):
            found.append(parking(item, people, self.mode))
        return sorted(found, key=lambda way: (-way.minutes, way.cost))


def beside(one: Front, other: Front) -> Front:
    """Two tracks side by side: as long as the longer."""
    found: Front = {}
    for (key, (cost, changes)), (another, (more, further)) in product(one.items(), other.items()):
        both = max(key[0], another[0]), key[1] | another[1]
        if both not in found or found[both][0] > cost + more:
            found[both] = cost + more, changes + further
    return found


def cheapest(front: Front) -> Front:
    """Without what is reached as early, or earlier, at no greater cost."""
    least: dict[int, int] = {}
    kept: Front = {}
    for (reached, holds), (cost, changes) in sorted(front.items(), key=lambda one: one[0]):
        if holds not in least or cost < least[holds]:
            kept[reached, holds] = cost, changes
            least[holds] = cost
    return kept


def settled(front: Front, need: int, closing: int) -> Front:
    """After an item: a minute before ``need`` is as good as ``need``, and questions that nothing answers now count."""
    found: Front = {}
    for (reached, holds), (cost, changes) in front.items():
        key = (max(reached, need), holds & ~(closing | STANDS))
        cost += price(unanswered=(closing & ~holds).bit_count())
        if key not in found or found[key][0] > cost:
            found[key] = cost, changes
    return found


def questions_at_stake(
    items: Sequence[Item], elsewhere: frozenset[int]
) -> tuple[dict[int | None, int], list[int]]:
    """A bit for each question that only rows answer which could be parked, and the bits to look at after each item.

    What a row answers that stays anyway, or another session, is answered whatever happens here.
    """
    last: dict[int, int] = {}
    safe = set(elsewhere)
    for number, item in enumerate(items):
        for one in (item, *item.inside):
            if one.question is not None and (one is not item or not item.is_split):
                last[one.question] = number
                safe |= set() if may_go(one, item) else {one.question}
    bits = {question: 2 << number for number, question in enumerate(sorted(last.keys() - safe))}
    return bits, [
        sum(bit for question, bit in bits.items() if last[question] == n) for n in range(len(items))
    ]


def may_go(item: Item, holder: Item) -> bool:
    return is_parkable(item) and not holder.protected
