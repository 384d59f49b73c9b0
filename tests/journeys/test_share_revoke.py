"""Taking a link back."""

import pytest

from tests.journey_factories import create_journey
from tests.journeys.ritual import NOT_FOUND, messages


@pytest.fixture
def link(journey):
    return journey.share()


@pytest.fixture
def url(journey, link):
    return f"/journeys/{journey.code}/share/{link.token}/revoke/"


def works(cast, link):
    return cast.nobody.get(link.get_absolute_url()).status_code == 200


def test_the_link_no_longer_works_and_the_others_do(cast, url, journey, link):
    hosts = journey.share("hosts")

    answer = cast.ana.post(url, follow=True)

    assert (answer.redirect_chain, messages(answer)) == (
        [(f"/journeys/{journey.code}/share/", 302)],
        ["The link no longer works."],
    )
    assert (works(cast, link), works(cast, hosts)) == (False, True)


def test_a_double_click_takes_it_back_once(cast, url, link):
    cast.ben.post(url)
    link.refresh_from_db()
    first = link.revoked_at

    assert cast.ben.post(url).status_code == 302
    link.refresh_from_db()
    assert link.revoked_at == first


def test_a_link_of_another_journey_is_not_taken_back_here(cast, journey, ana):
    other = create_journey(owner=ana, title="Another").share()

    answer = cast.ana.post(f"/journeys/{journey.code}/share/{other.token}/revoke/")

    assert (answer.status_code, works(cast, other)) == (404, True)


def test_a_link_that_never_was_is_not_found(cast, journey):
    assert cast.ana.post(f"/journeys/{journey.code}/share/nope/revoke/").status_code == 404


def test_others_take_nothing_back(turned_away, cast, url, link):
    assert turned_away(url) == NOT_FOUND
    assert works(cast, link)


def test_it_is_only_posted_to(cast, url, link):
    assert (cast.ana.get(url).status_code, works(cast, link)) == (405, True)
