"""The earlier year's text and figures of the section in view, beside what is being written."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.reports import ReportSection
from hubra_desktop.model.reports.earlier import Earlier, EarlierFigure, figures, section_like
from hubra_desktop.model.reports.text_pictures import picture_of_mark
from hubra_desktop.model.words import swedish_word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import action_button, column, label
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.part_bar import PartBar
from hubra_desktop.work.commands.reports import TakeOverSection
from hubra_desktop.work.queries.reports import earlier_paper

SHOWN_FIGURES = 12


class EarlierPane(QWidget):
    """Shows how the section stood in the latest paper of the kind before this one.

    ``allowed`` tells that whether it can be taken over has changed.
    """

    allowed = Signal()

    def __init__(
        self, desk: Desk, report: OpenReport, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("earlier-pane")
        self._desk = desk
        self._report = report
        self._section_id = ""
        self._known: tuple[str, Earlier | None] = ("", None)
        self._heading = label("", "muted", self)
        self.text = RichEditor("earlier-text", say("Förra årets text"), self)
        self.text.setReadOnly(True)
        self.text.pictures = self._picture
        self._figures = label("", "small", self, name="earlier-figures")
        self.take = action_button(actions["take-over-section"], "earlier", self, mark=True)
        self._empty = EmptyState(
            say("Inget från ett tidigare år"),
            say(
                "Här står avsnittet så som det skrevs i den förra handlingen av samma slag, "
                "med dess uppgifter bredvid årets."
            ),
            parent=self,
        )
        filled = QWidget(self)
        margins = (2 * GRID, GRID, 2 * GRID, GRID)
        column(
            self._heading, (self.text, 1), self._figures, self.take,
            of=filled, margins=margins, spacing=GRID,
        )  # fmt: skip
        self._stack = QStackedWidget(self)
        for part in (self._empty, filled):
            self._stack.addWidget(part)
        column(self._stack, of=self)
        report.shown.connect(self._forget)
        report.changed.connect(self._show)

    def _picture(self, mark: str) -> bytes:
        earlier = self._earlier()
        return picture_of_mark(earlier.report, mark) if earlier is not None else b""

    @property
    def can_be_taken(self) -> bool:
        """Whether an earlier paper has the section in view."""
        return self._found() is not None

    def show_section(self, section_id: str) -> None:
        """Show the earlier text of a section, of none when "" is given."""
        if section_id != self._section_id:
            self._section_id = section_id
            self._show()
            self.allowed.emit()

    def take_over(self) -> None:
        """Write the earlier text in the section, its facts told for this year."""
        if self._desk.flush() and self._section_id and self._earlier() is not None:
            earlier = self._earlier()
            if self._desk.run(TakeOverSection(self._section_id)) is not None and earlier:
                told = say(
                    "Texten från {year} togs över. Se över årtal och det som är understruket.",
                    year=earlier.year.year,
                )
                self._desk.messages.tell(told, "undo")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _forget(self) -> None:
        self._known = ("", None)
        self._section_id = ""
        self._show()

    def _earlier(self) -> Earlier | None:
        """Return the earlier paper, read once for each paper that is opened."""
        sheet = self._report.sheet
        if sheet is None or self._desk.workspace is None:
            return None
        if self._known[0] != sheet.id:
            with self._desk.read() as reader:
                self._known = (sheet.id, earlier_paper(reader, sheet))
        return self._known[1]

    def _found(self) -> ReportSection | None:
        section, earlier = self._report.section(self._section_id), self._earlier()
        return section_like(earlier.report, section) if section and earlier else None

    def _show(self) -> None:
        if not self.isVisible():
            return
        found, earlier, view = self._found(), self._earlier(), self._report.view
        self._stack.setCurrentIndex(0 if found is None else 1)
        if found is None or earlier is None or view is None:
            return
        kind = swedish_word(earlier.report.kind)
        self._heading.setText(f"{kind} {earlier.report.year} · {found.heading}".rstrip(" ·"))
        self.text.show_text(found.text)
        shown = figures(found, earlier, view.year, view.facts)
        self._tell_figures(self._figures, shown)

    def _tell_figures(self, place: QLabel, shown: tuple[EarlierFigure, ...]) -> None:
        lines = [
            say("{name}: {then}, nu {now}", name=each.name, then=each.then, now=each.now)
            if each.now
            else say("{name}: {then}", name=each.name, then=each.then)
            for each in shown[:SHOWN_FIGURES]
        ]
        place.setText("\n".join(lines))
        place.setVisible(bool(lines))


class BesidePane(QWidget):
    """What stands beside the text: the page as it will be, or the earlier year's text."""

    def __init__(self, page: QWidget, earlier: EarlierPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report-beside")
        names = [("page", say("Sidan")), ("earlier", say("Förra året"))]
        self.bar = PartBar(say("Bredvid texten"), names, self)
        self.bar.setObjectName("beside-tabs")
        self.bar.chosen.connect(self.show_part)
        self._stack = QStackedWidget(self)
        for part in (page, earlier):
            self._stack.addWidget(part)
        column(self.bar, (self._stack, 1), of=self, spacing=0)

    def show_part(self, name: str) -> None:
        """Show the page or the earlier text."""
        self.bar.show_part(name)
        self._stack.setCurrentIndex(self.bar.names.index(name))
