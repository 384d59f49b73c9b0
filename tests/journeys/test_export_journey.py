"""A journey to a file."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.journey_factories import create_journey


def run(*args):
    call_command("export_journey", *map(str, args))


def test_a_journey_is_printed_as_its_document(journey, capsys):
    journey.edit({"title": "Early home 🌱"})

    run(journey.code)

    out, err = capsys.readouterr()
    assert json.loads(out) == journey.snapshot(codes=False)
    assert out.startswith('{\n  "format": "convening.journey/1",\n  "title": "Early home 🌱",\n')
    assert ('"code"' in out, err) == (False, "")


def test_a_journey_is_written_to_a_file(journey, tmp_path, capsys):
    path = tmp_path / "journey.json"

    run(journey.code, "--to", path)

    assert json.loads(path.read_text("utf-8")) == journey.snapshot(codes=False)
    assert path.read_text("utf-8").endswith("}\n")
    assert capsys.readouterr().out == ""


def test_what_is_exported_can_be_imported_and_exports_the_same(journey, tmp_path, capsys):
    first, second = tmp_path / "first.json", tmp_path / "second.json"

    run(journey.code, "--to", first)
    call_command("import_journey", str(first))
    run(capsys.readouterr().out.strip().split("/")[2], "--to", second)

    assert second.read_bytes() == first.read_bytes()


def test_a_journey_that_is_not_there_is_named(db):
    create_journey(title="Another")

    with pytest.raises(CommandError, match="^There is no journey with the code nope.$"):
        run("nope")


def test_a_file_that_cannot_be_written_is_named(journey, tmp_path):
    with pytest.raises(CommandError, match=f"^{tmp_path} cannot be written: Is a directory.$"):
        run(journey.code, "--to", tmp_path)
