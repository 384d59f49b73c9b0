"""A structure's steps as an activity's own, and an activity's document as another activity's."""

from collections.abc import Iterator
from dataclasses import replace

from sessions.domain.document import ActivityDoc
from sessions.models.activity import Activity, ActivityStep
from structures.domain.fingerprint import fingerprint
from structures.models import Structure

REPEATED = ["unit", "count_min", "count", "count_max", "set_by"]
STEP_FIELDS = [
    "title",
    "what",
    "grouping",
    "size_min",
    "size_max",
    "minutes_min",
    "minutes",
    "minutes_max",
    "optional",
    "mode",
    "protected",
    "repeat",
    "nested",
    "nested_note",
]


def copy_steps(structure: Structure, activity: Activity) -> None:
    """Give the activity its own copy of the structure's steps, with how often each repeats."""
    ActivityStep.objects.bulk_create(steps_of(structure, activity))


def steps_of(structure: Structure, activity: Activity) -> Iterator[ActivityStep]:
    """The copies, not yet written."""
    repeats = {repeat.key: repeat for repeat in structure.repeats.all()}
    for position, step in enumerate(structure.steps.all()):
        yield ActivityStep(
            activity=activity,
            position=position,
            **{name: getattr(step, name) for name in STEP_FIELDS},
            **{name: getattr(repeats[step.repeat], name) for name in REPEATED if step.repeat in repeats},
        )


def recipe_of(structure: Structure) -> str:
    """What an activity remembers of the recipe it copied, to notice when the catalogue's has changed."""
    return fingerprint(*structure.shapes())


def without_codes(doc: ActivityDoc) -> ActivityDoc:
    """The same row under no code, nor any row of its tracks: codes belong to where it comes from."""
    tracks = tuple(
        replace(track, activities=tuple(replace(one, code="") for one in track.activities))
        for track in doc.tracks
    )
    return replace(doc, tracks=tracks, code="")


def unpinned(doc: ActivityDoc) -> ActivityDoc:
    """The same row without its pin, nor those of the rows of its tracks."""
    tracks = tuple(
        replace(track, activities=tuple(replace(one, pinned=None) for one in track.activities))
        for track in doc.tracks
    )
    return replace(doc, tracks=tracks, pinned=None)
