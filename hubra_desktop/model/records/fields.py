"""The types that records' fields are annotated with: what each may hold and how it is kept.

A type carries its rule; how a field is stored follows from its plain type and the rule's
limits. A plain ``bool`` is a flag and a plain vocabulary a term; ``| None`` makes a field
optional. This module knows no record.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from hubra_desktop.model.language import N_
from hubra_desktop.model.records.rules import (
    AMOUNT,
    ANYTHING,
    COLOUR,
    CONTENT,
    COUNT,
    LONGEST_ROW,
    PICTURE,
    SHA256,
    VALUE,
    YEAR,
    Rule,
    day,
    flag,
    identity,
    line,
    one_of,
    optional,
    term,
    text,
    whole,
)
from hubra_desktop.model.swedish import MINUTES_A_DAY

M = TypeVar("M")


@dataclass(frozen=True)
class Ref:
    """Marks an id that names a row of the kind ``to``."""

    to: str


@dataclass(frozen=True)
class Indexed:
    """Marks a field that rows are looked up by; ``given`` leaves out rows without a value."""

    given: bool = False


@dataclass(frozen=True)
class OwnedBy:
    """Names the column that holds the owner's id in a list's rows, where it is not the usual."""

    column: str


@dataclass(frozen=True)
class Derived:
    """Marks a field that is filled in when a row is read, and stored nowhere."""


@dataclass(frozen=True)
class OmitDefault:
    """Marks a field that files leave out while it has its default value.

    Such is every field that came after the first release of the file format: what says
    nothing new is read by the releases that do not know the field. ``was`` is the value
    by which earlier releases said nothing; it is read as if it was left out.
    """

    was: int | None = None


Line = Annotated[str, line]
Text = Annotated[str, text]
Identity = Annotated[str, identity]
Day = Annotated[dt.date, day]
Year = Annotated[int, YEAR]
Count = Annotated[int, COUNT]
Ore = Annotated[int, AMOUNT]
Thousandths = Annotated[int, VALUE]
Colour = Annotated[str, COLOUR]
Picture = Annotated[bytes, PICTURE]
Content = Annotated[bytes, CONTENT]
Sha256 = Annotated[str, SHA256]
Clock = Annotated[
    int, whole(0, MINUTES_A_DAY - 1, N_("Klockslaget ska ligga mellan 00.00 och 23.59."))
]
"""Minutes since midnight, on the day itself."""

StartClock = Annotated[
    int,
    whole(
        1,
        MINUTES_A_DAY - 1,
        N_(
            "Ett sammanträde börjar mellan 00.01 och 23.59. Skriv när det börjar, eller lämna "
            "rutan tom."
        ),
    ),
]
"""Minutes since midnight. Midnight itself was how a start that nobody had given was kept."""

LateClock = Annotated[
    int,
    whole(
        0,
        2 * MINUTES_A_DAY,
        N_("Klockslaget ska ligga inom sammanträdesdagen eller natten efter."),
    ),
]
"""Minutes since midnight, on the day or in the night after."""

Minutes = Annotated[
    int,
    whole(
        0,
        LONGEST_ROW,
        N_("En punkt kan vara 0–{highest} minuter. Dela upp den, eller skriv en kortare tid."),
    ),
]
Level = Annotated[int, whole(0, 1, N_("En punkt är antingen huvudpunkt eller underpunkt."))]
TimeSeparator = Annotated[
    str, one_of((".", ":"), N_("Mellan timmar och minuter ska det stå punkt eller kolon."))
]
SubNumbers = Annotated[
    str, one_of(("letters", "decimals"), N_("Underpunkter numreras 7a, 7b eller 7.1, 7.2."))
]


@dataclass(frozen=True)
class RecordField:
    """One field of a record as its annotation tells it.

    ``kind`` is the plain type of a value, or of the records in a list (``is_list``).
    ``default`` is ``dataclasses.MISSING`` where a value must be given. ``rule`` accepts
    None too when the field is ``optional``.
    """

    name: str
    kind: type
    default: object
    rule: Rule
    optional: bool = False
    is_list: bool = False
    marks: tuple[object, ...] = ()

    @property
    def stored(self) -> bool:
        """Tell whether the field is a column of its record's own row."""
        return not self.is_list and self.mark(Derived) is None

    @property
    def is_hash(self) -> bool:
        """Tell whether the field names a file that is kept once beside the rows, by its hash."""
        return SHA256 in self.marks

    def mark(self, sort: type[M]) -> M | None:
        """Return the field's mark of that sort, if it bears one."""
        return next((each for each in self.marks if isinstance(each, sort)), None)


def fields_of(record: type) -> Mapping[str, RecordField]:
    """Return the fields of a record, or of any dataclass made of such, in their order."""
    return _fields_of(record)


@cache
def _fields_of(record: Any) -> Mapping[str, RecordField]:  # noqa: ANN401
    return {each.name: _field(each) for each in dataclasses.fields(record)}


def _field(declared: "dataclasses.Field[Any]") -> RecordField:
    """Take an annotation apart: ``Annotated[...] | None``, a term, a flag, a list."""
    kind: Any = declared.type
    given = [each for each in get_args(kind) if each is not NoneType]
    is_optional = get_origin(kind) in (Union, UnionType) and len(given) < len(get_args(kind))
    if is_optional:
        kind = given[0]
    marks: tuple[object, ...] = ()
    if get_origin(kind) is Annotated:
        kind, *rest = get_args(kind)
        marks = tuple(rest)
    is_list = get_origin(kind) is tuple
    if is_list:
        kind = get_args(kind)[0]
    rule = _rule(kind, marks)
    return RecordField(
        declared.name,
        kind,
        declared.default,
        optional(rule) if is_optional else rule,
        is_optional,
        is_list,
        marks,
    )


def _rule(kind: type, marks: tuple[object, ...]) -> Rule:
    """Return the rule that the marks name or the type implies."""
    named = next((each for each in marks if isinstance(each, Rule)), None)
    if named is not None:
        return named
    if any(isinstance(each, Ref) for each in marks):
        return identity
    if kind is bool:
        return flag
    return term(kind) if issubclass(kind, StrEnum) else ANYTHING
