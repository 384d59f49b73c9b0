"""One more row: a structure for a question, or an opening, a break, a talk, a closing."""

import pytest

from tests import factories, journey_factories
from tests.journeys.ritual import AWKWARD, NOT_FOUND, is_board, messages, press, said, titles


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/activities/add/"


@pytest.fixture
def triz(db):
    return factories.create_structure(name="TRIZ", slug="triz", steps=3)


def test_a_structure_comes_with_its_steps_where_its_question_belongs(
    cast, url, journey, morning, question, triz
):
    wish = {
        "structure": "triz",
        "question": question.code,
        "home": morning.code,
        "invitation": "How to fail?",
    }

    answer = press(cast.ana, url, **wish)

    row = journey.activities.get(title="TRIZ")
    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Added TRIZ. Starts 13:50.")
    assert titles(morning) == ["Welcome", "Nine Whys", "TRIZ", "Coffee"]
    assert (row.question, row.invitations, row.steps.count()) == (question, ["How to fail?"], 3)


def test_without_more_words_it_goes_to_the_last_session_with_its_own_invitation(cast, url, afternoon, triz):
    answer = press(cast.ana, url, structure="triz")

    assert (said(answer), afternoon.activities.get().invitations) == ("Added TRIZ.", ["What do you see?"])


@pytest.mark.parametrize(
    ("kind", "place", "minutes"), [("opening", 0, 10), ("break", 3, 15), ("talk", 3, 15), ("closing", 3, 10)]
)
def test_a_row_of_another_kind_has_its_usual_minutes_and_place(cast, url, morning, kind, place, minutes):
    press(cast.ana, url, kind=kind, home=morning.code)

    row = morning.activities.get(position=place)
    assert (row.kind, row.title, row.minutes) == (kind, kind.capitalize(), minutes)


def test_title_and_minutes_can_be_said(cast, url, morning):
    press(cast.ana, url, kind="talk", title="The ward", minutes="1h15", home=morning.code)

    row = morning.activities.last()
    assert (row.title, row.minutes) == ("The ward", 75)


@pytest.mark.parametrize("title", AWKWARD)
def test_any_words_will_do(cast, url, morning, title):
    answer = press(cast.ana, url, kind="talk", title=title, home=morning.code)

    assert (answer.status_code, titles(morning)[-1]) == (200, title)
    assert "<script>alert" not in answer.text


def test_without_htmx_it_leads_back_to_the_row(cast, url, journey, morning):
    answer = cast.ben.post(url, {"kind": "break", "home": morning.code}, follow=True)

    place = f"{journey.get_absolute_url()}#activity-{journey.activities.get(title='Break').code}"
    assert (messages(answer), answer.redirect_chain) == (["Added Break. Starts 14:00."], [(place, 302)])


def test_in_a_journey_without_sessions_it_is_parked(cast, url, journey, morning, afternoon):
    journey.remove_session(morning)
    journey.remove_session(afternoon)

    press(cast.ana, url, kind="break")

    assert journey.activities.get(title="Break").session is None


CHOOSE = "Choose a structure, or what else to add."
NO_CHOICE = "Select a valid choice. That choice is not one of the available choices."


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ({}, CHOOSE),
        ({"kind": "structure"}, CHOOSE),
        ({"structure": "none-such"}, NO_CHOICE),
        ({"structure": "draft"}, NO_CHOICE),
        ({"structure": "\x00"}, "Null characters are not allowed."),
        ({"kind": "break", "home": "another"}, "That place is no longer in this journey."),
        ({"kind": "dance"}, "Select a valid choice. dance is not one of the available choices."),
        (
            {"kind": "talk", "minutes": "soon"},
            "“soon” is not a number of minutes. Type 45, 1h15 or 1:15.",
        ),
        ({"kind": "talk", "minutes": "-5"}, "“-5” is less than nothing. Minutes start at 0."),
        (
            {"kind": "talk", "minutes": "100000"},
            "“100000” is longer than a day. The most is 1440 minutes.",
        ),
        (
            {"kind": "talk", "title": "x" * 300},
            "Ensure this value has at most 200 characters (it has 300).",
        ),
    ],
)
def test_what_cannot_be_adds_nothing(cast, url, journey, wish, reason):
    factories.create_structure(slug="draft", status="draft")

    answer = press(cast.ana, url, **wish)

    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert journey.activities.count() == 4


def test_a_session_of_another_journey_is_no_place(cast, url, journey):
    theirs = journey_factories.create_session(journey=journey_factories.create_journey(owner=cast.sam.user))

    assert press(cast.ana, url, kind="break", home=theirs.code).status_code == 422
    assert theirs.activities.count() == 0


def test_a_journey_that_is_full_says_so(cast, url, journey, morning):
    row = morning.activities.get(title="Coffee")
    rows = [type(row)(journey=journey, session=morning, title="x", position=3 + n) for n in range(396)]
    type(row).objects.bulk_create(rows)

    answer = cast.ana.post(url, {"kind": "break"})

    assert (answer.status_code, journey.activities.count()) == (422, 400)
    assert said(answer) == "A journey holds at most 400 activities. Start another one."


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, kind="break") == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
