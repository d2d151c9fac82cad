"""Asks for files to open and to write."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from hubra_desktop.ui import settings


def ask_register(parent: QWidget) -> Path | None:
    """Ask which register to open."""
    translate = QCoreApplication.translate
    return _open(
        parent, translate("Files", "Open register"), translate("Files", "Registers (*.hubra)")
    )


def ask_new_register(parent: QWidget) -> Path | None:
    """Ask where a new register is to lie."""
    translate = QCoreApplication.translate
    return _save(
        parent,
        translate("Files", "New register"),
        translate("Files", "register.hubra"),
        translate("Files", "Registers (*.hubra)"),
    )


def ask_pdf(parent: QWidget, name: str) -> Path | None:
    """Ask where a PDF is to be written."""
    translate = QCoreApplication.translate
    return _save(parent, translate("Files", "Save as PDF"), name, translate("Files", "PDF (*.pdf)"))


def ask_html(parent: QWidget, name: str) -> Path | None:
    """Ask where a web page is to be written."""
    translate = QCoreApplication.translate
    title = translate("Files", "Save as web page")
    return _save(parent, title, name, translate("Files", "Web pages (*.html)"))


def ask_export(parent: QWidget, name: str) -> Path | None:
    """Ask where an export is to be written."""
    translate = QCoreApplication.translate
    title = translate("Files", "Export register")
    return _save(parent, title, name, translate("Files", "JSON (*.json)"))


def ask_import(parent: QWidget) -> Path | None:
    """Ask which file to import."""
    translate = QCoreApplication.translate
    kinds = translate("Files", "Exports, notices and tables (*.json *.pdf *.csv *.xlsx)")
    return _open(parent, translate("Files", "Import"), kinds)


def ask_table(parent: QWidget, name: str) -> Path | None:
    """Ask where a table is to be written; its suffix tells in which form."""
    translate = QCoreApplication.translate
    kinds = translate("Files", "Tables (*.xlsx *.csv)")
    return _save(parent, translate("Files", "Export table"), name, kinds)


def ask_picture(parent: QWidget) -> Path | None:
    """Ask for a logotype."""
    translate = QCoreApplication.translate
    return _open(
        parent,
        translate("Files", "Choose logotype"),
        translate("Files", "Pictures (*.png *.jpg *.jpeg)"),
    )


def _open(parent: QWidget, title: str, kinds: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(parent, title, _folder(), kinds)
    return _noted(name)


def _save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(_folder()) / name), kinds)
    path = _noted(chosen)
    if path is None or path.suffix:
        return path
    return path.with_suffix(Path(name).suffix)


def _folder() -> str:
    return settings.text("files/folder", QDir.homePath())


def _noted(name: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    settings.remember("files/folder", str(path.parent))
    return path
