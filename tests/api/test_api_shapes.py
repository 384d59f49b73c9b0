"""JSON Schemas in words, and examples of them."""

import pytest

from convening.api_shapes import Row, Shapes
from tests.api.openapi import PLAY

SHAPES = Shapes(PLAY["components"]["schemas"], {"Script": {"title": "Told elsewhere"}})
GENRE = {"$ref": "#/components/schemas/Genre"}
SCRIPT = {"$ref": "#/components/schemas/Script"}
PAGE = {"$ref": "#/components/schemas/Page"}
NULL = {"type": "null"}


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({}, "anything"),
        ({"type": "string"}, "text"),
        ({"type": "string", "maxLength": 60}, "text, up to 60 signs"),
        ({"type": "string", "format": "date"}, "date"),
        ({"type": "string", "format": "date-time"}, "date and time"),
        ({"type": "string", "format": "uri"}, "address"),
        ({"type": "string", "format": "unheard-of"}, "text"),
        ({"type": "boolean"}, "true or false"),
        ({"type": "object"}, "object"),
        ({"type": "number"}, "number"),
        ({"type": "integer"}, "whole number"),
        ({"type": "integer", "minimum": 0}, "whole number, from 0"),
        ({"type": "integer", "maximum": 9}, "whole number, up to 9"),
        ({"type": "integer", "minimum": 0, "maximum": 9}, "whole number, 0 to 9"),
        ({"type": ["integer", "null"], "minimum": 1}, "whole number, from 1 or null"),
        ({"anyOf": [{"type": "integer"}, NULL]}, "whole number or null"),
        ({"anyOf": [{"type": "integer"}, {"type": "string"}, NULL]}, "whole number or text or null"),
        ({"oneOf": [{"type": "integer"}, {"type": "string"}]}, "whole number or text"),
        ({"type": "array", "items": {"type": "string", "maxLength": 60}}, "list of text"),
        ({"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}, "list of list of whole number"),
        ({"type": "array", "items": GENRE}, "some of"),
        ({"const": "convening.journey/1"}, "convening.journey/1"),
        (GENRE, "one of"),
        ({"anyOf": [GENRE, NULL]}, "one of or null"),
        ({"allOf": [GENRE]}, "one of"),
        (SCRIPT, "a journey as a document"),
    ],
)  # fmt: skip
def test_a_shape_in_words(schema, words):
    assert SHAPES.kind(schema) == words


def test_the_fields_of_parts_stand_below_their_part_and_nothing_goes_round_in_circles():
    assert SHAPES.rows(PAGE) == (
        Row("items", "list of object", True),
        Row("items[].title", "text", True, "What it is called."),
        Row("items[].genre", "one of", True, choices=("farce", "tragedy"), default="tragedy"),
        Row("items[].acts", "whole number, from 1 or null", False),
        Row("items[].within", "list of object", False),
        Row("script", "a journey as a document", False, "The first one."),
    )


def test_what_is_told_elsewhere_has_no_fields_here():
    assert SHAPES.rows(SCRIPT) == ()
    assert [row.name for row in Shapes(SHAPES.named, {}).rows(SCRIPT)] == ["title"]


@pytest.mark.parametrize(
    ("schema", "example"),
    [
        ({}, {}),
        ({"type": "string"}, "…"),
        ({"type": "string", "examples": ["Hamlet", "Faust"], "default": "x"}, "Hamlet"),
        ({"type": "integer", "default": 50}, 50),
        ({"type": "integer"}, 1),
        ({"type": "boolean"}, True),
        ({"anyOf": [{"type": "integer"}, NULL]}, 1),
        ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, "…"),
        ({"const": "x"}, "x"),
        (GENRE, "farce"),
        (SCRIPT, {"title": "Told elsewhere"}),
        ({"type": "array", "items": SCRIPT}, [{"title": "Told elsewhere"}]),
        (
            PAGE,
            {
                "items": [{"title": "Hamlet", "genre": "farce", "acts": 1, "within": []}],
                "script": {"title": "Told elsewhere"},
            },
        ),
    ],
)
def test_an_example_is_the_descriptions_or_is_made_of_its_parts(schema, example):
    assert SHAPES.example(schema) == example


def test_a_parameter():
    told = {
        "in": "query",
        "name": "limit",
        "schema": {"type": "integer", "default": False, "description": "Of the shape."},
    }

    expected = Row("limit", "whole number", False, "Of the shape.", where="query", default="false")
    assert SHAPES.parameter(told) == expected
    assert SHAPES.parameter({**told, "description": "Of its own."}).about == "Of its own."
