"""What was measured, as tables that read well in a terminal and in Markdown."""

from collections.abc import Iterable, Sequence

from tests.bench.pages import Measured

Sizes = tuple[int, int, int]

Bar = tuple[str, float, float]
"""What must hold, what it is, and the most it may be."""


def speed(lines: Sequence[Measured]) -> str:
    empty = lines[0]
    rows = [
        (
            line.name,
            f"{line.ms:.1f}",
            f"{line.ms / empty.ms:.1f}",
            line.queries,
            kilo(line.raw),
            kilo(line.sent),
        )
        for line in lines
    ]
    return drawn(("page", "ms", "empty pages", "queries", "kB", "kB sent"), rows)


def weight(page: int, without_fonts: int, whole: int) -> str:
    """What a browser that was never here transfers for the builder with 30 activities."""
    rows = [
        ("page", kilo(page)),
        ("with styles and scripts", kilo(without_fonts)),
        ("with fonts", kilo(whole)),
    ]
    return drawn(("builder, 30 activities, first visit", "kB sent"), rows)


def bars(held: Sequence[Bar]) -> str:
    rows = [
        (what, f"{found:.1f}", f"{most:g}", "holds" if found <= most else "BROKEN")
        for what, found, most in held
    ]
    return drawn(("bar", "is", "at most", ""), rows)


def all_hold(held: Sequence[Bar]) -> bool:
    return all(found <= most for _what, found, most in held)


def held(lines: Sequence[Measured], sizes: Sizes) -> list[Bar]:
    """The bars of the pages."""
    empty, _small, usual, long, _few, edit, _many, _drawn, kept, known = lines[:10]
    return [
        ("builder of 30, in empty pages", usual.ms / empty.ms, 10),
        ("builder of 120, in builders of 30", long.ms / usual.ms, 3.5),
        ("queries of a builder", max(usual.queries, long.queries), 12),
        ("one edit to the changed board, ms", edit.ms, 100),
        ("agenda that nobody changed, in empty pages", max(kept.ms, known.ms) / empty.ms, 1.5),
        ("queries of an agenda", max(one.queries for one in lines[7:10]), 6),
        ("builder without fonts, kB", sizes[1] / 1000, 90),
        ("builder with fonts, kB", sizes[2] / 1000, 220),
    ]


def kilo(size: int) -> str:
    return f"{size / 1000:.1f}"


def drawn(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table whose columns line up."""
    cells = [head, *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])
