from sessions.models.activity import Activity, ActivityStep
from sessions.models.history import Revision
from sessions.models.journey import Journey
from sessions.models.parts import JourneyQuestion, Session
from sessions.models.run import Run
from sessions.models.sharing import Member, ShareLink

__all__ = [
    "Activity",
    "ActivityStep",
    "Journey",
    "JourneyQuestion",
    "Member",
    "Revision",
    "Run",
    "Session",
    "ShareLink",
]
