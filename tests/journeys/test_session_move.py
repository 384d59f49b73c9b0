"""A session one place earlier or later in the journey."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said

AS_IT_WAS = ["Morning", "Afternoon"]


@pytest.fixture
def url(journey, morning):
    return f"/journeys/{journey.code}/sessions/{morning.code}/move/"


def names(journey):
    return [str(session) for session in journey.sessions.all()]


def test_it_changes_places_with_the_next_and_takes_its_rows_along(cast, url, journey, morning):
    answer = press(cast.ana, url, direction="down")

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Morning moved to place 2.")
    assert (names(journey), morning.activities.count()) == (AS_IT_WAS[::-1], 3)


@pytest.mark.parametrize(
    ("wish", "words", "after"),
    [
        ({"direction": "up"}, "Morning moved to place 1.", AS_IT_WAS),
        ({"to": "1"}, "Morning moved to place 2.", AS_IT_WAS[::-1]),
        ({"to": "99"}, "Morning moved to place 2.", AS_IT_WAS[::-1]),
    ],
)
def test_the_ends_of_the_journey_hold(cast, url, journey, wish, words, after):
    answer = press(cast.ana, url, **wish)

    assert (answer.status_code, said(answer), names(journey)) == (200, words, after)


def test_without_htmx_it_leads_back_to_the_session(cast, url, journey, morning):
    answer = cast.ben.post(url, {"direction": "down", "view": "overview"}, follow=True)

    place = f"{journey.get_absolute_url()}?view=overview#session-{morning.code}"
    assert (messages(answer), answer.redirect_chain) == (["Morning moved to place 2."], [(place, 302)])


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ({}, "Say where it should go: up, down, or to which place."),
        ({"to": "soon"}, "Type the place in figures, like 3."),
    ],
)
def test_what_cannot_be_moves_nothing(cast, url, journey, wish, reason):
    answer = press(cast.ana, url, **wish)

    assert (answer.status_code, said(answer), names(journey)) == (422, reason, AS_IT_WAS)


def test_a_session_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, morning):
    journey.remove_session(morning)

    answer = press(cast.ana, url, direction="down")

    assert (answer.status_code, said(answer)) == (409, "That session is no longer in this journey.")


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, direction="down") == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
