"""The thread that makes the page while the secretary types.

Only the latest wish counts: whatever was asked for while a page was being made is
forgotten except the last. The window never waits for it.
"""

import sys
from dataclasses import dataclass, field
from threading import Condition
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QThread, Signal
from PySide6.QtGui import QImage

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.ui.crash_handler import report_once
from hubra_desktop.ui.printable import lacking_sentence
from hubra_desktop.work.papers import Collected, PaperForm, render, render_placed

if TYPE_CHECKING:
    from hubra_desktop.documents.kit.render import Places

SWITCH_AFTER = 0.001
"""How long, in seconds, the thread may keep the interpreter while the window waits for it."""


@dataclass(frozen=True)
class Wish:
    """A page to make: ``width`` is a page's width in device pixels.

    With ``as_text`` it is made as HTML instead of being drawn.
    """

    paper: Collected
    width: int
    ratio: float
    as_text: bool = False


@dataclass(frozen=True)
class BuiltPages:
    """What came of a wish: the PDF and its pages drawn, or the page as HTML; or why not.

    ``places`` tells where on the pages what is written stands.
    """

    wish: Wish
    pdf: bytes = b""
    images: tuple[QImage, ...] = ()
    html: str = ""
    refusal: str = ""
    places: "Places" = field(default_factory=dict)


class PageBuilder(QThread):
    """Makes the latest wish; ``built`` carries a BuiltPages to the window's thread.

    Started by the first wish, so nothing of the documents is imported before it.
    ``stop`` waits until the thread has ended.
    """

    built = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page-builder")
        self._condition = Condition()
        self._wish: Wish | None = None
        self._making: Wish | None = None
        self._stopping = False
        self._latest: BuiltPages | None = None

    def ask(self, wish: Wish) -> None:
        """Ask for a page; an earlier wish not begun is forgotten.

        Begun at once when the thread is idle. What is being made already is not begun
        again.
        """
        with self._condition:
            self._wish = None if wish == self._making else wish
            self._condition.notify()
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        """End the thread and wait for it."""
        with self._condition:
            self._stopping = True
            self._condition.notify()
        self.wait()

    def run(self) -> None:
        # A key makes the window ask for the interpreter many times over; by default each
        # of them may cost it 5 ms while a page is being made.
        sys.setswitchinterval(min(SWITCH_AFTER, sys.getswitchinterval()))
        while (wish := self._next()) is not None:
            self._latest = self._answer(wish)
            with self._condition:
                self._making = None
            self.built.emit(self._latest)

    def _next(self) -> Wish | None:
        with self._condition:
            while self._wish is None and not self._stopping:
                self._condition.wait()
            wish, self._wish = self._wish, None
            self._making = wish
            return None if self._stopping else wish

    def _answer(self, wish: Wish) -> BuiltPages:
        """Make the page; what was typed is often stored next, and is then there already."""
        last = self._latest
        if last is not None and last.wish == wish and not last.refusal:
            return last
        try:
            if wish.as_text:
                return BuiltPages(wish, html=render(wish.paper, PaperForm(html=True)).decode())
            pdf, places = self._pdf(wish)
            return BuiltPages(wish, pdf, drawn(pdf, wish.width, wish.ratio), places=places)
        except InputError as refusal:
            return BuiltPages(wish, refusal=sentence_of(refusal))
        except Exception as error:
            report_once(error)
            return BuiltPages(wish, refusal=say("Sidan kunde inte göras just nu."))

    def _pdf(self, wish: Wish) -> "tuple[bytes, Places]":
        """Return the PDF and its places, those made last when only the width is another."""
        last = self._latest
        if last is not None and last.pdf and last.wish.paper == wish.paper:
            return last.pdf, last.places
        return render_placed(wish.paper)


def sentence_of(refusal: InputError) -> str:
    """Return why a paper cannot be made, in the window's language."""
    from hubra_desktop.documents.kit.coverage import MissingGlyphsError

    if isinstance(refusal, MissingGlyphsError):
        return lacking_sentence(refusal.characters)
    return refusal.sentence


def drawn(pdf: bytes, width: int, ratio: float) -> tuple[QImage, ...]:
    """Draw every page ``width`` device pixels wide."""
    from hubra_desktop.ui.pdf import opened_pdf, page_on_white

    images = []
    with opened_pdf(pdf) as document:
        for page in range(document.pageCount()):
            points = document.pagePointSize(page)
            size = QSize(width, round(width * points.height() / points.width()))
            images.append(page_on_white(document, page, size))
            images[-1].setDevicePixelRatio(ratio)
    return tuple(images)
