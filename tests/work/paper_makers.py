"""How the commands of indicators and written papers are drawn at random, by their names."""

from collections.abc import Callable, Mapping

from hubra_desktop.model.indicators.terms import Group, Missing
from hubra_desktop.model.indicators.values import Value
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.reports import Report, ReportSection, ReportSignature
from hubra_desktop.model.reports.marks import marks_in
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.text_pictures import picture_mark
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.indicators import (
    ChangeMeasurements,
    MoveIndicator,
    RemoveMeasurements,
    SetChangeText,
    SetMeasurements,
)
from hubra_desktop.work.commands.report_texts import (
    IllustrateSection,
    LearnWord,
    RewriteSections,
)
from hubra_desktop.work.commands.reports import (
    AcceptFact,
    AnswerGap,
    AttachReport,
    NewReport,
    RefreshSection,
    TakeOverSection,
    TieFact,
)
from hubra_desktop.work.edits import Add, Change, Remove, Reorder
from tests.documents.samples import picture
from tests.work.drawn import Drawn

PICTURE = picture()
Maker = Callable[[Drawn], Command]
FACTS = ("brev-skickade", "aktiviteter-genomforda", "ingen")


def measured(d: Drawn) -> tuple[str, int]:
    """Draw an indicator and a year, mostly one that it has values of."""
    row = d.id("indicator")
    known = [m.year for each in d.rows("indicator") if each.id == row for m in each.measurements]
    return row, d.one(*known, 2019, 2020)


def section(d: Drawn) -> tuple[str, str]:
    """Draw a section's id and its text."""
    row = d.id("report_section")
    return row, next((each.text for each in d.rows("report_section") if each.id == row), "")


def accepted(d: Drawn) -> Command:
    row, text = section(d)
    return AcceptFact(row, d.one("", *(mark.key for mark in marks_in(text)), "ingen"))


def tied_words(d: Drawn) -> Command:
    row, text = section(d)
    start = d.number(0, max(0, len(text) - 1))
    return TieFact(row, start, d.number(start, len(text)), d.one(*FACTS))


def refreshed(d: Drawn) -> Command:
    keys = {each.key for each in d.rows("report_section")} | {"intro", "brev", "ekonomi"}
    return RefreshSection(d.id("report"), d.one(*sorted(keys)))


PAPERS: Mapping[str, Maker] = {
    "AcceptFact": accepted,
    "AddIndicator": lambda d: Add(Indicator, d.values("indicator", "name")),
    "AddReportSection": lambda d: Add(
        ReportSection, d.values("report_section", "heading"), d.id("report"), d.place()
    ),
    "AddReportSignature": lambda d: Add(
        ReportSignature, d.values("report_signature"), d.id("report"), d.place()
    ),
    "AnswerGap": lambda d: AnswerGap(
        d.id("report"), d.one("no-letters", "no-plan"), d.text(), d.one(True, False)
    ),
    "AttachReport": lambda d: AttachReport(d.id("report"), d.id_or_none("report")),
    "ChangeIndicator": lambda d: Change(
        Indicator, d.id("indicator"), d.values("indicator"), d.visit()
    ),
    "ChangeMeasurements": lambda d: ChangeMeasurements(
        *measured(d),
        d.one({"note": d.text()}, {"year": d.year()}, {"incomparable": True, "evidence": "X"}),
        d.visit(),
    ),
    "ChangeReport": lambda d: Change(Report, d.id("report"), d.values("report"), d.visit()),
    "ChangeReportSection": lambda d: Change(
        ReportSection, d.id("report_section"), d.values("report_section"), d.visit()
    ),
    "ChangeReportSignature": lambda d: Change(
        ReportSignature, d.id("report_signature"), d.values("report_signature"), d.visit()
    ),
    "IllustrateSection": lambda d: IllustrateSection(
        d.id("report_section"), f"![{d.text()}](bild:{picture_mark(PICTURE)})", PICTURE
    ),
    "LearnWord": lambda d: LearnWord(d.one("ett", "två")),
    "MoveIndicator": lambda d: MoveIndicator(d.id("indicator"), d.number(-1, 9)),
    "MoveReportSection": lambda d: Reorder(ReportSection, d.id("report_section"), d.number(-1, 9)),
    "NewReport": lambda d: NewReport(d.year(), d.one(*ReportKind), d.one(None, d.id("report"))),
    "RefreshSection": refreshed,
    "RemoveIndicator": lambda d: Remove(Indicator, d.id("indicator")),
    "RemoveMeasurements": lambda d: RemoveMeasurements(*measured(d)),
    "RemoveReport": lambda d: Remove(Report, d.id("report")),
    "RemoveReportSection": lambda d: Remove(ReportSection, d.id("report_section")),
    "RemoveReportSignature": lambda d: Remove(ReportSignature, d.id("report_signature")),
    "RewriteSections": lambda d: RewriteSections({d.id("report_section"): d.text()}),
    "SetChangeText": lambda d: SetChangeText(*measured(d), d.year(), d.text(), d.visit()),
    "SetMeasurements": lambda d: SetMeasurements(
        *measured(d),
        {d.one(*Group): d.one(None, Value(54_000), Value(101_000), Value(None, Missing.TOO_FEW))},
        d.visit(),
    ),
    "TakeOverSection": lambda d: TakeOverSection(d.id("report_section")),
    "TieFact": tied_words,
}
