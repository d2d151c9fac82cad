"""A kallelse read back from its own PDF, and every other PDF refused in one sentence."""

import json
import subprocess
import sys
import zlib
from contextlib import suppress
from hashlib import md5
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.exchange.json_file import VERSION, dump, load
from hubra_desktop.exchange.limits import LARGEST
from hubra_desktop.exchange.pdf_file import LARGEST_DATA, carried, is_pdf, load_pdf
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.language import set_language
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.paths import resource
from tests.exchange.bundles import bundles

DEMO = load(resource("demo", "huddinge.json").read_bytes())
DATA = dump(Bundle(bodies=DEMO.bodies, persons=DEMO.persons, meetings=DEMO.meetings))
DAMAGED = "PDF:en är skadad"
NOTHING = "PDF:en bär inga uppgifter"


def paper(data: bytes | None = DATA) -> bytes:
    return to_pdf(
        kallelse_manuscript(
            DEMO.meetings[-1], DEMO.house_style or HouseStyle(), draft=False, data=data
        )
    )


PAPER = paper()


def saved(pdf: Pdf, **how: Any) -> bytes:
    out = BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def refusal(content: bytes) -> str:
    with pytest.raises(InputError) as refused:
        load_pdf(content)
    sentence = refused.value.sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def stream(pdf: Pdf, data: bytes, **entries: Any) -> pikepdf.Object:
    """Make a carried JSON file; ``entries`` are put in the place of the right ones."""
    checksum = String(md5(data, usedforsecurity=False).digest())
    own = {"Subtype": Name("/application/json"), "Params": Dictionary(CheckSum=checksum)}
    made = pdf.make_stream(data)
    for name, value in (own | entries).items():
        if value is not None:
            made[f"/{name}"] = value
    return made


def spec(pdf: Pdf, file: pikepdf.Object, name: str = "kallelse.json", **entries: Any) -> Any:
    own = {"Type": Name.Filespec, "F": String(name), "UF": String(name)}
    own |= {"AFRelationship": Name.Data, "EF": Dictionary(F=file, UF=file)}
    return pdf.make_indirect(Dictionary(**(own | entries)))


def blank() -> Pdf:
    pdf = Pdf.new()
    pdf.add_blank_page()
    return pdf


def carrying(pdf: Pdf, *specs: Any) -> bytes:
    names = [part for place, each in enumerate(specs) for part in (String(f"{place}"), each)]
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))
    return saved(pdf, compress_streams=False)


def with_data(data: bytes, **entries: Any) -> bytes:
    pdf = blank()
    return carrying(pdf, spec(pdf, stream(pdf, data, **entries)))


def test_a_kallelse_tells_its_meeting_to_the_letter() -> None:
    assert carried(PAPER) == DATA
    assert load_pdf(PAPER) == load(DATA)


@given(bundle=bundles())
def test_whatever_a_register_holds_comes_back(bundle: Bundle) -> None:
    assert dump(load_pdf(with_data(dump(bundle)))) == dump(bundle)


@pytest.mark.parametrize(
    "how",
    [
        {"compress_streams": True, "recompress_flate": True},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True},
        {"encryption": Encryption(owner="ägare", user="", R=6)},
    ],
    ids=["packed", "object streams", "linear", "owner's password"],
)
def test_a_kallelse_saved_anew_by_another_program_is_still_read(how: dict[str, Any]) -> None:
    with Pdf.open(BytesIO(PAPER)) as pdf:
        assert carried(saved(pdf, **how)) == DATA


def test_bytes_before_the_head_and_after_the_end_do_no_harm() -> None:
    content = b"\n\n" + PAPER + b"\n" * 20
    assert is_pdf(content)
    assert carried(content) == DATA


def test_other_attachments_are_let_be() -> None:
    pdf = blank()
    other = stream(pdf, b"hej", Subtype=Name("/text/plain"))
    source = spec(pdf, stream(pdf, b"{}"), "annat.json", AFRelationship=Name.Source)
    own = spec(pdf, stream(pdf, DATA))
    rival = spec(pdf, stream(pdf, b"{}"), "annat.json")
    assert carried(carrying(pdf, spec(pdf, other, "a.txt"), source, own, rival)) == DATA


def test_a_pdf_that_would_do_something_when_opened_does_nothing_here() -> None:
    pdf = blank()
    script = String("app.alert('hej')")
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=script)
    assert carried(carrying(pdf, spec(pdf, stream(pdf, DATA)))) == DATA


def test_without_data_it_is_said_where_such_papers_come_from() -> None:
    for content in (paper(None), saved(blank()), with_data(DATA, Subtype=Name("/text/plain"))):
        assert refusal(content).startswith(f"{NOTHING} om ett sammanträde.")


def test_data_from_several_sources_is_not_guessed_at() -> None:
    pdf = blank()
    specs = [spec(pdf, stream(pdf, DATA), name) for name in ("a.json", "b.json")]
    assert "från flera håll" in refusal(carrying(pdf, *specs))
    twice = blank()
    specs = [spec(twice, stream(twice, DATA)) for _ in range(2)]
    assert "från flera håll" in refusal(carrying(twice, *specs))


@pytest.mark.parametrize("data", [b'{"faktura": 1}', b"[]", b'{"format": "annat", "version": 1}'])
def test_data_of_another_program_is_refused(data: bytes) -> None:
    assert refusal(paper(data)).startswith("PDF:en bär uppgifter från ett annat program. Välj")


def test_data_of_a_later_release_is_refused() -> None:
    later = json.dumps({"format": "hubra", "version": VERSION + 1}).encode()
    assert "nyare utgåva" in refusal(paper(later))


def test_what_is_no_pdf_or_no_whole_one_is_refused() -> None:
    for content in (b"", b"hej", DATA, b"%PDF-", b"%PDF-1.7\n%%EOF", b"%PDF-1.7" + bytes(9999)):
        assert refusal(content).startswith(DAMAGED)
    assert refusal(PAPER[:700]).startswith(DAMAGED)


@pytest.mark.parametrize("encryption", [Encryption(user="hemligt", owner="hemligt", R=6)])
def test_a_password_is_asked_to_be_taken_away(encryption: Encryption) -> None:
    with Pdf.open(BytesIO(PAPER)) as pdf:
        locked = saved(pdf, encryption=encryption)
    assert refusal(locked).startswith("PDF:en är skyddad med lösenord")


def test_a_file_too_large_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pdf, "open", None)
    assert refusal(PAPER + bytes(LARGEST)) == "Filen är för stor. Högst 50 MB kan läsas in."


def packed(size: int) -> bytes:
    """Pack spaces tightly, without ever holding them all."""
    packer = zlib.compressobj(9)
    block = b" " * 2**20
    parts = [packer.compress(block) for _ in range(size // 2**20)]
    return b"".join([*parts, packer.flush()])


BOMB = packed(100 * 2**20)


def peak_of(content: bytes, tmp_path: Path) -> tuple[str, int]:
    """Read a PDF in a process of its own; return its refusal and memory's peak in MB."""
    path = tmp_path / "in.pdf"
    path.write_bytes(content)
    code = (
        "import resource, sys, pathlib\n"
        "from hubra_desktop.exchange.pdf_file import load_pdf\n"
        "from hubra_desktop.model.errors import InputError\n"
        "import pikepdf\n"
        "content = pathlib.Path(sys.argv[1]).read_bytes()\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: load_pdf(content)\n"
        "except InputError as refusal: print(refusal.sentence)\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=True)
    assert done.stderr == b""
    sentence, grown = done.stdout.decode().splitlines()
    return sentence, int(grown)


def test_a_stream_that_swells_is_stopped_in_time(tmp_path: Path) -> None:
    pdf = blank()
    file = stream(pdf, b"")
    file.write(BOMB, filter=Name.FlateDecode)
    sentence, grown = peak_of(carrying(pdf, spec(pdf, file)), tmp_path)
    assert "Uppgifterna i PDF:en är för stora: uppackade får de vara högst 10 MB." in sentence
    assert grown < 60


def test_a_large_stream_that_is_not_packed_is_refused() -> None:
    assert "högst 10 MB" in refusal(with_data(b" " * (LARGEST_DATA + 1)))
    assert "JSON" in refusal(with_data(b" " * LARGEST_DATA))


def test_objects_that_swell_are_stopped_in_time(tmp_path: Path) -> None:
    """The file's own directory is a stream that would fill the memory."""
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    head += b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
    entries = b"/Type/XRef/Size 15000000/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length %d"
    table = b"6 0 obj\n<<" + entries % len(BOMB) + b">>stream\n" + BOMB + b"\nendstream\nendobj\n"
    whole = head + table + b"startxref\n%d\n%%%%EOF\n" % len(head)
    sentence, grown = peak_of(whole, tmp_path)
    assert sentence.startswith(DAMAGED)
    assert grown < 200


@pytest.mark.parametrize(
    "entries",
    [
        {"Filter": Name.LZWDecode},
        {"Filter": Array([Name.FlateDecode, Name.FlateDecode])},
        {"Filter": Array([Name.ASCIIHexDecode])},
        {"DecodeParms": Dictionary(Predictor=12, Columns=4)},
    ],
    ids=["lzw", "twice", "hex", "predicted"],
)
def test_data_packed_in_other_ways_is_refused(entries: dict[str, Any]) -> None:
    assert "packade på ett sätt" in refusal(with_data(DATA, **entries))


@pytest.mark.parametrize(
    "entries",
    [
        {"Params": None},
        {"Params": Dictionary()},
        {"Params": Dictionary(CheckSum=String("fel"))},
        {"Params": 7},
        {"Filter": Name.FlateDecode},
    ],
    ids=["no params", "no checksum", "wrong checksum", "odd params", "not packed"],
)
def test_data_that_is_not_what_was_put_there_is_refused(entries: dict[str, Any]) -> None:
    assert refusal(with_data(DATA, **entries)).startswith(DAMAGED)


@pytest.mark.parametrize(
    "odd", [7, Array([]), Name.F, String("x"), Dictionary()], ids=list("nafsd")
)
def test_anything_where_a_file_is_expected_is_refused(odd: Any) -> None:
    pdf = blank()
    file = stream(pdf, DATA)
    for broken in (odd, spec(pdf, file, EF=odd), spec(pdf, file, EF=Dictionary(F=odd))):
        assert refusal(carrying(pdf, broken)).startswith((DAMAGED, NOTHING))
    pdf.Root.Names = odd
    assert refusal(saved(pdf)).startswith((DAMAGED, NOTHING))


def test_names_that_lead_round_in_a_ring_end() -> None:
    pdf = blank()
    tree = pdf.make_indirect(Dictionary())
    tree.Kids = Array([tree, tree])
    pdf.Root.Names = Dictionary(EmbeddedFiles=tree)
    assert refusal(saved(pdf)).startswith((DAMAGED, NOTHING))


def right_or_refused(content: bytes) -> None:
    """Read a file that came from the paper: all of its data, or an InputError."""
    with suppress(InputError):
        assert carried(content) == DATA


@given(st.integers(0, len(PAPER)))
def test_a_kallelse_cut_short_is_read_right_or_refused(length: int) -> None:
    right_or_refused(PAPER[:length])


places = st.integers(0, len(PAPER) - 1) | st.integers(
    PAPER.index(b"/EmbeddedFile") - 200, PAPER.index(b"/EmbeddedFile") + 3000
)


@given(st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=20))
def test_a_kallelse_with_wrong_bytes_is_read_right_or_refused(
    wrong: list[tuple[int, int]],
) -> None:
    content = bytearray(PAPER)
    for place, byte in wrong:
        content[place] = byte
    right_or_refused(bytes(content))


def test_nothing_is_said_but_the_sentence(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    for length in range(0, len(PAPER), 997):
        right_or_refused(PAPER[:length])
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_refusals_are_english_where_the_window_is() -> None:
    set_language("en")
    try:
        assert refusal(b"%PDF-").startswith("The PDF is damaged")
        assert refusal(saved(blank())).startswith("The PDF carries no data")
    finally:
        set_language("sv")
