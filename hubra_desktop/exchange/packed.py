"""The zip that a workbook is, looked through before anything of it is believed.

What a member unpacks to is never more than it says: the zip's reader stops there. So the
sizes that are said bound the memory and the counts of what is really there bound the
time. Small parts that are built into objects one by one, such as styles, have bounds of
their own. No part may define entities, nor be written in a way that hides it.
"""

import io
import re
import zipfile
from typing import Final

from hubra_desktop.exchange.limits import MOST_CELLS
from hubra_desktop.model.errors import InputError, refusal

_MOST_PARTS: Final = 2_000
"""A workbook has a few dozen parts, a zip made to deceive may have millions."""

_LARGEST_UNPACKED: Final = 150 * 1024 * 1024
"""Bytes that a workbook may unpack to: the most cells, with what stands in them."""

_MOST_TAGS: Final = 12_000_000
"""Tags of all sheets: six to each of the most cells."""

_MOST_STRINGS: Final = 2_000_000
"""Tags of the texts that cells share: half a million of them."""

_LARGEST_SMALL: Final = 16 * 1024 * 1024
_MOST_SMALL: Final = 300_000
"""Bytes and tags of a part that is neither a sheet nor the shared texts."""

_LIGHT: Final = 2 * 1024 * 1024
"""Bytes unpacked that are read in about a second, whatever they are."""

_CHUNK: Final = 1024 * 1024
_ENTITIES: Final = (b"<!DOCTYPE", b"<!ENTITY")
_ENCODING: Final = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_PLAIN: Final = (b"utf-8", b"us-ascii", b"ascii")
_UNREAD: Final = re.compile(
    r"xl/(?:pivotCache|pivotTables|drawings|media|comments|calcChain|externalLinks|charts|"
    r"queryTables|printerSettings|embeddings)"
)
"""What the reader of rows passes by."""


def is_light(content: bytes) -> bool:
    """Tell whether a workbook is so small that reading it cannot take long.

    What is no zip at all is told as soon as it is read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return sum(part.file_size for part in packed.infolist()) <= _LIGHT
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return True


def refuse_bomb(content: bytes) -> None:
    """Raise InputError for a workbook that unpacks to too much, or defines entities."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if len(parts) > _MOST_PARTS or sum(each.file_size for each in parts) > _LARGEST_UNPACKED:
            raise _bomb()
        tags = 0
        for part in parts:
            if not _UNREAD.match(part.filename):
                tags += _tags(packed, part)
        if tags > _MOST_TAGS:
            raise _bomb()


def _tags(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Return how many tags a part has; raises InputError for one that is made to deceive."""
    name = part.filename.casefold()
    sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
    most = _MOST_STRINGS if name.endswith("sharedstrings.xml") else _MOST_SMALL
    if not sheet and most == _MOST_SMALL and part.file_size > _LARGEST_SMALL:
        raise _bomb()
    tags, tail = 0, b""
    with packed.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if not tail:
                _refuse_encoding(chunk)
            searched = tail + chunk
            if any(word in searched for word in _ENTITIES):
                raise broken_workbook()
            tags += chunk.count(b"<")
            if not sheet and tags > most:
                raise _bomb()
            tail = searched[-16:]
    return tags


def _refuse_encoding(begins: bytes) -> None:
    """Refuse a part in another encoding, in which an entity would look like something else."""
    told = _ENCODING.match(begins.removeprefix(b"\xef\xbb\xbf").lstrip()[:1000])
    if b"\x00" in begins[:4] or (told and told[1].lower() not in _PLAIN):
        raise broken_workbook()


def _bomb() -> InputError:
    return refusal(
        "Filen packar upp till orimligt mycket och läses inte: högst {largest} MB och "
        "{cells} miljoner celler. Spara bara tabellen i en ny fil.",
        largest=_LARGEST_UNPACKED >> 20,
        cells=MOST_CELLS // 1_000_000,
    )


def broken_workbook() -> InputError:
    """Return the refusal of a workbook that is damaged or none."""
    return refusal(
        "Arbetsboken är skadad, eller filen är ingen hel XLSX-fil. Öppna den i "
        "kalkylprogrammet och spara den på nytt som .xlsx."
    )
