"""One person, one address, whatever its case."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from convening.models import User
from tests import factories

pytestmark = pytest.mark.django_db
TAKEN = "There is already an account with this e-mail address."


@pytest.mark.parametrize("typed", ["Ada@Example.org", " ada@example.ORG ", "ada@example.org"])
def test_an_address_is_kept_and_found_in_lower_case(typed):
    person = factories.create_user(email=typed)

    assert person.email == "ada@example.org"
    assert User.objects.get_by_natural_key(typed) == person


@pytest.mark.parametrize("second", ["ada@example.org", "ADA@example.org"])
def test_the_same_address_cannot_be_taken_twice(second):
    factories.create_user(email="ada@example.org")

    with pytest.raises(ValidationError) as refusal:
        User(email=second, password="x").full_clean()

    assert refusal.value.messages == [TAKEN]


def test_the_database_refuses_an_address_that_differs_in_case_only():
    factories.create_user(email="ada@example.org")

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="ADA@example.org")])


def test_a_person_needs_an_address():
    with pytest.raises(ValueError, match="needs an e-mail address"):
        User.objects.create_user("  ")


@pytest.mark.parametrize(("name", "shown"), [("Ada Lovelace", "Ada Lovelace"), ("", "ada@example.org")])
def test_a_person_is_shown_by_name_or_else_by_address(name, shown):
    assert str(factories.create_user(email="ada@example.org", name=name)) == shown


@pytest.mark.parametrize(("name", "shown"), [("Ada Lovelace", "Ada Lovelace"), ("", "ada.l")])
def test_who_need_not_have_the_address_reads_the_name_or_what_stands_before_the_at(name, shown):
    assert factories.create_user(email="ada.l@example.org", name=name).known_as == shown


def test_an_admin_may_open_the_admin():
    admin = User.objects.create_superuser("admin@example.org", "secret")

    assert (admin.is_staff, admin.is_superuser, admin.check_password("secret")) == (True, True, True)
