"""Who reaches what through the API: every route, with everybody's token, without one, and with a browser's cookies.

Not yours is 404, as if there were nothing; without a token there is 401, as if there were nothing either.
"""

import json

import pytest
from django.urls import get_resolver, reverse

from sessions.models import Journey
from tests import factories, journey_factories
from tests.api.caller import Caller, told
from tests.cast import signed_in
from tests.journeys import shared
from tests.routes import API, EVERYBODY, SIGNED_IN

pytestmark = pytest.mark.django_db

ROUTES = {name: rule for name, rule in API.items() if rule.who}
OWN = [name for name, rule in ROUTES.items() if rule.who <= SIGNED_IN]
WORDS = {"format": "convening.journey/1", "title": "Taken over"}
WISH = {"questions": [{"text": "Ours now"}], "minutes": 30}


class World:
    """Ana's journey with everything in it, and everybody with a token of their own."""

    def __init__(self):
        shared.create_catalogue()
        people = {name: factories.create_user(email=f"{name}@example.org") for name in SIGNED_IN}
        self.journey = shared.create_shared_journey(owner=people["owner"])
        for role in ("editor", "host"):
            journey_factories.create_member(journey=self.journey, user=people[role], role=role)
        self.callers = {name: Caller(one) for name, one in people.items()} | {
            "nobody": Caller(),
            "guest": Caller(),
        }

    def ask(self, caller, name, method):
        known = {"code": self.journey.code, "slug": "nine-whys"}
        parts = parts_of(name)
        path = reverse(name, kwargs={part: known[part] for part in parts})
        query = "?question=why" if name == "api:match" else ""
        body = "" if method == "GET" else json.dumps(WISH if name == "api:drafts" else WORDS)
        return caller.browser.generic(
            method,
            path + query,
            body,
            content_type="application/json",
            headers=caller.headers | {"If-Match": "*"},
        )

    def state(self):
        return [(one.pk, one.snapshot(), one.owner_id) for one in Journey.objects.order_by("pk")]


def parts_of(name):
    space, _colon, own = name.rpartition(":")
    resolver = get_resolver().namespace_dict[space][1] if space else get_resolver()
    return next(iter(resolver.reverse_dict.getlist(own)))[0][0][1]


@pytest.fixture
def world():
    return World()


@pytest.mark.parametrize("name", ROUTES)
def test_who_may_does(world, name):
    rule = ROUTES[name]

    for person in sorted(rule.who):
        for method in rule.methods:
            assert world.ask(world.callers[person], name, method).status_code in {200, 201}


@pytest.mark.parametrize("name", OWN)
def test_who_may_not_finds_nothing_and_changes_nothing(world, name):
    rule, before = ROUTES[name], world.state()

    for person in sorted(EVERYBODY - rule.who):
        for method in rule.methods:
            answer = world.ask(world.callers[person], name, method)

            assert (person, told(answer)[0]) == (person, 404 if person in SIGNED_IN else 401)
            assert shared.seen(answer) == set()
    assert world.state() == before


@pytest.mark.parametrize("name", OWN)
def test_no_cookie_opens_anything(world, name):
    before = world.state()
    for person in (world.callers["owner"].person, factories.create_user(is_staff=True, is_superuser=True)):
        caller = Caller()
        caller.browser = signed_in(person)

        for method in ROUTES[name].methods:
            assert told(world.ask(caller, name, method))[0] == 401
    assert world.state() == before


@pytest.mark.parametrize("name", [name for name in OWN if "code" in parts_of(name)])
def test_a_superuser_is_a_stranger_here(world, name):
    curator = Caller(factories.create_user(is_staff=True, is_superuser=True))
    before = world.state()

    for method in ROUTES[name].methods:
        assert told(world.ask(curator, name, method))[0] == 404
    assert world.state() == before


@pytest.mark.parametrize("name", [name for name, rule in ROUTES.items() if rule.who == EVERYBODY])
def test_what_everybody_may_read_tells_nothing_of_a_journey(world, name):
    for caller in world.callers.values():
        assert shared.seen(world.ask(caller, name, "GET")) <= {"structure", "step"}  # those of the catalogue


def test_the_list_shows_each_what_they_may_change(world):
    seen = {
        name: shared.seen(world.ask(caller, "api:journeys", "GET")) for name, caller in world.callers.items()
    }

    assert seen == dict.fromkeys(seen, set()) | {"owner": {"title"}, "editor": {"title"}}
