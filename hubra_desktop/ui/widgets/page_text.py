"""The page as text: headings, tables and links that a screen reader can walk through."""

import re
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTextBrowser, QWidget

from hubra_desktop.ui.theme import Tokens, theme

OUTSIDE = ("http", "https", "mailto", "tel")
_OWN_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


class PageText(QTextBrowser):
    """Shows one HTML page in the window's colours and fetches nothing.

    A link out of the page opens in the computer's own program; one within it leads to
    its note.
    """

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "page")
        self.setAccessibleName(label)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self._shown = self._page = ""
        theme().changed.connect(self._dress)

    def show_page(self, html: str) -> None:
        """Show another page, where the reader was."""
        if html != self._shown:
            self._shown = html
            # Soft hyphens are for narrow screens; copied and searched words are whole.
            self._page = html.replace("\N{SOFT HYPHEN}", "")
            self._dress()

    def _dress(self) -> None:
        place = self.verticalScrollBar().value()
        style = f"<style>{page_style(theme().tokens, theme().scale.body)}</style>"
        self.setHtml(_OWN_STYLE.sub(style, self._page, count=1))
        self.verticalScrollBar().setValue(place)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in OUTSIDE:
            QDesktopServices.openUrl(link)
        elif not link.scheme() and link.hasFragment():
            self.scrollToAnchor(link.fragment())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Fetch nothing; pictures that the page itself carries are not asked for here."""
        return None


def page_style(tokens: Tokens, pixels: int) -> str:
    """Return the style of a page of text in a scheme, its text ``pixels`` high."""
    return (
        f"body {{ color: {tokens.text}; font-size: {pixels}px; }}"
        f"h1 {{ font-size: {round(pixels * 1.6)}px; font-weight: 600; margin-bottom: 10px; }}"
        f"h2 {{ font-size: {round(pixels * 1.25)}px; font-weight: 600; margin-top: 14px; }}"
        f"h3 {{ font-size: {pixels}px; font-weight: 600; }}"
        "table { border-collapse: collapse; margin-top: 12px; margin-bottom: 12px; }"
        f"th, td {{ padding: 4px 12px 4px 0; border-bottom: 1px solid {tokens.line}; }}"
        "td p, th p { margin-top: 0; margin-bottom: 0; }"
        "th { text-align: left; font-weight: 600; }"
        f"a {{ color: {tokens.accent}; }}"
    )
