"""The actions of the matters and of what waits for a later agenda."""

from hubra_desktop.model.language import N_
from hubra_desktop.ui.action_spec import CHANGE, ActionSpec, Entry, Needs

PAGE = ActionSpec("page-matters", N_("&Ärenden"), "Alt+6", "matters", checkable=True)
PLACING = ActionSpec(
    "place-waiting",
    N_("&Lägg på nästa sammanträde"),
    "Ctrl+Shift+W",
    "meetings",
    CHANGE | Needs.WAITING,
    page=PAGE.id,
)
FOLLOWING_UP = ActionSpec(
    "place-follow-up",
    N_("&Rapportera på nästa sammanträde"),
    "",
    "meetings",
    CHANGE | Needs.WAITING,
    page=PAGE.id,
)
MENU: tuple[Entry, ...] = (
    ActionSpec("new-matter", N_("Nytt &ärende"), "", "add", CHANGE, page=PAGE.id),
    ActionSpec(
        "list-numbers", N_("Lägg &upp nummer ur listorna"), "", "list-numbers", CHANGE, page=PAGE.id
    ),
    ActionSpec("new-backlog_item", N_("&Ny sak som väntar"), "", "add", CHANGE, page=PAGE.id),
    PLACING,
    ActionSpec("new-follow_up", N_("Ny upp&följning"), "", "add", CHANGE, page=PAGE.id),
    FOLLOWING_UP,
)
