"""Spelling beside the window: words are looked up on a thread of their own, never while typing."""

from collections.abc import Iterable
from threading import Lock

from PySide6.QtCore import QObject, QThread, Signal

from hubra_desktop.exchange.spelling import Spelling
from hubra_desktop.model.spelled_words import KnownWords
from hubra_desktop.ui.crash_handler import report_once


class Speller(QThread):
    """Remembers of each word whether it is right; ``told`` follows what was asked for.

    The dictionary is loaded by the first question. The thread ends when there is nothing
    left to look up. ``known`` are the register's own words, ``passed`` those that are let be.
    """

    told = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speller")
        self.known = KnownWords(())
        self.passed: set[str] = set()
        self._right: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._lock = Lock()
        self._spelling: Spelling | None = None
        self._stopping = False
        self.finished.connect(self._go_on)

    def ask(self, words: Iterable[str]) -> None:
        """Look up the words that have not been."""
        fresh = {word for word in words if word not in self._right}
        if fresh and not self._stopping:
            with self._lock:
                self._asked |= fresh
            self._go_on()

    def _go_on(self) -> None:
        if self._asked and not self._stopping and not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def wrong(self, word: str) -> bool:
        """Tell whether a word is known to be misspelled."""
        known = word in self.known or word in self.passed
        return self._right.get(word) is False and not known

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return words that were perhaps meant; takes a quarter of a second."""
        return self._spelling.suggestions(word) if self._spelling is not None else ()

    def run(self) -> None:
        try:
            spelling = self._spelling = self._spelling or Spelling()
            while words := self._next():
                for word in words:
                    self._right[word] = spelling.knows(word)
        except Exception as error:
            report_once(error)
            self._stopping = True  # without a dictionary nothing is underlined
        self.told.emit()

    def _next(self) -> set[str]:
        """Take what is to be looked up, nothing any more when the thread is to end."""
        with self._lock:
            words, self._asked = self._asked, set()
        return set() if self._stopping else words

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._stopping = True
        self.wait()
