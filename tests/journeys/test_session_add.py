"""One more session."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/sessions/add/"


def test_it_comes_after_the_others(cast, url, journey):
    answer = press(cast.ana, url)

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Added Session 3.")
    assert [str(session) for session in journey.sessions.all()] == ["Morning", "Afternoon", "Session 3"]


def test_without_htmx_it_leads_back_to_the_session(cast, url, journey):
    answer = cast.ben.post(url, follow=True)

    place = f"{journey.get_absolute_url()}#session-{journey.sessions.last().code}"
    assert (messages(answer), answer.redirect_chain) == (["Added Session 3."], [(place, 302)])


def test_a_journey_that_is_full_says_so(cast, url, journey):
    for number in range(38):
        journey.sessions.create(position=2 + number)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (422, "A journey holds at most 40 sessions.")
    assert journey.sessions.count() == 40


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
