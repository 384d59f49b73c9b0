"""Everything a journey holds, read in four queries: what its document and its plan are made of."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from sessions.models.activity import Activity, ActivityStep
from sessions.models.parts import JourneyQuestion, Session
from structures.models import Structure

SHOWN = {"id", "slug", "name", "status", "remainder", "people_min", "people_max", "online"}
"""What a plan shows or reckons with of a structure. Everything else would only be fetched."""


def unshown(name: str, shown: Collection[str] = SHOWN) -> list[str]:
    """The other fields of a structure that comes along as ``name``."""
    return [f"{name}__{field.name}" for field in Structure._meta.concrete_fields if field.name not in shown]


@dataclass(frozen=True)
class Contents:
    """The questions, the sessions and the activities of a journey, each in their order; activities with their steps."""

    questions: list[JourneyQuestion]
    sessions: list[Session]
    activities: list[Activity]

    @classmethod
    def of(cls, journey: Any) -> "Contents":
        """Four queries: questions, sessions, activities, steps."""
        steps = ActivityStep.objects.defer(*unshown("nested")).order_by("position")
        activities = (
            journey.activities.select_related("structure")
            .defer(*unshown("structure"))
            .prefetch_related(Prefetch("steps", steps))
            .order_by("position")
        )
        questions = journey.questions.select_related("question")
        read = cls(list(questions), list(journey.sessions.all()), list(activities))
        read.tie(journey)
        return read

    def tie(self, journey: Any) -> None:
        """Lead from each activity to its journey, its question and its parent without asking again."""
        asked = {question.pk: question for question in self.questions}
        known = {activity.pk: activity for activity in self.activities}
        for one in self.activities:
            one.journey, one.question = journey, asked.get(one.question_id)
            one.parent = known.get(one.parent_id)
