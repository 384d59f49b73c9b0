"""Small briefs that a facilitator can draft in the head, and every small brief for the property tests."""

from dataclasses import replace

from hypothesis import strategies as st

from sessions.domain.briefing import Brief, Known, Offer, Reason, Wanted
from sessions.domain.document import Kind
from sessions.domain.outline import Asked, Item, Meeting, Profile
from structures.domain.shapes import Step

NAMED, STRONG, USEFUL = 100, 80, 50


def step(grouping, least, usual=None, most=None):
    usual = least if usual is None else usual
    return Step(grouping, grouping, least, usual, usual if most is None else most)


def known(slug, *steps, least=2, most=None, online="well", **more):
    """A structure; without steps it has 20 minutes in fours."""
    profile = Profile(slug, slug, least, most, online)
    item = Item(title=slug, steps=steps or (step("fours", 20),), structure=profile, invitation=f"{slug}?")
    return Known(item, **more)


def catalogue(*several):
    return {one.item.structure.slug: one for one in several}


def wanted(**offers):
    """A question, with the structures that answer it and how well; "_" stands for "-"."""
    offered = tuple(
        Offer(slug.replace("_", "-"), strength, Reason("strong"), f"{slug} to this?")
        for slug, strength in offers.items()
    )
    return Wanted(Asked(text="?"), offered)


def brief(minutes, *questions, people=18, kept=(), mode="in_person", **more):
    meeting = Meeting("am", "Morning", tuple(kept), minutes, people, mode)
    return Brief(tuple(questions), (meeting,), **more)


def told(one):
    """The draft in a line: "opening 10 · whys 20 · closing 10"; sessions are divided by a bar."""

    def name(item):
        return item.title or str(item.kind)

    def line(meeting):
        pairs = zip(meeting.items, meeting.layout.placed, strict=True)
        return " · ".join(f"{name(item)} {placed.minutes}" for item, placed in pairs)

    return " | ".join(map(line, one.meetings))


def drafts_in_words(drafts):
    return {str(one.character): told(one) for one in drafts}


GROUPINGS = st.sampled_from(["alone", "pairs", "fours", "whole_group"])
NAMES = ("ash", "beech", "cedar", "dogwood", "elm")


@st.composite
def structures(draw, slug):
    least = draw(st.integers(5, 45)) + draw(st.sampled_from([0, 0, 0, 60]))
    usual = least + draw(st.integers(0, 20))
    most = usual + draw(st.integers(0, 20))
    return known(
        slug,
        step(draw(GROUPINGS), least, usual, most),
        least=draw(st.sampled_from([2, 2, 2, 12])),
        best_min=draw(st.none() | st.integers(2, 20)),
        difficulty=draw(st.sampled_from(["easy", "medium", "advanced"])),
    )


@st.composite
def kept_rows(draw, questions):
    rows = [
        replace(row, code=f"k{number}")
        for number, row in enumerate(
            draw(
                st.lists(
                    st.sampled_from(
                        [
                            Item(title="Talk", kind=Kind.TALK, minutes=15),
                            Item(title="Coffee", kind=Kind.BREAK, minutes=10),
                            Item(title="Ours", kind=Kind.OTHER, minutes=20, question=questions - 1),
                            Item(title="Welcome", kind=Kind.OPENING, minutes=8),
                            Item(title="Farewell", kind=Kind.CLOSING, minutes=12, protected=True),
                            Item(title="Lunch", kind=Kind.BREAK, minutes=30, pinned_at=60),
                        ]
                    ),
                    max_size=2,
                    unique=True,
                )
            )
        )
    ]
    return tuple(rows)


@st.composite
def questions_of(draw, slugs):
    offers = {
        slug: draw(st.sampled_from([NAMED, STRONG, USEFUL])) for slug in draw(st.sets(slugs, max_size=3))
    }
    return replace(wanted(**offers), weight=draw(st.sampled_from([1, 1, 2])))


@st.composite
def cases(draw, most_minutes=170):
    """A brief and a catalogue: up to three questions, five structures, two sessions, two kept rows; what is wished."""
    offered = catalogue(*(draw(structures(slug)) for slug in NAMES[: draw(st.integers(1, 5))]))
    slugs = st.sampled_from(sorted(offered))
    questions = tuple(draw(questions_of(slugs)) for _one in range(draw(st.integers(1, 3))))
    sessions = draw(st.integers(1, 2))
    meetings = tuple(
        Meeting(
            f"s{number}",
            f"s{number}",
            draw(kept_rows(len(questions))) if number == 0 else (),
            draw(st.integers(30, most_minutes // sessions)),
            draw(st.sampled_from([None, 8, 18])),
        )
        for number in range(sessions)
    )
    asked = Brief(
        questions,
        meetings,
        must=tuple(sorted(draw(st.sets(slugs, max_size=1)))),
        never=frozenset(draw(st.sets(slugs, max_size=1))),
        experience=draw(st.sampled_from(["new", "some", "much"])),
        elsewhere=draw(st.sampled_from([frozenset(), frozenset(), frozenset({0})])),
    )
    return asked, offered
