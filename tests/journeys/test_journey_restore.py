"""Out of the bin again, with everything it held."""

import pytest

from sessions.models import Journey
from tests.journeys.ritual import NOT_FOUND, messages


@pytest.fixture
def url(journey):
    journey.put_in_bin()
    return f"/journeys/{journey.code}/restore/"


def binned():
    return list(Journey.objects.in_bin().values_list("title", flat=True))


def test_it_is_back_on_top_with_everything_it_held(cast, url, journey):
    held, touched = journey.snapshot(), journey.touched_at

    answer = cast.ana.post(url, follow=True)

    journey.refresh_from_db()
    assert (messages(answer), answer.redirect_chain) == (
        ["“Improving discharge” is back."],
        [("/journeys/", 302)],
    )
    assert (binned(), journey.snapshot(), journey.touched_at > touched) == ([], held, True)
    assert cast.ana.get(journey.get_absolute_url()).status_code == 200


def test_a_double_click_changes_nothing_more(cast, url, journey):
    cast.ana.post(url)
    first = Journey.objects.get(pk=journey.pk).touched_at
    answer = cast.ana.post(url)

    assert (answer.status_code, Journey.objects.get(pk=journey.pk).touched_at) == (302, first)


def test_others_find_nothing_nor_may_who_only_helps(cast, turned_away, url):
    statuses = turned_away(url)

    assert (statuses, cast.ben.post(url).status_code) == (NOT_FOUND, 404)
    assert binned() == ["Improving discharge"]


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
