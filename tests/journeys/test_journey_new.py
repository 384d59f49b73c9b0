"""Starting a journey: what is made of a few fields, what other pages fill in, and what a slip of the hand does."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from html import unescape
from threading import Barrier

import pytest
import time_machine
from django.db import connection

from sessions.models import Journey
from sessions.visitor import GUEST_KEY, Visitor
from tests import factories
from tests.journeys.ritual import AWKWARD
from tests.journeys.starting import URL, asked, sent, the_only

pytestmark = pytest.mark.django_db


@pytest.fixture
def questions(db):
    """Three questions of the catalogue, and a draft that nobody may start from."""
    created = [factories.create_question(slug=slug, text=f"{slug}?") for slug in ("why", "where", "how")]
    factories.create_question(slug="draft", text="draft?", status="draft")
    return created


def sentences(answer):
    """What is wrong, by field."""
    found = re.findall(r'id="id_(\w+)_error"><p>(.*?)</p>', answer.text)
    return {field: unescape(text) for field, text in found}


def test_everything_that_was_typed_is_in_the_journey(client, questions):
    ana = factories.create_user()
    client.force_login(ana)
    typed = sent(
        purpose="So that everyone goes home sooner.",
        people="18",
        minutes="2 h 30",
        mode="hybrid",
        start="all",
        title="Improving discharge",
        date="2027-01-14",
        starts_at="13.30",
    )

    answer = client.post(URL, typed)

    journey = the_only()
    assert (answer.status_code, answer.url) == (302, journey.get_absolute_url())
    assert (journey.title, journey.purpose) == ("Improving discharge", "So that everyone goes home sooner.")
    assert (journey.people, journey.owner, journey.guest) == (18, ana, "")
    assert asked(journey) == [("why?", "why"), ("where?", "where"), ("how?", "how")]
    (session,) = journey.sessions.all()
    assert (session.minutes, session.mode, session.timezone) == (150, "hybrid", "Europe/London")
    assert (session.date, session.starts_at) == (date(2027, 1, 14), time(13, 30))
    assert list(journey.revisions.values_list("number", "what", "who", "before")) == [
        (1, "Started the journey", ana.pk, None)
    ]


def test_nothing_has_to_be_filled_in(client):
    client.post(URL, {"mode": "in_person", "start": "blank"})

    journey = the_only()
    session = journey.sessions.get()
    assert (journey.title, journey.purpose, journey.people, asked(journey)) == ("New journey", "", None, [])
    assert (session.minutes, session.date, session.starts_at, session.timezone) == (None, None, None, "UTC")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"start": "all"}, [("why?", "why"), ("where?", "where"), ("how?", "how")]),
        ({"start": "choice", "questions": ["how", "why"]}, [("why?", "why"), ("how?", "how")]),
        (
            {"start": "own", "own": " Who  decides?\r\n\r\nWhat now?\n"},
            [("Who decides?", None), ("What now?", None)],
        ),
        ({"start": "blank"}, []),
        ({"start": "blank", "questions": ["how"], "own": "Who decides?"}, []),
        ({"start": "all", "own": "Who decides?"}, [("why?", "why"), ("where?", "where"), ("how?", "how")]),
    ],
)
def test_it_starts_from_what_is_chosen_and_only_from_that(client, questions, typed, expected):
    client.post(URL, sent(**typed))

    assert asked(the_only()) == expected


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ({"title": "Ours", "purpose": "Calmer wards."}, "Ours"),
        ({"purpose": "Calmer wards. Fewer falls."}, "Calmer wards"),
        ({"start": "own", "own": "Who decides?\nAnd when?"}, "Who decides?"),
        ({"own": "Who decides?"}, "New journey"),
        ({"date": "2027-01-14"}, "Gathering on 14 Jan 2027"),
        ({"structure": "triz", "date": "2027-01-14"}, "A journey with TRIZ"),
        ({}, "New journey"),
    ],
)
def test_a_journey_that_nobody_named_still_has_a_title(client, typed, title):
    factories.create_structure(slug="triz", name="TRIZ", steps=1)

    client.post(URL, sent(**typed))

    assert the_only().title == title


@time_machine.travel(datetime(2027, 1, 14, tzinfo=UTC), tick=False)
def test_a_guests_journey_belongs_to_their_browser_for_30_days(client):
    client.post(URL, sent())

    journey = the_only()
    assert (journey.owner, journey.guest == client.session[GUEST_KEY] != "") == (None, True)
    assert client.cookies["sessionid"]["max-age"] == 30 * 24 * 60 * 60


def test_looking_at_the_form_keeps_nothing(client):
    answer = client.get(URL)

    assert (answer.status_code, "sessionid" in answer.cookies, Journey.objects.count()) == (200, False, 0)


BAD = [
    ("minutes", "soon", "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."),
    ("minutes", "-5", "“-5” is less than nothing. Minutes start at 0."),
    ("minutes", "0", "It takes at least 1 minute."),
    ("minutes", "100000", "“100000” is longer than a day. The most is 1440 minutes."),
    ("people", "0", "A group has at least one person."),
    ("people", "-3", "A group has at least one person."),
    ("people", "10000", "The most is 5,000 people."),
    ("people", "a few", "Type the number of people in figures, like 18."),
    ("title", "x" * 300, "Ensure this value has at most 200 characters (it has 300)."),
    ("date", "soon", "That is no date. Type it as 2027-01-14."),
    ("date", "0202-01-14", "That year is too long ago, or too far ahead."),
    ("date", "9999-01-14", "That year is too long ago, or too far ahead."),
    ("starts_at", "25:00", "“25:00” is not a time of day. Type it as 13:30."),
    ("timezone", "Mars/Olympus", "“Mars/Olympus” is no time zone. Type a place like Europe/London."),
    ("mode", "by post", "Select a valid choice. by post is not one of the available choices."),
    ("start", "", "This field is required."),
]


@pytest.mark.parametrize(("field", "value", "sentence"), BAD)
def test_bad_input_is_told_at_its_field_and_what_was_typed_stays(client, field, value, sentence):
    answer = client.post(URL, sent(purpose="Sooner home", **{field: value}))

    assert (answer.status_code, sentences(answer), Journey.objects.count()) == (422, {field: sentence}, 0)
    assert "Nothing is started yet." in answer.text
    assert (answer.context["form"][field].value(), "Sooner home" in answer.text) == (value, True)
    assert GUEST_KEY not in client.session


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"start": "choice"}, "questions", "Choose at least one question, or start from a blank page."),
        (
            {"start": "choice", "questions": ["draft"]},
            "questions",
            "Select a valid choice. draft is not one of the available choices.",
        ),
        ({"start": "own", "own": " \n "}, "own", "Type the question, or start from a blank page."),
        ({"start": "own", "own": "Why?\n" + "x" * 301}, "own", "A question has at most 300 characters."),
        ({"start": "own", "own": "Why?\n" * 61}, "own", "A journey has at most 60 questions."),
    ],
)
def test_a_start_without_its_questions_is_told_there(client, questions, typed, field, sentence):
    answer = client.post(URL, sent(**typed))

    assert (answer.status_code, sentences(answer), Journey.objects.count()) == (422, {field: sentence}, 0)


def test_what_is_wrong_in_the_details_is_not_hidden_by_them(client):
    opened = {
        case: "<details open>" in client.post(URL, sent(**{case: value})).text
        for case, value in {"starts_at": "late", "timezone": "Mars", "people": "0"}.items()
    }

    assert opened == {"starts_at": True, "timezone": True, "people": False}


@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_texts_are_kept_as_they_are(client, awkward):
    client.post(URL, sent(purpose=awkward, title=awkward, start="own", own=awkward))

    journey = the_only()
    assert (journey.title, journey.purpose, asked(journey)) == (awkward, awkward, [(awkward, None)])
    answer = client.post(URL, sent(purpose=awkward, people="0"))
    assert (answer.context["form"]["purpose"].value(), "<script>alert" in answer.text) == (awkward, False)


def test_a_double_click_starts_one_journey(client):
    first, second = (client.post(URL, sent(purpose="Sooner home")) for _ in range(2))

    assert (first.url, Journey.objects.count()) == (second.url, 1)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_very_same_time_start_one_journey():
    together = Barrier(2)

    def click(_number):
        together.wait(timeout=5)
        try:
            return Journey.begin(Visitor(guest="this-browser"), code="abcdefghjk", title="Sooner home").code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        codes = list(pool.map(click, range(2)))

    assert (codes, Journey.objects.count()) == (["abcdefghjk"] * 2, 1)


def test_going_back_to_change_something_starts_another(client):
    first, second = (client.post(URL, sent(people=people)) for people in ("18", "20"))

    assert first.url != second.url
    assert sorted(Journey.objects.values_list("people", flat=True)) == [18, 20]


def test_two_pages_with_the_same_answers_start_two_journeys(client):
    keys = {client.get(URL).context["form"]["key"].value() for _ in range(2)}

    for key in keys:
        client.post(URL, sent(key=key))

    assert (len(keys), Journey.objects.count()) == (2, 2)


def test_the_same_answers_of_somebody_else_never_lead_into_ones_journey(client):
    client.post(URL, sent())
    mine = the_only()
    stranger = factories.create_user()
    client.force_login(stranger)

    answer = client.post(URL, sent())

    assert (Journey.objects.count(), answer.url == mine.get_absolute_url()) == (2, False)
    assert Journey.objects.exclude(pk=mine.pk).get().owner == stranger


def test_sent_again_after_it_went_into_the_bin_it_starts_another(client):
    client.post(URL, sent())
    the_only().put_in_bin()

    answer = client.post(URL, sent(), follow=True)

    assert (answer.status_code, Journey.objects.in_use().count(), Journey.objects.count()) == (200, 1, 2)


@pytest.mark.parametrize("count", [1, 30])
def test_it_takes_the_same_queries_for_1_and_for_30_questions(client, django_assert_num_queries, count):
    for _ in range(count):
        factories.create_question()

    with django_assert_num_queries(2):  # the arc, the choice
        client.get(URL)


def test_it_is_read_and_sent_only(client):
    assert client.delete(URL).status_code == 405


def drafted(client, answer):
    """The names of the drafts on the page that a redirect leads to."""
    return re.findall(r'<h5 id="draft-(\w+)"', client.get(answer.url.partition("#")[0]).text)


def test_it_can_begin_with_drafts(client, questions):
    for question in questions:
        structure = factories.create_structure(name=f"For {question.slug}")
        factories.create_step(structure=structure, minutes=15)
        factories.create_fit(question=question, structure=structure, strength="named")

    answer = client.post(URL, sent(start="all", minutes="90", people="12", then="draft"))

    journey = the_only()
    session = journey.sessions.get()
    address = f"{journey.get_absolute_url()}?proposal=draft%3A{session.code}#proposal-{session.code}"
    assert (answer.status_code, answer.url, journey.activities.count()) == (302, address, 0)
    assert drafted(client, answer)[0] == "deep"


def test_without_minutes_the_drafts_ask_for_them(client, questions):
    answer = client.post(URL, sent(start="all", then="draft"))

    assert "No minutes are booked here. How many are there?" in client.get(answer.url).text


def test_there_is_nothing_to_draft_on_a_blank_page(client):
    answer = client.post(URL, sent(start="blank", then="draft"))

    assert (answer.status_code, Journey.objects.count()) == (422, 0)
    assert sentences(answer)["start"] == "A draft answers questions. Choose some, or type one of your own."


def test_both_buttons_of_one_page_start_one_journey(client):
    answers = [client.post(URL, sent(start="own", own="Why?", then=then)) for then in ("", "draft")]

    assert [answer.url.startswith(the_only().get_absolute_url()) for answer in answers] == [True, True]


def test_several_sessions_are_as_long_as_the_first(client):
    client.post(URL, sent(minutes="60", sessions="3", mode="online", date="2027-01-14", starts_at="9:00"))

    found = the_only().sessions.values_list("minutes", "mode", "date", "starts_at", "timezone")
    open_day = (60, "online", None, None, "Europe/London")
    assert list(found) == [
        (60, "online", date(2027, 1, 14), time(9), "Europe/London"),
        open_day,
        open_day,
    ]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("some", "Type the number of sessions in figures, like 2."),
        ("0", "There is at least one session."),
        ("11", "Start with at most 10 sessions; more can be added later."),
    ],
)
def test_a_number_of_sessions_that_cannot_be_is_said(client, typed, words):
    answer = client.post(URL, sent(sessions=typed))

    assert (sentences(answer)["sessions"], Journey.objects.count()) == (words, 0)
