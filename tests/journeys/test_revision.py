"""The journey as it was after one of its changes."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from sessions.models import Journey
from sessions.visitor import Visitor
from tests.cast import signed_in
from tests.factories import create_structure
from tests.journeys import shared
from tests.journeys.lists import laid_out
from tests.journeys.ritual import AWKWARD, NOT_FOUND
from tests.journeys.shared import plain


@pytest.fixture
def url(journey):
    """The state before anything else is done."""
    return address(journey)


def address(journey):
    return f"/journeys/{journey.code}/history/{journey.revision}/"


def marks(answer):
    """What became of the parts since, from the top of the page to its end."""
    return [unescape(words) for words in re.findall(r'#edit"/></svg>([^<]+)</li>', answer.text)]


def rows(answer):
    """What the lists show, line by line."""
    found = re.split(r'<li class="(?:row|gap)[^>]*>', answer.text)[1:]
    return [plain(re.sub(r"<svg.*?</svg>", "", one.split("</section>")[0], flags=re.S)) for one in found]


def added(answer):
    """What is listed at the end."""
    found = re.search(r'<section class="added".*?</section>', answer.text, re.S)
    return [plain(one) for one in re.findall(r"<li>(.*?)</li>", found[0])] if found else []


def told(answer):
    """What the head of the page says: the moment, the change and who made it, and how far it is from now."""
    head = re.search(r'<div class="state">\s*<div>(.*?)</div>', answer.text, re.S)[1]
    return [plain(one) for one in re.findall(r"<p[^>]*>(.*?)</p>", head, re.S)]


def test_it_is_read_as_a_document(ana):
    shared.create_catalogue()
    journey = shared.create_shared_journey(owner=ana)

    answer = signed_in(ana).get(address(journey))

    assert answer.status_code == 200
    assert shared.seen(answer) == set(shared.WORDS)
    assert rows(answer) == [
        "13:30 10 minutes Welcome opening",
        "13:40 20 minutes Question 1 Asking why Nine Whys Ana Bell What do you do, really? nine pairs"
        " Steps and details Asking why 2×10 Interview in turns"
        " Another invitation What is it all for?"
        " For participants Bring one example: https://example.org/read Private notes Stop Dr Fox"
        " Set-up Chairs without tables Outcome Nobody knew"
        " Materials index card × 2, folding chair, red pen, talking stick",
        "30 minutes free until the pinned start",
        "14:30 15 minutes Coffee pinned",
        "95 minutes Ecocycle talk",
    ]


def test_nothing_on_it_can_be_written(cast, url, journey):
    journey.edit({"title": "Home by noon"})

    text = cast.ana.get(url).text

    main = text[text.index("<main") : text.index("</main>")]
    assert re.findall(r"<(?:textarea|select|input(?! type=\"hidden\" name=\"csrf))", main) == []
    assert re.findall(r'<form[^>]*action="([^"]+)"', main) == [f"{url}restore/"]


def test_when_it_was_and_who_did_what(cast, url, journey, morning):
    journey.edit_session(morning, timezone="Europe/London", who=cast.ben.user)
    journey.revisions.update(at=datetime(2027, 6, 13, 23, 5, tzinfo=UTC))
    journey.undo()

    answer = cast.ana.get(f"/journeys/{journey.code}/history/3/")

    assert told(answer) == [
        "As it was on Sunday 13 June 2027, 23:05",
        "Edited Morning · ben@example.org",
        "What is different now is said beside it.",
    ]


def test_how_it_is_now(cast, url, journey):
    answer = cast.ana.get(url)

    assert told(answer)[0].startswith("As it is now, since ")
    assert told(answer)[1:] == ["Wrote the plan · a guest"]
    assert (marks(answer), added(answer), "Restore this state" in answer.text) == ([], [], False)


def test_an_earlier_state_may_be_how_it_is_now(cast, url, journey, row):
    journey.remove(row)
    journey.undo()

    answer = cast.ana.get(url)

    assert told(answer)[-1] == "The journey is like this now as well."
    assert (marks(answer), added(answer), "Restore this state" in answer.text) == ([], [], False)


@pytest.mark.parametrize(
    ("number", "ways"),
    [
        (1, [("next", 2)]),
        (2, [("prev", 1), ("next", 3)]),
        (3, [("prev", 2)]),
    ],
)
def test_to_the_states_before_and_after(cast, journey, number, ways):
    journey.edit({"who": "Nurses"})
    base = f"/journeys/{journey.code}/history/"

    found = re.findall(r'rel="(prev|next)" href="([^"]+)"', cast.ben.get(f"{base}{number}/").text)

    assert found == [(way, f"{base}{other}/") for way, other in ways]


def afterwards(journey):
    """Something of everything is different now."""
    welcome, whys, coffee = journey.sessions.first().activities.order_by("position")
    (parked,) = journey.activities.filter(session=None)
    first, second = journey.questions.all()
    journey.edit({"title": "Home by noon", "who": "Nurses"})
    journey.edit_question(first, outcome="Because of Mrs Bell.")
    journey.move_question(second, to=0)
    journey.edit_session(journey.sessions.first(), minutes=120)
    journey.remove(welcome)
    journey.edit_activity(whys, minutes=40, invitations=["Why, really?"], lead="Ana")
    journey.park(coffee)
    journey.bring_back(parked, session=journey.sessions.last())
    journey.add_activity(session=journey.sessions.first(), title="Lunch")
    journey.add_question("What now?")
    journey.add_session()


def test_what_is_different_now_is_said_in_words(cast, url, journey):
    afterwards(journey)

    answer = cast.ana.get(url)

    assert marks(answer) == [
        "Changed since: title, who they are",
        "Changed since: outcome",
        "Moved since",
        "Changed since: minutes",
        "Removed since",
        "Changed since: minutes, lead, invitation",
        "Parked since",
        "Brought back since",
    ]
    assert added(answer) == ["question What now?", "session 3", "activity Lunch"]


def test_tracks_stand_under_their_names(cast, ana):
    journey = Journey.start(Visitor(user=ana), title="Rooms", people=18)
    inside = [{"kind": "talk", "title": title, "minutes": 10} for title in ("Walk", "Talk")]
    tracks = [{"title": "Garden", "activities": inside}, {"activities": []}]
    parent = {"kind": "other", "title": "Two rooms", "tracks": tracks}
    laid_out(journey, sessions=[{"start": "09:00", "activities": [parent]}])
    url = address(journey)
    journey.remove(journey.activities.get(title="Talk"))

    answer = cast.ana.get(url)

    assert re.findall(r'<p class="name"[^>]*>(.*?)</p>', answer.text) == ["Garden", "Track 2"]
    assert [plain(one) for one in re.findall(r'<span class="time">(.*?)</span>', answer.text)] == [
        "09:00",
        "09:00",
        "09:10",
    ]
    assert marks(answer) == ["Removed since"]


@pytest.mark.parametrize("rows", [1, 60])
def test_the_queries_are_the_same_however_long(cast, ana, rows, django_assert_num_queries):
    create_structure(slug="min-specs", steps=3)
    journey = Journey.start(Visitor(user=ana), title="Long")
    activities = [{"structure": "min-specs"}] * rows
    laid_out(journey, sessions=[{"start": "09:00", "activities": activities}] * 3)
    browser, url = cast.ana, address(journey)
    journey.edit({"title": "Longer"})

    with django_assert_num_queries(10):
        browser.get(url)


@pytest.mark.parametrize("words", AWKWARD)
def test_any_words_will_do(cast, journey, row, words):
    journey.edit({"title": words, "purpose": words})
    journey.edit_activity(row, title=words, brief=words, invitations=[words])
    url = address(journey)
    journey.add_activity(session=None, title=words)

    answer = cast.ana.get(url)

    found = re.findall(r"<h1[^>]*>(.*?)</h1>", answer.text)
    assert ([unescape(title) for title in found], added(answer)) == ([words], [f"activity {words}"])
    assert rows(answer)[1].count(words) == 4
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("number", ["0", "3", "9" * 30])
def test_a_change_that_there_is_not(cast, journey, number):
    assert cast.ana.get(f"/journeys/{journey.code}/history/{number}/").status_code == 404


def test_another_journeys_change_is_not_found_here(cast, ana, url, journey):
    other = Journey.start(Visitor(user=ana), title="Another")
    assert (journey.revision, other.revision) == (2, 1)

    assert cast.ana.get(f"/journeys/{other.code}/history/2/").status_code == 404


def test_others_find_nothing(cast, url, journey):
    answers = {name: getattr(cast, name).get(url) for name in cast.OTHERS}

    assert {name: answer.status_code for name, answer in answers.items()} == NOT_FOUND
    assert [name for name, answer in answers.items() if journey.title in answer.text] == []


def test_it_is_only_read(cast, url):
    assert cast.ana.post(url).status_code == 405
    assert "no-store" in cast.ana.get(url).headers["Cache-Control"]
