"""What a grant's decisions, facts and conflicts of interest are in words."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.sheets import GrantDecisionSheet
from hubra_desktop.model.money.terms import DecisionKind, Outcome, Verdict
from hubra_desktop.model.money.words import word
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.terms import Role
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP, translated
from hubra_desktop.work.queries.grants import Conflict, GrantView

_ROLES = {
    Role.CHAIR: QT_TRANSLATE_NOOP("Words", "chair"),
    Role.VICE_CHAIR: QT_TRANSLATE_NOOP("Words", "vice chair"),
    Role.MEMBER: QT_TRANSLATE_NOOP("Words", "member"),
    Role.SUBSTITUTE: QT_TRANSLATE_NOOP("Words", "substitute"),
    Role.CO_OPTED: QT_TRANSLATE_NOOP("Words", "co-opted member"),
    Role.PRESENTER: QT_TRANSLATE_NOOP("Words", "presenter"),
    Role.SECRETARY: QT_TRANSLATE_NOOP("Words", "secretary"),
}


def decision_told(decision: GrantDecisionSheet) -> str:
    """Tell a decision in a line, and whether it is the formal one."""
    translate = QCoreApplication.translate
    day = str(decision.year) if decision.date is None else short_date(decision.date)
    what = capitalised(word(decision.kind))
    if decision.amount_ore is not None:
        what = f"{what} {kronor(decision.amount_ore)}"
    elif decision.kind in (DecisionKind.GRANT, DecisionKind.RAISE, DecisionKind.LOWER):
        missing = translate("Grants", "amount not stated")
        what = f"{what}, {missing}"
    formal = translate("Grants", "formal decision")
    stance = translate("Grants", "not a formal decision")
    due = ""
    if decision.last_day is not None:
        due = translate("Grants", "to be paid by {day}").format(day=short_date(decision.last_day))
    parts = (
        day,
        what,
        decision.decided_by,
        _section(decision),
        formal if decision.formal else stance,
        due,
    )
    return " · ".join(part for part in parts if part)


def _section(decision: GrantDecisionSheet) -> str:
    section = decision.section.strip()
    return section if not section or section.startswith("§") else f"§ {section}"


def conflict_told(conflict: Conflict) -> str:
    """Say who sits on both sides, and what follows."""
    said = QCoreApplication.translate(
        "Grants",
        "{name} is {here} of the council and {there} of the association: a conflict of "
        "interest. Who has one takes no part in the decision.",
    )
    return said.format(
        name=conflict.name, here=role_word(conflict.here), there=role_word(conflict.there)
    )


def role_word(role: Role) -> str:
    """Return the word for what somebody is in a body."""
    return translated("Words", _ROLES[role])


def facts_of(view: GrantView) -> Iterator[tuple[str, str]]:
    """Yield the facts of a grant: what each is called, and what it is ("" when not known)."""
    translate = QCoreApplication.translate
    sheet = view.sheet
    period = "–".join(
        short_date(day) for day in (sheet.project_from, sheet.project_to) if day is not None
    )
    yield translate("Grants", "Purpose"), sheet.purpose
    yield translate("Grants", "Applied on"), _day(sheet.applied_on)
    yield translate("Grants", "Project period"), period
    yield translate("Grants", "Conditions"), sheet.conditions
    yield translate("Grants", "Report due"), _day(sheet.report_due)
    yield translate("Grants", "Report received"), _day(sheet.report_received)
    verdict = "" if sheet.verdict is Verdict.NONE else capitalised(word(sheet.verdict))
    yield translate("Grants", "Assessment"), _joined(verdict, sheet.assessment)
    outcome = "" if sheet.outcome is Outcome.OPEN else capitalised(word(sheet.outcome))
    yield translate("Grants", "Outcome"), _joined(outcome, sheet.outcome_reason)
    yield translate("Grants", "Ended on"), _day(sheet.ended_on)
    yield translate("Grants", "Contact"), sheet.contact
    yield translate("Grants", "Note"), sheet.note


def _day(day: object) -> str:
    return "" if day is None else str(day)


def _joined(one: str, other: str) -> str:
    return ": ".join(part for part in (one, other) if part)
