"""The spelling of all texts of the minutes: underlined, and walked through from § to §."""

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.minutes.places import field_source
from hubra_desktop.model.spelled_words import words_to_spell
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.minutes.open_minutes import OpenMinutes
from hubra_desktop.ui.pages.meetings.minutes.section_form import SectionForm
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.pages.reports.speller import Speller
from hubra_desktop.ui.pages.reports.spelling_marks import SpellingMarks
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries.spelling_words import KINDS, spelling_words


class _TextMarks(SpellingMarks):
    """Marks one text among several that are shown at once."""

    def goes_on_elsewhere(self, section_id: str) -> bool:
        self.section_asked.emit(section_id)
        return True


class MinutesSpelling(QObject):
    """``text_asked(id)``: the next misspelled word is in another text, by its ``field_source``."""

    text_asked = Signal(str)

    def __init__(self, desk: Desk, minutes: OpenMinutes, form: SectionForm) -> None:
        super().__init__(form)
        self._desk, self._minutes, self._form = desk, minutes, form
        self.speller = Speller(self)
        self._marks: dict[int, _TextMarks] = {}
        self._asked: dict[str, str] = {}
        form.texts_shown.connect(self._mark)
        form.editor_left.connect(self._drop)
        minutes.shown.connect(self._ask_all)
        minutes.changed.connect(self._ask_words)
        desk.changed.connect(self._learn_names)
        desk.replaced.connect(self._read_names)

    def walk(self, editor: RichEditor) -> None:
        """Go to the next misspelled word from where the caret of an editor is."""
        marks = self._marks.get(id(editor))
        if marks is not None:
            marks.walk()

    def stop(self) -> None:
        """End what goes on beside the window."""
        self.speller.stop()

    def _mark(self) -> None:
        """Follow the editors to the texts that they show."""
        for record_id, written in self._form.written_texts():
            marks = self._marks.get(id(written.editor)) or self._made(written.editor)
            marks.section_id = field_source(record_id, written.field)
            marks.mark()

    def _made(self, editor: RichEditor) -> _TextMarks:
        marks = _TextMarks(self._desk, self._minutes, editor, self.speller)
        marks.section_asked.connect(self.text_asked)
        self._marks[id(editor)] = marks
        return marks

    def _drop(self, editor: RichEditor) -> None:
        self._marks.pop(id(editor), None)

    def _ask_all(self) -> None:
        self._read_names()
        self._ask_words()

    def _ask_words(self) -> None:
        """Look up the words of all §§ that have not been."""
        asked, self._asked = self._asked, dict(self._minutes.texts)
        fresh = (text for each, text in self._asked.items() if asked.get(each) != text)
        self.speller.ask(word for text in fresh for word in words_to_spell(text))

    def _learn_names(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            self._read_names()
            for marks in self._marks.values():
                marks.mark()

    def _read_names(self) -> None:
        if self._desk.workspace is not None:
            with self._desk.read() as reader:
                self.speller.known = spelling_words(reader)
