"""The written papers' commands and queries: done, refused, undone and done again."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.findings import Level
from hubra_desktop.model.plan.terms import LetterState
from hubra_desktop.model.records.council import Matter, MatterAlias
from hubra_desktop.model.records.plan import Letter
from hubra_desktop.model.records.reports import Report, ReportSection, ReportSignature
from hubra_desktop.model.reports.facts import facts
from hubra_desktop.model.reports.linking import proposed_links
from hubra_desktop.model.reports.marks import link_fact, marks_in, strip_links
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.reports import (
    AcceptFact,
    AnswerGap,
    AttachReport,
    NewReport,
    RefreshSection,
    TakeOverSection,
    TieFact,
)
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store
from hubra_desktop.work.papers import collect
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.queries.reports import (
    ReportView,
    report_rows,
    report_view,
)
from hubra_desktop.work.queries.year import year_sheets
from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office, settled

LETTERS = "brev-skickade"


@pytest.fixture
def huddinge(tmp_path: Path) -> Iterator[Workspace]:
    """Open a demo register."""
    path = tmp_path / "demo.hubra"
    path.write_bytes(_demo())
    workspace = Workspace.open(path)
    yield workspace
    workspace.close()


@cache
def _demo() -> bytes:
    """Make the demo register once."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "demo.hubra")
        make_demo(path)
        return settled(path)


def made(workspace: Workspace, command: Command) -> str:
    """Run a command and return the id of what it made."""
    created = workspace.run(command).created
    assert created is not None
    return created


def view(workspace: Workspace, report_id: str) -> ReportView:
    """Read a paper with all that is found in it."""
    with workspace.read() as reader:
        return report_view(reader, report_id)


def text(workspace: Workspace, report_id: str, key: str) -> str:
    """Return what a section says."""
    sections = view(workspace, report_id).sheet.sections
    return next(section.text for section in sections if section.key == key)


def section_id(workspace: Workspace, report_id: str, key: str) -> str:
    """Return the id of a section."""
    sections = view(workspace, report_id).sheet.sections
    return next(section.id for section in sections if section.key == key)


def letter(workspace: Workspace) -> None:
    """Send an eighth letter."""
    sheet = Letter(year=2017, number=8, state=LetterState.SENT, sent_on=date(2017, 12, 20))
    workspace.run(Store(sheet))


def test_a_new_report_has_the_years_sections_and_the_latest_ones_head(huddinge: Workspace) -> None:
    report_id = made(huddinge, NewReport(2017, values={"case_number": "KS-2018/451.181"}))
    found = view(huddinge, report_id)
    assert found.sheet.title == "Verksamhetsberättelse för Huddinges brottsförebyggande råd 2017"
    assert (found.sheet.handler, found.sheet.handler_contact) == (
        "Catarina Klockerud", "08-535 313 46",
    )  # fmt: skip
    assert len(found.sheet.sections) == 14
    assert not found.stale
    assert not found.contradicted
    assert [gap.key for gap in found.gaps if not gap.settled] == ["no-value:indicator-4"]
    assert not found.ready


def test_a_new_statement_takes_its_bilaga_along(huddinge: Workspace) -> None:
    report_id = made(huddinge, NewReport(2017))
    cover_id = made(huddinge, NewReport(2017, ReportKind.STATEMENT, attach=report_id,
                                        values={"date": date(2018, 2, 16)}))  # fmt: skip
    cover = view(huddinge, cover_id)
    assert [each.name for each in cover.sheet.signatures] == ["Frida Ryberg", "Catarina Klockerud"]
    assert cover.sheet.delivered_to == "Kommunstyrelsen"
    proposal = strip_links(text(huddinge, cover_id, "proposal"))
    assert proposal.endswith("bilaga 1 till förvaltningens tjänsteutlåtande daterat den 16 "
                             "februari 2018.")  # fmt: skip
    attached = view(huddinge, report_id).sheet
    assert (attached.attached_to_id, attached.attachment_number) == (cover_id, 1)


def test_the_authors_headings_come_along_to_the_next_year(office: Office) -> None:
    first = office.made(NewReport(2017))
    intro = section_id(office.workspace, first, "intro")
    office.run(Change(ReportSection, intro, {"heading": "Bakgrund"}))
    second = view(office.workspace, office.made(NewReport(2018))).sheet
    assert second.sections[0].heading == "Bakgrund"


def test_the_first_of_its_kind_takes_over_who_handles_it_but_not_who_signs(
    office: Office,
) -> None:
    office.run(Store(Report(
        year=2017, handler="Åsa Ek", administration="Förvaltningen", delivered_to="KS",
        signatures=(ReportSignature(name="Erik Öman"),),
    )))  # fmt: skip
    plan = view(office.workspace, office.made(NewReport(2018, ReportKind.ACTIVITY_PLAN))).sheet
    assert (plan.handler, plan.administration) == ("Åsa Ek", "Förvaltningen")
    assert (plan.delivered_to, plan.signatures) == ("", ())


@pytest.mark.parametrize("year", [0, 12345])
def test_a_year_that_is_none_is_refused(office: Office, year: int) -> None:
    with pytest.raises(InputError):
        office.run(NewReport(year))


def test_nothing_the_author_wrote_is_touched_until_asked(huddinge: Workspace) -> None:
    report_id = made(huddinge, NewReport(2017))
    intro = section_id(huddinge, report_id, "intro")
    huddinge.run(Change(ReportSection, intro, {"text": "Mina egna ord."}))
    letter(huddinge)
    assert text(huddinge, report_id, "intro") == "Mina egna ord."
    huddinge.run(RefreshSection(report_id, "intro"))
    assert text(huddinge, report_id, "intro").startswith("Huddinges brottsförebyggande råd")
    huddinge.undo()
    assert text(huddinge, report_id, "intro") == "Mina egna ord."


def test_a_section_that_was_taken_away_comes_back_where_it_belongs(huddinge: Workspace) -> None:
    report_id = made(huddinge, NewReport(2017))
    huddinge.run(Remove(ReportSection, section_id(huddinge, report_id, "budget")))
    keys = [section.key for section in view(huddinge, report_id).sheet.sections]
    assert "budget" not in keys
    huddinge.run(RefreshSection(report_id, "budget"))
    keys = [section.key for section in view(huddinge, report_id).sheet.sections]
    assert keys[keys.index("budget") + 1] == "indicators"
    huddinge.run(Remove(ReportSection, section_id(huddinge, report_id, "intro")))
    huddinge.run(RefreshSection(report_id, "intro"))
    assert view(huddinge, report_id).sheet.sections[0].key == "intro"
    with pytest.raises(InputError, match="inget att föreslå"):
        huddinge.run(RefreshSection(report_id, "proposal"))


def tie(workspace: Workspace, report_id: str, key: str) -> None:
    """Choose the tie to a fact that is proposed for the author's own words."""
    found = view(workspace, report_id)
    for section in found.sheet.sections:
        for each in proposed_links(section.text, found.facts.values()):
            if each.fact.key == key:
                workspace.run(TieFact(section.id, each.start, each.end, key))


def test_a_number_goes_stale_and_is_accepted(huddinge: Workspace) -> None:
    report_id = made(huddinge, NewReport(2017))
    tie(huddinge, report_id, LETTERS)
    letter(huddinge)
    counted, found = view(huddinge, report_id).stale
    assert (counted.words, counted.new_words) == ("sju", "åtta")
    assert (found.words, found.new_words, len(found.sources)) == ("7", "8", 8)
    assert found.new_sentence.startswith("Under 2017 skickades Trygghetsbrevet ut vid 8 tillfällen")
    assert view(huddinge, report_id).findings[0].level is Level.STOP
    huddinge.run(AcceptFact(counted.section_id, LETTERS))
    huddinge.run(AcceptFact(found.section_id, LETTERS))
    assert "vid 8 tillfällen" in strip_links(text(huddinge, report_id, found.section_key))
    assert not view(huddinge, report_id).stale
    huddinge.undo()
    assert view(huddinge, report_id).stale
    huddinge.redo()
    assert not view(huddinge, report_id).stale


def test_words_are_tied_to_a_fact_and_refused_where_that_says_nothing(
    huddinge: Workspace,
) -> None:
    report_id = made(huddinge, NewReport(2017))
    own = made(
        huddinge, Add(ReportSection, {"key": "own", "text": "Sju [ord] om brev."}, report_id)
    )
    huddinge.run(TieFact(own, 0, 3, LETTERS))
    assert text(huddinge, report_id, "own") == f"{link_fact('Sju', LETTERS)} [ord] om brev."
    start = len(link_fact("Sju", LETTERS)) + 1
    for span, key in (((1, 3), LETTERS), ((start, start + 5), LETTERS), ((start, start), LETTERS),
                      ((start + 9, start + 13), "borta")):  # fmt: skip
        with pytest.raises(InputError):
            huddinge.run(TieFact(own, *span, key))


def test_gaps_are_answered_changed_and_taken_back(huddinge: Workspace) -> None:
    report_id = made(huddinge, NewReport(2017))
    key = "no-value:indicator-4"
    huddinge.run(AnswerGap(report_id, key, "Mäts först 2018."))
    assert view(huddinge, report_id).ready
    huddinge.run(AnswerGap(report_id, key, "Mäts 2019.", printed=True))
    (answer,) = view(huddinge, report_id).sheet.answers
    assert (answer.text, answer.printed) == ("Mäts 2019.", True)
    huddinge.run(AnswerGap(report_id, key))
    assert not view(huddinge, report_id).sheet.answers
    huddinge.run(AnswerGap(report_id, key))
    assert not view(huddinge, report_id).ready


def test_bilagor_are_numbered_and_never_their_own(office: Office) -> None:
    cover, first, second = (office.made(NewReport(2017, kind)) for kind in (
        ReportKind.STATEMENT, ReportKind.ANNUAL_REPORT, ReportKind.ACTIVITY_PLAN))  # fmt: skip
    office.run(AttachReport(first, cover))
    office.run(AttachReport(second, cover))
    sheets = [view(office.workspace, each).sheet for each in (first, second)]
    assert [each.attachment_number for each in sheets] == [1, 2]
    office.run(AttachReport(second, cover, number=7))
    assert view(office.workspace, second).sheet.attachment_number == 7
    for circle in (AttachReport(cover, cover), AttachReport(cover, first),
                   Change(Report, cover, {"attached_to_id": cover})):  # fmt: skip
        with pytest.raises(InputError, match="bilaga till sig själv"):
            office.run(circle)
    office.run(AttachReport(second, None))
    assert view(office.workspace, second).sheet.attached_to_id is None
    office.run(Remove(Report, cover))
    left = view(office.workspace, first).sheet
    assert (left.attached_to_id, left.attachment_number) == (None, None)
    office.workspace.undo()
    assert view(office.workspace, first).sheet.attached_to_id == cover


def test_sections_are_added_moved_and_written_in_one_step_a_visit(office: Office) -> None:
    sections = (ReportSection(key="a"), ReportSection(key="b"))
    report = office.made(Store(Report(year=2017, sections=sections)))
    own = office.made(Add(ReportSection, {"heading": "Eget"}, report, 0))
    for typed in ("E", "Ett", "Ett ord"):
        office.run(Change(ReportSection, own, {"text": typed}, edit="besök"))
    office.run(Reorder(ReportSection, own, 9))
    written = view(office.workspace, report).sheet.sections
    assert [section.key for section in written] == ["a", "b", ""]
    assert written[2].text == "Ett ord"
    office.workspace.undo()
    office.workspace.undo()
    assert view(office.workspace, report).sheet.sections[0].text == ""


def test_signatures_are_added_changed_and_taken_away(office: Office) -> None:
    report = office.made(NewReport(2017))
    sign = office.made(Add(ReportSignature, {"name": "Åsa Ek"}, report))
    office.run(Change(ReportSignature, sign, {"role": "Ordförande"}))
    (one,) = view(office.workspace, report).sheet.signatures
    assert (one.name, one.role) == ("Åsa Ek", "Ordförande")
    office.run(Add(ReportSignature, {"name": "Bo"}, report))
    office.run(Remove(ReportSignature, sign))
    assert [each.name for each in view(office.workspace, report).sheet.signatures] == ["Bo"]


def test_an_alias_with_a_reason_explains_the_sources_two_numbers(huddinge: Workspace) -> None:
    with huddinge.read() as reader:
        cover = collect(reader, "tjansteutlatande", 2017).content.report.id
    assert "two_case_numbers" in {each.id for each in view(huddinge, cover).findings}
    huddinge.run(Remove(Matter, "matter-03"))  # a number is one matter's
    number = {"matter_id": "matter-01", "case_number": "KS-2016/1968.173"}
    alias = made(huddinge, Add(MatterAlias, number))
    assert "two_case_numbers" in {each.id for each in view(huddinge, cover).findings}
    huddinge.run(Change(MatterAlias, alias, {"reason": "Planens nummer"}))
    assert "two_case_numbers" not in {each.id for each in view(huddinge, cover).findings}
    huddinge.run(Remove(MatterAlias, alias))
    assert "two_case_numbers" in {each.id for each in view(huddinge, cover).findings}


def test_papers_are_listed_by_year(huddinge: Workspace) -> None:
    made(huddinge, NewReport(2018))
    with huddinge.read() as reader:
        assert {row.year for row in report_rows(reader)} == {2018, 2017}
        assert {row.kind for row in report_rows(reader, 2017)} == {
            ReportKind.STATEMENT, ReportKind.ANNUAL_REPORT,
        }  # fmt: skip
        assert report_rows(reader)[0].year == 2018


def test_a_paper_that_is_not_there_is_refused_in_words(office: Office) -> None:
    with (
        office.workspace.read() as reader,
        pytest.raises(InputError, match="finns inte längre"),
    ):
        report_view(reader, "borta")


def test_an_empty_year_is_gathered_empty(office: Office) -> None:
    with office.workspace.read() as reader:
        year = year_sheets(reader, 1999)
        assert (year.meetings, year.grants, year.entries, year.budget_table) == ((), (), (), None)
        assert facts(year)[LETTERS].value == 0


def test_the_years_figures_are_those_that_the_pages_show(huddinge: Workspace) -> None:
    from hubra_desktop.work.queries.money import budget

    with huddinge.read() as reader:
        year = year_sheets(reader, 2017)
        assert year.budget_table == budget(reader, 2017)
        assert {each.id for each in year.grants} >= {"grant-01", "grant-03", "grant-06"}
        assert [meeting.date.year for meeting in year.meetings] == [2017] * 4
        assert [meeting.id for meeting in year.tabled] == ["meeting-01"]


def test_all_that_was_made_can_be_undone_and_done_again(huddinge: Workspace) -> None:
    def everything() -> object:
        with huddinge.read() as reader:
            return register_bundle(reader)

    before = everything()
    report_id = made(huddinge, NewReport(2017))
    huddinge.run(AnswerGap(report_id, "no-value:indicator-4", printed=True))
    huddinge.run(RefreshSection(report_id, "budget"))
    after = everything()
    while huddinge.undo_label:
        huddinge.undo()
    assert everything() == before
    while huddinge.redo_label:
        huddinge.redo()
    assert everything() == after


def test_last_years_text_is_taken_over_and_brought_back(huddinge: Workspace) -> None:
    report_id = made(huddinge, NewReport(2018))
    areas = section_id(huddinge, report_id, "areas")
    before = text(huddinge, report_id, "areas")
    huddinge.run(Change(ReportSection, areas, {"text": "Mina egna ord."}))
    huddinge.run(TakeOverSection(areas))
    told = text(huddinge, report_id, "areas")
    assert "Rådet har inte sammanträtt under året." in strip_links(told)
    assert {mark.key for mark in marks_in(told)} >= {mark.key for mark in marks_in(before)}
    huddinge.undo()
    assert text(huddinge, report_id, "areas") == "Mina egna ord."
    first = section_id(huddinge, made(huddinge, NewReport(2016)), "areas")
    with pytest.raises(InputError, match="Ingen tidigare handling"):
        huddinge.run(TakeOverSection(first))
