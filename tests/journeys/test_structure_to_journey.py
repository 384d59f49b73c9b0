"""From a structure's page into one of one's journeys, or into a new one."""

import pytest

from sessions.models import Journey
from tests import factories, journey_factories
from tests.journeys.ritual import messages

URL = "/journeys/add/"


@pytest.fixture
def triz(db):
    return factories.create_structure(slug="triz", name="TRIZ", steps=2)


@pytest.fixture
def fitting(journey, triz):
    """Ana's journey also asks two questions of the catalogue that TRIZ fits: the second one best."""
    rows = []
    for slug, strength in (("why", "useful"), ("where", "named")):
        question = factories.create_question(slug=slug, text=f"{slug}?")
        factories.create_fit(
            question=question, structure=triz, strength=strength, invitation=f"{slug}, really?"
        )
        rows.append(journey.add_question(question=question))
    return rows


def offered(browser):
    """The journeys TRIZ could be added to."""
    offers = browser.get(URL, {"structure": "triz"}).context["offers"]
    return [offer.entry.journey.title for offer in offers]


def suggested(answer):
    """Which question each offer would answer."""
    offers = answer.context["offers"]
    return {offer.entry.journey.title: offer.suggested and offer.suggested.text for offer in offers}


def test_it_offers_the_journeys_one_may_change(cast, triz):
    assert {name: offered(getattr(cast, name)) for name in ("ana", "ben", "sam", "guest")} == {
        "ana": ["Improving discharge"],
        "ben": ["Improving discharge"],
        "sam": ["Sam's own"],
        "guest": ["A guest's own"],
    }


@pytest.mark.parametrize("name", ["hal", "nobody"])
def test_without_a_journey_the_way_leads_to_a_new_one(cast, triz, name):
    answer = getattr(cast, name).get(URL, {"structure": "triz"})

    assert (answer.status_code, answer.url) == (302, "/journeys/new/?structure=triz")


def test_it_suggests_the_question_it_fits_best(cast, fitting):
    assert suggested(cast.ana.get(URL, {"structure": "triz"})) == {"Improving discharge": "where?"}


def test_it_suggests_the_question_one_comes_from(cast, fitting):
    came_from = {"structure": "triz", "question": "why"}

    assert suggested(cast.ana.get(URL, came_from)) == {"Improving discharge": "why?"}


def test_it_suggests_a_question_that_waits_before_one_that_has_a_plan(cast, fitting, journey, morning):
    journey_factories.create_activity(journey=journey, session=morning, question=fitting[1])

    assert suggested(cast.ana.get(URL, {"structure": "triz"})) == {"Improving discharge": "why?"}


def test_it_suggests_nothing_where_nothing_fits(cast, triz, journey):
    assert suggested(cast.ana.get(URL, {"structure": "triz"})) == {"Improving discharge": None}


@pytest.mark.parametrize("structure", ["nonsense", "draft", "", "tr\0z"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_unknown_structure_is_not_found(cast, journey, triz, method, structure):
    factories.create_structure(slug="draft", status="draft")
    before = journey.snapshot()

    answer = getattr(cast.ana, method)(URL, {"structure": structure, "journey": journey.code})

    assert (answer.status_code, journey.snapshot() == before) == (404, True)


def test_it_is_added_for_the_question_with_that_questions_invitation(cast, fitting, journey):
    data = {"structure": "triz", "journey": journey.code, "question": fitting[0].code}

    answer = cast.ben.post(URL, data, follow=True)

    row = journey.activities.get(title="TRIZ")
    assert answer.redirect_chain == [(f"{journey.get_absolute_url()}#activity-{row.code}", 302)]
    assert (row.question, row.invitations, row.steps.count()) == (fitting[0], ["why, really?"], 2)
    assert (row.session, messages(answer)) == (journey.sessions.last(), ["Added TRIZ."])


@pytest.mark.parametrize("question", ["", None])
def test_it_is_added_for_no_question_with_its_own_invitation(cast, fitting, journey, question):
    data = {"structure": "triz", "journey": journey.code} | (
        {} if question is None else {"question": question}
    )

    cast.ana.post(URL, data)

    row = journey.activities.get(title="TRIZ")
    assert (row.question, row.invitations) == (None, ["What do you see?"])


def test_a_question_of_the_groups_own_has_the_structures_invitation(cast, triz, journey, question):
    cast.ana.post(URL, {"structure": "triz", "journey": journey.code, "question": question.code})

    row = journey.activities.get(title="TRIZ")
    assert (row.question, row.invitations) == (question, ["What do you see?"])


def test_a_question_of_another_journey_is_refused(cast, triz, journey):
    other = journey_factories.create_journey(owner=cast.owner, title="Other")
    foreign = journey_factories.create_journey_question(journey=other)
    before = journey.snapshot()

    data = {"structure": "triz", "journey": journey.code, "question": foreign.code}
    answer = cast.ana.post(URL, data, follow=True)

    assert (answer.redirect_chain, len(messages(answer))) == ([("/journeys/add/?structure=triz", 302)], 1)
    assert journey.snapshot() == before


def test_others_find_nothing(turned_away, triz, journey):
    statuses = turned_away(URL, structure="triz", journey=journey.code)

    assert statuses == {"hal": 404, "sam": 404, "guest": 404, "nobody": 404}


@pytest.mark.parametrize("code", ["", "nonsense", "a\0b"])
def test_an_unknown_journey_is_not_found(cast, triz, code):
    assert cast.ana.post(URL, {"structure": "triz", "journey": code}).status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_it_takes_the_same_queries_for_1_and_for_30_journeys(client, triz, django_assert_num_queries, count):
    ana = factories.create_user()
    for _ in range(count):
        journey = journey_factories.create_journey(owner=ana)
        journey_factories.create_journey_question(journey=journey)
        journey_factories.create_session(journey=journey)
    client.force_login(ana)

    # The browser's session, the person, the structure, its fits, journeys, sessions, questions, steps, repeats.
    with django_assert_num_queries(10):
        answer = client.get(URL, {"structure": "triz"})

    assert (len(answer.context["offers"]), Journey.objects.count()) == (count, count)


def test_it_is_read_and_sent_only(cast, triz):
    assert cast.ana.delete(URL).status_code == 405
