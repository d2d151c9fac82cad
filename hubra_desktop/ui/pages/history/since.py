"""How the differences between an earlier state and the present are told."""

from collections.abc import Iterator, Sequence

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.field_words import field_word
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.store.history import RowKey
from hubra_desktop.ui.pages.history.labels import kind_name
from hubra_desktop.ui.pages.history.wording import (
    SHORT,
    Images,
    change_text,
    own_name,
    row_called,
    row_head,
    row_lines,
)
from hubra_desktop.work.commands.fetch import DROPPED, ELSEWHERE, EMPTIED, LeftOut
from hubra_desktop.work.queries.since import Differences, RowDifference

SHOWN_PARTS = 60
"""Rows that came or went with one that are named with it."""


def difference_text(each: RowDifference, images: Images) -> str:
    """Tell in a line what became of a row: ``Ändrad punkt: ”Budget” · plats: tomt → ”A”``."""
    told = row_head(each.row, images)
    if each.row.op == "changed" and len(each.row.fields) == 1:
        change = each.row.fields[0]
        if change.name != "position":
            told = f"{told} · {change_text(each.row, change, images, SHORT)}"
    if each.parts:
        more = say_count("med en rad till", "med {n} rader till", len(each.parts))
        told = f"{told} ({more})"
    return told


def difference_lines(each: RowDifference, images: Images) -> Iterator[str]:
    """Tell of a row field by field, and of the rows that came or went with it."""
    yield from row_lines(each.row, images)
    for part in each.parts[:SHOWN_PARTS]:
        name = own_name((part.kind, part.id), images)
        yield f"{capitalised(kind_name(part.kind))}: {name}"
    more = len(each.parts) - SHOWN_PARTS
    if more > 0:
        yield say_count("… och en rad till", "… och {n} rader till", more)


def differences_text(found: Differences, moment: str) -> str:
    """Tell of all that differs since a moment, as plain text to be read, saved or sent."""
    if not found.rows:
        return said_count(found.rows, moment)
    blocks = [
        "\n".join(
            (
                row_head(each.row, found.images),
                *(f"    {x}" for x in difference_lines(each, found.images)),
            )
        )
        for each in found.rows
    ]
    return "\n\n".join((said_count(found.rows, moment), *blocks))


def said_count(rows: Sequence[RowDifference], moment: str) -> str:
    """Say how much differs since a moment."""
    if not rows:
        return say("Inget skiljer sig från hur det var {moment}.", moment=moment)
    return say_count(
        "En rad skiljer sig från hur det var {moment}.",
        "{n} rader skiljer sig från hur det var {moment}.",
        len(rows),
        moment=moment,
    )


def called_by_kind(key: RowKey, images: Images) -> str:
    """Call a row by its kind and its name, as a sentence begins."""
    return capitalised(f"{kind_name(key[0])} {row_called(key, images)}")


def gone_first(key: RowKey, images: Images) -> str:
    """Say that what a row belongs to, or is nothing without, must come back first."""
    return say(
        "{row} finns inte längre. Hämta tillbaka det först.", row=called_by_kind(key, images)
    )


def left_out_text(each: LeftOut, images: Images) -> str:
    """Say what of a record does not come back, and why."""
    row = called_by_kind(each.row, images)
    if each.why == EMPTIED:
        return say(
            "{row}: {field} blir tomt, för {target} finns inte längre.",
            row=row,
            field=field_word(each.row[0], each.column),
            target=row_called(each.target, images),
        )
    if each.why == DROPPED:
        target = row_called(each.target, images)
        return say("{row} följer inte med, för {target} finns inte längre.", row=row, target=target)
    if each.why == ELSEWHERE:
        return say("{row} ligger på ett annat ställe nu och lämnas där.", row=row)
    return say("{row} är gallrad och följer inte med.", row=capitalised(kind_name(each.row[0])))
