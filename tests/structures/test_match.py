"""The command: a question and its answer, many questions and how often the right one is found."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from structures.management.commands.match import names
from tests.factories import create_fit, create_pairing, create_question, create_step, create_structure

pytestmark = pytest.mark.django_db


def run(*words, **options):
    out = StringIO()
    call_command("match", *words, stdout=out, **options)
    return out.getvalue().splitlines()


@pytest.fixture
def few():
    """Three structures, one of which stops things, and one question."""
    question = create_question(
        slug="start", short="Start", text="Where are we?", wordings=["What must we stop?"]
    )
    triz = create_structure(
        slug="triz", name="TRIZ", aliases=["Creative Destruction"], good_for=["stop what nobody needs"]
    )
    create_step(structure=triz, grouping="pairs", minutes=20, minutes_min=10)
    create_fit(structure=triz, question=question, strength="named", invitation="What must end?")
    tea = create_structure(slug="tea", name="Tea", use_when=["a stiff room"], people_min=6)
    create_pairing(before=tea, after=triz, because="Now they talk.")
    create_structure(slug="secret", name="Secret", status="draft", good_for=["stop what nobody needs"])


def test_a_question_is_answered_with_reasons(few):
    assert run("What must we stop?", "--people", "9", "--minutes", "15", "--after", "tea") == [
        "Nearest question: Where are we?",
        "1. TRIZ (2.31)",
        "   + named for this question by McCandless: “Start”",
        "   + Use it to: stop what nobody needs",
        "   + follows Tea well: Now they talk.",
        "   + fits 9 people: three pairs and a trio",
        "   + 20 min; you have 15 min: squeezes to 10 min",
        "   “What must end?”",
    ]


def test_little_words_alone_are_answered_with_nothing(few):
    assert run("what is it?") == ["Nearest question: none of ours"]


def test_cautions_are_told(few):
    assert "   - you have used it already" in run("stop", "--used", "triz")


def test_what_is_barred_is_told(few):
    assert run("a stiff room", "--people", "5") == [
        "Nearest question: none of ours",
        "Not Tea: it needs at least 6 people",
    ]


def test_as_many_are_shown_as_asked_for(few):
    assert [line[:2] for line in run("stop a stiff room", top=1) if line[0].isdigit()] == ["1."]


def test_a_file_is_judged_without_overlapping_names(few, tmp_path):
    rows = [
        {"question": "what should we stop?", "structure": "creative-destruction", "name_overlap": False},
        {"question": "a stiff room", "structure": "tea"},
        {"question": "a stiff room", "structure": "myth"},
        {"question": "xyzzy", "structure": "triz"},
        {"question": "tea", "structure": "tea", "name_overlap": True},
    ]
    file = tmp_path / "pairs.json"
    file.write_text(json.dumps(rows))
    assert run(file=file) == [
        "hit@1 0.50",
        "hit@3 0.50",
        "hit@5 0.50",
        "over 4 questions without an overlap of names",
        "Not in the catalogue: myth",
    ]


@pytest.mark.parametrize("content", ["{", "{}", "[1]", '[{"question": "x"}]', '"text"', "null"])
def test_a_file_of_something_else_is_refused(tmp_path, content):
    file = tmp_path / "pairs.json"
    file.write_text(content)
    with pytest.raises(CommandError, match="must be a JSON list of questions"):
        run(file=file)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        run(file=tmp_path / "none.json")


def test_nothing_asked_is_refused():
    with pytest.raises(CommandError, match="Give a question"):
        run()


def test_names_and_other_names_are_known_as_slugs(few):
    assert names() == {"triz": "triz", "creative-destruction": "triz", "tea": "tea"}
