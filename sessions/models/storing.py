"""A journey to its document and back: what history, imports, copies and restores are made of."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from sessions.choices import Kind
from sessions.domain import document as docs
from sessions.domain.reading import parse
from sessions.models.activity import Activity, ActivityStep
from sessions.models.contents import Contents
from sessions.models.copying import STEP_FIELDS, copy_steps, recipe_of
from sessions.models.parts import JourneyQuestion, Session
from sessions.models.placing import Home
from structures.domain.shapes import Material
from structures.models import Question, Structure

JOURNEY_FIELDS = ["title", "purpose", "people", "who"]
SAME_NAME = ["kind", "title", "minutes", "protected", "lead", "brief", "notes", "set_up", "outcome", "recipe"]
SESSION_FIELDS = ["title", "date", "timezone", "minutes", "mode", "place", "link", "people", "rooms"]
PLAIN_STEP_FIELDS = [name for name in STEP_FIELDS if name not in ("repeat", "nested")]


class Storing(models.Model):
    """Mixed into ``Journey``."""

    class Meta:
        abstract = True

    def snapshot(self, contents: Contents | None = None, *, codes: bool = True) -> dict[str, Any]:
        """The whole journey as a document. With ``codes`` it comes back under the same addresses.

        Four queries, or none where its ``contents`` have been read already.
        """
        return docs.dump(self.document(contents), codes=codes)

    def document(self, contents: Contents | None = None) -> docs.JourneyDoc:
        contents = contents or Contents.of(self)
        places = {question.pk: place for place, question in enumerate(contents.questions)}
        written = in_lists(contents.activities, places)
        return docs.JourneyDoc(
            **{field: getattr(self, field) for field in JOURNEY_FIELDS},
            questions=tuple(question_doc(question) for question in contents.questions),
            sessions=tuple(
                session_doc(row, written.get((row.pk, None, None), [])) for row in contents.sessions
            ),
            parked=tuple(written.get((None, None, None), [])),
            dismissed=tuple(self.dismissed),
        )

    def activity_document(self, row: Activity, places: dict[int, int]) -> docs.ActivityDoc:
        """One row with its tracks. ``places`` are the places of the questions by their keys."""
        children = self.activities.filter(parent=row).order_by("position")
        return activity_doc(row, places, in_lists(children, places))

    def write(self, document: dict[str, Any]) -> None:
        """Make the journey what the document says. Call inside ``changing``; sessions keep their row, so runs stay.

        Structures the catalogue no longer has are left empty. Steps keep their keys, so that a page somebody has
        open still means the same. Raises ``DocumentError`` before anything is written.
        """
        doc = parse(document)
        for field in JOURNEY_FIELDS:
            setattr(self, field, getattr(doc, field))
        self.dismissed = list(doc.dismissed)
        self.save(update_fields=[*JOURNEY_FIELDS, "dismissed"])
        keys = self._step_keys()
        self.activities.all().delete()
        self.questions.all().delete()
        questions = self._write_questions(doc.questions)
        for session, one in zip(self._write_sessions(doc.sessions), doc.sessions, strict=True):
            self._write_activities(one.activities, Home(session), questions, keys=keys)
        self._write_activities(doc.parked, Home(), questions, keys=keys)

    def _step_keys(self) -> "StepKeys":
        steps = ActivityStep.objects.filter(activity__journey=self).order_by("position")
        keys: StepKeys = {}
        for code, title, key in steps.values_list("activity__code", "title", "pk"):
            keys.setdefault(code, []).append((title, key))
        return keys

    def _write_questions(self, wanted: Iterable[docs.QuestionDoc]) -> list[JourneyQuestion]:
        known = {question.slug: question for question in Question.objects.all()}
        return JourneyQuestion.objects.bulk_create(
            JourneyQuestion(
                journey=self,
                position=position,
                text=one.text or str(known.get(one.question, "")),
                question=known.get(one.question),
                outcome=one.outcome,
                **coded(one),
            )
            for position, one in enumerate(wanted)
        )

    def _write_sessions(self, wanted: Iterable[docs.SessionDoc]) -> list[Session]:
        kept = {session.code: session for session in self.sessions.all()}
        self.sessions.exclude(code__in=[one.code for one in wanted]).delete()
        self.sessions.update(position=models.F("position") + 1000)
        written = []
        for position, one in enumerate(wanted):
            session = kept.get(one.code) or Session(journey=self, **coded(one))
            session.position, session.starts_at = position, one.start
            session.packing = [packing_row(packing) for packing in one.packing]
            for field in SESSION_FIELDS:
                setattr(session, field, getattr(one, field))
            session.save()
            written.append(session)
        return written

    def _write_activities(
        self,
        wanted: Iterable[docs.ActivityDoc],
        home: Home,
        questions: list[JourneyQuestion],
        first: int = 0,
        keys: "StepKeys | None" = None,
    ) -> list[Activity]:
        """Write rows into an empty list, or behind its ``first`` rows, each with its steps and its tracks."""
        wanted = list(wanted)
        structures = known_structures(wanted)
        rows = Activity.objects.bulk_create(
            activity_row(one, self, home, position, questions, structures)
            for position, one in enumerate(wanted, first)
        )
        steps = []
        for row, one in zip(rows, wanted, strict=True):
            if one.steps is None and row.structure:
                copy_steps(row.structure, row)
            own = [step_row(step, row, position, structures) for position, step in enumerate(one.steps or ())]
            steps += with_keys(own, (keys or {}).get(row.code, []))
            for track, inside in enumerate(one.tracks):
                self._write_activities(inside.activities, Home(parent=row, track=track), questions, keys=keys)
        ActivityStep.objects.bulk_create(steps)
        return rows


StepKeys = dict[str, list[tuple[str, int]]]
"""The titles and keys of the steps of activities, in their order, by the activity's code."""


def with_keys(steps: list[ActivityStep], known: list[tuple[str, int]]) -> list[ActivityStep]:
    """The steps with the keys they had: a step is the same where its title is, or else its place."""
    free = dict(enumerate(known))
    for step in steps:
        step.pk = _taken(free, (at for at in free if free[at][0] == step.title))
    for step in steps:
        step.pk = step.pk or _taken(free, (at for at in free if at == step.position))
    return steps


def _taken(free: dict[int, tuple[str, int]], places: Iterator[int]) -> int | None:
    at = next(places, None)
    return None if at is None else free.pop(at)[1]


Lists = dict[tuple[int | None, int | None, int | None], list[docs.ActivityDoc]]
"""Rows by the list they stand in: the keys of a session or of a parent, and the number of a track."""


def in_lists(rows: Iterable[Activity], places: dict[int, int]) -> Lists:
    """The rows as documents. Those in tracks are written first, for they stand inside their parents."""
    written: Lists = {}
    for row in sorted(rows, key=lambda row: row.parent_id is None):
        key = (row.session_id, row.parent_id, row.track)
        written.setdefault(key, []).append(activity_doc(row, places, written))
    return written


def coded(doc: Any) -> dict[str, str]:
    """The public code a document brings along; without one the row gets a new one."""
    return {"code": doc.code} if doc.code else {}


def question_doc(row: JourneyQuestion) -> docs.QuestionDoc:
    slug = row.question.slug if row.question else ""
    return docs.QuestionDoc(text=row.text, question=slug, outcome=row.outcome, code=row.code)


def session_doc(row: Session, activities: list[docs.ActivityDoc]) -> docs.SessionDoc:
    same = {field: getattr(row, field) for field in SESSION_FIELDS}
    packing = tuple(docs.PackingDoc(**one) for one in row.packing)
    return docs.SessionDoc(
        start=row.starts_at, packing=packing, activities=tuple(activities), code=row.code, **same
    )


def activity_doc(row: Activity, places: dict[int, int], inside: Lists) -> docs.ActivityDoc:
    """One row; ``inside`` has the rows of its tracks."""
    return docs.ActivityDoc(
        structure=row.structure.slug if row.structure else "",
        question=places.get(row.question_id),
        pinned=row.pinned_at,
        invitations=tuple(row.invitations),
        alternatives=tuple(row.alternatives),
        materials=tuple(Material(**material) for material in row.materials),
        steps=tuple(step_doc(step) for step in row.steps.all()),
        tracks=tuple(
            docs.TrackDoc(title, tuple(inside.get((None, row.pk, track), [])))
            for track, title in enumerate(row.tracks)
        ),
        code=row.code,
        **{field: getattr(row, field) for field in SAME_NAME},
    )


def step_doc(row: ActivityStep) -> docs.StepDoc:
    return docs.StepDoc(
        repeat=row.repeat_shape() if row.repeat else None,
        nested=row.nested.slug if row.nested else "",
        **{field: getattr(row, field) for field in PLAIN_STEP_FIELDS},
    )


def known_structures(wanted: list[docs.ActivityDoc]) -> dict[str, Structure]:
    """Every structure the activities name, as a row or inside a step, by slug."""
    slugs = {one.structure for one in wanted} | {step.nested for one in wanted for step in one.steps or ()}
    return {
        structure.slug: structure
        for structure in Structure.objects.with_recipe().filter(slug__in=slugs - {""})
    }


def activity_row(
    one: docs.ActivityDoc,
    journey: Any,
    home: Home,
    position: int,
    questions: list[JourneyQuestion],
    structures: dict[str, Structure],
) -> Activity:
    structure = structures.get(one.structure)
    same = {field: getattr(one, field) for field in SAME_NAME}
    same["title"] = one.title or (structure.name if structure else one.structure) or plain_title(one)
    if one.steps is None and structure:
        same["recipe"] = recipe_of(structure)
    return Activity(
        journey=journey,
        position=position,
        tracks=[track.title for track in one.tracks],
        **home.fields,
        structure=structure,
        question=None if one.question is None else questions[one.question],
        pinned_at=one.pinned,
        invitations=list(one.invitations),
        alternatives=list(one.alternatives),
        materials=[material_row(material) for material in one.materials],
        **same,
        **coded(one),
    )


def plain_title(one: docs.ActivityDoc) -> str:
    """What a row is called that nobody has named: "Break"."""
    return str(Kind(one.kind).label).capitalize()


def material_row(material: Material) -> dict[str, Any]:
    return {field: getattr(material, field) for field in ("item", "quantity", "per", "required", "mode")}


def packing_row(packing: docs.PackingDoc) -> dict[str, Any]:
    return {field: getattr(packing, field) for field in ("item", "by", "packed")}


def step_row(
    one: docs.StepDoc, activity: Activity, position: int, structures: dict[str, Structure]
) -> ActivityStep:
    repeat = one.repeat
    repeated = (
        {
            "repeat": repeat.key,
            "unit": repeat.unit,
            "count_min": repeat.count_min,
            "count": repeat.count,
            "count_max": repeat.count_max,
            "set_by": repeat.set_by,
        }
        if repeat
        else {}
    )
    return ActivityStep(
        activity=activity,
        position=position,
        nested=structures.get(one.nested),
        **{field: getattr(one, field) for field in PLAIN_STEP_FIELDS},
        **repeated,
    )
