"""A word for the curators from somebody whom nothing helped, and what curators see of it."""

import re
from html import unescape

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from structures.models import Wanting
from tests.factories import create_structure, create_wanting

pytestmark = pytest.mark.django_db

URL = reverse("wanting")
SAID = {"question": "How do we bake bread?", "words": "Something with flour.", "email": "ana@example.org"}
SENT = {**SAID, "key": "a-page", "where": "home", "q": "bread", "people": "18", "mode": "online"}
WITH_SCRIPTS = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def tea():
    return create_structure(slug="tea", name="Tea", good_for=["bread and butter"])


def send(client, headers=None, **fields):
    return client.post(URL, SENT | fields, headers=headers)


def stored():
    return list(
        Wanting.objects.values_list("question", "words", "email", "people", "minutes", "mode", "offered")
    )


def error(answer, field):
    found = re.search(rf'id="wanting_{field}_error"><p>([^<]*)</p>', answer.text)
    return answer.status_code, unescape(found[1]) if found else None


def test_what_was_wanting_is_kept_with_what_was_offered(client):
    send(client)
    assert stored() == [(*SAID.values(), 18, None, "online", ["tea"])]


def test_what_was_offered_is_what_the_page_showed(client):
    create_structure(slug="drum", name="Drum", good_for=["music"])
    send(client, question="music")  # they were shown what answers "bread", and only then wrote this
    send(client, q="what is it?", question="what is it?")
    assert [row[-1] for row in stored()] == [[], ["tea"]]


def test_with_scripts_thanks_stand_where_the_form_was(client):
    answer = send(client, WITH_SCRIPTS)
    assert (answer.status_code, [each.name for each in answer.templates][0]) == (
        200,
        "structures/_wanting.html",
    )
    assert "Thank you" in answer.text
    assert "<form" not in answer.text


@pytest.mark.parametrize(("where", "page"), [("home", "/"), ("structures", "/structures/"), ("", "/")])
def test_without_scripts_the_answer_is_shown_again_with_thanks(client, where, page):
    answer = send(client, where=where)
    assert answer["Location"] == f"{page}?q=bread&people=18&mode=online"
    assert [str(one) for one in get_messages(answer.wsgi_request)] == [
        "Thank you. The curators of the catalogue will read it."
    ]


def test_nobody_is_sent_elsewhere(client):
    answer = send(client, where="https://evil.example.org/")
    assert (answer.status_code, answer.get("Location")) == (422, None)
    assert stored() == []


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("question", "", "Say what you were looking for."),
        ("question", "   ", "Say what you were looking for."),
        ("question", "x" * 301, "Ensure this value has at most 300 characters (it has 301)."),
        ("words", "x" * 1001, "Ensure this value has at most 1000 characters (it has 1001)."),
        ("email", "ana", "Enter a valid email address."),
        ("question", "a\x00b", "Null characters are not allowed."),
    ],
)
@pytest.mark.parametrize("headers", [None, WITH_SCRIPTS])
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_lost(client, headers, field, value, message):
    answer = send(client, headers, **{field: value})
    assert error(answer, field) == (422, message)
    others = [said for name, said in SAID.items() if name != field]
    assert [said for said in others if said not in answer.text] == []
    assert ("<h1>" in answer.text) == (headers is None)
    assert stored() == []


@pytest.mark.parametrize("situation", [{"people": "many", "mode": "moon", "minutes": "xx"}, {"people": "0"}])
def test_a_situation_that_cannot_be_is_left_out(client, situation):
    assert send(client, **({"mode": ""} | situation)).status_code == 302
    assert stored() == [(*SAID.values(), None, None, "both", ["tea"])]


def test_the_same_sent_twice_is_kept_once(client):
    for _ in range(2):
        assert "Thank you" in send(client, WITH_SCRIPTS).text
    assert len(stored()) == 1


def test_other_words_from_the_same_page_and_the_same_from_another_are_kept(client):
    send(client)
    send(client, words="Something with yeast.")
    send(client, key="another-page")
    assert len(stored()) == 3


def test_a_room_of_sixty_may_send_and_one_more_is_asked_to_wait(client):
    for number in range(60):
        assert send(client, WITH_SCRIPTS, key=f"page-{number}").status_code == 200
    answer = send(client, WITH_SCRIPTS, key="one-more")
    assert answer.status_code == 422
    assert "Many words have come from here within the hour." in answer.text
    assert SAID["words"] in answer.text
    assert len(stored()) == 60


def test_mistakes_do_not_count_as_sent(client):
    for _ in range(61):
        send(client, WITH_SCRIPTS, question="")
    assert send(client, WITH_SCRIPTS).status_code == 200


def test_only_our_own_pages_may_send():
    assert send(Client(enforce_csrf_checks=True)).status_code == 403
    assert stored() == []


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_it_is_only_sent(client, method):
    assert getattr(client, method)(URL).status_code == 405


@pytest.mark.parametrize("path", ["/?q=bread&people=18", "/structures/?q=bread&people=18", "/?q=asdfgh"])
def test_the_form_knows_what_was_asked(client, path):
    html = client.get(path).text.split('id="wanting"')[1]
    inputs = dict(re.findall(r'<input type="(?:hidden|text)" name="([^"]*)" value="([^"]*)"', html))
    known = client.get(path).wsgi_request.GET.dict()
    assert inputs["question"] == inputs["q"] == known["q"]
    assert inputs.get("people") == known.get("people")
    assert inputs["where"] == ("home" if path.startswith("/?") else "structures")


def test_every_page_has_a_key_of_its_own(client):
    keys = {re.search(r'name="key" value="([^"]*)"', client.get("/?q=bread").text)[1] for _ in range(3)}
    assert len(keys) == 3


def test_a_catalogue_that_filters_left_empty_offers_it_too(client):
    assert 'id="wanting"' in client.get("/structures/?people=1&purpose=plan").text
    assert 'id="wanting"' not in client.get("/structures/").text
    assert 'id="wanting"' not in client.get("/").text


# --- Curators -------------------------------------------------------------------------------------

LIST = reverse("admin:structures_wanting_changelist")


def change_url(wanting):
    return reverse("admin:structures_wanting_change", args=[wanting.pk])


def listed(client, **asked):
    return [one.question for one in client.get(LIST, asked).context["cl"].result_list]


def test_the_newest_stand_first_and_those_that_are_settled_apart(admin_client):
    for question in ["first", "second", "third"]:
        create_wanting(question=question)
    Wanting.objects.filter(question="second").settle()
    assert listed(admin_client) == ["third", "second", "first"]
    assert listed(admin_client, state="open") == ["third", "first"]
    assert listed(admin_client, state="settled") == ["second"]
    assert listed(admin_client, q="thir") == ["third"]


def test_settling_forgets_the_address(admin_client):
    wanting, other = create_wanting(email="ana@example.org"), create_wanting(email="ben@example.org")
    data = {"action": "settle", ACTION_CHECKBOX_NAME: [wanting.pk]}
    answer = admin_client.post(LIST, data, follow=True)
    assert "1 is settled." in answer.text
    wanting.refresh_from_db()
    other.refresh_from_db()
    assert (wanting.settled_at is not None, wanting.email) == (True, "")
    assert (other.settled_at, other.email) == (None, "ben@example.org")
    assert "0 are settled." in admin_client.post(LIST, data, follow=True).text


def test_an_entry_shows_how_the_question_ranks_today_and_leads_to_trying_it(admin_client, tea):
    create_structure(slug="loaf", name="Loaf", asked_as=["How do we bake bread?"])
    wanting = create_wanting(question="How do we bake bread?", people=18, offered=["tea"])
    answer = admin_client.get(change_url(wanting))
    assert [one.structure.slug for one in answer.context["today"].found] == ["loaf", "tea"]
    rows = re.findall(r"<td>(yes|no)</td>", answer.text)
    assert rows == ["no", "yes"]
    way = f"{reverse('admin:structures_structure_change', args=[tea.pk])}?try=How%20do%20we%20bake%20bread%3F"
    assert f'href="{way}"' in answer.text
    assert admin_client.get(way).context["trial"].place == 2


def test_curators_add_a_note_and_change_nothing_that_was_said(admin_client):
    wanting = create_wanting()
    admin_client.post(
        change_url(wanting), {"note": "Wrote a recipe.", "question": "Changed?", "email": "x@y.z"}
    )
    wanting.refresh_from_db()
    assert (wanting.note, wanting.question, wanting.email) == ("Wrote a recipe.", "How do we bake bread?", "")
    assert admin_client.get(reverse("admin:structures_wanting_add")).status_code == 403


def test_what_people_send_is_only_text(admin_client):
    wanting = create_wanting(question="<script>x", words="<script>y")
    for url in [LIST, change_url(wanting)]:
        assert "<script>x" not in admin_client.get(url).text
        assert "<script>y" not in admin_client.get(url).text
