"""What stands in the way of a structure that somebody insists on: the people, the call, or the minutes."""

from sessions.domain.briefing import Brief, Known, Reason
from sessions.domain.holding import Sitting
from sessions.domain.optioning import free_minutes
from sessions.domain.outline import Meeting
from sessions.domain.tasting import lengths
from structures.domain.needs import Barred
from structures.domain.shapes import Mode


def hindrance(known: Known, brief: Brief) -> Reason | None:
    """Why it can run in none of the sessions, as the first one has it; None where it can in one of them.

    Then it may still have to give way to others that somebody insists on.
    """
    found = [in_meeting(known, meeting) for meeting in brief.meetings]
    return None if None in found else next(iter(found), None)


def in_meeting(known: Known, meeting: Meeting) -> Reason | None:
    profile, people = known.item.structure, meeting.people
    if profile and people is not None and people < profile.people_min:
        return Reason(Barred.TOO_FEW, {"least": profile.people_min})
    if profile and people is not None and profile.people_max is not None and people > profile.people_max:
        return Reason(Barred.TOO_MANY, {"most": profile.people_max})
    if profile and profile.online == "poorly" and meeting.runs == Mode.ONLINE:
        return Reason(Barred.NOT_ONLINE)
    made = lengths(known.item, people, meeting.runs)
    shortest, room = made[0].minutes if made else 0, room_in(meeting)
    return Reason(Barred.TOO_LONG, {"shortest": shortest, "minutes": room}) if shortest > room else None


def room_in(meeting: Meeting) -> int:
    """Minutes that the frame, the kept rows and the slack leave, breaks not counted."""
    return max(0, free_minutes(meeting) - ((meeting.booked or 0) - Sitting(meeting).limit))
