"""Journeys in the admin: to help somebody who cannot find theirs. Plans are changed in the builder only."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sessions.models import Journey, Member, ShareLink

SHOWN = 4  # characters of a token: enough to tell two links apart, far too few to use one


class ReadOnly:
    """Looked at, never written here. Mixed into admins and inlines."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ShareLinkInline(ReadOnly, admin.TabularInline):
    model = ShareLink
    can_delete = False
    fields = ["audience", "begins_with", "created_at", "expires_at", "revoked_at"]
    readonly_fields = fields

    @admin.display(description=_("token begins with"))
    def begins_with(self, link: ShareLink) -> str:
        return f"{link.token[:SHOWN]}…"


class MemberInline(ReadOnly, admin.TabularInline):
    model = Member
    can_delete = False


class InBin(admin.SimpleListFilter):
    title = _("in the bin")
    parameter_name = "bin"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Journey]) -> QuerySet[Journey]:
        wanted = {"yes": False, "no": True}.get(self.value())
        return queryset if wanted is None else queryset.filter(deleted_at__isnull=wanted)


@admin.register(Journey)
class JourneyAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["title", "kept_by", "people", "created_at", "touched_at", "deleted_at"]
    list_filter = [InBin, ("owner", admin.EmptyFieldListFilter)]
    list_select_related = ["owner"]
    search_fields = ["title", "code", "owner__email"]
    date_hierarchy = "touched_at"
    fields = ["code", "title", "kept_by", "people", "revision", "created_at", "touched_at", "deleted_at"]
    inlines = [MemberInline, ShareLinkInline]
    view_on_site = False  # the builder is the owner's, and whoever opens one that is nobody's yet keeps it

    @admin.display(description=_("kept by"), ordering="owner__email")
    def kept_by(self, journey: Journey) -> str:
        return journey.owner.email if journey.owner else str(_("a guest's browser"))
