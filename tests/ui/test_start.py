"""A start imports what its first page needs and nothing that comes later."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
# The probe that the benchmark of the start runs; here it tells what has been imported.
START = """
import os, sys
from tests.benchmarks.probes import peak

def end():
    print(*sys.modules, flush=True)
    os._exit(0)

peak.end = end
import tests.benchmarks.probes.first_page
"""
XDG = tuple(f"XDG_{name}_HOME" for name in ("CONFIG", "DATA", "STATE", "CACHE"))
LATER = (
    "PIL",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "alembic",
    "hubra_desktop.cli",
    "hubra_desktop.documents",
    "hubra_desktop.exchange",
    "hubra_desktop.store.rows",
    "hubra_desktop.ui.dialogs",
    "hubra_desktop.work.commands",
    "holidays",
    "hunspell",
    "jsonschema",
    "pikepdf",
    "pyphen",
    "reportlab",
    "sqlalchemy.orm",
    "uharfbuzz",
)


@pytest.fixture(scope="module")
def imported(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a process has imported, in order, when the demo register's first page is painted."""
    home = tmp_path_factory.mktemp("start")
    register = shutil.copy(demo, home / "radet.hubra")
    done = subprocess.run(
        [sys.executable, "-c", START, register],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "HOME": str(home), **dict.fromkeys(XDG, str(home))},
    )
    return done.stdout.split()


def test_the_first_page_is_the_register_s_own(imported: list[str]) -> None:
    assert {"sqlalchemy.engine", "hubra_desktop.ui.pages.overview"} <= set(imported)


@pytest.mark.parametrize("module", LATER)
def test_the_first_paint_does_without(imported: list[str], module: str) -> None:
    assert module not in imported


def test_what_is_not_qt_is_imported_before_qt(imported: list[str]) -> None:
    """The binding reads the source of every module that is imported after it."""
    after = imported[imported.index("PySide6.QtCore") :]
    others = (
        "PySide6",
        "shiboken",
        "hubra_desktop.ui",
        "tests.benchmarks",
        *sys.builtin_module_names,
    )
    assert [each for each in after if not each.startswith(others)] == []


def test_the_page_of_meetings_is_made_while_nobody_waits(
    first_page: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("hubra_desktop.ui.main_window.REST_AFTER_MS", 0)
    assert not first_page._pages.has("page-meetings")
    first_page.hide()
    first_page.show()
    qtbot.waitUntil(lambda: first_page._pages.has("page-meetings"))
