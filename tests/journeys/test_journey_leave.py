"""A member goes by her own wish."""

import pytest

from tests.journeys.ritual import messages


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/people/leave/"


def members(journey):
    return sorted(journey.members.values_list("user__email", flat=True))


@pytest.mark.parametrize("name", ["ben", "hal"])
def test_who_leaves_has_left_and_the_others_stay(cast, url, journey, name):
    cast.member("cy", "editor")
    browser = getattr(cast, name)

    answer = browser.post(url, follow=True)

    assert (answer.redirect_chain, messages(answer)) == (
        [("/journeys/", 302)],
        ["You no longer plan “Improving discharge”."],
    )
    assert (members(journey), browser.get(journey.get_absolute_url()).status_code) == (
        ["cy@example.org"],
        404,
    )


@pytest.mark.parametrize("name", ["ana", "sam", "guest", "nobody"])
def test_the_owner_and_others_have_nothing_to_leave(cast, url, journey, name):
    cast.member("cy", "editor")

    answer = getattr(cast, name).post(url)

    assert (answer.status_code, members(journey)) == (404, ["cy@example.org"])
    assert cast.ana.get(journey.get_absolute_url()).status_code == 200


def test_it_is_only_posted_to(cast, url):
    assert cast.ben.get(url).status_code == 405
