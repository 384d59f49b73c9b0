"""In what one recipe differs from another."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain.comparing import Change, Changed, Comparison, changed_since, compare
from structures.domain.fingerprint import fingerprint
from structures.domain.shapes import Repeat, Step

ALONE = Step("Alone", "alone", 1, 1, 2)
PAIRS = Step("Pairs", "pairs", 4, 5, 6, repeat="A")
ROOMS = Step("Rooms", "small_groups", 8, 10, 12, size_min=4, size_max=7)
ALL = Step("All", "whole_group", 5, 5, 5, protected=True)
MINE = (ALONE, PAIRS, ROOMS, ALL)
ROUNDS = (Repeat("A", count_min=2, count=3, count_max=3),)


def changed(title: str, *changes: tuple[str, object, object]) -> Comparison:
    return Comparison(changed=(Changed(title, tuple(Change(*one) for one in changes)),))


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        (MINE, Comparison()),
        ((), Comparison(removed=MINE)),
        ((ALONE, PAIRS, ALL), Comparison(removed=(ROOMS,))),
        (
            (*MINE, replace(ALL, title="Debrief", minutes=9, minutes_max=9)),
            Comparison(added=(replace(ALL, title="Debrief", minutes=9, minutes_max=9),)),
        ),
        ((replace(ALONE, minutes=2), *MINE[1:]), changed("Alone", ("minutes", 1, 2))),
        (
            (*MINE[:2], replace(ROOMS, minutes_min=5, grouping="stations", size_max=6), ALL),
            changed(
                "Rooms", ("grouping", "small_groups", "stations"), ("minutes_min", 8, 5), ("size_max", 7, 6)
            ),
        ),
        ((*MINE[:3], replace(ALL, protected=False)), changed("All", ("protected", True, False))),
        ((*MINE[:3], replace(ALL, optional=True)), changed("All", ("optional", False, True))),
        ((*MINE[:3], replace(ALL, mode="online")), changed("All", ("mode", "both", "online"))),
        ((*MINE[:3], replace(ALL, nested="1-2-4-all")), changed("All", ("nested", "", "1-2-4-all"))),
        (
            (replace(ALONE, title="By yourself"), *MINE[1:]),
            changed("Alone", ("title", "Alone", "By yourself")),
        ),
        ((ALONE, PAIRS, ALL, ROOMS), changed("All", ("place", 4, 3))),
        ((ALL, ALONE, PAIRS, ROOMS), changed("All", ("place", 4, 1))),
    ],
)
def test_steps_are_added_removed_and_changed(theirs: tuple[Step, ...], expected: Comparison) -> None:
    assert compare(MINE, theirs, ROUNDS, ROUNDS) == expected


@pytest.mark.parametrize(
    ("repeats", "changes"),
    [
        ((replace(ROUNDS[0], count=2),), [("count", 3, 2)]),
        (
            (replace(ROUNDS[0], unit="client", set_by="group_size"),),
            [("unit", "round", "client"), ("set_by", "fixed", "group_size")],
        ),
        ((), [("count_min", 2, 1), ("count", 3, 1), ("count_max", 3, 1)]),
    ],
)
def test_turns_are_told_of_the_steps_that_have_them(
    repeats: tuple[Repeat, ...], changes: list[tuple[str, object, object]]
) -> None:
    assert compare(MINE, MINE, ROUNDS, repeats) == changed("Pairs", *changes)


def test_what_makes_no_difference_is_none() -> None:
    """Another key for the same rounds, and sizes of a configuration that has none."""
    theirs = (replace(ALONE, size_min=4), replace(PAIRS, repeat="B"), ROOMS, ALL)

    assert not compare(MINE, theirs, ROUNDS, [replace(ROUNDS[0], key="B")])


def test_steps_of_one_title_are_told_apart_by_their_order() -> None:
    mine, theirs = (ALONE, ALL, ALONE), (ALONE, ALL, replace(ALONE, minutes=2), ALONE)

    comparison = compare(mine, theirs)

    assert (comparison.removed, comparison.changed) == ((), (Changed("Alone", (Change("minutes", 1, 2),)),))
    assert comparison.added == (ALONE,)


def test_ones_own_changes_are_none_of_the_catalogues() -> None:
    known = fingerprint(MINE, ROUNDS)
    own = (replace(ALONE, minutes=2), *MINE[1:])
    later = (*MINE[:3], replace(ALL, title="Debrief"))

    assert not changed_since(known, (own, ROUNDS), (MINE, ROUNDS))
    assert not changed_since(known, (later, ROUNDS), (later, ROUNDS))
    assert changed_since(known, (own, ROUNDS), (later, ROUNDS)) == compare(own, later, ROUNDS, ROUNDS)


STEPS = st.lists(
    st.builds(
        Step,
        title=st.sampled_from("ABC"),
        grouping=st.sampled_from(["alone", "pairs", "small_groups"]),
        minutes_min=st.just(0),
        minutes=st.integers(0, 2),
        minutes_max=st.just(2),
    ),
    max_size=6,
)


@given(STEPS, STEPS)
def test_every_step_is_accounted_for_and_the_same_is_no_difference(
    mine: list[Step], theirs: list[Step]
) -> None:
    comparison = compare(mine, theirs)

    assert len(theirs) - len(comparison.added) == len(mine) - len(comparison.removed)
    assert bool(comparison) == (mine != theirs)
