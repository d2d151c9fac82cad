"""The actions of the plan and the year's other work; MENU is their part of Verksamhet."""

from hubra_desktop.ui.action_spec import CHANGE, ActionSpec, Needs
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

CHANGE_PLAN = CHANGE | Needs.PLAN

SPECS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "new-activity",
        QT_TRANSLATE_NOOP("Actions", "New &activity"),
        "Ctrl+Shift+A",
        "add",
        CHANGE,
    ),
    ActionSpec("new-letter", QT_TRANSLATE_NOOP("Actions", "New &letter"), "", "letter", CHANGE),
    ActionSpec(
        "new-agreement", QT_TRANSLATE_NOOP("Actions", "New a&greement"), "", "agreement", CHANGE
    ),
    ActionSpec(
        "new-consultation",
        QT_TRANSLATE_NOOP("Actions", "New &consultation"),
        "",
        "consultation",
        CHANGE,
    ),
    ActionSpec(
        "plan-facts",
        QT_TRANSLATE_NOOP("Actions", "The plan's own &facts"),
        "Ctrl+Shift+F",
        "plan",
        Needs.REGISTER | Needs.PLAN,
    ),
    ActionSpec(
        "new-area", QT_TRANSLATE_NOOP("Actions", "New a&rea in the plan"), "", "add", CHANGE_PLAN
    ),
    ActionSpec("new-plan", QT_TRANSLATE_NOOP("Actions", "New &plan"), "", "plan", CHANGE),
    ActionSpec(
        "copy-plan",
        QT_TRANSLATE_NOOP("Actions", "Copy the plan to the ne&xt year"),
        "",
        "copy",
        CHANGE_PLAN,
    ),
    ActionSpec(
        "new-plan-version",
        QT_TRANSLATE_NOOP("Actions", "New &version of the plan"),
        "",
        "copy",
        CHANGE_PLAN,
    ),
    ActionSpec(
        "remove-plan", QT_TRANSLATE_NOOP("Actions", "Remove the plan"), "", "remove", CHANGE_PLAN
    ),
)
MENU: tuple[str, ...] = (
    "new-activity",
    "new-letter",
    "new-agreement",
    "new-consultation",
    "-",
    "plan-facts",
    "new-area",
    "new-plan",
    "copy-plan",
    "new-plan-version",
    "remove-plan",
)
