"""Whatever the plan: nothing smaller than what is proposed would do, and what is protected or pinned stays."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import prod

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sessions.domain.adjusting import adjusted
from sessions.domain.document import Kind
from sessions.domain.fitting import fit, overrun
from sessions.domain.outline import Item, Meeting, Outline
from sessions.domain.stepping import run
from sessions.domain.tracks import shares
from structures.domain import timing
from structures.domain.shapes import Mode, SetBy
from tests.domain.plans import meetings

MINUTES = st.integers(0, 40)
MOST = 3000
"""Ways to run a plan that are tried one by one."""

FRAME = {Kind.OPENING: 2, Kind.BREAK: 2, Kind.CLOSING: 3}
Tried = list[tuple[Item | None, tuple[int, ...]]]
"""What can become of an item, None is parked, with frame, parked, rounds, strain and minutes that it costs."""


def plus(*costs: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(map(sum, zip((0,) * 5, *costs, strict=True)))


def may_go(item: Item) -> bool:
    stays = item.protected or item.pinned_at is not None or item.kind == Kind.CLOSING
    return not stays and all(map(may_go, item.inside))


def shortest(item: Item, people: int | None) -> int:
    """The floor, reckoned anew: every turn of every step."""
    if not item.steps:
        least = 10 if item.kind == Kind.BREAK else 5
        third, half = -(-2 * (item.minutes or 0) // 3), -(-(item.minutes or 0) // 2)
        return max(least, third if item.kind in (Kind.BREAK, Kind.CLOSING) else half)
    counts = {one.key: one.count for one in item.repeats}
    turns = timing.turns(item.steps, people, item.repeats, counts, Mode.IN_PERSON, item.remainder)
    steps = [item.steps[turn.index] for turn in turns]
    return sum(one.minutes if one.protected else 0 if one.optional else one.minutes_min for one in steps)


def fewer_rounds(item: Item) -> Iterator[tuple[Item, int]]:
    yield item, 0
    for repeat in item.repeats:
        theirs = [one for one in item.steps if one.repeat == repeat.key]
        if repeat.set_by in (SetBy.FIXED, SetBy.CONVENOR) and not any(one.protected for one in theirs):
            for count in range(repeat.count_min, repeat.count):
                yield replace(item, repeats=(run(repeat, count),)), repeat.count - count


def leaf(item: Item, people: int | None, frozen: bool = False) -> Tried:
    """Every way for an item without tracks to be."""
    length, mode = item.length(people, Mode.IN_PERSON), Mode.IN_PERSON
    found: Tried = [(item, (0,) * 5)]
    if not (frozen or item.protected):
        for then, dropped in fewer_rounds(item):
            lost = item.span(people, mode).ideal - then.span(people, mode).ideal
            floor = shortest(then, people)
            relaxed = min(length, max(floor, length - lost))
            for minutes in range(min(floor, length), min(relaxed + 1, length)):
                taken, most = relaxed - minutes, relaxed - floor
                strain = (25 + 100 * taken**2 // most**2) * FRAME.get(item.kind, 1) if taken else 0
                found.append((replace(then, minutes=minutes), (0, 0, dropped, strain, length - minutes)))
        if may_go(item):
            found.append((None, (int(item.kind in FRAME), 1, 0, 0, length)))
    return found


def every(item: Item, people: int | None) -> Tried:
    """Every way for an item to be, with tracks or without."""
    if not item.is_split:
        return leaf(item, people)
    tracks = list(zip(item.tracks, shares(people, len(item.tracks)), strict=True))
    inside = [leaf(one, some, item.protected) for track, some in tracks for one in track]
    found: Tried = []
    for chosen in product(*inside):
        cost = plus(*(each for _one, each in chosen))
        left = iter([one for one, _cost in chosen])
        then = tuple(tuple(one for one in [next(left) for _one in track] if one) for track in item.tracks)
        if any(then):
            found.append((replace(item, tracks=then), cost))
        elif may_go(item):
            found.append((None, cost))
    return found


def answered(meeting: Meeting) -> set[int]:
    rows = (one for item in meeting.items for one in (item, *item.inside))
    return {one.question for one in rows if one.question is not None}


def cost_of(meeting: Meeting, then: Meeting, minutes: int, spent: tuple[int, ...]) -> tuple[int, ...]:
    frame, *others = spent
    return (overrun(then, minutes), frame, len(answered(meeting) - answered(then)), *others)


def combinations(meeting: Meeting) -> Iterator[tuple[Meeting, tuple[int, ...]]]:
    tried = [every(item, meeting.people) for item in meeting.items]
    assume(prod(map(len, tried)) <= MOST)
    for chosen in product(*tried):
        items = tuple(item for item, _cost in chosen if item)
        yield replace(meeting, items=items), plus(*(cost for _item, cost in chosen))


def same(one: Meeting, other: Meeting) -> bool:
    """Whether both come to the same: what is where, for how long, in how many rounds."""
    return told(one) == told(other)


def told(meeting: Meeting) -> list[tuple[object, ...]]:
    seats = list(meeting.everything)
    return [
        (seat.item.code, seat.item.is_split or seat.placed.minutes, [one.count for one in seat.item.repeats])
        for seat in seats
    ]


def fitted(meeting: Meeting, minutes: int) -> Meeting:
    return adjusted(Outline((meeting,)), fit(meeting, minutes).adjustments).meetings[0]


@settings(max_examples=150, deadline=None)
@given(meetings(), MINUTES)
def test_nothing_smaller_would_do(meeting: Meeting, minutes: int) -> None:
    after = fitted(meeting, minutes)

    costs = [
        (cost_of(meeting, then, minutes, spent), same(then, after)) for then, spent in combinations(meeting)
    ]

    assert min(costs)[0] == min(cost for cost, is_it in costs if is_it)


def leaves_of(meeting: Meeting) -> dict[str, tuple[Item, int | None, bool]]:
    """Items without tracks by their codes, with their people, and whether what holds them is protected."""
    found = {}
    for seat in meeting.everything:
        if not seat.item.is_split:
            holder = meeting.items[seat.number]
            found[seat.item.code] = seat.item, seat.people, holder.protected
    return found


@settings(deadline=None)
@given(meetings(most=6), MINUTES)
def test_what_is_protected_or_pinned_stays(meeting: Meeting, minutes: int) -> None:
    before, after = leaves_of(meeting), leaves_of(fitted(meeting, minutes))

    for code, (item, _people, is_kept) in before.items():
        if item.protected or is_kept:
            assert after[code][0] == item
        if item.pinned_at is not None:
            assert after[code][0].pinned_at == item.pinned_at


@settings(deadline=None)
@given(meetings(most=6), MINUTES)
def test_nothing_is_squeezed_below_its_floor_or_stretched(meeting: Meeting, minutes: int) -> None:
    before = leaves_of(meeting)

    for code, (item, people, _is_kept) in leaves_of(fitted(meeting, minutes)).items():
        was = before[code][0].length(people, Mode.IN_PERSON)
        floor = shortest(replace(item, minutes=None) if item.steps else before[code][0], people)
        assert min(was, floor) <= item.length(people, Mode.IN_PERSON) <= was


@settings(deadline=None)
@given(meetings(most=6), MINUTES)
def test_it_is_never_worse_than_nothing_and_says_how_it_stands(meeting: Meeting, minutes: int) -> None:
    found, after = fit(meeting, minutes), fitted(meeting, minutes)

    assert found.short_by < found.over or not found.adjustments
    assert (found.over, found.short_by) == (overrun(meeting, minutes), overrun(after, minutes))
    assert (found.before, found.after) == (meeting.layout.end, after.layout.end)
    assert bool(found.kept) == bool(found.short_by)


@settings(deadline=None)
@given(meetings(most=6), MINUTES)
def test_what_fits_is_left_alone(meeting: Meeting, minutes: int) -> None:
    after = fitted(meeting, minutes)

    assert overrun(after, minutes) or fit(after, minutes).adjustments == ()
    assert fit(meeting, 10**4).adjustments == () or overrun(meeting, 10**4) > 0


@settings(deadline=None)
@given(meetings(most=6), MINUTES)
def test_the_same_plan_gets_the_same_answer(meeting: Meeting, minutes: int) -> None:
    assert fit(meeting, minutes) == fit(meeting, minutes)
