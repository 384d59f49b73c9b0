"""How much of anything the engine reckons with. What a journey holds is limited by these too."""

MOST_PEOPLE = 5_000
"""More than anybody convenes in one session."""
MOST_MINUTES = 1_440
"""A day: what is longer is a slip of the finger, or another session."""
MOST_TURNS = 1_000
MOST_TEXT = 10_000
"""Characters of one text."""
MOST_QUESTION = 300
"""Characters of a question in somebody's own words."""
MOST_WORDS = 1_000
"""Characters of a word for the curators."""
MOST_QUANTITY = 10_000
"""Of one material."""
