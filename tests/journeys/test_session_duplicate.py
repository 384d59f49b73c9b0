"""A session copied with its rows, to be held once more."""

import pytest

from sessions.domain import limits
from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said, titles

SAID = "Added Copy of Morning. It has no day yet."


@pytest.fixture
def url(journey, morning):
    return f"/journeys/{journey.code}/sessions/{morning.code}/duplicate/"


def test_the_copy_comes_right_after_it_with_the_same_rows(cast, url, journey, morning):
    answer = press(cast.ana, url)

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, SAID)
    assert [str(session) for session in journey.sessions.all()] == ["Morning", "Copy of Morning", "Afternoon"]
    copy = journey.sessions.get(position=1)
    assert titles(copy) == titles(morning) == ["Welcome", "Nine Whys", "Coffee"]
    assert (copy.starts_at, copy.minutes, copy.date) == (morning.starts_at, 90, None)


@pytest.mark.parametrize(("view", "follows"), [("", False), ("overview", False), ("code", True)])
def test_without_htmx_it_leads_to_the_copy_which_comes_into_view(cast, url, journey, morning, view, follows):
    answer = cast.ben.post(url, {"view": morning.code if view == "code" else view}, follow=True)

    copy = journey.sessions.get(position=1).code
    query = f"?view={copy if follows else view}" if view else ""
    place = f"{journey.get_absolute_url()}{query}#session-{copy}"
    assert (messages(answer), answer.redirect_chain) == ([SAID], [(place, 302)])


def test_a_full_journey_says_so(cast, url, journey, monkeypatch):
    monkeypatch.setattr(limits, "MAX_SESSIONS", 2)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (422, "A journey holds at most 40 sessions.")
    assert journey.sessions.count() == 2


def test_a_session_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, morning):
    journey.remove_session(morning)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That session is no longer in this journey.")
    assert journey.sessions.count() == 1


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
