"""The answer to a need in words, as pages, command and addresses tell it."""

import pytest

from structures.answering import answer
from structures.domain.needs import Need
from tests.factories import create_fit, create_pairing, create_question, create_step, create_structure

pytestmark = pytest.mark.django_db


@pytest.fixture
def few():
    start = create_question(
        slug="start", position=1, short="Start", text="Where are we?", wordings=["What must we stop?"]
    )
    create_question(slug="needs", position=2, short="Needs", text="What do we need from each other?")
    create_question(slug="draft", position=3, status="draft", text="What must we stop at once?")
    triz = create_structure(slug="triz", name="TRIZ", good_for=["stop what nobody needs"])
    create_step(structure=triz, grouping="pairs", minutes=20, minutes_min=10)
    create_fit(structure=triz, question=start, strength="named", invitation="What must end?")
    tea = create_structure(slug="tea", name="Tea", good_for=["stop a stiff room"], people_min=6)
    create_pairing(before=tea, after=triz, because="Now they talk.")
    create_structure(slug="secret", name="Secret", status="draft", good_for=["stop what nobody needs"])


def names(found):
    return [one.structure.name for one in found]


def test_what_is_found_comes_with_its_reasons_and_the_words_of_the_nearest_question(few):
    found = answer(Need("What must we stop?", people=9, minutes=15, before=("tea",)), 5).found
    assert names(found) == ["TRIZ", "Tea"]
    assert found[0].reasons == (
        "named for this question by McCandless: “Start”",
        "It answers question 1: What must we stop?",
        "follows Tea well: Now they talk.",
        "fits 9 people: three pairs and a trio",
        "20 min; you have 15 min: squeezes to 10 min",
    )
    assert (found[0].invitation, found[0].question.slug) == ("What must end?", "start")


def test_what_cannot_be_is_told_with_what_makes_it_impossible(few):
    answered = answer(Need("stop", people=5), 5)
    assert names(answered.found) == ["TRIZ"]
    assert [(one.structure.name, one.because) for one in answered.barred] == [
        ("Tea", "needs at least 6 people")
    ]


def test_only_the_first_are_told_and_how_many_there_are(few):
    answered = answer(Need("stop"), 1)
    assert (names(answered.found), answered.among) == (["TRIZ"], 2)


def test_how_many_are_barred_is_told_where_only_the_first_are():
    for number in range(7):
        create_structure(name=f"Tea {number}", good_for=["stop a stiff room"], people_min=6)
    told = answer(Need("stiff", people=3), 5)
    assert (len(told.barred), told.barred_among) == (5, 7)


def test_the_nearest_questions_are_named_even_if_none_is_near(few):
    answered = answer(Need("needs lunch rain milk"), 5)
    assert answered.near is None
    assert [one.slug for one in answered.nearest] == ["needs", "start"]


def test_the_question_that_is_near_stands_first_among_the_nearest(few):
    answered = answer(Need("what must we stop?"), 5)
    assert (answered.near.slug, answered.nearest[0].slug) == ("start", "start")


def test_queries_do_not_grow_with_the_catalogue(few, django_assert_num_queries):
    for n in range(12):
        one = create_structure(slug=f"more-{n}", name=f"More {n}", good_for=["stop what nobody needs"])
        create_step(structure=one, minutes=10)
    answer(Need("stop"), 5)
    with django_assert_num_queries(6):
        assert len(answer(Need("stop"), 5).found) == 5
