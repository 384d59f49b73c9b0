"""Copies, the bin, and links for others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sessions.models import Journey, ShareLink
from sessions.visitor import KEPT_FOR, Visitor
from tests.factories import create_structure, create_user
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_member,
    create_session,
    create_structured,
)
from tests.journeys.lists import agenda, fresh, history

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return create_user()


@pytest.fixture
def journey(ana):
    """A journey with something of everything."""
    journey = create_journey(owner=ana, title="Discharge", purpose="Sooner home")
    question = create_journey_question(journey=journey)
    morning = create_session(journey=journey, title="Morning")
    create_structured(
        journey=journey, structure=create_structure(name="TRIZ", steps=2), session=morning, question=question
    )
    create_activity(journey=journey, title="Parked")
    return journey


# Copies


def test_a_copy_has_everything_but_the_history_the_links_and_the_members(journey):
    ben = create_user()
    create_member(journey=journey, user=ben)
    journey.share()

    copy = journey.duplicate(Visitor(user=ben))

    assert copy.snapshot(codes=False) == journey.snapshot(codes=False) | {"title": "Copy of Discharge"}
    assert (copy.owner, copy.share_links.count(), copy.members.count()) == (ben, 0, 0)
    assert history(copy) == ["Copied from Discharge"]


def test_a_copy_and_its_original_go_their_own_ways(journey, ana):
    before = journey.snapshot()

    copy = journey.duplicate(Visitor(user=ana))
    copy.remove(copy.activities.get(title="TRIZ"))

    assert fresh(journey).snapshot() == before
    codes = [{row.code for row in one.activities.all()} for one in (journey, copy)]
    assert (journey.code != copy.code, codes[0] & codes[1]) == (True, set())


def test_undo_never_empties_a_fresh_copy(journey, ana):
    copy = journey.duplicate(Visitor(user=ana))

    assert copy.undo() == ""
    assert agenda(copy) == {"Morning": ["TRIZ"], "parked": ["Parked"]}


def test_a_copy_of_the_longest_title_is_cut_short(ana):
    journey = create_journey(owner=ana, title="x" * 200)

    assert journey.duplicate(Visitor(user=ana)).title == "Copy of " + "x" * 192


def test_a_guest_copies_into_their_browser(journey):
    copy = journey.duplicate(Visitor(guest="this-browser"))

    assert (copy.owner, copy.guest) == (None, "this-browser")


# The bin


def test_a_journey_in_the_bin_is_in_no_list_and_comes_back_as_it_was(journey, ana):
    before, visitor = journey.snapshot(), Visitor(user=ana)
    other = create_journey(owner=ana)

    journey.put_in_bin()

    assert list(Journey.objects.editable_by(visitor)) == list(Journey.objects.viewable_by(visitor)) == [other]
    assert list(Journey.objects.owned_by(visitor).in_bin()) == [journey]

    fresh(journey).take_from_bin()

    assert set(Journey.objects.editable_by(visitor)) == {journey, other}
    assert fresh(journey).snapshot() == before


def test_what_a_guest_left_and_what_lies_in_the_bin_is_outdated_after_thirty_days(ana):
    now = timezone.now()
    long_ago, lately = now - KEPT_FOR - timedelta(minutes=1), now - KEPT_FOR + timedelta(minutes=1)
    for title, fields in {
        "guest's, long ago": {"guest": "g", "touched_at": long_ago},
        "guest's, lately": {"guest": "g", "touched_at": lately},
        "nobody's, long ago": {"touched_at": long_ago},
        "Ana's, long ago": {"owner": ana, "touched_at": long_ago},
        "binned long ago": {"owner": ana, "deleted_at": long_ago},
        "binned lately": {"owner": ana, "touched_at": long_ago, "deleted_at": lately},
    }.items():
        Journey.objects.create(title=title, **fields)

    outdated = set(Journey.objects.outdated(now).values_list("title", flat=True))

    assert outdated == {"guest's, long ago", "nobody's, long ago", "binned long ago"}


# Links


def open_links(journey):
    return list(ShareLink.objects.open().filter(journey=journey))


def test_a_second_click_finds_the_open_link_of_the_audience(journey):
    link = journey.share()

    assert journey.share("participants") == link
    assert journey.share("hosts") != link
    assert {link.audience for link in open_links(journey)} == {"participants", "hosts"}
    assert len(link.token) == 22


def test_a_revoked_link_is_closed_for_good_and_the_next_one_is_new(journey):
    link, hosts = journey.share(), journey.share("hosts")

    journey.revoke(link)

    assert open_links(journey) == [hosts]
    again = journey.share()
    assert (again == link, again.token == link.token) == (False, False)
    assert open_links(journey) == [again, hosts]


def test_revoking_twice_keeps_the_first_time(journey):
    link = journey.share()
    journey.revoke(link)
    revoked_at = ShareLink.objects.get().revoked_at

    journey.revoke(link)

    assert ShareLink.objects.get().revoked_at == revoked_at


def test_another_journeys_link_cannot_be_revoked(journey):
    theirs = create_journey().share()

    journey.revoke(theirs)

    assert list(ShareLink.objects.open()) == [theirs]


@pytest.mark.parametrize(("minutes", "is_open"), [(-1, False), (1, True)])
def test_a_link_is_open_until_it_expires(journey, minutes, is_open):
    link = journey.share()
    ShareLink.objects.update(expires_at=timezone.now() + timedelta(minutes=minutes))

    assert (open_links(journey) == [link]) is is_open
    assert (journey.share() == link) is is_open


def test_the_links_of_a_journey_in_the_bin_rest_until_it_is_back(journey):
    link, elsewhere = journey.share(), create_journey().share()

    journey.put_in_bin()
    assert list(ShareLink.objects.open()) == [elsewhere]

    journey.take_from_bin()
    assert open_links(journey) == [link]


def test_sharing_is_no_change_of_the_journey(journey):
    before = fresh(journey).revision

    journey.revoke(journey.share())

    assert fresh(journey).revision == before
