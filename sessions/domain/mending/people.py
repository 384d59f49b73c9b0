"""Others came than were expected: groups make themselves anew, and some structures ask for more or fewer people."""

from collections.abc import Iterable, Iterator

from sessions.domain.adjustments import Hold, Move, Regroup
from sessions.domain.changes import People
from sessions.domain.document import Kind
from sessions.domain.mending.case import Case, Idea, Reason, gone, parks, titles
from sessions.domain.mending.siblings import stands_in, swapped, swaps
from sessions.domain.outline import Seat
from sessions.domain.places import apart
from sessions.domain.suiting import MOST_REPORTS, Fault, has_trio, reports, unsuited
from structures.domain.grouping import Sizes
from structures.domain.shapes import Grouping, SetBy

TOLD = 3
"""How many configurations are told: what takes most of the time."""
MOST_IN_A_GROUP = 8
"""People in a group in which everybody still speaks."""


def ideas(case: Case) -> Iterator[Idea]:
    told = told_groups(case)
    trio = (Reason("trio"),) if any(has_trio(seat, case.meeting) for seat in case.seats) else ()
    yield Idea("same", reasons=(Reason("every_row_stays"), *told, *trio))
    yield from others(case, told)
    yield from left_out(case)
    yield from regrouped(case)
    yield from joined(case)
    yield from brought_back(case)


def told_groups(case: Case) -> tuple[Reason, ...]:
    """What becomes of the groups: "three pairs · a four and a pair"."""
    minutes: dict[Sizes, int] = {}
    names: dict[Sizes, str] = {}
    for seat in case.seats:
        for _index, step, sizes in apart(seat, case.meeting):
            names.setdefault(sizes, step.grouping)
            minutes[sizes] = minutes.get(sizes, 0) + step.minutes
    most = sorted(minutes, key=lambda one: -minutes[one])[:TOLD]
    groups = tuple((names[sizes], sizes) for sizes in most)
    return (Reason("groups", n=case.meeting.people or 0, groups=groups),) if most else ()


def misplaced(case: Case) -> list[Seat]:
    """The rows whose structures ask for more or fewer people, of those that may be changed."""
    faults = (Fault.FEW, Fault.MANY)
    codes = {one.code for one in unsuited(case.meeting) if one.fault in faults}
    return [seat for seat in case.free if seat.item.code in codes]


def others(case: Case, told: tuple[Reason, ...]) -> Iterator[Idea]:
    found = swaps(case, misplaced(case))
    if found:
        words = stands_in("suits", case, found, case.meeting.people or 0)
        more, why = other_groups(case, {seat.item.code for seat, _one in found})
        yield Idea("swap", (*swapped(case, found), *more), (words, *(why or told)))


def left_out(case: Case) -> Iterator[Idea]:
    made = parks(case, misplaced(case))
    if made:
        yield Idea("park", made, gone(case, made, "unsuited_goes", case.meeting.people or 0))


def regrouped(case: Case) -> Iterator[Idea]:
    made, words = other_groups(case)
    if made:
        yield Idea("regroup", made, words)


def other_groups(case: Case, without: Iterable[str] = ()) -> tuple[tuple[Regroup, ...], tuple[Reason, ...]]:
    """A round of everyone takes longer with everyone who comes, and many groups are long to listen to."""
    seats = [seat for seat in case.free if seat.item.code not in without]
    said = {
        "rounds_in_fours": [one for seat in seats for one in in_fours(case, seat)],
        "fewer_reports": [one for seat in seats for one in in_larger_groups(case, seat)],
    }
    made = tuple(one for some in said.values() for one in some)
    rows = titles(case.seated(one.code for one in made))
    return made, tuple(Reason(code, rows) for code, some in said.items() if some)


def in_fours(case: Case, seat: Seat) -> Iterator[Regroup]:
    """A round in which everyone speaks in turn becomes rounds in fours, where it takes longer than planned."""
    was = case.before.meeting(case.meeting.code).people
    by_people = {one.key for one in seat.item.repeats if one.set_by == SetBy.GROUP_SIZE}
    if not was or seat.item.length(was, case.meeting.runs) >= case.minutes(seat):
        return
    for index, step in enumerate(seat.item.steps):
        if step.repeat in by_people and step.grouping == Grouping.WHOLE_GROUP:
            yield Regroup(seat.item.code, index, Grouping.FOURS.value)


def in_larger_groups(case: Case, seat: Seat) -> Iterator[Regroup]:
    """No more groups than can report, as long as everybody still speaks in them."""
    found = reports(seat, case.meeting)
    size = -(-(seat.people or 0) // MOST_REPORTS)
    if found and found[-1][1] > MOST_REPORTS and size <= MOST_IN_A_GROUP:
        for index, _groups in found:
            yield Regroup(seat.item.code, index, Grouping.SMALL_GROUPS.value, size, size)


def joined(case: Case) -> Iterator[Idea]:
    """With one of the team, an odd number of people is even: no trio in the pairs."""
    trios = [seat for seat in case.seats if has_trio(seat, case.meeting)]
    people = case.meeting.people
    if trios and people and people % 2 and isinstance(case.change, People):
        hold = Hold(case.meeting.code, "people", people + 1)
        yield Idea("partner", (hold,), (Reason("even_with_us", titles(trios)),), cost=1)


def brought_back(case: Case) -> Iterator[Idea]:
    """Where minutes are free, something parked may come back: the longest that fits in."""
    spare = case.meeting.layout.spare or 0
    people, runs = case.meeting.people, case.meeting.runs
    fitting = [
        one for one in case.now.parked if 0 < one.length(people, runs) <= spare and one.kind != Kind.BREAK
    ]
    if fitting and spare > (case.before.meeting(case.meeting.code).layout.spare or 0):
        best = max(fitting, key=lambda one: one.length(people, runs))
        move = Move(best.code, case.meeting.code, before_the_end(case))
        yield Idea("back", (move,), (Reason("time_for", (best.title,), n=best.length(people, runs)),))


def before_the_end(case: Case) -> int:
    """The place before the closing; the end where there is none."""
    items = case.meeting.items
    return next((place for place, item in enumerate(items) if item.kind == Kind.CLOSING), len(items))
