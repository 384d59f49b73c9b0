"""Ten real situations, from the plan to the repaired plan, with the structures of the catalogue.

Each tells the plan, what happened, what is proposed (headings, and the lines of the change), and how the agenda
reads afterwards: when a row begins, its minutes, its title.
"""

import pytest

from tests.journeys.situations import Situation, closing, opening, pause, rooms, uses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def test_planned_for_twelve_and_six_came(client):
    plan = Situation(
        client,
        opening(),
        uses("impromptu-networking"),
        uses("nine-whys", 1),
        pause(),
        uses("25-10-crowd-sourcing", 4),
        uses("15-percent-solutions", 5),
        closing(),
        people=12,
        minutes=150,
    )
    assert plan.ends == "11:15, 15 to spare"

    assert plan.happens("people", "6") == {
        "1-2-4-All instead of 25/10 Crowdsourcing": ["25/10 Crowdsourcing → 1-2-4-All, 12 minutes"],
        "Every row stays": [],
    }
    assert plan.why("1-2-4-All instead of 25/10 Crowdsourcing") == [
        "1-2-4-All suits 6 people, and answers what 25/10 Crowdsourcing was for.",
        "6 people make three pairs · two trios · a four and a pair.",
    ]
    assert plan.why("Every row stays")[-1] == "Made for at least 12 people: 25/10 Crowdsourcing."

    assert plan.take("1-2-4-All instead of 25/10 Crowdsourcing") == (
        "6 came instead of 12: 1-2-4-All instead of 25/10 Crowdsourcing. It ends at 10:54, 36 minutes to spare."
    )
    assert plan.agenda == [
        "09:00 10 Welcome",
        "09:10 15 Impromptu Networking",
        "09:25 20 9 Whys",
        "09:45 15 Coffee",
        "10:00 12 1-2-4-All",
        "10:12 32 15% Solutions",
        "10:44 10 Closing",
    ]


def test_ninety_minutes_became_sixty(client):
    plan = Situation(
        client,
        uses("impromptu-networking"),
        uses("triz", 3),
        uses("1-2-4-all", 4),
        uses("15-percent-solutions", 5),
        closing(5, protected=True),
        people=16,
        start="14:00",
        minutes=90,
    )
    assert plan.ends == "15:30, 0 to spare"

    assert plan.happens("less", "1h") == {
        "Mad Tea | Calm Tea instead of TRIZ": [
            "TRIZ → Mad Tea | Calm Tea, 21 minutes",
            "Park Impromptu Networking",
            "15% Solutions: 23 → 22 minutes (its shortest is 21)",
        ],
        "Leave out TRIZ": ["Park TRIZ: nothing else answers question 3"],
    }
    assert plan.why("Leave out TRIZ")[-1] == "Question 3 is left unanswered."

    plan.take("Mad Tea | Calm Tea instead of TRIZ")
    assert plan.agenda == [
        "14:00 21 Mad Tea | Calm Tea",
        "14:21 12 1-2-4-All",
        "14:33 22 15% Solutions",
        "14:55 5 Closing",
    ]
    assert plan.ends == "15:00, 0 to spare"


def test_lunch_is_pinned_and_the_morning_late(client):
    plan = Situation(
        client,
        opening(),
        uses("nine-whys", 1),
        uses("conversation-cafe", 1),
        uses("what-so-what-now-what", 3),
        pause(45, "Lunch", pinned="12:00"),
        uses("1-2-4-all", 4),
        closing(),
        people=20,
        start="10:00",
        minutes=210,
    )

    assert plan.happens("late", "25") == {
        "Every row stays, 2 are shorter": [
            "Conversation Café: 52 → 43 minutes (its shortest is 39)",
            "What, So What, Now What?: 33 → 22 minutes (its shortest is 19)",
        ],
        "Leave out 9 Whys": ["Park 9 Whys"],
    }

    plan.take("Every row stays, 2 are shorter")
    assert plan.agenda == [
        "10:25 10 Welcome",
        "10:35 20 9 Whys",
        "10:55 43 Conversation Café",
        "11:38 22 What, So What, Now What?",
        "12:00 45 Lunch",
        "12:45 12 1-2-4-All",
        "12:57 10 Closing",
    ]
    assert plan.ends == "13:07, 23 to spare"


def test_a_room_is_lost(client):
    tracks = rooms(
        Garden=[uses("wise-crowds", 2)],
        Library=[uses("troika-consulting", 2)],
        Attic=[uses("helping-heuristics", 2)],
    )
    plan = Situation(client, opening(), tracks, uses("1-2-4-all", 4), closing(), people=24, minutes=150)

    assert plan.happens("rooms", "2") == {
        "Fewer rooms, fuller ones": ["In parallel: what was in Attic follows in Library"],
        "One after the other, for everyone": [
            "Wise Crowds, Troika Consulting, Helping Heuristics: one after the other, for everyone;"
            " “In parallel” is parked"
        ],
        "Leave out Helping Heuristics": ["Park Helping Heuristics"],
    }

    plan.take("Fewer rooms, fuller ones")
    assert plan.agenda == [
        "09:00 10 Welcome",
        "09:10 60 In parallel",
        "  Garden: 09:10 60 Wise Crowds",
        "  Library: 09:10 28 Troika Consulting",
        "  Library: 09:38 15 Helping Heuristics",
        "10:10 12 1-2-4-All",
        "10:22 10 Closing",
    ]
    plan.undo()
    plan.take("One after the other, for everyone")
    assert plan.agenda == [
        "09:00 10 Welcome",
        "09:10 60 Wise Crowds",
        "10:10 28 Troika Consulting",
        "10:38 15 Helping Heuristics",
        "10:53 12 1-2-4-All",
        "11:05 10 Closing",
    ]


def test_two_of_four_rooms_are_lost(client):
    """One line, for each track that goes changes the numbers of the others; it names them as they are now."""
    tracks = rooms(
        One=[opening(60, "A")], Two=[opening(10, "B")], Three=[opening(10, "C")], Four=[opening(20, "D")]
    )
    plan = Situation(client, opening(), tracks, closing(), people=24, minutes=150)

    assert plan.happens("rooms", "2")["Fewer rooms, fuller ones"] == [
        "In parallel: what was in Three follows in Four, what was in Two in Four"
    ]

    plan.take("Fewer rooms, fuller ones")
    assert plan.agenda[1:-1] == [
        "09:10 60 In parallel",
        "  One: 09:10 60 A",
        "  Four: 09:10 20 D",
        "  Four: 09:30 10 C",
        "  Four: 09:40 10 B",
    ]


def test_a_day_moves_online_in_the_last_hour(client):
    plan = Situation(
        client,
        opening(),
        uses("impromptu-networking"),
        uses("ecocycle-planning", 3),
        pause(),
        uses("25-10-crowd-sourcing", 4),
        closing(),
        people=24,
        minutes=210,
    )

    assert plan.happens("online") == {
        "1-2-4-All instead of 25/10 Crowdsourcing": [
            "25/10 Crowdsourcing → 1-2-4-All, 12 minutes",
            "Ecocycle Planning: 95 → 100 minutes",
        ],
        "Every row stays": ["Ecocycle Planning: 95 → 100 minutes"],
    }
    assert plan.why("1-2-4-All instead of 25/10 Crowdsourcing") == [
        "1-2-4-All works well online; 25/10 Crowdsourcing does not.",
        "Up to 5 minutes more for what works differently on a call: Ecocycle Planning.",
    ]

    plan.take("1-2-4-All instead of 25/10 Crowdsourcing")
    assert plan.plan.session.mode == "online"
    assert plan.agenda == [
        "09:00 10 Welcome",
        "09:10 15 Impromptu Networking",
        "09:25 100 Ecocycle Planning",
        "11:05 15 Coffee",
        "11:20 12 1-2-4-All",
        "11:32 10 Closing",
    ]


def test_eighteen_became_seventy(client):
    """A minute for everyone is an hour and more; and seventeen fours are too many to listen to."""
    minute = {"minutes_min": 1, "minutes": 1, "minutes_max": 1}
    each = {"key": "P", "unit": "person", "count_min": 1, "count": 1, "count_max": 1, "set_by": "group_size"}
    say = {"title": "Say who you are", "grouping": "whole_group", "repeat": each} | minute
    plan = Situation(
        client,
        opening(),
        {"kind": "other", "title": "Check-in", "steps": [say]},
        uses("social-network-webbing", 2),
        uses("triz", 3),
        uses("1-2-4-all", 4),
        closing(),
        people=18,
        minutes=180,
    )
    assert plan.agenda[1] == "09:10 18 Check-in"

    assert plan.happens("people", "70") == {
        "What I Need From You instead of Social Network Webbing": [
            "Social Network Webbing → What I Need From You, 55 minutes",
            "Check-in: everyone → fours",
            "1-2-4-All: fours → groups of 7",
        ],
        "Other groups in Check-in and 1-2-4-All": [
            "Check-in: everyone → fours",
            "1-2-4-All: fours → groups of 7",
        ],
        "Leave out Check-in": ["Park Check-in"],
    }
    assert plan.why("Other groups in Check-in and 1-2-4-All") == [
        "A round of everyone grows with the people; rounds in fours do not.",
        "Larger groups, so that no more than ten report to everyone.",
        "Made for at most 40 people: Social Network Webbing.",
    ]

    plan.take("What I Need From You instead of Social Network Webbing")
    assert plan.agenda == [
        "09:00 10 Welcome",
        "09:10 4 Check-in",
        "09:14 55 What I Need From You",
        "10:09 35 TRIZ",
        "10:44 12 1-2-4-All",
        "10:56 10 Closing",
    ]


def test_an_odd_number_in_every_pair_exercise(client):
    plan = Situation(
        client,
        uses("impromptu-networking"),
        uses("nine-whys", 1),
        uses("heard-seen-respected", 2),
        uses("appreciative-interviews", 4),
        closing(),
        people=14,
        minutes=150,
    )

    assert plan.happens("people", "13") == {
        "Every row stays": [],
        "One of us joins in": ["Morning: 13 → 14 people"],
    }
    assert plan.why("Every row stays")[1:] == [
        "13 people make five pairs and a trio · two fours and a five.",
        "Where three sit as a pair, they share the time of two: tell them.",
        "One trio in the pairs: 4 rows.",
    ]

    assert plan.take("One of us joins in") == (
        "13 came instead of 14: one of us joins in. It ends at 11:15, 15 minutes to spare."
    )
    assert {row.configuration.split(" → ")[0] for row in plan.plan.rows[:3]} == {"seven pairs", "everyone"}


def test_nobody_can_host_breakout_rooms(client):
    plan = Situation(
        client,
        opening(5),
        uses("1-2-4-all", 4),
        uses("triz", 3),
        uses("troika-consulting", 5),
        closing(5),
        people=16,
        minutes=120,
        mode="online",
    )

    assert plan.happens("breakouts") == {
        "Alone, or all together": [
            "1-2-4-All: pairs → alone, fours → everyone",
            "TRIZ: small groups → everyone",
            "Troika Consulting: trios → everyone",
        ],
        "3 other structures": [
            "1-2-4-All → Wicked Questions, 25 minutes",
            "TRIZ → Folding Spectrogram, 30 minutes",
            "Troika Consulting → Social Network Webbing, 55 minutes",
        ],
    }
    assert plan.why("Alone, or all together") == [
        "Pairs become writing alone into the chat, larger groups a talk of everyone.",
        "Not the same without groups: 1-2-4-All, TRIZ and Troika Consulting.",
    ]

    plan.take("Alone, or all together")
    assert [row.configuration for row in plan.plan.rows[1:4]] == [
        "alone → everyone",
        "everyone",
        "alone → everyone",
    ]
    assert plan.agenda == [
        "09:00 5 Welcome",
        "09:05 12 1-2-4-All",
        "09:17 35 TRIZ",
        "09:52 28 Troika Consulting",
        "10:20 5 Closing",
    ]


def test_the_sponsor_wants_twenty_minutes_to_speak(client):
    plan = Situation(
        client,
        opening(),
        uses("nine-whys", 1),
        uses("triz", 3),
        pause(),
        uses("1-2-4-all", 4),
        uses("15-percent-solutions", 5),
        closing(),
        people=20,
        minutes=140,
    )

    assert plan.happens("talk", "the sponsor, 20") == {
        "20 minutes, right after the opening": [
            "Add The sponsor speaks, 20 minutes, after Welcome",
            "Welcome: 10 → 8 minutes (its shortest is 5)",
            "Coffee: 15 → 12 minutes (its shortest is 10)",
        ],
        "10 minutes, and a question to end with": ["Add The sponsor speaks, 10 minutes, after Welcome"],
        "An interview instead of a talk": [
            "Add Celebrity Interview, 29 minutes, after Welcome",
            "Park 9 Whys: nothing else answers question 1",
        ],
    }

    plan.take("20 minutes, right after the opening")
    assert plan.agenda == [
        "09:00 8 Welcome",
        "09:08 20 The sponsor speaks",
        "09:28 20 9 Whys",
        "09:48 35 TRIZ",
        "10:23 12 Coffee",
        "10:35 12 1-2-4-All",
        "10:47 23 15% Solutions",
        "11:10 10 Closing",
    ]
    assert plan.ends == "11:20, 0 to spare"


@pytest.mark.parametrize(
    ("about", "to"), [("less", "75"), ("late", "30"), ("talk", "the sponsor, 30"), ("people", "60")]
)
def test_the_closing_must_not_be_cut(client, about, to):
    """Whatever happens: a quarter of an hour to close stays a quarter of an hour, at the end."""
    plan = Situation(
        client,
        opening(5),
        uses("what-so-what-now-what", 3),
        uses("min-specs", 5),
        closing(15),
        people=16,
        minutes=105,
    )
    assert plan.ends == "10:39, 6 to spare"

    for name in plan.happens(about, to):
        plan.take(name)
        begins, minutes, title = plan.agenda[-1].split()
        assert (minutes, title) == ("15", "Closing")
        assert plan.plan.layout.spare >= 0
        plan.undo()


def test_what_is_proposed_when_time_runs_into_the_closing(client):
    plan = Situation(
        client,
        opening(5),
        uses("what-so-what-now-what", 3),
        uses("min-specs", 5),
        closing(15),
        people=16,
        minutes=105,
    )

    assert plan.happens("less", "75") == {
        "Every row stays, 2 are shorter": [
            "What, So What, Now What?: 33 → 19 minutes (its shortest)",
            "Min Specs: 46 → 36 minutes (its shortest)",
        ],
        "Octopus instead of Min Specs": ["Min Specs → Octopus, 20 minutes"],
    }

    plan.take("Every row stays, 2 are shorter")
    assert plan.agenda == [
        "09:00 5 Welcome",
        "09:05 19 What, So What, Now What?",
        "09:24 36 Min Specs",
        "10:00 15 Closing",
    ]
