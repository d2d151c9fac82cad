"""Every paper as it is heard, whatever its kind: what a voice says of it must make sense.

One walk over all papers there are, in ordinary and large print, and over their web pages.
The rules are of kinds of things (tables, titles, times, links), not of papers.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from pikepdf import Pdf

from hubra_desktop import __version__
from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import Manuscript, to_pdf
from hubra_desktop.model.terms import MeetingState
from tests.documents.anything import DOCUMENTS
from tests.documents.checks import problems
from tests.documents.demo_papers import every_paper
from tests.documents.heard import Heard, heard
from tests.documents.march import MARCH, STYLE
from tests.documents.reading import squeezed, words_of
from tests.documents.samples import HOUSE, TEAMS, everything, meeting
from tests.documents.test_html import Reader

SIZES = (None, 20.0)
OWN = ("HuBrå", "KSF", "NBF", "SÄF", "BOJ")
"""The demo register's own abbreviations."""

_SHORT = re.compile(r"(?<!\w)(?:[Kk]l\.|[Dd]nr|t\.ex\.|tkr|Tfn|vxl|§)(?!\w)|\d ?kr(?!\w)")
_LOUD = re.compile(r"[A-ZÅÄÖ]{5,}(?: [A-ZÅÄÖ]{2,})*")
_YEAR_AND_VALUE = re.compile(r"(?<![\d-])(?:19|20)\d\d \d")
_BARE = re.compile(r"(?:https?:|www\.)\S*", re.IGNORECASE)


@cache
def papers(size: float | None) -> tuple[tuple[str, Manuscript, bytes, Heard], ...]:
    made = ((name, each, to_pdf(each)) for name, each in every_paper(size))
    return tuple((name, each, data, heard(data)) for name, each, data in made)


def table_faults(paper: Heard) -> Iterator[str]:
    """Yield what is wrong with how tables are told: their names, their rows, their groups."""
    names = [name for name, _ in paper.tables]
    if not all(names) or len(names) != len(set(names)):
        yield f"tables without a name of their own: {names}"
    for name, rows in paper.tables:
        for row in rows:
            heads = [cell for cell in row if cell.head == "Row" and len(row) > 1]
            figures = [cell for cell in row if not cell.head and cell.words]
            if len(heads) > 1:
                yield f"{name}: a row of {len(heads)} headings"
            if heads and (not heads[0].words or heads[0].words.isdigit()):
                yield f"{name}: a row headed by {heads[0].words!r}"
            for cell in figures:
                if not cell.headed_by:
                    yield f"{name}: {cell.words!r} has no heading"


def group_faults(paper: Heard) -> Iterator[str]:
    """Yield rows that are told to belong to a group which they do not stand in."""
    for name, rows in paper.tables:
        groups = {row[0].words for row in rows if len(row) == 1 and row[0].head == "Row"}
        inside = ""
        for row in rows:
            if len(row) == 1 and row[0].head == "Row":
                inside = row[0].words
            told = {words for cell in row for words in cell.headed_by} & groups
            if told - {inside}:
                yield f"{name}: {row[0].words!r} is told to be of {told}"


def text_faults(paper: Heard) -> Iterator[str]:
    """Yield what is typed in capitals, short for something untold, or run together."""
    for line in paper.typed.splitlines():
        yield from (f"in capitals: {each}" for each in _LOUD.findall(line))
        yield from (f"untold: {each} in {line!r}" for each in _SHORT.findall(line))
        typed = re.findall(r"\w+", line)
        yield from (f"untold: {each} in {line!r}" for each in OWN if each in typed)
    told = [cell.words for _, rows in paper.tables for row in rows for cell in row]
    for words in (*told, *paper.figures):
        if _YEAR_AND_VALUE.search(words):
            yield f"a year runs into a value: {words!r}"


def link_faults(paper: Heard) -> Iterator[str]:
    for words, told in paper.links:
        if not told.strip() or _BARE.fullmatch(told):
            yield f"the link {words!r} is called {told!r}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("faults", [table_faults, group_faults, text_faults, link_faults])
def test_every_paper_is_heard_as_it_is_meant(faults: object, size: float | None) -> None:
    assert callable(faults)
    found = {name: list(faults(paper)) for name, _, _, paper in papers(size)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("size", SIZES)
def test_every_paper_may_be_archived(size: float | None) -> None:
    found = {name: problems(data) for name, _, data, _ in papers(size)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_each_paper_says_of_itself_what_an_archive_asks_for() -> None:
    for name, manuscript, data, _ in papers(None):
        meta = manuscript.meta
        with Pdf.open(BytesIO(data)) as pdf:
            xmp = pdf.open_metadata()
            assert xmp["xmp:CreatorTool"] == f"HuBrå {__version__}", name
            assert xmp["dc:type"] == {meta.kind}
            assert meta.kind
            assert xmp["dc:publisher"] == {meta.publisher}
            assert xmp.get("dc:identifier", "") == meta.identifier
            assert str(xmp["xmp:CreateDate"])[:10] <= dt.date.today().isoformat()
        page = to_html(manuscript)
        for words in (meta.kind, meta.publisher, meta.identifier, meta.day.isoformat()):
            assert words in page


def test_a_case_number_of_the_head_is_the_papers_identifier() -> None:
    numbers = {
        cell.words: manuscript.meta.identifier
        for _, manuscript, _, paper in papers(None)
        for name, rows in paper.tables
        for row in rows
        for cell in row
        if name.startswith("Datum och") and cell.headed_by == ("Diarienummer",)
    }
    assert numbers
    assert all(words == identifier for words, identifier in numbers.items())


def test_a_chart_says_how_its_values_change() -> None:
    told = [words for _, _, _, paper in papers(None) for words in paper.figures
            if re.match("(?:Stapel|Linje)diagram", words)]  # fmt: skip
    assert told
    for words in told:
        years = re.findall(r"år (\d{4}):", words, re.IGNORECASE)
        assert len(set(years)) < 2 or re.search("ökning|minskning|oförändrat|jämföras", words)


def test_the_parts_of_a_sum_are_told_to_be_that() -> None:
    parts = {
        cell.words: row[1].headed_by
        for _, _, _, paper in papers(None)
        for name, rows in paper.tables
        if name.startswith("Poster")
        for row in rows
        for cell in row[:1]
        if cell.words.startswith("varav ")
    }
    assert parts
    for words, headed in parts.items():
        assert headed[-1] == words
        assert len(headed) > 2, headed


def test_matters_are_headings_that_head_their_rows() -> None:
    data = to_pdf(kallelse_manuscript(everything(), HOUSE, draft=False))
    paper = heard(data)
    tags = {words: tag for tag, words in paper.headings}
    assert tags["Informationsärenden"] == "/H2"
    assert tags["Från kommunen"] == "/H3"
    assert tags["Skolan"] == "/H4"
    rows = next(rows for name, rows in paper.tables if name == "Ärenden")
    titles = [cell.words for row in rows for cell in row if cell.head == "Row"]
    assert {"Från kommunen", "Skolan", "Ordningsvakter"} <= set(titles)
    with Pdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        below = [item.title for item in outline.root[0].children[0].children]
    assert below[:2] == ["1 Upprop", "2 Från kommunen"]


def test_a_meeting_on_the_web_is_joined_by_a_link_with_a_name() -> None:
    sheet = meeting(link=TEAMS)
    paper = heard(to_pdf(kallelse_manuscript(sheet, HOUSE, draft=False)))
    assert ("Delta i mötet på webben",) * 2 in paper.links
    assert TEAMS not in paper.typed


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.MOVED])
def test_that_it_is_not_held_is_heard_first(state: MeetingState) -> None:
    manuscript = kallelse_manuscript(meeting(state=state), HOUSE, draft=False)
    mark = "Inställt" if state is MeetingState.CANCELLED else "Flyttat"
    assert heard(to_pdf(manuscript)).paragraphs[0] == mark
    page = to_html(manuscript)
    assert re.search(rf'<body>\s*<header>\s*<div class="mark"><strong>{mark}</strong>', page)
    assert re.search(r'<div class="alarm"><strong>Sammanträdet', page.replace("\u00ad", ""))


def test_a_time_is_heard_with_its_words() -> None:
    paper = heard(to_pdf(kallelse_manuscript(MARCH, STYLE, draft=False)))
    [cell] = {
        cell.words for _, rows in paper.tables for row in rows for cell in row
        if cell.words.startswith("Björn")
    }  # fmt: skip
    assert cell.endswith("(Klockan 15:35 till 16:00)")


def test_every_web_page_has_its_parts_and_tells_the_same() -> None:
    for name, manuscript, _, paper in papers(None):
        html = to_html(manuscript)
        page = Reader(html)
        tags = [tag for tag, _ in page.found]
        assert page.open == []
        for tag in ("header", "main", "h1"):
            assert tags.count(tag) == 1, (name, tag)
        assert tags.count("footer") == tags.count("address") == 1, name
        tables = page.all("table")
        assert len({each.get("aria-label") for each in tables}) == len(tables), name
        assert not re.search(r"[Kk]l\. \d|klockan \d", re.sub("<[^>]+>", "", html)), name
        headings = [squeezed(words) for tag, words in paper.headings if tag != "/H1"]
        assert all(each in squeezed(words_of(html)) for each in headings if each.isalpha()), name
        assert "prefers-color-scheme:dark" in html


def test_the_wheels_key_is_a_list_on_the_web() -> None:
    manuscript = next(each for name, each, _, _ in papers(None) if name == "arshjul 2017")
    html = words_of(to_html(manuscript).replace('<ul class="key">', "KEY "))
    key = html.partition("KEY ")[2]
    for words in ("2. Lokal samverkan", "2.1 Lokala trygghetsnätverk (våren)", "Sammanträden"):
        assert words in key.partition("månad för månad")[0]


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(DOCUMENTS)
def test_any_document_names_its_tables_and_links(manuscript: Manuscript) -> None:
    paper = heard(to_pdf(manuscript))
    names = [name for name, _ in paper.tables]
    assert len(names) == len(set(names))
    assert all(names)
    assert list(group_faults(paper)) == []
    assert list(link_faults(paper)) == []
