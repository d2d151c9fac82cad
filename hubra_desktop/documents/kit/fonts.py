"""The shipped typefaces as the PDF engine knows them, with its known faults mended.

ReportLab's ToUnicode map is wrong (code 0, astral characters, over-long blocks), so it is
written here. A face is loaded once a process and shared by all documents; ``FONT_LOCK``
guards subsetting, which moves a file position.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from threading import RLock
from typing import Final

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from hubra_desktop.documents.kit import coverage
from hubra_desktop.documents.kit.engine import EngineDocument
from hubra_desktop.paths import resource

FONT_LOCK: Final = RLock()
PRIVATE: Final = 0xF0000
"""The first of the private codes that shaped glyphs get, in the order they are met."""

rl_config.useA85 = 0


class Face(TTFont):  # type: ignore[misc]
    """One static TrueType face, subset to the glyphs that a document draws.

    ``cover`` holds the code points it draws by itself; a code that is not there
    must be drawn with another face. ``meaning`` holds the letters of shaped
    glyphs by their private codes, ``capital`` the capital that a private code is drawn as.
    """

    def __init__(self, name: str) -> None:
        """Load the shipped font called ``name``."""
        path = str(resource("fonts", f"{name}.ttf"))
        super().__init__(name, path, asciiReadable=0, shapable=False)
        glyphs, widths = self.face.charToGlyph, self.face.charWidths
        for code, shape in coverage.LOOKALIKES.items():
            if code not in glyphs and shape in glyphs:
                glyphs[code], widths[code] = glyphs[shape], widths[shape]
        if 0xAD not in glyphs:
            glyphs[0xAD], widths[0xAD] = glyphs[0x2D], widths[0x2D]
        self.cover = frozenset(glyphs) - {0xFFFF}
        self.meaning: dict[int, str] = {}
        self.capital: dict[int, int] = {}
        self._private: dict[tuple[int, str], int] = {}
        self.ascent: float = self.face.ascent / 1000
        self.descent: float = -self.face.descent / 1000

    def private(self, glyph: int, advance: float, text: str) -> str:
        """Give ``glyph``, ``advance`` thousandths wide and standing for ``text``, its own mark."""
        code = self._private.get((glyph, text))
        if code is None:
            code = self._private[glyph, text] = PRIVATE + len(self._private)
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = advance
            self.meaning[code] = text or "\u200b"
        return chr(code)

    def capitals(self, text: str) -> str:
        """Return ``text`` to be drawn in capitals: as long, and read as it is typed.

        A letter whose capital is several ("ß"), or is not in this face, is left as it is.
        """
        return "".join(map(self._capital, text))

    def _capital(self, mark: str) -> str:
        upper = mark.upper()
        if upper == mark or len(upper) > 1 or ord(upper) not in self.cover:
            return mark
        code = ord(upper)
        glyphs, widths = self.face.charToGlyph, self.face.charWidths
        drawn = self.private(glyphs[code], widths[code], mark)
        self.capital[ord(drawn)] = code
        return drawn

    def addObjects(self, doc: EngineDocument) -> None:  # noqa: N802 (the engine's name)
        """Write this face's subsets into ``doc``: font, descriptor, file and ToUnicode map."""
        state = self.state[doc]
        state.frozen = 1
        for number, subset in enumerate(state.subsets):
            internal = self.getSubsetInternalName(number, doc)[1:]
            name = (SUBSETN(number) + b"+" + self.face.name).decode("ascii")
            font = pdfdoc.PDFTrueTypeFont()
            font.Name = internal
            font.BaseFont = name
            font.FirstChar, font.LastChar = 0, len(subset) - 1
            font.Widths = pdfdoc.PDFArray([self.face.getCharWidth(code) for code in subset])
            stream = pdfdoc.PDFStream(
                content=to_unicode(subset, self.meaning), filters=[pdfdoc.PDFZCompress]
            )
            font.ToUnicode = doc.Reference(stream, f"toUnicodeCMap:{name}")
            font.FontDescriptor = self.face.addSubsetObjects(doc, name, subset)
            doc.Reference(font, internal)
            doc.idToObject["BasicFonts"].dict[internal] = font
        del self.state[doc]


def to_unicode(subset: Sequence[int], meaning: Mapping[int, str]) -> bytes:
    """Write the map from a subset's codes to characters, UTF-16, at most 100 entries a block.

    ``meaning`` has what private codes stand for.
    """
    pairs = [
        f"<{code:02X}> <{meaning.get(point, chr(point)).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if code and not (point == 32 and code != 32)
    ]
    blocks = (pairs[first : first + 100] for first in range(0, len(pairs), 100))
    body = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def face(name: str) -> Face:
    """Return the shipped face called ``name``, loaded once a process."""
    with FONT_LOCK:
        return _load(name)


@cache
def _load(name: str) -> Face:
    loaded = Face(name)
    pdfmetrics.registerFont(loaded)
    return loaded


def styled(bold: bool = False, italic: bool = False) -> Face:
    """Return the text face of that style."""
    if bold:
        return face(coverage.SANS_BOLD_ITALIC if italic else coverage.SANS_BOLD)
    return face(coverage.SANS_ITALIC if italic else coverage.SANS)


def split_by_face(text: str, first: Face) -> Iterable[tuple[Face, str]]:
    """Cut ``text`` into stretches that one face can draw, asking ``first`` first.

    Raises MissingGlyphsError when no face has a character.
    """
    if first.cover.issuperset(map(ord, text)):
        return ((first, text),)
    stretches: list[tuple[Face, str]] = []
    for mark in text:
        chosen = _covering(mark, first, stretches[-1][0] if stretches else first)
        if chosen is None:
            raise coverage.MissingGlyphsError(coverage.missing_glyphs(text) or (mark,), text)
        if stretches and stretches[-1][0] is chosen:
            stretches[-1] = (chosen, stretches[-1][1] + mark)
        else:
            stretches.append((chosen, mark))
    return stretches


def _covering(mark: str, first: Face, latest: Face) -> Face | None:
    """Choose the face that has ``mark``; a space or combining mark stays with its neighbour."""
    stays = mark in " \xa0" or "\u0300" <= mark <= "\u036f"
    if stays and ord(mark) in latest.cover:
        return latest
    for candidate in (first, *(face(name) for name in coverage.FALLBACK)):
        if ord(mark) in candidate.cover:
            return candidate
    return None


@lru_cache(maxsize=30_000)
def advance(text: str, font: Face) -> float:
    """Measure ``text`` set in ``font`` at one point, in points."""
    widths = font.face.charWidths
    return float(sum(map(widths.__getitem__, map(ord, text)))) / 1000
