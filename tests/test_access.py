"""Who reaches what. Every route is in the table, and everybody tries every route.

Not yours is 404, as if there were nothing. The journey says something everywhere, so that anything could leak.
"""

from http.cookies import SimpleCookie

import pytest
from django.contrib import admin
from django.db import transaction
from django.urls import get_resolver, reverse

from sessions.models import Journey
from sessions.visitor import Visitor
from tests import factories
from tests.cast import Cast, with_key
from tests.journeys import shared
from tests.routes import API, EDITORS, EVERYBODY, OWNER, ROUTES

OF_A_JOURNEY = [name for name, rule in ROUTES.items() if rule.who in (EDITORS, OWNER)]


def parts(name):
    """What the address of a route is made of."""
    return next(iter(get_resolver().reverse_dict.getlist(name)))[0][0][1]


class World:
    """One journey with everything in it, its link for participants, and six people with their browsers."""

    def __init__(self):
        shared.create_catalogue()
        factories.create_question(slug="needs")
        ana = factories.create_user(email="ana@example.org")
        self.journey = shared.create_shared_journey(owner=ana)
        self.journey.add_track(self.journey.activities.get(title="Welcome"))
        self.journey.edit({"who": "Somebody else"})  # an earlier state, to be read and restored
        self.journey.undo()
        self.cast = Cast(self.journey)
        self.people = {
            "owner": self.cast.ana,
            "editor": self.cast.ben,
            "host": self.cast.hal,
            "stranger": self.cast.sam,
            "guest": self.cast.guest,
            "nobody": self.cast.nobody,
        }
        self.link = self.journey.share()
        self.invite = self.journey.invite()
        self.urls = self.addresses()
        self.cookies = {
            name: browser.cookies.output(header="", sep=";") for name, browser in self.people.items()
        }

    def addresses(self):
        """Every route's address, filled with what there is in the journey."""
        row = self.journey.activities.get(title=shared.WORDS["title of a row"])
        known = {
            "code": self.journey.code,
            "question": self.journey.questions.get().code,
            "session": self.journey.sessions.get().code,
            "activity": row.code,
            "step": row.steps.first().pk,
            "number": 3,
            "track": 0,
            "token": self.link.token,
            "slug": "nine-whys",
            "key": "used-already",
            "uidb36": "1",
        }
        rooms = known | {"activity": self.journey.activities.get(title="Welcome").code}
        special = {"question": known | {"slug": "needs"}, "track_edit": rooms, "track_remove": rooms}
        filled = {
            name: reverse(name, kwargs={part: special.get(name, known)[part] for part in parts(name)})
            for name in ROUTES
        }
        return filled | {
            "structure_to_journey": f"{filled['structure_to_journey']}?structure=nine-whys",
            "invite": self.invite.get_absolute_url(),
        }

    def ask(self, person, name, method):
        return self.people[person].generic(method, self.urls[name], **FORM)

    def state(self):
        links = [(link.audience, link.revoked_at) for link in self.journey.share_links.all()]
        journey = Journey.objects.get(pk=self.journey.pk)
        people = [
            list(journey.members.values_list("user", "role")),
            list(journey.invites.values_list("token", "revoked_at")),
            list(journey.presences.values_list("user", "tab")),
        ]
        return journey.snapshot(), journey.deleted_at, journey.owner_id, journey.guest, links, people


FORM = {
    "data": "title=Taken+over&text=Ours+now&direction=down&kind=break&audience=hosts&tab=a-page",
    "content_type": "application/x-www-form-urlencoded",
}


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """The world is built once; what each test does to it is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


@pytest.fixture
def world(built, db):
    for name, cookies in built.cookies.items():
        built.people[name].cookies = SimpleCookie(cookies)
    built.journey = Journey.objects.get(pk=built.journey.pk)
    return built


def names(resolver):
    """Every route's name; the admin stands for itself."""
    for pattern in resolver.url_patterns:
        if getattr(pattern, "namespace", None) == "admin":
            continue
        if hasattr(pattern, "url_patterns"):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from (f"{space}{name}" for name in names(pattern))
        elif pattern.name != "api-root":  # the library's, behind our own
            yield pattern.name


def test_every_route_is_in_the_table():
    found = set(names(get_resolver()))  # a few of ours stand before the library's of the same name

    assert sorted(found) == sorted([*ROUTES, *API])


@pytest.mark.parametrize("name", ROUTES)
def test_who_may_not_finds_nothing_and_changes_nothing(world, name):
    rule, before = ROUTES[name], world.state()

    for person in sorted(EVERYBODY - rule.who):
        for method in rule.methods:
            answer = world.ask(person, name, method)

            if rule.asks:
                assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/accounts/login/")
            else:
                assert (person, method, answer.status_code) == (person, method, 404)
                assert shared.seen(answer) == set()
    assert world.state() == before


@pytest.mark.parametrize("name", ROUTES)
def test_who_may_does(world, name):
    rule = ROUTES[name]

    for person in sorted(rule.who):
        for method in rule.methods:
            answer = world.ask(person, name, method)

            assert answer.status_code in {200, 302, 409, 422}
            assert "/accounts/login/" not in answer.get("Location", "") or name.startswith("account_")


@pytest.mark.parametrize("name", [name for name, rule in ROUTES.items() if rule.who == EVERYBODY])
def test_what_everybody_may_open_tells_nothing_of_the_journey(world, name):
    world.journey.activities.update(title="Asking why, once more")
    told_to = {"agenda": shared.PARTICIPANTS, "invite": {"title"}}
    allowed = told_to.get(name, {"structure", "step"})  # those of the catalogue

    for person in ("host", "stranger", "guest", "nobody"):
        answer = world.ask(person, name, "GET")

        told = shared.seen(answer) - (
            {"title", "purpose"} if (person, name) == ("host", "journeys") else set()
        )
        assert (person, told - allowed) == (person, set())
        assert "ana@example.org" not in answer.text


@pytest.mark.parametrize("name", OF_A_JOURNEY)
def test_a_guests_journey_is_for_that_browser_alone(world, name):
    journey = world.journey
    journey.members.all().delete()
    Journey.objects.filter(pk=journey.pk).update(owner=None, guest="that-browser")
    world.people["guest's"] = with_key(type(world.cast.nobody)(), "that-browser")
    before, methods = world.state(), ROUTES[name].methods

    refused = {
        (person, method): world.ask(person, name, method).status_code
        for person in EVERYBODY
        for method in methods
    }

    assert refused == dict.fromkeys(refused, 404)
    assert world.state() == before
    for method in methods:
        assert world.ask("guest's", name, method).status_code in {200, 302, 422}


@pytest.mark.parametrize("name", OF_A_JOURNEY)
def test_what_is_in_the_bin_is_out_of_reach_but_for_the_bin(world, name):
    world.journey.put_in_bin()

    for method in ROUTES[name].methods:
        expected = 302 if name in {"journey_bin", "journey_restore"} else 404
        assert world.ask("owner", name, method).status_code == expected


@pytest.mark.parametrize("name", [name for name in ROUTES if not name.startswith("account_")])
def test_no_route_takes_another_method(world, name):
    before = world.state()
    known = {*ROUTES[name].methods, *(["POST"] if name == "structure_to_journey" else [])}

    answers = {m: world.ask("owner", name, m).status_code for m in {"GET", "POST", "PUT", "DELETE"} - known}

    assert answers == dict.fromkeys(answers, 405)
    assert world.state() == before


def test_a_structure_is_added_only_to_ones_own_journey(world):
    wish = {"structure": "nine-whys", "journey": world.journey.code}
    before = world.state()

    answers = [
        world.people[person].post(reverse("structure_to_journey"), wish).status_code
        for person in ("host", "stranger", "guest", "nobody")
    ]

    assert answers == [404] * 4
    assert world.state() == before


def test_the_parts_of_another_journey_are_not_reached_through_ones_own(world):
    """Sam puts the codes of Ana's parts behind the code of his own journey."""
    own = Journey.objects.owned_by(Visitor(user=world.cast.sam.user)).get()
    before = world.state()

    answers = {
        name: world.people["stranger"].generic(
            ROUTES[name].methods[-1], world.urls[name].replace(world.journey.code, own.code), **FORM
        )
        for name in OF_A_JOURNEY
        if {"question", "session", "activity", "token"} & set(parts(name))
    }

    assert {answer.status_code for answer in answers.values()} == {404, 409}
    assert [name for name, answer in answers.items() if shared.seen(answer) - {"structure"}] == []
    assert world.state() == before


def test_the_admin_is_for_staff(world):
    pages = [reverse("admin:index")] + [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")
        for model in admin.site._registry
        for page in ("changelist", "add")
    ]

    for person in (world.people["owner"], world.people["nobody"]):
        answers = {person.get(page)["Location"].split("?")[0] for page in pages}
        assert answers == {reverse("admin:login")}
