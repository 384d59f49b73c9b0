"""Asking on the first page and in the catalogue: answers come as one types, and the keys lead everywhere."""

import re

import pytest
from playwright.sync_api import expect

from sessions.models import Activity
from structures.models import Wanting
from tests.factories import create_fit, create_question, create_step, create_structure

pytestmark = pytest.mark.django_db(transaction=True)

BOX = "What does your group need to work out?"


@pytest.fixture(autouse=True)
def few():
    start = create_question(slug="start", text="Where are we?", wordings=["What must we stop?"])
    triz = create_structure(slug="triz", name="TRIZ", good_for=["stop what nobody needs"])
    create_step(structure=triz, minutes=30, minutes_min=20, grouping="pairs")
    create_fit(structure=triz, question=start, strength="named", invitation="What must end?")
    tea = create_structure(slug="tea", name="Tea", good_for=["stop a stiff room"], people_min=6)
    create_step(structure=tea, minutes=10)
    create_structure(slug="bread", name="Bread", good_for=["bake for a feast"], steps=1)


@pytest.fixture
def home(page):
    page.goto("/")
    return page


def box(page):
    return page.get_by_role("searchbox", name=BOX)


def found(page):
    return page.locator(".find .title a")


def asks(page):
    """The addresses that the page asks for from now on."""
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "?" in request.url else None)
    return asked


def test_it_answers_as_one_types_and_the_address_follows(home):
    box(home).press_sequentially("what must we stop")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    expect(home.locator("#near")).to_contain_text("Where are we?")
    expect(home.locator("#arc")).to_have_count(0)
    expect(home).to_have_url(re.compile(r"/\?q=what\+must\+we\+stop$"))
    expect(home).to_have_title("what must we stop · Convening")
    expect(box(home)).to_be_focused()
    home.reload()
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    box(home).fill("")
    expect(home.locator("#arc")).to_be_visible()
    expect(home).to_have_url(re.compile(r"/$"))


def test_it_asks_when_one_pauses_and_not_at_every_key(home):
    asked = asks(home)
    box(home).press_sequentially("stop", delay=20)
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    assert len(asked) <= 2


def test_back_returns_to_the_answer(home):
    box(home).fill("stop")
    home.get_by_role("link", name="Tea", exact=True).click()
    expect(home).to_have_url(re.compile("/structures/tea/"))
    home.go_back()
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    expect(box(home)).to_have_value("stop")


def test_what_is_known_of_the_group_counts_at_once_and_back_takes_it_back(home):
    box(home).fill("stop")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    home.get_by_label("People").fill("5")
    home.get_by_label("People").press("Tab")
    expect(found(home)).to_have_text(["TRIZ"])
    expect(home.get_by_label("Minutes")).to_be_focused()
    home.locator("#barred summary").click()
    expect(home.locator("#barred li")).to_have_text("Tea needs at least 6 people")
    home.get_by_label("Minutes").fill("xx")
    home.get_by_label("Minutes").press("Tab")
    expect(home.get_by_text("“xx” is not a number of minutes.")).to_be_visible()
    expect(home.get_by_label("Minutes")).to_have_value("xx")
    expect(home.get_by_label("Minutes")).to_have_attribute("aria-invalid", "true")
    expect(found(home)).to_have_text(["TRIZ"])
    home.get_by_label("Minutes").fill("25")
    home.get_by_label("Minutes").press("Tab")
    expect(home.get_by_text("is not a number of minutes.")).to_have_count(0)
    expect(home.locator(".suits")).to_contain_text("30 min; you have 25 min: squeezes to 20 min")
    for _ in range(3):
        home.go_back()
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    expect(home.get_by_label("People")).to_have_value("")


def test_the_key_to_the_box_can_be_switched_off(home):
    home.get_by_label("Single keys, such as / to search, do something").uncheck()
    home.keyboard.press("/")
    expect(box(home)).not_to_be_focused()


def test_the_keys_lead_through_the_answer_and_back(home):
    home.locator("body").press("/")
    expect(box(home)).to_be_focused()
    box(home).press_sequentially("stop and/or go")  # here it is only a letter
    expect(box(home)).to_have_value("stop and/or go")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    stops = [home.locator("#to-near"), *[found(home).nth(n) for n in range(2)]]
    for one in stops:
        home.keyboard.press("ArrowDown")
        expect(one).to_be_focused()
    home.keyboard.press("ArrowDown")  # there is nothing below the last
    expect(stops[-1]).to_be_focused()
    home.keyboard.press("Escape")
    expect(box(home)).to_be_focused()
    expect(box(home)).to_have_value("stop and/or go")
    for _ in range(2):
        home.keyboard.press("ArrowDown")
    for _ in range(2):
        home.keyboard.press("ArrowUp")
    expect(box(home)).to_be_focused()
    for _ in range(3):
        home.keyboard.press("ArrowDown")
    home.keyboard.press("Enter")
    expect(home).to_have_url(re.compile("/structures/tea/"))


def test_enter_asks_at_once(home):
    box(home).fill("stop")
    box(home).press("Enter")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    expect(box(home)).to_be_focused()


def test_the_first_is_said_once(home):
    home.evaluate(
        "window.said = []; new MutationObserver(() => said.push(document.querySelector('#found').textContent))"
        ".observe(document.querySelector('#found'), {childList: true, characterData: true, subtree: true})"
    )
    box(home).fill("stop")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    box(home).fill("stop ")
    box(home).fill("stop this")
    expect(home).to_have_url(re.compile("this"))
    expect(home.locator("#near")).to_be_visible()
    home.wait_for_timeout(500)
    assert home.evaluate("said") == ["Two structures; first TRIZ"]


def test_a_journey_is_planned_with_what_was_found(home):
    box(home).fill("what must we stop")
    home.get_by_label("People").fill("12")
    home.get_by_label("People").press("Tab")
    home.get_by_role("link", name="Plan this TRIZ").click()
    expect(home.get_by_label("Your question")).to_have_value("what must we stop")
    expect(home.get_by_label("People")).to_have_value("12")
    home.get_by_role("button", name="Start planning").click()
    expect(home.locator(".row", has_text="TRIZ").first).to_be_visible()
    row = Activity.objects.get()
    assert (row.question.text, row.invitations) == ("what must we stop", ["What must end?"])


def test_the_people_just_typed_come_along(home):
    box(home).fill("what must we stop")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    home.route("**/?q=*", lambda route: None)  # the answer is still under way when the link is followed
    home.get_by_label("People").fill("24")
    home.get_by_role("link", name="Plan this TRIZ").click()
    expect(home.get_by_label("People")).to_have_value("24")
    expect(home.get_by_label("Your question")).to_have_value("what must we stop")


def test_people_count_as_one_types_and_are_one_step_back(home):
    box(home).fill("stop")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    home.get_by_label("People").press("5")
    expect(found(home)).to_have_text(["TRIZ"])
    home.get_by_label("People").press("0")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    expect(home.get_by_label("People")).to_be_focused()
    expect(home).to_have_url(re.compile("people=50"))
    home.get_by_label("People").press("Tab")
    home.go_back()
    expect(home).to_have_url(re.compile("q=stop$"))
    expect(home.get_by_label("People")).to_have_value("")


def test_back_leaves_the_focus_on_its_field(home):
    box(home).fill("stop")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    online = home.get_by_role("radio", name="Online")
    home.get_by_role("radio", name="Either").focus()
    for _ in range(2):
        home.keyboard.press("ArrowRight")
    expect(home).to_have_url(re.compile("mode=online"))
    expect(online).to_be_focused()
    home.go_back()
    expect(home).to_have_url(re.compile("mode=in_person"))
    expect(home.get_by_role("radio", name="In the room")).to_be_checked()
    expect(online).to_be_focused()


def test_the_skip_link_asks_for_nothing(page):
    page.goto("/?q=stop")
    asked = asks(page)
    skip = page.locator("a[href^='#']").first
    skip.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#"))
    page.wait_for_timeout(300)
    assert asked == []


def test_a_word_begun_and_what_is_open_outlast_another_answer(home):
    box(home).fill("stop")
    home.get_by_label("People").fill("5")
    home.get_by_label("People").press("Tab")
    home.locator("#barred summary").click()
    home.get_by_text("None of these helps").click()
    words = home.get_by_label("What would have helped?")
    words.fill("Music.")
    home.get_by_label("People").fill("4")
    home.get_by_label("People").press("Tab")
    expect(home).to_have_url(re.compile("people=4"))
    expect(home.locator("#wanting [name=people]")).to_have_value("4")
    expect(words).to_be_visible()
    expect(words).to_have_value("Music.")
    expect(home.locator("#barred li")).to_be_visible()


def test_who_writes_a_word_while_the_answer_is_under_way_writes_on(home):
    box(home).fill("stop")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    home.get_by_text("None of these helps").click()
    waiting = []
    home.route("**/?q=*", lambda route: waiting.append(route))
    home.get_by_label("People").fill("5")
    words = home.get_by_label("What would have helped?")
    words.press_sequentially("Music")
    words.press("ArrowLeft")
    for route in waiting[-1:]:
        route.continue_()
    expect(found(home)).to_have_text(["TRIZ"])
    expect(words).to_be_focused()
    home.keyboard.type("-")
    expect(words).to_have_value("Musi-c")


def test_shift_and_arrows_mark_text_in_the_box(home):
    box(home).fill("stop")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    box(home).press("Shift+ArrowDown")
    box(home).press("Shift+ArrowUp")
    expect(box(home)).to_be_focused()
    assert box(home).evaluate("box => box.selectionEnd - box.selectionStart") == 4


def test_the_catalogue_answers_as_one_types_too(page):
    page.goto("/structures/")
    page.locator("body").press("/")
    page.keyboard.type("stop")
    cards = page.locator(".card-link")
    expect(cards).to_have_text(["TRIZ", "Tea"])
    expect(page.locator("#found")).to_have_text("Two structures; first TRIZ")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(cards.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_none_of_these_helps(home, axe):
    box(home).fill("stop")
    home.get_by_text("None of these helps").click()
    expect(home.locator("#none-helps .others li")).to_have_text(["1 Where are we?"])
    form = home.locator("#wanting")
    expect(form.get_by_label("What you were looking for")).to_have_value("stop")
    form.get_by_label("What would have helped?").fill("Something about meetings.")
    form.get_by_label("Your e-mail").evaluate("field => field.type = 'text'")
    form.get_by_label("Your e-mail").fill("ana")
    form.get_by_role("button", name="Send it").click()
    expect(form.get_by_text("Enter a valid email address.")).to_be_visible()
    expect(form.get_by_label("Your e-mail")).to_be_focused()
    expect(form.get_by_label("What would have helped?")).to_have_value("Something about meetings.")
    axe(home)
    form.get_by_label("Your e-mail").fill("ana@example.org")
    form.get_by_role("button", name="Send it").dblclick()
    expect(home.locator("#wanting")).to_contain_text("Thank you")
    expect(home.locator("#wanting")).to_be_focused()
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    assert list(Wanting.objects.values_list("question", "words", "email", "offered")) == [
        ("stop", "Something about meetings.", "ana@example.org", ["triz", "tea"])
    ]
    home.keyboard.press("Escape")
    expect(box(home)).to_be_focused()


def test_a_word_that_is_lost_is_still_there(home):
    box(home).fill("xylophone")
    words = home.get_by_label("What would have helped?")
    words.fill("Music.")
    home.route("**/wanting/", lambda route: route.abort())
    home.get_by_role("button", name="Send it").click()
    expect(home.get_by_text("That did not reach the server.")).to_be_visible()
    expect(words).to_have_value("Music.")
    home.unroute("**/wanting/")
    home.get_by_role("button", name="Send it").click()
    expect(home.locator("#wanting")).to_contain_text("Thank you")


def test_an_answer_that_is_lost_is_asked_for_again(home):
    box(home).fill("stop")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    home.route("**/?q=*", lambda route: route.abort())
    box(home).fill("bake")
    expect(home.get_by_text("That did not reach the server.")).to_be_visible()
    expect(box(home)).to_have_value("bake")
    home.unroute("**/?q=*")
    box(home).press("Enter")
    expect(found(home)).to_have_text(["Bread"])
    expect(home.get_by_text("That did not reach the server.")).to_have_count(0)


def test_who_takes_back_what_was_typed_keeps_the_answer(home):
    box(home).fill("stop")
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    box(home).fill("bake")
    box(home).press("Enter")
    box(home).fill("stop")
    box(home).press("Enter")
    home.wait_for_timeout(400)
    expect(found(home)).to_have_text(["TRIZ", "Tea"])
    expect(home).to_have_url(re.compile(r"\?q=stop$"))


@pytest.fixture
def plain(browser, live_server):
    """A browser without scripts."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts(plain):
    plain.goto("/")
    box(plain).fill("stop")
    plain.get_by_label("People").fill("many")
    plain.get_by_role("button", name="Find structures").click()
    expect(found(plain)).to_have_text(["TRIZ", "Tea"])
    expect(plain.get_by_text("Type the number of people in figures")).to_be_visible()
    plain.get_by_text("None of these helps").click()
    plain.get_by_label("What you were looking for").fill("A better way to stop")
    plain.get_by_role("button", name="Send it").click()
    expect(plain.get_by_text("Thank you. The curators of the catalogue will read it.")).to_be_visible()
    expect(found(plain)).to_have_text(["TRIZ", "Tea"])
    assert Wanting.objects.get().question == "A better way to stop"


def test_on_a_phone(browser, live_server, axe):
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    context = browser.new_context(base_url=live_server.url, color_scheme="dark", **phone)
    page = context.new_page()
    page.goto("/")
    box(page).fill("what must we stop")
    expect(found(page)).to_have_text(["TRIZ", "Tea"])
    page.get_by_text("None of these helps").tap()
    page.get_by_label("People").fill("5")
    page.locator("#barred summary").tap()
    expect(page.locator("#barred li")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    small = page.evaluate(
        "[...document.querySelectorAll('main :is(a.button, .title a, .barred a, .others a, button, summary), "
        "main input:not([type=hidden])')]"
        ".map(one => (one.closest('.segmented label, .new') ?? one).getBoundingClientRect())"
        ".filter(({height, width}) => height && (height < 44 || width < 44)).length"
    )
    assert small == 0
    axe(page)
    context.close()
