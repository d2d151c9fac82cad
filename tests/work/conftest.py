"""The office that work's tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.office import Office, furnish


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    furnished = furnish(tmp_path / "råd.hubra")
    yield furnished
    furnished.workspace.close()
