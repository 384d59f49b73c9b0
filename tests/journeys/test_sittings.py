"""Several sessions: which of them a page shows, their tabs, their columns, and how far apart they are."""

import re
from datetime import date, time
from html import unescape

import pytest

from sessions.board import Board
from sessions.domain.between import Apart, Between
from sessions.plan import Plan
from sessions.sittings import MOST_QUARTERS, sittings
from sessions.words import between_in_words
from tests.journey_factories import create_activity, create_journey, create_session
from tests.journeys.ritual import press, said


def shown(answer):
    """The sessions whose rows are on the page, and whether what is parked is."""
    return re.findall(r'<ol class="rows[^>]*data-home="(\w+)"', answer.text)


def tabs(answer):
    """Every tab: what it says, and whether it is the one in view."""
    bar = answer.text.partition('<nav class="tabs"')[2].partition("</nav>")[0]
    found = re.findall(r'<a id="tab-\w+"[^>]*?( aria-current="page")?>(.*?)</a>', bar, re.DOTALL)
    return [(" ".join(re.sub("<.*?>", " ", text).split()), bool(current)) for current, text in found]


@pytest.fixture
def url(journey):
    return journey.get_absolute_url()


def test_the_document_shows_every_session(cast, url, morning, afternoon):
    answer = cast.ana.get(url)

    assert shown(answer) == [morning.code, afternoon.code, "parked"]
    assert tabs(answer) == [
        ("All", True),
        ("Morning fits", False),
        ("Afternoon", False),
        ("Side by side", False),
    ]


def test_the_view_of_a_session_shows_only_that_one(cast, url, morning, afternoon):
    answer = cast.ana.get(url, {"view": morning.code})

    assert shown(answer) == [morning.code, "parked"]
    assert [name for name, current in tabs(answer) if current] == ["Morning fits"]
    assert (f'id="score-{morning.code}"' in answer.text, "ends 14:00" in answer.text) == (True, True)
    assert f'id="session-{afternoon.code}"' not in answer.text


def test_the_overview_shows_them_side_by_side(cast, url, morning, afternoon):
    answer = cast.ana.get(url, {"view": "overview"})

    assert shown(answer) == [morning.code, afternoon.code, "parked"]
    assert [name for name, current in tabs(answer) if current] == ["Side by side"]
    assert ('class="session-head"' in answer.text, 'class="stave' in answer.text) == (False, False)
    assert answer.text.count('<section class="column') == 3


@pytest.mark.parametrize("view", ["none-such", "", "Overview", "<script>"])
def test_an_unknown_view_is_the_document(cast, url, morning, afternoon, view):
    answer = cast.ana.get(url, {"view": view})

    assert shown(answer) == [morning.code, afternoon.code, "parked"]
    assert 'id="view" value=""' in answer.text


def test_one_session_has_no_tabs_and_no_other_view(cast, url, journey, morning, afternoon):
    journey.remove_session(afternoon)

    answers = [cast.ana.get(url, {"view": view}) for view in ("", morning.code, "overview")]

    assert [tabs(answer) for answer in answers] == [[], [], []]
    assert [('class="session-head"' in answer.text) for answer in answers] == [True, True, True]


def test_the_view_of_a_removed_session_is_the_document(cast, url, journey, morning, afternoon):
    journey.add_session(title="Evening")

    answer = press(cast.ana, f"{url}sessions/{morning.code}/remove/", view=morning.code)

    assert shown(answer) == [afternoon.code, journey.sessions.last().code, "parked"]


def test_a_change_keeps_the_view(cast, url, row, morning):
    answer = press(cast.ana, f"{url}activities/{row.code}/edit/", minutes="12", view=morning.code)

    assert shown(answer) == [morning.code, "parked"]
    assert f'id="view" value="{morning.code}"' in answer.text


def test_without_scripts_every_form_and_link_keeps_the_view(cast, url, row, morning):
    page = cast.ana.get(url, {"view": morning.code})
    forms = page.text.partition('id="board"')[2].count("csrfmiddlewaretoken")
    kept = page.text.count(f'<input type="hidden" name="view" value="{morning.code}">')

    answer = cast.ana.post(f"{url}activities/{row.code}/move/", {"direction": "up", "view": morning.code})

    assert kept == forms + 1  # the search is no change
    assert f'?view={morning.code}&amp;open={row.code}#activity-{row.code}"' in page.text
    assert answer.url == f"{url}?view={morning.code}#activity-{row.code}"


def test_a_new_session_comes_into_view_where_one_is(cast, url, journey, morning):
    answers = [press(cast.ana, f"{url}sessions/add/", view=view) for view in (morning.code, "overview")]

    third, fourth = list(journey.sessions.all())[2:]
    assert [shown(answer)[:-1] for answer in answers] == [
        [third.code],
        [session.code for session in journey.sessions.all()],
    ]
    assert str(fourth) == "Session 4"


# Where new rows go


def test_structures_go_into_the_session_in_view_and_otherwise_into_the_last(journey, morning, afternoon):
    homes = {view: Board.of(journey, view=view).help.into for view in ("", "overview", morning.code)}

    assert homes == {"": afternoon.code, "overview": afternoon.code, morning.code: morning.code}


def test_a_list_that_was_filled_before_counts_where_it_is_in_view(journey, morning, afternoon):
    rooms = journey.add_parallel(session=morning)
    track = f"{rooms.code}.0"
    asked = [(morning.code, afternoon.code), (afternoon.code, track), (morning.code, track), ("", track)]

    boards = [Board.of(journey, view=view, into=into) for view, into in asked]

    assert [board.help.into for board in boards] == [morning.code, afternoon.code, track, track]
    assert [board.into for board in boards] == ["", "", track, track]


def test_what_they_mean_goes_by_that_session(journey, morning, afternoon):
    journey.edit_session(morning, people=7)
    boards = [Board.of(journey, view=view, query="nine whys") for view in (morning.code, afternoon.code)]

    assert [board.help.suggestions[0].room.people for board in boards] == [7, 18]


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("activities/add/", {"kind": "talk", "title": "Numbers"}),
        ("activities/add/", {"structure": "nine-whys"}),
        ("activities/{parked}/return/", {}),
    ],
)
def test_a_row_that_says_nothing_of_its_place_goes_into_the_session_in_view(
    cast, url, parked, morning, afternoon, path, form
):
    path = path.format(parked=parked.code)

    answer = press(cast.ana, url + path, **form, view=morning.code)

    assert (answer.status_code, morning.activities.count(), afternoon.activities.count()) == (200, 4, 0)


def test_where_one_may_not_see_it_the_session_is_named(cast, url, row, morning, afternoon):
    words = [
        said(press(cast.ana, f"{url}activities/{row.code}/move/", home=home.code, view=morning.code))
        for home in (afternoon, morning)
    ]

    assert words == [
        "Nine Whys moved to position 1. It is in Afternoon.",
        "Nine Whys moved to position 3. Starts 13:50 in Morning.",
    ]


# How far apart


@pytest.mark.parametrize(
    ("between", "is_next", "words"),
    [
        (Between(0, Apart.SAME_DAY), True, "the same day"),
        (Between(0, Apart.SAME_DAY, 0), True, "the same day, right after"),
        (Between(0, Apart.SAME_DAY, 90), True, "the same day, 90 minutes later"),
        (Between(0, Apart.SAME_DAY, 240), True, "the same day, 4 h later"),
        (Between(0, Apart.SAME_DAY, 240), False, "the same day as Morning"),
        (Between(0, Apart.MINUTES, 1), True, "1 minute later"),
        (Between(0, Apart.OVERLAP, 30), False, "begins 30 minutes before Morning ends"),
        (Between(0, Apart.BEFORE), True, "before Morning"),
        (Between(0, Apart.DAYS, 1), True, "the next day"),
        (Between(0, Apart.DAYS, 1), False, "1 day after Morning"),
        (Between(0, Apart.DAYS, 6), True, "6 days later"),
        (Between(0, Apart.WEEKS, 1), True, "1 week later"),
        (Between(0, Apart.WEEKS, 3), False, "3 weeks after Morning"),
        (Between(0, Apart.MONTHS, 3), True, "about 3 months later"),
        (Between(0, Apart.YEARS, 2), True, "about 2 years later"),
    ],
)
def test_a_distance_in_words(between, is_next, words):
    assert between_in_words(between, "Morning", is_next=is_next) == words


WEEK = [
    {"title": "Kick-off", "date": date(2027, 1, 14), "starts_at": time(9)},
    {"title": "Open"},
    {"date": date(2027, 2, 4), "starts_at": time(9)},
    {"date": date(2027, 1, 20), "starts_at": time(9)},
]


@pytest.fixture
def series(ana):
    journey = create_journey(owner=ana)
    for fields in WEEK:
        create_session(journey=journey, **fields)
    return journey


def test_the_document_says_how_far_apart_they_are_and_which_are_out_of_order(cast, series):
    page = unescape(cast.ana.get(series.get_absolute_url()).text)

    assert re.findall(r'<p class="between(?: (\w+))?">(.*?)</p>', page) == [
        ("", "3 weeks after Kick-off"),
        ("misplaced", "before Session 3"),
    ]
    assert re.findall(r'class="weekday">(\w+)<', page) == ["Thursday", "Thursday", "Wednesday"]


def test_a_session_alone_in_view_still_knows_its_place(series):
    third = series.sessions.all()[2]

    (one,) = sittings(Plan.of(series), third.code)

    assert (one.since, str(one.earlier), str(one.later)) == ("3 weeks after Kick-off", "Open", "Session 4")
    assert (one.short_day, one.times) == ("Thu 4 Feb", "09:00")


@pytest.mark.parametrize(
    ("zones", "said_zones"),
    [
        (["Europe/London", "Europe/London"], ["", ""]),
        (["Europe/London", "America/New_York"], ["London time", "New York time"]),
    ],
)
def test_whose_time_it_is_is_said_where_sessions_differ(ana, zones, said_zones):
    journey = create_journey(owner=ana)
    for name in zones:
        create_session(journey=journey, timezone=name)

    assert [one.zone for one in sittings(Plan.of(journey))] == said_zones


def test_the_longer_a_row_the_taller_and_what_is_parked_takes_no_time(ana):
    journey = create_journey(owner=ana)
    session = create_session(journey=journey, minutes=None)
    for minutes in (0, 1, 15, 16, 90, 600):
        create_activity(journey=journey, session=session, minutes=minutes)
    create_activity(journey=journey, minutes=60)
    board = Board.of(journey)

    assert [slip.quarters for slip in board.sittings[0].slips] == [0, 1, 1, 2, 6, MOST_QUARTERS]
    assert [slip.quarters for slip in board.slips] == [0]
