"""How many people are in each of the tracks side by side."""

import pytest

from sessions.domain.tracks import shares


@pytest.mark.parametrize(
    ("people", "tracks", "expected"),
    [
        (18, 2, [9, 9]),
        (23, 2, [12, 11]),
        (23, 4, [6, 6, 6, 5]),
        (7, 3, [3, 2, 2]),
        (2, 3, [1, 1, 1]),  # a track without anybody could not be planned
        (5, 1, [5]),
        (5, 0, []),
        (None, 2, [None, None]),
    ],
)
def test_people_are_shared_evenly(people, tracks, expected):
    assert shares(people, tracks) == expected
