"""Making a link."""

import pytest

from tests.journeys.ritual import NOT_FOUND, messages


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/share/add/"


def audiences(journey):
    return sorted(journey.share_links.open().values_list("audience", flat=True))


def test_a_link_is_made_for_participants_unless_said(cast, url, journey):
    answer = cast.ana.post(url, follow=True)

    assert (answer.redirect_chain, messages(answer)) == (
        [(f"/journeys/{journey.code}/share/", 302)],
        ["The link is ready."],
    )
    assert audiences(journey) == ["participants"]


@pytest.mark.parametrize("audience", ["participants", "sponsors", "hosts"])
def test_an_editor_makes_one_for_any_audience(cast, url, journey, audience):
    cast.ben.post(url, {"audience": audience})

    assert audiences(journey) == [audience]


def test_a_double_click_makes_one_link(cast, url, journey):
    cast.ana.post(url)
    cast.ana.post(url)

    assert audiences(journey) == ["participants"]


def test_after_a_link_was_taken_back_another_address_is_made(cast, url, journey):
    old = journey.share()
    journey.revoke(old)

    cast.ana.post(url)

    new = journey.share_links.open().get()
    assert new.token != old.token
    assert [cast.nobody.get(link.get_absolute_url()).status_code for link in (old, new)] == [410, 200]


@pytest.mark.parametrize("audience", ["everybody", "", "hosts\x00"])
def test_another_audience_is_refused_with_the_reason(cast, url, journey, audience):
    answer = cast.ana.post(url, {"audience": audience})

    assert answer.status_code == 422
    assert "Choose who the link is for." in answer.text
    assert audiences(journey) == []


def test_others_make_no_link(turned_away, url, journey):
    assert turned_away(url, audience="hosts") == NOT_FOUND
    assert audiences(journey) == []


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
