"""The help beside the agenda: it answers while one types, by keyboard alone, and leads back to where one was."""

import pytest
from playwright.sync_api import expect

from structures.models import Question, Structure
from tests import factories
from tests.browser.builder import field, press, row, saying, write

HEARD = """() => {
  window.heard = [];
  new MutationObserver(() => {
    const said = document.getElementById("found").textContent.trim();
    if (said !== window.heard.at(-1)) window.heard.push(said);
  }).observe(document.getElementById("help"), { childList: true, characterData: true, subtree: true });
}"""


@pytest.fixture
def builder(plan, builder):
    """A plan whose catalogue knows what stops things, and what cannot be with eighteen people."""
    Structure.objects.filter(slug="triz").update(good_for=["stop what nobody needs"], people_best_min=30)
    Structure.objects.filter(slug="min-specs").update(good_for=["stop rules that nobody needs"], people_max=8)
    Structure.objects.filter(slug="1-2-4-all").update(asked_as=["What could stop us?"])
    Question.objects.filter(position=3).update(wordings=["What could we stop doing?"])
    plan.journey.edit({"people": 18})
    plan.journey.edit_session(plan.morning, minutes=180)
    builder.reload()
    return builder


def ask(page, words):
    page.locator("#q").press_sequentially(words)
    expect(page.locator("#searched")).to_have_value(words)


def offers(page):
    return page.locator("#help .offers:not(.barred) .title")


def test_it_answers_while_one_types_with_the_reasons(builder):
    builder.keyboard.press("/")
    expect(builder.locator("#q")).to_be_focused()
    ask(builder, "what could we stop")

    expect(offers(builder)).to_have_text(["1-2-4-All", "TRIZ"])
    triz = builder.locator("#help li", has=builder.get_by_role("button", name="TRIZ"))
    expect(triz.locator(".whys li")).to_have_text(
        ["Use it to: stop what nobody needs", "Better with 30 people or more"]
    )
    expect(builder.locator("#q")).to_be_focused()


def test_the_answer_is_said_once(builder):
    builder.evaluate(HEARD)
    builder.keyboard.press("/")
    ask(builder, "what could we stop")
    expect(builder.locator("#found")).to_have_text("2 structures for “what could we stop”; first 1-2-4-All")
    write(field(row(builder, "Coffee"), "title"), "Tea")

    assert [said for said in builder.evaluate("window.heard") if said] == [
        "2 structures for “what could we stop”; first 1-2-4-All"
    ]


def test_what_is_typed_while_the_answer_comes_stays_with_its_caret(builder):
    """The answer is held back until more was typed, in the middle."""
    held = []
    builder.route("**/journeys/*/?*", lambda route: held.append(route))
    builder.keyboard.press("/")
    builder.keyboard.type("stop")
    builder.wait_for_timeout(700)
    builder.keyboard.press("Home")
    builder.keyboard.type("what to ")
    (first,) = held
    first.continue_()
    expect(builder.locator("#searched")).to_have_value("stop")

    expect(builder.locator("#q")).to_have_value("what to stop")
    expect(builder.locator("#q")).to_be_focused()
    assert builder.evaluate("document.getElementById('q').selectionStart") == len("what to ")


def test_arrows_lead_through_what_was_found_and_enter_adds_it(builder, plan):
    title = row(builder, "TRIZ").locator(".edits [name=title]")
    row(builder, "TRIZ").focus()
    builder.keyboard.press("/")
    ask(builder, "what could we stop")
    expect(offers(builder)).to_have_count(2)

    builder.keyboard.press("ArrowDown")
    expect(builder.get_by_role("button", name="Add 1-2-4-All")).to_be_focused()
    builder.keyboard.press("ArrowDown")
    expect(builder.get_by_role("button", name="Add again TRIZ")).to_be_focused()
    builder.keyboard.press("ArrowUp")
    with saying(builder, "Added 1-2-4-All. Starts 10:05."):
        builder.keyboard.press("Enter")
    expect(
        builder.get_by_role("button", name="Add again 1-2-4-All")
    ).to_be_focused()  # last: it is in the plan
    builder.keyboard.press("ArrowUp")
    builder.keyboard.press("ArrowUp")
    expect(builder.locator("#q")).to_be_focused()
    builder.keyboard.press("ArrowDown")
    builder.keyboard.press("Escape")

    expect(row(builder, "TRIZ")).to_be_focused()
    expect(title).to_have_value("TRIZ")
    assert plan.titles(plan.morning)[-2:] == ["1-2-4-All", "Coffee"]


def test_the_question_that_is_near_is_taken_by_one_press(builder, plan):
    ask(builder, "what could we stop")
    near = builder.locator(".nearby")
    expect(near).to_contain_text("Near to the convening question “What seems possible now?”")

    press(near.get_by_role("button", name="Take this question into the journey"), "Added the question.")

    expect(builder.locator("#help-title")).to_have_text("3 What seems possible now?")
    expect(builder.locator("#q")).to_have_value("")
    assert builder.evaluate("document.activeElement.closest('#help') !== null")


def test_the_words_are_taken_as_a_question_by_one_press(builder, plan):
    ask(builder, "what could we stop")

    press(builder.get_by_role("button", name="Ask it in your own words"), "Added the question.")

    expect(builder.locator("#help-title")).to_have_text("3 what could we stop")
    expect(offers(builder)).to_have_text(["1-2-4-All", "TRIZ"])
    assert plan.journey.questions.last().text == "what could we stop"


def test_what_cannot_be_is_folded_with_its_reason_and_added_anyway(builder, plan):
    ask(builder, "what could we stop")
    builder.get_by_text("1 more would answer, but not here").click()
    barred = builder.locator("#barred li")
    expect(barred.locator(".but")).to_have_text("Is made for at most 8 people")

    press(barred.get_by_role("button", name="Add anyway Min Specs"), "Added Min Specs. Starts 10:05.")


def test_none_of_these_offers_what_is_nearest_and_a_word_to_the_curators(builder):
    ask(builder, "what could we stop")
    builder.get_by_text("None of these helps").click()
    none = builder.locator("#none")
    link = none.get_by_role("link", name="Tell those who keep the catalogue")
    assert link.get_attribute("href") == "/structures/?q=what%20could%20we%20stop#wanting"

    none.get_by_role("link", name="Where are we starting, really?").click()

    expect(builder.locator("#help-title")).to_have_text("2 Where are we starting, really?")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_and_pressed(builder, axe, scheme):
    builder.emulate_media(color_scheme=scheme)
    ask(builder, "what could we stop")
    for one in builder.locator("#help summary").all():
        one.click()

    axe(builder)


def test_a_phone_has_room_for_it(builder, plan):
    for number in range(8):
        factories.create_structure(name=f"A rather long name {number}", good_for=["stop what nobody needs"])
    builder.set_viewport_size({"width": 360, "height": 740})
    ask(builder, "what could we stop")
    for one in builder.locator("#help summary").all():
        one.click()

    assert builder.evaluate("document.documentElement.scrollWidth") == 360
