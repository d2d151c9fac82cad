"""When the rest of a post's money is expected to move, as people write it.

``mars, september`` parts the rest between months, ``mars 20 000, juni 5 000`` says how much
moves (and that no more does), ``mars–juni`` names a stretch, ``jämnt`` parts it over the rest
of the year, and ``inget`` says that no more moves. Nothing written leaves it to last year's
months.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.money.amounts import parse_amount
from hubra_desktop.model.swedish import MONTHS, folded
from hubra_desktop.model.wording import quoted

YEAR: Final = range(1, 13)
_NOTHING: Final = frozenset({"inget", "inga", "ingenting", "0"})
_EVENLY: Final = frozenset({"jamnt", "jämnt", "hela året"})
_PART: Final = re.compile(r"\s*([^\W\d_]+)\.?(?:\s*[-–]\s*([^\W\d_]+)\.?)?\s*(.*)", re.DOTALL)


@dataclass(frozen=True)
class Expected:
    """What is expected: amounts in öre by month, or the months that share the rest evenly."""

    amounts: tuple[tuple[int, int], ...] = ()
    months: tuple[int, ...] = ()

    @property
    def says_how_much(self) -> bool:
        """Tell whether amounts are given, or that nothing more moves."""
        return not self.months


def read_expected(text: str) -> Expected | None:
    """Return what a text says, None for an empty one; raises InputError for anything else."""
    plain = folded(text).strip(" .")
    if not plain:
        return None
    if plain in _NOTHING:
        return Expected()
    if plain in {folded(each) for each in _EVENLY}:
        return Expected(months=tuple(YEAR))
    parts = [list(_read(part)) for part in re.split(r"[;,](?!\d)|\boch\b", text) if part.strip()]
    given = [each for part in parts for each in part]
    if all(ore is None for _, ore in given):
        return Expected(months=tuple(dict.fromkeys(month for month, _ in given)))
    if any(ore is None for _, ore in given):
        raise _unclear(text)
    return Expected(amounts=tuple((month, ore) for month, ore in given if ore is not None))


def _read(part: str) -> Iterator[tuple[int, int | None]]:
    """Yield the months of a part; an amount over a stretch of months is parted evenly."""
    found = _PART.fullmatch(part)
    first = _month(found[1]) if found else None
    last = _month(found[2]) if found and found[2] else first
    if found is None or first is None or last is None or last < first:
        raise _unclear(part)
    months = range(first, last + 1)
    if not found[3].strip():
        yield from ((month, None) for month in months)
        return
    try:
        ore = parse_amount(found[3])
    except InputError:
        raise _unclear(part) from None
    for place, month in enumerate(months):
        yield month, ore // len(months) + (ore % len(months) if place == 0 else 0)


def _month(word: str) -> int | None:
    plain = folded(word)
    alike = [n for n, name in enumerate(MONTHS, 1) if folded(name).startswith(plain)]
    return alike[0] if len(plain) >= 3 and alike else None


def _unclear(text: str) -> InputError:
    return refusal(
        "Jag förstår inte {text}. Skriv månader (mars, september), månader med belopp (mars "
        "20 000, juni 5 000), jämnt eller inget.",
        field="expected",
        text=quoted(text.strip()),
    )
