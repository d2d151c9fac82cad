"""The office that work's tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.office import Office, furnish
from tests.work.plan_office import plan_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    furnished = furnish(tmp_path / "råd.hubra")
    yield furnished
    furnished.workspace.close()


@pytest.fixture
def planned(tmp_path: Path) -> Iterator[Office]:
    furnished = plan_office(tmp_path / "råd.hubra")
    yield furnished
    furnished.workspace.close()
