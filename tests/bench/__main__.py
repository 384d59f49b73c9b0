"""How fast Convening is: ``python3 dev.py bench``.

Everything is measured in one run and told as a ratio to the empty page (``base.html`` for a signed-in person,
nothing in it), so that runs on different machines can be compared. The WSGI application is called in this
process, with every middleware and without a socket, on a new SQLite database with the whole catalogue.
Milliseconds are those of the processor.
"""

import os
import sys
import tempfile


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BENCH_FOLDER"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
        import django

        django.setup()
        return report()


def report() -> int:
    """Print what was measured and how it stands to the bars; the exit code says whether all of them hold."""
    from tests.bench import cold, drafting, engine, matching, pages, repairing, table, world
    from tests.bench.server import Browser

    user = world.build()
    browser = Browser()
    browser.cookies |= world.cookie_of(user)
    journeys = {size: world.plan(user, size) for size in (5, 30, 120)}
    lines = [
        *pages.gets(browser, {"empty page": "/empty/"}),
        *pages.builders(browser, journeys),
        *pages.edits(browser, {size: world.plan(user, size) for size in journeys}),
        *pages.agendas(journeys[30]),
        *pages.gets(browser, {"catalogue": "/structures/", "a structure": "/structures/triz/"}),
    ]
    pages.measure(lines)
    sizes = cold.summary(cold.files(browser, journeys[30].get_absolute_url()))
    long = world.plan(user, engine.ACTIVITIES)
    reckoned = [*engine.measured(long), *repairing.measured(long), *drafting.measured(user)]
    bars = [
        *table.held(lines, sizes),
        *((one.name, one.ms, one.most) for one in reckoned),
        *matching.measured(),
    ]
    print(table.speed(lines), table.weight(*sizes), table.bars(bars), sep="\n\n")
    return 0 if table.all_hold(bars) else 1


if __name__ == "__main__":
    sys.exit(main())
