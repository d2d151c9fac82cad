"""Guess of the fact behind a number in the author's text, from the names and nouns around it.

Guesses are proposed to the author; nothing is linked by itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from hubra_desktop.model.reports.fact import Fact, FactKind, matches_number
from hubra_desktop.model.reports.marks import MASK, marks_in, mask_links, sentences_in, strip_links
from hubra_desktop.model.reports.numbers import NUMERALS, Number, NumberUnit, numbers_in
from hubra_desktop.model.swedish import folded

_REACH: Final = 4
"""How many words after a number may stand before what it counts."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_STOP: Final = re.compile(rf"[.;:!?\d{MASK}]")
_MONEY: Final = re.compile(r"bidrag|budget|kostn|betal|summa|belopp|kronor|utgift|anslag|höjdes")
_VERBS: Final = (
    ("återbetal", "aterbetalt"), ("betalat tillbaka", "aterbetalt"), ("höj", "beslut"),
    ("sänk", "beslut"), ("bevilja", "beviljat"), ("utbetal", "utbetalt"),
    ("betalat ut", "utbetalt"), ("sökt", "sokt"), ("avskriv", "avskrivet"),
)  # fmt: skip
_REPAID: Final = re.compile(r"(?:har )?(?:därför )?återbetal\w+(?: sitt bidrag)?", re.IGNORECASE)
_USUAL: Final = ("beviljat", "planerat", "beslut", "utbetalt")


class Proposed(NamedTuple):
    """Words at ``start``–``end`` of a text that seem to tell ``fact``, and are not linked to it."""

    start: int
    end: int
    words: str
    fact: Fact


def proposed_links(text: str, facts: Iterable[Fact]) -> tuple[Proposed, ...]:
    """Return the numbers of the author's text that seem to tell facts, for the author to tie."""
    whole = {fact.key: fact for fact in facts}
    known = [fact for fact in whole.values() if fact.kind is not FactKind.RECORD]
    repaid = [fact for fact in whole.values() if _came_back(fact, whole)]
    focus = frozenset(fact.key for fact in known if fact.kind is not FactKind.MONEY)
    bare = mask_links(text)
    found = []
    for place in sentences_in(text):
        words = bare[place.start : place.end]
        for number in numbers_in(words):
            fact = fact_of_number(number, words, known) or fact_of_number(
                number, words, known, focus
            )
            if fact is not None:
                start, end = place.start + number.start, place.start + number.end
                found.append(Proposed(start, end, text[start:end], fact))
        match = _REPAID.search(words)
        if match is not None and MASK not in words:
            start, end = place.start + match.start(), place.start + match.end()
            found += [Proposed(start, end, match[0], fact) for fact in repaid]
    return tuple(found)


def _came_back(grant: Fact, facts: Mapping[str, Fact]) -> bool:
    """Tell whether a grant came back, by the ledger or because nothing came of it."""
    back = facts.get(f"{grant.key}:aterbetalt")
    return grant.kind is FactKind.RECORD and (grant.value == 1 or bool(back and back.value))


def fact_of_number(
    number: Number, sentence: str, facts: Iterable[Fact], focus: frozenset[str] = frozenset()
) -> Fact | None:
    """Return the fact that a number in a sentence tells, if it tells one."""
    found = [
        fact for fact in concerned(number, sentence, facts, focus) if matches_number(fact, number)
    ]
    return nearest(found, sentence)


def concerned(
    number: Number, sentence: str, facts: Iterable[Fact], focus: frozenset[str] = frozenset()
) -> list[Fact]:
    """Return the facts that a number in a sentence is about, whether it is right or not."""
    plain = folded(sentence)
    if is_money(number, plain):
        naming = cache(lambda about: any(named(word, plain) for word in about))
        return [
            fact for fact in facts
            if fact.kind is FactKind.MONEY and (naming(fact.about) or fact.key in focus)
        ]  # fmt: skip
    nouns = tuple(_nouns(sentence, number))
    counting = cache(lambda counted: any(noun.startswith(counted) for noun in nouns))
    return [
        fact for fact in facts
        if fact.counted and counting(fact.counted) and _counts(fact, plain, fact.key in focus)
    ]  # fmt: skip


def is_money(number: Number, plain: str) -> bool:
    """Tell whether a number is an amount: by its unit, or grouped where money is spoken of."""
    return number.unit is NumberUnit.MONEY or (
        number.unit is NumberUnit.NONE and number.grouped and bool(_MONEY.search(plain))
    )


def _counts(fact: Fact, plain: str, focus: bool) -> bool:
    """Tell whether a sentence that counts what the fact does may tell of it."""
    if fact.kind is FactKind.PEOPLE:
        return focus or _all_named(fact, plain)
    return focus or any(word in plain for word in fact.about)


def named(name: str, plain: str) -> bool:
    """Tell whether a folded text names somebody or something, in whole words or as a genitive."""
    place = plain.find(name)
    while place >= 0:
        end = place + len(name)
        before = plain[place - 1 : place]
        rest = plain[end : end + 2]
        whole = not rest[:1].isalnum() or (rest[:1] == "s" and not rest[1:].isalnum())
        if whole and not before.isalnum():
            return True
        place = plain.find(name, place + 1)
    return False


def grants_named(text: str, facts: Iterable[Fact], names: int = 2) -> list[Fact]:
    """Return the grants that a text links to, or else names: by body (``names=1``) or title too."""
    records = [fact for fact in facts if fact.kind is FactKind.RECORD]
    keys = {":".join(mark.key.split(":")[:2]) for mark in marks_in(text)}
    linked = [record for record in records if record.key in keys]
    plain = folded(strip_links(text))
    return linked or [each for each in records if any(named(n, plain) for n in each.about[:names])]


def _all_named(fact: Fact, plain: str) -> bool:
    return bool(fact.about) and all(word in plain for word in fact.about)


def _nouns(sentence: str, number: Number) -> Iterator[str]:
    """Yield the words that follow a number, in small letters, as far as the next number."""
    rest = _STOP.split(sentence[number.end :], maxsplit=1)[0]
    for match in islice(_WORD.finditer(rest), _REACH):
        word = match[0].casefold()
        if word in NUMERALS:
            return
        yield word


def nearest(found: list[Fact], sentence: str) -> Fact | None:
    """Return the fact that the sentence's verb points at, else the usual one."""
    if len(found) < 2:
        return found[0] if found else None
    plain = folded(sentence)
    wanted = [what for verb, what in _VERBS if verb in plain] + list(_USUAL)
    for what in wanted:
        for fact in found:
            if what in fact.key.split(":"):
                return fact
    return found[0]
