"""The one door: who reaches which journey."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.db import IntegrityError, transaction
from django.test import RequestFactory

from sessions.models import Journey, Member
from sessions.visitor import GUEST_KEY, Visitor, remembered_visitor, visitor_of
from tests.factories import create_user
from tests.journey_factories import create_journey, create_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return {name: create_user(email=f"{name}@example.org") for name in ("ana", "ben", "hal", "sam")}


@pytest.fixture
def visitors(people):
    """Everyone who may ask: Ana owns, Ben edits, Hal hosts, Sam is a stranger; two guests, and nobody."""
    return {
        **{name: Visitor(user=user) for name, user in people.items()},
        "guest": Visitor(guest="this-browser"),
        "other guest": Visitor(guest="another-browser"),
        "nobody": Visitor(),
    }


@pytest.fixture
def journeys(people):
    """One of Ana's that she shares, one that she does not, a guest's, Sam's own, and an unclaimed one."""
    shared = create_journey(title="shared", owner=people["ana"])
    create_member(journey=shared, user=people["ben"], role="editor")
    create_member(journey=shared, user=people["hal"], role="host")
    create_member(journey=shared, user=create_user(), role="editor")
    create_journey(title="private", owner=people["ana"])
    create_journey(title="guest's", guest="this-browser")
    create_journey(title="Sam's", owner=people["sam"])
    create_journey(title="unclaimed")


def reached(door, visitor):
    return sorted(getattr(Journey.objects, door)(visitor).values_list("title", flat=True))


REACH = [
    # who, owns, edits, views
    ("ana", ["private", "shared"], ["private", "shared"], ["private", "shared"]),
    ("ben", [], ["shared"], ["shared"]),
    ("hal", [], [], ["shared"]),
    ("sam", ["Sam's"], ["Sam's"], ["Sam's"]),
    ("guest", ["guest's"], ["guest's"], ["guest's"]),
    ("other guest", [], [], []),
    ("nobody", [], [], []),
]


@pytest.mark.parametrize(("who", "owns", "edits", "views"), REACH)
def test_everyone_reaches_their_own_and_what_they_were_let_into(journeys, visitors, who, owns, edits, views):
    doors = ("owned_by", "editable_by", "viewable_by")

    assert [reached(door, visitors[who]) for door in doors] == [owns, edits, views]


@pytest.mark.parametrize("who", [row[0] for row in REACH])
def test_nobody_edits_or_views_what_lies_in_the_bin(journeys, visitors, who):
    owned = reached("owned_by", visitors[who])
    for journey in Journey.objects.all():
        journey.put_in_bin()

    doors = ("owned_by", "editable_by", "viewable_by")
    assert [reached(door, visitors[who]) for door in doors] == [owned, [], []]


def test_a_member_who_also_owns_reaches_a_journey_once(people, visitors):
    journey = create_journey(title="shared", owner=people["ana"])
    for name in ("ana", "ben"):
        create_member(journey=journey, user=people[name])

    assert reached("editable_by", visitors["ana"]) == ["shared"]


def test_a_person_is_a_member_once(people):
    journey = create_journey()
    create_member(journey=journey, user=people["ben"])

    with pytest.raises(IntegrityError), transaction.atomic():
        create_member(journey=journey, user=people["ben"], role="host")

    assert Member.objects.get().role == "editor"


def test_a_journey_belongs_to_an_account_or_to_a_guest_and_not_to_both(people):
    with pytest.raises(IntegrityError), transaction.atomic():
        Journey.objects.create(title="Two owners", owner=people["ana"], guest="this-browser")

    assert Journey.objects.count() == 0


# Journeys that nobody has yet


@pytest.mark.parametrize(("who", "then"), [("sam", ["Sam's", "unclaimed"]), ("other guest", ["unclaimed"])])
def test_an_unclaimed_journey_becomes_the_first_visitors(journeys, visitors, who, then):
    code = Journey.objects.get(title="unclaimed").code

    Journey.objects.adopt(code, visitors[who])
    Journey.objects.adopt(code, visitors["ana"])

    assert reached("editable_by", visitors[who]) == then
    assert reached("editable_by", visitors["ana"]) == ["private", "shared"]


@pytest.mark.parametrize("title", ["private", "shared", "guest's", "Sam's"])
def test_a_journey_that_belongs_to_somebody_cannot_be_adopted(journeys, visitors, title):
    Journey.objects.adopt(Journey.objects.get(title=title).code, visitors["other guest"])

    assert reached("owned_by", visitors["other guest"]) == []


def test_a_journey_in_the_bin_cannot_be_adopted(journeys, visitors):
    journey = Journey.objects.get(title="unclaimed")
    journey.put_in_bin()

    Journey.objects.adopt(journey.code, visitors["sam"])

    assert reached("owned_by", visitors["sam"]) == ["Sam's"]


def test_nobody_adopts_for_nobody(journeys, visitors):
    Journey.objects.adopt(Journey.objects.get(title="unclaimed").code, visitors["nobody"])

    assert list(Journey.objects.unclaimed().values_list("title", flat=True)) == ["unclaimed"]


# Signing in


def test_a_guest_who_signs_in_keeps_their_journeys_and_takes_nobody_elses(journeys, visitors, people):
    create_journey(title="another guest's", guest="another-browser")

    assert Journey.objects.claim(guest="this-browser", user=people["sam"]) == 1

    assert reached("owned_by", visitors["sam"]) == ["Sam's", "guest's"]
    assert reached("owned_by", visitors["guest"]) == []
    assert reached("owned_by", visitors["other guest"]) == ["another guest's"]


def test_a_browser_without_a_key_claims_nothing(journeys, visitors, people):
    assert Journey.objects.claim(guest="", user=people["sam"]) == 0

    assert reached("owned_by", visitors["sam"]) == ["Sam's"]
    assert list(Journey.objects.unclaimed().values_list("title", flat=True)) == ["unclaimed"]


# Who is asking


def asking(user=None, guest=""):
    request = RequestFactory().get("/")
    request.user, request.session = user or AnonymousUser(), SessionStore()
    if guest:
        request.session[GUEST_KEY] = guest
    return request


def test_reading_a_page_gives_nobody_a_key():
    request = asking()

    assert visitor_of(request) == Visitor()
    assert (dict(request.session), request.session.modified) == ({}, False)


def test_a_guest_is_known_by_their_browser(people):
    assert visitor_of(asking(guest="this-browser")) == Visitor(guest="this-browser")


def test_an_account_is_known_by_its_user_and_never_by_the_browser(people):
    for found in (visitor_of, remembered_visitor):
        assert found(asking(user=people["ana"], guest="this-browser")) == Visitor(user=people["ana"])


@time_machine.travel(datetime(2027, 1, 1, tzinfo=UTC), tick=False)
def test_a_guest_with_something_to_keep_gets_a_key_of_their_own_for_thirty_days():
    request, another = asking(), asking()

    visitor = remembered_visitor(request)

    assert (visitor.user, len(visitor.guest)) == (None, 22)
    assert visitor_of(request) == remembered_visitor(request) == visitor
    assert remembered_visitor(another) != visitor
    assert request.session.get_expiry_age() == timedelta(days=30).total_seconds()


def test_the_month_begins_anew_when_a_guest_comes_back_but_not_with_every_page(client):
    def on(day, hour=0):
        return time_machine.travel(datetime(2027, 1, 1, hour, tzinfo=UTC) + timedelta(days=day), tick=False)

    with on(day=0):
        journey = client.post("/journeys/new/", {"start": "blank", "mode": "in_person", "title": "Ours"})[
            "Location"
        ]
    with on(day=20):
        assert (client.get(journey).status_code, "sessionid" in client.get(journey).cookies) == (200, False)
    with on(day=20, hour=23):
        assert "sessionid" not in client.get(journey).cookies
    with on(day=49):
        assert client.get(journey).status_code == 200
    with on(day=80):
        assert client.get(journey).status_code == 404
