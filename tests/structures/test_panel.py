"""How well a panel of fresh questions is answered, by halves: one was learned from, the other only counted."""

import pytest

from structures.domain.nearness import nearest
from structures.indexing import indexes, texts
from structures.management.commands.match import ranked
from structures.matchmaking import catalogue as matched_catalogue
from tests.structures.panel import COUNTED, LEARNING, hits, panel

pytestmark = pytest.mark.django_db

BAR = {3: 0.60, 5: 0.75}
"""What has to be reached on questions that nothing was learned from."""


@pytest.fixture
def rank(catalogue):
    known = matched_catalogue()
    return lambda question: ranked(question, known)


def near(question):
    found = nearest(indexes(texts()).likely(question))
    return found.question if found else None


def share_right(half):
    rows = panel(half).near
    return round(sum(near(row["question"]) == row["near"] for row in rows) / len(rows), 2)


@pytest.mark.parametrize(("half", "size"), [(LEARNING, (61, 16, 15)), (COUNTED, (62, 9, 15))])
def test_the_halves_stay_as_they_are(half, size):
    rows = panel(half)
    assert (len(rows.questions), len(rows.elsewhere), len(rows.near)) == size


def test_the_bar_is_reached_on_questions_only_counted(rank):
    found = hits(panel(COUNTED).questions, rank)
    assert {depth: found[depth] >= least for depth, least in BAR.items()} == dict.fromkeys(BAR, True)


def test_no_line_of_the_catalogue_is_a_question_of_the_panel(catalogue_files):
    said = {
        line.casefold()
        for one in catalogue_files.structures
        for name in ("good_for", "use_when", "asked_as")
        for line in one[name]
    } | {line.casefold() for one in catalogue_files.questions for line in one["wordings"]}
    asked = {row["question"].casefold() for half in (LEARNING, COUNTED) for row in panel(half).questions}
    assert said & asked == set()


def test_every_structure_of_the_panel_is_in_the_catalogue(catalogue_files):
    slugs = {one["slug"] for one in catalogue_files.structures}
    named = {slug for half in (LEARNING, COUNTED) for row in panel(half).questions for slug in asked_for(row)}
    assert named - slugs == set()


def asked_for(row):
    return {row["structure"], *row["also"]}
