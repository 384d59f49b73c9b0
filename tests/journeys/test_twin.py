"""What a row asks of the room, or of the call: a line while it is closed, sentences while it is open."""

import re

import pytest

from sessions.models import Journey
from structures.models import Structure
from tests import factories
from tests.journeys.lists import laid_out
from tests.journeys.shared import plain
from tests.journeys.test_logistics import ONE_TWO_FOUR_ALL, step

REPORTS = [
    step("Work", "fours", 10),
    step("Hear", "whole_group", 2, repeat={"key": "Q", "unit": "group", "count": 3, "set_by": "groups"}),
]


@pytest.fixture
def whole(db):
    """1-2-4-All as a structure of the catalogue, with words for those left over and for online."""
    made = factories.create_structure(
        name="1-2-4-All",
        slug="1-2-4-all",
        remainder_note="A single one joins a pair.",
        online_changes="Send people out in threes.",
    )
    factories.create_material(structure=made, item="bell")
    return made


@pytest.fixture
def page(cast, journey):
    """``page(steps, **session)``: the builder with one row of that structure, and the same with the row open."""

    def shown(steps=None, **session):
        row = {
            "title": "Ideas",
            "structure": "1-2-4-all",
            "steps": ONE_TWO_FOUR_ALL if steps is None else steps,
        }
        laid_out(journey, sessions=[{"start": "13:30", "activities": [row]} | session])
        code = journey.activities.get().code
        return [cast.ana.get(journey.get_absolute_url() + query).text for query in ("", f"?open={code}")]

    return shown


def line(html):
    found = re.search(r'<p class="groups asks-for">(.*?)</p>', html, re.S)
    return plain(found[1]) if found else ""


def told(html):
    found = re.search(r'<section class="twin".*?</section>', html, re.S)
    return (
        [plain(one) for one in re.findall(r"<(?:h5|p|li)\b.*?</(?:h5|p|li)>", found[0], re.S)]
        if found
        else None
    )


@pytest.mark.parametrize(
    ("people", "mode", "expected"),
    [
        (18, "in_person", "5 tables · 3 moves"),
        (23, "in_person", "6 tables · 3 moves"),
        (5, "in_person", "1 table · 2 moves"),
        (1, "in_person", "1 table"),
        (23, "online", "11 breakout rooms · 3 moves"),
        (5, "online", "2 breakout rooms · 2 moves"),
        (3, "online", ""),  # one trio is everyone
        (23, "hybrid", "6 tables · 3 moves"),
    ],
)
def test_the_line_of_a_closed_row(whole, page, people, mode, expected):
    closed, _open = page(people=people, mode=mode)

    assert line(closed) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [(23, "6 tables · 1 move · 12 min of report-outs"), (60, "15 tables · 1 move · 30 min of report-outs")],
)
def test_report_outs_grow_with_the_groups(whole, page, people, expected):
    closed, opened = page(REPORTS, people=people)

    assert line(closed) == expected
    assert "Each further group adds 2 min." in told(opened)[1]


def test_a_row_for_nobody_in_particular_says_nothing(whole, page, journey):
    journey.edit({"people": None})

    closed, opened = page()

    assert (line(closed), told(opened)[1]) == (
        "",
        "Say how many people come: groups, tables and rooms follow.",
    )


@pytest.mark.parametrize(
    ("mode", "fit", "marked"),
    [
        ("online", "poorly", True),
        ("hybrid", "poorly", True),
        ("in_person", "poorly", False),
        ("online", "adapted", False),
    ],
)
def test_only_what_goes_poorly_online_is_marked(whole, page, mode, fit, marked):
    Structure.objects.update(online=fit)

    closed, _open = page(mode=mode)

    assert ("works poorly online" in line(closed)) is marked


def test_an_open_row_in_the_room(whole, page):
    _closed, opened = page(people=23)

    assert told(opened) == [
        "In the room",
        "23 chairs and 6 tables, the largest for 4. People move 3 times. "
        "“All” has 5 min for 6 groups: if each spoke, 50 seconds.",
        "Left over A single one joins a pair.",
    ]


def test_where_groups_come_out_even_nobody_is_left_over(whole, page):
    _closed, opened = page(people=16)

    assert told(opened)[2:] == []


def test_an_open_row_online(whole, page):
    _closed, opened = page(people=16, mode="online")

    assert told(opened) == [
        "Online",
        "“All” has 5 min for 4 groups: if each spoke, 75 seconds.",
        "13:31 8 rooms of 2 2 min · Pairs",
        "13:33 4 rooms of 4 4 min · Fours",
        "Allow 3 minutes more: one each time people are sent to rooms or brought back, as we assume. "
        "The plan keeps its minutes.",
        "Works well online. Send people out in threes.",
    ]


def test_an_open_row_in_two_places_says_what_a_second_host_sees_to(whole, page):
    steps = [step("Talk", "fishbowl", 10), step("Compare", "pairs", 5)]

    _closed, opened = page(steps, people=16, mode="hybrid")

    assert told(opened) == [
        "In the room and online",
        "16 chairs, no tables. People move once.",
        "Allow 2 minutes more: one each time people are sent to rooms or brought back, as we assume. "
        "The plan keeps its minutes.",
        "For a second host breakout rooms for those online; "
        "a seat in the fishbowl for those online, with a camera and a microphone.",
        "Works well online. Send people out in threes.",
    ]


def test_a_row_without_steps_asks_for_nothing(whole, page):
    closed, opened = page([])

    assert (line(closed), told(opened)) == ("", None)


def test_online_and_back_nothing_of_the_plan_is_lost(whole, page, journey):
    page(people=23)
    session, before = journey.sessions.get(), Journey.objects.get(pk=journey.pk).snapshot()

    journey.edit_session(session, mode="online")
    journey.edit_session(session, mode="in_person")

    assert Journey.objects.get(pk=journey.pk).snapshot() == before


def test_what_the_structure_usually_needs_is_there_as_well(whole, page):
    _closed, opened = page()

    assert 'placeholder="bell"' in opened
