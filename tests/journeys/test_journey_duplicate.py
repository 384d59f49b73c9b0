"""A copy of one's own."""

import pytest

from sessions.models import Journey
from tests import journey_factories
from tests.journeys.ritual import NOT_FOUND, messages


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/duplicate/"


def test_the_copy_is_the_visitors_own_and_opens(cast, url, journey):
    answer = cast.ben.post(url, follow=True)

    copy = Journey.objects.get(title="Copy of Improving discharge")
    assert answer.redirect_chain == [(copy.get_absolute_url(), 302)]
    assert messages(answer) == ["This is the copy. The journey it comes from stays as it is."]
    assert (copy.owner, copy.members.count(), copy.share_links.count()) == (cast.ben.user, 0, 0)
    assert copy.snapshot(codes=False) == journey.snapshot(codes=False) | {"title": copy.title}


def test_nothing_is_packed_for_the_copy_and_no_notice_dismissed(cast, url, journey):
    journey.pack(journey.sessions.first(), "bell", by="client", packed=True)
    journey.dismiss("break")

    cast.ana.post(url)

    copy = Journey.objects.get(title="Copy of Improving discharge")
    packing = [{"item": "bell", "by": "client", "packed": False}]
    assert (copy.sessions.first().packing, copy.dismissed) == (packing, [])


def test_a_change_in_the_copy_leaves_the_original_alone(cast, url, journey):
    before = journey.snapshot()
    cast.ana.post(url)

    copy = Journey.objects.get(title="Copy of Improving discharge")
    copy.edit({"people": 40})
    copy.remove(copy.activities.get(title="Coffee"))

    assert Journey.objects.get(pk=journey.pk).snapshot() == before


def test_a_guest_keeps_the_copy_in_the_same_browser(cast):
    browser = cast.guest
    own = Journey.objects.get(title="A guest's own")

    browser.post(f"/journeys/{own.code}/duplicate/")

    assert Journey.objects.get(title="Copy of A guest's own").guest == own.guest


def test_a_long_title_still_fits(cast, journey):
    long = journey_factories.create_journey(owner=cast.owner, title="x" * 200)

    cast.ana.post(f"/journeys/{long.code}/duplicate/")

    assert Journey.objects.filter(title="Copy of " + "x" * 192).count() == 1


def test_what_lies_in_the_bin_is_not_copied(cast, url, journey):
    journey.put_in_bin()

    assert (cast.ana.post(url).status_code, Journey.objects.count()) == (404, 1)


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND
    assert Journey.objects.filter(title__startswith="Copy").count() == 0


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
