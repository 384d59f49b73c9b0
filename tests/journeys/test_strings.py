"""The page of starting points: published strings, and the newest of one's own journeys."""

import re
from html import unescape

import pytest

from sessions.library import Library
from sessions.models import Journey
from sessions.visitor import GUEST_KEY, Visitor
from tests import factories, journey_factories
from tests.journeys.ritual import messages
from tests.journeys.shared import plain
from tests.journeys.starting import the_only

URL = "/journeys/strings/"
STORYBOARD = {"string": "seattle-storyboard", "key": "this-page", "timezone": "Europe/Berlin"}


def shown(answer):
    """Title, structures and minutes of each string on the page."""
    found = re.findall(
        r'<li class="piece".*?<h2>(.*?)</h2>.*?<p class="order">(.*?)</p>.*?<li>(.*?)</li>', answer.text, re.S
    )
    return {unescape(title): (plain(order), minutes) for title, order, minutes in found}


def offered(answer):
    """The own journeys that one can start from."""
    return re.findall(r"new invitations<span class=\"vh\"> (.*?)</span>", answer.text)


@pytest.mark.usefixtures("catalogue")
def test_each_string_says_what_it_is_made_of_and_whose_it_is(client):
    answer = client.get(URL)

    assert len(shown(answer)) == 16
    assert shown(answer)["A more innovative culture"] == (
        "Impromptu Networking → Ecocycle Planning → TRIZ → 25/10 Crowdsourcing → Troika Consulting → "
        "What, So What, Now What?",
        "2 h 30 min",
    )
    assert "Jan-Willem Zijlstra and Joep Sars, meetup in Groningen, 30 January 2020" in answer.text
    assert (
        'href="https://warmolts-ict.nl/2020/01/30/liberating-structures-meetup-3/" rel="external"'
        in answer.text
    )


@pytest.mark.usefixtures("catalogue")
def test_looking_at_it_keeps_nothing(client):
    answer = client.get(URL)

    assert (answer.status_code, GUEST_KEY in client.session, Journey.objects.count()) == (200, False, 0)


@pytest.mark.usefixtures("catalogue")
def test_a_guest_starts_from_a_string(client):
    answer = client.post(URL, STORYBOARD, follow=True)

    journey = the_only()
    session = journey.sessions.get()
    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]
    assert (journey.title, journey.guest == client.session[GUEST_KEY] != "") == (
        "A more innovative culture",
        True,
    )
    assert (session.minutes, session.timezone, session.date) == (150, "Europe/Berlin", None)
    assert [question.question.slug for question in journey.questions.select_related("question")] == [
        "needs",
        "starting-point",
        "possibilities",
        "acting",
    ]
    assert list(journey.revisions.values_list("number", "what", "before")) == [
        (1, "Started from A more innovative culture", None)
    ]
    assert messages(answer) == [
        "This is your own copy of the string. Put it into the words of your group: "
        f'<a href="/journeys/{journey.code}/words/">write the invitations</a>'
    ]


@pytest.mark.usefixtures("catalogue")
def test_an_account_starts_from_a_string(client):
    ana = factories.create_user()
    client.force_login(ana)

    client.post(URL, STORYBOARD)

    assert (the_only().owner, the_only().guest) == (ana, "")


@pytest.mark.usefixtures("catalogue")
def test_a_double_click_starts_one_journey_and_another_string_another(client):
    first, second = (client.post(URL, STORYBOARD) for _ in range(2))
    third = client.post(URL, STORYBOARD | {"string": "first-taste"})

    assert (first.url, Journey.objects.count()) == (second.url, 2)
    assert first.url != third.url


@pytest.mark.usefixtures("catalogue")
def test_the_same_page_sent_by_somebody_else_never_leads_into_ones_journey(client):
    client.post(URL, STORYBOARD)
    mine = the_only()
    client.force_login(factories.create_user())

    answer = client.post(URL, STORYBOARD)

    assert (answer.url == mine.get_absolute_url(), Journey.objects.count()) == (False, 2)


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc", "x" * 60])
def test_a_time_zone_that_nobody_knows_is_ours(client, zone):
    client.post(URL, STORYBOARD | {"timezone": zone})

    assert the_only().sessions.get().timezone == "UTC"


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize("string", ["", "nonsense", "../seed", "seattle-storyboard.json"])
def test_an_unknown_string_is_told_and_nothing_is_started(client, string):
    answer = client.post(URL, STORYBOARD | {"string": string})

    sentence = "That string is no longer here. Choose another one." if string else "This field is required."
    assert (answer.status_code, sentence in answer.text, Journey.objects.count()) == (422, True, 0)
    assert GUEST_KEY not in client.session


@pytest.mark.django_db
def test_without_its_structures_no_string_is_offered_nor_started(client):
    answer = client.post(URL, STORYBOARD)

    assert (answer.status_code, shown(answer), Journey.objects.count()) == (422, {}, 0)
    assert "The structures of the published strings are not in this catalogue." in answer.text


def test_ones_own_journeys_are_offered_to_oneself_alone(cast):
    assert {
        name: offered(getattr(cast, name).get(URL))
        for name in ("ana", "ben", "hal", "sam", "guest", "nobody")
    } == {
        "ana": ["Improving discharge"],
        "ben": ["Improving discharge"],
        "hal": [],
        "sam": ["Sam&#x27;s own"],
        "guest": ["A guest&#x27;s own"],
        "nobody": [],
    }


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(("count", "queries"), [(0, 6), (1, 9), (30, 9)])
def test_it_takes_the_same_queries_however_many_one_has(client, django_assert_num_queries, count, queries):
    ana = factories.create_user()
    for number in range(count):
        journey_factories.create_session(
            journey=journey_factories.create_journey(owner=ana, title=f"J{number}")
        )
    client.force_login(ana)

    # The browser's session, the person, structures, steps, repeats, the newest journeys, their sessions, questions.
    with django_assert_num_queries(queries):
        answer = client.get(URL)

    assert offered(answer) == [f"J{number}" for number in range(count)][:-6:-1]


def test_the_ways_lead_here(client, db):
    pages = {url: f'href="{URL}"' in client.get(url).text for url in ("/journeys/", "/journeys/new/")}

    assert pages == {"/journeys/": True, "/journeys/new/": True}


def test_the_list_of_all_journeys_stays_whole(db):
    ana = factories.create_user()
    for _ in range(7):
        journey_factories.create_journey(owner=ana)

    assert len(Library.of(Visitor(user=ana)).entries) == 7


def test_it_is_read_and_sent_only(client, db):
    assert client.delete(URL).status_code == 405
