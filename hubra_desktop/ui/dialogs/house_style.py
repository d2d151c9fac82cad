"""Asks how the municipality prints: the one choice for all documents."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QWidget

from hubra_desktop.model.contrast import contrast
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.records.catalogue import check
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.ui.dialogs.logotype import LogotypeChoice, refuse_wordless
from hubra_desktop.ui.dialogs.page_top import PageTop
from hubra_desktop.ui.forms.converters import CHOICE, EMAIL, FLAG, TEXT
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets import build

PAPER = "#ffffff"
READABLE = 4.5
SWATCH = 14
MIN_WIDTH = 900
Do = Callable[[dict[str, object]], object]


class HouseStyleDialog(FormDialog):
    """Answers only what was changed, as values for ChangeHouseStyle.

    The top of ``sample``'s page stands beside the fields and follows them.
    """

    stored = True

    def __init__(self, style: HouseStyle, sample: Meeting, parent: QWidget | None = None) -> None:
        title, accept = say("Inställningar för handlingarna"), say("Spara")
        super().__init__("house-style", title, accept, parent, prefix="style")
        self._style = style
        self.setMinimumWidth(MIN_WIDTH)
        self._make_colour()
        self.logotype = LogotypeChoice("style", style.logotype, self)
        self.logotype.changed.connect(self._show_style)
        self.logotype.refused.connect(self.refuse)
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
            Field("list_papers", say("&Handlingar"), FLAG, hint=say("Nämn dem i kallelsen")),
            Field("accent", say("Accent&färg"), printed=False),
        )
        self.entries["accent"].put_beside(self._choose_accent)
        self.form.build_labelled("", self._too_light, self._too_light)
        self.form.build(
            Field("address", say("S&idfot"), TEXT, least=4, most=4),
            Field("phone", say("Rådets &telefon i brev")),
            Field("email", say("Rådets e-&post i brev"), EMAIL),
        )
        self.form.build_labelled(say("&Logotyp"), self.logotype.choose, self.logotype)
        self.form.build(Field("logotype_text", say("Logotypen i o&rd"), printed=False))

    def _make_colour(self) -> None:
        words, label = say("Välj…"), say("Välj accentfärg")
        do = self._choose_colour
        self._choose_accent = build.button(words, "style-choose-accent", self, do)
        self._choose_accent.setAccessibleName(label)
        self._too_light = build.label("", "callout", self, name="style-too-light")
        self._too_light.setProperty("caution", True)

    def _choose_colour(self) -> None:
        accent = self.entries["accent"]
        now = QColor(accent.read())
        chosen = QColorDialog.getColor(now, self, say("Välj accentfärg"))
        if chosen.isValid():
            accent.show_value(chosen.name())

    def _values(self) -> dict[str, object]:
        read = {name: entry.read() for name, entry in self.entries.items()}
        return {**read, "logotype": self.logotype.content}

    def _show_style(self) -> None:
        """Let the page and the warning of the colour follow the fields."""
        self._tell_colour(str(self.entries["accent"].read()))
        try:
            values = self._values()
            check("house_style", values)
        except InputError as refusal:
            self.page.tell(refusal.sentence)
            return
        style: HouseStyle = replace(self._style, **values)  # type: ignore[arg-type]
        self.page.show_style(style)

    def _tell_colour(self, colour: str) -> None:
        known = QColor(colour)
        ratio = contrast(known.name(), PAPER) if known.isValid() else READABLE
        self._too_light.setVisible(ratio < READABLE)
        shown = f"{ratio:.1f}".replace(".", say(","))
        text = say(
            "Färgen är svår att läsa på papper: kontrasten är {ratio} och bör vara minst {least}."
        )
        least = f"{READABLE}".replace(".", say(","))
        self._too_light.setText(text.format(ratio=shown, least=least))
        self._choose_accent.setIcon(QIcon(_swatch(known if known.isValid() else QColor(PAPER))))

    def take(self, values: Values) -> None:
        values["logotype"] = self.logotype.content
        refuse_wordless(self.logotype.content, values["logotype_text"])
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


def sample_meeting(style: HouseStyle) -> Meeting:
    """Return a meeting to show a house style by, where the register has none."""
    from hubra_desktop.model.ids import new_id
    from hubra_desktop.model.templates import standard_template, standing_items

    items = standing_items(standard_template(), new_id)
    return Meeting(body=style.organisation, date=date.today(), start=930, items=items)
