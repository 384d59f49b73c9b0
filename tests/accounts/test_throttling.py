"""Guessing is slowed per account. A room of 60 people behind one address is not."""

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"
THROTTLED = ["Too many tries for this account. Wait five minutes, or have a code mailed to you."]


def sign_in(client, email, password=PASSWORD):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def test_five_wrong_passwords_close_the_account_for_a_while_even_for_the_right_one(client):
    factories.create_user(email="ada@example.org", password=PASSWORD)
    for _ in range(5):
        sign_in(client, "ada@example.org", "wrong")

    assert sign_in(client, "ADA@example.org").context["form"].non_field_errors() == THROTTLED


def test_agendas_that_many_read_do_not_lift_the_lock(client):
    factories.create_user(email="ada@example.org", password=PASSWORD)
    for _ in range(5):
        sign_in(client, "ada@example.org", "wrong")
    for number in range(1000):
        caches["agendas"].set(f"agenda:{number}", "kept")

    assert sign_in(client, "ada@example.org").context["form"].non_field_errors() == THROTTLED


def test_the_others_in_the_room_still_get_in(client):
    factories.create_user(email="ada@example.org", password=PASSWORD)
    factories.create_user(email="ben@example.org", password=PASSWORD)
    for _ in range(6):
        sign_in(client, "ada@example.org", "wrong")

    assert sign_in(client, "ben@example.org").status_code == 302


def test_sixty_people_behind_one_address_sign_in_within_a_minute(client):
    people = [factories.create_user(password=PASSWORD) for _ in range(60)]

    answers = []
    for person in people:
        answers.append(sign_in(client, person.email).status_code)
        client.logout()

    assert answers == [302] * 60


def test_sixty_people_behind_one_address_sign_up_within_a_minute(client):
    answers = []
    for number in range(60):
        data = {"email": f"new{number}@example.org", "password1": PASSWORD}
        answers.append(client.post(reverse("account_signup"), data).status_code)
        client.logout()

    assert answers == [302] * 60


def test_a_mailbox_is_not_flooded_with_codes(mailoutbox):
    factories.create_user(email="ada@example.org")
    for _ in range(5):
        Client().post(reverse("account_request_login_code"), {"email": "ada@example.org"})

    assert len(mailoutbox) == 3


def test_too_many_requests_get_a_page_of_our_own(client, mailoutbox):
    factories.create_user(email="ada@example.org")
    for _ in range(5):
        client.post(reverse("account_reset_password"), {"email": "ada@example.org"})
    answer = client.post(reverse("account_reset_password"), {"email": "ada@example.org"})

    assert answer.status_code == 429
    assert "One moment, please" in answer.text
