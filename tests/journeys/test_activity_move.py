"""A row one place up or down, or dragged to any place of any session."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said, titles

AS_IT_WAS = ["Welcome", "Nine Whys", "Coffee"]


@pytest.fixture
def url(journey, row):
    return f"/journeys/{journey.code}/activities/{row.code}/move/"


@pytest.mark.parametrize(
    ("wish", "words", "after"),
    [
        (
            {"direction": "up"},
            "Nine Whys moved to position 1. Starts 13:30.",
            ["Nine Whys", "Welcome", "Coffee"],
        ),
        (
            {"direction": "down"},
            "Nine Whys moved to position 3. Starts 13:50.",
            ["Welcome", "Coffee", "Nine Whys"],
        ),
        ({"to": "0"}, "Nine Whys moved to position 1. Starts 13:30.", ["Nine Whys", "Welcome", "Coffee"]),
        ({"to": "1"}, "Nine Whys moved to position 2. Starts 13:40.", AS_IT_WAS),
        (
            {"to": "9999999"},
            "Nine Whys moved to position 3. Starts 13:50.",
            ["Welcome", "Coffee", "Nine Whys"],
        ),
    ],
)
def test_it_moves_within_its_session(cast, url, morning, wish, words, after):
    answer = press(cast.ana, url, **wish)

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, words)
    assert titles(morning) == after


def test_down_from_the_last_row_leads_to_the_next_session_and_up_again_back(cast, url, morning, afternoon):
    press(cast.ana, url, direction="down")
    press(cast.ana, url, direction="down")
    there = titles(afternoon)
    press(cast.ana, url, direction="up")

    assert (there, titles(afternoon), titles(morning)) == (
        ["Nine Whys"],
        [],
        ["Welcome", "Coffee", "Nine Whys"],
    )


def test_it_can_be_dragged_to_another_session(cast, url, morning, afternoon):
    answer = press(cast.ana, url, to="0", home=afternoon.code)

    assert said(answer).strip() == "Nine Whys moved to position 1."
    assert (titles(morning), titles(afternoon)) == (["Welcome", "Coffee"], ["Nine Whys"])


def test_without_htmx_it_leads_back_to_the_row(cast, url, journey, row, morning):
    answer = cast.ben.post(url, {"direction": "up"}, follow=True)

    assert messages(answer) == ["Nine Whys moved to position 1. Starts 13:30."]
    assert answer.redirect_chain == [(f"{journey.get_absolute_url()}#activity-{row.code}", 302)]


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ({}, "Say where it should go: up, down, or to which place."),
        ({"to": "soon"}, "Type the place in figures, like 3."),
        ({"to": "-5"}, "Ensure this value is greater than or equal to 0."),
        (
            {"to": "0", "home": "another"},
            "That place is no longer in this journey.",
        ),
    ],
)
def test_what_cannot_be_moves_nothing(cast, url, morning, wish, reason):
    answer = press(cast.ana, url, **wish)

    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert titles(morning) == AS_IT_WAS


def test_an_activity_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, row, morning):
    journey.remove(row)

    answer = press(cast.ana, url, direction="up")

    assert (answer.status_code, said(answer)) == (409, "That activity is no longer in this journey.")
    assert titles(morning) == ["Welcome", "Coffee"]


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, direction="up") == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
