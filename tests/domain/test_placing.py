"""Where a new row belongs: the questions keep their flow, openings and closings their ends."""

import pytest

from sessions.domain.placing import Place, place_for


def agenda(text):
    """One word per row: the place of the question it answers, "-" for none, or what kind of row it is."""
    kinds = {"opening", "break", "talk", "closing"}
    return [
        Place(None, word) if word in kinds else Place(None if word == "-" else int(word))
        for word in text.split()
    ]


@pytest.mark.parametrize(
    ("rows", "question", "place"),
    [
        ("", 0, 0),
        ("", None, 0),
        # after the last row that answers the same question
        ("0 1 2", 1, 2),
        ("0 1 1 2", 1, 3),
        ("0 1 break 1 2", 1, 4),
        # or an earlier one
        ("0 2", 1, 1),
        ("0 0 3 4", 2, 2),
        ("opening 0 talk 2", 1, 2),
        # an agenda out of the questions' order: after the last of the earlier ones
        ("2 0", 1, 2),
        ("3 1 2 0", 2, 4),
        # nothing earlier: before what comes later, after what opens the day
        ("opening 2 3", 0, 1),
        ("opening talk 5", 3, 2),
        ("4", 0, 0),
        # no row answers any question: last, but before the closing
        ("opening talk", 0, 2),
        ("opening closing", 0, 1),
        ("- -", 3, 2),
        # after everything earlier, even when a closing stands there already
        ("0 1 closing", 2, 2),
        # without a question: last, but before the closing
        ("0 1 2", None, 3),
        ("opening 0 closing", None, 2),
        ("opening 0 closing closing", None, 2),
        ("closing 0", None, 2),
        ("closing", None, 0),
    ],
)
def test_a_row_belongs_where_its_question_is_answered(rows, question, place):
    assert place_for(question, agenda(rows)) == place
