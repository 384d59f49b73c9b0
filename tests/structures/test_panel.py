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
NOISE = 0.06
"""One standard error of a share of sixty."""


@pytest.fixture
def rank(catalogue):
    known = matched_catalogue()
    return lambda question: ranked(question, known)


def near(question):
    found = nearest(indexes(texts()).likely(question))
    return found.question if found else None


@pytest.mark.parametrize(
    ("half", "reached"),
    [(LEARNING, {1: 0.82, 3: 0.95, 5: 0.95}), (COUNTED, {1: 0.69, 3: 0.87, 5: 0.92})],
)
def test_what_was_reached_is_kept(rank, half, reached):
    found = hits(panel(half).questions, rank)
    assert {depth: found[depth] >= least - NOISE for depth, least in reached.items()} == dict.fromkeys(
        reached, True
    )


@pytest.mark.parametrize(("half", "right", "wrong"), [(LEARNING, 14, 0), (COUNTED, 11, 1)])
def test_the_nearest_question_is_found_and_none_where_there_is_none(catalogue, half, right, wrong):
    asked = panel(half)
    assert sum(near(row["question"]) == row["near"] for row in asked.near) >= right
    assert sum(near(text) is not None for text in asked.elsewhere) <= wrong


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
