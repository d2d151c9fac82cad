"""The words of the plan's vocabularies, read as people write them."""

import pytest

from hubra_desktop.model.plan.counts import parsed_exactness
from hubra_desktop.model.plan.terms import Exactness


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("drygt 100", (Exactness.OVER, "100")),
        ("Mer  än 1 200", (Exactness.OVER, "1 200")),
        ("cirka 20", (Exactness.ABOUT, "20")),
        ("ca. 20", (Exactness.ABOUT, "20")),
        ("exakt 20", (Exactness.EXACT, "20")),
        (" 20 ", (None, "20")),
        ("drygt", (None, "drygt")),
        ("cafébesök 20", (None, "cafébesök 20")),
    ],
)
def test_how_exact_a_number_is_stands_before_it(
    text: str, said: tuple[Exactness | None, str]
) -> None:
    assert parsed_exactness(text) == said
