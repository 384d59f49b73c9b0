"""A new row right below another."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said, titles


@pytest.fixture
def url(journey, row):
    return f"/journeys/{journey.code}/activities/{row.code}/below/"


def test_it_stands_below_and_waits_for_its_name(cast, url, journey, morning):
    answer = press(cast.ana, url)

    new = journey.activities.get(title="New activity")
    assert (is_board(answer), said(answer)) == (True, "Added a row. Starts 13:50.")
    assert (titles(morning)[2], new.minutes, new.kind) == ("New activity", 10, "other")
    assert f'data-fresh="{new.code}"' in answer.text


def test_without_htmx_it_leads_to_the_new_row(cast, url, journey):
    answer = cast.ben.post(url, follow=True)

    new = journey.activities.get(title="New activity")
    assert messages(answer) == ["Added a row. Starts 13:50."]
    assert answer.redirect_chain == [(f"{journey.get_absolute_url()}#activity-{new.code}", 302)]


def test_below_a_row_that_is_gone_there_is_nothing(cast, url, journey, row):
    journey.remove(row)

    assert press(cast.ana, url).status_code == 409


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND
