"""The actions of people and bodies."""

from hubra_desktop.model.language import N_
from hubra_desktop.ui.action_spec import CHANGE, LINE, ActionSpec, Entry, Needs

PAGE = ActionSpec("page-people", N_("Pers&oner"), "Alt+7", "people", checkable=True)
MENU: tuple[Entry, ...] = (
    ActionSpec("new-person", N_("Ny &person…"), "", "add", CHANGE, page=PAGE.id),
    ActionSpec("new-body", N_("Nytt &organ…"), "", "add", CHANGE, page=PAGE.id),
    ActionSpec("new-mandate", N_("Nytt &uppdrag…"), "", "add", CHANGE, page=PAGE.id),
    ActionSpec("new-mailing-list", N_("Ny &sändlista…"), "", "add", CHANGE, page=PAGE.id),
    LINE,
    ActionSpec("show-disposals", N_("&Gallringar…"), "", "", Needs.REGISTER, page=PAGE.id),
)
