"""Values drawn at random for every field of every record: mostly sensible, now and then not.

What a field may hold is read from its record, so that a new field is tried from its first day.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any

from hypothesis import strategies as st

from hubra_desktop.model.export_bundle import Bundle, parts_of
from hubra_desktop.model.records.catalogue import KINDS, stored_fields
from hubra_desktop.model.records.fields import RecordField, Ref
from hubra_desktop.model.records.rules import AMOUNT, YEAR

KRONA = 100
GONE = "ingen"
YEAR_NUMBERS = (2017, 2018, 2019, 2019, 2020)
YEARS = st.sampled_from([*YEAR_NUMBERS, 1])
DAYS = st.dates(dt.date(2017, 1, 1), dt.date(2020, 12, 31)) | st.just(dt.date(1, 1, 2))
AMOUNTS = st.sampled_from([0, 1, 5_000, 10_000, 20_000, 25_080, 45_080, 90_000]).map(
    lambda kronor: kronor * KRONA
)
NUMBERS = st.sampled_from([0, 0, 1, 1, 2, 5, 45, 480, 930, 1000, 1439, 1500, 9999, -1])
TEXTS = st.sampled_from(["", "Trygghet", "Åsa Ek", "Övriga frågor", "a" * 1001, "rad\nrad", "\x00"])
BY_NAME: Mapping[str, st.SearchStrategy[Any]] = {
    "time_separator": st.sampled_from([".", ":", ";"]),
    "accent": st.sampled_from(["#000000", "#1f3a4d", "red"]),
    "sub_numbers": st.sampled_from(["letters", "decimals", "romans"]),
    "organisation_number": st.sampled_from(["", "212000-0142", "212000-0143"]),
    "bank_giro": st.sampled_from(["", "1"]),
}
BY_TYPE: Mapping[type, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    bytes: st.sampled_from([b"", b"\x89PNG\r\n\x1a\n\x00\xff", b"GIF"]),
    dt.date: DAYS,
    str: TEXTS,
}
# Where a row stands among others is the program's to say, not a form's.
_PLACED = "position"


class Drawn:
    """What a test draws from: the register as it is, and Hypothesis' choices.

    ``visit`` names the one visit to an editor that saves may join in; none lasts longer than
    the register is open.
    """

    def __init__(self, draw: Any, bundle: Bundle, visit: str = "besök") -> None:
        self.of = draw
        self.bundle = bundle
        self._visit = visit

    @cached_property
    def _rows(self) -> Mapping[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for _, part in parts_of(self.bundle):
            found.setdefault(KINDS[type(part)], []).append(part)
        return found

    def rows(self, kind: str) -> list[Any]:
        """Give every row of a kind."""
        return self._rows.get(kind, [])

    def one(self, *options: Any) -> Any:
        return self.of(st.sampled_from(options))

    def id(self, kind: str) -> str:
        """Draw the id of a row that is there, and now and then of one that is not."""
        return self.id_of(self.rows(kind))

    def id_of(self, parts: Iterable[Any]) -> str:
        there = [part.id for part in parts]
        return str(self.one(*there * 3, GONE))

    def id_or_none(self, kind: str) -> str | None:
        return None if self.of(st.booleans()) else self.id(kind)

    def ids(self, kind: str) -> tuple[str, ...]:
        return tuple(self.id(kind) for _ in range(self.number(0, 4)))

    def number(self, lowest: int, highest: int) -> int:
        return int(self.of(st.integers(lowest, highest)))

    def place(self) -> int | None:
        """Draw where in a list: None is last."""
        return None if self.of(st.booleans()) else self.number(-1, 9)

    def text(self) -> str:
        return str(self.of(TEXTS))

    def year(self) -> int:
        return int(self.of(YEARS))

    def day(self) -> dt.date:
        day: dt.date = self.of(DAYS)
        return day

    def day_or_none(self) -> dt.date | None:
        return None if self.of(st.booleans()) else self.day()

    def amount(self) -> int:
        """Draw an amount in öre."""
        return int(self.of(AMOUNTS))

    def visit(self) -> str:
        """Draw the name of a visit to an editor, whose saves join; empty: none."""
        return str(self.one("", self._visit))

    def values(self, kind: str, *needed: str) -> dict[str, Any]:
        """Draw a few fields of a kind with something in them, the needed ones always."""
        fields = {each.name: each for each in stored_fields(kind) if each.name != _PLACED}
        names = self.of(st.lists(st.sampled_from(sorted(fields)), max_size=3, unique=True))
        return {name: self.value(fields[name]) for name in dict.fromkeys((*needed, *names))}

    def value(self, field: RecordField) -> Any:
        if field.optional and self.of(st.booleans()):
            return None
        ref = field.mark(Ref)
        return self.id(ref.to) if ref else self.of(_strategy(field))


def _strategy(field: RecordField) -> st.SearchStrategy[Any]:
    if field.name in BY_NAME:
        return BY_NAME[field.name]
    if issubclass(field.kind, StrEnum):
        return st.sampled_from(field.kind)
    if field.kind is int:
        return YEARS if YEAR in field.marks else AMOUNTS if AMOUNT in field.marks else NUMBERS
    return BY_TYPE[field.kind]
