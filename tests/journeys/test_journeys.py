"""The list of one's journeys: what it says of each, whose it shows, searching, and how many queries it takes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.urls import reverse

from sessions.library import LONGEST_QUERY, Library
from sessions.models import Journey
from sessions.visitor import GUEST_KEY, Visitor
from tests import factories, journey_factories
from tests.journeys.ritual import AWKWARD

pytestmark = pytest.mark.django_db
URL = "/journeys/"


def shown(answer):
    """The titles on the list, from the top."""
    return [entry.journey.title for entry in answer.context["library"].entries]


def entry_of(journey):
    (entry,) = Library.of(Visitor(user=journey.owner)).entries
    return entry


def test_each_journey_says_what_it_is_told_by(client):
    ana = factories.create_user()
    journey = journey_factories.create_journey(
        owner=ana, title="Improving discharge", purpose="Sooner home.\nAnd safer."
    )
    first, _second = (journey_factories.create_journey_question(journey=journey) for _ in range(2))
    session = journey_factories.create_session(journey=journey, minutes=150)
    journey_factories.create_session(journey=journey, minutes=60, date=date(2027, 1, 15), starts_at=time(9))
    journey_factories.create_activity(journey=journey, session=session, question=first)
    client.force_login(ana)

    entry = client.get(URL).context["library"].entries[0]

    assert (entry.purpose, entry.length) == ("Sooner home.", "3 h 30 min")
    assert (entry.first.date, entry.planned, len(entry.questions)) == (date(2027, 1, 15), 1, 2)
    assert entry.is_own


def test_a_parked_row_plans_nothing():
    journey = journey_factories.create_journey(owner=factories.create_user())
    question = journey_factories.create_journey_question(journey=journey)
    journey_factories.create_activity(journey=journey, question=question)

    assert (entry_of(journey).planned, entry_of(journey).first, entry_of(journey).length) == (0, None, "")


@pytest.mark.parametrize(
    ("title", "purpose", "line"),
    [
        ("Calmer wards", "Calmer wards", ""),
        ("Calmer wards…", "Calmer wards and fewer falls", ""),
        ("Calmer wards", "\n Fewer falls", "Fewer falls"),
        ("Calmer wards", "", ""),
    ],
)
def test_the_purpose_does_not_repeat_the_title(title, purpose, line):
    journey = journey_factories.create_journey(owner=factories.create_user(), title=title, purpose=purpose)

    assert entry_of(journey).purpose == line


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1\xa0minute ago"),
        (timedelta(days=3, hours=5), "3\xa0days ago"),
    ],
)
def test_when_it_was_changed_is_said_in_words(later, words):
    now = datetime(2027, 1, 14, 12, tzinfo=UTC)
    with time_machine.travel(now, tick=False):
        journey = journey_factories.create_journey(owner=factories.create_user())
    with time_machine.travel(now + later, tick=False):
        assert entry_of(journey).changed == words


def test_the_newest_change_comes_first(client):
    ana = factories.create_user()
    old, new = (journey_factories.create_journey(owner=ana, title=title) for title in ("Old", "New"))
    client.force_login(ana)

    before = shown(client.get(URL))
    old.edit({"people": 20})

    assert (before, shown(client.get(URL))) == (["New", "Old"], ["Old", "New"])


def test_each_visitor_sees_their_own_and_what_they_help_to_plan(cast, journey):
    seen = {name: shown(getattr(cast, name).get(URL)) for name in ("ana", "ben", *cast.OTHERS)}

    assert seen == {
        "ana": ["Improving discharge"],
        "ben": ["Improving discharge"],
        "hal": [],
        "sam": ["Sam's own"],
        "guest": ["A guest's own"],
        "nobody": [],
    }


def test_who_helps_to_plan_may_copy_but_not_delete(cast, journey):
    page = cast.ben.get(URL).text

    assert reverse("journey_duplicate", args=[journey.code]) in page
    assert reverse("journey_bin", args=[journey.code]) not in page
    assert "planned with ana" in page
    assert reverse("journey_people", args=[journey.code]) in page


def test_with_whom_it_is_planned(cast, journey):
    """Hal hosts it, and plans nothing; Sam is nobody's company."""
    for name in ("ben", "hal", "sam"):
        getattr(cast, name)
    alone = journey_factories.create_journey(owner=cast.owner)

    def company(browser):
        return {entry.journey: entry.planned_with for entry in browser.get(URL).context["library"].entries}

    assert company(cast.ana) == {journey: "ben", alone: ""}
    assert company(cast.ben) == {journey: "ana"}
    for name in ("Cy", "Dee", "Eve"):
        person = factories.create_user(name=name)
        journey_factories.create_member(journey=journey, user=person)
    assert company(cast.ana)[journey] == "ben, Cy, Dee and 1 more"


def test_what_lies_in_a_bin_is_shown_to_its_owner_only(cast, journey):
    journey.put_in_bin()

    binned = {
        name: [thrown.journey.title for thrown in getattr(cast, name).get(URL).context["library"].bin]
        for name in ("ana", "ben", *cast.OTHERS)
    }

    assert binned == {
        "ana": ["Improving discharge"],
        "ben": [],
        "hal": [],
        "sam": [],
        "guest": [],
        "nobody": [],
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("DISCHARGE", ["Improving discharge"]),
        ("sooner", ["Improving discharge"]),
        ("night shift", ["Improving discharge"]),
        ("where do we", ["Improving discharge"]),
        ("  Wards  ", ["Wards"]),
        ("", ["Wards", "Improving discharge"]),
        ("Sam", []),
        ("%", []),
        ("dis\0charge", ["Improving discharge"]),
        ("x" * 100_000, []),
    ],
)
def test_the_search_reads_titles_purposes_people_and_questions(cast, journey, query, found):
    Journey.objects.filter(pk=journey.pk).update(who="The night shift", touched_at="2027-01-01T00:00Z")
    wards = journey_factories.create_journey(owner=cast.owner, title="Wards")
    Journey.objects.filter(pk=wards.pk).update(touched_at="2027-01-02T00:00Z")
    cast.sam.get(URL)  # Sam has a journey that could leak

    answer = cast.ana.get(URL, {"q": query})

    assert (answer.status_code, shown(answer)) == (200, found)
    assert len(answer.context["library"].query) <= LONGEST_QUERY


def test_a_search_that_finds_nothing_says_so_and_leads_back(cast):
    page = cast.ana.get(URL, {"q": "<b>zebra"}).text

    assert "None of your journeys has “&lt;b&gt;zebra”" in page
    assert "Show all journeys" in page


def test_nobody_gets_an_explanation_a_way_in_and_no_cookie(client):
    answer = client.get(URL)

    assert ("A journey is the plan of a gathering" in answer.text, "You need no account" in answer.text) == (
        True,
        True,
    )
    assert reverse("journey_new") in answer.text
    assert "sessionid" not in answer.cookies


def test_a_guest_is_told_how_long_their_journeys_are_kept(cast):
    told = {
        name: "kept in this browser" in getattr(cast, name).get(URL).text
        for name in ("guest", "nobody", "sam")
    }

    assert told == {"guest": True, "nobody": False, "sam": False}


@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_titles_are_shown_as_they_are(client, awkward):
    ana = factories.create_user()
    journey_factories.create_journey(owner=ana, title=awkward, purpose=f"So that {awkward}")
    client.force_login(ana)

    answer = client.get(URL)

    assert shown(answer) == [awkward]
    assert "<script>alert" not in answer.text
    assert "<b>bold" not in answer.text


@pytest.mark.parametrize("count", [1, 30])
def test_it_takes_the_same_queries_for_1_and_for_30_journeys(client, django_assert_num_queries, count):
    ana = factories.create_user()
    for number in range(count):
        journey = journey_factories.create_journey(owner=ana, title=f"Journey {number}")
        journey_factories.create_journey_question(journey=journey)
        journey_factories.create_session(journey=journey)
    for _ in range(count):
        journey_factories.create_journey(owner=ana).put_in_bin()
    client.force_login(ana)

    with django_assert_num_queries(
        7
    ):  # the browser's session, the person, journeys, sessions, questions, members, the bin
        answer = client.get(URL)

    assert len(shown(answer)) == count


@pytest.mark.parametrize("days", [0, 1, 29, 30, 31])
def test_the_bin_says_how_long_a_journey_can_come_back(days):
    now = datetime(2027, 1, 14, 12, tzinfo=UTC)
    ana = factories.create_user()
    with time_machine.travel(now, tick=False):
        journey_factories.create_journey(owner=ana).put_in_bin()
    with time_machine.travel(now + timedelta(days=days), tick=False):
        (thrown,) = Library.of(Visitor(user=ana)).bin

    assert thrown.days_left == {0: 30, 1: 29, 29: 1, 30: 0, 31: 0}[days]


def test_a_guests_journey_in_the_bin_goes_30_days_after_its_last_change():
    now = datetime(2027, 1, 14, 12, tzinfo=UTC)
    with time_machine.travel(now, tick=False):
        journey = journey_factories.create_journey(guest="this-browser")
    with time_machine.travel(now + timedelta(days=20), tick=False):
        journey.put_in_bin()
        (thrown,) = Library.of(Visitor(guest="this-browser")).bin

    assert thrown.days_left == 10


def test_after_signing_out_a_claimed_journey_is_on_no_list_of_the_browser(client):
    journey_factories.create_journey(guest="this-browser", title="Mine")
    person = factories.create_user(email="ada@example.org", password="correct horse battery")
    session = client.session
    session[GUEST_KEY] = "this-browser"
    session.save()

    before = shown(client.get(URL))
    client.post(reverse("account_login"), {"login": "ada@example.org", "password": "correct horse battery"})
    during = shown(client.get(URL))
    client.post(reverse("account_logout"))
    after = shown(client.get(URL))

    assert (before, during, after) == (["Mine"], ["Mine"], [])
    assert [entry.journey.title for entry in Library.of(Visitor(user=person)).entries] == ["Mine"]


def test_it_is_only_read(cast):
    assert cast.ana.post(URL).status_code == 405
