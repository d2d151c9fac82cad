"""A new field of a record stays cheap: so many files by hand, in a copy where it really works."""

from pathlib import Path

import pytest

from tests.architecture.new_field import CATALOGUE, FIELDS, RECORD, files_of


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", FIELDS)
def test_a_field_is_a_line_of_the_record_a_migration_and_a_line_of_the_form(
    tmp_path: Path, name: str
) -> None:
    files = files_of(FIELDS[name], tmp_path)
    assert {RECORD, CATALOGUE} < set(files)
    assert len(files) == 4
