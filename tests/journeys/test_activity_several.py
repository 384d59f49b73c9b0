"""Several rows that are selected, changed at once."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said, titles


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/activities/several/"


@pytest.fixture
def two(journey):
    """The codes of the first and the last row of the morning."""
    return [journey.activities.get(title=title).code for title in ("Welcome", "Coffee")]


@pytest.mark.parametrize(
    ("verb", "words", "morning_after", "parked_after"),
    [
        ("park", "Parked 2 activities.", ["Nine Whys"], ["Ecocycle", "Welcome", "Coffee"]),
        ("remove", "Removed 2 activities. Undo brings them back.", ["Nine Whys"], ["Ecocycle"]),
        (
            "duplicate",
            "Duplicated 2 activities.",
            ["Welcome", "Welcome", "Nine Whys", "Coffee", "Coffee"],
            ["Ecocycle"],
        ),
    ],
)
def test_they_change_together(cast, url, journey, morning, two, verb, words, morning_after, parked_after):
    answer = press(cast.ana, url, verb=verb, activity=two)

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, words)
    parked = journey.activities.filter(session=None).order_by("position").values_list("title", flat=True)
    assert (titles(morning), list(parked)) == (morning_after, parked_after)


def test_they_move_to_another_session_or_to_the_parking(cast, url, morning, afternoon, two):
    answer = press(cast.ana, url, verb="move", activity=two, home=afternoon.code)
    assert (said(answer), titles(afternoon)) == ("Moved 2 activities.", ["Welcome", "Coffee"])

    press(cast.ana, url, verb="move", activity=two[:1], home="parked")

    assert (titles(morning), titles(afternoon)) == (["Nine Whys"], ["Coffee"])


def test_they_answer_a_question_or_none(cast, url, question, two, journey):
    answer = press(cast.ana, url, verb="answer", activity=two, question=question.code)
    assert said(answer) == "2 activities answer that question now."
    assert set(question.activities.values_list("title", flat=True)) == {"Welcome", "Nine Whys", "Coffee"}

    press(cast.ana, url, verb="answer", activity=two, question="")

    assert list(question.activities.values_list("title", flat=True)) == ["Nine Whys"]


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey, two):
    answer = cast.ben.post(url, {"verb": "park", "activity": two}, follow=True)

    assert messages(answer) == ["Parked 2 activities."]
    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ({}, "Select one or more activities first."),
        ({"activity": ["nonesuch"]}, "One of them is no longer in this journey."),
        ({"verb": "eat"}, "Select a valid choice. eat is not one of the available choices."),
        ({"verb": ""}, "Choose what to do with them."),
        ({"verb": "move", "home": "nowhere"}, "That place is no longer in this journey."),
        ({"verb": "move", "home": ""}, "Say where they should go."),
        ({"verb": "answer", "question": "nonesuch"}, "That question is no longer in this journey."),
    ],
)
def test_what_cannot_be_changes_nothing(cast, url, journey, two, wish, reason):
    before = journey.snapshot()
    form = {"verb": "park", "activity": [] if not wish else two} | wish

    answer = press(cast.ana, url, **form)

    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert journey.snapshot() == before


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, verb="park") == NOT_FOUND
