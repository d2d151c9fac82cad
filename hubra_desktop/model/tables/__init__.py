"""The register's tables: every stored field is declared in this room, once.

Fields that a sheet carries bear the same names in both places, so that one
generic copy joins them. Rows are undone by writing back recorded images;
therefore there are no server defaults and no database cascades, and every
constraint has a name.
"""

from sqlalchemy import Column, Date, LargeBinary

from hubra_desktop.model.tables.base import (
    day_or_none,
    flag,
    number,
    number_or_none,
    owner,
    reference,
    table,
    term,
    text,
)
from hubra_desktop.model.terms import (
    Anchor,
    BodyKind,
    ItemKind,
    MeetingKind,
    MeetingState,
    PrintTime,
    Role,
)

# What the register is: one row. ``practice`` marks an exercise copy.
REGISTER = table(
    "register",
    text("name"),
    text("municipality"),
    reference("own_body_id", "body", optional=True),
    flag("practice"),
)

# How the municipality prints: one row (see ``sheet.HouseStyle``).
HOUSE_STYLE = table(
    "house_style",
    text("organisation"),
    text("time_separator", "."),
    text("head_prefix", "klockan"),
    text("item_prefix", "Kl."),
    text("note_prefix", "kl."),
    text("accent", "#1f3a4d"),
    text("address"),
    Column("logotype", LargeBinary, nullable=False, default=b""),
    text("logotype_text"),
    text("sub_numbers", "letters"),
    flag("kerning"),
)

# An organisation: council, committee, administration, police, association.
BODY = table(
    "body",
    text("name"),
    text("short_name"),
    term("kind", BodyKind.OTHER),
    reference("parent_id", "body", optional=True),
    day_or_none("active_from"),
    day_or_none("active_to"),
)

# Somebody the council meets; ``unit`` is the short name people write (KSF).
PERSON = table(
    "person",
    text("name"),
    text("title"),
    text("unit"),
    text("email"),
    text("phone"),
    text("note"),
)

# A person's role in a body, from and to; an ended one is kept as history.
MANDATE = table(
    "mandate",
    owner("person_id", "person"),
    owner("body_id", "body"),
    term("role", Role.MEMBER),
    text("party"),
    day_or_none("valid_from"),
    day_or_none("valid_to"),
)

# A registered matter and its case number as typed; the program never issues one.
MATTER = table(
    "matter",
    text("case_number", index=True),
    text("title"),
    text("note"),
)

# A meeting; the times are minutes since midnight.
MEETING = table(
    "meeting",
    reference("body_id", "body"),
    term("kind", MeetingKind.ORDINARY),
    term("state", MeetingState.PLANNED),
    reference("moved_to", "meeting", optional=True, index=True),
    Column("date", Date, nullable=False, index=True),
    number("start"),
    number_or_none("end"),
    text("place"),
    text("link"),
    reference("chair_id", "person", optional=True),
    reference("secretary_id", "person", optional=True),
    text("notice_place"),
    day_or_none("notice_date"),
    text("note"),
)

# One row of a meeting's agenda (see ``sheet.ItemSheet``).
AGENDA_ITEM = table(
    "agenda_item",
    owner("meeting_id", "meeting"),
    number("position"),
    term("kind", ItemKind.INFORMATION),
    text("title"),
    text("public_title"),
    flag("closed"),
    number("level"),
    text("number_typed"),
    text("case_number"),
    number_or_none("duration"),
    number_or_none("pin"),
    term("print_time", PrintTime.RANGE),
    flag("parallel"),
    text("place"),
    flag("withdrawn"),
    day_or_none("added_late"),
    text("note"),
    text("inner_note"),
)

# Who presents an item, as text of that day; ``person_id`` when it is a known person.
PRESENTER = table(
    "presenter",
    owner("item_id", "agenda_item"),
    reference("person_id", "person", optional=True, index=True),
    number("position"),
    text("name"),
    text("title"),
    text("unit"),
)

# A group's meeting before the meeting; printed as a footnote to the time.
PRE_MEETING = table(
    "pre_meeting",
    owner("meeting_id", "meeting"),
    number("position"),
    text("group"),
    number_or_none("start"),
    text("place"),
)

# A footnote; ``item_id`` names the row its mark stands beside (anchor ``item``).
FOOTNOTE = table(
    "footnote",
    owner("meeting_id", "meeting"),
    reference("item_id", "agenda_item", optional=True, index=True),
    number("position"),
    term("anchor", Anchor.TIME),
    text("text"),
)

# A signature line of a meeting's papers.
SIGNATURE = table(
    "signature",
    owner("meeting_id", "meeting"),
    number("position"),
    text("name"),
    text("role"),
)
