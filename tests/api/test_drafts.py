"""Drafts for scripts."""

import json

import pytest

from sessions.models import Journey
from tests import factories
from tests.api.caller import Caller, told, wrong

pytestmark = pytest.mark.django_db

STRUCTURES = {
    "whys": ("Nine Whys", "pairs", 20),
    "triz": ("TRIZ", "fours", 35),
    "all": ("1-2-4-All", "alone", 12),
}
WISH = {
    "questions": [{"question": "why"}, {"question": "where", "text": "Where are we, really?"}],
    "people": 12,
    "minutes": 80,
}


@pytest.fixture(autouse=True)
def known():
    """Two questions: Nine Whys answers the first, TRIZ and 1-2-4-All the second."""
    why, where = (factories.create_question(slug=slug, text=f"{slug.title()}?") for slug in ("why", "where"))
    for slug, (name, grouping, minutes) in STRUCTURES.items():
        made = factories.create_structure(slug=slug, name=name)
        factories.create_step(structure=made, minutes=minutes, grouping=grouping)
        factories.create_fit(
            question=why if slug == "whys" else where,
            structure=made,
            strength="useful" if slug == "all" else "named",
            because=f"{name} answers it.",
            invitation=f"{name}, for this?",
        )
    factories.create_structure(slug="secret", name="Secret", status="draft")


@pytest.fixture
def ana():
    return Caller(factories.create_user(email="ana@example.org"))


def rows(draft):
    return [f"{row['session']} {row['begins']} {row['minutes']} {row['title']}" for row in draft["rows"]]


def test_drafts_say_what_and_why(ana):
    deep, brisk = ana.post("/drafts", WISH).json()["drafts"]

    assert (deep["character"], deep["name"], deep["line"]) == (
        "deep",
        "Deep",
        "Fewer things, and time for each.",
    )
    assert rows(deep) == ["0 0 10 Opening", "0 10 20 Nine Whys", "0 30 35 TRIZ", "0 65 10 Closing"]
    assert rows(brisk) == ["0 0 10 Opening", "0 10 20 Nine Whys", "0 30 12 1-2-4-All", "0 42 10 Closing"]
    assert deep["rows"][1] == {
        "session": 0,
        "begins": 10,
        "minutes": 20,
        "kind": "structure",
        "title": "Nine Whys",
        "structure": "whys",
        "question": 0,
        "why": "Named for this question. Nine Whys answers it.",
    }
    assert (deep["minutes"], deep["answered"], deep["cautions"]) == (75, [0, 1], [])


def test_nothing_is_kept_until_a_draft_is_posted_as_it_is(ana):
    draft = ana.post("/drafts", WISH | {"title": "Monday"}).json()["drafts"][0]
    assert Journey.objects.count() == 0

    made = ana.post("/journeys", draft["journey"])

    assert (made.status_code, made.json()["title"]) == (201, "Monday")
    kept = ana.get(made["Location"]).json()["sessions"][0]["activities"]
    assert [row["title"] for row in kept] == ["Opening", "Nine Whys", "TRIZ", "Closing"]
    assert kept[1]["invitations"] == ["Nine Whys, for this?"]


def test_several_sessions_are_filled(ana):
    wish = WISH | {"minutes": None, "sessions": [{"minutes": 45}, {"minutes": 60, "mode": "online"}]}

    draft = ana.post("/drafts", wish).json()["drafts"][0]

    assert {row["session"] for row in draft["rows"]} == {0, 1}
    assert [one.get("mode", "in_person") for one in draft["journey"]["sessions"]] == ["in_person", "online"]


def test_what_is_wanted_is_used_and_what_is_not_is_left_out(ana):
    wish = WISH | {"must": ["all"], "never": ["whys"], "experience": "new", "turn": 3}

    for draft in ana.post("/drafts", wish).json()["drafts"]:
        assert {row["structure"] for row in draft["rows"]} >= {"all"}
        assert "whys" not in {row["structure"] for row in draft["rows"]}
        assert draft["cautions"] == ["Question 1 is left out: what would answer it is not wanted."]


def test_where_nothing_fits_there_is_no_draft(ana):
    assert ana.post("/drafts", WISH | {"minutes": 1}).json() == {"drafts": []}


SLUG = "This should have letters, figures and hyphens only, like 1-2-4-all."
EITHER = "Say either “minutes”, for a single session, or “sessions”."


@pytest.mark.parametrize(
    ("change", "path", "sentence"),
    [
        ({"questions": None}, "questions", "This should be a list."),
        ({"questions": []}, "questions", "At least 1 is needed."),
        ({"questions": [{"text": "x"}] * 11}, "questions", "At most 10 are possible."),
        ({"questions": {"text": "x"}}, "questions", "This should be a list."),
        ({"questions": ["Why?"]}, "questions[0]", "This should be an object with fields."),
        (
            {"questions": [{"text": " \0"}]},
            "questions[0]",
            "Say the question in “text”, or name one of the catalogue in “question”.",
        ),
        ({"questions": [{"text": 5}]}, "questions[0].text", "This should be text."),
        ({"questions": [{"text": "x" * 301}]}, "questions[0].text", "At most 300 characters are possible."),
        (
            {"questions": [{"text": "\ud800"}]},
            "questions[0].text",
            "This text is broken: it holds half of a character.",
        ),
        ({"questions": [{"question": "a b"}]}, "questions[0].question", SLUG),
        ({"questions": [{"question": "nope"}]}, "questions[0].question", "There is no question “nope”."),
        ({"questions": [{"text": "x", "weight": 0}]}, "questions[0].weight", "This should be at least 1."),
        ({"questions": [{"text": "x", "weight": 10}]}, "questions[0].weight", "This should be at most 9."),
        ({"questions": [{"text": "x", "why": 1}]}, "questions[0].why", "There is no such field here."),
        ({"people": 0}, "people", "This should be at least 1."),
        ({"people": 5001}, "people", "This should be at most 5000."),
        ({"people": "12 of us"}, "people", "This should be a whole number."),
        ({"minutes": 0}, "minutes", "This should be at least 1."),
        ({"minutes": 481}, "minutes", "This should be at most 480."),
        ({"minutes": 10**400}, "minutes", "This should be a whole number."),
        ({"minutes": 1.5}, "minutes", "This should be a whole number."),
        ({"minutes": None}, "", EITHER),
        ({"sessions": [{"minutes": 90}]}, "", EITHER),
        ({"minutes": None, "sessions": []}, "sessions", "At least 1 is needed."),
        ({"minutes": None, "sessions": [{"minutes": 9}] * 5}, "sessions", "At most 4 are possible."),
        ({"minutes": None, "sessions": [{}]}, "sessions[0].minutes", "This is missing."),
        (
            {"minutes": None, "sessions": [{"minutes": 400}, {"minutes": 81}]},
            "",
            "All sessions together can have 480 minutes.",
        ),
        (
            {"minutes": None, "sessions": [{"minutes": 90, "mode": "both"}]},
            "sessions[0].mode",
            "This should be one of: 'in_person', 'online' or 'hybrid'.",
        ),
        ({"mode": "both"}, "mode", "This should be one of: 'in_person', 'online' or 'hybrid'."),
        ({"must": ["nope"]}, "must[0]", "There is no structure “nope”."),
        ({"must": ["secret"]}, "must[0]", "There is no structure “secret”."),
        ({"must": ["triz"], "never": ["triz"]}, "must[0]", "“triz” is also among those never to use."),
        ({"never": ["triz", "nope"]}, "never[1]", "There is no structure “nope”."),
        ({"never": ["\0"]}, "never[0]", SLUG),
        ({"never": ["triz"] * 21}, "never", "At most 20 are possible."),
        ({"experience": "guru"}, "experience", "This should be one of: 'new', 'some' or 'much'."),
        ({"turn": 4}, "turn", "This should be less than 4."),
        ({"turn": -1}, "turn", "This should be at least 0."),
        ({"title": "x" * 201}, "title", "At most 200 characters are possible."),
        ({"purpose": "x" * 10_001}, "purpose", "At most 10000 characters are possible."),
        ({"tilte": "x"}, "tilte", "There is no such field here."),
    ],
)
def test_what_cannot_be_is_told(ana, change, path, sentence):
    assert wrong(ana.post("/drafts", WISH | change)) == {path: sentence}


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        ("{", 400, "This is not JSON: something is wrong in line 1, column 2."),
        (b"\xff\xfe", 400, "This is not text in UTF-8."),
        ('{"minutes": NaN}', 400, "“NaN” is not a number in JSON."),
        ('{"minutes": -Infinity}', 400, "“-Infinity” is not a number in JSON."),
        ("[" * 100_000, 400, "This is nested too deeply."),
        (" " * 2_700_000, 413, "The most is 2 MB."),
    ],
)
def test_what_is_no_json_is_refused(ana, body, status, sentence):
    assert told(ana.post("/drafts", body)) == (status, sentence)


@pytest.mark.parametrize("body", ["", "[]", "null", "5", '"x"'])
def test_what_is_no_object_is_refused(ana, body):
    assert list(wrong(ana.post("/drafts", body))) == [""]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_another_content_type_is_refused(ana, kind):
    answer = ana.post("/drafts", WISH, content_type=kind)

    assert told(answer) == (415, "Send JSON, and say so: “Content-Type: application/json”.")


def test_a_byte_order_mark_and_a_charset_do_no_harm(ana):
    body = b"\xef\xbb\xbf" + json.dumps(WISH).encode()

    assert ana.post("/drafts", body, content_type="application/json; charset=utf-8").status_code == 200


def test_it_takes_a_token(known):
    assert told(Caller().post("/drafts", WISH)) == (401, "This needs a personal token, and none was sent.")


@pytest.mark.parametrize("many", [1, 30])
def test_queries_are_constant(ana, django_assert_num_queries, many):
    for _ in range(many):
        factories.create_structure(steps=2)
    ana.get("/structures")  # the token's use is noted once a minute

    with django_assert_num_queries(6):
        ana.post("/drafts", WISH)
