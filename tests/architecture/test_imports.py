"""The import rules hold, and each of them bites when it is broken."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT

# (the rule that it breaks, the room it is planted in, what is planted)
PLANTS = (
    ("layers", "model/", "import hubra_desktop.work"),
    ("layers", "work/", "import hubra_desktop.ui"),
    ("layers", "store/", "import hubra_desktop.documents"),
    ("layers", "documents/", "import hubra_desktop.store"),
    ("layers", "ui/", "import hubra_desktop.app"),
    ("layers", ".", "import hubra_desktop.paths"),
    ("qt", "work/", "from PySide6.QtCore import QObject"),
    ("qt", "documents/", "def late():\n    import PySide6.QtPdf"),
    ("documents", "ui/", "from reportlab.pdfgen import canvas"),
    ("documents", "model/", "import pyphen"),
    ("documents", "work/", "def late():\n    import uharfbuzz"),
    ("documents", "exchange/", "from PIL import Image"),
    ("sqlalchemy", "model/", "from sqlalchemy import select"),
    ("sqlalchemy", "ui/", "from sqlalchemy.orm import Session"),
    ("sqlalchemy", "exchange/", "def late():\n    import sqlalchemy.engine"),
    ("store-only", "work/", "from sqlcipher3 import dbapi2"),
    ("one-sqlite", "store/", "def late():\n    import sqlite3"),
    ("store-only", "ui/", "import alembic"),
    ("exchange", "documents/", "import pikepdf"),
    ("exchange", "work/", "def late():\n    from pikepdf import Pdf"),
    ("spreadsheets", "work/", "import openpyxl"),
    ("calendars", "work/", "def late():\n    from icalendar import Calendar"),
    ("spelling", "ui/", "def late():\n    from hunspell import Hunspell"),
    ("kept-out", "documents/", "import page"),
    ("kept-out", "documents/", "def late():\n    import weasyprint"),
)

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RULES = SETTINGS["tool"]["importlinter"]["contracts"]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LINT, "--no-cache", "--no-logo", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def named(plant: tuple[str, str, str]) -> str:
    """Name the module that holds a plant, unlike every other."""
    return f"planted_{PLANTS.index(plant)}"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the linter says of each rule where every plant stands in a copy of the package."""
    folder = tmp_path_factory.mktemp("planted")
    copy = folder / PACKAGE.name
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for plant in PLANTS:
        module = copy / plant[1] / f"{named(plant)}.py"
        module.write_text(f'"""Planted."""\n\n{plant[2]}\n', encoding="utf-8")
    done = lint(folder)
    assert done.returncode == 1
    assert "Broken contracts" in done.stdout, done.stdout + done.stderr
    return sections(done.stdout.split("Broken contracts")[1])


def sections(report: str) -> dict[str, str]:
    """Divide the report by the rules' names, given as they stand in the settings."""
    plain = " ".join(report.replace("-\n", "- \n").split())
    found = sorted((plain.find(rule["name"]), rule["id"]) for rule in RULES)
    ends = [start for start, _ in found[1:]] + [len(plain)]
    return {
        name: plain[start:end] for (start, name), end in zip(found, ends, strict=True) if start >= 0
    }


def test_every_import_rule_holds() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("plant", PLANTS, ids=named)
def test_a_planted_violation_breaks_its_rule(
    broken: dict[str, str], plant: tuple[str, str, str]
) -> None:
    assert f"{named(plant)} " in broken[plant[0]] or f"{named(plant)}:" in broken[plant[0]]


def test_every_rule_has_a_plant() -> None:
    assert {rule["id"] for rule in RULES} == {plant[0] for plant in PLANTS}
