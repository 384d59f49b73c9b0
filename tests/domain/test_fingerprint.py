"""A recipe is recognised as long as its arithmetic stays the same."""

from dataclasses import replace

import pytest

from structures.domain.fingerprint import fingerprint
from structures.domain.shapes import Grouping, Repeat, Step

STEPS = (Step("Alone", Grouping.ALONE, 1, 1, 2, repeat="A"), Step("All", "whole_group", 3, 5, 8))
REPEATS = (Repeat("A", count=3, count_max=3),)


def test_the_same_recipe_has_the_same_fingerprint_however_its_values_came() -> None:
    as_stored = (replace(STEPS[0], grouping="alone"), STEPS[1])

    assert fingerprint(list(as_stored), list(REPEATS)) == fingerprint(STEPS, REPEATS)
    assert len(fingerprint(STEPS, REPEATS)) == 8


@pytest.mark.parametrize(
    ("steps", "repeats"),
    [
        ((replace(STEPS[0], minutes=2), STEPS[1]), REPEATS),
        ((replace(STEPS[0], title="By yourself"), STEPS[1]), REPEATS),
        ((STEPS[1], STEPS[0]), REPEATS),
        (STEPS[:1], REPEATS),
        (STEPS, (replace(REPEATS[0], count=2),)),
        (STEPS, ()),
    ],
)
def test_another_recipe_has_another(steps: tuple[Step, ...], repeats: tuple[Repeat, ...]) -> None:
    assert fingerprint(steps, repeats) != fingerprint(STEPS, REPEATS)
