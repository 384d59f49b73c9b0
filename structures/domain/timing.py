"""How long a structure takes: repeats multiplied out, turns that depend on how many people came.

All numbers are whole minutes, people, or turns. Groups work in parallel: the clock waits for the largest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from structures.domain.grouping import groups
from structures.domain.shapes import Counts, Grouping, Mode, Remainder, Repeat, SetBy, Span, Step, Turn

TurnCount = tuple[int, int, int]
"""The fewest, the ideal and the most turns of a repeated block."""

_Member = tuple[int, Step]
_Block = tuple[list[_Member], TurnCount]


def happens(where: str, mode: str) -> bool:
    """Say whether a step or material meant for ``where`` is part of a session held in ``mode``.

    Online sessions leave out what is only for the room; every other mode, hybrid included, leaves out what is
    only for online.
    """
    return where != (Mode.IN_PERSON if mode == Mode.ONLINE else Mode.ONLINE)


def performed(steps: Sequence[Step], mode: str = Mode.BOTH) -> tuple[Step, ...]:
    """Return the steps an ideal run has: those of the mode, without the optional ones normally left out."""
    return tuple(step for step in steps if happens(step.mode, mode) and not _left_out(step))


def turns(
    steps: Sequence[Step],
    people: int | None = None,
    repeats: Sequence[Repeat] = (),
    counts: Counts | None = None,
    mode: str = Mode.BOTH,
    remainder: str = Remainder.SMALLER,
) -> tuple[Turn, ...]:
    """Return the ideal run in the order people live it.

    Consecutive steps with the same repeat key are one block and interleave: the first client shares,
    clarifies, consults; then the second client does. ``people`` are everyone in the room, None if not known.
    """
    return tuple(
        Turn(index, step.title, step.grouping, step.minutes, number, of)
        for members, (_, of, _) in _blocks(steps, people, repeats, counts or {}, mode, remainder)
        for number in range(1, of + 1)
        for index, step in members
        if not _left_out(step)
    )


def duration(
    steps: Sequence[Step],
    people: int | None = None,
    repeats: Sequence[Repeat] = (),
    counts: Counts | None = None,
    mode: str = Mode.BOTH,
    remainder: str = Remainder.SMALLER,
) -> Span:
    """Return the shortest, ideal and longest minutes of the whole run.

    An optional step counts nothing in the shortest run, its ``minutes`` in the ideal one and its
    ``minutes_max`` in the longest.
    """
    shortest = ideal = longest = 0
    for members, (fewest, count, most) in _blocks(steps, people, repeats, counts or {}, mode, remainder):
        for _, step in members:
            shortest += fewest * _least(step)
            ideal += count * step.minutes
            longest += most * step.minutes_max
    return Span(shortest, ideal, longest)


def floor(
    steps: Sequence[Step],
    people: int | None = None,
    repeats: Sequence[Repeat] = (),
    counts: Counts | None = None,
    mode: str = Mode.BOTH,
    remainder: str = Remainder.SMALLER,
) -> int:
    """Return the minutes below which the ideal run cannot be squeezed without touching what is protected.

    Every turn still happens, each step at its minimum, an optional one not at all, a protected one at its ideal:
    it is where ``spread`` begins to take from protected steps.
    """
    run = turns(steps, people, repeats, counts, mode, remainder)
    return sum(_kept(steps[turn.index]) for turn in run)


def count_of(
    repeat: Repeat,
    block_steps: Sequence[Step],
    steps_before: Sequence[Step],
    people: int | None,
    counts: Counts,
    remainder: str = Remainder.SMALLER,
) -> TurnCount:
    """Return the fewest, ideal and most turns of a block.

    - fixed: what the recipe says;
    - convenor: the given count, which leaves no range, or else what the recipe says;
    - group_size: one turn per person in the largest actual group of the block's steps (in the whole group,
      per person in the room);
    - groups: one turn per actual group of the block, or of the nearest step before it that has groups of two
      or more.

    The last two follow the arithmetic even outside the recipe's range, and fall back to the recipe's numbers
    when the people are not known or no step makes groups. Raises ValueError for a negative given count.
    """
    actual = None
    if repeat.set_by == SetBy.CONVENOR:
        actual = counts.get(repeat.key)
    elif repeat.set_by == SetBy.GROUP_SIZE and people is not None:
        actual = _largest_group(block_steps, people, remainder)
    elif repeat.set_by == SetBy.GROUPS and people is not None:
        actual = _number_of_groups([*steps_before, *block_steps], people, remainder)
    if actual is None:
        return repeat.count_min, repeat.count, repeat.count_max
    if actual < 0:
        raise ValueError(f"The block {repeat.key!r} cannot run {actual} times.")
    return actual, actual, actual


def spread(turns: Sequence[Turn], steps: Sequence[Step], total: int) -> tuple[Turn, ...]:
    """Return the same turns sharing exactly ``total`` minutes, each a whole number of minutes.

    ``steps`` are the ones the turns were made from. Minutes move along a path of levels, always in proportion
    to the way from one level to the next, rounded by largest remainder with the earlier turn first: from the
    ideal down to each step's minimum (nothing for optional steps), then to one minute, then to nothing; up to
    each maximum, then beyond it in proportion. Protected steps keep their ideal minutes unless the total is
    below what they need together, or there is nothing else to stretch. No turns share no minutes.

    Raises ValueError for a total below zero.
    """
    if total < 0:
        raise ValueError(f"An activity cannot take {total} minutes.")
    levels = _levels([steps[turn.index] for turn in turns], [turn.minutes for turn in turns])
    return tuple(replace(turn, minutes=m) for turn, m in zip(turns, _at(levels, total), strict=True))


def _left_out(step: Step) -> bool:
    return step.optional and step.minutes == 0


def _least(step: Step) -> int:
    return 0 if step.optional else step.minutes_min


def _kept(step: Step) -> int:
    return step.minutes if step.protected else min(_least(step), step.minutes)


def _blocks(
    steps: Sequence[Step],
    people: int | None,
    repeats: Sequence[Repeat],
    counts: Counts,
    mode: str,
    remainder: str,
) -> Iterator[_Block]:
    by_key = {repeat.key: repeat for repeat in repeats}
    before: list[Step] = []
    for key, run in groupby(enumerate(steps), key=lambda member: member[1].repeat):
        members = [(index, step) for index, step in run if happens(step.mode, mode)]
        block = [step for _, step in members if not _left_out(step)]
        yield members, count_of(by_key.get(key, Repeat(key)), block, before, people, counts, remainder)
        before.extend(block)


def _largest_group(steps: Sequence[Step], people: int, remainder: str) -> int | None:
    sizes = [size for step in steps for size in groups(step, people, remainder)[:1]]
    if sizes:
        return max(sizes)
    return people if any(step.grouping == Grouping.WHOLE_GROUP for step in steps) else None


def _number_of_groups(steps: Sequence[Step], people: int, remainder: str) -> int | None:
    for step in reversed(steps):
        sizes = groups(step, people, remainder)
        # Someone who thinks alone is no group that reports: the fours before the pause still do.
        if sizes and step.grouping != Grouping.ALONE:
            return len(sizes)
    return None


def _levels(steps: Sequence[Step], ideal: Sequence[int]) -> list[list[int]]:
    """Minutes per turn at every level of the path: protected steps rise first, then the others."""
    nothing = [0] * len(steps)
    low = [min(_least(step), minutes) for step, minutes in zip(steps, ideal, strict=True)]
    high = [max(step.minutes_max, minutes) for step, minutes in zip(steps, ideal, strict=True)]
    one = [min(1, minutes) for minutes in low]

    def mixed(protected: Sequence[int], others: Sequence[int]) -> list[int]:
        kept = zip(steps, protected, others, strict=True)
        return [first if step.protected else second for step, first, second in kept]

    down = [mixed(minutes, nothing) for minutes in (nothing, one, low, ideal)]
    return down + [mixed(ideal, minutes) for minutes in (one, low, ideal, high, [2 * m for m in high])]


def _at(levels: Sequence[Sequence[int]], total: int) -> list[int]:
    """The minutes per turn where the path of levels reaches ``total``."""
    below = max((level for level in levels[:-1] if sum(level) <= total), key=sum)
    above = next((level for level in levels if sum(level) > total), None)
    ways = [b - a for a, b in zip(below, above or levels[-1], strict=True)]
    if not any(ways):  # only protected or only empty turns: they share what is too much
        ways = list(below) if any(below) else [1] * len(below)
    return [a + share for a, share in zip(below, _shares(total - sum(below), ways), strict=True)]


def _shares(minutes: int, weights: Sequence[int]) -> list[int]:
    """Whole minutes in proportion to the weights, by largest remainder."""
    if not weights:
        return []
    whole = sum(weights)
    shares = [minutes * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(minutes * weights[i] % whole))
    for i in by_remainder[: minutes - sum(shares)]:
        shares[i] += 1
    return shares
