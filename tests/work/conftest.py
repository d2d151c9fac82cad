"""The office that work's tests share, and a demo register of each test's own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.workspace import Workspace
from tests.work.held_office import held_office
from tests.work.money_office import money_office
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


@pytest.fixture
def rich(tmp_path: Path) -> Iterator[Office]:
    """The office that has budgets, grants and booked rows."""
    office = money_office(tmp_path / "råd.hubra")
    yield office
    office.workspace.close()


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "demo.hubra"
    make_demo(path)
    return path


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Office]:
    """A register with a meeting that has been held; a module may have its own."""
    office = held_office(tmp_path / "råd.hubra")
    yield office
    office.workspace.close()


@pytest.fixture
def demo(made_demo: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The demo register open for writing; a module may have its own."""
    workspace = Workspace.open(Path(shutil.copy(made_demo, tmp_path / "demo.hubra")))
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def any_demo(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo register for many examples in a row; each of them undoes what it does."""
    path = tmp_path_factory.mktemp("any") / "demo.hubra"
    workspace = Workspace.open(Path(shutil.copy(made_demo, path)))
    yield workspace
    workspace.close()
