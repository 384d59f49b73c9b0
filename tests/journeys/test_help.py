"""Help beside the agenda: what is typed, and a question in the group's own words, are answered with the reasons."""

import re
from html import unescape

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from sessions.board import Board
from structures.answering import answer
from structures.domain.needs import Need
from structures.models import Structure
from tests import factories
from tests.journeys.ritual import press


@pytest.fixture
def few(journey):
    """Four structures that stop something; two of them cannot be in the morning, which has 60 minutes left."""
    start = factories.create_question(slug="start", text="Where are we?", wordings=["What must we stop?"])
    factories.create_question(slug="needs", text="What do we need from each other?")
    for slug, minutes, fields in [
        ("triz", 20, {"name": "TRIZ", "people_best_min": 20}),
        ("tea", 70, {"name": "Tea", "usage": "widely"}),
        ("crowd", 20, {"name": "Crowd", "people_min": 60}),
        ("marathon", 500, {"name": "Marathon"}),
    ]:
        structure = factories.create_structure(slug=slug, good_for=["stop what nobody needs"], **fields)
        factories.create_step(structure=structure, minutes=minutes, minutes_min=min(minutes, 50))
    triz = Structure.objects.get(slug="triz")
    factories.create_fit(structure=triz, question=start, strength="named", invitation="What must end?")
    whys = Structure.objects.get(slug="nine-whys")
    factories.create_pairing(before=whys, after=triz, because="They know why.")
    Structure.objects.filter(slug="marathon").update(people_max=12)
    return journey


def help_with(journey, morning, **asked):
    return Board.of(journey, into=morning.code, **asked).help


def told(one):
    return one.structure.name, one.reasons, one.cautions


def test_what_is_typed_is_answered_with_what_the_plan_knows(few, morning):
    found = help_with(few, morning, query="what must we stop")

    assert [told(one) for one in found.suggestions] == [
        (
            "TRIZ",
            (
                "Named for this question by McCandless: “Question 1”",
                "Use it to: stop what nobody needs",
                "Follows Nine Whys well: They know why.",
            ),
            ("Better with 20 people or more",),
        ),
        ("Tea", ("Use it to: stop what nobody needs", "Widely used"), ()),
    ]
    assert [(one.over, one.squeezes) for one in found.suggestions] == [(0, False), (10, True)]
    assert {one.structure.name: one.barred for one in found.found.barred} == {
        "Crowd": "needs at least 60 people",
        "Marathon": "is made for at most 12 people",
    }


def test_the_order_is_the_one_of_every_page(few, morning):
    need = Need("stop", 18, None, "in_person", before=("nine-whys",), used=frozenset({"nine-whys"}))

    told = answer(need, 8)
    found = help_with(few, morning, query="stop")

    assert [one.structure for one in found.suggestions] == [one.structure for one in told.found]
    assert [one.invitation for one in found.suggestions] == [one.invitation for one in told.found]
    assert [one.structure for one in found.found.barred] == [one.structure for one in told.barred]


def test_a_full_session_tells_the_reasons_and_how_much_it_would_be_over(few, morning):
    few.edit_session(morning, minutes=30)

    found = help_with(few, morning, query="what must we stop")

    assert [(one.structure.name, one.over, one.barred) for one in found.suggestions] == [
        ("TRIZ", 20, ""),
        ("Tea", 70, ""),
    ]
    assert told(found.suggestions[0])[1][0] == "Named for this question by McCandless: “Question 1”"


def test_what_no_squeezing_makes_fit_stands_behind_what_fits(few, morning):
    few.edit_session(morning, minutes=55)
    Structure.objects.filter(slug="triz").update(good_for=["stop"])
    Structure.objects.filter(slug="tea").update(good_for=["what must we stop"], name="What Must We Stop")

    found = help_with(few, morning, query="what must we stop")

    assert [one.structure.slug for one in found.suggestions] == ["triz", "tea"]


def test_a_question_in_own_words_is_answered_like_typed_ones(few, morning):
    asked = few.add_question("What must we stop?")

    found = help_with(few, morning, chosen=asked.code)
    typed = help_with(few, morning, query="What must we stop?")

    assert [told(one) for one in found.suggestions] == [told(one) for one in typed.suggestions]
    assert (found.near, typed.near.question.slug) == (None, "start")  # it has its words already
    assert [one.question.slug for one in found.nearest] == ["start", "needs"]


def test_a_question_of_the_catalogue_tells_its_fits_and_the_situation(few, morning):
    asked = few.add_question(question=factories.Question.objects.get(slug="start"))

    (one,) = help_with(few, morning, chosen=asked.code).suggestions

    assert (one.named, one.about, one.invitation) == (True, "It suits.", "What must end?")
    assert told(one)[1:] == (("Follows Nine Whys well: They know why.",), ("Better with 20 people or more",))


def test_what_is_in_the_plan_says_so_once(few, morning):
    few.add_structure(Structure.objects.get(slug="tea"), session=morning)

    (tea,) = (one for one in help_with(few, morning, query="tea").suggestions if one.is_there)

    assert (tea.is_there, tea.cautions) == (True, ())


@pytest.mark.parametrize(
    ("query", "near", "named"),
    [("what must we stop", "start", False), ("triz", "start", True), ("xyzzy", None, False)],
)
def test_what_the_words_come_near_to(few, morning, query, near, named):
    found = help_with(few, morning, query=query)

    assert (found.near and found.near.question.slug, found.found.is_named) == (near, named)


def test_the_question_near_is_known_as_the_journeys_own(few, morning):
    asked = few.add_question(question=factories.Question.objects.get(slug="start"))

    assert help_with(few, morning, query="what must we stop").near.asked == asked


def drawn(journey, **asked):
    board = Board.of(journey, **asked)
    return unescape(render_to_string("journeys/_board.html", {"board": board, "journey": journey}))


def found_said(text):
    return re.search(r'id="found">\s*(.*?)\s*</p>', text)[1]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("what must we stop", "2 structures for “what must we stop”; first TRIZ"),
        ("Nine Whys", "1 structure for “Nine Whys”: Nine Whys"),
        ("xyzzy", "No structure for “xyzzy”"),
        ("", ""),
    ],
)
def test_the_answer_is_said_in_words(few, morning, query, sentence):
    assert found_said(drawn(few, query=query, into=morning.code)) == sentence


def test_adding_takes_the_invitation_of_the_question_that_is_near(cast, few, morning):
    page = cast.ana.get(few.get_absolute_url(), {"q": "what must we stop", "into": morning.code}).text
    form = re.search(r'<form[^>]*activities/add/.*?id="add-triz"', page, re.S)[0]
    fields = dict(re.findall(r'name="(structure|question|invitation)" value="([^"]*)"', form))

    press(cast.ana, f"{few.get_absolute_url()}activities/add/", home=morning.code, **fields)

    assert few.activities.get(title="TRIZ").invitations == ["What must end?"]


def test_what_cannot_be_can_be_added_anyway(cast, few, morning):
    text = drawn(few, query="what must we stop", into=morning.code)

    added = re.findall(r"Add anyway<span class=\"vh\"> (.*?)</span>", text)
    assert sorted(added) == ["Crowd", "Marathon"]


def test_where_nothing_is_possible_what_is_not_stands_open(few, morning):
    Structure.objects.exclude(slug="crowd").update(status="draft")

    text = drawn(few, query="stop", into=morning.code)

    assert ("These would answer, but not here" in text, 'id="barred"' in text) == (True, False)


def test_none_of_these_leads_to_questions_and_to_the_curators(few, morning):
    few.add_question(question=factories.Question.objects.get(slug="start"))
    text = drawn(few, query="what & what?", into=morning.code).partition('id="none"')[2]

    assert re.findall(r'id="(show|take)-none-', text) == ["show", "take"]
    assert re.search(r'href="(/structures/.*?)"', text)[1] == "/structures/?q=what%20%26%20what%3F#wanting"


@pytest.mark.parametrize("asked", [{"text": "What must we stop?"}, {"question": "start"}])
def test_a_question_taken_from_the_help_is_the_one_that_is_helped_with(cast, few, asked):
    url = f"{few.get_absolute_url()}questions/add/"

    text = press(cast.ana, url, help="on", searched="what must we stop", **asked).text

    taken = few.questions.last()
    assert f'id="chosen" name="chosen" value="{taken.code}"' in text
    assert 'id="searched" name="searched" value=""' in text


def test_without_scripts_it_leads_to_its_help(cast, few):
    url = f"{few.get_absolute_url()}questions/add/"

    answer = cast.ana.post(url, {"help": "on", "question": "start"})

    assert answer.url == f"{few.get_absolute_url()}?chosen={few.questions.last().code}#help"


def test_a_question_added_elsewhere_leaves_the_help_as_it_is(cast, few):
    url = f"{few.get_absolute_url()}questions/add/"

    text = press(cast.ana, url, searched="tea", text="And then?").text

    assert 'id="searched" name="searched" value="tea"' in text


@pytest.mark.parametrize("structures", [1, 20])
@pytest.mark.parametrize("asked", ["typed", "own words"])
def test_words_cost_no_more_queries_than_a_question_of_the_catalogue(cast, few, morning, asked, structures):
    for number in range(structures):
        one = factories.create_structure(name=f"Stopping {number}", good_for=["stop what nobody needs"])
        factories.create_step(structure=one)
    own = few.add_question("What must we stop?")
    wanted = {"q": "what must we stop"} if asked == "typed" else {"chosen": own.code}

    ana = cast.ana
    with CaptureQueriesContext(connection) as said:
        ana.get(few.get_absolute_url(), wanted)

    assert len(said) == 12


def test_little_words_alone_find_nothing(few, morning):
    text = drawn(few, query="what is it", into=morning.code)

    assert ("Nothing found." in text, 'id="none"' in text) == (True, True)
