"""The program's own files are found however it was installed."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hubra_desktop.paths import resource
from tests.architecture.source import PACKAGE, ROOT

FONT = ("fonts", "LiberationSans-Regular.ttf")
ASK = f"from hubra_desktop.paths import resource; print(resource{FONT!r})"


def asked_in(folder: Path) -> Path:
    """Ask a fresh process, whose package lies in ``folder``, where the font is."""
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    return Path(done.stdout.strip())


def test_in_the_source_tree_resources_stand_beside_the_package() -> None:
    assert resource(*FONT) == ROOT / "resources" / "fonts" / FONT[1]
    assert resource(*FONT).is_file()


def test_in_a_built_program_resources_stand_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "hubra_desktop"
    package.mkdir()
    for name in ("__init__.py", "paths.py"):
        shutil.copy(PACKAGE / name, package)
    (package / "resources").mkdir()
    assert asked_in(tmp_path) == package / "resources" / "fonts" / FONT[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    [built] = folder.glob("*.whl")
    return built


@pytest.mark.slow
@pytest.mark.packaged
def test_a_wheel_carries_its_resources(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    found = asked_in(tmp_path)
    assert found.is_relative_to(tmp_path)
    assert found.read_bytes() == resource(*FONT).read_bytes()


@pytest.mark.slow
@pytest.mark.packaged
def test_a_wheel_holds_the_program_and_nothing_of_the_workshop(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        [entry_points] = [name for name in names if name.endswith("entry_points.txt")]
        scripts = archive.read(entry_points).decode()
    tops = {name.split("/")[0] for name in names}
    assert len(tops) == 2
    assert "hubra_desktop/store/migrations/env.py" in names
    assert "hubra = hubra_desktop.__main__:main" in scripts
    assert "hubra-desktop = hubra_desktop.__main__:gui" in scripts
