"""What is noticed in the catalogue's own invitations: next to nothing, and all of it is listed."""

import pytest

from sessions.domain.phrasing import Code, checks, seconds

# Some structures are made of questions that follow each other. They stay as their authors ask them, and are listed
# here, so that a new remark on a good invitation is seen.
ASK_SEVERAL = {
    "invitation": [
        "discovery-and-action-dialogue",
        "generative-relationships-star",
        "impromptu-networking",
        "network-relationship-patterns",
        "user-experience-fishbowl",
    ],
    "example": [
        "25-10-crowd-sourcing",
        "appreciative-interviews",
        "discovery-and-action-dialogue",
        "discovery-and-action-dialogue",
        "future-present",
        "future-present",
        "generative-relationships-star",
        "panarchy",
        "purpose-to-practice",
        "spiral-journal",
        "spiral-journal",
        "talking-with-pixies",
        "tiny-demons",
    ],
    "fit": [
        "generative-relationships-star",
        "helping-heuristics",
        "impromptu-networking",
        "discovery-and-action-dialogue",
        "future-present",
        "wise-crowds-large-groups",
        "ecocycle-planning",
        "panarchy",
        "critical-uncertainties",
    ],
}
SECONDS = {"invitation": (38, 20), "example": (4, 14), "fit": (85, 17)}
"""How many of each kind take longer than twelve seconds, and the longest: those for a question also say how people
work together, which a host may leave to the chat or the wall."""


@pytest.fixture(scope="module")
def spoken(catalogue_files):
    """Every invitation of the catalogue: what it is, of which structure, and the words."""
    found = []
    for one in catalogue_files.structures:
        found.append(("invitation", one["slug"], one["invitation"]))
        found += [("example", one["slug"], text) for text in one["invitation_examples"]]
    for question in catalogue_files.questions:
        found += [("fit", fit["structure"], fit["invitation"]) for fit in question["fits"]]
    return found


def test_the_catalogue_is_nearly_free_of_remarks(spoken):
    found = [(what, slug, check.code) for what, slug, text in spoken for check in checks(text)]

    assert [one for one in found if one[2] not in (Code.SEVERAL, Code.LONG)] == [
        ("invitation", "wise-crowds-large-groups", Code.NOTHING)
    ]
    asked = {
        what: [slug for kind, slug, code in found if (kind, code) == (what, Code.SEVERAL)] for what in SECONDS
    }
    assert asked == ASK_SEVERAL
    assert len(spoken) == 287


def test_how_long_the_catalogue_speaks(spoken):
    lengths = {what: [seconds(text) for kind, _slug, text in spoken if kind == what] for what in SECONDS}

    assert {what: (sum(one > 12 for one in some), max(some)) for what, some in lengths.items()} == SECONDS
