"""What one row can give of its minutes, in which ways, and what each of them costs the plan.

``fitting`` chooses among these ways; what they cost decides what it proposes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction
from itertools import product
from math import ceil

from sessions.domain.adjustments import Adjustment, Park, Rerun, Retime
from sessions.domain.document import Kind
from sessions.domain.outline import Item
from sessions.domain.stepping import run
from sessions.domain.tracks import shares
from structures.domain.shapes import Repeat, SetBy

USUAL_FLOOR = (5, Fraction(1, 2))
FLOORS: dict[str, tuple[int, Fraction]] = {
    Kind.BREAK: (10, Fraction(2, 3)),
    Kind.CLOSING: (5, Fraction(2, 3)),
}
"""What a row without steps keeps: minutes, and the share of those it has; the more of the two, but no more than it has.

These are our assumptions. A host needs five minutes to say who, what and why, and half of a talk can still be that
talk. Of a break ten minutes are gone before the last people are out of the room and back; and time that runs
away eats breaks and closings first, so they keep two thirds.
"""

TOUCHED, TO_THE_BONE = 25, 100
"""What it costs to squeeze a row at all, and what more when it gives everything it has, by the square of its share.

So two rows that give half each (2 × (25 + 25)) are better than one that gives all (25 + 100), and those than five.
"""

FRAME: dict[str, int] = {Kind.OPENING: 2, Kind.BREAK: 2, Kind.CLOSING: 3}
"""What holds a session together: it strains so many times as much to squeeze, and is parked last (a closing never)."""

MINUTE, STRAIN, ROUND, PARKED, UNANSWERED, FRAMED, OVER = (1 << 20 * level for level in range(7))
"""What each thing costs a plan, as parts of one number: less of a later one is better, whatever the earlier ones.

A minute taken; strain; a round dropped; a row parked; a question that nothing answers any more; an opening or a
break parked; a minute that still runs over.
"""


class Effort(IntEnum):
    """How far a fitting goes; each goes as far as those before it, too."""

    NOTHING = 0
    SQUEEZE = 1
    ROUNDS = 2
    PARK = 3


@dataclass(frozen=True, slots=True)
class Way:
    """One way for a row to be: so many ``minutes``, at a ``cost``, by these ``changes``.

    ``holds`` are bits of what it keeps up: the questions that it answers, and that it stands there at all.
    """

    minutes: int
    cost: int = 0
    changes: tuple[Adjustment, ...] = ()
    holds: int = 0

    @property
    def effort(self) -> Effort:
        return effort_of(self.cost)


def effort_of(cost: int) -> Effort:
    """How far one has to go for what costs so much."""
    cost %= OVER
    if cost < ROUND:
        return Effort.SQUEEZE if cost else Effort.NOTHING
    return Effort.ROUNDS if cost < PARKED else Effort.PARK


def floor_of(item: Item, people: int | None, mode: str) -> int:
    """The fewest minutes to which an item may be squeezed; what it has already, where that is less.

    With steps: every turn at its steps' minimum, protected steps at their ideal. Without: see ``FLOORS``. The tracks
    of a split item are not looked at.
    """
    length = item.length(people, mode)
    if item.steps:
        return min(length, item.least(people, mode))
    least, share = FLOORS.get(item.kind, USUAL_FLOOR)
    return min(length, max(least, ceil(length * share)))


def is_parkable(item: Item) -> bool:
    """Whether it may be proposed to park the item, and with it all that its tracks hold."""
    if item.protected or item.pinned_at is not None or item.kind == Kind.CLOSING:
        return False
    return all(is_parkable(one) for one in item.inside)


def parking(item: Item, people: int | None, mode: str) -> Way:
    """The item is not there. What its tracks hold goes along, and is what counts."""
    each = zip(shares(people, len(item.tracks)), item.tracks, strict=True)
    gone = [(one, some) for some, track in each for one in track] or [(item, people)]
    minutes = sum(one.length(some, mode) for one, some in gone)
    frame = sum(one.kind in FRAME for one, _some in gone)
    return Way(0, minutes * MINUTE + len(gone) * PARKED + frame * FRAMED, (Park(item.code),))


def ways(item: Item, people: int | None, mode: str, holds: int) -> list[Way]:
    """The ways of an item without tracks: for each length the cheapest; the longest, as it is, first.

    While it stands it ``holds`` these bits.
    """
    length = item.length(people, mode)
    found = {length: Way(length, holds=holds)}
    for reruns in () if item.protected else _reruns(item):
        for way in _squeezed(item, reruns, people, mode, holds):
            known = found.get(way.minutes)
            if known is None or way.cost < known.cost:
                found[way.minutes] = way
    if is_parkable(item):
        found.setdefault(0, parking(item, people, mode))
    return [found[minutes] for minutes in sorted(found, reverse=True)]


def _reruns(item: Item) -> Iterator[tuple[Rerun, ...]]:
    """Every way to drop rounds; first to drop none."""
    kept = {step.repeat for step in item.steps if step.protected}
    for counts in product(*(_counts(repeat, repeat.key in kept) for repeat in item.repeats)):
        pairs = zip(item.repeats, counts, strict=True)
        yield tuple(Rerun(item.code, one.key, count) for one, count in pairs if count != one.count)


def _counts(repeat: Repeat, is_kept: bool) -> range:
    """How often it may run: fewer rounds only where the convenor, and not the number of people, decides on them."""
    may_drop = repeat.set_by in (SetBy.FIXED, SetBy.CONVENOR) and not is_kept
    return range(repeat.count, min(repeat.count, repeat.count_min if may_drop else repeat.count) - 1, -1)


def _squeezed(
    item: Item, reruns: tuple[Rerun, ...], people: int | None, mode: str, holds: int
) -> Iterator[Way]:
    """The item without these rounds: as long as that leaves it, and every minute shorter down to its floor."""
    then = _without(item, reruns)
    length, ideal = item.length(people, mode), then.span(people, mode).ideal
    floor = floor_of(replace(then, minutes=None) if then.steps else then, people, mode)
    relaxed = min(length, max(floor, length - (item.span(people, mode).ideal - ideal)))
    dropped = ROUND * sum(_dropped(item, reruns))
    for minutes in range(min(relaxed, length - 1), min(floor, length) - 1, -1):
        strain = STRAIN * _strain(item.kind, relaxed - minutes, relaxed - floor)
        own = () if item.minutes is None and minutes == ideal else (Retime(item.code, minutes),)
        yield Way(minutes, dropped + strain + MINUTE * (length - minutes), (*reruns, *own), holds)


def _without(item: Item, reruns: tuple[Rerun, ...]) -> Item:
    counts = {one.repeat: one.count for one in reruns}
    repeats = (run(one, counts[one.key]) if one.key in counts else one for one in item.repeats)
    return replace(item, repeats=tuple(repeats)) if reruns else item


def _dropped(item: Item, reruns: tuple[Rerun, ...]) -> Iterator[int]:
    counts = {one.key: one.count for one in item.repeats}
    return (counts[one.repeat] - one.count for one in reruns)


def _strain(kind: str, taken: int, most: int) -> int:
    if not taken:
        return 0
    return (TOUCHED + TO_THE_BONE * taken * taken // (most * most)) * FRAME.get(kind, 1)
