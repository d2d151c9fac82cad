"""The structure tree and the catalog, written when everything is drawn.

PDF/A-2a (3a with data) and PDF/UA-1 ask for more than the engine writes: structure elements,
parent tree, links, metadata, output intent, attachments. They are written here as ready
bytes. An element that was never drawn or a figure without alternative text is an error.
"""

from collections.abc import Iterator
from typing import Final
from zlib import compress

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from hubra_desktop.documents.kit import metadata
from hubra_desktop.documents.kit.canvas import LinkArea, MarkedSequence, TaggedCanvas, Trace
from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.engine import BrokenDocumentError, Ready
from hubra_desktop.documents.kit.fonts import FONT_LOCK
from hubra_desktop.documents.kit.metadata import Attachment, Metadata, text_string
from hubra_desktop.documents.kit.table_headings import headings_of_cells, named_tables
from hubra_desktop.documents.kit.tree import MAY_BE_EMPTY, Element, notes_of
from hubra_desktop.model.addresses import uri
from hubra_desktop.model.speech import said

_MARKED: Final = b"<</Marked true>>"
_TITLE_SHOWN: Final = b"<</DisplayDocTitle true>>"
_NOTHING: Final = Trace()


def save(
    canvas: TaggedCanvas, root: Element, meta: Metadata, attachment: Attachment | None = None
) -> bytes:
    """Write everything drawn on ``canvas`` as a tagged file and return its bytes."""
    canvas.finish()
    return _Writer(canvas, root, meta, attachment).file()


class _Writer:
    """Writes one document; used once."""

    def __init__(
        self, canvas: TaggedCanvas, root: Element, meta: Metadata, attachment: Attachment | None
    ) -> None:
        self.canvas = canvas
        self.root = root
        self.meta = meta
        self.attachment = attachment
        self.engine = canvas.engine
        self.page_refs = [
            self.engine.reference(f"Page{place + 1}") for place in range(len(self.engine.pages))
        ]
        self.tables = named_tables(root)
        self.headings: dict[Element, list[Element]] = {}
        for table in self.tables:
            self.headings |= headings_of_cells(table)
        named = dict.fromkeys(each for heads in self.headings.values() for each in heads)
        self.ids = {note: f"note{place:04d}" for place, note in enumerate(notes_of(root), 1)}
        self.ids |= {cell: f"cell{place:04d}" for place, cell in enumerate(named, 1)}
        self.refs: dict[Element, bytes] = {}
        self.objects: dict[Element, Ready] = {}
        self.annotations: list[list[bytes]] = [[] for _ in self.page_refs]
        self.links: list[bytes] = []
        self.tree_root = Ready()

    def file(self) -> bytes:
        """Assemble and return the file."""
        for element in self._drawn():
            self.objects[element] = ready = Ready()
            self.refs[element] = self.engine.register(ready)
        strays = [element for element in self.canvas.traces if element not in self.objects]
        if strays:
            raise BrokenDocumentError(f"{strays[0].tag} was drawn but is not in the tree")
        root = self.engine.register(self.tree_root)
        for element, ready in self.objects.items():
            ready.data = self._element(element, root)
        self.tree_root.data = self._tree_root()
        self._finish_pages()
        packet = self._catalog()
        carried = self.attachment.data if self.attachment else b""
        streams = [page.stream.encode("latin-1") for page in self.engine.pages]
        identity = metadata.identity([packet, carried, *streams])
        with FONT_LOCK:
            return self.engine.close(metadata.info(self.meta), identity)

    def _drawn(self) -> Iterator[Element]:
        """Yield the elements of the tree with inline ones in place; raises for gaps."""
        waiting = [self.root]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(self._below(element))

    def _below(self, element: Element) -> list[Element]:
        """Return what stands in ``element``, block elements and then inline ones."""
        trace = self.canvas.traces.get(element)
        if not element.kids and trace is None and element.tag not in MAY_BE_EMPTY:
            raise BrokenDocumentError(f"{element.tag} was never drawn: {element.text[:60]!r}")
        if element.kids and trace is not None:
            raise BrokenDocumentError(f"{element.tag} holds text beside other elements")
        if element.tag == "Figure" and not clean(element.alt).strip():
            raise BrokenDocumentError("a figure has no spoken text")
        inline = [part for part in trace.content if isinstance(part, Element)] if trace else []
        return [*_read(element), *inline]

    def _element(self, element: Element, root: bytes) -> bytes:
        """Write one structure element and its links."""
        trace = self.canvas.traces.get(element, _NOTHING)
        parent = self.refs[element.parent] if element.parent else root
        marks = [part for part in trace.content if isinstance(part, MarkedSequence)]
        home = marks[0].page if marks else -1
        kids = [self.refs[kid] for kid in _read(element)]
        for part in trace.content:
            if isinstance(part, Element):
                kids.append(self.refs[part])
            elif isinstance(part, MarkedSequence):
                kids.append(self._mark(part, home))
            else:
                kids.append(self._annotation(part))
        entries = [b"/Type /StructElem /S /" + element.tag.encode(), b"/P " + parent]
        if home >= 0:
            entries.append(b"/Pg " + self.page_refs[home])
        if kids:
            entries.append(b"/K " + (kids[0] if len(kids) == 1 else b"[" + b" ".join(kids) + b"]"))
        entries += self._attributes(element, trace)
        return b"<<" + b" ".join(entries) + b">>"

    def _mark(self, mark: MarkedSequence, home: int) -> bytes:
        if mark.page == home:
            return str(mark.mcid).encode()
        page = self.page_refs[mark.page]
        return b"<</Type /MCR /Pg " + page + f" /MCID {mark.mcid}>>".encode()

    def _annotation(self, area: LinkArea) -> bytes:
        key = len(self.page_refs) + len(self.links)
        self.links.append(str(key).encode() + b" " + self.refs[area.element])
        rect = " ".join(f"{edge:.2f}" for edge in area.rect).encode()
        page = self.page_refs[area.page]
        ref = self.engine.register(
            Ready(
                b"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [" + rect + b"]"
                b" /P " + page + b" /StructParent " + str(key).encode()
                + b" /Contents " + text_string(self._aloud(area.element.alt))
                + self._target(area.element)
                + b">>"
            )
        )  # fmt: skip
        self.annotations[area.page].append(ref)
        return b"<</Type /OBJR /Pg " + page + b" /Obj " + ref + b">>"

    def _aloud(self, text: str) -> str:
        """Write what is said of a link with all that it is short for."""
        return said(clean(text), self.canvas.abbreviations)

    def _target(self, link: Element) -> bytes:
        piece = link.pieces[0]
        if piece.goto is not None:
            return self._destination(piece.goto)
        if piece.note is None:
            return b" /A <</S /URI /URI " + text_string(uri(piece.href)) + b">>"
        mark = self._first_mark(piece.note)
        return b" /Dest [" + self.page_refs[mark.page] + b" /Fit]"

    def _destination(self, heading: Element) -> bytes:
        if heading not in self.canvas.destinations:
            raise BrokenDocumentError("a link leads to a heading that was never drawn")
        page, top = self.canvas.destinations[heading]
        return b" /Dest [" + self.page_refs[page] + f" /XYZ 0 {top:.2f} 0]".encode()

    def _first_mark(self, element: Element) -> MarkedSequence:
        for below in element.walk():
            for part in self.canvas.traces.get(below, _NOTHING).content:
                if isinstance(part, MarkedSequence):
                    return part
        raise BrokenDocumentError("a reference leads to a note that was never drawn")

    def _attributes(self, element: Element, trace: Trace) -> list[bytes]:
        """Write the entries of an element that describe it."""
        table = self._of_table(element)
        entries = [b"/A <</O /Table" + table + b">>"] if table else []
        if element.numbering:
            entries.append(b"/A <</O /List /ListNumbering /" + element.numbering.encode() + b">>")
        if trace.box:
            box = " ".join(f"{edge:.2f}" for edge in trace.box).encode()
            entries.append(b"/A <</O /Layout /Placement /Block /BBox [" + box + b"]>>")
        if element.tag == "Figure" or (element.tag == "Link" and element.alt):
            aloud = self._aloud(element.alt) if element.tag == "Link" else clean(element.alt)
            entries.append(b"/Alt " + text_string(aloud))
        if element.expansion:
            entries.append(b"/E " + text_string(element.expansion))
        if element.actual:
            entries.append(b"/ActualText " + text_string(element.actual))
        if element.lang:
            entries.append(b"/Lang " + text_string(element.lang))
        if element in self.ids:
            entries.append(b"/ID " + text_string(self.ids[element]))
        return entries

    def _of_table(self, element: Element) -> bytes:
        """Write what a table is about and what a cell heads, spans and is headed by."""
        entries = b""
        if element in self.tables:
            entries += b" /Summary " + text_string(clean(self.tables[element]))
        if element.scope:
            # The format has no scope of several rows: they name what heads them.
            entries += b" /Scope /" + (b"Column" if element.scope == "Column" else b"Row")
        if self.headings.get(element):
            names = b" ".join(text_string(self.ids[each]) for each in self.headings[element])
            entries += b" /Headers [" + names + b"]"
        if element.colspan > 1:
            entries += f" /ColSpan {element.colspan}".encode()
        return entries

    def _tree_root(self) -> bytes:
        pages = [
            str(place).encode() + b" [" + b" ".join(self.refs[owner] for owner in owners) + b"]"
            for place, owners in enumerate(self.canvas.pages)
        ]
        names = b" ".join(
            text_string(name) + b" " + self.refs[element]
            for element, name in sorted(self.ids.items(), key=lambda pair: pair[1])
        )
        following = str(len(self.page_refs) + len(self.links)).encode()
        return (
            b"<</Type /StructTreeRoot /K " + self.refs[self.root]
            + b" /ParentTree <</Nums [" + b" ".join([*pages, *self.links]) + b"]>>"
            + b" /ParentTreeNextKey " + following
            + (b" /IDTree <</Names [" + names + b"]>>" if self.ids else b"") + b">>"
        )  # fmt: skip

    def _finish_pages(self) -> None:
        for place, page in enumerate(self.engine.pages):
            self.engine.extend(page, StructParents=place, Tabs=PDFName("S"))
            if self.annotations[place]:
                page.Annots = PDFArray([b" ".join(self.annotations[place]).decode()])

    def _catalog(self) -> bytes:
        """Fill the catalog and return the XMP packet."""
        catalog = self.engine.document.Catalog
        packet = metadata.xmp(self.meta, 3 if self.attachment else 2)
        catalog.StructTreeRoot = self.tree_root
        catalog.MarkInfo = Ready(_MARKED)
        catalog.ViewerPreferences = Ready(_TITLE_SHOWN)
        catalog.Metadata = self._stream(packet, b"/Type /Metadata /Subtype /XML")
        shades = compress(metadata.srgb_profile(), 9)
        profile = self.engine.register(self._stream(shades, b"/N 3 /Filter /FlateDecode"))
        intent = (
            b"[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
            b" /Info (sRGB IEC61966-2.1) /DestOutputProfile " + profile + b">>]"
        )
        self.engine.extend(catalog, OutputIntents=intent)
        if self.attachment:
            self._attach(self.attachment)
        return packet

    def _stream(self, data: bytes, entries: bytes) -> Ready:
        size = str(len(data)).encode()
        return Ready(
            b"<<" + entries + b" /Length " + size + b">>\nstream\n" + data + b"\r\nendstream"
        )

    def _attach(self, attachment: Attachment) -> None:
        subtype = attachment.media_type.replace("/", "#2F").encode()
        size = str(len(attachment.data)).encode()
        stream = self.engine.register(
            self._stream(
                compress(attachment.data, 9),
                b"/Filter /FlateDecode /Type /EmbeddedFile /Subtype /" + subtype
                + b" /Params <</Size " + size
                + b" /CheckSum " + metadata.checksum(attachment.data)
                + b" /ModDate " + metadata.stamp(self.meta.day) + b">>",
            )
        )  # fmt: skip
        name = text_string(attachment.name)
        spec = self.engine.register(
            Ready(
                b"<</Type /Filespec /F " + name + b" /UF " + name + b" /Desc "
                + text_string(attachment.description) + b" /AFRelationship /Data"
                b" /EF <</F " + stream + b" /UF " + stream + b">>>>"
            )
        )  # fmt: skip
        names = b"<</EmbeddedFiles <</Names [" + name + b" " + spec + b"]>>>>"
        catalog = self.engine.document.Catalog
        catalog.Names = Ready(names)
        self.engine.extend(catalog, AF=b"[" + spec + b"]")


def _read(element: Element) -> list[Element]:
    """Return the elements in ``element`` that are read; decoration is only seen."""
    return [kid for kid in element.kids if kid.tag != "Artifact"]
