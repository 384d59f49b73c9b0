"""Somebody cannot come who was to lead: others take over, nobody leads two tracks at once, or it is left out."""

from collections.abc import Iterable, Iterator, Mapping

from sessions.domain.adjustments import Adjustment, Lead, Unsplit
from sessions.domain.changes import LeadIll, led_by
from sessions.domain.leading import meet, person
from sessions.domain.mending.case import Case, Idea, Reason, gone, is_held, parks, titles
from sessions.domain.outline import Seat
from sessions.domain.standing import leads


def ideas(case: Case) -> Iterator[Idea]:
    change = case.change
    assert isinstance(change, LeadIll)
    orphans = list(case.seated(led_by(change.lead, case.before.meeting(change.session))))
    helpers = others(case, change)
    yield from _one_of_them(case, orphans, helpers)
    yield from _shared(case, orphans, helpers)
    yield from _one_after_the_other(case, orphans, helpers)
    made = parks(case, orphans)
    if made:
        yield Idea("park", made, gone(case, made, "nobody_leads"))


def others(case: Case, change: LeadIll) -> list[str]:
    """Who else could lead: first those who do so in this session, then in others, then who plans along."""
    here = leads(case.meeting).values()
    elsewhere = (name for one in case.now.meetings for name in leads(one).values())
    named: dict[str, str] = {}
    for name in [*here, *elsewhere, *change.others]:
        named.setdefault(person(name), name.strip())
    return [name for one, name in named.items() if one and one != person(change.lead)]


def _one_of_them(case: Case, orphans: list[Seat], helpers: list[str]) -> Iterator[Idea]:
    """One person takes all of it: the first who is free whenever it runs."""
    for name in helpers:
        given = dict.fromkeys((seat.item.code for seat in orphans), name)
        if all(is_free(name, seat, case.seats, given) for seat in orphans):
            yield Idea("one", led(given), (Reason("takes_over", (name, *titles(orphans))),))
            return


def _shared(case: Case, orphans: list[Seat], helpers: list[str]) -> Iterator[Idea]:
    """Each row goes to whoever is free then and has led the least so far."""
    given = handed_over(case, orphans, helpers)
    if len(set(given.values())) > 1 or (given and len(given) < len(orphans)):
        words = Reason("share_it", tuple(dict.fromkeys(given.values())))
        yield Idea("share", led(given), (words,))


def handed_over(case: Case, orphans: Iterable[Seat], helpers: list[str]) -> dict[str, str]:
    """Who takes which row, by its code; without those for whom nobody is free."""
    busy = {person(name): 0 for name in helpers}
    for seat in case.seats:
        if person(seat.item.lead) in busy:
            busy[person(seat.item.lead)] += case.minutes(seat)
    given: dict[str, str] = {}
    for seat in orphans:
        free = [name for name in helpers if is_free(name, seat, case.seats, given)]
        if free:
            name = min(free, key=lambda one: busy[person(one)])
            given[seat.item.code] = name
            busy[person(name)] += case.minutes(seat)
    return given


def is_free(name: str, seat: Seat, seats: Iterable[Seat], given: Mapping[str, str]) -> bool:
    """Whether they lead nothing in another track at that time, with what they were just given."""
    inside = (one for one in seats if one.is_inside and one.item.code != seat.item.code)
    theirs = (one for one in inside if person(given.get(one.item.code, one.item.lead)) == person(name))
    return not seat.is_inside or not any(meet(one.placed, seat.placed) for one in theirs)


def led(given: Mapping[str, str]) -> tuple[Adjustment, ...]:
    return tuple(Lead(code, name) for code, name in given.items())


def _one_after_the_other(case: Case, orphans: list[Seat], helpers: list[str]) -> Iterator[Idea]:
    """Tracks for which nobody is free run one after the other, for everyone: then one person leads one thing."""
    inside = {seat.number for seat in orphans if seat.is_inside}
    rows = [seat for seat in case.seats if seat.number in inside and seat.item.is_split]
    if not rows or not helpers or any(is_held(seat.item) for seat in rows):
        return
    given = handed_over(case, (seat for seat in orphans if not seat.is_inside), helpers)
    for seat in (one for one in orphans if one.is_inside):
        beside = {person(one.lead) for one in case.meeting.items[seat.number].inside}
        given[seat.item.code] = min(helpers, key=lambda name: person(name) not in beside)
    unsplit = tuple(Unsplit(seat.item.code) for seat in rows)
    yield Idea("all", (*led(given), *unsplit), (Reason("one_at_a_time", titles(rows)),))
