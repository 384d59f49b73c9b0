"""What a browser that has never been here transfers for one page: the page, its styles, scripts and fonts."""

import re
from urllib.parse import urljoin

from tests.bench.pages import plain
from tests.bench.server import Browser

LINKED = re.compile(r'(?:href|src)="(/static/[^"#]+\.(?:css|js|svg|png|woff2))')
IN_STYLES = re.compile(r'url\(["\']?([^"\')#]+\.(?:woff2|svg))')
IMPORTED = re.compile(r'(?:from|^import) ?"(\./[^"]+\.js)"', re.MULTILINE)
# A page in English needs the Latin part of each font; the extended parts have a unicode-range of their own.
NOT_NEEDED = re.compile(r"latin-ext|apple-touch-icon")


def files(browser: Browser, page: str) -> dict[str, int]:
    """Bytes that travel, by address; the page itself is "" among them."""
    body = browser.get(page)
    sizes = {"": len(body.body)}
    waiting = LINKED.findall(text(body.body))
    while waiting:
        address = waiting.pop()
        if address in sizes or NOT_NEEDED.search(address):
            continue
        answer = browser.get(address)
        assert answer.status == 200, address
        sizes[address] = len(answer.body)
        linked = IN_STYLES if ".css" in address else IMPORTED if "/js/" in address else None
        if linked:
            waiting += [urljoin(address, found) for found in linked.findall(text(answer.body))]
    return sizes


def text(body: bytes) -> str:
    return plain(body).decode()


def summary(sizes: dict[str, int]) -> tuple[int, int, int]:
    """Bytes of the page itself, of everything but fonts, and of everything."""
    fonts = sum(size for address, size in sizes.items() if address.endswith(".woff2"))
    whole = sum(sizes.values())
    return sizes[""], whole - fonts, whole
