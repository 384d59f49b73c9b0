"""The cheapest way for a whole session to be, found row by row: an exact search over the minute that is reached."""

from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from sessions.domain.adjustments import Adjustment, Park
from sessions.domain.bounding import FAR, Latest, Rough, at_stake, has_pins, pins_to_meet
from sessions.domain.fronts import Front, Options, beside, changes_of, cheapest, in_the_rough, rising, settled
from sessions.domain.outline import Item, Meeting
from sessions.domain.squeezing import (
    OVER,
    PARKED,
    Effort,
    Way,
    effort_of,
    is_parkable,
    parking,
    ways,
)
from sessions.domain.tracks import shares

STANDS = 1
"""The bit of ``Way.holds`` that says: something stands there. The others are questions."""


class How(NamedTuple):
    """Which ways of a row are looked at: ``is_rough``, only the shortest for what is spent on parking."""

    effort: Effort
    is_rough: bool = False
    is_frozen: bool = False


class Aim(NamedTuple):
    """What a step goes by: to end before ``need`` is no better than to end then; later than ``latest`` is too late.

    ``watched`` are the bits that it matters to hold.
    """

    need: int = -FAR
    latest: Latest | None = None
    watched: int = -1

    def limit(self, cost: int) -> int:
        return self.latest.after(spent_on_parking(cost)) if self.latest else FAR


ANYTHING = Aim()


def spent_on_parking(cost: int) -> int:
    return cost % OVER // PARKED


@dataclass
class Search:
    """The search in one meeting; what ``elsewhere`` is answered in other sessions needs no answer here."""

    meeting: Meeting
    elsewhere: frozenset[int] = frozenset()
    known: dict[tuple[str, int, How], Options] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.items, self.people, self.mode = self.meeting.items, self.meeting.people, self.meeting.runs
        self.pins = pins_to_meet(self.items)
        self.stake = at_stake(self.items, self.elsewhere)
        self.bits = {question: 2 << number for number, question in enumerate(self.stake)}

    def least(self, minutes: int, effort: Effort) -> int:
        """The minutes that run over with every row at the shortest that the effort makes it."""
        over, reached = self._shortest(effort)
        return over + max(0, reached[-1] - minutes)

    def best(self, minutes: int, effort: Effort) -> tuple[Adjustment, ...]:
        """The changes that cost least.

        A question of several rows is watched only when all of them would go: most plans never come to that.
        """
        watched = sum(self.bits[one] for one, rows in self.stake.items() if rows[0][0] == rows[-1][0])
        while True:
            most = self._most(minutes, watched) if effort == Effort.PARK else 0
            changes = self._search(How(effort), self._aims(minutes, effort, most, watched), minutes)[1]
            left = self._unanswered(changes) & ~watched
            if not left:
                return changes
            watched |= left

    def _shortest(self, effort: Effort) -> tuple[int, list[int]]:
        """With every row at its shortest: the minutes over at pins, and the minutes reached before each and at last."""
        over, minutes = 0, [0]
        for item in self.items:
            begin = minutes[-1] if item.pinned_at is None else item.pinned_at
            way = min(self._options(item, begin, self.people, How(effort))[0], key=attrgetter("minutes"))
            late = minutes[-1] - begin if item.code in self.pins else 0
            over += way.cost // OVER + max(0, late)
            minutes.append(max(minutes[-1], begin + way.minutes))
        return over, minutes

    def _most(self, minutes: int, watched: int) -> int:
        """What must be spent on parking: nothing is gained by spending more."""
        cost, _changes = self._search(
            How(Effort.PARK, is_rough=True), [Aim(watched=watched)] * len(self.items), minutes
        )
        return spent_on_parking(cost)

    def _search(self, how: How, aims: list[Aim], minutes: int) -> tuple[int, tuple[Adjustment, ...]]:
        """The least cost of ending, and the changes for it."""
        front: Front = {(0, 0): (0, None, ())}
        for place, (item, aim) in enumerate(zip(self.items, aims, strict=True)):
            closing = sum(self.bits[one] for one, rows in self.stake.items() if rows[-1][0] == place)
            front = self._after(item, front, self.people, how, aim)
            front = cheapest(settled(front, closing & aim.watched))
        ends = ((cost + OVER * max(0, place[0] - minutes), *trail) for place, (cost, *trail) in front.items())
        end = min(ends, key=lambda trail: trail[0])
        return end[0], changes_of(end)

    def _aims(self, minutes: int, effort: Effort, most: int, watched: int) -> list[Aim]:
        """What each step goes by, worked out from the end: how early is early enough, how late too late."""
        _over, reached = self._shortest(effort)
        need, latest, aims = minutes, Latest({0: max(minutes, reached[-1])}, most), []
        for item, earliest in zip(reversed(self.items), reached[-2::-1], strict=True):
            aims.append(Aim(need, latest, watched))
            need = self._need_before(item, need)
            limit = max(item.pinned_at or 0, earliest) if item.code in self.pins else FAR
            latest = latest.before(self._rough(item, effort), item.pinned_at, limit)
        return aims[::-1]

    def _need_before(self, item: Item, need: int) -> int:
        """Before an item: when to have reached it so that it, and all that follows, may stay as it is."""
        if item.pinned_at is not None and item.code in self.pins:
            return item.pinned_at
        if has_pins(item):
            return 0
        length = self._options(item, 0, self.people, How(Effort.PARK))[0][0].minutes
        if item.pinned_at is None:
            return max(0, need - length)
        return need if item.pinned_at + length <= need else 0

    def _rough(self, item: Item, effort: Effort) -> Rough:
        if has_pins(item):
            return ((0, 0),)
        options, _holds = self._options(item, 0, self.people, How(effort, is_rough=True))
        return [(spent_on_parking(way.cost), way.minutes) for way in options]

    def _unanswered(self, changes: tuple[Adjustment, ...]) -> int:
        """The bits of the questions of which all rows are parked."""
        gone = {one.code for one in changes if isinstance(one, Park)}
        gone |= {one.code for item in self.items if item.code in gone for one in item.inside}
        lost = (one for one, rows in self.stake.items() if all(code in gone for _place, code in rows))
        return sum(self.bits[one] for one in lost)

    def _after(self, item: Item, front: Front, people: int | None, how: How, aim: Aim = ANYTHING) -> Front:
        """What can be reached at the end of an item."""
        found: Front = {}
        pin, is_pin_to_meet = item.pinned_at, item.code in self.pins
        need, watched = aim.need, aim.watched
        for (reached, held), trail in reversed(front.items()):  # of equals the later row gives
            begin, cost = reached if pin is None else pin, trail[0]
            if is_pin_to_meet and reached > begin:
                cost += OVER * (reached - begin)
            enough, usual = need if need > reached else reached, aim.limit(cost)
            options, everything = self._options(item, begin, people, how)
            everything &= watched
            for way in options:
                end, total = begin + way.minutes, cost + way.cost
                if end < enough:
                    end = enough
                if end > (usual if way.cost < PARKED else aim.limit(total)):
                    continue
                holds = way.holds & watched
                place = (end, held | holds)
                known = found.get(place)
                if known is None or total < known[0]:
                    found[place] = total, trail, way.changes
                if end == enough and holds == everything:
                    break  # what costs more is no better
        return found

    def _options(self, item: Item, begin: int, people: int | None, how: How) -> Options:
        """The ways of an item that begins at a minute, the cheapest, as it is, first; and all that they hold.

        They are kept, for only pins in its tracks make them depend on when it begins.
        """
        moves = has_pins(item)
        key = (item.code, begin if moves else 0, how)
        if key not in self.known:
            if how.is_rough:
                found = in_the_rough(self._options(item, begin, people, how._replace(is_rough=False))[0])
            elif moves or how.effort == Effort.PARK:
                found = self._ways(item, key[1], people, how)
            else:
                every, _holds = self._options(item, begin, people, how._replace(effort=Effort.PARK))
                found = [way for way in every if effort_of(way.cost) <= how.effort]
            self.known[key] = rising(found)
        return self.known[key]

    def _ways(self, item: Item, begin: int, people: int | None, how: How) -> list[Way]:
        if item.is_split:
            return self._side_by_side(item, begin, people, how._replace(is_frozen=item.protected))
        found = ways(item, people, self.mode, STANDS | self._bit(item))
        return found[:1] if how.is_frozen else found

    def _bit(self, item: Item) -> int:
        return 0 if item.question is None else self.bits.get(item.question, 0)

    def _side_by_side(self, item: Item, begin: int, people: int | None, how: How) -> list[Way]:
        """The ways of an item with tracks: every track as long as it may be, and the item as long as the longest."""
        front: Front = {(begin, 0): (0, None, ())}
        for some, track in zip(shares(people, len(item.tracks)), item.tracks, strict=True):
            ends: Front = {(begin, 0): (0, None, ())}
            for one in track:
                ends = cheapest(self._after(one, ends, some, how))
            front = cheapest(beside(front, ends))
        found = [
            Way(end - begin, trail[0], changes_of(trail), held | self._bit(item))
            for (end, held), trail in front.items()
            if held & STANDS  # with nothing in its tracks its own minutes would count again
        ]
        if how.effort == Effort.PARK and not how.is_frozen and is_parkable(item):
            found.append(parking(item, people, self.mode))
        return found
