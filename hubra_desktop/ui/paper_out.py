"""How a paper leaves the window: saved to a file, printed, or lent to another program."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.lent_files import LentFiles, not_lent
from hubra_desktop.ui.page_builder import sentence_of
from hubra_desktop.work.papers import ORDINARY, PaperForm

Content = Callable[[PaperForm], bytes | None]
"""Makes the paper in a form; None when what is typed must be mended first."""


class PaperOut(QObject):
    """Refusals end as a sentence in the message bar, and nothing half written is left.

    ``name`` is always that of the PDF, such as ``Kallelse 2018-03-07.pdf``.
    """

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk = desk
        self._place = place
        self._lent = LentFiles()

    def save(
        self, name: str, content: Content, form: PaperForm = ORDINARY, offered: str = ""
    ) -> None:
        """Ask for a file and write the paper there; ``offered`` is an action to offer then."""
        made = self._made(content, form)
        if made is not None:
            self.save_made(name, made, html=form.html, offered=offered)

    def print(self, name: str, content: Content) -> None:
        """Print the paper."""
        pdf = self._made(content, ORDINARY)
        if pdf is not None:
            self.print_made(name, pdf)

    def view(self, name: str, content: Content) -> None:
        """Open the paper in the computer's own PDF program."""
        pdf = self._made(content, ORDINARY)
        if pdf is not None:
            self.view_made(name, pdf)

    def save_made(
        self, name: str, content: bytes, *, html: bool = False, offered: str = ""
    ) -> None:
        """Ask for a file and write there what is made."""
        from hubra_desktop.ui.dialogs.files import ask_html, ask_pdf

        if html:
            path = ask_html(self._place, f"{name.removesuffix('.pdf')}.html")
        else:
            path = ask_pdf(self._place, name)
        if path is not None and self._desk.write_file(path, content):
            self._desk.messages.tell(say("Sparad som {file}.", file=path.name), offered)

    def print_made(self, name: str, pdf: bytes) -> None:
        """Print what is made."""
        from hubra_desktop.ui.dialogs.printing import print_pdf

        print_pdf(self._place, pdf, name)

    def view_made(self, name: str, pdf: bytes) -> None:
        """Open what is made in the computer's own PDF program."""
        try:
            path = self._lent.lend(name, pdf)
        except OSError as error:
            self._desk.messages.refuse(not_lent(name, error))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.messages.refuse(
                say("Inget program för PDF kunde öppnas. Spara PDF:en och öppna den själv.")
            )

    def stop(self) -> None:
        """Take back what was lent."""
        self._lent.stop()

    def _made(self, content: Content, form: PaperForm) -> bytes | None:
        try:
            return content(form)
        except InputError as refusal:
            self._desk.messages.refuse(sentence_of(refusal))
            return None
