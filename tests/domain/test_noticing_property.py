"""What holds of every plan: the eye never stumbles, and what it proposes settles what it saw and harms nothing."""

from collections.abc import Iterator

from hypothesis import given

from sessions.domain.adjusting import adjusted
from sessions.domain.limits import MAX_NOTICE
from sessions.domain.notice import is_harmless
from sessions.domain.noticing import notices
from sessions.domain.outline import Item, Outline
from tests.domain.outlines import outlines
from tests.domain.profile import CALM


def everything(outline: Outline) -> Iterator[Item]:
    for items in (*(meeting.items for meeting in outline.meetings), outline.parked):
        for item in items:
            yield from (item, *item.inside)


def kept(outline: Outline, settled: str) -> dict[str, object]:
    """What must stay: where pinned rows begin, and what is protected, whole. What a fix unpins is its own affair."""
    rows = {item.code: item for item in everything(outline) if item.code and item.code != settled}
    pins = {f"pin of {code}": item.pinned_at for code, item in rows.items() if item.pinned_at is not None}
    minutes = {code: (item.minutes, item.steps) for code, item in rows.items() if item.protected}
    return pins | minutes


@CALM
@given(outlines())
def test_a_fix_settles_its_notice_and_touches_nothing_that_must_stay(outline: Outline) -> None:
    for notice in notices(outline):
        if notice.fix:
            after = adjusted(outline, notice.fix)
            settled = notice.at if notice.name == "overlap" else ""
            assert notice.key not in {one.key for one in notices(after)}
            assert kept(outline, settled).items() <= kept(after, settled).items()
            assert notice.name == "overlap" or is_harmless(outline, notice.fix)


@CALM
@given(outlines())
def test_every_cause_is_named_once_and_can_be_dismissed(outline: Outline) -> None:
    seen = notices(outline)
    keys = [notice.key for notice in seen]

    assert sorted(keys) == sorted(set(keys))
    assert max(map(len, keys), default=0) <= MAX_NOTICE
    assert notices(outline, dismissed=keys) == ()
    assert [notice.level for notice in seen] == sorted(notice.level for notice in seen)
