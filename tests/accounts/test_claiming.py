"""What a guest planned becomes theirs when they sign up or in, and nobody else's does."""

import pytest
from django.urls import reverse

from convening.models import User
from sessions.models import Journey
from sessions.visitor import GUEST_KEY
from tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def guest(client):
    """A browser whose guest has one journey, in a world with journeys of two others."""
    session = client.session
    session[GUEST_KEY] = "this-browser"
    session.save()
    Journey.objects.create(title="Mine", guest="this-browser")
    Journey.objects.create(title="Another guest's", guest="another-browser")
    Journey.objects.create(title="Somebody's", owner=factories.create_user())
    return client


def sign_up(client, mailoutbox):
    client.post(reverse("account_signup"), {"email": "ada@example.org", "password1": PASSWORD})


def sign_in_by_password(client, mailoutbox):
    factories.create_user(email="ada@example.org", password=PASSWORD)
    client.post(reverse("account_login"), {"login": "ada@example.org", "password": PASSWORD})


def sign_in_by_code(client, mailoutbox):
    factories.create_user(email="ada@example.org")
    client.post(reverse("account_request_login_code"), {"email": "ada@example.org"})
    client.post(reverse("account_confirm_login_code"), {"code": mailoutbox[0].subject.split()[0]})


@pytest.mark.parametrize("enter", [sign_up, sign_in_by_password, sign_in_by_code])
def test_a_guests_journeys_become_the_persons_own(guest, mailoutbox, enter):
    enter(guest, mailoutbox)

    ada = User.objects.get(email="ada@example.org")
    assert list(Journey.objects.filter(owner=ada).values_list("title", "guest")) == [("Mine", "")]
    assert GUEST_KEY not in guest.session


def test_a_failed_sign_in_claims_nothing(guest):
    factories.create_user(email="ada@example.org", password=PASSWORD)

    guest.post(reverse("account_login"), {"login": "ada@example.org", "password": "wrong"})

    assert Journey.objects.get(title="Mine").guest == "this-browser"
    assert guest.session[GUEST_KEY] == "this-browser"


def test_a_browser_without_a_guest_claims_nothing(client):
    Journey.objects.create(title="Nobody's", guest="")

    sign_in_by_password(client, None)

    assert Journey.objects.get().owner is None
