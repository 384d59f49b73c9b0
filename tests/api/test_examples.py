"""What the page shows is true: each call is tried, and each answer has the shape that is described."""

import json

import pytest
from jsonschema import Draft202012Validator

from convening.api import api
from convening.models import Token
from convening.views.api import examples
from sessions.models import Journey
from sessions.visitor import Visitor
from tests import factories

pytestmark = pytest.mark.django_db


def described():
    return json.loads(json.dumps(api.get_openapi_schema(), default=str))


OPERATIONS = {
    told["operationId"]: (path, method, told)
    for path, methods in described()["paths"].items()
    for method, told in methods.items()
}
CALLS = examples()["calls"]


def complaints(schema, value):
    whole = {**schema, "components": described()["components"]}
    return [error.message for error in Draft202012Validator(whole).iter_errors(value)]


def schema_of(told):
    return next(iter(told["content"].values()))["schema"]


def test_every_operation_has_an_example_and_no_example_is_of_another():
    assert sorted(CALLS) == sorted(OPERATIONS)


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_answer_has_the_shape_that_is_described(name):
    _path, _method, told = OPERATIONS[name]
    done = next(told["responses"][status] for status in told["responses"] if int(status) < 300)

    assert complaints(schema_of(done), CALLS[name]["answer"]) == []


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.usefixtures("catalogue")
def test_a_call_does_what_it_says(client, name):
    ana = factories.create_user()
    ana.journeys.create(title="Meetings", code=CALLS["journey"]["given"]["code"], revision=1)

    answer = call(client, name, f"Bearer {Token.objects.make(ana, 'example')}")

    assert answer.status_code in {200, 201}
    assert (
        complaints(schema_of(OPERATIONS[name][2]["responses"][str(answer.status_code)]), answer.json()) == []
    )


def call(client, name, authorization):
    path, method, told = OPERATIONS[name]
    given, body = CALLS[name].get("given", {}), CALLS[name].get("body")
    where = {one["name"]: one["in"] for one in told["parameters"]}
    parts = {
        part: {key: value for key, value in given.items() if where[key] == part}
        for part in ("path", "query", "header")
    }
    return client.generic(
        method.upper(),
        path.format(**parts["path"]),
        data="" if body is None else json.dumps(body),
        content_type="application/json",
        query_params=parts["query"],
        headers={"Authorization": authorization, **parts["header"]},
    )


def test_the_problem_is_what_comes_of_a_mistake():
    assert complaints({"$ref": "#/components/schemas/Problem"}, examples()["problem"]) == []


@pytest.mark.usefixtures("catalogue")
def test_the_document_is_a_journey():
    assert Journey.import_document(
        Visitor(guest="somebody"), json.dumps(examples()["known"]["Journey"]).encode()
    )
