"""The HTML twin: the same manuscript as one self-contained page, without script.

It is written from the logical tree alone, so text and reading order are those of
the PDF. The window shows it as text beside the picture of the page, and it can be
sent to whoever would rather read it in a browser.
"""

import re
from base64 import b64encode
from html import escape
from typing import Final

from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.links import uri
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.shaping import directions, language
from hubra_desktop.documents.kit.tree import Element, Piece, Tag

_PLAIN: Final[dict[Tag, str]] = {
    "H1": "h1", "H2": "h2", "H3": "h3", "P": "p", "Sect": "section", "LI": "li", "Table": "table",
    "THead": "thead", "TBody": "tbody", "TR": "tr",
}  # fmt: skip
_STYLE: Final = (
    "body{font-family:sans-serif;line-height:1.45;max-width:44em;margin:2em auto;padding:0 1em;"
    "color:#1a1a1a;background:#fff;overflow-wrap:anywhere;hyphens:auto}"
    "table{border-collapse:collapse;width:100%;margin:1em 0}"
    "th,td{text-align:left;vertical-align:top;padding:.35em .8em .35em 0;"
    "border-bottom:1px solid #c5cbd1}"
    "td p,th p,li p,aside p{margin:0}aside{margin:.4em 0}aside span+p{display:inline}"
    "img{max-width:100%;height:auto}"
    "@media print{@page{size:A4;margin:20mm}body{max-width:none;margin:0;padding:0}"
    "h1,h2,h3{break-after:avoid}tr,img,aside{break-inside:avoid}}"
)
# What is held together by no-break spaces up to here fits on a phone; the foot's address
# is held together for the print alone.
_TOO_WIDE: Final = re.compile(r"[^ \n]{25,}")


def to_html(manuscript: Manuscript, text_size: float | None = None) -> str:
    """Write ``manuscript`` as a whole HTML page, in points ``text_size`` or the reader's own."""
    own = f"html{{font-size:{text_size:g}pt}}" if text_size else ""
    meta = manuscript.meta
    body = _Page(manuscript.root).body()
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(meta.lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(clean(meta.title))}</title>\n<style>{own}{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


class _Page:
    """Writes one tree; notes are numbered in the order of the tree."""

    def __init__(self, root: Element) -> None:
        notes = (element for element in root.walk() if element.tag == "Note")
        self.root = root
        self.notes = {note: f"note{place}" for place, note in enumerate(notes, 1)}

    def body(self) -> str:
        return "\n".join(self._element(kid) for kid in self.root.kids)

    def _element(self, element: Element) -> str:
        if element.tag == "Figure":
            return _image(element)
        if element.tag in {"TH", "TD"}:
            return self._cell(element)
        if element.tag == "TBody":
            return self._groups(element)
        inner = self._inside(element)
        if element.tag == "L":
            kind = "ol" if element.numbering == "Decimal" else "ul"
            return f"<{kind}>{inner}</{kind}>"
        if element.tag == "Note":
            return f'<aside role="note" id="{self.notes[element]}">{inner}</aside>'
        if element.tag == "Lbl":
            in_list = element.parent is not None and element.parent.tag == "LI"
            return "" if in_list else f"<span>{inner}</span> "
        name = _PLAIN.get(element.tag)
        return f"<{name}>{inner}</{name}>" if name else inner

    def _inside(self, element: Element) -> str:
        own = "".join(self._piece(piece) for piece in element.pieces)
        return own + "".join(self._element(kid) for kid in element.kids)

    def _groups(self, body: Element) -> str:
        """Write a table's body; a row that is one heading begins a group of its own."""
        rows = ["</tbody><tbody>" * (place > 0 and _heads_group(row)) + self._element(row)
                for place, row in enumerate(body.kids)]  # fmt: skip
        return f"<tbody>{''.join(rows)}</tbody>"

    def _cell(self, element: Element) -> str:
        name = element.tag.lower()
        scope = {"Row": ' scope="row"', "Column": ' scope="col"'}.get(element.scope, "")
        if element.parent is not None and _heads_group(element.parent):
            scope = ' scope="rowgroup"'
        spans = "".join(
            f' {kind}="{count}"'
            for kind, count in (("colspan", element.colspan), ("rowspan", element.rowspan))
            if count > 1
        )
        return f"<{name}{scope}{spans}>{self._inside(element)}</{name}>"

    def _piece(self, piece: Piece) -> str:
        text = _text(piece.text)
        if piece.bold:
            text = f"<strong>{text}</strong>"
        if piece.italic:
            text = f"<em>{text}</em>"
        if piece.note is not None:
            said = f"Fotnot: {clean(piece.note.kids[-1].text)}"
            target = self.notes[piece.note]
            return f'<a role="doc-noteref" aria-label="{escape(said)}" href="#{target}">{text}</a>'
        if piece.href:
            return f'<a href="{escape(uri(piece.href))}">{text}</a>'
        return f'<span lang="{escape(piece.lang)}">{text}</span>' if piece.lang else text


def _heads_group(row: Element) -> bool:
    """Tell whether a row of a table's body is nothing but one heading over the whole width."""
    in_body = row.parent is not None and row.parent.tag == "TBody"
    return in_body and [cell.tag for cell in row.kids] == ["TH"] and row.kids[0].colspan > 1


def _text(typed: str) -> str:
    typed = _TOO_WIDE.sub(lambda held: held[0].replace("\u00a0", " "), typed)
    parts = [
        f'<bdi lang="{language(text)}" dir="rtl">{escape(text)}</bdi>'
        if backwards
        else escape(text).replace("\n", "<br>")
        for backwards, text in directions(clean(typed))
    ]
    return "".join(parts)


def _image(element: Element) -> str:
    kind = "png" if element.image.startswith(b"\x89PNG") else "jpeg"
    data = b64encode(element.image).decode("ascii")
    return f'<p><img alt="{escape(element.alt)}" src="data:image/{kind};base64,{data}"></p>'
