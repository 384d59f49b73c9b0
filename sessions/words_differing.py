"""What became of a part since an earlier state, in words: "Changed since: minutes, lead"."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sessions.domain.differing import Change, Difference, Part

BECAME = {
    Change.ADDED: gettext_lazy("Added since"),
    Change.REMOVED: gettext_lazy("Removed since"),
    Change.MOVED: gettext_lazy("Moved since"),
    Change.PARKED: gettext_lazy("Parked since"),
    Change.RETURNED: gettext_lazy("Brought back since"),
}
PARTS = {
    Part.JOURNEY: gettext_lazy("journey"),
    Part.QUESTION: gettext_lazy("question"),
    Part.SESSION: gettext_lazy("session"),
    Part.ACTIVITY: gettext_lazy("activity"),
}
FIELDS = {
    "title": gettext_lazy("title"),
    "purpose": gettext_lazy("purpose"),
    "people": gettext_lazy("people"),
    "who": gettext_lazy("who they are"),
    "text": gettext_lazy("words"),
    "question": gettext_lazy("question"),
    "outcome": gettext_lazy("outcome"),
    "date": gettext_lazy("date"),
    "start": gettext_lazy("start"),
    "timezone": gettext_lazy("time zone"),
    "minutes": gettext_lazy("minutes"),
    "mode": gettext_lazy("where"),
    "place": gettext_lazy("place"),
    "link": gettext_lazy("link"),
    "rooms": gettext_lazy("rooms"),
    "packing": gettext_lazy("packing"),
    "dismissed": gettext_lazy("notices"),
    "kind": gettext_lazy("kind"),
    "structure": gettext_lazy("structure"),
    "pinned": gettext_lazy("pin"),
    "protected": gettext_lazy("protection"),
    "lead": gettext_lazy("lead"),
    "invitations": gettext_lazy("invitation"),
    "alternatives": gettext_lazy("other invitations"),
    "brief": gettext_lazy("brief"),
    "notes": gettext_lazy("notes"),
    "set_up": gettext_lazy("set-up"),
    "materials": gettext_lazy("materials"),
    "steps": gettext_lazy("steps"),
    "tracks": gettext_lazy("tracks"),
}


def difference_in_words(difference: Difference) -> str:
    """What became of the part that these words stand beside."""
    if difference.change is Change.CHANGED:
        return _("Changed since: %(fields)s") % {"fields": fields_in_words(difference.fields)}
    return str(BECAME[difference.change])


def fields_in_words(names: Iterable[str]) -> str:
    return ", ".join(str(FIELDS[name]) for name in names)


def named_part(difference: Difference) -> tuple[str, str]:
    """What it is, and what it is called; a session that nobody named is called by its number."""
    return str(PARTS[difference.part]), difference.title or str(difference.number)
