"""Who is left over when groups of one size are made, and what each rule does with them: to be laid with coins."""

import pytest

from structures.domain.grouping import split
from structures.domain.shapes import Remainder

TABLE = [  # people, in groups of; left over they form a smaller group, join others one each, or all are made even
    (3, 2, "3", "3", "3"),
    (5, 2, "3 + 2", "3 + 2", "3 + 2"),
    (7, 2, "3 + 2×2", "3 + 2×2", "3 + 2×2"),
    (9, 2, "3 + 3×2", "3 + 3×2", "3 + 3×2"),
    (11, 2, "3 + 4×2", "3 + 4×2", "3 + 4×2"),
    (4, 3, "4", "4", "4"),
    (5, 3, "3 + 2", "3 + 2", "3 + 2"),
    (7, 3, "4 + 3", "4 + 3", "4 + 3"),
    (8, 3, "2×3 + 2", "2×4", "2×3 + 2"),
    (10, 3, "4 + 2×3", "4 + 2×3", "4 + 2×3"),
    (11, 3, "3×3 + 2", "2×4 + 3", "3×3 + 2"),
    (13, 3, "4 + 3×3", "4 + 3×3", "4 + 3×3"),
    (14, 3, "4×3 + 2", "2×4 + 2×3", "4×3 + 2"),
    (16, 3, "4 + 4×3", "4 + 4×3", "4 + 4×3"),
    (17, 3, "5×3 + 2", "2×4 + 3×3", "5×3 + 2"),
    (5, 4, "5", "5", "5"),
    (6, 4, "4 + 2", "4 + 2", "2×3"),
    (7, 4, "4 + 3", "4 + 3", "4 + 3"),
    (9, 4, "5 + 4", "5 + 4", "5 + 4"),
    (10, 4, "2×4 + 2", "2×5", "4 + 2×3"),
    (11, 4, "2×4 + 3", "2×4 + 3", "2×4 + 3"),
    (13, 4, "5 + 2×4", "5 + 2×4", "5 + 2×4"),
    (14, 4, "3×4 + 2", "2×5 + 4", "2×4 + 2×3"),
    (15, 4, "3×4 + 3", "3×5", "3×4 + 3"),
    (17, 4, "5 + 3×4", "5 + 3×4", "5 + 3×4"),
    (18, 4, "4×4 + 2", "2×5 + 2×4", "3×4 + 2×3"),
    (19, 4, "4×4 + 3", "3×5 + 4", "4×4 + 3"),
    (21, 4, "5 + 4×4", "5 + 4×4", "5 + 4×4"),
    (22, 4, "5×4 + 2", "2×5 + 3×4", "4×4 + 2×3"),
    (23, 4, "5×4 + 3", "3×5 + 2×4", "5×4 + 3"),
    (6, 5, "6", "6", "6"),
    (7, 5, "5 + 2", "5 + 2", "7"),
    (8, 5, "5 + 3", "5 + 3", "2×4"),
    (9, 5, "5 + 4", "5 + 4", "5 + 4"),
    (11, 5, "6 + 5", "6 + 5", "6 + 5"),
    (12, 5, "2×5 + 2", "2×6", "2×6"),
    (13, 5, "2×5 + 3", "2×5 + 3", "5 + 2×4"),
    (14, 5, "2×5 + 4", "2×5 + 4", "2×5 + 4"),
    (16, 5, "6 + 2×5", "6 + 2×5", "6 + 2×5"),
    (17, 5, "3×5 + 2", "2×6 + 5", "2×6 + 5"),
    (18, 5, "3×5 + 3", "3×6", "2×5 + 2×4"),
    (19, 5, "3×5 + 4", "3×5 + 4", "3×5 + 4"),
]


def groups(words):
    """ "3×4 + 2" as (4, 4, 4, 2)."""
    parts = [part.split("×") for part in words.split(" + ")]
    return tuple(int(part[-1]) for part in parts for _group in range(int(part[0]) if len(part) > 1 else 1))


@pytest.mark.parametrize(("people", "size", "smaller", "larger", "even"), TABLE)
def test_every_rule(people, size, smaller, larger, even):
    made = {rule: split(people, size, size, rule) for rule in Remainder}
    assert made == {
        Remainder.SMALLER: groups(smaller),
        Remainder.LARGER: groups(larger),
        Remainder.EVEN: groups(even),
    }


@pytest.mark.parametrize("size", [2, 3, 4, 5])
@pytest.mark.parametrize("rule", list(Remainder))
def test_where_it_works_out_no_rule_is_needed(size, rule):
    assert [split(size * count, size, size, rule) for count in range(1, 8)] == [
        (size,) * count for count in range(1, 8)
    ]
