"""The menus of the window and the context menus, built from the table of actions."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from hubra_desktop.model.language import say
from hubra_desktop.ui.action_spec import LINE, Entry, Submenu
from hubra_desktop.ui.actions import MENUS, Actions


def fill_menu(menu: QMenu, entries: Iterable[Entry], actions: Actions) -> dict[str, QMenu]:
    """Put actions, lines and submenus into a menu; return the submenus by id."""
    submenus: dict[str, QMenu] = {}
    for entry in entries:
        if entry == LINE:
            menu.addSeparator()
        elif isinstance(entry, Submenu):
            submenu = menu.addMenu(say(entry.title))
            submenu.setObjectName(f"menu-{entry.id}")
            submenus |= {entry.id: submenu, **fill_menu(submenu, entry.entries, actions)}
        else:
            menu.addAction(actions[entry if isinstance(entry, str) else entry.id])
    return submenus


def build_menus(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """Build the menu bar; return the submenus by id."""
    submenus = {}
    for top in MENUS:
        menu = bar.addMenu(say(top.title))
        menu.setObjectName(f"menu-{top.id}")
        submenus.update(fill_menu(menu, top.entries, actions))
    return submenus


def exclusive(actions: Actions, ids: tuple[str, ...]) -> QActionGroup:
    """Let only one of some checkable actions be on at a time."""
    group = QActionGroup(actions)
    for each in ids:
        action: QAction = actions[each]
        group.addAction(action)
    return group
