"""The actions of the indicators."""

from hubra_desktop.ui.action_spec import CHANGE, ActionSpec, Entry, Needs
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

SHOW_INDICATORS = Needs.REGISTER | Needs.INDICATORS
CHANGE_INDICATORS = CHANGE | Needs.INDICATORS
CHANGE_INDICATOR = CHANGE_INDICATORS | Needs.INDICATOR

PAGE = ActionSpec(
    "page-indicators",
    QT_TRANSLATE_NOOP("Actions", "&Indicators"),
    "Alt+5",
    "indicators",
    checkable=True,
)
MENU: tuple[Entry, ...] = (
    ActionSpec(
        "new-indicator",
        QT_TRANSLATE_NOOP("Actions", "New indicator"),
        "Ctrl+Shift+M",
        "add",
        CHANGE_INDICATORS,
    ),
    ActionSpec(
        "indicator-up",
        QT_TRANSLATE_NOOP("Actions", "Move the indicator up"),
        "Ctrl+Alt+Up",
        "up",
        CHANGE_INDICATOR,
    ),
    ActionSpec(
        "indicator-down",
        QT_TRANSLATE_NOOP("Actions", "Move the indicator down"),
        "Ctrl+Alt+Down",
        "down",
        CHANGE_INDICATOR,
    ),
    ActionSpec(
        "remove-year",
        QT_TRANSLATE_NOOP("Actions", "Remove the year's values"),
        "Ctrl+Del",
        "remove",
        CHANGE_INDICATOR,
    ),
    ActionSpec(
        "remove-indicator",
        QT_TRANSLATE_NOOP("Actions", "Remove the indicator"),
        "Ctrl+Shift+Backspace",
        "remove",
        CHANGE_INDICATOR,
    ),
    ActionSpec(
        "copy-indicators",
        QT_TRANSLATE_NOOP("Actions", "Copy the table"),
        "Ctrl+Shift+C",
        "copy",
        SHOW_INDICATORS,
    ),
)
