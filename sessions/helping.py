"""The column beside the agenda: which structures could answer a question, and what they mean for this plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sessions.models import JourneyQuestion
from sessions.plan import Plan, mode_of
from sessions.rows import Row
from sessions.suggestions import Room, Suggestion, answered, fits_of, fitting, impossible, matching
from structures.domain.needs import Need, Ranking, Why
from structures.domain.ranking import match
from structures.domain.terms import telling_words
from structures.matchmaking import stock
from structures.models import Question, Structure
from structures.recipes import Recipe, recipes

FIRST = 4
"""Suggestions that stand above the fold."""


@dataclass(frozen=True)
class Found:
    """What was found for a question: suggestions, what cannot be, and the catalogue's questions that come near.

    ``near``: the one that it comes near to, if any; ``nearest``: those that come nearest, however far off.
    ``is_named``: the words are a structure's name, and no question.
    """

    suggestions: Sequence[Suggestion] = ()
    barred: Sequence[Suggestion] = ()
    near: Question | None = None
    nearest: Sequence[Question] = ()
    is_named: bool = False


@dataclass(frozen=True)
class Help:
    """What was found for the chosen question, or for words that were typed instead.

    ``homes`` are the lists a structure can be added to, with their names; ``into`` is the one that is meant.
    ``asked`` are the journey's questions, by the key of the catalogue's own that they are linked to.
    """

    question: JourneyQuestion | None
    query: str
    found: Found
    homes: tuple[tuple[str, str], ...] = ()
    into: str = ""
    asked: Mapping[int, JourneyQuestion] = field(default_factory=dict)

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        return self.found.suggestions

    @property
    def first(self) -> Sequence[Suggestion]:
        return self.suggestions[:FIRST]

    @property
    def others(self) -> Sequence[Suggestion]:
        """What stands folded under the first."""
        return self.suggestions[FIRST:]

    @property
    def near(self) -> "Nearby | None":
        """The catalogue's question that typed words come near to."""
        near = self.found.near if self.query else None
        return near and self._nearby(near)

    @property
    def nearest(self) -> list["Nearby"]:
        return [self._nearby(one) for one in self.found.nearest]

    def _nearby(self, one: Question) -> "Nearby":
        return Nearby(one, self.asked.get(one.pk))

    @property
    def words(self) -> str:
        """What was matched: the typed words, or those of a question that the catalogue does not have."""
        return words_of(self.question, self.query)

    @property
    def state(self) -> tuple[Any, ...]:
        """What every suggestion shows besides itself: the question it would answer, the lists it may go into."""
        return self.question and (self.question.code, self.question.hue), self.homes, self.into


@dataclass(frozen=True)
class Nearby:
    """A question of the catalogue, and the journey's own that is linked to it, if there is one."""

    question: Question
    asked: JourneyQuestion | None

    @property
    def hue(self) -> int:
        return self.asked.hue if self.asked else self.question.position


def helping(plan: Plan, chosen: str, query: str, into: str = "", questions: Sequence[Question] = ()) -> Help:
    """Help with the question whose code is ``chosen``, or else the next open one; or with what was typed.

    ``into`` names the list that is to be filled; it is the last session where there is no such list. ``questions``
    are the catalogue's. The rows of the plan learn, with the same three queries, what their own structures are made
    of now.
    """
    question = next((one for one in plan.questions if one.code == chosen), None) or first_unanswered(plan)
    into = into if into in dict(plan.homes) else last_session(plan)
    room, words = room_in(plan, into), words_of(question, query)
    used = {row.activity.structure.slug for row in plan.on_the_clock if row.activity.structure}
    need = room.need(words, used)
    look = found_by_words if words else found_by_fits
    found, known = look(plan, question, room, need, questions)
    for row in plan.every_row:
        row.catalogue_recipe = known.get(row.activity.structure_id)
    asked = {one.question_id: one for one in plan.questions if one.question_id}
    return Help(question, query, found, tuple(plan.homes), into, asked)


def first_unanswered(plan: Plan) -> JourneyQuestion | None:
    """The question to look at next: the first that nothing on the clock answers, or the last."""
    answered = {row.activity.question_id for row in plan.on_the_clock}
    open_ones = [question for question in plan.questions if question.pk not in answered]
    return next(iter([*open_ones, *plan.questions[-1:]]), None)


def words_of(question: JourneyQuestion | None, query: str) -> str:
    return query or (question.text if question and not question.question_id else "")


Answered = tuple[Found, Mapping[int, Recipe]]
"""What was found, and by primary key what structures are made of: those found, and those of the plan."""


def found_by_words(
    plan: Plan, question: JourneyQuestion | None, room: Room, need: Need, questions: Sequence[Question]
) -> Answered:
    """What the catalogue answers to words, in the order and for the reasons that every page tells."""
    known = stock()
    ranking = match(need, known.catalogue)
    told = answered(ranking, need, questions, room.before)
    if told.found and not told.is_meant and not telling_words(need.question):  # "what is it?"
        return Found(nearest=told.nearest), known.recipes
    suggestions = sorted(matching(told, known.recipes, room), key=lambda one: one.is_too_long)
    barred = list(impossible(told, known.recipes, room))
    return Found(suggestions, barred, told.near, told.nearest, is_named(ranking)), known.recipes


def is_named(ranking: Ranking) -> bool:
    """Whether the first is there because it was called by its name."""
    return any(told.code == Why.CALLED for one in ranking.matched[:1] for told in one.reasons)


def found_by_fits(
    plan: Plan, question: JourneyQuestion | None, room: Room, need: Need, questions: Sequence[Question]
) -> Answered:
    """What the catalogue says of its own question."""
    fits = fits_of(question.question_id, room.last) if question else []
    known = recipes({fit.structure_id for fit in fits} | plan.structures)
    suggestions = sorted(fitting(fits, known, room, need), key=lambda one: one.fits_badly)
    return Found(suggestions), known


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
    place = track or session
    return Room(place.people, mode, left, structures_of(place.rows))


def structures_of(rows: Sequence[Row]) -> tuple[Structure, ...]:
    return tuple(row.activity.structure for row in rows if row.activity.structure)
