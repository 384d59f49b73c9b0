"""A proposal of the engine, or the part of it that somebody took, written as one change."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sessions.domain import adjustments as kinds
from sessions.domain.adjustments import Adjustment
from sessions.domain.outline import Item
from sessions.models.activity import Activity, ActivityStep
from sessions.models.arranging import Arranging
from sessions.models.copying import copy_steps, recipe_of
from sessions.models.placing import Home
from sessions.models.stepping import turned
from structures.models import Structure

HELD = {"people": "people", "booked": "minutes", "mode": "mode", "rooms": "rooms"}
"""The field of a session for each of the engine's names."""


class Adjusting(Arranging):
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
                if kind is kinds.Retime:
                    self._retime(list(some))
                    continue
                for one in some:
                    _WRITTEN[kind](self, one)

    def _row(self, code: str) -> Activity:
        return self.activities.select_related("session", "parent").get(code=code)

    def _set(self, code: str, **fields: Any) -> None:
        row = self._row(code)
        for name, value in fields.items():
            setattr(row, name, value)
        checked(row, *fields)
        row.save(update_fields=list(fields))

    def _retime(self, wanted: list[kinds.Retime]) -> None:
        """Of many rows at once, for a plan that is made to fit asks it of most of them."""
        minutes = {one.code: one.minutes for one in wanted}
        rows = list(self.activities.filter(code__in=minutes))
        if len(rows) < len(minutes):
            raise Activity.DoesNotExist
        for row in rows:
            row.minutes = minutes[row.code]
            checked(row, "minutes")
        Activity.objects.bulk_update(rows, ["minutes"])

    def _rerun(self, one: kinds.Rerun) -> None:
        block = self._row(one.code).steps.filter(repeat=one.repeat)
        repeat = turned(block.first().repeat_shape(), count=one.count)
        counts = {name: getattr(repeat, name) for name in ("count_min", "count", "count_max", "set_by")}
        ActivityStep.objects.filter(pk__in=[step.pk for step in block]).update(**counts)

    def _park(self, one: kinds.Park) -> None:
        self._put([self._row(one.code)], Home(), None)

    def _move(self, one: kinds.Move) -> None:
        self._put([self._row(one.code)], Home(self.sessions.get(code=one.meeting)), one.at)

    def _swap(self, one: kinds.Swap) -> None:
        self._run_another(self._row(one.code), self._structure_of(one.to))

    def _structure_of(self, item: Item) -> Structure | None:
        """The catalogue's structure that the item runs; ``DoesNotExist`` where it is no longer there."""
        return Structure.objects.with_recipe().get(slug=item.structure.slug) if item.structure else None

    def _insert_row(self, one: kinds.Insert) -> None:
        item, structure = one.item, self._structure_of(one.item)
        row = Activity(
            kind=item.kind,
            title=item.title,
            structure=structure,
            recipe=recipe_of(structure) if structure else "",
            invitations=[item.invitation] if item.invitation else [],
            minutes=item.minutes,
            protected=item.protected,
            lead=item.lead,
            question=None if item.question is None else self.questions.get(position=item.question),
        )
        self._insert(row, Home(self.sessions.get(code=one.meeting)), one.at)
        if structure:
            copy_steps(structure, row)

    def _pin(self, one: kinds.Pin) -> None:
        row = self._row(one.code)
        session = (row.parent or row).session
        self._set(one.code, pinned_at=None if one.minute is None else session.clock.clock_time(one.minute))

    def _protect(self, one: kinds.Protect) -> None:
        self._set(one.code, protected=one.protected)

    def _lead(self, one: kinds.Lead) -> None:
        self._set(one.code, lead=one.lead)

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


def checked(row: Activity, *written: str) -> None:
    """Raise ``ValidationError`` for what cannot stand in the fields that are written; the others are as they were."""
    row.clean_fields(exclude=[field.name for field in row._meta.fields if field.name not in written])


_WRITTEN: dict[type, Callable[..., None]] = {
    kinds.Rerun: Adjusting._rerun,
    kinds.Park: Adjusting._park,
    kinds.Move: Adjusting._move,
    kinds.Swap: Adjusting._swap,
    kinds.Insert: Adjusting._insert_row,
    kinds.Pin: Adjusting._pin,
    kinds.Protect: Adjusting._protect,
    kinds.Lead: Adjusting._lead,
    kinds.Regroup: Adjusting._regroup,
    kinds.JoinTracks: Adjusting._join,
    kinds.Unsplit: Adjusting._unsplit,
    kinds.Hold: Adjusting._hold,
    kinds.Delay: Adjusting._delay,
}
