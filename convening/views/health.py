"""Whether this server can do its work: the page that a load balancer or a monitor asks for."""

import logging

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 and ``{"status": "ok", …}``, or 503 naming what fails. Says nothing of hosts or passwords."""
    try:
        missing = missing_migrations()
    except DatabaseError:
        logger.exception("The database cannot be reached")
        return answer(database="unreachable", migrations="unknown")
    return answer(database="ok", migrations=missing or "ok")


def missing_migrations() -> list[str]:
    """Names such as ``journeys.0002_run`` of what ``migrate`` would still do."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def answer(**parts: str | list[str]) -> JsonResponse:
    fine = set(map(str, parts.values())) == {"ok"}
    return JsonResponse({"status": "ok" if fine else "failing", **parts}, status=200 if fine else 503)
