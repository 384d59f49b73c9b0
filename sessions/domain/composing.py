"""The best way through the questions: an exact search, question by question, over the minute that is reached.

Of two ways to the same state (``trails.State``) only the better goes on, and none that is later and worth less than
another by more than a configuration can make up for, nor one that could not become better than a plan already known
(``ahead``). First structures may come twice; then those that did are watched, until none does any more. So what
``compose`` returns is the best of all plans.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from sessions.domain.ahead import Curve, Wishes, curves
from sessions.domain.briefing import LONG_FRAME, Brief, frame_of
from sessions.domain.document import Kind
from sessions.domain.holding import Sitting, charged, is_to_fill
from sessions.domain.optioning import Option, Options, repeated
from sessions.domain.resting import SAFE, rest_at, rest_before, sat_out
from sessions.domain.sitting import LONGEST
from sessions.domain.tasting import MUST
from sessions.domain.trails import Front, Label, Step, Trail, forgotten, keep, merge, slugs_of, steps

BEAM = 24
"""States that the first, quick search goes on with: what it finds is good, and bounds the exact one."""
MOST = 1000
"""States that the exact search goes on with at the most, the more hopeful first. Seven questions in three hours stay
well below; in a whole day the best of plans may be missed by a little, so that nobody waits."""
PLACES = 24
"""Rows that could be, in all sessions, up to which so many states go on; of more rows fewer."""
ENOUGH, NARROW = 300_000, 100
"""Rows that are tried at the most before a search goes on with fewer states, and with how many: a dozen questions
that share their structures, in two days, take a second and not a minute."""
FAR = 10**9

Plan = tuple[int, list[Step]]
"""What a plan is worth, and its steps."""


def compose(brief: Brief, offered: Sequence[Options], rows_each: int, same: int) -> Plan | None:
    """The best plan; None where what is kept does not fit into the minutes.

    ``offered`` are the options of each session; ``same`` is what it costs to sit as in the row before.
    """
    search = Search(brief, offered, rows_each, same)
    watched = search.wished
    everything = tuple(dict.fromkeys((*watched, *search.shared)))
    quick = search.best(everything, beam=BEAM)
    least = quick[0] if quick else -FAR
    while True:
        tired = search.tried > ENOUGH
        watched, beam = (everything, min(NARROW, search.beam)) if tired else (watched, search.beam)
        found = search.best(watched, least=least, beam=beam) or quick
        if found is None:
            return None
        best = (
            quick if quick and quick[0] >= found[0] else found
        )  # none that may repeat is better than the quick one
        made = steps(best[1])
        twice = repeated(slugs_of(made))
        if not twice:
            return best[0], made
        watched = (*watched, *sorted(twice))


@dataclass
class Search:
    """All that several searches for one character have in common."""

    brief: Brief
    offered: Sequence[Options]
    rows_each: int
    same: int
    shared: tuple[str, ...] = field(init=False)
    """The structures that could come twice."""
    wished: tuple[str, ...] = field(init=False)
    """Those that somebody insists on."""
    tried: int = 0
    """Rows that were tried until now."""

    def __post_init__(self) -> None:
        self.count = len(self.brief.questions)
        self.sittings = [Sitting(meeting) for meeting in self.brief.meetings]
        self.order = kept_order(self.brief)
        self.last: dict[str, int] = {}
        first: dict[str, int] = {}
        for place, row in sorted(
            chain.from_iterable(enumerate(of) for of in self.offered), key=lambda one: one[0]
        ):
            for one in row:
                first.setdefault(one.slug, place)
                self.last[one.slug] = place
        self.shared = tuple(sorted(slug for slug in first if first[slug] < self.last[slug]))
        self.wished = tuple(sorted(slug for slug in self.last if slug in self.brief.must))
        every = {one.slug: one.insisted for row in chain.from_iterable(self.offered) for one in row}
        self.insisted = sum(every.values())
        self.later = [sum(one.last_row for one in self.sittings[n + 1 :]) for n in range(len(self.sittings))]
        time = sum(max(0, one.last_row) for one in self.sittings)
        self.ahead = curves(self.offered, time, self.rows_each) if self.offered else []

    @property
    def beam(self) -> int:
        """How many states go on."""
        places = self.count * len(self.sittings) * self.rows_each
        return max(BEAM, MOST * PLACES // max(PLACES, places))

    def best(self, watched: Sequence[str], least: int = -FAR, beam: int = MOST) -> Label | None:
        """The best plan in which no watched structure comes twice, of those that are worth ``least`` points.

        With a narrow ``beam`` it is only a good one.
        """
        return Pass(self, {slug: 1 << number for number, slug in enumerate(watched)}, least, beam).best()


@dataclass(frozen=True)
class Pass:
    """One search, from the first session to the last. ``bits`` are those of the watched structures."""

    search: Search
    bits: Mapping[str, int]
    least: int
    beam: int

    @cached_property
    def wishes(self) -> Wishes:
        return Wishes(self.search.offered, self.bits)

    @cached_property
    def empty(self) -> int:
        """The bit of a session that has no new row yet. It is one more thing that is used, for it is better without."""
        return 1 << len(self.bits)

    def best(self) -> Label | None:
        search = self.search
        reached: list[Front] = [{(0, 0, "", 0): (0, None)}] + [{} for _one in range(search.count)]
        for number in range(len(search.sittings)):
            reached = self._through(number, reached)
        ends = sorted(reached[search.count].items(), key=lambda end: (-end[1][0], end[0]))
        return ends[0][1] if ends else None

    def _through(self, number: int, reached: list[Front]) -> list[Front]:
        """Through one session: from how many questions are done before it to how many are after it."""
        sitting, count = self.search.sittings[number], self.search.count
        empty = self.empty if is_to_fill(self.search.brief, number) else 0
        fronts = [sitting.begun(front, number, empty) for front in reached]
        for at in range(len(sitting.frame.between) + 1):
            for place in range(count):
                fronts[place] = self._pruned(fronts[place], number, place)
                merge(fronts[place + 1], self._answered(fronts[place], number, place))
            fronts[count] = self._pruned(fronts[count], number, count)
            if at < len(sitting.frame.between):
                item = sitting.frame.between[at]
                fronts = [
                    sitting.kept(front, item) if self._is_time_for(number, at, place) else {}
                    for place, front in enumerate(fronts)
                ]
        return [charged(sitting.ended(front), empty) for front in fronts]

    def _is_time_for(self, number: int, at: int, place: int) -> bool:
        """Whether a kept row may come when ``place`` questions are done: after those before its own, if it has one."""
        question = self.search.order.get((number, at))
        return question is None or question <= place <= question + 1

    def _answered(self, front: Front, number: int, place: int) -> Front:
        """The question answered in every way, and left out."""
        search = self.search
        levels: list[Front] = [front] + [{} for _one in range(search.rows_each)]
        for option in search.offered[number][place]:
            for nth in range(search.rows_each - 1, -1, -1):
                if levels[nth]:
                    if nth and len(levels[nth]) > 2 * self.beam:
                        levels[nth] = self._beamed(levels[nth], number, place, nth)
                    curve = search.ahead[place][nth + 1]
                    self._taken(levels[nth], levels[nth + 1], option, number, nth, curve)
        over = sum(bit for slug, bit in self.bits.items() if search.last[slug] == place)
        met: Front = {}
        for level in levels:
            merge(met, forgotten(level, over) if over else level)
        return met

    def _taken(self, front: Front, onto: Front, option: Option, number: int, nth: int, curve: Curve) -> None:
        """From each state the option in each of its lengths, perhaps after a break; but none that is in vain."""
        search, bit, groups = self.search, self.bits.get(option.slug, 0), option.configuration
        sitting = search.sittings[number]
        end, left = sitting.last_row, sitting.last_row + search.later[number]
        ways = [(way.minutes, way.points[nth], Step(option, way, nth)) for way in option.ways]
        wished = ways[-1][0] if option.insisted else 0
        search.tried += len(ways) * len(front)
        for state, label in front.items():
            used = state[3]
            if used & bit:
                continue
            for since, rested, points, trail in _starts(state, label, sitting.limit, wished):
                if groups and state[2] == groups:
                    points -= search.same
                restless = end if rested == SAFE else rested + LONGEST
                at_most = end if option.insisted and since - rested <= LONG_FRAME else min(end, restless)
                needed = self.least - search.insisted - _counted(points)
                for minutes, more, step in ways:
                    after = since + minutes
                    if after > at_most:
                        continue
                    if more + curve[left - after] >= needed:
                        now = rested if after <= restless else sat_out(after, sitting.limit)
                        keep(
                            onto,
                            (after, now, groups, used & ~self.empty | bit),
                            points + more + option.insisted,
                            trail,
                            step,
                        )

    def _pruned(self, front: Front, number: int, place: int) -> Front:
        """Without the states that cannot be the best: they are late for what they are worth."""
        kept: Front = {}
        worth: dict[Any, Worth] = {}
        for state, label in sorted(front.items(), key=_by_time):
            rest = SAFE if state[1] == SAFE else state[:2]  # before a break later may be better: it can begin
            known = worth.get(rest) or worth.setdefault(rest, Worth(self.search.same))
            if known.is_better(state, label[0]):
                kept[state] = label
        return self._beamed(kept, number, place) if len(kept) > self.beam else kept

    def _beamed(self, front: Front, number: int, place: int, nth: int = 0) -> Front:
        """The more hopeful of the states, as many of each set of wishes that have come; ``nth`` rows answer already."""
        search = self.search
        left = search.sittings[number].last_row + search.later[number]
        curve = search.ahead[place][nth] if place < search.count else [0] * (left + 1)

        def hope(item: tuple[Any, Label]) -> tuple[Any, ...]:
            rest = max(0, left - item[0][0])
            wishes = self.wishes.ahead(place, rest, item[0][3])
            return -item[1][0] - curve[rest] - MUST * wishes, item[0]

        alike: dict[int, list[tuple[Any, Label]]] = {}
        for item in sorted(front.items(), key=hope):
            alike.setdefault(item[0][3] & self.wishes.bits, []).append(item)
        share = max(1, self.beam // len(alike))
        return dict(item for some in alike.values() for item in some[:share])


class Worth:
    """The best of the states so far, the earlier first: what a later one has to be worth more than."""

    def __init__(self, same: int) -> None:
        self.same = same
        self.by_groups: dict[tuple[str, int], int] = {}
        self.by_used: dict[int, int] = {}

    def is_better(self, state: Any, points: int) -> bool:
        """Whether none that has used no more beats it: by as much as sitting the same way costs, or sitting like it."""
        groups, used = state[2], state[3]
        for (other, had), known in self.by_groups.items():
            if points <= known and other == groups and not had & ~used:
                return False
        for had, known in self.by_used.items():
            if points <= known - self.same and not had & ~used:
                return False
        self.by_groups[groups, used] = points
        self.by_used[used] = max(points, self.by_used.get(used, points))
        return True


def _starts(state: Any, label: Label, limit: int, wished: int) -> Iterator[tuple[int, int, int, Trail]]:
    """When a row could begin, the last rest, and what it is worth by then: at once, and after a break.

    ``wished`` are the most minutes of what somebody insists on, else 0.
    """
    minute, rested, _groups, _used = state
    points, trail = label
    yield minute, rested, points, trail
    if rested == SAFE:
        return
    for rest in (rest_at(minute, rested, limit), rest_before(minute, rested, limit, wished)):
        if rest:
            yield minute + rest.minutes, rest.rested, points - rest.cost, (trail, Step(rest=rest))


def _counted(points: int) -> int:
    """The points without those for what somebody insists on."""
    return (points + MUST // 2) % MUST - MUST // 2


def _by_time(item: tuple[Any, Label]) -> tuple[Any, ...]:
    state, label = item
    return state[0], -label[0], state[1:]


def kept_order(brief: Brief) -> Mapping[tuple[int, int], int]:
    """By session and place among its kept rows: the question of each. Out of order they say nothing of new rows."""
    found = {
        (number, at): item.question
        for number, meeting in enumerate(brief.meetings)
        for at, item in enumerate(frame_of(meeting).between)
        if item.question is not None and item.kind != Kind.BREAK
    }
    questions = list(found.values())
    return found if questions == sorted(questions) else {}
