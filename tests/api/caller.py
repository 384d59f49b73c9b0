"""A script that calls the API, with somebody's token or without one."""

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client

from convening.models import Token

ROOT = "/api/v1"


class Caller:
    """``person`` None sends no token."""

    def __init__(self, person: Any = None) -> None:
        self.person, self.browser = person, Client()
        self.headers = {"Authorization": f"Bearer {Token.objects.make(person, 'A script')}"} if person else {}

    def get(self, path: str, **query: Any) -> HttpResponse:
        return self.browser.get(address(path), query, headers=self.headers)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Text and bytes are sent as they are, everything else as JSON; ``if_match`` is the header If-Match."""
        content = body if isinstance(body, str | bytes) else json.dumps(body)
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        kind = more.pop("content-type", "application/json")
        return self.browser.generic(
            method, address(path), content, content_type=kind, headers=self.headers | more
        )

    def post(self, path: str, body: Any, **headers: str) -> HttpResponse:
        return self.send("POST", path, body, **headers)

    def put(self, path: str, body: Any, **headers: str) -> HttpResponse:
        return self.send("PUT", path, body, **headers)


def address(path: str) -> str:
    return path if path.startswith("http") else ROOT + path


def wrong(answer: HttpResponse) -> dict[str, str]:
    """What a 422 says is wrong, by its path."""
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    return {one["path"]: one["message"] for one in answer.json()["errors"]}


def told(answer: HttpResponse) -> tuple[int, str]:
    """The status and the sentence of a problem."""
    problem = answer.json()
    assert answer["Content-Type"] == "application/problem+json"
    assert set(problem) == {"type", "title", "status", "detail", "errors"}
    assert (problem["type"], problem["status"]) == ("about:blank", answer.status_code)
    return answer.status_code, problem["detail"]
