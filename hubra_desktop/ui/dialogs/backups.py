"""The generations of the open register: listed, made, restored, and where else they go."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QWidget

from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.generations import BackupReason, Generation
from hubra_desktop.model.kept_files import size_text
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.ui.dialogs.work import Worker
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.tab_order import TabByEye
from hubra_desktop.work.backup_choices import BackupChoices, backup_choices, keep_choices
from hubra_desktop.work.backups import PlacedGeneration, all_generations, room_taken
from hubra_desktop.work.second_place import choose_place, leave_place, shares_disk

REASONS = {
    BackupReason.START: N_("När programmet startade"),
    BackupReason.HOUR: N_("Varje timme med ändringar"),
    BackupReason.CLOSE: N_("När programmet stängdes"),
    BackupReason.MIGRATION: N_("Före en uppgradering"),
    BackupReason.IMPORT: N_("Före en import"),
    BackupReason.RESTORE: N_("Före en återställning"),
    BackupReason.PURGE: N_("Före en gallring"),
    BackupReason.OLDER_FILE: N_("Nyare än den fil som lades in"),
    BackupReason.BY_HAND: N_("Du valde Kopiera nu"),
}
BOUNDS = tuple(each * 1000**3 for each in (1, 2, 5, 10, 20, 50))
WIDTH, HEIGHT = 720, 560
LOW = 520
"""A screen of fewer pixels keeps its room for the list; the help tells the rest too."""
READ_MS = 200
"""What the list is waited for; a disk that answers later is shown when it has."""

_AT_WORK: set[Worker] = set()
"""Who still reads: a dialog that is closed waits for nobody."""


@dataclass(frozen=True)
class _Row:
    id: str
    placed: PlacedGeneration


class _Found(NamedTuple):
    """What there is of a register's generations, and what is said of the second place."""

    placed: list[PlacedGeneration]
    second: str
    has_second: bool

    @classmethod
    def of(cls, register: Path) -> "_Found":
        choices = backup_choices(register)
        found = all_generations(register)
        arrived = any(each.there for each in found)
        return cls(found, _second(register, choices, arrived), choices.place is not None)


def _moment(row: _Row) -> str:
    return capitalised(moment_in_words(row.placed.nearest.moment, datetime.now()))


def _where(row: _Row) -> str:
    if row.placed.there is None:
        return say("Här")
    return say("Här och på andra stället") if row.placed.here else say("Bara på andra stället")


def _columns() -> tuple[ColumnOf[_Row], ...]:
    return (
        ColumnOf(say("När"), _moment, 190, sorts=lambda row: row.placed.nearest.moment),
        ColumnOf(say("Varför"), lambda row: say(REASONS[row.placed.nearest.reason])),
        ColumnOf(say("Var"), _where, 150, needs=480),
        ColumnOf(
            say("Storlek"), lambda row: size_text(row.placed.nearest.size), 90, right=True,
            sorts=lambda row: row.placed.nearest.size,
        ),
    )  # fmt: skip


class BackupsDialog(TabByEye, QDialog):
    """Lists the generations, newest first; what is asked for is done by who shows it.

    ``restore_asked`` and ``past_asked`` carry the generation, ``place_changed`` follows
    another second place.
    """

    copy_asked = Signal()
    restore_asked = Signal(object)
    past_asked = Signal(object)
    place_changed = Signal()
    help_asked = Signal()

    def __init__(
        self, register: Path, parent: QWidget | None = None, *, editable: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName("backups-dialog")
        self.setWindowTitle(say("Säkerhetskopior"))
        self._register, self._editable = register, editable
        self._wrong = build.label("", "callout", self, name="backups-wrong")
        self._model = RowsModel[_Row](_columns(), self)
        self.view = RowsView("backups-list", say("Säkerhetskopior"), self._model, self)
        self._room = build.label("", "muted", self, name="backups-room")
        self._bound = self._bounds()
        self._make_buttons()
        self._lay_out()
        self.view.row_chosen.connect(self._allow)
        self.view.opened.connect(self._show_past)
        self.tell("")
        self.read()

    def _make_buttons(self) -> None:
        say_place = say("Välj mapp…")
        self.copy = build.button(
            say("Kopiera nu"), "backups-copy", self, self.copy_asked.emit, role="primary"
        )
        self.put_back = build.button(say("Återställ…"), "backups-restore", self, self._restore)
        words = say("Så såg det ut…")
        self.show_past = build.button(words, "backups-past", self, self._show_past)
        self._choose = build.button(say_place, "backups-place", self, self._choose_place)
        self._leave = build.button(
            say("Sluta kopiera dit"), "backups-leave", self, self._leave_place, role="link"
        )

    def _bounds(self) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("backups-bound")
        box.setAccessibleName(say("Så mycket plats får kopiorna ta på varje ställe"))
        chosen = backup_choices(self._register).bound
        for each in sorted({*BOUNDS, chosen}):
            box.addItem(say("högst {size}", size=size_text(each)), each)
        box.setCurrentIndex(box.findData(chosen))
        box.activated.connect(self._choose_bound)
        return box

    def _lay_out(self) -> None:
        about = say(
            "Programmet kopierar registret när det startar, varje timme som du ändrar något och "
            "före allt som är svårt att ta tillbaka. Gamla kopior glesas ut: en om dagen i två "
            "veckor, en i veckan i ett år, sedan en i månaden."
        )
        lead = build.label(about, "muted", self)
        room = self.screen().availableSize()
        lead.setVisible(room.height() >= theme().scaled(LOW))
        self._place = build.label("", "", self, name="backups-second")
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close | kinds.Help, self)
        buttons.rejected.connect(self.reject)
        buttons.helpRequested.connect(self.help_asked)
        doing = build.row(self.copy, self.put_back, self.show_past, None, spacing=GRID)
        second = build.row((self._place, 1), self._leave, self._choose, spacing=GRID)
        margins = (3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        # Room beside the last buttons: enlarged to 200 %, a screen is no wider than that.
        end = build.row(self._room, self._bound, None, buttons, spacing=GRID)
        parts = (self._wrong, lead, (self.view, 1), doing, second, end)
        build.column(*parts, of=self, margins=margins, spacing=int(1.5 * GRID))
        self.resize(
            min(theme().scaled(WIDTH), room.width() - 16),
            min(theme().scaled(HEIGHT), room.height() - 40),
        )

    def show_until_left(self) -> None:
        """Show the dialog, and wait until it is left."""
        self.exec()
        self.deleteLater()

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Let a refusal end what is done here as a sentence in the dialog."""
        self.tell("")
        try:
            yield
        except InputError as refused:
            self.tell(refused.sentence)

    def tell(self, sentence: str) -> None:
        """Say what is wrong; "" when nothing is."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            announce(self._wrong, sentence)

    def read(self) -> None:
        """Read anew which generations there are: the second place may be slow to answer."""
        self._reading = Worker(lambda _: _Found.of(self._register))
        _AT_WORK.add(self._reading)
        self._reading.finished.connect(partial(_AT_WORK.discard, self._reading))
        self._reading.finished.connect(self._fill)
        self._reading.start()
        if self._reading.wait(READ_MS):
            self._fill()

    def _fill(self) -> None:
        """Show what has been read, unless it is being read anew."""
        found = self._reading.result
        if not isinstance(found, _Found):
            return
        chosen = self.view.current_id()
        self._model.show_rows([_Row(each.nearest.path.name, each) for each in found.placed])
        if found.placed and not (chosen and self.view.choose(chosen)):
            self.view.choose(found.placed[0].nearest.path.name)
        self._room.setText(_room(found.placed))
        self._place.setText(found.second)
        self._leave.setVisible(found.has_second)
        self._allow()

    def _allow(self, *_: object) -> None:
        self.copy.setEnabled(self._editable)
        self.put_back.setEnabled(self._editable and self._generation is not None)
        self.show_past.setEnabled(self._generation is not None)

    @property
    def _generation(self) -> Generation | None:
        """Return the generation that is chosen, where it is read the fastest."""
        place = self._model.place_of(self.view.current_id())
        return None if place is None else self._model.row_at(place).placed.nearest

    def _restore(self, *_: object) -> None:
        if self._generation is not None and self._editable:
            self.restore_asked.emit(self._generation)

    def _show_past(self, *_: object) -> None:
        self.past_asked.emit(self._generation)

    def _choose_bound(self) -> None:
        with self.refusing():
            keep_choices(self._register, bound=self._bound.currentData())

    def _choose_place(self) -> None:
        from hubra_desktop.ui.dialogs.files import ask_folder

        place = ask_folder(self, say("Välj ett andra ställe för säkerhetskopiorna"))
        if place is not None:
            with self.refusing():
                choose_place(self._register, place, datetime.now())
                self.place_changed.emit()
            self.read()

    def _leave_place(self) -> None:
        with self.refusing():
            leave_place(self._register)
        self.read()


def _room(found: list[PlacedGeneration]) -> str:
    return capitalised(room_taken(found)) if found else say("Ingen säkerhetskopia är gjord än.")


def _second(register: Path, choices: BackupChoices, arrived: bool) -> str:
    if choices.place is None:
        return say(
            "Inget andra ställe är valt. Välj ett USB-minne eller en mapp på nätverket, så finns "
            "kopiorna kvar om datorn går sönder eller försvinner."
        )
    assert choices.reached is not None
    latest = moment_in_words(choices.reached, datetime.now())
    if choices.folder is None or not choices.folder.is_dir():
        return say(
            "Andra ställe: {place} nås inte nu, senast {moment}.",
            place=choices.place,
            moment=latest,
        )
    reached = say("Andra ställe: {place}, senast {moment}.", place=choices.place, moment=latest)
    if not arrived:
        reached = say("Andra ställe: {place}. Ingen kopia har kommit dit än.", place=choices.place)
    if shares_disk(register, choices.place):
        return f"{reached} " + say("Det är samma disk som registret ligger på: går den sönder "
                                   "försvinner allt.")  # fmt: skip
    return reached
