"""What files may be kept in a register: paper-like ones of sane size, told by what is in them.

A file's name says little of what it is: a program may be called ``kvitto.pdf``. So each
kind that is taken is known by how its content begins, and all else is refused. Nothing in
a file is run or opened here.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import figure
from hubra_desktop.model.wording import quoted

LARGEST: Final = 10_000_000
"""Bytes of evidence: thirty scanned pages. What is kept is copied with every backup."""

LARGEST_PAPER: Final = 25_000_000
"""Bytes of a meeting's paper: a report with pictures, and what most mail servers take."""

_GB: Final = 1_000_000_000
_MB: Final = 1_000_000
_KB: Final = 1_000

_PROGRAMS: Final = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\x4c\0\0\0")
"""How programs begin: Windows, Linux, macOS (two), and Windows' shortcuts."""

_RUN: Final = frozenset(
    {".exe", ".com", ".bat", ".cmd", ".scr", ".pif", ".msi", ".dll", ".ps1", ".vbs", ".vbe", ".js",
     ".jse", ".wsf", ".hta", ".jar", ".sh", ".app", ".lnk", ".reg", ".docm", ".xlsm", ".pptm"}
)  # fmt: skip
"""Endings of what a double click runs, documents with macros among them."""

_OFFICE: Final[Mapping[str, tuple[str, ...]]] = {
    ".docx": ("word/document.xml",),
    ".xlsx": ("xl/workbook.xml",),
    ".pptx": ("ppt/presentation.xml",),
    ".odt": ("content.xml", "mimetype"),
    ".ods": ("content.xml", "mimetype"),
}
"""What the archives of an office hold (ECMA-376, OpenDocument 1.3)."""

_MACROS: Final = re.compile(r"(^|/)(vbaProject\.bin|Basic/)", re.IGNORECASE)


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(starts)


def _is_text(content: bytes) -> bool:
    """Tell whether the content is text, in UTF-8 or as Windows writes it: no zero byte."""
    return b"\0" not in content


def _is_program(ending: str, content: bytes) -> bool:
    """Tell whether the content runs: a text may begin as a program does, but has no zero byte."""
    binary = content.startswith(_PROGRAMS) and not _is_text(content)
    return ending in _RUN or binary or content.startswith(b"#!")


def _is_mail(content: bytes) -> bool:
    """Tell whether the content begins as a mail does: with a field's name (RFC 5322, 2.2)."""
    return _is_text(content) and re.match(rb"[!-9;-~]+:[ \t]", content) is not None


def _is_heic(content: bytes) -> bool:
    return content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"heif")


_KINDS: Final[Mapping[str, Callable[[bytes], bool]]] = {
    ".pdf": lambda content: b"%PDF-" in content[:1024],
    ".png": _begins(b"\x89PNG\r\n\x1a\n"),
    ".jpg": _begins(b"\xff\xd8\xff"),
    ".jpeg": _begins(b"\xff\xd8\xff"),
    ".gif": _begins(b"GIF87a", b"GIF89a"),
    ".tif": _begins(b"II*\0", b"MM\0*"),
    ".tiff": _begins(b"II*\0", b"MM\0*"),
    ".webp": lambda content: content[:4] == b"RIFF" and content[8:12] == b"WEBP",
    ".heic": _is_heic,
    ".eml": _is_mail,
    ".msg": _begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ".txt": _is_text,
    ".csv": _is_text,
}
"""The endings that are taken, each with what tells that the content is of its kind."""

ENDINGS: Final = (*_KINDS, *_OFFICE)
"""Every ending that is taken, in small letters with its dot."""


def check_file(name: str, content: bytes, largest: int = LARGEST) -> None:
    """Raise InputError for a file that cannot be kept, with what to do instead."""
    if not content:
        raise refusal("Filen {name} är tom. Välj en annan fil.", name=quoted(name))
    if len(content) > largest:
        raise refusal(
            "Filen {name} är för stor: högst {most} ryms. Spara den mindre, eller dela den.",
            name=quoted(name),
            most=size_text(largest),
        )
    ending = ending_of(name)
    if _is_program(ending, content):
        raise refusal(
            "Filen {name} är ett program eller innehåller makron, och kan inte läggas till. "
            "Välj själva handlingen, till exempel som PDF.",
            name=quoted(name),
        )
    if ending not in ENDINGS:
        raise refusal(
            "Filen {name} kan inte läggas till. Välj en PDF, en bild, ett brev (.eml) eller "
            "ett dokument (.docx, .xlsx, .odt, .ods, .txt, .csv).",
            name=quoted(name),
        )
    if not _is_of_kind(ending, content):
        raise refusal(
            "Filen {name} är inte vad den heter: innehållet är inget {kind}. Öppna den i "
            "programmet den kommer från och spara den på nytt.",
            name=quoted(name),
            kind=ending,
        )


def _is_of_kind(ending: str, content: bytes) -> bool:
    if ending in _OFFICE:
        return _is_office(_OFFICE[ending], content)
    return _KINDS[ending](content)


def _is_office(wanted: tuple[str, ...], content: bytes) -> bool:
    """Tell whether the content is such an archive, without anything in it that runs."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    return set(wanted) <= set(names) and not any(_MACROS.search(each) for each in names)


def ending_of(name: str) -> str:
    """Return a file's ending in small letters with its dot, "" for none."""
    stem, dot, ending = name.rpartition(".")
    return f".{ending.casefold()}" if dot and stem else ""


def clean_name(name: str) -> str:
    """Return a file's name as every system can save it, without the folders before it."""
    bare = re.split(r"[/\\]", name)[-1]
    ending = ending_of(bare)
    return file_name(bare[: len(bare) - len(ending)], ending)


def beside_name(sha256: str, name: str) -> str:
    """Return what the file is called among others of the register: no two share a name."""
    return clean_name(f"{sha256[:12]} {name}")


def without_name(name: str, person: str) -> str:
    """Return a file's name without a person's: each word of it, with what joined them."""
    ending = ending_of(name)
    stem = name[: len(name) - len(ending)]
    words = [re.escape(each) for each in person.split()]
    if not words:
        return name
    joined = r"[\W_]+".join(words)
    found = re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)
    plain = stem.replace("_", " ")
    if not found.search(plain):
        return name
    left = " ".join(found.sub(" ", plain).split()).strip(" -–,.")
    return f"{left or say('underlag')}{ending}"


def size_text(size: int) -> str:
    """Write a size in bytes for people: ``84 kB``, ``1,2 MB``, ``23,5 GB``."""
    if size < _MB:
        return f"{max(1, round(size / _KB))}\u00a0kB"
    if size < _GB:
        return f"{figure(round(size / _MB, 1))}\u00a0MB"
    return f"{figure(round(size / _GB, 1))}\u00a0GB"
