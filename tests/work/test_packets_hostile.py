"""Files made to deceive are bound in time, or lie beside; what comes of them is a whole packet."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from hubra_desktop.work.calling.packet_making import make_packet
from tests.documents.checks import invariants
from tests.documents.reading import run
from tests.documents.samples import HOUSE
from tests.exchange.packets import changed, line, own_paper, packet, part, untagged


def _branches_in_a_circle(pdf: Pdf) -> None:
    root: Any = pdf.Root.StructTreeRoot
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=root.ParentTree.Nums))
    root.ParentTree.Kids = Array([root.ParentTree, root.ParentTree])


def _roles_in_a_circle(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(A=Name.B, B=Name.A, P=Name.P)


def _form_within_itself(pdf: Pdf) -> None:
    form: Any = pdf.make_stream(
        b"/F Do " * 40, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
    )
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    page: Any = pdf.pages[0].obj
    page.Resources.XObject = Dictionary(F=form)
    page.Contents = pdf.make_stream(b"/F Do")


def _bookmarks_in_a_circle(pdf: Pdf) -> None:
    item: Any = pdf.make_indirect(Dictionary(Title=String("x")))
    item.Next = item.First = item.Last = item
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item))


def _no_page_to_speak_of(pdf: Pdf) -> None:
    first: Any = pdf.pages[0].obj
    second: Any = pdf.pages[1].obj
    first.MediaBox, first.Rotate = Array([0, 0, -5, 10**9]), 45
    second.MediaBox, second.UserUnit = Array([0, 0, 0, 0]), 0


def _states_never_restored(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q " * 300 + b"/Span BMC Q")


def _one_note_on_two_pages(pdf: Pdf) -> None:
    leads = Dictionary(S=Name.URI, URI=String("https://example.se"))
    box = Array([0, 0, 9, 9])
    note = pdf.make_indirect(Dictionary(Subtype=Name.Link, Rect=box, A=leads))
    pdf.pages[0].obj.Annots = Array([note])


TAGGED = (_branches_in_a_circle, _roles_in_a_circle)
PLAIN = (
    _form_within_itself, _bookmarks_in_a_circle, _no_page_to_speak_of, _states_never_restored,
    _one_note_on_two_pages,
)  # fmt: skip


@pytest.mark.parametrize("spoil", [*TAGGED, *PLAIN])
def test_a_file_made_to_deceive_is_bound_whole(spoil: Callable[[Pdf], None]) -> None:
    content = own_paper() if spoil in TAGGED else untagged(line("a"), line("b"))
    made = make_packet(packet(part(1, changed(content, spoil))), HOUSE)
    run("qpdf", "--check", data=made.content)
    with Pdf.open(BytesIO(made.content)) as pdf:
        assert len(pdf.pages) == made.pages
        assert invariants(pdf) == []
