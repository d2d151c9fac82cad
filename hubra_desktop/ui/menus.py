"""The menus, laid out from the ids of the actions."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from hubra_desktop.ui import action_table_indicators, action_table_money, action_table_plan
from hubra_desktop.ui.actions import (
    KIND_ACTIONS,
    LANGUAGE_ACTIONS,
    PAGE_ACTIONS,
    SCHEME_ACTIONS,
    Actions,
)
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP, translated

LINE = "-"
RECENT = "recent"
KINDS = "kinds"
SCHEMES = "schemes"
LANGUAGES = "languages"
MONEY = "money"
INDICATORS = "indicators"
SUBMENUS = {
    RECENT: QT_TRANSLATE_NOOP("Menus", "Re&cent"),
    KINDS: QT_TRANSLATE_NOOP("Menus", "&Kind of row"),
    SCHEMES: QT_TRANSLATE_NOOP("Menus", "&Colours"),
    LANGUAGES: QT_TRANSLATE_NOOP("Menus", "L&anguage"),
    MONEY: QT_TRANSLATE_NOOP("Menus", "&Budget and grants"),
    INDICATORS: QT_TRANSLATE_NOOP("Menus", "&Indicators"),
}
SUBMENU_ACTIONS: dict[str, tuple[str, ...]] = {
    RECENT: (),
    KINDS: KIND_ACTIONS,
    SCHEMES: SCHEME_ACTIONS,
    LANGUAGES: LANGUAGE_ACTIONS,
    MONEY: action_table_money.MENU,
    INDICATORS: action_table_indicators.MENU,
}


ROW_CHOICES = (KINDS, "pin", "silent", "parallel", "closed", "withdrawn")
ITEM_MENU: tuple[str, ...] = (
    "add-item",
    "add-break",
    LINE,
    *ROW_CHOICES,
    LINE,
    "move-up",
    "move-down",
    "indent",
    "outdent",
    LINE,
    "remove-item",
)
MENUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "menu-file",
        QT_TRANSLATE_NOOP("Menus", "&File"),
        (
            "new-register",
            "open",
            RECENT,
            "practice",
            LINE,
            "save",
            "save-pdf",
            "save-as",
            "print",
            "view-pdf",
            LINE,
            "import-json",
            "export-json",
            "export-table",
            "register-facts",
            "house-style",
            LINE,
            "quit",
        ),
    ),
    (
        "menu-edit",
        QT_TRANSLATE_NOOP("Menus", "&Edit"),
        (
            "undo",
            "redo",
            LINE,
            "add-item",
            "add-break",
            "remove-item",
            LINE,
            "move-up",
            "move-down",
            "indent",
            "outdent",
        ),
    ),
    (
        "menu-view",
        QT_TRANSLATE_NOOP("Menus", "&View"),
        (
            *PAGE_ACTIONS,
            LINE,
            "show-facts",
            "show-details",
            "show-preview",
            "next-pane",
            "next-part",
            "previous-part",
            LINE,
            "page-as-text",
            "zoom-in",
            "zoom-out",
            "zoom-fit",
            LINE,
            SCHEMES,
            LANGUAGES,
        ),
    ),
    (
        "menu-meeting",
        QT_TRANSLATE_NOOP("Menus", "&Meeting"),
        (
            "new-meeting",
            "copy-meeting",
            "remove-meeting",
            LINE,
            *ROW_CHOICES,
        ),
    ),
    (
        "menu-plan",
        QT_TRANSLATE_NOOP("Menus", "&Plan"),
        (*action_table_plan.MENU, LINE, MONEY, INDICATORS),
    ),
    ("menu-help", QT_TRANSLATE_NOOP("Menus", "&Help"), ("help", "shortcuts", "about")),
)


def fill(menu: QMenu, ids: tuple[str, ...], actions: Actions) -> dict[str, QMenu]:
    """Put actions, lines and submenus into a menu; return the submenus by id."""
    submenus = {}
    for each in ids:
        if each == LINE:
            menu.addSeparator()
        elif each in SUBMENUS:
            submenu = menu.addMenu(translated("Menus", SUBMENUS[each]))
            submenu.setObjectName(f"menu-{each}")
            fill(submenu, SUBMENU_ACTIONS[each], actions)
            submenus[each] = submenu
        else:
            menu.addAction(actions[each])
    return submenus


def build(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """Build the menu bar; return the submenus by id."""
    submenus = {}
    for name, title, ids in MENUS:
        menu = bar.addMenu(translated("Menus", title))
        menu.setObjectName(name)
        submenus.update(fill(menu, ids, actions))
    return submenus


def exclusive(actions: Actions, ids: tuple[str, ...]) -> QActionGroup:
    """Let only one of some checkable actions be on at a time."""
    group = QActionGroup(actions)
    for each in ids:
        action: QAction = actions[each]
        group.addAction(action)
    return group
