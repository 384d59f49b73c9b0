"""How people sit one after the other, as a facilitator would count it on the floor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain.logistics import room
from structures.domain.scenes import moves, scenes, tables
from structures.domain.shapes import Grouping, Remainder, Repeat, RepeatUnit, Step
from structures.domain.timing import turns
from tests.domain.catalogue import SLUGS, structure


def step(grouping, minutes=5, repeat="", size_min=None, size_max=None):
    return Step(grouping, grouping, minutes, minutes, minutes, size_min, size_max, repeat)


NAMES = {
    "alone": step(Grouping.ALONE),
    "pairs": step(Grouping.PAIRS),
    "trios": step(Grouping.TRIOS),
    "fours": step(Grouping.FOURS),
    "5-7": step(Grouping.SMALL_GROUPS, size_min=5, size_max=7),
    "4-6": step(Grouping.SMALL_GROUPS, size_min=4, size_max=6),
    "2-4": step(Grouping.SMALL_GROUPS, size_min=2, size_max=4),
    "stations": step(Grouping.STATIONS, size_min=4, size_max=8),
    "quadrants": step(Grouping.QUADRANTS, size_min=3, size_max=6),
    "fishbowl": step(Grouping.FISHBOWL),
    "all": step(Grouping.WHOLE_GROUP),
}


def lived(words, people, remainder=Remainder.SMALLER):
    """The scenes of steps written as "alone pairs fours all"."""
    steps = tuple(NAMES[word] for word in words.split())
    return scenes(steps, turns(steps, people, remainder=remainder), people, remainder=remainder)


def said(scene):
    groups = "+".join(map(str, scene.sizes))
    return f"{scene.begin}:{groups or scene.grouping}"


@pytest.mark.parametrize(
    ("words", "people", "expected"),
    [
        pytest.param(
            "alone pairs fours all", 8, "0:whole_group 5:2+2+2+2 10:4+4 15:whole_group", id="1-2-4-All"
        ),
        pytest.param("alone alone all", 8, "0:whole_group", id="nobody moves to think, or to be together"),
        pytest.param("pairs alone pairs all", 4, "0:2+2 15:whole_group", id="they think where they sit"),
        pytest.param("fours 4-6 all", 8, "0:4+4 10:whole_group", id="the same fours under another name"),
        pytest.param("all 5-7 all", 6, "0:6", id="one group that has everybody is everyone"),
        pytest.param("all 5-7 all", 12, "0:whole_group 5:6+6 10:whole_group", id="two groups are not"),
        pytest.param(
            "fishbowl all fishbowl", 9, "0:fishbowl 5:whole_group 10:fishbowl", id="a fishbowl is set anew"
        ),
        pytest.param("trios trios trios", 7, "0:4+3", id="three rounds in the same trios"),
        pytest.param("quadrants all", 20, "0:5+5+5+5 5:whole_group", id="four quadrants"),
        pytest.param("", 9, "", id="nothing"),
    ],
)
def test_what_keeps_its_arrangement_is_one_scene(words, people, expected):
    assert " ".join(map(said, lived(words, people))) == expected


@pytest.mark.parametrize(
    ("unit", "name", "people", "expected"),
    [
        (RepeatUnit.ROUND, "pairs", 8, 2),
        (RepeatUnit.ROUND, "pairs", 3, 0),  # one trio meets nobody else
        (RepeatUnit.ROUND, "fours", 8, 2),
        (RepeatUnit.ROUND, "all", 8, 0),
        (RepeatUnit.STATION, "stations", 12, 2),
        (RepeatUnit.SLOT, "5-7", 12, 2),
        (RepeatUnit.PROMPT, "pairs", 8, 2),  # the outer ring moves on
        (RepeatUnit.PROMPT, "fours", 8, 0),
        (RepeatUnit.PROMPT, "alone", 8, 0),
        (RepeatUnit.CLIENT, "trios", 9, 0),  # the next client speaks where all three sit
        (RepeatUnit.PERSON, "5-7", 12, 0),
        (RepeatUnit.LISTENER, "fours", 8, 0),
        (RepeatUnit.ELEMENT, "fours", 8, 0),
        (RepeatUnit.GROUP, "all", 8, 0),
    ],
)
def test_three_turns_move_people_where_they_meet_others(unit, name, people, expected):
    plain = NAMES[name]
    block = Step("Turn", plain.grouping, 5, 5, 5, plain.size_min, plain.size_max, repeat="R")
    repeats = (Repeat("R", unit, 3, 3, 3),)

    found = scenes((block,), turns((block,), people, repeats), people, repeats)

    assert moves(found) == expected


def test_every_scene_knows_how_long_it_lasts_and_what_happens_in_it():
    pairs = Step("Talk", Grouping.PAIRS, 4, 4, 4, repeat="R")
    repeats = (Repeat("R", RepeatUnit.ROUND, 2, 2, 2),)
    steps = (pairs, NAMES["alone"], NAMES["all"])

    found = scenes(steps, turns(steps, 6, repeats), 6, repeats)

    lines = [(one.begin, one.minutes, [turn.title for turn in one.turns]) for one in found]
    assert lines == [(0, 4, ["Talk"]), (4, 9, ["Talk", "alone"]), (13, 5, ["whole_group"])]


@pytest.mark.parametrize(
    ("name", "sizes", "expected"),
    [
        ("fours", (4, 4, 3), 3),
        ("fours", (4, 4, 2), 3),  # the pair left over sits at a table, too
        ("5-7", (6, 6), 2),
        ("4-6", (5,), 1),
        ("quadrants", (5, 5, 5, 5), 4),
        ("trios", (3, 3, 4), 0),
        ("2-4", (3, 3, 3), 0),
        ("pairs", (2, 2), 0),
        ("stations", (6, 6), 0),
        ("all", (), 0),
    ],
)
def test_groups_meant_to_have_four_and_more_sit_at_tables(name, sizes, expected):
    assert tables(NAMES[name], sizes) == expected


AT = (5, 12, 23, 60, 250)
EVERY_STRUCTURE = {
    "1-2-4-all": "1/2/2, 3/6/3, 6/11/3, 15/30/3, 63/125/3",
    "15-percent-solutions": "0/2/1, 0/4/1, 0/8/1, 0/20/1, 0/125/1",
    "25-10-crowd-sourcing": "0/2/6, 0/6/6, 0/11/6, 0/30/6, 0/125/6",
    "agreement-certainty-matrix": "1/2/2, 3/6/5, 5/11/5, 12/30/5, 50/125/5",
    "appreciative-interviews": "1/2/2, 3/6/3, 5/11/3, 15/30/3, 62/125/3",
    "caravan": "0/1/2, 0/2/7, 0/4/7, 0/12/7, 0/50/7",
    "celebrity-interview": "1/1/2, 3/3/2, 6/6/2, 15/15/2, 63/63/2",
    "conversation-cafe": "1/1/0, 2/2/1, 4/4/1, 10/10/1, 50/50/1",
    "critical-uncertainties": "1/1/0, 4/4/6, 4/4/6, 12/12/6, 44/44/6",
    "design-storyboards": "0/0/0, 0/0/0, 0/0/0, 0/0/0, 0/0/0",
    "discovery-and-action-dialogue": "1/1/0, 1/1/0, 2/2/0, 6/6/0, 25/25/0",
    "drawing-together": "0/1/0, 0/4/2, 0/7/2, 0/20/2, 0/125/2",
    "ecocycle-planning": "1/2/2, 3/6/5, 6/11/5, 15/30/5, 63/125/5",
    "folding-spectrogram": "0/2/6, 0/6/6, 0/11/6, 0/30/6, 0/125/6",
    "future-present": "1/1/0, 3/3/2, 5/5/2, 15/15/2, 50/50/2",
    "generative-relationships-star": "1/1/0, 3/3/2, 6/6/2, 15/15/2, 63/63/2",
    "grief-walking": "0/0/2, 0/0/2, 0/0/2, 0/0/2, 0/0/2",
    "heard-seen-respected": "1/2/2, 3/6/3, 6/11/3, 15/30/3, 63/125/3",
    "helping-heuristics": "0/2/2, 0/4/2, 0/7/2, 0/20/2, 0/83/2",
    "impromptu-networking": "0/2/2, 0/6/2, 0/11/2, 0/30/2, 0/125/2",
    "improv-prototyping": "0/2/3, 0/4/3, 0/7/3, 0/20/3, 0/71/3",
    "integrated-autonomy": "1/1/0, 3/3/2, 6/6/2, 15/15/2, 63/63/2",
    "liquid-courage": "0/2/5, 0/6/5, 0/11/5, 0/30/5, 0/125/5",
    "mad-tea": "0/2/15, 0/6/15, 0/11/15, 0/30/15, 0/125/15",
    "min-specs": "1/1/0, 2/2/2, 4/4/2, 12/12/2, 50/50/2",
    "network-relationship-patterns": "1/1/0, 3/3/2, 6/6/2, 15/15/2, 63/63/2",
    "nine-whys": "1/2/1, 3/6/2, 5/11/2, 15/30/2, 62/125/2",
    "octopus": "1/2/2, 3/6/4, 6/11/4, 15/30/4, 63/125/4",
    "open-space-technology": "0/1/0, 0/3/3, 0/5/3, 0/12/3, 0/50/3",
    "panarchy": "1/2/2, 3/6/11, 6/11/11, 15/30/11, 63/125/11",
    "positive-gossip": "0/2/4, 0/6/4, 0/11/4, 0/30/4, 0/125/4",
    "principles-walk-around": "1/2/4, 3/6/5, 5/11/5, 12/30/5, 50/125/5",
    "purpose-to-practice": "1/2/10, 3/6/16, 6/11/16, 15/30/16, 63/125/16",
    "shift-and-share": "0/1/0, 0/2/6, 0/4/6, 0/10/6, 0/50/6",
    "simple-ethnography": "0/2/2, 0/6/2, 0/11/2, 0/30/2, 0/125/2",
    "social-network-webbing": "0/0/0, 0/0/0, 0/0/0, 0/0/0, 0/0/0",
    "spiral-journal": "0/2/2, 0/6/2, 0/9/2, 0/30/2, 0/125/2",
    "strategy-knotworking": "1/2/2, 4/6/10, 6/11/10, 15/30/10, 63/125/10",
    "talking-with-pixies": "1/1/2, 3/3/3, 5/5/3, 15/15/3, 62/62/3",
    "tiny-demons": "0/2/2, 0/4/2, 0/8/2, 0/20/2, 0/125/2",
    "triz": "1/1/0, 2/2/1, 4/4/1, 12/12/1, 50/50/1",
    "troika-consulting": "0/2/1, 0/4/1, 0/7/1, 0/20/1, 0/83/1",
    "user-experience-fishbowl": "0/2/4, 0/4/4, 0/7/4, 0/20/4, 0/71/4",
    "what-i-need-from-you": "0/1/4, 0/3/5, 0/5/5, 0/15/5, 0/50/5",
    "what-so-what-now-what": "1/1/0, 2/2/6, 4/4/6, 10/10/6, 50/50/6",
    "wicked-questions": "1/1/0, 3/3/2, 5/5/2, 12/12/2, 50/50/2",
    "wise-crowds-large-groups": "1/1/2, 2/2/3, 4/4/3, 10/10/3, 50/50/3",
    "wise-crowds": "1/1/0, 3/3/0, 5/5/0, 15/15/0, 50/50/0",
}
"""Tables / breakout rooms / moves in the room, for 5, 12, 23, 60 and 250 people."""


def test_every_published_structure_is_in_the_table():
    assert sorted(EVERY_STRUCTURE) == SLUGS


@pytest.mark.parametrize("slug", EVERY_STRUCTURE)
def test_every_published_structure_in_its_room(slug):
    found = [counted(slug, people) for people in AT]

    assert ", ".join(found) == EVERY_STRUCTURE[slug]


def counted(slug, people):
    steps, repeats, remainder = structure(slug)
    run = turns(steps, people, repeats, mode="in_person", remainder=remainder)
    needed = room(steps, people, "in_person", remainder, run=run, repeats=repeats)
    assert needed.chairs == people
    return f"{needed.tables}/{needed.breakout_rooms}/{needed.moves}"


@given(st.sampled_from(SLUGS), st.integers(1, 400), st.sampled_from(["in_person", "online"]))
def test_groups_always_add_up_to_the_people_and_scenes_to_the_minutes(slug, people, mode):
    steps, repeats, remainder = structure(slug)
    run = turns(steps, people, repeats, mode=mode, remainder=remainder)

    found = scenes(steps, run, people, repeats, remainder)

    assert {sum(scene.sizes) for scene in found if scene.sizes} <= {people}
    assert [one.begin for one in found] == [
        sum(one.minutes for one in found[:place]) for place in range(len(found))
    ]
    assert sum(one.minutes for one in found) == sum(turn.minutes for turn in run)
    assert [turn for one in found for turn in one.turns] == list(run)
