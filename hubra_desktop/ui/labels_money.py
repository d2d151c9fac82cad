"""The names of the undo steps of the money, by the labels of their commands."""

from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

NAMES: dict[str, str] = {
    "add-budget_year": QT_TRANSLATE_NOOP("Steps", "new budget year"),
}
