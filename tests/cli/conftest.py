"""The demo register for the command line's tests, made once and copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.workspace import Workspace


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "demo.hubra"
    make_demo(path)
    return path


@pytest.fixture
def demo(made_demo: Path, tmp_path: Path) -> Path:
    """Return a register of the test's own."""
    return Path(shutil.copy(made_demo, tmp_path / "demo.hubra"))


@pytest.fixture
def opened(demo: Path) -> Iterator[Workspace]:
    """Hold the register open for writing, as the window does."""
    workspace = Workspace.open(demo)
    yield workspace
    workspace.close()
