"""The page of one's tokens: a key is told once, to who made it, and is never there again."""

import pytest
from django.contrib.messages import get_messages
from django.db import OperationalError
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse

from convening.models import Token
from tests import factories

pytestmark = pytest.mark.django_db
PAGE, REVOKE = "/accounts/tokens/", "/accounts/tokens/revoke/"
NAMED_ALREADY = "You have a token of this name already. Another name will tell the two apart."


@pytest.fixture
def ana():
    return factories.create_user(email="ana@example.org")


@pytest.fixture
def browser(ana):
    client = Client()
    client.force_login(ana)
    return client


def make(browser, name="laptop script"):
    return browser.post(PAGE, {"name": name})


def errors(answer):
    return answer.status_code, answer.context["form"].errors.get("name")


def text_of(answer):
    return " ".join(answer.text.replace("\xa0", " ").split())


def said(answer):
    return [str(one) for one in get_messages(answer.wsgi_request)]


def test_the_addresses():
    assert (reverse("tokens"), reverse("token_revoke")) == (PAGE, REVOKE)


def test_nothing_yet(browser):
    answer = browser.get(PAGE)

    assert "You have no tokens yet." in answer.text
    assert list(answer.context["tokens"]) == []


def test_a_key_is_shown_once(browser, ana):
    answer = make(browser)
    assert (answer.status_code, answer.url) == (302, PAGE)

    first, second = browser.get(PAGE), browser.get(PAGE)

    key = first.context["key"]
    assert Token.objects.of_key(key) == ana.tokens.get()
    assert first.text.count(key) == 1
    assert (key in second.text, "you will not see it again" in second.text) == (False, False)
    assert ana.tokens.get().beginning in second.text
    assert "no-store" in first["Cache-Control"]


def test_the_key_travels_in_a_cookie_that_no_script_and_no_other_page_reads(browser, settings):
    settings.SESSION_COOKIE_SECURE = True
    cookie = make(browser).cookies["fresh_token"]

    kept = {name: cookie[name] for name in ("path", "max-age", "httponly", "samesite", "secure")}
    assert kept == {"path": PAGE, "max-age": 60, "httponly": True, "samesite": "Strict", "secure": True}
    assert cookie.value not in str(dict(browser.session))
    assert browser.get(PAGE).cookies["fresh_token"]["max-age"] == 0


def test_a_key_of_somebody_else_is_not_shown_as_ones_own(browser):
    key = Token.objects.make(factories.create_user(), "planted")
    browser.cookies["fresh_token"] = key

    answer = browser.get(PAGE)

    assert ("planted" in answer.text, key in answer.text) == (False, False)


def test_nonsense_in_the_cookie_is_not_shown(browser):
    browser.cookies["fresh_token"] = "<b>convening_"

    assert browser.get(PAGE).context.get("key") is None


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("", "Give it a name, so that you know later what you revoke."),
        ("   ", "Give it a name, so that you know later what you revoke."),
        ("x" * 61, "Ensure this value has at most 60 characters (it has 61)."),
        ("a\x00b", "Null characters are not allowed."),
        ("Laptop Script", NAMED_ALREADY),
    ],
)
def test_a_name_that_cannot_be_is_said_at_its_field(browser, ana, name, error):
    Token.objects.make(ana, "laptop script")
    answer = make(browser, name)

    assert errors(answer) == (422, [error])
    assert f'<div class="field-error" id="id_name_error"><p>{error}</p></div>' in answer.text
    assert ana.tokens.count() == 1


def test_a_form_without_a_name_is_a_form_with_a_mistake(browser):
    assert browser.post(PAGE, {}).status_code == 422


def test_a_form_that_was_sent_twice_makes_one_token_and_shows_a_key_that_works(browser, ana):
    make(browser)
    make(browser)

    assert Token.objects.of_key(browser.get(PAGE).context["key"]) == ana.tokens.get()


def test_more_than_twenty_are_refused_with_a_sentence(browser, ana):
    for number in range(20):
        Token.objects.make(ana, f"token {number}")

    full = "You have 20 tokens, and more cannot be. Revoke one first."
    assert errors(make(browser)) == (422, [full])


def test_a_use_that_cannot_be_written_down_keeps_nobody_out(ana, monkeypatch):
    token = Token.objects.of_key(Token.objects.make(ana, "script"))

    def locked(*_args, **_fields):
        raise OperationalError("database is locked")

    monkeypatch.setattr(QuerySet, "update", locked)
    token.note_use()

    assert ana.tokens.get().last_used_at is None


def test_names_are_text_and_not_markup(browser):
    make(browser, "<script>alert(1)</script>")

    answer = browser.get(PAGE)
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text


def test_everybody_sees_their_own_only(browser):
    Token.objects.make(factories.create_user(), "of somebody else")
    make(browser)

    assert [token.name for token in browser.get(PAGE).context["tokens"]] == ["laptop script"]


def test_the_list_says_when_a_token_was_used(browser, ana, time_machine):
    time_machine.move_to("2026-11-26 12:00+00:00", tick=False)
    used = Token.objects.make(ana, "used")
    Token.objects.make(ana, "never used so far")
    Token.objects.of_key(used).note_use()

    assert text_of(browser.get(PAGE)).count("made on 26 Nov 2026 · last used just now") == 1
    time_machine.shift(60 * 60)
    text = text_of(browser.get(PAGE))
    assert text.count("made on 26 Nov 2026 · last used 1 hour ago") == 1
    assert text.count("made on 26 Nov 2026 · never used") == 1


@pytest.mark.parametrize("number", [1, 20])
def test_the_page_costs_the_same_however_many_there_are(browser, ana, number, django_assert_num_queries):
    for name in range(number):
        Token.objects.make(ana, f"token {name}")

    with django_assert_num_queries(3):
        browser.get(PAGE)


def test_revoking_ends_one(browser, ana):
    gone, kept = Token.objects.make(ana, "gone"), Token.objects.make(ana, "kept")
    token = Token.objects.of_key(gone)

    answer = browser.post(REVOKE, {"token": token.pk})

    assert (answer.status_code, answer.url) == (302, PAGE)
    assert said(answer) == ["“gone” is revoked. Its key opens nothing any more."]
    assert (Token.objects.of_key(gone), Token.objects.of_key(kept)) == (None, ana.tokens.get())


def test_revoking_twice_says_that_it_is_gone(browser, ana):
    Token.objects.make(ana, "gone")
    token = ana.tokens.get().pk
    browser.post(REVOKE, {"token": token})

    assert said(browser.post(REVOKE, {"token": token}))[-1] == "That token is gone already."


@pytest.mark.parametrize("token", ["other", "", "soon", "\x00", "9" * 40, None])
def test_what_is_not_mine_is_not_there(browser, ana, token):
    other = factories.create_user()
    Token.objects.make(other, "laptop")
    Token.objects.make(ana, "laptop")
    chosen = other.tokens.get().pk if token == "other" else token

    answer = browser.post(REVOKE, {} if chosen is None else {"token": chosen})

    assert said(answer) == ["That token is gone already."]
    assert (other.tokens.count(), ana.tokens.count()) == (1, 1)


@pytest.mark.parametrize(("method", "address"), [("get", PAGE), ("post", PAGE), ("post", REVOKE)])
def test_who_is_not_signed_in_is_shown_how(client, ana, method, address):
    Token.objects.make(ana, "laptop")

    answer = getattr(client, method)(address, {"name": "x", "token": ana.tokens.get().pk})

    way, _question, then = answer.url.partition("?")
    assert (answer.status_code, way, then.startswith(f"next={PAGE}")) == (302, "/accounts/login/", True)
    assert REVOKE not in then
    assert Token.objects.count() == 1


def test_a_forged_form_makes_none(ana):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)

    assert (make(browser).status_code, ana.tokens.count()) == (403, 0)


@pytest.mark.parametrize("name", ["account_email", "account_change_password", "api"])
def test_the_way_there(browser, name):
    assert f'href="{PAGE}"' in browser.get(reverse(name)).text
