"""American spelling and slips of the finger."""

import pytest

from structures.domain.spelling import Speller, british


@pytest.mark.parametrize(
    ("american", "ours"),
    [
        ("prioritize", "prioritise"),
        ("organizations", "organisations"),
        ("analyze", "analyse"),
        ("behavior", "behaviour"),
        ("colors", "colours"),
        ("center", "centre"),
        ("program", "programme"),
        ("programs", "programmes"),
        ("practicing", "practising"),
        ("practice", "practise"),
        ("practices", "practises"),
        ("learnt", "learned"),
        ("skeptical", "sceptical"),
        ("pediatric", "paediatric"),
        ("aging", "ageing"),
        ("staging", "staging"),
        ("traveling", "travelling"),
        ("dialog", "dialogue"),
        ("defense", "defence"),
        ("size", "size"),
        ("sizes", "sizes"),
        ("prize", "prize"),
        ("four", "four"),
        ("hour", "hour"),
        ("error", "error"),
        ("seize", "seize"),
    ],
)
def test_american_is_read_as_british(american, ours):
    assert british(american) == ours


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("stpo", "stop"),
        ("meting", "meeting"),
        ("meeeting", "meeting"),
        ("strategu", "strategy"),
        ("confilct", "conflict"),
        ("stop", "stop"),
        ("xyzzy", ""),
        ("on", ""),
        ("stamp", ""),
        ("steps", ""),
        ("meeting", "meeting"),
        ("neeting", ""),
        ("2025", ""),
    ],
)
def test_a_slip_is_read_as_the_nearest_word(typed, meant):
    speller = Speller({"stop": 3, "meeting": 5, "strategy": 1, "conflict": 2, "2026": 1, "once": 1})
    assert speller.nearest(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("reccomend", "recommend"),
        ("desicion", "decision"),
        ("concensus", "consensus"),
        ("tommorow", "tomorrow"),
        ("cooll", ""),
    ],
)
def test_a_long_word_may_be_spelt_as_it_sounds(typed, meant):
    known = dict.fromkeys(["recommend", "decision", "consensus", "tomorrow", "koll"], 1.0)
    assert Speller(known).nearest(typed) == meant


def test_of_two_near_words_the_commoner_is_meant():
    assert Speller({"trust": 1, "trusty": 5}).nearest("trustt") == "trust"
    assert Speller({"trusted": 1, "trustee": 5}).nearest("trustey") == "trustee"
