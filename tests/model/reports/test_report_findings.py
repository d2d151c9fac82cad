"""Findings about papers: what they are in the source's own papers, and what they let be."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.case_number import same_number
from hubra_desktop.model.findings import Level
from hubra_desktop.model.indicators.terms import Unit
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.council import Matter, MatterAlias
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.marks import link_fact, strip_links
from hubra_desktop.model.reports.related_papers import ReportFinding
from hubra_desktop.model.reports.report_findings import ready, report_findings
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from tests.model.reports.source_year import (
    REPORT,
    entry,
    grant,
    huddinge,
    saying,
    small,
    written,
)

COVER = Report(
    id="t", year=2017, kind=ReportKind.STATEMENT, date=dt.date(2018, 2, 16),
    case_number="KS-2016/1968.173", title="Verksamhetsberättelse 2017", meeting_id="m9",
)  # fmt: skip
PAPER = replace(
    REPORT, case_number="KS-2018/451.181", attached_to_id="t", attachment_number=1,
    date=dt.date(2018, 2, 15), title="Verksamhetsberättelse 2017", meeting_id="m9",
)  # fmt: skip
AGENDA = Meeting(
    id="m9", date=dt.date(2018, 3, 7),
    items=(Item(id="i3", title="Verksamhetsberättelse 2017", case_number="KS-2018/451.181"),
           Item(id="i4", title="Övrigt", case_number="KS-2018/999")),
)  # fmt: skip


def company(cover: Report = COVER, paper: Report = PAPER, **changes: object) -> YearSheets:
    """Make a year with a cover, its bilaga and the agenda where they are dealt with."""
    return small(reports=(cover, paper), tabled=(AGENDA,), **changes)


def found(report: Report, year: YearSheets, finding: str) -> list[ReportFinding]:
    """Return the findings of one sort."""
    return [each for each in report_findings(report, year) if each.id == finding]


def test_the_sources_two_numbers_are_found_in_the_demo_register() -> None:
    year = huddinge()
    cover = next(each for each in year.reports if each.kind is ReportKind.STATEMENT)
    (two,) = found(cover, year, "two_case_numbers")
    assert two.level is Level.WARNING
    assert "KS-2016/1968.173" in two.sentence
    assert "bilaga 1 och föredragningslistan har KS-2018/451.181" in two.sentence


def test_two_numbers_are_found_from_the_bilaga_too() -> None:
    (two,) = found(PAPER, company(), "two_case_numbers")
    assert "verksamhetsberättelsen har KS-2018/451.181" in two.sentence
    assert "tjänsteutlåtandet har KS-2016/1968.173" in two.sentence
    assert (two.where.kind, two.where.id) == ("report", "r1")


def test_one_number_however_it_is_written_is_one() -> None:
    same = replace(COVER, case_number="ks 2018/451.181")
    assert not found(same, company(cover=same), "two_case_numbers")
    assert same_number("KS-2018/451", "KS/2018:451")
    assert not same_number("KS-2018/451.181", "KS-2018/451")
    assert same_number("Ärende 7", "ärende  7")
    assert not same_number("Ärende 7", "KS-2018/451")


@pytest.mark.parametrize("swapped", [False, True])
def test_an_alias_with_a_reason_explains_two_numbers(swapped: bool) -> None:
    pair = ("KS-2018/451.181", "KS-2016/1968.173")
    own, other = pair[::-1] if swapped else pair
    matters = (Matter(id="ma", case_number=own),)
    alias = MatterAlias(id="al", matter_id="ma", case_number=other, reason="Planens ärende")
    year = company(matters=matters, aliases=(alias,))
    assert not found(COVER, year, "two_case_numbers")
    third = Matter(id="ma", case_number="KS-2015/7")
    both = (alias, replace(alias, id="an", case_number=own))
    assert not found(COVER, company(matters=(third,), aliases=both), "two_case_numbers")
    silent = company(matters=matters, aliases=(replace(alias, reason=" "),))
    assert found(COVER, silent, "two_case_numbers")


def test_a_reason_on_either_paper_explains_two_numbers() -> None:
    told = replace(COVER, number_reason="Planens nummer följde med")
    assert not found(told, company(cover=told), "two_case_numbers")
    assert not found(PAPER, company(cover=told), "two_case_numbers")


def test_the_cover_and_its_bilaga_are_dated_a_day_apart() -> None:
    (late,) = found(COVER, company(), "cover_after_attachment")
    assert late.sentence.startswith(
        "Tjänsteutlåtandet är daterat den 16 februari 2018, bilagan den 15 februari 2018."
    )
    early = replace(COVER, date=dt.date(2018, 2, 14))
    assert found(PAPER, company(cover=early), "cover_before_attachment")
    same = replace(COVER, date=PAPER.date)
    year = company(cover=same)
    assert not [each for each in report_findings(same, year) if each.id.startswith("cover_")]


def test_a_statement_that_names_another_day_than_its_own_is_found() -> None:
    text = "enligt förvaltningens tjänsteutlåtande daterat den 15 februari 2018."
    report = replace(COVER, sections=(ReportSection(id="s", key="proposal", text=text),))
    (wrong,) = found(report, company(cover=report), "own_date_unlike")
    assert (wrong.where.section, wrong.where.start) == ("proposal", 0)
    right = replace(report, date=dt.date(2018, 2, 15))
    assert not found(right, company(cover=right), "own_date_unlike")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("onsdag den 8 mars 2018", "torsdag"),
        ("Onsdagen den 8 mars 2018", "torsdag"),
        ("lördag 7 mars", "tisdag"),
    ],
)
def test_a_weekday_that_is_not_the_dates_is_found(text: str, right: str) -> None:
    (wrong,) = found(saying(f"Vi ses {text} kl. 15."), small(), "wrong_weekday")
    assert f"är en {right}" in wrong.sentence
    assert wrong.where.start == len("Vi ses ")


@pytest.mark.parametrize(
    "text", ["onsdag den 7 mars 2018", "onsdag den 8 mars", "tisdag den 31 februari 2018"]
)
def test_right_weekdays_and_days_that_are_none_are_let_be(text: str) -> None:
    assert not found(saying(text), small(), "wrong_weekday")


def test_stale_and_lost_numbers_stop_and_unknown_sums_warn() -> None:
    text = (
        f"Breven var {link_fact('sju', 'brev-skickade')} och vi {link_fact('40', 'borta')}. "
        "Det kostade 12 345 kr."
    )
    report = saying(text)
    told = [(each.id, each.level) for each in report_findings(report, small())][:3]
    assert told == [
        ("stale_fact", Level.STOP), ("lost_fact", Level.STOP), ("sum_not_in_ledger", Level.WARNING),
    ]  # fmt: skip
    first = report_findings(report, small())[0]
    assert first.sentence.startswith("Texten säger ”sju”")
    assert (first.where.section, first.where.start) == ("own", text.index("["))


def test_two_repayments_told_apart_by_their_records_are_let_be() -> None:
    year = huddinge()
    told = next(each for each in year.reports if each.kind is ReportKind.ANNUAL_REPORT)
    assert not [each for each in report_findings(told, year) if each.id.startswith("repaid_")]
    assert not [each for each in report_findings(written(year), year)
                if each.id.startswith("repaid_")]  # fmt: skip
    untied = [replace(each, text=strip_links(each.text)) for each in written(year).sections]
    found = report_findings(replace(REPORT, sections=tuple(untied)), year)
    assert "repaid_grant_unnamed" in {each.id for each in found}


def two_grants() -> YearSheets:
    """Make a year with two grants that came back."""
    other = grant(id="g2", body_id="other", title="Nattvandring")
    return small(grants=(grant(), other), names={"body": "Hemvist", "other": "Natugglan"})


def test_a_repayment_that_names_nobody_beside_another_is_found() -> None:
    report = saying("Hemvist har återbetalat sitt bidrag.\n\nEn förening har återbetalat sitt.")
    (unnamed,) = found(report, two_grants(), "repaid_grant_unnamed")
    assert unnamed.where.start == report.sections[0].text.index("En förening")
    alone = saying("En förening har återbetalat sitt bidrag.")
    assert not found(alone, two_grants(), "repaid_grant_unnamed")


def test_one_repayment_told_in_two_sections_is_found() -> None:
    first = ReportSection(id="s1", key="a", text="Hemvist har återbetalat bidraget.")
    second = ReportSection(
        id="s2", key="b", text=f"Bidraget har {link_fact('återbetalats', 'bidrag:g1')}."
    )
    report = replace(REPORT, sections=(first, second))
    (twice,) = found(report, two_grants(), "repaid_grant_twice")
    assert twice.where.section == "b"
    assert "Hemvist, Läxhjälp" in twice.sentence
    named = replace(second, text="Natugglan har betalat tillbaka sitt bidrag.")
    apart = replace(REPORT, sections=(first, named))
    assert not found(apart, two_grants(), "repaid_grant_twice")


def test_a_share_that_is_a_count_and_a_missing_value_are_told() -> None:
    indicators = (Indicator(id="i", name="Andel som fått stöd", unit=Unit.COUNT),)
    year = small(indicators=indicators)
    ids = [each.id for each in report_findings(REPORT, year) if each.where.kind == "indicator"]
    assert ids == ["indicator-share-of-count", "gap:no-value:i"]
    statement = replace(REPORT, kind=ReportKind.STATEMENT)
    assert not [e for e in report_findings(statement, year) if e.where.kind == "indicator"]


def test_a_paper_is_ready_when_nothing_stops_it_and_every_gap_is_settled() -> None:
    year = small(entries=())
    assert ready(written(year), year)
    assert not ready(saying(link_fact("sju", "brev-skickade")), year)
    lacking = small(entries=(entry(1, EntryKind.PAYMENT), entry(2, EntryKind.REPAYMENT, 100)))
    assert not ready(saying("Hemvist har återbetalat hela summan."), lacking)
    assert not ready(written(huddinge()), huddinge())


def test_a_paper_without_number_or_day_is_not_compared() -> None:
    bare = replace(PAPER, case_number="", date=None)
    ids = {each.id for each in report_findings(bare, company(paper=bare))}
    assert not ids & {"two_case_numbers", "cover_after_attachment", "cover_before_attachment"}


def framed(frame: int | None) -> YearSheets:
    """Make a year whose posts are 40 000 and 60 000 kr, with another frame."""
    year = small()
    assert year.budget is not None
    version = replace(year.budget.versions[0], frame_ore=frame)
    return replace(year, budget=replace(year.budget, versions=(version,)))


@pytest.mark.parametrize("kind", [ReportKind.ANNUAL_REPORT, ReportKind.ACTIVITY_PLAN])
def test_posts_that_do_not_add_up_to_the_frame_are_told_with_both_sums(kind: ReportKind) -> None:
    (one,) = found(replace(REPORT, kind=kind), framed(9_400_000), "posts_unlike_frame")
    assert one.level is Level.WARNING
    assert (one.where.kind, one.where.id) == ("budget_year", "b")
    told = one.sentence.replace("\u00a0", " ")
    assert "94 000 kr" in told
    assert "100 000 kr" in told


@pytest.mark.parametrize("frame", [10_000_000, None])
def test_posts_that_add_up_or_have_no_frame_are_let_be(frame: int | None) -> None:
    assert found(REPORT, framed(frame), "posts_unlike_frame") == []


def test_only_papers_that_tell_of_money_are_held_against_the_frame() -> None:
    assert found(COVER, framed(9_400_000), "posts_unlike_frame") == []
    assert found(REPORT, small(budget=None), "posts_unlike_frame") == []
