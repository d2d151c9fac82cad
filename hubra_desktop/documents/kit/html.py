"""The HTML twin: the same manuscript as one self-contained page, without script.

It is written from the logical tree alone, so text and reading order are those of the PDF.
"""

import re
from base64 import b64encode
from html import escape
from typing import Final

from hubra_desktop.documents.kit.contents import TITLE as CONTENTS
from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.shaping import directions, language_of_script
from hubra_desktop.documents.kit.svg import svg
from hubra_desktop.documents.kit.table_headings import (
    caption_of,
    headings_of_cells,
    named_tables,
)
from hubra_desktop.documents.kit.tree import (
    HEADINGS,
    Element,
    Piece,
    Role,
    Scope,
    Tag,
    notes_of,
)
from hubra_desktop.model.addresses import uri

_PLAIN: Final[dict[Tag, str]] = {
    "P": "p", "LI": "li", "Table": "table", "Caption": "caption",
    "THead": "thead", "TBody": "tbody", "TFoot": "tfoot", "TR": "tr", "Div": "figure",
    "BlockQuote": "blockquote", "TOCI": "li",
}  # fmt: skip
_STYLE: Final = (
    "body{font-family:sans-serif;line-height:1.45;max-width:44em;margin:2em auto;padding:0 1em;"
    "color:#1a1a1a;background:#fff;overflow-wrap:anywhere;hyphens:auto}"
    "table{border-collapse:collapse;width:100%;margin:1em 0}"
    "th,td{text-align:left;vertical-align:top;padding:.35em .8em .35em 0;"
    "border-bottom:1px solid #c5cbd1}"
    "thead th{vertical-align:bottom}tfoot{font-weight:bold}"
    ".n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    "caption{text-align:left;font-weight:bold;padding:.4em 0}figure{margin:1em 0}"
    "figcaption{font-weight:bold;margin-bottom:.4em}svg{max-width:100%;height:auto}"
    "blockquote{margin:1em 0;padding-left:1em;border-left:3px solid #c5cbd1}"
    "nav ol{list-style:none;padding-left:1.2em;margin:0}nav>ol{padding-left:0}"
    "nav>ol>li{margin-top:.4em;font-weight:bold}nav ol ol{font-weight:normal}"
    "nav a{display:inline-block;padding:.2em 0}"
    "body:has(.s){max-width:70em}.s{overflow-x:auto}"
    ".s table{overflow-wrap:break-word;font-size:.85em}.s td,.s th{padding-right:.5em}"
    "td p,th p,li p,aside p,caption p,figcaption p{margin:0}aside{margin:.4em 0}"
    "aside span+p{display:inline}"
    "img{max-width:100%;height:auto}"
    "th p{min-width:2em}th[scope=col],tbody:first-child th{overflow-wrap:break-word}"
    "h1{font-size:min(2em,8.6vw)}.w{white-space:nowrap}"
    "@media(max-width:56em){.s table{min-width:54em}}"
    "@media(min-width:56.1em) and (max-width:74em){.s table{font-size:.75em}}"
    "@media(max-width:30em){th,td{font-size:.85em;padding-right:.4em}.w{white-space:normal}}"
    "@media(max-width:21em){th[scope=col]{overflow-wrap:anywhere}}"
    "@media print{@page{size:A4;margin:20mm}body{max-width:none;margin:0;padding:0}"
    ".s{overflow:visible}.s table{min-width:0;font-size:.75em}"
    "h1,h2,h3{break-after:avoid}tr,img,aside{break-inside:avoid}}"
)
# What is held together by no-break spaces up to here fits on a phone; the foot's address
# is held together for the print alone.
_TOO_WIDE: Final = re.compile(r"[^ \n]{25,}")
# Numbers that a browser would part at a hyphen, slash or dash: KS-2018/451.181, 15.30–16.00.
_NUMBER: Final = re.compile(
    r"(?<![^\s(])(?=[^\s<&]*\d)[^\W_]+(?:[.:][^\W_]+)*[-–/][^\W_]+(?:[-–/.:][^\W_]+)*(?![^\s).,;*])"
)
_LONGEST_NUMBER: Final = 20
_WIDE: Final = 6
"""So many columns do not fit a narrow window."""
_SCOPES: Final[dict[Scope, str]] = {"Row": "row", "Column": "col", "Group": "rowgroup"}


def to_html(manuscript: Manuscript, text_size: float | None = None) -> str:
    """Write ``manuscript`` as a whole HTML page, in points ``text_size`` or the reader's own."""
    own = f"html{{font-size:{text_size:g}pt}}" if text_size else ""
    meta = manuscript.meta
    page = _Page(manuscript.root)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(meta.lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(clean(meta.title))}</title>\n<style>{own}{_STYLE}</style>\n</head>\n"
        f"<body>\n{page.body()}\n</body>\n</html>\n"
    )


class _Page:
    """Writes one tree; notes, headings and drawings are numbered in the order of the tree."""

    def __init__(self, root: Element) -> None:
        self.root = root
        headings = (element for element in root.walk() if element.tag in HEADINGS)
        self.headings = {heading: f"rubrik{place}" for place, heading in enumerate(headings, 1)}
        drawings = (element for element in root.walk() if element.drawing)
        self.drawings = {figure: f"bild{place}" for place, figure in enumerate(drawings, 1)}
        self.referred: set[Element] = set()
        self.tables = named_tables(root)
        self.heads: dict[Element, list[Element]] = {}
        for table in self.tables:
            self.heads |= headings_of_cells(table)
        named = dict.fromkeys(each for heads in self.heads.values() for each in heads)
        self.cells = {cell: f"cell{place}" for place, cell in enumerate(named, 1)}
        self.notes = {note: f"note{place}" for place, note in enumerate(notes_of(root), 1)}

    def body(self) -> str:
        """Write the head, the text and the foot."""
        text = "\n".join(self._element(kid) for kid in self.root.kids if not kid.role)
        head, foot = self._part("head"), self._part("foot")
        shown = (
            f"<header>\n{head}\n</header>" if head else "",
            f"<main>\n{text}\n</main>",
            f"<footer>\n<address>\n{foot}\n</address>\n</footer>" if foot else "",
        )
        return "\n".join(part for part in shown if part)

    def _part(self, role: Role) -> str:
        parts = (each for each in self.root.kids if each.role == role)
        return "\n".join(self._element(kid) for part in parts for kid in part.kids)

    def _element(self, element: Element) -> str:
        if element.tag in {"Figure", "Artifact"}:
            return self._figure(element)
        if element.tag in {"TH", "TD"}:
            return self._cell(element)
        if element.tag == "Table":
            return self._table(element)
        inner = self._inside(element)
        if element in self.headings:
            return self._heading(element, inner)
        if element.tag == "L":
            kind = "ol" if element.numbering == "Decimal" else "ul"
            return f"<{kind}>{inner}</{kind}>"
        if element.tag == "TOC":
            nested = element.parent is not None and element.parent.tag == "TOCI"
            contents = f"<ol>{inner}</ol>"
            return contents if nested else f'<nav aria-label="{CONTENTS}">{contents}</nav>'
        if element.tag == "Note":
            return f'<aside role="note" id="{self.notes[element]}">{inner}</aside>'
        if element.tag == "Lbl":
            return self._mark(element, inner)
        return self._plain(element, inner)

    def _heading(self, element: Element, inner: str) -> str:
        """Write a heading; in a table's cell, where the language has none, it has the role."""
        name, own = element.tag.lower(), self.headings[element]
        if element.parent is not None and element.parent.tag == "TH":
            level = HEADINGS[element.tag]
            return f'<p role="heading" aria-level="{level}" id="{own}">{inner}</p>'
        return f'<{name} id="{own}">{inner}</{name}>'

    def _plain(self, element: Element, inner: str) -> str:
        parent = element.parent.tag if element.parent is not None else ""
        name = _PLAIN.get(element.tag)
        if element.role == "mark":
            return f'<p class="mark"><strong>{inner}</strong></p>'
        if element.tag == "Caption" and parent == "Div":
            name = "figcaption"
        if not name or (element.tag == "P" and parent == "TOCI"):
            return inner
        return f"<{name}>{inner}</{name}>"

    def _mark(self, element: Element, inner: str) -> str:
        """Write a note's mark, which leads back to the text; a list has its own marks."""
        note = element.parent
        if note is None or note.tag == "LI":
            return ""
        if note not in self.referred:
            return f"<span>{inner}</span> "
        back = f'role="doc-backlink" aria-label="{inner} Tillbaka till texten"'
        return f'<span><a {back} href="#{self.notes[note]}-ref">{inner}</a></span> '

    def _figure(self, element: Element) -> str:
        if element.drawing:
            shown = svg(element.drawing, element.alt, self.drawings[element])
        else:
            shown = _image(element)
        captioned = element.parent is not None and element.parent.tag == "Div"
        return shown if captioned else f"<figure>{shown}</figure>"

    def _inside(self, element: Element) -> str:
        own = "".join(self._piece(piece) for piece in element.pieces)
        return own + "".join(self._element(kid) for kid in element.kids)

    def _table(self, table: Element) -> str:
        """Write a table; a wide one in a frame of its own, where it is scrolled sideways."""
        called = f'aria-label="{escape(clean(self.tables[table]))}"'
        told = "" if caption_of(table) == self.tables[table] else f" {called}"
        shown = f"<table{told}>{self._inside(table)}</table>"
        if _columns(table) < _WIDE:
            return shown
        frame = f'role="region" {called} tabindex="0"'
        return f'<div class="s" {frame}>{shown}</div>'

    def _cell(self, element: Element) -> str:
        name = element.tag.lower()
        scope = f' scope="{_SCOPES[element.scope]}"' if element.scope else ""
        if element in self.cells:
            scope += f' id="{self.cells[element]}"'
        if self.heads.get(element):
            names = " ".join(self.cells[each] for each in self.heads[element])
            scope += f' headers="{names}"'
        spans = f' colspan="{element.colspan}"' if element.colspan > 1 else ""
        kind = ' class="n"' if element.figures else ""
        return f"<{name}{kind}{scope}{spans}>{self._inside(element)}</{name}>"

    def _piece(self, piece: Piece) -> str:
        text = _text(piece.text)
        if piece.bold:
            text = f"<strong>{text}</strong>"
        if piece.italic:
            text = f"<em>{text}</em>"
        if piece.note is not None:
            label = f"Fotnot: {clean(piece.note.kids[-1].text)}"
            target = self.notes[piece.note]
            first = "" if piece.note in self.referred else f' id="{target}-ref"'
            self.referred.add(piece.note)
            role = f'role="doc-noteref" aria-label="{escape(label)}"'
            return f'<a {role}{first} href="#{target}">{text}</a>'
        if piece.goto is not None:
            return f'<a href="#{self.headings[piece.goto]}">{text}</a>'
        target = uri(piece.href)
        if target:
            return f'<a href="{escape(target)}">{text}</a>'
        return _NUMBER.sub(_unparted, text)


def _columns(table: Element) -> int:
    """Count the columns of a table by its first row."""
    first = next((kid for kid in table.walk() if kid.tag == "TR"), None)
    return sum(cell.colspan for cell in first.kids) if first else 0


def _unparted(number: re.Match[str]) -> str:
    """Keep a number on one line, unless a telephone would be too narrow for it."""
    short = len(number[0]) <= _LONGEST_NUMBER
    return f'<span class="w">{number[0]}</span>' if short else number[0]


def _text(typed: str) -> str:
    typed = _TOO_WIDE.sub(lambda held: held[0].replace("\u00a0", " "), typed)
    parts = [
        f'<bdi lang="{language_of_script(text)}" dir="rtl">{escape(text)}</bdi>'
        if backwards
        else escape(text).replace("\n", "<br>")
        for backwards, text in directions(clean(typed))
    ]
    return "".join(parts)


def _image(element: Element) -> str:
    kind = "png" if element.image.startswith(b"\x89PNG") else "jpeg"
    data = b64encode(element.image).decode("ascii")
    return f'<img alt="{escape(clean(element.alt))}" src="data:image/{kind};base64,{data}">'
