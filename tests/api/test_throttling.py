"""How often the API may be called, by a person with a token and by the address of anybody else."""

import threading

import pytest
from django.test import override_settings

from convening.models import Token
from convening.throttling import Limit
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.doorway")]

NOON = "2026-11-26 12:00+00:00"


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(NOON, tick=False)


def bearer(name):
    return {"Authorization": f"Bearer {Token.objects.make(factories.create_user(), name)}"}


def statuses(client, times, address, method="GET", **more):
    return {client.generic(method, address, **more).status_code for _ in range(times)}


@pytest.mark.parametrize(
    ("address", "method", "number"),
    [("/own", "GET", 600), ("/costly", "GET", 60), ("/drafts", "GET", 10), ("/own", "POST", 120)],
)
def test_a_person_has_so_many_calls_a_minute(client, time_machine, address, method, number):
    headers = bearer("laptop")
    assert statuses(client, number, address, method, headers=headers) == {200}

    refused = client.generic(method, address, headers=headers)

    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    time_machine.shift(59)
    assert client.generic(method, address, headers=headers)["Retry-After"] == "1"
    time_machine.shift(1)
    assert client.generic(method, address, headers=headers).status_code == 200


@pytest.mark.parametrize(("address", "number"), [("/read", 1200), ("/costly", 300)])
def test_an_address_has_more_for_a_room_may_share_it(client, address, number):
    assert statuses(client, number, address) == {200}

    refused = client.get(address)

    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    assert client.get(address, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.get(address, headers=bearer("laptop")).status_code == 200


def test_sixty_people_behind_one_address_match_five_times_a_minute(client):
    assert statuses(client, 60 * 5, "/costly") == {200}


def test_what_is_counted_apart_does_not_use_up_the_rest(client):
    headers = bearer("laptop")
    statuses(client, 61, "/costly", headers=headers)

    assert client.get("/costly", headers=headers).status_code == 429
    assert client.get("/own", headers=headers).status_code == 200
    assert client.post("/own", headers=headers).status_code == 200


def test_two_tokens_of_one_person_are_counted_together(client):
    ana = factories.create_user()
    first, second = (
        {"Authorization": f"Bearer {Token.objects.make(ana, name)}"} for name in ("laptop", "phone")
    )
    statuses(client, 60, "/costly", headers=first)

    assert client.get("/costly", headers=second).status_code == 429


def test_wrong_tokens_are_counted_and_keep_nobody_out_whose_token_is_right(client, time_machine):
    wrong = {"headers": {"Authorization": "Bearer convening_guess"}}
    assert statuses(client, 60, "/read", **wrong) == {401}

    assert client.get("/read", **wrong).status_code == 429
    assert client.get("/own", **wrong).status_code == 429
    assert client.get("/own", headers=bearer("laptop")).status_code == 200
    assert client.get("/read").status_code == 200
    assert client.get("/read", REMOTE_ADDR="192.0.2.7", **wrong).status_code == 401
    time_machine.shift(60)
    assert client.get("/read", **wrong).status_code == 401


@pytest.mark.parametrize(
    ("proxies", "second"),
    [
        (0, 429),  # whatever anybody writes there is not believed
        (1, 200),
        (2, 429),  # the first proxy of ours, before whom 198.51.100.1 stands in both
    ],
)
def test_who_calls_is_what_our_proxies_say(client, proxies, second):
    def ask(forwarded):
        return client.get("/costly", headers={"X-Forwarded-For": forwarded})

    with override_settings(NINJA_NUM_PROXIES=proxies):
        for number in range(300):
            ask(f"203.0.113.{number}, 198.51.100.1, 192.0.2.1")

        assert ask("203.0.113.1, 198.51.100.1, 192.0.2.9").status_code == second


def test_threads_do_not_meet_in_what_a_limit_remembers():
    limit, seen = Limit("read"), []
    limit.history = ["of this thread"]

    thread = threading.Thread(target=lambda: seen.append((getattr(limit, "history", None), limit.scope)))
    thread.start()
    thread.join()

    assert seen == [(None, "read")]
