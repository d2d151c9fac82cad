"""The actions of the meetings, their agendas and the paper beside them."""

from hubra_desktop.ui.action_spec import (
    CHANGE,
    CHANGE_ITEM,
    CHANGE_MEETING,
    CHANGE_ROW,
    IN_VIEW,
    LINE,
    SHOW_MEETING,
    ActionSpec,
    Entry,
    Submenu,
)
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP


def _choice(action_id: str, text: str, shortcut: str) -> ActionSpec:
    """Return what a row is or is not; its icon is called as it is."""
    icon = action_id.removeprefix("kind-")
    return ActionSpec(action_id, text, shortcut, icon, CHANGE_ITEM, checkable=True, local=True)


PAGE = ActionSpec(
    "page-meetings", QT_TRANSLATE_NOOP("Actions", "&Meetings"), "Alt+2", "meetings", checkable=True
)
_MAKING: tuple[Entry, ...] = (
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
)
KINDS = Submenu(
    "kinds",
    QT_TRANSLATE_NOOP("Menus", "&Kind of row"),
    (
        _choice("kind-formality", QT_TRANSLATE_NOOP("Actions", "&Formality"), "Ctrl+1"),
        _choice("kind-information", QT_TRANSLATE_NOOP("Actions", "&Information"), "Ctrl+2"),
        _choice("kind-decision", QT_TRANSLATE_NOOP("Actions", "&Decision"), "Ctrl+3"),
        _choice("kind-break", QT_TRANSLATE_NOOP("Actions", "&Break"), "Ctrl+4"),
        _choice("kind-heading", QT_TRANSLATE_NOOP("Actions", "&Heading"), "Ctrl+5"),
        _choice("kind-other", QT_TRANSLATE_NOOP("Actions", "&Other"), "Ctrl+6"),
    ),
)
CHOICES: tuple[Entry, ...] = (
    KINDS,
    _choice("pin", QT_TRANSLATE_NOOP("Actions", "&Hold the time"), "Ctrl+T"),
    _choice("silent", QT_TRANSLATE_NOOP("Actions", "Do not &print the time"), "Ctrl+Shift+H"),
    _choice("parallel", QT_TRANSLATE_NOOP("Actions", "In para&llel with the row above"), "Ctrl+R"),
    _choice("closed", QT_TRANSLATE_NOOP("Actions", "Behind &closed doors"), "Ctrl+L"),
    _choice("withdrawn", QT_TRANSLATE_NOOP("Actions", "&Withdrawn"), "Ctrl+U"),
)
MENU: tuple[Entry, ...] = (*_MAKING, LINE, *CHOICES)
_ADDING: tuple[Entry, ...] = (
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
)
_REMOVING = ActionSpec(
    "remove-item",
    QT_TRANSLATE_NOOP("Actions", "Remo&ve row"),
    "Del",
    "remove",
    CHANGE_ROW,
    local=True,
    page=IN_VIEW,
)
_MOVING: tuple[Entry, ...] = (
    ActionSpec(
        "move-up",
        QT_TRANSLATE_NOOP("Actions", "Move u&p"),
        "Alt+Up",
        "up",
        CHANGE_ROW,
        local=True,
        page=IN_VIEW,
    ),
    ActionSpec(
        "move-down",
        QT_TRANSLATE_NOOP("Actions", "Move &down"),
        "Alt+Down",
        "down",
        CHANGE_ROW,
        local=True,
        page=IN_VIEW,
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
)
EDIT: tuple[Entry, ...] = (*_ADDING, _REMOVING, LINE, *_MOVING)
ROW_MENU: tuple[Entry, ...] = (*_ADDING, LINE, *CHOICES, LINE, *_MOVING, LINE, _REMOVING)
SHOWN: tuple[Entry, ...] = (
    ActionSpec(
        "show-facts",
        QT_TRANSLATE_NOOP("Actions", "Meeting &facts"),
        "F8",
        "chevron-down",
        SHOW_MEETING,
        checkable=True,
    ),
    ActionSpec(
        "show-details",
        QT_TRANSLATE_NOOP("Actions", "Row &details"),
        "F9",
        "details",
        SHOW_MEETING,
        checkable=True,
    ),
    ActionSpec(
        "show-preview",
        QT_TRANSLATE_NOOP("Actions", "The pa&ge"),
        "F10",
        "pdf",
        SHOW_MEETING,
        checkable=True,
    ),
)
PAPER: tuple[Entry, ...] = (
    ActionSpec(
        "page-as-text",
        QT_TRANSLATE_NOOP("Actions", "Page as &text"),
        "Ctrl+Shift+T",
        "text",
        SHOW_MEETING,
        checkable=True,
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
)
