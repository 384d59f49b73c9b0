"""The logistics of one session on one page: what to bring, how the room is set, what the tech host does."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from sessions import bringing
from sessions.choices import SessionMode
from sessions.domain import staging
from sessions.domain.cues import Cue, Do, chats, cues
from sessions.domain.document import Brings, PackingDoc
from sessions.domain.packing import Thing, things
from sessions.domain.staging import Most, Part, Setting, most_at_once, moves, settings
from sessions.models import Journey, Session
from sessions.plan import Plan, SessionPlan
from sessions.rows import Row
from sessions.words import clock_or_offset, day_in_words, times_in_words, zone_in_words
from sessions.words_staging import chat_in_words, cue_in_words, setting_in_words, short_by
from structures.domain.logistics import Supply, hung
from structures.words_room import rooms_of_in_words


@dataclass(frozen=True)
class Fact:
    """The most of something that is wanted at once: how many, from when, and what is missing."""

    name: str
    number: int
    clock: str = ""
    missing: str = ""


@dataclass(frozen=True)
class SettingLine:
    """How the room is set from ``clock`` on. ``chance``: a rest in which it can be set anew for what follows."""

    clock: str
    words: str
    setting: Setting
    chance: bool = False


@dataclass(frozen=True)
class Line:
    """Something that happens online at ``clock``, in the row called ``title``."""

    clock: str
    words: str
    title: str
    place: str = ""
    do: str = ""
    minutes: int = 0
    step: str = ""

    @property
    def rows(self) -> int:
        """Lines that its words take in a field, or a few more."""
        return sum(1 + len(line) // 68 for line in self.words.split("\n"))


@dataclass(frozen=True)
class Sheet:
    """One session's logistics."""

    plan: SessionPlan

    @classmethod
    def of(cls, journey: Journey, session: Session) -> "Sheet":
        """Five queries: the plan, and the materials of its structures. ``DoesNotExist`` where it has just gone."""
        plan = next((one for one in Plan.of(journey).sessions if one.session.code == session.code), None)
        if plan is None:
            raise Session.DoesNotExist
        bringing.with_materials(one for row in plan.rows for one in row.with_inside)
        return cls(plan)

    @property
    def session(self) -> Session:
        return self.plan.session

    @property
    def journey(self) -> Journey:
        return self.session.journey

    @property
    def when(self) -> str:
        """Day, times and whose time it is, as far as they are known."""
        session, minutes = self.session, max(self.plan.layout.end, self.session.minutes or 0)
        day = day_in_words(session.date) if session.date else ""
        times = times_in_words(session, minutes)
        return ", ".join(filter(None, [day, times, times and zone_in_words(session.timezone)]))

    @property
    def is_online(self) -> bool:
        return self.session.mode == SessionMode.ONLINE

    @property
    def is_hybrid(self) -> bool:
        return self.session.mode == SessionMode.HYBRID

    @property
    def is_ready(self) -> bool:
        """There is something to arrange, and for a known number of people."""
        return bool(self.plan.rows and self.plan.people)

    # What to bring

    @cached_property
    def supplies(self) -> tuple[Supply, ...]:
        return bringing.supplies(self.plan.rows)

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        return things(self.supplies, (PackingDoc(**one) for one in self.session.packing))

    def lists_item(self, item: str) -> bool:
        """Whether that is one of the things to bring."""
        return any(one.supply.item == item for one in self.things)

    @property
    def lists(self) -> list[tuple[str, str, list[tuple[int, Thing]]]]:
        """Whose list, who else could bring it, and what is on it by its number; one with nothing is left out."""
        numbered = list(enumerate(self.things, 1))
        ours = [(number, one) for number, one in numbered if one.is_ours]
        theirs = [(number, one) for number, one in numbered if not one.is_ours]
        both = [
            (_("We bring"), Brings.CLIENT.value, ours),
            (_("The client brings"), Brings.CONVENOR.value, theirs),
        ]
        return [one for one in both if one[2]]

    @property
    def packed(self) -> int:
        return len([one for one in self.things if one.packed])

    # The room over time

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for number, row in enumerate(self.plan.rows) for part in parts_of(number, row))

    @cached_property
    def settings(self) -> tuple[Setting, ...]:
        return settings(self.parts)

    @property
    def setting_lines(self) -> list[SettingLine]:
        after = (*self.settings[1:], None)
        return [
            SettingLine(
                self._clock(one.begin),
                setting_in_words(one),
                one,
                chance=bool(one.is_rest and then and then.is_move),
            )
            for one, then in zip(self.settings, after, strict=True)
        ]

    @property
    def moves(self) -> int:
        return moves(self.settings)

    @property
    def facts(self) -> list[Fact]:
        """The most at once of everything that this mode asks for. In two places the breakout rooms count."""
        rooms = self._fact(_("breakout rooms"), lambda one: one.rooms, against_rooms=True)
        if self.is_online:
            return [rooms] if rooms.number else []
        found = [
            self._fact(_("chairs"), lambda one: one.people),
            self._fact(_("tables"), lambda one: one.tables),
            self._fact(_("places for groups"), lambda one: one.places, against_rooms=not self.is_hybrid),
            *([rooms] if self.is_hybrid else []),
        ]
        return [one for one in found if one.number]

    def _fact(self, name: str, count: staging.Counts, *, against_rooms: bool = False) -> Fact:
        most = most_at_once(self.settings, count)
        given = self.session.rooms
        missing = short_by(most.number, given) if against_rooms and given is not None else ""
        return Fact(name, most.number, self._moment(most), missing)

    @property
    def walls(self) -> tuple[Supply, ...]:
        return () if self.is_online else hung(self.supplies)

    # Online

    @property
    def rooms(self) -> list[Line]:
        """Every set of rooms to open."""
        return [
            Line(
                self._clock(one.minute),
                rooms_of_in_words(one.sizes),
                one.title,
                one.place,
                minutes=one.minutes,
                step=one.step,
            )
            for one in self._cues
            if one.do == Do.OPEN
        ]

    @property
    def cues(self) -> list[Line]:
        return [
            Line(self._clock(one.minute), cue_in_words(one), self._title(one), one.place, one.do)
            for one in self._cues
        ]

    @staticmethod
    def _title(cue: Cue) -> str:
        """The row is named when its rooms open: what follows happens in them."""
        return cue.title if cue.do == Do.OPEN else ""

    @property
    def chats(self) -> list[Line]:
        said = chats(self.parts) if self._is_remote else ()
        return [Line(self._clock(one.minute), chat_in_words(one), one.title, one.place) for one in said]

    @cached_property
    def _cues(self) -> tuple[Cue, ...]:
        return cues(self.parts) if self._is_remote else ()

    @property
    def _is_remote(self) -> bool:
        return self.is_online or self.is_hybrid

    def _clock(self, minute: int) -> str:
        return clock_or_offset(self.session.clock.clock_time(minute), minute)

    def _moment(self, most: Most) -> str:
        return self._clock(most.begin) if most.number else ""


def parts_of(number: int, row: Row) -> list[Part]:
    """The row as it takes its place in the room, or what its tracks hold."""
    if row.is_split:
        return [part_of(number, one, track.name) for track in row.tracks for one in track.rows]
    return [part_of(number, row)]


def part_of(number: int, row: Row, place: str = "") -> Part:
    activity = row.activity
    return Part(
        row=number,
        title=activity.title,
        begin=row.placed.begin if row.placed else 0,
        people=row.people or 0,
        scenes=row.scenes,
        place=place,
        set_up=activity.set_up.strip(),
        is_rest=row.is_rest,
        invitations=tuple(text.strip() for text in activity.invitations if text.strip()),
        whats=tuple(step.what for step in activity.steps.all()),
    )
