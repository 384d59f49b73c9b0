"""A structure's page: everything about it, worked out for a group."""

import re

import pytest
from django.urls import reverse

from tests.factories import (
    create_fit,
    create_material,
    create_pairing,
    create_question,
    create_repeat,
    create_role,
    create_step,
    create_structure,
    create_user,
)

pytestmark = pytest.mark.django_db


def page(client, structure, **group) -> str:
    response = client.get(structure.get_absolute_url(), group)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def whole_structure(**fields):
    """A structure with something of everything."""
    texts = {
        "name": "Tea",
        "aliases": ["Calm Tea"],
        "makes_possible": "People calm down.",
        "purposes": ["help"],
        "invitation": "What do you hear?",
        "invitation_examples": ["What did you hear today?"],
        "space": "Chairs without tables.",
        "participation": "Everyone takes part.",
        "groups": "Fours.",
        "tips": ["Wait a little."],
        "traps": ["Talking too long."],
        "riffs": ["Do it outside."],
        "safety": "Anyone may pass.",
        "online_changes": "Use breakout rooms.",
        "remainder_note": "Join a four.",
        "people_min": 4,
        "people_best_min": 8,
        "people_best_max": 40,
        "people_max": 60,
        "headline_min": 20,
        "minutes_note": "The print leaves out the opening.",
        "source": "https://example.org/tea",
        "credit": "Somebody",
    }
    structure = create_structure(**(texts | fields))
    create_step(structure=structure, title="Open", what="Say hello.", minutes=5)
    create_step(structure=structure, title="Talk", minutes=10, minutes_max=15, grouping="fours")
    create_role(structure=structure, name="Host", what="Keeps time.")
    create_material(structure=structure, item="cup", quantity=2, per="person")
    create_material(structure=structure, item="flip chart", per="group", required=False, mode="in_person")
    return structure


def test_the_page_tells_everything(client):
    structure = whole_structure()
    fit = create_fit(question=create_question(text="Who are we?"), structure=structure, because="It opens.")
    after = create_pairing(before=structure, after=create_structure(name="Bread"), because="Hunger follows.")
    before = create_pairing(before=create_structure(name="Walk"), after=structure, because="Thirst leads.")
    html = page(client, structure)
    told = [
        *("Calm Tea", "People calm down.", "What do you hear?", "What did you hear today?"),
        *("Chairs without tables.", "Everyone takes part.", "Fours.", "Join a four."),
        *("Wait a little.", "Talking too long.", "Do it outside.", "Anyone may pass.", "Use breakout rooms."),
        *("Say hello.", "Host", "Keeps time.", "Printed with 20 min.", "The print leaves out the opening."),
        *(fit.because, fit.invitation, "Who are we?", after.because, before.because, "Credit: Somebody."),
        *("15 min", "15 to 20 min", "4 to 60 people", "best with 8 to 40", "https://example.org/tea"),
        *("/journeys/add/?structure=", "CC BY-SA 4.0"),
    ]
    assert [text for text in told if text not in html] == []


def test_steps_say_the_groups_of_these_people(client):
    html = page(client, whole_structure(), people="23")
    assert re.findall(r'<h3>(\w+) <span class="sits">([^<]*)</span>', html) == [
        ("Open", "everyone"),
        ("Talk", "five fours and a trio"),
    ]
    assert "everyone → five fours and a trio" in html


def test_without_people_the_recipe_speaks(client):
    html = page(client, whole_structure())
    assert '<span class="sits">fours</span>' in html
    assert '2 <span class="quiet">per person</span>' in html


def test_materials_and_room_are_worked_out(client):
    html = page(client, whole_structure(), people="23")
    brought = re.findall(
        r'<li><span>([\w ]+?)(?: <span[^>]*>[\w ]+</span>)?</span><span class="num">(\d+)</span>', html
    )
    assert brought == [("cup", "46"), ("flip chart", "6")]
    assert "23 chairs, 6 places for groups of up to 4" in html
    assert "people regroup once" in html


def test_online_leaves_the_room_at_home(client):
    html = page(client, whole_structure(), people="23", mode="online")
    assert "flip chart" not in html
    assert "<dt>Breakout rooms</dt><dd>6</dd>" in html
    assert "chairs" not in html


def test_repeats_follow_the_people(client):
    structure = create_structure()
    create_repeat(structure=structure, unit="client", count=3, set_by="group_size")
    create_step(structure=structure, minutes=10, repeat="A", grouping="trios")
    assert "For each of three clients in turn" in page(client, structure, people="9")
    html = page(client, structure, people="4")
    assert "For each of four clients in turn" in html
    assert "<dd>40 min</dd>" in html


def test_a_step_leads_to_the_structure_inside_it(client):
    inner = create_structure(name="1-2-4-All", slug="1-2-4-all")
    structure = create_structure()
    create_step(structure=structure, nested=inner, nested_note="without All")
    assert 'Inside: <a href="/structures/1-2-4-all/">1-2-4-All</a>, without All' in page(client, structure)


@pytest.mark.parametrize(
    ("people", "cautions"),
    [
        ("3", ["Too few: it needs at least 4 people."]),
        ("4", ["It can be done. It is at its best from 8 people on."]),
        ("8", []),
        ("40", []),
        ("41", ["It can be done. It is at its best with up to 40 people."]),
        ("60", ["It can be done. It is at its best with up to 40 people."]),
        ("61", ["Too many: it holds at most 60 people."]),
    ],
)
def test_cautions(client, people, cautions):
    html = page(client, whole_structure(safety=""), people=people)
    assert re.findall(r'<div class="notice warn"><p>([^<]*)</p>', html) == cautions


def test_poorly_online_is_a_caution_only_online(client):
    structure = whole_structure(online="poorly", safety="")
    warning = "It works poorly online. Look for another structure, or meet in a room."
    assert page(client, structure, mode="online").count(warning) == 1
    assert page(client, structure, mode="in_person").count(warning) == 0


@pytest.mark.parametrize(
    ("people", "message"),
    [
        ("soon", "Type the number of people in figures, like 18."),
        ("0", "A group has at least one person."),
        ("10000", "The most is 5,000 people."),
    ],
)
def test_a_number_that_cannot_be_is_said_and_nothing_is_worked_out(client, people, message):
    html = page(client, whole_structure(), people=people, mode="online")
    assert html.count(message) == 1
    assert f'value="{people}"' in html
    assert "<dt>Breakout rooms</dt>" not in html
    assert "flip chart" not in html  # the mode still holds


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_only_staff_see_what_is_not_published(client, status):
    structure = whole_structure(status=status)
    address = reverse("structure", args=[structure.slug])
    assert client.get(address).status_code == 404
    client.force_login(create_user())
    assert client.get(address).status_code == 404
    client.force_login(create_user(is_staff=True))
    html = client.get(address).content.decode()
    assert "Only curators see this page." in html
    assert "/journeys/add/" not in html


def test_drafts_and_retired_questions_do_not_shine_through(client):
    structure = whole_structure()
    hidden = create_structure(name="Secret", slug="secret", status="draft", variant_of=structure)
    create_pairing(before=structure, after=hidden)
    create_pairing(before=hidden, after=structure)
    create_fit(question=create_question(text="A secret?", status="retired"), structure=structure)
    create_step(structure=structure, nested=hidden)
    html = page(client, structure)
    assert html.count("Secret") == 1  # the step names what it is, without a link
    assert "/structures/secret/" not in html
    assert "A secret?" not in html


def test_no_such_structure(client):
    assert client.get("/structures/nothing/").status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_queries_are_constant(client, django_assert_num_queries, count):
    structure = whole_structure()
    for _ in range(count):
        mate = create_structure(steps=2)
        create_pairing(before=structure, after=mate)
        create_pairing(before=mate, after=structure)
        create_fit(question=create_question(), structure=structure)
        create_step(structure=structure, nested=mate)
        create_material(structure=structure)
    # the structure, eight lists, and steps and repeats of the mates on either side
    with django_assert_num_queries(13):
        page(client, structure, people="23")


def test_text_is_escaped(client):
    html = page(client, whole_structure(name="<b>Tea</b>", makes_possible="<script>alert(1)</script>"))
    assert "<b>Tea" not in html
    assert "<script>alert" not in html
