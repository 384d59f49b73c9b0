"""Reading the files: every error of every file, with its file and key, and never a database."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from structures.loading.layout import FOLDER
from structures.loading.reading import CatalogueError, read


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of two structures and one question that fit together; messages name files relative to it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.toml").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.toml").write_text(TWO, encoding="utf-8")
    (tmp_path / "questions.toml").write_text(QUESTIONS, encoding="utf-8")
    return tmp_path


ONE = """
slug = "one"
name = "One"
aliases = ["First"]
status = "published"
makes_possible = "Everyone is heard."
purposes = ["share"]
invitation = "What do you see?"

[[repeats]]
key = "A"
count_min = 2
count = 3
count_max = 3

[[steps]]
title = "Talk"
grouping = "pairs"
minutes_min = 2
minutes = 4
minutes_max = 5
repeat = "A"

[[steps]]
title = "Share"
minutes_min = 5
minutes = 5
minutes_max = 10
nested = "two"

[[materials]]
item = "pen"

[[followed_by]]
structure = "two"
because = "It deepens."
"""

TWO = """
slug = "two"
name = "Two"
makes_possible = "Everyone is seen."
invitation = "What do you hear?"
"""

QUESTIONS = """
[[questions]]
slug = "purpose"
position = 1
short = "Purpose"
text = "Why?"

[[questions.fits]]
structure = "one"
because = "It opens."
invitation = "Why are we here?"
"""


def change(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def errors(folder):
    with pytest.raises(CatalogueError) as raised:
        read(folder)
    return [str(problem) for problem in raised.value.problems]


def test_our_own_files_have_no_errors():
    files = read(FOLDER)
    assert (len(files.structures), len(files.questions)) == (48, 7)


def test_check_needs_no_database():
    out = StringIO()
    call_command("load_catalogue", "--check", stdout=out)  # this test may not touch one
    assert out.getvalue() == "48 structures, 7 questions: no errors\n"


def test_check_names_every_error(folder):
    change(folder, "one.toml", "minutes = 4", "minutes = 6")
    change(folder, "two.toml", 'name = "Two"', "")
    with pytest.raises(CommandError) as error:
        call_command("load_catalogue", "--check", folder=folder)
    assert error.value.returncode == 1
    assert str(error.value).splitlines() == [
        "one.toml: steps[0].minutes_max: 5 is less than minutes, which is 6.",
        "two.toml: name: This key is missing.",
    ]


def test_what_a_file_leaves_out_has_its_default(folder):
    files = read(folder)
    two = files.structures[1]
    assert (two["status"], two["licence"], two["people_min"], two["people_max"]) == (
        "draft",
        "CC BY-SA 4.0",
        2,
        None,
    )
    assert (two["aliases"], two["steps"], two["variant_of"]) == ([], [], None)


FORM = [
    ("minutes = 4", "minute = 4", ["steps[0].minute: There is no such key. Did you mean “minutes”?",
                                   "steps[0].minutes: This key is missing."]),
    ('name = "One"', "", ["name: This key is missing."]),
    ('name = "One"', 'name = ""', ["name: This field cannot be blank."]),
    ('name = "One"', "name = 1", ["name: This must be text."]),
    ('name = "One"', f'name = "{"o" * 81}"',
     ["name: Ensure this value has at most 80 characters (it has 81)."]),
    ("minutes = 4", 'minutes = "4"', ["steps[0].minutes: This must be a whole number."]),
    ("minutes = 4", "minutes = true", ["steps[0].minutes: This must be a whole number."]),
    ("minutes = 4", "minutes = 4.5", ["steps[0].minutes: This must be a whole number."]),
    ("minutes_min = 2", "minutes_min = -1",
     ["steps[0].minutes_min: Ensure this value is greater than or equal to 0."]),
    ("minutes_max = 5", "minutes_max = 99999",
     ["steps[0].minutes_max: This must be at most 32767."]),
    ('grouping = "pairs"', 'grouping = "couples"',
     ["steps[0].grouping: “couples” is none of these: alone, pairs, trios, fours, small_groups, stations, "
      "quadrants, self_organised, fishbowl, stage, circles, line, walk, whole_group."]),
    ('["share"]', '"share"', ["purposes: This must be a list of texts."]),
    ('["share"]', '["share", "dance"]',
     ["purposes: “dance” is none of these: reveal, share, analyse, help, strategise, plan."]),
    ('["share"]', '["share", "share"]', ["purposes: Entry 2 stands here twice: “share”."]),
    ('["First"]', '["First", 2]', ["aliases: Entry 2 must be one line of text."]),
    ('["First"]', '["First\\nSecond"]', ["aliases: Entry 1 must be one line of text."]),
    ('slug = "one"', 'slug = "one"\nsource = "nowhere"', ["source: Enter a valid URL."]),
    ('item = "pen"', 'item = "pen"\nrequired = "yes"',
     ["materials[0].required: This must be true or false."]),
    ("[[materials]]", "[materials]", ["materials: This must be tables, each begun with [[materials]]."]),
]  # fmt: skip

SENSE = [
    ('slug = "one"', f'slug = "one"\nasked_as = {[f"What {n}?" for n in range(13)]}',
     ["asked_as: At most 12 lines."]),
    ("minutes = 4", "minutes = 6", ["steps[0].minutes_max: 5 is less than minutes, which is 6."]),
    ("count_min = 2", "count_min = 0", ["repeats[0].count_min: This must be at least 1."]),
    ("count = 3", "count = 1", ["repeats[0].count: 1 is less than count_min, which is 2."]),
    ('item = "pen"', 'item = "pen"\nquantity = 0', ["materials[0].quantity: This must be at least 1."]),
    ('slug = "one"', 'slug = "one"\npeople_min = 9\npeople_max = 8',
     ["people_max: 8 is less than people_min, which is 9."]),
    ('slug = "one"', 'slug = "one"\nheadline_min = 9\nheadline_max = 8',
     ["headline_max: 8 is less than headline_min, which is 9."]),
    ('repeat = "A"', 'repeat = "B"',
     ["steps[0].repeat: There is no repeat “B”.", "repeats[0].key: No step repeats with “A”."]),
    ("[[materials]]", '[[repeats]]\nkey = "A"\n\n[[materials]]', ["repeats[1].key: “A” stands here twice."]),
    ('nested = "two"', 'nested = "three"', ["steps[1].nested: There is no structure “three”."]),
    ('nested = "two"', 'nested = "one"', ["steps[1].nested: A structure cannot refer to itself."]),
    ('slug = "one"', 'slug = "one"\nvariant_of = "three"', ["variant_of: There is no structure “three”."]),
    ('structure = "two"', 'structure = "three"',
     ["followed_by[0].structure: There is no structure “three”."]),
    ("[[materials]]", '[[followed_by]]\nstructure = "two"\nbecause = "Again."\n\n[[materials]]',
     ["followed_by[1].structure: “two” stands here twice."]),
    ('slug = "one"', 'slug = "uno"',
     ["slug: The file of “uno” must be called uno.toml.",
      "status: This structure is published but fits no question."]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), FORM + SENSE)
def test_an_error_names_file_and_key(folder, old, new, expected):
    change(folder, "one.toml", old, new)
    assert errors(folder) == [f"one.toml: {error}" for error in expected]


ACROSS = [
    ("two.toml", 'name = "Two"', 'name = "FIRST"', ["two.toml: name: “FIRST” is already used in one.toml."]),
    ("two.toml", 'name = "Two"', 'name = "Two"\naliases = ["one"]',
     ["two.toml: aliases[0]: “one” is already used in one.toml."]),
    ("two.toml", 'slug = "two"', 'slug = "two"\nstatus = "published"',
     ["two.toml: steps: A published structure needs steps.",
      "two.toml: status: This structure is published but fits no question."]),
    ("questions.toml", 'structure = "one"', 'structure = "two"',
     ["one.toml: status: This structure is published but fits no question."]),
    ("questions.toml", 'structure = "one"', 'structure = "three"',
     ["one.toml: status: This structure is published but fits no question.",
      "questions.toml: questions[0].fits[0].structure: There is no structure “three”."]),
    ("questions.toml", "position = 1", "position = 0",
     ["questions.toml: questions[0].position: This must be at least 1."]),
    ("questions.toml", "[[questions]]", 'title = "Arc"\n[[questions]]',
     ["questions.toml: title: There is no such key."]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "expected"), ACROSS)
def test_errors_across_files(folder, name, old, new, expected):
    change(folder, name, old, new)
    assert errors(folder) == expected


def test_two_questions_share_nothing_that_must_be_their_own(folder):
    with (folder / "questions.toml").open("a", encoding="utf-8") as file:
        file.write(QUESTIONS + '\n[[questions.fits]]\nstructure = "one"\nbecause = "B"\ninvitation = "I"\n')
    assert errors(folder) == [
        "questions.toml: questions[1].fits[1].structure: “one” stands here twice.",
        "questions.toml: questions[1].slug: “purpose” is already used in questions.toml.",
        "questions.toml: questions[1].position: “1” is already used in questions.toml.",
    ]


def test_every_error_of_every_file_is_named_at_once(folder):
    change(folder, "one.toml", 'title = "Talk"', "title = 7")
    change(folder, "one.toml", "minutes = 5", "minutes = 11")
    change(folder, "two.toml", 'invitation = "What do you hear?"', "")
    change(folder, "questions.toml", 'text = "Why?"', "")
    assert errors(folder) == [
        "one.toml: steps[0].title: This must be text.",
        "one.toml: steps[1].minutes_max: 10 is less than minutes, which is 11.",
        "questions.toml: questions[0].text: This key is missing.",
        "two.toml: invitation: This key is missing.",
    ]


def test_a_file_that_is_not_toml_hides_no_other_error(folder):
    (folder / "two.toml").write_text("slug = two", encoding="utf-8")
    change(folder, "one.toml", "minutes = 4", "minutes = 6")
    first, second = errors(folder)
    assert first == "one.toml: steps[0].minutes_max: 5 is less than minutes, which is 6."
    assert second.startswith("two.toml: This is not TOML: ")


def test_a_file_that_is_not_utf_8(folder):
    (folder / "two.toml").write_bytes(b'slug = "\xff"')
    assert [error.partition(": 'utf-8'")[0] for error in errors(folder)] == ["two.toml: This is not TOML"]


def test_there_must_be_questions(folder):
    (folder / "questions.toml").write_text("", encoding="utf-8")
    change(folder, "one.toml", 'status = "published"', "")
    assert errors(folder) == ["questions.toml: questions: There must be at least one [[questions]]."]


def test_a_folder_without_the_catalogue(folder):
    for file in folder.iterdir():
        file.unlink()
    assert errors(folder) == ["questions.toml: No such file or directory"]
