"""What nobody came back for within 30 days goes for good, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command

from sessions.models import Activity, Journey, Revision
from tests import factories, journey_factories

pytestmark = pytest.mark.django_db
START = datetime(2027, 1, 1, 12, tzinfo=UTC)


def on_day(day):
    return time_machine.travel(START + timedelta(days=day), tick=False)


def tidy(capsys):
    call_command("tidy_journeys")
    return capsys.readouterr().out.strip()


def left():
    return sorted(Journey.objects.values_list("title", flat=True))


@pytest.fixture
def world():
    """On day 0 everything is made; the bin is filled; on day 10 one guest and one owner come back."""
    with on_day(0):
        ana = factories.create_user()
        made = {
            title: journey_factories.create_journey(guest="a-browser", title=title)
            for title in ("guest, left alone", "guest, came back", "guest, binned late")
        } | {
            title: journey_factories.create_journey(owner=ana, title=title)
            for title in ("owner, left alone", "owner, binned", "owner, binned late", "owner, brought back")
        }
        made["owner, binned"].put_in_bin()
        made["owner, brought back"].put_in_bin()
    with on_day(10):
        made["guest, came back"].edit({"people": 20})
        made["guest, binned late"].put_in_bin()
        made["owner, binned late"].put_in_bin()
        made["owner, brought back"].take_from_bin()
    return made


@pytest.mark.parametrize(
    ("day", "said", "gone"),
    [
        (30, "Deleted 0 journeys.", set()),
        (31, "Deleted 3 journeys.", {"guest, left alone", "guest, binned late", "owner, binned"}),
        (
            41,
            "Deleted 5 journeys.",
            {
                "guest, left alone",
                "guest, came back",
                "guest, binned late",
                "owner, binned",
                "owner, binned late",
            },
        ),
    ],
)
def test_it_deletes_what_is_older_than_30_days(world, capsys, day, said, gone):
    with on_day(day):
        assert tidy(capsys) == said

    assert left() == sorted(set(world) - gone)


def test_it_counts_journeys_not_what_they_hold(capsys):
    with on_day(0):
        journey = journey_factories.create_journey(guest="a-browser")
        journey_factories.create_activity(journey=journey)
    with on_day(31):
        assert tidy(capsys) == "Deleted 1 journey."

    assert (Activity.objects.count(), Revision.objects.count()) == (0, 0)
