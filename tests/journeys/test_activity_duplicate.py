"""A row copied right below itself."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said, titles


@pytest.fixture
def url(journey, row):
    return f"/journeys/{journey.code}/activities/{row.code}/duplicate/"


def test_the_copy_stands_below_with_everything(cast, url, journey, morning, row):
    journey.edit_activity(row, notes="Softly.")

    answer = press(cast.ana, url)

    assert (is_board(answer), said(answer)) == (True, "Duplicated Nine Whys. Starts 13:50.")
    assert titles(morning) == ["Welcome", "Nine Whys", "Nine Whys", "Coffee"]
    copy = journey.activities.filter(title="Nine Whys").exclude(pk=row.pk).get()
    assert (copy.notes, copy.steps.count(), copy.invitations) == ("Softly.", 2, ["Why?"])


def test_without_htmx_it_leads_to_the_copy(cast, url, journey, row):
    answer = cast.ben.post(url, follow=True)

    copy = journey.activities.filter(title="Nine Whys").exclude(pk=row.pk).get()
    assert messages(answer) == ["Duplicated Nine Whys. Starts 13:50."]
    assert answer.redirect_chain == [(f"{journey.get_absolute_url()}#activity-{copy.code}", 302)]


def test_a_row_that_is_gone_has_no_copy(cast, url, journey, row):
    journey.remove(row)

    assert press(cast.ana, url).status_code == 409


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND
