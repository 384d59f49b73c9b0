"""What is measured: one person's journeys of several lengths, planned with the whole catalogue."""

from datetime import time
from itertools import cycle

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command

from convening.models import User
from sessions.models import Journey
from structures.models import Question, Structure
from tests import factories, journey_factories

PER_SESSION = 15


def build() -> User:
    """An empty database with the catalogue in it, and somebody to plan."""
    call_command("migrate", verbosity=0)
    call_command("load_catalogue", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    return factories.create_user(email="ana@example.org")


def cookie_of(user: User) -> dict[str, str]:
    """The cookie of a browser in which this person is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return {settings.SESSION_COOKIE_NAME: session.session_key}


def plan(user: User, activities: int) -> Journey:
    """A journey of that many structures in the catalogue's order, in sessions of fifteen, for seven questions."""
    journey = journey_factories.create_journey(owner=user, title=f"A journey of {activities}", people=23)
    slugs = cycle(Structure.objects.published().order_by("pk").values_list("slug", flat=True))
    rows = [
        {
            "title": f"Row {number + 1}",
            "structure": next(slugs),
            "question": number % 7,
            "invitations": ["What do you see that we do not?"],
        }
        for number in range(activities)
    ]
    document = {
        "format": "convening.journey/1",
        "title": journey.title,
        "people": journey.people,
        "questions": [{"question": slug} for slug in Question.objects.values_list("slug", flat=True)],
        "sessions": [
            {"start": f"{time(9):%H:%M}", "minutes": 480, "activities": rows[first : first + PER_SESSION]}
            for first in range(0, activities, PER_SESSION)
        ],
    }
    with journey.changing("Planned"):
        journey.write(document)
    return journey
