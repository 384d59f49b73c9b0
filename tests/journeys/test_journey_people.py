"""The page of those who plan a journey, and of those who are invited."""

import re
from datetime import UTC, datetime

import pytest
import time_machine

from tests import factories, journey_factories
from tests.cast import with_key
from tests.journeys.ritual import AWKWARD, NOT_FOUND
from tests.journeys.shared import plain


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/people/"


def planners(answer):
    """Each person's line, with the button at its end."""
    lines = re.findall(r'<li class="planner">(.*?)</li>', answer.text, re.S)
    return [plain(re.sub(r"<(summary|form).*?</\1>", "", line, flags=re.S)) for line in lines]


def buttons(answer):
    """What can be pressed on the page itself."""
    main = answer.text.partition("<main")[2]
    return [plain(one) for one in re.findall(r"<button(?! type)[^>]*>(.*?)</button>", main, re.S)]


def add(journey, name, role="editor"):
    user = factories.create_user(email=f"{name.lower()}@example.org", name=name)
    return journey_factories.create_member(journey=journey, user=user, role=role)


def test_the_owner_sees_who_plans_and_may_remove_the_members(cast, url, journey):
    add(journey, "Zoe")
    add(journey, "Hal", role="host")
    cast.member("ben", "editor")

    answer = cast.ana.get(url)

    assert planners(answer) == [
        "A ana (you) Owner · ana@example.org",
        "B ben Editor · ben@example.org",
        "H Hal Host · hal@example.org",
        "Z Zoe Editor · zoe@example.org",
    ]
    assert buttons(answer) == [
        "Remove ben",
        "Remove Hal",
        "Remove Zoe",
        "Mail an invitation",
        "Make a link",
    ]


def test_an_editor_may_invite_and_leave_but_remove_nobody(cast, url, journey):
    add(journey, "Zoe")

    answer = cast.ben.get(url)

    assert planners(answer) == [
        "A ana Owner · ana@example.org",
        "B ben (you) Editor · ben@example.org",
        "Z Zoe Editor · zoe@example.org",
    ]
    assert buttons(answer) == ["Leave this journey", "Mail an invitation", "Make a link"]


def test_open_invitations_are_listed_and_a_mailed_one_is_not_given_away(cast, url, journey):
    with time_machine.travel(datetime(2027, 1, 14, 12, tzinfo=UTC), tick=False):
        mailed, link, old = (
            journey.invite("cy@example.org"),
            journey.invite(),
            journey.invite("dee@example.org"),
        )
        journey.take_back(old)
        answer = cast.ben.get(url)

    text = plain(answer.text)
    assert "cy@example.org Editor · until 28 Jan 2027" in text
    assert "Whoever has it can join and change the plan, until 28 Jan 2027." in text
    assert f'value="http://testserver/join/{link.token}/"' in answer.text
    assert [one.token in answer.text for one in (mailed, link, old)] == [False, True, False]
    assert ("dee@example.org" in text, "Make a link" in text) == (False, False)


def test_what_has_run_out_is_listed_no_longer(cast, url, journey):
    with time_machine.travel(datetime(2020, 1, 1, tzinfo=UTC)):
        journey.invite("cy@example.org"), journey.invite()

    answer = cast.ana.get(url)

    assert ("cy@example.org" in answer.text, "Make a link" in answer.text) == (False, True)


def test_invitations_and_members_of_other_journeys_are_not_there(cast, url, ana):
    other = journey_factories.create_journey(owner=ana)
    add(other, "Zoe")
    link = other.invite()
    other.invite("cy@example.org")

    answer = cast.ana.get(url)

    assert [word in answer.text for word in ("Zoe", "cy@example.org", link.token)] == [False] * 3


def test_a_guest_reads_that_inviting_needs_an_account_and_comes_back_here(cast):
    journey = journey_factories.create_journey(guest="that-browser")
    url = f"/journeys/{journey.code}/people/"
    browser = with_key(cast.nobody, "that-browser")

    answer = browser.get(url)

    assert "To invite others you need an account" in answer.text
    assert f'href="/accounts/signup/?next={url}"' in answer.text
    assert f'href="/accounts/login/?next={url}"' in answer.text
    assert buttons(answer) == []

    sent = {"email": "new@example.org", "password1": "correct horse battery", "next": url}
    signed_up = browser.post("/accounts/signup/", sent, follow=True)

    assert (signed_up.redirect_chain, buttons(signed_up)) == (
        [(url, 302)],
        ["Mail an invitation", "Make a link"],
    )


@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_names_and_titles_are_shown_as_they_are(cast, url, journey, awkward):
    journey.edit({"title": awkward})
    member = add(journey, "Zoe")
    member.user.name = awkward
    member.user.save()

    answer = cast.ana.get(url)

    assert f"{awkward} Editor · zoe@example.org" in plain(answer.text)
    assert ("<script>alert" in answer.text, "<b>bold" in answer.text) == (False, False)


@pytest.mark.parametrize("people", [1, 12])
def test_the_queries_are_the_same_however_many_people(cast, url, journey, people, django_assert_num_queries):
    for number in range(people):
        add(journey, f"Person{number}")
        journey.invite(f"invited{number}@example.org")
    browser = cast.ana

    with django_assert_num_queries(
        6
    ):  # the browser's session, the person, the journey, its owner, members, invites
        browser.get(url)


def test_others_find_nothing(cast, url, journey):
    journey.invite("cy@example.org")
    answers = {name: getattr(cast, name).get(url) for name in cast.OTHERS}

    assert {name: answer.status_code for name, answer in answers.items()} == NOT_FOUND
    assert [name for name, answer in answers.items() if journey.title in answer.text] == []


def test_it_is_only_read(cast, url):
    assert cast.ana.post(url).status_code == 405
