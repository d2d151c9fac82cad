"""The file that a recorded meeting was written down in: TXT, VTT or DOCX, read and let be.

Of a document only the words of its body are read, as they come; nothing in it is run,
followed or unpacked beside them.
"""

import io
import zipfile
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from typing import Final

from hubra_desktop.exchange.limits import refuse_large
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.invisible import seen_text
from hubra_desktop.model.kept_files import ending_of
from hubra_desktop.model.minutes.transcript import Said, read_transcript_text

ENDINGS: Final = (".vtt", ".txt", ".docx")
"""The endings that are read, the one with the most told in it first."""

LARGEST_TRANSCRIPT: Final = 20 * 1024 * 1024
"""Bytes of a file: ten hours of speech are one hundredth of it."""

_LARGEST_BODY: Final = 30 * 1024 * 1024
"""Bytes that the body of a document may unpack to."""

_BODY: Final = "word/document.xml"
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS: Final = {f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}tab": " "}


def read_transcript(name: str, content: bytes) -> tuple[Said, ...]:
    """Return what a file says was said; raises InputError where it cannot be read."""
    refuse_large(content, LARGEST_TRANSCRIPT)
    ending = ending_of(name)
    if ending not in ENDINGS:
        raise refusal("Välj en transkription som är sparad som .vtt, .txt eller .docx.")
    text = _document(content) if ending == ".docx" else _decoded(content)
    if "\0" in text:
        raise refusal("Filen är ingen text. Spara transkriptionen som .txt, .vtt eller .docx.")
    said = read_transcript_text(seen_text(text))
    if not said:
        raise refusal("Det står inget i filen. Välj den fil som transkriptionen sparades i.")
    return said


def _decoded(content: bytes) -> str:
    """Read text as its mark says, else as UTF-8 if it is that, else as Windows wrote it."""
    try:
        marked = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        return content.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _document(content: bytes) -> str:
    """Return the words of a document's body, a line for each paragraph and line break."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            part = packed.getinfo(_BODY)
            if part.file_size > _LARGEST_BODY:
                raise refusal(
                    "Dokumentet är för stort. Spara bara transkriptionen i ett eget dokument."
                )
            body = packed.read(part)
        return "".join(_words(body))
    except InputError:
        raise
    except Exception:  # what a broken document makes of its readers is anyone's guess
        raise refusal(
            "Dokumentet är skadat, eller låst med lösenord. Öppna det i Word och spara det på "
            "nytt som .docx."
        ) from None


def _words(body: bytes) -> Iterator[str]:
    from defusedxml.ElementTree import iterparse

    for _, element in iterparse(io.BytesIO(body), events=("end",), forbid_dtd=True):
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in _BREAKS:
            yield _BREAKS[element.tag]
        elif element.tag == f"{_WORD}p":
            yield "\n"
            element.clear()
