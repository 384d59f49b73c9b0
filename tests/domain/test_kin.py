"""Words that mean the same to somebody who convenes."""

import pytest

from structures.domain.kin import GROUPS, kin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What should we quit?", "stop doing it"),
        ("let go of old projects", "eliminate reports"),
        ("a kick-off", "we launch on Monday"),
        ("prioritising ideas", "rank the proposals"),
        ("our departments quarrel", "a conflict between silos"),
        ("at the same time", "simultaneously"),
        ("organise ourselves", "who decides"),
        ("rehearse it", "role-play the talk"),
        ("being afraid", "worries"),
        ("no powerpoint", "a lecture"),
        ("what nobody dares to say", "the unspoken"),
        ("after the layoffs", "we grieve"),
    ],
)
def test_these_share_a_meaning(one, other):
    assert kin(one) & kin(other)


@pytest.mark.parametrize("text", ["", "the", "bread and butter", "let us go", "🙂"])
def test_these_have_none(text):
    assert kin(text) == set()


def test_a_phrase_counts_only_whole():
    assert kin("get rid of it") == {"stop"}
    assert "stop" not in kin("get it")


def test_every_group_has_its_own_name():
    names = [group[0] for group in GROUPS]
    assert len(names) == len(set(names))
