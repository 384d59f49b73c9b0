"""How much of anything a journey may hold: forms, models, documents and the published schema go by these."""

from structures.domain.limits import MOST_MINUTES, MOST_PEOPLE, MOST_QUANTITY, MOST_TEXT, MOST_TURNS

MAX_TITLE = 200
"""Characters of a journey's, session's or activity's title, and of a place."""
MAX_QUESTION = 300
"""Characters of a question in the group's own words."""
MAX_TEXT = MOST_TEXT
"""Characters of a purpose, a brief, notes, an outcome, one invitation."""
MAX_WHO = 300
MAX_LEAD = 120
MAX_STEP_TITLE = 120
MAX_NESTED_NOTE = 120
MAX_ITEM = 80
MAX_LINK = 500
MAX_TIMEZONE = 60
MAX_SLUG = 60
MAX_CODE = 16
MAX_REPEAT_KEY = 4
MAX_RECIPE = 8

MAX_PEOPLE = MOST_PEOPLE
MAX_MINUTES = MOST_MINUTES
"""Minutes of one activity or step: a day."""
MAX_SESSION_MINUTES = 4 * MOST_MINUTES
"""Minutes booked for one session: four days."""
MAX_TURNS = MOST_TURNS
MAX_QUANTITY = MOST_QUANTITY

MAX_QUESTIONS = 60
MAX_SESSIONS = 40
MAX_ACTIVITIES = 400
"""Activities of a whole journey, the parked ones included."""
MAX_STEPS_IN_ALL = 8_000
"""Steps of a whole journey: twenty for each activity that there may be. Writing them takes seconds as it is."""
MAX_TRACKS = 12
"""Tracks side by side in one row."""
MAX_STEPS = 60
MAX_INVITATIONS = 40
MAX_MATERIALS = 60
MAX_PACKING = 400
"""Things to bring to one session."""
MAX_ROOMS = 999
"""Rooms, or places for groups to work in, of one session."""
MAX_NOTICE = 80
"""Characters of a notice's key."""
MAX_DISMISSED = 400
MAX_INVITES = 20
"""Invitations to plan along that are open at once."""

FIRST_YEAR = 1900
LAST_YEAR = 2999

MAX_DOCUMENT_MB = 2
MAX_DOCUMENT_BYTES = MAX_DOCUMENT_MB * 1024 * 1024
MAX_PROBLEMS = 100
"""Problems told at once: a document with more of them is not a journey at all."""
