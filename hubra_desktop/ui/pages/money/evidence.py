"""Evidence in the window: files dropped, pasted or chosen beside a row or a grant."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QPoint, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubra_desktop.model.kept_files import LARGEST, size_text
from hubra_desktop.model.language import say
from hubra_desktop.model.records.money import Evidence
from hubra_desktop.model.swedish import short_date
from hubra_desktop.model.wording import quoted
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.file_drop import FileTarget, local_files
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.lent_files import LentFiles, not_lent
from hubra_desktop.ui.pages.money.cards import Card, CardLine, card_text
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, row
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.evidence import AddEvidence
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.files import read_whole
from hubra_desktop.work.queries.evidence import evidence_file, evidence_of, evidence_place

Owner = tuple[str, str]
"""What a file lies beside: a kind of record and an id."""


class EvidenceHands(QObject):
    """Adds, opens and removes evidence; refusals end as a sentence in the message bar.

    What is opened is a copy that cannot be written to, gone when the window is.
    """

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk, self._place = desk, place
        self.lent = LentFiles()

    def ask(self, owner: Owner) -> None:
        """Ask for files, and add them."""
        from hubra_desktop.ui.dialogs.files import ask_evidence

        self.add(owner, ask_evidence(self._place))

    def add(self, owner: Owner, paths: list[Path]) -> None:
        """Add files from the disk, each as a step of its own."""
        for path in paths:
            with self._desk.refusing():
                self._keep(owner, path.name, read_whole(path, LARGEST))

    def paste(self, owner: Owner) -> None:
        """Add the files, or the picture, that the clipboard holds."""
        data = QGuiApplication.clipboard().mimeData()
        paths = local_files(data)
        if paths:
            self.add(owner, paths)
        elif data.hasImage():
            name = say("Inklistrad bild {day}", day=self._desk.today().isoformat())
            with self._desk.refusing():
                self._keep(owner, f"{name}.png", _png(QGuiApplication.clipboard().image()))
        else:
            self._desk.messages.warn(say("Urklipp har varken en fil eller en bild att klistra in."))

    def _keep(self, owner: Owner, name: str, content: bytes) -> None:
        added = self._desk.attempt(AddEvidence(*owner, name, content, self._desk.today()))
        if added is not None:
            self._desk.messages.tell(
                say(
                    "Underlaget {name} är tillagt ({size}).",
                    name=quoted(name),
                    size=size_text(len(content)),
                ),
                "undo",
            )

    def open(self, evidence_id: str) -> None:
        """Open a copy in the computer's own program."""
        with self._desk.refusing():
            with self._desk.read() as reader:
                file = evidence_file(reader, evidence_id)
            try:
                path = self.lent.lend(file.name, file.content)
            except OSError as error:
                self._desk.messages.refuse(not_lent(file.name, error))
                return
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._desk.messages.refuse(
                    say("Inget program kunde öppna {name}.", name=quoted(file.name))
                )

    def remove(self, evidence: Evidence) -> None:
        """Remove a file; it can be undone."""
        if self._desk.attempt(Remove(Evidence, evidence.id)) is not None:
            told = say("Underlaget {name} togs bort.", name=quoted(evidence.name))
            self._desk.messages.tell(told, "undo")


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _opening(
    hands: EvidenceHands, place: int, evidence: Evidence, beside: str, parent: QWidget
) -> CardLine:
    """Return the line that opens a file; ``beside`` says what it lies beside."""
    day = short_date(evidence.added_on) if evidence.added_on else ""
    parts = (evidence.name, size_text(evidence.size), day, beside)
    text = " · ".join(part for part in parts if part)
    line = CardLine(f"evidence-{place}", text, lambda: hands.open(evidence.id), parent)
    line.setIcon(icon("note", "muted"))
    line.setToolTip(plain_tip(say("Öppna en kopia")))
    return line


def evidence_overview(
    desk: Desk, hands: EvidenceHands, owners: Iterable[Owner], parent: QWidget
) -> Card | None:
    """Return a card of the files beside several rows or grants, to open; None of no files."""
    with desk.read() as reader:
        found = [
            (each, evidence_place(reader, each))
            for owner in owners
            for each in evidence_of(reader, *owner)
        ]
    if not found:
        return None
    card = Card("evidence-overview", say("Underlag"), parent)
    for place, (each, beside) in enumerate(found):
        card.add(_opening(hands, place, each, beside, card))
    return card


class EvidenceCard(Card):
    """Lists the files beside one row or grant; takes drops and Ctrl+V, and opens with Enter."""

    def __init__(
        self, desk: Desk, hands: EvidenceHands, owner: Owner, parent: QWidget, *, editable: bool
    ) -> None:
        super().__init__("evidence", say("Underlag"), parent)
        self._desk, self._hands, self._owner = desk, hands, owner
        self._editable = editable
        self._add = self.offer(
            "add-evidence", say("Lägg till underlag…"), self._ask, usable=editable
        )
        self._inside = QWidget(self)
        self._inside.setProperty("role", "plain")
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.add(self._inside)
        if editable:
            FileTarget(self).dropped.connect(self._take)
        desk.changed.connect(self._note)
        self._read()

    def _note(self, changes: Changes) -> None:
        if "evidence" in changes.kinds:
            self._read()

    def _read(self) -> None:
        """List the files anew; the focus of a line that goes is that of the button above."""
        focused: QWidget | None = self.focusWidget()
        if focused is not None and self._inside.isAncestorOf(focused):
            self._add.setFocus()
        while (old := self._lines.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        with self._desk.read() as reader:
            found = evidence_of(reader, *self._owner)
        for made in self._made(found):
            self._lines.addWidget(made)

    def _made(self, found: tuple[Evidence, ...]) -> Iterator[QWidget]:
        if not found:
            empty = say("Inget underlag än. Släpp en fil här, eller klistra in den.")
            yield card_text(empty, "muted", self._inside)
        for place, each in enumerate(found):
            yield self._line(place, each)

    def _line(self, place: int, evidence: Evidence) -> QWidget:
        line = QWidget(self._inside)
        line.setProperty("role", "plain")
        opens = _opening(self._hands, place, evidence, "", line)
        removal = say("Ta bort underlaget {name}", name=quoted(evidence.name))
        removes = button(
            "", f"remove-evidence-{place}", line, lambda: self._hands.remove(evidence),
            role="link", mark=icon("remove"),
        )  # fmt: skip
        removes.setAccessibleName(removal)
        removes.setToolTip(plain_tip(removal))
        removes.setEnabled(self._editable)
        row((opens, 1), removes, of=line, spacing=GRID // 2)
        return line

    def _ask(self) -> None:
        self._hands.ask(self._owner)

    def _take(self, paths: list[Path], _: QPoint) -> None:
        self._hands.add(self._owner, paths)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with Ctrl+V."""
        if self._editable and event.matches(QKeySequence.StandardKey.Paste):
            self._hands.paste(self._owner)
            return
        super().keyPressEvent(event)
