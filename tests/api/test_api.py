"""The page that tells people about the API."""

import json
import re

import pytest
from django.conf import settings
from django.urls import reverse

from convening.views.api import SCHEMA, STATUSES

pytestmark = pytest.mark.django_db
PAGE = "/api/v1/"


def test_the_address():
    assert reverse("api") == PAGE


def test_every_operation_of_the_description_is_there(client):
    description, page = client.get("/api/v1/openapi.json").json(), client.get(PAGE)

    described = {
        (method.upper(), path) for path, methods in description["paths"].items() for method in methods
    }
    shown = {(one.method, one.path) for section in page.context["sections"] for one in section.operations}
    assert shown == described
    assert {one.name for section in page.context["sections"] for one in section.operations} <= anchors(page)


def anchors(page):
    return set(re.findall(r' id="([^"]+)"', page.text))


def test_no_anchor_leads_nowhere_and_none_is_there_twice(client):
    page = client.get(PAGE)

    assert set(re.findall(r'href="#([^"]+)"', page.text)) - anchors(page) == set()
    ids = re.findall(r' id="([^"]+)"', page.text)
    assert sorted(ids) == sorted(set(ids))


def test_no_section_is_left_without_a_name_of_ours(client):
    names = {section.name for section in client.get(PAGE).context["sections"]}

    assert names <= {"catalogue", "matching", "drafts", "journeys"}


def test_every_problem_that_may_come_is_explained(client):
    sections = client.get(PAGE).context["sections"]

    told = {p.status for section in sections for one in section.operations for p in one.problems}
    assert told - set(STATUSES) == set()


def test_examples_name_this_server(client):
    page = client.get(PAGE, HTTP_HOST="localhost")

    assert "http://localhost/api/v1/match" in page.text
    assert "ROOT" not in page.text


def test_every_limit_is_counted_by_the_minute(client):
    assert {rate[-2:] for rates in settings.API_RATES.values() for rate in rates.values()} == {"/m"}
    assert '<td class="num">1200</td>' in client.get(PAGE).text


def test_nobody_is_looked_up(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get(PAGE)


def test_the_schema_of_a_journey(client):
    answer = client.get(reverse("journey_schema"))

    assert answer["Content-Type"] == "application/schema+json"
    assert json.loads(answer.content) == json.loads(SCHEMA.read_text())


@pytest.mark.parametrize("address", ["/", "/structures/", "/accounts/login/"])
def test_the_foot_of_every_page_leads_there(client, address):
    assert f'href="{PAGE}"' in client.get(address).text
