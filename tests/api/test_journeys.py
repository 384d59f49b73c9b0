"""One's journeys for scripts: the list, and new ones from documents."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from sessions.models import Activity, Journey, Session
from tests import factories, journey_factories
from tests.api.caller import Caller, told, wrong

pytestmark = pytest.mark.django_db

SMALL = {"format": "convening.journey/1", "title": "Discharge"}
ROW = {"kind": "break", "title": "Coffee", "minutes": 15}


@pytest.fixture
def person():
    return factories.create_user(email="ana@example.org")


@pytest.fixture
def ana(person):
    return Caller(person)


def titles(answer):
    return [one["title"] for one in answer.json()["items"]]


def test_the_list_has_what_one_may_change(ana, person):
    ben = factories.create_user(email="ben@example.org")
    for title, role in [("Edited along", "editor"), ("Hosted", "host"), ("Ben's own", None)]:
        journey = journey_factories.create_journey(owner=ben, title=title)
        if role:
            journey_factories.create_member(journey=journey, user=person, role=role)
    journey_factories.create_journey(guest="a-browser", title="A guest's")
    journey_factories.create_journey(owner=person, title="In the bin").put_in_bin()
    journey_factories.create_journey(owner=person, title="Own")

    answer = ana.get("/journeys").json()

    assert answer["count"] == 2
    assert [(one["title"], one["is_owner"]) for one in answer["items"]] == [
        ("Own", True),
        ("Edited along", False),
    ]


def test_an_entry_says_where_and_since_when(ana, person):
    journey = journey_factories.create_journey(owner=person)
    then = timezone.now() - timedelta(days=3)
    Journey.objects.update(touched_at=then)

    [entry] = ana.get("/journeys").json()["items"]

    assert entry == {
        "code": journey.code,
        "title": "Discharge",
        "people": 18,
        "revision": 1,
        "updated": then.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "is_owner": True,
        "url": f"http://testserver/journeys/{journey.code}/",
        "document": f"http://testserver/api/v1/journeys/{journey.code}",
    }


@pytest.mark.parametrize(
    ("page", "found"),
    [({"limit": 2}, ["C", "B"]), ({"limit": 2, "offset": 2}, ["A"]), ({"offset": 3}, [])],
)
def test_the_list_comes_in_pages(ana, person, page, found):
    for title in "ABC":
        journey_factories.create_journey(owner=person, title=title)

    assert titles(ana.get("/journeys", **page)) == found


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ({"limit": 0}, "This should be at least 1."),
        ({"limit": 201}, "This should be at most 200."),
        ({"limit": "all"}, "This should be a whole number."),
        ({"offset": -1}, "This should be at least 0."),
        ({"offset": 10**30}, "This should be at most 100000."),
    ],
)
def test_a_page_that_cannot_be_is_told(ana, page, sentence):
    assert wrong(ana.get("/journeys", **page)) == dict.fromkeys(page, sentence)


@pytest.mark.parametrize("many", [1, 30])
def test_queries_are_constant(ana, person, django_assert_num_queries, many):
    for _ in range(many):
        journey_factories.create_journey(owner=person)
    ana.get("/questions")  # the token's use is noted once a minute

    with django_assert_num_queries(3):
        ana.get("/journeys")


def test_a_document_becomes_a_journey_of_ones_own(ana, person):
    document = SMALL | {"sessions": [{"minutes": 60, "activities": [ROW]}]}

    answer = ana.post("/journeys", document)

    journey = Journey.objects.get()
    assert (answer.status_code, answer["ETag"]) == (201, '"1"')
    assert answer["Location"] == f"http://testserver/api/v1/journeys/{journey.code}"
    assert answer.json()["code"] == journey.code
    assert (journey.owner, journey.revision, journey.newest.what) == (person, 1, "Imported")
    assert journey.snapshot(codes=False)["sessions"][0]["activities"] == [ROW | {"steps": []}]
    assert journey.newest.who == person


def test_codes_of_another_journey_are_left_aside(ana, person):
    other = journey_factories.create_journey(owner=person)
    session = journey_factories.create_session(journey=other)
    journey_factories.create_activity(journey=other, session=session)

    answer = ana.post("/journeys", ana.get(f"/journeys/{other.code}").json())

    assert answer.status_code == 201
    assert Session.objects.get(pk=session.pk).journey == other
    assert len(set(Activity.objects.values_list("code", flat=True))) == 2


def test_drafts_of_the_catalogue_cannot_be_read_through_a_journey(ana):
    secret = factories.create_structure(slug="secret", status="draft", steps=1)
    factories.create_structure(slug="old", status="retired")
    factories.create_question(slug="not-yet", status="draft", text="Not yet?")
    document = SMALL | {
        "questions": [{"question": "not-yet"}],
        "parked": [{"structure": secret.slug}, {"structure": "old"}, {"steps": [{"nested": "secret"}]}],
    }

    assert wrong(ana.post("/journeys", document)) == {
        "questions[0].question": "The catalogue has no question “not-yet”.",
        "parked[0].structure": "The catalogue has no structure “secret”.",
        "parked[2].steps[0].nested": "The catalogue has no structure “secret”.",
    }


BROKEN = [
    ("", 400, "Nothing was sent. Send JSON."),
    ("{", 400, "This is not JSON: something is wrong in line 1, column 2."),
    (b"\xff", 400, "This is not text in UTF-8."),
    ('{"people": NaN}', 400, "“NaN” is not a number in JSON."),
    ("[" * 100_000, 400, "This is nested too deeply."),
    ('{"a":' * 100_000, 400, "This is nested too deeply."),
    (json.dumps(SMALL) + " " * 2_100_000, 413, "This is larger than 2 MB."),
    (" " * 10_000_000, 413, "The most is 2 MB."),
]
WRONG = [
    ("[]", {"": "This should be an object with fields."}),
    ("null", {"": "This should be an object with fields."}),
    ("{}", {"format": "The format should be “convening.journey/1”."}),
    (SMALL | {"format": "convening.journey/2"}, {"format": "The format should be “convening.journey/1”."}),
    ({"format": "convening.journey/1"}, {"title": "This is missing."}),
    (SMALL | {"title": "\0"}, {"title": "This is missing."}),
    (SMALL | {"title": "\ud800"}, {"title": "This text is broken: it holds half of a character."}),
    (SMALL | {"title": ["x"]}, {"title": "This should be text."}),
    (SMALL | {"tilte": 1}, {"tilte": "There is no field “tilte” here. Did you mean title?"}),
    (SMALL | {"\ud800": 1}, {"?": "There is no field “?” here."}),
    (SMALL | {"people": 0}, {"people": "0 is too small: it should be at least 1."}),
    (SMALL | {"people": -1}, {"people": "-1 is less than nothing."}),
    (SMALL | {"people": True}, {"people": "“true” is not a whole number."}),
    (json.dumps(SMALL)[:-1] + ', "people": 1e400}', {"people": "“Infinity” is not a whole number."}),
    (SMALL | {"sessions": {}}, {"sessions": "This should be a list."}),
    (SMALL | {"sessions": [1]}, {"sessions[0]": "This should be an object with fields."}),
    (
        SMALL | {"sessions": [{"minutes": 5761}]},
        {"sessions[0].minutes": "5761 is too big: it should be at most 5760."},
    ),
    (
        SMALL | {"sessions": [{"timezone": "Mars", "activities": [{"structure": "nope"}]}]},
        {
            "sessions[0].timezone": "There is no time zone “Mars”. A name looks like Europe/London.",
            "sessions[0].activities[0].structure": "The catalogue has no structure “nope”.",
        },
    ),
    (
        SMALL | {"parked": [{"question": 0}]},
        {"parked[0].question": "The journey has no question number 0; the first is number 0."},
    ),
    (SMALL | {"parked": [ROW] * 401}, {"parked": "These are 401, and at most 400 are possible."}),
]


@pytest.mark.parametrize(("body", "status", "sentence"), BROKEN)
def test_what_is_no_document_is_refused(ana, body, status, sentence):
    assert told(ana.post("/journeys", body)) == (status, sentence)
    assert not Journey.objects.exists()


@pytest.mark.parametrize(("body", "problems"), WRONG)
def test_what_is_wrong_with_a_document_is_told_by_its_path(ana, body, problems):
    assert wrong(ana.post("/journeys", body)) == problems
    assert not Journey.objects.exists()


def test_the_last_of_two_fields_of_one_name_counts(ana):
    answer = ana.post("/journeys", '{"format": "convening.journey/1", "title": "A", "title": "B"}')

    assert (answer.status_code, answer.json()["title"]) == (201, "B")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_another_content_type_is_refused(ana, kind):
    answer = ana.post("/journeys", SMALL, content_type=kind)

    assert told(answer) == (415, "Send JSON, and say so: “Content-Type: application/json”.")
    assert not Journey.objects.exists()


def test_without_a_token_there_is_nothing():
    assert told(Caller().get("/journeys"))[0] == told(Caller().post("/journeys", SMALL))[0] == 401
    assert not Journey.objects.exists()


def test_a_browsers_session_opens_nothing(client, person):
    client.force_login(person)

    answers = [
        client.get("/api/v1/journeys"),
        client.post("/api/v1/journeys", json.dumps(SMALL), content_type="application/json"),
    ]

    assert [told(answer)[0] for answer in answers] == [401, 401]
    assert not Journey.objects.exists()
