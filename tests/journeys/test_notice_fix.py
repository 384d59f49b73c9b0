"""A notice is settled by what its button says, and by nothing else."""

import pytest

from tests import factories
from tests.journeys.lists import agenda, fresh, history
from tests.journeys.noticed import KEYS, form, keys, sentences, without_a_break
from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said

SETTLED = "That is settled, or has changed meanwhile. Here is how it looks now."


@pytest.fixture
def journey(journey):
    return without_a_break(journey)


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/notices/fix/"


@pytest.fixture
def page(cast, journey):
    return cast.ana.get(journey.get_absolute_url())


def test_the_page_says_what_there_is_to_look_at(journey, page):
    assert keys(journey) == KEYS
    assert sentences(page) == [
        "Hint: Question 2 is not answered in its turn.",
        "Advice: From Welcome to Goodbye: 120 minutes without a break.",
    ]
    assert "Add a break after Story" in page.text
    assert "Put them in order" in page.text


def test_it_is_one_change_that_says_what_it_did(cast, journey, url, page):
    before = fresh(journey).snapshot()

    answer = press(cast.ana, url, **form(page, "no-break"))

    assert (answer.status_code, is_board(answer)) == (200, True)
    assert said(answer) == "Added a break after Story. It ends at 15:45."
    assert agenda(journey)["Morning"] == ["Welcome", "Story", "Break", "Sense", "Goodbye"]
    assert (keys(journey), history(journey)[-1]) == (KEYS[1:], "Added a break after Story")
    fresh(journey).undo()
    assert fresh(journey).snapshot() == before


def test_questions_are_put_in_order(cast, journey, url, page):
    answer = press(cast.ben, url, **form(page, "out-of-order"))

    assert said(answer) == "Put the questions in order."
    assert agenda(journey)["Morning"] == ["Welcome", "Sense", "Story", "Goodbye"]


def test_without_htmx_it_leads_back_to_the_session(cast, journey, url, page):
    answer = cast.ana.post(url, form(page, "no-break"), follow=True)

    assert answer.redirect_chain[-1][0].endswith(f"#session-{journey.sessions.first().code}")
    assert messages(answer) == ["Added a break after Story. It ends at 15:45."]


def test_without_htmx_it_leads_back_to_the_questions(cast, url, page):
    answer = cast.ana.post(url, form(page, "out-of-order"), follow=True)

    assert answer.redirect_chain[-1][0].endswith("#ledger")


@pytest.mark.parametrize(
    "sent", [{}, {"key": "no-break:nowhere", "fix": "12345678"}, {"key": "\x00", "fix": "x" * 9000}]
)
def test_nonsense_changes_nothing(cast, journey, url, sent):
    before = fresh(journey).snapshot()

    answer = press(cast.ana, url, **sent)

    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, SETTLED)
    assert fresh(journey).snapshot() == before


def test_what_somebody_settled_meanwhile_is_not_settled_twice(cast, journey, url, page):
    press(cast.ben, url, **form(page, "no-break"))

    answer = press(cast.ana, url, **form(page, "no-break"))

    assert (answer.status_code, said(answer)) == (422, SETTLED)
    assert agenda(journey)["Morning"].count("Break") == 1


def test_another_fix_than_the_one_that_was_read_is_not_done(cast, journey, url, page):
    """A talk of 40 minutes came in front: the break would stand elsewhere now."""
    journey.add_activity(session=journey.sessions.first(), kind="talk", title="News", minutes=40)
    journey.move(journey.activities.get(title="News"), to=0)

    answer = press(cast.ana, url, **form(page, "no-break"))

    assert (answer.status_code, said(answer)) == (422, SETTLED)
    assert "Add a break after Welcome" not in page.text
    assert "Break" not in agenda(journey)["Morning"]


def test_what_has_nothing_to_do_with_it_may_change_meanwhile(cast, journey, url, page):
    journey.edit({"title": "Meanwhile"})

    assert press(cast.ana, url, **form(page, "no-break")).status_code == 200


def test_what_was_dismissed_can_be_settled_all_the_same(cast, journey, url, page):
    journey.dismiss(form(page, "no-break")["key"])

    assert press(cast.ana, url, **form(page, "no-break")).status_code == 200


def test_others_find_nothing(turned_away, url, page):
    assert turned_away(url, **form(page, "no-break")) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405


def test_a_problem_is_marked_on_its_row_until_it_is_dismissed(cast, journey):
    structure = factories.create_structure(name="Mad Tea", people_min=30)
    row = journey.add_structure(structure, session=journey.sessions.first())
    mark = f'<a class="flag problem" href="#notice-too-few-{row.code}">'
    words = 'problem<span class="vh">: Mad Tea needs at least 30 people, and 18 come.</span>'

    page = cast.ana.get(journey.get_absolute_url()).text
    assert (page.count(mark), page.count(words), page.count('class="flag problem"')) == (1, 1, 1)

    fresh(journey).dismiss(f"too-few:{row.code}")
    assert mark not in cast.ana.get(journey.get_absolute_url()).text
