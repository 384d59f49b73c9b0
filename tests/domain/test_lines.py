"""How a line of the catalogue is put."""

import pytest

from structures.domain.lines import Form, form


@pytest.mark.parametrize(
    ("line", "put"),
    [
        ("admit our own bad practices without blaming anyone", Form.DEED),
        ("Sort the backlog with everyone who has a stake in it", Form.DEED),
        ("begin, again and again", Form.DEED),
        ("stress-test a plan", Form.DEED),
        ("turn the question upside down: how would we fail?", Form.DEED),
        ("what are we afraid of in this change?", Form.QUESTION),
        ("What I hope will happen here is …", Form.QUESTION),
        ("nobody reads the manual", Form.OTHER),
        ("stories of success", Form.OTHER),
        ("", Form.OTHER),
        (" ", Form.OTHER),
    ],
)
def test_lines_are_told_apart(line, put):
    assert form(line) == put
