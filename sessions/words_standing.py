"""How a session stands after a repair: when it ends, and what is still not as it should be."""

from collections.abc import Callable, Collection

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.domain.standing import Standing
from sessions.domain.suiting import MILD, Fault, Unsuited
from sessions.words_repairing import listed, minutes, people


def standing_in_words(after: Standing, clock: str = "") -> str:
    """How the session ends: "Ends 14:58, 2 minutes to spare."; without a start it says how long it takes."""
    end = (
        _("Ends %(clock)s") % {"clock": clock}
        if clock
        else _("Takes %(minutes)s") % {"minutes": minutes(after.end)}
    )
    if after.spare is None:
        return f"{end}."
    apart = {"end": end, "apart": minutes(abs(after.spare))}
    if after.over:
        return _("%(end)s, %(apart)s over.") % apart
    return (_("%(end)s, %(apart)s to spare.") if after.spare else _("%(end)s, on time.")) % apart


def cautions(after: Standing, before: Collection[Unsuited] = ()) -> list[str]:
    """What is not as it should be, the gravest first; of what is mild only what was not so ``before``."""
    known = [one for one in before if one.fault in MILD]
    said = []
    if after.cut:
        said.append(_cut(after.cut))
    if after.unanswered:
        said.append(_unanswered(after.unanswered))
    for fault in Fault:
        found = [one for one in after.unsuited if one.fault == fault and one not in known]
        if found:
            bound = max(one.bound for one in found)
            words = {"titles": listed(one.title for one in found), "people": people(bound)}
            said.append(_FAULTS[fault]() % words)
    return said


def _cut(n: int) -> str:
    return ngettext("%(n)s minute runs into a pinned time.", "%(n)s minutes run into a pinned time.", n) % {
        "n": n
    }


def _unanswered(places: tuple[int, ...]) -> str:
    many = ngettext(
        "Question %(numbers)s is left unanswered.", "Questions %(numbers)s are left unanswered.", len(places)
    )
    return many % {"numbers": ", ".join(str(place + 1) for place in places)}


_FAULTS: dict[Fault, Callable[[], str]] = {
    Fault.FEW: lambda: _("Made for at least %(people)s: %(titles)s."),
    Fault.MANY: lambda: _("Made for at most %(people)s: %(titles)s."),
    Fault.POORLY: lambda: _("Poor online: %(titles)s."),
    Fault.CROWDED: lambda: _("Needs more rooms: %(titles)s."),
    Fault.TWICE: lambda: _("Led by somebody who leads another track then: %(titles)s."),
    Fault.OPEN: lambda: _("Nobody leads it yet: %(titles)s."),
    Fault.NARROW: lambda: _("More groups than places: %(titles)s."),
    Fault.REPORTS: lambda: _("More groups than can report: %(titles)s."),
    Fault.BARE: lambda: _("Not the same without groups: %(titles)s."),
    Fault.ODD: lambda: _("One trio in the pairs: %(titles)s."),
}
