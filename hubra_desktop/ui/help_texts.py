"""The texts of the menu Hjälp, built from what is declared elsewhere."""

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from hubra_desktop.ui.action_table import SPECS
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.menus import LINE, MENUS, SUBMENU_ACTIONS
from hubra_desktop.ui.translation import translated


def shortcuts_html(actions: Actions) -> str:
    """Return every action that has a shortcut, menu by menu, each where it stands first."""
    title = QCoreApplication.translate("HelpTexts", "Keyboard shortcuts")
    parts, told = [f"<style></style><h1>{escape(title)}</h1>"], set[str]()
    for _, menu, ids in MENUS:
        rows = []
        for each in _with_submenus(ids):
            keys = "" if each in told else shown_keys(actions[each])
            told.add(each)
            if keys:
                name = escape(plain_name(each))
                rows.append(f"<tr><td width='280'>{name}</td><td>{escape(keys)}</td></tr>")
        if rows:
            heading = escape(translated("Menus", menu).replace("&", ""))
            parts.append(f"<h2>{heading}</h2><table>{''.join(rows)}</table>")
    return "".join(parts)


def _with_submenus(ids: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for each in ids:
        found += SUBMENU_ACTIONS.get(each, (each,))
    return [each for each in found if each != LINE]


def plain_name(action_id: str) -> str:
    """Return what an action is called, whichever step it would undo just now."""
    spec = next(spec for spec in SPECS if spec.id == action_id)
    return translated("Actions", spec.text).replace("&", "").rstrip("…")


def shown_keys(action: QAction) -> str:
    """Return an action's keys as the keyboard names them, "" for none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def about_html(version: str) -> str:
    """Return what the program is, in a few sentences."""
    translate = QCoreApplication.translate
    what = translate(
        "HelpTexts",
        "The desk of the secretary of a municipal crime-prevention council: timed agendas "
        "and notices, in one file on your own computer.",
    )
    release = translate("HelpTexts", "Release {version}").format(version=escape(version))
    return f"<h2>Hubra</h2><p>{escape(what)}</p><p>{release}</p>"
