"""All the words of a journey: read by their names, and written as one change."""

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from sessions.models.changing import Conflict
from tests import factories
from tests.journeys.lists import fresh, history, laid_out


@pytest.fixture
def spoken(journey):
    """A morning with a structure of two rounds and tracks, an afternoon with one, and a parked one."""
    factories.create_structure(slug="triz", name="TRIZ", steps=1)
    tracks = [
        {"title": "Garden", "activities": [{"structure": "triz", "title": "In the garden"}]},
        {"title": "Library", "activities": [{"kind": "break", "title": "Reading"}]},
    ]
    return laid_out(
        journey,
        purpose="Sooner home",
        questions=[{"text": "Why?"}],
        sessions=[
            {
                "title": "Morning",
                "activities": [
                    {"kind": "opening", "title": "Welcome", "minutes": 10},
                    {"structure": "nine-whys", "invitations": ["Why?", "And why?"]},
                    {"kind": "other", "title": "Rooms", "tracks": tracks},
                    {"kind": "talk", "title": "A talk", "invitations": ["Listen"]},
                ],
            },
            {"title": "Afternoon", "activities": [{"structure": "triz", "title": "Last"}]},
        ],
        parked=[{"structure": "triz", "title": "Parked", "invitations": ["Wait"]}],
    )


def name(journey, title, number=0):
    return f"invitation-{journey.activities.get(title=title).code}-{number}"


def test_the_words_are_those_that_a_group_reads_and_hears_on_the_clock(spoken):
    words = spoken.words()

    question = spoken.questions.get()
    assert list(words.items()) == [
        ("title", "Improving discharge"),
        ("purpose", "Sooner home"),
        (f"question-{question.code}", "Why?"),
        (name(spoken, "Nine Whys"), "Why?"),
        (name(spoken, "Nine Whys", 1), "And why?"),
        (name(spoken, "In the garden"), ""),
        (name(spoken, "A talk"), "Listen"),
        (name(spoken, "Last"), ""),
    ]


def test_they_are_written_as_one_change_that_can_be_undone(spoken, ana):
    before = spoken.snapshot()
    question = spoken.questions.get()
    wanted = {
        "title": "Ours",
        "purpose": "So that …",
        f"question-{question.code}": "What for?",
        name(spoken, "Nine Whys", 1): "And then?",
        name(spoken, "In the garden"): "How do we fail?",
    }

    spoken.write_words(wanted, who=ana)

    words = spoken.words()
    assert {one: words[one] for one in wanted} == wanted
    assert words[name(spoken, "Nine Whys")] == "Why?"
    assert history(spoken)[-1] == "Wrote the words"
    assert (spoken.undo(who=ana), fresh(spoken).snapshot() == before) == ("Wrote the words", True)


def test_words_that_are_already_there_are_no_change(spoken):
    before = spoken.revision

    spoken.write_words({"title": "Improving discharge", name(spoken, "A talk"): "Listen"})

    assert fresh(spoken).revision == before


def test_blank_rounds_are_left_out_and_other_rows_alone(spoken):
    row = spoken.activities.get(title="Nine Whys")
    spoken.activities.filter(title="A talk").update(invitations=["Listen", ""])

    spoken.write_words({name(spoken, "Nine Whys", 1): ""})
    row.refresh_from_db()
    second = list(row.invitations)
    spoken.write_words({name(spoken, "Nine Whys"): ""})
    row.refresh_from_db()

    assert (second, row.invitations) == (["Why?"], [])
    assert spoken.activities.get(title="A talk").invitations == ["Listen", ""]


def test_what_another_wrote_meanwhile_is_not_written_over(spoken):
    names = ["title", name(spoken, "Nine Whys"), name(spoken, "Last")]
    was = {one: spoken.words()[one] for one in names}
    spoken.write_words({"title": "Theirs", name(spoken, "Nine Whys"): "Theirs too"})
    before = fresh(spoken).snapshot()

    with pytest.raises(Conflict) as caught:
        spoken.write_words(dict.fromkeys(names, "Mine"), was=was)

    assert caught.value.theirs == {"title": "Theirs", name(spoken, "Nine Whys"): "Theirs too"}
    assert fresh(spoken).snapshot() == before


def test_words_that_both_wrote_and_words_elsewhere_are_no_conflict(spoken):
    was = {"title": "Improving discharge", "purpose": "Sooner home"}
    spoken.write_words({"title": "Ours", name(spoken, "Last"): "Theirs"})

    spoken.write_words({"title": "Ours", "purpose": "Mine"}, was=was)

    assert (spoken.title, spoken.purpose, spoken.words()[name(spoken, "Last")]) == ("Ours", "Mine", "Theirs")


@pytest.mark.parametrize("gone", ["invitation-2222222222-0", "question-2222222222", "who"])
def test_words_of_what_is_gone_are_refused_and_nothing_is_written(spoken, gone):
    before = fresh(spoken).snapshot()

    with pytest.raises(ObjectDoesNotExist):
        spoken.write_words({"title": "Mine", gone: "Mine"})

    assert fresh(spoken).snapshot() == before


def test_a_text_that_cannot_be_is_refused_and_nothing_is_written(spoken):
    before = fresh(spoken).snapshot()

    for wanted in ({"title": ""}, {f"question-{spoken.questions.get().code}": "x" * 301}):
        with pytest.raises(ValidationError):
            spoken.write_words({name(spoken, "Last"): "Mine"} | wanted)

    assert fresh(spoken).snapshot() == before


def test_it_takes_the_same_queries_for_1_and_for_30_rows(journey, django_assert_num_queries):
    counts = []
    for rows in (1, 30):
        laid_out(journey, sessions=[{"activities": [{"structure": "nine-whys"}] * rows}])
        with django_assert_num_queries(2):  # questions, rows
            words = journey.words()
        counts.append(len(words))

    assert counts == [3, 32]
