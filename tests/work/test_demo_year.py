"""The demo register tells the council's own year 2017, and leaves open what is not stated."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.findings import Level
from hubra_desktop.model.indicators.terms import Group, Missing
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantState, Outcome
from hubra_desktop.model.plan.areas import DEFAULT_AREAS
from hubra_desktop.model.plan.counts import participants_in_words
from hubra_desktop.model.plan.terms import (
    SENT_STATES,
    ActivityKind,
    ActivityState,
    AgreementKind,
)
from hubra_desktop.model.reports.marks import strip_links
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.paths import resource
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.papers import PaperForm, collect, render
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.queries.due import due
from hubra_desktop.work.queries.grants import grant_rows
from hubra_desktop.work.queries.money import budget
from hubra_desktop.work.queries.reports import report_view
from hubra_desktop.work.workspace import Workspace

CONTENT = resource("demo", "huddinge.json").read_bytes()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("demo") / "demo.hubra"
    make_demo(Path(path))
    workspace = Workspace.open(path, read_only=True)
    yield workspace
    workspace.close()


@pytest.fixture
def bundle(demo: Workspace) -> Bundle:
    with demo.read() as reader:
        return register_bundle(reader)


def test_the_file_is_canonical() -> None:
    assert dump(load(CONTENT)) == CONTENT


def test_the_council_met_four_times_on_days_that_are_not_confirmed(bundle: Bundle) -> None:
    held = [
        each
        for each in bundle.meetings
        if each.state is MeetingState.HELD and not each.note.startswith("Exempel")
    ]
    assert [each.date for each in held] == [
        date(2017, 3, 8), date(2017, 5, 17), date(2017, 9, 13), date(2017, 11, 22),
    ]  # fmt: skip
    for meeting in held:
        assert "ej bekräftat" in meeting.note
        assert (meeting.items, meeting.place, meeting.signatures) == ((), "", ())


def test_the_plan_has_the_eight_areas_of_the_report(bundle: Bundle) -> None:
    [plan] = bundle.plans
    assert tuple(area.title for area in plan.areas) == DEFAULT_AREAS
    assert [area.number for area in plan.areas] == list("12345678")
    assert plan.goal.startswith("att färre kommuninvånare ska känna rädsla")
    assert plan.goal.endswith("brottsförebyggande arbetet i Huddinge kommun.")
    assert (plan.decided_on, plan.meeting_id) == (None, None)


def test_activities_stand_under_their_areas_and_are_counted_once(bundle: Bundle) -> None:
    mains = Counter(area.area_id for each in bundle.activities for area in each.areas if area.main)
    assert [mains[f"area-2017-{number}"] for number in range(1, 9)] == [3, 8, 5, 2, 3, 1, 1, 3]
    shared = {each.title: each for each in bundle.activities if len(each.areas) > 1}
    [day] = shared.values()
    assert [(area.area_id, area.main) for area in day.areas] == [
        ("area-2017-2", True), ("area-2017-6", False),
    ]  # fmt: skip
    assert [each.position for each in bundle.activities] == list(range(26))


def test_what_was_counted_is_counted_as_exactly_as_it_is_told(bundle: Bundle) -> None:
    told = [participants_in_words(each) for each in bundle.activities]
    assert [each for each in told if each] == [
        "drygt 100 personer",
        "90 personer",
        "135 personer",
    ]
    kinds = {each.kind: each for each in bundle.activities}
    assert [each.place for each in kinds[ActivityKind.NETWORK].occasions] == [
        "Vårby gård", "Visättra", "Huddinge C", "Skogås",
    ]  # fmt: skip
    assert len(kinds[ActivityKind.DIALOGUE].occasions) == 2
    sent = [each for each in bundle.letters if each.state in SENT_STATES]
    assert len(sent) == len(bundle.letters) == 7
    assert {(each.sent_on, each.number) for each in sent} == {(None, None)}


def test_what_was_not_finished_says_so(bundle: Bundle) -> None:
    states = Counter(each.state for each in bundle.activities)
    assert states[ActivityState.PARTLY] == 1
    [left] = [each for each in bundle.activities if each.state is ActivityState.PARTLY]
    assert [area.area_id for area in left.areas] == ["area-2017-4"]
    assert "ej färdigställts" in left.reason


def test_agreements_say_what_is_known(bundle: Bundle) -> None:
    kinds = [each.kind for each in bundle.agreements]
    assert kinds == [AgreementKind.COOPERATION, AgreementKind.IOP, AgreementKind.IOP]
    assert {(each.valid_from, each.valid_to, each.amount_ore) for each in bundle.agreements} == {
        (None, None, None)
    }
    assert [len(each.parties) for each in bundle.agreements] == [3, 2, 2]
    assert [meeting.held for meeting in bundle.agreements[2].meetings] == [True, True]


def test_the_budget_sums_to_its_frame_and_marks_what_nobody_decided(demo: Workspace) -> None:
    with demo.read() as reader:
        table = budget(reader, 2017)
    sums = {row.post.name: row.sums.planned // 100 for row in table.rows}
    assert table.frame_ore == table.total.planned == 26_400_000
    assert (sums["Arvoden"], sums["Bidrag, fortbildning och övrigt"]) == (60_000, 204_000)
    assert [row.example for row in table.rows if row.leaf] == [False, *[True] * 5]
    assert (table.balanced, table.closed_on) == (True, None)


def test_ur_dimmans_grant_came_back_whole(demo: Workspace, bundle: Bundle) -> None:
    own = [each for each in bundle.ledger if each.grant_id != "grant-07"]
    assert [(each.kind, each.amount_ore, each.date) for each in own] == [
        (EntryKind.PAYMENT, 4_508_000, None),
        (EntryKind.REPAYMENT, 4_508_000, None),
    ]
    with demo.read() as reader:
        rows = {row.sheet.id: row for row in grant_rows(reader)}
    dimman = rows["grant-01"]
    assert (dimman.applicant, dimman.post) == ("Ur Dimman", "Nattvandring/Föreningar")
    assert (dimman.standing.state, dimman.standing.net) == (GrantState.FULLY_REPAID, 0)
    assert dimman.sheet.outcome is Outcome.NOT_CARRIED_OUT


def test_the_night_walks_of_2016_are_another_story(demo: Workspace, bundle: Bundle) -> None:
    with demo.read() as reader:
        rows = [row for row in grant_rows(reader, 2016) if row.sheet.id != "grant-07"]
    assert len(rows) == len({row.sheet.body_id for row in rows}) == 4
    assert all("namnet anges inte" in row.applicant for row in rows)
    assert not any(row.standing.granted_known for row in rows)
    assert Counter(row.sheet.outcome for row in rows) == {
        Outcome.CARRIED_OUT: 3, Outcome.NOT_CARRIED_OUT: 1,
    }  # fmt: skip
    assert not {row.sheet.id for row in rows} & {each.grant_id for each in bundle.ledger}


def test_the_grant_that_is_asked_back_is_marked_as_an_example(demo: Workspace) -> None:
    with demo.read() as reader:
        (row,) = (row for row in grant_rows(reader, 2016) if row.sheet.id == "grant-07")
        for letter in ("beslutsbrev", "aterkrav"):
            assert (
                "(exempel)"
                in render(collect(reader, letter, "grant-07"), PaperForm(html=True)).decode()
            )
    assert row.standing.rest == 2_000_000
    for words in (row.sheet.title, row.sheet.note, row.applicant):
        assert "exempel" in words.lower()


def test_the_raise_of_grannstod_is_told_and_nothing_more(demo: Workspace) -> None:
    with demo.read() as reader:
        [row] = [row for row in grant_rows(reader, 2017) if row.sheet.id == "grant-02"]
    kinds = [(each.kind, each.amount_ore) for each in row.sheet.decisions]
    assert kinds == [(DecisionKind.GRANT, None), (DecisionKind.RAISE, 2_000_000)]
    assert not row.standing.granted_known
    assert row.sheet.agreement_id == "agreement-02"


VALUES = (
    ((2017, (55, 58, 53)), (2015, (57, 59, 53))),
    ((2015, (54, 78, 33.5)), (2012, (78, 89, 68))),
    ((2014, (65, 75, 55)), (2012, (64, 74, 56))),
    (),
    ((2017, (369,)), (2016, (354,))),
    ((2017, (574, 41, 59)), (2016, (556, 38, 62))),
    ((2017, (90,)), (2015, (91,))),
)


def test_the_indicators_have_the_values_of_the_source(bundle: Bundle) -> None:
    assert len(bundle.indicators) == len(VALUES)
    for indicator, years in zip(bundle.indicators, VALUES, strict=True):
        for year, values in years:
            found = [each for each in indicator.measurements if each.year == year]
            assert tuple((each.value_thousandths or 0) / 1000 for each in found) == values
    [missing] = bundle.indicators[3].measurements
    assert (missing.group, missing.value_thousandths) == (Group.ALL, None)
    assert missing.missing is Missing.NOT_STATED


def test_the_papers_are_of_one_matter_under_two_numbers(demo: Workspace, bundle: Bundle) -> None:
    report, statement = sorted(bundle.reports, key=lambda each: each.kind)
    assert (statement.case_number, statement.date) == ("KS-2016/1968.173", date(2018, 2, 16))
    assert (report.case_number, report.date) == ("KS-2018/451.181", date(2018, 2, 15))
    assert (report.attached_to_id, report.attachment_number) == (statement.id, 1)
    assert [(each.name, each.role) for each in statement.signatures] == [
        ("Frida Ryberg", "Säkerhetschef"), ("Catarina Klockerud", "Säkerhetssamordnare"),
    ]  # fmt: skip
    with demo.read() as reader:
        for paper in bundle.reports:
            view = report_view(reader, paper.id)
            assert (view.stale, view.contradicted, view.ready) == ((), (), True)
            ids = {finding.id for finding in view.findings}
            assert {"two_case_numbers", "cover_after_attachment"} <= ids


def test_the_report_tells_every_activity_in_its_own_words(demo: Workspace, bundle: Bundle) -> None:
    with demo.read() as reader:
        report = collect(reader, "verksamhetsberattelse", 2017).content.report
    told = strip_links("\n\n".join(each.text for each in report.sections))
    for activity in bundle.activities:
        assert activity.report_text in told, activity.title
    headings = [each.heading for each in report.sections]
    assert [re.sub(r"^\d\. ", "", each) for each in headings[2:10]] == list(DEFAULT_AREAS)
    assert headings[:2] + headings[10:] == [
        "Inledning", "Uppföljning av prioriteringar och aktiviteter", "Redovisning av budget",
        "Uppföljning och indikatorer", "Analys och slutsatser",
    ]  # fmt: skip


@pytest.mark.parametrize("year", range(2016, 2031))
def test_nothing_of_the_demo_is_late_but_the_plan_of_its_last_year(
    demo: Workspace, year: int
) -> None:
    """The check of a register says the same of the demo whatever day it is."""
    told = set()
    with demo.read() as reader:
        for month in range(1, 13):
            told |= {(each.level, each.sentence) for each in due(reader, date(year, month, 28))}
    plan = "Det finns ingen verksamhetsplan för 2018. Kopiera årets plan, eller börja en ny."
    assert told == ({(Level.TIP, plan)} if year == 2017 else set())
