"""Strings that practitioners published: imported with the real catalogue, laid out, and read by a stranger."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from sessions.models import Journey
from sessions.plan import Plan
from sessions.visitor import Visitor
from tests.journeys.shared import rows

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def _catalogue(db, capsys):
    call_command("load_catalogue")
    capsys.readouterr()


@pytest.fixture
def imported(_catalogue):
    def imported(name):
        return Journey.import_document(Visitor(), (DATA / f"{name}.json").read_bytes())

    return imported


@pytest.mark.parametrize(
    ("name", "minutes", "end", "spare"),
    [
        ("s054", [25, 20, 35, 25, 20, 25], 150, 0),  # McCandless's storyboard for Seattle
        ("s045", [12, 28, 5, 15], 60, 0),
        ("s009", [20, 20, 50], 90, 0),
        (
            "s008",
            [15, 12, 35, 33, 33],
            128,
            -38,
        ),  # published without minutes: these are the structures' ideal
    ],
)
def test_a_string_is_laid_out(imported, name, minutes, end, spare):
    (plan,) = Plan.of(imported(name)).sessions

    assert [row.minutes for row in plan.rows] == minutes
    assert (plan.layout.end, plan.layout.spare) == (end, spare)


@pytest.mark.parametrize("name", ["s054", "s045", "s009", "s008"])
def test_every_row_runs_its_structures_own_steps(imported, name):
    for activity in imported(name).activities.exclude(kind="break"):
        assert activity.shapes() == activity.structure.shapes()


@pytest.mark.parametrize("name", ["s054", "s045", "s009", "s008"])
def test_a_string_comes_back_as_it_was_published(imported, name):
    exported = imported(name).snapshot(codes=False)
    for activity in exported["sessions"][0]["activities"]:
        del activity["steps"]
        activity.pop("recipe", None)  # of the catalogue as it is now

    assert exported == json.loads((DATA / f"{name}.json").read_bytes())


def test_the_seattle_storyboard_is_read_by_a_stranger(imported, client):
    answer = client.get(imported("s054").share().get_absolute_url())

    assert [" ".join(line.split()[:4]) for line in rows(answer)] == [
        "0:00 25 min Question",
        "0:25 20 min Question",
        "0:45 35 min Question",
        "1:20 25 min Question",
        "1:45 20 min Question",
        "2:05 25 min Question",
    ]
    assert "Combined with Social Network Webbing" not in answer.text


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("s045", ["20:00 12 min", "20:12 28 min", "20:40 5 min", "20:45 15 min"]),
        ("s009", ["11:00 20 min", "11:20 20 min", "11:40 50 min"]),
        ("s008", ["0:00 15 min", "0:15 12 min", "0:27 35 min", "1:02 33 min", "1:35 33 min"]),
    ],
)
def test_the_other_strings_are_read_by_a_stranger(imported, client, name, lines):
    answer = client.get(imported(name).share().get_absolute_url())

    assert [" ".join(line.split()[:3]) for line in rows(answer)] == lines
