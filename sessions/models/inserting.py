"""Rows of a proposal, written many at once: what a whole draft brings, and what gives way to it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import models

from sessions.domain import adjustments as kinds
from sessions.domain.outline import Item
from sessions.models.activity import Activity, ActivityStep
from sessions.models.arranging import PLACE, Arranging
from sessions.models.copying import recipe_of, steps_of
from sessions.models.ordering import OUT_OF_THE_WAY, put, renumber
from sessions.models.parts import JourneyQuestion, Session
from sessions.models.placing import Home
from structures.models import Structure

NOT_TYPED = [*PLACE, "journey", "structure", "question"]
"""Fields of a new row that are found under the lock."""


class Inserting(Arranging):
    """Mixed into ``Journey``. Call under its lock."""

    class Meta:
        abstract = True

    def _park_rows(self, wanted: list[kinds.Park]) -> None:
        """In their order, behind what is parked already; of two for the same row the later counts."""
        codes = list(reversed(dict.fromkeys(one.code for one in reversed(wanted))))
        rows = {row.code: row for row in self._found(codes)}
        self._put([rows[code] for code in codes], Home(), None)

    def _insert_rows(self, wanted: list[kinds.Insert]) -> None:
        """Each as if the ones before it stood there already; the same queries for one and for thirty in a session."""
        self._refuse_more(len(wanted))
        structures = known(Structure.objects.with_recipe(), "slug", slugs_of(wanted))
        places = (one.item.question for one in wanted if one.item.question is not None)
        questions = known(self.questions.all(), "position", places)
        sessions = known(self.sessions.all(), "code", (one.meeting for one in wanted))
        rows = [self._new_row(one.item, structures, questions) for one in wanted]
        lists = self._lists(sessions)
        for number, (one, row) in enumerate(zip(wanted, rows, strict=True)):
            row.session, row.position = sessions[one.meeting], OUT_OF_THE_WAY + number
            lists[one.meeting] = put(row, lists[one.meeting], one.at)
        Activity.objects.bulk_create(rows)
        for there in lists.values():
            renumber(there)
        copied = (step for row in rows if row.structure for step in steps_of(row.structure, row))
        ActivityStep.objects.bulk_create(copied)

    def _lists(self, sessions: Mapping[str, Session]) -> dict[str, list[Activity]]:
        """The rows of these sessions, by their codes."""
        lists: dict[str, list[Activity]] = {code: [] for code in sessions}
        stood = self.activities.filter(session__in=sessions.values()).order_by("position")
        for row in stood.select_related("session"):
            lists[row.session.code].append(row)
        return lists

    def _new_row(
        self, item: Item, structures: Mapping[str, Structure], questions: Mapping[int, JourneyQuestion]
    ) -> Activity:
        structure = structures[item.structure.slug] if item.structure else None
        row = Activity(
            journey=self,
            kind=item.kind,
            title=item.title,
            structure=structure,
            recipe=recipe_of(structure) if structure else "",
            invitations=[item.invitation] if item.invitation else [],
            minutes=item.minutes,
            protected=item.protected,
            lead=item.lead,
            question=None if item.question is None else questions[item.question],
        )
        row.clean_fields(exclude=NOT_TYPED)
        return row

    def _found(self, codes: Iterable[str]) -> list[Activity]:
        """The rows of these codes; ``DoesNotExist`` where one is gone."""
        wanted = set(codes)
        rows = list(self.activities.filter(code__in=wanted).select_related("session", "parent__session"))
        if len(rows) < len(wanted):
            raise Activity.DoesNotExist
        return rows


def slugs_of(wanted: Iterable[kinds.Insert]) -> Iterator[str]:
    return (one.item.structure.slug for one in wanted if one.item.structure)


def known(rows: models.QuerySet[Any], field: str, values: Iterable[Any]) -> dict[Any, Any]:
    """The rows with these values of the field, by them; ``DoesNotExist`` where one is gone."""
    wanted = set(values)
    found = {getattr(row, field): row for row in rows.filter(**{f"{field}__in": wanted})} if wanted else {}
    if len(found) < len(wanted):
        raise rows.model.DoesNotExist
    return found
