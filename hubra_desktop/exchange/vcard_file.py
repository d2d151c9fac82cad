"""Cards of people from mail programs and telephones (vCard 2.1, 3.0 and 4.0), as rows.

RFC 2426 and 6350, and the older 2.1 with quoted-printable and the old Windows letters. Read
here by hand, one pass over the lines: the library for it follows what a file asks of it, and
of a card no more than name, title, address and number is wanted. Pictures, keys and sounds
are passed over unread.
"""

import binascii
import quopri
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.limits import (
    LARGEST_CALENDAR,
    LONGEST_LINE,
    long_line,
    refuse_large,
    refuse_many_cards,
)
from hubra_desktop.exchange.table_grid import GridRow, Sheet
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import say_count

_MARK: Final = "BEGIN:VCARD"
_HEADINGS: Final = ("Namn", "Titel", "Enhet", "E-post", "Telefon", "Postadress", "Anteckning")
_READ: Final = frozenset({"FN", "N", "TITLE", "ORG", "EMAIL", "TEL", "ADR", "NOTE", "KIND"})
_NAMED: Final = re.compile(
    r"(?:[\w-]+\.)?([A-Za-z-]+)((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(.*)", re.DOTALL
)
_LONGEST_NOTE: Final = 100_000
"""Characters of a note, five times what is taken in."""

_GROUPS: Final = frozenset({"group", "org", "location"})
"""What a card can be of that is nobody."""

_WORK: Final = ("work", "pref")
_CELL: Final = ("cell",)


class _Property(NamedTuple):
    """A line of a card: its name, the words of its parameters in small letters, its value."""

    name: str
    words: frozenset[str]
    value: str


def is_cards(content: bytes) -> bool:
    """Tell whether a file is cards of people, whatever it is called."""
    return _decoded(content[:200]).lstrip("\ufeff \r\n\t")[: len(_MARK)].upper() == _MARK


def read_cards(content: bytes) -> Sheet:
    """Return the people of a file of cards as rows; raises InputError for a broken one."""
    refuse_large(content, LARGEST_CALENDAR)
    refuse_many_cards(content)
    found = list(_cards(_lines(_decoded(content))))
    rows = [row for card in found if (row := _row(card)) is not None]
    if not rows:
        raise refusal("Filen har inga kontaktkort med namn.")
    numbered = (GridRow(number, row) for number, row in enumerate((_HEADINGS, *rows)))
    return Sheet(rows=tuple(numbered), notes=_notes(len(found) - len(rows)))


def _notes(left: int) -> tuple[str, ...]:
    if not left:
        return ()
    return (
        say_count(
            "{n} kort utan namn, eller för en grupp, läses inte.",
            "{n} kort utan namn, eller för grupper, läses inte.",
            left,
        ),
    )


def _decoded(content: bytes) -> str:
    """Return the text: as its mark says, else UTF-8 if it is that, else Windows letters."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _lines(text: str) -> Iterator[str]:
    """Yield the lines that are read, unfolded; raises InputError for an endless one."""
    parts = re.split(r"\r\n|\r|\n", text)
    whole: list[str] = []
    began = 1
    for number, part in enumerate(parts, 1):
        if whole and (part[:1] in (" ", "\t") or _goes_on(whole)):
            whole.append(part[1:] if part[:1] in (" ", "\t") else part)
            continue
        yield from _one(whole, began)
        whole, began = [part], number
    yield from _one(whole, began)


def _goes_on(whole: Sequence[str]) -> bool:
    """Tell whether a quoted-printable line of 2.1 goes on below: it ends with ``=``."""
    return whole[-1].endswith("=") and _is_quoted(whole[0])


def _is_quoted(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line[:200].upper()


def _one(whole: Sequence[str], number: int) -> Iterator[str]:
    name = (
        re.split("[;:]", whole[0][:60], maxsplit=1)[0].rpartition(".")[2].upper() if whole else ""
    )
    if name not in _READ and name not in ("BEGIN", "END"):
        return
    line = ("\n" if _is_quoted(whole[0]) else "").join(whole)
    if len(line) > LONGEST_LINE and (name != "NOTE" or len(line) > _LONGEST_NOTE):
        raise long_line(number)
    yield line


def _cards(lines: Iterator[str]) -> Iterator[list[_Property]]:
    """Yield the properties of each card; one within another (2.1) belongs to it."""
    depth = 0
    card: list[_Property] = []
    for line in lines:
        plain = line.strip().upper()
        if plain == _MARK:
            depth += 1
        elif plain == "END:VCARD":
            depth -= 1
            if depth < 0:
                raise _broken()
            if not depth:
                yield card
                card = []
        elif depth == 1 and (found := _property(line)) is not None:
            card.append(found)
    if depth:
        raise _broken()


def _broken() -> InputError:
    return refusal(
        "Filen med kontaktkort är skadad: ett kort börjar eller slutar på fel ställe. Exportera "
        "den på nytt som .vcf."
    )


def _property(line: str) -> _Property | None:
    match = _NAMED.fullmatch(line)
    if match is None:
        return None
    name, told, value = match[1].upper(), match[2], match[3]
    words = frozenset(re.split(r"[;=,\"]+", told.casefold())) - {""}
    if "quoted-printable" in words:
        value = _unquoted(value, words)
    return _Property(name, words, value)


def _unquoted(value: str, words: frozenset[str]) -> str:
    try:
        content = quopri.decodestring(value.encode("utf-8", errors="replace"))
    except (binascii.Error, ValueError):
        return value
    windows = words & {"windows-1252", "iso-8859-1", "iso-8859-15"}
    return content.decode("cp1252", errors="replace") if windows else _decoded(content)


def _parts(value: str, mark: str = ";") -> list[str]:
    """Return the parts of a value with what is escaped in them set free."""
    found = re.split(rf"(?<!\\){mark}", value)
    return [_plain(each) for each in found]


def _plain(value: str) -> str:
    freed = re.sub(r"\\([nN])", "\n", value)
    return re.sub(r"\\(.)", r"\1", freed).strip()


def _row(card: Sequence[_Property]) -> tuple[Cell, ...] | None:
    """Return a person's row; None for a card without a name, or of a group."""
    name = _one_line(_first(card, "FN")) or _parted_name(_raw(card, "N"))
    if not name or _first(card, "KIND").casefold() in _GROUPS:
        return None
    units = [each for each in _parts(_raw(card, "ORG")) if each]
    return (
        name,
        _one_line(_first(card, "TITLE")),
        _one_line(units[-1]) if units else "",
        _one_line(_first(card, "EMAIL", *_WORK)).removeprefix("mailto:"),
        _one_line(_first(card, "TEL", *_WORK, *_CELL)).removeprefix("tel:"),
        _address(_raw(card, "ADR", *_WORK)),
        _first(card, "NOTE"),
    )


def _raw(card: Sequence[_Property], name: str, *wanted: str) -> str:
    """Return a value as it stands: the first of those that say the first wanted word."""
    there = [each for each in card if each.name == name and each.value.strip(" ;\n")]
    for word in wanted:
        if one := next((each for each in there if word in each.words), None):
            return one.value
    return there[0].value if there else ""


def _first(card: Sequence[_Property], name: str, *wanted: str) -> str:
    return _plain(_raw(card, name, *wanted))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _parted_name(value: str) -> str:
    """Return ``Anna Maria Ek`` of ``Ek;Anna;Maria;;``."""
    last, first, middle = (*_parts(value), "", "", "")[:3]
    return _one_line(f"{first} {middle} {last}")


def _address(value: str) -> str:
    """Return street, postcode and town on two lines; of what is beside them, a box as well."""
    box, more, street, town, _, code = (*_parts(value), *[""] * 6)[:6]
    first = ", ".join(_one_line(each) for each in (street, more, box) if each)
    return "\n".join(filter(None, (first, _one_line(f"{code} {town}"))))
