"""The editor of a paper's text holds what structured text can say, and commits by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.pages.reports.rich_clipboard import MIME
from hubra_desktop.ui.pages.reports.rich_document import fill
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.pages.reports.rich_objects import insert_note, objects_in
from hubra_desktop.ui.pages.reports.rich_reading import structured
from hubra_desktop.ui.pages.reports.rich_tables import insert_table
from tests.model.prose import words_of

WHOLE = (
    "# Rubrik\n\nText **fet** *kursiv* ***båda*** [sju](fakta:brev) [här](www.bra.se)\nrad två\n\n"
    "- a\n- b\n  1. c\n  2. d\n- e\n\n- ny\n- lista\n\n1. x\n2. y\n\n> citat\n> mer\n\n"
    "| Post | kr |\n| --- | --- |\n| **Mat** | [7](fakta:x) |\n\n"
    "![En bild](bild:0a1b2c3d)\n\nText^[en *not*]^[en *not*].\n\n"
    "\\- ingen lista\n\n1\\. ingen heller\n\n## Två"
)


@pytest.fixture
def editor(qtbot: QtBot, dressed: object) -> RichEditor:
    made = RichEditor("prose", "Text")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def typed(editor: RichEditor, keys: str) -> str:
    """Type keys; a line break is Enter."""
    for key in keys:
        if key == "\n":
            QTest.keyClick(editor, Qt.Key.Key_Return)
        elif key == "\t":
            QTest.keyClick(editor, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(editor, key)
    return editor.text_typed()


def test_a_text_comes_back_as_it_was() -> None:
    document = QTextDocument()
    fill(document, WHOLE)
    assert structured(document) == WHOLE


@given(st.text(alphabet="ab \n#->*[]()1.\\é|^!", max_size=40))
def test_no_word_is_lost_in_the_editor(text: str) -> None:
    document = QTextDocument()
    fill(document, text)
    once = structured(document)
    assert "".join(words_of(once).split()) == "".join(words_of(text).split())
    fill(document, once)
    assert structured(document) == once


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("Ett\nNio", "Ett\n\nNio"),
        ("# Rubrik\nText", "# Rubrik\n\nText"),
        ("## Under\nText", "## Under\n\nText"),
        ("- ett\nnio\n\nText", "- ett\n- nio\n\nText"),
        ("1. ett\nnio", "1. ett\n2. nio"),
        ("> citat", "> citat"),
        ("2 * 3", "2 \\* 3"),
    ],
)
def test_what_is_typed_takes_its_shape(editor: RichEditor, keys: str, expected: str) -> None:
    assert typed(editor, keys) == expected


def test_backspace_at_the_start_makes_text_again(editor: RichEditor) -> None:
    typed(editor, "- ett")
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text_typed() == "ett"


def test_bold_and_italic_are_keys_of_their_own(editor: RichEditor) -> None:
    editor.show_text("ett två")
    editor.find("två")
    QTest.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert editor.text_typed() == "ett **två**"
    QTest.keyClick(editor, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert editor.text_typed() == "ett ***två***"
    QTest.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert editor.text_typed() == "ett två"


def test_the_chosen_lines_take_another_shape(editor: RichEditor) -> None:
    editor.show_text("ett\n\ntvå\n\ntre")
    editor.selectAll()
    editor.set_shape("numbers")
    assert editor.text_typed() == "1. ett\n2. två\n3. tre"
    editor.selectAll()
    editor.set_shape("heading")
    assert editor.text_typed() == "# ett\n\n# två\n\n# tre"


def test_words_after_a_fact_are_words_of_their_own(editor: RichEditor) -> None:
    typed(editor, "Vi skrev ")
    editor.insert_fact("sju", "brev")
    assert typed(editor, " brev") == "Vi skrev [sju](fakta:brev) brev"
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.find("sju")
    editor.moveCursor(QTextCursor.MoveOperation.Right)
    assert typed(editor, "!") == "Vi skrev [sju](fakta:brev)! brev"


def test_words_within_a_fact_stay_tied(editor: RichEditor) -> None:
    editor.show_text("[sju](fakta:brev)")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.moveCursor(QTextCursor.MoveOperation.Right)
    assert typed(editor, "x") == "[sxju](fakta:brev)"


def test_facts_are_tinted_and_found(editor: RichEditor) -> None:
    editor.show_text("[sju](fakta:brev) och [fyra](fakta:moten)")
    editor.show_facts({"brev": "Sju brev"}, frozenset({"brev"}))
    tints = [each.cursor.selectedText() for each in editor.extraSelections()]
    assert tints == ["sju", "fyra"]
    assert editor.go_to_fact("moten")
    assert editor.textCursor().selectedText() == "fyra"
    assert not editor.go_to_fact("annat")


def test_it_commits_by_itself_and_keeps_what_is_refused(editor: RichEditor) -> None:
    kept: list[str] = []

    def commit(text: str, edit: str) -> None:
        if "nej" in text:
            raise InputError("Det går inte.")
        kept.append(text)

    editor.commit_by(commit)
    editor.show_text("ett")
    assert editor.flush()
    assert kept == []
    typed(editor, "tva ")
    assert editor.flush()
    assert kept == ["tva ett"]
    typed(editor, "nej ")
    assert not editor.flush()
    assert editor.text_typed() == "tva nej ett"
    assert editor.accessibleDescription() == "Det går inte."
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.find("nej ")
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.flush()
    assert editor.accessibleDescription() == ""


def test_text_from_elsewhere_is_taken_with_its_lists_and_nothing_else(editor: RichEditor) -> None:
    data = QMimeData()
    data.setHtml("<h1 style='color:red'>Hej</h1>")
    data.setText("Hej\n- a\n- b")
    editor.insertFromMimeData(data)
    assert editor.text_typed() == "Hej\n\n- a\n- b"


def test_what_is_copied_here_is_pasted_here_whole(editor: RichEditor) -> None:
    editor.show_text("- **a**\n- [sju](fakta:brev)")
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.hasFormat(MIME)
    editor.show_text("")
    editor.insertFromMimeData(data)
    assert editor.text_typed() == "- **a**\n- [sju](fakta:brev)"


def test_the_records_behind_a_fact_are_asked_for(editor: RichEditor, qtbot: QtBot) -> None:
    editor.show_text("Vi skrev [sju](fakta:brev)")
    asked: list[str] = []
    editor.fact_asked.connect(asked.append)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == []
    editor.go_to_fact("brev")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["brev"]
    place = editor.cursorRect().center()
    place.setX(place.x() - 8)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, control, place)
    assert asked == ["brev", "brev"]
    assert editor.text_typed() == "Vi skrev [sju](fakta:brev)"


def test_shift_and_enter_break_the_line(editor: RichEditor) -> None:
    typed(editor, "ett")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert typed(editor, "nio") == "ett\nnio"


def test_tab_and_enter_go_between_cells_and_a_row_is_added(editor: RichEditor) -> None:
    editor.setTextCursor(insert_table(editor.textCursor(), 2, 2))
    typed(editor, "a\tb\tc\td\te")
    assert editor.text_typed() == "| a | b |\n| --- | --- |\n| c | d |\n| e |  |"
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert editor.textCursor().selectedText() == "d"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    typed(editor, "f\nslut")
    assert editor.text_typed() == "| a | b |\n| --- | --- |\n| c | d |\n| e | f |\n\nslut"


def test_a_table_from_a_spreadsheet_is_pasted_as_one_step(editor: RichEditor) -> None:
    data = QMimeData()
    data.setText("Post\tkr\nMat|dryck\t1 200\n")
    typed(editor, "Text")
    editor.insertFromMimeData(data)
    assert editor.text_typed() == "Text\n\n| Post | kr |\n| --- | --- |\n| Mat\\|dryck | 1 200 |"
    editor.undo()
    assert editor.text_typed() == "Text"


def test_a_table_within_a_pasted_text_is_a_table(editor: RichEditor) -> None:
    data = QMimeData()
    data.setText("Före\nA\tB\n1\t2\nEfter")
    editor.insertFromMimeData(data)
    assert editor.text_typed() == "Före\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\nEfter"


def test_footnotes_are_numbered_by_their_places(editor: RichEditor) -> None:
    editor.show_text("Ett^[första] två^[andra]")
    editor.notes.first = 4
    places = [each.selectionStart() for each in objects_in(editor.document())]
    assert [editor.notes.number(place) for place in places] == ["4", "5"]
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    insert_note(editor.textCursor(), "ny")
    places = [each.selectionStart() for each in objects_in(editor.document())]
    assert [editor.notes.number(place) for place in places] == ["4", "5", "6"]
    assert editor.text_typed() == "^[ny]Ett^[första] två^[andra]"
    editor.undo()
    assert editor.text_typed() == "Ett^[första] två^[andra]"


def test_a_pasted_picture_is_asked_about_first(editor: RichEditor) -> None:
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    asked: list[bytes] = []
    editor.picture_asked.connect(asked.append)
    assert editor.canInsertFromMimeData(data)
    editor.insertFromMimeData(data)
    assert editor.text_typed() == ""
    assert asked[0].startswith(b"\x89PNG")
