"""Bookkeeping as Swedish programs hand it over: SIE files of type 4, read as ledger rows.

The format is that of SIE-Gruppen, "SIE filformat, utgåva 4B" (2008-09-30), sections 5
and 11: lines that begin with ``#`` and a label, fields parted by spaces or tabs, text in
quotation marks (a backslash before one inside), lists of objects and the rows of a voucher in
braces, letters in PC8 (code page 437). Type 4E is an export of a year, 4I vouchers for
another program to take in; both hold vouchers (``#VER``) of transactions (``#TRANS``).

Only income and costs, classes 3–8 of the chart of accounts, are rows of a council's
ledger: what stands against them on balance accounts is told of and passed over, and so
are rows that the book-keeper removed or added afterwards (``#BTRANS``, ``#RTRANS``: the
latter stand once more as ``#TRANS``).
"""

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.limits import (
    LONGEST_LINE,
    MOST_LINES,
    MOST_ROWS,
    long_line,
    refuse_large,
    too_many_lines,
    too_many_rows,
)
from hubra_desktop.exchange.table_grid import GridRow, Sheet
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.words import swedish_word

_MARK: Final = b"#FLAGGA"
_FIELD: Final = re.compile(r'"((?:\\.|[^"\\])*)\\?(?:"|$)|\{([^}]*)(?:\}|$)|([^\s{}"]+)', re.DOTALL)
"""A field; what is opened and not closed goes on to the end of its line, so that nothing is
looked through twice."""
_HEADINGS: Final = (
    "Datum",
    "Verifikation",
    "Slag",
    "Belopp",
    "Konto",
    "Kontonamn",
    "Objekt",
    "Text",
)
_INCOME: Final = "3"
_EITHER: Final = "8"
"""Classes of accounts: income, and what may be income or cost (interest)."""
_LEDGER: Final = "345678"


def is_sie(content: bytes) -> bool:
    """Tell whether a file is bookkeeping in SIE: it begins with its flag."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[: len(_MARK)].upper() == _MARK


@dataclass
class _Book:
    """What has been read of a file; used once."""

    accounts: dict[str, str] = field(default_factory=dict)
    objects: dict[tuple[str, str], str] = field(default_factory=dict)
    company: str = ""
    voucher: tuple[str, ...] = ()
    rows: list[GridRow] = field(default_factory=list)
    balance: int = 0


def read_sie(content: bytes) -> Sheet:
    """Return the income and costs of a file as rows of a ledger's table.

    A row's number is that of its line. Raises InputError for a file of another type or
    without vouchers.
    """
    refuse_large(content)
    book = _Book()
    for number, line in enumerate(io.StringIO(_decoded(content), newline=None), 1):
        if number > MOST_LINES:
            raise too_many_lines()
        if len(line) > LONGEST_LINE:
            raise long_line(number)
        label, *fields = _fields(line.rstrip("\n")) or ("",)
        _take(book, number, label.upper(), tuple(fields))
        if len(book.rows) > MOST_ROWS:
            raise too_many_rows(MOST_ROWS)
    if not book.rows and not book.balance:
        raise refusal(
            "SIE-filen har inga verifikationer. Exportera den på nytt som SIE typ 4, som har dem."
        )
    return Sheet(rows=(GridRow(0, _HEADINGS), *book.rows), notes=tuple(_notes(book)))


def _decoded(content: bytes) -> str:
    """Return the text: UTF-8 where it is that, which some programs write, else code page 437."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp437")


def _fields(line: str) -> list[str]:
    """Return a line's label and fields; a list in braces is one field."""
    return [
        re.sub(r"\\(.)", r"\1", match[1]) if match[1] is not None else match[2] or match[3] or ""
        for match in _FIELD.finditer(line)
    ]


def _take(book: _Book, number: int, label: str, fields: tuple[str, ...]) -> None:
    """Take a line into what has been read."""
    at = dict(enumerate(fields))
    match label:
        case "#SIETYP" if at.get(0, "") != "4":
            raise refusal(
                "SIE-filen är av typ {kind} och har inga verifikationer. Exportera den på nytt som "
                "SIE typ 4.",
                kind=at.get(0, "?"),
            )
        case "#FNAMN":
            book.company = at.get(0, "")
        case "#KONTO":
            book.accounts[at.get(0, "")] = at.get(1, "")
        case "#OBJEKT":
            book.objects[at.get(0, ""), at.get(1, "")] = at.get(2, "")
        case "#VER":
            book.voucher = fields
        case "#TRANS":
            _transaction(book, number, at)


def _transaction(book: _Book, number: int, at: Mapping[int, str]) -> None:
    """Take a transaction: account, {objects}, amount, date, text."""
    account = at.get(0, "")
    if account[:1] not in _LEDGER:
        book.balance += 1
        return
    series, voucher, day, text = (*book.voucher, "", "", "", "")[:4]
    amount = _amount(at.get(2, ""))
    kind = _kind(account, amount)
    if isinstance(amount, Decimal) and kind is EntryKind.INCOME:
        amount = -amount
    cells: tuple[Cell, ...] = (
        _day(at.get(3) or day),
        " ".join(part for part in (series, voucher) if part),
        swedish_word(kind),
        amount,
        account,
        book.accounts.get(account, ""),
        ", ".join(_objects(book, at.get(1, ""))),
        at.get(4) or text,
    )
    book.rows.append(GridRow(number, cells))


def _kind(account: str, amount: Cell) -> EntryKind:
    """Return what an amount on an account is: debit is above zero, credit below."""
    credit = isinstance(amount, Decimal) and amount < 0
    if account.startswith(_INCOME) or (account.startswith(_EITHER) and credit):
        return EntryKind.INCOME
    return EntryKind.COST


def _amount(typed: str) -> Cell:
    """Return kronor; what is none stays text, and is refused with its row."""
    return Decimal(typed) if re.fullmatch(r"-?\d{1,15}(\.\d{1,4})?", typed) else typed


def _day(typed: str) -> Cell:
    try:
        return dt.datetime.strptime(typed, "%Y%m%d").date()
    except ValueError:
        return typed


def _objects(book: _Book, listed: str) -> Iterator[str]:
    """Yield the names of the objects of a transaction: ``1 "Adm" 6 P12``."""
    parts = _fields(listed)
    for dimension, number in zip(parts[::2], parts[1::2], strict=False):
        yield book.objects.get((dimension, number)) or number


def _notes(book: _Book) -> Iterator[str]:
    if book.company:
        yield say("Bokföring för {company}, ur en SIE-fil.", company=book.company)
    if book.balance:
        yield say_count(
            "{n} rad på ett balanskonto läses inte: bara intäkter och kostnader hör hit.",
            "{n} rader på balanskonton läses inte: bara intäkter och kostnader hör hit.",
            book.balance,
        )
