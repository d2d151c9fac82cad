"""The import rules hold, and each of them bites when it is broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LINT, "--no-cache", "--no-logo", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and its rules, to plant in."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(
        PACKAGE, folder / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__", "resources")
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_every_import_rule_holds() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [
        ("layers", "model/planted.py", "import hubra_desktop.work"),
        ("layers", "work/planted.py", "import hubra_desktop.ui"),
        ("layers", "store/planted.py", "import hubra_desktop.documents"),
        ("layers", "documents/planted.py", "import hubra_desktop.store"),
        ("layers", "ui/planted.py", "import hubra_desktop.app"),
        ("layers", "planted.py", "import hubra_desktop.paths"),
        ("qt", "work/planted.py", "from PySide6.QtCore import QObject"),
        ("qt", "documents/planted.py", "def late():\n    import PySide6.QtPdf"),
        ("documents", "ui/planted.py", "from reportlab.pdfgen import canvas"),
        ("documents", "model/planted.py", "import pyphen"),
        ("documents", "work/planted.py", "def late():\n    import uharfbuzz"),
        ("sqlalchemy", "model/planted.py", "from sqlalchemy import select"),
        ("sqlalchemy", "ui/planted.py", "from sqlalchemy.orm import Session"),
        ("tables", "model/planted.py", "import hubra_desktop.model.tables"),
        ("tables", "documents/planted.py", "from hubra_desktop.model import tables"),
        ("store-only", "work/planted.py", "import sqlite3"),
        ("store-only", "ui/planted.py", "import alembic"),
        ("kept-out", "documents/planted.py", "import pikepdf"),
    ],
)
def test_a_planted_violation_breaks_its_rule(
    copy: Path, contract: str, module: str, line: str
) -> None:
    planted = copy / PACKAGE.name / module
    planted.write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
    try:
        done = lint(copy, "--contract", contract)
    finally:
        planted.unlink()
    assert done.returncode == 1
    assert "BROKEN" in done.stdout
    assert "planted" in done.stdout
