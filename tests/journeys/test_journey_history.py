"""Who changed what and when."""

import re
from datetime import UTC, datetime

import pytest

from tests.cast import with_key
from tests.factories import create_user
from tests.journey_factories import create_activity, create_journey, create_session
from tests.journeys.ritual import AWKWARD, NOT_FOUND
from tests.journeys.shared import plain


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/history/"


def made_at(journey, moments):
    """Set when the changes were made: number → "2027-01-14 13:05", in UTC."""
    for number, moment in moments.items():
        at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        journey.revisions.filter(number=number).update(at=at)


def lines(answer):
    """The days as they are headed, and their changes."""
    found = re.findall(r'<h2 id="day-\d+">(.*?)</h2>|<li class="change[^>]*>(.*?)</li>', answer.text, re.S)
    return [day or plain(line) for day, line in found]


def test_the_changes_by_day_the_newest_first(cast, url, journey, morning, row):
    journey.edit_session(morning, timezone="Europe/London", who=journey.owner)
    journey.edit_activity(row, minutes=40, who=cast.ben.user)
    made_at(
        journey, {1: "2027-06-13 22:59", 2: "2027-06-13 23:00", 3: "2027-06-14 08:05", 4: "2027-06-14 08:06"}
    )

    answer = cast.ana.get(url)

    assert answer.status_code == 200
    assert lines(answer) == [
        "Monday 14 June 2027",
        "09:06 Edited Nine Whys as it is now ben@example.org",
        "09:05 Edited Morning ana@example.org",
        "00:00 Wrote the plan a guest",
        "Sunday 13 June 2027",
        "23:59 Started the journey ana@example.org",
    ]
    assert "Times are London time." in answer.text


def test_every_change_leads_to_its_state(cast, url, journey):
    answer = cast.ben.get(url)

    found = re.findall(r'<a class="plain" href="([^"]+)"([^>]*)>(.*?)</a>', answer.text)
    assert [(address, "aria-current" in attrs, words) for address, attrs, words in found] == [
        (f"{url}2/", True, "Wrote the plan"),
        (f"{url}1/", False, "Started the journey"),
    ]


def test_a_person_is_called_by_name(cast, url, journey):
    journey.owner.name = "Ana Bell"
    journey.owner.save()

    assert lines(cast.ana.get(url))[-1].endswith("Started the journey Ana Bell")


def test_what_was_undone_is_said_and_what_was_done_again_is_not(cast, url, journey, row, parked):
    journey.remove(row)
    journey.remove(parked)
    for step in (journey.undo, journey.undo, journey.redo):
        step(who=journey.owner)

    assert [line.partition(" ")[2] for line in lines(cast.ana.get(url))[1:6]] == [
        "Done again: Removed Nine Whys as it is now ana@example.org",
        "Undone: Removed Nine Whys ana@example.org",
        "Undone: Removed Ecocycle ana@example.org",
        "Removed Ecocycle undone a guest",
        "Removed Nine Whys a guest",
    ]


def test_in_a_guests_journey_nobody_is_named(cast):
    journey = create_journey(guest="that-browser")

    answer = with_key(cast.nobody, "that-browser").get(f"/journeys/{journey.code}/history/")

    assert [line.partition(" ")[2] for line in lines(answer)[1:]] == ["Started the journey as it is now"]


def test_without_a_session_the_times_are_the_servers(cast, ana, settings):
    settings.TIME_ZONE = "UTC"
    journey = create_journey(owner=ana)

    answer = cast.ana.get(f"/journeys/{journey.code}/history/")

    assert "Times are UTC." in answer.text


def test_a_journey_without_any_history_says_so(cast, url, journey):
    journey.revisions.all().delete()

    answer = cast.ana.get(url)

    assert (answer.status_code, lines(answer)) == (200, [])
    assert "Nothing has been changed yet." in answer.text


def numbers(answer):
    return [int(number) for number in re.findall(r'id="change-(\d+)"', answer.text)]


def ways(answer):
    return re.findall(r'rel="(prev|next)" href="([^"]+)"', answer.text)


@pytest.mark.parametrize(
    ("page", "expected", "links"),
    [
        ("", range(120, 70, -1), [("next", "?page=2")]),
        ("2", range(70, 20, -1), [("prev", "?page=1"), ("next", "?page=3")]),
        ("3", range(20, 0, -1), [("prev", "?page=2")]),
        ("4", range(20, 0, -1), [("prev", "?page=2")]),
        ("0", range(20, 0, -1), [("prev", "?page=2")]),
        ("soon", range(120, 70, -1), [("next", "?page=2")]),
        ("9" * 40, range(20, 0, -1), [("prev", "?page=2")]),
    ],
)
def test_fifty_on_a_page(cast, url, journey, page, expected, links):
    longer(journey, 120)

    answer = cast.ana.get(url, {"page": page} if page else {})

    assert (answer.status_code, numbers(answer), ways(answer)) == (200, list(expected), links)


def longer(journey, changes):
    """The history with as many changes, each by another person."""
    newest = journey.revisions.get(number=journey.revision)
    people = [create_user(password=None) for _ in range(5)]
    journey.revisions.bulk_create(
        type(newest)(
            journey=journey,
            number=number,
            before=number - 1,
            what=f"Change {number}",
            change=f"Change {number}",
            who=people[number % 5],
            document=newest.document,
        )
        for number in range(journey.revision + 1, changes + 1)
    )
    journey.revision = changes
    journey.save()


@pytest.mark.parametrize("changes", [2, 120])
def test_the_queries_are_the_same_however_long(cast, url, journey, changes, django_assert_num_queries):
    longer(journey, changes)
    browser = cast.ana

    with django_assert_num_queries(6) as said:
        browser.get(url)

    assert [query["sql"] for query in said if '"document"' in query["sql"]] == []


@pytest.mark.parametrize("words", AWKWARD)
def test_any_words_will_do(cast, url, journey, morning, words):
    create_activity(journey=journey, session=morning, title=words)

    answer = cast.ana.get(url)

    assert f"Added {words} as it is now" in lines(answer)[1]
    assert "<script>alert" not in answer.text


def test_other_journeys_are_not_there(cast, url, ana):
    create_session(journey=create_journey(owner=ana, title="Another"))

    assert [line.partition(" ")[2] for line in lines(cast.ana.get(url))[1:]] == [
        "Wrote the plan as it is now a guest",
        "Started the journey ana@example.org",
    ]


def test_others_find_nothing(cast, url, journey):
    answers = {name: getattr(cast, name).get(url) for name in cast.OTHERS}

    assert {name: answer.status_code for name, answer in answers.items()} == NOT_FOUND
    assert [name for name, answer in answers.items() if "Wrote the plan" in answer.text] == []


def test_it_is_only_read(cast, url):
    assert cast.ana.post(url).status_code == 405
    assert "no-store" in cast.ana.get(url).headers["Cache-Control"]
