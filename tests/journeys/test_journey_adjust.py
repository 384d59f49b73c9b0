"""What the engine proposes is taken from the page: whole, in part, or not at all."""

import pytest

from sessions import proposing
from sessions.domain.adjustments import Park, Retime
from sessions.outline import outline_of
from sessions.proposing import Choice, Proposal, parts_in
from tests.journeys.lists import fresh, history
from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said


@pytest.fixture
def asked(journey, monkeypatch):
    """What is posted with the proposal to give the welcome five minutes and to park the coffee."""

    def proposes(asking, plan, session):
        welcome, _whys, coffee = session.rows
        adjustments = (Retime(welcome.activity.code, 5), Park(coffee.activity.code))
        choice = Choice(
            "shorter", "Shortened", parts_in(outline_of(plan), adjustments), result="15 minutes less"
        )
        return Proposal(asking, session, "Make it shorter", "journeys/_spare.html", (choice,))

    monkeypatch.setitem(proposing.PROPOSES, "shorten", proposes)
    return {
        "proposal": f"shorten:{journey.sessions.first().code}::",
        "choice": "shorter",
        "revision": journey.revision,
    }


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/adjust/"


@pytest.fixture
def parts(journey):
    welcome, coffee = (journey.activities.get(title=title) for title in ("Welcome", "Coffee"))
    return [f"minutes:{welcome.code}", f"park:{coffee.code}"]


def state(journey):
    """The minutes of the welcome, and whether the coffee is parked."""
    rows = {row.title: row for row in journey.activities.all()}
    return rows["Welcome"].minutes, rows["Coffee"].session is None


def test_it_is_read_on_the_page_as_a_diff(cast, journey, asked):
    answer = cast.ana.get(f"/journeys/{journey.code}/?proposal={asked['proposal']}")

    for words in ("Make it shorter", "Welcome: 10 → 5 minutes", "Park Coffee", "15 minutes less"):
        assert words in answer.text
    assert state(journey) == (10, False)


def test_all_of_it_is_one_change(cast, journey, asked, url, parts):
    before = fresh(journey).snapshot()

    answer = press(cast.ana, url, **asked, part=parts)

    assert (answer.status_code, is_board(answer)) == (200, True)
    assert said(answer) == "Shortened. It ends at 13:45, 75 minutes to spare."
    assert "Make it shorter" not in answer.text
    assert (state(journey), history(journey)[-1]) == ((5, True), "Shortened")
    fresh(journey).undo()
    assert fresh(journey).snapshot() == before


def test_half_of_it_is_taken(cast, journey, asked, url, parts):
    press(cast.ana, url, **asked, part=parts[1:])

    assert state(journey) == (10, True)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"part": []}, "Nothing is ticked. Tick what you want to change."),
        ({"choice": "longer"}, "The plan has changed meanwhile. Here is what would help it now."),
        ({"choice": ""}, "This field is required."),
        ({"revision": "x"}, "Enter a whole number."),
        ({"proposal": "nonsense"}, "The plan has changed meanwhile. Here is what would help it now."),
        (
            {"proposal": "shorten:nowhere::"},
            "The plan has changed meanwhile. Here is what would help it now.",
        ),
    ],
)
def test_what_cannot_be_taken_is_said(cast, journey, asked, url, parts, typed, sentence):
    answer = press(cast.ana, url, **(asked | {"part": parts} | typed))

    assert (answer.status_code, said(answer), state(journey)) == (422, sentence, (10, False))


def test_a_stale_diff_is_shown_anew(cast, journey, asked, url, parts):
    journey.edit(changes={"title": "Meanwhile"})

    answer = press(cast.ana, url, **asked, part=parts)

    assert answer.status_code == 422
    assert said(answer) == "The plan has changed meanwhile. Here is what would help it now."
    assert f'name="revision" value="{journey.revision}"' in answer.text
    assert state(journey) == (10, False)


def test_without_htmx_it_leads_back_to_the_session(cast, journey, asked, url, parts):
    answer = cast.ana.post(url, asked | {"part": parts}, follow=True)

    assert answer.redirect_chain[-1][0].endswith(f"#session-{journey.sessions.first().code}")
    assert messages(answer) == ["Shortened. It ends at 13:45, 75 minutes to spare."]


def test_others_are_turned_away(turned_away, asked, url, parts):
    assert turned_away(url, **asked, part=parts) == NOT_FOUND
