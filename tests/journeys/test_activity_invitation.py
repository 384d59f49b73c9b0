"""The desk of one invitation: what is said, what else could be, and what comes of what was typed and pressed."""

import re
from html import unescape

import pytest

from sessions.forms.saying import own_name
from sessions.models import Journey
from structures.models import Question
from tests.journeys.desk import address, sent, set_desk, slips, standing, words
from tests.journeys.lists import history
from tests.journeys.ritual import AWKWARD, NOT_FOUND, messages
from tests.journeys.shared import plain


@pytest.fixture
def row(journey):
    return set_desk(journey)


@pytest.fixture
def url(journey, row):
    return address(journey, row)


def test_everything_that_could_be_said_lies_side_by_side(cast, url):
    answer = cast.ana.get(url)

    assert (answer.status_code, standing(answer, "said")) == (200, ("Ours?", "Ours?", ""))
    assert slips(answer) == {
        "Your own": ["✓ Ours?", "Or this?"],
        "From the catalogue": ["Fitting?", "What do you see?"],
        "Examples to borrow": ["For example?"],
    }
    assert [plain(one) for one in re.findall(r'<p class="source">.*?</p>', answer.text)] == [
        "Named for this question",
        "For any question",
    ]


def test_a_question_of_ones_own_has_no_words_of_the_catalogues(cast, url, journey, row):
    journey.edit_activity(row, question=journey.questions.get(text="Ours alone"))

    assert slips(cast.ana.get(url))["From the catalogue"] == ["What do you see?"]


def test_a_row_without_a_structure_has_words_of_its_own(cast, journey, row):
    talk = journey.activities.get(title="A talk")

    answer = cast.ana.get(address(journey, talk))

    assert (answer.status_code, slips(answer)) == (200, {"Your own": []})
    assert "For the chat" in answer.text


def test_what_a_listener_notices_stands_beside_it(cast, url, journey, row):
    journey.edit_activity(row, invitations=["Don't you think that KPIs matter?"], alternatives=[])

    margin = re.search(r'<ul class="margin".*?</ul>', cast.ana.get(url).text, re.S)[0]

    assert [plain(line) for line in re.findall(r"<li.*?</li>", margin, re.S)] == [
        "Yes or no would answer it.",
        "“Don't you think” gives an answer away.",
        "Not everybody knows “KPIs”.",
        "Asks one thing",
        "About 3 seconds aloud",
    ]


@pytest.mark.parametrize(
    ("pressed", "now"),
    [
        ({"say": "Fitting?"}, (["Fitting?"], ["Or this?", "Ours?"])),
        ({"say": "For example?"}, (["For example?"], ["Or this?", "Ours?"])),
        ({"say_own": own_name("Or this?")}, (["Or this?"], ["Ours?"])),
    ],
)
def test_say_this_makes_it_the_invitation_and_keeps_what_was(cast, url, journey, row, pressed, now):
    answer = cast.ben.post(url, sent(row, **pressed), follow=True)

    assert answer.redirect_chain == [(f"{url}#said", 302)]
    assert (messages(answer), words(row)) == (["Chosen. It is what you say now."], now)
    assert history(journey)[-1] == "Chose words for Nine Whys"


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ({"said": "Ours, truly?"}, (["Ours, truly?"], ["Or this?"])),
        ({"said": ""}, ([], ["Or this?", "Ours?"])),
        ({"new": "A third?"}, (["Ours?"], ["Or this?", "A third?"])),
        ({"new": "Fitting?"}, (["Ours?"], ["Or this?"])),
        ({own_name("Or this?"): "Or that?"}, (["Ours?"], ["Or that?"])),
        ({own_name("Or this?"): ""}, (["Ours?"], [])),
        ({}, (["Ours?"], ["Or this?"])),
    ],
)
def test_what_is_typed_is_saved(cast, url, row, typed, now):
    answer = cast.ana.post(url, sent(row, **typed), follow=True)

    assert (messages(answer), words(row)) == (["Saved."], now)


def test_what_was_typed_elsewhere_is_saved_by_every_button(cast, url, row):
    typed = {"said": "Ours, truly?", own_name("Or this?"): "Or that?", "new": "A third?"}

    cast.ana.post(url, sent(row, **typed, say="Fitting?"))

    assert words(row) == (["Fitting?"], ["Or that?", "A third?", "Ours, truly?"])


def test_ones_own_is_said_as_it_was_just_typed(cast, url, row):
    name = own_name("Or this?")

    cast.ana.post(url, sent(row, **{name: "Or that?", "say_own": name}))

    assert words(row) == (["Or that?"], ["Ours?"])


def test_a_later_round_has_words_of_its_own(cast, url, row):
    answer = cast.ana.get(f"{url}?round=2")
    assert standing(answer, "said")[0] == ""

    answer = cast.ana.post(url, sent(row, round=1, say="For example?"))
    assert (answer.url, words(row)) == (f"{url}?round=2#said", (["Ours?", "For example?"], ["Or this?"]))
    answer = cast.ana.get(f"{url}?round=2")
    assert slips(answer)["Examples to borrow"] == ["✓ For example?"]
    assert "Said in round 1" in answer.text

    answer = cast.ana.post(url, sent(row, round=1, silence="1"), follow=True)
    assert (messages(answer), words(row)) == (
        ["Taken away. Undo brings them back."],
        (["Ours?"], ["Or this?"]),
    )


@pytest.mark.parametrize("round", ["0", "-1", "99", "soon", "²", "", "9" * 9])
def test_a_round_that_cannot_be_is_one_that_can(cast, url, round):
    answer = cast.ana.get(url, {"round": round})

    assert (answer.status_code, answer.context["desk"].number) == (200, 2 if round == "99" else 1)


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("said", "x" * 10_001, "Ensure this value has at most 10000 characters (it has 10001)."),
        ("new", "a\x00b", "Null characters are not allowed."),
        (own_name("Or this?"), "a\x00b", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_comes_back_at_its_field_with_all_that_was_typed(cast, url, row, field, text, reason):
    typed = {"said": "Typed", "new": "Typed", field: text}

    answer = cast.ana.post(url, sent(row, **typed, say="Fitting?"))

    assert (answer.status_code, words(row)) == (422, (["Ours?"], ["Or this?"]))
    assert standing(answer, field)[2] == reason
    form = answer.context["form"]
    assert {name: form[name].value() for name in typed} == typed


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x" * 10_001, "Ensure this value has at most 10000 characters (it has 10001)."),
        ("a\x00b", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_is_not_said(cast, url, row, text, reason):
    answer = cast.ana.post(url, sent(row, say=text))

    assert (answer.status_code, words(row)) == (422, (["Ours?"], ["Or this?"]))
    assert reason in answer.text


def test_the_chat_text_says_what_it_is_the_words_and_how_people_sit(cast, url):
    chat = re.search(r'<textarea id="chat".*?>(.*?)</textarea>', cast.ana.get(url).text, re.S)[1]

    assert unescape(chat) == "Nine Whys\n\nOurs?\n\nAll together, 10 minutes."


@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_words_are_kept_as_they_are(cast, url, row, awkward):
    cast.ana.post(url, sent(row, said=awkward, new=f"{awkward}?"))

    answer = cast.ana.get(url)
    assert words(row) == ([awkward], ["Or this?", f"{awkward}?"])
    assert standing(answer, "said")[:2] == (awkward, awkward)
    assert "<script>alert" not in answer.text


def test_the_builder_leads_there_from_an_open_row_and_from_every_menu(cast, journey, row, url):
    journey.edit_activity(row, invitations=["Do you agree?"])

    closed = cast.ana.get(journey.get_absolute_url()).text
    opened = cast.ana.get(journey.get_absolute_url(), {"open": row.code}).text

    shown = re.search(r'<p class="phrasing">.*?</p>', opened, re.S)[0]
    assert (plain(shown), f'href="{url}"' in shown) == (
        "Yes or no would answer it. Other words (1) for Nine Whys",
        True,
    )
    assert ("phrasing" in closed, closed.count(f'href="{url}"'), opened.count(f'href="{url}"')) == (
        False,
        1,
        2,
    )


def test_a_break_has_no_words(cast, journey, row):
    rest = journey.add_activity(session=journey.sessions.first(), kind="break", title="Coffee", minutes=10)

    shown = cast.ana.get(journey.get_absolute_url(), {"open": rest.code}).text

    assert address(journey, rest) not in shown


def test_the_page_of_all_words_leads_there(cast, journey, url):
    assert f'<a href="{url}">' in cast.ana.get(f"/journeys/{journey.code}/words/").text


def test_a_guest_chooses_for_their_own_journey(cast):
    browser = cast.guest
    own = Journey.objects.get(title="A guest's own")
    talk = own.add_activity(session=None, kind="talk", title="A talk")

    answer = browser.post(address(own, talk), {"new": "", "said": "Listen."} | {"initial-said": ""})

    assert (answer.status_code, words(talk)) == (302, (["Listen."], []))


def test_others_find_nothing(turned_away, cast, url):
    assert turned_away(url, say="Taken over") == NOT_FOUND
    assert {name: getattr(cast, name).get(url).status_code for name in cast.OTHERS} == NOT_FOUND


def test_a_row_of_another_journey_is_none_of_ours(cast, url, journey, row):
    other = Journey.objects.create(owner=cast.owner, title="Another")

    assert cast.ana.get(address(other, row)).status_code == 404


def test_it_is_read_and_sent_only(cast, url):
    assert cast.ana.delete(url).status_code == 405


@pytest.mark.parametrize("many", [1, 30])
def test_it_takes_the_same_queries_however_much_is_said(
    cast, url, journey, row, django_assert_num_queries, many
):
    Question.objects.exclude(slug="purpose").delete()
    journey.edit_activity(
        row,
        invitations=[f"Say {number}?" for number in range(many)],
        alternatives=[f"Keep {number}?" for number in range(many)],
    )
    browser = cast.ana

    # The session, the person, the journey, the row, its plan (4), its structure, the fit.
    with django_assert_num_queries(10):
        browser.get(url)
