"""Which of the seven questions a typed one comes near to, and when none is."""

import pytest

from structures.answering import answer
from structures.domain.nearness import NEAR
from structures.domain.needs import Need
from structures.indexing import indexes, texts
from tests.factories import create_fit, create_question, create_structure

pytestmark = pytest.mark.django_db

ASKED = {
    "purpose": [
        "Why are we here?",
        "what is our purpose as a network?",
        "why does this project deserve the town's money",
    ],
    "simple-rules": [
        "what rules should our team follow",
        "working agreements for the partnership",
        "how do we treat each other",
    ],
    "ourselves": [
        "who am I in this team and what do I bring",
        "how do we get to know and trust each other",
        "what part of me should step back",
    ],
    "needs": [
        "how do we get out of our silos",
        "what do the nurses need from the doctors",
        "who can help me with my problem",
    ],
    "starting-point": [
        "what should we stop doing",
        "what did we learn from the last year",
        "how complex is our challenge?",
    ],
    "possibilities": [
        "what could we try next",
        "which new ideas have support",
        "how can we make handovers safer",
    ],
    "acting": [
        "what are our first steps",
        "how do we spread what works",
        "how do we know that it works and adapt",
    ],
}
OF_SOMETHING_ELSE = [
    "what shall we have for lunch",
    "bread and butter",
    "who won the match yesterday",
    "train times to Leeds",
    "xyzzy",
    "the colour of the sky",
    "how do I install python",
    "where is the toilet?",
    "what does a litre of milk cost",
    "how tall is the tower",
    "",
    "🙂",
]


def likeliest(question):
    return next(iter(indexes(texts()).likely(question)), None)


def test_questions_of_convenors_come_near(catalogue):
    found = {(slug, one): likeliest(one) for slug, several in ASKED.items() for one in several}
    assert {key: near.question for key, near in found.items()} == {key: key[0] for key in found}
    assert min(near.likeness for near in found.values()) >= 2 * NEAR


def test_other_questions_do_not(catalogue):
    found = {one: likeliest(one) for one in OF_SOMETHING_ELSE}
    assert [one for one, near in found.items() if near and near.likeness >= NEAR] == []


def test_only_a_question_that_is_there_is_nearest():
    create_fit(question=create_question(text="Where do we start?"), structure=create_structure())
    create_question(text="What bread do we bake?", status="retired")
    assert answer(Need("where should we start"), 5).near.text == "Where do we start?"
    assert answer(Need("what bread do we bake"), 5).near is None
