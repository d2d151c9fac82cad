"""What stands at the head of a paper: day, case number, handläggare, bilaga, signatures."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hubra_desktop.model.reports.sheets import ReportSheet
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.swedish import short_date
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.reports.open_report import OpenReport, listed
from hubra_desktop.ui.widgets.clearing import clear
from hubra_desktop.ui.widgets.part_list import PartField, PartList
from hubra_desktop.ui.widgets.readings import COUNT, DAY
from hubra_desktop.ui.widgets.record_form import RecordForm
from hubra_desktop.ui.words import level_word
from hubra_desktop.work.commands.reports import (
    AddReportSignature,
    AttachReport,
    ChangeReport,
    ChangeReportSignature,
    RemoveReportSignature,
)
from hubra_desktop.work.queries import meetings_of


class HeadForm(RecordForm):
    """Edits a paper's head; what contradicts its company is told above the fields."""

    def __init__(self, desk: Desk, report: OpenReport, parent: QWidget | None = None) -> None:
        super().__init__("report-head", "", parent)
        self.setAccessibleName(self.tr("Facts of the paper"))
        self._desk = desk
        self._report = report
        self._found = QVBoxLayout()
        self._column.addLayout(self._found)
        self._make_fields()
        self.signatures = PartList(
            "report-signature",
            self.tr("Signatures"),
            self.tr("Add signature"),
            (
                PartField("name", self.tr("Name")),
                PartField("role", self.tr("Title")),
            ),
            self.inside,
        )
        self.signatures.write = self._write_signature
        self.signatures.add_asked.connect(self._add_signature)
        self.signatures.remove_asked.connect(self._remove_signature)
        self.put_list(self.signatures)
        self.end()

    def _make_fields(self) -> None:
        self.put(self.line("title", self.tr("Title")))
        self.put(
            self.line("date", self.tr("Date"), DAY),
            self.line("case_number", self.tr("Case number")),
        )
        self._reason = self.put(
            self.line("number_reason", self.tr("Why the case number is another")),
        )
        self.put(self.line("administration", self.tr("Administration")))
        self.put(
            self.line("handler", self.tr("Officer in charge")),
            self.line("handler_contact", self.tr("How to reach the officer")),
        )
        self.put(self.choice("meeting_id", self.tr("Dealt with at the meeting")))
        self._attached = self.put(
            self.choice("attached_to_id", self.tr("Appendix to")),
            self.line("attachment_number", self.tr("Appendix number"), COUNT),
            stretches=(3, 1),
        )
        self._delivered = self.put(
            self.area("delivered_to", self.tr("The decision is sent to"), least=1)
        )

    def fill(self, record: ReportSheet) -> None:
        """Show a paper's head."""
        self.choices["meeting_id"].offer([(self.tr("None"), None), *self._meetings(record)])
        covers = [
            (listed(row), row.id)
            for row in self._report.rows
            if row.kind is ReportKind.STATEMENT and row.id != record.id
        ]
        self.choices["attached_to_id"].offer([(self.tr("Nothing"), None), *covers])
        super().fill(record)
        statement = record.kind is ReportKind.STATEMENT
        self._attached.setVisible(not statement)
        self._delivered.setVisible(statement)
        self.signatures.show_rows(record.signatures)
        self._show_found()

    def _meetings(self, record: ReportSheet) -> list[tuple[str, object]]:
        with self._desk.read() as reader:
            rows = [
                row for year in (record.year, record.year + 1) for row in meetings_of(reader, year)
            ]
        return [(short_date(row.date), row.id) for row in rows]

    def _show_found(self) -> None:
        clear(self._found)
        for place, finding in enumerate(self._report.of_the_whole()):
            line = QLabel(f"{level_word(finding.level.value)}: {finding.sentence}", self.inside)
            line.setObjectName(f"report-finding-{place}")
            line.setProperty("role", "callout")
            line.setProperty("caution", finding.level.value != "stop")
            line.setWordWrap(True)
            self._found.addWidget(line)

    def near(self) -> date:
        """Return the day that dates typed without a year come close to."""
        return date(self._report.year + 1, 2, 15)

    def write(self, values: Mapping[str, object], edit: str) -> None:
        """Write values of the paper."""
        if "attached_to_id" in values:
            target = values["attached_to_id"]
            to = str(target) if target is not None else None
            self._desk.attempt_now(AttachReport(self.record.id, to))
            return
        self._desk.attempt_now(ChangeReport(self.record.id, values, edit))

    def refused(self, field: str, sentence: str) -> None:
        """Say why something chosen could not be written."""
        self._desk.messages.refuse(sentence)

    def _write_signature(self, row_id: str, values: Mapping[str, object], edit: str) -> None:
        self._desk.attempt_now(ChangeReportSignature(row_id, values, edit))

    def _add_signature(self) -> None:
        if self.record is not None:
            self._desk.run(AddReportSignature(self.record.id, {}))

    def _remove_signature(self, row_id: str) -> None:
        self._desk.run(RemoveReportSignature(row_id))
