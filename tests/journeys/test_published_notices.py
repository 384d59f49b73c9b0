"""What the facilitator's eye says of the strings that practitioners published: little, and what one could say."""

import json
from pathlib import Path

import sessions
from sessions.models import Journey
from sessions.noticing import raised
from sessions.plan import Plan
from sessions.visitor import Visitor
from sessions.words_noticing import notice_in_words

STRINGS = Path(sessions.__file__).parent / "strings"
EXPECTED = {
    "addis-process-problems": [
        "ADVICE: From Who is here? to Looking back: 116 minutes without a break.",
        "ADVICE: No invitation yet: Troika Consulting · Improv Prototyping",
    ],
    "coach-camp-evening": [
        "ADVICE: No invitation yet: Impromptu Networking · Troika Consulting",
    ],
    "crisis-recovery": [
        "ADVICE: No invitation yet: Impromptu Networking · Spiral Journal · 1-2-4-All",
    ],
    "first-taste": [
        "ADVICE: 3 rows of work, and no moment at the end to make sense of them together.",
        "HINT: The session just ends: nothing closes it.",
    ],
    "groningen-teamwork": [
        "ADVICE: From Conversation Café to What I Need From You: 194 minutes without a break.",
        "ADVICE: No invitation yet: Drawing Together · What I Need From You",
        "HINT: The session just ends: nothing closes it.",
        ("HINT: It begins with Conversation Café, before anybody has arrived or said a word to a neighbour."),
    ],
    "immersion-second-day": [
        "ADVICE: Shift and Share: six stations has 54 minutes, and its steps need at least 83 minutes.",
        "ADVICE: From Mad Tea to Design StoryBoards: 210 minutes without a break.",
        "ADVICE: No invitation yet: Shift and Share: six stations · Design StoryBoards",
        "HINT: The session just ends: nothing closes it.",
    ],
    "learning-from-success": [
        "ADVICE: From Impromptu Networking to Housekeeping: 188 minutes without a break.",
        "ADVICE: No invitation yet: Impromptu Networking",
    ],
    "london-service-design": [
        "ADVICE: 3 rows of work, and no moment at the end to make sense of them together.",
        "ADVICE: No invitation yet: User Experience Fishbowl · 1-2-4-All · Improv Prototyping",
        "HINT: The session just ends: nothing closes it.",
        (
            "HINT: It begins with User Experience Fishbowl, before anybody has arrived or said a word to a "
            "neighbour."
        ),
    ],
    "product-goal": [
        (
            "ADVICE: From Hearing the stakeholders: User Experience Fishbowl to The first goals: 25/10 "
            "Crowdsourcing: 161 minutes without a break."
        ),
        (
            "ADVICE: No invitation yet: Hearing the stakeholders: User Experience Fishbowl · Thinking aloud: "
            "Conversation Café · The goal of the product: 9 Whys and 1 more"
        ),
        "HINT: The session just ends: nothing closes it.",
        (
            "HINT: It begins with Hearing the stakeholders: User Experience Fishbowl, before anybody has "
            "arrived or said a word to a neighbour."
        ),
    ],
    "seattle-storyboard": [
        "ADVICE: Where we are: Ecocycle has 20 minutes, and its steps need at least 95 minutes.",
        (
            "ADVICE: Taking more risks, safely: 25/10 Crowdsourcing has 25 minutes, and its steps need at least "
            "32 minutes."
        ),
        "ADVICE: Acting: Troika Consulting has 20 minutes, and its steps need at least 22 minutes.",
        (
            "ADVICE: From Welcome: Impromptu Networking to Looking back: What, So What, Now What?: 150 "
            "minutes without a break."
        ),
        "HINT: There is not a minute to spare. Things always take a little longer.",
    ],
    "six-hats": [
        "ADVICE: 3 rows of work, and no moment at the end to make sense of them together.",
        (
            "ADVICE: No invitation yet: Impromptu Networking · Troika Consulting under six hats · 15% "
            "Solutions"
        ),
        "HINT: The session just ends: nothing closes it.",
    ],
    "sprint-goal": [
        (
            "ADVICE: From Why it matters: Celebrity Interview to The plan: What, So What, Now What?: 131 "
            "minutes without a break."
        ),
        (
            "ADVICE: No invitation yet: Why it matters: Celebrity Interview · Choosing the goal: 1-2-4-All · "
            "What it takes at least: Min Specs and 1 more"
        ),
        (
            "HINT: It begins with Why it matters: Celebrity Interview, before anybody has arrived or said a "
            "word to a neighbour."
        ),
    ],
    "teaching-online": [
        "ADVICE: From Human Spectrogram to Troika Consulting: 153 minutes without a break.",
        "ADVICE: 5 rows of work, and no moment at the end to make sense of them together.",
        "HINT: The session just ends: nothing closes it.",
    ],
    "user-group-purpose": [
        (
            "ADVICE: From Purpose: 9 Whys to Participants, structure, practices: Shift and Share: 149 minutes"
            " without a break."
        ),
        "ADVICE: 3 rows of work, and no moment at the end to make sense of them together.",
        (
            "ADVICE: No invitation yet: Purpose: 9 Whys · Principles: Min Specs · Participants, structure, "
            "practices: Shift and Share"
        ),
        "HINT: The session just ends: nothing closes it.",
    ],
    "vancouver-practice": [
        "ADVICE: From Impromptu Networking to What, So What, Now What?: 128 minutes without a break.",
        "ADVICE: No invitation yet: Impromptu Networking · 1-2-4-All · TRIZ and 2 more",
    ],
    "zoom-engagement": [
        "ADVICE: From Impromptu Networking to Conversation Café: 102 minutes without a break.",
        "ADVICE: 4 rows of work, and no moment at the end to make sense of them together.",
        "ADVICE: No invitation yet: Impromptu Networking · Mad Tea, on Zoom · 1-2-4-All and 1 more",
        "HINT: The session just ends: nothing closes it.",
    ],
}


def sentences(slug):
    document = json.loads((STRINGS / f"{slug}.json").read_text())["document"]
    journey = Journey.import_document(Visitor(), json.dumps(document).encode())
    return [f"{one.level.name}: {notice_in_words(one)}" for one in raised(Plan.of(journey))]


def test_what_is_said_of_each(catalogue):
    assert {path.stem: sentences(path.stem) for path in sorted(STRINGS.glob("*.json"))} == EXPECTED
