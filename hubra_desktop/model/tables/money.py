"""The tables of the money: budget, ledger, grants. All amounts are whole öre."""

from hubra_desktop.model.money.terms import (
    Basis,
    DecisionKind,
    EntryKind,
    GrantKind,
    Outcome,
    PostKind,
    Verdict,
)
from hubra_desktop.model.tables.base import (
    day_or_none,
    flag,
    index_given,
    large,
    large_or_none,
    number,
    number_or_none,
    owner,
    reference,
    table,
    term,
    text,
)

# A year's budget; once closed it never changes. ``deviation_share`` is in percent.
BUDGET_YEAR = table(
    "budget_year",
    number("year", index=True),
    term("basis", Basis.CASH),
    day_or_none("closed_on"),
    number("deviation_share", 10),
    text("note"),
)

# A post of a year's budget; those without posts below them carry money.
BUDGET_POST = table(
    "budget_post",
    owner("budget_year_id", "budget_year"),
    number("position"),
    text("code"),
    text("name"),
    term("kind", PostKind.OTHER),
    reference("parent_id", "budget_post", optional=True, index=True),
    text("deviation_text"),
    text("note"),
)

# The budget as decided at one time: every version tells the whole of it.
BUDGET_VERSION = table(
    "budget_version",
    owner("budget_year_id", "budget_year"),
    number("position"),
    day_or_none("decided_on"),
    text("reference"),
    reference("meeting_id", "meeting", optional=True, index=True),
    large_or_none("frame_ore"),
    text("note"),
)

# What a version plans for a post; an ``example`` is nobody's decision.
ALLOCATION = table(
    "allocation",
    owner("budget_version_id", "budget_version"),
    number("position"),
    reference("post_id", "budget_post", index=True),
    large("planned_ore"),
    flag("example"),
)

# A row of the ledger, never changed and never removed. The amount is above zero; the
# kind gives the sign. Without a date it counts from the last day of its year.
LEDGER_ENTRY = table(
    "ledger_entry",
    number("number", index=True),
    number("year", index=True),
    day_or_none("date"),
    reference("post_id", "budget_post", index=True),
    term("kind", EntryKind.COST),
    large("amount_ore"),
    text("counterpart"),
    reference("counterpart_id", "body", optional=True, index=True),
    reference("grant_id", "grant", optional=True, index=True),
    reference("original_id", "ledger_entry", optional=True, index=True),
    text("voucher"),
    number_or_none("year_concerned"),
    text("text"),
)
index_given(LEDGER_ENTRY, "year_concerned")

# What is known of a body as one that applies for money.
ASSOCIATION = table(
    "association",
    reference("body_id", "body", index=True),
    text("organisation_number"),
    text("contact"),
    text("email"),
    text("phone"),
    text("bank_giro"),
    text("note"),
)

# A grant: what was applied for, agreed and told; where it stands is derived.
GRANT = table(
    "grant",
    number("year", index=True),
    reference("body_id", "body", index=True),
    text("title"),
    text("purpose"),
    term("kind", GrantKind.PROJECT),
    reference("post_id", "budget_post", optional=True, index=True),
    text("case_number"),
    day_or_none("applied_on"),
    large_or_none("applied_ore"),
    text("contact"),
    day_or_none("project_from"),
    day_or_none("project_to"),
    text("conditions"),
    day_or_none("report_due"),
    day_or_none("report_received"),
    term("verdict", Verdict.NONE),
    text("assessment"),
    term("outcome", Outcome.OPEN),
    text("outcome_reason"),
    day_or_none("ended_on"),
    reference("agreement_id", "agreement", optional=True, index=True),
    text("note"),
)

# A decision about a grant, or the council's stance (not ``formal``). The day may be unknown.
GRANT_DECISION = table(
    "grant_decision",
    owner("grant_id", "grant"),
    number("position"),
    term("kind", DecisionKind.GRANT),
    number("year"),
    day_or_none("date"),
    large_or_none("amount_ore"),
    text("decided_by"),
    flag("formal"),
    text("section"),
    reference("meeting_id", "meeting", optional=True, index=True),
    text("reported_to"),
    day_or_none("last_day"),
    text("reference"),
    text("reason"),
)

# A payment that is planned.
INSTALMENT = table(
    "instalment",
    owner("grant_id", "grant"),
    number("position"),
    day_or_none("due"),
    large("amount_ore"),
    text("condition"),
)
