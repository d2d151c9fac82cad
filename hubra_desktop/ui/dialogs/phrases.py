"""The library of phrases: keys and sentences that minutes are written with."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSplitter, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.minutes import Phrase
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.tab_order import TabByEye
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.phrases import AddStarterPhrases
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.queries.running import phrases

WIDTH, HEIGHT = 860, 560
LEAST_FORM = 300


@dataclass(frozen=True)
class PhraseRow:
    """A phrase as a row of the list."""

    phrase: Phrase

    @property
    def id(self) -> str:
        """Return the phrase's id."""
        return self.phrase.id


def phrase_columns() -> tuple[ColumnOf[PhraseRow], ...]:
    """Return the columns of the list."""
    return (
        ColumnOf(say("Nyckel"), lambda row: row.phrase.key, 96),
        ColumnOf(say("Fras"), lambda row: row.phrase.text),
    )


class PhraseForm(Form):
    """Edits one phrase; a key without its # gets one."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("phrase-form", say("Fras"), parent, desk=desk, change=Phrase)
        every: list[tuple[str, object]] = [(say("Alla slags rader"), None)]
        self.build(
            Field("key", say("Nyckel"), hint="#"),
            Field("item_kind", say("Erbjuds först för"), CHOICE,
                  choices=every + terms_of(ItemKind, word)),
            Field("text", say("Fras"), TEXT, least=4),
            build.label(_about_gaps(), "muted", self.inside),
        )  # fmt: skip
        self.end()

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        key = str(values.get("key", "")).strip()
        if key and not key.startswith("#"):
            values = {**values, "key": f"#{key}"}
        super().write(values, edit)


def _about_gaps() -> str:
    return say(
        "Det här fylls i av sig självt: [ordförande], [sekreterare], [rådet], [tid], [öppnades], "
        "[avslutades], [datum], [ärende], [dnr] och [föredragande]. Andra klamrar märks när "
        "frasen sätts in, så att du skriver över dem. Med stor bokstav i klamrarna blir det stor "
        "bokstav i texten."
    )


class PhraseLibrary(TabByEye, QDialog):
    """Shows all phrases, one of them in the form beside; what is typed is stored at once."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("phrase-library")
        self.setWindowTitle(say("Frasbibliotek"))
        self._desk = desk
        self.model: RowsModel[PhraseRow] = RowsModel(phrase_columns(), self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        self.view = RowsView("phrase-rows", say("Fraser"), self.model, split)
        self.form = PhraseForm(desk, split)
        self.form.setMinimumWidth(theme().scaled(LEAST_FORM))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        self.add = build.button(say("Ny fras"), "phrase-add", self, self._add, mark=icon("add"))
        self.remove = build.button(
            say("Ta bort frasen"), "phrase-remove", self, self._remove, mark=icon("remove")
        )
        self.starters = build.button(
            say("Lägg till de föreslagna"), "phrase-starters", self, self._add_starters
        )
        self.none = build.label(
            say(
                "Biblioteket är tomt: tills vidare erbjuds de fraser som programmet föreslår. "
                "Lägg till dem för att ändra dem, eller skriv egna."
            ),
            "muted",
            self,
            name="phrase-none",
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        for each in (self.add, self.remove, self.starters, *buttons.buttons()):
            each.setAutoDefault(False)  # type: ignore[attr-defined]
        self.closed = build.label(desk.closed_told, "callout", self, name="phrase-closed")
        self.closed.setVisible(desk.read_only)
        for each in (self.add, self.starters):
            each.setEnabled(not desk.read_only)
        top = build.row(self.add, self.starters, None, self.remove, spacing=GRID)
        around = (2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        build.column(self.closed, self.none, top, (split, 1), buttons, of=self, margins=around,
                     spacing=GRID + 4)  # fmt: skip
        self.view.row_chosen.connect(self._choose)
        desk.changed.connect(self._read)
        self._read()
        wanted = QSize(theme().scaled(WIDTH), theme().scaled(HEIGHT))
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def _read(self, *_: object) -> None:
        with self._desk.read() as reader:
            self._known = {each.id: each for each in phrases(reader)}
        chosen = self.view.current_id()
        self.model.show_rows([PhraseRow(each) for each in self._known.values()])
        self.none.setVisible(not self._known)
        if not self.view.choose(chosen) and self._known:
            self.view.choose(next(iter(self._known)))
        self._choose(self.view.current_id())

    def _choose(self, phrase_id: str) -> None:
        phrase = self._known.get(phrase_id)
        self.form.show_record(phrase)
        self.form.setEnabled(phrase is not None and not self._desk.read_only)
        self.remove.setEnabled(self.form.isEnabled())

    def _do(self, command: Command) -> str:
        """Store something; return the id of what was made."""
        if not self.form.leave():
            return ""
        changes = self._desk.run(command)
        return changes.created or "" if changes is not None else ""

    def _add(self) -> None:
        known = {each.key for each in self._known.values()}
        key = next(each for each in (f"#ny{n or ''}" for n in count()) if each not in known)
        made = self._do(Add(Phrase, {"key": key, "text": ""}))
        if made and self.view.choose(made):
            self.form.go_to("key")

    def _add_starters(self) -> None:
        self._do(AddStarterPhrases())

    def _remove(self) -> None:
        if phrase_id := self.view.current_id():
            self._do(Remove(Phrase, phrase_id))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.ignore()

    def reject(self) -> None:
        """Leave, when all that is typed has been stored."""
        if self.form.leave():
            self._desk.changed.disconnect(self._read)
            super().reject()

    @classmethod
    def show_library(cls, desk: Desk, parent: QWidget) -> None:
        """Show the library until it is closed."""
        dialog = cls(desk, parent)
        dialog.exec()
        dialog.deleteLater()
