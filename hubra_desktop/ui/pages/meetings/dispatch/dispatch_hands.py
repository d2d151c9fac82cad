"""What leaves the window with a dispatch: its papers, drafts of mail, calendars and the packet.

What takes a while is made beside the window and can be stopped; nothing is written before
all of it is made.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.dispatch.packets import BoundPacket, Packet
from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.progress import Progress
from hubra_desktop.model.wording import joined_first
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.paper_maker import SAVE, PaperMaker
from hubra_desktop.ui.paper_out import PaperOut
from hubra_desktop.work.calling.calls import IssuedCall, PreparedCall
from hubra_desktop.work.calling.packets import GatheredPacket
from hubra_desktop.work.papers import PaperRequest

_NAMED = 4


class DispatchHands(QObject):
    """Refusals end as a sentence in the message bar, and nothing half written is left."""

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk, self._place = desk, place
        self._out = PaperOut(desk, place)
        self._maker = PaperMaker(desk, place)

    def stop(self) -> None:
        """Take back what was lent."""
        self._out.stop()
        self._maker.stop()

    def open_paper(self, paper: IssuedCall) -> None:
        """Open an issued paper as it went out."""
        self._with_bytes(paper, self._out.view_made)

    def look_at(self, prepared: PreparedCall) -> None:
        """Open a paper that is not issued yet, as a draft."""
        from hubra_desktop.work.papers import render

        with self._desk.refusing():
            self._out.view_made(file_name(prepared.title, ".pdf"), render(prepared.draft))

    def save_paper(self, paper: IssuedCall) -> None:
        """Save an issued paper as it went out."""
        self._with_bytes(paper, self._out.save_made)

    def print_paper(self, paper: IssuedCall) -> None:
        """Print an issued paper as it went out, for those who get it by post."""
        self._with_bytes(paper, self._out.print_made)

    def _with_bytes(self, paper: IssuedCall, do: Callable[[str, bytes], object]) -> None:
        from hubra_desktop.work.issued_papers import issued_pdf

        with self._desk.refusing():
            with self._desk.read() as reader:
                content = issued_pdf(reader, paper.id)
            do(file_name(paper.title, ".pdf"), content)

    def save_drafts(self, dispatch_id: str, *, each: bool, packet: GatheredPacket | None) -> None:
        """Save the drafts of mail of a dispatch; with the packet where one is given."""
        from hubra_desktop.exchange.mail_file import MailAttachment
        from hubra_desktop.ui.dialogs.files import ask_copy, ask_folder
        from hubra_desktop.work.calling.dispatching import mail_drafts, unaddressed
        from hubra_desktop.work.calling.sent_files import sent_files

        with self._desk.refusing():
            with self._desk.read() as reader:
                files = sent_files(reader, dispatch_id, each=each)
            papers = list(files.papers)
            if packet is not None:
                made = self._bound(packet)
                if made is None:
                    return
                papers.append(MailAttachment(_packet_name(packet.packet), made.content))
            drafts = mail_drafts(files.letter, files.recipients, papers)
            if not drafts:
                self._desk.messages.warn(say("Ingen av mottagarna får något med e-post."))
                return
            if len(drafts) == 1:
                path = ask_copy(self._place, drafts[0].name)
                if path is None or not self._desk.write_file(path, drafts[0].content):
                    return
                told = say("Mejlutkastet är sparat som {file}.", file=path.name)
            else:
                folder = ask_folder(self._place, say("Spara mejlutkasten i mappen"))
                if folder is None:
                    return
                self._write_all(folder, [(draft.name, draft.content) for draft in drafts])
                told = say_count(
                    "{n} mejlutkast är sparat i mappen {folder}.",
                    "{n} mejlutkast är sparade i mappen {folder}.",
                    len(drafts),
                    folder=folder.name,
                )
            lacking = unaddressed(files.recipients)
            if lacking:
                told += " " + say("Utan adress: {names}.", names=joined_first(lacking, _NAMED))
            self._desk.messages.tell(told)

    def _write_all(self, folder: Path, files: list[tuple[str, bytes]]) -> None:
        from hubra_desktop.work.files import write_whole

        for name, content in files:
            write_whole(folder / name, content)

    def save_calendar(self, dispatch_id: str) -> None:
        """Save the meeting's calendar file as it went along."""
        from hubra_desktop.ui.dialogs.files import ask_copy
        from hubra_desktop.work.calling.sent_files import sent_files

        with self._desk.refusing():
            with self._desk.read() as reader:
                calendar = sent_files(reader, dispatch_id).calendar()
            path = ask_copy(self._place, calendar.name)
            if path is not None and self._desk.write_file(path, calendar.content):
                self._desk.messages.tell(say("Sparad som {file}.", file=path.name))

    def save_made(self, paper: PaperRequest) -> None:
        """Make labels or a job card beside the window, and save them."""
        self._maker.do(paper, SAVE)

    def gathered(self, meeting_id: str, audience: Audience) -> GatheredPacket | None:
        """Read a meeting's packet."""
        from hubra_desktop.work.calling.packets import gather_packet

        with self._desk.refusing(), self._desk.read() as reader:
            return gather_packet(reader, meeting_id, audience)
        return None

    def save_packet(self, gathered: GatheredPacket) -> None:
        """Bind a packet beside the window, tell how large it is, and save it."""
        from hubra_desktop.ui.dialogs.files import ask_pdf
        from hubra_desktop.work.calling.packet_making import write_beside
        from hubra_desktop.work.calling.packets import packet_told

        with self._desk.refusing():
            made = self._bound(gathered)
            if made is None:
                return
            path = ask_pdf(self._place, _packet_name(gathered.packet))
            if path is not None and self._desk.write_file(path, made.content):
                write_beside(made, path)
                told = say("Sparad som {file}.", file=path.name)
                self._desk.messages.tell(f"{told} {packet_told(made)}")

    def save_folder(self, gathered: GatheredPacket) -> None:
        """Write a packet as numbered files into a new folder."""
        from hubra_desktop.ui.dialogs.files import ask_folder
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.calling.packet_making import write_packet_folder
        from hubra_desktop.work.calling.packets import rendered_packet

        folder = ask_folder(self._place, say("Spara handlingarna i en ny mapp här"))
        if folder is None:
            return
        place = folder / file_name(gathered.packet.title, "")

        def write(progress: Progress) -> tuple[str, ...]:
            packet = rendered_packet(gathered, progress)
            return write_packet_folder(packet, gathered.style, place, progress)

        with self._desk.refusing():
            names = WorkDialog.run(self._place, say("Sparar handlingarna"), write)
            if names is not None:
                told = say_count(
                    "{n} fil ligger i mappen {folder}.", "{n} filer ligger i mappen {folder}.",
                    len(names), folder=place.name,
                )  # fmt: skip
                self._desk.messages.tell(told)

    def _bound(self, gathered: GatheredPacket) -> BoundPacket | None:
        """Bind a packet on a thread of its own; None when it was stopped."""
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.calling.packet_making import make_packet
        from hubra_desktop.work.calling.packets import rendered_packet

        def make(progress: Progress) -> BoundPacket:
            return make_packet(rendered_packet(gathered, progress), gathered.style, progress)

        return WorkDialog.run(self._place, say("Fogar ihop handlingarna"), make)


def _packet_name(packet: Packet) -> str:
    mark = " intern" if packet.internal else ""
    begins = "Övning " if packet.exercise else ""
    return file_name(f"{begins}Handlingar {packet.day.isoformat()}{mark}", ".pdf")
