"""Taking an invitation back."""

import pytest

from tests import journey_factories
from tests.journeys.ritual import NOT_FOUND, messages


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/people/revoke/"


@pytest.fixture
def invites(journey):
    """An open link, and what was mailed to two people."""
    return {email: journey.invite(email) for email in ("", "cy@example.org", "dee@example.org")}


def open_ones(journey):
    return sorted(journey.invites.open().values_list("email", flat=True))


@pytest.mark.parametrize(
    ("email", "left"),
    [
        ("", ["cy@example.org", "dee@example.org"]),
        ("cy@example.org", ["", "dee@example.org"]),
        ("nobody@example.org", ["", "cy@example.org", "dee@example.org"]),
    ],
)
@pytest.mark.parametrize("who", ["ana", "ben"])
def test_it_no_longer_works_and_the_others_do(cast, url, journey, invites, who, email, left):
    answer = getattr(cast, who).post(url, {"email": email}, follow=True)

    assert (answer.redirect_chain, messages(answer)) == (
        [(f"/journeys/{journey.code}/people/", 302)],
        ["The invitation no longer works."],
    )
    assert open_ones(journey) == left


def test_a_double_click_takes_it_back_once(cast, url, journey, invites):
    answers = [cast.ana.post(url, {"email": "cy@example.org"}).status_code for _ in range(2)]

    assert (answers, open_ones(journey)) == ([302, 302], ["", "dee@example.org"])


def test_those_of_another_journey_stay(cast, url, ana, invites):
    other = journey_factories.create_journey(owner=ana)
    other.invite("cy@example.org")

    cast.ana.post(url, {"email": "cy@example.org"})

    assert open_ones(other) == ["cy@example.org"]


def test_others_take_nothing_back(turned_away, url, journey, invites):
    assert turned_away(url, email="") == NOT_FOUND
    assert open_ones(journey) == ["", "cy@example.org", "dee@example.org"]


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
