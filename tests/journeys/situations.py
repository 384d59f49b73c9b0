"""A session that something happens to, as those who plan it see it."""

from sessions.asking import Asking
from sessions.plan import Plan
from sessions.proposing import proposal
from tests.factories import create_user
from tests.journey_factories import create_journey
from tests.journeys.lists import fresh, laid_out, lines
from tests.journeys.ritual import press, said

ASKED = ["purpose", "needs", "starting-point", "possibilities", "acting"]
"""The questions of every plan here, by their places 1 to 5."""


def uses(structure, question=None, **fields):
    """A row that runs a structure of the catalogue, perhaps for a question (by its place, from 1)."""
    asked = {} if question is None else {"question": question - 1}
    return {"structure": structure} | asked | fields


def opening(minutes=10, title="Welcome", **fields):
    return {"kind": "opening", "title": title, "minutes": minutes} | fields


def pause(minutes=15, title="Coffee", **fields):
    return {"kind": "break", "title": title, "minutes": minutes} | fields


def closing(minutes=10, title="Closing", **fields):
    return {"kind": "closing", "title": title, "minutes": minutes} | fields


def rooms(**tracks):
    return {
        "kind": "other",
        "title": "In parallel",
        "tracks": [{"title": name, "activities": rows} for name, rows in tracks.items()],
    }


class Situation:
    """One session in the builder of one person."""

    def __init__(self, client, *rows, people=12, start="09:00", minutes=180, **session):
        user = create_user()
        client.force_login(user)
        questions = [{"question": slug} for slug in ASKED]
        held = {"code": "am", "title": "Morning", "start": start, "minutes": minutes, **session}
        self.client = client
        self.journey = laid_out(
            create_journey(owner=user, people=people),
            questions=questions,
            sessions=[held | {"activities": list(rows)}],
        )
        self.about = self.found = None

    @property
    def plan(self):
        return Plan.of(fresh(self.journey)).sessions[0]

    @property
    def agenda(self):
        """Begin, minutes and title of every row; what runs in rooms stands behind the row that holds it."""
        told = []
        for line, row in zip(lines(self.plan), self.plan.rows, strict=True):
            told.append(line)
            for track in row.tracks:
                told += [
                    f"  {track.name}: {one.begins:%H:%M} {one.minutes} {one.activity.title}"
                    for one in track.rows
                ]
        return told

    @property
    def ends(self):
        spare = self.plan.layout.spare
        return f"{self.plan.ends:%H:%M}, {abs(spare)} {'over' if spare < 0 else 'to spare'}"

    def happens(self, about, to=""):
        """The repairs that are proposed: by its heading the lines of each one's diff."""
        self.about = Asking("changed", "am", about, to)
        self.found = proposal(Plan.of(fresh(self.journey)), self.about)
        return {choice.name: [part.words for part in choice.parts] for choice in self.found.choices}

    def why(self, name):
        """Why a repair is proposed, and what is not as it should be even then."""
        choice = self._named(name)
        return [*choice.reasons, *choice.cautions]

    def take(self, name):
        """Take a repair whole; what the builder says."""
        choice = self._named(name)
        asked = {"proposal": str(self.about), "choice": choice.key, "revision": fresh(self.journey).revision}
        answer = press(
            self.client,
            f"/journeys/{self.journey.code}/adjust/",
            **asked,
            part=[one.key for one in choice.parts],
        )
        assert answer.status_code == 200
        return said(answer)

    def undo(self):
        press(self.client, f"/journeys/{self.journey.code}/undo/")

    def _named(self, name):
        return next(choice for choice in self.found.choices if choice.name == name)
