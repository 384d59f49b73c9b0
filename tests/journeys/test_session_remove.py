"""A session taken out; its activities are parked, not lost."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said

GONE = "Removed Morning. Its activities are parked."


@pytest.fixture
def url(journey, morning):
    return f"/journeys/{journey.code}/sessions/{morning.code}/remove/"


def test_its_activities_are_parked_behind_the_others(cast, url, journey):
    answer = press(cast.ana, url)

    parked = journey.activities.filter(session=None).order_by("position")
    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, GONE)
    assert [row.title for row in parked] == ["Ecocycle", "Welcome", "Nine Whys", "Coffee"]
    assert [(session.position, session.title) for session in journey.sessions.all()] == [(0, "Afternoon")]


def test_a_journey_without_sessions_still_has_a_board(cast, url, journey, afternoon):
    press(cast.ana, url)

    answer = press(cast.ana, f"/journeys/{journey.code}/sessions/{afternoon.code}/remove/")

    assert (answer.status_code, is_board(answer), journey.sessions.count()) == (200, True, 0)


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey):
    answer = cast.ben.post(url, follow=True)

    assert (messages(answer), journey.sessions.count()) == ([GONE], 1)
    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]


def test_a_session_that_is_gone_leaves_the_board_as_it_is(cast, url):
    press(cast.ben, url)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That session is no longer in this journey.")


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
