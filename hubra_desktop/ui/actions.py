"""The one table of actions, and every QAction of the window made from it.

The menus are the table: an action is declared where it stands in one, those of a subject
in the subject's own folder. Buttons, context menus and the list of shortcuts are built from
it, so that a command has one name and one key wherever it stands.
"""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from hubra_desktop.model.language import N_, say
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
from hubra_desktop.ui.pages.indicators import actions as indicators_actions
from hubra_desktop.ui.pages.matters import actions as matters_actions
from hubra_desktop.ui.pages.meetings import actions as meetings_actions
from hubra_desktop.ui.pages.money import actions as money_actions
from hubra_desktop.ui.pages.people import actions as people_actions
from hubra_desktop.ui.pages.plan import actions as plan_actions
from hubra_desktop.ui.widgets.plain import plain_tip

RECENT = Submenu("recent", N_("Senas&te"))
SCHEMES = Submenu(
    "schemes",
    N_("&Färger"),
    (
        ActionSpec("scheme-system", N_("Som &systemet"), checkable=True),
        ActionSpec("scheme-light", N_("&Ljust"), checkable=True),
        ActionSpec("scheme-dark", N_("&Mörkt"), checkable=True),
    ),
)
LANGUAGES = Submenu(
    "languages",
    N_("S&pråk"),
    (
        ActionSpec("language-sv", N_("&Svenska"), "", "", Needs.PRESENT, checkable=True),
        ActionSpec("language-en", N_("&English"), "", "", Needs.PRESENT, checkable=True),
    ),
)
_NOW = Needs.REGISTER | Needs.PRESENT
_FILE: tuple[Entry, ...] = (
    ActionSpec(
        "new-register", N_("&Nytt register…"), "Ctrl+Shift+N", "new-register", Needs.PRESENT
    ),
    ActionSpec("open", N_("&Öppna…"), "Ctrl+O", "open", Needs.PRESENT),
    RECENT,
    ActionSpec("practice", N_("Öppna övnin&gsregister"), "", "practice", Needs.PRESENT),
    Submenu(
        "from-elsewhere",
        N_("Flytta in och rä&dda"),
        (
            ActionSpec(
                "move-in", N_("&Jag har en fil från en annan dator…"), "", "import", Needs.PRESENT
            ),
            ActionSpec(
                "take-back", N_("&Hämta från en säkerhetskopia…"), "", "backup", Needs.PRESENT
            ),
            ActionSpec("salvage", N_("&Rädda ett skadat register…"), "", "refresh", Needs.PRESENT),
        ),
    ),
    LINE,
    ActionSpec("save", N_("&Spara nu"), "Ctrl+S", "save", CHANGE),
    ActionSpec("save-pdf", N_("Spara som &PDF…"), "Ctrl+E", "pdf", PRINT, page=IN_VIEW),
    ActionSpec("save-as", N_("Spara i annan fo&rm…"), "Ctrl+Shift+S", "text", SHOW_MEETING),
    ActionSpec("print", N_("Skriv &ut…"), "Ctrl+P", "print", PRINT, page=IN_VIEW),
    ActionSpec(
        "view-pdf", N_("Öppna i PDF-&visaren"), "Ctrl+Shift+P", "external", PRINT, page=IN_VIEW
    ),
    LINE,
    ActionSpec("import-json", N_("I&mportera…"), "Ctrl+Shift+I", "import", CHANGE),
    ActionSpec("export-json", N_("&Exportera register…"), "Ctrl+Shift+E", "export", Needs.REGISTER),
    ActionSpec("export-table", N_("Exportera ta&bell…"), "", "export", Needs.REGISTER),
    ActionSpec("backups", N_("Säker&hetskopior…"), "", "backup", _NOW),
    ActionSpec("take-along", N_("Ta med till en n&y dator…"), "", "export", _NOW),
    ActionSpec("past", N_("S&å såg det ut…"), "Ctrl+Shift+D", "history", _NOW),
    ActionSpec("past-compare", N_("Skillnader m&ot nu…"), "", "history", Needs.PAST),
    ActionSpec("past-leave", N_("Ti&llbaka till nu"), "", "undo", Needs.PAST),
    LINE,
    ActionSpec("passphrase", N_("Lösen&fras…"), "", "closed", CHANGE),
    ActionSpec("register-facts", N_("Rådet och &kommunen…"), "", "details", CHANGE),
    ActionSpec("house-style", N_("&Inställningar…"), "Ctrl+,", "settings", Needs.REGISTER),
    LINE,
    ActionSpec("quit", N_("&Avsluta"), "Ctrl+Q", "quit", role=QAction.MenuRole.QuitRole),
)
HISTORY = ActionSpec(
    "page-history", N_("&Historik"), "Ctrl+H", "history", Needs.REGISTER, checkable=True
)
_EDIT: tuple[Entry, ...] = (
    ActionSpec("undo", N_("&Ångra"), "Ctrl+Z", "undo", CHANGE | Needs.UNDO),
    ActionSpec("redo", N_("&Gör om"), "Ctrl+Y", "redo", CHANGE | Needs.REDO),
    HISTORY,
    LINE,
    *meetings_actions.EDIT,
    LINE,
    ActionSpec("paste-table", N_("Klistra in ta&bell…"), "Ctrl+Shift+V", "import", CHANGE),
)
PAGES = (
    ActionSpec("page-overview", N_("Ö&versikt"), "Alt+1", "overview", checkable=True),
    meetings_actions.PAGE,
    plan_actions.PAGE,
    money_actions.PAGE,
    indicators_actions.PAGE,
    matters_actions.PAGE,
    people_actions.PAGE,
)
_VIEW: tuple[Entry, ...] = (
    *PAGES,
    LINE,
    ActionSpec("show-sidebar", N_("Sidm&enyn"), "F12", "list-dots", checkable=True),
    *meetings_actions.SHOWN,
    ActionSpec("next-pane", N_("&Nästa del av fönstret"), "F6"),
    ActionSpec(
        "next-part", N_("Nästa &del av sidan"), "Ctrl+PgDown", "", Needs.PARTS, page=IN_VIEW
    ),
    ActionSpec(
        "previous-part", N_("Föregående de&l av sidan"), "Ctrl+PgUp", "", Needs.PARTS, page=IN_VIEW
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
    Submenu("money", N_("&Budget och bidrag"), money_actions.MENU),
    Submenu("indicators", N_("&Mått"), indicators_actions.MENU),
    Submenu("matters", N_("Ären&den"), matters_actions.MENU),
    Submenu("people", N_("Personer och or&gan"), people_actions.MENU),
)
_HELP: tuple[Entry, ...] = (
    ActionSpec("help", N_("&Hjälp om den här sidan"), "F1", "help"),
    ActionSpec("shortcuts", N_("&Kortkommandon"), "Ctrl+F1"),
    ActionSpec(
        "check-register",
        N_("Kontrollera &registret…"),
        "",
        "check",
        Needs.REGISTER,
    ),
    ActionSpec("about", N_("&Om Hubra"), role=QAction.MenuRole.AboutRole),
)
MENUS: tuple[Submenu, ...] = (
    Submenu("file", N_("&Arkiv"), _FILE),
    Submenu("edit", N_("&Redigera"), _EDIT),
    Submenu("view", N_("&Visa"), _VIEW),
    Submenu("meeting", N_("&Sammanträde"), meetings_actions.MENU),
    Submenu("plan", N_("V&erksamhet"), _YEAR),
    Submenu("help", N_("&Hjälp"), _HELP),
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
        action = QAction(say(spec.text), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setMenuRole(spec.role)
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if spec.local
            else Qt.ShortcutContext.WindowShortcut
        )
        if spec.shortcut:
            keys = (QKeySequence(each) for each in (spec.shortcut, spec.also) if each)
            action.setShortcuts(list(keys))
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setToolTip(plain_tip(tool_tip(action)))
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
            self._actions[spec.id].setEnabled(spec.needs in met)

    def check(self, action_id: str, checked: bool) -> None:
        """Show an action as on or off without triggering it."""
        self._actions[action_id].setChecked(checked)


def tool_tip(action: QAction) -> str:
    """Return an action's text and shortcut in one line."""
    plain = action.text().replace("&", "").rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain} ({keys})" if keys else plain
