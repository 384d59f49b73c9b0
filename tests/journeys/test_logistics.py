"""The logistics of a session on one page: what to bring, the room over time, what the tech host does."""

import re
from datetime import date, time

import pytest

from sessions.models import Journey
from tests.journeys.lists import laid_out
from tests.journeys.ritual import NOT_FOUND
from tests.journeys.shared import plain


def step(title, grouping, minutes, what="", **other):
    times = {"minutes_min": minutes, "minutes": minutes, "minutes_max": minutes}
    return {"title": title, "grouping": grouping, "what": what} | times | other


ONE_TWO_FOUR_ALL = [
    step("Alone", "alone", 1, "Think."),
    step("Pairs", "pairs", 2, "Compare."),
    step("Fours", "fours", 4, "Choose."),
    step("All", "whole_group", 5),
]
CARDS = {"item": "index card", "quantity": 2, "per": "person"}
SHEETS = {"item": "flip-chart sheet", "quantity": 1, "per": "group"}
BELL = {"item": "bell", "quantity": 1, "required": False}
ROWS = [
    {"kind": "opening", "title": "Welcome", "minutes": 13, "set_up": "A horseshoe"},
    {
        "title": "Ideas",
        "kind": "other",
        "steps": ONE_TWO_FOUR_ALL,
        "invitations": ["What next?"],
        "materials": [CARDS, SHEETS, BELL],
    },
    {"kind": "break", "title": "Coffee", "minutes": 15},
    {"title": "More ideas", "kind": "other", "steps": ONE_TWO_FOUR_ALL, "materials": [CARDS, BELL]},
]


@pytest.fixture
def planned(journey):
    """``planned(**fields)``: the morning from 13:30 with Ideas, coffee and More ideas, for 23 people."""

    def plan(rows=ROWS, **fields):
        laid_out(
            journey,
            sessions=[{"title": "Morning", "start": "13:30", "people": 23, "activities": rows} | fields],
        )
        session = journey.sessions.get()
        return f"/journeys/{journey.code}/sessions/{session.code}/logistics/"

    return plan


def section(answer, name):
    """What the section with this heading says, line by line."""
    found = re.search(rf'<section[^>]*aria-labelledby="{name}".*?</section>', answer.text, re.S)
    return (
        [plain(one) for one in re.findall(r"<(?:li|tr)\b.*?</(?:li|tr)>", found[0], re.S)] if found else None
    )


def facts(answer):
    found = re.search(r'<dl class="facts".*?</dl>', answer.text, re.S)
    return [plain(one) for one in re.findall(r"<dt>.*?</dd>", found[0], re.S)] if found else []


def test_what_to_bring_is_summed_and_says_what_for(cast, planned):
    answer = cast.ana.get(planned())

    assert section(answer, "to-bring") == [
        "92 index card Ideas, More ideas The client’s index card",
        "6 flip-chart sheet Ideas The client’s flip-chart sheet",
        "1 bell Ideas, More ideas · if you like The client’s bell",
    ]


def test_the_room_from_setting_to_setting(cast, planned):
    assert section(cast.ana.get(planned()), "set-up") == [
        "13:30 Everyone Welcome, Ideas A horseshoe",
        "13:44 Ten pairs and a trio: chairs in pairs, no tables Ideas people move",
        "13:46 Five fours and a trio, a table each 6 tables Ideas people move",
        "13:50 Everyone: one circle, or chairs that all face the same way Ideas people move",
        "13:55 Coffee",
        "14:10 Everyone: one circle, or chairs that all face the same way More ideas",
        "14:11 Ten pairs and a trio: chairs in pairs, no tables More ideas people move",
        "14:13 Five fours and a trio, a table each 6 tables More ideas people move",
        "14:17 Everyone: one circle, or chairs that all face the same way More ideas people move",
    ]


@pytest.mark.parametrize(
    ("rooms", "missing"),
    [(None, ""), (6, ""), (5, " you have 5: 1 is missing"), (2, " you have 2: 4 are missing")],
)
def test_the_most_at_once_is_held_against_the_places_there_are(cast, planned, rooms, missing):
    assert facts(cast.ana.get(planned(rooms=rooms))) == [
        "chairs 23 at once, 13:30",
        "tables 6 at once, 13:46",
        f"places for groups 6 at once, 13:46{missing}",
    ]


def test_what_hangs_on_a_wall(cast, planned):
    assert section(cast.ana.get(planned()), "walls") == ["6 flip-chart sheet Ideas"]


def test_in_the_room_nothing_is_said_of_rooms_to_open(cast, planned):
    answer = cast.ana.get(planned())

    assert [section(answer, name) for name in ("rooms", "cues", "chat")] == [None] * 3


def test_online_it_says_which_rooms_to_open_what_to_do_and_what_to_paste(cast, planned):
    answer = cast.ana.get(planned(ROWS[:2], mode="online", people=18, rooms=8))

    assert facts(answer) == ["breakout rooms 9 at once, 13:44 you have 8: 1 is missing"]
    assert section(answer, "rooms") == [
        "When Rooms How long What for",
        "13:44 9 rooms of 2 2 min Ideas Pairs",
        "13:46 4 rooms of 4 and 1 of 2 4 min Ideas Fours",
    ]
    assert section(answer, "cues") == [
        "13:44 Open 9 rooms of 2, for 2 min: Pairs Ideas",
        "13:46 Close the rooms, open 4 rooms of 4 and 1 of 2, for 4 min: Fours Ideas",
        "13:49 Tell the rooms: one minute left",
        "13:50 Close the rooms",
    ]
    assert pasted(answer) == [
        "What next?",
        "What next?\n\nPairs, 2 min: Compare.",
        "What next?\n\nFours, 4 min: Choose.",
    ]
    assert [section(answer, name) for name in ("set-up", "walls")] == [None, None]


def pasted(answer):
    return re.findall(r"<textarea[^>]*readonly[^>]*>(.*?)</textarea>", answer.text, re.S)


def test_hybrid_has_the_room_and_the_call(cast, planned):
    answer = cast.ana.get(planned(ROWS[:2], mode="hybrid"))

    assert [fact.split(" at")[0] for fact in facts(answer)] == [
        "chairs 23",
        "tables 6",
        "places for groups 6",
        "breakout rooms 11",
    ]
    assert [len(section(answer, name)) for name in ("set-up", "rooms", "cues", "chat")] == [4, 3, 4, 3]
    assert "as if everybody were online" in plain(answer.text)


def test_in_two_places_the_breakout_rooms_are_held_against_those_there_are(cast, planned):
    answer = cast.ana.get(planned(ROWS[:2], mode="hybrid", rooms=5))

    assert facts(answer)[2:] == [
        "places for groups 6 at once, 13:46",
        "breakout rooms 11 at once, 13:44 you have 5: 6 are missing",
    ]


BESIDE = [
    {"kind": "talk", "title": "Hello", "minutes": 10},
    {
        "kind": "other",
        "title": "Two rooms",
        "tracks": [
            {"title": "Garden", "activities": [ROWS[1]]},
            {
                "title": "Library",
                "activities": [{"kind": "talk", "title": "A talk", "minutes": 12, "materials": [BELL]}],
            },
        ],
    },
    {"kind": "closing", "title": "Bye", "minutes": 5},
]


def test_what_runs_side_by_side_is_summed_and_stands_side_by_side(cast, planned):
    """Twelve of the 23 are in the garden, eleven in the library; each room has a bell of its own.

    The three fours share the garden: two places are enough.
    """
    answer = cast.ana.get(planned(BESIDE))

    assert [line.split(" The")[0] for line in section(answer, "to-bring")] == [
        "24 index card Ideas",
        "3 flip-chart sheet Ideas",
        "2 bell Ideas, A talk · if you like",
    ]
    assert [line for line in section(answer, "set-up") if "Garden" in line or "Library" in line] == [
        "13:40 Everyone: one circle, or chairs that all face the same way Garden · Ideas people move",
        "13:40 Everyone: one circle, or chairs that all face the same way Library · A talk people move",
        "13:41 Six pairs: chairs in pairs, no tables Garden · Ideas people move",
        "13:43 Three fours, a table each 3 tables Garden · Ideas people move",
        "13:47 Everyone: one circle, or chairs that all face the same way Garden · Ideas people move",
    ]
    assert facts(answer)[-1] == "places for groups 2 at once, 13:40"


def test_people_of_the_session_count_not_those_of_the_journey(cast, planned, journey):
    answer = cast.ana.get(planned(people=8))

    assert (journey.people, facts(answer)[0]) == (18, "chairs 8 at once, 13:30")


def test_without_people_it_asks_how_many_come(cast, planned, journey):
    url = planned(people=None)
    journey.edit({"people": None})

    answer = cast.ana.get(url)

    assert "How many people come?" in plain(answer.text)
    assert [section(answer, name) for name in ("to-bring", "set-up")] == [None, None]


def test_an_empty_session_says_what_will_be_here(cast, planned):
    answer = cast.ana.get(planned([]))

    assert (answer.status_code, "Nothing is planned in this session yet" in plain(answer.text)) == (200, True)


def test_a_session_that_needs_nothing_says_so(cast, planned):
    answer = cast.ana.get(planned([{"kind": "talk", "title": "A talk", "minutes": 10}]))

    assert "people and their voices are enough" in plain(answer.text)
    assert "Nothing needs a wall." in plain(answer.text)


def test_without_a_start_the_times_count_from_it(cast, planned):
    lines = section(cast.ana.get(planned(start=None)), "set-up")

    assert [line.split()[0] for line in lines][:3] == ["0:00", "0:14", "0:16"]


def test_the_head_says_when_where_and_for_how_many(cast, planned, journey):
    url = planned(place="Room 4", minutes=90)
    journey.edit_session(
        journey.sessions.get(), date=date(2027, 1, 14), starts_at=time(14), timezone="Europe/London"
    )

    answer = cast.ana.get(url)

    head = plain(re.search(r'<p class="purpose">.*?</p>', answer.text, re.S)[0])
    assert head == "Thursday 14 January 2027, 14:00–15:30, London time · in person · Room 4 · 23 people"


def test_the_builder_leads_to_it(cast, planned, journey):
    url = planned()

    assert f'href="{url}"' in cast.ana.get(journey.get_absolute_url()).text


def test_others_find_nothing(cast, planned, journey):
    url = planned()

    answers = {name: getattr(cast, name).get(url) for name in cast.OTHERS}

    assert {name: answer.status_code for name, answer in answers.items()} == NOT_FOUND
    assert [name for name, answer in answers.items() if "Ideas" in answer.text] == []


def test_the_session_of_another_journey_is_not_found(cast, planned, ana):
    other = Journey.objects.create(owner=ana, title="Other")
    elsewhere = re.sub(r"/journeys/\w+/", f"/journeys/{other.code}/", planned())

    assert cast.ana.get(elsewhere).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
def test_it_takes_the_same_queries_for_1_and_for_30_rows(cast, planned, django_assert_num_queries, rows):
    row = {"structure": "nine-whys"}
    tracks = [{"title": "Garden", "activities": [row] * rows}]
    url = planned([row] * rows + [{"kind": "other", "title": "Rooms", "tracks": tracks}])
    browser = cast.ana

    # The login (2), the journey, the session, its plan (4), what its structures need.
    with django_assert_num_queries(9):
        assert browser.get(url).status_code == 200
