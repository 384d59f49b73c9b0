"""Strings that practitioners published, as documents."""

import json
from pathlib import Path

import pytest

from sessions.domain.document import JourneyDoc, dump
from sessions.domain.reading import loads
from sessions.domain.timeline import Slot, lay_out

DATA = Path(__file__).parent.parent / "data"
STRUCTURES = {
    "1-2-4-all",
    "25-10-crowd-sourcing",
    "ecocycle-planning",
    "impromptu-networking",
    "mad-tea",
    "triz",
    "troika-consulting",
    "what-so-what-now-what",
}
QUESTIONS = {"purpose", "simple-rules", "ourselves", "needs", "starting-point", "possibilities", "acting"}


def published(name: str) -> JourneyDoc:
    return loads((DATA / f"{name}.json").read_bytes(), structures=STRUCTURES, questions=QUESTIONS)


@pytest.mark.parametrize("name", ["s054", "s045", "s009", "s008"])
def test_a_published_string_is_read_and_written_back_as_it_was(name: str) -> None:
    assert dump(published(name)) == json.loads((DATA / f"{name}.json").read_bytes())


@pytest.mark.parametrize(
    ("name", "minutes", "end", "spare"),
    [
        ("s054", [25, 20, 35, 25, 20, 25], 150, 0),
        ("s045", [12, 28, 5, 15], 60, 0),
        ("s009", [20, 20, 50], 90, 0),
    ],
)
def test_a_published_string_lasts_as_long_as_published(
    name: str, minutes: list[int], end: int, spare: int
) -> None:
    (session,) = published(name).sessions
    layout = lay_out([Slot(activity.minutes or 0) for activity in session.activities], session.minutes)

    assert [placed.minutes for placed in layout.placed] == minutes
    assert (layout.end, layout.spare) == (end, spare)


def test_a_published_string_without_minutes_takes_those_of_its_structures() -> None:
    (session,) = published("s008").sessions

    assert [(activity.structure, activity.minutes, activity.steps) for activity in session.activities] == [
        ("impromptu-networking", None, None),
        ("1-2-4-all", None, None),
        ("triz", None, None),
        ("25-10-crowd-sourcing", None, None),
        ("what-so-what-now-what", None, None),
    ]
