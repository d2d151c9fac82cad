"""Lists of people as mail programs export them, made into rows with one name and one address.

Outlook and others part a name, an address and a number over many columns, nearly all of
them empty. What belongs together is put together in columns of its own, after those of the
file; a column that nobody has filled in is passed over without a word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.table_grid import GridRow, Sheet, is_blank
from hubra_desktop.model.swedish import folded

_DEEPEST: Final = 20
"""Filled rows among which the headings stand."""

_FIRST: Final = ("Förnamn", "First Name", "Given Name", "Tilltalsnamn")
_MIDDLE: Final = ("Mellannamn", "Middle Name", "Additional Name")
_LAST: Final = ("Efternamn", "Last Name", "Family Name", "Surname")
_NAMES: Final = (_FIRST, _MIDDLE, _LAST)

_CHOSEN: Final[Mapping[str, tuple[str, ...]]] = {
    "Titel": ("Befattning", "Job Title", "Organization Title"),
    "Enhet": ("Avdelning", "Department", "Förvaltning", "Företag", "Company",
              "Organization Name", "Organisation"),
    "E-post": ("E-postadress", "E-mail Address", "E-mail 1 Value", "E-mail 2 Address",
               "E-postadress 2"),
    "Telefon": ("Mobiltelefon", "Mobile Phone", "Telefon arbete", "Business Phone",
                "Phone 1 Value", "Primary Phone", "Telefon hem", "Home Phone"),
}  # fmt: skip
"""What is taken of several columns: the first that somebody has filled in, row by row."""

_STREETS: Final = (
    (("Gatuadress arbete", "Business Street"), ("Postnummer arbete", "Business Postal Code"),
     ("Ort arbete", "Business City")),
    (("Gatuadress", "Gata", "Street"), ("Postnummer", "Postal Code", "Zip"),
     ("Postort", "Ort", "Stad", "City")),
    (("Gatuadress hem", "Home Street"), ("Postnummer hem", "Home Postal Code"),
     ("Ort hem", "Home City")),
)  # fmt: skip
_ADDRESS: Final = "Postadress"
_OWN_WORDS: Final = frozenset({"Namn", "Postadress", "Adress"})

_HONORIFICS: Final = frozenset({"titel", "title"})
"""What stands above Mr and Dr where another column tells what somebody does."""

_EXCHANGE: Final = ("/o=", "/ou=")
"""What begins the name that a mail server keeps for itself, in place of an address."""

_ASCII: Final = str.maketrans("åäöéü", "aaoeu")


def with_whole_names(sheet: Sheet) -> Sheet:
    """Return a sheet with names and addresses whole, where a first and a last name part it."""
    filled = [row for row in sheet.rows if not all(map(is_blank, row.cells))]
    for place, row in enumerate(filled[:_DEEPEST]):
        there = {_plain(str(cell)): at for at, cell in enumerate(row.cells) if not is_blank(cell)}
        if _any(there, _FIRST) is not None and _any(there, _LAST) is not None:
            return replace(sheet, rows=_joined(row, filled[place + 1 :], there))
    return sheet


def _plain(text: str) -> str:
    kept = "".join(each for each in folded(text).translate(_ASCII) if each.isalnum())
    return kept or folded(text)


def _any(there: Mapping[str, int], words: Sequence[str]) -> int | None:
    return next((there[_plain(each)] for each in words if _plain(each) in there), None)


def _joined(heading: GridRow, rows: Sequence[GridRow], there: Mapping[str, int]) -> list[GridRow]:
    """Return the rows with what belongs together after their own cells."""
    wide = max(len(row.cells) for row in (heading, *rows))
    sources = _sources(there)
    taken = {at for group in sources.values() for at in group}
    blank = {at for at in range(wide) if all(is_blank(_at(row, at)) for row in rows)}
    instead = {"namn", *(_HONORIFICS if "Titel" in sources else ())}
    unsaid = taken | blank | {there[word] for word in instead if word in there}
    heads = tuple(None if at in unsaid else _at(heading, at) for at in range(wide))
    made = [GridRow(heading.number, (*heads, *sources))]
    for row in rows:
        own = tuple(_at(row, at) for at in range(wide))
        made.append(GridRow(row.number, (*own, *(_told(row, each, sources) for each in sources))))
    return made


def _sources(there: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    """Return the places of what each column is made of, by its heading."""
    names = [_any(there, words) for words in _NAMES]
    found = {"Namn": tuple(each for each in names if each is not None)}
    for target, words in _CHOSEN.items():
        places = tuple(there[_plain(each)] for each in words if _plain(each) in there)
        own = there.get(_plain(target))
        if places and (own is None or target == "Titel"):
            found[target] = places
    streets = [each for part in _STREETS for each in _place_of(there, part)]
    if streets and not any(_plain(word) in there for word in _OWN_WORDS - {"Namn"}):
        found[_ADDRESS] = tuple(streets)
    return found


def _place_of(there: Mapping[str, int], part: Sequence[Sequence[str]]) -> list[int]:
    """Return where street, postcode and town of an address stand; none where one is missing."""
    places = [_any(there, words) for words in part]
    return [each for each in places if each is not None] if None not in places else []


def _told(row: GridRow, target: str, sources: Mapping[str, Sequence[int]]) -> Cell:
    cells = [_at(row, at) for at in sources[target]]
    if target == "Namn":
        return " ".join(str(each).strip() for each in cells if not is_blank(each))
    if target == _ADDRESS:
        return _address(cells)
    return next((each for each in cells if not is_blank(each) and not _is_inner(each)), None)


def _address(cells: Sequence[Cell]) -> str:
    """Return the first address that has a street, on two lines."""
    for at in range(0, len(cells), 3):
        street, code, town = (
            "" if each is None else str(each).strip() for each in cells[at : at + 3]
        )
        if street:
            return "\n".join(filter(None, (street, f"{code} {town}".strip())))
    return ""


def _is_inner(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.strip().casefold().startswith(_EXCHANGE)


def _at(row: GridRow, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None
