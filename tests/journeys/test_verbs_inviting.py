"""Inviting, joining, leaving and removing: who plans along afterwards, and which ways in are open."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from sessions.models import Invite, Journey
from sessions.visitor import Visitor
from tests import factories, journey_factories

NOON = datetime(2027, 1, 14, 12, tzinfo=UTC)


@pytest.fixture
def ben(db):
    return factories.create_user(email="ben@example.org")


@pytest.fixture
def cy(db):
    return factories.create_user(email="cy@example.org")


def planners(journey):
    return sorted(journey.members.values_list("user__email", "role"))


def waiting(journey):
    """To whom an invitation is open; "" for the link."""
    return sorted(journey.invites.open().values_list("email", flat=True))


def may_edit(journey, user):
    return Journey.objects.editable_by(Visitor(user=user)).filter(pk=journey.pk).exists()


def test_an_invitation_is_for_planning_and_open_for_14_days(journey):
    with time_machine.travel(NOON, tick=False):
        invite = journey.invite(" Ben@Example.org ")

    assert (invite.email, invite.role, invite.expires_at) == (
        "ben@example.org",
        "editor",
        datetime(2027, 1, 28, 12, tzinfo=UTC),
    )


@pytest.mark.parametrize("email", ["ben@example.org", ""])
def test_asked_again_it_is_the_same_invitation_for_another_14_days(journey, email):
    with time_machine.travel(NOON, tick=False):
        first = journey.invite(email)
    with time_machine.travel(NOON + timedelta(days=13), tick=False):
        again = journey.invite(email.upper())

    assert (again, again.token, again.expires_at) == (first, first.token, NOON + timedelta(days=27))
    assert journey.invites.count() == 1


def test_after_it_has_run_out_or_was_taken_back_it_is_another(journey):
    with time_machine.travel(NOON, tick=False):
        old = journey.invite()
    with time_machine.travel(NOON + timedelta(days=14), tick=False):
        new = journey.invite()
        journey.take_back(new)
        newest = journey.invite()

        assert len({old.token, new.token, newest.token}) == 3
        assert list(journey.invites.open()) == [newest]


def test_twenty_may_be_open_and_the_next_is_refused(journey):
    for number in range(20):
        journey.invite(f"person{number}@example.org")

    with pytest.raises(ValidationError) as refusal:
        journey.invite("one.more@example.org")

    assert refusal.value.messages == ["20 invitations are open already. Take one back first."]
    assert journey.invite("person0@example.org") in journey.invites.open()
    journey.take_back(journey.invites.first())
    assert journey.invite("one.more@example.org").pk


@pytest.mark.parametrize("email", ["ana@example.org", "BEN@example.org"])
def test_who_plans_already_is_not_invited(journey, ben, email):
    journey_factories.create_member(journey=journey, user=ben)

    with pytest.raises(ValidationError) as refusal:
        journey.invite(email)

    assert refusal.value.messages == [f"{email.lower()} plans this journey already."]
    assert waiting(journey) == []


def test_a_guest_invites_nobody(db):
    journey = journey_factories.create_journey(guest="this-browser")

    with pytest.raises(ValidationError) as refusal:
        journey.invite("ben@example.org")

    assert refusal.value.messages == ["Inviting others needs an account."]
    assert journey.invites.count() == 0


def test_a_mailed_invitation_lets_one_in_once(journey, ben, cy):
    invite = journey.invite("ben@example.org")

    journey.join(invite, ben)
    with pytest.raises(Invite.DoesNotExist):
        journey.join(invite, cy)

    assert planners(journey) == [("ben@example.org", "editor")]
    assert (may_edit(journey, ben), may_edit(journey, cy)) == (True, False)


def test_a_mailed_invitation_may_be_taken_by_another_account(journey, cy):
    """People have several addresses: who can read the mail is who was meant."""
    journey.join(journey.invite("ben@example.org"), cy)

    assert planners(journey) == [("cy@example.org", "editor")]


def test_a_link_lets_in_everybody_who_has_it(journey, ben, cy):
    link = journey.invite()

    for person in (ben, cy, ben):
        journey.join(link, person)

    assert planners(journey) == [("ben@example.org", "editor"), ("cy@example.org", "editor")]
    assert waiting(journey) == [""]


def test_joining_by_the_link_uses_up_what_was_mailed_to_the_same_person(journey, ben):
    journey.invite("ben@example.org")
    journey.invite("cy@example.org")

    journey.join(journey.invite(), ben)

    assert waiting(journey) == ["", "cy@example.org"]


def test_who_plans_already_uses_no_invitation_up(journey, ana, ben):
    journey_factories.create_member(journey=journey, user=ben)
    invite = journey.invite("cy@example.org")

    journey.join(invite, ana)
    journey.join(invite, ben)

    assert planners(journey) == [("ben@example.org", "editor")]
    assert waiting(journey) == ["cy@example.org"]


def test_a_host_who_is_invited_to_plan_becomes_an_editor(journey, ben):
    journey_factories.create_member(journey=journey, user=ben, role="host")

    journey.join(journey.invite("ben@example.org"), ben)

    assert planners(journey) == [("ben@example.org", "editor")]


@pytest.mark.parametrize("email", ["ben@example.org", ""])
@pytest.mark.parametrize(
    "close",
    [
        lambda journey, invite: journey.take_back(invite),
        lambda journey, invite: journey.put_in_bin(),
        lambda journey, invite: Invite.objects.update(expires_at=timezone.now()),
    ],
    ids=["taken back", "in the bin", "run out"],
)
def test_nobody_joins_by_a_way_that_is_closed(journey, ben, close, email):
    invite = journey.invite(email)
    close(journey, invite)

    with pytest.raises(Invite.DoesNotExist):
        journey.join(invite, ben)

    assert planners(journey) == []


def test_one_does_not_join_through_another_journeys_invitation(journey, ana, ben):
    other = journey_factories.create_journey(owner=ana).invite()

    with pytest.raises(Invite.DoesNotExist):
        journey.join(other, ben)

    assert planners(journey) == []


def test_who_joins_sees_this_journey_and_no_other(journey, ana, ben):
    journey_factories.create_journey(owner=ana, title="Ana's other")

    journey.join(journey.invite(), ben)

    assert list(Journey.objects.editable_by(Visitor(user=ben))) == [journey]
    assert list(Journey.objects.owned_by(Visitor(user=ben))) == []


def test_an_invitation_taken_back_twice_was_taken_back_the_first_time(journey):
    invite = journey.invite()
    with time_machine.travel(NOON, tick=False):
        journey.take_back(invite)
    journey.take_back(invite)

    invite.refresh_from_db()
    assert invite.revoked_at == NOON


def test_a_member_removed_is_out_with_the_ways_in_they_know(journey, ben, cy):
    member, other = (journey_factories.create_member(journey=journey, user=user) for user in (ben, cy))
    journey.invite("dee@example.org")
    journey.invite()
    ben.emailaddress_set.create(email="Ben@home.example", verified=True)
    for email in ("ben@example.org", "ben@home.example"):
        Invite.objects.create(journey=journey, email=email, expires_at=NOON + timedelta(days=9999))
    for user in (ben, cy):
        journey.attend(tab=f"of-{user.pk}", user=user)

    journey.remove_member(member)

    assert planners(journey) == [("cy@example.org", "editor")]
    assert (may_edit(journey, ben), may_edit(journey, other.user)) == (False, True)
    assert waiting(journey) == ["dee@example.org"]
    assert list(journey.presences.values_list("user", flat=True)) == [cy.pk]


def test_who_leaves_is_out_and_closes_nothing(journey, ben, cy):
    for user in (ben, cy):
        journey_factories.create_member(journey=journey, user=user)
    journey.invite()

    journey.leave(ben)

    assert planners(journey) == [("cy@example.org", "editor")]
    assert waiting(journey) == [""]


def test_none_of_it_is_a_change_of_the_plan(journey, ben):
    before = (journey.revision, journey.touched_at)

    journey.join(journey.invite(), ben)
    journey.remove_member(journey.members.get())

    journey.refresh_from_db()
    assert (journey.revision, journey.touched_at) == before
