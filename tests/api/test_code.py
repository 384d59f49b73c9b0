"""Code as the page shows it."""

import pytest

from convening.templatetags.code import a_minute, short, tinted


@pytest.mark.parametrize(
    ("json", "shown"),
    [
        ('{"a": "b"}', "{&quot;a&quot;: <i>&quot;b&quot;</i>}"),
        ('["a", 1, -2.5]', "[<i>&quot;a&quot;</i>, <i>1</i>, <i>-2.5</i>]"),
        ('{"a": null}', "{&quot;a&quot;: <i>null</i>}"),
        ('{"a": true, "b": false}', "{&quot;a&quot;: <i>true</i>, &quot;b&quot;: <i>false</i>}"),
        ('"a \\" : b"', "<i>&quot;a \\&quot; : b&quot;</i>"),
        ('"<b>&"', "<i>&quot;&lt;b&gt;&amp;&quot;</i>"),
        ("<b>", "&lt;b&gt;"),
    ],
)
def test_values_are_tinted_and_nothing_is_markup(json, shown):
    assert tinted(json) == shown


def test_the_rest():
    assert short("/api/v1/structures/{slug}") == "/structures/{slug}"
    assert a_minute("600/m") == 600
