"""The tables of what is measured and written: indicators, papers, other case numbers."""

from hubra_desktop.model.indicators.terms import Direction, Group, GroupSet, Missing, Unit
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.tables.base import (
    day_or_none,
    flag,
    large_or_none,
    number,
    number_or_none,
    owner,
    reference,
    table,
    term,
    text,
)

# A question that is measured; ``shares`` when its groups are percent of a count.
INDICATOR = table(
    "indicator",
    number("position"),
    text("name"),
    term("unit", Unit.PERCENT),
    term("direction", Direction.HIGHER),
    text("source"),
    number_or_none("interval_years"),
    term("groups", GroupSet.NONE),
    flag("shares"),
    text("area_number"),
    number_or_none("active_from"),
    number_or_none("active_to"),
    text("note"),
)

# One value in thousandths, or why it is missing.
MEASUREMENT = table(
    "measurement",
    owner("indicator_id", "indicator"),
    number("position"),
    number("year"),
    term("group", Group.ALL),
    large_or_none("value_thousandths"),
    term("missing", Missing.NO),
    flag("incomparable"),
    text("note"),
    text("evidence"),
)

# What somebody wrote of the change between two years, in place of the derived sentence.
CHANGE_TEXT = table(
    "change_text",
    owner("indicator_id", "indicator"),
    number("position"),
    number("year"),
    number("compared_year"),
    text("text"),
)

# A paper written from the year's facts. ``number_reason`` explains another case number.
REPORT = table(
    "report",
    term("kind", ReportKind.ANNUAL_REPORT),
    number("year", index=True),
    text("title"),
    day_or_none("date"),
    text("case_number"),
    text("number_reason"),
    text("administration"),
    text("handler"),
    text("handler_contact"),
    reference("meeting_id", "meeting", optional=True, index=True),
    reference("plan_id", "plan", optional=True, index=True),
    reference("attached_to_id", "report", optional=True, index=True),
    number_or_none("attachment_number"),
    text("delivered_to"),
    text("note"),
)

# A stretch of a paper; ``key`` names what it is for, empty when it is the author's own.
REPORT_SECTION = table(
    "report_section",
    owner("report_id", "report"),
    number("position"),
    text("key"),
    text("heading"),
    number("level", 2),
    text("text"),
)

# Who signs a paper, and as what.
REPORT_SIGNATURE = table(
    "report_signature",
    owner("report_id", "report"),
    number("position"),
    text("name"),
    text("role"),
)

# What the author answered to a gap; ``printed`` lets the paper tell the gap itself.
REPORT_ANSWER = table(
    "report_answer",
    owner("report_id", "report"),
    number("position"),
    text("key"),
    text("text"),
    flag("printed"),
)

# Another number that a matter is known by, and why.
MATTER_ALIAS = table(
    "matter_alias",
    reference("matter_id", "matter", index=True),
    text("case_number"),
    text("reason"),
)
