"""Comparison of a paper's text with the register: stale links, contradicting numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.fact import Fact, FactKind, matches_number
from hubra_desktop.model.reports.facts import Facts, facts
from hubra_desktop.model.reports.linking import concerned, grants_named, is_money, nearest
from hubra_desktop.model.reports.marks import (
    Sentence,
    marks_in,
    mask_links,
    sentences_in,
    strip_links,
)
from hubra_desktop.model.reports.numbers import Number, numbers_in
from hubra_desktop.model.reports.renewal import (
    Fresh,
    Passage,
    Stale,
    no_sentences,
    proposed_sentences,
    stale_passages,
)
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted


@dataclass(frozen=True, kw_only=True)
class Contradiction(Passage):
    """A passage without a mark that says something else than the register.

    ``fact_key`` is the fact it seems to be about, empty when the register has nothing like it.
    """

    id: str
    level: Level
    description: str
    fact_key: str = ""


_WHOLE: Final = re.compile(
    r"(?:hela|allt|samtliga)\b.{0,40}?(?:återbetal|betal\w+ tillbaka|åter\b)"
    r"|(?:återbetal\w*|betal\w+ tillbaka)\b.{0,40}?\b(?:hela|allt|i sin helhet)\b"
    r"|helt återbetal"
)
_PERHAPS: Final = re.compile(r"åter|betal")
"""What every match of ``_WHOLE`` holds; much sooner looked for."""


def contradictions(
    report: Report, facts: Facts, fresh: Fresh = no_sentences
) -> tuple[Contradiction, ...]:
    """Return the passages without a link that contradict the register, in order.

    A sentence that stands as the register proposes it is not the author's.
    """
    found: list[Contradiction] = []
    known = _Known(
        tuple(fact for fact in facts.values() if fact.kind is FactKind.MONEY),
        tuple(fact for fact in facts.values() if fact.counted),
    )
    for section in report.sections:
        bare = mask_links(section.text)
        for place in sentences_in(section.text):
            sentence = place._replace(text=bare[place.start : place.end])
            for number in numbers_in(sentence.text):
                unlike = list(_of_number(section, sentence, number, known))
                if unlike and place.text not in fresh(section.key):
                    found += unlike
        found += _of_whole_sums(section, facts)
    return tuple(found)


class TextCheck(NamedTuple):
    """A paper held against the facts of its year, once for all who ask."""

    facts: Facts
    stale: tuple[Stale, ...]
    contradicted: tuple[Contradiction, ...]


def check_text(report: Report, year: YearSheets) -> TextCheck:
    """Compare the text of a paper with its year."""
    known = facts(year, report)
    fresh = proposed_sentences(report, year, known)
    return TextCheck(
        known, stale_passages(report, known, fresh), contradictions(report, known, fresh)
    )


class _Known(NamedTuple):
    """The facts that a number without a mark may be held against."""

    money: tuple[Fact, ...]
    counts: tuple[Fact, ...]


def _of_number(
    section: ReportSection, sentence: Sentence, number: Number, known: _Known
) -> Iterator[Contradiction]:
    money = is_money(number, folded(sentence.text))
    about = concerned(number, sentence.text, known.money if money else known.counts)
    if any(matches_number(fact, number) for fact in about):
        return
    fact = nearest(about, sentence.text)
    if fact is None and not money:
        return
    if money and _is_known(number, known) and not any(_is_of_grant(each) for each in about):
        return
    yield Contradiction(
        id="number_unlike_register" if fact else "sum_not_in_ledger",
        level=Level.WARNING, section_id=section.id, section_key=section.key,
        start=sentence.start + number.start, end=sentence.start + number.end, words=number.text,
        description=_unlike(number, fact) if fact else _unknown_sum(number),
        fact_key=fact.key if fact else "",
    )  # fmt: skip


def _is_of_grant(fact: Fact) -> bool:
    return any(source.kind == "grant" for source in fact.sources)


def _is_known(number: Number, known: _Known) -> bool:
    return any(matches_number(fact, number) for fact in known.money)


def _unlike(number: Number, fact: Fact) -> str:
    return say(
        "Texten säger {old}, registret säger {new} ({name}).",
        old=quoted(number.text), new=quoted(fact.form), name=fact.name,
    )  # fmt: skip


def _unknown_sum(number: Number) -> str:
    return say(
        "Beloppet {sum} finns varken i huvudboken, i budgeten eller bland besluten.",
        sum=quoted(number.text),
    )


def _of_whole_sums(section: ReportSection, facts: Facts) -> Iterator[Contradiction]:
    """Find passages that say that all was paid back, while the ledger lacks something."""
    before = ""
    if not _PERHAPS.search(folded(strip_links(section.text))):
        return
    for sentence in sentences_in(section.text):
        plain = folded(strip_links(sentence.text))
        if _WHOLE.search(plain) and not _tells_repaid(sentence.text):
            records = facts.values()
            for grant in grants_named(sentence.text, records) or grants_named(before, records):
                lacking = _lacking(grant, facts)
                if lacking:
                    yield _not_whole(section, sentence, grant, lacking)
        before = sentence.text


def _tells_repaid(sentence: str) -> bool:
    """Tell whether a sentence has the fact of what came back: then the fact is asked instead."""
    return any(mark.key.endswith(":aterbetalt") for mark in marks_in(sentence))


def _lacking(grant: Fact, facts: Facts) -> int:
    """Return how much of what was paid has not come back, in öre."""
    paid, repaid = (facts.get(f"{grant.key}:{what}") for what in ("utbetalt", "aterbetalt"))
    return (paid.value if paid else 0) - (repaid.value if repaid else 0)


def _not_whole(
    section: ReportSection, sentence: Sentence, grant: Fact, lacking: int
) -> Contradiction:
    return Contradiction(
        id="not_fully_repaid", level=Level.STOP, section_id=section.id, section_key=section.key,
        start=sentence.start, end=sentence.end, words=strip_links(sentence.text).strip(),
        description=say(
            "Texten säger att hela summan är återbetald, men {sum} saknas i huvudboken ({name}).",
            sum=kronor(lacking), name=grant.name,
        ),
        fact_key=f"{grant.key}:rest",
    )  # fmt: skip
