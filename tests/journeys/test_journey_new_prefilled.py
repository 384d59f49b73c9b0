"""The form a journey starts from, filled in by the page one comes from: a question, a structure, some words."""

import pytest

from sessions.models import Journey
from tests import factories
from tests.journeys.starting import URL, sent, the_only

pytestmark = pytest.mark.django_db


@pytest.fixture
def questions(db):
    """Three questions of the catalogue, and a draft that nobody may start from."""
    created = [factories.create_question(slug=slug, text=f"{slug}?") for slug in ("why", "where", "how")]
    factories.create_question(slug="draft", text="draft?", status="draft")
    return created


@pytest.mark.parametrize(
    ("query", "initial"),
    [
        ("", {"start": "all", "questions": [], "own": "", "mode": "in_person"}),
        ("?question=how&question=why", {"start": "choice", "questions": ["why", "how"]}),
        ("?question=draft&question=nonsense", {"start": "all", "questions": []}),
        ("?text=Who+decides%3F", {"start": "own", "own": "Who decides?"}),
        ("?text=Who+decides%3F&question=how", {"start": "own", "own": "Who decides?", "questions": ["how"]}),
        ("?people=18&minutes=1h30&mode=online", {"people": "18", "minutes": "1h30", "mode": "online"}),
        ("?mode=by+post&people=", {"mode": "in_person", "people": None}),
        ("?structure=triz", {"structure": "triz", "start": "choice", "questions": ["how"]}),
        ("?structure=triz&question=why", {"structure": "triz", "questions": ["why"]}),
        ("?structure=triz&text=Who+decides%3F", {"structure": "triz", "start": "own", "questions": []}),
        ("?structure=draft", {"structure": None, "start": "all"}),
        ("?structure=nonsense", {"structure": None, "start": "all"}),
    ],
)
def test_other_pages_fill_it_in(client, questions, query, initial):
    structure = factories.create_structure(slug="triz", steps=1)
    why, _where, how = questions
    factories.create_fit(question=why, structure=structure, strength="useful")
    factories.create_fit(question=how, structure=structure, strength="named")
    factories.create_structure(slug="draft", status="draft")

    form = client.get(f"{URL}{query}").context["form"]

    assert {name: form[name].value() for name in initial} == initial


@pytest.mark.parametrize(
    ("typed", "question", "invitation"),
    [
        ({"start": "all"}, "how?", "How, really?"),
        ({"start": "choice", "questions": ["why"]}, "why?", "Why, really?"),
        ({"start": "choice", "questions": ["where"]}, "where?", "What do you see?"),
        ({"start": "choice", "questions": ["where", "why"]}, "why?", "Why, really?"),
        ({"start": "own", "own": "Who decides?"}, "Who decides?", "What do you see?"),
        ({"start": "own", "own": "Who decides?", "questions": ["why"]}, "Who decides?", "Why, really?"),
        ({"start": "own", "own": "Who decides?", "questions": ["where"]}, "Who decides?", "What do you see?"),
        ({"start": "own", "own": "Who?\nWhen?", "questions": ["why"]}, None, "Why, really?"),
    ],
)
def test_a_structure_brought_along_answers_the_question_it_fits_best_or_the_only_one(
    client, questions, typed, question, invitation
):
    structure = factories.create_structure(slug="triz", name="TRIZ", steps=2)
    why, _where, how = questions
    factories.create_fit(question=why, structure=structure, strength="useful", invitation="Why, really?")
    factories.create_fit(question=how, structure=structure, strength="named", invitation="How, really?")

    client.post(URL, sent(structure="triz", **typed))

    (row,) = the_only().activities.all()
    assert (row.title, row.steps.count(), row.session) == ("TRIZ", 2, the_only().sessions.get())
    assert (row.question and row.question.text, row.invitations) == (question, [invitation])
    assert the_only().revision == 1


def test_a_structure_that_was_retired_meanwhile_is_told(client):
    factories.create_structure(slug="triz", status="retired")

    answer = client.post(URL, sent(structure="triz"))

    assert (answer.status_code, Journey.objects.count()) == (422, 0)
    assert "That structure is no longer in the catalogue." in answer.text
