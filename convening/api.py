"""The API: what is mounted where, who may, how often, and how it says that something cannot be."""

from collections.abc import Container, Iterable
from functools import cached_property, wraps
from math import ceil
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.cache import patch_cache_control
from django.utils.log import log_response
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.throttling import BaseThrottle

from convening.throttling import COSTLY, DRAFTS, READS, WRITES
from convening.tokens import ANYBODY, TOKEN
from sessions.api import documents, drafts, journey, journeys
from sessions.domain.problems import DocumentError
from structures.api import catalogue, matching
from structures.api.bodies import Strict
from structures.api.faults import faults
from structures.api.problems import MEDIA_TYPE, Refused

PREFIX = "api/v1/"

SAFE, UNSAFE = {"GET"}, {"POST", "PUT"}


class API(NinjaAPI):
    """The library's, with one shape of problems, with HEAD and OPTIONS, and a description that tells of all that."""

    @property
    def urls(self) -> tuple[list[Any], str, str]:
        patterns, app, namespace = super().urls
        return [polite(one) for one in patterns if one.name != "api-root"] + patterns[-1:], app, namespace

    def get_openapi_schema(self, **_known: Any) -> OpenAPISchema:
        return self.described

    @cached_property
    def described(self) -> OpenAPISchema:
        """Its words are translated when they are written out, so one does for all languages."""
        schema = super().get_openapi_schema()
        for operations in schema["paths"].values():
            for operation in operations.values():
                tell_problems(operation)
                tell_plainly(operation["parameters"])
        schema["components"]["schemas"] = documents.described(schema["components"]["schemas"])
        return schema


def polite(pattern: URLPattern) -> URLPattern:
    """The route with what HTTP expects of every one: HEAD, OPTIONS, and a word about what else can be done."""
    view = pattern.callback

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.method
        request.method = "GET" if asked == "HEAD" else asked  # the server leaves the body out
        answer = view(request, *args, **kwargs)
        request.method = asked
        if "Authorization" in request.headers:
            patch_cache_control(answer, private=True, no_store=True)
        return answer if answer.status_code != 405 else instead(request, answer["Allow"])

    answered.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie lets anybody in here
    pattern.callback = answered
    return pattern


def instead(request: HttpRequest, allowed: str) -> HttpResponse:
    methods = {*allowed.split(", "), "OPTIONS", *(["HEAD"] if "GET" in allowed else [])}
    headers = {"Allow": ", ".join(sorted(methods))}
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=headers)
    return Refused(405, _("“Allow” says what can be done at this address."), headers=headers).answer()


def tell_problems(operation: dict[str, Any]) -> None:
    """Problems have a media type of their own."""
    for status, response in operation["responses"].items():
        content = response.get("content", {})
        if int(status) >= 400 and "application/json" in content and status != 412:
            content[MEDIA_TYPE] = content.pop("application/json")


def tell_plainly(parameters: list[dict[str, Any]]) -> None:
    """An address cannot say null: what is optional is left out. Examples stand in the schema."""
    for one in parameters:
        one.pop("examples", None)
        kinds = [kind for kind in one["schema"].pop("anyOf", []) if kind != {"type": "null"}]
        one["schema"].update(*kinds)


class Only(BaseThrottle):
    """A limit for some methods of an address."""

    def __init__(self, methods: Container[str], limit: BaseThrottle) -> None:
        self.methods, self.limit = methods, limit

    def allow_request(self, request: HttpRequest) -> bool:
        return request.method not in self.methods or self.limit.allow_request(request)

    def wait(self) -> float | None:
        return self.limit.wait()


def only(methods: Container[str], limits: Iterable[BaseThrottle]) -> list[BaseThrottle]:
    return [Only(methods, one) for one in limits]


def nothing(request: HttpRequest, **_kwargs: Any) -> HttpResponse:
    """Every address below that is none."""
    return Refused(404, _("There is nothing at this address.")).answer()


nothing.csrf_exempt = True  # type: ignore[attr-defined]

api = API(
    title="Convening",
    version="1",
    description=gettext_lazy("Liberating Structures and the questions they answer; drafts; your journeys."),
    docs_url=None,
    docs_decorator=require_safe,
    openapi_url="openapi.json",
    urls_namespace="api",
    parser=Strict(),
)
api.add_router("", catalogue.router, auth=ANYBODY, throttle=READS)
api.add_router("", matching.router, auth=ANYBODY, throttle=COSTLY)
api.add_router("", drafts.router, auth=TOKEN, throttle=DRAFTS)
for mine in (journeys, journey):
    api.add_router("", mine.router, auth=TOKEN, throttle=[*only(SAFE, READS), *only(UNSAFE, WRITES)])


@api.exception_handler(Refused)
def _refused(_request: HttpRequest, error: Refused) -> HttpResponse:
    return error.answer()


@api.exception_handler(Http404)
def _not_found(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return Refused(404).answer()


@api.exception_handler(DocumentError)
def _no_journey(_request: HttpRequest, error: DocumentError) -> HttpResponse:
    return documents.refusal(error).answer()


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    return Refused(422, errors=faults(error.errors)).answer()


@api.exception_handler(AuthenticationError)
def _unknown(_request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return Refused(401, error.message, headers={"WWW-Authenticate": "Bearer"}).answer()


@api.exception_handler(Throttled)
def _throttled(_request: HttpRequest, error: Throttled) -> HttpResponse:
    detail = _("These were many requests. “Retry-After” says in how many seconds to go on.")
    return Refused(429, detail, headers={"Retry-After": str(ceil(error.wait or 1))}).answer()


@api.exception_handler(HttpError)
def _http_error(_request: HttpRequest, error: HttpError) -> HttpResponse:
    if isinstance(error.__cause__, Refused):  # of our parser; the library wraps it
        return error.__cause__.answer()
    return Refused(error.status_code, error.message).answer()


@api.exception_handler(RequestDataTooBig)
def _too_big(_request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
    return Refused(413, _("The most is 2 MB.")).answer()


@api.exception_handler(SuspiciousOperation)
def _suspicious(_request: HttpRequest, _error: SuspiciousOperation) -> HttpResponse:
    return Refused(400, _("This request makes no sense to us.")).answer()


@api.exception_handler(Exception)
def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    """Told to the log and to tests as Django does; whoever asked learns nothing of our insides."""
    got_request_exception.send(sender=API, request=request)
    answer = Refused(500, _("We have been told. Please try again later.")).answer()
    log_response(
        "%s: %s", answer.reason_phrase, request.path, response=answer, request=request, exception=error
    )
    return answer
