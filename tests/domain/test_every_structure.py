"""Every published structure with 5, 12, 23, 60 and 250 people: who sits together, and how long it takes.

``tests/data/every_structure.txt`` has a line for each, to be checked by hand beside the structure's own page.
"""

from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain import timing
from structures.domain.grouping import groups
from structures.words import groups_in_words
from tests.domain.catalogue import NAMED, structure
from tests.domain.profile import CALM

PEOPLE = (5, 12, 23, 60, 250)
TABLE = Path(__file__).parents[1] / "data" / "every_structure.txt"
LINES = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
ROOM = "in_person"


def sitting(name, people):
    """The groups of every step that makes some, in the order people live them; what stays is said once."""
    steps, _repeats, remainder = structure(NAMED[name])
    divided = [(step.grouping, groups(step, people, remainder)) for step in timing.performed(steps, ROOM)]
    said = [groups_in_words(grouping, sizes) for grouping, sizes in divided if sizes and grouping != "alone"]
    return "; ".join(words for words, _same in groupby(said)) or "–"


def span(name, people):
    steps, repeats, remainder = structure(NAMED[name])
    return timing.duration(steps, people, repeats, mode=ROOM, remainder=remainder)


def line(name, people):
    minutes = span(name, people)
    return f"{name} | {people} | {sitting(name, people)} | {minutes.min}–{minutes.ideal}–{minutes.max}"


def test_every_published_structure_stands_in_the_table_with_each_number_of_people():
    stand = [tuple(one.rsplit(" | ", 3)[:2]) for one in LINES]
    assert stand == [(name, str(people)) for name in sorted(NAMED) for people in PEOPLE]


@pytest.mark.parametrize("expected", LINES)
def test_groups_and_minutes(expected):
    name, people, *_rest = expected.rsplit(" | ", 3)
    assert line(name, int(people)) == expected


names = st.sampled_from(sorted(NAMED))
heads = st.integers(1, 400)


@given(names, heads)
@CALM
def test_nobody_is_left_out_and_nobody_counted_twice(name, people):
    steps, _repeats, remainder = structure(NAMED[name])
    divided = [sizes for step in steps if (sizes := groups(step, people, remainder))]
    assert {sum(sizes) for sizes in divided} <= {people}


@given(names, heads, heads)
@CALM
def test_minutes_never_shrink_when_no_group_is_smaller_and_none_is_missing(name, some, others):
    steps, _repeats, remainder = structure(NAMED[name])

    def demand(people):
        """What a clock may wait for: the largest group of each step, and how many there are."""
        made = [groups(step, people, remainder) or (people,) for step in steps]
        return [(sizes[0], len(sizes)) for sizes in made]

    small, large = sorted((some, others))
    pairs = zip(demand(small), demand(large), strict=True)
    if all(one[0] <= other[0] and one[1] <= other[1] for one, other in pairs):
        before, after = span(name, small), span(name, large)
        assert (before.min <= after.min, before.ideal <= after.ideal, before.max <= after.max) == (True,) * 3


@given(names, st.integers(1, 60), st.integers(0, 480))
@CALM
def test_any_minutes_are_spread_to_the_last_one(name, people, total):
    steps, repeats, remainder = structure(NAMED[name])
    run = timing.turns(steps, people, repeats, mode=ROOM, remainder=remainder)
    shared = timing.spread(run, steps, total)
    assert (sum(turn.minutes for turn in shared), [turn.index for turn in shared]) == (
        total,
        [turn.index for turn in run],
    )


@given(names, st.integers(1, 60), st.integers(0, 100))
@CALM
def test_squeezed_as_far_as_it_gives_every_step_keeps_within_its_own_minutes(name, people, part):
    steps, repeats, remainder = structure(NAMED[name])
    run = timing.turns(steps, people, repeats, mode=ROOM, remainder=remainder)

    def least(turn):
        step = steps[turn.index]
        return turn.minutes if step.protected else 0 if step.optional else step.minutes_min

    shortest, ideal = sum(map(least, run)), sum(turn.minutes for turn in run)
    shared = timing.spread(run, steps, shortest + (ideal - shortest) * part // 100)
    assert ideal == span(name, people).ideal
    assert [least(turn) <= now.minutes <= turn.minutes for turn, now in zip(run, shared, strict=True)] == (
        [True] * len(run)
    )
