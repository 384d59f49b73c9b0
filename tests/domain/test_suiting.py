"""What does not suit those who are there: how many groups everybody would have to listen to."""

import pytest

from sessions.domain.outline import Item, Meeting
from sessions.domain.suiting import Fault, unsuited
from structures.domain.shapes import Step


def heard(grouping: str, people: int) -> list[int]:
    """The numbers of groups that are too many to report, after one step in groups and one for everyone."""
    steps = (Step("Talk", grouping, 10, 10, 10), Step("Tell", "whole_group", 5, 5, 5))
    meeting = Meeting(people=people, items=(Item(code="a", title="A", steps=steps),))
    return [one.bound for one in unsuited(meeting) if one.fault == Fault.REPORTS]


@pytest.mark.parametrize(
    ("grouping", "people", "too_many"),
    [
        ("fours", 40, []),  # ten fours
        ("fours", 44, [11]),
        ("trios", 33, [11]),
        ("pairs", 24, []),  # of twelve pairs a few say what they found
        ("pairs", 25, []),  # and the trio among eleven of them changes nothing
        ("alone", 60, []),
    ],
)
def test_groups_that_everybody_would_have_to_hear(grouping: str, people: int, too_many: list[int]) -> None:
    assert heard(grouping, people) == too_many
