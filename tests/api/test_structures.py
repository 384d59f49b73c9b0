"""The catalogue for scripts."""

import pytest

from tests import factories
from tests.api.caller import Caller, told, wrong

pytestmark = pytest.mark.django_db


@pytest.fixture
def why():
    return factories.create_question(slug="why", text="Why?", purpose="To know.", wordings=["What for?"])


@pytest.fixture
def whys(why):
    """Nine Whys for two and more, ten minutes in pairs, online only when adapted."""
    made = factories.create_structure(
        slug="nine-whys",
        name="Nine Whys",
        purposes=["reveal"],
        online="adapted",
        good_for=["find the reason"],
    )
    factories.create_step(
        structure=made, title="Ask", minutes=10, minutes_min=8, minutes_max=15, grouping="pairs", repeat="A"
    )
    factories.create_repeat(structure=made, key="A", count=2)
    factories.create_role(structure=made, name="Interviewer", what="Asks.")
    factories.create_material(structure=made, item="card", per="pair", quantity=2)
    factories.create_fit(
        question=why, structure=made, strength="named", because="It asks.", invitation="Why you?"
    )
    return made


@pytest.fixture
def triz(whys):
    """After Nine Whys: for four to forty, an hour, poorly online."""
    made = factories.create_structure(
        slug="triz", name="TRIZ", people_min=4, people_max=40, online="poorly", purposes=["analyse"]
    )
    factories.create_step(structure=made, minutes=60)
    factories.create_pairing(before=whys, after=made, because="Now stop it.")
    return made


@pytest.fixture
def draft(whys, why):
    """A variation of Nine Whys that nobody may see yet, with everything that could lead to it."""
    made = factories.create_structure(slug="secret", name="Secret", status="draft", variant_of=whys)
    factories.create_pairing(before=whys, after=made)
    factories.create_pairing(before=made, after=whys)
    factories.create_fit(question=why, structure=made)
    return made


def slugs(answer):
    return [one["slug"] for one in answer.json()["items"]]


def test_the_list_says_what_one_chooses_by(whys, triz):
    answer = Caller().get("/structures")

    assert answer.json()["count"] == 2
    assert answer.json()["items"][0] == {
        "slug": "nine-whys",
        "name": "Nine Whys",
        "aliases": [],
        "family": "menu",
        "purposes": ["reveal"],
        "people": {"min": 2, "best_min": None, "best_max": None, "max": None},
        "online": "adapted",
        "minutes": {"min": 16, "ideal": 20, "max": 30},
        "makes_possible": "Everyone is heard.",
        "url": "http://testserver/structures/nine-whys/",
    }


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ({}, ["nine-whys", "triz"]),
        ({"people": 3}, ["nine-whys"]),
        ({"people": 41}, ["nine-whys"]),
        ({"minutes": 30}, ["nine-whys"]),
        ({"mode": "online"}, ["nine-whys"]),
        ({"mode": "in_person"}, ["nine-whys", "triz"]),
        ({"purpose": "analyse"}, ["triz"]),
        ({"question": "why"}, ["nine-whys"]),
        ({"q": "triz"}, ["triz"]),
        ({"q": ""}, ["nine-whys", "triz"]),
        ({"q": "  "}, ["nine-whys", "triz"]),
        ({"q": "tr\0iz"}, ["triz"]),
        ({"q": "find the reason", "people": 3}, ["nine-whys"]),
        ({"question": "why", "purpose": "analyse"}, []),
        ({"limit": 1}, ["nine-whys"]),
        ({"limit": 1, "offset": 1}, ["triz"]),
        ({"offset": 2}, []),
    ],
)
def test_the_list_is_narrowed_down(whys, triz, wish, found):
    assert slugs(Caller().get("/structures", **wish)) == found


def test_the_count_is_of_all_pages(whys, triz):
    assert Caller().get("/structures", limit=1).json()["count"] == 2


BAD = [
    ("people", "0", "This should be at least 1."),
    ("people", "5001", "This should be at most 5000."),
    ("people", "many", "This should be a whole number."),
    ("people", "1.5", "This should be a whole number."),
    ("people", "9" * 5000, "This number is too big."),
    ("minutes", "0", "This should be at least 1."),
    ("minutes", "-5", "This should be at least 1."),
    ("minutes", "1441", "This should be at most 1440."),
    ("mode", "moon", "This should be one of: 'both', 'in_person' or 'online'."),
    (
        "purpose",
        "profit",
        "This should be one of: 'reveal', 'share', 'analyse', 'help', 'strategise' or 'plan'.",
    ),
    ("question", "nobody-asks", "There is no such question."),
    ("question", "a b", "This should have letters, figures and hyphens only, like 1-2-4-all."),
    ("question", "why\0", "This should have letters, figures and hyphens only, like 1-2-4-all."),
    ("question", "w" * 61, "At most 60 characters are possible."),
    ("q", "x" * 301, "At most 300 characters are possible."),
    ("limit", "0", "This should be at least 1."),
    ("limit", "201", "This should be at most 200."),
    ("offset", "-1", "This should be at least 0."),
    ("offset", "100001", "This should be at most 100000."),
]


@pytest.mark.parametrize(("name", "value", "sentence"), BAD)
def test_a_wish_that_cannot_be_is_told(whys, name, value, sentence):
    assert wrong(Caller().get("/structures", **{name: value})) == {name: sentence}


def test_everything_that_is_wrong_is_told_at_once(whys):
    answer = Caller().get("/structures", people="x", minutes="y", mode="z")

    assert sorted(wrong(answer)) == ["minutes", "mode", "people"]


def test_one_structure_says_everything(whys, triz):
    answer = Caller().get("/structures/nine-whys").json()

    assert answer["steps"] == [
        {
            "title": "Ask",
            "what": "",
            "grouping": "pairs",
            "size_min": None,
            "size_max": None,
            "minutes": {"min": 8, "ideal": 10, "max": 15},
            "repeat": "A",
            "optional": False,
            "protected": False,
            "mode": "both",
            "nested": "",
            "groups": [],
            "groups_in_words": "pairs",
        }
    ]
    assert answer["repeats"] == [
        {"key": "A", "unit": "round", "count_min": 2, "count": 2, "count_max": 2, "set_by": "fixed"}
    ]
    assert answer["materials"] == [
        {"item": "card", "quantity": 2, "per": "pair", "required": True, "mode": "both"}
    ]
    assert answer["roles"] == [{"name": "Interviewer", "count": "", "what": "Asks."}]
    assert answer["fits"] == [
        {
            "question": {"slug": "why", "text": "Why?"},
            "strength": "named",
            "because": "It asks.",
            "invitation": "Why you?",
        }
    ]
    assert answer["comes_well_before"] == [{"slug": "triz", "name": "TRIZ", "because": "Now stop it."}]
    assert (answer["licence"], answer["good_for"]) == ("CC BY-SA 4.0", ["find the reason"])
    assert answer["here"] == {
        "people": None,
        "mode": "both",
        "minutes": {"min": 16, "ideal": 20, "max": 30},
        "configuration": "pairs",
        "cautions": [],
        "supplies": [],
    }


def test_it_is_worked_out_for_the_people_who_come(whys):
    answer = Caller().get("/structures/nine-whys", people=7).json()

    assert answer["steps"][0]["groups"] == [{"size": 3, "count": 1}, {"size": 2, "count": 2}]
    assert answer["steps"][0]["groups_in_words"] == "two pairs and a trio"
    assert answer["here"]["supplies"] == [{"item": "card", "quantity": 6, "required": True}]
    assert answer["here"]["configuration"] == "two pairs and a trio"


def test_what_to_mind_is_said(triz):
    answer = Caller().get("/structures/triz", people=3, mode="online").json()

    assert answer["here"]["cautions"] == [
        "Too few: it needs at least 4 people.",
        "It works poorly online. Look for another structure, or meet in a room.",
    ]


@pytest.mark.parametrize(("name", "value", "sentence"), [one for one in BAD if one[0] in ("people", "mode")])
def test_a_group_that_cannot_be_is_told(whys, name, value, sentence):
    assert wrong(Caller().get("/structures/nine-whys", **{name: value})) == {name: sentence}


@pytest.mark.parametrize(
    "slug", ["nothing", "secret", "Nine-Whys", "nine-whys/", "nine%20whys", "%00", "x" * 300]
)
def test_there_are_no_others(draft, slug):
    assert told(Caller().get(f"/structures/{slug}"))[0] == 404


def test_drafts_are_nowhere_to_be_seen(whys, draft):
    for path in ("/structures", "/structures/nine-whys", "/questions"):
        assert "ecret" not in Caller().get(path).text


def test_the_questions_come_in_the_order_of_the_arc(why):
    factories.create_question(slug="not-yet", status="draft")
    factories.create_question(slug="how", text="How?")

    answer = Caller().get("/questions").json()

    assert answer["count"] == 2
    assert [one["slug"] for one in answer["items"]] == ["why", "how"]
    assert answer["items"][0] == {
        "slug": "why",
        "position": 1,
        "short": "Question 1",
        "text": "Why?",
        "purpose": "To know.",
        "answered_when": "",
        "wordings": ["What for?"],
        "url": "http://testserver/questions/why/",
    }


@pytest.mark.parametrize("many", [1, 30])
@pytest.mark.parametrize(
    ("path", "queries"), [("/structures", 4), ("/structures/whole?people=18", 13), ("/questions", 1)]
)
def test_queries_are_constant(why, django_assert_num_queries, many, path, queries):
    whole = factories.create_structure(slug="whole", steps=2)
    for n in range(many):
        mate = factories.create_structure(steps=2, variant_of=whole)
        question = factories.create_question()
        for structure in (whole, mate):
            factories.create_fit(question=question, structure=structure)
        factories.create_pairing(before=whole, after=mate)
        factories.create_pairing(before=mate, after=whole)
        factories.create_role(structure=whole)
        factories.create_material(structure=whole, item=f"card {n}")

    with django_assert_num_queries(queries):
        Caller().get(path)
