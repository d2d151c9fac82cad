"""The actions of the plan and the year's other work."""

from hubra_desktop.ui.action_spec import CHANGE, LINE, ActionSpec, Entry, Needs
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

CHANGE_PLAN = CHANGE | Needs.PLAN

PAGE = ActionSpec(
    "page-plan", QT_TRANSLATE_NOOP("Actions", "Pla&n"), "Alt+3", "plan", checkable=True
)
MENU: tuple[Entry, ...] = (
    ActionSpec(
        "new-activity",
        QT_TRANSLATE_NOOP("Actions", "New &activity"),
        "Ctrl+Shift+A",
        "add",
        CHANGE,
        page=PAGE.id,
    ),
    ActionSpec(
        "new-letter",
        QT_TRANSLATE_NOOP("Actions", "New &letter"),
        "",
        "letter",
        CHANGE,
        page=PAGE.id,
    ),
    ActionSpec(
        "new-agreement",
        QT_TRANSLATE_NOOP("Actions", "New a&greement"),
        "",
        "agreement",
        CHANGE,
        page=PAGE.id,
    ),
    ActionSpec(
        "new-consultation",
        QT_TRANSLATE_NOOP("Actions", "New &consultation"),
        "",
        "consultation",
        CHANGE,
        page=PAGE.id,
    ),
    LINE,
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
    ActionSpec(
        "new-plan", QT_TRANSLATE_NOOP("Actions", "New &plan"), "", "plan", CHANGE, page=PAGE.id
    ),
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
