"""“Something changed”: one press, at most one value, and two or three repairs that are read and taken."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sessions.asking import Asking
from sessions.plan import Plan
from sessions.proposing import proposal
from tests.factories import create_step, create_structure
from tests.journeys.lists import fresh, history
from tests.journeys.ritual import AWKWARD, NOT_FOUND, is_board, press, said, typed

PRESSED = re.compile(r'<button id="happened-(\w+)-\w+" name="about"')


@pytest.fixture
def ask(cast, journey, morning):
    """``ask(about, to)``: the page with what Ana asked."""

    def page(about="", to=""):
        asked = {"proposal": "changed", "session": morning.code, "about": about, "to": to}
        return cast.ana.get(f"/journeys/{journey.code}/", asked)

    return page


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/adjust/"


def choices(answer):
    """The headings of the repairs on the page."""
    return [unescape(one) for one in re.findall(r"<legend>(.*?)</legend>", answer.text)]


def error(answer, morning, about):
    found = re.search(rf'id="to-{about}-{morning.code}-error">(.*?)</p>', answer.text)
    return unescape(found[1]) if found else ""


def test_first_it_asks_what_happened(ask):
    answer = ask()

    assert PRESSED.findall(answer.text) == ["people", "less", "late", "rooms", "online", "talk"]
    assert choices(answer) == []


@pytest.mark.parametrize(
    ("fields", "different"),
    [
        ({"mode": "online"}, {"online": False, "room": True, "breakouts": True}),
        ({"mode": "hybrid"}, {"online": True, "room": True, "breakouts": True}),
        ({"mode": "online", "rooms": 0}, {"online": False, "room": True, "breakouts": False}),
        ({"starts_at": None, "minutes": None}, {"late": False, "less": True}),
    ],
)
def test_what_is_so_already_cannot_happen(ask, journey, morning, fields, different):
    journey.edit_session(morning, **fields)

    shown = PRESSED.findall(ask().text)

    assert {name: name in shown for name in different} == different


def test_who_leads_something_can_fall_ill(ask, journey, row):
    journey.edit_activity(row, lead="Ben")

    answer = ask("lead")

    assert 'name="to" value="Ben"' in answer.text
    assert choices(ask("lead", "ben")) == ["Ana takes over", "Nothing else changes"]


def test_then_it_asks_for_the_one_value(ask, morning):
    answer = ask("people")

    assert "How many are there?" in answer.text
    assert (typed(answer, f"to-people-{morning.code}"), choices(answer)) == ("", [])
    assert error(answer, morning, "people") == ""


@pytest.mark.parametrize(
    ("about", "to", "sentence"),
    [
        ("people", "soon", "Type the number of people in figures, like 18."),
        ("people", "0", "A group has at least one person."),
        ("people", "5001", "The most is 5,000 people."),
        ("people", "18", "18 is what you planned for."),
        ("less", "soon", "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("less", "1h30", "90 minutes are what is booked."),
        ("less", "0", "It takes at least 1 minute."),
        ("late", "2h", "Then it would end before it begins. Type the minutes, like 20."),
        ("late", "-5", "“-5” is less than nothing. Minutes start at 0."),
        ("rooms", "0", "With no room at all, choose “No breakout rooms” or “We are online now”."),
        ("rooms", "two", "Type the number of rooms in figures, like 4."),
        ("talk", "Dr Fox", "Type the minutes, too, like: The sponsor, 20."),
        ("talk", "Dr Fox, 0", "It takes at least 1 minute."),
    ],
)
def test_what_cannot_be_comes_back_with_the_reason(ask, morning, about, to, sentence):
    answer = ask(about, to)

    assert (answer.status_code, error(answer, morning, about)) == (200, sentence)
    assert (typed(answer, f"to-{about}-{morning.code}"), choices(answer)) == (to, [])


@pytest.mark.parametrize("to", ["Nobody", *AWKWARD])
def test_who_leads_nothing_cannot_fall_ill(ask, journey, row, to):
    journey.edit_activity(row, lead="Ben")

    answer = ask("lead", to)

    assert f"Nobody called “{to}” leads anything here." in unescape(answer.text)
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("about", ["nonsense", "<b>", "people:6"])
def test_nonsense_asks_again_what_happened(ask, about):
    answer = ask(about)

    assert PRESSED.findall(answer.text)[:2] == ["people", "less"]


@pytest.mark.parametrize(
    ("about", "to", "what"),
    [
        ("people", "6", "6 came instead of 18"),
        ("less", "1h", "60 minutes instead of 90"),
        ("less", "-15", "75 minutes instead of 90"),
        ("less", "+5", "95 minutes instead of 90"),
        ("late", "20 min", "20 minutes late"),
        ("rooms", "1", "1 room left"),
        ("online", "", "Online now"),
        ("talk", "20 the sponsor", "The sponsor wants to speak for 20 minutes"),
        ("talk", "Dr Fox, 1h15", "Dr Fox wants to speak for 75 minutes"),
        ("talk", "15", "A guest wants to speak for 15 minutes"),
        ("talk", "The G20 sponsor, 15", "The G20 sponsor wants to speak for 15 minutes"),
        ("talk", "COVID-19 team, 10", "COVID-19 team wants to speak for 10 minutes"),
        ("talk", "2 sponsors, 15", "2 sponsors wants to speak for 15 minutes"),
        ("talk", "15 min, 2 sponsors", "2 sponsors wants to speak for 15 minutes"),
        ("talk", "20 minutes for the sponsor", "The sponsor wants to speak for 20 minutes"),
        ("talk", "the sponsor for 1 h", "The sponsor wants to speak for 60 minutes"),
        ("talk", "Forbes, 5 min.", "Forbes wants to speak for 5 minutes"),
        ("talk", "Dr Fox -20", "Dr Fox wants to speak for 20 minutes"),
        ("talk", "for 5", "A guest wants to speak for 5 minutes"),
    ],
)
def test_it_says_what_happened_as_history_will(ask, about, to, what):
    answer = ask(about, to)

    assert f"<strong>{what}</strong>" in answer.text
    assert 1 <= len(choices(answer)) <= 3


def test_a_repair_is_one_change_that_undo_takes_back(cast, ask, journey, morning, url, row):
    journey.edit_session(morning, minutes=30)
    before = fresh(journey).snapshot()
    asked = {"proposal": f"changed:{morning.code}:late:5", "revision": journey.revision}

    answer = press(cast.ana, url, **asked, choice="later", part=[f"hold:{morning.code}:booked"])

    assert (answer.status_code, is_board(answer)) == (200, True)
    assert said(answer) == "5 minutes late: end 5 minutes later. It ends at 14:05."
    assert history(journey)[-1] == "5 minutes late: end 5 minutes later"
    assert [one.ends for one in Plan.of(fresh(journey)).sessions][0].strftime("%H:%M") == "14:05"
    fresh(journey).undo()
    assert fresh(journey).snapshot() == before


def test_that_something_happened_is_noted_without_any_part(cast, journey, morning, url):
    asked = {"proposal": f"changed:{morning.code}:people:6", "revision": journey.revision}

    answer = press(cast.ana, url, **asked, choice="same")

    assert said(answer).startswith("6 came instead of 18: every row stays. It ends at")
    assert journey.sessions.get(pk=morning.pk).people == 6


def test_with_another_structure_goes_what_is_done_to_it(journey, morning, row):
    """One tick: the minutes of the new structure make no sense with the steps of the old."""
    short = create_structure(name="Short", slug="short", people_min=2, purposes=["reveal"])
    create_step(structure=short, minutes=20, minutes_min=5)
    row.structure.purposes, row.structure.people_min = ["reveal"], 12
    row.structure.save()

    found = proposal(Plan.of(fresh(journey)), Asking("changed", morning.code, "people", "6"))

    swap = found.choice("swap")
    assert [part.words for part in swap.parts] == ["Nine Whys → Short, 10 minutes"]
    assert [one.name for one in swap.taken({swap.parts[0].key})] == ["hold", "swap", "minutes"]
    assert [one.name for one in swap.taken(set())] == ["hold"]


def test_it_costs_four_queries_and_only_while_it_is_asked(journey, morning):
    plan = Plan.of(fresh(journey))
    counts = {}
    for name, asking in {
        "not yet": Asking("changed", morning.code),
        "wrong": Asking("changed", morning.code, "people", "x"),
        "repairs": Asking("changed", morning.code, "people", "6"),
    }.items():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            proposal(plan, asking)
        counts[name] = len(queries)

    assert counts == {"not yet": 0, "wrong": 0, "repairs": 4}


def test_others_are_turned_away(turned_away, journey, morning, url):
    asked = {"proposal": f"changed:{morning.code}:people:6", "revision": journey.revision}
    assert turned_away(url, **asked, choice="same") == NOT_FOUND
