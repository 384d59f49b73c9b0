"""A journey that nobody named takes its title from what was typed."""

import pytest

from sessions.domain.naming import title_from


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        (
            ["Every patient goes home on the day they are ready."],
            "Every patient goes home on the day they are ready",
        ),
        (["Calmer wards. Fewer falls."], "Calmer wards"),
        (["Calmer wards\nand fewer falls"], "Calmer wards"),
        (["Where are we, really? Nobody knows."], "Where are we, really?"),
        (["  Two   spaces\tand a tab  "], "Two spaces and a tab"),
        (["About 1.5 million people"], "About 1.5 million people"),
        (["", "   ", "Third"], "Third"),
        (["", " \n "], ""),
        ([], ""),
        (["مرحبا بكم. شكرا"], "مرحبا بكم"),
        (["🎉🎉"], "🎉🎉"),
    ],
)
def test_the_first_sentence_of_what_says_something(texts, title):
    assert title_from(*texts) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ten letters", "ten letters"),
        ("ten letters more", "ten letters…"),
        ("ten letter, more", "ten letter…"),
        ("unbrokenwords", "unbrokenwor…"),
        ("exactly 12 c", "exactly 12 c"),
    ],
)
def test_what_is_too_long_ends_after_a_whole_word(text, title):
    assert title_from(text, most=12) == title
