"""Who brings what, and what is packed."""

import pytest

from sessions.domain.document import PackingDoc
from sessions.domain.packing import is_furniture, marked, things
from structures.domain.logistics import Supply

BELL, CARD = PackingDoc("bell"), PackingDoc("index card", packed=True)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("chair", True),
        ("folding chair", True),
        ("bar stool", True),
        ("small table", True),
        ("timetable", False),
        ("index card", False),
        ("table tent", False),
    ],
)
def test_furniture_is_the_clients_until_somebody_says_otherwise(item, expected):
    (thing,) = things([Supply(item, 3)], ())

    assert (is_furniture(item), thing.is_furniture, thing.by) == (
        expected,
        expected,
        "client" if expected else "convenor",
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"packed": True}, PackingDoc("bell", "convenor", True)),
        ({"by": "client"}, PackingDoc("bell", "client", False)),
        ({"by": "client", "packed": True}, PackingDoc("bell", "client", True)),
        ({}, BELL),
    ],
)
def test_only_what_was_said_changes(said, expected):
    assert marked((BELL, CARD), "bell", **said) == (expected, CARD)


def test_unpacking_leaves_who_brings_it():
    known = (PackingDoc("bell", "client", True),)

    assert marked(known, "bell", packed=False) == (PackingDoc("bell", "client", False),)


def test_a_thing_nobody_spoke_of_joins_with_what_is_usual():
    assert marked((BELL,), "chair", packed=True) == (BELL, PackingDoc("chair", "client", True))


def test_the_list_has_what_is_needed_now_in_its_order():
    found = things([Supply("index card", 18), Supply("pen", 9)], (BELL, CARD))

    assert [(one.supply.item, one.by, one.packed) for one in found] == [
        ("index card", "convenor", True),
        ("pen", "convenor", False),
    ]
