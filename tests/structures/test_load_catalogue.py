"""load_catalogue: brings the files in, twice is once, and a curator's work is never overwritten."""

import copy
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from structures.loading.storing import Fate, store
from structures.models import Fit, Material, Pairing, Question, Repeat, Role, Step, Structure
from tests.factories import create_fit, create_question, create_step, create_structure

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(catalogue_files):
    """The files as a test may change them."""
    return copy.deepcopy(catalogue_files)


def record(records, slug):
    return next(one for one in records if one["slug"] == slug)


def run(*words, **options):
    out = StringIO()
    call_command("load_catalogue", *words, stdout=out, **options)
    return out.getvalue().splitlines()


def content(*models):
    return {model: list(model.objects.order_by("pk").values()) for model in models}


ALL = (Structure, Question, Step, Repeat, Role, Material, Pairing, Fit)


def test_everything_arrives(catalogue, catalogue_files):
    triz = Structure.objects.get(slug="triz")
    assert Structure.objects.count() == 48
    assert [step.title for step in triz.steps.all()] == [
        "Introduce",
        "List 1: guarantee the worst",
        "List 2: what we already do",
        "List 3: stop",
        "Share decisions",
    ]
    assert [str(step.nested or "") for step in triz.steps.all()] == [
        "",
        "1-2-4-All",
        "1-2-4-All",
        "1-2-4-All",
        "",
    ]
    assert triz.duration().ideal == 35
    assert Structure.objects.get(slug="octopus").variant_of.slug == "1-2-4-all"
    assert list(Question.objects.values_list("short", flat=True)) == [
        one["short"] for one in catalogue_files.questions
    ]


def test_loading_twice_writes_nothing(catalogue):
    before = content(*ALL)
    with CaptureQueriesContext(connection) as queries:
        assert run() == ["48 structures, 7 questions: nothing to do"]
    assert content(*ALL) == before
    assert [
        query["sql"] for query in queries if not query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))
    ] == []


def test_queries_do_not_grow_with_the_catalogue(catalogue, files, django_assert_num_queries):
    with django_assert_num_queries(10):  # two of them are the transaction
        store(files)
    files.structures[5:] = []
    with django_assert_num_queries(10):
        store(files)


def test_a_changed_file_changes_its_structure_only(catalogue, files):
    before = content(Structure)
    triz = record(files.structures, "triz")
    triz["safety"] = "Laugh with people, not at them."
    triz["steps"].reverse()
    triz["materials"].pop()
    report = store(files)
    after = content(Structure)
    assert report.slugs(Fate.CHANGED) == ["triz"]
    assert [row for row in after[Structure] if row["slug"] != "triz"] == [
        row for row in before[Structure] if row["slug"] != "triz"
    ]
    stored = Structure.objects.get(slug="triz")
    assert stored.safety == "Laugh with people, not at them."
    assert stored.steps.first().title == "Share decisions"
    assert stored.materials.count() == len(triz["materials"])


def test_questions_may_change_places(catalogue, files):
    first, second = files.questions[:2]
    first["position"], second["position"] = 2, 1
    assert store(files).slugs(Fate.CHANGED) == ["purpose", "simple-rules"]
    assert list(Question.objects.values_list("slug", flat=True))[:3] == [
        "simple-rules",
        "purpose",
        "ourselves",
    ]


def edit_text(triz):
    Structure.objects.filter(pk=triz.pk).update(makes_possible="My own words.")


def edit_status(triz):
    Structure.objects.filter(pk=triz.pk).update(status="retired")


def edit_step(triz):
    triz.steps.filter(position=2).update(minutes_max=20)


def add_step(triz):
    create_step(structure=triz)


def drop_material(triz):
    triz.materials.first().delete()


def drop_mate(triz):
    triz.followed_by.first().delete()


EDITS = [edit_text, edit_status, edit_step, add_step, drop_material, drop_mate]


@pytest.mark.parametrize("edit", EDITS)
def test_what_a_curator_edited_is_left_alone_and_reported(catalogue, edit):
    edit(Structure.objects.get(slug="triz"))
    before = content(*ALL)
    assert run() == [
        "Left as edited in the admin; the file has not changed since: triz",
        "48 structures, 7 questions: nothing to do",
    ]
    assert content(*ALL) == before


def test_an_edit_is_left_alone_although_the_file_has_changed_too(catalogue, files):
    edit_text(Structure.objects.get(slug="triz"))
    record(files.structures, "triz")["makes_possible"] = "New words of the file."
    record(files.structures, "min-specs")["makes_possible"] = "Few rules."
    report = store(files)
    assert (report.slugs(Fate.EDITED_BOTH), report.slugs(Fate.CHANGED)) == (["triz"], ["min-specs"])
    assert Structure.objects.get(slug="triz").makes_possible == "My own words."


def test_an_edit_that_came_back_as_a_file_is_the_files_again(catalogue, files):
    edit_text(Structure.objects.get(slug="triz"))
    record(files.structures, "triz")["makes_possible"] = "My own words."
    store(files)
    record(files.structures, "triz")["makes_possible"] = "Better words."
    store(files)
    assert Structure.objects.get(slug="triz").makes_possible == "Better words."


def test_an_edited_fit_is_left_alone(catalogue):
    Fit.objects.filter(question__slug="purpose", structure__slug="nine-whys").update(because="I say so.")
    assert run() == [
        "Left as edited in the admin; the file has not changed since: purpose",
        "48 structures, 7 questions: nothing to do",
    ]


def test_line_ends_of_a_browser_are_no_edit(catalogue):
    triz = Structure.objects.get(slug="triz")
    Structure.objects.filter(pk=triz.pk).update(makes_possible=triz.makes_possible + "\r\n")
    assert run() == ["48 structures, 7 questions: nothing to do"]


def test_what_a_curator_made_is_left_alone(files):
    create_structure(slug="triz", name="My TRIZ")
    create_question(slug="needs", position=4, text="What do I need?")
    report = store(files)
    assert report.slugs(Fate.CURATORS) == ["triz", "needs"]
    assert Structure.objects.get(slug="triz").name == "My TRIZ"
    assert Question.objects.get(slug="needs").fits.count() == 0
    assert Structure.objects.count() == 48


def test_a_place_taken_by_a_curators_question(catalogue, files):
    Question.objects.filter(slug="acting").update(position=20)  # edited: it stays at 20
    create_question(slug="mine", position=7)
    record(files.questions, "purpose")["position"] = 7
    record(files.questions, "needs")["position"] = 1  # which purpose cannot leave
    report = store(files)
    assert report.slugs(Fate.TAKEN) == ["purpose", "needs"]
    assert list(Question.objects.values_list("position", flat=True)) == [1, 2, 3, 4, 5, 6, 7, 20]


def test_a_file_that_is_gone_is_reported_and_its_structure_kept(catalogue, files):
    kept = replace(files, structures=[one for one in files.structures if one["slug"] != "caravan"])
    assert store(kept).slugs(Fate.VANISHED) == ["caravan"]
    assert Structure.objects.filter(slug="caravan").count() == 1


def test_what_a_curator_made_under_its_own_name_is_nobodys_business(catalogue):
    mine = create_structure(slug="mine", steps=2)
    create_fit(question=Question.objects.get(slug="purpose"), structure=mine)
    Fit.objects.filter(structure=mine).delete()
    assert run() == ["48 structures, 7 questions: nothing to do"]
    assert mine.steps.count() == 2


def test_replace_edited_brings_the_file_back(catalogue, files):
    wanted = Structure.objects.get(slug="triz").makes_possible
    edit_text(Structure.objects.get(slug="triz"))
    assert run("--replace-edited") == ["Updated: triz"]
    assert Structure.objects.get(slug="triz").makes_possible == wanted
    assert run() == ["48 structures, 7 questions: nothing to do"]


def test_plans_keep_their_structure(catalogue, files):
    """A structure that changes keeps its identity, and so does what points at it."""
    before = Structure.objects.get(slug="triz").pk
    record(files.structures, "triz")["version"] = 2
    store(files)
    assert Structure.objects.get(slug="triz").pk == before


def test_an_error_in_a_file_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.toml").write_text('slug = "one"\nname = "One"\nmakes_possible = "A"\ninvitation = "B"\n')
    (tmp_path / "two.toml").write_text('slug = "two"\n')
    (tmp_path / "questions.toml").write_text(
        '[[questions]]\nslug = "why"\nposition = 1\nshort = "W"\ntext = "Why?"\n'
    )
    with pytest.raises(CommandError) as error:
        run(folder=tmp_path)
    assert str(error.value).splitlines() == [
        "two.toml: name: This key is missing.",
        "two.toml: makes_possible: This key is missing.",
        "two.toml: invitation: This key is missing.",
    ]
    assert error.value.returncode == 1
    assert Structure.objects.count() == 0


def test_first_load_says_how_much(files):
    assert run() == ["Loaded for the first time: 48 structures, 7 questions"]
