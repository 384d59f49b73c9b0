"""Notices that were dismissed are seen again, where they stood: in a session, or with the questions."""

import pytest

from tests.journeys.lists import fresh, history
from tests.journeys.noticed import sentences, without_a_break
from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said


@pytest.fixture
def journey(journey):
    """Everything is dismissed, and something that is no longer there."""
    without_a_break(journey)
    for key in (f"no-break:{journey.sessions.first().code}", "out-of-order:questions", "over:gone"):
        journey.dismiss(key)
    return journey


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/notices/show/"


@pytest.fixture
def place(journey):
    return {"place": journey.sessions.first().code}


def test_those_of_a_session_are_back(cast, journey, url, place):
    assert sentences(cast.ana.get(journey.get_absolute_url())) == []

    answer = press(cast.ana, url, **place)

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "1 notice is back.")
    assert sentences(answer) == ["Advice: From Welcome to Goodbye: 120 minutes without a break."]
    assert fresh(journey).dismissed == ["out-of-order:questions", "over:gone"]
    assert history(journey)[-1] == "Showed dismissed notices again"


def test_those_of_the_questions_are_back(cast, journey, url):
    answer = press(cast.ben, url, place="questions")

    assert sentences(answer) == ["Hint: Question 2 is not answered in its turn."]


def test_undo_leaves_them_out_again(cast, journey, url, place):
    press(cast.ana, url, **place)

    fresh(journey).undo()

    assert sentences(cast.ana.get(journey.get_absolute_url())) == []


def test_all_can_be_seen_again_at_once(journey):
    journey.show_notices()

    assert fresh(journey).dismissed == []


def test_without_htmx_it_leads_back(cast, journey, url, place):
    answer = cast.ana.post(url, place, follow=True)

    assert answer.redirect_chain[-1][0].endswith(f"#session-{place['place']}")
    assert messages(answer) == ["1 notice is back."]


@pytest.mark.parametrize("place", ["", "nowhere", "\x00"])
def test_where_nothing_is_dismissed_nothing_comes_back(cast, journey, url, place):
    answer = press(cast.ana, url, place=place)

    assert answer.status_code == 422
    assert said(answer) == "That is settled, or has changed meanwhile. Here is how it looks now."
    assert len(fresh(journey).dismissed) == 3


def test_others_find_nothing(turned_away, url, place):
    assert turned_away(url, **place) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
