"""The annual report, the plan and the statement, held against the council's own papers."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.tjansteutlatande import tjansteutlatande_manuscript
from hubra_desktop.documents.verksamhetsberattelse import verksamhetsberattelse_manuscript
from hubra_desktop.documents.verksamhetsplan import verksamhetsplan_manuscript
from hubra_desktop.model.records.reports import Report, ReportAnswer, ReportSection, ReportSignature
from hubra_desktop.model.reports.compose import proposed_title
from hubra_desktop.model.reports.marks import link_fact
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from tests.documents.checks import problems
from tests.documents.march import STYLE
from tests.documents.reading import spoken, squeezed, structure_of, text_of
from tests.model.reports.source_year import demo, huddinge, small, written

DATA = Path(__file__).resolve().parents[1] / "data" / "verksamhetsberattelse-2017.txt"
GOLDEN = Path(__file__).parent / "golden"
COVER = Report(
    id="cover", year=2017, kind=ReportKind.STATEMENT, date=date(2018, 2, 16),
    case_number="KS-2016/1968.173", administration="Kommunstyrelsens förvaltning",
    handler="Catarina Klockerud", handler_contact="Catarina.Klockerud@huddinge.se",
    delivered_to="Kommunstyrelsen",
    signatures=(ReportSignature(name="Frida Ryberg", role="Säkerhetschef"),
                ReportSignature(name="Catarina Klockerud", role="Säkerhetssamordnare")),
)  # fmt: skip
PAPER = Report(
    id="paper", year=2017, date=date(2018, 2, 15), case_number="KS-2018/451.181",
    administration="Kommunstyrelsens förvaltning", handler="Catarina Klockerud",
    handler_contact="08-535 313 46", attached_to_id="cover", attachment_number=1,
    title="Verksamhetsberättelse för Huddinges brottsförebyggande råd 2017",
)  # fmt: skip
PLAN = Report(id="plan", year=2017, kind=ReportKind.ACTIVITY_PLAN)


@cache
def year() -> YearSheets:
    """Gather the source's year with its two papers, its plan adopted as the source says."""
    known = huddinge()
    assert known.plan is not None
    plan = replace(known.plan, decided_on=date(2016, 12, 7))
    return replace(known, reports=(COVER, PAPER), plan=plan)


@cache
def annual_report() -> bytes:
    """Print the source's annual report as it is proposed."""
    return to_pdf(
        verksamhetsberattelse_manuscript(written(year(), PAPER), year(), STYLE, draft=False)
    )


@cache
def statement() -> bytes:
    """Print the source's statement as it is proposed."""
    cover = replace(written(year(), COVER), title=proposed_title(COVER, year()))
    return to_pdf(tjansteutlatande_manuscript(cover, year(), STYLE, draft=False))


def wanted(kind: str) -> list[list[str]]:
    """Return what the source says of a kind, part by part."""
    lines = DATA.read_text(encoding="utf-8").splitlines()
    told = [line.split(": ", 1)[1] for line in lines if line.startswith(f"{kind}: ")]
    return [[part.strip() for part in line.split("|")] for line in told]


def headings(data: bytes) -> list[str]:
    """Return the sections' headings in reading order."""
    tree = structure_of(data)
    found = re.findall(r'^( *)H[23] \(block\)\n((?:\1 +".*"\n)+)', tree, flags=re.MULTILINE)
    return ["".join(re.findall(r'"(.*)"', text)).strip() for _, text in found]


def plain(data: bytes) -> str:
    """Return what is read aloud on one line, with ordinary spaces."""
    return " ".join(spoken(data).replace("\u00a0", " ").replace("\u00ad", "").split())


def in_order(told: str, parts: list[str]) -> None:
    """Assert that ``parts`` stand in ``told``, each after the one before."""
    place = 0
    for part in parts:
        found = told.find(part, place)
        assert found >= 0, f"{part!r} does not come after {told[place - 60 : place]!r}"
        place = found + len(part)


def section(told: str, heading: str, following: str) -> str:
    """Return what stands between two headings."""
    start = told.index(heading) + len(heading)
    return told[start : told.index(following, start)]


def test_the_headings_are_the_sources_in_its_order() -> None:
    assert headings(annual_report()) == [name for (name,) in wanted("rubrik")]


def test_every_area_tells_what_the_source_tells_of_it() -> None:
    told = plain(annual_report())
    titles = [name for (name,) in wanted("rubrik")][2:11]
    for place, (number, *parts) in enumerate(wanted("område")):
        text = section(told, titles[place], titles[place + 1])
        assert titles[place].startswith(number)
        in_order(text, parts)


def test_the_budget_tells_the_sources_figures_and_ur_dimmans_story() -> None:
    told = section(plain(annual_report()), "Redovisning av budget", "Uppföljning och indikatorer")
    in_order(told, [part for (part,) in wanted("budget")])
    assert all(name in told for (name,) in wanted("budgetord"))
    assert "Projektet startade ej. Därför har föreningen återbetalat hela summan" in told


def test_the_indicator_table_is_the_sources_row_by_row() -> None:
    told = plain(annual_report())
    parts: list[str] = []
    for name, source, latest, latest_year, compared, compared_year in wanted("mått"):
        parts += [name, source]
        for new, old in zip(*map(values_of, (latest, compared)), strict=True):
            parts += [old, *in_brackets(compared_year), new, *in_brackets(latest_year)]
    in_order(told[told.index("Jämförs med Mått senaste Skillnad") :], parts)


def values_of(cell: str) -> list[str]:
    """Part the values of the source's cell, without the names of the groups."""
    return re.findall(r"\d+(?:,\d+)?(?: %)?", cell) or [cell]


def in_brackets(year: str) -> list[str]:
    return [f"({year})"] if year else []


def test_the_head_is_the_sources() -> None:
    in_order(plain(annual_report()), [
        "Bilaga Kommunstyrelsens förvaltning Datum Diarienummer 2018-02-15 KS-2018/451.181",
        "Handläggare Catarina Klockerud 08-535 313 46 Till Huddinges brottsförebyggande råd",
        "Verksamhetsberättelse för Huddinges brottsförebyggande råd 2017 Inledning",
    ])  # fmt: skip
    assert "Utkast" not in plain(annual_report())


def test_the_statement_stands_in_the_sources_order() -> None:
    assert headings(statement()) == [
        "Förslag till beslut", "Sammanfattning", "Beskrivning av ärendet",
        "Förvaltningens synpunkter", "Bilaga", "Beslutet delges",
    ]  # fmt: skip
    in_order(plain(statement()), [
        "Tjänsteutlåtande Kommunstyrelsens förvaltning", "Datum Diarienummer 2018-02-16",
        "KS-2016/1968.173 Handläggare Catarina Klockerud Catarina.Klockerud@huddinge.se",
        "Huddinges brottsförebyggande råd Verksamhetsberättelse för Huddinges", "råd 2017 Förslag",
        "daterat den 16 februari 2018.", "vid fyra tillfällen", "vid sju tillfällen",
        "Frida Ryberg Säkerhetschef Catarina Klockerud Säkerhetssamordnare",
        "Bilaga Bilaga 1. Verksamhetsberättelse för Huddinges brottsförebyggande råd 2017",
        "Beslutet delges Kommunstyrelsen",
    ])  # fmt: skip


def test_the_statements_structure_is_as_it_was() -> None:
    golden = GOLDEN / "tjansteutlatande-2018-02-16.txt"
    assert structure_of(statement()) == golden.read_text(encoding="utf-8")


def test_the_plan_tells_what_who_and_when() -> None:
    data = to_pdf(verksamhetsplan_manuscript(written(year(), PLAN), year(), STYLE, draft=False))
    told = plain(data)
    in_order(told, [
        "Verksamhetsplan", "Inledning", "att färre kommuninvånare",
        "Prioriteringar och aktiviteter",
        "2. Lokal samverkan", "Vad Vem När", "Lokala trygghetsnätverk", "Våren",
        "6. Förebyggande arbete gentemot barn och ungdomar", "Demokratiberedningen Juni",
        "Uppföljning och indikatorer", "Mått Källa Riktning", "Medborgarundersökningen",
        "Budget", "Arvoden 60 000", "(exempel) 80 000", "Summa 264 000", "Fastställande",
    ])  # fmt: skip
    assert "Bidrag, fortbildning och övrigt (exempel)" not in told
    assert not problems(data)


@pytest.mark.parametrize("size", [None, 16.0, 20.0])
def test_all_three_may_be_archived_in_every_size(size: float | None) -> None:
    annual, cover, plan = (written(year(), each) for each in (PAPER, COVER, PLAN))
    for data in (
        to_pdf(verksamhetsberattelse_manuscript(annual, year(), STYLE, draft=True, text_size=size)),
        to_pdf(tjansteutlatande_manuscript(cover, year(), STYLE, draft=True, text_size=size)),
        to_pdf(verksamhetsplan_manuscript(plan, year(), STYLE, draft=True, text_size=size)),
    ):
        assert not problems(data)
        assert "Utkast" in plain(data)


def test_the_page_of_text_says_the_same_words() -> None:
    report = written(year(), PAPER)
    page = to_html(verksamhetsberattelse_manuscript(report, year(), STYLE, draft=False))
    words = re.sub(r"<(style|svg|title)\b.*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)
    for part in ("vid fyra tillfällen", "hela summan", "33,5"):
        assert part in " ".join(words.split())
    assert "fakta:" not in page
    assert page == to_html(verksamhetsberattelse_manuscript(report, year(), STYLE, draft=False))
    assert "Beslutet delges" in to_html(
        tjansteutlatande_manuscript(written(year(), COVER), year(), STYLE, draft=True, text_size=16)
    )
    assert "Vad" in to_html(
        verksamhetsplan_manuscript(written(year(), PLAN), year(), STYLE, draft=False)
    )


def test_ties_to_facts_are_printed_as_plain_words() -> None:
    own = ReportSection(key="own", heading="Eget", text=f"Vi fick {link_fact('sju', 'x')} brev.")
    data = to_pdf(
        verksamhetsberattelse_manuscript(
            replace(PAPER, sections=(own,)), year(), STYLE, draft=False
        )
    )
    assert "Vi fick sju brev." in plain(data)
    assert b"fakta:" not in data


def test_a_printed_gap_stands_in_its_section() -> None:
    answer = ReportAnswer(key="no-value:indicator-4", text="Mäts 2018.", printed=True)
    report = replace(written(year(), PAPER), answers=(answer,))
    told = plain(to_pdf(verksamhetsberattelse_manuscript(report, year(), STYLE, draft=False)))
    text = section(told, "Uppföljning och indikatorer", "Mått senaste")
    assert "trivs bra i sitt bostadsområde” saknar värde. Mäts 2018." in text


def test_a_long_paper_has_a_page_of_contents_and_a_short_one_has_none() -> None:
    assert "Innehåll" not in plain(annual_report())
    report = written(year(), PAPER)
    long = ReportSection(key="own", heading="Fördjupning", text="Ord om trygghet. " * 1100)
    longer = replace(report, sections=(*report.sections, long))
    told = plain(to_pdf(verksamhetsberattelse_manuscript(longer, year(), STYLE, draft=False)))
    in_order(told, ["Innehåll", "Inledning", "Fördjupning", "Inledning", "Fördjupning"])


def test_a_paper_with_nothing_in_it_is_printed_all_the_same() -> None:
    empty = YearSheets(year=1999)
    for kind, make in ((ReportKind.ANNUAL_REPORT, verksamhetsberattelse_manuscript),
                       (ReportKind.STATEMENT, tjansteutlatande_manuscript),
                       (ReportKind.ACTIVITY_PLAN, verksamhetsplan_manuscript)):  # fmt: skip
        data = to_pdf(make(Report(year=1999, kind=kind), empty, STYLE, draft=True))
        assert not problems(data)


def test_headings_of_any_level_and_none_are_set() -> None:
    sections = (
        ReportSection(key="a", heading="Djupt", level=3, text="# Under\nText."),
        ReportSection(key="b", heading="", text="Utan rubrik."),
        ReportSection(key="c", heading="Högt", level=1, text="- en\n- två"),
    )
    data = to_pdf(
        verksamhetsberattelse_manuscript(
            replace(PAPER, sections=sections), year(), STYLE, draft=False
        )
    )
    assert headings(data) == ["Djupt", "Under", "Högt"]
    assert not problems(data)


def test_several_bilagor_are_listed_by_number() -> None:
    second = Report(id="b2", year=2017, kind=ReportKind.ACTIVITY_PLAN,
                         attached_to_id="cover", attachment_number=2)  # fmt: skip
    both = replace(year(), reports=(COVER, second, PAPER))
    told = plain(to_pdf(tjansteutlatande_manuscript(COVER, both, STYLE, draft=False)))
    in_order(
        told, ["Bilagor", "Bilaga 1. Verksamhetsberättelse för", "Bilaga 2. Verksamhetsplan 2017"]
    )


def test_a_year_without_plan_lists_its_activities_all_the_same() -> None:
    loose = small(plan=None)
    data = to_pdf(verksamhetsplan_manuscript(written(loose, PLAN), loose, STYLE, draft=False))
    in_order(plain(data), ["Aktiviteter", "Kvällsvandring", "Belysning"])


def test_the_demo_registers_own_papers_print() -> None:
    style = demo().house_style
    assert style is not None
    for report in huddinge().reports:
        statement = report.kind is ReportKind.STATEMENT
        made = tjansteutlatande_manuscript if statement else verksamhetsberattelse_manuscript
        assert not problems(to_pdf(made(report, huddinge(), style, draft=False)))


def test_the_same_sheets_give_the_same_bytes() -> None:
    again = to_pdf(
        verksamhetsberattelse_manuscript(written(year(), PAPER), year(), STYLE, draft=False)
    )
    assert again == annual_report()


def test_another_program_reads_the_same_words() -> None:
    assert squeezed("Rådet har sammanträtt vid fyra tillfällen") in squeezed(text_of(statement()))


def test_dates_of_an_activity_are_written_as_a_stretch() -> None:
    first = replace(small().activities[0], starts=date(2017, 3, 1), ends=date(2017, 5, 31))
    second = replace(small().activities[1], ends=date(2017, 9, 1), state=first.state)
    planned = small(activities=(first, second))
    data = to_pdf(verksamhetsplan_manuscript(written(planned, PLAN), planned, STYLE, draft=False))
    in_order(plain(data), ["1 mars–31 maj", "1 september"])


def test_a_partner_is_told_apart_from_who_is_responsible() -> None:
    first = replace(small().activities[0], responsible="Anna Berg", partners="polisen\nBerga IF")
    second = replace(small().activities[1], partners="skola och fritid")
    planned = small(activities=(first, second))
    told = to_html(verksamhetsplan_manuscript(written(planned, PLAN), planned, STYLE, draft=False))
    assert "Anna Berg tillsammans med polisen och Berga IF" in told
    assert "Tillsammans med skola och fritid" in told
