"""Making the link that lets in whoever has it."""

import pytest

from tests import journey_factories
from tests.cast import with_key
from tests.journeys.ritual import NOT_FOUND, messages


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/people/link/"


def links(journey):
    return list(journey.invites.open().filter(email=""))


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_who_plans_makes_a_link(cast, url, journey, mailoutbox, who):
    answer = getattr(cast, who).post(url, follow=True)

    (link,) = links(journey)
    assert (answer.redirect_chain, messages(answer)) == (
        [(f"/journeys/{journey.code}/people/", 302)],
        ["The link is ready."],
    )
    assert (cast.nobody.get(link.get_absolute_url()).status_code, mailoutbox) == (200, [])


def test_a_double_click_makes_one_link(cast, url, journey):
    cast.ana.post(url)
    cast.ana.post(url)

    assert len(links(journey)) == 1


def test_when_twenty_are_open_the_page_says_so(cast, url, journey):
    for number in range(20):
        journey.invite(f"person{number}@example.org")

    answer = cast.ana.post(url)

    assert answer.status_code == 422
    assert "20 invitations are open already. Take one back first." in answer.text
    assert links(journey) == []


def test_a_guest_makes_none(cast):
    journey = journey_factories.create_journey(guest="that-browser")
    browser = with_key(cast.nobody, "that-browser")

    answer = browser.post(f"/journeys/{journey.code}/people/link/")

    assert (answer.status_code, "Inviting others needs an account." in answer.text) == (422, True)
    assert links(journey) == []


def test_others_make_no_link(turned_away, url, journey):
    assert turned_away(url) == NOT_FOUND
    assert links(journey) == []


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
