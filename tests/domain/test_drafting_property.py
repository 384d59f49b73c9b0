"""What holds of every draft; and that none is better, for small briefs compared with every plan there is."""

from itertools import chain

from hypothesis import given, settings

from sessions.domain.briefing import LONG_FRAME, frame_of
from sessions.domain.composing import compose
from sessions.domain.drafting import draft
from sessions.domain.holding import EMPTY, WEARY, Sitting, is_to_fill
from sessions.domain.insisting import hindrance
from sessions.domain.optioning import INSISTED, Tired, options, rows_each
from sessions.domain.resting import SAFE, rest_at, rest_before, rested_at, sat_out
from sessions.domain.sitting import LONGEST, REST
from sessions.domain.tasting import TASTES, Character
from tests.domain.drafts import cases
from tests.domain.profile import CALM


@given(cases(400))
@CALM
def test_no_session_ever_runs_over_and_nothing_into_a_pin(case):
    brief, offered = case
    for one in draft(brief, offered):
        assert [meeting.layout.end <= meeting.booked for meeting in one.meetings] == [True] * len(
            one.meetings
        )
        assert [meeting.layout.overlap for meeting in one.meetings] == [0] * len(one.meetings)


@given(cases(400))
@CALM
def test_kept_rows_stay_as_they_are(case):
    brief, offered = case
    for one in draft(brief, offered):
        for before, after in zip(brief.meetings, one.meetings, strict=True):
            codes = {item.code for item in before.items}
            assert tuple(item for item in after.items if item.code in codes and item.code) == before.items


@given(cases(400))
@CALM
def test_nothing_unwanted_runs_and_nothing_twice(case):
    brief, offered = case
    for one in draft(brief, offered):
        slugs = [item.structure.slug for meeting in one.meetings for item in meeting.items if item.structure]
        assert len(slugs) == len(set(slugs))
        assert brief.never.isdisjoint(slugs)


@given(cases(400))
@CALM
def test_questions_are_answered_in_their_order_or_said_to_be_left_out(case):
    brief, offered = case
    for one in draft(brief, offered):
        new = [row.item.question for row in chain.from_iterable(one.rows) if not row.is_kept]
        order = [question for question in new if question is not None]
        assert order == sorted(order)
        left = {each.question for each in one.left_out}
        assert left | set(order) | brief.answered | brief.elsewhere == set(range(len(brief.questions)))
        assert left.isdisjoint(order)
        assert brief.elsewhere.isdisjoint(order) or not brief.is_open


@given(cases(400))
@CALM
def test_what_somebody_insists_on_is_there_or_said_to_be_missing(case):
    brief, offered = case
    for one in draft(brief, offered):
        rows = [row for row in chain.from_iterable(one.rows) if row.item.structure]
        used = {row.item.structure.slug for row in rows}
        assert set(brief.must) <= used | set(one.missing)
        assert used.isdisjoint(one.missing)
        told = {row.item.structure.slug for row in rows if INSISTED in row.why}
        assert told == set(brief.must) - set(one.missing)


@given(cases(400))
@CALM
def test_what_can_be_is_there(case):
    """Where nothing stands in its way."""
    brief, offered = case
    able = {
        slug
        for slug in set(brief.must) - brief.never
        if hindrance(offered[slug], brief) is None and not any(meeting.items for meeting in brief.meetings)
    }
    found = draft(brief, offered)
    assert bool(found) or not able
    assert [able & set(one.missing) for one in found] == [set()] * len(found)


@given(cases(400))
@CALM
def test_the_same_brief_always_gets_the_same_drafts(case):
    brief, offered = case
    again = dict(reversed(list(offered.items())))

    assert draft(brief, again) == draft(brief, offered)


@given(cases(400))
@CALM
def test_nobody_sits_too_long_between_new_rows(case):
    brief, offered = case
    for one in draft(brief, offered):
        for before, meeting in zip(brief.meetings, one.meetings, strict=True):
            if not before.items:
                frame = 2 * LONG_FRAME
                assert longest_sitting(meeting) <= max(LONGEST, longest_wish(brief, meeting) + frame)


def longest_wish(brief, meeting):
    pairs = zip(meeting.items, meeting.layout.placed, strict=True)
    wished = [
        placed.minutes for item, placed in pairs if item.structure and item.structure.slug in brief.must
    ]
    return max(wished, default=0)


def longest_sitting(meeting):
    since, longest = 0, 0
    for item, placed in zip(meeting.items, meeting.layout.placed, strict=True):
        longest = max(longest, placed.begin - since if item.is_rest else placed.end - since)
        since = placed.end if item.is_rest else since
    return longest


@given(cases())
@settings(CALM, max_examples=120)
def test_none_is_better(case):
    brief, offered = case
    for character in Character:
        taste = TASTES[character]
        given_ = tuple(options(brief, offered, meeting, taste, Tired()) for meeting in brief.meetings)
        found = compose(brief, given_, rows_each(brief), taste.same)
        best = every_plan(brief, given_, rows_each(brief), taste.same)
        assert (found and found[0]) == best


def every_plan(brief, offered, each, same):
    """The points of the best plan, by trying every one; None where there is none."""
    sittings = [Sitting(meeting) for meeting in brief.meetings]
    kept = [list(frame_of(meeting).between) for meeting in brief.meetings]
    asked = [
        item.question for rows in kept for item in rows if item.question is not None and not item.is_rest
    ]
    in_order = asked == sorted(asked)
    best = None

    def place(sitting, state, item):
        """After a kept row: the minute, the last rest and the points; None where it does not fit."""
        minute, rested, points = state
        begin = minute if item.pinned_at is None else item.pinned_at
        end = begin + sitting.length(item)
        if begin < minute or end > sitting.limit:
            return None
        if rested != SAFE and begin - minute >= REST:
            rested = rested_at(begin, sitting.limit)
        if rested != SAFE and item.is_rest and end - begin >= REST:
            rested = rested_at(end, sitting.limit)
        elif rested != SAFE and end - rested > LONGEST:
            points -= WEARY
        return end, rested, points

    def begins(sitting, state, wished=0):
        minute, rested, points = state
        yield state
        if rested != SAFE:
            before = rest_before(minute, rested, sitting.limit, wished)
            for rest in filter(None, (rest_at(minute, rested, sitting.limit), before)):
                yield minute + rest.minutes, rest.rested, points - rest.cost

    def kept_after(sitting, state, item):
        starts = [state] if item.is_rest else begins(sitting, state)
        return [one for one in (place(sitting, start, item) for start in starts) if one]

    def go(number, at, question, chosen, state, groups, used):
        """``chosen`` are the numbers of the options that answer the question already."""
        nonlocal best
        if number == len(sittings):
            if question == len(brief.questions):
                best = state[2] if best is None else max(best, state[2])
            return
        sitting = sittings[number]
        if not chosen:
            close(number, at, question, state, groups, used)
            if at < len(kept[number]):
                item = kept[number][at]
                mine = item.question if in_order and not item.is_rest else None
                if mine is None or mine <= question <= mine + 1:
                    for after in kept_after(sitting, state, item):
                        go(number, at + 1, question, (), after, groups, used)
        if question == len(brief.questions):
            return
        go(number, at, question + 1, (), state, groups, used)
        for index, option in enumerate(offered[number][question]):
            if len(chosen) < each and (not chosen or index > chosen[-1]) and option.slug not in used:
                take(number, at, question, (*chosen, index), state, groups, used)

    def take(number, at, question, chosen, state, groups, used):
        sitting, option = sittings[number], offered[number][question][chosen[-1]]
        wished = max(way.minutes for way in option.ways) if option.insisted else 0
        for minute, rested, points in begins(sitting, state, wished):
            for way in option.ways:
                end, since = minute + way.minutes, rested
                is_long = rested != SAFE and end - rested > LONGEST
                is_fresh = option.insisted and minute - rested <= LONG_FRAME
                if end > sitting.last_row or (is_long and not is_fresh):
                    continue
                if is_long:
                    since = sat_out(end, sitting.limit)
                worth = (
                    points
                    + way.points[len(chosen) - 1]
                    + option.insisted
                    - same * (groups == option.configuration)
                )
                now = (end, since, worth)
                go(number, at, question, chosen, now, option.configuration, used | {option.slug, number})

    def close(number, at, question, state, groups, used):
        if at < len(kept[number]):
            return
        states = [state]
        for item in sittings[number].frame.closing:
            states = [after for one in states for after in kept_after(sittings[number], one, item)]
        cost = EMPTY if is_to_fill(brief, number) and number not in used else 0
        for one in states:
            begin(number + 1, question, one[2] - cost, used)

    def begin(number, question, points, used):
        if number == len(sittings):
            go(number, 0, question, (), (0, 0, points), "", used)
            return
        sitting = sittings[number]
        states = [(0, rested_at(0, sitting.limit), points)]
        for item in sitting.frame.opening:
            states = [after for one in states for after in kept_after(sitting, one, item)]
        for one in states:
            go(number, 0, question, (), one, "", used)

    begin(0, 0, 0, frozenset())
    return best
