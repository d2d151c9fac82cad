"""The tagged canvas: everything drawn is marked, and the marks are kept by element.

It wraps ReportLab's canvas. Text and pictures belong to an element, rules and surfaces are
artifacts. The marks become the structure tree when the document is saved.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from reportlab.lib.rl_accel import escapePDF

from hubra_desktop.documents.kit.coverage import SANS, clean
from hubra_desktop.documents.kit.engine import Engine
from hubra_desktop.documents.kit.fonts import Face, advance, face
from hubra_desktop.documents.kit.hyphens import SOFT
from hubra_desktop.documents.kit.lines import SetLine, space_after
from hubra_desktop.documents.kit.metadata import text_string
from hubra_desktop.documents.kit.pictures import Picture
from hubra_desktop.documents.kit.tree import INLINE, Element, Source
from hubra_desktop.documents.kit.words import Run
from hubra_desktop.model.speech import Abbreviations, stretches

_FURNITURE: Final = {
    "Header": "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC",
    "Footer": "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC",
    "Repeat": "/Artifact <</Type /Pagination>> BDC",
}
Furniture = Literal["Header", "Footer", "Repeat"]
_ESCAPED: Final = tuple(escapePDF(bytes((code,))) for code in range(256))


class MarkedSequence(NamedTuple):
    """A marked sequence: the page it is on (from 0) and its number there."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle on a page that leads somewhere, owned by its Link element."""

    page: int
    rect: tuple[float, float, float, float]
    element: Element


@dataclass(slots=True)
class Trace:
    """What the drawing of one element left behind, in order."""

    content: list["MarkedSequence | LinkArea | Element"] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None


class Letters(NamedTuple):
    """What a face's subset is called in the file, and the codes of its letters, escaped."""

    name: str
    codes: dict[str, str]


class TaggedCanvas:
    """Draws marked content on pages of one size; coordinates in points from the lower left.

    Invariants: no painting outside a mark, no mark inside another, marks never
    cross a text object. ``traces`` holds what each element left; ``pages`` the
    element of every mark by page and number; ``destinations`` the page (from 0) and
    height of every heading drawn; ``numbers`` the page (from 1) that every heading
    will stand on, known before the first page is drawn; ``lettering`` the operators of
    what drawings have lettered, by what it is and how it looks: axes repeat their labels;
    ``letters`` what has been drawn in each face's first subset; ``places`` the page (from 0)
    and height where what is written somewhere begins; ``abbreviations`` the register's own,
    whose meaning is told beside those that all know.
    """

    def __init__(self, size: tuple[float, float], lang: str = "sv-SE") -> None:
        """Start a document of pages ``size`` (width, height) in the language ``lang``."""
        face(SANS)
        self.size = size
        self.engine = Engine(size, lang, SANS)
        self.traces: dict[Element, Trace] = {}
        self.pages: list[list[Element]] = [[]]
        self.destinations: dict[Element, tuple[int, float]] = {}
        self.numbers: Mapping[Element, int] = {}
        self.lettering: dict[Hashable, tuple[str, ...]] = {}
        self.letters: dict[Face, Letters] = {}
        self.places: dict[Source, tuple[int, float]] = {}
        self.abbreviations: Abbreviations = ()
        self._furniture: Furniture | None = None
        self._in_figure = False
        self._outline_level = -1

    @property
    def read_aloud(self) -> bool:
        """Say whether what is drawn now is text of its own: neither furniture nor a figure."""
        return not (self._furniture or self._in_figure)

    @property
    def page(self) -> int:
        """The number of the page being drawn, from 0."""
        return len(self.pages) - 1

    def next_page(self) -> None:
        """Close this page and begin another."""
        self.engine.canvas.showPage()
        self.pages.append([])

    def finish(self) -> None:
        """Close the last page."""
        self.engine.code.append("")
        self.engine.canvas.showPage()

    @contextmanager
    def furniture(self, kind: Furniture) -> Iterator[None]:
        """Draw what stands on every page: it is not read aloud."""
        before, self._furniture = self._furniture, kind
        try:
            yield
        finally:
            self._furniture = before

    def begin(self, element: Element) -> str:
        """Begin a sequence of ``element`` and return the operator that does.

        Furniture has no element: the mark itself holds the text of shaped glyphs.
        """
        if self._in_figure:
            return f"/Span <<{_actual(element)}>> BDC" if element.actual else "/Span BMC"
        if self._furniture and element.actual:
            return _FURNITURE[self._furniture].replace(">> BDC", f" {_actual(element)}>> BDC")
        if self._furniture:
            return _FURNITURE[self._furniture]
        marks = self.pages[-1]
        mcid = len(marks)
        marks.append(element)
        self.trace(element).content.append(MarkedSequence(self.page, mcid))
        return f"/{element.tag} <</MCID {mcid}>> BDC"

    def trace(self, element: Element) -> Trace:
        """Return what ``element`` has left, giving inline elements their place when new."""
        found = self.traces.get(element)
        if found is None:
            found = self.traces[element] = Trace()
            if element.tag in INLINE and element.parent is not None:
                self.trace(element.parent).content.append(element)
        return found

    def place(self, element: Element, top: float) -> None:
        """Note that ``element`` is drawn from ``top`` down, where its source asks for that."""
        home: Element | None = element
        while home is not None and home.source is None:
            home = home.parent
        if home is not None and home.source is not None:
            self.places.setdefault(home.source, (self.page, top))

    def text(self) -> "TextPainter":
        """Begin a text object; close it before anything else is drawn."""
        return TextPainter(self)

    def artifact(self, *operators: str) -> None:
        """Paint operators that carry no meaning: rules, surfaces, decoration."""
        opening = _FURNITURE[self._furniture] if self._furniture else "/Artifact BMC"
        self.engine.code.extend((opening, "q", *operators, "Q", "EMC"))

    def rule(self, x: float, y: float, length: float, thickness: float, colour: str) -> None:
        """Draw a horizontal rule from (x, y) to the right."""
        self.fill(x, y - thickness / 2, length, thickness, colour)

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle whose lower left corner is (x, y)."""
        self.artifact(f"{ink(colour)} rg", f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def picture(self, element: Element, picture: Picture, x: float, y: float,
                width: float, height: float) -> None:  # fmt: skip
        """Draw ``picture``, the figure ``element``, with its lower left corner at (x, y)."""
        if element.tag == "Artifact":
            self.engine.code.append("/Artifact BMC")
            self.engine.canvas.drawImage(picture.reader, x, y, width, height)
            self.engine.code.append("EMC")
            return
        with self.figure(element, (x, y, x + width, y + height)):
            self.engine.canvas.drawImage(picture.reader, x, y, width, height)

    @contextmanager
    def figure(self, element: Element, box: tuple[float, float, float, float]) -> Iterator[None]:
        """Draw what makes up the figure ``element`` in ``box``; its text is part of its mark."""
        self.engine.code.append(self.begin(element))
        if not self._furniture:
            self.trace(element).box = box
        self._in_figure = True
        try:
            yield
        finally:
            self._in_figure = False
            self.engine.code.append("EMC")

    def link(self, element: Element, rect: tuple[float, float, float, float]) -> None:
        """Make ``rect`` (x0, y0, x1, y1) lead to the target of the Link ``element``."""
        if not self._furniture:
            self.trace(element).content.append(LinkArea(self.page, rect, element))

    def widen_link(self, element: Element, rect: tuple[float, float, float, float]) -> None:
        """Make all of ``rect`` on this page lead where ``element`` does, not only its words."""
        if not self._furniture:
            trace = self.trace(element)
            trace.content = [part for part in trace.content if not isinstance(part, LinkArea)]
            self.link(element, rect)

    def outline(self, heading: Element, level: int, top: float) -> None:
        """Enter ``heading`` (``level`` from 1) at height ``top`` in the outline."""
        if self._furniture:
            return
        self.destinations[heading] = (self.page, top)
        self._outline_level = min(level - 1, self._outline_level + 1)
        key = f"heading{len(self.traces)}"
        self.engine.canvas.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
        words = heading.name or "".join(part.text for part in heading.pieces if part.note is None)
        self.engine.canvas.addOutlineEntry(clean(words), key, self._outline_level)


class TextPainter:
    """One text object; sequences open and close as the element changes."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        """Begin a text object on the page of ``canvas``."""
        self._canvas = canvas
        self._code: list[str] = ["BT"]
        self._element: Element | None = None
        self._colour = ""
        self._tracking = 0.0
        self._font: tuple[str, float] = ("", 0.0)
        self._underlines: list[tuple[float, float, float, float, str]] = []

    def line(self, line: SetLine, x: float, y: float) -> None:
        """Write ``line`` from (x, y) on its baseline, with the space or hyphen that ends it."""
        for place, (shift, run) in enumerate(line.runs):
            last = place == len(line.runs) - 1
            self._run(run, x + shift, y, _ending(run, line.end) if last else "")
            if run.element.tag == "Link" or _within_link(run.element):
                self._link(run, x + shift, y)

    def close(self) -> None:
        """End the text object and put it on the page."""
        if self._element is not None:
            self._code.append("EMC")
        if self._tracking:
            self._code.append("0 Tc")
        self._code.append("ET")
        if len(self._code) > 2:
            self._canvas.engine.code.append("\n".join(self._code))
        for underline in self._underlines:
            self._canvas.rule(*underline)

    def _run(self, run: Run, x: float, y: float, ending: str) -> None:
        if run.colour != self._colour:
            self._code.append(f"{ink(run.colour)} rg")
            self._colour = run.colour
        if run.tracking != self._tracking:
            self._code.append(f"{run.tracking:.3f} Tc")
            self._tracking = run.tracking
        if run.shaped:
            self._enter(run.element)
            self._shaped(run, x, y)
            if ending:
                self._run(space_after(run), x + run.width, y, "")
        else:
            self._code.append(f"1 0 0 1 {x:.2f} {y + run.rise:.2f} Tm")
            shown = run.with_text(run.text + ending) if ending else run
            self._say(shown)

    def _enter(self, element: Element) -> None:
        """Let what follows be of ``element``."""
        if element is not self._element:
            if self._element is not None:
                self._code.append("EMC")
            self._code.append(self._canvas.begin(element))
            self._element = element

    def _say(self, run: Run) -> None:
        """Show a run; what is short for something is an element of its own that tells it."""
        text, pairs = run.drawn, run.pairs
        parts = stretches(run.text, self._canvas.abbreviations) if self._canvas.read_aloud else ()
        if not any(part.said for part in parts):
            self._enter(run.element)
            self._show(run, text, pairs)
            return
        start = 0
        for part in parts:
            end = start + len(part.text)
            said = Element("Span", run.element, expansion=part.said)
            self._enter(said if part.said else run.element)
            self._show(run, text[start:end], pairs[start:end])
            start = end

    def _show(self, run: Run, text: str, pairs: Sequence[int] = ()) -> None:
        """Show ``text`` with ``pairs`` added in it; at once when its letters are known."""
        letters = self._canvas.letters.get(run.font)
        if letters and text:
            try:
                codes = [letters.codes[mark] for mark in text]
            except KeyError:
                pass
            else:
                self._choose(letters.name, run.size)
                self._code.append(_shown(codes, pairs))
                return
        self._split(run, text, pairs)

    def _split(self, run: Run, text: str, pairs: Sequence[int]) -> None:
        """Show ``text`` subset by subset, and learn the letters of the first."""
        document = self._canvas.engine.document
        start = 0
        for subset, raw in run.font.splitString(text, document):
            name = run.font.getSubsetInternalName(subset, document)
            self._choose(name, run.size)
            shown = text[start : start + len(raw)]
            codes = [_ESCAPED[code] for code in raw]
            self._code.append(_shown(codes, pairs[start : start + len(raw)]))
            start += len(raw)
            if subset == 0:
                letters = self._canvas.letters.setdefault(run.font, Letters(name, {}))
                letters.codes.update(zip(shown, codes, strict=True))

    def _choose(self, name: str, size: float) -> None:
        """Set the font where it is another than before."""
        if (name, size) != self._font:
            self._code.append(f"{name} {size:.2f} Tf")
            self._font = (name, size)

    def _shaped(self, run: Run, x: float, y: float) -> None:
        """Draw the glyphs from the right, so that the file holds the letters as they were typed."""
        assert run.shaped is not None
        unit = run.size / 1000
        x += run.width
        for glyph in reversed(run.shaped.glyphs):
            x -= glyph.advance * unit
            self._code.append(f"1 0 0 1 {x + glyph.x * unit:.2f} {y + glyph.y * unit:.2f} Tm")
            self._show(run, glyph.mark)

    def _link(self, run: Run, x: float, y: float) -> None:
        link = run.element if run.element.tag == "Link" else run.element.parent
        assert link is not None
        right = x + run.width - _trailing_space(run)
        foot, head = y - run.font.descent * run.size, y + run.font.ascent * run.size
        self._canvas.link(link, (x, foot, right, head))
        if link.pieces and link.pieces[0].href:
            below, thickness = y - 0.12 * run.size, 0.045 * run.size
            self._underlines.append((x, below, right - x, thickness, run.colour))


def _shown(codes: Sequence[str], pairs: Sequence[int]) -> str:
    """Write the operator that shows escaped ``codes`` with ``pairs`` added between them."""
    if not any(pairs):
        return f"({''.join(codes)}) Tj"
    parts: list[str] = []
    start = 0
    for place, pair in enumerate(pairs, 1):
        if pair:
            parts.append(f"({''.join(codes[start:place])}) {-pair}")
            start = place
    if start < len(codes):
        parts.append(f"({''.join(codes[start:])})")
    return f"[{' '.join(parts)}] TJ"


def _actual(element: Element) -> str:
    return f"/ActualText {text_string(element.actual).decode('ascii')}"


def _within_link(element: Element) -> bool:
    return element.tag == "Span" and element.parent is not None and element.parent.tag == "Link"


def _trailing_space(run: Run) -> float:
    if run.shaped:
        return 0.0
    spaces = len(run.text) - len(run.text.rstrip(" "))
    return spaces * advance(" ", run.font) * run.size


def _ending(run: Run, end: str) -> str:
    if end == "soft":
        return SOFT
    return " " if end == "space" and not run.text.endswith(" ") else ""


@lru_cache(maxsize=64)
def ink(colour: str) -> str:
    """Write ``#rrggbb`` as the three numbers of an RGB operator."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5))
