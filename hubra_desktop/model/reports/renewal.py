"""Sentences whose facts have gone stale, and how they read when they are renewed.

Facts that stand in one sentence are one unit. Where the words between them may be true of
the old value only (the whole sum, partly, lower), no number is exchanged by itself: the
sentence is proposed anew as the register tells it today, or else it is the author's to
rewrite.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Final, NamedTuple

from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.compose import OUTSIDE, proposed
from hubra_desktop.model.reports.fact import (
    Fact,
    Source,
    fact_text,
    inflects,
    matches_words,
    stands_free,
)
from hubra_desktop.model.reports.facts import Facts, area_key, facts
from hubra_desktop.model.reports.marks import (
    MASK,
    Mark,
    Sentence,
    holds_more,
    link_fact,
    marks_in,
    mask_links,
    sentences_in,
)
from hubra_desktop.model.reports.numbers import number_of
from hubra_desktop.model.reports.templates import AREA
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.structured import spans
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words at ``start``–``end`` of a section's text as it is stored, marks and all."""

    section_id: str
    section_key: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Stale(Passage):
    """Words of a section that no longer say what the register says.

    ``new_words`` are empty when the record is gone. ``new_sentence`` is how the sentence
    reads when it is accepted; where it is empty, the author has to rewrite it.
    """

    key: str
    new_words: str
    sentence: str
    new_sentence: str = ""
    sources: tuple[Source, ...] = ()
    fact_name: str = ""
    level: Level = Level.STOP

    @property
    def id(self) -> str:
        """What the finding about it is called."""
        return "stale_fact" if self.new_words else "lost_fact"

    @property
    def by_words_alone(self) -> bool:
        """Whether the rest of the sentence stays as it is."""
        old = self.sentence.replace(self.words, self.new_words, 1)
        return bool(self.new_sentence) and self.new_sentence == old

    @property
    def description(self) -> str:
        """Say it in the window's language."""
        if not self.new_words:
            return say(
                "Texten säger {old}, men uppgiften finns inte längre i registret. "
                "Skriv om meningen.",
                old=quoted(self.words),
            )
        unlike = say(
            "Texten säger {old}, registret säger {new} ({name}).",
            old=quoted(self.words),
            new=quoted(self.new_words),
            name=self.fact_name,
        )
        by_hand = say("Skriv om meningen.")
        return unlike if self.new_sentence else f"{unlike} {by_hand}"


IN_HEADING: Final = -1
"""The place of what is stale in a section's heading."""
_NUMBER: Final = re.compile(r"\d+\b")

Fresh = Callable[[str], tuple[str, ...]]
"""Returns the sentences that the register proposes today for the section of a key."""


def proposed_sentences(report: Report, year: YearSheets, known: Facts | None = None) -> Fresh:
    """Return what gives the sentences that the register proposes today, made when asked for."""

    @cache
    def by_section() -> dict[str, tuple[str, ...]]:
        made = proposed(report, year, known=known)
        return {each.key: tuple(s.text for s in sentences_in(each.text)) for each in made}

    return lambda key: by_section().get(key, ())


def no_sentences(key: str) -> tuple[str, ...]:  # noqa: ARG001
    """Return that nothing is proposed."""
    return ()


class _Renewal(NamedTuple):
    """A sentence with stale marks, and how it is to read; ``new`` is None if nobody can say."""

    sentence: Sentence
    wrong: tuple[Mark, ...]
    new: str | None


def _renewals(section: ReportSection, facts: Facts, fresh: Fresh) -> Iterator[_Renewal]:
    text = section.text
    marks = marks_in(text)
    wrong = [mark for mark in marks if not is_right(mark, facts)]
    if not wrong:
        return
    left = [each for each in fresh(section.key) if each not in text]
    for place in sentences_in(text):
        here = tuple(mark for mark in wrong if place.start <= mark.start < place.end)
        if here:
            new = _renewed(place.text, here, facts, left)
            left = [each for each in left if each != new]
            yield _Renewal(place, here, new)


def is_right(mark: Mark, facts: Facts) -> bool:
    """Tell whether the words of a mark say what its fact says."""
    return mark.key in facts and matches_words(facts[mark.key], mark.words)


def _renewed(
    sentence: str, wrong: tuple[Mark, ...], facts: Facts, fresh: Iterable[str]
) -> str | None:
    """Return how a sentence reads when all its stale facts are those of the register."""
    there = all(mark.key in facts for mark in wrong)
    if holds_more(sentence):
        free = there and all(stands_free(facts[mark.key], mark.words) for mark in wrong)
        return _exchanged(sentence, facts) if free else None
    likeliest = _likeliest(sentence, {mark.key for mark in wrong}, fresh)
    numbers = all(number_of(mark.words) is not None for mark in wrong)
    if there and likeliest is not None and numbers and _frame(likeliest) == _frame(sentence):
        return _exchanged(sentence, facts)
    if not there or not all(stands_free(facts[mark.key], mark.words) for mark in wrong):
        return likeliest
    if likeliest is not None and any(inflects(facts[mark.key], mark.words) for mark in wrong):
        return likeliest
    return _exchanged(sentence, facts)


def _exchanged(sentence: str, facts: Facts) -> str:
    for mark in reversed(marks_in(sentence)):
        if mark.key in facts and not is_right(mark, facts):
            new = link_fact(fact_text(facts[mark.key], mark.words), mark.key)
            sentence = sentence[: mark.start] + new + sentence[mark.end :]
    return sentence


def _likeliest(sentence: str, wrong: set[str], fresh: Iterable[str]) -> str | None:
    """Return the proposed sentence that tells most of the same facts in the likest words."""
    own = keys_in(sentence)
    around = words_around(sentence)

    def likeness(other: str) -> tuple[float, float]:
        keys = keys_in(other)
        words = SequenceMatcher(None, around, words_around(other), autojunk=False)
        return len(own & keys) / len(own | keys), words.ratio()

    wanted = wrong if any(wrong & keys_in(each) for each in fresh) else own
    telling = [each for each in fresh if wanted & keys_in(each)]
    return max(telling, key=likeness, default=None)


def keys_in(sentence: str) -> set[str]:
    """Return the facts that a sentence tells."""
    return {mark.key for mark in marks_in(sentence)}


def _frame(sentence: str) -> tuple[str, list[str]]:
    """Return the words around a sentence's facts, and which facts they are."""
    return words_around(sentence), [mark.key for mark in marks_in(sentence)]


def words_around(sentence: str) -> str:
    """Return the words around a sentence's facts."""
    return " ".join(re.sub(f"{MASK}+", MASK, mask_links(sentence)).split())


def stale_passages(report: Report, facts: Facts, fresh: Fresh = no_sentences) -> tuple[Stale, ...]:
    """Return the marks of a paper that no longer say what the register says, in order."""
    marked = (
        _stale(section, mark, facts.get(mark.key), each)
        for section in report.sections
        for each in _renewals(section, facts, fresh)
        for mark in each.wrong
    )
    return (*_stale_headings(report, facts), *marked)


def _stale_headings(report: Report, facts: Facts) -> Iterator[Stale]:
    """Find the headings of areas that are called something else now, or are gone."""
    if not any(key.startswith(area_key("")) for key in facts):
        return
    for section in report.sections:
        fact = facts.get(_key_of_area(section))
        if _is_of_area(section) and not (fact and _heads(section.heading, fact)):
            now = fact.form if fact else ""
            yield Stale(
                section_id=section.id, section_key=section.key, start=IN_HEADING, end=IN_HEADING,
                key=_key_of_area(section), words=section.heading, new_words=now,
                sentence=section.heading, new_sentence=now, sources=fact.sources if fact else (),
                fact_name="områdets namn i planen", level=Level.WARNING,
            )  # fmt: skip


def _is_of_area(section: ReportSection) -> bool:
    return section.key.startswith(AREA) and section.key != OUTSIDE


def _key_of_area(section: ReportSection) -> str:
    return area_key(section.key.removeprefix(AREA))


def _heads(heading: str, area: Fact) -> bool:
    """Tell whether a heading names the area: by its title, and by no other number."""
    name, title = (folded(each) for each in area.forms)
    own = folded(heading)
    number = _NUMBER.match(own)
    return own in (name, title) or (title in own and (number is None or name.startswith(number[0])))


def renewed_heading(section: ReportSection, facts: Facts, key: str = "") -> str:
    """Return a section's heading when ``key``, else all, is accepted."""
    own = _key_of_area(section) if _is_of_area(section) else ""
    fact = facts.get(own)
    if fact is None or key not in ("", own) or _heads(section.heading, fact):
        return section.heading
    return fact.form


def _stale(section: ReportSection, mark: Mark, fact: Fact | None, each: _Renewal) -> Stale:
    return Stale(
        section_id=section.id, section_key=section.key, start=mark.start, end=mark.end,
        key=mark.key, words=mark.words, new_words=fact_text(fact, mark.words) if fact else "",
        sentence=plain_text(each.sentence.text), new_sentence=plain_text(each.new or ""),
        sources=fact.sources if fact else (), fact_name=fact.name if fact else "",
    )  # fmt: skip


def plain_text(sentence: str) -> str:
    """Return a stored sentence as its reader sees it."""
    return "".join(span.text for span in spans(sentence)).strip()


def renewed_text(
    section: ReportSection, facts: Facts, key: str = "", fresh: Fresh = no_sentences
) -> str:
    """Return a section's text where the sentences that tell ``key``, else all, are renewed.

    A sentence that nobody but the author can put right is left as it is.
    """
    text = section.text
    for each in reversed(list(_renewals(section, facts, fresh))):
        if each.new is not None and (not key or key in {mark.key for mark in each.wrong}):
            text = text[: each.sentence.start] + each.new + text[each.sentence.end :]
    return text


def renewed_section_text(report: Report, year: YearSheets, section_id: str, key: str = "") -> str:
    """Return the text of a paper's section when ``key``, else all, is accepted."""
    section = next(each for each in report.sections if each.id == section_id)
    known = facts(year, report)
    return renewed_text(section, known, key, proposed_sentences(report, year, known))
