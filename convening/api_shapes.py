"""JSON Schemas in words: what may stand where, and an example of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One parameter or field: ``items[].slug`` is the slug of each of the items."""

    name: str
    kind: str
    required: bool
    about: str = ""
    where: str = ""
    """Of a parameter: path, query or header."""
    choices: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True)
class Shapes:
    """The shapes of a description by name. Those in ``known`` are told elsewhere, so only their example is needed."""

    named: Mapping[str, Schema]
    known: Mapping[str, Any]

    def parameter(self, told: Schema) -> Row:
        about = told.get("description", "")
        return self.row(told["name"], told["schema"], told.get("required", False), about, told["in"])

    def row(self, name: str, schema: Schema, required: bool, about: str = "", where: str = "") -> Row:
        plain = self.plain(schema)
        return Row(
            name=name,
            kind=self.kind(schema),
            required=required,
            about=about or plain.get("description", ""),
            where=where,
            choices=tuple(map(str, self.enumerated(plain))),
            default=said(plain.get("default")),
        )

    def rows(self, schema: Schema) -> tuple[Row, ...]:
        """Every field, those of parts below their part."""
        return tuple(self.below(schema, "", ()))

    def below(self, schema: Schema, prefix: str, inside: tuple[str, ...]) -> Iterator[Row]:
        """The fields of an object or of each item of a list, unless it is ``inside`` itself or told elsewhere."""
        name, plain = self.name(schema), self.plain(schema)
        if name and (name in inside or name in self.known):
            return
        if plain.get("type") == "array":
            yield from self.below(plain.get("items", {}), f"{prefix}[]", inside)
        for key, part in plain.get("properties", {}).items():
            path = f"{prefix}.{key}" if prefix else key
            yield self.row(path, part, key in plain.get("required", ()))
            yield from self.below(part, path, (*inside, name))

    def name(self, schema: Schema) -> str:
        """The name of the shape that is referred to, if it is one."""
        ways = [schema, *schema.get("allOf", []), *possible(schema)]
        return next((one["$ref"].rsplit("/", 1)[-1] for one in ways if "$ref" in one), "")

    def plain(self, schema: Schema) -> dict[str, Any]:
        """Without references, and without the null that an optional field may be."""
        told = {key: value for key, value in schema.items() if key not in {"$ref", "allOf", "anyOf", "oneOf"}}
        parts = [self.named[self.name({"$ref": schema["$ref"]})]] if "$ref" in schema else []
        parts += schema.get("allOf", [])
        ways = possible(schema)
        parts += ways if len(ways) == 1 else []
        whole: dict[str, Any] = {}
        for part in parts:
            whole |= self.plain(part)
        whole |= told | ({"anyOf": ways} if len(ways) > 1 else {})
        if isinstance(whole.get("type"), list):
            whole["type"] = next(kind for kind in whole["type"] if kind != "null")
        return whole

    def enumerated(self, plain: Schema) -> list[Any]:
        of_items = self.plain(plain.get("items", {})).get("enum", []) if plain.get("type") == "array" else []
        return plain.get("enum", of_items)

    def kind(self, schema: Schema) -> str:
        words = self.words(schema)
        return _("%(kind)s or null") % {"kind": words} if may_be_null(schema) else words

    def words(self, schema: Schema) -> str:
        plain = self.plain(schema)
        if self.name(schema) in self.known:
            return _("a journey as a document")
        if len(plain.get("anyOf", [])) > 1:
            return _(" or ").join(dict.fromkeys(self.words(one) for one in plain["anyOf"]))
        if "const" in plain:
            return said(plain["const"])
        if "enum" in plain:
            return _("one of")
        if plain.get("type") == "array":
            return self.list_of(plain)
        return simple(plain)

    def list_of(self, plain: Schema) -> str:
        items = plain.get("items", {})
        if self.enumerated(plain):
            return _("some of")
        return _("list of %(kind)s") % {"kind": self.words(items).partition(",")[0]}

    def example(self, schema: Schema, inside: tuple[str, ...] = ()) -> Any:
        """An example: the description's own, or one that is made of its parts."""
        name, plain = self.name(schema), self.plain(schema)
        if name in self.known:
            return self.known[name]
        for key in ("examples", "enum"):
            if plain.get(key):
                return plain[key][0]
        for key in ("const", "default"):
            if key in plain:
                return plain[key]
        return self.made(plain, (*inside, name) if name else inside)

    def made(self, plain: Schema, inside: tuple[str, ...]) -> Any:
        if plain.get("type") == "array":
            items = plain.get("items", {})
            return [] if self.name(items) in inside else [self.example(items, inside)]
        if "properties" in plain:
            fields = plain["properties"].items()
            return {key: self.example(part, inside) for key, part in fields if self.name(part) not in inside}
        if len(plain.get("anyOf", [])) > 1:
            return self.example(plain["anyOf"][0], inside)
        return SIMPLE.get(plain.get("type", ""), {})


SIMPLE: dict[str, Any] = {"integer": 1, "number": 0.5, "boolean": True, "string": "…", "null": None}


def possible(schema: Schema) -> list[Schema]:
    ways = schema.get("anyOf") or schema.get("oneOf") or []
    return [one for one in ways if one.get("type") != "null"]


def may_be_null(schema: Schema) -> bool:
    kinds = schema.get("type", "")
    return (
        "null" in kinds if isinstance(kinds, list) else len(possible(schema)) < len(schema.get("anyOf", []))
    )


def simple(plain: Schema) -> str:
    kind = plain.get("type", "")
    if kind in {"integer", "number"}:
        return f"{_('whole number') if kind == 'integer' else _('number')}{between(plain)}"
    if kind == "string":
        return of_text(plain)
    return {"boolean": _("true or false"), "object": _("object")}.get(kind, _("anything"))


def of_text(plain: Schema) -> str:
    formats = {"date": _("date"), "date-time": _("date and time"), "uri": _("address"), "time": _("time")}
    kind = formats.get(plain.get("format", ""), _("text"))
    if "maxLength" not in plain:
        return kind
    return _("%(kind)s, up to %(number)s signs") % {"kind": kind, "number": plain["maxLength"]}


def between(plain: Schema) -> str:
    """The bounds of a number, with the word that joins them to what stands before."""
    low, high = plain.get("minimum"), plain.get("maximum")
    if low is not None and high is not None:
        return _(", %(low)s to %(high)s") % {"low": low, "high": high}
    if low is not None:
        return _(", from %(low)s") % {"low": low}
    return "" if high is None else _(", up to %(high)s") % {"high": high}


def said(value: Any) -> str:
    """A default as it would stand in JSON; nothing where there is none worth saying."""
    return (
        "" if value in (None, "", [], {}) else str(value).lower() if isinstance(value, bool) else str(value)
    )
