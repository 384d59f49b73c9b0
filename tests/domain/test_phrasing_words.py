"""What is noticed in an invitation, each in one plain sentence."""

import pytest
from django.utils import translation

from sessions.words_phrasing import remarks, seconds_in_words, well_in_words

LONG = "Think of " + "all " * 30


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", []),
        ("What do you see?", []),
        ("We need better meetings.", ["It asks nothing yet."]),
        ("What is good? What is bad? Who knows?", ["It asks three questions at once."]),
        ("Do you agree?", ["Yes or no would answer it."]),
        ("What is our wonderful plan?", ["“wonderful plan” gives an answer away."]),
        (LONG, ["It takes about 13 seconds to say."]),
        ("What is a KPI?", ["Not everybody knows “KPI”."]),
        ("What do KPIs, OKRs and TRIZ ask of us?", ["Not everybody knows “KPIs”, “OKRs” and “TRIZ”."]),
    ],
)
def test_a_remark_is_one_plain_sentence(text, said):
    assert remarks(text) == said


@pytest.mark.parametrize(
    ("text", "well"),
    [
        ("", []),
        ("What do you see?", ["Asks one thing", "Open", "Gives no answer away", "Plain words"]),
        ("Do you agree?", ["Asks one thing", "Gives no answer away", "Plain words"]),
        ("We need better meetings.", ["Gives no answer away", "Plain words"]),
        ("What is good? What is bad?", ["Open", "Gives no answer away", "Plain words"]),
        ("Wozu sind wir hier?", ["Asks one thing"]),
        ("Wir sind hier.", []),
    ],
)
def test_what_is_well_is_said_as_well(text, well):
    assert well_in_words(text) == well


@pytest.mark.parametrize(
    ("text", "said"),
    [("", ""), ("What do you see?", "about 2 seconds aloud"), ("Why", "about 1 second aloud"), (LONG, "")],
)
def test_how_long_it_takes_to_say_unless_a_remark_tells(text, said):
    assert seconds_in_words(text) == said


def test_in_another_language_only_questions_are_counted_and_words_timed():
    with translation.override("de"):
        assert len(remarks("Do you agree? Don't you? " + "word " * 30)) == 2
        assert remarks("Do you think that KPIs matter?") == []
        assert len(well_in_words("Do you agree?")) == 1
