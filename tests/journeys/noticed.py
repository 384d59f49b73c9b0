"""A journey in which there is something to look at, and its notices as the builder's page shows them."""

import re
from html import unescape

from sessions.noticing import raised
from sessions.plan import Plan
from tests.journeys.lists import fresh, laid_out

TALKS = [
    {"kind": "opening", "title": "Welcome", "minutes": 10},
    {"title": "Story", "minutes": 50, "invitations": ["What happened?"], "question": 1},
    {"title": "Sense", "minutes": 50, "invitations": ["What does it mean?"], "question": 0},
    {"kind": "closing", "title": "Goodbye", "minutes": 10},
]
"""Two hours without a break, and the questions are not answered in their turn."""
KEYS = ["no-break", "out-of-order:questions"]


def without_a_break(journey):
    """The journey with a morning of two hours from half past one, and two questions."""
    return laid_out(
        journey,
        questions=[{"text": "Why?"}, {"text": "Where do we start?"}],
        sessions=[{"title": "Morning", "start": "13:30", "minutes": 150, "activities": TALKS}],
    )


def keys(journey):
    """What the eye falls on, without the codes of sessions and rows."""
    return [re.sub(r"(-?[a-z]+):(?!questions).*", r"\1", one.key) for one in raised(Plan.of(fresh(journey)))]


def form(answer, name):
    """What the form of the notice of that name sends: its key, and which fix was read."""
    notice = re.search(rf'<li class="look[^"]*" id="notice-{name}.*?</li>', answer.text, re.DOTALL)[0]
    fields = re.findall(r'type="hidden" name="(key|fix)" value="(.*?)"', notice)
    return {field: unescape(value) for field, value in fields}


def sentences(answer):
    """The notices that the page shows, as they read."""
    found = re.findall(r'<li class="look.*?<p>(.*?)</p>', answer.text, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", "", one)).split()) for one in found]
