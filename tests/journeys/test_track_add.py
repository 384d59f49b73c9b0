"""Tracks side by side: a row of them with one press, and another track with another."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said, titles


@pytest.fixture
def welcome(journey):
    return journey.activities.get(title="Welcome")


@pytest.fixture
def url(journey, welcome):
    return f"/journeys/{journey.code}/activities/{welcome.code}/tracks/add/"


def tracks(activity):
    activity.refresh_from_db()
    return activity.tracks


def test_a_row_of_two_is_added_to_a_session(cast, journey, morning):
    answer = press(cast.ana, f"/journeys/{journey.code}/activities/add/", home=morning.code, parallel="on")

    assert (answer.status_code, is_board(answer)) == (200, True)
    assert said(answer) == "Added In parallel. Starts 14:00."
    assert titles(morning) == ["Welcome", "Nine Whys", "Coffee", "In parallel"]
    assert tracks(morning.activities.last()) == ["Room 1", "Room 2"]


def test_there_is_none_within_a_track(cast, journey, welcome):
    journey.add_track(welcome)

    answer = press(
        cast.ana, f"/journeys/{journey.code}/activities/add/", home=f"{welcome.code}.0", parallel="on"
    )

    assert (answer.status_code, said(answer)) == (422, "Tracks cannot hold tracks again.")
    assert welcome.children.count() == 0


def test_a_track_is_added(cast, url, welcome):
    answer = press(cast.ana, url)
    press(cast.ben, url)

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Added Room 1.")
    assert tracks(welcome) == ["Room 1", "Room 2"]


def test_a_row_is_added_to_a_track(cast, journey, url, welcome):
    press(cast.ana, url)

    answer = press(
        cast.ana, f"/journeys/{journey.code}/activities/add/", home=f"{welcome.code}.0", kind="talk"
    )

    assert said(answer) == "Added Talk. Starts 13:30."
    assert [(one.title, one.track) for one in welcome.children.all()] == [("Talk", 0)]


def test_without_htmx_it_leads_back_to_the_row(cast, url, journey, welcome):
    answer = cast.ben.post(url, follow=True)

    assert messages(answer) == ["Added Room 1."]
    assert answer.redirect_chain == [(f"{journey.get_absolute_url()}#activity-{welcome.code}", 302)]


def test_a_row_in_a_track_takes_none(cast, journey, url, welcome, row):
    press(cast.ana, url)
    journey.move(row, track=(welcome, 0), to=0)

    answer = press(cast.ana, url.replace(welcome.code, row.code))

    assert (answer.status_code, said(answer)) == (422, "Tracks cannot hold tracks again.")
    assert tracks(row) == []


def test_a_row_that_is_gone_is_told(cast, url, journey, welcome):
    journey.remove(welcome)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That activity is no longer in this journey.")


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
