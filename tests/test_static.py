"""Static files as production serves them: named by their content, compressed, kept by browsers for ever."""

import gzip
import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.test.utils import override_settings

from convening.settings import BASE_DIR, NAMED_BY_CONTENT
from convening.storage import bare_style


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Fails where a style sheet names a file that does not exist."""
    folder = tmp_path_factory.mktemp("static")
    storages = {"staticfiles": {"BACKEND": NAMED_BY_CONTENT}}
    with override_settings(STATIC_ROOT=folder, STORAGES=storages, WHITENOISE_AUTOREFRESH=False):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield folder


def test_a_style_sheet_is_served_compressed_and_for_ever(collected):
    (named,) = collected.glob("css/tokens.????????????.css")

    answer = Client().get(f"/static/css/{named.name}", headers={"accept-encoding": "gzip"})

    content = gzip.decompress(b"".join(answer.streaming_content))

    assert content.startswith(b"@layer")
    assert (answer.status_code, answer["Content-Encoding"]) == (200, "gzip")
    assert answer["Cache-Control"] == "max-age=315360000, public, immutable"


@pytest.mark.django_db
def test_a_page_names_its_files_by_their_content(collected):
    text = Client().get("/accounts/login/").text

    (named,) = collected.glob("css/frame.????????????.css")
    assert f'href="/static/css/{named.name}"' in text
    assert 'href="/static/css/frame.css"' not in text


def test_a_script_imports_others_under_the_names_that_pages_give_them(collected):
    """Otherwise a browser would load a script twice, and two queues of changes would not know of each other."""
    (board,) = collected.glob("js/board.????????????.js")
    (builder,) = collected.glob("js/builder.????????????.js")

    imported = re.findall(r'from "(.*?)"', builder.read_text())

    assert f"./{board.name}" in imported
    assert [name for name in imported if not (collected / "js" / name).exists()] == []
    assert [name for name in imported if name.count(".") < 3] == []


STATIC = BASE_DIR / "static"
OURS = sorted(path.relative_to(STATIC) for kind in ("css", "js") for path in (STATIC / kind).iterdir())
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
IMPORT = re.compile(r'^@import "(.*)";', re.MULTILINE)


def whole(file):
    """What we wrote, with the style sheets that it imports in their places."""
    text = (STATIC / file).read_text()
    return IMPORT.sub(lambda found: whole(file.with_name(found[1])), text) if file.suffix == ".css" else text


@pytest.mark.parametrize("file", OURS, ids=str)
def test_comments_stay_at_home_and_nothing_else_does(collected, file):
    (served,) = collected.glob(f"{file.with_suffix('')}.????????????{file.suffix}")

    def code(text):
        """Without blanks, and without what names are made of the content."""
        return re.sub(r"\.[0-9a-f]{12}\b", "", "".join(text.split()))

    assert code(served.read_text()) == code(COMMENT.sub("", whole(file)))


def test_blanks_that_mean_something_travel():
    style = """
        /* it's "here" */
        .a :hover > b,
        .c  { content: " ;  }"; inline-size: calc(1px  +  2px) ; }
        @media (width < 3rem) { .d { margin: 0 1px; } }
    """
    assert bare_style(style.encode()).decode() == (
        '.a :hover > b, .c{content: " ;  }";inline-size: calc(1px + 2px);}@media (width < 3rem){.d{margin: 0 1px;}}'
    )
