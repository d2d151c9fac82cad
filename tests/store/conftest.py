"""Registers that store's tests share."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import registers


@pytest.fixture(scope="session")
def model_register(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a small sound register."""
    return registers.make(tmp_path_factory.mktemp("model") / registers.NAME).read_bytes()


@pytest.fixture
def register(tmp_path: Path, model_register: bytes) -> Path:
    """A small sound register that nobody has open."""
    path = tmp_path / registers.NAME
    path.write_bytes(model_register)
    path.chmod(0o600)
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user of the computer may look into."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)
