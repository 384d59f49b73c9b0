"""The steps of a structure in words: how often they run, how long they may take."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from structures.domain.shapes import RepeatUnit
from structures.words import minutes_in_words, number_in_words

_TIMES = {
    RepeatUnit.ROUND: ngettext_lazy("one round", "%(count)s rounds", "n"),
    RepeatUnit.PERSON: ngettext_lazy("for one person", "for each of %(count)s people in turn", "n"),
    RepeatUnit.CLIENT: ngettext_lazy("for one client", "for each of %(count)s clients in turn", "n"),
    RepeatUnit.STATION: ngettext_lazy("at one station", "at each of %(count)s stations", "n"),
    RepeatUnit.ELEMENT: ngettext_lazy("for one element", "for each of %(count)s elements", "n"),
    RepeatUnit.STATEMENT: ngettext_lazy("for one statement", "for each of %(count)s statements", "n"),
    RepeatUnit.PROMPT: ngettext_lazy("for one prompt", "for each of %(count)s prompts", "n"),
    RepeatUnit.SLOT: ngettext_lazy("in one slot", "in each of %(count)s slots", "n"),
    RepeatUnit.GROUP: ngettext_lazy("for one group", "for each of %(count)s groups", "n"),
    RepeatUnit.WALKER: ngettext_lazy("for one walker", "for each of %(count)s walkers", "n"),
    RepeatUnit.LISTENER: ngettext_lazy("for one listener", "for each of %(count)s listeners", "n"),
}


def times_in_words(unit: str, count: int) -> str:
    """Say how often a block of steps runs: "three rounds", "for each of four clients in turn"."""
    return str(_TIMES[RepeatUnit(unit)] % {"n": count, "count": number_in_words(count)})


def range_in_words(shortest: int, longest: int) -> str:
    """Say between which minutes a step can be stretched: "5 to 10 min"; nothing where there is no room."""
    if shortest == longest:
        return ""
    return _("%(shortest)s to %(longest)s") % {
        "shortest": shortest if longest < 60 else minutes_in_words(shortest),
        "longest": minutes_in_words(longest),
    }
