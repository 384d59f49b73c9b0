"""The admin of journeys: to find one and to help, never to change a plan."""

import pytest
from django.urls import reverse

from sessions.models import Journey
from tests import factories, journey_factories

pytestmark = pytest.mark.django_db
LIST = "/admin/journeys/journey/"


@pytest.fixture
def staff(client):
    client.force_login(factories.create_user(is_staff=True, is_superuser=True))
    return client


@pytest.fixture
def planned():
    ana = factories.create_user(email="ana@example.org")
    journey = journey_factories.create_journey(owner=ana, title="Ana's", purpose="Sooner home")
    journey_factories.create_journey(guest="this-browser", title="A guest's").put_in_bin()
    return journey


def found(staff, **query):
    answer = staff.get(LIST, query)
    return sorted(journey.title for journey in answer.context["cl"].result_list)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({}, ["A guest's", "Ana's"]),
        ({"q": "ana@example.org"}, ["Ana's"]),
        ({"q": "guest"}, ["A guest's"]),
        ({"bin": "yes"}, ["A guest's"]),
        ({"bin": "no"}, ["Ana's"]),
        ({"owner__isempty": "1"}, ["A guest's"]),
    ],
)
def test_a_journey_is_found(staff, planned, query, titles):
    assert found(staff, **query) == titles


def test_a_link_is_told_by_its_beginning_only(staff, planned):
    link = planned.share()

    page = staff.get(reverse("admin:journeys_journey_change", args=[planned.pk])).text

    assert (f"{link.token[:4]}…" in page, link.token in page) == (True, False)


def test_a_guests_key_is_shown_nowhere(staff, planned):
    guest = Journey.objects.get(title="A guest's")

    pages = [staff.get(LIST).text, staff.get(reverse("admin:journeys_journey_change", args=[guest.pk])).text]

    assert ["this-browser" in page for page in pages] == [False, False]


def test_no_way_leads_from_here_into_somebody_elses_builder(staff, planned):
    page = staff.get(reverse("admin:journeys_journey_change", args=[planned.pk])).text

    assert ("viewsitelink" in page, planned.get_absolute_url() in page) == (False, False)


def test_a_plan_is_neither_written_nor_begun_here(staff, planned):
    change = reverse("admin:journeys_journey_change", args=[planned.pk])

    statuses = [staff.post(change, {"title": "Other"}).status_code, staff.get(f"{LIST}add/").status_code]

    planned.refresh_from_db()
    assert (statuses, planned.title) == ([403, 403], "Ana's")


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_the_same_queries_for_1_and_for_30_journeys(staff, django_assert_num_queries, count):
    for number in range(count):
        owner = factories.create_user(email=f"owner{number}@example.org")
        journey_factories.create_journey(owner=owner)

    # The browser's session, the person, two counts, the dates above the list (two), the journeys with their owners.
    with django_assert_num_queries(7):
        staff.get(LIST)
