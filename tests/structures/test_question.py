"""A question's page: what it asks and what helps to answer it."""

import re

import pytest

from tests.factories import create_fit, create_question, create_step, create_structure, create_user

pytestmark = pytest.mark.django_db


def page(client, question) -> str:
    response = client.get(question.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_tells_everything(client):
    question = create_question(
        slug="start",
        text="Where are we starting?",
        purpose="It shows the ground.",
        answered_when="Nobody is surprised.",
        wordings=["What is going on?"],
    )
    structure = create_structure(name="TRIZ", people_min=4)
    create_step(structure=structure, minutes=35)
    create_fit(question=question, structure=structure, because="It clears.", invitation="What must stop?")
    html = page(client, question)
    told = [
        *(
            "<h1>Where are we starting?</h1>",
            "It shows the ground.",
            "Nobody is surprised.",
            "What is going on?",
        ),
        *("TRIZ", "It clears.", "What must stop?", "35 min", "4 people or more", "?question=start"),
    ]
    assert [text for text in told if text not in html] == []


def test_structures_are_ranked_by_strength_and_then_by_the_curator(client):
    question = create_question()
    for name, strength in [("Dd", "useful"), ("Bb", "strong"), ("Cc", "strong"), ("Aa", "named")]:
        create_fit(question=question, structure=create_structure(name=name), strength=strength)
    ranked = re.findall(
        r'class="plain title"[^>]*>(\w+)</a> <span class="strength small">([\w ]+)<', page(client, question)
    )
    assert ranked == [("Aa", "named for it"), ("Bb", "strong"), ("Cc", "strong"), ("Dd", "useful")]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_structures_that_are_not_published_are_not_shown(client, status):
    question = create_question()
    hidden = create_structure(name="Secret Tea", status=status)
    create_fit(question=question, structure=hidden, because="A secret reason.")
    html = page(client, question)
    assert "ecret" not in html
    assert "No structure answers this yet." in html


def test_the_other_questions_are_one_step_away(client):
    create_question(status="retired", short="Gone")
    here, there = create_question(short="Here"), create_question(short="There")
    nav = page(client, here).split('id="on-arc"')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]*)"', nav) == [here.get_absolute_url(), there.get_absolute_url()]
    assert nav.count('aria-current="page"') == 1


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_question_that_is_not_published_is_not_there(client, status):
    assert client.get(create_question(status=status).get_absolute_url()).status_code == 404


def test_staff_see_a_draft_as_readers_will(client):
    client.force_login(create_user(is_staff=True))

    html = page(client, create_question(status="draft", text="Where next?"))

    words = ("<h1>Where next?</h1>", "Only curators see this page.", "/journeys/new/")
    assert [text in html for text in words] == [True, True, False]


def test_no_such_question(client):
    assert client.get("/questions/nothing/").status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_queries_are_constant(client, django_assert_num_queries, count):
    question = create_question()
    for _ in range(count):
        create_fit(question=question, structure=create_structure(steps=2))
    with django_assert_num_queries(5):  # the questions, this one, fits with structures, steps, repeats
        page(client, question)
