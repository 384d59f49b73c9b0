"""The same string for another group: a copy that asks only for its words."""

import pytest

from sessions.models import Journey
from tests import journey_factories
from tests.journeys import shared
from tests.journeys.lists import agenda, history
from tests.journeys.ritual import NOT_FOUND, messages

TITLE = "Improving discharge, in new words"
STRUCTURAL = {"title", "purpose", "question", "session", "title of a row", "structure", "step", "parked"}


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/reword/"


@pytest.fixture
def told(ana, client):
    """A journey that says something everywhere; its owner has the browser."""
    shared.create_catalogue()
    client.force_login(ana)
    return shared.create_shared_journey(owner=ana)


def test_the_copy_is_the_visitors_own_and_asks_for_its_words(cast, url, journey):
    answer = cast.ben.post(url, follow=True)

    copy = Journey.objects.get(title=TITLE)
    assert answer.redirect_chain == [(f"{copy.get_absolute_url()}words/", 302)]
    assert messages(answer) == [
        "The structures and their minutes are copied. Only the words are still to come."
    ]
    assert (copy.owner, copy.members.count(), copy.share_links.count()) == (cast.ben.user, 0, 0)
    assert history(copy) == ["The string of Improving discharge"]
    assert agenda(copy) == agenda(journey)


def test_nothing_of_what_was_said_to_the_first_group_comes_along(client, told):
    """Not even in the history: the document of the copy's only revision is looked through."""
    told.share("hosts")
    client.post(f"/journeys/{told.code}/reword/")

    copy = Journey.objects.get(title=TITLE)
    link = copy.share("hosts").get_absolute_url()
    pages = [client.get(address) for address in (copy.get_absolute_url(), link)]
    seen = {word for page in pages for word in shared.seen(page)} - {"groups", "what each person needs"}
    assert seen - {"what the hosts bring", "set-up"} == STRUCTURAL
    document = copy.revisions.get().read()
    assert (document["sessions"][0].keys() & {"date", "place", "link"}, "who" in document) == (set(), False)
    assert document["sessions"][0]["start"] == "13:30"


def test_steps_that_were_copied_stay_as_they_were(client, told):
    told.activities.get(structure__slug="nine-whys").structure.steps.update(
        minutes_max=60
    )  # the catalogue moves on

    client.post(f"/journeys/{told.code}/reword/")

    row = Journey.objects.get(title=TITLE).activities.get(structure__slug="nine-whys")
    assert [step.minutes_max for step in row.steps.all()] == [10, 5]


def test_what_was_packed_dismissed_and_arranged_for_the_place_stays_behind(cast, url, journey):
    session = journey.sessions.first()
    journey.edit_session(session, rooms=3)
    journey.pack(session, "bell", by="client", packed=True)
    journey.dismiss("break")

    cast.ana.post(url)

    copy = Journey.objects.get(title=TITLE)
    assert (copy.sessions.first().rooms, copy.sessions.first().packing, copy.dismissed) == (None, [], [])


def test_the_first_journey_is_left_alone(cast, url, journey):
    before = journey.snapshot()

    cast.ana.post(url)

    assert Journey.objects.get(pk=journey.pk).snapshot() == before


def test_a_guest_keeps_the_copy_in_the_same_browser(cast):
    browser = cast.guest
    own = Journey.objects.get(title="A guest's own")

    browser.post(f"/journeys/{own.code}/reword/")

    assert Journey.objects.get(title="A guest's own, in new words").guest == own.guest


def test_a_long_title_still_fits(cast):
    long = journey_factories.create_journey(owner=cast.owner, title="x" * 200)

    cast.ana.post(f"/journeys/{long.code}/reword/")

    assert Journey.objects.filter(title="x" * 160 + ", in new words").count() == 1


def test_what_lies_in_the_bin_is_not_copied(cast, url, journey):
    journey.put_in_bin()

    assert (cast.ana.post(url).status_code, Journey.objects.count()) == (404, 1)


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND
    assert Journey.objects.filter(title__endswith="words").count() == 0


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
