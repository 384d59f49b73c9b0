"""Two browsers edit one journey for a minute, not waiting for each other: both end as the server, nothing is lost."""

import json
import random
from itertools import count
from time import monotonic

from playwright.sync_api import Error, expect

from tests.browser.test_live import people, two  # noqa: F401  (fixtures)

SECONDS = 60
SEED = 20270114
FIELDS = ["title", "minutes", "invitation", "lead"]
BUTTONS = {"up": ".row [value=up]:enabled", "down": ".row [value=down]:enabled"}

LISTEN = """() => {
  window.heard = [];
  const listen = () => heard.push(document.getElementById("said").textContent,
    document.getElementById("messages").textContent);
  new MutationObserver(listen).observe(document.body, {subtree: true, childList: true, characterData: true});
}"""

SETTLED = """() => [document.getElementById("board").dataset.revision,
  [...document.querySelectorAll(".row")].map(row => ["begins", "minutes", "title", "invitation", "lead"]
    .map(name => row.querySelector(`[name=${name}]`)?.value ?? ""))]"""


class Somebody:
    """One page, and what its person does to it."""

    def __init__(self, page, name, rng):
        self.page, self.name, self.rng, self.numbers = page, name, rng, count(1)
        self.typed, self.given_up = [], set()
        page.evaluate(LISTEN)

    def act(self):
        act = self.rng.choices([self.write, self.press, self.park, self.add, self.undo], [12, 4, 2, 1, 2])[0]
        try:
            act()
        except Error as error:  # the other one took away what was to be pressed: so it goes with two
            if "Timeout" not in str(error):
                raise

    def any(self, selector):
        found = self.page.locator(selector)
        return found.nth(self.rng.randrange(max(1, found.count())))

    def write(self):
        name = self.rng.choice(FIELDS)
        box = self.any(f".row .edits [name={name}]")
        text = str(self.rng.randint(5, 60)) if name == "minutes" else f"{self.name}{next(self.numbers)}"
        before = box.input_value(timeout=800)
        box.fill(text, timeout=800)
        if box.input_value(timeout=800) != text:  # the other's words came in at that moment: one sees it
            box.fill(text, timeout=800)
        self.give_up(before)  # where it was not saved yet, one has typed over it oneself
        if name != "minutes":
            self.typed.append(text)
        box.blur(timeout=800)
        self.settle()

    def settle(self):
        """Where both wrote: sometimes one's own stays, sometimes the other's."""
        if self.page.locator(".ways-out").count():
            way = self.rng.choice(["Keep mine", "Take theirs"])
            if way == "Take theirs":
                self.give_up(self.page.locator("[data-conflict]").first.input_value(timeout=800))
            self.page.locator(".ways-out").first.get_by_text(way).click(timeout=800)

    def give_up(self, text):
        self.given_up.add(text)

    def press(self):
        self.any(BUTTONS[self.rng.choice(["up", "down"])]).click(timeout=800)

    def park(self):
        wanted = self.rng.choice(["[id^=park-]", "[id^=return-]"])
        self.any(wanted).evaluate("one => one.click()", timeout=800)

    def add(self):
        self.page.get_by_role("button", name="Break", exact=True).first.click(timeout=800)

    def undo(self):
        self.page.locator("#undo:enabled").click(timeout=800)


def test_a_minute_of_two(two, plan):  # noqa: F811
    rng = random.Random(SEED)
    ana, ben = (Somebody(page, name, rng) for page, name in zip(two, ["Ana", "Ben"], strict=True))
    end = monotonic() + SECONDS
    while monotonic() < end:
        rng.choice([ana, ben]).act()
    for one in (ana, ben):  # what is left in conflict is settled
        while one.page.locator(".ways-out").count():
            one.settle()
            one.page.wait_for_timeout(200)

    journey = plan.journey
    for page in two:
        expect(page.locator("#board")).not_to_have_class("htmx-request")
    two[0].wait_for_timeout(6000)
    journey.refresh_from_db()
    shown = [page.evaluate(SETTLED) for page in two]

    assert [revision for revision, _rows in shown] == [str(journey.revision)] * 2
    assert shown[0][1] == shown[1][1]
    rows = [*plan_rows(journey)]
    assert [row[2] for row in shown[0][1]] == rows
    assert journey.revision > 30
    kept = "\n".join(json.dumps(one.read(), ensure_ascii=False) for one in journey.revisions.all())
    for one in (ana, ben):
        told = "\n".join(said for said in one.page.evaluate("heard") if "You had written" in said)
        lost = [text for text in one.typed if f'"{text}"' not in kept and text not in one.given_up]
        assert [text for text in lost if f"“{text}”" not in told] == []
        assert len(one.typed) > 20


def plan_rows(journey):
    """The titles as the server has them: the sessions' rows, then what is parked."""
    for session in journey.sessions.all():
        yield from session.activities.order_by("position").values_list("title", flat=True)
    yield from journey.activities.filter(session=None).order_by("position").values_list("title", flat=True)
