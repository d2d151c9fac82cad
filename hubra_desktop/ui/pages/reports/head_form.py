"""What stands at the head of a paper: day, case number, handläggare, bilaga, signatures."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.records.reports import Report, ReportSignature
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.choices import meeting_choices
from hubra_desktop.ui.forms.converters import CHOICE, COUNT, DAY, TEXT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.rows import Parts
from hubra_desktop.ui.pages.reports.open_report import OpenReport, listed_papers
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.level_line import levelled
from hubra_desktop.ui.widgets.plain import PlainLabel
from hubra_desktop.work.commands.reports import AttachReport


class HeadForm(Form):
    """Edits a paper's head; what contradicts its company is told above the fields."""

    def __init__(self, desk: Desk, report: OpenReport, parent: QWidget | None = None) -> None:
        super().__init__("report-head", "", parent, desk=desk, change=Report)
        self.setAccessibleName(say("Uppgifter om handlingen"))
        self._report = report
        found = QWidget(self.inside)
        self._found = QVBoxLayout(found)
        self._found.setContentsMargins(0, 0, 0, 0)
        self.build(
            found,
            Field("title", say("Titel")),
            (Field("date", say("Datum"), DAY), Field("case_number", say("Diarienummer"))),
            Field("number_reason", say("Varför diarienumret är ett annat")),
            Field("administration", say("Förvaltning")),
            (
                Field("handler", say_in("officer in charge", "Handläggare")),
                Field("handler_contact", say("Så nås handläggaren")),
            ),
            Field("meeting_id", say("Behandlas vid sammanträdet"), CHOICE),
            (
                Field(
                    "attached_to_id", say("Bilaga till"), CHOICE, width=3, shown=_may_be_attached
                ),
                Field("attachment_number", say("Bilaga nr"), COUNT, shown=_may_be_attached),
            ),
            Field("delivered_to", say("Beslutet delges"), TEXT, least=1, shown=_decided),
            Parts(
                "report-signature",
                "signatures",
                say("Underskrifter"),
                say("Lägg till underskrift"),
                (Field("name", say("Namn")), Field("role", say("Titel"))),
                ReportSignature,
            ),
        )
        self.end()

    def fill(self, record: Report) -> None:
        """Show a paper's head."""
        with self.desk.read() as reader:
            meetings = meeting_choices(reader, (record.year, record.year + 1))
        self.choices["meeting_id"].offer([(say("Inget"), None), *meetings])
        covers = [
            (listed_papers(row), row.id)
            for row in self._report.rows
            if row.kind is ReportKind.STATEMENT and row.id != record.id
        ]
        self.choices["attached_to_id"].offer([(say("Ingenting"), None), *covers])
        super().fill(record)
        self._show_found()

    def _show_found(self) -> None:
        clear(self._found)
        for place, finding in enumerate(self._report.of_the_whole()):
            line = PlainLabel(levelled(finding.level, finding.sentence), self.inside)
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
            self.desk.attempt_now(AttachReport(self.record.id, to))
            return
        super().write(values, edit)


def _decided(paper: Report) -> bool:
    return paper.kind is ReportKind.STATEMENT


def _may_be_attached(paper: Report) -> bool:
    return paper.kind is not ReportKind.STATEMENT
