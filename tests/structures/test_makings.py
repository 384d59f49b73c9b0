"""What structures are made of, read in one query and kept while it stays the same."""

import pytest

from structures.makings import makings
from structures.models import Fit, Pairing, Question, Repeat, Step, Structure
from structures.recipes import recipes
from tests.factories import (
    create_fit,
    create_pairing,
    create_question,
    create_repeat,
    create_step,
    create_structure,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def triz():
    """With everything that can be said of a structure, after another one."""
    tea = create_structure(slug="tea", steps=1)
    triz = create_structure(slug="triz", people_best_min=6, people_max=40)
    create_repeat(structure=triz, key="A")
    for number in range(11):
        create_step(structure=triz, minutes=number + 1, repeat="A" if number else "", optional=number == 3)
    create_step(structure=triz, nested=tea, grouping="small_groups", size_min=4, size_max=7, protected=True)
    create_fit(question=create_question(slug="start"), structure=triz, strength="named", invitation="Stop?")
    create_pairing(before=tea, after=triz, because="Now they talk.")
    return triz


def test_of_the_whole_catalogue_it_is_what_its_models_say(catalogue):
    made = makings()
    structures = Structure.objects.published().with_recipe()

    assert {
        one.slug: (made.candidates[one.slug].steps, made.candidates[one.slug].repeats) for one in structures
    } == {one.slug: one.shapes() for one in structures}
    assert made.recipes == recipes(Structure.objects.values_list("pk", flat=True))


def test_everything_that_matters_is_read_as_it_is(triz):
    one = makings().candidates["triz"]

    assert (one.steps, one.repeats) == triz.shapes()
    assert (one.people_min, one.people_best_min, one.people_best_max, one.people_max) == (2, 6, None, 40)
    assert [(name, claim.strength, claim.invitation) for name, claim in one.claims.items()] == [
        ("start", "named", "Stop?")
    ]
    assert (one.follows, one.invitation, one.online) == (
        {"tea": "Now they talk."},
        "What do you see?",
        "well",
    )


CHANGES = {
    "a step's minutes": lambda: Step.objects.filter(structure__slug="triz", position=2).update(minutes_max=9),
    "a step is optional": lambda: Step.objects.filter(structure__slug="triz", position=1).update(
        optional=True
    ),
    "a step less": lambda: Step.objects.filter(structure__slug="triz").last().delete(),
    "a repeat": lambda: Repeat.objects.update(count=5, count_max=5),
    "a fit's strength": lambda: Fit.objects.update(strength="useful"),
    "a fit's invitation": lambda: Fit.objects.update(invitation="What now?"),
    "a fit less": lambda: Fit.objects.all().delete(),
    "a pairing's reason": lambda: Pairing.objects.update(because="They are warm."),
    "limits": lambda: Structure.objects.filter(slug="triz").update(people_max=None),
    "what it is called by": lambda: Structure.objects.filter(slug="tea").update(slug="coffee"),
    "what comes before is retired": lambda: Structure.objects.filter(slug="tea").update(status="retired"),
    "its question is a draft": lambda: Question.objects.update(status="draft"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_a_curator_changes_is_seen_at_once(triz, change):
    before = makings().candidates["triz"]

    change()

    assert makings().candidates["triz"] != before


def test_it_is_one_query_and_the_same_as_long_as_nothing_changes(triz, django_assert_num_queries):
    before = makings()

    with django_assert_num_queries(1):
        assert makings() is before


def test_what_is_not_published_is_no_candidate_but_has_a_recipe(triz):
    draft = create_structure(slug="secret", status="draft", steps=2)

    assert sorted(makings().candidates) == ["tea", "triz"]
    assert makings().recipes[draft.pk] == draft.shapes()
    assert sorted(makings(also=draft.pk).candidates) == ["secret", "tea", "triz"]
