"""The agenda of a link: for whoever has it, as much as its audience may see."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.cache import caches
from django.utils import timezone

from sessions.choices import Audience
from sessions.models import Journey
from sessions.visitor import Visitor
from structures.models import Structure
from tests.journeys import shared
from tests.journeys.ritual import AWKWARD, messages
from tests.journeys.shared import rows, seen


@pytest.fixture
def journey(ana):
    shared.create_catalogue()
    return shared.create_shared_journey(owner=ana)


def address(journey, audience="participants"):
    return journey.share(audience).get_absolute_url()


def test_a_stranger_reads_it_without_an_account(cast, journey):
    answer = cast.nobody.get(address(journey))

    assert answer.status_code == 200
    assert "<h1" in answer.text
    assert "Thursday 14 January 2027" in answer.text
    assert "13:30–15:00" in answer.text
    assert "London time" in answer.text
    assert rows(answer) == [
        "13:30 10 min Welcome",
        "13:40 20 min Question 1 Asking why Nine Whys with Ana Bell What do you do, really? nine pairs"
        " Bring one example: https://example.org/read",
        "30 min free",
        "14:30 15 min Coffee",
        "15 min free",
    ]


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        ("participants", shared.PARTICIPANTS),
        ("sponsors", shared.EVERYBODY),
        ("hosts", shared.HOSTS),
    ],
)
def test_an_audience_sees_what_it_may_and_nothing_else(cast, journey, audience, words):
    answer = cast.nobody.get(address(journey, audience))

    assert seen(answer) == words
    assert [
        word for word in ("folding chair", "Left out", "Sam's own", "Ask why.") if word in answer.text
    ] == (["folding chair", "Ask why."] if audience == "hosts" else [])


def test_every_audience_is_in_the_table_above():
    assert set(Audience.values) == {"participants", "sponsors", "hosts"}


def test_a_meeting_in_the_room_has_no_link(cast, ana):
    journey = shared.create_shared_journey(owner=ana, mode="in_person")

    assert seen(cast.nobody.get(address(journey))) == shared.PARTICIPANTS - {"link to the meeting"}


def test_nothing_about_the_reader_is_kept_and_nothing_is_passed_on(cast, journey):
    answer = cast.nobody.get(address(journey))

    wanted = ["Cache-Control", "X-Robots-Tag", "Referrer-Policy", "Vary"]
    assert {name: answer.headers[name] for name in wanted} == {
        "Cache-Control": "private, no-cache",
        "X-Robots-Tag": "noindex, nofollow",
        "Referrer-Policy": "no-referrer",
        "Vary": "Accept-Language",
    }
    assert answer.cookies == {}
    assert '<meta name="robots" content="noindex, nofollow">' in answer.text


def test_a_message_waits_for_a_page_of_the_readers_own(cast, journey):
    share = f"/journeys/{journey.code}/share/"
    cast.ana.post(f"{share}add/")

    assert "The link is ready." not in cast.ana.get(address(journey)).text
    assert messages(cast.ana.get(share)) == ["The link is ready."]


def revoke(journey, link):
    journey.revoke(link)


def expire(journey, link):
    link.expires_at = timezone.now() - timedelta(seconds=1)
    link.save()


def bin_it(journey, link):
    journey.put_in_bin()


@pytest.mark.parametrize("close", [revoke, expire, bin_it])
def test_a_closed_link_says_whom_to_ask(cast, journey, close):
    link = journey.share()
    close(journey, link)

    answer = cast.nobody.get(link.get_absolute_url())

    assert (answer.status_code, seen(answer)) == (410, set())
    assert "This agenda is no longer shared" in answer.text
    assert "Ask the person who sent it." in answer.text
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_link_that_expires_later_still_works(cast, journey):
    link = journey.share()
    link.expires_at = timezone.now() + timedelta(days=1)
    link.save()

    assert cast.nobody.get(link.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("token", ["nope", "%00", "a%20b", "x" * 500, "%F0%9F%8C%B1"])
def test_an_unknown_link_reads_like_a_closed_one(cast, journey, token):
    journey.share()

    answer = cast.nobody.get(f"/a/{token}/")

    assert (answer.status_code, seen(answer)) == (404, set())
    assert "Ask the person who sent it." in answer.text


def test_it_is_kept_apart_from_the_limits_on_signing_in(cast, journey, monkeypatch):
    monkeypatch.setattr(caches["agendas"], "get_or_set", lambda *_: "Kept with agendas")

    assert "Kept with agendas" in cast.nobody.get(address(journey)).text


def test_what_a_browser_has_is_not_sent_again(cast, journey, django_assert_num_queries):
    first = cast.nobody.get(address(journey))

    with django_assert_num_queries(1):
        again = cast.nobody.get(address_of(first), headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content, again.cookies) == (304, b"", {})
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == "private, no-cache"


def address_of(answer):
    return answer.request["PATH_INFO"]


def test_a_change_is_seen_at_once(cast, journey):
    first = cast.nobody.get(address(journey))
    journey.edit({"title": "Home by noon"})

    again = cast.nobody.get(address(journey), headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 200
    assert "Home by noon" in again.text
    assert "Improving discharge" not in again.text


def test_one_audience_never_gets_the_page_of_another(cast, journey):
    hosts = cast.nobody.get(address(journey, "hosts"))

    sponsors = cast.nobody.get(address(journey, "sponsors"), headers={"If-None-Match": hosts.headers["ETag"]})

    assert (sponsors.status_code, seen(sponsors)) == (200, shared.EVERYBODY)


@pytest.mark.parametrize(("audience", "queries"), [("participants", 6), ("sponsors", 5), ("hosts", 6)])
@pytest.mark.parametrize("activities", [1, 60])
def test_the_queries_are_the_same_however_long(
    cast, ana, audience, queries, activities, django_assert_num_queries
):
    journey = shared.create_shared_journey(owner=ana, activities=[shared.ROW] * activities)
    path = address(journey, audience)

    with django_assert_num_queries(queries):
        answer = cast.nobody.get(path)

    assert len(rows(answer)) == activities + (activities == 1)  # one row leaves free minutes


def test_an_agenda_that_nobody_changed_is_kept_ready(cast, journey, django_assert_num_queries):
    path, reader = address(journey), cast.guest
    cast.nobody.get(path)

    with django_assert_num_queries(1):
        assert seen(reader.get(path)) == shared.PARTICIPANTS


def test_it_is_only_read(cast, journey):
    path = address(journey)

    assert cast.ana.post(path).status_code == 405
    assert cast.nobody.head(path).status_code == 200


def test_a_journey_without_anything_says_so(cast, ana):
    journey = Journey.start(Visitor(user=ana), title="Not yet")

    answer = cast.nobody.get(address(journey))

    assert (answer.status_code, rows(answer)) == (200, [])
    assert "The agenda is still being made" in answer.text


def test_a_session_without_rows_says_so_beside_another(cast, journey):
    journey.add_session(title="Afternoon")

    assert cast.nobody.get(address(journey)).text.count("Nothing is planned here yet.") == 1


def test_without_a_start_times_count_from_it(cast, ana):
    journey = shared.create_shared_journey(owner=ana, start=None, date=None)

    answer = cast.nobody.get(address(journey, "sponsors"))

    assert rows(answer) == [
        "0:00 10 min Welcome",
        "0:10 20 min Question 1 Asking why",
        "0:30 15 min Coffee",
        "45 min free",
    ]
    assert "The date is still open" in answer.text
    assert "London time" not in answer.text


def test_a_row_after_midnight_is_on_the_next_day(cast, ana):
    late = [{"kind": "talk", "title": title, "minutes": 40} for title in ("Stars", "Moon")]
    journey = shared.create_shared_journey(owner=ana, start="23:30", minutes=80, activities=late)

    answer = cast.nobody.get(address(journey))

    assert rows(answer) == ["23:30 40 min Stars", "00:10 next day 40 min Moon"]
    assert '<time datetime="2027-01-15T00:10+00:00">' in answer.text


@pytest.mark.parametrize(
    ("title", "status", "expected"),
    [
        ("Nine Whys", "published", ('<a class="plain" href="/structures/nine-whys/">Nine Whys</a>', 1)),
        (
            "Our nine whys",
            "published",
            ('<a class="plain" href="/structures/nine-whys/">Our nine whys</a>', 0),
        ),
        ("Purpose", "published", ('<a class="plain" href="/structures/nine-whys/">Nine Whys</a>', 1)),
        ("Purpose", "retired", ('<span class="kind">Nine Whys</span>', 1)),
    ],
)
def test_a_structure_leads_to_its_page_in_the_catalogue(cast, ana, title, status, expected):
    journey = shared.create_shared_journey(owner=ana, activities=[shared.ROW | {"title": title}])
    Structure.objects.update(status=status)
    html, named = expected

    answer = cast.nobody.get(address(journey))

    assert html in answer.text
    assert rows(answer)[0].count("Nine Whys") == named


def test_an_address_in_the_brief_can_be_followed(cast, journey):
    answer = cast.nobody.get(address(journey))

    assert '<a href="https://example.org/read" rel="nofollow">https://example.org/read</a>' in answer.text


@pytest.mark.parametrize("words", AWKWARD)
def test_any_words_will_do(cast, journey, words):
    journey.edit({"title": words, "purpose": words})
    journey.edit_activity(journey.activities.get(title="Asking why"), title=words, brief=words)

    answer = cast.nobody.get(address(journey))

    found = re.findall(r'<h1 dir="auto">(.*?)</h1>|<h3 class="title"[^>]*>(.*?)</h3>', answer.text)
    assert [unescape(title or row) for title, row in found] == [words, "Welcome", words, "Coffee"]
    assert rows(answer)[1].count(words) == 2
    assert "<script>alert" not in answer.text
