"""The texts of the menu Hjälp, built from what is declared elsewhere."""

from html import escape

from PySide6.QtGui import QAction, QKeySequence

from hubra_desktop.model.language import say
from hubra_desktop.ui.action_spec import specs_in
from hubra_desktop.ui.actions import MENUS, Actions


def shortcuts_html(actions: Actions) -> str:
    """Return every action that has a shortcut, menu by menu, each where it stands first."""
    title = say("Kortkommandon")
    parts, told = [f"<style></style><h1>{escape(title)}</h1>"], set[str]()
    for menu in MENUS:
        rows = []
        for spec in specs_in(menu.entries):
            keys = "" if spec.id in told else shown_keys(actions[spec.id])
            told.add(spec.id)
            if keys:
                # Not the action's own text, which names the step that it would undo just now.
                text = say(spec.text)
                name = escape(text.replace("&", "").rstrip("…"))
                rows.append(f"<tr><td width='280'>{name}</td><td>{escape(keys)}</td></tr>")
        if rows:
            heading = escape(say(menu.title).replace("&", ""))
            parts.append(f"<h2>{heading}</h2><table>{''.join(rows)}</table>")
    return "".join(parts)


def shown_keys(action: QAction) -> str:
    """Return an action's keys as the keyboard names them, "" for none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def about_html(version: str) -> str:
    """Return what the program is, in a few sentences."""
    what = say(
        "Skrivbordet för sekreteraren i ett kommunalt brottsförebyggande råd: "
        "föredragningslistor med tider och kallelser, i en fil på din egen dator."
    )
    release = say("Utgåva {version}", version=escape(version))
    return f"<h2>Hubra</h2><p>{escape(what)}</p><p>{release}</p>"
