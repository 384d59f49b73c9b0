"""What happened to a session, as a hurried convenor types it: one press, and at most one value."""

import re
from collections.abc import Callable, Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sessions.choices import SessionMode
from sessions.domain import changes as kinds
from sessions.domain import limits
from sessions.domain.changes import Change
from sessions.domain.leading import person
from sessions.fields import LineField, RoomsField
from sessions.models import Session
from structures.fields import MinutesField, PeopleField

HAPPENED = {
    "people": gettext_lazy("Other people came"),
    "less": gettext_lazy("We have less time"),
    "late": gettext_lazy("We begin late"),
    "rooms": gettext_lazy("We lost a room"),
    "online": gettext_lazy("We are online now"),
    "room": gettext_lazy("We are back in a room"),
    "breakouts": gettext_lazy("No breakout rooms"),
    "lead": gettext_lazy("Somebody cannot come"),
    "talk": gettext_lazy("Somebody wants to speak"),
}
"""What can have changed, in the order in which it happens most."""

ASKED = {
    "people": gettext_lazy("How many are there?"),
    "less": gettext_lazy("How many minutes do you have, from the start?"),
    "late": gettext_lazy("How many minutes late?"),
    "rooms": gettext_lazy("How many rooms, or places for groups, are left?"),
    "lead": gettext_lazy("Who cannot come?"),
    "talk": gettext_lazy("Who, and for how many minutes?"),
}
"""What else has to be known. The other changes say it all."""

HINTS = {"people": "6", "less": "60", "late": "20", "rooms": "1", "talk": gettext_lazy("The sponsor, 20")}

SPOKEN = re.compile(
    r"(?<!\w)(?<!\w-)\d{1,4}(?:(?P<unit>\s*[:h]\s*\d{1,2}|\s*(?:minutes?|mins?|m|hours?|hrs?|h)))?\b\.?",
    re.IGNORECASE,
)
"""Minutes in what somebody typed: "20", "20 min", "1h15"; neither "G20" nor "COVID-19"."""
FOR = re.compile(r"^for\b|\bfor$", re.IGNORECASE)
"""What is left of "20 minutes for the sponsor", or of "the sponsor for 20 minutes"."""


NO_ROOM = gettext_lazy("With no room at all, choose “No breakout rooms” or “We are online now”.")
FIELDS: dict[str, Callable[[], forms.Field]] = {
    "people": lambda: PeopleField(required=True),
    "less": lambda: MinutesField(least=1, required=True),
    "late": lambda: MinutesField(least=1, required=True),
    "rooms": lambda: RoomsField(min_value=1, required=True, error_messages={"min_value": NO_ROOM}),
    "lead": lambda: LineField(max_length=limits.MAX_LEAD),
    "talk": lambda: LineField(max_length=limits.MAX_LEAD),
}


class ChangedForm(forms.Form):
    """``about`` is one of HAPPENED. ``people`` are those who are planned, ``leads`` those who lead something."""

    def __init__(
        self, data: Any, *, about: str, session: Session, people: int | None, leads: Collection[str]
    ) -> None:
        super().__init__(data)
        self.about, self.session, self.people, self.leads = about, session, people, leads
        if about in FIELDS:
            self.fields["to"] = FIELDS[about]()
            self.fields["to"].error_messages["required"] = ASKED[about]
        if about == "less":
            self.fields["to"].current = session.minutes

    def clean_to(self) -> Any:
        return CHECKS[self.about](self, self.cleaned_data["to"])

    def change(self, others: tuple[str, ...] = ()) -> Change:
        """What happened. ``others`` plan along, and could lead something."""
        code, to = self.session.code, self.cleaned_data.get("to")
        match self.about:
            case "lead":
                return kinds.LeadIll(code, to, others)
            case "talk":
                who, minutes = to
                return kinds.Talk(code, minutes, who, _("%(who)s speaks") % {"who": who})
        return MADE[self.about](code, to) if self.about in FIELDS else PLAIN[self.about](code)


def _people(form: ChangedForm, people: int) -> int:
    if people == form.people:
        raise ValidationError(_("%(n)s is what you planned for."), params={"n": people})
    return people


def _less(form: ChangedForm, minutes: int) -> int:
    if minutes == form.session.minutes:
        words = ngettext("%(n)s minute is what is booked.", "%(n)s minutes are what is booked.", minutes)
        raise ValidationError(words, params={"n": minutes})
    return minutes


def _late(form: ChangedForm, minutes: int) -> int:
    if form.session.minutes and minutes >= form.session.minutes:
        raise ValidationError(_("Then it would end before it begins. Type the minutes, like 20."))
    return minutes


def _rooms(form: ChangedForm, rooms: int) -> int:
    if rooms == form.session.rooms:
        raise ValidationError(_("%(n)s is what you planned with."), params={"n": rooms})
    return rooms


def _lead(form: ChangedForm, name: str) -> str:
    known = next((one for one in form.leads if person(one) == person(name)), "")
    if not known:
        raise ValidationError(_("Nobody called “%(name)s” leads anything here."), params={"name": name})
    return known


def _talk(form: ChangedForm, text: str) -> tuple[str, int]:
    """Who and how long, in whatever order: "Dr Fox, 20", "20 min the sponsor". Without a name it is a guest.

    Of several numbers the last that says it is minutes counts, or else the last one.
    """
    numbers = list(SPOKEN.finditer(text))
    if not numbers:
        raise ValidationError(_("Type the minutes, too, like: %(hint)s."), params={"hint": HINTS["talk"]})
    found = max(numbers, key=lambda one: (one["unit"] is not None, one.start()))
    minutes = MinutesField(least=1).clean(found[0].rstrip("."))
    return speaker(f"{text[: found.start()]} {text[found.end() :]}") or _("A guest"), minutes or 1


def speaker(text: str) -> str:
    """Who speaks, in what is left without the minutes."""
    around = " ,;:.–-"
    return capfirst(FOR.sub("", " ".join(text.split()).strip(around)).strip(around))


CHECKS: dict[str, Callable[[ChangedForm, Any], Any]] = {
    "people": _people,
    "less": _less,
    "late": _late,
    "rooms": _rooms,
    "lead": _lead,
    "talk": _talk,
}
MADE: dict[str, Callable[..., Change]] = {
    "people": kinds.People,
    "less": kinds.LessTime,
    "late": kinds.Late,
    "rooms": kinds.RoomLost,
}
PLAIN: dict[str, Callable[[str], Change]] = {
    "online": kinds.Online,
    "room": kinds.InPerson,
    "breakouts": kinds.NoBreakouts,
}


NOT_NOW = {
    SessionMode.IN_PERSON: ("room", "breakouts"),
    SessionMode.ONLINE: ("online",),
    SessionMode.HYBRID: (),
}


def could_happen(session: Session, leads: Collection[str]) -> list[tuple[str, str]]:
    """What can have changed of this session: nobody moves online who is there already."""
    timeless = session.starts_at is None and session.minutes is None
    known = {"breakouts": session.rooms == kinds.NO_ROOMS, "lead": not leads, "late": timeless}
    not_now = {*NOT_NOW[session.mode], *(about for about, is_known in known.items() if is_known)}
    return [(about, str(words)) for about, words in HAPPENED.items() if about not in not_now]
