"""Presenters in one cell, as people type them: text to values and back again.

"Björn Rosborg, utredare; Leif Nilsson, enhetschef, NBF" names two people. A
semicolon or a new line parts people, a comma parts name, title and unit. What is
written from values reads back as the same values.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from hubra_desktop.model.invisible import seen_line
from hubra_desktop.model.records.meeting import Presenter
from hubra_desktop.model.swedish import folded

_ORGANISATIONS = frozenset(
    {"polisen", "lokalpolisen", "kommunen", "räddningstjänsten", "brandförsvaret", "regionen",
     "länsstyrelsen", "fryshuset", "brottsofferjouren", "skolan", "socialtjänsten"}
)  # fmt: skip
_ENDINGS = (
    "polisen",
    "förvaltningen",
    "nämnden",
    "styrelsen",
    "förbundet",
    "föreningen",
    "kontoret",
)
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,6}")
_PERSON = re.compile(
    r"[^\W\d_a-zåäö][\w’'-]*[a-zåäöéü](?: (?:[^\W\d_a-zåäö][\w’'.-]*|av|af|von|de))+"
)


def parse_presenters(text: str, organisations: Collection[str] = ()) -> tuple[Presenter, ...]:
    """Read the presenters of a cell; ids are empty, they are the caller's to give.

    ``organisations`` are the names known to the register, beside those known to all
    ("polisen"): a single such name, a name without any capital or an abbreviation is
    an organisation without a person.
    """
    text = seen_line(text)
    known = _ORGANISATIONS | {folded(name) for name in organisations}
    chunks = [chunk for line in re.split(r"[;\n]", text) for chunk in _people(line)]
    return tuple(_presenter(parts, known) for parts in chunks if any(parts))


def presenters_text(presenters: Iterable[Presenter], organisations: Collection[str] = ()) -> str:
    """Write presenters as ``parse_presenters`` reads them, parted by semicolons."""
    return "; ".join(presenter_text(each, organisations) for each in presenters)


def presenter_text(presenter: Presenter, organisations: Collection[str] = ()) -> str:
    """Write one presenter in the shortest way that reads back as the same."""
    fields = (presenter.name, presenter.title, presenter.unit)
    short = ", ".join(part for part in fields if part)
    for text in (short, f"{short},"):
        if _fields_of(parse_presenters(text, organisations)) == [fields]:
            return text
    return ", ".join(fields)


def _fields_of(presenters: Sequence[Presenter]) -> list[tuple[str, str, str]]:
    return [(each.name, each.title, each.unit) for each in presenters]


def _people(line: str) -> list[list[str]]:
    """Part a line into people; only a list too long for one person holds several.

    Old agendas list people with commas alone. There a new person begins at a name
    (two words with capitals) once a title has been read.
    """
    parts = [" ".join(part.split()) for part in line.split(",")]
    if len(parts) <= 3:
        return [parts]
    people: list[list[str]] = [[]]
    for place, part in enumerate(parts):
        if _begins_person(people[-1], part, parts[place + 1 : place + 2]):
            people.append([])
        people[-1].append(part)
    return people


def _begins_person(person: list[str], part: str, following: list[str]) -> bool:
    if len(person) < 2 or not _PERSON.fullmatch(part):
        return False
    return len(person) > 2 or (bool(following) and following[0][:1].islower())


def names_an_organisation(name: str) -> bool:
    """Tell whether a single word names an organisation that everybody knows."""
    plain = folded(name)
    return plain in _ORGANISATIONS or (" " not in plain and plain.endswith(_ENDINGS))


def _presenter(parts: list[str], known: Collection[str]) -> Presenter:
    if len(parts) == 1:
        return _alone(parts[0], known)
    name, second, rest = parts[0], parts[1], ", ".join(parts[2:])
    if len(parts) == 2 and _ABBREVIATION.fullmatch(second):
        return Presenter(name=name, unit=second)
    return Presenter(name=name, title=second, unit=rest)


def _alone(text: str, known: Collection[str]) -> Presenter:
    plain = folded(text)
    is_organisation = (
        text == text.lower()
        or plain in known
        or plain.split()[0] in _ORGANISATIONS
        or plain.endswith(_ENDINGS)
        or _ABBREVIATION.fullmatch(text) is not None
    )
    return Presenter(unit=text) if is_organisation else Presenter(name=text)
