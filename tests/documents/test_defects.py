"""The checks bite: every way of spoiling a file that we know is found."""

from io import BytesIO

import pytest
from pikepdf import Pdf

from hubra_desktop.documents.kit.render import to_pdf
from tests.documents.anything import Shape, made
from tests.documents.checks import overlooked, problems
from tests.documents.defects import CARRIED, KINDS, LONG, raw_defects, spoiled
from tests.documents.parts import SAMPLER
from tests.documents.reports import COMPLETE, report

GOOD = to_pdf(report(*COMPLETE))
CARRIER = to_pdf(report(*COMPLETE, data=b"{}"))
WHOLE = to_pdf(made(list(SAMPLER), Shape(contents=True)))
OVERLOOKED = {
    "figure with blank words": "a figure is read as",
    "figure with a file name": "a figure is read as",
    "link without words": "a link says nothing",
    "Info title differs": "title: Info says",
    "XMP title differs": "title: Info says",
    "table without headers": "a table has no header cell",
    "lines run together": "runs into",
}


def test_a_good_file_written_anew_is_still_good() -> None:
    assert problems(spoiled(GOOD, lambda _pdf: None)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_checks_find(kind: str) -> None:
    assert problems(spoiled(GOOD, KINDS[kind])) != []


@pytest.mark.parametrize("kind", raw_defects(GOOD))
def test_the_checks_find_in_the_bytes(kind: str) -> None:
    assert problems(raw_defects(GOOD)[kind]) != []


def test_good_files_of_every_kind_are_good() -> None:
    for data in (CARRIER, WHOLE):
        assert problems(spoiled(data, lambda _pdf: None)) == []


@pytest.mark.parametrize("kind", CARRIED)
def test_the_checks_find_in_what_is_carried(kind: str) -> None:
    assert problems(spoiled(CARRIER, CARRIED[kind])) != []


@pytest.mark.parametrize("kind", LONG)
def test_the_checks_find_in_a_long_paper(kind: str) -> None:
    assert problems(spoiled(WHOLE, LONG[kind])) != []


@pytest.mark.parametrize("kind", OVERLOOKED)
def test_what_validators_overlook_is_found_by_its_own_check(kind: str) -> None:
    with Pdf.open(BytesIO(spoiled(GOOD, KINDS[kind]))) as pdf:
        assert any(OVERLOOKED[kind] in each for each in overlooked(pdf))


def test_the_list_of_defects_is_long() -> None:
    assert len(KINDS) + len(CARRIED) + len(LONG) + len(raw_defects(GOOD)) >= 75
