"""A journey that says something everywhere, so that whatever a page should not show could leak."""

import re
from html import unescape

from sessions.models import Journey
from sessions.visitor import Visitor
from tests import factories

WORDS = {
    "title": "Improving discharge",
    "purpose": "Sooner home",
    "who": "Tired nurses",
    "question": "Why does it matter?",
    "answer to the question": "Because of Mrs Bell",
    "session": "Morning",
    "place": "Seminar room 4",
    "link to the meeting": "https://meet.example/room",
    "title of a row": "Asking why",
    "structure": "Nine Whys",
    "invitation": "What do you do, really?",
    "other invitation": "What is it all for?",
    "groups": "nine pairs",
    "brief": "Bring one example",
    "lead": "Ana Bell",
    "what each person needs": "index card × 2",
    "what the hosts bring": "talking stick",
    "step": "Interview in turns",
    "set-up": "Chairs without tables",
    "notes": "Stop Dr Fox",
    "outcome": "Nobody knew",
    "parked": "Ecocycle",
}
EVERYBODY = {"title", "purpose", "question", "session", "title of a row"}
PARTICIPANTS = EVERYBODY | {
    "place",
    "link to the meeting",
    "structure",
    "invitation",
    "groups",
    "brief",
    "lead",
    "what each person needs",
}
HOSTS = PARTICIPANTS | {"what the hosts bring", "step", "set-up", "notes"}

ROW = {
    "title": WORDS["title of a row"],
    "structure": "nine-whys",
    "question": 0,
    "invitations": [WORDS["invitation"], ""],
    "alternatives": [WORDS["other invitation"]],
    "brief": f"{WORDS['brief']}: https://example.org/read",
    "lead": WORDS["lead"],
    "set_up": WORDS["set-up"],
    "notes": WORDS["notes"],
    "outcome": WORDS["outcome"],
    "materials": [
        {"item": "index card", "quantity": 2, "per": "person"},
        {"item": "folding chair", "quantity": 1, "per": "person"},
        {"item": "red pen", "quantity": 1, "per": "person", "required": False},
        {"item": WORDS["what the hosts bring"], "quantity": 1},
    ],
}
PLAN = {
    "format": "convening.journey/1",
    "title": WORDS["title"],
    "purpose": WORDS["purpose"],
    "people": 18,
    "who": WORDS["who"],
    "questions": [{"text": WORDS["question"], "outcome": WORDS["answer to the question"]}],
    "sessions": [
        {
            "title": WORDS["session"],
            "date": "2027-01-14",
            "start": "13:30",
            "timezone": "Europe/London",
            "minutes": 90,
            "mode": "hybrid",
            "place": WORDS["place"],
            "link": WORDS["link to the meeting"],
            "activities": [
                {"kind": "opening", "title": "Welcome", "minutes": 10},
                ROW,
                {"kind": "break", "title": "Coffee", "minutes": 15, "pinned": "14:30"},
            ],
        }
    ],
    "parked": [{"kind": "talk", "title": WORDS["parked"], "minutes": 95}],
}


def create_catalogue():
    """The structure that the plan needs: two rounds in pairs, and pens for everyone."""
    structure = factories.create_structure(slug="nine-whys", name=WORDS["structure"])
    factories.create_repeat(structure=structure, key="A", count=2)
    factories.create_step(
        structure=structure, title=WORDS["step"], minutes=10, grouping="pairs", repeat="A", what="Ask why."
    )
    factories.create_step(structure=structure, title="Left out", minutes=0, minutes_max=5, optional=True)
    factories.create_material(structure=structure, item="pen", per="person")
    return structure


def create_shared_journey(*, owner=None, **session):
    """Ana's journey; ``session`` changes its one session."""
    morning = PLAN["sessions"][0] | session
    return Journey.import_document(Visitor(user=owner), PLAN | {"sessions": [morning]})


def seen(answer):
    """Which of the words stand on the page."""
    text = unescape(answer.text)
    return {name for name, word in WORDS.items() if word in text}


def plain(html):
    """The text of some HTML on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(answer):
    """What the list shows, line by line: its rows, and the free minutes between them."""
    found = re.findall(r'<li class="(?:row|gap)[^>]*>(.*?)</li>', answer.text, re.S)
    return [plain(re.sub(r"<svg.*?</svg>", "", line, flags=re.S)) for line in found]
