"""A row kept, but off the clock."""

from datetime import time

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said, titles

PARKED = "Parked Nine Whys. It is off the clock."


@pytest.fixture
def url(journey, row):
    return f"/journeys/{journey.code}/activities/{row.code}/park/"


def test_it_waits_behind_the_others_without_its_pin(cast, url, journey, row, morning):
    journey.edit_activity(row, pinned_at=time(14))

    answer = press(cast.ana, url)

    row.refresh_from_db()
    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, PARKED)
    assert (titles(morning), row.session, row.position, row.pinned_at) == (
        ["Welcome", "Coffee"],
        None,
        1,
        None,
    )


def test_twice_is_once(cast, url, row):
    press(cast.ana, url)
    answer = press(cast.ana, url)

    row.refresh_from_db()
    assert (answer.status_code, row.position) == (200, 1)


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey):
    answer = cast.ben.post(url, follow=True)

    assert (messages(answer), answer.redirect_chain) == ([PARKED], [(journey.get_absolute_url(), 302)])


def test_an_activity_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, row):
    journey.remove(row)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That activity is no longer in this journey.")


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
