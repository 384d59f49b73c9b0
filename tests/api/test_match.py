"""A question in anybody's words, for scripts."""

import pytest

from tests import factories
from tests.api.caller import Caller, wrong

pytestmark = pytest.mark.django_db

ASKED = "How do we stop meetings that nobody needs?"


@pytest.fixture
def stop():
    return factories.create_question(slug="stop", text="What must we stop?", short="Stop")


@pytest.fixture(autouse=True)
def triz(stop):
    made = factories.create_structure(
        slug="triz", name="TRIZ", good_for=["stop meetings that nobody needs"], people_min=4
    )
    factories.create_step(structure=made, minutes=30)
    factories.create_fit(
        question=stop, structure=made, strength="named", invitation="What must we stop, now?"
    )
    factories.create_structure(slug="secret", name="Secret", status="draft", good_for=[ASKED])
    return made


def test_the_answer_says_why():
    answer = Caller().get("/match", question=ASKED, people=18, minutes=60).json()

    assert answer["nearest"] == [{"slug": "stop", "text": "What must we stop?"}]
    assert (answer["among"], answer["excluded"]) == (1, [])
    [found] = answer["found"]
    assert (found["slug"], found["name"]) == ("triz", "TRIZ")
    assert "Use it to: stop meetings that nobody needs" in found["reasons"]
    assert found["score"] == round(found["score"], 3) > 0
    assert found["cautions"] == []


def test_what_makes_it_impossible_is_said():
    answer = Caller().get("/match", question=ASKED, people=3).json()

    assert answer["found"] == []
    assert answer["excluded"] == [{"slug": "triz", "name": "TRIZ", "because": "needs at least 4 people"}]


def test_what_was_used_and_what_came_before_may_be_several():
    other = factories.create_structure(slug="whys", name="Nine Whys")
    factories.create_pairing(before=other, after=factories.create_structure(slug="x", good_for=[ASKED]))

    answer = Caller().get("/match", question=ASKED, used=["triz", "x"], before=["nothing", "whys"]).json()

    assert {one["slug"]: one["cautions"] for one in answer["found"]} == {
        "triz": ["you have used it already"],
        "x": ["you have used it already"],
    }
    assert any("Nine Whys" in reason for one in answer["found"] for reason in one["reasons"])


def test_only_so_many_are_told():
    for n in range(3):
        factories.create_structure(slug=f"other-{n}", good_for=[ASKED])

    answer = Caller().get("/match", question=ASKED, top=2).json()

    assert (len(answer["found"]), answer["among"]) == (2, 4)


@pytest.mark.parametrize(
    "question", ["xyzzy plugh", "?", "…", "\ud83e\udd14".encode("utf-16", "surrogatepass").decode("utf-16")]
)
def test_a_question_that_says_nothing_finds_nothing(question):
    answer = Caller().get("/match", question=question)

    assert (answer.status_code, answer.json()["found"]) == (200, [])


@pytest.mark.parametrize(
    ("asked", "path", "sentence"),
    [
        ({"question": None}, "question", "This is missing."),
        ({"question": ""}, "question", "This is empty."),
        ({"question": "  \n"}, "question", "This is empty."),
        ({"question": "\0"}, "question", "This is empty."),
        ({"question": "x" * 301}, "question", "At most 300 characters are possible."),
        ({"people": 0}, "people", "This should be at least 1."),
        ({"people": "all"}, "people", "This should be a whole number."),
        ({"minutes": 1441}, "minutes", "This should be at most 1440."),
        ({"mode": "hybrid"}, "mode", "This should be one of: 'both', 'in_person' or 'online'."),
        ({"experience": "guru"}, "experience", "This should be one of: 'new', 'some' or 'much'."),
        ({"top": 0}, "top", "This should be at least 1."),
        ({"top": 21}, "top", "This should be at most 20."),
        (
            {"before": ["triz", "a b"]},
            "before[1]",
            "This should have letters, figures and hyphens only, like 1-2-4-all.",
        ),
        ({"used": ["\0"]}, "used[0]", "This should have letters, figures and hyphens only, like 1-2-4-all."),
        ({"used": ["x"] * 41}, "used", "At most 40 are possible."),
    ],
)
def test_what_cannot_be_is_told(asked, path, sentence):
    wish = {name: value for name, value in ({"question": ASKED} | asked).items() if value is not None}

    assert wrong(Caller().get("/match", **wish)) == {path: sentence}


@pytest.mark.parametrize("many", [1, 30])
def test_queries_are_constant(stop, django_assert_num_queries, many):
    for n in range(many):
        made = factories.create_structure(slug=f"other-{n}", good_for=[ASKED], steps=2)
        factories.create_fit(question=stop, structure=made)

    with django_assert_num_queries(6):
        Caller().get("/match", question=ASKED, top=20, before="triz")
