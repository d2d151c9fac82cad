"""The actions of the plan and the year's other work."""

from hubra_desktop.model.language import N_
from hubra_desktop.ui.action_spec import CHANGE, LINE, ActionSpec, Entry, Needs

CHANGE_PLAN = CHANGE | Needs.PLAN

PAGE = ActionSpec("page-plan", N_("Ver&ksamhet"), "Alt+3", "plan", checkable=True)
MENU: tuple[Entry, ...] = (
    ActionSpec("new-activity", N_("Ny &aktivitet"), "Ctrl+Shift+A", "add", CHANGE, page=PAGE.id),
    ActionSpec("new-letter", N_("Nytt &Trygghetsbrev"), "", "letter", CHANGE, page=PAGE.id),
    ActionSpec("new-agreement", N_("Ny &överenskommelse"), "", "agreement", CHANGE, page=PAGE.id),
    ActionSpec("new-consultation", N_("Ny &remiss"), "", "consultation", CHANGE, page=PAGE.id),
    LINE,
    ActionSpec(
        "plan-facts", N_("Planens &uppgifter"), "Ctrl+Shift+F", "plan", Needs.REGISTER | Needs.PLAN
    ),
    ActionSpec("new-area", N_("Nytt &område i planen"), "", "add", CHANGE_PLAN),
    ActionSpec("new-plan", N_("Ny &plan"), "", "plan", CHANGE, page=PAGE.id),
    ActionSpec("copy-plan", N_("&Kopiera planen till nästa år"), "", "copy", CHANGE_PLAN),
    ActionSpec("new-plan-version", N_("Ny &version av planen"), "", "copy", CHANGE_PLAN),
    ActionSpec("remove-plan", N_("Ta bort planen"), "", "remove", CHANGE_PLAN),
    LINE,
    ActionSpec(
        "take-over-section",
        N_("Ta över &förra årets text"),
        "Ctrl+Shift+Y",
        "copy",
        CHANGE | Needs.EARLIER,
        page=PAGE.id,
    ),
)
