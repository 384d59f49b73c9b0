"""The cast of the tests about journeys: Ana owns one, Ben edits it with her, Hal hosts it; the others have no
business there. Everyone has a browser of their own.
"""

from functools import cached_property

import pytest
from django.test import Client

from sessions.visitor import GUEST_KEY
from tests import factories, journey_factories

PLAN = {
    "format": "convening.journey/1",
    "title": "Improving discharge",
    "purpose": "Sooner home",
    "people": 18,
    "questions": [{"text": "Why does it matter?"}, {"text": "Where do we start?"}],
    "sessions": [
        {
            "title": "Morning",
            "start": "13:30",
            "minutes": 90,
            "activities": [
                {"kind": "opening", "title": "Welcome", "minutes": 10},
                {"title": "Nine Whys", "structure": "nine-whys", "question": 0, "invitations": ["Why?"]},
                {"kind": "break", "title": "Coffee", "minutes": 10},
            ],
        },
        {"title": "Afternoon"},
    ],
    "parked": [{"kind": "talk", "title": "Ecocycle", "minutes": 95}],
}


class Cast:
    """Browsers by name. Each is opened when a test first needs it."""

    OTHERS = ["hal", "sam", "guest", "nobody"]

    def __init__(self, ana):
        self.owner = ana

    @cached_property
    def ana(self):
        return signed_in(self.owner)

    @cached_property
    def ben(self):
        return signed_in(factories.create_user(email="ben@example.org"))

    @cached_property
    def hal(self):
        return signed_in(factories.create_user(email="hal@example.org"))

    @cached_property
    def sam(self):
        """A stranger, with a journey of his own."""
        browser = signed_in(factories.create_user(email="sam@example.org"))
        journey_factories.create_journey(owner=browser.user, title="Sam's own")
        return browser

    @cached_property
    def guest(self):
        """A browser without an account that has planned before."""
        browser = with_key(Client(), "this-browser")
        journey_factories.create_journey(guest="this-browser", title="A guest's own")
        return browser

    @cached_property
    def nobody(self):
        return Client()


def signed_in(user):
    browser = Client()
    browser.force_login(user)
    browser.user = user
    return browser


def with_key(browser, key):
    session = browser.session
    session[GUEST_KEY] = key
    session.save()
    return browser


@pytest.fixture
def ana(db):
    return factories.create_user(email="ana@example.org")


@pytest.fixture
def journey(ana):
    """Ana's journey: two questions, a morning and an afternoon, three rows on the clock and one parked."""
    factories.create_structure(name="Nine Whys", slug="nine-whys", steps=2)
    journey = journey_factories.create_journey(owner=ana, title="Improving discharge", purpose="Sooner home")
    with journey.changing("Wrote the plan"):
        journey.write(PLAN)
    return journey


@pytest.fixture
def cast(journey, ana):
    """Everybody's browsers. Ben and Hal are members of Ana's ``journey``."""
    cast = Cast(ana)
    journey_factories.create_member(journey=journey, user=cast.ben.user, role="editor")
    journey_factories.create_member(journey=journey, user=cast.hal.user, role="host")
    return cast


@pytest.fixture
def row(journey):
    """The structure in the middle of the morning."""
    return journey.activities.get(title="Nine Whys")


@pytest.fixture
def parked(journey):
    return journey.activities.get(title="Ecocycle")


@pytest.fixture
def morning(journey):
    return journey.sessions.get(title="Morning")


@pytest.fixture
def afternoon(journey):
    return journey.sessions.get(title="Afternoon")


@pytest.fixture
def question(journey):
    return journey.questions.get(text="Why does it matter?")


@pytest.fixture
def turned_away(cast, journey):
    """``turned_away(url, **data)``: the answers to those who may not change the journey, nor see any of it."""

    def statuses(url, **data):
        before = journey.snapshot()
        answers = {name: getattr(cast, name).post(url, data) for name in cast.OTHERS}
        assert journey.__class__.objects.get(pk=journey.pk).snapshot() == before
        assert [name for name, answer in answers.items() if journey.title in answer.text] == []
        return {name: answer.status_code for name, answer in answers.items()}

    return statuses
