"""What is said when something cannot be: one shape everywhere, and nothing of our insides."""

import logging

import pytest

from convening.api import api
from tests import factories
from tests.api.caller import Caller, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return Caller(factories.create_user(email="ana@example.org"))


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/nothing",
        "/structures/",
        "/structures/a/b",
        "/journeys/x/undo",
        "/%00",
        "/%ff",
        "/docs",
        "/../admin",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_an_address_that_is_none_says_so(ana, method, path):
    if path == "":
        assert ana.send("GET", path).status_code == 301  # to where the API begins
    else:
        assert told(ana.send(method, path)) == (404, "There is nothing at this address.")


ALLOWED = {
    "/structures": "GET, HEAD, OPTIONS",
    "/structures/x": "GET, HEAD, OPTIONS",
    "/questions": "GET, HEAD, OPTIONS",
    "/match": "GET, HEAD, OPTIONS",
    "/drafts": "OPTIONS, POST",
    "/journeys": "GET, HEAD, OPTIONS, POST",
    "/journeys/x": "GET, HEAD, OPTIONS, PUT",
    "/openapi.json": "GET, HEAD, OPTIONS",
}


@pytest.mark.parametrize(("path", "methods"), ALLOWED.items())
def test_other_methods_are_told_what_can_be_done(ana, path, methods):
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"} - set(methods.split(", ")):
        answer = ana.send(method, path)

        assert told(answer) == (405, "“Allow” says what can be done at this address.")
        assert answer["Allow"] == methods


@pytest.mark.parametrize(("path", "methods"), ALLOWED.items())
def test_options_needs_no_token_and_tells_nothing_else(path, methods):
    answer = Caller().send("OPTIONS", path)

    assert (answer.status_code, answer["Allow"], answer.content) == (204, methods, b"")
    assert "Access-Control-Allow-Origin" not in answer


def test_head_is_get_without_a_body(ana):
    factories.create_question()

    answer = ana.send("HEAD", "/questions")

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json; charset=utf-8")
    assert answer.content == b""
    assert ana.send("HEAD", "/structures/nothing").status_code == 404


@pytest.mark.parametrize("debug", [True, False])
def test_what_breaks_tells_the_log_and_nobody_else(ana, settings, monkeypatch, caplog, debug):
    settings.DEBUG = debug
    ana.browser.raise_request_exception = False
    monkeypatch.setattr("structures.api.catalogue.browse", lambda _wishes, _need: 1 / 0)

    with caplog.at_level(logging.ERROR, logger="django.request"):
        answer = ana.get("/structures")

    assert told(answer) == (500, "We have been told. Please try again later.")
    assert "division" not in answer.text
    assert [record.exc_info[0] for record in caplog.records] == [ZeroDivisionError]


def test_too_many_requests_are_told_when_to_go_on(settings):
    caller = Caller()
    answers = [caller.get("/match") for _ in range(301)]

    assert {told(one)[0] for one in answers[:-1]} == {422}
    assert told(answers[-1]) == (
        429,
        "These were many requests. “Retry-After” says in how many seconds to go on.",
    )
    assert 1 <= int(answers[-1]["Retry-After"]) <= 60


def test_writing_has_a_limit_of_its_own(ana):
    answers = [ana.post("/journeys", {}).status_code for _ in range(121)]

    assert answers == [422] * 120 + [429]
    assert ana.get("/journeys").status_code == 200


@pytest.mark.parametrize("path", ["/structures", "/structures/x", "/questions", "/match?question=x"])
def test_a_wrong_token_is_told_also_where_none_is_needed(path):
    caller = Caller()
    caller.headers = {"Authorization": "Bearer convening_nonsense"}

    answer = caller.get(path)

    assert told(answer) == (401, "This token opens nothing. It may have been revoked.")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_the_description_tells_every_problem_in_its_own_media_type():
    for path, operations in api.get_openapi_schema()["paths"].items():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                kinds = list(response["content"])
                is_problem = int(status) >= 400 and status != 412
                expected = "application/problem+json" if is_problem else "application/json"
                assert (path, status, kinds) == (path, status, [expected])
            assert {401, 429} <= set(operation["responses"])


def test_every_operation_and_parameter_says_what_it_is():
    for operations in api.get_openapi_schema()["paths"].values():
        for operation in operations.values():
            assert operation["summary"]
            assert operation["description"]
            assert [one["name"] for one in operation["parameters"] if "description" not in one] == []


def test_the_description_is_for_everybody():
    answer = Caller().get("/openapi.json")

    assert (answer.status_code, answer.json()["openapi"]) == (200, "3.1.0")
    assert sorted(answer.json()["paths"]) == [
        "/api/v1/drafts",
        "/api/v1/journeys",
        "/api/v1/journeys/{code}",
        "/api/v1/match",
        "/api/v1/questions",
        "/api/v1/structures",
        "/api/v1/structures/{slug}",
    ]
    assert answer.json()["components"]["securitySchemes"] == {
        "TokenAuth": {"type": "http", "scheme": "bearer"}
    }
