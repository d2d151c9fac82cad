"""A signed paper comes home only if it is what was issued, and each signature holds."""

import datetime as dt
import io
from functools import cache, partial
from typing import Any

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

from hubra_desktop.documents.underskrifter import remarks_on, verdict_on
from hubra_desktop.exchange.signatures import check_signed
from hubra_desktop.exchange.signed_pages import differing_page, differing_whole
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.signatures import SignatureRead, signer_lines
from tests.exchange.signing import signed_by, signer


@cache
def issued(text: str = "Protokoll", pages: int = 2) -> bytes:
    """Return a small file of some pages that say something."""
    pdf = pikepdf.new()
    for number in range(pages):
        pdf.add_blank_page(page_size=(200, 200))
        said = f"BT /F1 12 Tf 20 100 Td ({text} {number}) Tj ET".encode("latin-1")
        pdf.pages[-1].Contents = pdf.make_stream(said)
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def covered(pdf: bytes) -> bytes:
    """Return the file with other content on its second page, appended as a signature is."""
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][1].get_object()
    other = generic.StreamObject(stream_data=b"BT /F1 12 Tf 20 100 Td (Avslag) Tj ET")
    page[generic.pdf_name("/Contents")] = writer.add_object(other)
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def stamped(pdf: bytes) -> bytes:
    """Return the file with a text laid over its first page."""
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    made: Any = generic.DictionaryObject
    note = made(
        {
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Contents"): generic.pdf_string("Avslag"),
        }
    )
    page[generic.pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def fielded(pdf: bytes) -> bytes:
    """Return the file with a signature field nobody signed, a white page of its own, on page 1."""
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(pdf))
    named, numbers = generic.pdf_name, (0, 0, 200, 200)
    number: Any = generic.NumberObject
    box = generic.ArrayObject([number(each) for each in numbers])
    white: Any = generic.StreamObject(stream_data=b"1 g 0 0 200 200 re f BT (Avslag) Tj ET")
    white.update({named("/Subtype"): named("/Form"), named("/BBox"): box})
    made: Any = generic.DictionaryObject
    shown = made({named("/N"): writer.add_object(white)})
    field = made(
        {
            named("/Subtype"): named("/Widget"),
            named("/FT"): named("/Sig"),
            named("/T"): generic.pdf_string("Granskning"),
            named("/Rect"): box,
            named("/AP"): shown,
        }
    )
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page[named("/Annots")] = generic.ArrayObject([writer.add_object(field)])
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


SCRIPT: Any = {generic.pdf_name("/S"): generic.pdf_name("/JavaScript")}


def for_whole(pdf: bytes, name: str, what: Any = None) -> bytes:
    """Return the file with something that holds for all of it, appended as a signature is."""
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(pdf))
    made: Any = generic.DictionaryObject
    writer.root[generic.pdf_name(name)] = made(SCRIPT) if what is None else what
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def shown_in(pdf: bytes, box: tuple[int, int, int, int]) -> bytes:
    """Return the file signed with a signature that is seen in a place of its first page."""
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(pdf))
    append_signature_field(writer, SigFieldSpec("Underskrift", on_page=0, box=box))
    about = PdfSignatureMetadata(field_name="Underskrift")
    out: bytes = sign_pdf(writer, about, signer=signer("Åsa Ek")).getvalue()
    return out


def saved_anew(pdf: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(out, compress_streams=False, linearize=True)
    return out.getvalue()


def bent(pdf: bytes) -> bytes:
    """Return a signed file with one figure of its signature changed."""
    at = pdf.rindex(b"/Contents <") + 600
    return pdf[:at] + (b"0" if pdf[at : at + 1] != b"0" else b"1") + pdf[at + 1 :]


def test_what_was_issued_and_signed_by_two_comes_home() -> None:
    both = signed_by(signed_by(issued()), "Eva Lind")
    found = check_signed(issued(), both)
    assert [each.name for each in found] == ["Åsa Ek", "Eva Lind"]
    assert all(each.sound and each.self_issued and not each.stamped for each in found)
    assert {each.organisation for each in found} == {"Ekköpings kommun"}
    told = signer_lines(found) + verdict_on(found)
    assert "191212121212" not in told
    assert told.startswith("Åsa Ek, Ekköpings kommun, 20")
    assert "byte för byte" in told


FORGED = {
    "no PDF": (b"Hej", "ingen PDF"),
    "unsigned": (issued(), "utan någon underskrift"),
    "another paper": (signed_by(issued("Avslag")), "sidan 1 är en annan"),
    "a page more": (signed_by(issued(pages=3)), "sidan 3 är en annan"),
    "a page covered before it was signed": (signed_by(covered(issued())), "sidan 2 är en annan"),
    "a page covered after it was signed": (covered(signed_by(issued())), "sidan 2 är en annan"),
    "a text laid over": (signed_by(stamped(issued())), "FreeText.* på sidan 1"),
    "saved anew": (signed_by(saved_anew(issued())), "sparad på nytt"),
    "something appended": (issued() + b"\n%tillagt\n", "ingen underskrift"),
    "cut off": (signed_by(issued())[: len(issued()) + 300], "ingen underskrift|kan inte läsas"),
    "a signature without a name": (signed_by(issued(), " "), "säger inte vem"),
    "a bent signature": (bent(signed_by(issued())), "håller inte|kan inte läsas"),
}


@pytest.mark.parametrize("case", FORGED)
def test_what_is_another_is_refused_with_what_differs(case: str) -> None:
    forged, sentence = FORGED[case]
    with pytest.raises(InputError, match=sentence) as caught:
        check_signed(issued(), forged)
    assert caught.value.sentence.endswith(".")


COVERING = {
    "a field nobody signed": (signed_by(fielded(issued())), "Widget.* på sidan 1"),
    "a large signature": (shown_in(issued(), (0, 0, 200, 60)), "fjärdedel av sidan 1"),
}


@pytest.mark.parametrize("case", COVERING)
def test_a_field_is_a_signature_only_if_somebody_signed_in_a_small_place(case: str) -> None:
    assert check_signed(issued(), shown_in(issued(), (0, 0, 100, 60)))
    forged, sentence = COVERING[case]
    with pytest.raises(InputError, match=sentence):
        check_signed(issued(), forged)


WHOLE = {
    "OpenAction": "ändrat: något som ska hända när filen öppnas[.] Filen",
    "AA": "något som ska hända när filen används",
    "Names": "bilagor eller namngivna ställen",
    "OCProperties": "lager som kan döljas",
    "OutputIntents": "färgprofilen",
    "Threads": "”Threads”, som gäller hela filen",
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_holds_for_the_whole_file_is_what_was_issued(name: str) -> None:
    for forged in (
        signed_by(for_whole(issued(), f"/{name}")),
        for_whole(signed_by(issued()), f"/{name}"),
    ):
        with pytest.raises(InputError, match=WHOLE[name]):
            check_signed(issued(), forged)


PDF: Any = generic
"""Its objects are made without types."""
SORTS: dict[str, Any] = {
    "Dictionary": PDF.DictionaryObject,
    "Array": PDF.ArrayObject,
    "Number": partial(PDF.NumberObject, 1),
}


@pytest.mark.parametrize("was", SORTS)
@pytest.mark.parametrize("now", SORTS)
def test_what_holds_for_the_whole_file_is_of_the_same_sort(was: str, now: str) -> None:
    ours, other = (for_whole(issued(), "/Lang", SORTS[each]()) for each in (was, now))
    assert differing_whole(ours, other) == ("" if was == now else "Lang")


def test_a_page_is_made_of_the_same_sorts() -> None:
    with pikepdf.new() as was, pikepdf.new() as now:
        was.add_blank_page()
        now.add_blank_page()
        was.pages[0].obj["/Group"], now.pages[0].obj["/Group"] = (
            pikepdf.Array(),
            pikepdf.Dictionary(),
        )
        files = []
        for each in (was, now):
            each.save(out := io.BytesIO())
            files.append(out.getvalue())
    assert differing_page(*files) == 1


def test_a_name_holds_no_personnummer() -> None:
    names = ("191212121212 Eva Lind", "191212121212")
    found = [check_signed(issued(), signed_by(issued(), each))[0].name for each in names]
    assert found == ["Eva Lind", "Ekköpings kommun"]


def test_what_is_worth_knowing_of_a_signature_is_told() -> None:
    old = signed_by(issued(), "Bo Sund", last=dt.datetime(2020, 1, 1))
    (found,) = check_signed(issued(), old)
    assert found.expired
    assert len(remarks_on(found)) == 3
    assert "Certifikatet gällde inte när det skrevs under." in verdict_on((found,))
    assert remarks_on(SignatureRead(name="Åsa Ek")) == ()
