"""The words for the undo steps of budget, ledger and grants."""

from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP

KINDS = {
    "allocation": QT_TRANSLATE_NOOP("Steps", "planned amount"),
    "association": QT_TRANSLATE_NOOP("Steps", "facts of an association"),
    "budget_post": QT_TRANSLATE_NOOP("Steps", "budget post"),
    "budget_version": QT_TRANSLATE_NOOP("Steps", "decision on the budget"),
    "budget_year": QT_TRANSLATE_NOOP("Steps", "budget year"),
    "correction": QT_TRANSLATE_NOOP("Steps", "correction"),
    "cost": QT_TRANSLATE_NOOP("Steps", "cost"),
    "grant": QT_TRANSLATE_NOOP("Steps", "grant"),
    "grant_decision": QT_TRANSLATE_NOOP("Steps", "decision"),
    "income": QT_TRANSLATE_NOOP("Steps", "income"),
    "instalment": QT_TRANSLATE_NOOP("Steps", "planned payment"),
    "payment": QT_TRANSLATE_NOOP("Steps", "payment"),
    "repayment": QT_TRANSLATE_NOOP("Steps", "repayment"),
    "reservation": QT_TRANSLATE_NOOP("Steps", "reservation"),
    "transfer": QT_TRANSLATE_NOOP("Steps", "transfer"),
}
STEPS = {
    "add-budget_version": QT_TRANSLATE_NOOP("Steps", "decided budget"),
    "add-budget_year": QT_TRANSLATE_NOOP("Steps", "new budget year"),
    "close-year": QT_TRANSLATE_NOOP("Steps", "closed year"),
    "decide-grant": QT_TRANSLATE_NOOP("Steps", "granted"),
    "decide-lower": QT_TRANSLATE_NOOP("Steps", "lowered grant"),
    "decide-raise": QT_TRANSLATE_NOOP("Steps", "raised grant"),
    "decide-reclaim": QT_TRANSLATE_NOOP("Steps", "reclaimed grant"),
    "decide-refuse": QT_TRANSLATE_NOOP("Steps", "refused application"),
    "decide-stance": QT_TRANSLATE_NOOP("Steps", "the council's stance"),
    "decide-withdraw": QT_TRANSLATE_NOOP("Steps", "withdrawn grant"),
    "decide-write_off": QT_TRANSLATE_NOOP("Steps", "written-off claim"),
}
