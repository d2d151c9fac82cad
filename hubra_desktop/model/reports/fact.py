"""One fact of the register: its value, how it may be written, and the records behind it.

Whether words in a text say what a fact says is decided here alone, and so is how the
fact is written in the manner that the author chose: fyra or 4, 45 080 kr or 264 tkr.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.plan.terms import Exactness
from hubra_desktop.model.reports.numbers import Number, NumberUnit, money_like, number_of
from hubra_desktop.model.swedish import count_in_words, figure, folded


class FactKind(StrEnum):
    """What a fact is, and so how it is written and read."""

    COUNT = "count"
    PEOPLE = "people"
    MONEY = "money"
    VALUE = "value"
    DATE = "date"
    SHARE = "share"
    STATE = "state"
    RECORD = "record"


class Source(NamedTuple):
    """A record behind a fact: its table and its id."""

    kind: str
    id: str


def sources_of(kind: str, rows: Iterable[Any]) -> tuple[Source, ...]:
    """Return rows of a table as sources."""
    return tuple(Source(kind, each.id) for each in rows)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One fact. ``forms`` are the ways to write it, the usual one first.

    ``value`` is a count, öre, thousandths, a day's ordinal, or 1 for a RECORD of a grant that
    came to nothing; ``of`` is the whole that a SHARE is part of. A STATE is written in its
    forms alone, a RECORD in any words. ``about`` are words that a sentence about it holds
    (folded, any of them); ``counted`` words of what is counted there. The words around a
    fact that ``hangs`` together with others may be true of its value only (the whole sum,
    partly, lower): it is never exchanged by itself.
    """

    key: str
    name: str
    kind: FactKind
    value: int = 0
    of: int = 0
    exactness: Exactness = Exactness.EXACT
    forms: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    about: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    percent: bool = False
    hangs: bool = False

    @property
    def form(self) -> str:
        """The usual way to write it."""
        return self.forms[0] if self.forms else ""


def counted(
    key: str, name: str, sources: Iterable[Source], *, about: tuple[str, ...] = (),
    nouns: tuple[str, ...] = (), number: int | None = None,
) -> Fact:  # fmt: skip
    """Make the fact of how many there are."""
    found = tuple(sources)
    count = len(found) if number is None else number
    return Fact(
        key=key, name=name, kind=FactKind.COUNT, value=count, sources=found, about=about,
        counted=nouns, forms=tuple(dict.fromkeys(
            (count_in_words(count), figure(count), *(() if count else ("inte",)))
        )),
    )  # fmt: skip


def matches_words(fact: Fact, words: str) -> bool:
    """Tell whether ``words`` say what the fact says, in any of the ways it can be written."""
    if fact.kind is FactKind.RECORD:
        return True
    plain = _plain(words)
    if plain in {_plain(form) for form in fact.forms}:
        return True
    number = number_of(words)
    if number is None or fact.kind in {FactKind.SHARE, FactKind.STATE, FactKind.DATE}:
        return False
    return matches_number(fact, number)


def stands_free(fact: Fact, words: str) -> bool:
    """Tell whether the fact can take the place of ``words`` and the sentence stay true."""
    return not fact.hangs and (number_of(words) is not None or fact.kind is FactKind.DATE)


def inflects(fact: Fact, words: str) -> bool:
    """Tell whether the words around a count would be others: for none, for one, for many."""
    number = number_of(words)
    if number is None or fact.kind not in {FactKind.COUNT, FactKind.PEOPLE}:
        return False
    return min(2, fact.value) != min(2, int(number.value))


def matches_number(fact: Fact, number: Number) -> bool:
    """Tell whether a number in a text is the fact's value."""
    if fact.kind is FactKind.MONEY:
        return _tells_money(fact, number)
    if number.unit is NumberUnit.MONEY:
        return False
    if fact.kind is FactKind.VALUE:
        unlike = number.unit is NumberUnit.PERCENT and not fact.percent
        return not unlike and number.value * 1000 == fact.value
    if number.unit is NumberUnit.PERCENT:
        return False
    return number.value == fact.value and number.exactness is fact.exactness


def _tells_money(fact: Fact, number: Number) -> bool:
    """Compare an amount at the step it is written in: 264 300 kr may stand as 264 tkr."""
    if number.unit is NumberUnit.PERCENT:
        return False
    amount = number.value if number.unit is NumberUnit.MONEY else number.value * 100
    step = Decimal(number.step)
    if number.exactness is Exactness.OVER:
        return 0 <= Decimal(fact.value) - amount < step * 10
    return abs(Decimal(fact.value) - amount) * 2 < step or amount == fact.value


def fact_text(fact: Fact, like: str) -> str:
    """Write the fact in the manner of ``like``: digits for digits, tkr for tkr."""
    number = number_of(like)
    capital = like[:1].isupper() and fact.kind is not FactKind.RECORD
    if fact.kind is FactKind.MONEY and number is not None and number.unit is not NumberUnit.PERCENT:
        words = money_like(fact.value, number)
    elif fact.kind is FactKind.COUNT and number is not None and not number.spelt:
        words = figure(fact.value)
    elif fact.kind is FactKind.VALUE and number is not None:
        words = fact.forms[-1] if number.unit is NumberUnit.NONE else fact.form
    else:
        words = fact.form
    return words[:1].upper() + words[1:] if capital else words


def _plain(text: str) -> str:
    return folded(text.replace("\u00a0", " ").replace("\u202f", " "))


def money(
    key: str, name: str, ore: int, sources: tuple[Source, ...], *, forms: tuple[str, ...] = (),
    hangs: bool = False,
) -> Fact:  # fmt: skip
    """Make the fact of an amount in öre; ``forms`` are other ways to write it."""
    return Fact(
        key=key, name=name, kind=FactKind.MONEY, value=ore, sources=sources,
        forms=(kronor(ore), *forms), hangs=hangs,
    )  # fmt: skip
