"""Reading a journey's document: everything that is wrong is told at once, by its path in the document.

``loads`` takes a file, ``parse`` what JSON made of it. Both give a ``JourneyDoc`` or raise ``DocumentError``.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from typing import NoReturn

from sessions.domain import limits
from sessions.domain.document import (
    FORMAT,
    ActivityDoc,
    Brings,
    JourneyDoc,
    Kind,
    PackingDoc,
    QuestionDoc,
    SessionDoc,
    SessionMode,
    StepDoc,
    TrackDoc,
)
from sessions.domain.fields import Node, Notes
from sessions.domain.problems import DocumentError, problem
from structures.domain.shapes import Grouping, Material, Mode, Per, Repeat, RepeatUnit, SetBy

Slugs = Collection[str] | None
"""What the catalogue has; None when any slug will do, as for a document of our own."""

NAMES = {
    shape: frozenset(field.name for field in fields(shape))
    for shape in (
        *(JourneyDoc, QuestionDoc, SessionDoc, PackingDoc),
        *(ActivityDoc, TrackDoc, StepDoc, Repeat, Material),
    )
}


def loads(source: str | bytes, *, structures: Slugs = None, questions: Slugs = None) -> JourneyDoc:
    """Read a file's content. Too large, not UTF-8, not JSON: refused before anything is looked at."""
    data = _decoded(_sized(source))
    return parse(data, structures=structures, questions=questions)


def parse(data: object, *, structures: Slugs = None, questions: Slugs = None) -> JourneyDoc:
    """Read what JSON made of a document. ``DocumentError`` has up to ``limits.MAX_PROBLEMS`` problems.

    ``structures`` and ``questions`` are the slugs that may be named.
    """
    if not isinstance(data, dict):
        raise DocumentError([problem("", "not_object", data)])
    if data.get("format") != FORMAT:
        raise DocumentError([problem("format", "unknown_format", data.get("format"), format=FORMAT)])
    notes = Notes(structures, questions)
    journey = _journey(Node(data, "", notes, NAMES[JourneyDoc] | {"format"}))
    if notes.problems:
        raise DocumentError(notes.problems)
    return journey


def _sized(source: str | bytes) -> bytes:
    content = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if len(content) > limits.MAX_DOCUMENT_BYTES:
        _refuse("too_large", most=limits.MAX_DOCUMENT_MB)
    return content


def _decoded(content: bytes) -> object:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_int=_number, parse_constant=_not_finite)
    except UnicodeDecodeError:
        _refuse("not_utf8")
    except RecursionError:
        _refuse("too_deep")
    except json.JSONDecodeError as error:
        _refuse("not_json", line=error.lineno, column=error.colno)


def _number(digits: str) -> int | float:
    """Python refuses to read thousands of digits, which is not for the reader of a journey to know."""
    return int(digits) if len(digits) < 20 else float(digits)


def _not_finite(name: str) -> NoReturn:
    _refuse("not_finite", name)


def _refuse(code: str, value: object = None, **params: object) -> NoReturn:
    raise DocumentError([problem("", code, value, **params)])


def _journey(node: Node) -> JourneyDoc:
    questions = tuple(_questions(node))
    journey = JourneyDoc(
        title=node.required("title", limits.MAX_TITLE),
        purpose=node.text("purpose", limits.MAX_TEXT),
        people=node.integer("people", 1, limits.MAX_PEOPLE),
        who=node.text("who", limits.MAX_WHO),
        questions=questions,
        sessions=tuple(_sessions(node, len(questions))),
        parked=tuple(_activities(node, "parked", len(questions))),
        dismissed=node.texts("dismissed", limits.MAX_DISMISSED, limits.MAX_NOTICE),
    )
    rows = [
        row for one in (*journey.sessions, None) for row in _rows(one.activities if one else journey.parked)
    ]
    if len(rows) > limits.MAX_ACTIVITIES:
        node.notes.add("sessions", "too_many", count=len(rows), most=limits.MAX_ACTIVITIES)
    steps = sum(len(row.steps or ()) for row in rows)
    if steps > limits.MAX_STEPS_IN_ALL:
        node.notes.add("sessions", "too_many_steps", count=steps, most=limits.MAX_STEPS_IN_ALL)
    return journey


def _rows(activities: Iterable[ActivityDoc]) -> Iterator[ActivityDoc]:
    """The rows, those of their tracks included."""
    for one in activities:
        yield one
        yield from (row for track in one.tracks for row in track.activities)


def _questions(journey: Node) -> Iterator[QuestionDoc]:
    for path, data in journey.items("questions", limits.MAX_QUESTIONS):
        node = Node(data, path, journey.notes, NAMES[QuestionDoc])
        slug = node.slug("question", node.notes.questions, "unknown_question")
        read = node.text if slug else node.required
        yield QuestionDoc(
            text=read("text", limits.MAX_QUESTION),
            question=slug,
            outcome=node.text("outcome", limits.MAX_TEXT),
            code=node.text("code", limits.MAX_CODE),
        )


def _sessions(journey: Node, questions: int) -> Iterator[SessionDoc]:
    for path, data in journey.items("sessions", limits.MAX_SESSIONS):
        node = Node(data, path, journey.notes, NAMES[SessionDoc])
        yield SessionDoc(
            title=node.text("title", limits.MAX_TITLE),
            date=node.day("date"),
            start=node.clock("start"),
            timezone=node.timezone("timezone", SessionDoc().timezone),
            minutes=node.integer("minutes", 1, limits.MAX_SESSION_MINUTES),
            mode=node.choice("mode", list(SessionMode), SessionMode.IN_PERSON),
            place=node.text("place", limits.MAX_TITLE),
            link=node.link("link"),
            people=node.integer("people", 1, limits.MAX_PEOPLE),
            rooms=node.integer("rooms", 0, limits.MAX_ROOMS),
            packing=tuple(_packing(node)),
            activities=tuple(_activities(node, "activities", questions)),
            code=node.text("code", limits.MAX_CODE),
        )


def _packing(session: Node) -> Iterator[PackingDoc]:
    for path, data in session.items("packing", limits.MAX_PACKING):
        node = Node(data, path, session.notes, NAMES[PackingDoc])
        yield PackingDoc(
            item=node.required("item", limits.MAX_ITEM),
            by=node.choice("by", list(Brings), Brings.CONVENOR),
            packed=node.flag("packed"),
        )


def _activities(parent: Node, name: str, questions: int, *, in_track: bool = False) -> Iterator[ActivityDoc]:
    for path, data in parent.items(name, limits.MAX_ACTIVITIES):
        node = Node(data, path, parent.notes, NAMES[ActivityDoc])
        if in_track and node.data.get("tracks"):
            node.wrong("tracks", "tracks_in_tracks")
            node.data = {**node.data, "tracks": None}
        yield _activity(node, questions)


def _tracks(activity: Node, questions: int) -> Iterator[TrackDoc]:
    for path, data in activity.items("tracks", limits.MAX_TRACKS):
        node = Node(data, path, activity.notes, NAMES[TrackDoc])
        yield TrackDoc(
            title=node.text("title", limits.MAX_TITLE),
            activities=tuple(_activities(node, "activities", questions, in_track=True)),
        )


def _activity(node: Node, questions: int) -> ActivityDoc:
    structure = node.slug("structure", node.notes.structures, "unknown_structure")
    return ActivityDoc(
        kind=node.choice("kind", list(Kind), Kind.STRUCTURE if structure else Kind.TALK),
        title=node.text("title", limits.MAX_TITLE),
        structure=structure,
        question=_answers(node, questions),
        minutes=node.integer("minutes", 0, limits.MAX_MINUTES),
        pinned=node.clock("pinned"),
        protected=node.flag("protected"),
        lead=node.text("lead", limits.MAX_LEAD),
        invitations=node.texts("invitations", limits.MAX_INVITATIONS),
        alternatives=node.texts("alternatives", limits.MAX_INVITATIONS),
        brief=node.text("brief", limits.MAX_TEXT),
        notes=node.text("notes", limits.MAX_TEXT),
        set_up=node.text("set_up", limits.MAX_TEXT),
        materials=tuple(_materials(node)),
        outcome=node.text("outcome", limits.MAX_TEXT),
        steps=tuple(_steps(node)) if node.has("steps") else None,
        tracks=tuple(_tracks(node, questions)),
        recipe=node.text("recipe", limits.MAX_RECIPE),
        code=node.text("code", limits.MAX_CODE),
    )


def _answers(node: Node, questions: int) -> int | None:
    """The place of the question in the journey's list, which must be there."""
    place = node.integer("question", 0, limits.MAX_QUESTIONS - 1)
    if place is not None and place >= questions:
        node.wrong("question", "no_such_question")
    return place


def _materials(activity: Node) -> Iterator[Material]:
    """Objects, or bare names: one of each, for the session."""
    for path, data in activity.items("materials", limits.MAX_MATERIALS):
        node = Node({"item": data} if isinstance(data, str) else data, path, activity.notes, NAMES[Material])
        yield Material(
            item=node.required("item", limits.MAX_ITEM),
            quantity=node.integer("quantity", 1, limits.MAX_QUANTITY) or 1,
            per=node.choice("per", list(Per), Per.SESSION),
            required=node.flag("required", default=True),
            mode=node.choice("mode", list(Mode), Mode.BOTH),
        )


def _steps(activity: Node) -> Iterator[StepDoc]:
    repeats: dict[str, Repeat] = {}
    for path, data in activity.items("steps", limits.MAX_STEPS):
        node = Node(data, path, activity.notes, NAMES[StepDoc])
        shortest, minutes, longest = _rising(node, "minutes", 0, limits.MAX_MINUTES)
        smallest, largest = _sizes(node)
        yield StepDoc(
            title=node.text("title", limits.MAX_STEP_TITLE),
            what=node.text("what", limits.MAX_TEXT),
            grouping=node.choice("grouping", list(Grouping), Grouping.WHOLE_GROUP),
            size_min=smallest,
            size_max=largest,
            minutes_min=shortest,
            minutes=minutes,
            minutes_max=longest,
            repeat=_repeat(node, repeats),
            optional=node.flag("optional"),
            mode=node.choice("mode", list(Mode), Mode.BOTH),
            protected=node.flag("protected"),
            nested=node.slug("nested", node.notes.structures, "unknown_structure"),
            nested_note=node.text("nested_note", limits.MAX_NESTED_NOTE),
        )


def _rising(node: Node, name: str, least: int, most: int) -> tuple[int, int, int]:
    """The least, the usual and the most of a name; one that is not said is like the usual one."""
    low, usual, high = (node.integer(key, least, most) for key in (f"{name}_min", name, f"{name}_max"))
    middle = next((number for number in (usual, low, high) if number is not None), least)
    rising = (middle if low is None else low, middle, middle if high is None else high)
    if list(rising) != sorted(rising):
        node.wrong(name, "order")
    return rising


def _sizes(node: Node) -> tuple[int | None, int | None]:
    low, high = (node.integer(key, 1, limits.MAX_PEOPLE) for key in ("size_min", "size_max"))
    if low is not None and high is not None and low > high:
        node.wrong("size_max", "order")
    return low, high


def _repeat(step: Node, repeats: dict[str, Repeat]) -> Repeat | None:
    """How a step repeats: an object, or the key an earlier step of the activity explained, or a bare count.

    Steps with the same bare count repeat together.
    """
    value = step.data.get("repeat")
    if isinstance(value, str):
        key = step.text("repeat", limits.MAX_REPEAT_KEY)
        repeat = repeats.get(key, Repeat(key))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        count = step.integer("repeat", 1, limits.MAX_TURNS) or 1
        repeat = Repeat(str(count), count_min=count, count=count, count_max=count)
    else:
        repeat = _explained(step)
    if repeats.setdefault(repeat.key, repeat) != repeat:
        step.notes.add(step.at("repeat"), "repeat_differs", repeat.key)
    return repeat if repeat.key else None


def _explained(step: Node) -> Repeat:
    if not step.has("repeat"):
        return Repeat("")
    node = Node(step.data["repeat"], step.at("repeat"), step.notes, NAMES[Repeat])
    fewest, count, most = _rising(node, "count", 1, limits.MAX_TURNS)
    return Repeat(
        key=node.required("key", limits.MAX_REPEAT_KEY),
        unit=node.choice("unit", list(RepeatUnit), RepeatUnit.ROUND),
        count_min=fewest,
        count=count,
        count_max=most,
        set_by=node.choice("set_by", list(SetBy), SetBy.FIXED),
    )
