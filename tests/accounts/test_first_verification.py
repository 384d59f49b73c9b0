"""Mallory signs up with Ana's address. Once Ana shows that it is hers, the account is hers alone."""

import re

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from convening.models import Token, User
from sessions.models import Journey

pytestmark = pytest.mark.django_db
ANAS, MALLORYS = "ana@example.org", "mallory@example.org"
PASSWORD, NEW = "correct horse battery", "a quite different staple"
CONFIRMED = "Your address is confirmed. Set a password if you want one."


def opened_by(email):
    """The browser of who signed up with that address, and a password of theirs."""
    browser = Client()
    browser.post(reverse("account_signup"), {"email": email, "password1": PASSWORD})
    return browser


def link_in(mail):
    return re.search(r"http://testserver(\S+)", mail.body)[1]


def by_code(browser, email, mailoutbox):
    browser.post(reverse("account_request_login_code"), {"email": email})
    code = mailoutbox[-1].subject.split()[0]
    return browser.post(reverse("account_confirm_login_code"), {"code": code})


def by_reset(browser, email, mailoutbox):
    browser.post(reverse("account_reset_password"), {"email": email})
    form = browser.get(link_in(mailoutbox[-1]), follow=True)
    browser.post(form.context["action_url"], {"password1": NEW, "password2": NEW})
    return by_password(browser, email, NEW)


def by_password(browser, email, password=PASSWORD):
    return browser.post(reverse("account_login"), {"login": email, "password": password})


def is_in(browser):
    return browser.get(reverse("account_email")).status_code == 200


def addresses():
    return dict(User.objects.get().emailaddress_set.values_list("email", "verified"))


@pytest.mark.parametrize("enter", [by_code, by_reset])
def test_whoever_signed_up_with_my_address_is_out_and_i_am_in(client, mailoutbox, enter):
    mallory = opened_by(ANAS)
    assert is_in(mallory)

    enter(client, ANAS, mailoutbox)
    journey = Journey.objects.create(title="Ana's", owner=User.objects.get())

    assert (is_in(client), is_in(mallory)) == (True, False)
    by_password(mallory, ANAS)
    assert is_in(mallory) is False
    page = reverse("journey", args=[journey.code])
    assert (client.get(page).status_code, mallory.get(page).status_code) == (200, 404)
    assert addresses() == {ANAS: True}


@pytest.mark.parametrize("made_primary", [False, True])
def test_an_address_that_was_added_to_mine_is_no_way_back(client, mailoutbox, made_primary):
    mallory = opened_by(ANAS)
    mallory.post(reverse("account_email"), {"action_add": "", "email": MALLORYS})
    mallory.post(link_in(mailoutbox[-1]))
    if made_primary:
        mallory.post(reverse("account_email"), {"action_primary": "", "email": MALLORYS})
    assert addresses() == {ANAS: False, MALLORYS: True}

    by_code(client, ANAS, mailoutbox)
    client.post(reverse("account_signup"), {"email": ANAS, "password1": NEW})

    ana = User.objects.get(email=ANAS)
    assert client.session["_auth_user_id"] == str(ana.pk)
    assert [address.email for address in ana.emailaddress_set.all()] == [ANAS]
    assert is_in(mallory) is made_primary  # then it is an account of Mallory's own, without Ana's address


def test_my_address_in_somebody_elses_account_does_not_lead_me_into_it(client, mailoutbox):
    opened_by(MALLORYS).post(reverse("account_email"), {"action_add": "", "email": ANAS})

    answer = by_code(client, ANAS, mailoutbox)

    assert (answer.url, is_in(client)) == (reverse("account_signup"), False)
    assert addresses() == {MALLORYS: False}
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.parametrize("enter", [by_code, by_reset])
def test_a_token_that_was_made_before_is_no_way_back_either(client, mailoutbox, enter):
    opened_by(ANAS)
    mallorys = Token.objects.make(User.objects.get(), "a way back")

    enter(client, ANAS, mailoutbox)
    anas = Token.objects.make(User.objects.get(), "Ana's own")
    by_code(Client(), ANAS, mailoutbox)  # the second code settles nothing any more

    assert Token.objects.of_key(mallorys) is None
    assert Token.objects.of_key(anas) is not None


def test_a_link_opened_by_who_is_not_signed_in_confirms_nothing_yet(client, mailoutbox):
    mallory = opened_by(ANAS)
    link = link_in(mailoutbox[-1])

    answer = client.post(link)

    assert answer.url == f"{reverse('account_login')}?next={link.replace(':', '%3A')}"
    assert [str(said) for said in get_messages(answer.wsgi_request)] == [
        "Sign in first, then confirm the address."
    ]
    assert addresses() == {ANAS: False}
    by_code(client, ANAS, mailoutbox)
    assert (is_in(client), is_in(mallory)) == (True, False)


def test_who_confirms_by_link_while_signed_in_keeps_the_password(mailoutbox):
    ana, phone = opened_by(ANAS), Client()

    ana.post(link_in(mailoutbox[-1]))
    by_code(phone, ANAS, mailoutbox)

    assert addresses() == {ANAS: True}
    assert (is_in(ana), is_in(phone)) == (True, True)
    assert User.objects.get().check_password(PASSWORD)


def test_a_password_chosen_after_a_reset_outlives_the_next_code(client, mailoutbox):
    opened_by(ANAS)
    by_reset(client, ANAS, mailoutbox)

    by_code(Client(), ANAS, mailoutbox)

    assert User.objects.get().check_password(NEW)
    assert is_in(client)


def test_who_signs_in_by_code_before_confirming_is_told_to_choose_a_password_anew(client, mailoutbox):
    opened_by(ANAS)

    answer = by_code(client, ANAS, mailoutbox)

    said = [str(said) for said in get_messages(answer.wsgi_request)]
    assert said[-2:] == [CONFIRMED, f"Welcome, {ANAS}. You are signed in."]
    assert User.objects.get().has_usable_password() is False
    client.post(reverse("account_set_password"), {"password1": NEW, "password2": NEW})
    assert is_in(client)
    assert User.objects.get().check_password(NEW)


def test_asking_for_another_code_ends_nothing(client, mailoutbox):
    mallory = opened_by(ANAS)
    client.post(reverse("account_request_login_code"), {"email": ANAS})

    client.post(reverse("account_confirm_login_code"), {"action": "resend"})
    client.post(reverse("account_confirm_login_code"), {"code": "WRONG"})

    assert (is_in(mallory), User.objects.get().check_password(PASSWORD)) == (True, True)
