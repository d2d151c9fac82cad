"""A file is looked at before it is taken in, and can be dropped on the window."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.exchange.pdf_file import carried
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.dialogs.import_preview import ImportDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.messages import MessageLevel
from hubra_desktop.ui.pages.meetings.save_as import SaveAsDialog
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.imports import ImportPlan
from hubra_desktop.work.papers import PaperForm
from hubra_desktop.work.queries import meetings_on
from hubra_desktop.work.queries.bundles import meetings_bundle, register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.ui.hands import items, settle, sheet, trigger

DAY = date(2018, 3, 7)


@pytest.fixture
def exported(demo: Path, tmp_path: Path) -> Path:
    workspace = Workspace.open(demo, read_only=True)
    with workspace.read() as reader:
        content = dump(register_bundle(reader))
    workspace.close()
    path = tmp_path / "rådet.json"
    path.write_bytes(content)
    return path


def agree(monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(dialog: ImportDialog) -> int:
        dialog._try()
        return 1

    monkeypatch.setattr(ImportDialog, "exec", accept)


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files over the window and let go; return whether they were taken."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(40, 40), copy, carried, left, plain)
    entered.ignore()
    QApplication.sendEvent(window, entered)
    if not entered.isAccepted():
        return False
    let_go = QDropEvent(QPointF(40, 40), copy, carried, left, plain)
    QApplication.sendEvent(window, let_go)
    settle()
    return True


def test_a_file_fills_an_empty_register_and_its_meeting_opens(
    empty_window: MainWindow, exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tomt.hubra"
    Workspace.create(path, organisation="Rådet").close()
    assert empty_window.registers.open(path)
    agree(monkeypatch)
    assert drop(empty_window, exported)
    empty_window.show_page("page-meetings")
    assert sheet(empty_window).items[1].title == "Information: Utredning om HuBrå"
    assert empty_window.messages.history[-1].action == "undo"
    trigger(empty_window, "undo")
    assert empty_window.meeting.sheet is None


def test_leaving_the_preview_changes_nothing(
    window: MainWindow, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger(window, "remove-meeting")
    monkeypatch.setattr(ImportDialog, "exec", lambda _: 0)
    said = len(window.messages.history)
    window.registers.import_file(exported)
    assert len(window.messages.history) == said
    assert window.meeting.sheet is None


def test_the_preview_lists_the_plan(window: MainWindow) -> None:
    plan = ImportPlan(("1 sammanträde, varav 1 nytt", "2 personer"))
    dialog = ImportDialog("ut.json", plan, window)
    shown = [dialog.lines.item(row).text() for row in range(dialog.lines.count())]
    assert shown == ["1 sammanträde, varav 1 nytt", "2 personer"]
    assert dialog.accept_button.isEnabled()
    dialog.deleteLater()
    empty = ImportDialog("tom.json", ImportPlan(()), window)
    assert not empty.accept_button.isEnabled()
    empty.deleteLater()
    asking = ImportDialog("ut.json", replace(plan, question="Stämmer det?"), window)
    assert asking.accept_button.text() == "Importera ändå"
    asking.deleteLater()


def test_each_line_of_the_preview_is_read_whole(window: MainWindow) -> None:
    lines = tuple("i" * length + " ord" * 12 for length in range(1, 60))
    dialog = ImportDialog("ut.json", ImportPlan(lines), window)
    dialog.show()
    settle()
    shown = dialog.lines
    room = QRect(0, 0, shown.viewport().width() - 2 * 8 - 6, 1000)
    for row in range(shown.count()):
        item = shown.item(row)
        words = shown.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
        assert shown.visualItemRect(item).height() >= words.height(), item.text()
    dialog.deleteLater()


@pytest.mark.parametrize("content", [b"{", b"", b"[]", b'{"format": "annat"}'])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    window: MainWindow, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "fel.json"
    path.write_bytes(content)
    window.registers.import_file(path)
    said = window.messages.history[-1]
    assert said.level is MessageLevel.REFUSAL
    assert said.text.endswith(".")


def test_a_file_that_is_gone_is_told_in_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    window.registers.import_file(tmp_path / "borta.json")
    assert "den finns inte" in window.messages.history[-1].text


def test_without_a_register_nothing_is_asked(empty_window: MainWindow, exported: Path) -> None:
    empty_window.registers.import_file(exported)
    assert empty_window.messages.history[-1].text.startswith("Inget register är öppet")


def test_a_register_dropped_on_the_window_is_opened(
    empty_window: MainWindow, register: Path
) -> None:
    assert drop(empty_window, register)
    assert empty_window.desk.path == register


@pytest.mark.parametrize("name", ["brev.docx", "bild.png", "utan"])
def test_other_files_are_not_taken(window: MainWindow, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    assert not drop(window, tmp_path / name)


def test_several_files_at_once_are_not_taken(window: MainWindow, exported: Path) -> None:
    assert not drop(window, exported, exported)


def test_a_removed_meeting_leaves_a_place_that_says_what_to_do(
    window: MainWindow,
) -> None:
    page = window.meetings
    copied = _other_meeting(window)
    trigger(window, "remove-meeting")
    assert page._stack.currentWidget() is page._none_open
    assert window.meeting.open(copied)


def test_the_only_meeting_removed_leaves_a_place_that_says_how_to_begin(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    new = tmp_path / "ny.hubra"
    Workspace.create(new, organisation="Rådet").close()
    assert empty_window.registers.open(new)
    made = empty_window.desk.run(NewMeeting(DAY, 930))
    assert made is not None
    assert empty_window.meeting.open(str(made.created))
    empty_window.show_page("page-meetings")
    trigger(empty_window, "remove-meeting")
    page = empty_window.meetings
    assert page._stack.currentWidget() is page._empty


def _other_meeting(window: MainWindow) -> str:
    from hubra_desktop.work.commands.meetings import CopyMeeting
    from hubra_desktop.work.queries import meetings_of

    with window.desk.read() as reader:
        first = meetings_of(reader, 2018)[0].id
    changes = window.desk.run(CopyMeeting(first, date(2018, 5, 16)))
    assert changes is not None
    assert window.meeting.open(first)
    return changes.created or ""


def exported_meeting(window: MainWindow) -> bytes:
    with window.desk.read() as reader:
        (row,) = meetings_on(reader, DAY)
        bundle = meetings_bundle(reader, [row.id])
    # A kallelse carries no papers.
    bare = tuple(replace(each, papers=()) for each in bundle.meetings)
    return dump(replace(bundle, meetings=bare))


def register_of(window: MainWindow) -> bytes:
    with window.desk.read() as reader:
        return dump(register_bundle(reader))


@pytest.fixture
def saved(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The kallelse of 7 March 2018, saved with its data from the window."""
    path = tmp_path / "Kallelse.pdf"
    monkeypatch.setattr(files, "ask_pdf", lambda *_: path)
    monkeypatch.setattr(SaveAsDialog, "ask", lambda _: PaperForm(data=True))
    trigger(window, "save-as")
    return path


def test_a_kallelse_dropped_on_an_empty_register_s_window_is_the_meeting_to_the_letter(
    window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = exported_meeting(window)
    assert carried(saved.read_bytes()) == original
    path = tmp_path / "tomt.hubra"
    Workspace.create(path, organisation="Rådet").close()
    assert window.registers.open(path)
    empty = register_of(window)
    agree(monkeypatch)
    assert drop(window, saved)
    assert exported_meeting(window) == original
    window.show_page("page-meetings")
    assert sheet(window).date == DAY
    again = window.meetings.page.content(PaperForm(data=True))
    assert again is not None
    assert carried(again) == original
    trigger(window, "undo")
    assert register_of(window) == empty
    trigger(window, "redo")
    assert exported_meeting(window) == original


def test_a_kallelse_is_imported_by_the_menu_too(
    window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = exported_meeting(window)
    trigger(window, "remove-meeting")
    agree(monkeypatch)
    monkeypatch.setattr(files, "ask_import", lambda _: saved)
    trigger(window, "import-json")
    assert exported_meeting(window) == before
    assert window.messages.history[-1].text == "Importen är klar."


def test_a_kallelse_dropped_where_it_came_from_changes_nothing(
    window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = {"inner_note": "Ring polisen först.", "closed": True, "public_title": "Bidrag"}
    window.meetings.agenda.editing.change(items(window)[1].id, inner)
    trigger(window, "save-as")
    assert b"Ring polisen" not in saved.read_bytes()
    before = register_of(window)
    agree(monkeypatch)
    assert drop(window, saved)
    assert register_of(window) == before
    assert window.messages.history[-1].text == "Allt fanns redan, så inget har ändrats."


def swollen() -> bytes:
    """A PDF whose data is a hundred megabytes of spaces, tightly packed."""
    packer = zlib.compressobj(9)
    spaces = b"".join(packer.compress(b" " * 2**20) for _ in range(100)) + packer.flush()
    pdf, out = Pdf.new(), BytesIO()
    pdf.add_blank_page()
    file = pdf.make_stream(b"", Subtype=Name("/application/json"))
    file.write(spaces, filter=Name.FlateDecode)
    spec = Dictionary(
        Type=Name.Filespec, UF=String("a.json"), AFRelationship=Name.Data, EF=Dictionary(F=file)
    )
    names = Array([String("a"), pdf.make_indirect(spec)])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (lambda pdf: pdf[: len(pdf) // 4], "PDF:en är skadad"),
        (lambda pdf: pdf.replace(b"/AFRelationship /Data", b"/AFRelationship /Mine"), "bär inga"),
        (lambda _: b"hej", "heter .pdf men är ingen PDF"),
        (lambda pdf: pdf + bytes(50 * 2**20), "Filen är för stor. Högst 50 MB"),
        (lambda _: swollen(), "uppackade får de vara högst 10 MB"),
    ],
    ids=["damaged", "no data", "no PDF", "large", "swollen"],
)
def test_a_pdf_that_cannot_be_imported_is_told_in_the_window_and_changes_nothing(
    window: MainWindow, saved: Path, spoilt: Callable[[bytes], bytes], said: str
) -> None:
    saved.write_bytes(spoilt(saved.read_bytes()))
    before = register_of(window)
    assert drop(window, saved)
    message = window.messages.history[-1]
    assert message.level is MessageLevel.REFUSAL
    assert said in message.text
    assert message.text.endswith(".")
    assert window.bar.isVisible()
    assert register_of(window) == before
    assert window.desk.workspace is not None
    assert window.desk.workspace.undo_label is None


def test_a_later_release_s_kallelse_is_refused(
    window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hubra_desktop.exchange.json_file.VERSION", 0)
    assert drop(window, saved)
    assert "gjord med en nyare utgåva" in window.messages.history[-1].text


def test_what_is_known_is_changed_when_it_is_ticked(
    window: MainWindow, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = load(exported.read_bytes())
    first, second, *rest = whole.persons
    renamed = (replace(first, name="Ny Ett"), replace(second, name="Ny Två"), *rest)
    exported.write_bytes(dump(replace(whole, persons=renamed)))
    before = register_of(window)
    shown: list[str] = []

    def tick(dialog: ImportDialog, *rows: int) -> int:
        shown[:] = [dialog.changes.item(row).text() for row in range(dialog.changes.count())]
        assert dialog.chosen() == frozenset()
        for row in rows:
            dialog.changes.item(row).setCheckState(Qt.CheckState.Checked)
        dialog._try()
        return 1

    monkeypatch.setattr(ImportDialog, "exec", tick)
    window.registers.import_file(exported)
    assert shown == [
        f"Personen ”{each.name}”\n   namn: ”{each.name}” → ”{new}”"
        for each, new in ((first, "Ny Ett"), (second, "Ny Två"))
    ]
    assert register_of(window) == before
    said = window.messages.history[-1].text
    assert said == "Inget har ändrats: 2 ändringar valdes inte."
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: tick(dialog, 1))
    window.registers.import_file(exported)
    assert window.messages.history[-1].text == "Importen är klar. 1 ändring valdes inte."
    assert load(register_of(window)).persons == (first, renamed[1], *rest)


def test_an_import_that_is_refused_is_told_in_the_dialog_with_the_file_s_name(
    window: MainWindow, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coming = exported_meeting(window)
    said: list[str] = []

    def accept(dialog: ImportDialog) -> int:
        dialog._choose_all()
        dialog._try()
        said.append(dialog._refusal.text())
        return 0

    monkeypatch.setattr(ImportDialog, "exec", accept)
    before = register_of(window)
    trigger(window, "remove-meeting")
    removed = register_of(window)
    exported.write_bytes(
        dump(replace(load(coming), meetings=(replace(load(coming).meetings[0], body_id="borta"),)))
    )
    window.registers.import_file(exported)
    assert said[0].startswith("Filen ”rådet.json” kan inte läsas in. Filen hänvisar till något")
    assert register_of(window) == removed != before
