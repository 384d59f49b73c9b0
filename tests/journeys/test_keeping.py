"""Rows, questions, scores and offers are drawn once and kept. Whatever changes, nobody ever sees an old one."""

import re
from datetime import date, time

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from sessions.board import STAND_IN, Board
from sessions.models import Journey
from sessions.noticing import raised
from sessions.plan import Plan
from sessions.templatetags.inplace import KEPT, MOST
from structures.models import Fit, Question, Repeat, Step, Structure
from tests import factories


def draw(journey, **kwargs):
    board = Board.of(Journey.objects.get(pk=journey.pk), **kwargs)
    return render_to_string("journeys/_board.html", {"board": board, "journey": board.journey})


@pytest.fixture
def warm(journey):
    """Ana's journey with a question of the catalogue, drawn before the change comes."""
    catalogue = factories.create_question(slug="start", text="Where are we starting?")
    triz = factories.create_structure(name="TRIZ", slug="triz", steps=3)
    nested = factories.create_structure(name="1-2-4-All", slug="1-2-4-all")
    factories.create_repeat(structure=triz)
    factories.create_step(structure=triz, minutes=4, nested=nested, grouping="fours", repeat="A")
    factories.create_fit(question=catalogue, structure=triz, because="It clears the ground.")
    question = journey.add_question(question=catalogue)
    journey.add_structure(triz, session=journey.sessions.first(), question=question)
    journey.edit_activity(journey.activities.get(title="Coffee"), pinned_at=time(13, 55))
    KEPT.clear()
    draw(journey)
    return journey


def edit(row, /, **changes):
    return lambda journey: journey.edit_activity(journey.activities.get(title=row), **changes)


def meet(**changes):
    return lambda journey: journey.edit_session(journey.sessions.first(), **changes)


def changed(journey):
    """TRIZ, as it says that the catalogue has changed."""
    Step.objects.filter(structure__slug="triz").update(minutes_max=9)
    assert "The catalogue has changed since." in draw(journey)
    return journey.activities.get(title="TRIZ")


def taken(journey):
    journey.reset_steps(changed(journey))


def left(journey):
    journey.keep_steps(changed(journey))


def poorly_online(journey):
    """Both at once: the first change alone shows nothing in a room."""
    meet(mode="online")(journey)
    draw(journey)
    Structure.objects.update(online="poorly")


def follows(journey):
    whys, triz = (Structure.objects.get(slug=slug) for slug in ("nine-whys", "triz"))
    factories.create_pairing(before=triz, after=whys, because="It is why.")
    factories.create_pairing(before=whys, after=triz, because="They know why.")


def first(journey):
    return journey.questions.first()


CHANGES = {
    "nothing": lambda journey: None,
    "its people": lambda journey: journey.edit({"people": 7}),
    "its title": lambda journey: journey.edit({"title": "Another"}),
    "minutes": edit("Nine Whys", minutes=25),
    "fewer than the steps need": edit("TRIZ", minutes=2),
    "more than the steps fill": edit("TRIZ", minutes=300),
    "title": edit("Nine Whys", title="Ten Whys"),
    "kind": edit("Welcome", kind="talk"),
    "invitation": edit("Nine Whys", invitations=["Why now?"]),
    "pin": edit("Nine Whys", pinned_at=time(14)),
    "an earlier pin": edit("TRIZ", pinned_at=time(13, 31)),
    "no pin": edit("Coffee", pinned_at=None),
    "protection": edit("Nine Whys", protected=True),
    "lead": edit("Nine Whys", lead="Ben"),
    "brief": edit("Nine Whys", brief="Bring a pen."),
    "notes": edit("Nine Whys", notes="Watch the clock."),
    "answers nothing": edit("Nine Whys", question=None),
    "a question's words": lambda journey: journey.edit_question(first(journey), text="Why now?"),
    "a question's place": lambda journey: journey.move_question(first(journey), to=2),
    "a question's outcome": lambda journey: journey.edit_question(
        first(journey), outcome="We begin on Monday."
    ),
    "a question's link": lambda journey: journey.edit_question(
        first(journey), question=Question.objects.get()
    ),
    "no link": lambda journey: journey.edit_question(journey.questions.last(), question=None),
    "the name of what one can link to": lambda journey: Question.objects.update(short="Another"),
    "an outcome of its own": edit("Nine Whys", outcome="Because of the children."),
    "more than its share": lambda journey: journey.edit_activity(
        journey.activities.get(title="TRIZ"), minutes=900
    ),
    "a problem less": lambda journey: Structure.objects.update(people_min=19),
    "what there is to look at, dismissed": lambda journey: journey.dismiss(raised(Plan.of(journey))[0].key),
    "questions out of order": lambda journey: journey.move_question(journey.questions.last(), to=0),
    "a question less": lambda journey: journey.remove_question(first(journey)),
    "a question more": lambda journey: journey.add_question("And then?"),
    "a start": meet(starts_at=time(23, 45)),
    "a date": meet(date=date(2027, 3, 27), timezone="Europe/London", starts_at=time(23, 45)),
    "no start": meet(starts_at=None),
    "less time": meet(minutes=20),
    "open end": meet(minutes=None),
    "online": meet(mode="online"),
    "online and in the room": meet(mode="hybrid"),
    "few rooms": meet(rooms=2),
    "something packed": lambda journey: journey.pack(journey.sessions.first(), "bell", packed=True),
    "a place": meet(place="The library"),
    "a name": meet(title="Early"),
    "fewer people": meet(people=5),
    "a session more": lambda journey: journey.add_session(),
    "a session copied": lambda journey: journey.duplicate_session(journey.sessions.first()),
    "a session moved": lambda journey: journey.move_session(journey.sessions.first(), to=1),
    "a session less": lambda journey: journey.remove_session(journey.sessions.last()),
    "moved": lambda journey: journey.move(journey.activities.get(title="TRIZ"), to=0),
    "parked": lambda journey: journey.park(journey.activities.get(title="Nine Whys")),
    "removed": lambda journey: journey.remove(journey.activities.get(title="Welcome")),
    "undone": lambda journey: journey.undo(),
    "a step's minutes": lambda journey: journey.activities.get(title="TRIZ").steps.update(
        minutes=5, minutes_max=9
    ),
    "a step's words": lambda journey: journey.activities.get(title="TRIZ").steps.update(title="Other"),
    "a step more": lambda journey: journey.add_step(journey.activities.get(title="TRIZ")),
    "the catalogue's minutes": lambda journey: Step.objects.filter(structure__slug="triz").update(
        minutes_max=9
    ),
    "the catalogue's turns": lambda journey: Repeat.objects.update(count=2, count_min=2),
    "the catalogue's steps": lambda journey: Step.objects.filter(structure__slug="triz").last().delete(),
    "the catalogue's steps taken": taken,
    "the catalogue's steps left": left,
    "a nested structure's name": lambda journey: Structure.objects.filter(slug="1-2-4-all").update(
        name="One Two"
    ),
    "a structure's name": lambda journey: Structure.objects.filter(slug="triz").update(name="Creative"),
    "a structure's limits": lambda journey: Structure.objects.filter(slug="triz").update(people_max=3),
    "a structure's remainder": lambda journey: Structure.objects.update(remainder="larger"),
    "a structure that goes poorly online": lambda journey: Structure.objects.update(online="poorly"),
    "a structure that goes poorly in a session online": poorly_online,
    "a fit's reason": lambda journey: Fit.objects.update(because="Another reason."),
    "what a structure is good for": lambda journey: Structure.objects.update(good_for=["a fresh start"]),
    "what a structure makes possible": lambda journey: Structure.objects.update(makes_possible="A start."),
    "how widely a structure is used": lambda journey: Structure.objects.update(usage="widely"),
    "a structure's best number": lambda journey: Structure.objects.update(
        people_best_min=50, people_max=None
    ),
    "a fit's invitation": lambda journey: Fit.objects.update(invitation="What must end?"),
    "what follows": follows,
    "a fit's strength": lambda journey: Fit.objects.update(strength="named"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_kept_is_what_would_be_drawn_anew(warm, change):
    views = ["overview", *warm.sessions.values_list("code", flat=True)]
    asked = [{"chosen": warm.questions.last().code}, {"query": "nine whys to start"}, {"query": "triz"}]
    ways = [{}, {"told": True}, *asked, *({"view": view} for view in views)]
    for way in ways:
        draw(warm, **way)

    change(warm)

    kept = [draw(warm, **way) for way in ways]
    KEPT.clear()

    assert kept == [draw(warm, **way) for way in ways]


def told(board):
    return re.findall(r'data-step="([^"]*)"', board)


def test_a_score_tells_its_steps_only_where_that_is_asked(warm):
    first = told(draw(warm, told=True))
    warm.edit({"people": 7})

    assert told(draw(warm)) == []
    assert (first[-1].split(" · ")[1:], told(draw(warm, told=True))[-1].split(" · ")[1:]) == (
        ["TRIZ", "Step 4, 3 of 3", "4 min", "four fours and a pair"],
        ["TRIZ", "Step 4, 3 of 3", "4 min", "a four and a trio"],
    )


@pytest.mark.parametrize("settled", [taken, left])
def test_a_row_says_that_the_catalogue_has_changed_until_somebody_settles_it(warm, settled):
    assert "The catalogue has changed" not in draw(warm)

    settled(warm)

    assert "The catalogue has changed" not in draw(warm)


def test_an_edit_draws_only_what_it_changes(warm):
    before = len(KEPT)

    edit("Nine Whys", lead="Ben")(warm)
    draw(warm)

    assert len(KEPT) - before == 2  # the row, and the same row at its time


def test_what_one_language_kept_is_not_shown_in_another(warm):
    before = len(KEPT)

    with translation.override("de"):
        draw(warm)

    assert len(KEPT) == 2 * before


def test_memory_has_an_end(warm):
    KEPT.clear()
    KEPT.update(dict.fromkeys(range(MOST), ""))

    draw(warm)

    assert len(KEPT) <= MOST


def test_every_form_carries_the_visitors_own_token(cast, warm):
    """Ben gets the page that was drawn for Ana, and his own key to it."""
    cast.ana.get(warm.get_absolute_url())
    cast.ben.handler.enforce_csrf_checks = True

    page = cast.ben.get(warm.get_absolute_url()).text
    tokens = set(re.findall(r'name="csrfmiddlewaretoken" value="(.*?)"', page.partition('id="board"')[2]))
    undo = f"/journeys/{warm.code}/undo/"

    assert [len(token) for token in tokens] == [64]
    assert cast.ben.post(undo, {"csrfmiddlewaretoken": STAND_IN}).status_code == 403
    assert cast.ben.post(undo, {"csrfmiddlewaretoken": tokens.pop()}).status_code == 302
