"""The words of a journey and nothing else: a field for each, beside what the catalogue would have the host say."""

from dataclasses import dataclass
from itertools import chain
from typing import Any, Self

from django import forms
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.utils.translation import gettext_lazy as _

from sessions.domain import limits
from sessions.forms.editing import typed_into
from sessions.models import Journey, JourneyQuestion
from sessions.models.changing import Conflict
from sessions.models.rewording import Words, invitations
from sessions.models.suggesting import Suggestions
from sessions.models.tracking import usual_name
from sessions.plan import Plan, SessionPlan
from sessions.rows import Row

GONE = _(
    "Somebody else has just taken out what you wrote for. The rest of your words is below: save it again."
)
LOST = _("Somebody else has taken out what you wrote this for: “%(text)s” The rest is below: save it again.")
THEIRS = _(
    "Somebody else wrote here meanwhile: “%(text)s” Save again to keep yours, or write what suits you both."
)


def written(rows: int, css: str = "") -> forms.Textarea:
    return forms.Textarea({"rows": rows, "dir": "auto"} | ({"class": css} if css else {}))


def word_field(name: str, text: str) -> forms.CharField:
    """The field for the words of this name; what stands there now is sent along, to notice what was typed."""
    kinds: dict[str, dict[str, Any]] = {
        "title": {
            "label": _("Title"),
            "max_length": limits.MAX_TITLE,
            "widget": forms.TextInput({"autocomplete": "off", "dir": "auto"}),
        },
        "purpose": {
            "label": _("Purpose"),
            "max_length": limits.MAX_TEXT,
            "required": False,
            "widget": written(2),
        },
        "question": {"label": _("Question"), "max_length": limits.MAX_QUESTION, "widget": written(1)},
        "invitation": {
            "label": _("Invitation"),
            "max_length": limits.MAX_TEXT,
            "required": False,
            "widget": written(2, "say"),
        },
    }
    return forms.CharField(initial=text, show_hidden_initial=True, **kinds[name.split("-")[0]])


class WordsForm(forms.Form):
    """All the words of a journey by their names (see ``Journey.words``). What was left alone is not written.

    It ``is_stale`` when somebody else has written or taken out the same meanwhile.
    """

    def __init__(self, journey: Journey, data: Any = None) -> None:
        super().__init__(data)
        self.is_stale = False
        for name, text in journey.words().items():
            self.fields[name] = word_field(name, text)
            if self.is_bound and name not in data:
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        self.is_stale = bool(self.lost)
        for text in self.lost:
            self.add_error(None, ValidationError(LOST, params={"text": text}))
        return self.cleaned_data

    @property
    def lost(self) -> list[str]:
        """What was typed for a question or a row that is no longer there."""
        sent = [name for name in self.data if name.startswith(("question-", "invitation-"))]
        return [self.data[name] for name in sent if name not in self.fields and typed_into(self.data, name)]

    @property
    def typed(self) -> list[str]:
        return [name for name in self.fields if typed_into(self.data, name)]

    @property
    def changes(self) -> Words:
        return {name: self.cleaned_data[name] for name in self.typed}

    @property
    def was(self) -> Words:
        """What the person saw where they typed."""
        sent = {name: self.data.get(f"initial-{name}") for name in self.typed}
        return {name: text for name, text in sent.items() if text is not None}

    def write(self, journey: Journey, *, who: Any) -> bool:
        """Write what was typed; False where it cannot be, with the reason at its field."""
        try:
            if self.changes:
                journey.write_words(self.changes, was=self.was, who=who)
        except Conflict as conflict:
            self.show(conflict.theirs)
        except ObjectDoesNotExist:
            self.is_stale = True
            self.add_error(None, GONE)
        except ValidationError as error:
            self.add_error(None, error.messages)
        return not self.errors

    def show(self, theirs: Words) -> None:
        """Both texts: what was typed in its field, and theirs below it. Sent again, it is meant."""
        self.data, self.is_stale = self.data.copy(), True
        for name, text in theirs.items():
            self.data[f"initial-{name}"] = text
            self.add_error(name, ValidationError(THEIRS, params={"text": text}))

    def use(self, name: str, text: str) -> None:
        """Put ``text`` into a field, to be read and changed before it is saved."""
        self.data = self.data.copy()
        if name in self.fields:
            self.data[name] = text
            self.fields[name].widget.attrs["autofocus"] = True

    def focus_on_mistake(self) -> None:
        for name in [name for name in self.fields if name in self.errors][:1]:
            self.fields[name].widget.attrs["autofocus"] = True


@dataclass(frozen=True)
class Line:
    """One row that speaks: what is said in each round, and what the catalogue would say."""

    row: Row
    fields: list[forms.BoundField]
    suggestion: str
    track: str = ""

    @property
    def offers(self) -> bool:
        """Whether the suggestion is not said already."""
        said = str(self.fields[0].value() or "").strip()
        return bool(self.suggestion) and said.replace("\r\n", "\n") != self.suggestion.strip()


@dataclass(frozen=True)
class Meeting:
    """One session with the rows that speak, those in tracks after the row that holds them."""

    plan: SessionPlan
    lines: list[Line]


@dataclass(frozen=True)
class Wording:
    """What the page of the words shows."""

    journey: Journey
    form: WordsForm
    questions: list[tuple[JourneyQuestion, forms.BoundField]]
    meetings: list[Meeting]

    @classmethod
    def of(cls, journey: Journey, form: WordsForm) -> Self:
        """In a constant number of queries, however long the journey."""
        plan = Plan.of(journey)
        rows = [[one for row in meeting.rows for one in row.with_inside] for meeting in plan.sessions]
        say = Suggestions.of(row.activity.structure.slug for row in chain(*rows) if row.activity.structure)
        lines = [[line(row, form, say) for row in some if speaks(row, form)] for some in rows]
        meetings = [Meeting(one, some) for one, some in zip(plan.sessions, lines, strict=True) if some]
        asked = [(question, f"question-{question.code}") for question in plan.questions]
        return cls(journey, form, [(one, form[name]) for one, name in asked if name in form.fields], meetings)

    def suggestion(self, name: str) -> str:
        """What the catalogue would say in the field of this name."""
        lines = (line for meeting in self.meetings for line in meeting.lines)
        return next((line.suggestion for line in lines if line.fields[0].name == name), "")


def speaks(row: Row, form: WordsForm) -> bool:
    return form.fields.keys() >= invitations(row.activity).keys()


def line(row: Row, form: WordsForm, say: Suggestions) -> Line:
    activity = row.activity
    question = activity.question and activity.question.question
    said = say(activity.structure.slug, question.slug if question else "") if activity.structure else ""
    track = activity.parent and (activity.parent.tracks[activity.track] or usual_name(activity.track))
    return Line(row, [form[name] for name in invitations(activity)], said, track or "")
