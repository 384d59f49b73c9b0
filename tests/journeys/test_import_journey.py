"""A journey from a file."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings

from sessions.domain.document import Kind, StepDoc, dump
from sessions.domain.problems import DocumentError
from sessions.models import Journey, Revision, Session
from sessions.models.copying import recipe_of
from sessions.visitor import Visitor
from tests.domain.journeys import journeys
from tests.domain.profile import CALM
from tests.factories import create_question, create_step, create_structure, create_user

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent.parent / "data"
RICH = DATA / "discharge.json"
SMALL = {"format": "convening.journey/1", "title": "Discharge"}


@pytest.fixture
def catalogue():
    create_question(slug="purpose", text="What purpose is so compelling?")
    create_structure(slug="1-2-4-all", name="1-2-4-All")
    whys = create_structure(slug="nine-whys", name="Nine Whys", status="retired")
    create_step(structure=whys, title="Interview", minutes=7)
    return whys


@pytest.fixture
def run(capsys):
    """``run(file, …)``: what the command prints, for us and for whoever watches."""

    def run(*args):
        call_command("import_journey", *map(str, args))
        return capsys.readouterr()

    return run


def written(tmp_path, content):
    path = tmp_path / "journey.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def test_a_document_becomes_a_journey_that_is_nobodys_yet(run, catalogue):
    out, err = run(RICH)

    journey = Journey.objects.get()
    assert out == f"/journeys/{journey.code}/\n"
    assert err == "It belongs to nobody yet. The first browser that opens it keeps it.\n"
    assert (journey.owner, journey.guest, journey.title) == (None, "", "Improving discharge together 🌱")
    assert [(one.number, one.what, one.before) for one in Revision.objects.all()] == [(1, "Imported", None)]


def test_the_first_browser_that_opens_it_keeps_it(run, catalogue, client):
    path = run(RICH).out.strip()

    assert [client.get(path).status_code, client.__class__().get(path).status_code] == [200, 404]


def test_it_becomes_the_owners(run, catalogue):
    ana = create_user(email="ana@example.org")

    out, err = run(RICH, "--owner", "Ana@Example.org")

    assert (out, err) == (f"/journeys/{Journey.objects.get(owner=ana).code}/\n", "")


def test_it_is_read_from_the_standard_input(run, catalogue, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(RICH.read_bytes())))

    run("-")

    assert Journey.objects.get().people == 18


def test_what_was_imported_is_what_was_written(catalogue):
    document = json.loads(RICH.read_bytes())

    journey = Journey.import_document(Visitor(), RICH.read_bytes())

    assert journey.snapshot(codes=False) == document


def test_steps_that_are_not_said_are_the_catalogues(catalogue):
    document = SMALL | {"parked": [{"structure": "nine-whys"}, {"structure": "nine-whys", "steps": []}]}

    copied, bare = Journey.import_document(Visitor(), document).activities.order_by("position")

    assert (copied.title, [step.title for step in copied.steps.all()]) == ("Nine Whys", ["Interview"])
    assert list(bare.steps.all()) == []


def test_codes_stay_with_the_journey_they_came_from(catalogue):
    first = Journey.import_document(Visitor(), RICH.read_bytes())

    second = Journey.import_document(Visitor(), first.snapshot())

    assert second.snapshot(codes=False) == first.snapshot(codes=False)
    assert Session.objects.values("code").distinct().count() == 6


@settings(CALM, max_examples=40, suppress_health_check=list(HealthCheck))
@given(doc=journeys())
def test_every_journey_comes_back_as_it_was(catalogue, doc):
    doc = of_this_catalogue(doc)

    exported = Journey.import_document(Visitor(), dump(doc)).snapshot(codes=False)
    again = Journey.import_document(Visitor(), exported).snapshot(codes=False)

    assert exported == dump(as_kept(doc, catalogue), codes=False)
    assert again == exported


def of_this_catalogue(doc):
    """The same journey with structures and questions that are there."""
    return replace(
        doc,
        questions=tuple(replace(one, question=one.question and "purpose") for one in doc.questions),
        sessions=tuple(replace(one, activities=known(one.activities)) for one in doc.sessions),
        parked=known(doc.parked),
    )


def known(activities):
    return tuple(
        replace(
            one,
            structure=one.structure and "nine-whys",
            steps=one.steps
            and tuple(replace(step, nested=step.nested and "1-2-4-all") for step in one.steps),
            tracks=tuple(replace(track, activities=known(track.activities)) for track in one.tracks),
        )
        for one in activities
    )


def as_kept(doc, structure):
    """What a journey adds: the titles of rows, and the catalogue's steps, where the document says nothing."""
    sessions = tuple(replace(one, activities=filled(one.activities, structure)) for one in doc.sessions)
    return replace(doc, sessions=sessions, parked=filled(doc.parked, structure))


def filled(activities, structure):
    copied = tuple(
        StepDoc(step.title, minutes_min=7, minutes=7, minutes_max=7) for step in structure.steps.all()
    )
    return tuple(
        replace(
            one,
            title=one.title or ("Nine Whys" if one.structure else Kind(one.kind).value.capitalize()),
            steps=(copied if one.structure else ()) if one.steps is None else one.steps,
            recipe=recipe_of(structure) if one.structure and one.steps is None else one.recipe,
            tracks=tuple(
                replace(track, activities=filled(track.activities, structure)) for track in one.tracks
            ),
        )
        for one in activities
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "This is not JSON: something is wrong in line 1, column 1."),
        (b"\xff\xfe", "This is not text in UTF-8."),
        (b" " * 10_000_000, "This is larger than 2 MB."),
        (b"[]", "This should be an object with fields."),
        ({"title": "Discharge"}, "format: The format should be “convening.journey/1”."),
        (SMALL | {"title": "x" * 300}, "title: These are 300 characters, and at most 200 are possible."),
        (SMALL | {"people": 0}, "people: 0 is too small: it should be at least 1."),
        (
            SMALL | {"sessions": [{"activities": [{"structure": "nine-why"}]}]},
            "sessions[0].activities[0].structure: The catalogue has no structure “nine-why”."
            " Did you mean nine-whys?",
        ),
        (
            SMALL | {"questions": [{"question": "porpoise"}]},
            "questions[0].question: The catalogue has no question “porpoise”. Did you mean purpose?",
        ),
        (
            SMALL | {"sessions": [{"minutes": "soon"}], "parked": [{"minutes": -5}]},
            "sessions[0].minutes: “soon” is not a whole number.\nparked[0].minutes: -5 is less than nothing.",
        ),
    ],
)
def test_what_cannot_be_a_journey_is_refused_with_its_place(run, catalogue, tmp_path, content, reason):
    path = written(tmp_path, content)

    with pytest.raises(CommandError) as caught:
        run(path)

    assert (str(caught.value), caught.value.returncode) == (f"Nothing was imported.\n{reason}", 1)
    assert (Journey.objects.count(), Revision.objects.count()) == (0, 0)


def test_the_verb_refuses_too_and_leaves_nothing(catalogue):
    with pytest.raises(DocumentError):
        Journey.import_document(Visitor(guest="key"), SMALL | {"people": "many"})

    assert Journey.objects.count() == 0


@pytest.mark.parametrize(
    ("path", "reason"),
    [("nowhere.json", "No such file or directory"), (".", "Is a directory")],
)
def test_a_file_that_cannot_be_read_is_named(run, tmp_path, path, reason):
    with pytest.raises(CommandError, match=f"^{tmp_path / path} cannot be read: {reason}.$"):
        run(tmp_path / path)


def test_an_owner_without_an_account_is_named_and_nothing_is_imported(run, catalogue):
    create_user(email="ben@example.org")

    with pytest.raises(
        CommandError, match="^Nobody has an account with the e-mail address ana@example.org.$"
    ):
        run(RICH, "--owner", "ana@example.org")

    assert Journey.objects.count() == 0
