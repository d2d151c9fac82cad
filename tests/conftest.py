"""What holds for every test: no screen, no settings but its own, nothing left behind."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy
from hypothesis import settings

from hubra_desktop.model.swedish import set_separator
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.keys import Cost

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Before anything imports Qt. A journey in a real window gives its own process a platform.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("HUBRA_REGISTER", None)

# Derandomised: the same examples on every machine, so that a red run is a real change.
settings.register_profile("short", max_examples=15, deadline=None, derandomize=True)
settings.register_profile("fuzz", max_examples=3000, deadline=None, print_blob=True)
settings.load_profile("short")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that no worker is left with it when the others are done.

    What reads the whole source comes next, together: it is then parsed once.
    """
    source = Path(__file__).parent / "architecture"

    def place(item: pytest.Item) -> tuple[bool, bool]:
        return item.get_closest_marker("slow") is None, source not in item.path.parents

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """Spare every later search for garbage what was collected: it lives as long as the run.

    Searching seldom takes a tenth off the time of most tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


XDG_FOLDERS = ("CONFIG", "DATA", "STATE", "CACHE")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own, so that no setting or register of the user is met."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in XDG_FOLDERS:
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.delenv("HUBRA_REGISTER", raising=False)
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings

        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / "config"))
    return home


@pytest.fixture(autouse=True)
def usual_clock() -> None:
    """Write clock times as a house without wishes does, whatever register was open before."""
    set_separator(".")


@pytest.fixture(autouse=True, scope="session")
def sql_compiled_once() -> Iterator[None]:
    """Let every register use the statements that were compiled for the first.

    SQLAlchemy compiles a statement anew for each engine, and a register has two: most of
    the time of a test with a register of its own. What SQLite is sent stays the same.
    """
    shared = sqlalchemy.create_engine("sqlite+pysqlite://", module=sqlite3, query_cache_size=5000)
    # What a dialect learns of SQLite it learns by the first connection.
    shared.connect().close()
    shared.dispose()

    def engine_of(*url: str, **options: Any) -> sqlalchemy.Engine:
        engine = sqlalchemy.create_engine(*url, **options)
        engine.dialect, engine._compiled_cache = shared.dialect, shared._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hubra_desktop.store.engines.create_engine", engine_of)
        yield


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a key be derived at once, and no key be known yet."""
    monkeypatch.setattr("hubra_desktop.store.keys.COSTS", {1: Cost(memory=8, passes=1, lanes=1)})
    monkeypatch.setattr("hubra_desktop.store.keys._known", {})


@pytest.fixture
def locked(cheap_keys: None, register: Path) -> Path:
    """The register that the folder's tests share, locked, and its key forgotten."""
    from hubra_desktop.store import keys
    from hubra_desktop.store.passphrase import lock_register, new_key
    from tests.store.registers import PHRASE

    key = new_key(register, PHRASE)
    lock_register(register, key)
    keys.forget(key)
    return register


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Fail the test that leaves a window open or a job running."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QThreadPool
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return
    assert QThreadPool.globalInstance().waitForDone(10_000), "a job still runs after the test"
    left = _windows()
    if left:
        # A reference cycle on the Python side is no leak; what outlives a collection is.
        gc.collect()
        left = _windows()
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:
        widget.deleteLater()
    _windows()
    assert not names, f"windows left after the test: {', '.join(names)}"


def _windows() -> "list[QWidget]":
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    # A shown tool tip is Qt's own window and goes when Qt pleases.
    return [w for w in QApplication.topLevelWidgets() if w.metaObject().className() != "QTipLabel"]
