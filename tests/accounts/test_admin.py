"""The admin of people, and its one door."""

import pytest
from django.urls import reverse

from convening.models import User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(factories.create_user(email="admin@example.org", is_staff=True, is_superuser=True))
    return client


def test_the_admin_signs_people_in_where_everybody_signs_in(client):
    answer = client.get("/admin/", follow=True)

    assert answer.redirect_chain[-1] == ("/accounts/login/?next=%2Fadmin%2F", 302)


def test_the_admin_is_not_for_everybody_with_an_account(client):
    client.force_login(factories.create_user())

    assert client.get("/admin/", follow=True).status_code == 403


@pytest.mark.parametrize(
    "name", ["admin:index", "admin:convening_user_changelist", "admin:convening_user_add"]
)
def test_the_pages_of_the_admin_open(admin, name):
    assert admin.get(reverse(name)).status_code == 200


def test_a_person_is_added_and_found(admin):
    data = {"email": "Ada@Example.org", "name": "Ada", "usable_password": "false"}

    admin.post(reverse("admin:convening_user_add"), data)
    found = admin.get(reverse("admin:convening_user_changelist"), {"q": "ada"})

    ada = User.objects.get(email="ada@example.org")
    assert ada.has_usable_password() is False
    assert list(found.context["cl"].queryset) == [ada]


def test_adding_an_address_twice_is_refused_in_words(admin):
    data = {"email": "ADMIN@example.org", "usable_password": "false"}

    answer = admin.post(reverse("admin:convening_user_add"), data)

    assert answer.context["errors"] == [["There is already an account with this e-mail address."]]


def test_a_person_is_switched_off(admin):
    ada = factories.create_user(email="ada@example.org")

    admin.post(
        reverse("admin:convening_user_change", args=[ada.pk]), {"email": "ada@example.org", "name": "Ada"}
    )

    ada.refresh_from_db()
    assert (ada.name, ada.is_active) == ("Ada", False)
