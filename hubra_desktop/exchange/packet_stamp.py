"""The line at the foot of each page of a packet: what it is, and which page of how many.

It stands at the lower edge where the page has room, else at the upper; a page that is full
to both edges grows by a strip at its foot, so that nothing is ever covered. The line is an
artifact of pagination; the paper's number on its first page is text that is read.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Final

from hubra_desktop.exchange.packet_room import (
    Box,
    Followed,
    Matrix,
    SeenPage,
    Thing,
    joined_turns,
    seen_page,
)
from hubra_desktop.exchange.packet_streams import packed_stream
from hubra_desktop.exchange.packet_tree import PacketTree

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_EDGE: Final = 14.0
"""From the page's edge to the baseline, in points: what every printer can print."""
_LOW, _HIGH = -3.0, 8.0
"""What a line needs below and above its baseline."""
_STRIP: Final = 22.0
_SIDE: Final = 12.0
_GAP: Final = 5.0
_ARTIFACT: Final = b"/Artifact <</Type /Pagination /Subtype /%s /Attached [/%s]>> BDC\n"
_MARKS: Final = frozenset({"BDC", "BMC", "EMC", "MP", "DP"})


class Stamper:
    """Letters the pages of one packet from a PDF with one line on each of its pages."""

    def __init__(self, out: "Pdf", tree: PacketTree, lettering: bytes) -> None:
        from pikepdf import Pdf

        self._out, self._tree = out, tree
        self._source = Pdf.open(BytesIO(lettering))
        self._fonts: dict[tuple[int, int], Thing] = {}

    def stamp(
        self, page: Thing, sheet: SeenPage, found: Followed, part: "Object", *,
        label: tuple[int, float] | None, line: tuple[int, float],
    ) -> list["Object"]:  # fmt: skip
        """Letter one page; return the element of its label, if it has one.

        ``label`` and ``line`` are each a page of the lettering and its width in points.
        """
        unit = 1.0 / float(page.get("/UserUnit", 1) or 1)
        sheet, foot, base = _place(page, sheet, found, unit)
        wide = line[1] + (label[1] + _GAP if label else 0.0)
        scale = min(unit, max(sheet.width - 2 * _SIDE * unit, 1.0) / max(wide, 1.0))
        start = (sheet.width - wide * scale) / 2
        parts, made = [], []
        if label:
            element, opening = self._labelled(page, found, part)
            made.append(element)
            parts.append((opening, label[0], start))
            start += (label[1] + _GAP) * scale
        where = (b"Footer", b"Bottom") if foot else (b"Header", b"Top")
        parts.append((_ARTIFACT % where, line[0], start))
        drawn = [
            opening
            + self._drawn(page, place, joined_turns((scale, 0, 0, scale, x, base), sheet.back))
            for opening, place, x in parts
        ]
        self._append(page, found, b"".join(drawn))
        return made

    def _labelled(self, page: Thing, found: Followed, part: "Object") -> tuple["Object", bytes]:
        """Make the element of a paper's number and give it the first number that is free."""
        from pikepdf import Array

        key = int(page.get("/StructParents", -1))
        if key < 0:
            key = page.StructParents = self._tree.key()
        owners = list(self._tree.numbers.get(key, ()))
        number = max(len(owners), found.numbered)
        element = self._tree.element("P", part, Pg=page, K=number)
        owners += [None] * (number - len(owners))
        self._tree.numbers[key] = Array([*owners, element])
        return element, f"/P <</MCID {number}>> BDC\n".encode()

    def _drawn(self, page: Thing, place: int, matrix: Matrix) -> bytes:
        from pikepdf import parse_content_stream, unparse_content_stream

        source = self._source.pages[place]
        called = self._font_names(page, source.obj.Resources.Font)
        steps: list[tuple[Thing, Thing]] = []
        for step in parse_content_stream(source):
            if str(step.operator) in _MARKS:
                continue
            if str(step.operator) == "Tf":
                steps.append(([called[str(step.operands[0])], step.operands[1]], step.operator))
            else:
                steps.append((step.operands, step.operator))
        shift = " ".join(f"{each:.4f}" for each in matrix)
        return f"q\n{shift} cm\n".encode() + unparse_content_stream(steps) + b"\nQ\nEMC\n"

    def _font_names(self, page: Thing, fonts: Thing) -> dict[str, Thing]:
        """Give a page the fonts of a line, by names that mean nothing else there."""
        from pikepdf import Dictionary, Name

        own = page.get("/Resources")
        own = page.Resources = Dictionary(dict(own.items())) if own is not None else Dictionary()
        known = Dictionary(dict(own.get("/Font", Dictionary()).items()))
        own.Font = known
        called = {}
        for name, font in fonts.items():
            copy = self._fonts.get(font.objgen)
            if copy is None:
                copy = self._fonts[font.objgen] = self._out.copy_foreign(font)
            free = f"/Hubra{str(name)[1:].replace('+', '-')}"
            while free in known and known[free].objgen != copy.objgen:
                free += "x"
            known[free] = copy
            called[str(name)] = Name(free)
        return called

    def _append(self, page: Thing, found: Followed, drawn: bytes) -> None:
        """Put what is drawn last, in the state that a page begins with."""
        from pikepdf import Array

        before = b"q\n" * (1 + found.over)
        after = b"\n" + b"EMC\n" * max(found.marks, 0) + b"Q\n" * (1 + found.open)
        contents = page.get("/Contents")
        held = (
            []
            if contents is None
            else list(contents)
            if isinstance(contents, Array)
            else [contents]
        )
        first, last = (packed_stream(self._out, each) for each in (before, after + drawn))
        page.Contents = Array([first, *held, last])


def visible_page(page: Thing) -> SeenPage:
    """Return how a page is seen."""
    return seen_page(_box(page), int(page.get("/Rotate", 0)))


def _box(page: Thing) -> Box:
    """Return what is seen of a page: its crop box, as far as there is a page."""
    x0, y0, x1, y1 = _upright(page.get("/MediaBox", (0, 0, 595, 842)))
    a, b, c, d = _upright(page.get("/CropBox", (x0, y0, x1, y1)))
    seen = max(x0, a), max(y0, b), min(x1, c), min(y1, d)
    return seen if seen[0] < seen[2] and seen[1] < seen[3] else (x0, y0, x1, y1)


def _upright(box: Thing) -> Box:
    x0, y0, x1, y1 = (float(each) for each in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _place(
    page: Thing, sheet: SeenPage, found: Followed, unit: float
) -> tuple[SeenPage, bool, float]:
    """Return the page as it is then, whether the line stands at its foot, and the baseline."""
    low, high = _LOW * unit, _HIGH * unit
    for foot, base in ((True, _EDGE * unit), (False, sheet.height - (_EDGE + 4) * unit)):
        if found.free(base + low, base + high) and sheet.height > 4 * _EDGE * unit:
            return sheet, foot, base
    return _grown(page, _STRIP * unit), True, (_STRIP - _EDGE) * unit


def _grown(page: Thing, strip: float) -> SeenPage:
    """Let a page grow at what is seen as its foot, within what a page may measure."""
    from pikepdf import Array

    turn = int(page.get("/Rotate", 0)) % 360
    seen, sheet = list(_box(page)), list(_upright(page.get("/MediaBox", _box(page))))
    place, step = {90: (2, strip), 180: (3, strip), 270: (0, -strip)}.get(turn, (1, -strip))
    seen[place] += step
    sheet[place] = min(sheet[place], seen[place]) if step < 0 else max(sheet[place], seen[place])
    page.MediaBox, page.CropBox = Array(sheet), Array(seen)
    for each in ("/TrimBox", "/BleedBox", "/ArtBox"):
        if each in page:
            del page[each]
    return visible_page(page)
