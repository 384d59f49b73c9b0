"""A description of an API, as plain values for its page."""

import json

from convening.api_page import Answer, Reader, option
from tests.api.openapi import PLAY

SCRIPT = {"title": "Told elsewhere"}
CALLS = {
    "plays": {"given": {"q": "to be?", "limit": 2}, "answer": {"items": []}},
    "play_write": {"given": {"code": "q7m2", "If-Match": '"3"'}, "body": {"title": "Faust"}},
}


def read(calls=CALLS):
    reader = Reader(PLAY, "https://plan.example.org", {"Script": SCRIPT}, calls)
    return {one.name: one for section in reader.sections() for one in section.operations}


def test_operations_stand_in_the_sections_of_their_tags():
    sections = Reader(PLAY).sections()

    assert [(one.name, [part.name for part in one.operations]) for one in sections] == [
        ("stage", ["plays"]),
        ("desk", ["play_write"]),
    ]


def test_what_is_said_of_an_operation():
    plays = read()["plays"]

    assert (plays.method, plays.path, plays.summary) == ("GET", "/api/v1/plays", "Plays")
    assert plays.about == ("All plays of the house.", "The newest first.")
    assert [(row.name, row.where, row.required) for row in plays.parameters] == [
        ("q", "query", True),
        ("limit", "query", False),
    ]


def test_who_may_is_what_the_description_says():
    assert {name: one.needs_token for name, one in read().items()} == {"plays": False, "play_write": True}


def test_a_line_can_be_typed_into_a_terminal():
    assert {name: one.command for name, one in read().items()} == {
        "plays": (
            "curl -G 'https://plan.example.org/api/v1/plays' \\\n"
            "  --data-urlencode 'q=to be?' \\\n"
            "  -d limit=2"
        ),
        "play_write": (
            "curl 'https://plan.example.org/api/v1/plays/q7m2' \\\n"
            "  -X PUT \\\n"
            '  -H "Authorization: Bearer $CONVENING_TOKEN" \\\n'
            "  -H 'If-Match: \"3\"' \\\n"
            "  -H 'Content-Type: application/json' \\\n"
            "  -d @play_write.json"
        ),
    }


def test_without_an_example_the_line_says_what_must_be_said():
    assert read({})["plays"].command == (
        "curl -G 'https://plan.example.org/api/v1/plays' \\\n  --data-urlencode 'q=…'"
    )


def test_a_value_is_encoded_where_that_makes_a_difference():
    assert [option("q", value) for value in (18, "triz", "a b", "a&b", "é")] == [
        "-d q=18",
        "-d q=triz",
        "--data-urlencode 'q=a b'",
        "--data-urlencode 'q=a&b'",
        "--data-urlencode 'q=é'",
    ]


def test_what_is_sent_and_answered_is_the_call_s_own_or_made_of_the_shape():
    ours, made = read(), read({})

    assert json.loads(ours["play_write"].body.example) == {"title": "Faust"}
    assert json.loads(made["play_write"].body.example) == SCRIPT
    assert json.loads(ours["plays"].answers[0].content.example) == {"items": []}
    assert json.loads(made["plays"].answers[0].content.example)["script"] == SCRIPT
    assert len(ours["plays"].answers[0].content.rows) == 6


def test_a_problem_is_no_answer_but_a_newer_document_is_one():
    found = read()

    assert [one.status for one in found["plays"].answers] == [200]
    assert found["plays"].problems == (Answer(429, "Too Many Requests"),)
    assert [(one.status, one.about) for one in found["play_write"].answers] == [
        (204, "No Content"),
        (412, "A newer one."),
    ]
    assert found["play_write"].problems == (Answer(428, "Precondition Required"),)
