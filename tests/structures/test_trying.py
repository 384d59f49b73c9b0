"""Curators try a question on a structure: where would it stand?"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from structures.models import Structure
from structures.trying import SHOWN, tried
from tests.factories import create_fit, create_question, create_structure

pytestmark = pytest.mark.django_db


def page(client, structure, question=None):
    url = reverse("admin:structures_structure_change", args=[structure.pk])
    return client.get(url, {"try": question} if question is not None else {})


@pytest.fixture
def triz():
    create_structure(name="Tea", use_when=["stop for a cup of tea when a meeting is long"])
    return create_structure(name="TRIZ", asked_as=["What must we stop?"], usage="widely")


def test_the_place_among_all_is_shown(admin_client, triz):
    response = page(admin_client, triz, "What should we stop?")
    trial = response.context["trial"]
    assert (trial.place, trial.among) == (1, 2)
    assert [(one.place, one.structure.name, one.said, one.is_it) for one in trial.places] == [
        (1, "TRIZ", "People ask: What must we stop?", True),
        (2, "Tea", "Use it to: stop for a cup of tea when a meeting is long", False),
    ]
    assert "Place 1 of 2" in response.text
    assert 'value="What should we stop?"' in response.text


def test_a_draft_is_tried_as_if_it_were_published(admin_client, triz):
    Structure.objects.filter(pk=triz.pk).update(status="draft")
    assert page(admin_client, triz, "stop").context["trial"].place == 1
    assert tried(Structure.objects.get(name="Tea"), "stop").among == 1


def test_one_that_is_not_found_says_so(admin_client, triz):
    assert "Not among the 0 found" in page(admin_client, triz, "xyzzy").text


def test_one_found_by_kin_alone_is_not_said_to_be_named(triz):
    kudos = create_structure(name="Bread", good_for=["praise and thanks"])
    assert [one.said for one in tried(kudos, "kudos").places] == ["Words of the same kind"]
    assert [one.said for one in tried(triz, "triz").places] == ["Its name"]


def test_one_far_down_is_shown_below_the_first():
    for number in range(SHOWN + 3):
        create_structure(name=f"Bread {number}", good_for=["bake bread"])
    last = create_structure(name="Last", good_for=["a long line about rice, soup, tea and also about bread"])
    assert [one.place for one in tried(last, "bread").places] == [*range(1, SHOWN + 1), SHOWN + 4]


def test_the_nearest_question_is_named(admin_client, triz):
    create_fit(structure=triz, question=create_question(text="What must we stop?"))
    assert "nearest question: What must we stop?" in page(admin_client, triz, "what should we stop").text


@pytest.mark.parametrize("question", [None, "", "   "])
def test_nothing_is_tried_unless_asked(admin_client, triz, question):
    assert page(admin_client, triz, question).context["trial"] is None


def test_what_is_typed_is_only_text(admin_client, triz):
    assert "<script>x" not in page(admin_client, triz, "<script>x stop").text


def test_trying_changes_nothing(admin_client, triz):
    with CaptureQueriesContext(connection) as queries:
        page(admin_client, triz, "stop")
    assert [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []


def test_a_new_structure_has_nothing_to_try(admin_client):
    assert 'id="trial"' not in admin_client.get(reverse("admin:structures_structure_add")).text


def test_its_own_questions_are_tried_by_themselves(admin_client, triz):
    create_structure(name="Halting", asked_as=["How do we stop?", "How shall we stop?"], usage="widely")
    triz.asked_as = ["What must we stop?", "How do we stop?"]
    triz.save()
    shown = page(admin_client, triz).context["examples"]
    assert [(one.question, one.place, one.first.name) for one in shown] == [
        ("What must we stop?", 1, "TRIZ"),
        ("How do we stop?", 2, "Halting"),
    ]


def test_whoever_goes_on_editing_tries_the_same_question_again(admin_client, triz):
    url = page(admin_client, triz, "bread").wsgi_request.get_full_path()
    form = page(admin_client, triz, "bread").context["adminform"].form
    sent = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    prefixes = [inline.formset.prefix for inline in page(admin_client, triz).context["inline_admin_formsets"]]
    sent |= {f"{prefix}-{name}_FORMS": 0 for prefix in prefixes for name in ("TOTAL", "INITIAL")}
    response = admin_client.post(url, sent | {"asked_as": "Bread?", "_continue": "1"}, follow=True)
    assert (response.context["trial"].question, response.context["trial"].place) == ("bread", 1)
    assert [one.question for one in response.context["examples"]] == ["Bread?"]
