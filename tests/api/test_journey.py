"""One journey as a document: read, changed, and written back."""

import json

import pytest

from sessions.models import Journey, Run
from tests import factories, journey_factories
from tests.api.caller import Caller, told, wrong
from tests.api.test_journeys import BROKEN, WRONG
from tests.journeys import shared

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return factories.create_user(email="ana@example.org")


@pytest.fixture
def ana(person):
    return Caller(person)


@pytest.fixture
def journey(person):
    """Ana's journey says something everywhere: notes, words that are kept, outcomes, what is packed and dismissed."""
    shared.create_catalogue()
    made = shared.create_shared_journey(
        owner=person, packing=[{"item": "pen", "by": "client", "packed": True}]
    )
    made.dismiss("used-already")
    return Journey.objects.get(pk=made.pk)


@pytest.fixture
def path(journey):
    return f"/journeys/{journey.code}"


def written(journey):
    return Journey.objects.get(pk=journey.pk)


def without_codes(document):
    return json.loads(
        json.dumps(document), object_hook=lambda one: {k: v for k, v in one.items() if k != "code"}
    )


def codes(document):
    return [row["code"] for session in document["sessions"] for row in session["activities"]]


def test_the_document_says_everything(ana, journey, path):
    answer = ana.get(path)

    assert (answer.status_code, answer["ETag"]) == (200, '"2"')
    assert answer.json() == journey.snapshot()
    assert {name for name, word in shared.WORDS.items() if word in json.dumps(answer.json())} >= {
        *("notes", "outcome", "answer to the question", "other invitation", "parked")
    }


def test_a_document_is_written_back_as_one_change(ana, journey, path, person):
    document = ana.get(path).json()
    document["title"] = "Sooner home"
    document["sessions"][0]["activities"][1]["minutes"] = 25

    answer = ana.put(path, document, if_match='"2"')

    assert (answer.status_code, answer["ETag"], answer.json()) == (200, '"3"', document)
    now = written(journey)
    assert (now.title, now.revision, now.snapshot()) == ("Sooner home", 3, document)
    assert (now.newest.who, now.newest.what) == (person, "Wrote it anew from a document")


def test_it_can_be_undone(ana, journey, path):
    before = journey.snapshot()
    ana.put(path, {"format": "convening.journey/1", "title": "All gone"}, if_match='"2"')
    assert written(journey).snapshot() == {"format": "convening.journey/1", "title": "All gone"}

    written(journey).undo()

    assert written(journey).snapshot() == before


def test_nothing_is_lost_by_reading_and_writing(ana, journey, path):
    before = journey.snapshot()

    answer = ana.put(path, ana.get(path).json(), if_match='"2"')

    assert (answer.status_code, answer["ETag"]) == (200, '"2"')
    assert written(journey).snapshot() == before
    assert journey.revisions.count() == 2


@pytest.mark.parametrize("strip", [without_codes, lambda document: document])
def test_the_same_document_twice_is_one_change(ana, journey, path, strip):
    document = strip(ana.get(path).json() | {"title": "Sooner home"})

    first = ana.put(path, document, if_match='"2"')
    second = ana.put(path, document, if_match='"3"')

    assert (first["ETag"], second["ETag"]) == ('"3"', '"3"')
    assert first.json() == second.json()


def test_links_members_and_runs_stay(ana, journey, path):
    link = journey.share()
    journey_factories.create_member(journey=journey, user=factories.create_user())
    run = Run.objects.create(session=journey.sessions.get())

    ana.put(path, without_codes(ana.get(path).json()) | {"title": "New"}, if_match='"2"')

    assert written(journey).share_links.get() == link
    assert written(journey).members.count() == 1
    assert Run.objects.get() == run


def test_rows_keep_their_codes_where_they_are_the_same(ana, journey, path):
    document = ana.get(path).json()
    welcome, why, coffee = codes(document)
    rows = document["sessions"][0]["activities"]
    new = {"kind": "talk", "title": "News", "minutes": 5}
    document["sessions"][0]["activities"] = without_codes([rows[2], new, rows[1]]) + [rows[0]]

    answer = ana.put(path, document, if_match='"2"').json()

    kept = codes(answer)
    assert (kept[0], kept[2], kept[3]) == (coffee, why, welcome)
    assert kept[1] not in {welcome, why, coffee, ""}


def test_foreign_and_doubled_codes_are_left_aside(ana, journey, path, person):
    other = journey_factories.create_journey(owner=person)
    theirs = journey_factories.create_activity(journey=other)
    document = ana.get(path).json()
    welcome = document["sessions"][0]["activities"][0]
    talk = {"kind": "talk", "title": "Theirs", "code": theirs.code}
    document["sessions"][0]["activities"] += [welcome, talk, talk | {"code": "a/b ?"}]

    answer = ana.put(path, document, if_match='"2"')

    kept = codes(answer.json())
    assert (answer.status_code, len(kept), len(set(kept))) == (200, 6, 6)
    assert not {theirs.code, "a/b ?"} & set(kept)
    assert other.activities.get() == theirs


@pytest.mark.parametrize("header", ['"1"', '"3"', 'W/"2"', 'W/"1"', '"2", "1"', '"02"', '"1", "3"'])
def test_an_older_document_gets_the_newer_one(ana, journey, path, header):
    matches = '"2"' in header  # weakened by a proxy on its way, too
    answer = ana.put(path, {"format": "convening.journey/1", "title": "Mine"}, if_match=header)

    assert answer.status_code == (200 if matches else 412)
    if not matches:
        assert (answer["ETag"], answer["Content-Type"]) == ('"2"', "application/json")
        assert answer.json() == journey.snapshot() == written(journey).snapshot()


def test_somebody_faster_is_not_overwritten(ana, journey, path):
    document = ana.get(path).json()
    journey.edit({"title": "Ben's title"})

    answer = ana.put(path, document | {"title": "Ana's title"}, if_match='"2"')

    assert (answer.status_code, answer["ETag"], answer.json()["title"]) == (412, '"3"', "Ben's title")


def test_what_a_token_opens_is_kept_by_nobody_on_the_way(ana, path):
    assert ana.get(path)["Cache-Control"] == "private, no-store"


def test_a_star_writes_whatever_is_there(ana, journey, path):
    assert ana.put(path, journey.snapshot() | {"title": "Mine"}, if_match="*").json()["title"] == "Mine"


@pytest.mark.parametrize(
    ("headers", "status", "sentence"),
    [
        ({}, 428, "Say in “If-Match” which revision you changed: its ETag, in quotes."),
        ({"if_match": ""}, 400, '“If-Match” should be an ETag in quotes, like "12".'),
        ({"if_match": "2"}, 400, '“If-Match” should be an ETag in quotes, like "12".'),
        ({"if_match": "\xe9"}, 400, '“If-Match” should be an ETag in quotes, like "12".'),
    ],
)
def test_without_its_revision_nothing_is_written(ana, journey, path, headers, status, sentence):
    before = journey.snapshot()

    assert told(ana.put(path, before | {"title": "Mine"}, **headers)) == (status, sentence)
    assert written(journey).snapshot() == before


@pytest.mark.parametrize(("body", "status", "sentence"), BROKEN)
def test_what_is_no_document_is_refused(ana, journey, path, body, status, sentence):
    before = journey.snapshot()

    assert told(ana.put(path, body, if_match='"2"')) == (status, sentence)
    assert written(journey).snapshot() == before


@pytest.mark.parametrize(("body", "problems"), WRONG)
def test_what_is_wrong_with_a_document_is_told_by_its_path(ana, journey, path, body, problems):
    before = journey.snapshot()

    assert wrong(ana.put(path, body, if_match='"2"')) == problems
    assert written(journey).snapshot() == before


def test_another_content_type_is_refused(ana, journey, path):
    assert told(ana.put(path, journey.snapshot(), if_match='"2"', content_type="text/plain"))[0] == 415


def test_what_the_journey_has_stays_known_when_the_catalogue_takes_it_back(ana, journey, path):
    journey.activities.filter(title="Asking why").get().structure.__class__.objects.update(status="draft")
    document = ana.get(path).json()

    assert ana.put(path, document | {"title": "New"}, if_match='"2"').status_code == 200
    assert written(journey).activities.get(title="Asking why").structure.slug == "nine-whys"


def test_whoever_plans_along_may_write_and_others_find_nothing(journey, path):
    people = {name: factories.create_user(email=f"{name}@example.org") for name in ("ben", "hal", "sam")}
    for name, role in [("ben", "editor"), ("hal", "host")]:
        journey_factories.create_member(journey=journey, user=people[name], role=role)
    document = journey.snapshot() | {"title": "Taken over"}

    callers = {name: Caller(one) for name, one in people.items()}
    answers = {
        name: (one.get(path).status_code, one.put(path, document, if_match="*").status_code)
        for name, one in callers.items()
    }

    assert answers == {"ben": (200, 200), "hal": (404, 404), "sam": (404, 404)}
    assert written(journey).newest.who == people["ben"]


def test_what_is_in_the_bin_is_out_of_reach(ana, journey, path):
    journey.put_in_bin()

    assert told(ana.get(path))[0] == told(ana.put(path, journey.snapshot(), if_match="*"))[0] == 404


@pytest.mark.parametrize("code", ["nothing", "%00", "a%20b", "x" * 500, "Ä"])
def test_there_are_no_others(ana, journey, code):
    assert told(ana.get(f"/journeys/{code}"))[0] == 404


@pytest.mark.parametrize("many", [1, 30])
def test_reading_takes_constant_queries(ana, journey, path, django_assert_num_queries, many):
    for _ in range(many):
        journey_factories.create_activity(journey=journey, session=journey.sessions.get())
    ana.get("/questions")  # the token's use is noted once a minute

    with django_assert_num_queries(6):
        ana.get(path)
