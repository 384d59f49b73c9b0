"""Plans and changes by chance, for what must hold of every repair."""

from dataclasses import replace

from hypothesis import strategies as st

from sessions.domain import changes as kinds
from sessions.domain.document import Kind
from structures.domain.shapes import Repeat
from tests.domain.mornings import in_rooms, plan, row, step, structure

GROUPINGS = ("alone", "pairs", "trios", "fours", "small_groups", "whole_group", "stage")
LEADS = ("", "", "Ana", "Ben")
CHANCE = st.integers(0, 9)


@st.composite
def steps(draw):
    least = draw(st.integers(0, 15))
    ideal = least + draw(st.integers(0, 10))
    repeat = draw(st.sampled_from(["", "", "P", "R"]))
    modes = st.sampled_from(["both", "both", "both", "in_person", "online"])
    return step(
        draw(st.sampled_from(GROUPINGS)),
        least,
        ideal,
        ideal + draw(st.integers(0, 10)),
        repeat=repeat,
        mode=draw(modes),
        protected=draw(CHANCE) == 0,
        optional=draw(CHANCE) == 0,
    )


@st.composite
def structures(draw, name):
    repeats = (
        Repeat("P", "person", 1, 2, 6, draw(st.sampled_from(["group_size", "fixed", "groups"]))),
        Repeat("R", "round", 1, draw(st.integers(1, 3)), 4, "convenor"),
    )
    return structure(
        name,
        *draw(st.lists(steps(), min_size=1, max_size=4)),
        repeats=repeats,
        least=draw(st.sampled_from([1, 2, 4, 12])),
        most=draw(st.sampled_from([None, None, 30])),
        online=draw(st.sampled_from(["well", "adapted", "poorly"])),
        question=draw(st.sampled_from([None, 0, 1, 2])),
        minutes=draw(st.sampled_from([None, None, None, 20])),
    )


@st.composite
def rows(draw, name):
    kind = draw(st.sampled_from([Kind.STRUCTURE] * 4 + [Kind.OPENING, Kind.BREAK, Kind.TALK, Kind.CLOSING]))
    made = draw(structures(name)) if kind == Kind.STRUCTURE else row(kind, draw(st.integers(0, 30)), name)
    pin = draw(st.integers(0, 150)) if draw(CHANCE) == 0 else None
    lead = draw(st.sampled_from(LEADS))
    return replace(made, lead=lead, protected=draw(CHANCE) == 0, pinned_at=pin)


@st.composite
def outlines(draw):
    """Up to seven rows, perhaps one of them in rooms; something may be parked."""
    count = draw(st.integers(1, 7))
    items = [draw(rows(f"row {number}")) for number in range(count)]
    if draw(st.booleans()):
        tracks = [
            [draw(rows(f"{room}.{number}")) for number in range(draw(st.integers(0, 2)))] for room in "abc"
        ]
        items.insert(draw(st.integers(0, count)), in_rooms(*tracks))
    parked = [draw(rows("parked"))] if draw(st.booleans()) else []
    return plan(
        *items,
        parked=[replace(one, pinned_at=None) for one in parked],
        people=draw(st.sampled_from([None, 6, 12, 13, 24, 50])),
        booked=draw(st.sampled_from([None, 60, 120, 200])),
        mode=draw(st.sampled_from(["in_person", "online", "hybrid"])),
        rooms=draw(st.sampled_from([None, None, 2, 4])),
    )


def changes(session="am"):
    """What can happen to a session with 60 minutes or more."""
    numbers = st.integers(1, 80)
    minutes = st.integers(1, 55)
    return st.one_of(
        numbers.map(lambda n: kinds.People(session, n)),
        st.integers(10, 200).map(lambda n: kinds.LessTime(session, n)),
        minutes.map(lambda n: kinds.Late(session, n)),
        st.integers(1, 3).map(lambda n: kinds.RoomLost(session, n)),
        st.just(kinds.Online(session)),
        st.just(kinds.InPerson(session)),
        st.just(kinds.NoBreakouts(session)),
        st.sampled_from(["Ana", "Ben"]).map(lambda name: kinds.LeadIll(session, name, ("Chi",))),
        minutes.map(lambda n: kinds.Talk(session, n, "Fox", "Fox speaks")),
    )
