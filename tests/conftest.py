"""What every test may need, and what a machine must have for all of them to run."""

import os
import shutil

import pytest
from django.core.cache import caches
from django.db import connection

from structures.loading.layout import FOLDER
from structures.loading.reading import read
from structures.loading.storing import store

CHROMIUMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def find_chromium() -> str | None:
    """The browser named by CHROMIUM, or the first one on the PATH."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)


def required(name: str) -> bool:
    return os.environ.get(f"REQUIRE_{name}", "") == "1"


def pytest_configure(config):
    if required("BROWSER") and not find_chromium():
        raise pytest.UsageError(
            "REQUIRE_BROWSER=1, but no Chromium was found. CHROMIUM=/path/to/it names one."
        )
    if required("POSTGRES") and connection.vendor != "postgresql":
        raise pytest.UsageError("REQUIRE_POSTGRES=1, but DATABASE_URL does not name a PostgreSQL database.")


def pytest_report_header(config):
    browser = (
        find_chromium()
        or "none found, so the tests in a browser are SKIPPED (CHROMIUM=/path/to/it names one)"
    )
    concurrency = (
        "" if connection.vendor == "postgresql" else ", so the tests that need PostgreSQL are SKIPPED"
    )
    return [f"browser: {browser}", f"database: {connection.vendor}{concurrency}"]


def pytest_collection_modifyitems(items):
    no_browser = pytest.mark.skip(reason="no Chromium was found")
    no_postgres = pytest.mark.skip(reason="needs PostgreSQL")
    for item in items:
        if item.get_closest_marker("browser") and not find_chromium():
            item.add_marker(no_browser)
        if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
            item.add_marker(no_postgres)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """Keep the SQLite test database in a file: threads of the live server then get connections of their
    own, as in real life, and two runs at once do not meet."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def _nothing_is_remembered():
    """Rate limits and agendas live in caches: one test must not use up another's."""
    for cache in caches.all(initialized_only=False):
        cache.clear()


@pytest.fixture(scope="session")
def catalogue_files():
    """The catalogue's files, read once."""
    return read(FOLDER)


@pytest.fixture
def catalogue(db, catalogue_files):
    """The whole catalogue in the database; gone again after the test."""
    return store(catalogue_files)
