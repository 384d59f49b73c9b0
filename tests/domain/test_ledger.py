"""How questions are served: their minutes, their part of them, and the order in which they are answered."""

from dataclasses import replace

import pytest
from hypothesis import given

from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Move
from sessions.domain.ledger import in_order, out_of_order, served
from sessions.domain.outline import Meeting, Outline
from sessions.domain.rising import rising
from tests.domain.outlined import beside, closing, journey, meeting, pause, row
from tests.domain.outlines import outlines
from tests.domain.profile import CALM


def answering(*rows: tuple[int | None, int], code: str = "am", **fields: object) -> Meeting:
    """A session of rows, each the question it answers and its minutes: am0, am1 …"""
    items = (row(f"{code}{number}", minutes, question=one) for number, (one, minutes) in enumerate(rows))
    return meeting(*items, code=code, **fields)


def arc(*questions: int | None, **fields: object) -> Outline:
    return journey(answering(*((one, 10) for one in questions)), questions=4, **fields)


def test_minutes_activities_and_parts_are_those_of_the_clock():
    rooms = beside("rooms", (row("x", 30, question=1),), (row("y", 20, question=1),))
    plan = journey(
        meeting(row("a", 40, question=0), rooms, pause(), row("b", 5, question=0)),
        answering((1, 10), code="pm"),
        questions=3,
        parked=(row("later", 60, question=2),),
    )

    lines = [(one.minutes, one.activities, one.part) for one in served(plan)]

    assert lines == [(45, 2, 100), (40, 3, 89), (0, 0, 0)]


def test_without_questions_there_is_no_ledger():
    assert served(journey(meeting(row("a")))) == ()


OVER = {
    "three activities, more than twice the even share of three": (
        [(0, 25), (0, 25), (0, 25), (1, 20), (2, 10)],
        {"questions": 3},
        [True, False, False],
    ),
    "three activities, exactly twice the even share": (
        [(0, 20), (0, 20), (0, 20), (1, 20), (2, 10)],
        {"questions": 3},
        [False, False, False],
    ),
    "two activities can have that much": (
        [(0, 40), (0, 35), (1, 20), (2, 10)],
        {"questions": 3},
        [False, False, False],
    ),
    "46 of 100 booked minutes while another waits": (
        [(0, 23), (0, 23)],
        {"questions": 2, "booked": 100},
        [True, False],
    ),
    "45 of 100 booked minutes while another waits": (
        [(0, 25), (0, 20)],
        {"questions": 2, "booked": 100},
        [False, False],
    ),
    "one long activity while another waits": (
        [(0, 60)],
        {"questions": 2, "booked": 100},
        [False, False],
    ),
    "no other waits": ([(0, 30), (0, 30), (1, 5)], {"questions": 2, "booked": 100}, [False, False]),
    "nothing booked: of what is planned": (
        [(0, 23), (0, 23), (None, 54)],
        {"questions": 2},
        [True, False],
    ),
    "of two questions none has twice the even share": (
        [(0, 90), (0, 90), (0, 90), (1, 1)],
        {"questions": 2},
        [False, False],
    ),
}


@pytest.mark.parametrize("name", OVER)
def test_a_question_has_more_than_its_part(name):
    rows, fields, wanted = OVER[name]
    plan = journey(answering(*rows, booked=fields.get("booked")), questions=fields["questions"])

    assert [one.is_over for one in served(plan)] == wanted


ORDER = {
    "as on the arc": ([0, 1, 2, 3], []),
    "with holes": ([1, 3], []),
    "coming back": ([0, 1, 0, 2, 1], []),
    "nothing answered": ([None, None], []),
    "the last one first": ([3, 0, 1, 2], [3]),
    "the first one last": ([1, 2, 3, 0], [0]),
    "two changed places": ([0, 2, 1, 3], [2]),
    "back to front": ([3, 2, 1, 0], [1, 2, 3]),
    "two pairs": ([1, 0, 3, 2], [1, 3]),
    "only the first answer counts": ([2, 0, 1, 2], [2]),
}


@pytest.mark.parametrize("name", ORDER)
def test_as_few_questions_as_can_be_are_out_of_order(name):
    rows, wanted = ORDER[name]

    assert list(out_of_order(arc(*rows))) == wanted


def test_a_line_says_which_question_it_comes_before_or_after():
    early = served(arc(2, 0, 1))
    late = served(arc(1, 2, 3, 0))

    assert [(one.before, one.after) for one in early] == [(None, None), (None, None), (0, None), (None, None)]
    assert [(one.before, one.after) for one in late] == [(None, 3), (None, None), (None, None), (None, None)]


def test_what_runs_side_by_side_is_in_no_order():
    rooms = beside("rooms", (row("x", question=1),), (row("y", question=0),))

    assert out_of_order(journey(meeting(rooms), questions=2)) == ()


def test_the_second_session_comes_after_the_first():
    plan = journey(answering((1, 10)), answering((0, 10), code="pm"), questions=2)

    assert (out_of_order(plan), in_order(plan)) == ((1,), ())  # from day to day only a person moves rows


MOVES = {
    "the last one first": ([3, 0, 1, 2], [Move("am0", "am", 3)]),
    "the first one last": ([1, 2, 3, 0], [Move("am3", "am", 0)]),
    "two changed places": ([0, 2, 1, 3], [Move("am1", "am", 2)]),
    "behind all that answers the one before": ([1, 0, 0, None], [Move("am0", "am", 2)]),
    "but before the one after": ([1, 0, 2, 0], [Move("am0", "am", 1)]),
    "everything that comes too early": ([2, None, 2, 0, 1], [Move("am0", "am", 4), Move("am2", "am", 4)]),
    "only the first of what comes late": ([1, 2, 0, 0], [Move("am2", "am", 0)]),
    "all is in order": ([0, 1, 2], []),
}


@pytest.mark.parametrize("name", MOVES)
def test_they_are_put_in_order_with_the_fewest_moves(name):
    rows, moves = MOVES[name]
    plan = arc(*rows)

    assert list(in_order(plan)) == moves
    assert out_of_order(adjusted(plan, moves)) == ()


@pytest.mark.parametrize("stays", [{"pinned_at": 0}, {"protected": True}])
def test_what_must_stay_is_not_moved(stays):
    plan = journey(meeting(row("a", question=1, **stays), row("b", question=0), closing()), questions=2)

    assert (out_of_order(plan), in_order(plan)) == ((1,), ())


def test_rows_in_tracks_stay_in_their_tracks():
    rooms = beside("rooms", (row("x", question=1),), (row("y"),))

    assert in_order(journey(meeting(rooms, row("b", question=0)), questions=2)) == ()


@CALM
@given(outlines())
def test_putting_in_order_puts_in_order_or_does_nothing(outline: Outline) -> None:
    moves = in_order(outline)

    assert not moves or out_of_order(adjusted(outline, moves)) == ()
    assert len(served(outline)) == len(outline.questions)
    assert bool(moves) <= bool(out_of_order(outline))


@pytest.mark.parametrize(
    ("places", "kept"), [([], ""), ([1, 2, 3], "abc"), ([3, 1, 2], "bc"), ([2, 2, 1], "ab"), ([3, 2, 1], "a")]
)
def test_the_longest_rise_is_kept(places, kept):
    keys = "abc"[: len(places)]

    assert "".join(rising(keys, dict(zip(keys, places, strict=True)))) == kept


def test_a_ledger_knows_only_the_questions_there_are():
    plan = arc(0, 1)

    assert len(served(replace(plan, questions=plan.questions[:1]))) == 1
