"""Asks how the municipality prints: the one choice for all documents."""

from pathlib import Path

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.sheet import HouseStyle
from hubra_desktop.model.validity import check
from hubra_desktop.ui.dialogs.base import FormDialog
from hubra_desktop.ui.dialogs.files import ask_picture
from hubra_desktop.ui.widgets.fields import ChoiceField

TEXTS = ("organisation", "head_prefix", "item_prefix", "note_prefix", "accent", "logotype_text")


class HouseStyleDialog(FormDialog):
    """Answers only what was changed, as values for ChangeHouseStyle."""

    def __init__(self, style: HouseStyle, parent: QWidget | None = None) -> None:
        super().__init__("house-style", self.tr("House style"), self.tr("Save"), parent)
        self._style = style
        self._logotype = style.logotype
        self.answer: dict[str, object] | None = None
        self.setMinimumWidth(560)
        self._texts = {name: QLineEdit(str(getattr(style, name)), self) for name in TEXTS}
        for name, field in self._texts.items():
            field.setObjectName(f"style-{name}")
        self._make_choices()
        self._make_picture()
        self.address = QPlainTextEdit(style.address, self)
        self.address.setObjectName("style-address")
        self.address.setTabChangesFocus(True)
        self.address.setFixedHeight(96)
        self._lay_out()

    def _make_choices(self) -> None:
        self.separator = ChoiceField("time_separator", self.tr("Clock times"), self)
        self.separator.offer([("15.30", "."), ("15:30", ":")])
        self.separator.show_value(self._style.time_separator)
        self.sub_numbers = ChoiceField("sub_numbers", self.tr("Sub-items"), self)
        self.sub_numbers.offer([("7a, 7b, 7c", "letters"), ("7.1, 7.2, 7.3", "decimals")])
        self.sub_numbers.show_value(self._style.sub_numbers)

    def _make_picture(self) -> None:
        self.picture = QWidget(self)
        self._chosen = QLabel(self.picture)
        self._choose = QPushButton(self.tr("Choose…"), self.picture)
        self._choose.setObjectName("style-choose-logotype")
        self._choose.setAccessibleName(self.tr("Choose logotype"))
        self._choose.clicked.connect(self._choose_picture)
        self._remove = QPushButton(self.tr("Remove"), self.picture)
        self._remove.setObjectName("style-remove-logotype")
        self._remove.setAccessibleName(self.tr("Remove logotype"))
        self._remove.clicked.connect(self._remove_picture)
        row = QHBoxLayout(self.picture)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._chosen, 1)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        self._tell_picture()

    def _lay_out(self) -> None:
        self.add_row(self.tr("&Organisation"), self._texts["organisation"])
        self.add_row(self.tr("&Clock times"), self.separator)
        self.add_row(self.tr("Before the meeting's start"), self._texts["head_prefix"])
        self.add_row(self.tr("Before an item's time"), self._texts["item_prefix"])
        self.add_row(self.tr("Before a time in a footnote"), self._texts["note_prefix"])
        self.add_row(self.tr("&Sub-items"), self.sub_numbers)
        self.add_row(self.tr("&Accent colour"), self._texts["accent"])
        self.add_row(self.tr("&Footer"), self.address)
        self.add_row(self.tr("&Logotype"), self.picture)
        self.add_row(self.tr("Logotype in &words"), self._texts["logotype_text"])

    def _choose_picture(self) -> None:
        path = ask_picture(self)
        if path is not None:
            self._logotype = Path(path).read_bytes()
            self._tell_picture()

    def _remove_picture(self) -> None:
        self._logotype = b""
        self._tell_picture()

    def _tell_picture(self) -> None:
        size = len(self._logotype) // 1024 + 1
        said = self.tr("Picture, {size} kB").format(size=size)
        self._chosen.setText(said if self._logotype else self.tr("None"))
        self._remove.setEnabled(bool(self._logotype))

    def read(self) -> None:
        values: dict[str, object] = {
            name: field.text().strip() for name, field in self._texts.items()
        }
        values["address"] = self.address.toPlainText().strip()
        values["logotype"] = self._logotype
        values["time_separator"] = self.separator.value()
        values["sub_numbers"] = self.sub_numbers.value()
        if self._logotype and not values["logotype_text"]:
            raise InputError(
                say(
                    "Skriv logotypen i ord, så att den som hör kallelsen läsas får veta.",
                    "Put the logotype in words, for those who hear the notice read aloud.",
                )
            )
        changed = {
            name: value for name, value in values.items() if getattr(self._style, name) != value
        }
        check("house_style", changed)
        self.answer = changed

    @classmethod
    def ask(cls, parent: QWidget, style: HouseStyle) -> dict[str, object] | None:
        """Ask, and return the values changed or None."""
        dialog = cls(style, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer
