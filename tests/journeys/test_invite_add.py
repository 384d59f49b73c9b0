"""Mailing an invitation: what arrives, what is refused, and what happens when it is asked for again."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
import time_machine

from sessions.views import people
from tests import factories, journey_factories
from tests.cast import with_key
from tests.journeys.ritual import AWKWARD, NOT_FOUND, messages


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/people/invite/"


def waiting(journey):
    return sorted(journey.invites.open().values_list("email", flat=True))


def error(answer):
    """The sentence at the address, with what stands in the field."""
    said = re.search(r'id="id_email_error"><p>(.*?)</p>', answer.text)
    typed = re.search(r'<input type="email" name="email"(?: value="(.*?)")?', answer.text)
    return answer.status_code, unescape(said[1]), unescape(typed[1] or "")


def test_the_mail_says_who_invites_to_what_and_until_when(cast, url, journey, mailoutbox):
    cast.owner.name = "Ana Bell"
    cast.owner.save()
    with time_machine.travel(datetime(2027, 1, 14, 12, tzinfo=UTC), tick=False):
        answer = cast.ana.post(url, {"email": "cy@example.org"}, follow=True)

    (mail,) = mailoutbox
    assert (answer.redirect_chain, messages(answer)) == (
        [(f"/journeys/{journey.code}/people/", 302)],
        ["The invitation is on its way to cy@example.org."],
    )
    assert (mail.to, mail.from_email) == (["cy@example.org"], "Convening <convening@example.org>")
    assert mail.subject == "Ana Bell invites you to plan “Improving discharge” together"
    assert mail.body == (
        "Hello,\n\n"
        "Ana Bell (ana@example.org) invites you to plan “Improving discharge” together. "
        "This link leads you there:\n\n"
        f"http://testserver/join/{journey.invites.get().token}/\n\n"
        "It works once, until 28 Jan 2027. You need an account, which takes a minute.\n\n"
        "If you do not know Ana Bell, there is nothing you need to do.\n\n"
        "Convening, testserver\n\n"
    )


@pytest.mark.parametrize("awkward", [*AWKWARD, "O'Neil & Søn <ward 4>"])
def test_awkward_titles_and_names_arrive_as_they_are(cast, url, journey, mailoutbox, awkward):
    journey.edit({"title": awkward})
    cast.owner.name = awkward
    cast.owner.save()

    cast.ana.post(url, {"email": "cy@example.org"})

    assert mailoutbox[0].subject == f"{awkward} invites you to plan “{awkward}” together"
    assert f"{awkward} (ana@example.org) invites you to plan “{awkward}” together." in mailoutbox[0].body


def test_a_title_of_several_lines_is_no_way_into_the_headers(cast, url, journey, mailoutbox):
    type(journey).objects.update(title="Improving\r\nBcc: everybody@example.org")
    cast.owner.name = "Ana\nBell"
    cast.owner.save()

    cast.ana.post(url, {"email": "cy@example.org"})

    (mail,) = mailoutbox
    assert mail.subject == "Ana Bell invites you to plan “Improving Bcc: everybody@example.org” together"
    assert mail.recipients() == ["cy@example.org"]


def test_an_editor_invites_in_her_own_name(cast, url, mailoutbox):
    cast.ben.post(url, {"email": "cy@example.org"})

    assert mailoutbox[0].subject == "ben invites you to plan “Improving discharge” together"


def test_the_same_address_again_gets_the_same_invitation_once_more(cast, url, journey, mailoutbox):
    for email in ("cy@example.org", " CY@example.org "):
        cast.ana.post(url, {"email": email})

    assert waiting(journey) == ["cy@example.org"]
    assert [mail.to for mail in mailoutbox] == [["cy@example.org"]] * 2
    assert mailoutbox[0].body == mailoutbox[1].body


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the address of the person you want to invite."),
        ("   ", "Type the address of the person you want to invite."),
        ("cy at example.org", "That is no e-mail address. Type it like name@example.org."),
        ("cy@example.org, dee@example.org", "That is no e-mail address. Type it like name@example.org."),
        ("<script>alert(1)</script>", "That is no e-mail address. Type it like name@example.org."),
        ("ana@example.org", "ana@example.org plans this journey already."),
        ("ben@example.org", "ben@example.org plans this journey already."),
    ],
)
def test_a_bad_address_is_refused_at_the_field_which_keeps_it(cast, url, journey, mailoutbox, typed, said):
    cast.member("ben", "editor")

    answer = cast.ana.post(url, {"email": typed})

    assert error(answer) == (422, said, typed)
    assert "<script>alert" not in answer.text
    assert (waiting(journey), mailoutbox) == ([], [])


def test_an_address_that_is_far_too_long_is_refused(cast, url, journey, mailoutbox):
    answer = cast.ana.post(url, {"email": f"cy@{'example.' * 60}org"})

    assert answer.status_code == 422
    assert (waiting(journey), mailoutbox) == ([], [])


def test_the_twenty_first_is_refused_at_the_field(cast, url, journey, mailoutbox):
    for number in range(20):
        journey.invite(f"person{number}@example.org")

    answer = cast.ana.post(url, {"email": "cy@example.org"})

    assert error(answer) == (422, "20 invitations are open already. Take one back first.", "cy@example.org")
    assert mailoutbox == []


def test_a_mailbox_is_not_flooded(cast, url, journey, mailoutbox):
    for _ in range(5):
        cast.ana.post(url, {"email": "cy@example.org"})
    journey.take_back(journey.invites.get())

    answer = cast.ana.post(url, {"email": "cy@example.org"})

    said = "That was a lot of mail just now. Wait a while, or pass on a link instead."
    assert error(answer) == (422, said, "cy@example.org")
    assert (len(mailoutbox), waiting(journey)) == (5, [])
    assert cast.ana.post(url, {"email": "dee@example.org"}).status_code == 302


def test_mail_that_cannot_be_sent_is_said(cast, url, monkeypatch):
    def unreachable(*args):
        raise ConnectionRefusedError

    monkeypatch.setattr(people, "mail_invite", unreachable)

    answer = cast.ana.post(url, {"email": "cy@example.org"})

    said = "The mail could not be sent. Try again, or pass on a link instead."
    assert error(answer) == (422, said, "cy@example.org")


def test_whether_there_is_an_account_with_the_address_is_not_said(cast, url):
    factories.create_user(email="cy@example.org")

    said = [
        messages(cast.ana.post(url, {"email": f"{name}@example.org"}, follow=True)) for name in ("cy", "dee")
    ]

    assert said == [[f"The invitation is on its way to {name}@example.org."] for name in ("cy", "dee")]


def test_a_guest_is_shown_the_way_to_an_account(cast, mailoutbox):
    journey = journey_factories.create_journey(guest="that-browser")
    browser = with_key(cast.nobody, "that-browser")

    answer = browser.post(f"/journeys/{journey.code}/people/invite/", {"email": "cy@example.org"})

    assert (answer.status_code, "To invite others you need an account" in answer.text) == (422, True)
    assert (journey.invites.count(), mailoutbox) == (0, [])


def test_others_invite_nobody(turned_away, url, journey, mailoutbox):
    assert turned_away(url, email="cy@example.org") == NOT_FOUND
    assert (journey.invites.count(), mailoutbox) == (0, [])


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
