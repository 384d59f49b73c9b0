"""Materials as people write them down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain.listing import from_text, to_text
from structures.domain.shapes import Material, Mode, Per
from tests.domain.profile import CALM

WORDS = {
    "person": "per person",
    "pair": "per pair",
    "group": "per group",
    "station": "per station",
    "online": "(online)",
    "in_person": "(in the room)",
    "optional": "(optional)",
}


@pytest.mark.parametrize(
    ("line", "material"),
    [
        ("bell", Material("bell")),
        ("12 markers", Material("markers", 12)),
        ("2 index cards per person", Material("index cards", 2, Per.PERSON)),
        ("2 x index cards per person", Material("index cards", 2, Per.PERSON)),
        ("2× index cards Per Person", Material("index cards", 2, Per.PERSON)),
        ("flip chart per group (optional)", Material("flip chart", 1, Per.GROUP, required=False)),
        ("flip chart (optional) per group", Material("flip chart", 1, Per.GROUP, required=False)),
        ("whiteboard (online)", Material("whiteboard", mode=Mode.ONLINE)),
        ("per person", Material("per person")),  # nothing is left to bring without it
        ("25/10 cards", Material("25/10 cards")),
        ("0 chairs", Material("chairs")),
        ("99999 chairs", Material("chairs", 10_000)),
        ("5", Material("5")),
    ],
)
def test_a_line_is_a_material(line: str, material: Material) -> None:
    assert from_text(line, WORDS) == [material]


def test_empty_lines_say_nothing() -> None:
    assert from_text("\n bell \n\n2 pens\n", WORDS) == [Material("bell"), Material("pens", 2)]
    assert from_text("", WORDS) == []


@CALM
@given(
    st.lists(
        st.builds(
            Material,
            item=st.sampled_from(["pen", "sticky notes", "flip chart, large", "3 flip charts", "2 x 4"]),
            quantity=st.integers(1, 10_000),
            per=st.sampled_from(Per),
            required=st.booleans(),
            mode=st.sampled_from(Mode),
        ),
        max_size=5,
    )
)
def test_what_is_written_is_read_again(materials: list[Material]) -> None:
    assert from_text(to_text(materials, WORDS), WORDS) == materials


def test_a_line_of_endings_is_read_however_long() -> None:
    (found,) = from_text("pen" + " per pair" * 1100, WORDS)

    assert (found.item, found.per) == ("pen", Per.PAIR)
