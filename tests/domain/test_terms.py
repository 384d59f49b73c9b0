"""Words as search compares them."""

import pytest

from structures.domain.terms import grams, marked, stem, telling_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1-2-4-All", ["1", "2", "4", "all"]),
        ("15% Solutions", ["15", "solutions"]),
        ("What³ Debrief", ["what3", "debrief"]),
        ("Conversation Café", ["conversation", "cafe"]),
        ("ECOCYCLE", ["ecocycle"]),
        ("people's questions, don’t they?", ["peoples", "questions", "dont", "they"]),
        ("snake_case", ["snake", "case"]),
        ("Что дальше?", ["что", "дальше"]),
        ("🙂 … !", []),
        ("x" * 300, ["x" * 40]),
        ("", []),
    ],
)
def test_words_are_folded(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How do we get quiet people to speak up?", ["quiet", "speak"]),
        ("Why are we here?", ["why"]),
        ("What do we need from each other?", ["need", "each", "other"]),
        ("the", []),
    ],
)
def test_little_words_are_set_aside(text, expected):
    assert telling_words(text) == expected


@pytest.mark.parametrize(
    ("words_", "root"),
    [
        (["plan", "plans", "planned", "planning"], "plan"),
        (["change", "changes", "changed", "changing"], "chang"),
        (["meeting", "meetings", "meets"], "meet"),
        (["tell", "telling", "tells"], "tell"),
        (["story", "stories"], "stor"),
        (["stuck"], "stuck"),
        (["counsel", "counselling", "counseling"], "counsel"),
        (["why"], "why"),
        (["2026"], "2026"),
    ],
)
def test_forms_of_a_word_share_a_stem(words_, root):
    assert {stem(word) for word in words_} == {root}


def test_pieces_know_the_edges_of_a_word():
    assert grams("triz") == (" tr", "tri", "riz", "iz ", " tri", "triz", "riz ")


def test_marked_shows_the_words_asked_for_in_any_form():
    assert marked("We never stop doing anything.", "how do we decide what to stop") == (
        ("We never ", False),
        ("stop", True),
        (" doing anything.", False),
    )


def test_marked_leaves_a_text_without_such_words_whole():
    assert marked("Everyone is heard.", "money") == (("Everyone is heard.", False),)
