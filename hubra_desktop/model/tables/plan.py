"""The tables of the plan: areas, activities, letters, agreements, consultations."""

from sqlalchemy import Column, Date

from hubra_desktop.model.plan.terms import (
    ActivityKind,
    ActivityState,
    AgreementKind,
    ConsultationState,
    Exactness,
    LetterState,
    PlanKind,
)
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

# A plan for a year, in one version; of the second kind the law tells (2023:196).
PLAN = table(
    "plan",
    term("kind", PlanKind.ACTIVITY),
    number("year", index=True),
    number("version", 1),
    text("title"),
    text("goal"),
    text("situation"),
    day_or_none("situation_date"),
    day_or_none("decided_on"),
    reference("meeting_id", "meeting", optional=True, index=True),
    text("case_number"),
    day_or_none("followed_up"),
    text("note"),
)

# One of a plan's areas; ``number`` is what is printed before the title.
FOCUS_AREA = table(
    "focus_area",
    owner("plan_id", "plan"),
    number("position"),
    text("number"),
    text("title"),
    text("goal"),
    text("problem"),
    text("comment"),
)

# Something the council does in a year, once, whatever areas it serves.
ACTIVITY = table(
    "activity",
    number("year", index=True),
    number("position"),
    term("kind", ActivityKind.ACTIVITY),
    text("title"),
    text("period"),
    day_or_none("starts"),
    day_or_none("ends"),
    term("state", ActivityState.PLANNED),
    text("reason"),
    text("council_role"),
    text("partners"),
    reference("responsible_id", "person", optional=True, index=True),
    text("responsible"),
    number_or_none("participants"),
    term("exactness", Exactness.EXACT),
    text("participants_note"),
    text("report_text"),
    flag("closed"),
    reference("repeats_id", "activity", optional=True, index=True),
)

# One time or place where an activity was done; the day may be unknown.
OCCASION = table(
    "occasion",
    owner("activity_id", "activity"),
    number("position"),
    day_or_none("date"),
    text("place"),
    number_or_none("participants"),
    text("note"),
)

# An area that an activity serves; one of them is its main area.
ACTIVITY_AREA = table(
    "activity_area",
    owner("activity_id", "activity"),
    number("position"),
    reference("area_id", "focus_area", index=True),
    flag("main"),
)

# What an activity is joined to: one of the references, or a document by its address.
ACTIVITY_LINK = table(
    "activity_link",
    owner("activity_id", "activity"),
    number("position"),
    reference("meeting_id", "meeting", optional=True, index=True),
    reference("item_id", "agenda_item", optional=True, index=True),
    reference("grant_id", "grant", optional=True, index=True),
    reference("agreement_id", "agreement", optional=True, index=True),
    reference("letter_id", "letter", optional=True, index=True),
    text("title"),
    text("address"),
)

# What somebody noted of an activity, and when; notes are added, not rewritten.
FOLLOW_UP_NOTE = table(
    "follow_up_note",
    owner("activity_id", "activity"),
    number("position"),
    Column("date", Date, nullable=False),
    text("author"),
    text("text"),
)

# A Trygghetsbrev.
LETTER = table(
    "letter",
    number("year", index=True),
    number_or_none("number"),
    text("title"),
    text("topics"),
    text("editor"),
    day_or_none("deadline"),
    term("state", LetterState.PLANNED),
    day_or_none("sent_on"),
    text("address"),
    number_or_none("copies"),
    text("note"),
)

# Who gets a letter; frozen when it is sent.
LETTER_RECIPIENT = table(
    "letter_recipient",
    owner("letter_id", "letter"),
    number("position"),
    text("name"),
    text("way"),
)

# An agreement; ``amount_ore`` is a year's money in öre.
AGREEMENT = table(
    "agreement",
    term("kind", AgreementKind.COOPERATION),
    text("title"),
    text("purpose"),
    text("contributions"),
    day_or_none("valid_from"),
    day_or_none("valid_to"),
    large_or_none("amount_ore"),
    text("money_note"),
    number("warn_months", 3),
    text("case_number"),
    text("note"),
)

# A party to an agreement, known to the register or by name alone.
AGREEMENT_PARTY = table(
    "agreement_party",
    owner("agreement_id", "agreement"),
    number("position"),
    reference("body_id", "body", optional=True, index=True),
    text("name"),
)

# A meeting where an agreement is followed up.
AGREEMENT_MEETING = table(
    "agreement_meeting",
    owner("agreement_id", "agreement"),
    number("position"),
    day_or_none("date"),
    flag("held"),
    text("note"),
)

# A remiss that the council is asked to answer.
CONSULTATION = table(
    "consultation",
    text("title"),
    text("sender"),
    text("their_number"),
    text("case_number"),
    day_or_none("received"),
    day_or_none("due"),
    day_or_none("extended_to"),
    text("handler"),
    term("state", ConsultationState.INCOMING),
    reference("meeting_id", "meeting", optional=True, index=True),
    day_or_none("answered_on"),
    text("answer"),
    text("note"),
)
