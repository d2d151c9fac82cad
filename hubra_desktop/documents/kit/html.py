"""The HTML twin: the same manuscript as one self-contained page, without script.

It is written from the logical tree alone, so text and reading order are those of the PDF.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from html import escape
from typing import Final

from hubra_desktop.documents.kit.contents import TITLE as CONTENTS
from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.html_style import style
from hubra_desktop.documents.kit.hyphens import with_soft_hyphens
from hubra_desktop.documents.kit.metadata import CREATOR, Metadata
from hubra_desktop.documents.kit.no_break import BOUND, mark_bound_spaces
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
from hubra_desktop.model.speech import UNTIL, Abbreviations, Stretch, said, stretches

_PLAIN: Final[dict[Tag, str]] = {
    "P": "p", "LI": "li", "Table": "table", "Caption": "caption",
    "THead": "thead", "TBody": "tbody", "TFoot": "tfoot", "TR": "tr", "Div": "figure",
    "BlockQuote": "blockquote", "TOCI": "li",
}  # fmt: skip
# What is held together by no-break spaces up to here fits on a phone; the foot's address
# is held together for the print alone.
_TOO_WIDE: Final = re.compile(r"[^ \n]{25,}")
# Numbers that a browser would part at a hyphen, slash or dash: KS-2018/451.181, 15.30–16.00.
_NUMBER: Final = re.compile(
    r"(?<![^\s(])(?=[^\s<&]*\d)[^\W_]+(?:[.:][^\W_]+)*[-–/][^\W_]+(?:[-–/.:][^\W_]+)*(?![^\s).,;*])"
)
_LONGEST_NUMBER: Final = 20
_ENDLESS: Final = re.compile(r"[^\s\u00ad]{40,}")
_BREAK: Final = "\u200b"
"""Stands for a place where a line may be broken; no cleaned text holds it."""
_WIDE: Final = 6
"""So many columns do not fit a narrow window; one less does not fit a telephone's."""
_DEEPEST: Final = 3
"""Rows that are parts of parts of parts are set in no further."""
_SCOPES: Final[dict[Scope, str]] = {"Row": "row", "Column": "col", "Group": "rowgroup"}


def to_html(manuscript: Manuscript, text_size: float | None = None) -> str:
    """Write ``manuscript`` as a whole HTML page, in points ``text_size`` or the reader's own."""
    meta = manuscript.meta
    page = _Page(manuscript.root, manuscript.abbreviations)
    look = style(manuscript.accent, text_size)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(meta.lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(clean(meta.title))}</title>\n{_told(meta)}<style>{look}</style>\n</head>\n"
        f"<body>\n{page.body()}\n</body>\n</html>\n"
    )


def _told(meta: Metadata) -> str:
    """Write what the page is, for archives and searches: the same as the print says of itself."""
    named = {
        "generator": CREATOR, "author": meta.author, "description": meta.subject,
        "dcterms.date": meta.day.isoformat(), "dcterms.publisher": meta.publisher,
        "dcterms.type": meta.kind, "dcterms.identifier": meta.identifier,
    }  # fmt: skip
    return "".join(
        f'<meta name="{name}" content="{escape(text)}">\n' for name, text in named.items() if text
    )


class _Page:
    """Writes one tree; notes, headings and drawings are numbered in the order of the tree."""

    def __init__(self, root: Element, abbreviations: Abbreviations) -> None:
        self.root, self.abbreviations = root, abbreviations
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
        text = "\n".join(self._element(kid) for kid in self.root.kids
                         if kid.role not in {"head", "foot"})  # fmt: skip
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
            return f'<div class="mark"><strong>{inner}</strong></div>'
        if element.role in {"label", "line"}:
            return f'<p class="{element.role}">{inner}</p>'
        if element.role == "alarm":
            return f'<div class="alarm"><strong>{inner}</strong></div>'
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
        if element.legend and element.bare is None:
            shown = self._legend(element)
        elif element.drawing:
            shown = svg(element.bare or element.drawing, element.alt, self.drawings[element])
            shown += self._legend(element)
        else:
            shown = _image(element)
        captioned = element.parent is not None and element.parent.tag == "Div"
        return shown if captioned else f"<figure>{shown}</figure>"

    def _legend(self, figure: Element) -> str:
        """Write a drawing's key as a list; the marks themselves say nothing aloud."""
        items: list[str] = []
        for place, entry in enumerate(figure.legend):
            mark = svg(entry.mark, "", f"{self.drawings[figure]}-m{place}")
            below = "".join(f"<li>{self._words(words)}</li>" for words in entry.below)
            inner = f"{mark}<strong>{self._words(entry.words)}</strong>"
            items.append(f"<li>{inner}{f'<ul>{below}</ul>' if below else ''}</li>")
        return f'<ul class="key">{"".join(items)}</ul>' if items else ""

    def _inside(self, element: Element) -> str:
        own = "".join(self._piece(piece) for piece in element.pieces)
        return own + "".join(self._element(kid) for kid in element.kids)

    def _table(self, table: Element) -> str:
        """Write a table; a wide one in a frame of its own, where it is scrolled sideways."""
        called = f'aria-label="{escape(clean(self.tables[table]))}"'
        told = "" if caption_of(table) == self.tables[table] else f" {called}"
        shown = f"<table{told}>{self._inside(table)}</table>"
        columns = _columns(table)
        if columns < _WIDE - 1:
            return shown
        kind = "m" if columns < _WIDE else "s"
        return f'<div class="{kind}" role="region" {called} tabindex="0">{shown}</div>'

    def _cell(self, element: Element) -> str:
        name = element.tag.lower()
        scope = f' scope="{_SCOPES[element.scope]}"' if element.scope else ""
        if element in self.cells:
            scope += f' id="{self.cells[element]}"'
        if self.heads.get(element):
            names = " ".join(self.cells[each] for each in self.heads[element])
            scope += f' headers="{names}"'
        spans = f' colspan="{element.colspan}"' if element.colspan > 1 else ""
        kind = "n" if element.figures else f"d{min(element.depth, _DEEPEST)}" * bool(element.depth)
        kind = f' class="{kind}"' if kind else ""
        return f"<{name}{kind}{scope}{spans}>{self._inside(element)}</{name}>"

    def _piece(self, piece: Piece) -> str:
        target = uri(piece.href)
        text = _text(piece.text) if target else self._words(piece.text)
        if piece.bold:
            text = f"<strong>{text}</strong>"
        if piece.italic:
            text = f"<em>{text}</em>"
        if piece.quiet and piece.text.strip():
            text = f'<span class="q">{text}</span>'
        if piece.note is not None:
            note = said(clean(piece.note.kids[-1].text), self.abbreviations)
            label = f"Fotnot: {note}"
            target = self.notes[piece.note]
            first = "" if piece.note in self.referred else f' id="{target}-ref"'
            self.referred.add(piece.note)
            role = f'role="doc-noteref" aria-label="{escape(label)}"'
            return f'<a {role}{first} href="#{target}">{text}</a>'
        if piece.goto is not None:
            return f'<a href="#{self.headings[piece.goto]}">{text}</a>'
        return f'<a href="{escape(target)}">{text}</a>' if target else text

    def _words(self, typed: str) -> str:
        """Write a text: abbreviations, times and days are told to be that; words may be parted."""
        held = mark_bound_spaces(clean(typed)).replace(BOUND, "\u00a0")
        held = _TOO_WIDE.sub(lambda wide: wide[0].replace("\u00a0", " "), held)
        return "".join(map(self._stretch, _together(stretches(held, self.abbreviations))))

    def _stretch(self, parts: Sequence[Stretch]) -> str:
        """Write what must not be parted between lines, or a stretch of plain text."""
        if len(parts) == 1 and not (parts[0].said or parts[0].moment):
            return _NUMBER.sub(_unparted, _text(parts[0].text, parted=True))
        shown = "".join(map(_marked, parts))
        return f'<span class="w">{shown}</span>' if len(parts) > 1 else shown


def _columns(table: Element) -> int:
    """Count the columns of a table by its first row."""
    first = next((kid for kid in table.walk() if kid.tag == "TR"), None)
    return sum(cell.colspan for cell in first.kids) if first else 0


def _unparted(number: re.Match[str]) -> str:
    """Keep a number on one line, unless a telephone would be too narrow for it."""
    short = len(number[0]) <= _LONGEST_NUMBER
    return f'<span class="w">{number[0]}</span>' if short else number[0]


def _together(parts: Sequence[Stretch]) -> list[list[Stretch]]:
    """Put a time, what stands before it and the time that it lasts to in one group."""
    groups: list[list[Stretch]] = []
    for part in parts:
        if groups and _joins(groups[-1][-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _joins(before: Stretch, part: Stretch) -> bool:
    """Tell whether two stretches are of one time: ``kl. 15.30–16.00``."""
    if part.text == "\u00a0":
        return bool(before.said) or before.text.casefold() == "klockan"
    return before.text == "\u00a0" or UNTIL in {before.said, part.said}


def _marked(part: Stretch) -> str:
    shown = _text(part.text)
    if part.moment:
        return f'<time datetime="{part.moment}">{shown}</time>'
    return f'<abbr title="{escape(part.said.strip())}">{shown}</abbr>' if part.said else shown


def _text(typed: str, *, parted: bool = False) -> str:
    """Escape a text; long words of one that may be ``parted`` say where."""
    parts = [
        f'<bdi lang="{language_of_script(text)}" dir="rtl">{escape(text)}</bdi>'
        if backwards
        else _breakable(with_soft_hyphens(text) if parted else text)
        for backwards, text in directions(clean(typed))
    ]
    return "".join(parts)


def _breakable(text: str) -> str:
    """Escape a text; what is too long for any line may be broken anywhere."""
    marked = _ENDLESS.sub(lambda word: _BREAK.join(_pieces_of(word[0])), text)
    return escape(marked).replace("\n", "<br>").replace(_BREAK, "<wbr>")


def _pieces_of(word: str) -> list[str]:
    return [word[start : start + _LONGEST_NUMBER] for start in range(0, len(word), _LONGEST_NUMBER)]


def _image(element: Element) -> str:
    kind = "png" if element.image.startswith(b"\x89PNG") else "jpeg"
    data = b64encode(element.image).decode("ascii")
    return f'<img alt="{escape(clean(element.alt))}" src="data:image/{kind};base64,{data}">'
