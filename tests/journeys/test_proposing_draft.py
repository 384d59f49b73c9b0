"""“Draft it for me” on the page: three to choose from, kept rows, other turns; taken as one change of ordinary rows."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sessions.asking import Asking
from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Hold, Insert
from sessions.outline import outline_of
from sessions.plan import Plan
from sessions.proposing import proposal
from sessions.wishing import Wish
from structures.models import Fit, Step, Structure
from tests import factories, journey_factories
from tests.journeys.lists import agenda, fresh, history, laid_out
from tests.journeys.ritual import NOT_FOUND, is_board, press, said, sentence, typed

STRUCTURES = {
    "whys": ("9 Whys", "pairs", 20),
    "triz": ("TRIZ", "fours", 35),
    "all": ("1-2-4-All", "alone", 12),
}


@pytest.fixture
def catalogue(db):
    """Two questions: 9 Whys answers the first, TRIZ and 1-2-4-All the second."""
    why, where = (factories.create_question(slug=slug) for slug in ("why", "where"))
    for slug, (name, grouping, minutes) in STRUCTURES.items():
        made = factories.create_structure(slug=slug, name=name, good_for=[f"{name} and pancakes"])
        factories.create_step(structure=made, minutes=minutes, grouping=grouping)
        because = f"{name} answers it. And more."
        strength = "useful" if slug == "all" else "named"
        factories.create_fit(
            question=why if slug == "whys" else where,
            structure=made,
            strength=strength,
            because=because,
            invitation=f"{name}, for this?",
        )


@pytest.fixture
def journey(ana, catalogue):
    journey = journey_factories.create_journey(owner=ana, people=12)
    return planned(journey, [])


def planned(journey, rows, **session):
    questions = [{"question": "why", "text": "Why?"}, {"question": "where", "text": "Where?"}]
    session = {"code": "am", "title": "Morning", "start": "09:00", "minutes": 80} | session
    return laid_out(journey, questions=questions, sessions=[session | {"activities": rows}])


@pytest.fixture
def shown(cast, journey):
    """``shown(to="60")``: the page that proposes drafts."""

    def get(**asked):
        return cast.ana.get(f"/journeys/{journey.code}/", {"proposal": "draft", "session": "am"} | asked)

    return get


def take(browser, journey, choice, about="", to="", revision=None):
    revision = fresh(journey).revision if revision is None else revision
    asked = {"proposal": f"draft:am:{about}:{to}", "choice": choice}
    return press(browser, f"/journeys/{journey.code}/adjust/", **asked, revision=revision)


def drafts(answer):
    """By its name: the rows of each draft, "09:10 20 9 Whys"."""
    found = {}
    for part in answer.text.split('<form class="choice draft"')[1:]:
        name = re.search(r"<h5[^>]*>([^<]*)</h5>", part)[1]
        rows = re.findall(
            r'<span class="time">([^<]*)</span> <span class="min">(\d+).*?<strong[^>]*>([^<]*)', part, re.S
        )
        found[name] = [" ".join(map(unescape, row)) for row in rows]
    return found


def why(answer, title):
    return unescape(re.search(rf'<strong[^>]*>{title}</strong> <span class="why">([^<]*)', answer.text)[1])


def test_it_is_offered_where_nothing_is_planned_yet(cast, journey):
    assert ">Draft it for me</a>" in cast.ana.get(f"/journeys/{journey.code}/").text


def test_not_without_questions(cast, journey):
    laid_out(journey, sessions=[{"code": "am", "minutes": 80}])

    assert "Draft it for me" not in cast.ana.get(f"/journeys/{journey.code}/").text


def test_drafts_are_read_with_their_reasons(shown):
    answer = shown()

    assert drafts(answer) == {
        "Deep": ["09:00 10 Opening", "09:10 20 9 Whys", "09:30 35 TRIZ", "10:05 10 Closing"],
        "Brisk": ["09:00 10 Opening", "09:10 20 9 Whys", "09:30 12 1-2-4-All", "09:42 10 Closing"],
    }
    assert why(answer, "TRIZ") == "Named for this question. TRIZ answers it. From pairs to fours."
    assert "Ends 10:15, 5 minutes to spare, answers all 2 questions." in answer.text


def test_what_is_taken_is_one_change_of_ordinary_rows(cast, journey):
    before = fresh(journey).snapshot()

    answer = take(cast.ana, journey, "deep")

    assert (answer.status_code, is_board(answer)) == (200, True)
    assert said(answer) == (
        "Drafted it: deep. It ends at 10:15, 5 minutes to spare. 4 rows are new; Undo takes it all back."
    )
    rows = {row.title: row for row in fresh(journey).activities.all()}
    assert list(rows) == ["Opening", "9 Whys", "TRIZ", "Closing"]
    triz = rows["TRIZ"]
    assert (triz.structure.slug, triz.question.text, triz.invitations) == (
        "triz",
        "Where?",
        ["TRIZ, for this?"],
    )
    assert (triz.steps.count(), triz.minutes, bool(triz.recipe)) == (1, None, True)
    assert history(journey)[-1] == "Drafted it: deep"
    fresh(journey).undo()
    assert fresh(journey).snapshot() == before


def test_other_drafts(shown):
    first, second = (drafts(shown(about=f"~{turn}")) for turn in (0, 1))

    assert first != second


def test_rows_that_are_there_stay_unless_one_says(cast, journey, shown):
    planned(journey, [{"kind": "talk", "title": "The sponsor", "minutes": 15, "code": "talk1"}], minutes=95)

    answer = shown()

    assert [row for row in drafts(answer)["Deep"] if "sponsor" in row] == ["10:05 15 The sponsor"]
    assert [row for rows in drafts(shown(about="~0")).values() for row in rows if "sponsor" in row] == []


def test_what_gives_way_is_parked(cast, journey):
    planned(journey, [{"structure": "triz", "title": "TRIZ", "question": 1, "code": "triz1"}])

    take(cast.ana, journey, "deep", about="~0")

    assert agenda(journey) == {"Morning": ["Opening", "9 Whys", "1-2-4-All", "Closing"], "parked": ["TRIZ"]}


def test_what_another_session_answers_needs_no_second_answer(journey, shown):
    questions = [{"question": "why", "text": "Why?"}, {"question": "where", "text": "Where?"}]
    triz = {"structure": "triz", "question": 1}
    sessions = [{"code": "am", "minutes": 80}, {"code": "pm", "minutes": 60, "activities": [triz]}]
    laid_out(journey, questions=questions, sessions=sessions)

    answer = shown()
    assert drafts(answer) == {"Deep": ["0′ 10 Opening", "10′ 20 9 Whys", "30′ 10 Closing"]}
    assert "40 minutes to spare, answers the open question." in answer.text
    assert "<li>1 of 1 question</li>" in answer.text


def test_empty_sessions_are_drafted_together(cast, journey):
    questions = [{"question": "why", "text": "Why?"}, {"question": "where", "text": "Where?"}]
    sessions = [{"code": "am", "minutes": 45}, {"code": "pm", "minutes": 60}]
    laid_out(journey, questions=questions, sessions=sessions)

    take(cast.ana, journey, "deep")

    found = [list(one.activities.values_list("title", flat=True)) for one in fresh(journey).sessions.all()]
    assert found == [["Opening", "9 Whys", "Closing"], ["Opening", "TRIZ", "Closing"]]


def test_the_session_that_asked_says_when_it_stays_empty(journey, shown):
    laid_out(
        journey,
        questions=[{"question": "where", "text": "Where?"}],
        sessions=[
            {"code": "am", "title": "Morning", "start": "09:00", "minutes": 16},
            {"code": "pm", "title": "Afternoon", "start": "14:00", "minutes": 60},
        ],
    )

    said = shown().text

    assert "Nothing is left for Morning: the others have all that is asked for." in said
    assert "All of it in other sessions, answers the question." in said
    assert "Nothing is left for Afternoon" not in said


def test_a_question_in_their_own_words(journey, shown):
    laid_out(
        journey,
        questions=[{"text": "How shall we eat pancakes with TRIZ?"}],
        sessions=[{"code": "am", "minutes": 60}],
    )

    assert "0′ 5 Opening" in drafts(shown())["Deep"]
    assert "Good for: TRIZ and pancakes." in shown().text


@pytest.mark.parametrize(
    ("session", "asked", "words"),
    [
        ({"minutes": None}, {}, "No minutes are booked here. How many are there?"),
        ({"minutes": 15}, {}, "Nothing that answers these questions fits into this time with these people."),
        (
            {"minutes": 80},
            {"to": "12"},
            "Nothing that answers these questions fits into this time with these people.",
        ),
    ],
)
def test_what_cannot_be_drafted_is_said(journey, shown, session, asked, words):
    planned(journey, [], **session)

    assert words in shown(**asked).text


def test_nonsense_is_refused_where_it_was_typed(shown):
    assert (
        sentence(shown(to="soon"), "draft-to-am")
        == "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."
    )


@pytest.mark.parametrize("about", ["~x", "~99999999999999999999", "....", "~-1", "~²"])
def test_an_address_that_makes_no_sense_shows_drafts_all_the_same(shown, about):
    assert shown(about=about).status_code == 200


def test_a_stale_draft_is_shown_anew(cast, journey):
    answer = take(cast.ana, journey, "deep", revision=fresh(journey).revision - 1)

    assert (answer.status_code, agenda(journey)) == (422, {"Morning": [], "parked": []})
    assert said(answer) == "The plan has changed meanwhile. Here is what would help it now."


def test_without_htmx_it_leads_back_to_the_session(cast, journey):
    sent = {"proposal": "draft:am::", "choice": "deep", "revision": fresh(journey).revision}
    answer = cast.ana.post(f"/journeys/{journey.code}/adjust/", sent, follow=True)

    assert answer.redirect_chain[-1][0].endswith("#session-am")
    assert agenda(journey) == {"Morning": ["Opening", "9 Whys", "TRIZ", "Closing"], "parked": []}


@pytest.mark.parametrize("booked", [60, None])
def test_the_minutes_that_were_typed_are_booked_with_it(cast, journey, booked):
    planned(journey, [{"structure": "all", "title": "1-2-4-All", "code": "all1"}], minutes=booked)
    before = fresh(journey).snapshot()
    plan = Plan.of(fresh(journey))
    given = proposal(plan, Asking("draft", "am", "~0", "120")).choice("deep").given

    answer = take(cast.ana, journey, "deep", about="~0", to="120")

    assert said(answer) == (
        "Drafted it: deep. It ends at 10:15, 45 minutes to spare. "
        "4 rows are new, 1 is parked; Undo takes it all back."
    )
    then = outline_of(Plan.of(fresh(journey))).meeting("am")
    pure = adjusted(outline_of(plan), given).meeting("am")
    assert (then.booked, pure.booked, given[0]) == (120, 120, Hold("am", "booked", 120))
    assert [item.title for item in then.items] == [item.title for item in pure.items]
    fresh(journey).undo()
    assert fresh(journey).snapshot() == before


def test_booked_minutes_are_not_booked_again(journey):
    given = proposal(Plan.of(fresh(journey)), Asking("draft", "am", "", "80")).choice("deep").given

    assert {type(one) for one in given} == {Insert}


def test_others_are_turned_away(turned_away, journey):
    sent = {"proposal": "draft:am::", "choice": "deep", "revision": journey.revision}

    assert turned_away(f"/journeys/{journey.code}/adjust/", **sent) == NOT_FOUND


def test_the_number_of_queries_does_not_grow(journey, shown):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            shown()
        return len(captured)

    talk = {"kind": "talk", "title": "Talk", "minutes": 1}
    planned(journey, [talk])
    queries()
    few = queries()
    for _number in range(5):
        question = factories.create_question()
        structure = factories.create_structure(steps=3)
        factories.create_fit(question=question, structure=structure)
    planned(journey, [talk] * 8)

    assert queries() == few


def test_they_compare_in_a_few_figures(shown):
    facts = re.findall(r'<ul class="figures">((?:<li>[^<]*</li>)+)</ul>', shown().text)

    assert [re.findall("<li>([^<]*)", one) for one in facts] == [
        ["2 of 2 questions", "2 structures", "0′ alone", "20′ in pairs", "35′ in groups", "0′ all together"],
        ["2 of 2 questions", "2 structures", "12′ alone", "20′ in pairs", "0′ in groups", "0′ all together"],
    ]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "2 drafts to choose from."),
        ({"about": "~1"}, "2 other drafts, take 2 of 4."),
        ({"must": "TRIZ"}, "1 draft, with TRIZ."),
        ({"never": "TRIZ", "about": "@new"}, "1 draft, without TRIZ, for a host who is new to this."),
    ],
)
def test_what_there_is_to_choose_from_is_told(shown, asked, words):
    assert unescape(re.search(r'role="status">([^<]*)', shown(**asked).text)[1]) == words


@pytest.mark.parametrize("name", ["1-2-4-all", "1 2 4 ALL", "all"])
def test_a_structure_that_is_asked_for_is_in_every_draft(shown, name):
    answer = shown(must=name)

    assert [any("1-2-4-All" in row for row in rows) for rows in drafts(answer).values()] == [True]
    assert why(answer, "1-2-4-All").startswith("You asked for it. 1-2-4-All answers it.")
    assert chips(answer) == ["1-2-4-All"]


def chips(answer):
    found = re.findall(r'<li id="(?:must|never)-[^>]*><input[^>]*><span>([^<]*)', answer.text)
    return [unescape(one) for one in found]


def test_one_that_is_left_out_is_in_none(shown):
    answer = shown(never="triz")

    assert [row for rows in drafts(answer).values() for row in rows if "TRIZ" in row] == []
    assert chips(answer) == ["TRIZ"]


def test_a_wish_is_taken_back(shown):
    assert chips(shown(about=["!triz", "-whys", "=!triz"])) == ["9 Whys"]


@pytest.mark.parametrize(
    ("field", "asked", "words", "kept"),
    [
        (
            "must",
            {"must": "Tritz."},
            "No structure is called “Tritz.”. Do you mean TRIZ?",
            "Tritz.",
        ),
        ("never", {"never": "a:b~c"}, "No structure is called “a:b~c”.", "a:b~c"),
        (
            "never",
            {"about": "!triz", "never": "TRIZ"},
            "You want TRIZ. Take it off that list first.",
            "TRIZ",
        ),
        (
            "must",
            {"about": "-triz", "must": "triz"},
            "You do not want TRIZ. Take it off that list first.",
            "TRIZ",
        ),
    ],
)
def test_a_name_that_cannot_be_is_said_where_it_was_typed(shown, field, asked, words, kept):
    answer = shown(**asked)

    assert (sentence(answer, f"{field}-am"), typed(answer, f"{field}-am")) == (words, kept)
    assert "Deep" in drafts(answer)  # from what is understood


@pytest.mark.parametrize(
    ("changes", "minutes", "words"),
    [
        ({"people_min": 13}, 10, "needs at least 13 people"),
        ({"people_max": 11}, 10, "is made for at most 11 people"),
        ({}, 90, "needs at least 90 minutes; there are 60 minutes"),
        ({"online": "poorly"}, 10, "does not work online"),
    ],
)
def test_why_a_structure_cannot_be_is_said_beside_it(journey, shown, changes, minutes, words):
    other = factories.create_structure(slug="other", name="Other", **changes)
    factories.create_step(structure=other, minutes=minutes)
    planned(journey, [], mode="online" if changes.get("online") else "in_person")

    assert f'<small class="field-error">{words}</small>' in shown(must="Other").text


@pytest.mark.parametrize(
    ("about", "left"),
    [("", ["Question 1 is left out"]), ("*{where}", ["Question 1"]), ("*{why}", ["Question 2"])],
)
def test_what_matters_most_is_answered(journey, shown, about, left):
    codes = dict(zip(("why", "where"), journey.questions.values_list("code", flat=True), strict=True))
    about = about.format(**{name: code[:4] for name, code in codes.items()})

    answer = shown(to="50", about=about, never="1-2-4-All")

    assert [words in answer.text for words in left] == [True]


def test_what_a_new_host_is_asked_for(shown):
    Structure.objects.filter(slug="triz").update(difficulty="advanced")
    Fit.objects.filter(structure__slug="triz").update(strength="strong")
    Step.objects.filter(structure__slug="all").update(minutes_min=30, minutes=30, minutes_max=30)

    assert ["TRIZ" in str(drafts(shown(about=about))["Deep"]) for about in ("", "@new")] == [True, False]


def test_what_is_taken_is_drafted_as_it_was_wished(cast, journey):
    take(cast.ana, journey, "deep", about="~0.-triz")

    assert agenda(journey)["Morning"] == ["Opening", "9 Whys", "1-2-4-All", "Closing"]


def test_a_row_that_gave_way_comes_back_for_whoever_asks_for_it(journey, shown):
    planned(journey, [{"structure": "triz", "title": "TRIZ", "question": 1, "code": "triz1"}])

    assert "TRIZ" not in str(drafts(shown(about="~0")))
    assert "TRIZ" in str(drafts(shown(about="~0", must="TRIZ")))


def test_nothing_is_left_to_answer(journey, shown):
    questions = [{"question": "why", "text": "Why?"}, {"question": "where", "text": "Where?"}]
    rows = [{"structure": "whys", "question": 0}, {"structure": "triz", "question": 1}]
    sessions = [{"code": "am", "minutes": 80}, {"code": "pm", "minutes": 60, "activities": rows}]
    laid_out(journey, questions=questions, sessions=sessions)

    assert "Other sessions answer every question already." in shown().text


def test_then_a_structure_can_be_named(journey, shown):
    test_nothing_is_left_to_answer(journey, shown)

    assert drafts(shown(about="!whys")) == {"Deep": ["0′ 10 Opening", "10′ 20 9 Whys", "30′ 10 Closing"]}
    assert drafts(shown(about="!triz")) == {"Deep": ["0′ 10 Opening", "10′ 35 TRIZ", "45′ 10 Closing"]}


@pytest.mark.parametrize(
    ("about", "wish"),
    [
        ("", Wish()),
        ("~0", Wish(0, frozenset())),
        ("~0.abcd.~2.efgh", Wish(2, frozenset({"abcd", "efgh"}))),
        ("!triz.-a%2Eb%3A%25", Wish(named=(("!", "triz"), ("-", "a.b:%")))),
        ("!triz.=!triz.!.-", Wish()),
        ("*abcd.@new", Wish(matters=frozenset({"abcd"}), experience="new")),
        ("@new.@nonsense.@much", Wish(experience="much")),
        ("~3.*", Wish(3, frozenset())),
    ],
)
def test_what_is_ticked_travels_in_the_address(about, wish):
    assert Wish.read(about) == wish
    assert Wish.read(str(wish)) == wish


def test_taking_a_structure_off_leaves_the_other_wishes(rf, shown):
    button = re.search(r'<button[^>]* id="no-must-triz-am"[^>]*>', shown(must="TRIZ").text)[0]
    sent = {"about": ["~1", "abcd", "!triz", "*efgh", "@new"], "gone": "=!triz"}

    assert 'name="gone" value="=!triz" data-then="must-am"' in button
    read = Asking.read(rf.get("/", {"proposal": "draft", "session": "am"} | sent).GET)
    assert str(Wish.read(read.about)) == "~1.abcd.*efgh.@new"


def test_none_of_these_sends_what_is_ticked_and_typed(shown):
    button = re.search(r'<button[^>]* id="others-am"[^>]*>', shown(about="~1").text)[0]

    assert 'type="submit"' in button
    assert 'form="draft-from-am" name="again" value="~2"' in button


def test_one_name_too_many_is_said_where_it_was_typed(shown):
    for number in range(20):
        factories.create_structure(slug=f"other-{number}", name=f"Other {number}")

    answer = shown(about=[f"-other-{number}" for number in range(20)], must="TRIZ")

    words = "20 structures are named already. Take one off the lists first."
    assert (sentence(answer, "must-am"), typed(answer, "must-am")) == (words, "TRIZ")
    assert chips(answer) == [f"Other {number}" for number in range(20)]


def test_ticks_and_turn_are_sent_one_by_one(rf):
    sent = rf.get(
        "/", {"proposal": "draft", "session": "am", "about": ["~0", "abcd"], "again": "~1", "to": "60"}
    )

    assert str(Asking.read(sent.GET)) == "draft:am:~0.abcd.~1:60"


def test_what_is_typed_travels_whatever_it_is(rf):
    sent = rf.get("/", {"proposal": "draft", "session": "am", "must": " a.b:c~100% ", "never": ["", "– x"]})

    asking = Asking.read(Asking.read(sent.GET).__dict__ | {"proposal": str(Asking.read(sent.GET))})
    assert Wish.read(asking.about).named == (("!", "a.b:c~100%"), ("-", "– x"))


def test_a_session_that_it_leaves_empty_is_named(shown, journey):
    laid_out(
        journey,
        questions=[{"question": "why", "text": "Why?"}],
        sessions=[
            {"code": "am", "title": "Morning", "minutes": 80},
            {"code": "pm", "title": "Afternoon", "minutes": 80},
        ],
    )

    assert "Nothing is left for Afternoon: the others have all that is asked for." in unescape(shown().text)
