"""The look in one place: colours by role, the type scale, spacing and the style sheet.

Two schemes (light and dark) answer the same roles, so that nothing else in the
window names a colour. The scheme follows the system unless the user chooses one.
Every pair of text and ground listed in ``READABLE_PAIRS`` keeps a contrast of at
least 4.5:1; the tests measure them.
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from hubra_desktop.paths import resource
from hubra_desktop.ui.stylesheet import STYLE_SHEET

ARGUMENTS = ("-style", "fusion")
"""What the application is made with; setStyle would do, but brings all that a style can draw."""
GRID = 8
ROW_HEIGHT = 32


class SchemeChoice(StrEnum):
    """What the user chose in the menu View."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @classmethod
    def _missing_(cls, value: object) -> "SchemeChoice":
        """Take what is no choice for none: the file of settings is anybody's to change."""
        return cls.SYSTEM


@dataclass(frozen=True)
class Tokens:
    """The colours of one scheme, named by what they are for, as ``#rrggbb``."""

    window: str
    surface: str
    sunken: str
    line: str
    field_line: str
    text: str
    muted: str
    hint: str
    accent: str
    on_accent: str
    accent_soft: str
    selection: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    moved: str
    desk: str


LIGHT = Tokens(
    window="#f5f6f6",
    surface="#ffffff",
    sunken="#eceeef",
    line="#dde1e3",
    field_line="#858f95",
    text="#1c2429",
    muted="#55616a",
    hint="#6a757d",
    accent="#1f4e5f",
    on_accent="#ffffff",
    accent_soft="#e4edf0",
    selection="#dbe8ec",
    danger="#a3261d",
    danger_soft="#fbe9e7",
    warning="#7a4f00",
    warning_soft="#fdf1d8",
    success="#256440",
    moved="#fbf0cd",
    desk="#e3e6e8",
)
DARK = Tokens(
    window="#1b1f22",
    surface="#23282c",
    sunken="#16191c",
    line="#363d42",
    field_line="#79858d",
    text="#e7ebed",
    muted="#a7b2b9",
    hint="#8b979f",
    accent="#8cc0d0",
    on_accent="#10222a",
    accent_soft="#2a3c44",
    selection="#2d4650",
    danger="#f5a09a",
    danger_soft="#43282a",
    warning="#eac077",
    warning_soft="#3b3220",
    success="#8fd0a8",
    moved="#3d382a",
    desk="#15181a",
)

READABLE_PAIRS: tuple[tuple[str, str], ...] = (
    ("text", "window"),
    ("text", "surface"),
    ("text", "sunken"),
    ("text", "selection"),
    ("text", "moved"),
    ("text", "accent_soft"),
    ("text", "warning_soft"),
    ("text", "danger_soft"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "selection"),
    ("muted", "moved"),
    ("hint", "surface"),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("danger", "surface"),
    ("danger", "danger_soft"),
    ("warning", "surface"),
    ("warning", "warning_soft"),
    ("success", "surface"),
)


@dataclass(frozen=True)
class TypeScale:
    """The five sizes of text, in pixels before the screen's own scaling."""

    small: int
    body: int
    lead: int
    title: int
    display: int


def type_scale(system_pixels: int) -> TypeScale:
    """Return the type scale; a system font larger than 13 px enlarges all sizes."""
    factor = max(1.0, system_pixels / 13)
    return TypeScale(*(round(size * factor) for size in (12, 13, 15, 20, 28)))


class Theme(QObject):
    """The one owner of colours and sizes; tells when the scheme changes.

    There is one instance, made by ``install`` and reached by ``theme()``.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice = SchemeChoice.SYSTEM
        self._dressed = False
        self.scale = type_scale(QFontInfo(application.font()).pixelSize())
        self.tokens = LIGHT

    @property
    def choice(self) -> SchemeChoice:
        """Return what the user chose."""
        return self._choice

    @property
    def row_height(self) -> int:
        """Return the height of a row of one line, in pixels."""
        return max(ROW_HEIGHT, self.scaled(ROW_HEIGHT))

    @property
    def unit(self) -> float:
        """Return how long, at the size of text in force, a pixel is beside text of 13 pixels."""
        return self.scale.body / 13

    def scaled(self, pixels: float) -> int:
        """Return a length that is given for text of 13 pixels, at the size of text in force."""
        return round(pixels * self.unit)

    def start(self) -> None:
        """Set the font and paint for the first time."""
        font = QFont(self._application.font())
        font.setPixelSize(self.scale.body)
        self._application.setFont(font)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.refresh)
        self.refresh()

    def choose(self, choice: SchemeChoice) -> None:
        """Use the scheme chosen, or the system's."""
        self._choice = choice
        self.refresh()

    def refresh(self) -> None:
        """Paint the whole program in the scheme in force."""
        self.tokens = DARK if self._is_dark() else LIGHT
        self._application.setPalette(palette(self.tokens))
        if self._dressed:
            self._application.setStyleSheet(style_sheet(self.tokens, self.scale))
        self.changed.emit()

    def dress(self) -> None:
        """Put the style sheet on; last, since widgets made under one are styled many times."""
        self._dressed = True
        self._application.setStyleSheet(style_sheet(self.tokens, self.scale))

    def _is_dark(self) -> bool:
        if self._choice is not SchemeChoice.SYSTEM:
            return self._choice is SchemeChoice.DARK
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, a field name of ``Tokens``."""
        return QColor(str(getattr(self.tokens, role)))


_installed: list[Theme] = []


def install_theme(application: QApplication) -> Theme:
    """Make the program's theme and paint with it."""
    _installed[:] = [Theme(application)]
    _installed[0].start()
    return _installed[0]


def theme() -> Theme:
    """Return the theme in force."""
    return _installed[0]


def palette(tokens: Tokens) -> QPalette:
    """Return Qt's palette for the colours of a scheme."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.window,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.hint,
        QPalette.ColorRole.Button: tokens.window,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.Highlight: tokens.selection,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.line,
        QPalette.ColorRole.Light: tokens.surface,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return made


def style_sheet(tokens: Tokens, scale: TypeScale) -> str:
    """Return the style sheet for a scheme and a type scale."""
    values: dict[str, str] = asdict(tokens)
    sizes = {name: f"{pixels}px" for name, pixels in asdict(scale).items()}
    scheme = "dark" if tokens is DARK else "light"
    for name in ("arrow", "tick"):
        sizes[name] = resource("icons", f"{name}-{scheme}.svg").as_posix()
    return Template(STYLE_SHEET).substitute(values | sizes)
