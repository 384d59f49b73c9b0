"""Who comes in through the API, and who does not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from convening.models import Token
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.doorway")]

NONE_SENT = "This needs a personal token, and none was sent."
MALFORMED = "The Authorization header reads “Bearer”, a space, and the token."
UNKNOWN = "This token opens nothing. It may have been revoked."
NOON = timezone.datetime(2026, 11, 26, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def ana():
    return factories.create_user(email="ana@example.org", name="Ana")


@pytest.fixture
def key(ana):
    return Token.objects.make(ana, "laptop script")


def call(client, address, header=None, method="GET", **more):
    headers = {} if header is None else {"Authorization": header}
    return client.generic(method, address, headers=headers, **more)


def told(answer):
    return answer.status_code, answer.json().get("who") or answer.json()["detail"]


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_a_token_opens_what_needs_one_and_what_does_not(client, key, scheme):
    assert told(call(client, "/own", f"{scheme} {key}")) == (200, "Ana")
    assert told(call(client, "/own", f"{scheme} {key}", "POST")) == (200, "Ana")
    assert told(call(client, "/read", f"{scheme} {key}")) == (200, "Ana")


def test_without_a_token_only_public_reads(client):
    assert told(call(client, "/read")) == (200, "AnonymousUser")
    assert told(call(client, "/own")) == (401, NONE_SENT)
    assert told(call(client, "/own", method="POST")) == (401, NONE_SENT)


@pytest.mark.parametrize("address", ["/own", "/read"])
@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ("", MALFORMED),
        ("Bearer", MALFORMED),
        ("Bearer  ", MALFORMED),
        ("{key}", MALFORMED),
        ("Token {key}", MALFORMED),
        ("Basic YW5hOmFuYQ==", MALFORMED),
        ("Bearer wrong", UNKNOWN),
        ("Bearer convening_", UNKNOWN),
        ("Bearer {key}x", UNKNOWN),
        ("Bearer {begun}", UNKNOWN),
        ("Bearer {digest}", UNKNOWN),
        ("Bearer {upper}", UNKNOWN),
        ("Bearer {key} {key}", UNKNOWN),
        ("Bearer convening_é\x01", UNKNOWN),
    ],
)
def test_a_token_that_is_sent_must_be_right(client, key, address, header, sentence):
    known = {"key": key, "begun": key[:-1], "upper": key.upper(), "digest": Token.objects.get().digest}

    assert told(call(client, address, header.format(**known))) == (401, sentence)
    assert Token.objects.get().last_used_at is None


@pytest.mark.parametrize(
    ("address", "answer"), [("/own", (401, NONE_SENT)), ("/read", (200, "AnonymousUser"))]
)
def test_the_session_of_a_browser_opens_nothing(client, ana, address, answer):
    client.force_login(ana)

    assert told(call(client, address)) == answer


def test_the_token_counts_and_not_who_is_signed_in(client, key):
    client.force_login(factories.create_user(email="ben@example.org"))

    assert told(call(client, "/own", f"Bearer {key}")) == (200, "Ana")


def test_a_revoked_token_opens_nothing_and_the_other_one_goes_on(client, ana, key):
    other = Token.objects.make(ana, "phone")
    Token.objects.of_key(key).delete()

    assert told(call(client, "/own", f"Bearer {key}")) == (401, UNKNOWN)
    assert told(call(client, "/own", f"Bearer {other}")) == (200, "Ana")


def test_the_token_of_somebody_who_may_not_sign_in_opens_nothing_meanwhile(client, ana, key):
    ana.is_active = False
    ana.save()
    assert told(call(client, "/own", f"Bearer {key}")) == (401, UNKNOWN)

    ana.is_active = True
    ana.save()
    assert told(call(client, "/own", f"Bearer {key}")) == (200, "Ana")


def test_the_last_use_is_known_to_the_minute_and_costs_no_write_in_between(
    client, key, time_machine, django_assert_num_queries
):
    time_machine.move_to(NOON, tick=False)
    with django_assert_num_queries(2):
        call(client, "/own", f"Bearer {key}")
    assert Token.objects.get().last_used_at == NOON

    time_machine.move_to(NOON + timedelta(seconds=59), tick=False)
    with django_assert_num_queries(1):
        call(client, "/own", f"Bearer {key}")
    assert Token.objects.get().last_used_at == NOON

    time_machine.move_to(NOON + timedelta(seconds=60), tick=False)
    call(client, "/own", f"Bearer {key}")
    assert Token.objects.get().last_used_at == NOON + timedelta(seconds=60)


def test_nobody_is_looked_up_for_a_public_read_without_a_token(client, ana, django_assert_num_queries):
    client.force_login(ana)

    with django_assert_num_queries(0):
        call(client, "/read")
