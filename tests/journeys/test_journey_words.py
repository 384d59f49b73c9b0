"""The page that asks only for the words: what it shows, and what comes of what was typed."""

import re
from html import unescape

import pytest
from django.urls import reverse

from sessions.models import Journey
from structures.models import Question
from tests import factories
from tests.journeys.lists import fresh, history, laid_out
from tests.journeys.ritual import AWKWARD, NOT_FOUND, messages
from tests.journeys.shared import plain


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/words/"


@pytest.fixture
def said(row):
    """The name of the field for what the row's host says."""
    return f"invitation-{row.code}-0"


def lines(answer):
    """Time, minutes, title and question of each row that speaks."""
    found = re.findall(r'<li class="speaks.*?(<p class="when">.*?)<div class="field">', answer.text, re.S)
    return [plain(line) for line in found]


def examples(answer):
    """What the catalogue would say, by the field it stands beside."""
    found = re.findall(r'<p class="inv" id="example-(.*?)">(.*?)</p>', answer.text, re.S)
    return {name: unescape(text) for name, text in found}


def standing(answer, name):
    """What stands in a field, and what it says stood there before."""
    form = answer.context["form"]
    hidden = re.search(rf'<input type="hidden" name="initial-{name}" value="(.*?)"', answer.text, re.S)
    shown = re.search(rf'<textarea name="{name}".*?>\r?\n?(.*?)</textarea>', answer.text, re.S)
    text = unescape(shown[1]) if shown else form[name].value()
    return text, unescape(hidden[1]) if hidden else ""


def sentences(answer):
    found = re.findall(r'id="id_([\w-]+)_error"><p>(.*?)</p>', answer.text)
    return {field: unescape(text) for field, text in found}


def sent(journey):
    """All the fields as a browser sends them while nothing is typed."""
    words = journey.words()
    return words | {f"initial-{name}": text for name, text in words.items()}


def test_it_shows_every_structure_on_the_clock_and_nothing_else(cast, url, journey):
    answer = cast.ana.get(url)

    assert lines(answer) == ["13:40 10 min Nine Whys Question 1 Why does it matter?"]
    assert [plain(one) for one in re.findall(r"<h2.*?</h2>", answer.text)] == [
        "What it is about",
        "The questions",
        "The invitations",
    ]
    assert answer.text.count(f'href="{journey.get_absolute_url()}">Skip for now</a>') == 2
    assert not {"Welcome", "Coffee", "Ecocycle"} & set(plain(answer.text).split())


def test_one_submit_saves_everything_as_one_change(cast, url, journey, question, said):
    typed = {
        "title": "Sooner home",
        "purpose": "So that …",
        f"question-{question.code}": "Why?",
        said: "Why, really?",
    }

    answer = cast.ben.post(url, sent(journey) | typed, follow=True)

    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]
    assert (messages(answer), history(journey)[-1]) == (["Saved."], "Wrote the words")
    words = fresh(journey).words()
    assert {name: words[name] for name in typed} == typed
    assert fresh(journey).revision == journey.revision + 1


def test_saving_what_was_left_alone_changes_nothing(cast, url, journey):
    answer = cast.ana.post(url, sent(journey))

    assert (answer.status_code, fresh(journey).revision) == (302, journey.revision)


def test_only_what_was_typed_is_written(cast, url, journey, said):
    """Ben gave it another title while Ana had the page open; Ana writes only an invitation."""
    typed = sent(journey) | {said: "Why, really?"}
    journey.edit({"title": "Ben's title"})

    cast.ana.post(url, typed)

    words = fresh(journey).words()
    assert (words["title"], words[said]) == ("Ben's title", "Why, really?")


def test_line_ends_as_browsers_send_them_are_no_change(cast, url, journey):
    journey.edit({"purpose": "Sooner\nhome"})
    revision = journey.revision

    cast.ana.post(url, sent(journey) | {"purpose": "Sooner\r\nhome", "initial-purpose": "Sooner\r\nhome"})

    assert fresh(journey).revision == revision


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("title", "", "This field is required."),
        ("title", "x" * 201, "Ensure this value has at most 200 characters (it has 201)."),
        ("question", " ", "This field is required."),
        ("question", "x" * 301, "Ensure this value has at most 300 characters (it has 301)."),
        ("invitation", "a\x00b", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_everything_typed_stays(
    cast, url, journey, question, said, field, text, sentence
):
    name = {"question": f"question-{question.code}", "invitation": said}.get(field, field)
    typed = {"purpose": "So that we go home", name: text}
    before = fresh(journey).snapshot()

    answer = cast.ana.post(url, sent(journey) | typed)

    assert (answer.status_code, sentences(answer), fresh(journey).snapshot() == before) == (
        422,
        {name: sentence},
        True,
    )
    assert "Nothing is saved yet." in answer.text
    form = answer.context["form"]
    assert {one: form[one].value() for one in typed} == typed
    assert standing(answer, "purpose") == ("So that we go home", "Sooner home")


def test_both_texts_are_shown_where_another_wrote_meanwhile_and_sent_again_it_is_meant(
    cast, url, journey, said
):
    typed = sent(journey) | {said: "Mine", "purpose": "Also mine"}
    journey.write_words({said: "Theirs"})

    answer = cast.ana.post(url, typed)

    assert (answer.status_code, fresh(journey).words()[said]) == (409, "Theirs")
    assert sentences(answer) == {
        said: "Somebody else wrote here meanwhile: “Theirs” "
        "Save again to keep yours, or write what suits you both."
    }
    assert (standing(answer, said), standing(answer, "purpose")) == (
        ("Mine", "Theirs"),
        ("Also mine", "Sooner home"),
    )
    cast.ana.post(url, typed | {f"initial-{said}": "Theirs"})
    assert (fresh(journey).words()[said], fresh(journey).purpose) == ("Mine", "Also mine")


def test_what_was_written_for_a_row_that_is_gone_is_not_lost(cast, url, journey, row, said):
    typed = sent(journey) | {said: "Why, really?", "purpose": "So that …"}
    journey.remove(row)
    before = fresh(journey).snapshot()

    answer = cast.ana.post(url, typed)

    assert (answer.status_code, fresh(journey).snapshot() == before) == (409, True)
    assert "has taken out what you wrote this for: “Why, really?”" in unescape(answer.text)
    again = {name: text for name, text in typed.items() if said not in name}
    cast.ana.post(url, again)
    assert fresh(journey).purpose == "So that …"


def test_what_was_left_alone_may_be_gone(cast, url, journey, row):
    typed = sent(journey) | {"purpose": "So that …"}
    journey.remove(row)

    assert cast.ana.post(url, typed).status_code == 302
    assert fresh(journey).purpose == "So that …"


@pytest.fixture
def fitting(journey):
    """Nine Whys fits a question of the catalogue, and one of the catalogue's own."""
    asked = factories.create_question(slug="purpose", text="What for?")
    whys = journey.activities.get(title="Nine Whys").structure
    factories.create_fit(question=asked, structure=whys, invitation="What is it for?")
    factories.create_fit(question=factories.create_question(), structure=whys, invitation="Something else")
    rows = [{"structure": "nine-whys", "question": 0}, {"structure": "nine-whys", "question": 1}]
    questions = [{"text": "Ours, of the catalogue", "question": "purpose"}, {"text": "Ours alone"}]
    tracks = [{"title": "Garden", "activities": [{"structure": "nine-whys", "question": 0, "minutes": 25}]}]
    beside = {"kind": "other", "title": "Rooms", "tracks": tracks, "minutes": 30}
    laid_out(journey, questions=questions, sessions=[{"activities": [*rows, beside]}])
    return [f"invitation-{row.code}-0" for row in journey.speaking()]


def test_each_row_has_the_catalogues_words_for_its_question_beside_it(cast, url, fitting):
    answer = cast.ana.get(url)

    assert examples(answer) == dict(
        zip(fitting, ["What is it for?", "What do you see?", "What is it for?"], strict=True)
    )


def test_rows_in_tracks_stand_after_the_row_that_holds_them(cast, url, fitting):
    assert lines(cast.ana.get(url)) == [
        "0′ 10 min Nine Whys Question 1 Ours, of the catalogue",
        "10′ 10 min Nine Whys Question 2 Ours alone",
        "20′ 25 min Nine Whys Garden Question 1 Ours, of the catalogue",
    ]


def test_use_this_puts_the_example_into_its_field_and_saves_nothing(cast, url, journey, fitting):
    before = fresh(journey).snapshot()

    answer = cast.ana.post(url, sent(journey) | {"purpose": "So that …", "use": fitting[0]})

    assert (answer.status_code, fresh(journey).snapshot() == before) == (200, True)
    shown = [standing(answer, name) for name in (fitting[0], "purpose")]
    assert shown == [("What is it for?", ""), ("So that …", "")]
    assert set(examples(answer)) == set(fitting[1:])
    assert re.findall(r'name="([\w-]+)"[^>]* autofocus', answer.text) == [fitting[0]]


@pytest.mark.parametrize("name", ["title", "nonsense", ""])
def test_there_is_nothing_to_use_for_other_fields(cast, url, journey, fitting, name):
    answer = cast.ana.post(url, sent(journey) | {"use": name})

    assert (answer.status_code, fresh(journey).title) == (200, "Improving discharge")


def test_every_round_has_its_own_field(cast, url, journey, row):
    journey.edit_activity(row, invitations=["First", "Second"])

    answer = cast.ana.get(url)

    labels = re.findall(rf'<label class="vh" for="id_invitation-{row.code}-\d">(.*?)</label>', answer.text)
    assert labels == ["Invitation for Nine Whys, round 1", "Invitation for Nine Whys, round 2"]


def test_a_journey_without_rows_asks_for_what_it_has(cast, ana):
    journey = Journey.objects.create(owner=ana, title="Empty")

    answer = cast.ana.get(f"/journeys/{journey.code}/words/")

    assert (answer.status_code, lines(answer)) == (200, [])
    assert "No structure is on the agenda yet" in answer.text


@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_words_are_kept_as_they_are(cast, url, journey, said, awkward):
    cast.ana.post(url, sent(journey) | {said: awkward, "title": awkward})

    answer = cast.ana.get(url)
    assert (fresh(journey).title, standing(answer, said)) == (awkward, (awkward, awkward))
    assert "<script>alert" not in answer.text


def test_a_guest_writes_the_words_of_their_own_journey(cast):
    browser = cast.guest
    own = Journey.objects.get(title="A guest's own")

    answer = browser.post(f"/journeys/{own.code}/words/", sent(own) | {"title": "Ours"})

    assert (answer.status_code, fresh(own).title) == (302, "Ours")


def test_others_find_nothing(turned_away, cast, url, journey):
    assert turned_away(url, title="Taken over") == NOT_FOUND
    assert {name: getattr(cast, name).get(url).status_code for name in cast.OTHERS} == NOT_FOUND


@pytest.mark.parametrize("rows", [1, 30])
def test_it_takes_the_same_queries_for_1_and_for_30_rows(cast, url, journey, django_assert_num_queries, rows):
    Question.objects.all().delete()
    tracks = [{"title": "Garden", "activities": [{"structure": "nine-whys", "question": 0}] * rows}]
    row = {"structure": "nine-whys", "question": 0}
    laid_out(
        journey,
        questions=[{"text": "Why?"}] * rows,
        sessions=[{"activities": [row] * rows + [{"tracks": tracks}]}],
    )
    browser = cast.ana

    # The session, the person, the journey, its words (2), its plan (4), what is in tracks (2), suggestions (2).
    with django_assert_num_queries(11):
        answer = browser.get(url)

    assert len(lines(answer)) == 2 * rows


def test_it_is_read_and_sent_only(cast, journey):
    assert cast.ana.delete(reverse("journey_words", args=[journey.code])).status_code == 405
