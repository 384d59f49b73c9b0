"""A notice is left out from now on, for everybody who plans, until somebody wants to see it again."""

import pytest

from sessions.domain import limits
from tests.journeys.lists import fresh, history
from tests.journeys.noticed import KEYS, form, keys, sentences, without_a_break
from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said


@pytest.fixture
def journey(journey):
    return without_a_break(journey)


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/notices/dismiss/"


@pytest.fixture
def sent(cast, journey):
    return form(cast.ana.get(journey.get_absolute_url()), "no-break")


def test_it_is_left_out_and_said_how_many_are(cast, journey, url, sent):
    answer = press(cast.ana, url, **sent)

    assert (answer.status_code, is_board(answer)) == (200, True)
    assert said(answer) == "Dismissed. “Show again” brings it back."
    assert sentences(answer) == ["Hint: Question 2 is not answered in its turn."]
    assert "1 dismissed" in answer.text
    assert (keys(journey), history(journey)[-1]) == (KEYS, "Dismissed a notice")


def test_undo_brings_it_back(cast, journey, url, sent):
    press(cast.ana, url, **sent)

    fresh(journey).undo()

    assert fresh(journey).dismissed == []
    assert len(sentences(cast.ben.get(journey.get_absolute_url()))) == 2


def test_it_stays_left_out_whatever_else_changes(cast, journey, url, sent):
    press(cast.ana, url, **sent)
    journey = fresh(journey)
    journey.edit_activity(journey.activities.get(title="Sense"), minutes=60)
    journey.add_activity(session=journey.sessions.first(), kind="talk", title="News", minutes=5)

    assert [one for one in sentences(cast.ana.get(journey.get_absolute_url())) if "break" in one] == []


def test_twice_is_once(journey, sent):
    journey.dismiss(sent["key"])
    revision = journey.revision

    journey.dismiss(sent["key"])

    assert (journey.dismissed, journey.revision) == ([sent["key"]], revision)


def test_of_very_many_the_oldest_are_seen_again(journey):
    journey.dismissed = [f"over:{number}" for number in range(limits.MAX_DISMISSED)]
    journey.save()

    journey.dismiss("over:new")

    assert (len(journey.dismissed), journey.dismissed[0]) == (limits.MAX_DISMISSED, "over:1")


def test_without_htmx_it_leads_back_to_the_session(cast, journey, url, sent):
    answer = cast.ana.post(url, sent, follow=True)

    assert answer.redirect_chain[-1][0].endswith(f"#session-{journey.sessions.first().code}")
    assert messages(answer) == ["Dismissed. “Show again” brings it back."]


@pytest.mark.parametrize("key", ["", "no-break:nowhere", "x" * 500])
def test_what_nobody_sees_cannot_be_dismissed(cast, journey, url, key):
    answer = press(cast.ana, url, key=key)

    assert answer.status_code == 422
    assert said(answer) == "That is settled, or has changed meanwhile. Here is how it looks now."
    assert fresh(journey).dismissed == []


def test_others_find_nothing(turned_away, url, sent):
    assert turned_away(url, **sent) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
