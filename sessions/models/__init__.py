from sessions.models.activity import Activity, ActivityStep
from sessions.models.history import Revision
from sessions.models.journey import Journey
from sessions.models.parts import JourneyQuestion, Session
from sessions.models.run import Run
from sessions.models.sharing import Invite, Member, Presence, ShareLink

__all__ = [
    "Activity",
    "ActivityStep",
    "Invite",
    "Journey",
    "JourneyQuestion",
    "Member",
    "Presence",
    "Revision",
    "Run",
    "Session",
    "ShareLink",
]
