"""The one table of actions, and every QAction of the window made from it.

The menus are the table: an action is declared where it stands in one, those of a subject
in the subject's own folder. Buttons, context menus and the list of shortcuts are built from
it, so that a command has one name and one key wherever it stands.
"""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from hubra_desktop.ui.action_spec import (
    CHANGE,
    IN_VIEW,
    LINE,
    PRINT,
    SHOW_MEETING,
    ActionSpec,
    Entry,
    Needs,
    Submenu,
    specs_in,
)
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages import indicators_actions, meetings_actions
from hubra_desktop.ui.pages.money import actions as money_actions
from hubra_desktop.ui.pages.plan import actions as plan_actions
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP, translated

RECENT = Submenu("recent", QT_TRANSLATE_NOOP("Menus", "Re&cent"))
SCHEMES = Submenu(
    "schemes",
    QT_TRANSLATE_NOOP("Menus", "&Colours"),
    (
        ActionSpec("scheme-system", QT_TRANSLATE_NOOP("Actions", "As the &system"), checkable=True),
        ActionSpec("scheme-light", QT_TRANSLATE_NOOP("Actions", "&Light"), checkable=True),
        ActionSpec("scheme-dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), checkable=True),
    ),
)
LANGUAGES = Submenu(
    "languages",
    QT_TRANSLATE_NOOP("Menus", "L&anguage"),
    (
        ActionSpec("language-sv", QT_TRANSLATE_NOOP("Actions", "&Svenska"), checkable=True),
        ActionSpec("language-en", QT_TRANSLATE_NOOP("Actions", "&English"), checkable=True),
    ),
)
_FILE: tuple[Entry, ...] = (
    ActionSpec(
        "new-register",
        QT_TRANSLATE_NOOP("Actions", "&New register…"),
        "Ctrl+Shift+N",
        "new-register",
    ),
    ActionSpec("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), "Ctrl+O", "open"),
    RECENT,
    ActionSpec("practice", QT_TRANSLATE_NOOP("Actions", "Open practice register"), "", "practice"),
    LINE,
    ActionSpec("save", QT_TRANSLATE_NOOP("Actions", "&Save now"), "Ctrl+S", "save", CHANGE),
    ActionSpec(
        "save-pdf",
        QT_TRANSLATE_NOOP("Actions", "Save as &PDF…"),
        "Ctrl+E",
        "pdf",
        PRINT,
        page=IN_VIEW,
    ),
    ActionSpec(
        "save-as",
        QT_TRANSLATE_NOOP("Actions", "Save in another &form…"),
        "Ctrl+Shift+S",
        "text",
        SHOW_MEETING,
    ),
    ActionSpec(
        "print", QT_TRANSLATE_NOOP("Actions", "P&rint…"), "Ctrl+P", "print", PRINT, page=IN_VIEW
    ),
    ActionSpec(
        "view-pdf",
        QT_TRANSLATE_NOOP("Actions", "Open in PDF &viewer"),
        "Ctrl+Shift+P",
        "external",
        PRINT,
        page=IN_VIEW,
    ),
    LINE,
    ActionSpec(
        "import-json", QT_TRANSLATE_NOOP("Actions", "&Import…"), "Ctrl+Shift+I", "import", CHANGE
    ),
    ActionSpec(
        "export-json",
        QT_TRANSLATE_NOOP("Actions", "&Export register…"),
        "Ctrl+Shift+E",
        "export",
        Needs.REGISTER,
    ),
    ActionSpec(
        "export-table", QT_TRANSLATE_NOOP("Actions", "Export &table…"), "", "export", Needs.REGISTER
    ),
    ActionSpec(
        "register-facts",
        QT_TRANSLATE_NOOP("Actions", "The council and its municipa&lity…"),
        "",
        "details",
        CHANGE,
    ),
    ActionSpec(
        "house-style",
        QT_TRANSLATE_NOOP("Actions", "&House style…"),
        "Ctrl+,",
        "settings",
        Needs.REGISTER,
    ),
    LINE,
    ActionSpec(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        "Ctrl+Q",
        "quit",
        role=QAction.MenuRole.QuitRole,
    ),
)
_EDIT: tuple[Entry, ...] = (
    ActionSpec(
        "undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo", CHANGE | Needs.UNDO
    ),
    ActionSpec(
        "redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Y", "redo", CHANGE | Needs.REDO
    ),
    LINE,
    *meetings_actions.EDIT,
)
PAGES = (
    ActionSpec(
        "page-overview",
        QT_TRANSLATE_NOOP("Actions", "&Overview"),
        "Alt+1",
        "overview",
        checkable=True,
    ),
    meetings_actions.PAGE,
    plan_actions.PAGE,
    money_actions.PAGE,
    indicators_actions.PAGE,
)
_VIEW: tuple[Entry, ...] = (
    *PAGES,
    LINE,
    *meetings_actions.SHOWN,
    ActionSpec("next-pane", QT_TRANSLATE_NOOP("Actions", "Next &pane"), "F6"),
    ActionSpec(
        "next-part",
        QT_TRANSLATE_NOOP("Actions", "Ne&xt part of the page"),
        "Ctrl+PgDown",
        "",
        Needs.PARTS,
        page=IN_VIEW,
    ),
    ActionSpec(
        "previous-part",
        QT_TRANSLATE_NOOP("Actions", "Pre&vious part of the page"),
        "Ctrl+PgUp",
        "",
        Needs.PARTS,
        page=IN_VIEW,
    ),
    LINE,
    *meetings_actions.PAPER,
    LINE,
    SCHEMES,
    LANGUAGES,
)
_YEAR: tuple[Entry, ...] = (
    *plan_actions.MENU,
    LINE,
    Submenu("money", QT_TRANSLATE_NOOP("Menus", "&Budget and grants"), money_actions.MENU),
    Submenu("indicators", QT_TRANSLATE_NOOP("Menus", "&Indicators"), indicators_actions.MENU),
)
_HELP: tuple[Entry, ...] = (
    ActionSpec("help", QT_TRANSLATE_NOOP("Actions", "&Help for this page"), "F1", "help"),
    ActionSpec("shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), "Ctrl+F1"),
    ActionSpec(
        "about", QT_TRANSLATE_NOOP("Actions", "&About Hubra"), role=QAction.MenuRole.AboutRole
    ),
)
MENUS: tuple[Submenu, ...] = (
    Submenu("file", QT_TRANSLATE_NOOP("Menus", "&File"), _FILE),
    Submenu("edit", QT_TRANSLATE_NOOP("Menus", "&Edit"), _EDIT),
    Submenu("view", QT_TRANSLATE_NOOP("Menus", "&View"), _VIEW),
    Submenu("meeting", QT_TRANSLATE_NOOP("Menus", "&Meeting"), meetings_actions.MENU),
    Submenu("plan", QT_TRANSLATE_NOOP("Menus", "&Plan"), _YEAR),
    Submenu("help", QT_TRANSLATE_NOOP("Menus", "&Help"), _HELP),
)
SPECS: tuple[ActionSpec, ...] = tuple(specs_in(MENUS))
PAGE_ACTIONS = tuple(spec.id for spec in PAGES)
LOCAL_ACTIONS = tuple(spec.id for spec in SPECS if spec.local)
KIND_ACTIONS = tuple(spec.id for spec in SPECS if spec.id.startswith("kind-"))
SCHEME_ACTIONS = tuple(spec.id for spec in SPECS if spec.id.startswith("scheme-"))
LANGUAGE_ACTIONS = tuple(spec.id for spec in SPECS if spec.id.startswith("language-"))
SHARED_ACTIONS = tuple(spec.id for spec in SPECS if spec.page == IN_VIEW)
PAGE_OF_ACTION = {spec.id: spec.page for spec in SPECS if spec.page not in ("", IN_VIEW)}


class Actions(QObject):
    """All QActions of a window, by id; ``allow`` sets which can be used."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.id: self._made(spec) for spec in SPECS}

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(translated("Actions", spec.text), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setMenuRole(spec.role)
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if spec.local
            else Qt.ShortcutContext.WindowShortcut
        )
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setToolTip(tool_tip(action))
        return action

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> Iterable[QAction]:
        """Return every action in the order of the table."""
        return self._actions.values()

    def connect_all(self, handlers: Mapping[str, Callable[..., object]]) -> None:
        """Connect each action named to its handler."""
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(handler)

    def allow(self, met: Needs) -> None:
        """Make usable what needs no more than ``met``."""
        for spec in SPECS:
            self._actions[spec.id].setEnabled(spec.needs & met == spec.needs)

    def check(self, action_id: str, checked: bool) -> None:
        """Show an action as on or off without triggering it."""
        self._actions[action_id].setChecked(checked)


def tool_tip(action: QAction) -> str:
    """Return an action's text and shortcut in one line."""
    plain = action.text().replace("&", "").rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain} ({keys})" if keys else plain
