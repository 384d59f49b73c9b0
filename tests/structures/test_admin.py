"""Curation in the admin: editing, its friendly refusals, and what the loader later makes of it."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from structures.loading.storing import Fate, store
from structures.models import Question, Structure
from tests.factories import (
    create_fit,
    create_material,
    create_pairing,
    create_question,
    create_repeat,
    create_role,
    create_step,
    create_structure,
)

pytestmark = pytest.mark.django_db

STRUCTURES = reverse("admin:structures_structure_changelist")
QUESTIONS = reverse("admin:structures_question_changelist")


def change_url(instance):
    return reverse(f"admin:structures_{instance._meta.model_name}_change", args=[instance.pk])


def form_data(response):
    """What a browser would send back from a page nobody touched."""
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    forms = [
        response.context["adminform"].form,
        *(form for f in formsets for form in (f.management_form, *f.forms)),
    ]
    data = {}
    for form in forms:
        for bound in form:
            data |= as_sent(bound)
    return data


def as_sent(bound):
    value = bound.field.prepare_value(bound.value())
    if value is None or value is False:
        return {}
    if isinstance(value, str):
        value = value.replace("\n", "\r\n")
    return {bound.html_name: "on" if value is True else getattr(value, "value", value)}


@pytest.fixture
def edit(admin_client):
    """``edit(instance, changes)`` opens the change page, types, and saves; returns what follows."""

    def post(instance, changes=None):
        url = change_url(instance)
        data = form_data(admin_client.get(url)) | (changes or {})
        return admin_client.post(url, {name: value for name, value in data.items() if value is not None})

    return post


@pytest.fixture
def structure():
    """A structure with a little of everything."""
    one = create_structure(
        name="One", slug="one", tips=["First tip", "Second tip"], purposes=["help", "reveal"]
    )
    two = create_structure(name="Two", slug="two", steps=1)
    create_repeat(structure=one, key="A", count=3)
    create_step(structure=one, title="Think", grouping="alone", minutes=1)
    create_step(structure=one, title="Talk", grouping="pairs", minutes=4, repeat="A", nested=two)
    create_step(structure=one, title="Share", minutes=5, protected=True)
    create_role(structure=one)
    create_material(structure=one)
    create_pairing(before=one, after=two)
    create_fit(question=create_question(), structure=one)
    return one


def errors(response):
    """Every error on the page, by field."""
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    forms = [response.context["adminform"].form, *(form for formset in formsets for form in formset.forms)]
    return {
        f"{form.prefix or ''} {name}".strip(): list(e) for form in forms for name, e in form.errors.items()
    }


def titles(structure):
    return [(step.position, step.title) for step in structure.steps.all()]


def test_list_of_structures(admin_client, structure):
    structure.headline_min, structure.headline_max, structure.people_min = 15, 20, 4
    structure.save()
    page = admin_client.get(STRUCTURES, {"q": "think"}).content.decode()
    cells = ["One", "published", "classic menu", "classic", "18", "15–20", "4 or more"]
    found = [page.split(f"field-{name}")[1].split(">", 1)[1].split("</t")[0] for name in (
        "status", "family", "edition", "ideal_minutes", "printed_minutes", "people")]  # fmt: skip
    assert found == cells[1:]
    assert "Two" not in page.split("<tbody>")[1]


@pytest.mark.parametrize(
    "query", [{"q": "anders"}, {"q": "nobody speaks"}, {"status__exact": "draft"}, {"family__exact": "house"}]
)
def test_search_and_filters(admin_client, query):
    create_structure(
        name="Wanted", aliases=["Anders"], use_when=["nobody speaks"], status="draft", family="house", steps=2
    )
    create_structure(name="Other", steps=1)
    response = admin_client.get(STRUCTURES, query)
    assert [one.name for one in response.context["cl"].result_list] == ["Wanted"]


@pytest.mark.parametrize(("url", "model"), [(STRUCTURES, Structure), (QUESTIONS, Question)])
def test_queries_of_a_list_are_constant(admin_client, url, model):
    def add(count):
        for _ in range(count):
            structure = create_structure(steps=3)
            create_repeat(structure=structure)
            create_fit(question=create_question(), structure=structure)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(url).status_code == 200
        return len(captured)

    add(1)
    few = queries()
    add(29)
    assert (queries(), model.objects.count()) == (few, 30)


def test_saving_untouched_changes_nothing(edit, catalogue, catalogue_files):
    for slug in ("troika-consulting", "25-10-crowd-sourcing"):
        assert edit(Structure.objects.get(slug=slug)).status_code == 302
    assert edit(Question.objects.get(slug="purpose")).status_code == 302
    report = store(catalogue_files)
    assert {*report.structures.values(), *report.questions.values()} == {Fate.SAME}


def test_an_edit_is_seen_by_the_loader(edit, catalogue, catalogue_files):
    edit(Structure.objects.get(slug="triz"), {"makes_possible": "My own words."})
    assert store(catalogue_files).slugs(Fate.EDITED) == ["triz"]


def test_lists_are_edited_one_line_per_entry(edit, structure):
    edit(structure, {"tips": "  A tip \r\n\r\nAnother, with “quotes”\r\nA tip\r\n", "aliases": "Uno"})
    structure.refresh_from_db()
    assert (structure.tips, structure.aliases) == (["A tip", "Another, with “quotes”"], ["Uno"])


def test_too_many_questions_are_refused(edit, structure):
    response = edit(structure, {"asked_as": "\r\n".join(f"What about {n}?" for n in range(13))})
    assert response.context["adminform"].form.errors == {"asked_as": ["At most 12 lines."]}


def test_purposes_keep_their_order(edit, structure):
    edit(structure, {"purposes": ["reveal", "share", "help"]})
    structure.refresh_from_db()
    assert structure.purposes == ["help", "reveal", "share"]


def test_steps_change_places(edit, structure):
    edit(structure, {"steps-0-place": "3", "steps-2-place": "1"})
    assert titles(structure) == [(1, "Share"), (2, "Talk"), (3, "Think")]


def test_a_step_is_put_between(edit, structure):
    new = {
        "title": "Draw",
        "grouping": "alone",
        "minutes_min": 1,
        "minutes": 2,
        "minutes_max": 3,
        "mode": "both",
    }
    edit(structure, {f"steps-3-{name}": value for name, value in new.items()}
         | {"steps-TOTAL_FORMS": 4, "steps-3-place": "2", "steps-1-place": "3"})  # fmt: skip
    assert titles(structure) == [(1, "Think"), (2, "Draw"), (3, "Talk"), (4, "Share")]


def test_a_step_without_a_place_comes_last_and_a_deleted_one_leaves_no_gap(edit, structure):
    edit(structure, {"steps-0-place": "", "steps-1-DELETE": "on", "repeats-0-DELETE": "on"})
    assert titles(structure) == [(1, "Share"), (2, "Think")]


REFUSED = [
    ({"steps-1-minutes": "9"}, {"steps-1 minutes_max": ["This must be at least 9, as “Minutes” says."]}),
    ({"steps-1-minutes_min": "5"},
     {"steps-1 minutes": ["This must be at least 5, as “Shortest minutes” says."]}),
    ({"steps-1-size_min": "5", "steps-1-size_max": "4"},
     {"steps-1 size_max": ["This must be at least 5, as “People per group from” says."]}),
    ({"steps-1-repeat": "B"}, {"steps-1 repeat": ["There is no repeat “B”."]}),
    ({"repeats-0-DELETE": "on"}, {"steps-1 repeat": ["There is no repeat “A”."]}),
    ({"repeats-0-count": "4"}, {"repeats-0 count_max": ["This must be at least 4, as “Usually” says."]}),
    ({"people_max": "1"}, {"people_max": ["This must be at least 2, as “Fewest people” says."]}),
    ({"steps-1-minutes": "soon"}, {"steps-1 minutes": ["Enter a whole number."]}),
    ({"steps-1-minutes_max": "100000"},
     {"steps-1 minutes_max": ["Ensure this value is less than or equal to 32767."]}),
    ({"purposes": ["dance"]},
     {"purposes": ["Select a valid choice. dance is not one of the available choices."]}),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), REFUSED)
def test_a_refusal_stands_beside_its_field_and_nothing_is_written(edit, structure, changes, expected):
    before = list(structure.steps.values()), list(structure.repeats.values())
    response = edit(structure, {"name": "Changed"} | changes)
    assert errors(response) == expected
    structure.refresh_from_db()
    assert (structure.name, list(structure.steps.values()), list(structure.repeats.values())) == (
        "One",
        *before,
    )


def test_a_new_structure(admin_client):
    data = form_data(admin_client.get(reverse("admin:structures_structure_add")))
    data |= {"name": "Mine", "slug": "mine", "makes_possible": "A", "invitation": "B"}
    response = admin_client.post(reverse("admin:structures_structure_add"), data)
    mine = Structure.objects.get()
    assert (response.status_code, mine.name, mine.status, mine.purposes, mine.tips) == (
        302,
        "Mine",
        "draft",
        [],
        [],
    )


def test_a_new_fit_comes_after_the_questions_others(edit, structure):
    question = Question.objects.get()
    two = Structure.objects.get(slug="two")
    edit(two, {"fits-TOTAL_FORMS": 1, "fits-0-question": question.pk, "fits-0-strength": "strong",
               "fits-0-because": "It suits.", "fits-0-invitation": "What now?"})  # fmt: skip
    assert [fit.structure.name for fit in question.fits.all()] == ["One", "Two"]


@pytest.mark.parametrize(
    ("action", "status", "said"),
    [
        ("publish", "published", ["1 is now: published."]),
        ("make_draft", "draft", ["2 are now: draft."]),
        ("retire", "retired", ["2 are now: retired."]),
    ],
)
def test_actions(admin_client, action, status, said):
    question = create_question()
    chosen = [create_structure(status="published"), create_structure(status="published")]
    if action == "publish":
        Structure.objects.filter(pk=chosen[0].pk).update(status="draft")
    for one in chosen:
        create_fit(question=question, structure=one)
    other = create_structure(status="draft" if action == "publish" else "published")
    data = {"action": action, ACTION_CHECKBOX_NAME: [one.pk for one in chosen]}
    response = admin_client.post(STRUCTURES, data)
    assert [str(message) for message in get_messages(response.wsgi_request)] == said
    assert [Structure.objects.get(pk=one.pk).status for one in chosen] == [status, status]
    assert Structure.objects.get(pk=other.pk).status == other.status


def test_publishing_what_fits_no_question_is_said(admin_client):
    lonely = create_structure(name="Lonely", status="draft", steps=1)
    response = admin_client.post(STRUCTURES, {"action": "publish", ACTION_CHECKBOX_NAME: [lonely.pk]})
    assert [str(message) for message in get_messages(response.wsgi_request)] == [
        "1 is now: published.",
        "Published, but fits no question yet: Lonely. Nobody finds it from a question.",
    ]


def test_retiring_counts_as_an_edit(admin_client, catalogue, catalogue_files):
    triz = Structure.objects.get(slug="triz")
    admin_client.post(STRUCTURES, {"action": "retire", ACTION_CHECKBOX_NAME: [triz.pk]})
    assert store(catalogue_files).slugs(Fate.EDITED) == ["triz"]


def test_what_has_a_file_keeps_its_slug_and_is_retired_instead_of_deleted(admin_client, catalogue):
    triz = Structure.objects.get(slug="triz")
    form = admin_client.get(change_url(triz)).context["adminform"].form
    response = admin_client.post(
        reverse("admin:structures_structure_delete", args=[triz.pk]), {"post": "yes"}
    )
    assert ("slug" in form.fields, response.status_code) == (False, 403)
    assert Structure.objects.filter(pk=triz.pk).exists()


def test_what_was_made_here_can_be_deleted(admin_client):
    mine = create_structure()
    admin_client.post(reverse("admin:structures_structure_delete", args=[mine.pk]), {"post": "yes"})
    assert Structure.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "As in its file. A newer file will change it."),
        ({"safety": "Careful."}, "Edited here. A newer file will not change it."),
        ({"loaded_digest": ""}, "Made here. Files do not change it."),
    ],
)
def test_the_page_says_whose_the_content_is(admin_client, catalogue, change, said):
    triz = Structure.objects.get(slug="triz")
    Structure.objects.filter(pk=triz.pk).update(**change)
    assert said in admin_client.get(change_url(triz)).content.decode()


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_draft_is_previewed_on_the_site(admin_client, status):
    draft = create_structure(slug="draft", status=status, steps=1)
    page = admin_client.get(change_url(draft)).content.decode()
    assert 'href="/structures/draft/"' in page
    assert admin_client.get("/structures/draft/").status_code == 200


def test_autocomplete_finds_structures_by_their_other_names(admin_client):
    create_structure(name="Wanted", aliases=["Anders"])
    create_structure(name="Other")
    query = {"term": "anders", "app_label": "structures", "model_name": "fit", "field_name": "structure"}
    found = admin_client.get(reverse("admin:autocomplete"), query).json()
    assert [row["text"] for row in found["results"]] == ["Wanted"]


@pytest.mark.parametrize("url", [STRUCTURES, QUESTIONS])
def test_only_staff_comes_in(client, url):
    assert client.get(url).status_code == 302
