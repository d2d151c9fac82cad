"""Asks how the municipality prints: the one choice for all documents."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.sheet import HouseStyle, MeetingSheet
from hubra_desktop.model.validity import LARGEST_LOGOTYPE, check
from hubra_desktop.ui.dialogs.files import ask_picture
from hubra_desktop.ui.dialogs.page_top import PageTop
from hubra_desktop.ui.forms.converters import CHOICE, FLAG, TEXT
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.theme import GRID, contrast, theme
from hubra_desktop.work.files import read_whole

PAPER = "#ffffff"
READABLE = 4.5
SWATCH = 14
MIN_WIDTH = 900


class HouseStyleDialog(FormDialog):
    """Answers only what was changed, as values for ChangeHouseStyle.

    The top of ``sample``'s page stands beside the fields and follows them.
    """

    def __init__(
        self, style: HouseStyle, sample: MeetingSheet, parent: QWidget | None = None
    ) -> None:
        title, accept = self.tr("House style"), self.tr("Save")
        super().__init__("house-style", title, accept, parent, prefix="style")
        self._style = style
        self._logotype = style.logotype
        self.answer: dict[str, object] | None = None
        self.setMinimumWidth(MIN_WIDTH)
        self._make_colour()
        self._make_picture()
        self._build()
        self.page = PageTop(sample, self)
        self.form.build_aside(self.page)
        for name, entry in self.entries.items():
            entry.show_value(getattr(style, name))
            entry.changed.connect(self._show_style)
        self._show_style()

    def _build(self) -> None:
        clocks = [("15.30", "."), ("15:30", ":")]
        numbers = [("7a, 7b, 7c", "letters"), ("7.1, 7.2, 7.3", "decimals")]
        self.form.build(
            Field("organisation", self.tr("&Organisation")),
            Field("time_separator", self.tr("&Clock times"), CHOICE, choices=clocks),
            Field("head_prefix", self.tr("Before the meeting's start")),
            Field("item_prefix", self.tr("Before an item's time")),
            Field("note_prefix", self.tr("Before a time in a footnote")),
            Field("sub_numbers", self.tr("&Sub-items"), CHOICE, choices=numbers),
            Field("kerning", self.tr("K&erning"), FLAG, hint=self.tr("Closer pairs (AV, To)")),
            Field("accent", self.tr("&Accent colour"), printed=False),
        )
        self.entries["accent"].put_beside(self._choose_accent)
        self.form.build_labelled("", self._too_light, self._too_light)
        self.form.build(Field("address", self.tr("&Footer"), TEXT, least=4, most=4))
        self.form.build_labelled(self.tr("&Logotype"), self._choose, self.picture)
        self.form.build(Field("logotype_text", self.tr("Logotype in &words"), printed=False))

    def _make_colour(self) -> None:
        self._choose_accent = QPushButton(self.tr("Choose…"), self)
        self._choose_accent.setObjectName("style-choose-accent")
        self._choose_accent.setAccessibleName(self.tr("Choose accent colour"))
        self._choose_accent.clicked.connect(self._choose_colour)
        self._too_light = QLabel(self)
        self._too_light.setObjectName("style-too-light")
        self._too_light.setProperty("role", "callout")
        self._too_light.setProperty("caution", True)
        self._too_light.setWordWrap(True)

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
        row.setSpacing(GRID)
        row.addWidget(self._chosen, 1)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        self._tell_picture()

    def _choose_colour(self) -> None:
        accent = self.entries["accent"]
        now = QColor(accent.read())
        chosen = QColorDialog.getColor(now, self, self.tr("Choose accent colour"))
        if chosen.isValid():
            accent.show_value(chosen.name())

    def _choose_picture(self) -> None:
        path = ask_picture(self)
        if path is not None:
            self.take_picture(path)

    def take_picture(self, path: Path) -> None:
        """Use a file as logotype; says in the dialog why it cannot be used."""
        try:
            self._logotype = read_picture(path)
        except InputError as refusal:
            self.refuse(refusal.sentence)
            return
        self.refuse("")
        self._tell_picture()
        self._show_style()

    def _remove_picture(self) -> None:
        self._logotype = b""
        self._tell_picture()
        self._show_style()

    def _tell_picture(self) -> None:
        size = len(self._logotype) // 1024 + 1
        said = self.tr("Picture, {size} kB").format(size=size)
        self._chosen.setText(said if self._logotype else self.tr("None"))
        self._remove.setEnabled(bool(self._logotype))

    def _values(self) -> dict[str, object]:
        read = {name: entry.read() for name, entry in self.entries.items()}
        return {**read, "logotype": self._logotype}

    def _show_style(self) -> None:
        """Let the page and the warning of the colour follow the fields."""
        values = self._values()
        self._tell_colour(str(values["accent"]))
        try:
            check("house_style", values)
        except InputError as refusal:
            self.page.tell(refusal.sentence)
            return
        style: HouseStyle = replace(self._style, **values)  # type: ignore[arg-type]
        self.page.show_style(style)

    def _tell_colour(self, colour: str) -> None:
        known = QColor(colour)
        ratio = contrast(colour, PAPER) if known.isValid() else READABLE
        self._too_light.setVisible(ratio < READABLE)
        shown = f"{ratio:.1f}".replace(".", say(",", "."))
        text = self.tr("The colour is hard to read on paper: contrast {ratio}, at least {least}.")
        least = f"{READABLE}".replace(".", say(",", "."))
        self._too_light.setText(text.format(ratio=shown, least=least))
        self._choose_accent.setIcon(QIcon(_swatch(known if known.isValid() else QColor(PAPER))))

    def take(self, values: Values) -> None:
        values["logotype"] = self._logotype
        if self._logotype and not values["logotype_text"]:
            raise InputError(
                say(
                    "Skriv logotypen i ord, så att den som hör kallelsen läsas får veta.",
                    "Put the logotype in words, for those who hear the notice read aloud.",
                )
            )
        changed = values.changed(self._style)
        check("house_style", changed)
        self.answer = changed

    def done(self, result: int) -> None:
        """End the making of pages before the dialog goes."""
        self.page.stop()
        super().done(result)

    @classmethod
    def ask(
        cls, parent: QWidget, style: HouseStyle, sample: MeetingSheet
    ) -> dict[str, object] | None:
        """Ask, and return the values changed or None."""
        return cls(style, sample, parent).ended().answer


def _swatch(colour: QColor) -> QPixmap:
    """Return a patch of a colour, framed so that it is seen on any ground."""
    patch = QPixmap(SWATCH, SWATCH)
    patch.fill(colour)
    painter = QPainter(patch)
    painter.setPen(theme().colour("field_line"))
    painter.drawRect(0, 0, SWATCH - 1, SWATCH - 1)
    painter.end()
    return patch


def read_picture(path: Path) -> bytes:
    """Return a logotype's file; raises InputError when it is too large or no picture."""
    content = read_whole(path, LARGEST_LOGOTYPE)
    check("house_style", {"logotype": content})
    if QImage.fromData(content).isNull():
        raise InputError(
            say(
                "Bilden går inte att läsa. Välj en PNG- eller JPEG-bild.",
                "The picture cannot be read. Choose a PNG or JPEG picture.",
            )
        )
    return content
