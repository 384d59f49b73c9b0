"""The way in."""

import re

import pytest
from django.urls import reverse

from tests.factories import create_fit, create_question, create_structure

pytestmark = pytest.mark.django_db


def page(client) -> str:
    response = client.get(reverse("home"))
    assert response.status_code == 200
    return response.content.decode()


def test_the_box_leads_to_the_catalogues_answer(client):
    create_structure(name="Tea", use_when=["quiet people never get heard"])
    html = page(client)
    assert re.search(r'<form[^>]*action="([^"]*)"', html)[1] == reverse("structures")
    assert (
        re.search(r'<h1><label for="q">([^<]*)</label></h1>', html)[1]
        == "What does your group need to work out?"
    )
    assert "Tea" in client.get(reverse("structures"), {"q": "quiet people"}).content.decode()


def test_every_example_is_a_search(client):
    examples = re.findall(r'<li><a href="(/structures/\?q=[^"]*)">', page(client))
    assert len(examples) == 3
    assert {client.get(example).status_code for example in examples} == {200}


def test_the_arc_leads_to_the_questions_and_their_structures(client):
    question = create_question(slug="needs", text="What do we need?")
    create_fit(
        question=question, structure=create_structure(slug="tea", name="Tea", steps=1), strength="named"
    )
    arc = page(client).split('id="arc"')[1]
    assert re.findall(r'<a [^>]*?href="([^"]*)">([^<]*)</a>', arc)[:2] == [
        ("/questions/needs/", "What do we need?"),
        ("/structures/tea/", "Tea"),
    ]


def test_a_journey_begins_here(client):
    assert f'href="{reverse("journey_new")}"' in page(client)


def test_what_is_not_published_is_not_shown(client):
    hidden = create_structure(name="Secret Tea", status="draft")
    create_fit(question=create_question(), structure=hidden, strength="named")
    create_question(text="A secret?", status="retired")
    assert "ecret" not in page(client)


@pytest.mark.parametrize("count", [1, 30])
def test_queries_are_constant(client, django_assert_num_queries, count):
    for _ in range(count):
        create_fit(question=create_question(), structure=create_structure(steps=2), strength="named")
    with django_assert_num_queries(4):
        page(client)
