"""The files of published strings: what each says of itself, and that it is complete enough to start from."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sessions.domain.document import dump
from sessions.domain.problems import DocumentError
from sessions.domain.rewording import every_row
from sessions.domain.strings import PublishedString, read
from tests.domain.test_schema import VALIDATOR

FOLDER = Path(__file__).parent.parent.parent / "sessions" / "strings"
FILES = sorted(FOLDER.glob("*.json"))
NAMES = [path.stem for path in FILES]


def string(name: str) -> PublishedString:
    return read(name, (FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def test_there_are_these() -> None:
    assert NAMES == [
        "addis-process-problems",
        "coach-camp-evening",
        "crisis-recovery",
        "first-taste",
        "groningen-teamwork",
        "immersion-second-day",
        "learning-from-success",
        "london-service-design",
        "product-goal",
        "seattle-storyboard",
        "six-hats",
        "sprint-goal",
        "teaching-online",
        "user-group-purpose",
        "vancouver-practice",
        "zoom-engagement",
    ]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_file_is_read_and_written_back_as_it_was(path: Path) -> None:
    told = json.loads(path.read_text(encoding="utf-8"))

    written = [one | {"kind": "structure"} | one for one in told["document"]["sessions"][0]["activities"]]
    told["document"]["sessions"][0]["activities"] = written
    assert dump(string(path.stem).document) == told["document"]
    assert list(VALIDATOR.iter_errors(told["document"])) == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_file_is_indented_so_that_a_change_reads_well(path: Path) -> None:
    content = path.read_text(encoding="utf-8")

    assert content == json.dumps(json.loads(content), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_each_is_credited_linked_and_said_in_one_sentence(name: str) -> None:
    one = string(name)

    assert one.source.startswith("https://")
    assert one.credit
    assert not one.credit.endswith(".")
    assert (one.summary.count("."), one.summary[-1]) == (1, ".")
    assert "" not in (one.document.title, one.document.purpose)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_string_of_one_session_with_three_structures_at_the_least(name: str) -> None:
    one = string(name)

    assert len(one.document.sessions) == 1
    assert len(set(one.structures)) >= 3
    assert all(row.minutes for row in one.session.activities if not row.structure)


@pytest.mark.parametrize("name", NAMES)
def test_none_brings_along_the_day_the_place_or_the_steps_of_its_source(name: str) -> None:
    one = string(name)

    session = replace(one.session, activities=(), minutes=None, mode="in_person")
    assert dump(one.document)["sessions"][0].keys() <= {"minutes", "mode", "activities"}
    assert session == type(session)()
    assert {(row.steps, row.recipe, row.code, row.pinned) for row in every_row(one.document)} == {
        (None, "", "", None)
    }


def test_a_journey_starts_by_the_clocks_of_the_place_with_the_credit_in_the_first_notes() -> None:
    one = string("seattle-storyboard")

    starting = one.starting("Europe/Berlin")

    first, *others = starting.sessions[0].activities
    assert starting.sessions[0].timezone == "Europe/Berlin"
    assert first.notes == (
        "Together with three quick rounds of Social Network Webbing.\n\n"
        "Keith McCandless and colleagues, design storyboard for the Association of Change Management "
        "Professionals in Seattle, version 1.1\n"
        "https://pdfslide.net/documents/"
        "design-storyboard-seattle-acmp-v-11-define-step-by-step-elements-for-brining.html"
    )
    assert tuple(others) == one.session.activities[1:]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        ('{"summary": "", "credit": "", "source": ""}', DocumentError),
        ('{"document": {"format": "convening.journey/1", "title": "T"}}', TypeError),
        (
            '{"summary": "", "credit": "", "source": "", "by": "", '
            '"document": {"format": "convening.journey/1", "title": "T"}}',
            TypeError,
        ),
    ],
)
def test_a_file_with_other_fields_is_refused(content: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        read("other", content)
