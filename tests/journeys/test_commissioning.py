"""Drafts without a journey: from plain questions to documents that can be imported."""

import pytest

from sessions.commissioning import Commission, CommissionError, commissioned
from sessions.domain.outline import Asked, Meeting
from sessions.models import Journey
from sessions.plan import Plan
from sessions.visitor import Visitor
from tests import factories

pytestmark = pytest.mark.django_db

STRUCTURES = {
    "whys": ("9 Whys", "pairs", 20),
    "triz": ("TRIZ", "fours", 35),
    "all": ("1-2-4-All", "alone", 12),
}


@pytest.fixture(autouse=True)
def known(db):
    """Two questions: 9 Whys answers the first, TRIZ and 1-2-4-All the second."""
    why, where = (factories.create_question(slug=slug, text=f"{slug.title()}?") for slug in ("why", "where"))
    for slug, (name, grouping, minutes) in STRUCTURES.items():
        made = factories.create_structure(slug=slug, name=name, good_for=[f"{name} and pancakes"])
        factories.create_step(structure=made, minutes=minutes, grouping=grouping)
        factories.create_fit(
            question=why if slug == "whys" else where,
            structure=made,
            strength="useful" if slug == "all" else "named",
            because=f"{name} answers it. And more.",
            invitation=f"{name}, for this?",
        )
    factories.create_structure(slug="secret", name="Secret", status="draft")


def wished(**changes):
    asked = (Asked(slug="why"), Asked(slug="where", text="Where are we, really?"))
    meeting = Meeting(code="1", booked=80, people=12)
    return Commission(**{"questions": asked, "sessions": (meeting,), "people": 12} | changes)


def rows(one):
    return [f"{line.begins} {line.minutes} {line.title}" for line in one.lines]


def test_drafts_differ_in_character_and_keep_the_time():
    assert {one.name: rows(one) for one in commissioned(wished())} == {
        "Deep": ["0 10 Opening", "10 20 9 Whys", "30 35 TRIZ", "65 10 Closing"],
        "Brisk": ["0 10 Opening", "10 20 9 Whys", "30 12 1-2-4-All", "42 10 Closing"],
    }


def test_each_row_says_why_it_stands_there():
    deep = commissioned(wished())[0]
    assert [line.why for line in deep.lines] == [
        "",
        "Named for this question. 9 Whys answers it.",
        "Named for this question. TRIZ answers it. From pairs to fours.",
        "",
    ]


def test_the_document_can_be_imported_and_lasts_as_long_as_the_draft(ana):
    deep = commissioned(wished(purpose="So that all go home early. And soon."))[0]

    journey = Journey.import_document(Visitor(user=ana), deep.document)

    (session,) = Plan.of(journey).sessions
    assert (journey.title, journey.people) == ("So that all go home early", 12)
    assert [row.activity.title for row in session.rows] == ["Opening", "9 Whys", "TRIZ", "Closing"]
    assert session.layout.end == deep.minutes == 75
    assert [one.text for one in journey.questions.all()] == ["Why?", "Where are we, really?"]
    assert [row.activity.invitations for row in session.rows][1] == ["9 Whys, for this?"]


def test_a_blank_title_is_none():
    deep = commissioned(wished(title=" \n", purpose="So that all go home early."))[0]
    assert deep.document["title"] == "So that all go home early"


def test_what_is_insisted_on_is_used_and_what_is_unwanted_is_not():
    drafts = commissioned(wished(must=("all",), never=("whys",)))
    assert {line.structure for one in drafts for line in one.lines if line.structure} <= {"all", "triz"}
    assert all("all" in {line.structure for line in one.lines} for one in drafts)


def test_a_question_without_an_answer_is_left_out_and_said():
    (one, *_others) = commissioned(wished(never=("whys",)))
    assert one.answered == (1,)
    assert one.cautions == ("Question 1 is left out: what would answer it is not wanted.",)


def test_a_question_in_the_group_s_words_is_answered_by_what_matches_them():
    (one, *_others) = commissioned(wished(questions=(Asked(text="How about TRIZ and pancakes?"),)))
    assert "triz" in {line.structure for line in one.lines}


def test_several_sessions_are_filled_in_their_order():
    two = (Meeting(code="1", booked=45, people=12), Meeting(code="2", booked=60, people=12))
    deep = commissioned(wished(sessions=two))[0]
    assert [(line.session, line.structure) for line in deep.lines if line.structure] == [
        (0, "whys"),
        (1, "triz"),
    ]


def test_nothing_that_fits_is_no_draft():
    assert commissioned(wished(sessions=(Meeting(code="1", booked=5, people=12),))) == []


@pytest.mark.parametrize(
    ("changes", "path", "message"),
    [
        ({"must": ("all", "nope")}, ("must", 1), "There is no structure “nope”."),
        ({"never": ("secret",)}, ("never", 0), "There is no structure “secret”."),
        (
            {"must": ("all",), "never": ("all",)},
            ("must", 0),
            "“all” is also among those never to use.",
        ),
        (
            {"questions": (Asked(slug="why"), Asked(slug="gone", text="In our words?"))},
            ("questions", 1, "question"),
            "There is no question “gone”.",
        ),
    ],
)
def test_what_the_catalogue_does_not_have_is_said_where_it_stands(changes, path, message):
    with pytest.raises(CommissionError) as caught:
        commissioned(wished(**changes))
    assert [(one.path, one.message) for one in caught.value.problems] == [(path, message)]


def test_queries_do_not_grow_with_the_questions(django_assert_num_queries):
    commissioned(wished())
    with django_assert_num_queries(5):
        commissioned(wished())
    with django_assert_num_queries(5):
        commissioned(wished(questions=tuple(Asked(text=f"{n} pancakes?") for n in range(9))))
