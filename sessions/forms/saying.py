"""What a convenor types on the desk of one invitation: what is said, own words that are kept, and new ones."""

from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sessions.domain import limits
from sessions.domain.saying import Spoken, bare
from sessions.forms.editing import typed_into
from sessions.models import Activity, Journey
from sessions.models.changing import Conflict

THEIRS = _(
    "Somebody else wrote here meanwhile: “%(text)s” Save again to keep yours, or write what suits you both."
)
ELSEWHERE = _(
    "Somebody else has changed what you were rewording. Your words are here: keep them, or let them go."
)
GONE = _(
    "Somebody else has removed or reworded these words meanwhile, so nobody says them yet. They are here: keep them, "
    "or let them go."
)


def own_name(text: str) -> str:
    """The field of one's own words that are kept: named by what they are, whatever else is kept meanwhile."""
    return f"own-{sha256(bare(text).encode()).hexdigest()[:12]}"


def written(label: Any, **attrs: Any) -> forms.CharField:
    widget = forms.Textarea({"rows": 1, "dir": "auto", "class": "bare", "aria-label": label} | attrs)
    return forms.CharField(
        label=label, max_length=limits.MAX_TEXT, required=False, widget=widget, show_hidden_initial=True
    )


class DeskForm(forms.Form):
    """Everything on the desk in one form, so that nothing typed is lost, whichever button is pressed.

    ``said`` are the words of the round in hand, ``own-…`` those that are kept, ``new`` is another wording. It
    ``is_stale`` when somebody else has changed the same meanwhile.
    """

    said = written(_("What you say"), placeholder=_("What will you ask them?"))
    new = written(_("Another wording"), placeholder=_("Say it another way …"))
    say = forms.CharField(max_length=limits.MAX_TEXT, required=False)  # what the pressed button stands for

    def __init__(self, spoken: Spoken, round: int, data: Any = None) -> None:
        self.spoken, self.round, self.is_stale = spoken, round, False
        self.kept = {own_name(text): text for text in spoken.kept}
        super().__init__(data, initial={"said": spoken.now(round), "new": ""} | self.kept)
        for name in self.kept:
            self.fields[name] = written(_("Your own words"))

    @classmethod
    def after(cls, spoken: Spoken, round: int, sent: QueryDict) -> "DeskForm":
        """The desk as it is now, with what was typed into ``sent`` still unsaved in its field."""
        shown = [name.removeprefix("initial-") for name in sent if name.startswith("initial-")]
        typed = {name: sent.get(name, "") for name in shown if typed_into(sent, name)}
        now = cls(spoken, round).initial
        data = QueryDict(mutable=True)
        data.update(now | typed | {f"initial-{name}": now.get(name, "") for name in (*now, *typed)})
        return cls(spoken, round, data)

    @property
    def typed(self) -> dict[str, str]:
        """What was really typed, by the names of the fields."""
        return {name: text for name, text in self.cleaned_data.items() if typed_into(self.data, name)}

    @property
    def chosen(self) -> str:
        """What is to be said from now on: words of the catalogue, or one's own as they were just typed."""
        return self.cleaned_data.get(self.data.get("say_own", ""), "") or self.cleaned_data["say"]

    def clean(self) -> dict[str, Any]:
        """Own words whose field is gone become another wording, unless they are there all the same: said, or kept."""
        for name in [name for name in self._sent if name.startswith("own-") and name not in self.fields]:
            self._clean_gone(name)
        return self.cleaned_data

    @property
    def _sent(self) -> list[str]:
        return list(dict.fromkeys([*self.data, self.data.get("say_own", "")]))

    def _clean_gone(self, name: str) -> None:
        text, is_chosen = bare(self.data.get(name, "")), name == self.data.get("say_own")
        if text and self.spoken.holds(text):
            self.cleaned_data[name] = text  # pressed twice
        elif is_chosen or (text and typed_into(self.data, name)):
            self.show_new(text, ELSEWHERE if typed_into(self.data, name) else GONE)

    def write(self, journey: Journey, activity: Activity, *, who: Any) -> bool:
        """Write what was typed and do what was pressed, all or nothing; False where it cannot be.

        The reason stands at its field then, and what was typed stands where it was: still to be saved.
        """
        with transaction.atomic():
            try:
                self._write_typed(journey, activity, who)
                if not self.errors:
                    self._press(journey, activity, who)
            except Conflict as conflict:
                self.show_theirs(conflict)
            except ValidationError as error:
                self.add_error(None, error.messages)
            if self.errors:
                transaction.set_rollback(True)
        return not self.errors

    def _write_typed(self, journey: Journey, activity: Activity, who: Any) -> None:
        if "said" in self.typed:
            self._write_said(journey, activity, who)
        for name in [name for name in self.kept if name in self.typed]:
            self._write_own(journey, activity, name, who)
        if self.cleaned_data.get("new"):
            journey.keep_alternative(activity, self.cleaned_data["new"], who=who)

    def _press(self, journey: Journey, activity: Activity, who: Any) -> None:
        """What the button does beside saving."""
        if self.chosen or "silence" in self.data:
            journey.say(activity, self.chosen, round=self.round, was=self.cleaned_data["said"], who=who)
        elif "remove" in self.data:
            journey.remove_alternative(activity, self.cleaned_data.get(self.data["remove"], ""), who=who)

    def _write_said(self, journey: Journey, activity: Activity, who: Any) -> None:
        """A word or two mended in place. What is emptied altogether is kept."""
        text, was = self.typed["said"], self.data.get("initial-said", "")
        if text:
            journey.edit_activity(
                activity, words={self.round: text}, was={"words": {self.round: was}}, who=who
            )
        else:
            journey.say(activity, "", round=self.round, was=was, who=who)

    def _write_own(self, journey: Journey, activity: Activity, name: str, who: Any) -> None:
        try:
            journey.edit_alternative(activity, self.kept[name], self.typed[name], who=who)
        except Conflict:
            self.show_new(self.typed[name], ELSEWHERE)

    def show_theirs(self, conflict: Conflict) -> None:
        """Both texts: what was typed in its field, and theirs below it. Sent again, it is meant."""
        theirs = conflict.theirs.get("said") or conflict.theirs["words"][self.round]
        self.data, self.is_stale = self.data.copy(), True
        self.data["initial-said"] = theirs
        self.add_error("said", ValidationError(THEIRS, params={"text": theirs}))

    def show_new(self, text: str, reason: Any) -> None:
        """Words that are gone become another wording, to be kept or not, below whatever stands there already."""
        self.data, self.is_stale = self.data.copy(), True
        self.data["new"] = "\n\n".join(filter(None, [self.data.get("new", ""), text]))
        if not self.has_error("new"):
            self.add_error("new", ValidationError(reason))
