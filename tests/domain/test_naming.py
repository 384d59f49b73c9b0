"""A journey that nobody named takes its title from what was typed; a person's name in two letters."""

import pytest

from sessions.domain.naming import initials, title_from


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


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Bell", "AB"),
        ("Ana Maria Bell", "AB"),
        ("ana", "A"),
        ("ana.bell", "AB"),
        ("ana_maria-bell+plans", "AP"),
        ("  Ana   Bell ", "AB"),
        ("O'Neil", "O"),
        ("(Ana) Bell", "AB"),
        ("🌱 Ana", "A"),
        ("2 Cool", "2C"),
        ("e\u0301lodie", "É"),
        ("ßeta", "ß"),
        ("علي حسن", "عح"),
        ("王小明", "王"),
        ("<script>alert(1)</script>", "S"),
        ("🌱", "?"),
        ("...", "?"),
        ("", "?"),
    ],
)
def test_a_name_in_two_letters(name, letters):
    assert initials(name) == letters
