"""The questions together: the arc and what each is for."""

import re

import pytest
from django.urls import reverse

from tests.factories import create_fit, create_question, create_structure

pytestmark = pytest.mark.django_db


def page(client) -> str:
    response = client.get(reverse("questions"))
    assert response.status_code == 200
    return response.content.decode()


def test_questions_stand_in_their_order_with_the_structures_named_for_them(client):
    second = create_question(position=2, text="What next?", purpose="It leads on.")
    create_question(position=1, text="Why?", purpose="It grounds.")
    create_fit(question=second, structure=create_structure(name="TRIZ", steps=2), strength="named")
    create_fit(question=second, structure=create_structure(name="Tea"), strength="strong")
    html = page(client)
    assert re.findall(r'<h2><a class="plain"[^>]*>([^<]*)</a></h2>', html) == ["Why?", "What next?"]
    assert "It grounds." in html
    assert ("TRIZ" in html, "Tea" in html) == (True, False)


def test_what_is_not_published_is_not_shown(client):
    create_question(text="A secret?", short="Secret", status="retired")
    hidden = create_structure(name="Secret Tea", status="draft")
    create_fit(question=create_question(), structure=hidden, strength="named")
    assert "ecret" not in page(client)


@pytest.mark.parametrize("count", [1, 30])
def test_queries_are_constant(client, django_assert_num_queries, count):
    for _ in range(count):
        create_fit(question=create_question(), structure=create_structure(steps=2), strength="named")
    with django_assert_num_queries(4):  # questions, named fits with structures, steps, repeats
        page(client)


def test_without_questions_there_is_still_a_page(client):
    assert "<h1>Questions</h1>" in page(client)
