"""How often matching finds what practitioners used, on questions it was never tuned to. See README, “Matching”."""

import pytest

from structures.domain.judging import Pair, judged
from structures.management.commands.match import names, ranked
from structures.matchmaking import catalogue as matched_catalogue
from tests.structures.pairs import REPORTING, TUNING, rows_of

pytestmark = pytest.mark.django_db

BAR = {3: 0.50, 5: 0.65}
"""What has to be reached on the reporting part."""
NOISE = 0.07
"""One standard error of a share of fifty."""


def verdict(part):
    known = matched_catalogue()
    pairs = [Pair(row["question"], row["structure"]) for row in rows_of(part)]
    return judged(pairs, lambda question: ranked(question, known), names())


@pytest.mark.parametrize(
    ("part", "rows", "reached"),
    [(TUNING, 57, {1: 0.71, 3: 0.84, 5: 0.86}), (REPORTING, 48, {1: 0.56, 3: 0.69, 5: 0.87})],
)
def test_what_was_reached_is_kept(catalogue, part, rows, reached):
    found = verdict(part)
    assert len(found.places) == rows
    assert {depth: found.hit(depth) >= least - NOISE for depth, least in reached.items()} == dict.fromkeys(
        reached, True
    )


def test_the_bar_is_reached_on_questions_never_tuned_to(catalogue):
    found = verdict(REPORTING)
    assert {depth: found.hit(depth) >= least for depth, least in BAR.items()} == dict.fromkeys(BAR, True)


def test_no_source_is_in_both_parts():
    assert {row["source"] for row in rows_of(TUNING)} & {row["source"] for row in rows_of(REPORTING)} == set()


def test_no_line_of_the_catalogue_is_a_question_of_the_pairs(catalogue_files):
    said = {
        line.casefold()
        for one in catalogue_files.structures
        for name in ("good_for", "use_when", "asked_as")
        for line in one[name]
    }
    asked = {row["question"].casefold() for part in (TUNING, REPORTING) for row in rows_of(part)}
    assert said & asked == set()


def test_every_published_structure_says_what_people_ask(catalogue_files):
    published = [one for one in catalogue_files.structures if one["status"] == "published"]
    assert [one["slug"] for one in published if not 6 <= len(one["asked_as"]) <= 12] == []
    assert [one["slug"] for one in published if len(one["good_for"]) < 3] == []
