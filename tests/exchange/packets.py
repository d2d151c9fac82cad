"""Papers to bind in tests: the program's own, and files as other programs make them."""

import datetime as dt
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.model.dispatch.packets import Packet, PacketPart
from tests.documents.samples import HOUSE, everything, unusual


@cache
def own_paper() -> bytes:
    """Print a kallelse with a table, notes and links."""
    meeting = replace(everything(), place="A-salen")
    return to_pdf(kallelse_manuscript(meeting, HOUSE, draft=False))


@cache
def other_paper() -> bytes:
    """Print another paper of the program's own."""
    return to_pdf(kallelse_manuscript(unusual(), HOUSE, draft=False))


def changed(content: bytes, change: Any) -> bytes:
    """Return a file after ``change`` has been at it."""
    with Pdf.open(BytesIO(content)) as pdf:
        change(pdf)
        return saved(pdf)


def saved(pdf: Pdf, **how: Any) -> bytes:
    """Return a file's bytes."""
    out = BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def untagged(*texts: bytes, rotate: int = 0, crop: tuple[int, ...] = ()) -> bytes:
    """Make a file without tags; each text is a page's content, drawn in Helvetica."""
    with Pdf.new() as pdf:
        font = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        )
        for text in texts:
            pdf.add_blank_page(page_size=(595, 842))
            page = pdf.pages[-1].obj
            page.Contents = pdf.make_stream(text)
            page.Resources = Dictionary(Font=Dictionary(F1=font))
            page.Rotate = rotate
            if crop:
                page.CropBox = Array(crop)
        return saved(pdf)


def line(text: str, x: float = 72, y: float = 700) -> bytes:
    """Return what shows a line of text."""
    return f"BT /F1 12 Tf {x} {y} Td ({text}) Tj ET\n".encode("ascii")


def foreign_tags(means: str) -> bytes:
    """Return a tagged paper as others make it: own role, class and ID names, as all use them."""

    def change(pdf: Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        root.RoleMap = Dictionary(Rubrik=Name(f"/{means}"), H1=Name.P)
        root.ClassMap = Dictionary(Klass=Dictionary(O=Name.Layout, SpaceAfter=len(means)))
        top: Any = root.K
        first, second = list(top.K)[:2]
        first.S, first.C = Name.Rubrik, Name.Klass
        first.ID = String("samma")
        root.IDTree = Dictionary(Names=Array([String("samma"), first]))
        assert second is not None

    return changed(own_paper(), change)


def packet(*parts: PacketPart, **changes: Any) -> Packet:
    """Make a packet of parts."""
    told: dict[str, Any] = {
        "title": "Handlingar till sammanträdet den 7 mars 2018",
        "running": "Handlingar 7 mars 2018",
        "body": "Lövstabros brottsförebyggande råd",
        "day": dt.date(2018, 3, 7),
    }
    return Packet(**{**told, **changes}, parts=parts)


def part(number: int, content: bytes, **changes: Any) -> PacketPart:
    """Make a part of a packet: an attached PDF, or whatever ``changes`` say."""
    told: dict[str, Any] = {
        "title": f"Handling {number}",
        "label": f"Bilaga {number}",
        "name": f"handling {number}.pdf",
    }
    return PacketPart(**{**told, **changes}, content=content)
