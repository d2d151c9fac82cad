"""The context menu of a view's rows, from the table of actions."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu

from hubra_desktop.ui.action_spec import LINE, Entry
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.menus import fill_menu

First = tuple[str, Callable[[], object]]


def offer_menu(
    view: QAbstractItemView, entries: Iterable[Entry], actions: Actions, first: First | None = None
) -> None:
    """Let a view show a menu of actions; ``first`` stands over them, a thing of the view alone."""
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    show = partial(_show, view, tuple(entries), actions, first)
    view.customContextMenuRequested.connect(show)


def _show(
    view: QAbstractItemView,
    entries: tuple[Entry, ...],
    actions: Actions,
    first: First | None,
    place: QPoint,
) -> None:
    menu = QMenu(view)
    if first is not None:
        text, do = first
        menu.addAction(text).triggered.connect(do)
        entries = (LINE, *entries)
    fill_menu(menu, entries, actions)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(view.viewport().mapToGlobal(place))
