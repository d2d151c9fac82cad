"""The actions of the meetings, their agendas and the paper beside them."""

from dataclasses import replace

from hubra_desktop.model.language import N_
from hubra_desktop.ui.action_spec import (
    CHANGE,
    CHANGE_AGENDA,
    CHANGE_ITEM,
    CHANGE_MEETING,
    CHANGE_ROW,
    IN_VIEW,
    LINE,
    SHOW_AGENDA,
    SHOW_MEETING,
    ActionSpec,
    Entry,
    Needs,
    Submenu,
)


def _choice(action_id: str, text: str, shortcut: str) -> ActionSpec:
    """Return what a row is or is not; its icon is called as it is."""
    icon = action_id.removeprefix("kind-")
    return ActionSpec(action_id, text, shortcut, icon, CHANGE_ITEM, checkable=True, local=True)


PAGE = ActionSpec("page-meetings", N_("&Sammanträden"), "Alt+2", "meetings", checkable=True)
_MAKING: tuple[Entry, ...] = (
    ActionSpec("new-meeting", N_("&Nytt sammanträde…"), "Ctrl+N", "new-meeting", CHANGE),
    ActionSpec(
        "copy-meeting",
        N_("Nytt från det &här sammanträdet…"),
        "Ctrl+Shift+K",
        "copy",
        CHANGE_MEETING,
    ),
    ActionSpec("run-meeting", N_("Gen&omför sammanträdet"), "F5", "clock", SHOW_MEETING),
    ActionSpec("save-call-draft", N_("Spara utkast till kall&elsen…"), "", "pdf", SHOW_MEETING),
    ActionSpec("move-meeting", N_("Fl&ytta sammanträdet…"), "", "meetings", CHANGE_MEETING),
    ActionSpec("cancel-meeting", N_("Stä&ll in sammanträdet…"), "", "withdrawn", CHANGE_MEETING),
    ActionSpec("meeting-year", N_("Fö&reslå sammanträdesdagar…"), "", "wheel", CHANGE),
    ActionSpec("law-answers", N_("&Vad säger lagen?…"), "", "tip", Needs.REGISTER),
    ActionSpec("meeting-template", N_("M&all för nya sammanträden…"), "", "formality", CHANGE),
    ActionSpec("phrases", N_("Fras&bibliotek…"), "", "text", Needs.REGISTER),
    ActionSpec(
        "remove-meeting", N_("&Ta bort sammanträdet"), "Ctrl+Shift+Del", "remove", CHANGE_MEETING
    ),
)
ASKED = ("new-meeting", "meeting-year", "meeting-template", "law-answers", "phrases")
"""What asks something of the meetings as a whole; none need be open."""

KINDS = Submenu(
    "kinds",
    N_("Radens &slag"),
    (
        _choice("kind-formality", N_("&Formalia"), "Ctrl+1"),
        _choice("kind-information", N_("&Information"), "Ctrl+2"),
        _choice("kind-decision", N_("&Beslut"), "Ctrl+3"),
        _choice("kind-break", N_("&Paus"), "Ctrl+4"),
        _choice("kind-heading", N_("&Rubrik"), "Ctrl+5"),
        _choice("kind-other", N_("&Övrigt"), "Ctrl+6"),
    ),
)
CHOICES: tuple[Entry, ...] = (
    KINDS,
    replace(_choice("numbered", N_("Med nu&mmer"), "Ctrl+7"), icon="list-numbers"),
    _choice("pin", N_("&Fast tid"), "Ctrl+T"),
    _choice("silent", N_("Skriv &inte ut tiden"), "Ctrl+Shift+H"),
    _choice("parallel", N_("&Parallellt med raden ovanför"), "Ctrl+R"),
    _choice("closed", N_("Stängda &dörrar"), "Ctrl+L"),
    _choice("withdrawn", N_("Ut&går"), "Ctrl+U"),
)
_ADDING: tuple[Entry, ...] = (
    ActionSpec("add-item", N_("&Ny rad under"), "Ctrl+Return", "add", CHANGE_AGENDA),
    ActionSpec("add-break", N_("Ny &paus under"), "Ctrl+B", "break", CHANGE_AGENDA),
)
_CLIPBOARD: tuple[Entry, ...] = (
    ActionSpec("cut-rows", N_("K&lipp ut"), "Ctrl+X", "cut", CHANGE_ITEM, local=True),
    ActionSpec("copy-rows", N_("K&opiera"), "Ctrl+C", "copy", SHOW_AGENDA, local=True),
    ActionSpec("paste-rows", N_("Kl&istra in"), "Ctrl+V", "paste", CHANGE_AGENDA, local=True),
)
_CLEARING = ActionSpec("clear-cell", N_("Tö&m rutan"), "Del", "", CHANGE_ITEM, local=True)
_REMOVING = ActionSpec(
    "remove-item",
    N_("&Ta bort rad"),
    "Ctrl+Del",
    "remove",
    CHANGE_ROW,
    local=True,
    page=IN_VIEW,
    also="Del",
)
_MOVING: tuple[Entry, ...] = (
    ActionSpec("move-up", N_("Flytta &upp"), "Alt+Up", "up", CHANGE_ROW, local=True, page=IN_VIEW),
    ActionSpec(
        "move-down", N_("Flytta n&er"), "Alt+Down", "down", CHANGE_ROW, local=True, page=IN_VIEW
    ),
    ActionSpec(
        "indent", N_("Gör till un&derpunkt"), "Alt+Right", "indent", CHANGE_ITEM, local=True
    ),
    ActionSpec(
        "outdent", N_("Gör till egen pun&kt"), "Alt+Left", "outdent", CHANGE_ITEM, local=True
    ),
)
_SENDING = ActionSpec(
    "send-rows", N_("&Flytta till annat sammanträde…"), "Ctrl+Shift+J", "meetings", CHANGE_ITEM
)
_PARKING: tuple[Entry, ...] = (
    ActionSpec("park-row", N_("Par&kera raden…"), "Ctrl+Shift+L", "clock", CHANGE_ITEM),
    ActionSpec("take-up", N_("Ta &upp det som väntar…"), "Ctrl+Shift+U", "add", CHANGE_MEETING),
    ActionSpec("show-matter", N_("Visa &ärendet"), "Ctrl+G", "matters", SHOW_MEETING | Needs.ITEM),
)
MENU: tuple[Entry, ...] = (*_MAKING, LINE, *_PARKING, LINE, *CHOICES)
EDIT: tuple[Entry, ...] = (
    *(*_CLIPBOARD, LINE, *_ADDING, _CLEARING, _REMOVING),
    *(LINE, *_MOVING, _SENDING),
)
ROW_MENU: tuple[Entry, ...] = (
    *(*_ADDING, LINE, *_CLIPBOARD, LINE, *CHOICES),
    *(LINE, *_MOVING, _SENDING, LINE, *_PARKING, LINE, _CLEARING, _REMOVING),
)
SHOWN: tuple[Entry, ...] = (
    ActionSpec("show-facts", N_("&Uppgifter"), "F8", "chevron-down", SHOW_MEETING, checkable=True),
    ActionSpec(
        "show-details", N_("&Radens detaljer"), "F9", "details", SHOW_AGENDA, checkable=True
    ),
    ActionSpec("show-preview", N_("Kallelsens s&ida"), "F10", "pdf", SHOW_AGENDA, checkable=True),
    ActionSpec("show-rail", N_("Tidslin&je"), "F11", "clock", SHOW_AGENDA, checkable=True),
)
PAPER: tuple[Entry, ...] = (
    ActionSpec(
        "page-as-text", N_("Visa som &text"), "Ctrl+Shift+T", "text", SHOW_AGENDA, checkable=True
    ),
    ActionSpec("zoom-in", N_("St&örre sida"), "Ctrl++", "zoom-in", SHOW_AGENDA),
    ActionSpec("zoom-out", N_("&Mindre sida"), "Ctrl+-", "zoom-out", SHOW_AGENDA),
    ActionSpec("zoom-fit", N_("Anpassa till &bredden"), "Ctrl+0", "fit", SHOW_AGENDA),
)
