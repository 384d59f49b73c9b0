"""A row taken out. Undo brings it back."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said, titles

GONE = "Removed Nine Whys. Undo brings it back."


@pytest.fixture
def url(journey, row):
    return f"/journeys/{journey.code}/activities/{row.code}/remove/"


def test_the_others_close_up(cast, url, morning):
    answer = press(cast.ana, url)

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, GONE)
    assert list(morning.activities.values_list("position", "title")) == [(0, "Welcome"), (1, "Coffee")]


def test_undo_brings_it_back_with_everything_it_held(cast, url, journey, morning):
    before = journey.snapshot()
    press(cast.ana, url)

    press(cast.ana, f"/journeys/{journey.code}/undo/")

    assert (titles(morning), journey.snapshot()) == (["Welcome", "Nine Whys", "Coffee"], before)


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey):
    answer = cast.ben.post(url, follow=True)

    assert (messages(answer), answer.redirect_chain) == ([GONE], [(journey.get_absolute_url(), 302)])


def test_an_activity_that_is_gone_leaves_the_board_as_it_is(cast, url):
    press(cast.ben, url)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That activity is no longer in this journey.")


def test_one_of_another_journey_is_not_reached_through_ours(cast, journey):
    theirs = cast.sam.user.journeys.get().add_activity(session=None, title="Sam's talk")

    answer = press(cast.ana, f"/journeys/{journey.code}/activities/{theirs.code}/remove/")

    assert (answer.status_code, "Sam&#x27;s talk" in answer.text) == (409, False)
    assert cast.sam.user.journeys.get().activities.count() == 1


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
