"""Who tests are about: Ana owns a journey, Ben edits it with her, Hal hosts it; the others have no business there.
Everyone has a browser of their own.
"""

from functools import cached_property

from django.test import Client

from sessions.visitor import GUEST_KEY
from tests import factories, journey_factories


class Cast:
    """Browsers by name, for Ana's journey. Each is opened when a test first needs it."""

    OTHERS = ["hal", "sam", "guest", "nobody"]

    def __init__(self, journey):
        self.journey, self.owner = journey, journey.owner

    @cached_property
    def ana(self):
        return signed_in(self.owner)

    @cached_property
    def ben(self):
        return self.member("ben", "editor")

    @cached_property
    def hal(self):
        return self.member("hal", "host")

    def member(self, name, role):
        user = factories.create_user(email=f"{name}@example.org")
        journey_factories.create_member(journey=self.journey, user=user, role=role)
        return signed_in(user)

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
