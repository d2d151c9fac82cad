"""Så såg det ut: an earlier state is chosen, held against the present, shown or fetched from."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QWidget

from hubra_desktop.model.days import moment_in_text, moment_in_words
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.progress import Progress
from hubra_desktop.paths import is_reachable
from hubra_desktop.store.history import RowKey
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.dialogs.files import ask_report
from hubra_desktop.ui.dialogs.past_choice import PastChoice
from hubra_desktop.ui.dialogs.work import WorkDialog
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.history.fetching import Fetching
from hubra_desktop.ui.pages.history.labels import kind_name
from hubra_desktop.ui.pages.history.past_moments import PastMoment, PastView, known_moments
from hubra_desktop.ui.pages.history.rows_text import RowsText
from hubra_desktop.ui.pages.history.since import (
    difference_lines,
    difference_text,
    differences_text,
    said_count,
)
from hubra_desktop.ui.pages.history.wording import row_head
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.split import split
from hubra_desktop.ui.widgets.tab_order import TabByEye
from hubra_desktop.work.past import open_past, refuse_other_register
from hubra_desktop.work.queries.since import Differences, RowDifference, differences_since
from hubra_desktop.work.workspace import Workspace

WIDTH, HEIGHT = 980, 620
LIST_WIDTH, DETAILS_WIDTH = 560, 380


class PastDialog(TabByEye, QDialog):
    """Holds the register as it was against the present one; ``answer`` is what is to be shown.

    What is fetched back is a change of the present register, and undone there. ``lent`` is
    the state ``chosen`` as a window shows it, which goes on showing it.
    """

    def __init__(
        self,
        desk: Desk,
        chosen: PastMoment | None,
        lent: Workspace | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("past-dialog")
        self.setWindowTitle(say("Så såg det ut"))
        self.setModal(True)
        self.answer: PastView | None = None
        self._desk = desk
        self._chosen, self._lent = chosen, lent
        self._past: Workspace | None = None
        self._shown: PastMoment | None = None
        self._found = Differences((), {})
        self._fetching = Fetching(desk, self)
        self.choice = PastChoice(self)
        self.choice.chosen.connect(self._open_chosen)
        self.choice.refused.connect(self.refuse)
        self._make_list()
        self._make_details()
        self._lay_out()
        self._allow()

    def _make_list(self) -> None:
        column = ColumnOf[RowDifference](
            say("Vad som har hänt sedan dess"),
            lambda each: difference_text(each, self._found.images),
        )
        self.model = RowsModel[RowDifference]((column,), self)
        self.view = RowsView("past-rows", say("Skillnader"), self.model, self)
        self.view.setSortingEnabled(False)
        self.view.row_chosen.connect(self._show_row)
        self.view.opened.connect(self._show_register)

    def _make_details(self) -> None:
        self.said = build.label("", "lead", self, name="past-said")
        self.text = RowsText("past-text", say("Skillnaden"), self)
        self.told = build.label("", "note", self, name="past-told")
        self.refusal = build.label("", "callout", self, name="past-refusal")
        self.fetch_row = build.button(say("&Hämta tillbaka"), "past-fetch", self, self._fetch_row)
        self.fetch_root = build.button("", "past-fetch-all", self, self._fetch_root)
        self.show_then = build.button(
            say("&Visa registret som det var"), "past-show", self, self._show_register
        )
        self.copy = build.button(say("&Kopiera"), "past-copy", self, self._copy)
        self.keep = build.button(say("&Spara som text…"), "past-save", self, self._keep)
        self.leave = build.button(say("Stäng"), "past-close", self, self.reject)
        self.show_then.setDefault(True)
        self.told.hide()
        self.refusal.hide()

    def _lay_out(self) -> None:
        side = QFrame(self)
        side.setProperty("role", "side")
        margins = (2 * GRID, GRID, 2 * GRID, GRID)
        ways = build.column(self.fetch_row, self.fetch_root, spacing=GRID)
        build.column((self.text, 1), self.told, ways, of=side, margins=margins, spacing=GRID)
        parts = split("past-splitter", self, (self.view, 3, LIST_WIDTH), (side, 2, DETAILS_WIDTH))
        below = build.row(self.show_then, None, self.copy, self.keep, self.leave, spacing=GRID)
        around = (3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        rows = (self.choice, self.said, (parts, 1), self.refusal, below)
        build.column(*rows, of=self, margins=around, spacing=GRID + 4)
        room = self.screen().availableSize()
        self.resize(
            min(theme().scaled(WIDTH), int(room.width() * 0.95)),
            min(theme().scaled(HEIGHT), int(room.height() * 0.9)),
        )

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        desk: Desk,
        chosen: PastMoment | None = None,
        lent: Workspace | None = None,
    ) -> PastView | None:
        """Let an earlier state be chosen; return it to be shown, None when it is not to be."""
        dialog = cls(desk, chosen, lent, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def _offer(self) -> None:
        """Offer the states that there are, newest first."""
        path, chosen = self._desk.path, self._chosen
        assert path is not None
        title = say("Söker efter säkerhetskopior")
        known = WorkDialog.run(self, title, lambda _: known_moments(path)) or []
        self.choice.offer(known, chosen)
        self._allow()
        if self.choice.moment is None:
            self.said.setText(
                say(
                    "Det finns ingen säkerhetskopia av registret än. Gör en under Arkiv, "
                    "Säkerhetskopior."
                )
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Compare with the state shown first when the dialog has been painted."""
        super().showEvent(event)
        self.choice.setFocus()
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self._offer()
        self._open_chosen()

    def _open_chosen(self) -> None:
        """Read the chosen state beside the window, and hold it against the present."""
        wanted = self.choice.moment
        if wanted is None or wanted == self._shown:
            return
        self._forget()
        self.refuse("")
        try:
            opened = WorkDialog.run(
                self, say("Läser säkerhetskopian"), lambda told: self._opened(wanted, told)
            )
        except InputError as refusal:
            self.refuse(refusal.sentence)
            return
        if opened is None:
            self.said.setText(say("Avbrutet. Välj en tidpunkt."))
            return
        self._shown = wanted
        self._past, found = opened
        self._show(found)

    def _opened(self, wanted: PastMoment, told: Progress) -> tuple[Workspace, Differences]:
        """Open a state and compare it; on a thread of its own."""
        past = self._read(wanted)
        try:
            told.at(say("Jämför med hur det är nu"))
            with past.read() as then, self._desk.read() as now:
                refuse_other_register(then, now, wanted.path.name)
                found = differences_since(then, now)
            told.go_on()
        except BaseException:
            self._let_go(past)
            raise
        return past, found

    def _read(self, wanted: PastMoment) -> Workspace:
        if self._lent is not None and wanted == self._chosen:
            return self._lent
        if not is_reachable(wanted.path):
            raise InputError(
                say("Säkerhetskopian finns inte kvar på sin plats. Välj en annan tidpunkt.")
            )
        return open_past(wanted.path)

    def _let_go(self, past: Workspace | None) -> None:
        """Close a state that was read here."""
        if past is not None and past is not self._lent:
            past.close()

    def _compare(self) -> None:
        """Hold the state that is open against the present anew."""
        past = self._past
        if past is None:
            return

        def compared(_: Progress) -> Differences:
            with past.read() as then, self._desk.read() as now:
                return differences_since(then, now)

        found = WorkDialog.run(self, say("Jämför med hur det är nu"), compared)
        if found is not None:
            self._show(found)

    def _show(self, found: Differences) -> None:
        place = self.view.currentIndex().row()
        self._found = found
        self.model.show_rows(found.rows)
        if self._shown is not None:
            moment = moment_in_words(self._shown.moment, datetime.now())
            told = said_count(found.rows, moment)
            self.said.setText(told)
            announce(self.said, told)
        rows = self.model.rowCount()
        if rows:
            self.view.choose(self.model.id_at(max(0, min(place, rows - 1))))
        self._show_row(self.view.current_id())

    def _forget(self) -> None:
        """Let go of the state that was compared."""
        past, self._past, self._shown = self._past, None, None
        self._let_go(past)
        self._show(Differences((), {}))
        self.said.setText("")

    @property
    def row(self) -> RowDifference | None:
        """Return the difference that is chosen."""
        wanted = self.view.current_id()
        return next((each for each in self._found.rows if each.id == wanted), None)

    def _show_row(self, row_id: str) -> None:
        each = self.row
        images = self._found.images
        blocks: list[tuple[str, Sequence[str]]] = []
        if each is not None:
            blocks = [(row_head(each.row, images), list(difference_lines(each, images)))]
        self.text.show_blocks(blocks)
        self._tell_of_fetch(each)
        self._allow()

    def _tell_of_fetch(self, each: RowDifference | None) -> None:
        """Say what would not come back, before it is asked for."""
        lines: list[str] = []
        if each is not None and each.row.op == "added":
            lines = [say("Det fanns inte då, så det finns inget att hämta tillbaka.")]
        elif each is not None:
            assert self._past is not None
            key = (each.row.kind, each.row.id)
            lines = self._fetching.notes(self._past, key, self._found.images)
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))

    def _allow(self) -> None:
        each = self.row
        editable = not self._desk.read_only
        own = each is not None and each.row.op != "added"
        self.fetch_row.setEnabled(own and editable)
        root = each.root if each is not None and each.above else None
        self.fetch_root.setVisible(root is not None)
        self.fetch_root.setEnabled(editable and root is not None and self._was_there(root))
        if root is not None:
            words = say("Hämta tillbaka allt i samma {kind}", kind=kind_name(root[0]))
            self.fetch_root.setText(words)
        for button in (self.show_then, self.copy, self.keep):
            button.setEnabled(self._past is not None)

    def _was_there(self, key: RowKey) -> bool:
        ops = {(each.row.kind, each.row.id): each.row.op for each in self._found.rows}
        return ops.get(key) != "added"

    def _fetch_row(self) -> None:
        if (each := self.row) is not None:
            self._fetch((each.row.kind, each.row.id))

    def _fetch_root(self) -> None:
        if (each := self.row) is not None:
            self._fetch(each.root)

    def _fetch(self, key: RowKey) -> None:
        """Make a row as it was, and tell what came of it."""
        self.refuse("")
        assert self._past is not None
        try:
            told = self._fetching.fetch(self._past, key, self._found.images)
        except InputError as refusal:
            self.refuse(refusal.sentence)
            return
        if told:
            self._compare()
            self._say(f"{told} {self.said.text()}")

    def _show_register(self, *_: object) -> None:
        """Close, and have the register shown as it was, at the row that is chosen."""
        if self._past is None or self._shown is None:
            return
        each = self.row
        there = each is not None and each.row.op != "added"
        key = (each.row.kind, each.row.id) if each is not None and there else None
        self.answer = PastView(self._past, self._shown, key)
        self._past = None
        self.accept()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._as_text())
        self._say(say("Kopierat"))

    def _keep(self) -> None:
        path = ask_report(self, say("Skillnader sedan {name}.txt", name=self._file_moment()))
        if path is not None and self._desk.write_file(path, self._as_text().encode()):
            self._say(say("Sparat"))

    def _file_moment(self) -> str:
        assert self._shown is not None
        return f"{self._shown.moment:%Y-%m-%d %H.%M}"

    def _as_text(self) -> str:
        assert self._shown is not None
        moment = moment_in_text(self._shown.moment, datetime.now())
        return differences_text(self._found, moment) + "\n"

    def _say(self, told: str) -> None:
        self.said.setText(told)
        announce(self.said, told)

    def refuse(self, sentence: str) -> None:
        """Say why something cannot be done; "" takes it away."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            announce(self.refusal, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press only what has the focus."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Let go of the state that was read, unless it is to be shown."""
        self._forget()
        super().done(result)
