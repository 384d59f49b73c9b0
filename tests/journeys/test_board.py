"""What the builder shows beside the rows: the ledger of questions, help for one of them, and at what price."""

import pytest

from sessions.board import STAND_IN, Board
from tests import factories, journey_factories


def names(board):
    return [one.structure.name for one in board.help.suggestions]


def test_the_ledger_counts_what_is_on_the_clock(journey, row, question, morning):
    journey.add_activity(session=morning, title="A talk about it", minutes=7, question=question)
    journey.park(journey.add_activity(session=morning, title="Later", minutes=50, question=question))

    ledger = Board.of(journey).ledger

    lines = [(line.question.text, line.minutes, [one.title for one in line.answers]) for line in ledger]
    assert lines == [
        ("Why does it matter?", 17, ["Nine Whys", "A talk about it"]),
        ("Where do we start?", 0, []),
    ]


@pytest.mark.parametrize(
    ("answered", "helped"),
    [([], "first"), (["first"], "second"), (["second"], "first"), (["first", "second"], "second")],
)
def test_help_is_for_the_first_question_that_nothing_on_the_clock_answers(ana, answered, helped):
    journey = journey_factories.create_journey(owner=ana)
    session = journey_factories.create_session(journey=journey)
    asked = {text: journey.add_question(text) for text in ("first", "second")}
    journey.add_activity(session=None, title="Parked", question=asked["first"])
    for text in answered:
        journey.add_activity(session=session, title=text, question=asked[text])

    assert Board.of(journey).help.question.text == helped


def test_help_is_for_the_chosen_question_and_a_code_of_nothing_chooses_nothing(journey, question):
    helped = [Board.of(journey, chosen=code).help.question for code in (question.code, "none-such")]

    assert [one.text for one in helped] == ["Why does it matter?", "Where do we start?"]


def test_a_journey_without_questions_gets_no_help_until_somebody_searches(ana):
    journey = journey_factories.create_journey(owner=ana)
    factories.create_structure(name="Min Specs")

    assert (Board.of(journey).help.question, names(Board.of(journey))) == (None, [])
    assert names(Board.of(journey, query=" min specs ")) == ["Min Specs"]


def test_a_search_shows_at_most_eight_and_no_drafts(journey):
    for number in range(9):
        factories.create_structure(name=f"Specs {number}")
    factories.create_structure(name="Specs in the making", status="draft")

    found = names(Board.of(journey, query="specs"))

    assert len(found) == 8
    assert [name for name in found if "making" in name] == []


@pytest.fixture
def asked(ana):
    """A question of the catalogue with three fits, for 18 people who have 30 minutes left."""
    catalogue = factories.create_question(text="Where are we starting?")
    for name, strength, steps, fields in [
        ("Useful one", "useful", 4, {}),
        ("Named one", "named", 7, {"people_max": 12}),
        ("Strong one", "strong", 8, {"people_min": 20}),
        ("A draft", "named", 1, {"status": "draft"}),
    ]:
        structure = factories.create_structure(name=name, **fields)
        for _step in range(steps):
            factories.create_step(structure=structure, minutes_min=4)
        factories.create_fit(question=catalogue, structure=structure, strength=strength)
    journey = journey_factories.create_journey(owner=ana, people=18)
    journey_factories.create_session(journey=journey, minutes=30)
    journey.add_question(question=catalogue)
    return journey


def test_suggestions_are_ranked_and_say_what_they_mean_for_these_people_and_this_time(asked):
    """Steps of 5 minutes that squeeze to 4: four take 20, seven 35 to 28, eight 40 to 32.

    What no squeezing makes fit comes last, however strong it is.
    """
    found = [
        (one.structure.name, one.span.ideal, one.over, one.squeezes, one.cautions)
        for one in Board.of(asked).help.suggestions
    ]

    assert found == [
        ("Named one", 35, 5, True, ("Is made for at most 12 people",)),
        ("Useful one", 20, 0, False, ()),
        ("Strong one", 40, 10, False, ("Needs at least 20 people",)),
    ]


@pytest.mark.parametrize(
    ("minutes", "planned", "over"), [(None, 10, 0), (60, 10, 0), (40, 10, 5), (40, 90, 35)]
)
def test_over_is_what_runs_past_the_booked_end(asked, minutes, planned, over):
    session = asked.sessions.get()
    asked.edit_session(session, minutes=minutes)
    asked.add_activity(session=session, title="A talk", minutes=planned)

    assert Board.of(asked).help.suggestions[0].over == over


def test_cautions_go_by_the_people_of_the_last_session(asked):
    asked.edit_session(asked.sessions.get(), people=20)

    assert [one.cautions for one in Board.of(asked).help.suggestions][1:] == [(), ()]


def test_a_session_online_leaves_out_the_steps_of_the_room(asked):
    structure = factories.create_structure(name="Walk and talk", steps=1)
    factories.create_step(structure=structure, minutes=9, mode="in_person")
    asked.edit_session(asked.sessions.get(), mode="online")

    assert [one.span.ideal for one in Board.of(asked, query="walk and talk").help.suggestions] == [5]


def test_every_form_has_a_stand_in_for_the_token(journey):
    assert (
        Board.of(journey).csrf_field == f'<input type="hidden" name="csrfmiddlewaretoken" value="{STAND_IN}">'
    )
