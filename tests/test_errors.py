"""When something goes wrong, a page of our own says what and offers ways on."""

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.template.loader import render_to_string
from django.test import Client
from django.urls import path

from convening.urls import urlpatterns as real

WAYS_ON = ['href="/"', 'href="/journeys/"', 'href="/structures/"']


def raise_(error):
    def view(request):
        raise error

    return view


urlpatterns = [
    *real,
    path("forbidden", raise_(PermissionDenied())),
    path("broken", raise_(RuntimeError("something secret"))),
    path("nonsense", raise_(SuspiciousOperation("something secret"))),
]


@pytest.mark.django_db
@pytest.mark.urls("tests.test_errors")
@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/no/such/page", 404, "Nothing here"),
        ("/forbidden", 403, "Not for you"),
        ("/broken", 500, "Something broke on our side"),
        ("/nonsense", 400, "That request makes no sense to us"),
    ],
)
def test_every_error_has_a_page_that_helps(client, address, status, heading):
    client.raise_request_exception = False

    answer = client.get(address)

    assert answer.status_code == status
    assert f"<h1>{heading}</h1>" in answer.text
    assert [way for way in WAYS_ON if way not in answer.text] == []
    assert "something secret" not in answer.text


@pytest.mark.django_db
def test_an_expired_form_has_a_page_that_helps():
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a@example.org"})

    assert answer.status_code == 403
    assert "<h1>Please try that again</h1>" in answer.text


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_a_broken_server_still_has_a_page_without_database_request_or_hashed_files(name, settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }

    text = render_to_string(name)

    for sheet in ("tokens", "base", "layout"):
        assert f'href="/static/css/{sheet}.css"' in text
        assert (settings.BASE_DIR / "static" / "css" / f"{sheet}.css").exists()


def test_a_wrong_host_is_turned_away_with_a_page(client):
    answer = client.get("/", headers={"host": "elsewhere.example"})

    assert answer.status_code == 400
    assert "That request makes no sense to us" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/accounts/login/", "/healthz", "/no/such/page", "/admin/"])
def test_every_answer_carries_the_content_policy(client, address):
    policy = client.get(address)["Content-Security-Policy"]

    assert dict(part.strip().split(" ", 1) for part in policy.split(";")) == {
        name: " ".join(sources) for name, sources in settings.CONTENT_POLICY.items()
    }
    assert "unsafe" not in policy
