"""A small journey to try every change on; its times can be added up by hand."""

from dataclasses import dataclass
from datetime import date, time

from sessions.models import Activity, Journey, Session
from sessions.visitor import GUEST_KEY
from tests import factories
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_session,
    create_structured,
)

GUEST = "this-browser"
MORNING = [
    ("09:00", 10, "A word of welcome"),
    ("09:10", 20, "9 Whys"),
    ("09:30", 35, "TRIZ"),
    ("10:05", 15, "Coffee"),
]


@dataclass(frozen=True)
class Planned:
    """A guest's journey, and its rows by title."""

    journey: Journey
    morning: Session
    rows: dict[str, Activity]

    @property
    def address(self) -> str:
        return self.journey.get_absolute_url()

    def titles(self, session: Session | None) -> list[str]:
        """What the database holds, in order; ``None`` for what is parked."""
        return list(
            self.journey.activities.filter(session=session)
            .order_by("position")
            .values_list("title", flat=True)
        )


def create_catalogue() -> dict[str, object]:
    """Three questions and four structures: 9 Whys for the first, TRIZ and 1-2-4-All for the second."""
    asked = ["Why does our work matter?", "Where are we starting, really?", "What seems possible now?"]
    questions = [factories.create_question(text=text) for text in asked]
    made = {
        name: factories.create_structure(name=name, slug=slug, invitation=f"{name}: what do you see?")
        for name, slug in [
            ("9 Whys", "nine-whys"),
            ("TRIZ", "triz"),
            ("1-2-4-All", "1-2-4-all"),
            ("Min Specs", "min-specs"),
        ]
    }
    for name, minutes in [("9 Whys", 20), ("TRIZ", 35), ("1-2-4-All", 12), ("Min Specs", 45)]:
        factories.create_step(structure=made[name], minutes=minutes, minutes_min=5, minutes_max=90)
    for number, name, strength in [(0, "9 Whys", "named"), (1, "TRIZ", "named"), (1, "1-2-4-All", "strong")]:
        because = f"{name} answers it."
        factories.create_fit(
            question=questions[number], structure=made[name], strength=strength, because=because
        )
    return {"questions": questions, "structures": made}


def create_plan() -> Planned:
    """A morning from 9 o'clock with 90 minutes booked and 80 planned, for 18 people and two questions."""
    catalogue = create_catalogue()
    journey = create_journey(guest=GUEST, title="Improving discharge", purpose="Sooner home")
    why, where = (
        create_journey_question(journey=journey, text="", question=question)
        for question in catalogue["questions"][:2]
    )
    morning = create_session(
        journey=journey, title="Morning", date=date(2027, 1, 14), starts_at=time(9), timezone="Europe/London"
    )
    structures = catalogue["structures"]
    rows = [
        create_activity(journey=journey, session=morning, kind="opening"),
        create_structured(journey=journey, session=morning, structure=structures["9 Whys"], question=why),
        create_structured(journey=journey, session=morning, structure=structures["TRIZ"], question=where),
        create_activity(journey=journey, session=morning, kind="break", title="Coffee", minutes=15),
    ]
    return Planned(journey, morning, {row.title: row for row in rows})


def remember_guest(client) -> str:
    """Make the client the browser of the guest; the key of its session, for a browser's cookie."""
    session = client.session
    session[GUEST_KEY] = GUEST
    session.save()
    return session.session_key
