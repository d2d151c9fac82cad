"""The register's tables: every stored field is declared here, once.

Fields that a sheet carries bear the same names in both places, so that one
generic copy joins them. Rows are undone by writing back recorded images;
therefore there are no server defaults and no database cascades, and every
constraint has a name. Whoever reads needs no more than this; the classes that
commands work with are mapped over it in ``mapped``, which a start does without.
"""

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Enum,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

from hubra_desktop.model.ids import new_id
from hubra_desktop.model.terms import (
    Anchor,
    BodyKind,
    ItemKind,
    MeetingKind,
    MeetingState,
    PrintTime,
    Role,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *columns: Column[Any]) -> Table:
    """Declare a table; each row has an id made by the program."""
    key: Column[Any] = Column("id", String(32), primary_key=True, default=new_id)
    return Table(name, METADATA, key, *columns)


def _text(name: str, default: str = "", *, index: bool = False) -> Column[Any]:
    return Column(name, String, nullable=False, default=default, index=index)


def _flag(name: str) -> Column[Any]:
    return Column(name, Boolean, nullable=False, default=False)


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False, default=0)


def _number_or_none(name: str) -> Column[Any]:
    return Column(name, Integer)


def _day_or_none(name: str) -> Column[Any]:
    return Column(name, Date)


def _term(name: str, default: StrEnum) -> Column[Any]:
    """Store a closed vocabulary by its values, as text."""
    kind = Enum(
        type(default),
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda terms: [term.value for term in terms],
    )
    return Column(name, kind, nullable=False, default=default)


def _reference(
    name: str, table: str, *, optional: bool = False, index: bool = False
) -> Column[Any]:
    """Refer to another row; checked when a transaction ends, so that order does not matter."""
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return Column(name, String, key, nullable=optional, index=index)


def _owner(name: str, table: str) -> Column[Any]:
    return _reference(name, table, index=True)


# What the register is: one row. ``practice`` marks an exercise copy.
REGISTER = _table(
    "register",
    _text("name"),
    _text("municipality"),
    _reference("own_body_id", "body", optional=True),
    _flag("practice"),
)

# How the municipality prints: one row (see ``sheet.HouseStyle``).
HOUSE_STYLE = _table(
    "house_style",
    _text("organisation"),
    _text("time_separator", "."),
    _text("head_prefix", "klockan"),
    _text("item_prefix", "Kl."),
    _text("note_prefix", "kl."),
    _text("accent", "#1f3a4d"),
    _text("address"),
    Column("logotype", LargeBinary, nullable=False, default=b""),
    _text("logotype_text"),
    _text("sub_numbers", "letters"),
    _flag("kerning"),
)

# An organisation: council, committee, administration, police, association.
BODY = _table(
    "body",
    _text("name"),
    _text("short_name"),
    _term("kind", BodyKind.OTHER),
    _reference("parent_id", "body", optional=True),
    _day_or_none("active_from"),
    _day_or_none("active_to"),
)

# Somebody the council meets; ``unit`` is the short name people write (KSF).
PERSON = _table(
    "person",
    _text("name"),
    _text("title"),
    _text("unit"),
    _text("email"),
    _text("phone"),
    _text("note"),
)

# A person's role in a body, from and to; an ended one is kept as history.
MANDATE = _table(
    "mandate",
    _owner("person_id", "person"),
    _owner("body_id", "body"),
    _term("role", Role.MEMBER),
    _text("party"),
    _day_or_none("valid_from"),
    _day_or_none("valid_to"),
)

# A registered matter and its case number as typed; the program never issues one.
MATTER = _table(
    "matter",
    _text("case_number", index=True),
    _text("title"),
    _text("note"),
)

# A meeting; the times are minutes since midnight.
MEETING = _table(
    "meeting",
    _reference("body_id", "body"),
    _term("kind", MeetingKind.ORDINARY),
    _term("state", MeetingState.PLANNED),
    _reference("moved_to", "meeting", optional=True, index=True),
    Column("date", Date, nullable=False, index=True),
    _number("start"),
    _number_or_none("end"),
    _text("place"),
    _text("link"),
    _reference("chair_id", "person", optional=True),
    _reference("secretary_id", "person", optional=True),
    _text("notice_place"),
    _day_or_none("notice_date"),
    _text("note"),
)

# One row of a meeting's agenda (see ``sheet.ItemSheet``).
AGENDA_ITEM = _table(
    "agenda_item",
    _owner("meeting_id", "meeting"),
    _number("position"),
    _term("kind", ItemKind.INFORMATION),
    _text("title"),
    _text("public_title"),
    _flag("closed"),
    _number("level"),
    _text("number_typed"),
    _text("case_number"),
    _number_or_none("duration"),
    _number_or_none("pin"),
    _term("print_time", PrintTime.RANGE),
    _flag("parallel"),
    _text("place"),
    _flag("withdrawn"),
    _day_or_none("added_late"),
    _text("note"),
    _text("inner_note"),
)

# Who presents an item, as text of that day; ``person_id`` when it is a known person.
PRESENTER = _table(
    "presenter",
    _owner("item_id", "agenda_item"),
    _reference("person_id", "person", optional=True, index=True),
    _number("position"),
    _text("name"),
    _text("title"),
    _text("unit"),
)

# A group's meeting before the meeting; printed as a footnote to the time.
PRE_MEETING = _table(
    "pre_meeting",
    _owner("meeting_id", "meeting"),
    _number("position"),
    _text("group"),
    _number_or_none("start"),
    _text("place"),
)

# A footnote; ``item_id`` names the row its mark stands beside (anchor ``item``).
FOOTNOTE = _table(
    "footnote",
    _owner("meeting_id", "meeting"),
    _reference("item_id", "agenda_item", optional=True, index=True),
    _number("position"),
    _term("anchor", Anchor.TIME),
    _text("text"),
)

# A signature line of a meeting's papers.
SIGNATURE = _table(
    "signature",
    _owner("meeting_id", "meeting"),
    _number("position"),
    _text("name"),
    _text("role"),
)
