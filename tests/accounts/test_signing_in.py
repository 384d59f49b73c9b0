"""Signing up, in and out: by password, by mailed code, by a link for those who forgot."""

import re

import pytest
from django.urls import reverse

from convening.models import User
from tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


def post(client, name, data, **kwargs):
    return client.post(reverse(name), data, **kwargs)


def signed_in(client) -> User | None:
    return User.objects.filter(pk=client.session.get("_auth_user_id")).first()


def test_sign_up_makes_an_account_signs_in_and_mails_a_link(client, mailoutbox):
    answer = post(
        client, "account_signup", {"email": "Ada@Example.org", "name": "Ada", "password1": PASSWORD}
    )

    person = User.objects.get()
    assert (answer.status_code, answer.url) == (302, "/journeys/")
    assert (person.email, person.name, signed_in(client)) == ("ada@example.org", "Ada", person)
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        (["ada@example.org"], "Is this your e-mail address?")
    ]


def test_sign_up_needs_no_name(client):
    post(client, "account_signup", {"email": "ada@example.org", "password1": PASSWORD})

    assert User.objects.get().name == ""


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("email", "not an address", "Enter a valid email address."),
        (
            "email",
            "Taken@example.org",
            "There is already an account with this e-mail address. Sign in instead.",
        ),
        ("password1", "12345", "This password is too short. It must contain at least 8 characters."),
        ("name", "n" * 101, "Ensure this value has at most 100 characters (it has 101)."),
    ],
)
def test_sign_up_says_what_is_wrong_and_keeps_what_was_typed(client, field, value, said):
    factories.create_user(email="taken@example.org")
    typed = {"email": "ada@example.org", "name": "Ada", "password1": PASSWORD, field: value}

    answer = post(client, "account_signup", typed)

    assert said in answer.context["form"].errors[field]
    assert answer.context["form"]["email"].value() == typed["email"]
    assert f'id="id_{field}_error"' in answer.text
    assert list(User.objects.values_list("email", flat=True)) == ["taken@example.org"]


def test_sign_in_by_password_whatever_the_case_of_the_address(client):
    person = factories.create_user(email="ada@example.org", password=PASSWORD)

    answer = post(client, "account_login", {"login": "ADA@example.org", "password": PASSWORD})

    assert (answer.url, signed_in(client)) == ("/journeys/", person)
    assert client.cookies["sessionid"]["max-age"] == 30 * 24 * 60 * 60


@pytest.mark.parametrize("login", ["ada@example.org", "nobody@example.org"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, login):
    factories.create_user(email="ada@example.org", password=PASSWORD)

    answer = post(client, "account_login", {"login": login, "password": "wrong"})

    assert answer.context["form"].non_field_errors() == [
        "That address and that password do not belong together."
    ]
    assert signed_in(client) is None


def test_sign_in_leads_to_the_page_that_was_wanted_but_never_off_this_site(client):
    factories.create_user(email="ada@example.org", password=PASSWORD)
    wanted = {"login": "ada@example.org", "password": PASSWORD, "next": "/questions/purpose/"}

    assert post(client, "account_login", wanted).url == "/questions/purpose/"
    client.logout()
    assert post(client, "account_login", {**wanted, "next": "https://elsewhere.example/"}).url == "/journeys/"


def test_a_switched_off_account_cannot_sign_in(client):
    factories.create_user(email="ada@example.org", password=PASSWORD, is_active=False)

    answer = post(client, "account_login", {"login": "ada@example.org", "password": PASSWORD}, follow=True)

    assert "This account is switched off" in answer.text
    assert signed_in(client) is None


def test_sign_in_by_mailed_code(client, mailoutbox):
    person = factories.create_user(email="ada@example.org")

    post(client, "account_request_login_code", {"email": "Ada@example.org"})
    code = mailoutbox[0].subject.split()[0]
    answer = post(client, "account_confirm_login_code", {"code": code})

    assert f"\n    {code}\n" in mailoutbox[0].body
    assert (answer.url, signed_in(client)) == ("/journeys/", person)


def test_a_wrong_code_does_not_sign_in_and_a_third_ends_it(client, mailoutbox):
    factories.create_user(email="ada@example.org")
    post(client, "account_request_login_code", {"email": "ada@example.org"})

    first = post(client, "account_confirm_login_code", {"code": "WRONG"})
    for _ in range(2):
        post(client, "account_confirm_login_code", {"code": "WRONG"})
    late = post(client, "account_confirm_login_code", {"code": mailoutbox[0].subject.split()[0]})

    assert first.context["verify_form"].errors["code"] == ["That is not the code we sent."]
    assert late.status_code == 302
    assert signed_in(client) is None


def test_a_code_for_an_unknown_address_looks_the_same_on_screen(client, mailoutbox):
    answer = post(client, "account_request_login_code", {"email": "nobody@example.org"}, follow=True)

    assert "Type the code" in answer.text
    assert mailoutbox[0].subject == "There is no account with this address"


def test_a_forgotten_password_is_replaced_by_link_once(client, mailoutbox):
    person = factories.create_user(email="ada@example.org", password="forgotten")
    post(client, "account_reset_password", {"email": "ada@example.org"})
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]

    form = client.get(link, follow=True)
    client.post(form.context["action_url"], {"password1": PASSWORD, "password2": PASSWORD})
    again = client.get(link, follow=True)

    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    assert "This link has been used already, or it is too old." in again.text


def test_an_address_is_confirmed_by_link(client, mailoutbox):
    post(client, "account_signup", {"email": "ada@example.org", "password1": PASSWORD})
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]

    before = client.get(reverse("account_email")).text
    client.post(link)
    after = client.get(reverse("account_email")).text

    assert ("not confirmed yet" in before, "not confirmed yet" in after) == (True, False)


def test_sign_out_takes_a_button_not_a_link(client):
    client.force_login(factories.create_user())

    client.get(reverse("account_logout"))
    still = signed_in(client)
    answer = post(client, "account_logout", {})

    assert still is not None
    assert (answer.url, signed_in(client)) == ("/", None)
