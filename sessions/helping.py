"""The column beside the agenda: which structures could answer a question, and what they mean for this plan."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sessions.domain.running import ideal_run
from sessions.models import JourneyQuestion
from sessions.models.contents import unshown
from sessions.plan import Plan, mode_of
from sessions.rows import configuration
from structures.domain import shapes
from structures.indexing import ASKED_AS, GOOD_FOR, USE_WHEN
from structures.models import Fit, Structure
from structures.recipes import Recipe, recipes
from structures.search import Answer, answer

SHOWN = 8
"""How many structures a search shows."""


@dataclass(frozen=True)
class Room:
    """What a structure would have to fit into: the people, the mode and the spare minutes of a session or a track."""

    people: int | None
    mode: str = shapes.Mode.BOTH
    spare: int | None = None


@dataclass
class Suggestion:
    """A structure that could answer the chosen question: what it means for these people and this time."""

    structure: Structure
    fit: Fit | None
    recipe: Recipe
    room: Room
    reason: str = ""
    is_there: bool = False

    @cached_property
    def _ideal(self) -> tuple[shapes.Span, tuple[shapes.Turn, ...]]:
        return ideal_run(*self.recipe, self.room.people, self.room.mode, self.structure.remainder)

    @property
    def span(self) -> shapes.Span:
        return self._ideal[0]

    @property
    def turns(self) -> tuple[shapes.Turn, ...]:
        return self._ideal[1]

    @property
    def configuration(self) -> str:
        steps, _repeats = self.recipe
        return configuration(
            get_language(), steps, self.room.people, self.structure.remainder, self.room.mode
        )

    @property
    def caution(self) -> str:
        """A sentence when these people are too few or too many for the structure."""
        people, least, most = self.room.people, self.structure.people_min, self.structure.people_max
        if people and people < least:
            return _("It needs at least %(least)s people.") % {"least": least}
        if people and most and people > most:
            return _("It is made for at most %(most)s people.") % {"most": most}
        return ""

    @property
    def spare(self) -> int | None:
        return self.room.spare

    @property
    def over(self) -> int:
        """Minutes it would run past the booked end at its ideal length; 0 when it fits or none is booked."""
        return 0 if self.spare is None else max(0, self.span.ideal - self.spare)

    @property
    def squeezes(self) -> bool:
        return bool(self.over) and self.spare is not None and self.span.min <= self.spare

    @property
    def state(self) -> tuple[Any, ...]:
        """Everything that shows of it."""
        one, fit, room = self.structure, self.fit, self.room
        words = (fit.strength, fit.because, fit.invitation) if fit else one.makes_possible
        fitting = (self.over, self.squeezes, room.spare is None, room.people, room.mode)
        said = (words, self.reason, self.is_there)
        return one.slug, one.name, one.people_min, one.people_max, one.remainder, said, self.recipe, fitting

    @property
    def fits_badly(self) -> tuple[bool, bool]:
        """Sorts what is in the plan already, and what no squeezing makes fit, behind the others."""
        return self.is_there, bool(self.over) and not self.squeezes


@dataclass(frozen=True)
class Help:
    """Ranked fits for the chosen question, or what a search found.

    ``homes`` are the lists a structure can be added to, with their names; ``into`` is the one that is meant.
    """

    question: JourneyQuestion | None
    query: str
    suggestions: list[Suggestion]
    homes: tuple[tuple[str, str], ...] = ()
    into: str = ""

    @property
    def others(self) -> int:
        """How many stand folded under the first four."""
        return max(0, len(self.suggestions) - 4)

    @property
    def state(self) -> tuple[Any, ...]:
        """What every suggestion shows besides itself: the question it would answer, the lists it may go into."""
        return self.question and (self.question.code, self.question.hue), self.homes, self.into


def helping(plan: Plan, chosen: str, query: str, into: str = "") -> Help:
    """Help with the question whose code is ``chosen``, or else the next open one; or what ``query`` finds.

    ``into`` names the list that is to be filled; it is the last session where there is no such list. The rows of
    the plan learn, with the same two queries, what their own structures are made of now.
    """
    question = next((one for one in plan.questions if one.code == chosen), None) or first_unanswered(plan)
    found = suggested(question, query)
    into = into if into in dict(plan.homes) else last_session(plan)
    room = room_in(plan, into)
    known = recipes({structure.pk for structure, _fit, _reason in found} | plan.structures)
    for row in plan.every_row:
        row.catalogue_recipe = known.get(row.activity.structure_id)
    there = {row.activity.structure_id for row in plan.on_the_clock}
    suggestions = [
        Suggestion(structure, fit, known[structure.pk], room, reason, structure.pk in there)
        for structure, fit, reason in found
    ]
    suggestions.sort(key=lambda one: one.fits_badly)
    return Help(question, query, suggestions, tuple(plan.homes), into)


def first_unanswered(plan: Plan) -> JourneyQuestion | None:
    """The question to look at next: the first that nothing on the clock answers, or the last."""
    answered = {row.activity.question_id for row in plan.on_the_clock}
    open_ones = [question for question in plan.questions if question.pk not in answered]
    return next(iter([*open_ones, *plan.questions[-1:]]), None)


def suggested(question: JourneyQuestion | None, query: str) -> list[tuple[Structure, Fit | None, str]]:
    """Structures, best first, each with its fit or with why the words of the query or question found it."""
    words = query or (question.text if question and not question.question_id else "")
    if words:
        return [(one.structure, None, why(one)) for one in answer(words)[:SHOWN]]
    if question is None:
        return []
    fits = Fit.objects.ranked().filter(question=question.question_id).select_related("structure")
    return [(fit.structure, fit, "") for fit in fits.defer(*unshown("structure"))]


TELLING = (GOOD_FOR, USE_WHEN, ASKED_AS)
"""What is said of a structure that tells why it was found. What it makes possible stands there anyway."""


def why(found: Answer) -> str:
    """What it was found by, where that is a reason: "Use it when: the handover goes wrong"."""
    said = "".join(text for text, _asked in found.pieces)
    if found.kind not in TELLING:
        return ""
    return f"{found.lead}: {said}" + ("" if said.endswith(("?", ".", "!")) else ".")


def last_session(plan: Plan) -> str:
    return plan.sessions[-1].session.code if plan.sessions else ""


def room_in(plan: Plan, into: str) -> Room:
    """What there is room for in that list. A track may grow into its own spare minutes, and into the session's."""
    session = next((one for one in plan.sessions if into in dict(one.homes)), None)
    if session is None:
        return Room(plan.journey.people)
    tracks = (track for row in session.rows for track in row.tracks)
    track = next((track for track in tracks if track.home == into), None)
    spare, mode = session.layout.spare, mode_of(session.session)
    left = None if spare is None else max(0, spare + (track.spare if track else 0))
    return Room(track.people if track else session.people, mode, left)
