"""The names of the undo steps of what is measured.

NAMES are by the labels of the commands, FIELDS by the one field that a step changed.
"""

from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

NAMES: dict[str, str] = {
    "add-indicator": QT_TRANSLATE_NOOP("Steps", "added indicator"),
    "change-change_text": QT_TRANSLATE_NOOP("Steps", "changed text on the change"),
    "change-indicator": QT_TRANSLATE_NOOP("Steps", "changed indicator"),
    "change-measurement": QT_TRANSLATE_NOOP("Steps", "changed value"),
    "move-indicator": QT_TRANSLATE_NOOP("Steps", "moved indicator"),
    "remove-indicator": QT_TRANSLATE_NOOP("Steps", "removed indicator"),
    "remove-measurement": QT_TRANSLATE_NOOP("Steps", "removed the year's values"),
}
FIELDS: dict[str, str] = {
    "active_from": QT_TRANSLATE_NOOP("Steps", "changed first year"),
    "active_to": QT_TRANSLATE_NOOP("Steps", "changed last year"),
    "area_number": QT_TRANSLATE_NOOP("Steps", "changed focus area"),
    "direction": QT_TRANSLATE_NOOP("Steps", "changed direction wished for"),
    "groups": QT_TRANSLATE_NOOP("Steps", "changed groups"),
    "interval_years": QT_TRANSLATE_NOOP("Steps", "changed interval"),
    "shares": QT_TRANSLATE_NOOP("Steps", "changed shares"),
    "source": QT_TRANSLATE_NOOP("Steps", "changed source"),
    "unit": QT_TRANSLATE_NOOP("Steps", "changed unit"),
}
