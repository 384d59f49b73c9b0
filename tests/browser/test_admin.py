"""The admin works under the content policy: scripts run, styles apply, nothing is refused."""

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from convening.models import User
from tests import factories


@pytest.fixture
def admin(page, sign_in):
    sign_in(factories.create_user(email="admin@example.org", is_staff=True, is_superuser=True))
    return page


def test_people_are_listed_filtered_and_found(admin):
    factories.create_user(email="ada@example.org")
    admin.goto("/admin/convening/user/?is_staff__exact=0")

    expect(admin.locator("#result_list tbody tr")).to_have_count(1)
    admin.locator("#searchbar").fill("nobody at all")
    admin.get_by_role("button", name="Search").click()
    expect(admin.locator("#result_list")).to_have_count(0)


def test_a_person_is_put_into_a_group_with_the_two_lists(admin):
    ada = factories.create_user(email="ada@example.org")
    curators = Group.objects.create(name="Curators")
    admin.goto(f"/admin/convening/user/{ada.pk}/change/")
    admin.select_option("#id_groups_from", label="Curators")
    admin.locator("#id_groups_add").click()
    admin.get_by_role("button", name="Save", exact=True).click()

    expect(admin.get_by_text("was changed successfully")).to_be_visible()
    assert list(ada.groups.all()) == [curators]


def test_a_person_without_password_is_added(admin):
    admin.goto("/admin/convening/user/add/")
    admin.get_by_label("E-mail address").fill("ben@example.org")
    admin.get_by_label("Disabled").check()
    admin.get_by_role("button", name="Save", exact=True).click()

    expect(admin.get_by_text("was added successfully")).to_be_visible()
    assert User.objects.get(email="ben@example.org").has_usable_password() is False


def test_chosen_people_are_deleted_after_a_question(admin):
    factories.create_user(email="ada@example.org")
    admin.goto("/admin/convening/user/")
    admin.locator("tr", has_text="ada@example.org").get_by_role("checkbox").check()
    admin.get_by_label("Action:").select_option("delete_selected")
    admin.get_by_role("button", name="Run").or_(admin.get_by_role("button", name="Go", exact=True)).click()
    admin.get_by_role("button", name="Yes, I’m sure").click()

    expect(admin.get_by_text("Successfully deleted 1 person.")).to_be_visible()
