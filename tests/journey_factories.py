"""Journeys for tests, in one call each. Everything is keyword-only; what a test does not say is plain."""

from datetime import time
from typing import Any

from sessions.models import Activity, Journey, JourneyQuestion, Member, Session
from sessions.visitor import Visitor
from structures.models import Structure


def create_journey(*, owner: Any = None, guest: str = "", **fields: Any) -> Journey:
    """An empty journey for 18 people, of an account or of a guest's browser; of nobody unless said."""
    defaults = {"title": "Discharge", "people": 18}
    return Journey.start(Visitor(user=owner, guest=guest), **(defaults | fields))


def create_session(*, journey: Journey, **fields: Any) -> Session:
    """A session from 13:30 that has 90 minutes."""
    return journey.add_session(**({"starts_at": time(13, 30), "minutes": 90} | fields))


def create_journey_question(
    *, journey: Journey, text: str = "What matters here?", **fields: Any
) -> JourneyQuestion:
    return journey.add_question(text, **fields)


def create_activity(*, journey: Journey, session: Session | None = None, **fields: Any) -> Activity:
    """A talk of ten minutes at the end of ``session``; without a session it is parked."""
    defaults = {"kind": "talk", "title": "A word of welcome", "minutes": 10}
    return journey.add_activity(session=session, **(defaults | fields))


def create_structured(
    *, journey: Journey, structure: Structure, session: Session | None = None, **fields: Any
) -> Activity:
    """A row that runs ``structure`` with its own copy of the steps."""
    return journey.add_structure(structure, session=session, **fields)


def create_member(*, journey: Journey, user: Any, role: str = "editor") -> Member:
    return Member.objects.create(journey=journey, user=user, role=role)
