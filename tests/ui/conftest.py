"""The window's tests: one application in Swedish, settings apart, a register of their own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hubra_desktop.ui import settings, theme, translation
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.messages import Messages
from hubra_desktop.ui.page_builder import PageBuilder, Wish
from hubra_desktop.ui.pages.meetings.running import running_state
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.ui.pages.meetings.running.running_window import RunningWindow
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.workspace import Workspace
from tests.ui.running_hands import Hands, WallClock
from tests.work.called_office import called_office

LAPTOP = (1366, 768)
"""The window that most tests look at; the platform without a screen has a smaller one."""
# What the platform without a screen says of windows; no platform with one does.
OFFSCREEN_ONLY = r"This plugin does not support \w+"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_ONLY))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["hubra", *theme.ARGUMENTS]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in Swedish and in the program's look."""
    translation.install_translation(qapp)
    theme.install_theme(qapp).dress()
    return qapp


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, dressed: QApplication) -> Iterator[Path]:
    path = tmp_path / "settings.ini"
    settings.redirect(path)
    yield path
    settings.redirect(None)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.hubra"
    make_demo(path)
    return path


@pytest.fixture
def register(demo: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo, tmp_path / "radet.hubra"))


@pytest.fixture(autouse=True)
def only_what_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no page be made while nobody waits: most tests show one page, and are over by then."""
    monkeypatch.setattr("hubra_desktop.ui.main_window.REST_AFTER_MS", 600_000)


@pytest.fixture
def no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no page be made beside what is written: for tests of the rows alone.

    Every change makes the paper anew, and its thread takes a good part of such a test.
    """

    def ask(builder: PageBuilder, wish: Wish) -> None:
        """Forget what was wished."""

    monkeypatch.setattr(PageBuilder, "ask", ask)


@pytest.fixture
def empty_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with no register open."""
    window = MainWindow()
    window.resize(*LAPTOP)
    window.show()
    yield window
    window.desk.messages.withdraw()
    if window.desk.workspace is not None:
        _drop_typing(window)
    for form in window.findChildren(FormPanel):
        form.edited = False
    window.close()
    window.deleteLater()


def _drop_typing(window: MainWindow) -> None:
    if not window._pages.has("page-meetings"):
        return
    editor = window.meetings.agenda.view.open_editor()
    if editor is not None:
        editor.setText(editor.given)
        editor.set_refusal("")


@pytest.fixture
def first_page(empty_window: MainWindow, register: Path) -> MainWindow:
    """The window over a copy of the demo register, its first page in view."""
    assert empty_window.registers.open(register)
    return empty_window


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    """The window over a copy of the demo register, its meeting in view."""
    first_page.show_page("page-meetings")
    return first_page


@pytest.fixture
def nothing_refused_left(window: MainWindow) -> Iterator[None]:
    """Take back what a test has left refused, so that the window may close."""
    yield
    for form in window.findChildren(Form):
        form.let_go()


@pytest.fixture
def facts_form(window: MainWindow) -> Form:
    window.activateWindow()
    window.actions_["show-facts"].setChecked(True)
    return window.meetings.facts


@pytest.fixture
def called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register whose council is called to a meeting; the clock on the wall shows 15.30."""
    monkeypatch.setattr(running_state, "datetime", WallClock)
    WallClock.minutes = 15 * 60 + 30
    path = tmp_path / "råd.hubra"
    called_office(path).workspace.close()
    return path


@pytest.fixture
def hands(qtbot: QtBot, called: Path) -> Iterator[Hands]:
    """The view of the meeting."""
    home = QWidget()
    qtbot.addWidget(home)
    desk = Desk(Messages(home), home)
    desk.use(Workspace.open(called))
    view = RunningWindow(RunningState(desk, "held"), Actions(home), home)
    view.begin()
    yield Hands(view)
    if isValid(view):
        view.abandon()
    desk.use(None)
