"""The page beside the agenda: as text, why it cannot be made, lent out, and on paper."""

from base64 import b64encode
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from hubra_desktop.exchange.pdf_file import carried
from hubra_desktop.ui import theme
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.dialogs.printing import paint_pdf
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.meetings.page_panel import PagePanel
from hubra_desktop.ui.pages.meetings.save_as import SaveAsDialog
from hubra_desktop.ui.widgets.page_text import PageText
from hubra_desktop.work.papers import PaperForm
from tests.ui.hands import edit, settle, trigger, type_over


def built(page: PagePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.built, timeout=30_000):
        page.ask()


def test_the_page_as_text_has_headings_and_tables(window: MainWindow, qtbot: QtBot) -> None:
    page = window.meetings.page
    window.actions_["page-as-text"].setChecked(True)
    title = ["Kallelse till Huddinges brottsförebyggande råd"]
    qtbot.waitUntil(lambda: headings(page.text) == title, timeout=30_000)
    html = page.text.toHtml()
    assert html.count("<table") == 2
    assert "Våldsbejakande extremism" in page.text.toPlainText()


def headings(text: PageText) -> list[str]:
    block, found = text.document().begin(), []
    while block.isValid():
        if block.blockFormat().headingLevel() == 1:
            found.append(block.text())
        block = block.next()
    return found


def test_the_text_follows_what_is_typed_and_the_colours(window: MainWindow, qtbot: QtBot) -> None:
    page = window.meetings.page
    window.actions_["page-as-text"].setChecked(True)
    built(page, qtbot)
    edit(window, 1, AgendaColumn.TITLE).setText("Utredningen i sin helhet")
    qtbot.waitUntil(lambda: "i sin helhet" in page.text.toPlainText(), timeout=30_000)
    theme.theme().choose(theme.SchemeChoice.DARK)
    try:
        assert theme.DARK.text in page.text.toHtml()
    finally:
        theme.theme().choose(theme.SchemeChoice.SYSTEM)


def test_links_lead_out_only_to_the_computers_own_programs(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    text = PageText("text", "Text", window)
    text.show_page('<p><a href="https://example.org/">ut</a> <a href="#note1">1</a></p>')
    for link in ("https://example.org/", "#note1", "file:///etc/passwd", "brev.html"):
        text.anchorClicked.emit(QUrl(link))
    assert asked == ["https://example.org/"]
    assert "ut" in text.toPlainText()


def test_nothing_is_fetched_for_the_text(window: MainWindow, tmp_path: Path) -> None:
    secret = tmp_path / "bild.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(secret))
    text = PageText("text", "Text", window)
    assert text.loadResource(2, QUrl.fromLocalFile(str(secret))) is None
    carried = "data:image/png;base64," + b64encode(secret.read_bytes()).decode()
    text.show_page(f'<p><img src="{carried}"></p>')
    assert text.document().resource(2, QUrl(carried)).width() == 4


def test_why_the_page_cannot_be_made_stands_over_it(window: MainWindow, qtbot: QtBot) -> None:
    page = window.meetings.page
    built(page, qtbot)
    type_over(edit(window, 1, AgendaColumn.TITLE), "Besök från 日本")
    qtbot.waitUntil(page._refusal.isVisible, timeout=30_000)
    assert "U+65E5" in page._refusal.text()
    assert page.view._pages._images
    trigger(window, "undo")
    qtbot.waitUntil(page._refusal.isHidden, timeout=30_000)


def test_what_is_lent_to_another_program_goes_with_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    lent: list[Path] = []

    def take(url: QUrl) -> bool:
        lent.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    trigger(window, "view-pdf")
    trigger(window, "view-pdf")
    assert [path.name for path in lent] == ["Övning Kallelse 2018-03-07.pdf"] * 2
    assert all(path.read_bytes().startswith(b"%PDF-") for path in lent)
    assert lent[0] != lent[1]
    window.close()
    assert not any(path.exists() for path in lent)
    assert not lent[0].parent.parent.exists()


def test_paper_is_printed_sharply(window: MainWindow, tmp_path: Path) -> None:
    pdf = window.meetings.page.content()
    assert pdf is not None
    out = tmp_path / "ut.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    assert paint_pdf(pdf, printer) == 1
    content = out.read_bytes()
    assert b"/Width 4960" in content or b"/Width 4961" in content
    assert b"/DCTDecode" not in content
    original = tmp_path / "in.pdf"
    original.write_bytes(pdf)
    page, printed = picture(original), picture(out)
    assert min(grey(page, x, y) for x in range(62) for y in range(88)) < 240
    assert furthest(page, printed) < 40


def picture(path: Path) -> QImage:
    document = QPdfDocument()
    document.load(str(path))
    assert document.pageCount() == 1
    drawn = document.render(0, QSize(620, 877))
    document.close()
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper.scaled(62, 88, mode=Qt.TransformationMode.SmoothTransformation)


def furthest(one: QImage, other: QImage) -> int:
    """Return how far apart the greys of two pictures are at most, of 255."""
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return max(abs(grey(one, *place) - grey(other, *place)) for place in places)


def grey(image: QImage, x: int, y: int) -> int:
    return image.pixelColor(x, y).lightness()


def test_a_page_that_has_been_made_is_not_made_again(window: MainWindow, qtbot: QtBot) -> None:
    builder = window.meetings.page.builder
    built(window.meetings.page, qtbot)
    qtbot.waitUntil(lambda: builder._wish is None and builder._making is None, timeout=30_000)
    settle()
    latest = builder._latest
    assert latest is not None
    with qtbot.waitSignal(builder.built, timeout=30_000) as again:
        builder.ask(latest.wish)
    assert again.args == [latest]
    assert again.args[0] is latest


def test_the_kallelse_is_saved_in_large_print_or_as_a_web_page(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def answer(_: object, name: str) -> Path:
        offered.append(name)
        return tmp_path / name

    monkeypatch.setattr(files, "ask_pdf", answer)
    monkeypatch.setattr(files, "ask_html", answer)
    ordinary = window.meetings.page.content(PaperForm(data=True))
    monkeypatch.setattr(SaveAsDialog, "ask", lambda _: PaperForm(text_size=20, data=True))
    trigger(window, "save-as")
    monkeypatch.setattr(SaveAsDialog, "ask", lambda _: PaperForm(html=True, data=False))
    trigger(window, "save-as")
    assert offered == [
        "Övning Kallelse 2018-03-07 stor stil.pdf",
        "Övning Kallelse 2018-03-07.html",
    ]
    large, page = ((tmp_path / name).read_bytes() for name in offered)
    assert ordinary is not None
    assert large != ordinary
    assert carried(large) == carried(ordinary)
    assert page.startswith(b"<!DOCTYPE html>")
    assert window.messages.history[-1].text == "Sparad som Övning Kallelse 2018-03-07.html."
    monkeypatch.setattr(SaveAsDialog, "ask", lambda _: None)
    trigger(window, "save-as")
    assert len(offered) == 2


def test_what_can_be_saved_is_chosen_in_a_dialog(window: MainWindow) -> None:
    dialog = SaveAsDialog(window)
    data, kind = dialog.entries["data"], dialog.form.choices["form"]
    dialog._try()
    assert dialog.answer == PaperForm(text_size=16)
    dialog.form.choices["text_size"].setCurrentIndex(0)
    data.field.setChecked(True)
    dialog._try()
    assert dialog.answer == PaperForm(data=True)
    kind.setCurrentIndex(1)
    kind.activated.emit(1)
    dialog._try()
    assert dialog.answer == PaperForm(html=True, data=False)
    assert not data.isEnabled()
    dialog.deleteLater()


def test_what_cannot_be_printed_is_not_saved(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_pdf", None)
    window.meetings.agenda.editing.change("meeting-01-item-02", {"title": "Kinesiska: 漢字"})
    trigger(window, "save-pdf")
    assert "漢" in window.messages.history[-1].text
