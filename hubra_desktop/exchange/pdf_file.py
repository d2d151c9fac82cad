"""The data that a printed kallelse carries, read out of the PDF again.

A PDF comes from anywhere and may hold anything: nothing in it is believed. The
library's limits are set before it opens a file, the carried data is unpacked under a
limit of its own and compared with its checksum, and whatever else goes wrong inside
becomes one sentence.
"""

import zlib
from collections.abc import Iterator
from hashlib import md5
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Final

from hubra_desktop.exchange.json_file import ForeignDataError, load
from hubra_desktop.exchange.limits import refuse_large, refuse_many_objects
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.export_bundle import Bundle

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

NAME: Final = "kallelse.json"
LARGEST_DATA: Final = 10 * 1024 * 1024
"""A meeting is some kilobytes; a file made to swell is stopped before it fills the memory."""

_LARGEST_STREAM: Final = 2 * LARGEST_DATA
"""Bytes that one of the file's own streams may unpack to: tables of what lies where."""

_HEAD: Final = 1024
"""Bytes in which readers of PDF look for the file's mark."""

_MOST_ATTACHMENTS: Final = 1000
"""A file with more is looked through no further: the program's own has one."""
_MOST_COMPLAINTS: Final = 1000
"""More than any kallelse has: what a broken or hostile file may keep the window busy with."""


def is_pdf(content: bytes) -> bool:
    """Tell whether a file says that it is a PDF, as readers look for it: near its beginning."""
    return b"%PDF-" in content[:_HEAD]


def load_pdf(content: bytes) -> Bundle:
    """Return what a printed paper carries; raises InputError saying what is wrong with it.

    At most ``limits.LARGEST`` bytes are read, and ``LARGEST_DATA`` unpacked.
    """
    return load_paper(carried(content))


def load_paper(data: bytes) -> Bundle:
    """Return what the data of a printed paper says; raises InputError."""
    try:
        return load(data)
    except ForeignDataError:
        raise refusal(
            "PDF:en bär uppgifter från ett annat program. Välj en kallelse som är sparad som "
            "PDF i det här programmet."
        ) from None


def carried(content: bytes) -> bytes:
    """Return the data in a PDF as it was put there; raises InputError.

    What the data says is for ``load`` to judge.
    """
    if not is_pdf(content):
        raise _damaged()
    refuse_large(content)
    refuse_many_objects(content)
    from pikepdf import PasswordError, Pdf

    hold_limits()
    try:
        with Pdf.open(BytesIO(content)) as pdf:
            return _data(pdf)
    except InputError:
        raise
    except PasswordError:
        raise refusal(
            "PDF:en är skyddad med lösenord. Spara den utan lösenord, och försök igen."
        ) from None
    except Exception:
        # A file made to deceive may have anything where anything else is expected, and the
        # library says so in as many ways; to the user they are one.
        raise _damaged() from None


def hold_limits() -> None:
    """Let the library unpack no more than the program would, and complain no longer.

    It unpacks parts of a file on opening it. The limits hold for the whole process; all
    that reads a PDF by that library asks for them first.
    """
    import logging

    from pikepdf.settings import set_qpdf_limits

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    set_qpdf_limits(flate_max_memory=_LARGEST_STREAM, doc_max_warnings=_MOST_COMPLAINTS)


def _data(pdf: "Pdf") -> bytes:
    streams = list(islice(_candidates(pdf), 2))
    if not streams:
        raise refusal(
            "PDF:en bär inga uppgifter om ett sammanträde. Be den som gjorde den att spara "
            "kallelsen med Spara i annan form och ”Sammanträdet som data i filen” ikryssat."
        )
    if len(streams) > 1:
        raise refusal(
            "PDF:en bär uppgifter från flera håll, och det går inte att veta vilka som "
            "gäller. Välj kallelsen som den sparades."
        )
    data = _unpacked(streams[0])
    if _checksum(streams[0]) != md5(data, usedforsecurity=False).digest():
        raise _damaged()
    return data


def _candidates(pdf: "Pdf") -> Iterator["Object"]:
    """Yield the carried files that are JSON and the source of the page; other files are let be.

    Of several, one of the program's own name is meant.
    """
    specs = [spec.obj for _, spec in islice(pdf.attachments.items(), _MOST_ATTACHMENTS)]
    data = [spec for spec in specs if str(spec.get("/AFRelationship")) == "/Data"]
    files = [(str(spec.get("/UF", spec.get("/F", ""))), spec.EF.F) for spec in data]
    found = [
        (name, file) for name, file in files if str(file.get("/Subtype")) == "/application/json"
    ]
    own = [file for name, file in found if name == NAME]
    yield from own if len(own) == 1 else (file for _, file in found)


def _unpacked(stream: "Object") -> bytes:
    """Return what a stream holds; raises InputError when it is packed oddly or too large."""
    raw = bytes(stream.read_raw_bytes())
    filters = _filters(stream)
    if filters not in ([], ["/FlateDecode"]) or "/DecodeParms" in stream:
        raise refusal(
            "Uppgifterna i PDF:en är packade på ett sätt som programmet inte läser. Välj "
            "kallelsen som den sparades."
        )
    data = zlib.decompressobj().decompress(raw, LARGEST_DATA + 1) if filters else raw
    if len(data) > LARGEST_DATA:
        raise refusal(
            "Uppgifterna i PDF:en är för stora: uppackade får de vara högst {largest} MB. "
            "Välj kallelsen som den sparades.",
            largest=LARGEST_DATA // 2**20,
        )
    return data


def _filters(stream: "Object") -> list[str]:
    from pikepdf import Array

    filters = stream.get("/Filter")
    if filters is None:
        return []
    return [str(each) for each in (filters if isinstance(filters, Array) else [filters])]


def _checksum(stream: "Object") -> bytes:
    return bytes(stream.Params.CheckSum)


def _damaged() -> InputError:
    return refusal(
        "PDF:en är skadad och går inte att läsa. Hämta den på nytt, eller be den som "
        "skickade den om en ny."
    )
