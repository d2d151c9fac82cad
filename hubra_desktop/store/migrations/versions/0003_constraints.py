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
    "activity": N_("Aktivitet"),
    "activity_area": N_("Område för aktivitet"),
    "agenda_item": N_("Punkt"),
    "agreement": N_("Överenskommelse"),
    "allocation": N_("Planerat belopp"),
    "association": N_("Föreningsuppgifter"),
    "body": N_("Organ"),
    "budget_post": N_("Budgetpost"),
    "budget_version": N_("Budgetversion"),
    "budget_year": N_("Budget"),
    "change_text": N_("Text om förändring"),
    "grant": N_("Bidrag"),
    "grant_decision": N_("Beslut"),
    "house_style": N_("Utseende"),
    "indicator": N_("Indikator"),
    "instalment": N_("Delbetalning"),
    "ledger_entry": N_("Bokförd rad"),
    "letter": N_("Trygghetsbrev"),
    "measurement": N_("Mätvärde"),
    "meeting": N_("Sammanträde"),
    "plan": N_("Plan"),
    "register": N_("Registrets uppgifter"),
    "report": N_("Dokument"),
    "report_answer": N_("Svar"),
    "report_section": N_("Avsnitt"),
}
_FIELDS: Final = {
    "activity_id": N_("aktivitet"),
    "area_id": N_("område"),
    "body_id": N_("organ"),
    "budget_version_id": N_("budgetversion"),
    "compared_year": N_("jämförelseår"),
    "duration": N_("längd"),
    "group": N_("grupp"),
    "indicator_id": N_("indikator"),
    "key": N_("fråga"),
    "kind": N_("slag"),
    "number": N_("nummer"),
    "post_id": N_("post"),
    "report_id": N_("dokument"),
    "start": N_("starttid"),
    "version": N_("version"),
    "year": N_("år"),
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
    own = f"{say(_KINDS.get(table, table))} {', '.join(given)}".strip()
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
    field = say(_FIELDS.get(column, column))
    if rule == _NOT_ITSELF:
        return say("raden pekar på sig själv")
    if bounds is None:
        return say(
            "{field} är ”{value}”, som inte är något av valen",
            field=field,
            value=value,
        )
    is_amount = column.endswith("_ore")
    if is_amount:
        field = say("beloppet")
    low, high = map(int, bounds.groups())
    is_small = isinstance(value, int) and value < low
    shown = [
        kronor(each) if is_amount and isinstance(each, int) else each
        for each in (value, low if is_small else high)
    ]
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
