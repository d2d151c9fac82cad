"""Asks how the municipality prints: the one choice for all documents."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QLabel, QPushButton, QWidget

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.records.catalogue import check
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.records.rules import LARGEST_LOGOTYPE
from hubra_desktop.ui.dialogs.files import ask_picture
from hubra_desktop.ui.dialogs.page_top import PageTop
from hubra_desktop.ui.forms.converters import CHOICE, FLAG, TEXT
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.theme import GRID, contrast, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.files import read_whole

PAPER = "#ffffff"
READABLE = 4.5
SWATCH = 14
MIN_WIDTH = 900
Do = Callable[[dict[str, object]], object]


class HouseStyleDialog(FormDialog):
    """Answers only what was changed, as values for ChangeHouseStyle.

    The top of ``sample``'s page stands beside the fields and follows them.
    """

    def __init__(self, style: HouseStyle, sample: Meeting, parent: QWidget | None = None) -> None:
        title, accept = say("Inställningar för handlingarna"), say("Spara")
        super().__init__("house-style", title, accept, parent, prefix="style")
        self._style = style
        self._logotype = style.logotype
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
            Field("organisation", say("&Organisation")),
            Field("time_separator", say("&Klockslag"), CHOICE, choices=clocks),
            Field("head_prefix", say("Före sammanträdets starttid")),
            Field("item_prefix", say("Före ett ärendes tid")),
            Field("note_prefix", say("Före en tid i en fotnot")),
            Field("sub_numbers", say("&Underpunkter"), CHOICE, choices=numbers),
            Field("kerning", say("K&erning"), FLAG, hint=say("Tätare bokstavspar (AV, To)")),
            Field("accent", say("Accent&färg"), printed=False),
        )
        self.entries["accent"].put_beside(self._choose_accent)
        self.form.build_labelled("", self._too_light, self._too_light)
        self.form.build(Field("address", say("S&idfot"), TEXT, least=4, most=4))
        self.form.build_labelled(say("&Logotyp"), self._choose, self.picture)
        self.form.build(Field("logotype_text", say("Logotypen i o&rd"), printed=False))

    def _make_colour(self) -> None:
        words, label = say("Välj…"), say("Välj accentfärg")
        self._choose_accent = self._button("choose-accent", words, label, self._choose_colour)
        self._too_light = build.label("", "callout", self, name="style-too-light")
        self._too_light.setProperty("caution", True)

    def _button(self, name: str, text: str, label: str, press: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"style-{name}")
        button.setAccessibleName(label)
        button.clicked.connect(press)
        return button

    def _make_picture(self) -> None:
        self.picture = QWidget(self)
        self._chosen = QLabel(self.picture)
        words, label = say("Välj…"), say("Välj logotyp")
        self._choose = self._button("choose-logotype", words, label, self._choose_picture)
        words, label = say("Ta bort"), say("Ta bort logotypen")
        self._remove = self._button("remove-logotype", words, label, self._remove_picture)
        build.row((self._chosen, 1), self._choose, self._remove, of=self.picture, spacing=GRID)
        self._tell_picture()

    def _choose_colour(self) -> None:
        accent = self.entries["accent"]
        now = QColor(accent.read())
        chosen = QColorDialog.getColor(now, self, say("Välj accentfärg"))
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
        said = say("Bild, {size} kB", size=size)
        self._chosen.setText(said if self._logotype else say("Ingen"))
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
        shown = f"{ratio:.1f}".replace(".", say(","))
        text = say(
            "Färgen är svår att läsa på papper: kontrasten är {ratio} och bör vara minst {least}."
        )
        least = f"{READABLE}".replace(".", say(","))
        self._too_light.setText(text.format(ratio=shown, least=least))
        self._choose_accent.setIcon(QIcon(_swatch(known if known.isValid() else QColor(PAPER))))

    def take(self, values: Values) -> None:
        values["logotype"] = self._logotype
        if self._logotype and not values["logotype_text"]:
            raise refusal(
                "Skriv logotypen i ord, så att den som hör kallelsen läsas får veta.",
                field="logotype_text",
            )
        changed = values.changed(self._style)
        check("house_style", changed)
        self.answer = changed

    def done(self, result: int) -> None:
        """End the making of pages before the dialog goes."""
        self.page.stop()
        super().done(result)

    @classmethod
    def ask(cls, parent: QWidget, style: HouseStyle, sample: Meeting, do: Do) -> None:
        """Ask; ``do(values)`` writes the values changed, while the dialog can tell a refusal."""
        cls(style, sample, parent).ended(do)


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
        raise refusal("Bilden går inte att läsa. Välj en PNG- eller JPEG-bild.")
    return content
