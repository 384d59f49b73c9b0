"""How many people sit together: the groups a facilitator would really make on the floor.

All numbers are people. Sizes come largest first, so ``sizes[0]`` is the group the clock waits for.
"""

from structures.domain.shapes import Grouping, Remainder, Step

Sizes = tuple[int, ...]

_FIXED: dict[str, int] = {Grouping.ALONE: 1, Grouping.PAIRS: 2, Grouping.TRIOS: 3, Grouping.FOURS: 4}
_RANGED: frozenset[str] = frozenset(
    {Grouping.SMALL_GROUPS, Grouping.STATIONS, Grouping.QUADRANTS, Grouping.SELF_ORGANISED}
)
_USUAL_LOW, _USUAL_HIGH = 4, 6  # small enough that everyone speaks, large enough for more than one view


def has_sizes(grouping: str) -> bool:
    """Say whether the people per group are a step's own to say: fours are always four."""
    return grouping in _RANGED


def size_range(step: Step) -> tuple[int, int] | None:
    """Return the fewest and most people per group, or None where people are not divided into groups.

    A step that says "small groups" without numbers means four to six people.
    """
    if step.grouping in _FIXED:
        return _FIXED[step.grouping], _FIXED[step.grouping]
    if step.grouping not in _RANGED:
        return None
    low = step.size_min or min(_USUAL_LOW, step.size_max or _USUAL_LOW)
    return low, step.size_max or max(_USUAL_HIGH, low)


def groups(step: Step, people: int, remainder: str = Remainder.SMALLER) -> Sizes:
    """Return the actual groups ``people`` make in this step, or () where they are not divided."""
    sizes = size_range(step)
    if sizes is None:
        return ()
    if step.grouping == Grouping.QUADRANTS:
        return _in_quadrants(people, *sizes, remainder)
    return split(people, *sizes, remainder)


def split(people: int, low: int, high: int, remainder: str = Remainder.SMALLER) -> Sizes:
    """Divide ``people`` into groups of ``low`` to ``high``, largest group first.

    Where the sizes work out, groups are equal if they can be, then as close as they can be to the middle of
    the range, then as many as they can be (more groups, more people talking). Where they do not work out:

    - fewer people than ``low`` are one group;
    - groups of one size follow ``remainder`` (see `Remainder`); where too many are left over to join other
      groups one each, they form a smaller group;
    - groups of a range, and EVEN, take the number of groups with the fewest people too many or too few; at a
      tie LARGER makes fewer groups, SMALLER and EVEN make more;
    - in groups of two and more, nobody is ever left alone: an odd number of people in pairs makes one trio.

    Raises ValueError for fewer than one person, for ``low`` below 1 and for ``high`` below ``low``.
    """
    rule = Remainder(remainder)
    _check(people, low, high)
    if people < low:
        return (people,)
    fewest, most = -(-people // high), people // low
    if fewest <= most:
        return _even(people, _best_count(people, low, high, range(fewest, most + 1)))
    if low == high and rule != Remainder.EVEN:
        return _full_groups(people, low, rule)
    return _even(people, _least_bad_count(people, low, high, rule))


def _check(people: int, low: int, high: int) -> None:
    if people < 1:
        raise ValueError(f"Cannot divide {people} people into groups: at least one person is needed.")
    if low < 1:
        raise ValueError(f"A group cannot have {low} people: at least one is needed.")
    if high < low:
        raise ValueError(f"Groups of {low} to {high} people: the largest size is below the smallest.")


def _best_count(people: int, low: int, high: int, counts: range) -> int:
    def badness(count: int) -> tuple[bool, float, int]:
        off_the_middle = abs(2 * people - (low + high) * count) / count
        return people % count != 0, off_the_middle, -count

    return min(counts, key=badness)


def _least_bad_count(people: int, low: int, high: int, rule: Remainder) -> int:
    fewer = people // low
    more = fewer + 1
    too_many, too_few = people - fewer * high, more * low - people
    someone_alone = people // more < 2
    if someone_alone or too_many < too_few or (too_many == too_few and rule == Remainder.LARGER):
        return fewer
    return more


def _full_groups(people: int, size: int, rule: Remainder) -> Sizes:
    full, left = divmod(people, size)
    if left == 1 or (rule == Remainder.LARGER and left <= full):
        return (size + 1,) * left + (size,) * (full - left)
    return (size,) * full + (left,)


def _even(people: int, count: int) -> Sizes:
    size, bigger = divmod(people, count)
    return (size + 1,) * bigger + (size,) * (count - bigger)


def _in_quadrants(people: int, low: int, high: int, remainder: str) -> Sizes:
    """Four groups, or eight, twelve … where four would be too large. Too few for four pairs: just split."""
    if people < 8:
        return split(people, low, high, remainder)
    return _even(people, 4 * max(1, -(-people // (4 * high))))
