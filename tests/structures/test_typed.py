"""Words as people type them: a slip of the finger, a letter misremembered, American spelling."""

import pytest

from structures.management.commands.match import ranked
from structures.matchmaking import catalogue as matched_catalogue

pytestmark = pytest.mark.django_db

MISTYPED = [
    ("a retrospecitve after the sprint", "a retrospective after the sprint"),
    ("set our priorites", "set our priorities"),
    ("debreif the event", "debrief the event"),
    ("who needs what from which departement", "who needs what from which department"),
    ("resolve a conlfict between teams", "resolve a conflict between teams"),
    ("work out our stratagy", "work out our strategy"),
    ("build concensus in the group", "build consensus in the group"),
    ("apreciate one another", "appreciate one another"),
    ("practise lisening", "practise listening"),
    ("deal with our greif", "deal with our grief"),
    ("get advise from collegues", "get advice from colleagues"),
    ("start a new comunity", "start a new community"),
    ("tell sucess stories", "tell success stories"),
    ("stop useless meetngs", "stop useless meetings"),
    ("what is our purpsoe", "what is our purpose"),
    ("imagine the futre", "imagine the future"),
    ("obseve our customers", "observe our customers"),
    ("agree on simple ruels", "agree on simple rules"),
    ("reherse a difficult conversation", "rehearse a difficult conversation"),
    ("interveiw our new director", "interview our new director"),
    ("vote on the best idaes", "vote on the best ideas"),
    ("reccomend something to the managment", "recommend something to the management"),
    ("what do we do tommorow without permision", "what do we do tomorrow without permission"),
    ("come to a desicion", "come to a decision"),
    ("map our stakeholdres", "map our stakeholders"),
    ("an uncertian future", "an uncertain future"),
    ("the voices in my haed that hold me back", "the voices in my head that hold me back"),
    ("how do we spraed an innovation", "how do we spread an innovation"),
    ("celebrate the end of the yaer with priase", "celebrate the end of the year with praise"),
]
AMERICAN = [
    ("organize ourselves", "organise ourselves"),
    ("prioritize our ideas", "prioritise our ideas"),
    ("change our behavior", "change our behaviour"),
    ("our neighborhood needs allies", "our neighbourhood needs allies"),
    ("centralize purchasing", "centralise purchasing"),
    ("start a new program", "start a new programme"),
    ("hold a dialog about race", "hold a dialogue about race"),
    ("recognize good work", "recognise good work"),
    ("honor what we lost", "honour what we lost"),
    ("practice difficult conversations", "practise difficult conversations"),
    ("practicing listening", "practising listening"),
    ("analyze what went wrong", "analyse what went wrong"),
    ("counseling each other", "counselling each other"),
    ("visualize the journey", "visualise the journey"),
    ("catalog all we do", "catalogue all we do"),
    ("a skeptical board", "a sceptical board"),
    ("what we learned from the year", "what we learnt from the year"),
    ("fulfill our mission", "fulfil our mission"),
]


@pytest.fixture
def rank(catalogue):
    known = matched_catalogue()
    return lambda question: ranked(question, known)


def test_a_slip_finds_what_the_right_word_finds(rank):
    assert {typed: rank(typed)[0] for typed, _meant in MISTYPED} == {
        typed: rank(meant)[0] for typed, meant in MISTYPED
    }


def test_american_finds_what_british_finds(rank):
    assert {ours: rank(american)[:5] for american, ours in AMERICAN} == {
        ours: rank(ours)[:5] for _american, ours in AMERICAN
    }
