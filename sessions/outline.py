"""A plan as the engine weighs it: the rows of the read model as plain values, without a query."""

from sessions.domain.outline import Asked, Item, Meeting, Outline, Profile
from sessions.plan import Plan, SessionPlan, pinned_minute
from sessions.rows import Row
from structures.models import Structure


def outline_of(plan: Plan) -> Outline:
    """The whole journey. Pins are minutes of their sessions; in one without a start they do not count."""
    return Outline(
        meetings=tuple(meeting_of(one) for one in plan.sessions),
        questions=tuple(
            Asked(one.code, one.text, one.question.slug if one.question else "") for one in plan.questions
        ),
        parked=tuple(item_of(row) for row in plan.parked),
    )


def meeting_of(plan: SessionPlan) -> Meeting:
    session = plan.session
    return Meeting(
        code=session.code,
        title=plan.name,
        items=tuple(item_of(row) for row in plan.rows),
        booked=session.minutes,
        people=plan.people,
        mode=session.mode,
        rooms=session.rooms,
    )


def item_of(row: Row) -> Item:
    activity = row.activity
    steps, repeats = row.made_of
    return Item(
        code=activity.code,
        title=activity.title,
        kind=activity.kind,
        minutes=activity.minutes,
        steps=steps,
        repeats=repeats,
        remainder=activity.remainder,
        pinned_at=pinned_minute(activity, row.session) if row.session else None,
        protected=activity.protected,
        question=activity.question.position if activity.question else None,
        lead=activity.lead,
        invitation=next(iter(activity.invitations), ""),
        structure=profile_of(activity.structure) if activity.structure else None,
        tracks=tuple(tuple(item_of(one) for one in track.rows) for track in row.tracks),
        rooms=tuple(track.name for track in row.tracks),
    )


def profile_of(structure: Structure) -> Profile:
    return Profile(
        structure.slug, structure.name, structure.people_min, structure.people_max, structure.online
    )
