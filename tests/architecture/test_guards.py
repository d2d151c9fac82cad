"""The guards in conftest bite: each of these tests must fail, and for its own reason."""

import shutil
import subprocess
import sys

import pytest

from tests.architecture.source import ROOT

CARELESS = """
import os
import warnings
from pathlib import Path

from PySide6.QtCore import QSettings, qWarning
from PySide6.QtWidgets import QWidget

kept = []


def test_window(qapp):
    kept.append(QWidget(objectName="forgotten"))


def test_qt_warning(qapp):
    qWarning("something is wrong")


def test_python_warning():
    warnings.warn("old way", DeprecationWarning)


def test_settings_are_its_own(qapp):
    settings = QSettings("Hubra", "Hubra")
    assert Path(settings.fileName()).is_relative_to(os.environ["HOME"])


def test_no_register_of_the_user():
    assert "HUBRA_REGISTER" not in os.environ
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("careless")
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    (folder / "test_careless.py").write_text(CARELESS, encoding="utf-8")
    options = [
        "-c",
        str(ROOT / "pyproject.toml"),
        "--rootdir",
        str(folder),
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-p", "no:xdist", str(folder)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(
    ("test", "reason"),
    [
        ("ERROR test_careless.py::test_window", "windows left after the test: QWidget 'forgotten'"),
        ("FAILED test_careless.py::test_qt_warning", "something is wrong"),
        ("FAILED test_careless.py::test_python_warning", "old way"),
    ],
)
def test_a_careless_test_fails(outcome: str, test: str, reason: str) -> None:
    assert test in outcome
    assert reason in outcome


def test_only_the_careless_fail(outcome: str) -> None:
    assert "2 failed, 3 passed, 1 error" in outcome
