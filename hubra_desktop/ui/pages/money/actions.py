"""The actions of budget, ledger and grants."""

from hubra_desktop.ui.action_spec import CHANGE, LINE, ActionSpec, Entry, Needs
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

CHANGE_MONEY = CHANGE | Needs.MONEY
CHANGE_POST = CHANGE_MONEY | Needs.POST
CHANGE_ENTRY = CHANGE_MONEY | Needs.ENTRY

PAGE = ActionSpec(
    "page-money",
    QT_TRANSLATE_NOOP("Actions", "&Budget and grants"),
    "Alt+4",
    "money",
    checkable=True,
)
MENU: tuple[Entry, ...] = (
    ActionSpec(
        "book-entry",
        QT_TRANSLATE_NOOP("Actions", "Book a row…"),
        "Ctrl+Shift+B",
        "add",
        CHANGE,
        page=PAGE.id,
    ),
    ActionSpec(
        "book-repayment",
        QT_TRANSLATE_NOOP("Actions", "Book a repayment…"),
        "Ctrl+Shift+R",
        "undo",
        CHANGE,
        page=PAGE.id,
    ),
    ActionSpec(
        "correct-entry", QT_TRANSLATE_NOOP("Actions", "Correct the row…"), "", "note", CHANGE_ENTRY
    ),
    ActionSpec(
        "new-grant",
        QT_TRANSLATE_NOOP("Actions", "New grant…"),
        "Ctrl+Shift+G",
        "add",
        CHANGE,
        page=PAGE.id,
    ),
    LINE,
    ActionSpec(
        "add-post",
        QT_TRANSLATE_NOOP("Actions", "New budget post"),
        "Ctrl+Shift+Return",
        "add",
        CHANGE_MONEY,
    ),
    ActionSpec(
        "add-subpost",
        QT_TRANSLATE_NOOP("Actions", "New post under this one"),
        "Ctrl+Alt+Return",
        "indent",
        CHANGE_POST,
    ),
    ActionSpec(
        "decide-budget",
        QT_TRANSLATE_NOOP("Actions", "Decide the budget…"),
        "",
        "decision",
        CHANGE_MONEY,
    ),
    ActionSpec(
        "transfer",
        QT_TRANSLATE_NOOP("Actions", "Transfer between posts…"),
        "Ctrl+Shift+O",
        "copy",
        CHANGE_MONEY,
    ),
    ActionSpec(
        "new-budget-year",
        QT_TRANSLATE_NOOP("Actions", "New budget year…"),
        "",
        "add",
        CHANGE,
        page=PAGE.id,
    ),
    ActionSpec(
        "budget-facts",
        QT_TRANSLATE_NOOP("Actions", "The year's own facts…"),
        "",
        "details",
        CHANGE_MONEY,
    ),
    ActionSpec(
        "close-year", QT_TRANSLATE_NOOP("Actions", "Close the year…"), "", "closed", CHANGE_MONEY
    ),
)
