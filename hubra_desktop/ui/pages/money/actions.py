"""The actions of budget, ledger and grants."""

from hubra_desktop.model.language import N_
from hubra_desktop.ui.action_spec import CHANGE, LINE, ActionSpec, Entry, Needs

CHANGE_MONEY = CHANGE | Needs.MONEY
CHANGE_POST = CHANGE_MONEY | Needs.POST
CHANGE_ENTRY = CHANGE_MONEY | Needs.ENTRY

PAGE = ActionSpec("page-money", N_("Budget och bidra&g"), "Alt+4", "money", checkable=True)
MENU: tuple[Entry, ...] = (
    ActionSpec("book-entry", N_("Bokför en rad…"), "Ctrl+Shift+B", "add", CHANGE, page=PAGE.id),
    ActionSpec(
        "book-repayment",
        N_("Bokför en återbetalning…"),
        "Ctrl+Shift+R",
        "undo",
        CHANGE,
        page=PAGE.id,
    ),
    ActionSpec("correct-entry", N_("Rätta raden…"), "", "note", CHANGE_ENTRY),
    ActionSpec("new-grant", N_("Nytt bidrag…"), "Ctrl+Shift+G", "add", CHANGE, page=PAGE.id),
    ActionSpec("new-association", N_("Ny förening…"), "", "add", CHANGE, page=PAGE.id),
    ActionSpec("new-allowances", N_("Ny arvodeslista…"), "", "add", CHANGE, page=PAGE.id),
    ActionSpec("new-allowance-rate", N_("Ny arvodessats…"), "", "add", CHANGE, page=PAGE.id),
    LINE,
    ActionSpec("add-post", N_("Ny budgetpost"), "Ctrl+Shift+Return", "add", CHANGE_MONEY),
    ActionSpec(
        "add-subpost", N_("Ny post under den här"), "Ctrl+Alt+Return", "indent", CHANGE_POST
    ),
    ActionSpec("decide-budget", N_("Besluta budgeten…"), "", "decision", CHANGE_MONEY),
    ActionSpec("transfer", N_("Omföring mellan poster…"), "Ctrl+Shift+O", "copy", CHANGE_MONEY),
    ActionSpec("new-budget-year", N_("Nytt budgetår…"), "", "add", CHANGE, page=PAGE.id),
    ActionSpec("budget-facts", N_("Årets egna uppgifter…"), "", "details", CHANGE_MONEY),
    ActionSpec("close-year", N_("Stäng året…"), "", "closed", CHANGE_MONEY),
)
