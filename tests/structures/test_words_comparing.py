"""What the catalogue would change, in words."""

import pytest

from structures.choices import Grouping, RepeatUnit, SetBy, StepMode
from structures.domain.comparing import REPEAT_FIELDS, STEP_FIELDS, Change, Changed, Comparison
from structures.words_comparing import Said, changes_in_words


def said(field, old, new):
    comparison = Comparison(changed=(Changed("List 1", (Change(field, old, new),)),))
    [(title, words)] = changes_in_words(comparison, {"1-2-4-all": "1-2-4-All"})
    assert title == "List 1"
    return words


@pytest.mark.parametrize(
    ("field", "old", "new", "words"),
    [
        ("minutes", 5, 8, ("minutes", "5", "8")),
        ("minutes_min", 0, 8, ("shortest", "0", "8")),
        ("grouping", Grouping.PAIRS, "trios", ("groups", "pairs", "trios")),
        ("size_max", None, 7, ("people per group, to", "–", "7")),
        ("protected", False, True, ("protected", "no", "yes")),
        ("mode", "both", "online", ("where", "in person and online", "online only")),
        ("nested", "", "1-2-4-all", ("inside", "–", "1-2-4-All")),
        ("nested", "1-2-4-all", "draft", ("inside", "1-2-4-All", "draft")),
        ("count", 3, 4, ("turns", "3", "4")),
        ("unit", "round", "client", ("one turn is a", "round", "client")),
        ("set_by", "fixed", "groups", ("turns set by", "always the same", "the number of groups")),
        ("title", "Alone", "By yourself", ("title", "Alone", "By yourself")),
        ("place", 4, 3, ("place", "4", "3")),
    ],
)
def test_a_change_is_said_of_what_from_what_to_what(field, old, new, words):
    assert said(field, old, new) == (Said(*words),)


CHOICES = {"grouping": Grouping.PAIRS, "mode": StepMode.BOTH, "unit": RepeatUnit.ROUND, "set_by": SetBy.FIXED}


@pytest.mark.parametrize("field", [*STEP_FIELDS, *REPEAT_FIELDS])
def test_everything_that_is_compared_has_a_name(field):
    (one,) = said(field, CHOICES.get(field), CHOICES.get(field))

    assert (one.what != "", "_" in one.what) == (True, False)
