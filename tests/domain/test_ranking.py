"""A need and what answers it, in a catalogue small enough to judge by eye."""

from dataclasses import replace

import pytest

from structures.domain.matching import Entry, Index, Passage
from structures.domain.needs import Barred, But, Candidate, Claim, Experience, Need, Told, Why
from structures.domain.ranking import FOLLOWS, SHORTLIST, SQUEEZED, WEIGHTS, Catalogue, match
from structures.domain.shapes import Mode, Step

STOP = Passage("stop what nobody needs", "good_for")
TRIZ = Candidate(
    "triz",
    invitation="What must end?",
    steps=(Step("List", "fours", 20, 30, 40), Step("Say", "whole_group", 5, 5, 5)),
    people_min=4,
    people_best_min=8,
    people_best_max=40,
    people_max=100,
    commonness=1.0,
    claims={"start": Claim("named", "Where are we, really?"), "act": Claim("useful", "What now?")},
    follows={"tea": "the mood is right"},
)
TEA = Candidate("tea", invitation="Finish the sentence.", difficulty="advanced", online="adapted")
WALK = Candidate("walk", invitation="Walk with me.", online="poorly")

CATALOGUE = Catalogue(
    Index(
        [
            Entry("triz", ("TRIZ",), (STOP,), 1.0),
            Entry("tea", ("Mad Tea",), (Passage("wake a stiff room", "use_when"),)),
            Entry("walk", ("Grief Walk",), (Passage("mourn together", "use_when"),)),
        ]
    ),
    Index(
        [
            Entry("start", ("Start",), (Passage("What must we stop?", "wording"),)),
            Entry("act", ("Act",), (Passage("What next?", "wording"),)),
        ]
    ),
    {one.slug: one for one in (TRIZ, TEA, WALK)},
)


def best(question="what should we stop", **need):
    return match(Need(question, **need), CATALOGUE).matched[0]


def codes(told):
    return [one.code for one in told]


def test_the_closest_text_comes_first_with_what_it_says():
    found = best()
    assert found.slug == "triz"
    assert Told(Why.SAID, {"kind": "good_for", "text": STOP.text, "question": ""}) in found.reasons


def test_the_invitation_is_that_of_the_nearest_question():
    found = best("what must we stop?")
    assert (found.invitation, found.question) == ("Where are we, really?", "start")
    assert Told(Why.NAMED, {"question": "start"}) in found.reasons


def test_without_a_near_question_the_invitation_is_its_own():
    ranking = match(Need("stiff"), CATALOGUE)
    assert ranking.near is None
    assert [(one.slug, one.invitation, one.question) for one in ranking.matched] == [
        ("tea", "Finish the sentence.", "")
    ]


def test_structures_vote_for_the_questions_they_fit():
    """No question says "nobody" or "needs", but the structure that does fits one of them."""
    assert match(Need("what nobody needs"), CATALOGUE).near.question == "start"


@pytest.mark.parametrize(
    ("need", "bar"),
    [
        ({"people": 3}, Told(Barred.TOO_FEW, {"people": 3, "least": 4})),
        ({"people": 101}, Told(Barred.TOO_MANY, {"people": 101, "most": 100})),
        ({"minutes": 24}, Told(Barred.TOO_LONG, {"shortest": 25, "minutes": 24})),
        ({"people": 3, "minutes": 24}, Told(Barred.TOO_FEW, {"people": 3, "least": 4})),
    ],
)
def test_what_cannot_be_is_kept_apart_with_the_reason(need, bar):
    ranking = match(Need("what should we stop", **need), CATALOGUE)
    assert [(one.slug, one.because) for one in ranking.excluded] == [("triz", bar)]
    assert "triz" not in [one.slug for one in ranking.matched]


def test_what_works_poorly_online_is_barred_only_there():
    online = match(Need("mourn", mode=Mode.ONLINE), CATALOGUE)
    assert [(one.slug, one.because.code) for one in online.excluded] == [("walk", Barred.NOT_ONLINE)]
    assert best("mourn", mode=Mode.IN_PERSON).slug == "walk"


@pytest.mark.parametrize(
    ("need", "told"),
    [
        ({"people": 8}, [Why.PEOPLE]),
        ({"people": 7}, []),
        ({"people": 41}, []),
        ({"minutes": 35}, [Why.TIME]),
        ({"minutes": 34}, [Why.SQUEEZES]),
        ({"minutes": 25}, [Why.SQUEEZES]),
        ({"before": ["walk", "tea"]}, [Why.FOLLOWS]),
        ({"before": ["tea", "walk"]}, []),
    ],
)
def test_what_speaks_for_it_in_the_situation(need, told):
    situation = [code for code in codes(best(**need).reasons) if code in {*Why} - {Why.NAMED, Why.SAID}]
    assert situation == [*told, Why.COMMON]


def test_squeezing_tells_all_three_minutes():
    assert Told(Why.SQUEEZES, {"ideal": 35, "minutes": 30, "shortest": 25}) in best(minutes=30).reasons


@pytest.mark.parametrize(
    ("question", "need", "told"),
    [
        ("stop", {}, []),
        ("stop", {"used": frozenset({"triz"})}, [But.USED]),
        ("stop", {"before": ["triz"]}, [But.USED]),
        ("stop", {"people": 7}, [But.FEW]),
        ("stop", {"people": 41}, [But.MANY]),
        ("stiff", {"mode": Mode.ONLINE}, [But.ADAPTED]),
        ("stiff", {"experience": Experience.NEW}, [But.DEMANDING]),
        ("stiff", {"experience": Experience.MUCH}, []),
    ],
)
def test_cautions_and_what_they_cost(question, need, told):
    found, plain = best(question, **need), best(question)
    assert codes(found.cautions) == told
    assert found.score == pytest.approx(plain.score * (WEIGHTS[told[0]] if told else 1))


@pytest.mark.parametrize(
    ("need", "factor"), [({"before": ["tea"]}, FOLLOWS), ({"minutes": 30}, SQUEEZED), ({"minutes": 60}, 1)]
)
def test_what_the_situation_is_worth(need, factor):
    assert best(**need).score == pytest.approx(best().score * factor)


def test_a_structure_that_is_named_comes_first_whatever_else():
    found = best("mad tea to stop", experience=Experience.NEW)
    assert (found.slug, found.reasons[0]) == ("tea", Told(Why.CALLED, {"name": "Mad Tea"}))


def test_without_a_question_what_more_people_use_comes_first():
    ranking = match(Need(), CATALOGUE)
    assert [one.slug for one in ranking.matched] == ["triz", "tea", "walk"]
    assert ranking.near is None


@pytest.mark.parametrize("question", ["", " ", "xyzzy", "🙂", "the", "a" * 5000])
def test_odd_questions_are_answered_with_nothing_or_all(question):
    ranking = match(Need(question), CATALOGUE)
    assert ranking.near is None
    assert len(ranking.matched) in {0, 3}


def test_of_thousands_only_a_shortlist_is_looked_at():
    many = [replace(TRIZ, slug=f"triz-{n}") for n in range(200)]
    catalogue = Catalogue(
        Index([Entry(one.slug, (one.slug,), (STOP,)) for one in many]),
        Index([]),
        {one.slug: one for one in many},
    )
    assert len(match(Need("stop"), catalogue).matched) == SHORTLIST
