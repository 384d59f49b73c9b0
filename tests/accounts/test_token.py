"""What a token is in the database: made once, told once, and gone with a new password."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from convening.models import Token
from tests import factories

pytestmark = pytest.mark.django_db

NAMED_ALREADY = "You have a token of this name already. Another name will tell the two apart."
PASSWORD, NEW = "correct horse battery", "a quite different staple"


@pytest.fixture
def ana():
    return factories.create_user(email="ana@example.org", password=PASSWORD)


def refused(ana, name):
    with pytest.raises(ValidationError) as problem:
        Token.objects.make(ana, name)
    return problem.value.message_dict


def test_a_key_has_192_random_bits_and_only_its_beginning_is_kept(ana):
    key = Token.objects.make(ana, "laptop script")
    token = Token.objects.get()

    assert re.fullmatch(r"convening_[\w-]{32}", key)
    assert (token.person, token.name, token.beginning) == (ana, "laptop script", key[:16])
    assert re.fullmatch("[0-9a-f]{64}", token.digest)
    assert [value for value in vars(token).values() if key in str(value)] == []
    assert Token.objects.of_key(key) == token


def test_every_key_is_another(ana):
    assert len({Token.objects.make(ana, f"token {number}") for number in range(20)}) == 20


@pytest.mark.parametrize("name", ["laptop", "Laptop", "LAPTOP"])
def test_a_name_is_taken_once_a_person(ana, time_machine, name):
    time_machine.move_to("2026-11-26 12:00+00:00", tick=False)
    Token.objects.make(ana, "laptop")
    time_machine.shift(11)

    assert refused(ana, name) == {"name": [NAMED_ALREADY]}
    Token.objects.make(factories.create_user(), name)
    assert ana.tokens.count() == 1


def test_the_database_knows_it_too(ana):
    Token.objects.make(ana, "laptop")

    with pytest.raises(IntegrityError):
        Token.objects.create(person=ana, name="Laptop", beginning="x", digest="y")


def test_a_form_sent_twice_makes_one_token_with_the_second_key(ana):
    first, second = Token.objects.make(ana, "laptop"), Token.objects.make(ana, "laptop")

    assert ana.tokens.count() == 1
    assert Token.objects.of_key(first) is None
    assert Token.objects.of_key(second).name == "laptop"
    assert ana.tokens.get().beginning == second[:16]


def test_a_token_that_was_used_meanwhile_keeps_its_key(ana):
    key = Token.objects.make(ana, "laptop")
    Token.objects.of_key(key).note_use()

    assert refused(ana, "laptop") == {"name": [NAMED_ALREADY]}
    assert Token.objects.of_key(key).name == "laptop"


def test_a_person_has_at_most_twenty(ana):
    for number in range(20):
        Token.objects.make(ana, f"token {number}")

    full = "You have 20 tokens, and more cannot be. Revoke one first."
    assert refused(ana, "one more") == {"name": [full]}
    ana.tokens.first().delete()
    Token.objects.make(ana, "one more")
    assert ana.tokens.count() == 20


@pytest.mark.parametrize("key", ["", "convening_", "convening_\x00", "convening_\ud800"])
def test_nonsense_is_nobodys(ana, key):
    Token.objects.make(ana, "laptop")

    assert Token.objects.of_key(key) is None


def change(browser, _mailoutbox):
    fields = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    browser.post(reverse("account_change_password"), fields)


def reset(_browser, mailoutbox):
    nobody = Client()
    nobody.post(reverse("account_reset_password"), {"email": "ana@example.org"})
    link = re.search(r"http://testserver(\S+)", mailoutbox[-1].body)[1]
    form = nobody.get(link, follow=True)
    nobody.post(form.context["action_url"], {"password1": NEW, "password2": NEW})


def by_admin(_browser, _mailoutbox):
    staff = Client()
    staff.force_login(factories.create_user(is_staff=True, is_superuser=True))
    person = factories.User.objects.get(email="ana@example.org")
    fields = {"usable_password": "true", "password1": NEW, "password2": NEW}
    staff.post(reverse("admin:auth_user_password_change", args=[person.pk]), fields)


@pytest.mark.parametrize("renew", [change, reset, by_admin])
def test_a_new_password_ends_every_token_of_that_person_alone(ana, client, mailoutbox, renew):
    client.force_login(ana)
    key, others = Token.objects.make(ana, "laptop"), Token.objects.make(factories.create_user(), "laptop")

    renew(client, mailoutbox)

    ana.refresh_from_db()
    assert ana.check_password(NEW)
    assert Token.objects.of_key(key) is None
    assert Token.objects.of_key(others) is not None


def test_a_mistake_in_a_new_password_ends_nothing(ana, client):
    client.force_login(ana)
    key = Token.objects.make(ana, "laptop")

    fields = {"oldpassword": "wrong", "password1": NEW, "password2": NEW}
    client.post(reverse("account_change_password"), fields)

    assert Token.objects.of_key(key) is not None


def test_the_first_password_ends_tokens_too(client):
    ana = factories.create_user(password=None)
    client.force_login(ana)
    key = Token.objects.make(ana, "laptop")

    client.post(reverse("account_set_password"), {"password1": NEW, "password2": NEW})

    assert Token.objects.of_key(key) is None


def test_a_token_is_noted_once_a_minute(ana, time_machine, django_assert_num_queries):
    time_machine.move_to("2026-11-26 12:00+00:00", tick=False)
    key = Token.objects.make(ana, "laptop")
    Token.objects.of_key(key).note_use()
    time_machine.shift(timedelta(seconds=59))
    token = Token.objects.of_key(key)

    with django_assert_num_queries(0):
        token.note_use()
