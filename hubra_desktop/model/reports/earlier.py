"""The earlier year's text of a section, and how it reads when it is taken over.

What is tied to the register is told anew for this year: a fact by its own key, or by that
of what has taken its place (the post of the same code, the activity of the same title, the
indicator's later values). A fact that this year has nothing like stays tied to what it
told, so that it is found and the sentence is rewritten. Loose words are left as they are.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from hubra_desktop.model.indicators.reading import years_shown
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.budget import homes_of
from hubra_desktop.model.money.figures import post_called
from hubra_desktop.model.narrative import post_key, value_key
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.fact import fact_text
from hubra_desktop.model.reports.facts import Facts, facts
from hubra_desktop.model.reports.marks import link_fact, marks_in, mask_links, sentences_in
from hubra_desktop.model.reports.renewal import (
    is_right,
    keys_in,
    proposed_sentences,
    renewed_text,
    words_around,
)
from hubra_desktop.model.reports.templates import AREA, BUDGET
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.swedish import MONTHS, folded

_VALUE: Final = "matt:"
_IN_A_DATE: Final = re.compile(rf"(?:{'|'.join(MONTHS)}|[-–/.\d]) ?$", re.IGNORECASE)


class EarlierFigure(NamedTuple):
    """A figure of the earlier year and what it is now, "" when nothing is known of it."""

    name: str
    then: str
    now: str


class Earlier(NamedTuple):
    """A paper of an earlier year, with the sheets of that year."""

    report: Report
    year: YearSheets


def section_like(earlier: Report, section: ReportSection) -> ReportSection | None:
    """Return the earlier paper's section that stands where this one does.

    It is the one of the same key; an area is known by its title, since each plan has its
    own areas, and a section of the author's own by its heading.
    """
    if section.key and not section.key.startswith(AREA):
        return next((each for each in earlier.sections if each.key == section.key), None)
    alike = (each for each in earlier.sections if _sort(each) == _sort(section))
    title = _title(section)
    return next((each for each in alike if title and _title(each) == title), None)


def _sort(section: ReportSection) -> str:
    """Tell an area's section from one of the author's own, and both from all others."""
    return AREA if section.key.startswith(AREA) else section.key


def _title(section: ReportSection) -> str:
    """Return a heading without the number before it."""
    return folded(section.heading.lstrip("0123456789. "))


def carried_text(
    old: ReportSection, earlier: Earlier, section: ReportSection, report: Report, year: YearSheets
) -> str:
    """Return the earlier text as it reads in ``section`` of ``report``, its facts renewed."""
    known = facts(year, report)
    keys = key_map(earlier.year, year)
    text = old.text
    for mark in reversed(marks_in(text)):
        linked = link_fact(mark.words, keys.get(mark.key, mark.key))
        text = text[: mark.start] + linked + text[mark.end :]
    fresh = proposed_sentences(report, year, known)
    years = _Years(str(earlier.year.year), str(year.year))
    text = _told_anew(text, years, fresh(section.key))
    text = renewed_text(ReportSection(key=section.key, text=text), known, fresh=fresh)
    return _of_this_year(text, years, known)


class _Years(NamedTuple):
    """The year that a text was written of, and the one that it is taken over to."""

    then: str
    now: str


def _told_anew(text: str, years: _Years, fresh: tuple[str, ...]) -> str:
    """Put this year's own sentence where the text says the same of the earlier year.

    Sentences that compare measured values name their years: they are told anew whole.
    """
    proposed = {words_around(each): each for each in fresh}
    compared = {frozenset(keys_in(each)): each for each in fresh if _compares(each)}
    for sentence in reversed(sentences_in(text)):
        new = proposed.get(words_around(sentence.text).replace(years.then, years.now))
        if new is None and _compares(sentence.text):
            new = compared.get(frozenset(keys_in(sentence.text)))
        if new is not None:
            text = text[: sentence.start] + new + text[sentence.end :]
    return text


def _compares(sentence: str) -> bool:
    return any(key.startswith(_VALUE) for key in keys_in(sentence))


def _of_this_year(text: str, years: _Years, known: Facts) -> str:
    """Let sentences that tell this year's facts, and nothing stale, speak of this year."""
    for sentence in reversed(sentences_in(text)):
        marks = marks_in(sentence.text)
        if marks and not _compares(sentence.text) and all(is_right(m, known) for m in marks):
            bare = mask_links(sentence.text)
            for place in reversed(list(re.finditer(rf"\b{years.then}\b", bare))):
                if not _IN_A_DATE.search(bare[: place.start()]):
                    start, end = sentence.start + place.start(), sentence.start + place.end()
                    text = text[:start] + years.now + text[end:]
    return text


def key_map(then: YearSheets, now: YearSheets) -> Mapping[str, str]:
    """Return, by the facts of an earlier year that have a place of their own, this year's key."""
    found: dict[str, str] = {}
    for key in facts(then):
        kind, _, rest = key.partition(":")
        own, colon, what = rest.partition(":")
        if kind in ("aktivitet", "deltagare", "bidrag-till"):
            found |= _moved(f"{kind}:", own, colon + what, _activities(then, now))
        elif kind == "post":
            found |= _moved("post:", own, colon + what, _posts(then, now))
    return found | dict(_values(then, now))


def _moved(kind: str, own: str, rest: str, places: Mapping[str, str]) -> dict[str, str]:
    return {f"{kind}{own}{rest}": f"{kind}{places[own]}{rest}"} if own in places else {}


def _activities(then: YearSheets, now: YearSheets) -> Mapping[str, str]:
    """Return this year's activities by the earlier ones that they repeat, or have the name of."""
    titles = {folded(each.title): each.id for each in reversed(now.activities)}
    repeats = {each.repeats_id: each.id for each in now.activities if each.repeats_id}
    pairs = ((e.id, repeats.get(e.id) or titles.get(folded(e.title))) for e in then.activities)
    return {old: new for old, new in pairs if new is not None}


def _posts(then: YearSheets, now: YearSheets) -> Mapping[str, str]:
    return homes_of(now.budget, [then.budget]) if now.budget and then.budget else {}


def _values(then: YearSheets, now: YearSheets) -> Iterator[tuple[str, str]]:
    """Yield the keys of measured values: the latest and the one before it, of each year."""
    for each in now.indicators:
        old, new = years_shown(each, then.year), years_shown(each, now.year)
        for before, after in zip(old, new, strict=True):
            if before is not None and after is not None:
                for group in {row.group for row in each.measurements}:
                    yield value_key(each.id, before, group), value_key(each.id, after, group)


def figures(
    old: ReportSection, earlier: Earlier, year: YearSheets, known: Facts
) -> tuple[EarlierFigure, ...]:
    """Return the figures of an earlier section beside what they are now, each once.

    ``known`` are the facts of ``year``. The budget's section has its posts too.
    """
    posts = _of_posts(earlier, year, known) if old.key == BUDGET else ()
    return (*_tied(old, earlier, year, known), *posts)


def _tied(
    old: ReportSection, earlier: Earlier, year: YearSheets, known: Facts
) -> Iterator[EarlierFigure]:
    keys, then = key_map(earlier.year, year), facts(earlier.year, earlier.report)
    told: set[str] = set()
    for mark in marks_in(old.text):
        if mark.key in then and mark.key not in told:
            told.add(mark.key)
            now = known.get(keys.get(mark.key, mark.key))
            words = fact_text(now, mark.words) if now else ""
            yield EarlierFigure(then[mark.key].name, mark.words, words)


def _of_posts(earlier: Earlier, year: YearSheets, known: Facts) -> Iterator[EarlierFigure]:
    """Yield the net cost of each post."""
    table, places = earlier.year.budget_table, _posts(earlier.year, year)
    for row in table.rows if table else ():
        now = known.get(post_key(places.get(row.post.id, ""), "netto"))
        name = f"{post_called(row.post, swedish)}: netto"
        yield EarlierFigure(name, kronor(row.sums.net), now.form if now else "")
