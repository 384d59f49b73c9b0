"""A track is taken out; what it holds is parked."""

import pytest

from tests.journeys.lists import agenda
from tests.journeys.ritual import NOT_FOUND, is_board, press, said


@pytest.fixture
def welcome(journey, row):
    """A row with the tracks Garden and Library; Nine Whys is in the Garden."""
    welcome = journey.activities.get(title="Welcome")
    for name in ("Garden", "Library"):
        journey.add_track(welcome, name)
    journey.move(row, track=(welcome, 0), to=0)
    return welcome


@pytest.fixture
def url(journey, welcome):
    return f"/journeys/{journey.code}/activities/{welcome.code}/tracks/0/remove/"


def test_it_is_taken_out(cast, journey, url, welcome):
    answer = press(cast.ben, url)

    assert (answer.status_code, is_board(answer)) == (200, True)
    assert said(answer) == "Removed Garden. What it held is parked."
    assert agenda(journey)["parked"] == ["Ecocycle", "Nine Whys"]
    welcome.refresh_from_db()
    assert (welcome.tracks, welcome.children.count()) == (["Library"], 0)


def test_a_track_that_is_gone_is_told(cast, journey, url, welcome):
    press(cast.ana, url)
    press(cast.ana, url)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That track is no longer in this journey.")


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405


def test_pressed_twice_it_takes_out_one(cast, url, journey, welcome):
    for _press in range(2):
        answer = press(cast.ana, url, seen="Garden")

    welcome.refresh_from_db()
    assert (answer.status_code, welcome.tracks) == (422, ["Library"])
