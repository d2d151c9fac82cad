"""The file of a recorded meeting: text, captions, a document, and what is none of them."""

import io
import zipfile

import pytest

from hubra_desktop.exchange.transcript_file import read_transcript
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.transcript import Said

BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "{}</w:body></w:document>"
)
TALK = (
    "<w:p><w:r><w:t>Eva Lind</w:t><w:tab/><w:t>0:03</w:t><w:br/><w:t>Jag öppnar</w:t></w:r>"
    "<w:r><w:t> mötet.</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Välkomna.</w:t></w:r></w:p>"
)
SAID = (Said("Jag öppnar mötet. Välkomna.", 3, "Eva Lind"),)


def document(body: str, name: str = "word/document.xml") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, body)
    return held.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_its_letters(encoding: str) -> None:
    assert read_transcript("Möte.TXT", "Åsa Ek: Hej på dig.".encode(encoding)) == (
        Said("Hej på dig.", None, "Åsa Ek"),
    )


def test_a_document_is_read_by_its_words() -> None:
    assert read_transcript("möte.docx", document(BODY.format(TALK))) == SAID


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("möte.doc", b"x", "sparad som"),
        ("möte.txt", b" \n", "Det står inget"),
        ("möte.txt", b"a\0b", "ingen text"),
        ("möte.docx", b"PK", "skadat"),
        ("möte.docx", document("<w", "word/document.xml"), "skadat"),
        ("möte.docx", document(BODY.format(TALK), "annat.xml"), "skadat"),
        ("möte.docx", document('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "skadat"),
        ("möte.docx", document(BODY.format(" " * (31 << 20))), "för stort"),
        ("möte.txt", b"a" * (21 << 20), "för stor"),
    ],
)
def test_what_is_no_transcript_says_so(name: str, content: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_transcript(name, content)
