"""The table of actions: text, shortcut, icon and when each can be used.

Declared once; menus, buttons, context menus and the list of shortcuts are built
from it, so that a command has one name and one key wherever it stands.
"""

from dataclasses import dataclass
from enum import Flag, auto

from PySide6.QtGui import QAction

from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP


class Needs(Flag):
    """What must be so for an action to be usable; all of the flags named."""

    NOTHING = 0
    REGISTER = auto()
    WRITABLE = auto()
    MEETING = auto()
    ITEM = auto()
    UNDO = auto()
    REDO = auto()


CHANGE = Needs.REGISTER | Needs.WRITABLE
CHANGE_MEETING = CHANGE | Needs.MEETING
CHANGE_ITEM = CHANGE_MEETING | Needs.ITEM
SHOW_MEETING = Needs.REGISTER | Needs.MEETING


@dataclass(frozen=True)
class ActionSpec:
    """One action: ``id`` is its objectName, ``text`` its English source string.

    A ``local`` action's keys work only where the action was added (the agenda), so
    that Del in a list beside it never takes away a row.
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    local: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole


SPECS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "new-register",
        QT_TRANSLATE_NOOP("Actions", "&New register…"),
        "Ctrl+Shift+N",
        "new-register",
    ),
    ActionSpec("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), "Ctrl+O", "open"),
    ActionSpec("practice", QT_TRANSLATE_NOOP("Actions", "Open practice register"), "", "practice"),
    ActionSpec("save", QT_TRANSLATE_NOOP("Actions", "&Save now"), "Ctrl+S", "save", CHANGE),
    ActionSpec(
        "house-style",
        QT_TRANSLATE_NOOP("Actions", "&House style…"),
        "Ctrl+,",
        "settings",
        Needs.REGISTER,
    ),
    ActionSpec(
        "export-json",
        QT_TRANSLATE_NOOP("Actions", "&Export register…"),
        "Ctrl+Shift+E",
        "export",
        Needs.REGISTER,
    ),
    ActionSpec(
        "import-json", QT_TRANSLATE_NOOP("Actions", "&Import…"), "Ctrl+Shift+I", "import", CHANGE
    ),
    ActionSpec(
        "save-pdf", QT_TRANSLATE_NOOP("Actions", "Save as &PDF…"), "Ctrl+E", "pdf", SHOW_MEETING
    ),
    ActionSpec(
        "save-as",
        QT_TRANSLATE_NOOP("Actions", "Save in another &form…"),
        "Ctrl+Shift+S",
        "text",
        SHOW_MEETING,
    ),
    ActionSpec("print", QT_TRANSLATE_NOOP("Actions", "P&rint…"), "Ctrl+P", "print", SHOW_MEETING),
    ActionSpec(
        "view-pdf",
        QT_TRANSLATE_NOOP("Actions", "Open in PDF &viewer"),
        "Ctrl+Shift+P",
        "external",
        SHOW_MEETING,
    ),
    ActionSpec(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        "Ctrl+Q",
        "quit",
        role=QAction.MenuRole.QuitRole,
    ),
    ActionSpec(
        "undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo", CHANGE | Needs.UNDO
    ),
    ActionSpec(
        "redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Y", "redo", CHANGE | Needs.REDO
    ),
    ActionSpec(
        "add-item",
        QT_TRANSLATE_NOOP("Actions", "&New row below"),
        "Ctrl+Return",
        "add",
        CHANGE_MEETING,
    ),
    ActionSpec(
        "add-break",
        QT_TRANSLATE_NOOP("Actions", "New &break below"),
        "Ctrl+B",
        "break",
        CHANGE_MEETING,
    ),
    ActionSpec(
        "remove-item",
        QT_TRANSLATE_NOOP("Actions", "Remo&ve row"),
        "Del",
        "remove",
        CHANGE_ITEM,
        local=True,
    ),
    ActionSpec(
        "move-up", QT_TRANSLATE_NOOP("Actions", "Move u&p"), "Alt+Up", "up", CHANGE_ITEM, local=True
    ),
    ActionSpec(
        "move-down",
        QT_TRANSLATE_NOOP("Actions", "Move &down"),
        "Alt+Down",
        "down",
        CHANGE_ITEM,
        local=True,
    ),
    ActionSpec(
        "indent",
        QT_TRANSLATE_NOOP("Actions", "Make &sub-item"),
        "Alt+Right",
        "indent",
        CHANGE_ITEM,
        local=True,
    ),
    ActionSpec(
        "outdent",
        QT_TRANSLATE_NOOP("Actions", "Make &item of its own"),
        "Alt+Left",
        "outdent",
        CHANGE_ITEM,
        local=True,
    ),
    ActionSpec(
        "page-overview",
        QT_TRANSLATE_NOOP("Actions", "&Overview"),
        "Alt+1",
        "overview",
        checkable=True,
    ),
    ActionSpec(
        "page-meetings",
        QT_TRANSLATE_NOOP("Actions", "&Meetings"),
        "Alt+2",
        "meetings",
        checkable=True,
    ),
    ActionSpec("next-pane", QT_TRANSLATE_NOOP("Actions", "Next &pane"), "F6", ""),
    ActionSpec(
        "show-facts",
        QT_TRANSLATE_NOOP("Actions", "Meeting &facts"),
        "F8",
        "chevron-down",
        SHOW_MEETING,
        True,
    ),
    ActionSpec(
        "show-details",
        QT_TRANSLATE_NOOP("Actions", "Row &details"),
        "F9",
        "details",
        SHOW_MEETING,
        True,
    ),
    ActionSpec(
        "show-preview", QT_TRANSLATE_NOOP("Actions", "The pa&ge"), "F10", "pdf", SHOW_MEETING, True
    ),
    ActionSpec(
        "page-as-text",
        QT_TRANSLATE_NOOP("Actions", "Page as &text"),
        "Ctrl+Shift+T",
        "text",
        SHOW_MEETING,
        True,
    ),
    ActionSpec(
        "zoom-in", QT_TRANSLATE_NOOP("Actions", "&Larger page"), "Ctrl++", "zoom-in", SHOW_MEETING
    ),
    ActionSpec(
        "zoom-out",
        QT_TRANSLATE_NOOP("Actions", "&Smaller page"),
        "Ctrl+-",
        "zoom-out",
        SHOW_MEETING,
    ),
    ActionSpec(
        "zoom-fit", QT_TRANSLATE_NOOP("Actions", "Fit &width"), "Ctrl+0", "fit", SHOW_MEETING
    ),
    ActionSpec("scheme-system", QT_TRANSLATE_NOOP("Actions", "As the &system"), checkable=True),
    ActionSpec("scheme-light", QT_TRANSLATE_NOOP("Actions", "&Light"), checkable=True),
    ActionSpec("scheme-dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), checkable=True),
    ActionSpec("language-sv", QT_TRANSLATE_NOOP("Actions", "&Svenska"), checkable=True),
    ActionSpec("language-en", QT_TRANSLATE_NOOP("Actions", "&English"), checkable=True),
    ActionSpec(
        "new-meeting",
        QT_TRANSLATE_NOOP("Actions", "&New meeting…"),
        "Ctrl+N",
        "new-meeting",
        CHANGE,
    ),
    ActionSpec(
        "copy-meeting",
        QT_TRANSLATE_NOOP("Actions", "New from &this meeting…"),
        "Ctrl+Shift+K",
        "copy",
        CHANGE_MEETING,
    ),
    ActionSpec(
        "remove-meeting",
        QT_TRANSLATE_NOOP("Actions", "Remo&ve meeting"),
        "Ctrl+Shift+Del",
        "remove",
        CHANGE_MEETING,
    ),
    ActionSpec(
        "pin",
        QT_TRANSLATE_NOOP("Actions", "&Hold the time"),
        "Ctrl+T",
        "pin",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec(
        "silent",
        QT_TRANSLATE_NOOP("Actions", "Do not &print the time"),
        "Ctrl+Shift+H",
        "silent",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec(
        "closed",
        QT_TRANSLATE_NOOP("Actions", "Behind &closed doors"),
        "Ctrl+L",
        "closed",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec(
        "withdrawn",
        QT_TRANSLATE_NOOP("Actions", "&Withdrawn"),
        "Ctrl+U",
        "withdrawn",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec(
        "parallel",
        QT_TRANSLATE_NOOP("Actions", "In para&llel with the row above"),
        "Ctrl+R",
        "parallel",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec(
        "kind-formality",
        QT_TRANSLATE_NOOP("Actions", "&Formality"),
        "Ctrl+1",
        "formality",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec(
        "kind-information",
        QT_TRANSLATE_NOOP("Actions", "&Information"),
        "Ctrl+2",
        "information",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec(
        "kind-decision",
        QT_TRANSLATE_NOOP("Actions", "&Decision"),
        "Ctrl+3",
        "decision",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec(
        "kind-break",
        QT_TRANSLATE_NOOP("Actions", "&Break"),
        "Ctrl+4",
        "break",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec(
        "kind-heading",
        QT_TRANSLATE_NOOP("Actions", "&Heading"),
        "Ctrl+5",
        "heading",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec(
        "kind-other",
        QT_TRANSLATE_NOOP("Actions", "&Other"),
        "Ctrl+6",
        "other",
        CHANGE_ITEM,
        True,
        True,
    ),
    ActionSpec("help", QT_TRANSLATE_NOOP("Actions", "&Help for this page"), "F1", "help"),
    ActionSpec("shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), "Ctrl+F1"),
    ActionSpec(
        "about", QT_TRANSLATE_NOOP("Actions", "&About Hubra"), role=QAction.MenuRole.AboutRole
    ),
)
