"""One row of a plan: an activity in its place, with what its steps mean for the people and the minutes it has."""

from dataclasses import dataclass, field
from datetime import time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from sessions.choices import Kind
from sessions.domain import limits
from sessions.domain.naming import names
from sessions.domain.running import ideal_run, scenes_of, shortest_run
from sessions.domain.timeline import Placed
from sessions.models import Activity, Session
from sessions.steps import Setting, StepLine, StepRow, configuration, seating, step_lines, step_rows
from sessions.twin import Twin
from structures.domain import shapes, timing
from structures.domain.comparing import Comparison, changed_since
from structures.domain.scenes import Scene
from structures.domain.score import Strip
from structures.domain.shapes import Material
from structures.recipes import Recipe
from structures.words_materials import materials_as_text

if TYPE_CHECKING:
    from sessions.noticing import NoticeLine
    from sessions.tracks import TrackPlan

PARKED = "parked"
"""How forms name the parking among the lists a row can stand in."""


@dataclass
class Row:
    """One activity in its place. ``people`` are those of its session, or the journey's when parked.

    ``catalogue_recipe`` is what its structure is made of now, where somebody has asked the catalogue. ``problem`` is
    what cannot work about it, where somebody has looked.
    """

    activity: Activity
    people: int | None
    mode: str
    placed: Placed | None = None
    session: Session | None = None
    is_first: bool = False
    is_last: bool = False
    is_over: bool = False
    is_open: bool = False
    catalogue_recipe: Recipe | None = None
    tracks: list["TrackPlan"] = field(default_factory=list)
    problem: "NoticeLine | None" = None

    @property
    def is_parked(self) -> bool:
        return self.activity.session_id is None and self.activity.parent_id is None

    @property
    def home(self) -> str:
        """The list it stands in, as forms name it: see ``fields.HomeField``."""
        activity = self.activity
        if activity.parent:
            return f"{activity.parent.code}.{activity.track}"
        return self.session.code if self.session else PARKED

    @property
    def homes(self) -> list[tuple[str, str]]:
        """The lists it holds: its tracks, by the value that names them in a form."""
        return [(track.home, f"{track.name} · {self.activity.title}") for track in self.tracks]

    @cached_property
    def made_of(self) -> tuple[tuple[shapes.Step, ...], tuple[shapes.Repeat, ...]]:
        """Its steps and their repeats as the engine's plain values."""
        return self.activity.shapes()

    @property
    def span(self) -> shapes.Span:
        """Shortest, ideal and longest minutes of the steps, for these people."""
        return self._ideal[0]

    @cached_property
    def _ideal(self) -> tuple[shapes.Span, tuple[shapes.Turn, ...]]:
        return ideal_run(*self.made_of, self.people, self.mode, self.activity.remainder)

    @cached_property
    def least(self) -> int:
        """The fewest minutes in which these turns keep within their own, and what is protected is not touched."""
        return shortest_run(*self.made_of, self.people, self.mode, self.activity.remainder)

    @cached_property
    def own_minutes(self) -> int:
        own = self.activity.minutes
        return self.span.ideal if own is None else own

    @property
    def is_split(self) -> bool:
        """Its tracks hold something. Then it lasts as long as the longest of them, and has no steps of its own."""
        return any(track.rows for track in self.tracks)

    @property
    def minutes(self) -> int:
        return max(track.minutes for track in self.tracks) if self.is_split else self.own_minutes

    @property
    def with_inside(self) -> list["Row"]:
        """The row itself, and what its tracks hold."""
        return [self, *(row for track in self.tracks for row in track.rows)]

    @cached_property
    def turns(self) -> tuple[shapes.Turn, ...]:
        """What happens, turn by turn, in the minutes the row has. A row without steps is one turn for everyone."""
        steps, _repeats = self.made_of
        if self.is_split:
            return ()
        if not steps:
            return (shapes.Turn(0, self.activity.title, shapes.Grouping.WHOLE_GROUP, self.minutes),)
        ideal = self._ideal[1]
        return ideal if self.minutes == self.span.ideal else timing.spread(ideal, steps, self.minutes)

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """How people are arranged, one arrangement after the other; () while nobody knows how many come."""
        if not self.people:
            return ()
        return scenes_of(*self.made_of, self.turns, self.people, self.activity.remainder)

    @property
    def twin(self) -> Twin:
        """What it asks of the room, or of the call."""
        return Twin(self)

    @cached_property
    def url(self) -> str:
        """Where the verbs on this row are posted to: ``edit/``, ``move/`` …"""
        return f"{self.activity.journey.get_absolute_url()}activities/{self.activity.code}/"

    @property
    def later_invitations(self) -> list[tuple[str, str]]:
        """The name of the field and the text of every invitation after the first, and an empty one to add another."""
        later = [*self.activity.invitations[1:], ""][: limits.MAX_INVITATIONS - 1]
        return [(f"invitation_{number}", text) for number, text in enumerate(later, 1)]

    @property
    def materials_text(self) -> str:
        return materials_as_text(Material(**one) for one in self.activity.materials)

    @property
    def usual_materials(self) -> str:
        """What the structure's own page says to bring, as a hint."""
        listed = self.activity.structure.materials.all() if self.activity.structure else ()
        usual = (Material(one.item, one.quantity, one.per, one.required, one.mode) for one in listed)
        return materials_as_text(usual) or "…"

    @cached_property
    def step_lines(self) -> list[StepLine]:
        """The steps that run here."""
        return step_lines(list(self.activity.steps.all()), self.turns)

    @cached_property
    def step_rows(self) -> list[StepRow]:
        """Every step, also those left out of this session, as it is edited."""
        setting = Setting(self.url, self.people, self.activity.remainder)
        return step_rows(list(self.activity.steps.all()), self.turns, setting)

    @cached_property
    def catalogue_changes(self) -> Comparison:
        """In what the catalogue's steps differ from the row's own, where they changed since these were copied."""
        known, now = self.activity.recipe, self.catalogue_recipe
        return changed_since(known, self.made_of, now) if known and now else Comparison()

    @cached_property
    def configuration(self) -> str:
        steps, _repeats = self.made_of
        return configuration(get_language(), steps, self.people, self.activity.remainder, self.mode)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Who works with whom, turn by turn; nothing where the row has no steps."""
        steps, _repeats = self.made_of
        seats = seating(get_language(), steps, self.people, self.activity.remainder)
        return tuple(seats[turn.index] for turn in self.turns) if seats else ()

    @property
    def nested(self) -> str:
        """The structures that run inside its steps."""
        return ", ".join(dict.fromkeys(step.nested.name for step in self.activity.steps.all() if step.nested))

    @cached_property
    def state(self) -> tuple[Any, ...] | None:
        """Everything that shows on the row but its time: rows of one state look the same. None for an open row."""
        if self.is_open:
            return None
        place = (
            self.placed and self.placed.overlap,
            self.is_first,
            self.is_last,
            self.is_parked,
            self.kind_shown,
        )
        told = tuple(step.what for step in self.activity.steps.all())
        steps = (
            self.made_of,
            told,
            self.is_split,
            self.nested,
            self.activity.remainder,
            self.minutes,
            self.people,
            self.mode,
            bool(self.catalogue_changes),
            self.twin.is_poor,
        )
        shown = (self.url, self.hue, self.problem)
        return place, steps, shown, tuple(str(getattr(self.activity, name)) for name in SHOWN)

    @property
    def place(self) -> tuple[Any, ...] | None:
        """What shows of its time, which every change before it moves, and of what its tracks hold.

        None where something in them is open.
        """
        inside = tuple(track.state for track in self.tracks)
        return None if None in inside else (self.placed, self.begins, self.day, self.is_over, inside)

    @property
    def kind_shown(self) -> str:
        """What kind of row it is, or which structure it runs, where its title does not say so."""
        activity = self.activity
        if activity.structure:
            return "" if names(activity.title, activity.structure.name) else activity.structure.name
        kind = str(activity.get_kind_display())
        said = activity.kind in (Kind.STRUCTURE, Kind.BREAK, Kind.OTHER)
        return "" if said or activity.title.casefold() == kind.casefold() else kind

    @property
    def has_steps(self) -> bool:
        """Whether there is something to picture: a structure's steps, or a row's own. Where tracks run, they rest."""
        return not self.is_split and bool(self.activity.structure or self.made_of[0])

    @property
    def is_rest(self) -> bool:
        return self.activity.kind == Kind.BREAK

    @property
    def hue(self) -> int:
        return self.activity.question.hue if self.activity.question else 0

    @property
    def begins(self) -> time | None:
        return self._clock(self.placed.begin) if self.placed else None

    @property
    def ends(self) -> time | None:
        return self._clock(self.placed.end) if self.placed else None

    @property
    def day(self) -> int:
        """Midnights between the session's start and this row."""
        return self.session.clock.day(self.placed.begin) if self.session and self.placed else 0

    @property
    def strip(self) -> Strip:
        """The row itself in the score."""
        activity = self.activity
        return Strip(
            begin=self.placed.begin if self.placed else 0,
            minutes=self.minutes,
            turns=self.turns,
            hue=self.hue,
            kind=activity.kind,
            title=activity.title,
            code=activity.code,
            mark=str(activity.question.number) if activity.question else "",
            beside=tuple(track.name for track in self.tracks) if self.is_split else (),
        )

    def _clock(self, minute: int) -> time | None:
        return self.session.clock.clock_time(minute) if self.session else None

    @property
    def too_short(self) -> bool:
        """The convenor's own minutes are fewer than the steps need."""
        return self._has_steps and self.minutes < self.least

    @property
    def too_long(self) -> bool:
        return self._has_steps and self.minutes > self.span.max

    @property
    def _has_steps(self) -> bool:
        return bool(self.made_of[0]) and not self.is_split


SHOWN = [
    field.attname for field in Activity._meta.concrete_fields if field.name not in ("position", "session")
]
