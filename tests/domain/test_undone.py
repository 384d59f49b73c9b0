"""Which changes have been taken back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.undone import Link, undone
from tests.domain.profile import CALM


def history(deeds: str) -> list[Link]:
    """What the history holds after these: "c" is a change, "u" undoes, "r" does again."""
    links = [Link(1, None, None)]
    for deed in deeds:
        now, number = links[-1], len(links) + 1
        target = {"u": now.before, "r": now.after}.get(deed)
        if deed == "c":
            links.append(Link(number, now.number, None))
        elif target:
            there = links[target - 1]
            links.append(Link(number, there.before, now.number if deed == "u" else there.after))
    return links


@pytest.mark.parametrize(
    ("deeds", "numbers"),
    [
        ("", set()),
        ("ccc", set()),  # 1 is how it began, 2 3 4 are the changes
        ("cccu", {4}),
        ("cccuu", {3, 4}),
        ("cccuuu", {2, 3, 4}),
        ("cccuuur", {3, 4}),
        ("ccurcu", {6}),  # 4 undid 3 and 5 did it again; 6 is a new change
        ("ccuru", {3}),
        ("ccuuu", {2, 3}),  # the third finds nothing to undo
        ("ccuc", {3}),  # a new change closes the way forward: 3 stays undone
        ("ccucu", {3, 5}),
        ("ccucuu", {2, 3, 5}),
        ("ccucuur", {3, 5}),
        ("ccucuurr", {3}),
    ],
)
def test_undone_changes(deeds: str, numbers: set[int]) -> None:
    links = history(deeds)

    assert undone(links, len(links)) == numbers


def test_links_in_any_order_and_an_empty_history() -> None:
    assert undone(reversed(history("cccu")), 5) == {4}
    assert undone([], 0) == frozenset()


def test_a_history_whose_beginning_is_gone() -> None:
    assert undone([replace(link) for link in history("cccu")[2:]], 5) == {4}


@CALM
@given(st.text("ccur", max_size=30))
def test_what_is_not_undone_is_what_the_convenor_would_list(deeds: str) -> None:
    there, back = [1], []  # changes in the state, and those that could be done again
    number = 1
    for deed in deeds:
        if deed == "u" and len(there) > 1:
            back.append(there.pop())
        elif deed == "r" and back:
            there.append(back.pop())
        elif deed == "c":
            there, back = [*there, number + 1], []
        else:
            continue
        number += 1
    links, changes = history(deeds), {1}
    assert len(links) == number
    changes |= {link.number for link in links if link.before == link.number - 1}

    assert undone(links, number) == changes - set(there)
