"""The page with the links of a journey."""

import re
from html import unescape

import pytest

from tests.journey_factories import create_journey
from tests.journeys.ritual import NOT_FOUND


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/share/"


def field(answer, field_id):
    """What the field with this id holds: None where there is no such field."""
    found = re.search(rf'<input id="{field_id}"[^>]* value="(.*?)"', answer.text)
    found = found or re.search(rf'<textarea id="{field_id}"[^>]*>(.*?)</textarea>', answer.text, re.S)
    return unescape(found[1]) if found else None


def fields(answer):
    return {name: field(answer, f"address-{name}") for name in ("participants", "sponsors", "hosts")}


def test_at_first_there_is_no_link(cast, url):
    answer = cast.ana.get(url)

    assert answer.status_code == 200
    assert fields(answer) == {"participants": None, "sponsors": None, "hosts": None}
    assert answer.text.count("Make a link") == 3


def test_a_link_is_shown_whole_with_a_message_to_send(cast, url, journey, morning):
    journey.edit_session(morning, timezone="Europe/London", place="Room 4")
    link = journey.share()
    address = f"http://testserver/a/{link.token}/"

    answer = cast.ben.get(url)

    assert fields(answer) == {"participants": address, "sponsors": None, "hosts": None}
    assert field(answer, "message").splitlines() == [
        "Improving discharge",
        "Morning · 13:30–15:00, London time · Room 4",
        "Afternoon",
        address,
    ]


def test_every_audience_has_a_link_of_its_own(cast, url, journey):
    tokens = {name: journey.share(name).token for name in ("participants", "sponsors", "hosts")}

    answer = cast.ana.get(url)

    assert fields(answer) == {name: f"http://testserver/a/{token}/" for name, token in tokens.items()}


def test_links_that_were_taken_back_are_listed_without_their_address(cast, url, journey):
    link = journey.share("hosts")
    journey.revoke(link)

    answer = cast.ana.get(url)

    assert "Taken back" in answer.text
    assert "no longer works since" in answer.text
    assert (link.token in answer.text, answer.text.count("Make a link")) == (False, 3)


def test_links_of_other_journeys_are_not_there(cast, url, ana):
    other = create_journey(owner=ana, title="Another").share()

    assert other.token not in cast.ana.get(url).text


@pytest.mark.parametrize("links", [1, 12])
def test_the_queries_are_the_same_however_many_links(cast, url, journey, links, django_assert_num_queries):
    for _ in range(links):
        journey.revoke(journey.share())
    journey.share()
    browser = cast.ana

    with django_assert_num_queries(10):
        browser.get(url)


def test_others_find_nothing(cast, url, journey):
    journey.share()
    answers = {name: getattr(cast, name).get(url) for name in cast.OTHERS}

    assert {name: answer.status_code for name, answer in answers.items()} == NOT_FOUND
    assert [name for name, answer in answers.items() if journey.title in answer.text] == []


def test_it_is_only_read(cast, url):
    assert cast.ana.post(url).status_code == 405
