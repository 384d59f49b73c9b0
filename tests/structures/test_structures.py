"""The catalogue page: what is shown, in which order, and what a wish that cannot be granted gets for an answer."""

import re

import pytest
from django.urls import reverse

from structures.loading.storing import store
from tests.factories import create_fit, create_question, create_step, create_structure

pytestmark = pytest.mark.django_db


def page(client, **wishes) -> str:
    response = client.get(reverse("structures"), wishes)
    assert response.status_code == 200
    return response.content.decode()


def names(client, **wishes) -> list[str]:
    return re.findall(r'class="card-link"[^>]*>([^<]*)<', page(client, **wishes))


def said(client, **wishes) -> str:
    return re.search(r'id="found" role="status">([^<]*)</p>', page(client, **wishes))[1].strip()


def reasons(card) -> tuple:
    return card.structure, card.found.reasons, card.found.cautions, card.found.invitation


@pytest.fixture
def everything(db, catalogue_files):
    """The whole catalogue, as it is in its files."""
    store(catalogue_files)


def create(name, *, minutes=30, least=None, **fields):
    structure = create_structure(name=name, **fields)
    create_step(structure=structure, minutes=minutes, minutes_min=least or minutes)
    return structure


def test_published_structures_stand_in_the_order_of_their_names(client):
    for name in ["TRIZ", "1-2-4-All", "Min Specs"]:
        create(name)
    assert names(client) == ["1-2-4-All", "Min Specs", "TRIZ"]
    assert said(client) == "3 structures"


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_what_is_not_published_is_not_shown(client, status):
    question = create_question(slug="needs")
    hidden = create("Secret Tea", status=status, use_when=["secret"])
    create_fit(question=question, structure=hidden)
    for wishes in [{}, {"q": "secret tea"}, {"question": "needs"}]:
        assert "Secret Tea" not in page(client, **wishes)


@pytest.fixture
def catalogue():
    needs, start = create_question(slug="needs"), create_question(slug="start")
    tea = create("Tea", minutes=20, least=10, people_min=2, people_max=12, purposes=["help"], online="poorly")
    bread = create("Bread", minutes=60, people_min=10, purposes=["help", "plan"])
    cake = create("Cake", minutes=30, people_min=4, purposes=["plan"], online="adapted")
    create_fit(question=needs, structure=tea, strength="useful", because="Tea calms.")
    create_fit(question=needs, structure=bread, strength="named", because="Bread binds.")
    create_fit(question=start, structure=cake, strength="strong", because="Cake opens.")


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ({"question": "needs"}, ["Bread", "Tea"]),  # the named one first
        ({"purpose": "plan"}, ["Bread", "Cake"]),
        ({"people": "12"}, ["Bread", "Cake", "Tea"]),
        ({"people": "13"}, ["Bread", "Cake"]),
        ({"people": "3"}, ["Tea"]),
        ({"minutes": "30"}, ["Cake", "Tea"]),
        ({"minutes": "10"}, ["Tea"]),  # its shortest honest run
        ({"minutes": "9"}, []),
        ({"minutes": "1h"}, ["Bread", "Cake", "Tea"]),
        ({"mode": "online"}, ["Bread", "Cake"]),
        ({"mode": "in_person"}, ["Bread", "Cake", "Tea"]),
        ({"q": "cake"}, ["Cake"]),
        ({"question": "needs", "people": "5"}, ["Tea"]),
        ({"purpose": "plan", "minutes": "45", "mode": "online"}, ["Cake"]),
        ({"q": "tea", "question": "start"}, []),
    ],
)
def test_filters_work_alone_and_together(client, wishes, expected):
    assert names(client, **wishes) == expected


def test_minutes_follow_the_number_of_people(client):
    """A turn for each person of a small group: three in a group of three, four in a group of four."""
    troika = create("Troika")
    troika.repeats.create(key="A", unit="client", count_min=3, count=3, count_max=4, set_by="group_size")
    create_step(structure=troika, minutes=10, repeat="A", grouping="trios")
    assert names(client, minutes="60", people="9") == ["Troika"]
    assert names(client, minutes="60", people="4") == []


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("people", "soon", "Type the number of people in figures, like 18."),
        ("people", "0", "A group has at least one person."),
        ("people", "-5", "A group has at least one person."),
        ("people", "10000", "The most is 5,000 people."),
        ("minutes", "soon", "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("minutes", "0", "It takes at least 1 minute."),
        ("minutes", "-5", "“-5” is less than nothing. Minutes start at 0."),
        ("minutes", "100000", "“100000” is longer than a day. The most is 1440 minutes."),
        ("question", "nowhere", "There is no such question. Choose one from the list."),
        ("purpose", "joy", "There is no such purpose. Choose one from the list."),
        ("mode", "moon", "Choose in the room, online or either."),
        ("q", "x" * 301, "Ensure this value has at most 300 characters (it has 301)."),
    ],
)
def test_a_wish_that_cannot_be_is_said_and_the_others_hold(client, name, value, message):
    other = {"purpose": "help"} if name != "purpose" else {"people": "3"}
    html = page(client, **{name: value}, **other)
    assert html.count(message) == 1
    assert names(client, **{name: value}, **other) == names(client, **other) != names(client)


def test_what_was_typed_stays_and_is_escaped(client):
    html = page(client, people="<b>", q="<script>alert(1)</script>")
    assert 'value="&lt;b&gt;"' in html
    assert "<script>alert" not in html


@pytest.mark.usefixtures("catalogue")
def test_an_empty_result_says_which_wish_to_drop(client):
    html = page(client, purpose="plan", minutes="15", mode="online")
    loosen = re.findall(r'<li><a href="([^"]*)">\s*([^<]*?)\s*</a></li>', html.split('class="loosen"')[1])
    assert loosen == [("?purpose=plan&amp;mode=online", "2 structures if you drop: at most 15 min")]


@pytest.mark.usefixtures("catalogue")
def test_every_wish_in_force_can_be_dropped_by_a_link(client):
    html = page(client, q="tea", people="6", minutes="45", purpose="help", question="needs", mode="in_person")
    chips = re.findall(r'<li><a href="(\?[^"]*)">([^<]*)<svg', html.split('id="chips"')[1])
    assert [words for _address, words in chips] == [
        "“tea”",
        "Question 1",
        "help",
        "6 people",
        "at most 45 min",
        "In the room",
    ]
    assert chips[0][0] == "?people=6&amp;minutes=45&amp;purpose=help&amp;question=needs&amp;mode=in_person"


def test_the_last_wish_drops_to_the_whole_catalogue(client):
    assert 'href="?"' in page(client, people="6")


@pytest.mark.usefixtures("catalogue")
def test_a_card_says_why_it_was_found(client):
    create("Silence", use_when=["quiet people never get heard"], aliases=["Hush"])
    html = page(client, q="How do we hear quiet people?")
    assert "Use it when:</span> <mark>quiet</mark> people never get heard" in html
    assert "Also called “Hush”" in page(client, q="hush")
    assert "Tea calms." in page(client, question="needs")


def test_a_typed_question_leads_to_the_one_it_sounds_like_and_to_a_journey(client):
    question = create_question(
        text="Where are we starting, really?", wordings=["What is our starting point?"]
    )
    create_question(text="What do we need from each other?")
    create("Tea", use_when=["starting afresh"])
    html = page(client, q="Where do we start?")
    assert f'<a href="{question.get_absolute_url()}">Where are we starting, really?</a>' in html
    assert "?text=Where+do+we+start%3F" in html
    assert "?text=Where+do+we+start%3F&amp;people=14&amp;minutes=75" in page(
        client, q="Where do we start?", people=14, minutes=75
    )
    assert 'id="plan"' not in page(client)


@pytest.mark.parametrize(
    "wishes",
    [
        {"q": "How do we get quiet people to be heard?"},
        {"q": "stop what does not help", "people": "18", "minutes": "30"},
        {"q": "what do we need from each other", "people": "3", "mode": "online", "new": "on"},
        {"q": "triz"},
    ],
)
def test_the_catalogue_tells_what_the_first_page_tells(client, everything, wishes):
    """One answer everywhere: the same structures in the same order, with the same reasons."""
    at_home = client.get(reverse("home"), wishes).context["asked"]
    here = client.get(reverse("structures"), wishes).context["asked"]
    assert [reasons(card) for card in here.cards][:5] == [reasons(card) for card in at_home.cards] != []
    assert here.answer.barred[:5] == at_home.answer.barred
    assert len(here.cards) == at_home.answer.among


def test_where_everything_is_barred_it_is_said_and_the_wishes_in_the_way_can_be_dropped(client):
    create("Tea", use_when=["a stiff room"], people_min=6)
    create("Bread", use_when=["a hungry room"])
    html = page(client, q="stiff", people="3")
    assert said(client, q="stiff", people="3") == "What would answer this cannot be done here"
    assert "<h2>No structure meets all of this</h2>" not in html
    assert "<h2>What would answer this cannot be done here</h2>" in html
    assert re.findall(r'<li><a href="([^"]*)">1 structure if you drop', html) == ["?people=3", "?q=stiff"]
    assert "No structure answers this yet" not in html


def test_cards_lead_to_the_structure_for_the_same_group(client):
    create("Tea", slug="tea")
    assert 'href="/structures/tea/?people=6&amp;mode=online"' in page(
        client, people="6", mode="online", q="tea"
    )


@pytest.mark.parametrize("count", [1, 30])
def test_queries_are_constant(client, django_assert_num_queries, count):
    question = create_question(slug="needs")
    for number in range(count):
        structure = create(f"Tea {number}")
        create_step(structure=structure, nested=structure)
        create_fit(question=question, structure=structure)
    with django_assert_num_queries(5):  # structures, steps, repeats, fits; the questions to choose from
        assert len(names(client)) == count
    # and the question chosen, two that match, the questions told of
    with django_assert_num_queries(9):
        assert len(names(client, q="tea", question="needs", people="12", minutes="60")) == count


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_is_written_here(client, method):
    assert getattr(client, method)(reverse("structures")).status_code == 405
