"""Database rules that several models share, each with a sentence for the person who breaks it."""

from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _


def rising(*fields: str, name: str, message: str) -> CheckConstraint:
    """Each field is at most the next one: shortest ≤ ideal ≤ longest. Empty fields do not count."""
    condition = Q()
    for lower, upper in zip(fields, fields[1:], strict=False):
        condition &= (
            Q(**{f"{lower}__lte": F(upper)})
            | Q(**{f"{lower}__isnull": True})
            | Q(**{f"{upper}__isnull": True})
        )
    return CheckConstraint(condition=condition, name=name, violation_error_message=message)


def minutes_rise(name: str) -> CheckConstraint:
    return rising(
        "minutes_min",
        "minutes",
        "minutes_max",
        name=name,
        message=_("The shortest time must not exceed the ideal one, nor the ideal one the longest."),
    )


def counts_rise(name: str) -> CheckConstraint:
    return rising(
        "count_min",
        "count",
        "count_max",
        name=name,
        message=_("The fewest turns must not exceed the usual number, nor that the most."),
    )
