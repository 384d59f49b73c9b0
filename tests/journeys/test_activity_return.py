"""A parked row back on the clock."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said, titles


@pytest.fixture
def url(journey, parked):
    return f"/journeys/{journey.code}/activities/{parked.code}/return/"


def test_it_comes_back_at_the_end_of_the_last_session(cast, url, afternoon):
    answer = press(cast.ana, url)

    assert (answer.status_code, is_board(answer), titles(afternoon)) == (200, True, ["Ecocycle"])
    assert said(answer).strip() == "Brought back Ecocycle."


def test_it_can_be_dragged_to_any_place(cast, url, morning):
    answer = press(cast.ana, url, to="1", home=morning.code)

    assert said(answer) == "Brought back Ecocycle. Starts 13:40."
    assert titles(morning) == ["Welcome", "Ecocycle", "Nine Whys", "Coffee"]


def test_without_htmx_it_leads_back_to_the_row(cast, url, journey, parked, morning):
    answer = cast.ben.post(url, {"home": morning.code}, follow=True)

    assert messages(answer) == ["Brought back Ecocycle. Starts 14:00."]
    assert answer.redirect_chain == [(f"{journey.get_absolute_url()}#activity-{parked.code}", 302)]


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ({"to": "soon"}, "Type the place in figures, like 3."),
        ({"to": "-5"}, "Ensure this value is greater than or equal to 0."),
        ({"home": "another"}, "That place is no longer in this journey."),
    ],
)
def test_what_cannot_be_brings_nothing_back(cast, url, parked, wish, reason):
    answer = press(cast.ana, url, **wish)

    parked.refresh_from_db()
    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert parked.session is None


def test_without_a_session_there_is_no_clock_to_come_back_to(cast, url, journey, morning, afternoon):
    journey.remove_session(morning)
    journey.remove_session(afternoon)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (422, "Add a session first, then bring it back.")


def test_an_activity_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, parked):
    journey.remove(parked)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That activity is no longer in this journey.")


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
