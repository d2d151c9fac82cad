"""Names of files: what every system can save, and what a name's ending says.

A paper made on one computer is mailed, synced and put in a case system on others, so a
name is held to what the strictest of them takes.
"""

import re
import unicodedata
from typing import Final

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.wording import quoted

LONGEST: Final = 255
"""Bytes in UTF-8, of a name with its ending: the limit of ext4 and APFS (NTFS counts less)."""

_BESIDE: Final = 40
"""Bytes of a register's name that are left to the files beside it and to kept copies."""

_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE
)
"""Names of devices on Windows, whatever ending follows (Naming Files, learn.microsoft.com)."""

_NAMELESS: Final = "namnlös"

FORMATS: Final = {
    ".json": "JSON",
    ".pdf": "PDF",
    ".html": "HTML",
    ".htm": "HTML",
    ".csv": "CSV",
    ".xlsx": "XLSX",
    ".hubra": "Hubra",
    ".ics": "ICS",
    ".eml": "EML",
}
"""The endings of what the program writes, and what each form is called."""

TABLES: Final = (".csv", ".tsv", ".xlsx", ".xlsm", ".ics", ".vcf", ".si", ".se", ".sie")
"""The endings of files that are read as tables: calendars, bookkeeping and cards among them."""

_OTHERS: Final = frozenset(
    [
        ".tsv",
        ".txt",
        ".md",
        ".rtf",
        ".doc",
        ".docx",
        ".odt",
        ".xls",
        ".xlsm",
        ".ods",
        ".ppt",
        ".pptx",
        ".xml",
        ".yaml",
        ".msg",
        ".vcf",
        ".se",
        ".si",
        ".sie",
        ".zip",
        ".gz",
        ".7z",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".svg",
        ".tif",
        ".tiff",
        ".sqlite",
        ".db",
        ".exe",
        ".ps",
        ".epub",
    ]
)
"""Endings of what the program does not write; any other ending is a part of the name."""


def file_name(stem: str, suffix: str) -> str:
    """Return a name that every system can save: ``stem``, cleaned and cut, and ``suffix``."""
    visible = "".join(mark if _is_kept(mark) else " " * mark.isspace() for mark in _composed(stem))
    plain = " ".join(_FORBIDDEN.sub("-", visible).split())
    room = LONGEST - len(suffix.encode()) - _BESIDE * suffix.endswith(".hubra")
    plain = _cut(plain.lstrip(". "), room).rstrip(". ") or _NAMELESS
    if _RESERVED.fullmatch(plain.split(".")[0].rstrip()):
        plain = f"_{plain}"
    return f"{plain}{suffix}"


def format_of(name: str) -> str:
    """Return the format that a name's ending says, as ``FORMATS`` writes it: "" for none."""
    return FORMATS.get(_ending(name), "")


def names_another(name: str, suffixes: tuple[str, ...]) -> bool:
    """Tell whether a name's ending says another format than those of ``suffixes``."""
    ending = _ending(name)
    return ending not in suffixes and (ending in FORMATS or ending in _OTHERS)


def refuse_other_format(name: str, suffixes: tuple[str, ...]) -> None:
    """Raise InputError for a name whose ending says another format than what is written."""
    if names_another(name, suffixes):
        raise refusal(
            "Namnet {name} slutar på {ending}, men filen blir {format}. Låt namnet sluta på "
            "{right}.",
            name=quoted(name),
            ending=_ending(name),
            format=FORMATS[suffixes[0]],
            right=suffixes[0],
        )


def refused_name(name: str, suffixes: tuple[str, ...]) -> InputError | None:
    """Return why a typed name cannot be saved everywhere and in its format, None when it can."""
    try:
        refuse_other_format(name, suffixes)
    except InputError as refused:
        return refused
    if name != mended_name(name, suffixes):
        return refusal(
            "Namnet {name} kan inte sparas på alla datorer. Kalla filen till exempel {other}.",
            name=quoted(name),
            other=quoted(mended_name(name, suffixes)),
        )
    return None


def mended_name(name: str, suffixes: tuple[str, ...]) -> str:
    """Return the nearest name to a typed one that can be saved everywhere and in its format."""
    ending = _ending(name)
    if ending in suffixes or names_another(name, suffixes):
        stem = name[: -len(ending)]
        return file_name(stem, name[len(stem) :] if ending in suffixes else suffixes[0])
    return file_name(name, suffixes[0])


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _is_kept(mark: str) -> bool:
    """Tell whether a character belongs in a name: no control, no mark that is not seen."""
    return mark == " " or unicodedata.category(mark)[0] not in "CZ"


def _cut(text: str, most: int) -> str:
    """Cut a text to ``most`` bytes in UTF-8, between characters."""
    return text.encode()[:most].decode(errors="ignore")


def _ending(name: str) -> str:
    """Return the ending of a name in small letters, with its dot: "" for none."""
    stem, dot, ending = name.rpartition(".")
    return f".{ending.casefold()}" if dot and stem else ""
