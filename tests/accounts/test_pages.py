"""No page of the accounts library is reachable that does not look like ours."""

from pathlib import Path

import pytest
from allauth.account import urls as account_urls
from django.conf import settings
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db
OURS = Path(settings.BASE_DIR) / "templates"
WITH_KEY = {
    "account_confirm_email": {"key": "used-already"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "used-already"},
}
NAMES = sorted(pattern.name for pattern in account_urls.urlpatterns)


def test_these_are_all_the_pages():
    assert NAMES == [
        "account_change_password",
        "account_confirm_email",
        "account_confirm_login_code",
        "account_email",
        "account_email_verification_sent",
        "account_inactive",
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "account_request_login_code",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_set_password",
        "account_signup",
    ]


@pytest.mark.parametrize("password", ["correct horse battery", None])
@pytest.mark.parametrize("who", ["nobody", "somebody"])
@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_made_of_our_templates(client, name, who, password):
    if who == "somebody":
        client.force_login(factories.create_user(password=password))

    answer = client.get(reverse(name, kwargs=WITH_KEY.get(name)), follow=True)

    foreign = [
        t.origin.name for t in answer.templates if t.origin and not Path(t.origin.name).is_relative_to(OURS)
    ]
    assert foreign_pages(foreign) == []


def foreign_pages(paths):
    """What Django itself renders form controls with is not a page."""
    return [path for path in paths if "/forms/templates/" not in path and not path.endswith(".txt")]


def test_the_code_page_is_ours_too(client):
    client.post(reverse("account_request_login_code"), {"email": "ada@example.org"})

    answer = client.get(reverse("account_confirm_login_code"))

    assert answer.templates[0].origin.name == str(OURS / "account" / "confirm_login_code.html")


def test_a_typed_value_survives_a_mistake_and_the_password_does_not(client):
    answer = client.post(
        reverse("account_login"), {"login": "ada@example.org", "password": "do-not-repeat-me"}
    )

    assert 'value="ada@example.org"' in answer.text
    assert "do-not-repeat-me" not in answer.text
    assert "placeholder" not in answer.text
