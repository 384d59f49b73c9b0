"""Hands for the builder: rows, fields, the clock, and waiting for what a change says."""

import re
from contextlib import contextmanager

from playwright.sync_api import Page, expect

ROWS = """rows => rows.map(row => [
  row.querySelector("[name=begins]")?.value ?? row.querySelector(".time").innerText,
  Number(row.querySelector("[name=minutes]").value),
  row.querySelector("[name=title]").value,
])"""


def day(page: Page) -> list[tuple[str, int, str]]:
    """Begin, minutes and title of every row on the clock, from top to bottom."""
    return [tuple(row) for row in page.locator(".session .row").evaluate_all(ROWS)]


def titles(rows) -> list[str]:
    """The titles of the rows, in their order."""
    return rows.locator(".edits [name=title]").evaluate_all("all => all.map(one => one.value)")


def row(page: Page, title: str):
    """The row with this title, on the clock or parked."""
    return page.locator(f'.row:has(> .edits [name=initial-title][value="{title}"])')


def field(inside, name: str):
    """Its own field of that name: the steps of an open row have some of the same."""
    return inside.locator(f"[name={name}]").first


@contextmanager
def saying(page: Page, words: str | re.Pattern[str]):
    """Do one change, and wait until the builder says ``words`` about it."""
    page.locator("#said").evaluate("said => { said.textContent = '' }")
    yield
    expect(page.locator("#said")).to_have_text(words)


def write(box, text: str, *, words: str = "Saved.") -> None:
    """Type into a field and leave it: that saves."""
    with saying(box.page, words):
        box.fill(text)
        box.blur()


def press(button, words: str | re.Pattern[str]) -> None:
    with saying(button.page, words):
        button.click()


def press_in_menu(row, name: str, words: str | re.Pattern[str]) -> None:
    """Press a button of the row's menu."""
    row.locator(".more > summary").click()
    press(row.get_by_role("button", name=name), words)


def unfold(row) -> None:
    """Show what is folded away in the row: steps, brief, notes."""
    row.locator("[data-open]").first.click()
    expect(row.locator(".details").first).to_be_visible()
