"""What is answered when something cannot be: problem details (RFC 9457), of one shape everywhere."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Field, Schema

MEDIA_TYPE = "application/problem+json"

TITLES = {
    400: gettext_lazy("That makes no sense to us"),
    401: gettext_lazy("Who are you?"),
    403: gettext_lazy("Not for you"),
    404: gettext_lazy("Nothing here"),
    405: gettext_lazy("That cannot be done here"),
    413: gettext_lazy("Too large"),
    415: gettext_lazy("Not JSON"),
    422: gettext_lazy("Something in it cannot be so"),
    428: gettext_lazy("Which revision?"),
    429: gettext_lazy("A little slower, please"),
    500: gettext_lazy("Something broke on our side"),
}


class Fault(Schema):
    path: str = Field(
        description=gettext_lazy("Where it is, in the address or in what was sent; empty: as a whole."),
        examples=["sessions[0].minutes"],
    )
    message: str = Field(
        description=gettext_lazy("What is wrong, in a sentence."), examples=["This should be a whole number."]
    )


class Problem(Schema):
    type: str = Field("about:blank", description=gettext_lazy("Always about:blank: the status says it."))
    title: str = Field(description=gettext_lazy("What kind of problem."), examples=["Nothing here"])
    status: int = Field(description=gettext_lazy("The same as the status of the answer."), examples=[404])
    detail: str = Field(description=gettext_lazy("What to do about it, in a sentence or two."))
    errors: list[Fault] = Field(
        default=[], description=gettext_lazy("Everything that is wrong, each with where.")
    )


class Refused(Exception):
    """Raised where something cannot be; answered as a ``Problem``."""

    def __init__(
        self,
        status: int,
        detail: str = "",
        *,
        errors: Iterable[Fault] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, detail)
        self.status, self.detail, self.errors = status, detail, list(errors)
        self.headers = dict(headers or {})

    @classmethod
    def wrong(cls, path: str, message: str) -> "Refused":
        """One thing in what was asked cannot be so."""
        return cls(422, errors=[Fault(path=path, message=message)])

    def answer(self) -> HttpResponse:
        title = TITLES.get(self.status) or HTTPStatus(self.status).phrase
        problem = Problem(
            title=str(title),
            status=self.status,
            detail=str(self.detail) or usual(self.errors),
            errors=self.errors,
        )
        content = problem.model_dump_json()
        return HttpResponse(content, status=self.status, content_type=MEDIA_TYPE, headers=self.headers)


def usual(errors: list[Fault]) -> str:
    """What to say where nobody said more."""
    if errors:
        return _("Nothing was done. “errors” says what is wrong, and where.")
    return _("There is nothing at this address, or it is not yours.")


def problems(*statuses: int) -> dict[int, Any]:
    """What an operation may answer besides what was asked for.

    Everything is throttled, and a token that is sent must be right, needed or not.
    """
    return dict.fromkeys(sorted({*statuses, 401, 429}), Problem)
