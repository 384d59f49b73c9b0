"""A question one place up or down the arc."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said


@pytest.fixture
def url(journey, question):
    return f"/journeys/{journey.code}/questions/{question.code}/move/"


def texts(journey):
    return [row.text for row in journey.questions.all()]


AS_IT_WAS = ["Why does it matter?", "Where do we start?"]


def test_it_changes_places_with_the_next(cast, url, journey):
    answer = press(cast.ana, url, direction="down")

    assert (answer.status_code, is_board(answer)) == (200, True)
    assert said(answer) == "Question moved to place 2."
    assert texts(journey) == AS_IT_WAS[::-1]


@pytest.mark.parametrize(
    ("wish", "said_then", "after"),
    [
        ({"direction": "up"}, "Question moved to place 1.", AS_IT_WAS),
        ({"to": "0"}, "Question moved to place 1.", AS_IT_WAS),
        ({"to": "1"}, "Question moved to place 2.", AS_IT_WAS[::-1]),
        ({"to": "99"}, "Question moved to place 2.", AS_IT_WAS[::-1]),
    ],
)
def test_the_ends_of_the_arc_hold(cast, url, journey, wish, said_then, after):
    answer = press(cast.ana, url, **wish)

    assert (answer.status_code, said(answer), texts(journey)) == (200, said_then, after)


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey):
    answer = cast.ben.post(url, {"direction": "down"}, follow=True)

    assert (messages(answer), texts(journey)) == (["Question moved to place 2."], AS_IT_WAS[::-1])
    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ({}, "Say where it should go: up, down, or to which place."),
        ({"to": "soon"}, "Type the place in figures, like 3."),
        ({"to": "-5"}, "Ensure this value is greater than or equal to 0."),
        ({"direction": "left"}, "Select a valid choice. left is not one of the available choices."),
    ],
)
def test_what_cannot_be_changes_nothing(cast, url, journey, wish, reason):
    answer = press(cast.ana, url, **wish)

    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert texts(journey) == AS_IT_WAS


def test_a_question_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, question):
    journey.remove_question(question)

    answer = press(cast.ana, url, direction="up")

    assert (answer.status_code, said(answer)) == (409, "That question is no longer in this journey.")


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, direction="down") == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
