"""How long structures take, against the minutes their recipes print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain.shapes import Grouping, Mode, Remainder, Repeat, SetBy, Span, Step, Turn
from structures.domain.timing import count_of, duration, happens, performed, turns


def step(title, grouping, minutes, low=None, high=None, **other):
    return Step(
        title,
        grouping,
        minutes if low is None else low,
        minutes,
        minutes if high is None else high,
        **other,
    )


def table(title, minutes, size_min, size_max, **other):
    return step(title, Grouping.SMALL_GROUPS, minutes, size_min=size_min, size_max=size_max, **other)


ALL = Grouping.WHOLE_GROUP

ONE_TWO_FOUR_ALL = (
    step("Alone", Grouping.ALONE, 1),
    step("Pairs", Grouping.PAIRS, 2),
    step("Fours", Grouping.FOURS, 4),
    step("All", ALL, 5),
)
TROIKA = (
    step("Reflect", Grouping.ALONE, 1),
    step("Client shares", Grouping.TRIOS, 2, 1, 2, repeat="C"),
    step("Clarify", Grouping.TRIOS, 1, 1, 2, repeat="C"),
    step("Client turns around", Grouping.TRIOS, 0, repeat="C"),
    step("Consult", Grouping.TRIOS, 5, 4, 5, repeat="C"),
    step("Feedback", Grouping.TRIOS, 1, 1, 2, repeat="C"),
)
CLIENTS = (Repeat("C", "client", 3, 3, 3, SetBy.FIXED),)
CLIENTS_PER_GROUP = (Repeat("C", "client", 3, 3, 4, SetBy.GROUP_SIZE),)
NINE_WHYS = (
    step("Interview", Grouping.PAIRS, 5, repeat="I"),
    step("Fours compare", Grouping.FOURS, 5),
    step("Reflection", ALL, 5),
)
TRIZ = (
    step("Introduce", ALL, 5),
    table("Make sure of the worst", 10, 4, 7),
    table("What we already do", 10, 4, 7),
    table("What we stop", 10, 4, 7),
    step("Share decisions", ALL, 0, 0, 15, optional=True),
)
CROWD_SOURCING = (
    step("Explain", ALL, 3),
    step("Demonstrate", ALL, 2),
    step("Write", Grouping.ALONE, 5),
    step("Pass, talk, score", Grouping.PAIRS, 3, repeat="R"),
    step("Add up", Grouping.ALONE, 1, 0, 2),
    step("Countdown", ALL, 5),
    step("Reflect", ALL, 2),
)
WISE_CROWDS = (
    table("Client presents", 2, 4, 5, repeat="C"),
    table("Clarify", 3, 4, 5, repeat="C"),
    table("Consult", 8, 4, 5, repeat="C"),
    table("Feedback", 2, 4, 5, repeat="C"),
)
WISE_CLIENTS = (Repeat("C", "client", 4, 4, 5, SetBy.GROUP_SIZE),)
CAFE = (
    step("Theme and agreements", ALL, 5, 2, 8),
    table("Round 1", 1, 5, 7, repeat="P"),
    table("Round 2", 1, 5, 7, repeat="Q"),
    table("Open conversation", 30, 5, 7, low=20, high=40),
    table("Round 4", 7, 5, 7, low=5, high=10),
)
CAFE_TALKERS = (
    Repeat("P", "person", 5, 6, 7, SetBy.GROUP_SIZE),
    Repeat("Q", "person", 5, 6, 7, SetBy.GROUP_SIZE),
)
FIFTEEN_PERCENT = (
    step("Own list", Grouping.ALONE, 5),
    step("Present", Grouping.TRIOS, 3, repeat="P"),
    step("Consult", Grouping.TRIOS, 6, 5, 7, repeat="P"),
)
PRESENTERS = (Repeat("P", "person", 2, 3, 4, SetBy.GROUP_SIZE),)
NEEDS = (
    step("Explain", ALL, 3),
    step("Find needs", Grouping.SMALL_GROUPS, 10, 5, 15),
    step("State needs", Grouping.FISHBOWL, 15),
    step("Decide answers", Grouping.SMALL_GROUPS, 7, 5, 10),
    step("Give answers", Grouping.FISHBOWL, 10),
    step("Debrief", ALL, 15),
)
SCENARIOS = (
    step("Describe", Grouping.QUADRANTS, 10, size_min=3, size_max=6),
    step("Think", Grouping.ALONE, 1),
    step("Report", ALL, 2, repeat="G"),
)
REPORTS = (Repeat("G", "group", 3, 4, 6, SetBy.GROUPS),)


@pytest.mark.parametrize(
    ("steps", "people", "repeats", "expected"),
    [
        pytest.param(ONE_TWO_FOUR_ALL, 18, (), Span(12, 12, 12), id="1-2-4-All"),
        pytest.param(TROIKA, 9, CLIENTS, Span(22, 28, 34), id="Troika, three clients: 1 + 3 x (2+1+0+5+1)"),
        pytest.param(TROIKA, 9, CLIENTS_PER_GROUP, Span(22, 28, 34), id="Troika, trios only"),
        pytest.param(
            TROIKA, 10, CLIENTS_PER_GROUP, Span(29, 37, 45), id="Troika, a four waits for four clients"
        ),
        pytest.param(NINE_WHYS, 18, (Repeat("I", "round", 2, 2, 2),), Span(20, 20, 20), id="9 Whys"),
        pytest.param(TRIZ, 18, (), Span(35, 35, 50), id="TRIZ, sharing left out unless there is time"),
        pytest.param(CROWD_SOURCING, 25, (Repeat("R", "round", 5, 5, 5),), Span(32, 33, 34), id="25/10"),
        pytest.param(WISE_CROWDS, 12, WISE_CLIENTS, Span(60, 60, 60), id="Wise Crowds, three fours"),
        pytest.param(WISE_CROWDS, 10, WISE_CLIENTS, Span(75, 75, 75), id="Wise Crowds, two fives"),
        pytest.param(WISE_CROWDS, 13, WISE_CLIENTS, Span(75, 75, 75), id="Wise Crowds waits for the five"),
        pytest.param(WISE_CROWDS, None, WISE_CLIENTS, Span(60, 60, 75), id="Wise Crowds, people not known"),
        pytest.param(CAFE, 15, CAFE_TALKERS, Span(37, 52, 68), id="Conversation Cafe, tables of five"),
        pytest.param(CAFE, 18, CAFE_TALKERS, Span(39, 54, 70), id="Conversation Cafe, tables of six"),
        pytest.param(CAFE, 8, CAFE_TALKERS, Span(43, 58, 74), id="Conversation Cafe, one table of eight"),
        pytest.param(CAFE, None, CAFE_TALKERS, Span(37, 54, 72), id="Conversation Cafe, people not known"),
        pytest.param(FIFTEEN_PERCENT, 12, PRESENTERS, Span(29, 32, 35), id="15% Solutions in trios"),
        pytest.param(FIFTEEN_PERCENT, 10, PRESENTERS, Span(37, 41, 45), id="15% Solutions, a four"),
        pytest.param(FIFTEEN_PERCENT, 2, PRESENTERS, Span(21, 23, 25), id="15% Solutions, two people"),
        pytest.param(NEEDS, 24, (), Span(53, 60, 68), id="What I Need From You"),
        pytest.param((), 24, (), Span(0, 0, 0), id="no steps"),
    ],
)
def test_structures_take_the_minutes_their_recipes_print(steps, people, repeats, expected):
    assert duration(steps, people, repeats, remainder=Remainder.LARGER) == expected


def test_an_optional_step_is_skipped_in_the_shortest_run_and_kept_in_the_others():
    fold = step("Fold the line", Grouping.PAIRS, 4, 2, 8, optional=True)
    assert duration([step("Stand", Grouping.LINE, 10), fold]) == Span(10, 14, 18)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (Mode.BOTH, ("Line up", "Talk")),
        (Mode.IN_PERSON, ("Line up", "Talk")),
        ("hybrid", ("Line up", "Talk")),
        (Mode.ONLINE, ("Mark the line", "Talk")),
    ],
)
def test_steps_of_the_other_mode_are_dropped(mode, expected):
    steps = (
        step("Line up", Grouping.LINE, 3, mode=Mode.IN_PERSON),
        step("Mark the line", Grouping.ALONE, 5, mode=Mode.ONLINE),
        step("Talk", Grouping.PAIRS, 10),
    )
    minutes = 15 if mode == Mode.ONLINE else 13
    assert tuple(s.title for s in performed(steps, mode)) == expected
    assert tuple(turn.title for turn in turns(steps, mode=mode)) == expected
    assert duration(steps, mode=mode) == Span(minutes, minutes, minutes)


@pytest.mark.parametrize(
    ("where", "mode", "expected"),
    [
        (Mode.BOTH, Mode.ONLINE, True),
        (Mode.BOTH, "hybrid", True),
        (Mode.IN_PERSON, Mode.ONLINE, False),
        (Mode.IN_PERSON, Mode.IN_PERSON, True),
        (Mode.IN_PERSON, Mode.BOTH, True),
        (Mode.ONLINE, Mode.ONLINE, True),
        (Mode.ONLINE, Mode.IN_PERSON, False),
        (Mode.ONLINE, Mode.BOTH, False),
        (Mode.ONLINE, "hybrid", False),
    ],
)
def test_a_hybrid_session_goes_by_the_room(where, mode, expected):
    assert happens(where, mode) is expected


def test_a_repeated_block_interleaves_client_after_client():
    run = [(turn.title, turn.number, turn.of, turn.minutes) for turn in turns(TROIKA, 9, CLIENTS)]
    assert run == [
        ("Reflect", 1, 1, 1),
        *(
            (title, client, 3, minutes)
            for client in (1, 2, 3)
            for title, minutes in [
                ("Client shares", 2),
                ("Clarify", 1),
                ("Client turns around", 0),
                ("Consult", 5),
                ("Feedback", 1),
            ]
        ),
    ]


def test_rounds_with_their_own_keys_follow_each_other():
    run = [(turn.index, turn.title, turn.number) for turn in turns(CAFE, 5, CAFE_TALKERS)]
    assert run == [
        (0, "Theme and agreements", 1),
        *((1, "Round 1", person) for person in range(1, 6)),
        *((2, "Round 2", person) for person in range(1, 6)),
        (3, "Open conversation", 1),
        (4, "Round 4", 1),
    ]


def test_a_key_used_again_later_is_a_block_of_its_own():
    steps = (
        step("Share scenarios", ALL, 2, repeat="Q"),
        step("Online pause", ALL, 1, mode=Mode.ONLINE),
        step("Share strategies", ALL, 3, repeat="Q"),
    )
    run = turns(steps, repeats=[Repeat("Q", "group", 2, 2, 2)])
    assert [turn.minutes for turn in run] == [2, 2, 3, 3]


def test_an_optional_step_of_no_minutes_is_not_in_the_run_but_a_silent_beat_is():
    assert [turn.title for turn in turns(TRIZ)][-1] == "What we stop"
    assert turns([step("Turn around", Grouping.TRIOS, 0)]) == (Turn(0, "Turn around", Grouping.TRIOS, 0),)


def test_a_key_without_a_repeat_runs_once():
    assert duration(TROIKA) == Span(8, 10, 12)


def test_the_convenor_chooses_the_number_of_rounds():
    steps = (step("Sentence", Grouping.CIRCLES, 1, repeat="S"),)
    repeats = (Repeat("S", "prompt", 8, 12, 15, SetBy.CONVENOR),)
    assert duration(steps, 30, repeats) == Span(8, 12, 15)
    assert duration(steps, 30, repeats, {"S": 10}) == Span(10, 10, 10)
    assert len(turns(steps, 30, repeats, {"S": 10})) == 10
    assert turns(steps, 30, repeats, {"S": 0}) == ()


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (None, Span(17, 19, 23)),
        (16, Span(19, 19, 19)),  # four quadrants report
        (30, Span(27, 27, 27)),  # too many for four groups of six: eight report
    ],
)
def test_reports_grow_with_the_groups_that_worked_before(people, expected):
    assert duration(SCENARIOS, people, REPORTS) == expected


SIZED = table("Talk", 5, 4, 6)
FOURS = step("Fours", Grouping.FOURS, 5)
PAIRS = step("Pairs", Grouping.PAIRS, 5)
ALONE = step("Alone", Grouping.ALONE, 5)
CIRCLE = step("Circle", ALL, 1)
STAGE = step("Stage", Grouping.STAGE, 1)


def repeat(set_by):
    return Repeat("A", "round", 2, 3, 5, set_by)


@pytest.mark.parametrize(
    ("set_by", "block", "before", "people", "counts", "expected"),
    [
        pytest.param(SetBy.FIXED, [PAIRS], [], 9, {}, (2, 3, 5), id="the recipe says"),
        pytest.param(SetBy.FIXED, [PAIRS], [], 9, {"A": 4}, (2, 3, 5), id="the recipe is not the convenor's"),
        pytest.param(SetBy.CONVENOR, [PAIRS], [], 9, {}, (2, 3, 5), id="no choice made"),
        pytest.param(SetBy.CONVENOR, [PAIRS], [], 9, {"A": 7}, (7, 7, 7), id="a choice beyond the range"),
        pytest.param(SetBy.CONVENOR, [PAIRS], [], 9, {"B": 7}, (2, 3, 5), id="a choice for another block"),
        pytest.param(SetBy.GROUP_SIZE, [PAIRS], [], 9, {}, (3, 3, 3), id="the trio of nine in pairs"),
        pytest.param(SetBy.GROUP_SIZE, [PAIRS, SIZED], [FOURS], 12, {}, (4, 4, 4), id="largest in the block"),
        pytest.param(SetBy.GROUP_SIZE, [SIZED], [], None, {}, (2, 3, 5), id="people not known"),
        pytest.param(SetBy.GROUP_SIZE, [CIRCLE], [FOURS], 9, {}, (9, 9, 9), id="everyone in the circle"),
        pytest.param(SetBy.GROUP_SIZE, [STAGE], [FOURS], 9, {}, (2, 3, 5), id="a stage has no size"),
        pytest.param(SetBy.GROUPS, [CIRCLE], [PAIRS, FOURS], 18, {}, (5, 5, 5), id="the nearest before"),
        pytest.param(SetBy.GROUPS, [CIRCLE], [FOURS, ALONE, STAGE], 18, {}, (5, 5, 5), id="past a pause"),
        pytest.param(SetBy.GROUPS, [SIZED], [PAIRS], 18, {}, (3, 3, 3), id="its own groups"),
        pytest.param(SetBy.GROUPS, [CIRCLE], [ALONE], 18, {}, (2, 3, 5), id="no groups at all"),
        pytest.param(SetBy.GROUPS, [CIRCLE], [FOURS], None, {}, (2, 3, 5), id="people not known, groups"),
    ],
)
def test_what_sets_the_number_of_turns(set_by, block, before, people, counts, expected):
    assert count_of(repeat(set_by), block, before, people, counts) == expected


def test_a_block_cannot_run_fewer_than_no_times():
    with pytest.raises(ValueError, match=r"^The block 'A' cannot run -1 times\.$"):
        count_of(repeat(SetBy.CONVENOR), [PAIRS], [], 9, {"A": -1})


@given(st.integers(1, 200), st.sampled_from(list(Remainder)))
def test_the_run_lasts_exactly_the_ideal_minutes(people, remainder):
    for steps, repeats in [(TROIKA, CLIENTS_PER_GROUP), (WISE_CROWDS, WISE_CLIENTS), (SCENARIOS, REPORTS)]:
        span = duration(steps, people, repeats, remainder=remainder)
        run = turns(steps, people, repeats, remainder=remainder)
        assert sum(turn.minutes for turn in run) == span.ideal
        assert span.min <= span.ideal <= span.max
