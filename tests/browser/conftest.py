"""Tests in a real Chromium, against the live server. ``page.goto("/journeys/")`` goes there."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.plans import create_plan, remember_guest
from tests.conftest import find_chromium

PATIENCE = 10_000  # milliseconds: a busy machine is not a broken page
HERE = Path(__file__).parent

# Playwright runs an event loop in this thread, and Django would refuse the database because of it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # A real browser on a busy machine now and then misses its moment. What fails twice is wrong; what
            # passed the second time is listed at the end, to be looked into.
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    return {**browser_type_launch_args, "executable_path": find_chromium(), "args": switches + quiet}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args, live_server):
    return {**browser_context_args, "base_url": live_server.url, "locale": "en-GB"}


@pytest.fixture
def page(page):
    """A page that waits patiently, and on which no script may fail and nothing break the content policy."""
    complaints = watched(page)
    yield page
    assert complaints == []


def watched(page):
    """Make the page wait patiently; the list that its failing scripts and its content policy will fill."""
    complaints = []
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console", lambda message: complaints.append(message.text) if is_complaint(message.text) else None
    )
    return complaints


def is_complaint(text: str) -> bool:
    return "Content Security Policy" in text


@pytest.fixture
def sign_in(page, client, live_server):
    """``sign_in(user)`` puts the session of a signed-in person into the browser."""

    def put_session(user):
        client.force_login(user)
        cookie = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])

    return put_session


@pytest.fixture
def plan(live_server):
    """A guest's small journey: see ``plans.MORNING``."""
    return create_plan()


@pytest.fixture
def builder(page, plan, client, live_server):
    """The journey of ``plan``, open in the browser of the guest whose it is."""
    cookie = {"name": "sessionid", "value": remember_guest(client), "url": live_server.url}
    page.context.add_cookies([cookie])
    page.goto(plan.address)
    return page


@pytest.fixture
def axe():
    """``axe(page)`` fails with a readable report where a page breaks a rule of accessibility."""

    def check(page):
        # Style sheets that are imported would be written into the page anew, which its content policy forbids. Only
        # one rule reads them, for pages that are locked to one orientation.
        results = Axe().run(page, options={"preload": False})
        assert results.violations_count == 0, results.generate_report()

    return check
