"""How often the right one is among the first few."""

import pytest

from structures.domain.judging import Pair, Verdict, judged

KNOWN = {"triz": "triz", "creative-destruction": "triz", "tea": "tea"}


def rank(question):
    return {"stop": ["triz", "tea"], "talk": ["a", "b", "c", "tea"]}.get(question, [])


@pytest.mark.parametrize(
    ("question", "structure", "place"),
    [
        ("stop", "triz", 1),
        ("stop", "creative-destruction", 1),
        ("stop", "tea", 2),
        ("talk", "tea", 4),
        ("talk", "triz", 0),
        ("nothing", "tea", 0),
        ("stop", "unheard-of", 0),
    ],
)
def test_places_count_from_one(question, structure, place):
    assert judged([Pair(question, structure)], rank, KNOWN).places == (place,)


def test_structures_that_we_do_not_have_are_told_once():
    pairs = [Pair("stop", "myth"), Pair("talk", "myth"), Pair("stop", "triz")]
    assert judged(pairs, rank, KNOWN).unknown == ("myth",)


@pytest.mark.parametrize(("depth", "share"), [(1, 0.25), (3, 0.5), (5, 0.75)])
def test_hits_are_a_share_of_all_pairs(depth, share):
    assert Verdict((1, 2, 4, 0)).hit(depth) == share


def test_no_pairs_no_hits():
    assert judged([], rank, KNOWN).hit(5) == 0
