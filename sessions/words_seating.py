"""How people sit, in one plain sentence for a chat: "Alone, 1 minute, then in pairs, 2 minutes." """

from collections.abc import Sequence
from dataclasses import replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sessions.domain.seating import Stretch
from structures.choices import Grouping
from structures.domain import shapes
from structures.domain.shapes import RepeatUnit
from structures.words import configuration_in_words

SEATED = {
    Grouping.ALONE: gettext_lazy("alone"),
    Grouping.PAIRS: gettext_lazy("in pairs"),
    Grouping.TRIOS: gettext_lazy("in trios"),
    Grouping.FOURS: gettext_lazy("in fours"),
    Grouping.STATIONS: gettext_lazy("from station to station"),
    Grouping.QUADRANTS: gettext_lazy("in the quadrants"),
    Grouping.SELF_ORGANISED: gettext_lazy("in groups you choose"),
    Grouping.FISHBOWL: gettext_lazy("in a fishbowl"),
    Grouping.STAGE: gettext_lazy("facing the stage"),
    Grouping.CIRCLES: gettext_lazy("in two circles"),
    Grouping.LINE: gettext_lazy("along a line"),
    Grouping.WALK: gettext_lazy("walking about"),
    Grouping.WHOLE_GROUP: gettext_lazy("all together"),
}
IN_TURN = (RepeatUnit.PERSON, RepeatUnit.CLIENT, RepeatUnit.WALKER, RepeatUnit.LISTENER)
MOST = 5
"""Stretches that a chat message tells with their minutes; of more it says only how people sit."""


def seating_in_words(stretches: Sequence[Stretch]) -> str:
    """One sentence, or nothing where there are no stretches."""
    if not stretches:
        return ""
    if len(stretches) > MOST:
        seats = ", ".join(dict.fromkeys(_seated(one.step) for one in stretches))
        minutes = sum(one.minutes * one.times + one.rest for one in stretches)
        return capfirst(_("%(seats)s: %(minutes)s in all.") % {"seats": seats, "minutes": _minutes(minutes)})
    first, *others = map(_stretch_in_words, stretches)
    for other in others:
        first = _("%(stretch)s, then %(next)s") % {"stretch": first, "next": other}
    return f"{capfirst(first)}."


def _stretch_in_words(stretch: Stretch) -> str:
    words = {"seated": _seated(stretch.step), "minutes": _minutes(stretch.minutes), "times": stretch.times}
    if stretch.times == 1:
        return _("%(seated)s, %(minutes)s") % words
    if stretch.rest:
        words["minutes"] = _minutes(stretch.minutes * stretch.times + stretch.rest)
        return _("%(seated)s, %(times)s rounds, %(minutes)s in all") % words
    if stretch.unit in IN_TURN:
        return _("%(seated)s, %(minutes)s each") % words
    return _("%(seated)s, %(times)s rounds of %(minutes)s") % words


def _seated(step: shapes.Step) -> str:
    if step.grouping != Grouping.SMALL_GROUPS:
        return str(SEATED[Grouping(step.grouping)])
    groups = configuration_in_words([replace(step, optional=False, mode=shapes.Mode.BOTH)])
    return _("in %(groups)s") % {"groups": groups}


def _minutes(minutes: int) -> str:
    return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
