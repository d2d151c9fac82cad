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
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_FROZEN: Final = Path(__file__).with_name("0003.sql")
_MOST_NAMED: Final = 20
_NOT_ITSELF: Final = "<> id"
_SINGLE: Final = ("register", "house_style")
_LABELS: Final = ("number", "year", "version", "date", "name", "title", "key", "text")
_KINDS: Final = {
    "activity": ("Aktivitet", "Activity"),
    "activity_area": ("Område för aktivitet", "Area of an activity"),
    "agenda_item": ("Punkt", "Item"),
    "agreement": ("Överenskommelse", "Agreement"),
    "allocation": ("Planerat belopp", "Planned amount"),
    "association": ("Föreningsuppgifter", "Association"),
    "body": ("Organ", "Body"),
    "budget_post": ("Budgetpost", "Budget post"),
    "budget_version": ("Budgetversion", "Budget version"),
    "budget_year": ("Budget", "Budget"),
    "change_text": ("Text om förändring", "Text of a change"),
    "grant": ("Bidrag", "Grant"),
    "grant_decision": ("Beslut", "Decision"),
    "house_style": ("Utseende", "House style"),
    "indicator": ("Indikator", "Indicator"),
    "instalment": ("Delbetalning", "Instalment"),
    "ledger_entry": ("Bokförd rad", "Booked row"),
    "letter": ("Trygghetsbrev", "Letter"),
    "measurement": ("Mätvärde", "Measured value"),
    "meeting": ("Sammanträde", "Meeting"),
    "plan": ("Plan", "Plan"),
    "register": ("Registrets uppgifter", "The register's own entry"),
    "report": ("Dokument", "Document"),
    "report_answer": ("Svar", "Answer"),
    "report_section": ("Avsnitt", "Section"),
}
_FIELDS: Final = {
    "activity_id": ("aktivitet", "activity"),
    "area_id": ("område", "area"),
    "body_id": ("organ", "body"),
    "budget_version_id": ("budgetversion", "budget version"),
    "compared_year": ("jämförelseår", "year compared with"),
    "duration": ("längd", "duration"),
    "group": ("grupp", "group"),
    "indicator_id": ("indikator", "indicator"),
    "key": ("fråga", "question"),
    "kind": ("slag", "kind"),
    "number": ("nummer", "number"),
    "post_id": ("post", "post"),
    "report_id": ("dokument", "document"),
    "start": ("starttid", "start"),
    "version": ("version", "version"),
    "year": ("år", "year"),
}

_Row = Mapping[str, Any]
_Tables = Mapping[str, str]
"""The columns and constraints of each table, as they stand in its statement."""


def upgrade() -> None:
    """Bring a register of either version before to this one; InputError names unfit rows."""
    frozen = _FROZEN.read_text(encoding="utf-8")
    tables = dict(re.findall(r'CREATE TABLE "?(\w+)"? (\(\n.+?\n\));\n', frozen, re.DOTALL))
    here = [each for each in tables if _rows("SELECT 1 FROM sqlite_master WHERE name = ?", each)]
    for table in here:
        _free(table, tables[table])
    unfit = [line for table in here for line in _unfit(tables, table)]
    if unfit:
        raise InputError(_refusal(unfit))
    for table, columns in tables.items():
        _renew(table, columns, exists=table in here)
    for statement in re.findall(r"CREATE (?:UNIQUE )?INDEX [^;]+", frozen):
        op.execute(statement)


def _rows(query: str, *values: object) -> list[_Row]:
    return [dict(row) for row in op.get_bind().exec_driver_sql(query, values).mappings()]


def _free(table: str, columns: str) -> None:
    """Let go of references that rows make to themselves."""
    for column, rule in _checks(columns):
        if rule == _NOT_ITSELF and table != "ledger_entry":
            op.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE "{column}" = id')


def _renew(table: str, columns: str, *, exists: bool) -> None:
    """Make the table as it is now, with all rows that were there, in their order."""
    made = f"new_{table}"
    op.execute(f'CREATE TABLE "{made}" {columns}')
    if exists:
        names = ", ".join(f'"{row["name"]}"' for row in _rows(f'PRAGMA table_info("{made}")'))
        rows = f'SELECT {names} FROM "{table}" ORDER BY rowid'
        op.execute(f'INSERT INTO "{made}" ({names}) {rows}')
        op.execute(f'DROP TABLE "{table}"')
    op.execute(f'ALTER TABLE "{made}" RENAME TO "{table}"')


def _checks(columns: str) -> list[tuple[str, str]]:
    """Return the columns that are checked, each with what must hold of it."""
    return re.findall(r'CHECK \("(\w+)" (.+)\),?$', columns, re.MULTILINE)


def _unfit(tables: _Tables, table: str) -> Iterator[str]:
    """Yield a line for each row, and each group of equal rows, that the new table refuses."""
    for column, rule in _checks(tables[table]):
        for row in _rows(f'SELECT * FROM "{table}" WHERE NOT ("{column}" {rule})'):
            yield f"{_label(tables, table, row)}: {_wrong(column, row[column], rule)}."
    unique = re.search(r" UNIQUE \((.+)\)", tables[table])
    fields = [name.strip('"') for name in unique[1].split(", ")] if unique else []
    if not fields and table not in _SINGLE:
        return
    same: dict[tuple[object, ...], list[_Row]] = {}
    for row in _rows(f'SELECT * FROM "{table}" ORDER BY rowid'):
        same.setdefault(tuple(row[each] for each in fields), []).append(row)
    for key, rows in same.items():
        if len(rows) > 1 and None not in key:
            yield _twice([_label(tables, table, row) for row in rows], fields)


def _label(tables: _Tables, table: str, row: _Row) -> str:
    """Name a row by its kind and what tells it from others, and then by its owner."""
    given = [str(row[each]) for each in _LABELS if row.get(each) not in (None, "")]
    own = f"{say(*_KINDS.get(table, (table, table)))} {', '.join(given)}".strip()
    column = re.search(r"\n  (\w+) [^\n]+\n  position ", tables[table])
    if column is None:
        return own
    key = re.search(rf'FOREIGN KEY\({column[1]}\) REFERENCES "?(\w+)', tables[table])
    owner = key[1] if key else ""
    above = _rows(f'SELECT * FROM "{owner}" WHERE id = ?', row[column[1]])
    return f"{own} ({_label(tables, owner, above[0])})" if above else own


def _wrong(column: str, value: object, rule: str) -> str:
    """Say what a row's value is, and what it must be."""
    bounds = re.fullmatch(r"BETWEEN (-?\d+) AND (\d+)", rule)
    field = say(*_FIELDS.get(column, (column, column)))
    if rule == _NOT_ITSELF:
        return say("raden pekar på sig själv", "the row points to itself")
    if bounds is None:
        return say(
            "{field} är ”{value}”, som inte är något av valen",
            "{field} is “{value}”, which is none of the choices",
            field=field,
            value=value,
        )
    is_amount = column.endswith("_ore")
    if is_amount:
        field = say("beloppet", "the amount")
    low, high = map(int, bounds.groups())
    is_small = isinstance(value, int) and value < low
    shown = [
        kronor(each) if is_amount and isinstance(each, int) else each
        for each in (value, low if is_small else high)
    ]
    return say(
        "{field} är {value}, men ska vara {bound} {limit}",
        "{field} is {value}, but must be {bound} {limit}",
        field=field,
        value=shown[0],
        bound=say("minst", "at least") if is_small else say("högst", "at most"),
        limit=shown[1],
    )


def _twice(labels: list[str], fields: list[str]) -> str:
    """Say that rows are the same in what only one of them may have."""
    return say(
        "{rows}: bara en får finnas{same}.",
        "{rows}: only one may be there{same}.",
        rows="; ".join(labels),
        same=say(" med samma {fields}", " with the same {fields}", fields=_words(fields))
        if fields
        else "",
    )


def _words(fields: list[str]) -> str:
    return ", ".join(say(*_FIELDS.get(each, (each, each))) for each in fields)


def _refusal(unfit: list[str]) -> str:
    named = [f"• {line}" for line in unfit[:_MOST_NAMED]]
    more = len(unfit) - len(named)
    if more:
        named.append(say("• och {more} till.", "• and {more} more.", more=more))
    return "\n".join(named)
