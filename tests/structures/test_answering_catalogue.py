"""Answers from the stored catalogue: what is found, why, and that they follow every change."""

import pytest

from structures.answering import answer
from structures.domain.needs import Need
from structures.models import Fit, Question, Structure
from tests.factories import create_fit, create_question, create_repeat, create_step, create_structure

pytestmark = pytest.mark.django_db


def found(query):
    return answer(Need(query), 50).found


def names(query):
    return [one.structure.name for one in found(query)]


def test_name_alias_and_text_are_searched():
    create_structure(name="TRIZ", aliases=["Creative Destruction"], use_when=["sacred cows"])
    create_structure(name="Min Specs", use_when=["too many rules"])
    assert names("triz") == names("creative destruction") == names("a sacred cow") == ["TRIZ"]


def test_a_fit_speaks_for_its_structure():
    question = create_question(text="Where are we starting?", wordings=["What is the state of our bakery?"])
    create_fit(
        question=question, structure=create_structure(name="TRIZ"), because="It clears space for flour."
    )
    assert names("flour") == names("bakery") == ["TRIZ"]


def test_the_stronger_fit_comes_first():
    question = create_question(text="Where are we starting?")
    for name, strength in [("Aa", "useful"), ("Bb", "strong"), ("Cc", "named")]:
        create_fit(question=question, structure=create_structure(name=name), strength=strength)
    assert names("Where are we starting?") == ["Cc", "Bb", "Aa"]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_only_published_structures_are_found(status):
    create_structure(name="Secret Tea", status=status, use_when=["quiet people"])
    create_structure(name="Open Tea", use_when=["quiet people"])
    assert names("quiet tea") == ["Open Tea"]


def test_a_retired_question_finds_nothing():
    question = create_question(text="What about bread?", status="retired")
    create_fit(question=question, structure=create_structure(), because="Bread.", invitation="Bread?")
    assert names("bread") == []


def test_recipes_come_along(django_assert_num_queries):
    structure = create_structure(name="Tea")
    create_repeat(structure=structure, count=3)
    create_step(structure=structure, minutes=5, repeat="A")
    [one] = found("tea")
    with django_assert_num_queries(0):
        assert one.structure.duration().ideal == 15


@pytest.mark.parametrize("count", [1, 30])
def test_queries_are_constant(count, django_assert_num_queries):
    question = create_question()
    for number in range(count):
        create_fit(
            question=question, structure=create_structure(steps=2, name=f"Tea {number}"), because="Tea."
        )
    with django_assert_num_queries(6):
        assert len(found("tea")) == count


def change_text():
    Structure.objects.update(use_when=["about bread"])


def change_fit():
    Fit.objects.update(because="It is like bread.")


def change_wording():
    Question.objects.update(wordings=["How about bread?"])


def publish():
    Structure.objects.filter(status="draft").update(status="published")


@pytest.mark.parametrize("change", [change_text, change_fit, change_wording, publish])
def test_the_index_follows_every_change(change):
    create_structure(name="Bread Draft", status="draft")
    create_fit(question=create_question(), structure=create_structure(name="Tea"))
    assert names("bread") == []
    change()
    assert len(names("bread")) == 1


def test_the_reason_is_the_closest_thing_said():
    create_structure(
        name="Tea", makes_possible="Calm.", use_when=["too many meetings", "quiet people never get heard"]
    )
    [one] = found("quiet people")
    assert one.why == ["Use it when: quiet people never get heard"]


def test_the_reason_names_its_question():
    question = create_question(position=5, text="Where are we starting?")
    create_fit(question=question, structure=create_structure(), because="It shows the ground.")
    [one] = found("ground")
    assert one.why[-1] == "For question 5: It shows the ground."


def test_an_alias_is_the_reason():
    create_structure(name="TRIZ", aliases=["Creative Destruction"], use_when=["creative work"])
    [one] = found("creative destruction")
    assert one.why[0] == "also called “Creative Destruction”"


def test_the_name_itself_comes_before_all_else():
    create_structure(name="TRIZ", use_when=["triz it"])
    create_structure(name="Tea", use_when=["triz is too long"], usage="widely")
    assert names("triz") == ["TRIZ", "Tea"]
