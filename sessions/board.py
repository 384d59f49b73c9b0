"""What the builder shows: the plan, its questions with their minutes, help, and what cannot be so."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.core.cache import cache
from django.forms import Form
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from sessions.asking import Asking
from sessions.choices import Kind, SessionMode
from sessions.codes import new_token
from sessions.craft import with_craft
from sessions.helping import Help, helping
from sessions.here import Here
from sessions.ledger import QuestionLine, question_lines
from sessions.models import Journey, Revision
from sessions.noticing import QUESTIONS, Noticed, mark_rows, noticed
from sessions.plan import Plan
from sessions.proposing import Proposal, proposal
from sessions.rows import PARKED
from sessions.sittings import OVERVIEW, Sitting, Slip, is_in_view, known_view, sittings, usual_home
from structures.models import Question, Structure

ON_THE_ROW = {"begins", "minutes", "title", "lead", "invitation"}
"""The fields of a row that can be typed into without opening it."""

MOST_OPEN = 20
"""Rows that show their details at once: each of them is as heavy as ten closed ones."""

STAND_IN = new_token()
"""Stands in every form for the token that proves a request is ours, so that drawn rows can be kept. The view
puts the visitor's own in its place. It is made anew with each process: nobody can type it into a title.
"""


@dataclass
class Board:
    """The builder of one journey. ``said`` is what the last change did, in words, for the live region.

    ``told`` is whether the bars of the scores say their steps: a page asks for that when somebody points at them.
    """

    plan: Plan
    newest: Revision | None
    help: Help
    catalogue_questions: list[Question]
    chosen: str = ""
    into: str = ""
    view: str = ""
    asking: Asking | None = None
    said: str = ""
    problem: bool = False
    fresh: str = ""
    told: bool = False
    forms: dict[str, Form] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        journey: Journey,
        *,
        plan: Plan | None = None,
        chosen: str = "",
        query: str = "",
        into: str = "",
        opened: str = "",
        view: str = "",
        asking: Asking | None = None,
        **kwargs: Any,
    ) -> "Board":
        """``chosen`` is the code of the question to help with; ``query`` searches the catalogue instead. ``into`` is
        the list that structures are added to unless one says: a session or a track.

        ``opened`` are the codes of the rows that show their details, separated by commas; a row whose details were
        refused is open as well. ``plan`` is the journey's, where the caller has already laid it out. ``view`` is the
        code of the one session that is shown, or ``OVERVIEW``; anything else shows the whole document.
        ``asking`` is what the engine is asked about a session: what it proposes stands there.
        """
        plan = plan or Plan.of(journey)
        view = known_view(plan, view)
        into = into if is_in_view(plan, view, into) else ""
        asked = list(Question.objects.published())
        help = helping(plan, chosen, query.strip(), into or usual_home(plan, view), asked)
        board = cls(plan, journey.newest, help, asked, chosen, into, view, asking, **kwargs)
        mark_rows(plan, board.noticed.values())
        refused = {code for code, form in board.forms.items() if set(form.errors) - ON_THE_ROW}
        board.unfold({*opened.split(","), *refused})
        return board

    def unfold(self, codes: set[str]) -> None:
        """Show the details of these rows."""
        rows = [row for row in self.plan.every_row if row.activity.code in codes][:MOST_OPEN]
        for row in rows:
            row.is_open = True
        if rows:
            with_craft(rows)

    @property
    def opened(self) -> str:
        return ",".join(row.activity.code for row in self.plan.every_row if row.is_open)

    @property
    def journey(self) -> Journey:
        return self.plan.journey

    @cached_property
    def sittings(self) -> list[Sitting]:
        """The sessions that are drawn: what is not in view is laid out, but not shown."""
        found = sittings(self.plan, self.view)
        return [replace(one, noticed=self.noticed.get(one.session.code)) for one in found]

    @cached_property
    def noticed(self) -> dict[str, Noticed]:
        """What the facilitator's eye fell on, by the session, and by the questions."""
        return noticed(self.plan)

    @property
    def noticed_in_questions(self) -> Noticed | None:
        return self.noticed.get(QUESTIONS)

    @cached_property
    def tabs(self) -> list[Sitting]:
        """Every session, where there are several to choose from."""
        return sittings(self.plan) if len(self.plan.sessions) > 1 else []

    @cached_property
    def proposal(self) -> Proposal | None:
        """What the engine answers to what is asked, where its session is in view."""
        return None if self.is_overview else proposal(self.plan, self.asking)

    @property
    def is_overview(self) -> bool:
        return self.view == OVERVIEW

    @property
    def slips(self) -> list[Slip]:
        """What is parked, as the overview shows it."""
        return [Slip(row) for row in self.plan.parked]

    @property
    def stay(self) -> str:
        """What a link begins with so that a page without scripts keeps its view."""
        return f"view={self.view}&" if self.view else ""

    @property
    def here(self) -> Here:
        """Who else is here: a page asks for it as soon as it is open."""
        return Here(self.journey.revision)

    @cached_property
    def ledger(self) -> list[QuestionLine]:
        return question_lines(self.plan, self.view, self.catalogue_questions, self.forms)

    modes = SessionMode.choices

    @property
    def further_questions(self) -> list[Question]:
        """The catalogue's questions that this journey does not have yet."""
        taken = {question.question_id for question in self.plan.questions}
        return [question for question in self.catalogue_questions if question.pk not in taken]

    @cached_property
    def csrf_field(self) -> SafeString:
        """In every form: the stand-in for the token, and the view, so that a page without scripts keeps it."""
        token = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', STAND_IN)
        view = format_html('<input type="hidden" name="view" value="{}">', self.view)
        return token + view if self.view else token

    @cached_property
    def words(self) -> dict[str, str]:
        """Labels and hints that every row repeats, translated once."""
        return {
            "saved": _("All changes saved"),
            "begins": _("Begins; a time you type is pinned"),
            "lead": _("Lead"),
            "lead_hint": _("lead"),
            "answers": _("Answers"),
            "kind": _("Kind"),
            "further_invitation": _("Invitation of a later round"),
            "set_up_hint": _("How the room or the call has to be"),
            "outcome_hint": _("Kept with the question"),
            "fit": _("Make it fit"),
            "draft": _("Draft it for me"),
            "draft_rest": _("Draft the rest"),
            "changed": _("Something changed"),
            "choose": _("Show structures for this question"),
            "outcome": _("What the group answered"),
            "linked": _("Linked to, for suggestions"),
            "title": _("Title"),
            "minutes": _("Minutes"),
            "longest": _("It lasts as long as its longest track"),
            "track": _("Name of the track"),
            "question": _("Question"),
            "invitation": _("Invitation"),
            "invitation_hint": _("What will you ask them?"),
            "brief_hint": _("What they bring, read or prepare"),
            "notes_hint": _("Only those who plan see these"),
        }

    @cached_property
    def leads(self) -> list[str]:
        """Whom to choose from: those who plan along, and who leads something already."""
        people = self.journey.planners() if self.journey.owner_id else []
        return sorted({*people, *(row.activity.lead for row in self.plan.every_row)} - {""})

    @cached_property
    def homes(self) -> list[tuple[str, str]]:
        """Every list a row can stand in, by the value that names it in a form."""
        parked = [home for row in self.plan.parked for home in row.homes]
        return [*self.plan.homes, *parked, (PARKED, _("Parked"))]

    @cached_property
    def question_choices(self) -> list[tuple[str, str]]:
        asked = [(one.code, f"{one.number} {one.text}") for one in self.plan.questions]
        return [("", _("no question")), *asked]

    @property
    def several(self) -> tuple[Any, ...]:
        """What the bar for several rows shows: where they can go, and which questions they can answer."""
        return tuple(self.homes), tuple(self.question_choices)

    kind_choices = [(value, capfirst(label)) for value, label in Kind.choices]

    @cached_property
    def structure_choices(self) -> list[tuple[str, str]]:
        """Every structure of the catalogue. Names change seldom: they are kept for a minute."""

        def names() -> list[tuple[str, str]]:
            return list(Structure.objects.published().values_list("slug", "name"))

        return cache.get_or_set("structure-names", names, 60)

    @cached_property
    def kinds(self) -> list[tuple[str, str]]:
        """What can be added besides structures."""
        return [
            (Kind.OPENING, _("Opening")),
            (Kind.BREAK, _("Break")),
            (Kind.TALK, _("Talk")),
            (Kind.CLOSING, _("Closing")),
        ]
