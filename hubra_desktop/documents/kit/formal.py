"""The parts of an official paper: facts, place and date, signature lines."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from hubra_desktop.documents.kit.blocks import (
    Block,
    HorizontalRule,
    Space,
    Stack,
    natural_width,
    paragraph,
)
from hubra_desktop.documents.kit.compose import Text, pieces
from hubra_desktop.documents.kit.frames import Columns
from hubra_desktop.documents.kit.style import INK, MM, Look, TextStyle
from hubra_desktop.documents.kit.table import CellRow, Table, text_cell
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.model.swedish import capitalised, date_in_text

_ROOM_TO_SIGN = 15 * MM
"""As high as a signature by hand; large print does not make it higher."""
_NAMED = 3
"""The most facts that a table is named by."""
_TOGETHER = 9
"""The most signature lines that are kept on one page."""


class StatedFact(NamedTuple):
    """A name and its text: Tid, Plats, Handläggare, Diarienummer.

    A ``blank`` one has a line to write on by hand, and its text says so.
    """

    name: str
    text: Text
    blank: bool = False


class SignatureLine(NamedTuple):
    """Who signs, and as what; either may be empty."""

    name: str
    role: str = ""


def stated_facts(parent: Element, facts: Sequence[StatedFact], look: Look, measure: float) -> Table:
    """Add facts below each other, the names in a column of their own.

    They stand on one page, but for long ones in large print; lines to fill in by hand always do.
    """
    table = parent.add("Table")
    keep = not look.large or all(each.blank for each in facts)
    table.name = _about(facts)
    rows = named_rows(table.add("TBody"), facts, look)
    first = max(4.6 * look.body, names_width([fact.name for fact in facts], look, 0.4 * measure))
    widths = (first, measure - first)
    return Table(rows, widths, padding=0.16 * look.body, after=1.5 * look.body, keep=keep)


def names_width(names: Sequence[str], look: Look, most: float) -> float:
    """Measure the column of the facts' ``names``: at most ``most`` points, but whole words."""
    label, air = _name_style(look), 1.2 * look.body
    widest = max(natural_width(name, label) for name in names)
    longest = max(natural_width(word, label) for name in names for word in name.split())
    return max(min(widest + air, most), longest + air)


def _name_style(look: Look) -> TextStyle:
    return replace(look.label, size=look.cell.size, leading=look.cell.leading)


def named_rows(body: Element, facts: Sequence[StatedFact], look: Look) -> list[CellRow]:
    """Add a row for each fact."""
    label = _name_style(look)
    by_hand = replace(look.small, align="right")
    rows: list[CellRow] = []
    for fact in facts:
        line, text = body.add("TR"), pieces(fact.text)
        name = text_cell(line, fact.name, label, scope="Row")
        if fact.blank:
            cell = text_cell(line, text, by_hand, above=0.7 * look.body)
            cell.line = INK
        else:
            cell = text_cell(line, text, look.cell)
        rows.append(CellRow([name, cell], rule=0.0))
    return rows


def facts_across(parent: Element, facts: Sequence[StatedFact], look: Look, measure: float) -> Table:
    """Add facts beside each other, every name above its text."""
    widths = (measure / len(facts),) * len(facts)
    rows = fact_rows(parent.add("Table"), facts, look.label, look.cell)
    return Table(
        rows, widths, padding=0.1 * look.body, gutter=look.body, after=1.5 * look.body, keep=True
    )


def fact_rows(
    table: Element, facts: Sequence[StatedFact], label: TextStyle, style: TextStyle
) -> list[CellRow]:
    """Add a row of names and, below it, a row of their texts."""
    table.name = _about(facts)
    head, body = table.add("THead").add("TR"), table.add("TBody").add("TR")
    names = [text_cell(head, fact.name, label, scope="Column") for fact in facts]
    texts = [text_cell(body, pieces(fact.text), style) for fact in facts]
    return [CellRow(names, keep=True, rule=0.0), CellRow(texts, rule=0.0)]


def _about(facts: Sequence[StatedFact]) -> str:
    """Name a table of facts by the first of them: ``Tid och Plats``."""
    names = [fact.name for fact in facts]
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} med mera"
    return " och ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def dateline(place: str, day: date | None) -> str:
    """Write where and when a paper was drawn up: ``Huddinge den 28 februari 2018``."""
    place = place.strip()
    if day is None:
        return capitalised(place)
    return f"{place} {date_in_text(day)}" if place else capitalised(date_in_text(day))


def closing(
    parent: Element, line: str, signatures: Sequence[SignatureLine], look: Look
) -> list[Block]:
    """Add place and date and the signature lines, which stay on one page.

    Lines stand two or three beside each other and are read one after the other.
    """
    blocks: list[Block] = [paragraph(parent.add("P"), line, look.cell)] if line else []
    signing = [sign for sign in signatures if sign.name.strip() or sign.role.strip()]
    columns = 2 if len(signing) in {1, 2, 4} or look.large else 3
    for first in range(0, len(signing), columns):
        stacks = [_signature(parent, sign, look) for sign in signing[first : first + columns]]
        blocks.append(Columns(stacks, 2.2 * look.body, columns))
    if not blocks:
        return []
    before = (1.2 if look.large else 1.9) * look.body
    return [Stack(blocks, before=before, together=len(signing) <= _TOGETHER)]


def _signature(parent: Element, sign: SignatureLine, look: Look) -> Stack:
    name, role = sign.name.strip(), sign.role.strip()
    words = [Piece(name), Piece("\n" * bool(name and role) + role, quiet=True)]
    text = paragraph(parent.add("P"), [piece for piece in words if piece.text], look.cell)
    return Stack(
        [
            Space(min(3.2 * look.body, _ROOM_TO_SIGN)),
            HorizontalRule(0.5, INK, after=0.35 * look.body),
            text,
        ],
        together=True,
    )
