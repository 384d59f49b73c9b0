"""A proposal of the engine, or the part of it that somebody took, written as one change."""

from collections.abc import Callable, Iterable, Mapping
from datetime import time
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sessions.domain import adjustments as kinds
from sessions.domain.adjustments import Adjustment
from sessions.domain.outline import Item
from sessions.models.activity import Activity, ActivityStep
from sessions.models.inserting import Inserting
from sessions.models.placing import Home
from sessions.models.stepping import turned
from structures.models import Structure

HELD = {"people": "people", "booked": "minutes", "mode": "mode", "rooms": "rooms"}
"""The field of a session for each of the engine's names."""


class Adjusting(Inserting):
    """Mixed into ``Journey``."""

    class Meta:
        abstract = True

    def adjust(
        self, adjustments: Iterable[Adjustment], *, what: str, revision: int | None = None, who: Any = None
    ) -> None:
        """Make the adjustments, one after the other, as the single change ``what``.

        ``revision`` is the one they were worked out for: raises ``ValidationError`` where somebody changed the
        journey since, and ``DoesNotExist`` for what is no longer there. Then nothing is written.
        """
        with self.changing(what, who=who):
            if revision is not None and revision != self.revision:
                raise ValidationError(_("The plan has changed meanwhile. Here is what would help it now."))
            for kind, some in groupby(adjustments, key=type):
                if kind in _WRITTEN_TOGETHER:
                    _WRITTEN_TOGETHER[kind](self, list(some))
                    continue
                for one in some:
                    _WRITTEN[kind](self, one)

    def _row(self, code: str) -> Activity:
        return self.activities.select_related("session", "parent").get(code=code)

    def _set(self, field: str, values: Mapping[str, Any]) -> None:
        """Of many rows at once, by their codes: a plan that is made to fit asks it of most of them."""
        rows = self._found(values)
        for row in rows:
            setattr(row, field, values[row.code])
            checked(row, field)
        Activity.objects.bulk_update(rows, [field])

    def _retime(self, wanted: list[kinds.Retime]) -> None:
        self._set("minutes", {one.code: one.minutes for one in wanted})

    def _protect(self, wanted: list[kinds.Protect]) -> None:
        self._set("protected", {one.code: one.protected for one in wanted})

    def _lead(self, wanted: list[kinds.Lead]) -> None:
        self._set("lead", {one.code: one.lead for one in wanted})

    def _pin(self, wanted: list[kinds.Pin]) -> None:
        minutes = {one.code: one.minute for one in wanted}
        self._set("pinned_at", {row.code: clock_at(row, minutes[row.code]) for row in self._found(minutes)})

    def _rerun(self, one: kinds.Rerun) -> None:
        block = self._row(one.code).steps.filter(repeat=one.repeat)
        repeat = turned(block.first().repeat_shape(), count=one.count)
        counts = {name: getattr(repeat, name) for name in ("count_min", "count", "count_max", "set_by")}
        ActivityStep.objects.filter(pk__in=[step.pk for step in block]).update(**counts)

    def _move(self, one: kinds.Move) -> None:
        self._put([self._row(one.code)], Home(self.sessions.get(code=one.meeting)), one.at)

    def _swap(self, one: kinds.Swap) -> None:
        self._run_another(self._row(one.code), self._structure_of(one.to))

    def _structure_of(self, item: Item) -> Structure | None:
        """The catalogue's structure that the item runs; ``DoesNotExist`` where it is no longer there."""
        return Structure.objects.with_recipe().get(slug=item.structure.slug) if item.structure else None

    def _regroup(self, one: kinds.Regroup) -> None:
        step = self._row(one.code).steps.all()[one.index]
        step.grouping, step.size_min, step.size_max = one.grouping, one.size_min, one.size_max
        step.save(update_fields=["grouping", "size_min", "size_max"])

    def _join(self, one: kinds.JoinTracks) -> None:
        row = self._row(one.code)
        self._put(self._rows(Home(parent=row, track=one.track)), Home(parent=row, track=one.onto), None)
        for later in range(one.track + 1, len(row.tracks)):
            self.activities.filter(parent=row, track=later).update(track=later - 1)
        del row.tracks[one.track]
        row.save(update_fields=["tracks"])

    def _unsplit(self, one: kinds.Unsplit) -> None:
        row = self._row(one.code)
        home = Home.of(row)
        inside = [
            each for track in range(len(row.tracks)) for each in self._rows(Home(parent=row, track=track))
        ]
        self._put(inside, home, row.position)
        row.tracks = []
        row.save(update_fields=["tracks"])
        self._put([row], Home(), None)

    def _hold(self, one: kinds.Hold) -> None:
        session = self.sessions.get(code=one.code)
        setattr(session, HELD[one.field], one.value)
        session.full_clean()
        session.save(update_fields=[HELD[one.field]])

    def _delay(self, one: kinds.Delay) -> None:
        session = self.sessions.get(code=one.code)
        session.starts_at = session.clock.clock_time(one.minutes)
        session.minutes = session.minutes and session.minutes - one.minutes
        session.full_clean()
        session.save(update_fields=["starts_at", "minutes"])


def clock_at(row: Activity, minute: int | None) -> time | None:
    """The time of day of a minute of the row's session."""
    session = (row.parent or row).session
    return None if minute is None or session is None else session.clock.clock_time(minute)


def checked(row: Activity, *written: str) -> None:
    """Raise ``ValidationError`` for what cannot stand in the fields that are written; the others are as they were."""
    row.clean_fields(exclude=[field.name for field in row._meta.fields if field.name not in written])


_WRITTEN: dict[type, Callable[..., None]] = {
    kinds.Rerun: Adjusting._rerun,
    kinds.Move: Adjusting._move,
    kinds.Swap: Adjusting._swap,
    kinds.Regroup: Adjusting._regroup,
    kinds.JoinTracks: Adjusting._join,
    kinds.Unsplit: Adjusting._unsplit,
    kinds.Hold: Adjusting._hold,
    kinds.Delay: Adjusting._delay,
}

_WRITTEN_TOGETHER: dict[type, Callable[..., None]] = {
    kinds.Retime: Adjusting._retime,
    kinds.Park: Adjusting._park_rows,
    kinds.Insert: Adjusting._insert_rows,
    kinds.Pin: Adjusting._pin,
    kinds.Protect: Adjusting._protect,
    kinds.Lead: Adjusting._lead,
}
"""Those of which many are asked at once: they are written in a few queries, however many there are."""
