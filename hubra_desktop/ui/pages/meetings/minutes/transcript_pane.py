"""What was said at a recorded meeting, read beside what is written, and never kept.

The file is read where it lies. Nothing of it, nor where it lies, is stored or remembered; when
the writer is done it goes from here, and the file can go to the wastebasket.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFile, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QStackedWidget, QTextEdit, QWidget

from hubra_desktop.exchange.transcript_file import LARGEST_TRANSCRIPT, read_transcript
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.transcript import Said, time_told
from hubra_desktop.model.progress import Progress
from hubra_desktop.model.wording import quoted
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.file_drop import FileTarget
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.build import button, column, label, row, search_line
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.plain import PlainLabel
from hubra_desktop.ui.widgets.usable import let_use
from hubra_desktop.work.files import read_whole


class TranscriptPane(QWidget):
    """Shows one file at a time; ``insert_asked(text)`` asks to put words in what is written."""

    insert_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcript-pane")
        self._desk = desk
        self._path: Path | None = None
        self._left: Path | None = None
        self._left_at: dict[str, Path] = {}  # by the ids of the meetings that they were read at
        self._meeting_id = ""
        self._hindrance = ""
        self._stack = QStackedWidget(self)
        for page in (self._empty_place(), self._filled()):
            self._stack.addWidget(page)
        column(self._asking(), (self._stack, 1), of=self, spacing=0)
        self._target = FileTarget(self)
        self._target.dropped.connect(self._take_drop)

    def _empty_place(self) -> QWidget:
        place = QWidget(self)
        empty = EmptyState(
            say("Läs det sagda medan du skriver"),
            say(
                "Öppna transkriptionen av ett inspelat sammanträde: en fil som slutar på .vtt, "
                ".txt eller .docx. Den läses där den ligger och sparas aldrig i registret."
            ),
            parent=place,
        )
        mark = icon("open", "on_accent")
        self.choose = button(
            say("Öppna en transkription…"), "transcript-open", place, self._choose,
            role="primary", mark=mark,
        )  # fmt: skip
        column((empty, 1), row(None, self.choose, None), of=place).addStretch(2)
        return place

    def _filled(self) -> QWidget:
        place = QWidget(self)
        self.name = label("", "muted", place, name="transcript-name")
        self.search = search_line("transcript-search", say("Sök i transkriptionen"), place)
        self.search.returnPressed.connect(self.find_next)
        self.text = QTextEdit(place)
        self.text.setObjectName("transcript-text")
        self.text.setProperty("role", "prose")
        self.text.setAccessibleName(say("Vad som sades"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self.text.selectionChanged.connect(self._allow)
        self.insert = button(say("Infoga det markerade"), "transcript-insert", place, self._insert)
        self.done = button(say("Klar med transkriptionen"), "transcript-done", place, self._finish)
        margins = (2 * GRID, GRID, 2 * GRID, GRID)
        column(
            row((self.name, 1)), self.search, (self.text, 1),
            row(self.insert, self.done, None, spacing=GRID),
            of=place, margins=margins, spacing=GRID,
        )  # fmt: skip
        return place

    def _asking(self) -> QWidget:
        """Return the line that offers to throw the file away when its reader is done."""
        self.asking = QFrame(self)
        self.asking.setObjectName("transcript-asking")
        self.asking.setProperty("role", "panel")
        self.told = PlainLabel("", self.asking)
        self.told.setWordWrap(True)
        self.throw = button(
            say("Lägg filen i papperskorgen"), "transcript-throw", self.asking, self._throw
        )
        self.keep = button(say("Låt den ligga"), "transcript-keep", self.asking, self._let_lie)
        around = (2 * GRID, GRID, 2 * GRID, GRID)
        column(
            self.told, row(self.throw, self.keep, None, spacing=GRID),
            of=self.asking, margins=around, spacing=GRID,
        )  # fmt: skip
        self.asking.hide()
        return self.asking

    @property
    def reading(self) -> bool:
        """Tell whether a transcript is shown."""
        return self._path is not None

    def _choose(self) -> None:
        from hubra_desktop.ui.dialogs.files import ask_transcript

        path = ask_transcript(self)
        if path is not None:
            self.open(path)

    def _take_drop(self, paths: list[Path], _: QPoint) -> None:
        self.open(paths[0])

    def open(self, path: Path) -> None:
        """Read a file beside the window, and show what was said."""
        from hubra_desktop.ui.dialogs.work import read_beside

        with self._desk.refusing():
            said = read_beside(self, path.name, partial(_read, path))
            if said is not None:
                self._desk.messages.withdraw()
                self._show(path, said)

    def _show(self, path: Path, said: Sequence[Said]) -> None:
        self._path, self._left = path, None
        self.asking.hide()
        self.name.setText(say("{file}, läses där den ligger", file=path.name))
        self.text.clear()
        cursor = self.text.textCursor()
        cursor.beginEditBlock()
        for place, each in enumerate(said):
            if place:
                cursor.insertBlock()
            _write(cursor, each)
        cursor.endEditBlock()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._stack.setCurrentIndex(1)
        self._allow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_next(self) -> None:
        """Go to the next place of the words that are looked for, round the text."""
        words = self.search.text().strip()
        if not words or self.text.find(words):
            return
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        if not self.text.find(words):
            self._desk.messages.tell(
                say("{words} finns inte i transkriptionen.", words=quoted(words))
            )

    def let_insert(self, hindrance: str) -> None:
        """Tell what hinders that words are put in what is written, "" where nothing does."""
        self._hindrance = hindrance
        self._allow()

    def _allow(self) -> None:
        chosen = self.text.textCursor().hasSelection()
        unchosen = "" if chosen else say("Markera först det som ska infogas.")
        let_use(self.insert, self._hindrance or unchosen)

    def _insert(self) -> None:
        chosen = self.text.textCursor().selection().toPlainText()
        self.insert_asked.emit(" ".join(chosen.split()))

    def _finish(self) -> None:
        self.leave(asked=True)

    def leave(self, *, asked: bool = False) -> None:
        """Show the transcript no more, and ask what is to become of its file.

        Only whoever ``asked`` for it is led to the answer, and to the one that changes nothing.
        """
        self._left = self._path
        self._shut()
        if self._left is not None:
            self._ask_about(self._left)
            if asked:
                self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shut(self) -> None:
        """Show no transcript, and no question about one."""
        self._path = None
        self.text.clear()
        self.search.clear()
        self.asking.hide()
        self._stack.setCurrentIndex(0)

    def _ask_about(self, path: Path) -> None:
        told = say(
            "Transkriptionen är borta härifrån. Filen {file} ligger kvar på datorn.",
            file=quoted(path.name),
        )
        self.told.setText(told)
        self.asking.show()

    def turn_to(self, meeting_id: str) -> None:
        """Let go of what was said at another meeting; its file is asked about there alone."""
        left = self._path or self._left
        if left is not None:
            self._left_at[self._meeting_id] = left
        self._shut()
        self._meeting_id = meeting_id
        self._left = self._left_at.pop(meeting_id, None)
        if self._left is not None:
            self._ask_about(self._left)

    def forget(self) -> None:
        """Show nothing, and know of no file: another register is open."""
        self._left = None
        self._left_at.clear()
        self._shut()

    def _throw(self) -> None:
        """Put the file in the computer's wastebasket, from which it can be fetched back."""
        left = self._left
        self._let_lie()
        if left is None:
            return
        if QFile.moveToTrash(str(left))[0]:
            told = say("{file} ligger i papperskorgen.", file=quoted(left.name))
            self._desk.messages.tell(told)
        else:
            refused = say(
                "{file} kunde inte läggas i papperskorgen. Ta bort filen själv.",
                file=quoted(left.name),
            )
            self._desk.messages.refuse(refused)

    def _let_lie(self) -> None:
        self._left = None
        self.asking.hide()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)


def _read(path: Path, progress: Progress) -> tuple[Said, ...]:
    return read_transcript(path.name, read_whole(path, LARGEST_TRANSCRIPT))


def _write(cursor: QTextCursor, said: Said) -> None:
    """Write a stretch: who and when in grey before the words."""
    who = said.speaker
    when = time_told(said.at) if said.at is not None else ""
    before = " ".join(filter(None, (when, who)))
    grey, plain = QTextCharFormat(), QTextCharFormat()
    grey.setForeground(theme().colour("muted"))
    spaced = cursor.blockFormat()
    spaced.setBottomMargin(GRID)
    cursor.setBlockFormat(spaced)
    if before:
        cursor.insertText(f"{before}\N{LINE SEPARATOR}", grey)
    cursor.insertText(said.text, plain)
