"""What is found for what somebody typed, in a catalogue small enough to judge by eye."""

import pytest

from structures.domain.matching import Entry, Index, Naming, Passage

TRIZ = Entry(
    "triz",
    ("TRIZ", "Creative Destruction"),
    (
        Passage("we never stop doing anything", "use_when"),
        Passage("sacred cows nobody dares to challenge", "use_when"),
        Passage("Where are we starting, really?", "wording", 1.0, "starting-point"),
    ),
)
ALL = Entry(
    "1-2-4-all",
    ("1-2-4-All", "1-2-4-Whole Group"),
    (Passage("quiet people never get heard", "use_when"), Passage("we need ideas from everyone", "use_when")),
)
OCTOPUS = Entry("octopus", ("Octopus", "1-2-4-8-All"), (Passage("agree on one sentence", "use_when"),))
W3 = Entry(
    "w3",
    ("What, So What, Now What?", "W³"),
    (Passage("look back on an event without blame", "use_when"),),
)
WINFY = Entry(
    "winfy",
    ("What I Need From You", "WINFY"),
    (Passage("departments that quarrel about who does what", "use_when"),),
)
STAR = Entry("star", ("Generative Relationships", "STAR"), (Passage("our team is stuck", "use_when"),))

INDEX = Index([TRIZ, ALL, OCTOPUS, W3, WINFY, STAR])


def keys(query: str) -> list[str]:
    return [match.key for match in INDEX.find(query)]


@pytest.mark.parametrize(
    ("query", "first", "naming"),
    [
        ("TRIZ", "triz", Naming.EXACT),
        ("triz", "triz", Naming.EXACT),
        ("Creative Destruction", "triz", Naming.EXACT),
        ("w3", "w3", Naming.EXACT),
        ("what so what now what", "w3", Naming.EXACT),
        ("what i need from you", "winfy", Naming.EXACT),
        ("star", "star", Naming.EXACT),
        ("1-2-4", "1-2-4-all", Naming.BEGINS_NAME),
        ("octo", "octopus", Naming.BEGINS_NAME),
        ("creative destr", "triz", Naming.BEGINS_OTHER_NAME),
        ("a creative destruction session", "triz", Naming.MENTIONED),
        ("who is the star of our team that is stuck", "star", Naming.NOT),
    ],
)
def test_names_come_first(query, first, naming):
    best = INDEX.find(query)[0]
    assert (best.key, best.naming) == (first, naming)


def test_the_name_it_goes_by_comes_before_another_name():
    assert keys("1-2-4") == ["1-2-4-all", "octopus"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("how do we hear from the quiet ones?", "1-2-4-all"),
        ("What should we stop?", "triz"),
        ("two departments are quarrelling", "winfy"),
        ("looking back", "w3"),
        ("Where do we start?", "triz"),
        ("agreeing on a sentence", "octopus"),
        ("octupus", "octopus"),
        ("quarelled", "winfy"),
        ("ageeing on a sentence", "octopus"),
    ],
)
def test_typed_questions_find_what_helps(query, first):
    assert keys(query)[0] == first


@pytest.mark.parametrize("query", ["", "   ", "the", "xyzzy", "🙂", "<script>", "%", "money"])
def test_what_has_nothing_in_common_is_not_found(query):
    assert keys(query) == []


def test_the_closest_passage_is_the_reason():
    best = INDEX.find("where are we starting from")[0]
    assert best.passage == Passage("Where are we starting, really?", "wording", 1.0, "starting-point")


def test_a_name_is_no_reason():
    assert INDEX.find("octopus")[0].passage is None


def test_an_alias_is_told():
    assert INDEX.find("winfy")[0].name == "WINFY"


def test_a_heavier_passage_wins():
    light, heavy = Passage("share stories", "use_when", 1.0), Passage("share plans", "use_when", 3.0)
    index = Index([Entry("light", ("A",), (light,)), Entry("heavy", ("B",), (heavy,))])
    assert [match.key for match in index.find("share")] == ["heavy", "light"]


def test_what_is_far_behind_the_best_is_left_out():
    close = Entry("close", ("A",), (Passage("move patients home on time", "use_when"),))
    others = [
        Entry(f"far-{n}", (f"Far {n}",), (Passage(f"time {'and bread ' * 9} {n}", "use_when"),)) for n in "12"
    ]
    assert [match.key for match in Index([close, *others]).find("patients home on time")] == ["close"]


def test_equals_keep_a_settled_order():
    twins = [Entry(key, ("Same",), (Passage("share stories", "use_when"),)) for key in "cab"]
    assert [match.key for match in Index(twins).find("stories")] == ["a", "b", "c"]


def test_words_of_kin_are_known_even_if_no_entry_has_them():
    assert (INDEX.coverage("a hostile sermon"), INDEX.coverage("a hostile penguin")) == (1.0, 0.5)
    assert INDEX.corrected("nightmaer after lunch") == "nightmare after lunch"


def test_an_empty_catalogue_finds_nothing():
    assert Index([]).find("anything") == ()
