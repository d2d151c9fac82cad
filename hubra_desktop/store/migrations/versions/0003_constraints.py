"""The third schema: the file itself refuses what there is one of, and values out of bounds.

Every table is made anew from the frozen ``0003.sql`` and takes over all rows of the old
one. Rows that the new tables refuse are named and the upgrade is refused: none is ever
dropped. A row that points to itself says nothing by that and is freed of it, but for
booked rows, which never change.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from alembic import op

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.store.frozen_tables import FrozenTables, is_there

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_FROZEN: Final = Path(__file__).with_name("0003.sql")
_MOST_NAMED: Final = 20
_NOT_ITSELF: Final = "<> id"
_SINGLE: Final = ("register", "house_style")
_LABELS: Final = (
    "number", "year", "version", "date", "decided_on", "name", "title", "heading", "key", "text",
)  # fmt: skip
_LONGEST_LABEL: Final = 60
"""Letters of a row's own text that are enough to find it by."""
_KINDS: Final = {
    "activity": N_("Aktivitet"),
    "activity_area": N_("Område för aktivitet"),
    "agenda_item": N_("Punkt"),
    "agreement": N_("Överenskommelse"),
    "agreement_meeting": N_("Uppföljningsmöte"),
    "allocation": N_("Planerat belopp"),
    "association": N_("Föreningsuppgifter"),
    "body": N_("Organ"),
    "budget_post": N_("Budgetpost"),
    "budget_version": N_("Budgetversion"),
    "budget_year": N_("Budget"),
    "change_text": N_("Text om förändring"),
    "consultation": N_("Remiss"),
    "focus_area": N_("Område"),
    "footnote": N_("Fotnot"),
    "grant": N_("Bidrag"),
    "grant_decision": N_("Beslut"),
    "house_style": N_("Utseende"),
    "indicator": N_("Indikator"),
    "instalment": N_("Delbetalning"),
    "ledger_entry": N_("Bokförd rad"),
    "letter": N_("Trygghetsbrev"),
    "mandate": N_("Uppdrag"),
    "measurement": N_("Mätvärde"),
    "meeting": N_("Sammanträde"),
    "occasion": N_("Tillfälle"),
    "person": N_("Person"),
    "plan": N_("Plan"),
    "pre_meeting": N_("Förmöte"),
    "register": N_("Registrets uppgifter"),
    "report": N_("Dokument"),
    "report_answer": N_("Svar"),
    "report_section": N_("Avsnitt"),
}
_FIELDS: Final = {
    "active_from": N_("första år"),
    "active_to": N_("sista år"),
    "activity_id": N_("aktivitet"),
    "anchor": N_("vad fotnoten hör till"),
    "area_id": N_("område"),
    "attached_to_id": N_("bilaga till"),
    "attachment_number": N_("bilagans nummer"),
    "basis": N_("redovisning"),
    "body_id": N_("organ"),
    "budget_version_id": N_("budgetversion"),
    "closed": N_("stängd"),
    "compared_year": N_("jämförelseår"),
    "copies": N_("antal exemplar"),
    "deviation_share": N_("gräns för avvikelse"),
    "direction": N_("riktning"),
    "duration": N_("längd"),
    "end": N_("sluttid"),
    "exactness": N_("hur exakt antalet är"),
    "example": N_("exempel"),
    "formal": N_("formellt"),
    "group": N_("grupp"),
    "groups": N_("uppdelning"),
    "held": N_("hållet"),
    "incomparable": N_("går inte att jämföra"),
    "indicator_id": N_("indikator"),
    "interval_years": N_("år mellan mätningarna"),
    "kerning": N_("kerning"),
    "key": N_("fråga"),
    "kind": N_("slag"),
    "level": N_("nivå"),
    "main": N_("huvudområde"),
    "missing": N_("varför värdet saknas"),
    "number": N_("nummer"),
    "outcome": N_("utfall"),
    "parallel": N_("parallell"),
    "participants": N_("antal deltagare"),
    "pin": N_("fast tid"),
    "position": N_("plats i ordningen"),
    "post_id": N_("post"),
    "practice": N_("övning"),
    "print_time": N_("tid i tryck"),
    "printed": N_("skrivs ut"),
    "report_id": N_("dokument"),
    "role": N_("roll"),
    "shares": N_("andelar"),
    "start": N_("starttid"),
    "state": N_("läge"),
    "sub_numbers": N_("numrering av underpunkter"),
    "time_separator": N_("tecken i klockslag"),
    "unit": N_("enhet"),
    "value_thousandths": N_("värde"),
    "verdict": N_("bedömning"),
    "version": N_("version"),
    "warn_months": N_("månader före varning"),
    "withdrawn": N_("utgår"),
    "year": N_("år"),
    "year_concerned": N_("år som raden avser"),
}

_Row = Mapping[str, Any]
_Tables = Mapping[str, str]
"""The columns and constraints of each table, as they stand in its statement."""


def upgrade() -> None:
    """Bring a register of either version before to this one; InputError names unfit rows."""
    frozen = FrozenTables.read(_FROZEN)
    tables = frozen.tables
    here = [each for each in tables if is_there(op.get_bind(), each)]
    for table in here:
        _free(table, tables[table])
    unfit = [line for table in here for line in _unfit(tables, table)]
    if unfit:
        raise InputError(_refusal(unfit))
    frozen.renew(op.get_bind())


def _rows(query: str, *values: object) -> list[_Row]:
    return [dict(row) for row in op.get_bind().exec_driver_sql(query, values).mappings()]


def _free(table: str, columns: str) -> None:
    """Let go of references that rows make to themselves."""
    for column, rule in _checks(columns):
        if rule == _NOT_ITSELF and table != "ledger_entry":
            op.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE "{column}" = id')


def _checks(columns: str) -> list[tuple[str, str]]:
    """Return the columns that are checked, each with what must hold of it."""
    return re.findall(r'CHECK \("(\w+)" (.+)\),?$', columns, re.MULTILINE)


def _unique(columns: str) -> list[str]:
    """Return the columns that no two rows may have the same values in."""
    unique = re.search(r" UNIQUE \((.+)\)", columns)
    return [name.strip('"') for name in unique[1].split(", ")] if unique else []


def _unfit(tables: _Tables, table: str) -> Iterator[str]:
    """Yield a line for each row, and each group of equal rows, that the new table refuses."""
    for column, rule in _checks(tables[table]):
        for row in _rows(f'SELECT * FROM "{table}" WHERE NOT ("{column}" {rule})'):
            yield f"{_label(tables, table, row)}: {_wrong(column, row[column], rule)}."
    fields = _unique(tables[table])
    if not fields and table not in _SINGLE:
        return
    same: dict[tuple[object, ...], list[_Row]] = {}
    for row in _rows(f'SELECT * FROM "{table}" ORDER BY rowid'):
        same.setdefault(tuple(row[each] for each in fields), []).append(row)
    for key, rows in same.items():
        if len(rows) > 1 and None not in key:
            yield _twice([_label(tables, table, row) for row in rows], fields)


def _label(tables: _Tables, table: str, row: _Row) -> str:
    """Name a row by its kind and what tells it from others, and then by its owner.

    A row without words of its own is named by the first row that it points to.
    """
    pointing = _references(tables[table])
    owner = _owner(tables[table])
    own = _words_of(table, row)
    if not any(_given(row)):
        others = (_referred(row, name, to) for name, to in pointing.items() if name != owner)
        own = ", ".join([own, *(_words_of(*each) for each in others if each)][:2])
    above = _referred(row, owner, pointing[owner]) if owner else None
    return f"{own} ({_label(tables, *above)})" if above else own


def _words_of(table: str, row: _Row) -> str:
    return f"{say(_KINDS.get(table, table))} {', '.join(_given(row))}".strip()


def _given(row: _Row) -> list[str]:
    return [_short(row[each]) for each in _LABELS if row.get(each) not in (None, "")]


def _references(columns: str) -> dict[str, str]:
    """Return the columns that point to other rows, each with the table that it points to."""
    return dict(re.findall(r'FOREIGN KEY\((\w+)\) REFERENCES "?(\w+)', columns))


def _owner(columns: str) -> str | None:
    """Return the column of a row's owner: it stands before the row's place in its list.

    A row that has a place in a list of all its kind has no owner.
    """
    before = re.search(r"\n  (\w+) [^\n]+\n  position ", columns)
    return before[1] if before and before[1] in _references(columns) else None


def _referred(row: _Row, column: str, table: str) -> tuple[str, _Row] | None:
    """Return the row that a row points to, with its table; None when it points to none."""
    there = _rows(f'SELECT * FROM "{table}" WHERE id = ?', row[column])
    return (table, there[0]) if there else None


def _short(value: object) -> str:
    """Return a label on one line, cut where it is long."""
    line = " ".join(str(value).split())
    return line if len(line) <= _LONGEST_LABEL else f"{line[:_LONGEST_LABEL].rstrip()}…"


def _wrong(column: str, value: object, rule: str) -> str:
    """Say what a row's value is, and what it must be."""
    bounds = re.fullmatch(r"BETWEEN (-?\d+) AND (\d+)", rule)
    if rule == _NOT_ITSELF:
        return say("raden pekar på sig själv")
    is_amount = column.endswith("_ore")
    field = say("beloppet") if is_amount else say(_FIELDS.get(column, column))
    if bounds is None:
        return say(
            "{field} är ”{value}”, som inte är något av valen",
            field=field,
            value=value,
        )
    if not isinstance(value, int):
        return say("{field} är ”{value}”, som inte är något tal", field=field, value=value)
    low, high = map(int, bounds.groups())
    is_small = value < low
    shown = [kronor(each) if is_amount else each for each in (value, low if is_small else high)]
    return say(
        "{field} är {value}, men ska vara {bound} {limit}",
        field=field,
        value=shown[0],
        bound=say("minst") if is_small else say("högst"),
        limit=shown[1],
    )


def _twice(labels: list[str], fields: list[str]) -> str:
    """Say that rows are the same in what only one of them may have."""
    return say(
        "{rows}: bara en får finnas{same}.",
        rows="; ".join(labels),
        same=say(" med samma {fields}", fields=_words(fields)) if fields else "",
    )


def _words(fields: list[str]) -> str:
    return ", ".join(say(_FIELDS.get(each, each)) for each in fields)


def _refusal(unfit: list[str]) -> str:
    named = [f"• {line}" for line in unfit[:_MOST_NAMED]]
    more = len(unfit) - len(named)
    if more:
        named.append(say("• och {more} till.", more=more))
    return "\n".join(named)
