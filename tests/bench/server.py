"""The whole server in this process: the WSGI application with every middleware, called without a socket."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http.cookies import SimpleCookie
from io import BytesIO
from time import process_time
from typing import Any
from urllib.parse import urlencode

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import RequestFactory


@dataclass(frozen=True)
class Answer:
    """One answer as the browser gets it. ``seconds`` of the processor, ``body`` what travels."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float


class Browser:
    """Keeps cookies, accepts compressed answers, and can post the forms of a page."""

    def __init__(self) -> None:
        self.server = get_wsgi_application()
        self.cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, b"", headers)

    def post(self, path: str, data: dict[str, str], **headers: str) -> Answer:
        """As htmx posts: with the header that proves the form is ours."""
        token = {"HTTP_X_CSRFTOKEN": self.cookies["csrftoken"], "HTTP_HX_REQUEST": "true"}
        return self._ask("POST", path, urlencode(data).encode(), token | headers)

    def _ask(self, method: str, path: str, content: bytes, headers: dict[str, str]) -> Answer:
        environ = RequestFactory()._base_environ(
            REQUEST_METHOD=method,
            PATH_INFO=path.partition("?")[0],
            QUERY_STRING=path.partition("?")[2],
            CONTENT_TYPE="application/x-www-form-urlencoded",
            CONTENT_LENGTH=str(len(content)),
            HTTP_ACCEPT_ENCODING="gzip",
            HTTP_COOKIE="; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            **{"wsgi.input": BytesIO(content)},
            **headers,
        )
        told: list[Any] = []
        begun = process_time()
        stream = self.server(environ, lambda status, fields, *_rest: told.extend([status, fields]))
        body = b"".join(stream)
        if hasattr(stream, "close"):
            stream.close()
        seconds = process_time() - begun
        self._keep(value for name, value in told[1] if name == "Set-Cookie")
        return Answer(int(told[0].split()[0]), dict(told[1]), body, seconds)

    def _keep(self, cookies: Iterable[str]) -> None:
        for text in cookies:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(text).items()}


def counted(ask: Callable[[], Answer]) -> tuple[Answer, int]:
    """The answer, and how many queries it took, those for the person who asks included."""
    said: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        said.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        return ask(), len(said)
