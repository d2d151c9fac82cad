"""Asks for files to open and to write.

Qt's own dialog opens every file of an unknown ending to guess its type for an icon. When
it closes the open register, POSIX drops the locks that SQLite has there; therefore the
icons here tell files from folders and no more.
"""

from pathlib import Path

from PySide6.QtCore import QDir, QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

from hubra_desktop.model.file_names import TABLES, mended_name, refused_name
from hubra_desktop.model.kept_files import ENDINGS, ending_of
from hubra_desktop.model.language import say
from hubra_desktop.model.move_list import ENDING
from hubra_desktop.ui import settings
from hubra_desktop.ui.dialogs.choices import ask_which


def ask_register(parent: QWidget) -> Path | None:
    """Ask which register to open."""
    return _open(parent, say("Öppna register"), say("Register (*.hubra)"))


def ask_new_register(parent: QWidget, proposed: Path, title: str = "") -> Path | None:
    """Ask where a new register is to lie, in the folder and by the name ``proposed``."""
    kinds, folder = say("Register (*.hubra)"), str(proposed.parent)
    return _save(parent, title or say("Nytt register"), proposed.name, kinds, (".hubra",), folder)


def ask_pdf(parent: QWidget, name: str) -> Path | None:
    """Ask where a PDF is to be written."""
    return _save(parent, say("Spara som PDF"), name, say("PDF (*.pdf)"), (".pdf",))


def ask_html(parent: QWidget, name: str) -> Path | None:
    """Ask where a web page is to be written."""
    title, kinds = say("Spara som webbsida"), say("Webbsidor (*.html)")
    return _save(parent, title, name, kinds, (".html", ".htm"))


def ask_export(parent: QWidget, name: str) -> Path | None:
    """Ask where an export is to be written."""
    return _save(parent, say("Exportera register"), name, say("JSON (*.json)"), (".json",))


def ask_move_out(parent: QWidget, name: str) -> Path | None:
    """Ask where the file to take to another computer is to be written."""
    kinds = say("Fil till en ny dator (*{ending})", ending=ENDING)
    return _save(parent, say("Ta med till en ny dator"), name, kinds, (ENDING,))


def ask_move_in(parent: QWidget) -> Path | None:
    """Ask for a file that was taken along from another computer."""
    kinds = say("Fil till en ny dator (*{ending})", ending=ENDING)
    return _open(parent, say("Jag har en fil från en annan dator"), kinds)


def ask_report(parent: QWidget, name: str) -> Path | None:
    """Ask where a report in plain text is to be written."""
    return _save(parent, say("Spara som text"), name, say("Text (*.txt)"), (".txt",))


def ask_import(parent: QWidget) -> Path | None:
    """Ask which file to import."""
    kinds = say("Exporter, kallelser, tabeller, kalendrar och bokföring ({endings})",
                endings=" ".join(f"*{each}" for each in (".json", ".pdf", *TABLES)))  # fmt: skip
    return _open(parent, say("Importera"), kinds)


def ask_accounts(parent: QWidget) -> Path | None:
    """Ask for a file of accounts to hold the ledger against."""
    endings = " ".join(f"*{each}" for each in TABLES if each not in (".ics", ".vcf"))
    kinds = say("Bokföring och tabeller ({endings})", endings=endings)
    return _open(parent, say("Läs in kommunens bokföring"), kinds)


def ask_table(parent: QWidget, name: str) -> Path | None:
    """Ask where a table is to be written; its suffix tells in which form."""
    kinds = say("Tabeller (*.xlsx *.csv)")
    return _save(parent, say("Exportera tabell"), name, kinds, (".xlsx", ".csv"))


def ask_picture(parent: QWidget) -> Path | None:
    """Ask for a logotype."""
    return _open(
        parent,
        say("Välj logotyp"),
        say("Bilder (*.png *.jpg *.jpeg)"),
    )


def ask_evidence(parent: QWidget) -> list[Path]:
    """Ask for files to keep as evidence; none when it is left."""
    endings = " ".join(f"*{each}" for each in ENDINGS)
    kinds = say("Handlingar och bilder ({endings})", endings=endings)
    dialog = QFileDialog(parent, say("Lägg till underlag"), _folder(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _answers(dialog)


def ask_papers(parent: QWidget, *, several: bool = True) -> list[Path]:
    """Ask for files to keep as papers of a meeting; none when it is left."""
    endings = " ".join(f"*{each}" for each in ENDINGS)
    kinds = say("Handlingar och bilder ({endings})", endings=endings)
    dialog = QFileDialog(parent, say("Lägg till handlingar"), _folder(), kinds)
    modes = QFileDialog.FileMode
    dialog.setFileMode(modes.ExistingFiles if several else modes.ExistingFile)
    return _answers(dialog)


def ask_signed(parent: QWidget) -> Path | None:
    """Ask for the signed file of a paper that was issued."""
    return _open(parent, say("Ta in undertecknad fil"), say("PDF (*.pdf)"))


def ask_transcript(parent: QWidget) -> Path | None:
    """Ask for the file that a recorded meeting was written down in."""
    kinds = say("Transkriptioner ({endings})", endings="*.vtt *.txt *.docx")
    return _open(parent, say("Öppna en transkription"), kinds)


def ask_mail(parent: QWidget, name: str) -> Path | None:
    """Ask where a draft of a mail is to be written."""
    return _save(parent, say("Spara mejlutkast"), name, say("E-post (*.eml)"), (".eml",))


def ask_copy(parent: QWidget, name: str) -> Path | None:
    """Ask where a copy of a kept file is to be written, with the ending that it has."""
    ending = ending_of(name)
    return _save(parent, say("Spara en kopia"), name, f"*{ending}", (ending,))


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    dialog = QFileDialog(parent, title, _folder())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _answer(dialog)


class PlainIcons(QFileIconProvider):
    """Tells files from folders without opening any."""

    def icon(self, what: QAbstractFileIconProvider.IconType | QFileInfo, /) -> QIcon:
        """Return the icon of a folder or of any file."""
        if isinstance(what, QFileInfo):
            kinds = QAbstractFileIconProvider.IconType
            what = kinds.Folder if what.isDir() else kinds.File
        return super().icon(what)

    def type(self, info: QFileInfo, /) -> str:
        """Return a file's ending for its type."""
        return info.suffix()


def _open(parent: QWidget, title: str, kinds: str) -> Path | None:
    dialog = QFileDialog(parent, title, _folder(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog)


def _save(
    parent: QWidget,
    title: str,
    name: str,
    kinds: str,
    suffixes: tuple[str, ...],
    folder: str = "",
) -> Path | None:
    """Ask where to save, again until the name can be saved everywhere and in its format.

    ``name`` is proposed; the first of ``suffixes`` is that of a name without one. A file
    that is there is written over only when the dialog has asked about that very name.
    """
    proposed = mended_name(name, suffixes)
    while True:
        dialog = QFileDialog(parent, title, folder or _folder(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffixes[0])
        dialog.selectFile(proposed)
        path = _answer(dialog)
        if path is None:
            return None
        refused = refused_name(path.name, suffixes)
        if refused is None:
            return path
        proposed = mended_name(path.name, suffixes)
        mended = path.with_name(proposed)
        if proposed == f"{path.name}{suffixes[0]}" and not mended.exists():
            return mended
        if ask_which(parent, refused.sentence, say("Välj ett annat namn")) is None:
            return None


def _answer(dialog: QFileDialog) -> Path | None:
    return next(iter(_answers(dialog)), None)


def _answers(dialog: QFileDialog) -> list[Path]:
    """Run the dialog; return what was chosen, and remember the folder of it."""
    icons = PlainIcons()
    dialog.setIconProvider(icons)
    chosen = [Path(each) for each in dialog.selectedFiles() if each] if dialog.exec() else []
    dialog.deleteLater()
    if chosen:
        settings.remember("files/folder", str(chosen[0].parent))
    return chosen


def _folder() -> str:
    return settings.stored_text("files/folder", QDir.homePath())
