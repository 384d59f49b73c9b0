"""The page an invitation opens, and what its one button does."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.utils import timezone

from tests import factories, journey_factories
from tests.cast import signed_in
from tests.journeys.ritual import AWKWARD, messages
from tests.journeys.shared import plain

CLOSED = "This invitation no longer works"
PASSWORD = "correct horse battery"


@pytest.fixture
def link(journey):
    return journey.invite()


@pytest.fixture
def mailed(journey):
    return journey.invite("cy@example.org")


@pytest.fixture
def cy(db):
    return signed_in(factories.create_user(email="cy@example.org", password=PASSWORD))


def url(invite):
    return f"/join/{invite.token}/"


def heading(answer):
    return plain(re.search(r"<h1>(.*?)</h1>", answer.text, re.S)[1])


def members(journey):
    return sorted(journey.members.values_list("user__email", "role"))


def test_it_says_who_invites_to_what_and_has_one_button(cy, journey, link):
    answer = cy.get(url(link))

    main = answer.text.partition("<main")[2]
    assert answer.status_code == 200
    assert heading(answer) == "ana invites you to plan Improving discharge together"
    assert re.findall(r"<button[^>]*>(.*?)</button>", main) == ["Plan along"]
    assert members(journey) == []


def test_it_tells_nothing_else_of_the_journey(cy, cast, journey, link):
    cast.member("ben", "editor")
    for browser in (cy, cast.nobody):
        text = browser.get(url(link)).text
        told = [word in text for word in ("Sooner home", "Welcome", "ana@example.org", "ben", journey.code)]
        assert told == [False] * 5


@pytest.mark.parametrize("way", ["link", "mailed"])
def test_by_its_button_one_plans_along(request, cy, journey, way):
    invite = request.getfixturevalue(way)

    answer = cy.post(url(invite), follow=True)

    assert (answer.redirect_chain, messages(answer)) == (
        [(journey.get_absolute_url(), 302)],
        ["Welcome. You plan “Improving discharge” together with ana now."],
    )
    assert (answer.status_code, members(journey)) == (200, [("cy@example.org", "editor")])


@pytest.mark.parametrize("way", ["link", "mailed"])
def test_a_double_click_joins_once_and_leads_to_the_journey(request, cy, journey, way):
    invite = request.getfixturevalue(way)

    answers = [cy.post(url(invite)) for _ in range(2)]

    assert [answer["Location"] for answer in answers] == [journey.get_absolute_url()] * 2
    assert members(journey) == [("cy@example.org", "editor")]


def test_of_two_with_the_same_mail_only_the_first_gets_in(cy, cast, journey, mailed):
    cy.post(url(mailed))

    late = [cast.sam.get(url(mailed)), cast.sam.post(url(mailed))]

    assert [(answer.status_code, heading(answer)) for answer in late] == [(410, CLOSED)] * 2
    assert members(journey) == [("cy@example.org", "editor")]


def test_a_link_lets_in_two(cy, cast, journey, link):
    for browser in (cy, cast.sam):
        browser.post(url(link))

    assert members(journey) == [("cy@example.org", "editor"), ("sam@example.org", "editor")]


@pytest.mark.parametrize("name", ["ana", "ben"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_plans_already_is_led_to_the_journey_and_uses_nothing_up(cast, journey, mailed, name, method):
    browser = getattr(cast, name)

    answer = getattr(browser, method)(url(mailed))

    assert (answer.status_code, answer["Location"]) == (302, journey.get_absolute_url())
    assert list(journey.invites.open()) == [mailed]


def test_who_has_no_account_is_led_to_one_and_back(cast, journey, link):
    browser = cast.nobody
    answer = browser.get(url(link))

    ways = re.findall(r'<a class="(?:go|button)" href="(.*?)"', answer.text)
    assert [unescape(way) for way in ways] == [
        f"/accounts/signup/?next={url(link)}",
        f"/accounts/login/?next={url(link)}",
    ]
    sent = {"email": "new@example.org", "password1": PASSWORD, "next": url(link)}
    signed_up = browser.post("/accounts/signup/", sent, follow=True)
    assert (signed_up.redirect_chain, "Plan along" in signed_up.text) == ([(url(link), 302)], True)


def test_who_signs_in_comes_back(cast, journey, link):
    factories.create_user(email="cy@example.org", password=PASSWORD)
    sent = {"login": "cy@example.org", "password": PASSWORD, "next": url(link)}

    answer = cast.nobody.post("/accounts/login/", sent, follow=True)

    assert (answer.redirect_chain, "Plan along" in answer.text) == ([(url(link), 302)], True)


@pytest.mark.parametrize("name", ["guest", "nobody"])
def test_without_an_account_nobody_joins(cast, journey, link, name):
    answer = getattr(cast, name).post(url(link))

    assert (answer.status_code, "Sign up" in answer.text, members(journey)) == (200, True, [])


def taken_back(journey, invite):
    journey.take_back(invite)


def run_out(journey, invite):
    journey.invites.update(expires_at=timezone.now())


def in_the_bin(journey, invite):
    journey.put_in_bin()


@pytest.mark.parametrize("close", [taken_back, run_out, in_the_bin])
def test_what_is_closed_says_so_and_tells_nothing(cy, cast, journey, link, close):
    close(journey, link)

    answers = [browser.generic(way, url(link)) for browser in (cy, cast.nobody) for way in ("GET", "POST")]

    assert [(answer.status_code, heading(answer)) for answer in answers] == [(410, CLOSED)] * 4
    assert [journey.title in answer.text for answer in answers] == [False] * 4
    assert members(journey) == []


@pytest.mark.parametrize(("days", "status"), [(13.99, 200), (14, 410)])
def test_it_works_for_14_days(cast, link, days, status):
    with time_machine.travel(link.expires_at - timedelta(days=14 - days), tick=False):
        assert cast.nobody.get(url(link)).status_code == status


@pytest.mark.parametrize("token", ["nope", "x" * 300, "\x00", "%00"])
def test_what_never_was_is_closed_as_well(cast, token):
    answer = cast.nobody.get(f"/join/{token}/")

    assert (answer.status_code, heading(answer)) == (404, CLOSED)


def test_who_was_removed_does_not_come_back_by_the_link(cy, cast, journey, link):
    cy.post(url(link))
    cast.ana.post(f"/journeys/{journey.code}/people/remove/", {"email": "cy@example.org"})

    assert (cy.post(url(link)).status_code, members(journey)) == (410, [])


def test_who_joins_has_this_journey_on_the_list_and_no_other_of_hers(cy, ana, journey, link):
    journey_factories.create_journey(owner=ana, title="Ana's other")
    cy.post(url(link))

    entries = cy.get("/journeys/").context["library"].entries

    assert [(entry.journey.title, entry.is_own) for entry in entries] == [("Improving discharge", False)]


@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_titles_and_names_are_shown_as_they_are(cy, cast, journey, link, awkward):
    journey.edit({"title": awkward})
    cast.owner.name = awkward
    cast.owner.save()

    shown = unescape(re.search(r"<h1>(.*?)</h1>", cy.get(url(link)).text, re.S)[1])

    assert shown == f"{awkward} invites you to plan <q>{awkward}</q> together"
    assert "<script>alert" not in cy.get(url(link)).text


def test_the_address_stays_between_those_who_have_it(cy, journey, link):
    """The page with the form must send its origin along, or its own form would be refused."""
    opened = cy.get(url(link))
    journey.take_back(link)
    closed = cy.get(url(link))

    assert [answer["X-Robots-Tag"] for answer in (opened, closed)] == ["noindex, nofollow"] * 2
    assert [answer["Referrer-Policy"] for answer in (opened, closed)] == ["same-origin", "no-referrer"]
    assert ["private" in answer["Cache-Control"] for answer in (opened, closed)] == [True, True]
