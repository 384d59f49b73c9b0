"""Into the bin, with a way back in the same breath."""

import pytest

from sessions.models import Journey
from tests.journeys.ritual import NOT_FOUND


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/bin/"


def in_use():
    return sorted(Journey.objects.in_use().values_list("title", flat=True))


def test_it_leaves_the_list_and_can_be_brought_back_at_once(cast, url, journey):
    answer = cast.ana.post(url, follow=True)

    assert answer.redirect_chain == [("/journeys/", 302)]
    assert in_use() == []
    assert [thrown.journey for thrown in answer.context["library"].bin] == [journey]
    assert f'is in the bin. <button form="restore-{journey.code}">Bring it back</button>' in answer.text
    assert (
        f'<form id="restore-{journey.code}" method="post" action="/journeys/{journey.code}/restore/">'
        in answer.text
    )


def test_it_can_no_longer_be_opened_nor_its_agenda_read(cast, url, journey):
    link = journey.share()
    before = [
        cast.ana.get(page).status_code for page in (journey.get_absolute_url(), link.get_absolute_url())
    ]

    cast.ana.post(url)

    after = [cast.ana.get(page).status_code for page in (journey.get_absolute_url(), link.get_absolute_url())]
    assert (before, after[0], after[1] == 200) == ([200, 200], 404, False)


def test_a_double_click_throws_it_away_once(cast, url, journey):
    cast.ana.post(url)
    first = Journey.objects.get(pk=journey.pk).deleted_at
    answer = cast.ana.post(url)

    assert (answer.status_code, Journey.objects.get(pk=journey.pk).deleted_at) == (302, first)


def test_a_title_cannot_smuggle_anything_into_the_message(cast, url, journey):
    journey.edit({"title": "<script>alert(1)</script>"})

    answer = cast.ana.post(url, follow=True)

    assert "“&lt;script&gt;alert(1)&lt;/script&gt;” is in the bin." in answer.text
    assert "<script>alert" not in answer.text


def test_a_guest_throws_away_their_own(cast, url):
    browser = cast.guest
    own = Journey.objects.get(title="A guest's own")

    browser.post(f"/journeys/{own.code}/bin/")

    assert in_use() == ["Improving discharge"]


def test_others_find_nothing_nor_may_who_only_helps(cast, turned_away, url):
    statuses = turned_away(url)

    assert (statuses, cast.ben.post(url).status_code) == (NOT_FOUND, 404)
    assert in_use() == ["A guest's own", "Improving discharge", "Sam's own"]


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
