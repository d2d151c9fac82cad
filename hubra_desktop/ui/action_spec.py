"""What an action is, and what must be so for it to be usable."""

from dataclasses import dataclass
from enum import Flag, auto

from PySide6.QtGui import QAction


class Needs(Flag):
    """What must be so for an action to be usable; all of the flags named.

    From MEETING on, each but UNDO and REDO is told by the page in view: what it shows,
    and what is chosen in it: ITEM by a row that can be moved and removed. PAPER is met
    by a page that can be printed as it stands, PARTS by one that has parts.
    """

    NOTHING = 0
    REGISTER = auto()
    WRITABLE = auto()
    MEETING = auto()
    ITEM = auto()
    UNDO = auto()
    REDO = auto()
    PARTS = auto()
    PAPER = auto()
    PLAN = auto()
    ACTIVITY = auto()
    MONEY = auto()
    POST = auto()
    ENTRY = auto()
    GRANT = auto()
    INDICATORS = auto()
    INDICATOR = auto()


CHANGE = Needs.REGISTER | Needs.WRITABLE
CHANGE_MEETING = CHANGE | Needs.MEETING
CHANGE_ITEM = CHANGE_MEETING | Needs.ITEM
CHANGE_ROW = CHANGE | Needs.ITEM
SHOW_MEETING = Needs.REGISTER | Needs.MEETING
PRINT = Needs.REGISTER | Needs.PAPER


@dataclass(frozen=True)
class ActionSpec:
    """One action: ``id`` is its objectName, ``text`` its English source string.

    A ``local`` action's keys work only where the action was added (the agenda, a
    table), so that Del in a list beside it never takes away a row.
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    local: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole
