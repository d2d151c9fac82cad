"""The same paper in other typesetters' languages, dressed to look like the kit's.

Both are written from the logical tree, so the words are the kit's own. They are
given the kit's fonts, measures and sizes; what a rule or a space is to the point
may differ, the number of pages may not.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import BODY, HAIRLINE, INK, QUIET
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.paths import resource

FONTS: Final = resource("fonts")
FAMILY: Final = "Liberation Sans"
_FACES: Final = (
    ("Regular", "400", "normal"),
    ("Bold", "700", "normal"),
    ("Italic", "400", "italic"),
    ("BoldItalic", "700", "italic"),
)


def html_twin(manuscript: Manuscript) -> str:
    """Return the kit's own HTML twin without its style for screens."""
    before, _, rest = to_html(manuscript).partition("<style>")
    return before + rest.partition("</style>\n")[2]


def house_css(issuer: str, kind: str) -> str:
    """Write the print style that goes with the twin: page, head and type as the kit's."""
    faces = "".join(
        f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};font-style:{slant};"
        f"src:url('{(FONTS / f'LiberationSans-{name}.ttf').as_uri()}')}}\n"
        for name, weight, slant in _FACES
    )
    head = f"font:bold 9.2pt/1.3 '{FAMILY}';border-bottom:.6pt solid #1f3a4d;vertical-align:bottom"
    return faces + (
        "@page{size:A4;margin:32mm 25mm 28mm 30mm;"
        f"@top-left{{content:'{issuer.upper()}';white-space:nowrap;{head}}}"
        f"@top-right{{content:'{kind.upper()}  SIDA ' counter(page) ' (' counter(pages) ')';"
        f"white-space:pre;{head}}}}}\n"
        f"body{{font:{BODY}pt/1.32 '{FAMILY}';color:{INK};margin:0}}"
        "h1{font-size:17.6pt;line-height:1.2;color:#1f3a4d;margin:0 0 13pt}"
        "h2{font-size:13.8pt;line-height:1.25;color:#1f3a4d;margin:15pt 0 4pt}"
        "p{margin:0 0 5.5pt;orphans:2;widows:2}td p,th p{margin:0}"
        "table{border-collapse:collapse;width:100%;margin:0 0 16pt}tr{break-inside:avoid}"
        f"th,td{{text-align:left;vertical-align:top;padding:5.3pt 11pt 5.3pt 0;"
        f"border-bottom:.4pt solid {HAIRLINE}}}"
        "tbody:first-child>tr>*{border:0;padding-top:1.8pt;padding-bottom:1.8pt}"
        f"main>p:nth-child(-n+2){{font:bold 9.2pt/1.3 '{FAMILY}'}}"
        f"thead th{{font-size:9.2pt;border-bottom:.9pt solid #1f3a4d}}aside{{color:{QUIET}}}"
    )


def typst_twin(manuscript: Manuscript) -> str:
    """Write the manuscript as Typst markup; every word stands in a string, never as markup."""
    return _TypstPage(manuscript).page()


class _TypstPage:
    """Writes one tree; used once."""

    def __init__(self, manuscript: Manuscript) -> None:
        notes = (element for element in manuscript.root.walk() if element.tag == "Note")
        self.meta, self.root = manuscript.meta, manuscript.root
        self.notes: Mapping[Element, str] = {note: f"note{n}" for n, note in enumerate(notes)}

    def page(self) -> str:
        meta = self.meta
        opening = (
            f"#set document(title: {_string(meta.title)}, author: {_string(meta.author)})\n"
            f'#set text(font: "{FAMILY}", size: {BODY}pt, lang: "sv", fill: rgb("{INK}"))\n'
            '#set page(paper: "a4", margin: (left: 30mm, right: 25mm, top: 32mm, bottom: 28mm),'
            f" header: context [#{_string(meta.author)} #h(1fr)"
            ' #counter(page).display("1 (1)", both: true)])\n'
            "#set par(leading: 0.55em, spacing: 0.9em)\n"
            "#set table(stroke: none, inset: (x: 0pt, y: 5.3pt), column-gutter: 11pt)\n"
            "#show table.cell: set align(left + top)\n"
            "#show table.cell: set par(spacing: 0.55em)\n"
        )
        return opening + "\n".join(self._element(kid) for kid in self.root.kids)

    def _element(self, element: Element) -> str:
        if element.tag in {"H1", "H2", "H3"}:
            return f"#heading(level: {element.tag[1]})[{self._inside(element)}]"
        if element.tag == "P":
            return f"#par[{self._inside(element)}]"
        if element.tag == "Table":
            return f"#table(columns: ({self._columns(element)}), {self._parts(element)})"
        if element.tag == "Note":
            return f"#block[{self._inside(element)}] <{self.notes[element]}>"
        return self._inside(element)

    def _columns(self, table: Element) -> str:
        rows = (kid for part in table.kids for kid in part.kids)
        count = max(sum(cell.colspan for cell in row.kids) for row in rows)
        return ", ".join("1fr" if place == 1 else "auto" for place in range(count))

    def _parts(self, table: Element) -> str:
        return ", ".join(
            f"table.header({', '.join(self._cells(part))})"
            if part.tag == "THead"
            else ", ".join(self._cells(part))
            for part in table.kids
        )

    def _cells(self, part: Element) -> Iterator[str]:
        for row in part.kids:
            for cell in row.kids:
                yield f"table.cell(colspan: {cell.colspan})[{self._inside(cell)}]"
            yield f'table.hline(stroke: 0.4pt + rgb("{HAIRLINE}"))'

    def _inside(self, element: Element) -> str:
        own = "".join(self._piece(piece) for piece in element.pieces)
        return own + "".join(self._element(kid) for kid in element.kids)

    def _piece(self, piece: Piece) -> str:
        lines = "#linebreak()".join(f"#{_string(line)};" for line in piece.text.split("\n"))
        if piece.bold:
            lines = f"#strong[{lines}]"
        if piece.note is not None:
            return f"#link(<{self.notes[piece.note]}>)[{lines}]"
        return f"#link({_string(piece.href)})[{lines}]" if piece.href else lines


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
