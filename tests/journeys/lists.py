"""A journey's lists as a test reads them."""

from sessions.domain.document import FORMAT
from sessions.models import Journey


def laid_out(journey, **document):
    """The journey with the document's questions, sessions and parked rows, as one change."""
    with journey.changing("Laid out"):
        journey.write({"format": FORMAT, "title": journey.title, "people": journey.people, **document})
    return journey


def agenda(journey):
    """The titles of the rows by session, and the parked ones; every list of the journey is numbered 0, 1, 2 …"""
    assert misnumbered(journey) == {}
    found = {str(session): titles(session.activities) for session in journey.sessions.all()}
    return found | {"parked": titles(parked(journey))}


def parked(journey):
    return journey.activities.filter(session=None, parent=None)


def titles(rows):
    return list(rows.order_by("position").values_list("title", flat=True))


def lines(plan):
    """The rows of a session's plan as "09:15 25 9 Whys", with the gap or overlap before them."""
    return [
        f"{row.begins:%H:%M} {row.minutes} {row.activity.title}"
        + (f" gap {row.placed.gap}" if row.placed.gap else "")
        + (f" overlap {row.placed.overlap}" if row.placed.overlap else "")
        for row in plan.rows
    ]


def misnumbered(journey):
    """The lists whose positions are not 0, 1, 2 …, by name."""
    lists = {
        "questions": journey.questions,
        "sessions": journey.sessions,
        "parked": parked(journey),
        **{str(session): session.activities for session in journey.sessions.all()},
        **{
            f"{row} {track}": row.children.filter(track=track)
            for row in journey.activities.filter(parent=None)
            for track in range(len(row.tracks))
        },
    }
    positions = {name: list(rows.values_list("position", flat=True)) for name, rows in lists.items()}
    return {name: found for name, found in positions.items() if sorted(found) != list(range(len(found)))}


def fresh(journey):
    """The journey as somebody else's request would find it."""
    return Journey.objects.get(pk=journey.pk)


def history(journey):
    """What was done, the first change first."""
    return list(journey.revisions.order_by("number").values_list("what", flat=True))
