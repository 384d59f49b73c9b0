"""export_catalogue: what is loaded comes out again, file by file, and loads again."""

import shutil
import tomllib
from io import StringIO

import pytest
from django.core.management import call_command

from structures.loading.layout import FOLDER, QUESTION, QUESTIONS_FILE, STRUCTURE
from structures.loading.reading import read
from structures.loading.records import from_file, written
from structures.loading.storing import Fate, store
from structures.loading.writing import as_toml, export
from structures.models import Question, Structure
from tests.factories import create_fit, create_structure

pytestmark = pytest.mark.django_db


def run(folder):
    out = StringIO()
    call_command("export_catalogue", folder=folder, stdout=out)
    return out.getvalue().splitlines()


def parsed(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def said(path):
    """A file's content without what need not be said."""
    return written(STRUCTURE, from_file(STRUCTURE, parsed(path)))


def test_every_file_comes_out_as_it_went_in(catalogue, tmp_path):
    export(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        path.name for path in FOLDER.glob("*.toml")
    )
    for path in tmp_path.glob("[!q]*.toml"):
        assert parsed(path) == said(FOLDER / path.name)
    questions = [
        written(QUESTION, from_file(QUESTION, row)) for row in parsed(FOLDER / QUESTIONS_FILE)["questions"]
    ]
    assert parsed(tmp_path / QUESTIONS_FILE) == {"questions": questions}


def test_what_came_out_loads_as_the_same(catalogue, tmp_path):
    export(tmp_path)
    report = store(read(tmp_path))
    assert {*report.structures.values(), *report.questions.values()} == {Fate.SAME}


def test_exporting_twice_gives_the_same_bytes(catalogue, tmp_path):
    export(tmp_path / "one")
    export(tmp_path / "two")
    texts = [
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two")
    ]
    assert texts[0] == texts[1]


def test_only_what_a_curator_changed_is_written(catalogue, tmp_path):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    Structure.objects.filter(slug="triz").update(status="retired")
    assert run(tmp_path) == ["Written: triz.toml", "48 files needed no change"]
    assert parsed(tmp_path / "triz.toml") == said(FOLDER / "triz.toml") | {"status": "retired"}
    assert run(tmp_path) == ["49 files needed no change"]


def test_what_a_curator_made_comes_out_and_is_the_files_from_then_on(catalogue, tmp_path):
    mine = create_structure(slug="mine", name="“Mine” \\ ü 🎻", tips=["One\ttab", 'A "quoted" word'], steps=1)
    create_fit(question=Question.objects.get(slug="needs"), structure=mine)
    export(tmp_path)
    report = store(read(tmp_path))
    assert report.slugs(Fate.CHANGED) == ["mine", "needs"]
    mine.refresh_from_db()
    assert (mine.name, mine.tips) == ("“Mine” \\ ü 🎻", ["One\ttab", 'A "quoted" word'])


def test_a_file_reads_well_in_a_diff():
    content = {
        "slug": "one",
        "aliases": ["First", "Uno"],
        "tips": ["t" * 60, "u" * 60],
        "steps": [{"minutes": 5}],
    }
    assert as_toml(content) == (
        'slug = "one"\n'
        'aliases = ["First", "Uno"]\n'
        "tips = [\n"
        f'  "{"t" * 60}",\n'
        f'  "{"u" * 60}",\n'
        "]\n"
        "\n"
        "[[steps]]\n"
        "minutes = 5\n"
    )
