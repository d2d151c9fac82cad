"""The actions of the indicators."""

from hubra_desktop.model.language import N_
from hubra_desktop.ui.action_spec import CHANGE, ActionSpec, Entry, Needs

SHOW_INDICATORS = Needs.REGISTER | Needs.INDICATORS
CHANGE_INDICATORS = CHANGE | Needs.INDICATORS
CHANGE_INDICATOR = CHANGE_INDICATORS | Needs.INDICATOR

PAGE = ActionSpec("page-indicators", N_("M&ått"), "Alt+5", "indicators", checkable=True)
MENU: tuple[Entry, ...] = (
    ActionSpec("new-indicator", N_("Nytt mått"), "Ctrl+Shift+M", "add", CHANGE_INDICATORS),
    ActionSpec("indicator-up", N_("Flytta måttet upp"), "Ctrl+Alt+Up", "up", CHANGE_INDICATOR),
    ActionSpec(
        "indicator-down", N_("Flytta måttet ner"), "Ctrl+Alt+Down", "down", CHANGE_INDICATOR
    ),
    ActionSpec("remove-year", N_("Ta bort årets värden"), "", "remove", CHANGE_INDICATOR),
    ActionSpec(
        "remove-indicator", N_("Ta bort måttet"), "Ctrl+Shift+Backspace", "remove", CHANGE_INDICATOR
    ),
    ActionSpec("copy-indicators", N_("Kopiera tabellen"), "Ctrl+Shift+C", "copy", SHOW_INDICATORS),
)
