"""The way in."""

import re
from html import unescape
from urllib.parse import unquote_plus as unquote

import pytest
from django.urls import reverse

from tests.factories import create_fit, create_question, create_step, create_structure

pytestmark = pytest.mark.django_db


def page(client, **asked) -> str:
    response = client.get(reverse("home"), asked)
    assert response.status_code == 200
    return response.content.decode()


def names(client, **asked) -> list[str]:
    return re.findall(
        r'<a class="plain" id="to-[^"]*" href="/structures/[^>]*>([^<]*)<', page(client, **asked)
    )


def test_the_box_answers_where_it_stands(client):
    create_structure(name="Tea", use_when=["quiet people never get heard"])
    html = page(client)
    assert re.search(r'<form[^>]*action="([^"]*)"', html)[1] == reverse("home")
    assert (
        re.search(r'<h1><label for="id_q">([^<]*)</label></h1>', html)[1]
        == "What does your group need to work out?"
    )
    assert names(client, q="quiet people") == ["Tea"]


def test_every_example_is_answered(client):
    create_structure(
        name="Tea", use_when=["quiet people", "projects never stop", "departments need each other"]
    )
    examples = re.findall(r'<li><a href="/\?q=([^"]*)">', page(client))
    assert [names(client, q=unquote(example)) for example in examples] == [["Tea"]] * 3


@pytest.fixture
def few():
    start = create_question(
        slug="start", short="Start", text="Where are we?", wordings=["What must we stop?"], position=5
    )
    triz = create_structure(
        slug="triz", name="TRIZ", good_for=["stop what nobody needs"], difficulty="advanced"
    )
    create_step(structure=triz, grouping="pairs", minutes=20, minutes_min=10)
    create_fit(structure=triz, question=start, strength="named", invitation="What must end?")
    create_structure(slug="tea", name="Tea", good_for=["stop a stiff room"], people_min=6)


def text(html, start, end) -> str:
    """The words between two pieces of the page."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html.split(start, 1)[1].split(end, 1)[0])).split())


def test_a_question_is_answered_with_reasons_cautions_and_words(client, few):
    html = page(client, q="What must we stop?", people="9", minutes="15", new="on")
    assert text(html, '<div class="near q5" id="near">', "</div>") == (
        "5 This comes near to Where are we? Start a journey with this question"
    )
    assert text(html, '<li class="find q5" id="structure-triz">', "</li>\n<li") == (
        "20 min TRIZ What must end? Named for this question by McCandless: “Start” "
        "It answers question 5: What must we stop ? Fits 9 people: three pairs and a trio · "
        "20 min; you have 15 min: squeezes to 10 min Careful: Asks a lot of a host who is new to it Plan this TRIZ"
    )
    assert text(html, 'id="found" role="status">', "</p>") == "Two structures; first TRIZ"
    assert 'id="arc"' not in html


def test_what_cannot_be_done_is_told_with_what_is_in_the_way(client, few):
    html = page(client, q="stop", people="5")
    assert names(client, q="stop", people="5") == ["TRIZ"]
    assert text(html, 'id="barred">', "</details>") == (
        "What would answer it too, but cannot be done here Tea needs at least 6 people"
    )
    assert 'id="barred"' not in page(client, q="stop")


def test_the_ways_on_know_what_was_said(client, few):
    html = page(client, q="What must we stop?", people="9", mode="online")
    known = "text=What+must+we+stop%3F&amp;people=9&amp;mode=online"
    assert f'href="/journeys/new/?{known}"' in html
    assert f'href="/journeys/new/?{known}&amp;question=start&amp;structure=triz"' in html
    assert 'href="/structures/triz/?people=9&amp;mode=online"' in html


def test_a_journey_starts_with_the_question_and_the_structure(client, few):
    way = re.search(
        r'href="(/journeys/new/[^"]*structure=triz)"', page(client, q="What must we stop?", people="9")
    )
    form = client.get(unescape(way[1])).context["form"]
    known = {name: form.initial[name] for name in ("structure", "own", "people", "start")}
    assert known == {"structure": "triz", "own": "What must we stop?", "people": "9", "start": "own"}


def test_the_rest_is_in_the_catalogue(client):
    for n in range(7):
        create_structure(slug=f"tea-{n}", good_for=["stop a stiff room"])
    html = page(client, q="stop", minutes="60", new="on")
    assert len(names(client, q="stop")) == 5
    assert text(html, '<p class="all">', "</p>") == "All seven in the catalogue"
    assert 'href="/structures/?q=stop&amp;minutes=60&amp;new=on"' in html


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("people", "many", "Type the number of people in figures, like 18."),
        ("people", "0", "A group has at least one person."),
        ("minutes", "xx", "“xx” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("mode", "moon", "Choose in the room, online or either."),
    ],
)
def test_what_cannot_be_is_said_and_the_rest_is_answered(client, few, name, value, message):
    html = page(client, **{"q": "stop", name: value})
    assert html.count(message) == 1
    assert name == "mode" or f'value="{value}"' in html
    assert names(client, **{"q": "stop", name: value}) == ["TRIZ", "Tea"]


NOTHING = ["asdfgh", "wie werden wir schneller?", "the of and", "what is it?", "🙂", "x" * 300]


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize("question", NOTHING)
def test_where_nothing_answers_there_are_other_ways(client, question):
    html = page(client, q=question)
    assert names(client, q=question) == []
    assert "None of our questions is near to this." in html
    assert text(html, 'id="nothing">', "</section>").startswith("No structure answers this yet")
    assert len(re.findall(r'<span class="qn open">', html)) == 3
    assert re.search(r'<details[^>]*id="none-helps" open>', html)
    assert len(client.get(reverse("structures"), {"q": question}).context["catalogue"].cards) == 0


def test_what_is_too_long_is_said_and_stays(client, few):
    html = page(client, q="stop " * 61)
    assert html.count("Ensure this value has at most 300 characters") == 1
    assert 'id="arc"' in html
    assert f'value="{"stop " * 61}"' in html


def test_where_everything_is_barred_it_is_said_why(client, few):
    html = page(client, q="stop", minutes="1", people="1")
    assert text(html, 'id="nothing">', "</section>").startswith("What would answer this cannot be done here")
    assert 'id="barred" open>' in html
    assert "What stands in the way" in html


def test_what_is_typed_is_only_text(client, few):
    assert "<script>x" not in page(client, q="<script>x stop")


def test_the_arc_leads_to_the_questions_and_their_structures(client):
    question = create_question(slug="needs", text="What do we need?")
    create_fit(
        question=question, structure=create_structure(slug="tea", name="Tea", steps=1), strength="named"
    )
    arc = page(client).split('id="arc"')[1]
    assert re.findall(r'<a [^>]*?href="([^"]*)">([^<]*)</a>', arc)[:2] == [
        ("/questions/needs/", "What do we need?"),
        ("/structures/tea/", "Tea"),
    ]


def test_a_journey_begins_here(client):
    assert f'href="{reverse("journey_new")}"' in page(client)


def test_what_is_not_published_is_not_shown(client):
    hidden = create_structure(name="Secret Tea", status="draft")
    create_fit(question=create_question(), structure=hidden, strength="named")
    create_question(text="A secret?", status="retired")
    assert "ecret" not in page(client)


@pytest.mark.parametrize("count", [1, 30])
def test_queries_are_constant(client, django_assert_num_queries, count):
    for _ in range(count):
        create_fit(question=create_question(), structure=create_structure(steps=2), strength="named")
    with django_assert_num_queries(4):  # nothing is matched where nothing is asked
        page(client, people="18", minutes="60")
    with django_assert_num_queries(6):
        page(client, q="What is question 1?", people="18", minutes="60")
