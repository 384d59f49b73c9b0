"""One journey, its parts, and the cast around it (see ``tests.cast``)."""

import pytest

from tests import factories, journey_factories
from tests.cast import Cast

PLAN = {
    "format": "convening.journey/1",
    "title": "Improving discharge",
    "purpose": "Sooner home",
    "people": 18,
    "questions": [{"text": "Why does it matter?"}, {"text": "Where do we start?"}],
    "sessions": [
        {
            "title": "Morning",
            "start": "13:30",
            "minutes": 90,
            "activities": [
                {"kind": "opening", "title": "Welcome", "minutes": 10},
                {"title": "Nine Whys", "structure": "nine-whys", "question": 0, "invitations": ["Why?"]},
                {"kind": "break", "title": "Coffee", "minutes": 10},
            ],
        },
        {"title": "Afternoon"},
    ],
    "parked": [{"kind": "talk", "title": "Ecocycle", "minutes": 95}],
}


@pytest.fixture
def ana(db):
    return factories.create_user(email="ana@example.org")


@pytest.fixture
def journey(ana):
    """Ana's journey: two questions, a morning and an afternoon, three rows on the clock and one parked."""
    factories.create_structure(name="Nine Whys", slug="nine-whys", steps=2)
    journey = journey_factories.create_journey(owner=ana, title="Improving discharge", purpose="Sooner home")
    with journey.changing("Wrote the plan"):
        journey.write(PLAN)
    return journey


@pytest.fixture
def cast(journey):
    """Everybody's browsers. Ben and Hal are members of Ana's ``journey``."""
    return Cast(journey)


@pytest.fixture
def row(journey):
    """The structure in the middle of the morning."""
    return journey.activities.get(title="Nine Whys")


@pytest.fixture
def parked(journey):
    return journey.activities.get(title="Ecocycle")


@pytest.fixture
def morning(journey):
    return journey.sessions.get(title="Morning")


@pytest.fixture
def afternoon(journey):
    return journey.sessions.get(title="Afternoon")


@pytest.fixture
def question(journey):
    return journey.questions.get(text="Why does it matter?")


@pytest.fixture
def turned_away(cast, journey):
    """``turned_away(url, **data)``: the answers to those who may not change the journey, nor see any of it."""

    def statuses(url, **data):
        before = journey.snapshot()
        answers = {name: getattr(cast, name).post(url, data) for name in cast.OTHERS}
        assert journey.__class__.objects.get(pk=journey.pk).snapshot() == before
        assert [name for name, answer in answers.items() if journey.title in answer.text] == []
        return {name: answer.status_code for name, answer in answers.items()}

    return statuses
