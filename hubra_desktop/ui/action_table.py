"""The table of actions: text, shortcut, icon and when each can be used.

Declared once; menus, buttons, context menus and the list of shortcuts are built
from it, so that a command has one name and one key wherever it stands. What belongs
to the plan, the money and the indicators is declared in a table of its own.
"""

from PySide6.QtGui import QAction

from hubra_desktop.ui import action_table_indicators, action_table_money, action_table_plan
from hubra_desktop.ui.action_spec import (
    CHANGE,
    CHANGE_ITEM,
    CHANGE_MEETING,
    PRINT,
    SHOW_MEETING,
    ActionSpec,
    Needs,
)
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

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
    ActionSpec("save-pdf", QT_TRANSLATE_NOOP("Actions", "Save as &PDF…"), "Ctrl+E", "pdf", PRINT),
    ActionSpec(
        "save-as",
        QT_TRANSLATE_NOOP("Actions", "Save in another &form…"),
        "Ctrl+Shift+S",
        "text",
        SHOW_MEETING,
    ),
    ActionSpec("print", QT_TRANSLATE_NOOP("Actions", "P&rint…"), "Ctrl+P", "print", PRINT),
    ActionSpec(
        "view-pdf",
        QT_TRANSLATE_NOOP("Actions", "Open in PDF &viewer"),
        "Ctrl+Shift+P",
        "external",
        PRINT,
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
    ActionSpec(
        "page-plan",
        QT_TRANSLATE_NOOP("Actions", "Pla&n"),
        "Alt+3",
        "plan",
        checkable=True,
    ),
    ActionSpec(
        "page-money",
        QT_TRANSLATE_NOOP("Actions", "&Budget and grants"),
        "Alt+4",
        "money",
        checkable=True,
    ),
    ActionSpec(
        "page-indicators",
        QT_TRANSLATE_NOOP("Actions", "&Indicators"),
        "Alt+5",
        "indicators",
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
    *action_table_plan.SPECS,
    *action_table_money.SPECS,
    *action_table_indicators.SPECS,
)
