"""What the tests of every change in the builder share: pressing a button, and reading the board after it."""

import re
from html import unescape

NOT_FOUND = {"hal": 404, "sam": 404, "guest": 404, "nobody": 404}
HTMX = {"HX-Request": "true"}
AWKWARD = ["🌱 صباح الخير", "<script>alert(1)</script>", 'a "quoted" & <b>bold</b>']


def press(browser, url, **data):
    """Post as htmx does."""
    return browser.post(url, data, headers=HTMX)


def is_board(answer):
    """Whether the answer is the one element ``#board`` and nothing around it."""
    text = answer.text.strip()
    return text.startswith('<div id="board"') and text.endswith("</div>") and "<html" not in text


def said(answer):
    """What the live region says."""
    return unescape(re.search(r'id="said"[^>]*>(.*?)</p>', answer.text)[1])


def sentence(answer, field):
    """The sentence at the field with this id, or ""."""
    found = re.search(rf'<p class="field-error" id="{field}-error">(.*?)</p>', answer.text)
    return unescape(found[1]) if found else ""


def typed(answer, field):
    """What stands in the field with this id."""
    boxes = re.findall(r"<(?:input|textarea)[^>]*>[^<]*", answer.text)
    box = next(box for box in boxes if f'id="{field}"' in box)
    text = re.search(r'value="(.*?)"', box)[1] if box.startswith("<input") else box.split(">", 1)[1]
    return unescape(text).strip()


def titles(session):
    """The rows of a session in their order."""
    return list(session.activities.order_by("position").values_list("title", flat=True))


def messages(answer):
    """The messages on the page that a redirect led to."""
    return [str(message) for message in answer.context["messages"]]
