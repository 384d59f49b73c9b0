"""The description of the API (OpenAPI), as plain values that a page can show to people."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import quote_plus

from convening.api_shapes import Row, Shapes

PROBLEM = 400
"""What is answered from this status on is a problem, unless it brings something else along."""


@dataclass(frozen=True)
class Content:
    """What is sent or answered: an example, and every field that there may be."""

    example: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Answer:
    status: int
    about: str
    content: Content | None = None


@dataclass(frozen=True)
class Operation:
    """One thing that the API does."""

    name: str
    method: str
    path: str
    summary: str
    about: tuple[str, ...]
    needs_token: bool
    parameters: tuple[Row, ...]
    command: str
    """What to type into a terminal."""
    body: Content | None = None
    answers: tuple[Answer, ...] = ()
    problems: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Section:
    name: str
    operations: list[Operation] = field(default_factory=list)


@dataclass(frozen=True)
class Reader:
    """Reads a description. ``root`` is where the server is, ``known`` has an example of each shape that is told
    elsewhere, and ``calls`` has by operation what is ``given``, sent as ``body`` and comes as ``answer``.
    """

    description: Mapping[str, Any]
    root: str = ""
    known: Mapping[str, Any] = field(default_factory=dict)
    calls: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def shapes(self) -> Shapes:
        return Shapes(self.description.get("components", {}).get("schemas", {}), self.known)

    def sections(self) -> list[Section]:
        """The operations by their first tag, in the order of the description."""
        found: dict[str, Section] = {}
        for path, method, told in self.operations():
            name = told.get("tags", [""])[0]
            found.setdefault(name, Section(name)).operations.append(self.operation(path, method, told))
        return list(found.values())

    def operations(self) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
        for path, methods in self.description["paths"].items():
            for method, told in methods.items():
                yield path, method.upper(), told

    def operation(self, path: str, method: str, told: Mapping[str, Any]) -> Operation:
        call = self.calls.get(told["operationId"], {})
        answers = [self.answer(int(status), one, call) for status, one in told["responses"].items()]
        return Operation(
            name=told["operationId"],
            method=method,
            path=path,
            summary=told["summary"],
            about=paragraphs(told.get("description", "")),
            needs_token=needs_token(told),
            parameters=tuple(self.shapes.parameter(one) for one in told["parameters"]),
            command=self.command(path, method, told, call.get("given", {})),
            body=self.content(told.get("requestBody", {}), call.get("body")),
            answers=tuple(one for one in answers if not is_problem(one)),
            problems=tuple(one for one in answers if is_problem(one)),
        )

    def answer(self, status: int, told: Mapping[str, Any], call: Mapping[str, Any]) -> Answer:
        about = told.get("description") or HTTPStatus(status).phrase
        if any("problem" in kind for kind in told.get("content", {})):
            return Answer(status, about)
        return Answer(status, about, self.content(told, call.get("answer")))

    def content(self, told: Mapping[str, Any], example: Any = None) -> Content | None:
        for one in told.get("content", {}).values():
            shown = self.shapes.example(one["schema"]) if example is None else example
            return Content(pretty(shown), self.shapes.rows(one["schema"]))
        return None

    def command(self, path: str, method: str, told: Mapping[str, Any], given: Mapping[str, Any]) -> str:
        """A line for curl that can be tried."""
        parts = {where: self.given(told["parameters"], where, given) for where in ("path", "query", "header")}
        for name, value in parts["path"].items():
            path = path.replace(f"{{{name}}}", str(value))
        query = [option(name, value) for name, values in parts["query"].items() for value in listed(values)]
        lines = [f"curl {'-G ' if query else ''}'{self.root}{path}'", *query]
        lines += [f"-X {method}"] * (method not in {"GET", "POST"})
        if needs_token(told):
            lines.append('-H "Authorization: Bearer $CONVENING_TOKEN"')
        lines += [f"-H '{name}: {value}'" for name, value in parts["header"].items()]
        if "requestBody" in told:
            lines += ["-H 'Content-Type: application/json'", f"-d @{told['operationId']}.json"]
        return " \\\n  ".join(lines)

    def given(
        self, parameters: list[Mapping[str, Any]], where: str, given: Mapping[str, Any]
    ) -> dict[str, Any]:
        """What the line says: what the call gives, and whatever must be said."""
        return {
            one["name"]: given.get(one["name"], self.shapes.example(one["schema"]))
            for one in parameters
            if one["in"] == where and (one["name"] in given or one.get("required"))
        }


def option(name: str, value: Any) -> str:
    """One parameter of the address, as curl takes it: readable, and encoded where that makes a difference."""
    plain = quote_plus(str(value)) == str(value)
    return f"-d {name}={value}" if plain else f"--data-urlencode '{name}={value}'"


def listed(values: Any) -> list[Any]:
    return values if isinstance(values, list) else [values]


def is_problem(answer: Answer) -> bool:
    return answer.status >= PROBLEM and answer.content is None


def needs_token(told: Mapping[str, Any]) -> bool:
    ways = told.get("security", [])
    return bool(ways) and {} not in ways


def paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def pretty(example: Any) -> str:
    return json.dumps(example, ensure_ascii=False, indent=2)
