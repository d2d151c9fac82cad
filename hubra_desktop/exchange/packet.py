"""Papers bound into one PDF: pages in a row, numbered, tagged, with bookmarks and a list.

The list of papers comes first and is made by the program, like the lines that are lettered
on the pages; both come in as finished PDF. A paper's pages are copied with all that they
are made of, so that nothing of one can be mixed up with another's.

A page without tags becomes one figure whose text says so: nothing is passed over in
silence. The file says that it is PDF/A and PDF/UA only when every paper in it is the
program's own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from hubra_desktop.exchange.packet_file import OpenPart, open_part
from hubra_desktop.exchange.packet_marks import Bookmark, bookmarks_of, enter_bookmarks
from hubra_desktop.exchange.packet_room import Thing, follow_page
from hubra_desktop.exchange.packet_stamp import Stamper, visible_page
from hubra_desktop.exchange.packet_streams import packed_stream, repack_streams
from hubra_desktop.exchange.packet_tree import PacketTree
from hubra_desktop.model.dispatch.packets import BoundPart
from hubra_desktop.model.language import say
from hubra_desktop.model.progress import NOBODY, Progress, StoppedError

if TYPE_CHECKING:
    from pikepdf import Object, ObjectStreamMode, Pdf

_ELSEWHERE: Final = "/HubraPage"
"""What a page is called while it is copied: the library leaves out pages that others name."""
_CLAIMS: Final = re.compile(
    rb'<(pdfaid|pdfuaid):\w+>[^<]*</\1:\w+>\s*|<rdf:Description rdf:about="" xmlns:pdfaExtension'
    rb".*?</rdf:Description>\s*|\s+xmlns:pdfu?aid=\"[^\"]*\"",
    re.DOTALL,
)
_HIDDEN_END: Final = b"\r\nendstream"
"""A stream whose last byte is taken for a part of the line break after it, by a hasty reader."""
_LINK: Final = "https://handling.invalid/"


def link_to(place: int) -> str:
    """Return what the list of papers links to, to lead to the paper at a place (from 0)."""
    return f"{_LINK}{place}"


class BrokenPartError(Exception):
    """A paper that could be opened cannot be bound; ``place`` is where it stands (from 0)."""

    def __init__(self, place: int) -> None:
        super().__init__(f"part {place}")
        self.place = place


@dataclass(frozen=True, kw_only=True)
class ToBind:
    """A paper to bind: its PDF and what it is called.

    ``own`` tells that the program has made it.
    """

    called: str
    content: bytes
    own: bool = False


@dataclass(frozen=True, kw_only=True)
class Lettering:
    """What is lettered on the pages, as a PDF with one line on each page, and their widths.

    ``labels`` come first, one to each paper (the list's is empty), then one line to every
    page. The widths are in points; a label of no width is not lettered.
    """

    content: bytes
    labels: Sequence[float]
    lines: Sequence[float]


@dataclass(frozen=True, kw_only=True)
class Merged:
    """A packet: its bytes, and where each paper stands, the list first."""

    content: bytes
    places: tuple[BoundPart, ...]
    claims: bool


def bind(papers: Sequence[ToBind], lettering: Lettering, progress: Progress = NOBODY) -> Merged:
    """Bind papers, the list of them first.

    Raises BrokenPartError for one that turns out to be damaged, and StoppedError.
    """
    return _Binder(papers, lettering, progress).bind()


class _Binder:
    """Binds one packet; used once."""

    def __init__(self, papers: Sequence[ToBind], lettering: Lettering, progress: Progress) -> None:
        from pikepdf import Pdf

        self._papers, self._progress = papers, progress
        self._count = len(lettering.lines)
        self._out = Pdf.new()
        self._tree = PacketTree(self._out)
        self._stamper = Stamper(self._out, self._tree, lettering.content)
        self._widths = lettering
        self._places: list[BoundPart] = []
        self._marks: list[Bookmark] = []
        self._elements: list[Thing] = []
        self._hidden: list[Thing] = []
        self._layers: list[Thing] = []
        self._version = "1.7"
        self._done = 0

    def bind(self) -> Merged:
        from pikepdf import Array

        for number, paper in enumerate(self._papers):
            try:
                self._add(number, paper)
            except StoppedError:
                raise
            except Exception as error:
                # A damaged file shows it anywhere, and the library says so in many ways.
                raise BrokenPartError(number) from error
        self._tree.whole.K = Array(self._elements)
        self._tree.close()
        self._lead_on()
        claims = all(paper.own for paper in self._papers)
        self._finish(claims)
        return Merged(content=self._saved(claims), places=tuple(self._places), claims=claims)

    def _add(self, number: int, paper: ToBind) -> None:
        part = open_part(paper.content)
        self._version = max(self._version, part.pdf.pdf_version)
        first = len(self._out.pages)
        self._marks.append(Bookmark(paper.called, first, None, bookmarks_of(part, first)))
        if not number:
            self._head(part.pdf)
        element, copied = self._copied(part)
        kids = self._tree.take(copied.Tree, element)
        untagged = 0
        for place, page in enumerate(list(copied.Pages)):
            self._progress.at(say("Fogar ihop sida för sida"), self._done, self._count)
            self._append(page)
            kids += self._paged(page, paper, number, place, element, place in part.tagged)
            untagged += place not in part.tagged
            self._done += 1
        self._close_part(element, kids)
        self._places.append(BoundPart(first=first + 1, pages=len(part.pages), untagged=untagged))

    def _copied(self, part: OpenPart) -> tuple["Object", Thing]:
        """Copy a paper into the packet at one go; return its element, and what was copied."""
        from pikepdf import Array, Dictionary, Name

        told = self._tree.prepare(part)
        layers, hidden = _layers(part.pdf)
        for page in part.pages:
            page.Type = Name(_ELSEWHERE)
            if "/Parent" in page:
                del page["/Parent"]
        holder = part.pdf.make_indirect(
            Dictionary(Pages=Array(part.pages), Tree=told, Layers=layers, Hidden=hidden)
        )
        copied = self._out.copy_foreign(holder)
        self._layers += list(copied.Layers)
        self._hidden += list(copied.Hidden)
        element = self._tree.element("Part", self._tree.whole)
        language = str(part.pdf.Root.get("/Lang", "")).strip()
        if language and part.tagged:
            element.Lang = language
        return element, copied

    def _append(self, page: Thing) -> None:
        from pikepdf import Name, Page

        page.Type = Name.Page
        self._out.pages.append(Page(page))
        page.Tabs = Name.S

    def _paged(
        self, page: Thing, paper: ToBind, number: int, place: int, element: "Object", tagged: bool
    ) -> list["Object"]:  # fmt: skip
        """Give a page its number, and tell what nothing else tells; return the new elements."""
        made: list[Object] = []
        sheet = visible_page(page)
        found = follow_page(page, sheet)
        if not tagged:
            made.append(self._figure(page, f"{paper.called}, sida {place + 1}", element))
            found.open = found.over = found.marks = 0
            found.numbered = 1
        label = self._widths.labels[number] if not place else 0.0
        stamp = self._stamper.stamp(
            page, sheet, found, element,
            label=(number, label) if label else None,
            line=(len(self._papers) + self._done, self._widths.lines[self._done]),
        )  # fmt: skip
        return [*stamp, *made, *self._notes(page, element)]

    def _figure(self, page: Thing, where: str, part: "Object") -> "Object":
        """Make of a page without tags one figure that says what it is."""
        from pikepdf import Array, Dictionary, Name, Page

        box = Array([float(each) for each in Page(page).cropbox])
        form = packed_stream(
            self._out, _content(page), Type=Name.XObject, Subtype=Name.Form,
            BBox=Array([float(each) for each in Page(page).mediabox]),
            Resources=page.get("/Resources", Dictionary()),
        )  # fmt: skip
        if "/Group" in page:
            form.Group = page.Group
        page.Contents = packed_stream(self._out, b"/Figure <</MCID 0>> BDC\n/HubraPage Do\nEMC\n")
        page.Resources = Dictionary(XObject=Dictionary(HubraPage=form))
        figure = self._tree.element(
            "Figure", part, Pg=page, K=0,
            Alt=f"{where}, bild av text, inte uppmärkt",
            A=Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box),
        )  # fmt: skip
        page.StructParents = self._tree.key()
        self._tree.numbers[int(page.StructParents)] = Array([figure])
        return figure

    def _notes(self, page: Thing, part: "Object") -> list["Object"]:
        """Take in the links and remarks of a page that no structure tells of."""
        from pikepdf import Dictionary, Name

        made = []
        for note in list(page.get("/Annots", ())):
            if "/StructParent" in note:
                continue
            note.StructParent = self._tree.key()
            held = Dictionary(Type=Name.OBJR, Obj=note, Pg=page)
            tag = "Link" if str(note.Subtype) == "/Link" else "Annot"
            element = self._tree.element(tag, part, Pg=page, K=held)
            self._tree.numbers[int(note.StructParent)] = element
            made.append(element)
        return made

    def _close_part(self, element: "Object", kids: list[Thing]) -> None:
        from pikepdf import Array

        element.K = Array(kids)
        self._elements.append(element)

    def _head(self, first: "Pdf") -> None:
        """Take title, language and metadata from the list of papers."""
        out, root = self._out, first.Root
        for name in ("/Metadata", "/OutputIntents", "/ViewerPreferences", "/Lang"):
            if name in root:
                out.Root[name] = _foreign(out, first, root[name])
        if "/Info" in first.trailer:
            out.trailer["/Info"] = out.copy_foreign(first.trailer.Info)

    def _lead_on(self) -> None:
        """Let the links of the list lead to the papers."""
        from pikepdf import Array, Name

        pages: list[Thing] = [page.obj for page in self._out.pages]
        for page in pages[: self._places[0].pages]:
            for note in page.get("/Annots", ()):
                target = str(note.get("/A", {}).get("/URI", ""))
                if target.startswith(_LINK):
                    place = self._places[int(target.removeprefix(_LINK)) + 1]
                    del note["/A"]
                    note.Dest = Array([pages[place.first - 1], Name.Fit])

    def _finish(self, claims: bool) -> None:
        from pikepdf import Array, Dictionary, Name

        root = self._out.Root
        root.MarkInfo = Dictionary(Marked=True)
        root.PageMode = Name.UseOutlines
        root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=1)]))
        if not claims:
            told = bytes(root.Metadata.read_bytes())
            root.Metadata.write(_CLAIMS.sub(b"", told), filter=None)
        if self._layers:
            shown = Dictionary(Name="Handlingarna", OFF=Array(self._hidden))
            root.OCProperties = Dictionary(OCGs=Array(self._layers), D=shown)
        enter_bookmarks(self._out, self._marks)

    def _saved(self, claims: bool) -> bytes:
        from pikepdf import ObjectStreamMode

        self._progress.at(say("Skriver filen"), self._done, self._count)
        repack_streams(self._out)
        content = self._written(ObjectStreamMode.generate)
        if claims and _HIDDEN_END in content:
            content = self._written(ObjectStreamMode.disable)
        self._progress.go_on()
        return content

    def _go_on(self, _percent: int) -> None:
        """Let other threads have their turn while the library writes, and end where told to."""
        self._progress.go_on()

    def _written(self, mode: "ObjectStreamMode") -> bytes:
        from pikepdf import StreamDecodeLevel

        file = BytesIO()
        self._out.save(
            file, min_version=self._version, deterministic_id=True, fix_metadata_version=False,
            object_stream_mode=mode, stream_decode_level=StreamDecodeLevel.none,
            progress=self._go_on,
        )  # fmt: skip
        return file.getvalue()


def _content(page: Thing) -> bytes:
    """Return what draws a page, its streams parted as a reader parts them."""
    from pikepdf import Array

    held = page.get("/Contents")
    streams = [] if held is None else list(held) if isinstance(held, Array) else [held]
    return b"\n".join(each.read_bytes() for each in streams)


def _foreign(out: "Pdf", source: "Pdf", value: Thing) -> Thing:
    from pikepdf import Object

    if not isinstance(value, Object):
        return value
    return out.copy_foreign(value if value.is_indirect else source.make_indirect(value))


def _layers(pdf: "Pdf") -> tuple[Thing, Thing]:
    """Return the layers of a file, and those that are not shown."""
    from pikepdf import Array

    told: Thing = pdf.Root.get("/OCProperties", {})
    shown: Thing
    layers, shown = list(told.get("/OCGs", ())), told.get("/D", {})
    hidden = list(shown.get("/OFF", ()))
    if str(shown.get("/BaseState", "")) == "/OFF":
        on = {each.objgen for each in shown.get("/ON", ())}
        hidden = [each for each in layers if each.objgen not in on]
    return Array(layers), Array(hidden)
