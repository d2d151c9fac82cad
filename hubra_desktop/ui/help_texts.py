"""The texts of the menu Hjälp, built from what is declared elsewhere."""

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from hubra_desktop.ui.actions import Actions


def shortcuts_html(actions: Actions) -> str:
    """Return every action that has a shortcut as a table of two columns."""
    rows = []
    for action in actions.all():
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if keys:
            name = escape(action.text().replace("&", "").rstrip("…"))
            rows.append(f"<tr><td>{name}</td><td><b>{escape(keys)}</b></td></tr>")
    half = (len(rows) + 1) // 2
    left, right = "".join(rows[:half]), "".join(rows[half:])
    table = '<td valign="top"><table cellpadding="3">{}</table></td>'
    return f"<table cellspacing='12'><tr>{table.format(left)}{table.format(right)}</tr></table>"


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
