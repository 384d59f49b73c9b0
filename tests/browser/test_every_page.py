"""Every page, light on a desk and dark on the narrowest phone: for everybody to read, with a name and one heading."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from convening.models import Token
from sessions.models import Journey
from sessions.visitor import Visitor
from tests.browser.builder import field, press, press_in_menu, write
from tests.browser.plans import GUEST, remember_guest
from tests.factories import create_user
from tests.journey_factories import create_activity, create_journey, create_member, create_session

DAY = Path(__file__).parent.parent / "data" / "day.json"
LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 4  # no line takes it whole
NARROWEST = 360  # px

CATALOGUE = {
    "home": "/",
    "home, answered": "/?q=quiet+people+never+get+heard&people=18&minutes=30&new=on",
    "home, nothing found": "/?q=asdfgh&people=many&minutes=xx",
    "catalogue": "/structures/",
    "catalogue, filtered": "/structures/?question=needs&people=23&minutes=60&mode=online",
    "catalogue, searched": "/structures/?q=quiet+people",
    "catalogue, nothing found": "/structures/?q=xylophone&minutes=1",
    "catalogue, nonsense": "/structures/?people=soon&minutes=never",
    "structure": "/structures/triz/",
    "structure, for a group": "/structures/ecocycle-planning/?people=23&mode=online",
    "question": "/questions/starting-point/",
    "questions": "/questions/",
    "new journey": "/journeys/new/?structure=triz",
    "published strings": "/journeys/strings/",
}
PLAIN = {
    "sign in": "/accounts/login/",
    "sign in by code": "/accounts/login/code/",
    "sign up": "/accounts/signup/",
    "password forgotten": "/accounts/password/reset/",
    "password mail is sent": "/accounts/password/reset/done/",
    "password link, used up": "/accounts/password/reset/key/1-x/",
    "address, to confirm": "/accounts/confirm-email/x/",
    "journeys, none yet": "/journeys/",
    "nowhere": "/nowhere/",
    "no journey": "/journeys/2222222222/",
    "no agenda": "/a/nothing/",
    "no invitation": "/join/nothing/",
    "the API": "/api/v1/",
}
SIGNED_IN = {
    "sign out": "/accounts/logout/",
    "e-mail addresses": "/accounts/email/",
    "new password": "/accounts/password/change/",
    "password, once more": "/accounts/reauthenticate/",
    "tokens, none yet": "/accounts/tokens/",
}


@pytest.fixture
def check(page, axe):
    """``check(address)``; without an address the page as it is now."""

    def read(address=None):
        page.emulate_media(color_scheme="light")
        if address:
            page.goto(address)
        expect(page).to_have_title(re.compile(r"\S · Convening$"))
        assert page.locator("h1").count() == 1
        axe(page)
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": NARROWEST, "height": 740})
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST

    return read


@pytest.fixture
def guest(page, client, live_server):
    """The browser of a guest."""
    cookie = {"name": "sessionid", "value": remember_guest(client), "url": live_server.url}
    page.context.add_cookies([cookie])
    return Visitor(guest=GUEST)


@pytest.fixture
def journey(catalogue, guest):
    """A day in two sessions, with everything that a row may have, and titles that are too long."""
    journey = Journey.import_document(guest, DAY.read_bytes())
    last = journey.sessions.last()
    create_activity(journey=journey, session=last, title=LONG, minutes=240, protected=True, lead=LONG[:100])
    create_activity(journey=journey, title=LONG)
    journey.edit({"title": LONG, "who": LONG})
    return journey


@pytest.mark.parametrize("address", CATALOGUE.values(), ids=CATALOGUE)
@pytest.mark.usefixtures("catalogue")
def test_catalogue(check, address):
    check(address)


@pytest.mark.parametrize("address", PLAIN.values(), ids=PLAIN)
def test_pages_for_anybody(live_server, check, address):
    check(address)


@pytest.mark.parametrize("address", SIGNED_IN.values(), ids=SIGNED_IN)
def test_pages_of_an_account(sign_in, check, address):
    sign_in(create_user(email=f"{'long' * 12}@{'name' * 12}.example.org"))
    check(address)


def test_tokens(page, sign_in, check):
    ana = create_user()
    for number in range(20):
        Token.objects.make(ana, f"{number}{LONG}"[:60])
    sign_in(ana)
    page.goto("/accounts/tokens/")
    page.locator("summary", has_text="Revoke").first.click()
    page.get_by_label("What will use it?").fill("one more")
    page.get_by_role("button", name="Make a token").click()
    expect(page.get_by_text("You have 20 tokens")).to_be_visible()
    check()


def test_a_new_token(page, sign_in, check):
    sign_in(create_user())
    page.goto("/accounts/tokens/")
    page.get_by_label("What will use it?").fill(LONG[:60])
    page.get_by_role("button", name="Make a token").click()
    expect(page.get_by_role("textbox", name="Key")).to_be_visible()
    check()


@pytest.mark.usefixtures("catalogue")
def test_new_journey_with_mistakes(page, check):
    page.goto("/journeys/new/")
    page.get_by_label("People").fill("0")
    page.get_by_label("Time", exact=True).fill("soon")
    page.get_by_role("button", name="Start planning").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check()


def test_mailed_code(page, live_server, check):
    page.goto("/accounts/login/code/")
    page.get_by_label("Email").fill("ana@example.org")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page).to_have_url(re.compile("/accounts/login/code/confirm/"))
    check()


def test_journeys_and_the_bin(journey, guest, check):
    create_journey(guest=GUEST, title=LONG).put_in_bin()
    create_session(journey=create_journey(guest=GUEST))
    check("/journeys/")


def test_strings_and_own_journeys(journey, check):
    check("/journeys/strings/")


def test_the_words(page, journey, check):
    check(f"{journey.get_absolute_url()}words/")
    page.get_by_label("Title").fill("")
    page.get_by_role("button", name="Save the words").first.click()
    expect(page.get_by_role("alert")).to_be_visible()
    check()


def test_an_invitation(page, journey, check):
    whys = journey.activities.filter(structure__slug="nine-whys").first()
    journey.edit_activity(whys, invitations=["Do you agree?", LONG], alternatives=[LONG, "KPIs?"])
    address = f"{journey.get_absolute_url()}activities/{whys.code}/invitation/"
    check(address)
    check(f"{address}?round=2")
    said = page.get_by_role("textbox", name="What you say")
    said.evaluate("said => said.removeAttribute('maxlength')")
    said.fill("x" * 10_001)
    page.get_by_role("button", name="Say this").first.click()
    expect(page.get_by_role("alert")).to_be_visible()
    check()


def test_an_invitation_of_a_row_without_a_structure(journey, check):
    talk = journey.activities.filter(structure=None, kind="opening").first()
    check(f"{journey.get_absolute_url()}activities/{talk.code}/invitation/")


def test_structure_to_a_journey(journey, check):
    check("/journeys/add/?structure=triz")


def test_builder_empty(guest, catalogue, check):
    journey = create_journey(guest=GUEST, title="Improving discharge")
    create_session(journey=journey)
    check(journey.get_absolute_url())


@pytest.mark.parametrize("mode", ["in_person", "online", "hybrid"])
def test_logistics(journey, check, mode):
    session = journey.sessions.first()
    journey.edit_session(session, mode=mode, rooms=2)
    journey.edit_activity(
        session.activities.first(), materials=[{"item": LONG[:80], "quantity": 900}], set_up=LONG
    )
    journey.pack(session, LONG[:80], packed=True)
    check(f"{journey.get_absolute_url()}sessions/{session.code}/logistics/")


def test_logistics_of_nothing(journey, check):
    session = create_session(journey=journey)
    check(f"{journey.get_absolute_url()}sessions/{session.code}/logistics/")


def test_builder_searched(journey, check):
    check(f"{journey.get_absolute_url()}?q=quiet")


def test_builder_unfolded(page, journey, check):
    page.goto(journey.get_absolute_url())
    for summary in page.locator(".desk details:not(.more) > summary").all():
        summary.click()
    page.locator(".row .more > summary").first.click()
    check()


def test_builder_after_changes_and_with_mistakes(page, journey, check):
    page.goto(journey.get_absolute_url())
    row = page.locator(".row").nth(1)
    press(row.locator("[value=down]"), re.compile("moved to position 3"))
    press_in_menu(row, "Park", re.compile("^Parked"))
    write(field(page.locator(".session-head").first, "minutes"), "soon", words=re.compile("is not a number"))
    check()


def test_history(page, journey, check):
    for number in range(60):
        journey.edit({"people": 1 + number})
    journey.edit_activity(journey.activities.first(), title=LONG)
    journey.undo()
    check(f"{journey.get_absolute_url()}history/")
    page.get_by_role("link", name="Older changes").click()
    check()


def test_an_earlier_state(page, journey, check):
    number, rows = journey.revision, list(journey.sessions.first().activities.order_by("position"))
    journey.edit({"title": "Another title", "purpose": ""})
    journey.edit_activity(rows[1], title="Another", minutes=40, lead="Ana", notes="", invitations=["Why?"])
    journey.move(rows[3], to=0)
    journey.park(rows[4])
    journey.remove(rows[5])
    journey.add_question(LONG)
    page.goto(f"{journey.get_absolute_url()}history/{number}/")
    page.locator(".fold > summary").first.click()
    check()
    check(f"{journey.get_absolute_url()}history/{journey.revision}/")


def test_sharing(page, journey, check):
    check(f"{journey.get_absolute_url()}share/")
    page.locator("#for-participants").get_by_role("button", name="Make a link").click()
    expect(page.locator("#for-participants").get_by_label("Link")).to_be_visible()
    check()


def test_people_of_a_guests_journey(journey, check):
    check(f"{journey.get_absolute_url()}people/")


def test_people_and_an_invitation(page, journey, sign_in, check):
    owner, *members = (
        create_user(email=f"{name}@{LONG[:50]}.example.org", name=LONG[:100]) for name in "abc"
    )
    Journey.objects.filter(pk=journey.pk).update(owner=owner, guest="")
    for member in members:
        create_member(journey=journey, user=member)
    journey.refresh_from_db()
    journey.invite(f"{LONG[:50]}@{LONG[:50]}.example.org")
    sign_in(owner)
    page.goto(f"{journey.get_absolute_url()}people/")
    page.locator("summary", has_text="Remove").first.click()
    check()
    page.context.clear_cookies()
    check(journey.invite().get_absolute_url())


@pytest.mark.parametrize("audience", ["participants", "sponsors", "hosts"])
def test_agenda(journey, check, audience):
    check(journey.share(audience).get_absolute_url())


def test_agenda_revoked(journey, check):
    link = journey.share()
    journey.revoke(link)
    check(link.get_absolute_url())
