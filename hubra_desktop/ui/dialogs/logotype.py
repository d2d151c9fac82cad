"""The choice of a logotype: a picture from a file, told by its size, or none."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.records.catalogue import check
from hubra_desktop.model.records.rules import LARGEST_LOGOTYPE
from hubra_desktop.ui.dialogs.files import ask_picture
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.files import read_whole


class LogotypeChoice(QWidget):
    """Holds ``content``, the file's bytes (b"" for none).

    ``changed`` follows a choice, and ``refused(sentence)`` a file that cannot be used; "" when
    one can.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, prefix: str, content: bytes, parent: QWidget) -> None:
        super().__init__(parent)
        self.content = content
        self.told = build.label("", "", self, wraps=False)
        words, label = say("Välj…"), say("Välj logotyp")
        self.choose = self._button(f"{prefix}-choose-logotype", words, label, self._ask)
        words, label = say("Ta bort"), say("Ta bort logotypen")
        self._remove = self._button(f"{prefix}-remove-logotype", words, label, self._take_none)
        build.row((self.told, 1), self.choose, self._remove, of=self, spacing=GRID)
        self._tell()

    def _button(self, name: str, text: str, label: str, do: Callable[[], None]) -> QPushButton:
        made = build.button(text, name, self, do)
        made.setAccessibleName(label)
        return made

    def _ask(self) -> None:
        path = ask_picture(self)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Use a file as logotype, or tell why it cannot be used."""
        try:
            content = read_picture(path)
        except InputError as refused:
            self.refused.emit(refused.sentence)
            return
        self.refused.emit("")
        self.show_content(content)

    def _take_none(self) -> None:
        self.show_content(b"")

    def show_content(self, content: bytes) -> None:
        """Hold another picture, or none."""
        self.content = content
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        size = say("Bild, {size} kB", size=len(self.content) // 1024 + 1)
        self.told.setText(size if self.content else say("Ingen"))
        self._remove.setEnabled(bool(self.content))


def refuse_wordless(logotype: bytes, words: str) -> None:
    """Raise InputError for a logotype that is not put in words."""
    if logotype and not words:
        raise refusal(
            "Skriv logotypen i ord, så att den som hör kallelsen läsas får veta.",
            field="logotype_text",
        )


def read_picture(path: Path) -> bytes:
    """Return a logotype as it is kept; raises InputError when it is too large or no picture."""
    from hubra_desktop.work.pictures import logotype_to_keep

    content = read_whole(path, LARGEST_LOGOTYPE)
    check("house_style", {"logotype": content})
    return logotype_to_keep(content)
