"""What an action is, what must be so for it to be usable, and what menus are made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Flag, auto

from PySide6.QtGui import QAction


class Needs(Flag):
    """What must be so for an action to be usable; all of the flags named.

    From MEETING on, each but UNDO and REDO is told by the page in view: what it shows,
    and what is chosen in it: ITEM by a row that can be moved and removed. AGENDA is met by a
    meeting's page that shows its agenda. PAPER is met
    by a page that can be printed as it stands, PARTS by one that has parts, EARLIER by a
    section of a paper that an earlier year's paper has too, WAITING by something that can be put
    on an agenda. PRESENT is met by the window over
    the present register, PAST by one that shows an earlier state of it.
    """

    NOTHING = 0
    REGISTER = auto()
    WRITABLE = auto()
    MEETING = auto()
    AGENDA = auto()
    ITEM = auto()
    UNDO = auto()
    REDO = auto()
    PARTS = auto()
    PAPER = auto()
    PLAN = auto()
    EARLIER = auto()
    ACTIVITY = auto()
    MONEY = auto()
    POST = auto()
    ENTRY = auto()
    GRANT = auto()
    INDICATORS = auto()
    INDICATOR = auto()
    PRESENT = auto()
    PAST = auto()
    WAITING = auto()


CHANGE = Needs.REGISTER | Needs.WRITABLE
CHANGE_MEETING = CHANGE | Needs.MEETING
CHANGE_AGENDA = CHANGE_MEETING | Needs.AGENDA
CHANGE_ITEM = CHANGE_AGENDA | Needs.ITEM
CHANGE_ROW = CHANGE | Needs.ITEM
SHOW_MEETING = Needs.REGISTER | Needs.MEETING
SHOW_AGENDA = SHOW_MEETING | Needs.AGENDA
PRINT = Needs.REGISTER | Needs.PAPER
IN_VIEW = "in-view"
LINE = "-"


@dataclass(frozen=True)
class ActionSpec:
    """One action: ``id`` is its objectName, ``text`` its English source string.

    A ``local`` action's keys work only where the action was added (the agenda, a
    table), so that Del in a list beside it never takes away a row. ``also`` is a second
    key, for lists; cells that are edited keep it for themselves. ``page`` is the page
    that does it, which is shown first; IN_VIEW: each page does it in its own way.
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    local: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    page: str = ""
    also: str = ""


@dataclass(frozen=True)
class Submenu:
    """A menu within a menu; ``title`` is an English source string of the context Menus."""

    id: str
    title: str
    entries: tuple["Entry", ...] = ()


Entry = ActionSpec | Submenu | str
"""What a menu holds: an action, its id, a submenu, or LINE."""


def specs_in(entries: Iterable[Entry]) -> Iterator[ActionSpec]:
    """Yield the actions of a menu and of its submenus, in their order."""
    for entry in entries:
        if isinstance(entry, ActionSpec):
            yield entry
        elif isinstance(entry, Submenu):
            yield from specs_in(entry.entries)
