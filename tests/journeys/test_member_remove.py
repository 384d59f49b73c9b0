"""The owner removes a member."""

import pytest

from tests.journeys.ritual import NOT_FOUND, messages


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/people/remove/"


def members(journey):
    return sorted(journey.members.values_list("user__email", flat=True))


def test_who_is_removed_has_lost_the_journey_at_once_and_the_others_have_not(cast, url, journey):
    browsers = [cast.ben, cast.member("cy", "editor")]
    page = journey.get_absolute_url()
    link = journey.invite()

    answer = cast.ana.post(url, {"email": "ben@example.org"}, follow=True)

    assert messages(answer) == ["ben no longer plans this journey."]
    assert [browser.get(page).status_code for browser in browsers] == [404, 200]
    assert cast.ben.post(f"{page}edit/", {"title": "Mine"}).status_code == 404
    assert cast.ben.post(f"{page}here/", {"tab": "a-page"}).status_code == 404
    assert cast.ben.post(link.get_absolute_url()).status_code == 410
    assert journey.title not in cast.ben.get("/journeys/").text


def test_a_host_is_removed_too(cast, url, journey):
    cast.member("hal", "host")

    cast.ana.post(url, {"email": "hal@example.org"})

    assert members(journey) == []


@pytest.mark.parametrize("email", ["ben@example.org", "ana@example.org", "sam@example.org", ""])
def test_who_is_no_member_any_more_or_never_was_is_removed_from_nothing(cast, url, journey, email):
    cast.member("cy", "editor")

    answer = cast.ana.post(url, {"email": email}, follow=True)

    assert messages(answer) == ["That person does not plan this journey."]
    assert (members(journey), cast.ana.get(journey.get_absolute_url()).status_code) == (
        ["cy@example.org"],
        200,
    )


def test_an_editor_removes_nobody(cast, url, journey):
    cast.member("cy", "editor")

    answer = cast.ben.post(url, {"email": "cy@example.org"})

    assert (answer.status_code, members(journey)) == (404, ["ben@example.org", "cy@example.org"])


def test_others_remove_nobody(cast, turned_away, url, journey):
    cast.member("cy", "editor")

    assert turned_away(url, email="cy@example.org") == NOT_FOUND
    assert members(journey) == ["cy@example.org", "hal@example.org"]


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
