"""The page for monitors: fine, or what is not."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder


@pytest.mark.django_db
def test_a_server_that_can_work_says_so(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "ok", "database": "ok", "migrations": "ok"},
    )
    assert "no-cache" in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_migration_not_applied_is_named(client):
    MigrationRecorder(connection).record_unapplied("convening", "0002_tokens")

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json()["migrations"][0] == "convening.0002_tokens"


def test_a_database_out_of_reach_is_named_without_telling_where_it_is(client, monkeypatch):
    def refuse(*args):
        raise OperationalError("could not connect to db.internal as convening:secret")

    monkeypatch.setattr("convening.views.health.MigrationExecutor", refuse)

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json() == {"status": "failing", "database": "unreachable", "migrations": "unknown"}


def test_a_monitor_only_reads(client):
    assert client.post("/healthz").status_code == 405
