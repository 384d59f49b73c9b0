"""The desk of an invitation as tests set it and read it."""

import re
from html import unescape

from sessions.forms.saying import own_name
from tests import factories
from tests.journeys.lists import laid_out
from tests.journeys.shared import plain


def set_desk(journey):
    """The catalogue has three things to say for the row; the host says one of their own, and keeps another."""
    asked = factories.create_question(slug="purpose", text="What for?")
    questions = [{"text": "Ours", "question": "purpose"}, {"text": "Ours alone"}]
    whys = {"structure": "nine-whys", "question": 0, "invitations": ["Ours?"], "alternatives": ["Or this?"]}
    talk = {"kind": "talk", "title": "A talk", "minutes": 10}
    laid_out(journey, questions=questions, sessions=[{"start": "13:30", "activities": [whys, talk]}])
    row = journey.activities.get(title="Nine Whys")
    row.structure.invitation_examples = ["For example?"]
    row.structure.save()
    factories.create_fit(question=asked, structure=row.structure, strength="named", invitation="Fitting?")
    factories.create_fit(
        question=factories.create_question(), structure=row.structure, invitation="Elsewhere?"
    )
    return row


def address(journey, row):
    return f"/journeys/{journey.code}/activities/{row.code}/invitation/"


def words(row):
    row.refresh_from_db()
    return row.invitations, row.alternatives


def sent(row, round=0, **typed):
    """The fields as a browser sends them, and what is typed into them."""
    said = row.invitations[round] if round < len(row.invitations) else ""
    fields = {"said": said, "new": ""} | {own_name(text): text for text in row.alternatives}
    return fields | {f"initial-{name}": text for name, text in fields.items()} | {"round": round + 1} | typed


def slips(answer):
    """The words that could be said, under their headings; "✓" before those that are."""
    found = {}
    for heading, inside in re.findall(r'<h2 id="\w+">([^<]+)</h2>\s*<ul>(.*?)</ul>', answer.text, re.S):
        lines = re.findall(r'<li class="slip( chosen)?">(.*?)</li>', inside, re.S)
        found[heading] = [("✓ " if chosen else "") + text_of(line) for chosen, line in lines]
    return found


def text_of(line):
    field = re.search(r"<textarea[^>]*>(.*?)</textarea>", line, re.S)
    said = field or re.search(r'<p class="inv"[^>]*>(.*?)</p>', line, re.S)
    return unescape(said[1]).strip()


def standing(answer, name):
    """What stands in a field, what it says stood there before, and the sentence at it."""
    field = re.search(rf'<textarea name="{name}".*?>(.*?)</textarea>', answer.text, re.S)
    hidden = re.search(rf'<input type="hidden" name="initial-{name}"(?: value="(.*?)")?', answer.text, re.S)
    error = re.search(rf'id="id_{name}_error">(.*?)</div>', answer.text, re.S)
    return unescape(field[1]).strip(), unescape(hidden[1] or ""), plain(error[1]) if error else ""
