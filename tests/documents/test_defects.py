"""The checks bite: every way of spoiling a file that we know is found."""

import pytest

from hubra_desktop.documents.kit.render import to_pdf
from tests.documents.checks import problems
from tests.documents.defects import KINDS, raw_defects, spoiled
from tests.documents.reports import COMPLETE, report

GOOD = to_pdf(report(*COMPLETE))


def test_a_good_file_written_anew_is_still_good() -> None:
    assert problems(spoiled(GOOD, lambda _pdf: None)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_checks_find(kind: str) -> None:
    assert problems(spoiled(GOOD, KINDS[kind])) != []


@pytest.mark.parametrize("kind", raw_defects(GOOD))
def test_the_checks_find_in_the_bytes(kind: str) -> None:
    assert problems(raw_defects(GOOD)[kind]) != []
