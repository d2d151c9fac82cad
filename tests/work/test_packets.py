"""A packet is one PDF with all that its papers are, and says of itself what is true."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.dispatch.packets import BoundPacket, PacketPart, Unbound
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.progress import Progress, StoppedError
from hubra_desktop.model.records.meeting import Item, MeetingPaper
from hubra_desktop.work.calling.packet_making import make_packet, write_packet_folder
from hubra_desktop.work.calling.packets import gather_packet, packet_told, rendered_packet
from hubra_desktop.work.commands.meeting_papers import AskForPapers, AttachPaper
from hubra_desktop.work.edits import Change
from tests.documents.checks import invariants, overlooked, problems, rule_failures
from tests.documents.reading import as_list, elements, run, spoken
from tests.documents.samples import HOUSE, picture
from tests.exchange.packets import (
    changed,
    foreign_tags,
    line,
    other_paper,
    own_paper,
    packet,
    part,
    saved,
    untagged,
)
from tests.work.office import Office

CALL = PacketPart(title="Kallelse", name="kallelse.pdf", content=own_paper(), own=True)


def bound(*parts: PacketPart) -> BoundPacket:
    return make_packet(packet(CALL, *parts), HOUSE)


def faults(made: BoundPacket) -> list[str]:
    """Return what the checkers find that every packet must pass, whatever it claims."""
    run("qpdf", "--check", data=made.content)
    with Pdf.open(BytesIO(made.content)) as pdf:
        return [*invariants(pdf), *overlooked(pdf)]


def seen(made: BoundPacket) -> str:
    """Return all that stands on the pages, read aloud or not."""
    return run("pdftotext", "-layout", data=made.content, after=("-",))


def test_own_papers_alone_are_an_archived_packet() -> None:
    made = bound(part(1, other_paper(), own=True))
    assert made.claims
    assert problems(made.content) == []
    assert [(each.first, each.untagged) for each in made.places] == [(2, 0), (4, 0)]
    assert seen(made).count("Handlingar 7 mars 2018 · sida ") == made.pages


def test_two_tagged_and_one_untagged_attachment() -> None:
    scanned = untagged(line("Skannad sida"), line("Andra sidan"))
    made = bound(part(1, own_paper()), part(2, other_paper()), part(3, scanned, item="Ärende 4"))
    assert not made.claims
    assert faults(made) == []
    assert b"pdfaid" not in made.content
    assert b"pdfuaid" not in made.content
    left = [each.split(":")[0] for each in rule_failures(made.content, "ua1")]
    # What a file without embedded fonts and without a claim cannot have, and nothing else.
    assert {each.rsplit("-", 1)[0] for each in left} == {
        "ua1 PDFUA1-FONT-EMBEDDING", "ua1 PDFUA1-FONT-UNICODE-MAPPING",
        "ua1 PDFUA1-ID-PART", "ua1 PDFUA1-ID-SCHEMA",
    }  # fmt: skip
    assert "Bilaga 3: Handling 3, sida 2, bild av text, inte uppmärkt" in spoken(made.content)
    assert "Det gäller Bilaga 3: Handling 3." in spoken(made.content)
    assert [each.tagged for each in made.places] == [True, True, True, False]


def test_names_that_two_papers_use_are_told_apart() -> None:
    made = bound(part(1, foreign_tags("H1")), part(2, foreign_tags("P")))
    # The marks keep the names that they had, whatever the elements are called now.
    assert [each for each in faults(made) if ", its element /" not in each] == []
    with Pdf.open(BytesIO(made.content)) as pdf:
        root: Any = pdf.Root.StructTreeRoot
        means = {str(key): str(each) for key, each in root.RoleMap.items()}
        used = [str(each.S) for each in elements(pdf)]
        ids = [bytes(each.ID) for each in elements(pdf) if "/ID" in each]
        classes = [int(each.SpaceAfter) for _, each in root.ClassMap.items()]
    assert means == {"/Rubrik": "/H1", "/Rubrik-3": "/P"} or set(means.values()) == {"/H1", "/P"}
    assert set(means) <= set(used)
    assert "/H1" in used  # the kallelse's own heading is still one, whatever others call so
    assert len(ids) == len(set(ids))
    assert sorted(classes) == [1, 2]


def test_list_and_bookmarks_lead_to_the_papers() -> None:
    made = bound(part(1, untagged(line("ett"), line("tvåa"[:2]))), part(2, other_paper()))
    with Pdf.open(BytesIO(made.content)) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        links = [
            note.Dest[0].objgen for note in as_list(pdf.pages[0].obj.Annots) if "/Dest" in note
        ]
        with pdf.open_outline() as outline:
            told = [(item.title, len(item.children)) for item in outline.root]
        labels: Any = pdf.Root.PageLabels
        assert str(pdf.Root.Lang) == "sv-SE"
        assert int(labels.Nums[1].St) == 1
    assert [pages.index(each) + 1 for each in links] == [each.first for each in made.places]
    names = [title for title, _ in told]
    assert names == ["Förteckning", "Kallelse", "Bilaga 1: Handling 1", "Bilaga 2: Handling 2"]
    assert told[3][1] > 0


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_line_is_upright_and_covers_nothing(rotate: int) -> None:
    full = "".join(f"{x} 0 4 842 re f\n" for x in range(0, 595, 5)).encode()
    crop = (20, 30, 575, 812)
    made = bound(part(1, untagged(line("ledig"), full, rotate=rotate, crop=crop)))
    assert faults(made) == []
    with Pdf.open(BytesIO(made.content)) as pdf:
        roomy, grown = (pdf.pages[made.places[1].first - 1 + each].obj for each in (0, 1))
        assert [int(each) for each in roomy.CropBox] == list(crop)
        wide, tall = (float(grown.CropBox[n + 2]) - float(grown.CropBox[n]) for n in (0, 1))
    assert (wide, tall) == ((577, 782) if rotate % 180 else (555, 804))
    assert seen(made).count("Bilaga 1 · Handlingar 7 mars 2018 · sida") == 1


def _with_field(pdf: Pdf) -> None:
    shown = pdf.make_stream(b"", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    page: Any = pdf.pages[0].obj
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("namn"), TU=String("Namn"),
            V=String("Åsa Ek"), Rect=Array([10, 10, 90, 30]), AP=Dictionary(N=shown),
        )
    )  # fmt: skip
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    film = pdf.make_indirect(Dictionary(Subtype=Name.Screen, Rect=Array([0, 0, 9, 9]), A=script))
    page.Annots = Array([field, film])
    page.AA = Dictionary(O=script)
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array([field])))
    pdf.Root.OpenAction = script


def test_fields_are_kept_as_what_they_say_and_nothing_runs() -> None:
    made = bound(part(1, changed(untagged(line("blankett")), _with_field)))
    assert faults(made) == []
    with Pdf.open(BytesIO(made.content)) as pdf:
        notes: Any = as_list(pdf.pages[made.places[1].first - 1].obj.Annots)
        assert [(str(each.Subtype), str(each.Contents)) for each in notes] == [
            ("/Stamp", "Namn: Åsa Ek")
        ]
        assert "/AcroForm" not in pdf.Root
        plain = saved(pdf, qdf=True)
    assert b"JavaScript" not in plain
    assert b"OpenAction" not in plain


def _locked() -> bytes:
    with Pdf.open(BytesIO(untagged(line("låst"[:1])))) as pdf:
        return saved(pdf, encryption=Encryption(owner="x", user="y"))


def _dynamic(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=String("<xdp/>"))


UNBOUND = {
    Unbound.LOCKED: _locked(),
    Unbound.DYNAMIC: changed(untagged(b""), _dynamic),
    Unbound.PORTFOLIO: changed(
        untagged(b""), lambda pdf: pdf.Root.__setattr__("Collection", Dictionary())
    ),
    Unbound.DAMAGED: b"%PDF-1.7 avbruten",
    Unbound.OTHER: b"PK\x03\x04 en arbetsbok",
    Unbound.MISSING: b"",
}


def test_what_cannot_be_bound_is_listed_with_the_reason() -> None:
    parts = [part(number, each) for number, each in enumerate(UNBOUND.values(), 1)]
    hidden = part(9, own_paper(), left_out="Omfattas av sekretess.")
    made = bound(*parts, hidden)
    assert [each.unbound for each in made.packet.parts[1:-1]] == list(UNBOUND)
    heard = spoken(made.content)
    for why in UNBOUND:
        assert why.swedish in heard
    assert "Omfattas av sekretess." in heard
    assert len(made.beside) == 5
    assert made.claims
    assert problems(made.content) == []


def test_damage_met_on_the_way_leaves_the_paper_beside() -> None:
    def cut(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents.write(b"inget zlib", filter=Name.FlateDecode)

    made = bound(part(1, changed(untagged(line("hel")), cut)), part(2, other_paper()))
    assert made.packet.parts[1].unbound is Unbound.DAMAGED
    assert not made.packet.parts[2].unbound
    assert faults(made) == []


def test_pictures_become_tagged_pages() -> None:
    made = bound(part(1, picture(600, 300), name="foto.png"))
    assert made.claims
    assert problems(made.content) == []
    assert "Bild: Bilaga 1: Handling 1" in spoken(made.content)


class _Stops(Progress):
    def __init__(self, after: int) -> None:
        self._left = after

    @property
    def stopped(self) -> bool:
        self._left -= 1
        return self._left < 0


@pytest.mark.parametrize("after", [0, 3, 6])
def test_it_can_be_stopped_and_leaves_nothing(after: int, tmp_path: Path) -> None:
    with pytest.raises(StoppedError):
        make_packet(packet(CALL, part(1, other_paper())), HOUSE, _Stops(after))
    with pytest.raises(StoppedError):
        write_packet_folder(packet(CALL, CALL, CALL), HOUSE, tmp_path / "paket", _Stops(0))
    assert not list(tmp_path.iterdir())


def test_folder_holds_the_list_and_numbered_files(tmp_path: Path) -> None:
    folder = tmp_path / "paket"
    sheet = part(2, b"PK\x03\x04", name="kalkyl.xlsx", unbound=Unbound.OTHER)
    names = write_packet_folder(packet(CALL, part(1, other_paper()), sheet), HOUSE, folder)
    assert names == (
        "00 Förteckning.pdf", "01 Kallelse.pdf", "02 Bilaga 1, Handling 1.pdf",
        "03 Bilaga 2, Handling 2.xlsx",
    )  # fmt: skip
    assert sorted(each.name for each in folder.iterdir()) == sorted(names)
    assert problems((folder / names[0]).read_bytes()) == []
    assert (folder / names[3]).read_bytes() == sheet.content
    with pytest.raises(InputError, match="Det finns redan"):
        write_packet_folder(packet(CALL), HOUSE, folder)


def _attached(office: Office) -> None:
    for item, closed in (("a", True), ("b", False)):
        office.run(Change(Item, item, {"closed": closed, "public_title": "Ett ärende"}))
    day = dt.date(2019, 4, 20)
    for number, item in enumerate(("a", "b", "c")):
        content = untagged(line(f"nummer {number}"))
        office.run(AttachPaper(office.meeting, f"Handling {number}.pdf", content, day, item))
    office.run(AskForPapers(office.meeting, (MeetingPaper(title="Lägesbild", author="Åsa Ek"),)))


def test_packet_of_a_meeting_holds_what_its_audience_may_read(office: Office) -> None:
    _attached(office)
    papers = office.sheet().papers
    values = {"left_out": True, "left_out_reason": "Delas ut vid mötet."}
    office.run(Change(MeetingPaper, papers[2].id, values))
    with office.workspace.read() as reader:
        inner = gather_packet(reader, office.meeting)
        public = gather_packet(reader, office.meeting, Audience.PUBLIC)
    told = [(each.title, each.label, each.item) for each in inner.packet.parts]
    assert told == [
        ("Kallelse", "", ""), ("Handling 0", "Bilaga 1", "Ärende 1"),
        ("Handling 1", "Bilaga 2", "Ärende 2"), ("Handling 2", "", "Ärende 3"),
        ("Lägesbild", "Bilaga 3", ""),
    ]  # fmt: skip
    assert (inner.packet.internal, public.packet.internal) == (True, False)
    assert [each.title for each in public.packet.parts] == [
        "Kallelse", "Handling 1", "Handling 2", "Lägesbild"
    ]  # fmt: skip
    made = make_packet(rendered_packet(public), public.style)
    with Pdf.open(BytesIO(made.content)) as pdf:
        plain = saved(pdf, qdf=True)
    assert b"nummer 0" not in plain
    assert "Handling 0" not in spoken(made.content)
    assert "Delas ut vid mötet." in spoken(made.content)
    assert "har inte kommit in" in spoken(made.content)
    assert packet_told(made).startswith("3 sidor, 0,")
