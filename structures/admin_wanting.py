"""What people did not find: curators read it, see how the question ranks today, and settle it."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy, ngettext

from structures.answering import answer
from structures.models import Wanting
from structures.trying import SHOWN


class IsSettled(admin.SimpleListFilter):
    """Open ones, or those that are settled."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("open", gettext_lazy("open")), ("settled", gettext_lazy("settled"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Wanting]) -> QuerySet[Wanting]:
        if self.value() is None:
            return queryset
        return queryset.filter(settled_at__isnull=self.value() == "open")


class WantingAdmin(admin.ModelAdmin):
    list_display = ["question", "said", "people", "minutes", "mode", "asked_at", "is_settled"]
    list_filter = [IsSettled, "asked_at"]
    search_fields = ["question", "words", "note"]
    date_hierarchy = "asked_at"
    actions = ["settle"]
    fields = ["question", "words", "email", ("people", "minutes", "mode"), ("asked_at", "settled_at"), "note"]
    readonly_fields = ["question", "words", "email", "people", "minutes", "mode", "asked_at", "settled_at"]
    """What somebody said stays as they said it; curators add what they did about it."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *rest: Any, obj: Any = None, **more: Any
    ) -> HttpResponse:
        """With what the question is answered today."""
        context["today"] = answer(obj.need, SHOWN) if obj else None
        return super().render_change_form(request, context, *rest, obj=obj, **more)

    @admin.action(description=gettext_lazy("Settle"), permissions=["change"])
    def settle(self, request: HttpRequest, queryset: QuerySet[Wanting]) -> None:
        settled = queryset.settle()
        words = ngettext("%(count)s is settled.", "%(count)s are settled.", settled)
        self.message_user(request, words % {"count": settled}, messages.SUCCESS)

    @admin.display(description=gettext_lazy("their word"))
    def said(self, wanting: Wanting) -> str:
        return wanting.words[:80]

    @admin.display(description=gettext_lazy("settled"), boolean=True, ordering="settled_at")
    def is_settled(self, wanting: Wanting) -> bool:
        return wanting.settled_at is not None
