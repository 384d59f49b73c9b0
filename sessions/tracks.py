"""The tracks of a row: what runs side by side in it."""

from dataclasses import dataclass
from typing import Any

from sessions.models import Activity
from sessions.models.tracking import usual_name
from sessions.rows import Row


@dataclass
class TrackPlan:
    """One of the tracks of a row: with ``people``, for ``minutes`` from the begin of the row to its own last end.

    ``spare`` are the minutes from there until the longest track has ended.
    """

    parent: Activity
    number: int
    people: int | None
    rows: list[Row]
    minutes: int = 0
    spare: int = 0

    @property
    def name(self) -> str:
        """A document may leave it out."""
        return self.parent.tracks[self.number] or usual_name(self.number)

    @property
    def code(self) -> str:
        """Tells it from every other part of the page."""
        return f"{self.parent.code}-{self.number}"

    @property
    def home(self) -> str:
        """How forms name it: see ``fields.HomeField``."""
        return f"{self.parent.code}.{self.number}"

    @property
    def url(self) -> str:
        """Where the verbs on this track are posted to: ``edit/``, ``remove/``."""
        return f"{self.parent.journey.get_absolute_url()}activities/{self.parent.code}/tracks/{self.number}/"

    @property
    def state(self) -> tuple[Any, ...] | None:
        """Everything that shows of it; None where a row in it is open."""
        states = tuple((row.state, row.place) for row in self.rows)
        shown = (self.name, self.people, self.minutes, self.spare, states)
        return None if any(row.is_open for row in self.rows) else shown
