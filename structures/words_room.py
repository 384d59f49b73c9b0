"""Rooms, tables, moves and report-outs in words: "6 tables · 3 moves · 12 min of report-outs"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from structures.domain.grouping import Sizes
from structures.domain.logistics import Room
from structures.domain.reporting import Harvest, Reporting
from structures.domain.shapes import Grouping, Mode
from structures.words import groups_in_words, minutes_in_words

FLOOR = {
    Grouping.WHOLE_GROUP: gettext_lazy("one circle, or chairs that all face the same way"),
    Grouping.PAIRS: gettext_lazy("chairs in pairs, no tables"),
    Grouping.TRIOS: gettext_lazy("chairs in threes, knee to knee, no tables"),
    Grouping.SMALL_GROUPS: gettext_lazy("chairs in small circles, no tables"),
    Grouping.STATIONS: gettext_lazy("stations well apart from one another"),
    Grouping.SELF_ORGANISED: gettext_lazy("a marked place for each conversation"),
    Grouping.FISHBOWL: gettext_lazy("a small circle in the middle, everyone else around it"),
    Grouping.STAGE: gettext_lazy("a stage in front, all chairs facing it"),
    Grouping.CIRCLES: gettext_lazy("two circles, one inside the other, face to face"),
    Grouping.LINE: gettext_lazy("a clear floor for a line"),
    Grouping.WALK: gettext_lazy("a clear floor, or a way to walk"),
}
"""How a room has to be for a configuration without tables."""

BRINGING_IN = {
    Grouping.FISHBOWL: gettext_lazy(
        "a seat in the fishbowl for those online, with a camera and a microphone"
    ),
    Grouping.STAGE: gettext_lazy("a camera and a microphone on the stage"),
    Grouping.CIRCLES: gettext_lazy("pairs of their own for those online, changed by hand at every turn"),
    Grouping.LINE: gettext_lazy("a line of their own for those online, on a shared whiteboard"),
    Grouping.WALK: gettext_lazy(
        "somebody who walks with those online, or a walk of their own where they are"
    ),
    Grouping.STATIONS: gettext_lazy("a screen at one of the stations, or a station of their own online"),
    Grouping.QUADRANTS: gettext_lazy("a screen at one of the four tables, or a table of their own online"),
    Grouping.SELF_ORGANISED: gettext_lazy("rooms among which those online can move by themselves"),
}
"""What those online need from somebody in a hybrid session."""


def arranged_in_words(room: Room, reporting: Reporting, mode: str) -> str:
    """Say what a structure asks of its room in a line: "5 tables · 3 moves"; "" where it asks for nothing."""
    return " · ".join(_arranged(room, reporting, mode))


def _arranged(room: Room, reporting: Reporting, mode: str) -> Iterator[str]:
    if mode == Mode.ONLINE and room.breakout_rooms > 1:
        yield rooms_in_words(room.breakout_rooms)
    if mode != Mode.ONLINE and room.tables:
        yield tables_in_words(room.tables)
    if room.moves:
        yield ngettext("%(n)s move", "%(n)s moves", room.moves) % {"n": room.moves}
    if reporting.minutes:
        yield _("%(minutes)s of report-outs") % {"minutes": minutes_in_words(reporting.minutes)}


def rooms_in_words(count: int) -> str:
    return ngettext("%(n)s breakout room", "%(n)s breakout rooms", count) % {"n": count}


def tables_in_words(count: int) -> str:
    return ngettext("%(n)s table", "%(n)s tables", count) % {"n": count}


def chairs_in_words(count: int) -> str:
    return ngettext("%(n)s chair", "%(n)s chairs", count) % {"n": count}


def rooms_of_in_words(sizes: Sizes) -> str:
    """Say which rooms to open, the many before the few: "6 rooms of 3", "10 rooms of 2 and 1 of 3"."""
    (size, count), *others = Counter(sizes).most_common()
    said = ngettext("%(n)s room of %(size)s", "%(n)s rooms of %(size)s", count) % {"n": count, "size": size}
    for size, count in others:
        more = _("%(n)s of %(size)s") % {"n": count, "size": size}
        said = _("%(rooms)s and %(more)s") % {"rooms": said, "more": more}
    return said


def set_up_in_words(grouping: str, sizes: Sizes, tables: int, *, is_written: bool = False) -> str:
    """Say how the room is set: "six fours, a table each"; "nine pairs: chairs in pairs, no tables".

    Where somebody has written how it is to be (``is_written``), only who sits with whom.
    """
    who = groups_in_words(grouping, sizes)
    if tables:
        return ngettext("%(groups)s at one table", "%(groups)s, a table each", tables) % {"groups": who}
    if is_written:
        return who
    return _("%(groups)s: %(floor)s") % {"groups": who, "floor": FLOOR[Grouping(grouping)]}


def room_in_words(room: Room) -> list[str]:
    """Say what a room needs in sentences."""
    chairs, tables = chairs_in_words(room.chairs), tables_in_words(room.tables)
    said = _("%(chairs)s, no tables.") % {"chairs": chairs}
    if room.tables:
        said = _("%(chairs)s and %(tables)s, the largest for %(size)s.") % {
            "chairs": chairs,
            "tables": tables,
            "size": room.largest_group,
        }
    return [said, moves_in_words(room.moves)]


def moves_in_words(count: int) -> str:
    if not count:
        return _("Nobody has to move.")
    return ngettext("People move once.", "People move %(n)s times.", count) % {"n": count}


def reporting_in_words(reporting: Reporting) -> str:
    """Say what report-outs take, and how that grows with the groups; "" where there are none."""
    if not reporting.minutes:
        return ""
    said = ngettext(
        "The report-out takes %(minutes)s.", "%(n)s report-outs take %(minutes)s.", reporting.turns
    ) % {"n": reporting.turns, "minutes": minutes_in_words(reporting.minutes)}
    if not reporting.further:
        return said
    further = minutes_in_words(reporting.further)
    return f"{said} {_('Each further group adds %(minutes)s.') % {'minutes': further}}"


def harvest_in_words(harvest: Harvest, title: str) -> str:
    """Say what a harvest is for the number of groups. How many of them speak is the host's to say."""
    return _("“%(title)s” has %(minutes)s for %(n)s groups: if each spoke, %(share)s.") % {
        "title": title,
        "minutes": minutes_in_words(harvest.minutes),
        "n": harvest.groups,
        "share": _share(harvest.seconds),
    }


def _share(seconds: int) -> str:
    """Under two minutes in seconds, to the five: nobody reports by the second."""
    if seconds >= 120:
        return minutes_in_words(seconds // 60)
    rounded = max(1, seconds if seconds < 5 else seconds // 5 * 5)
    return ngettext("%(n)s second", "%(n)s seconds", rounded) % {"n": rounded}


def is_uneven(sizes: Sequence[Sizes]) -> bool:
    """Say whether somebody is left over in one of these divisions: groups differ in size."""
    return any(len(set(one)) > 1 for one in sizes)
