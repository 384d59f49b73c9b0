"""The score as sentences, for those who hear it: "1-2-4-All: 1 minute alone, 2 minutes in pairs …"."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from structures.domain.shapes import Grouping, Turn
from structures.words import minutes_in_words, number_in_words

_HOW = {
    Grouping.ALONE: gettext_lazy("alone"),
    Grouping.PAIRS: gettext_lazy("in pairs"),
    Grouping.TRIOS: gettext_lazy("in trios"),
    Grouping.FOURS: gettext_lazy("in fours"),
    Grouping.SMALL_GROUPS: gettext_lazy("in small groups"),
    Grouping.STATIONS: gettext_lazy("at stations"),
    Grouping.QUADRANTS: gettext_lazy("in four quadrants"),
    Grouping.SELF_ORGANISED: gettext_lazy("in groups that form themselves"),
    Grouping.FISHBOWL: gettext_lazy("around a fishbowl"),
    Grouping.STAGE: gettext_lazy("in front of a stage"),
    Grouping.CIRCLES: gettext_lazy("in two circles"),
    Grouping.LINE: gettext_lazy("in a line"),
    Grouping.WALK: gettext_lazy("on a walk"),
    Grouping.WHOLE_GROUP: gettext_lazy("with everyone"),
}


def rhythm_in_words(turns: Sequence[Turn]) -> str:
    """Say the run of one structure: "three rounds of 5 minutes in pairs, 10 minutes with everyone".

    Neighbouring steps in one configuration are said together; equal turns of a repeat are said as rounds.
    """
    return _rhythm(tuple(turns), get_language())


@lru_cache(maxsize=1024)
def _rhythm(turns: tuple[Turn, ...], language: str | None) -> str:
    """Kept, for every picture of every page says it; the language is part of what is kept."""
    return ", ".join(phrase for block in _blocks(turns) for phrase in _block_in_words(block))


def titled_rhythm(title: str, turns: Sequence[Turn]) -> str:
    """Say whose rhythm it is too: "1-2-4-All: 1 minute alone, 2 minutes in pairs."."""
    if not any(turn.minutes for turn in turns):
        return title
    return _("%(title)s: %(rhythm)s.") % {"title": title, "rhythm": rhythm_in_words(turns)}


def turn_in_words(begin: str, title: str, turn: Turn, groups: str) -> str:
    """Say one turn of a step: "13:45 · 9 Whys · pairs interview · 5 min · nine pairs".

    ``begin`` is its time as the score tells it, ``title`` the activity's; of a repeat it is said which turn it is.
    """
    step = turn.title
    if turn.of > 1:
        step = _("%(step)s, %(number)s of %(of)s") % {"step": step, "number": turn.number, "of": turn.of}
    return " · ".join((begin, title, step, minutes_in_words(turn.minutes), groups))


def full_minutes(minutes: int) -> str:
    """Say minutes in full: "1 minute", "35 minutes"."""
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}


def _blocks(turns: Sequence[Turn]) -> Iterator[list[Turn]]:
    """Neighbours of one repeat, or of none. Turn numbers that fall back begin another repeat."""
    block: list[Turn] = []
    for turn in turns:
        if block and (turn.of != block[-1].of or turn.number < block[-1].number):
            yield block
            block = []
        block.append(turn)
    if block:
        yield block


def _block_in_words(block: list[Turn]) -> list[str]:
    rounds = [_configurations(turns) for _number, turns in groupby(block, key=lambda turn: turn.number)]
    if len(rounds) < 2:
        return rounds[0]
    if rounds.count(rounds[0]) < len(rounds):
        return _configurations(block)
    one = _(" and ").join(rounds[0])
    return [_("%(count)s rounds of %(one)s") % {"count": number_in_words(len(rounds)), "one": one}]


def _configurations(turns: Iterable[Turn]) -> list[str]:
    """The minutes in each configuration, neighbours of the same one summed."""
    runs = [
        (how, sum(turn.minutes for turn in run))
        for how, run in groupby(turns, key=lambda turn: turn.grouping)
    ]
    return [
        _("%(minutes)s %(how)s") % {"minutes": full_minutes(minutes), "how": _HOW[Grouping(how)]}
        for how, minutes in runs
        if minutes
    ]
