"""What is done for the register as a file: looked through, rescued, taken to another computer."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from hubra_desktop.model.generations import Generation

Open = Callable[[Path], bool]


class CareActions(QObject):
    """Does it beside the window, on a thread, and tells what came of it.

    ``open_register`` opens what came of it, and tells whether that went well.
    """

    def __init__(self, desk: Desk, actions: Actions, open_register: Open, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._open = open_register
        self._damaged: Path | None = None
        self._untold: tuple[Path, Callable[[], str]] | None = None
        desk.replaced.connect(self._tell)
        actions.connect_all(
            {
                "check-register": self.check,
                "salvage": self.rescue,
                "take-along": self.take_along,
                "move-in": self.move_in,
                "take-back": self.take_back,
            }
        )

    def offer(self, path: Path, sentence: str) -> None:
        """Say that a register is damaged, and offer what can be done about it."""
        self._damaged = path
        self._desk.messages.refuse(sentence, action="salvage")

    def rescue(self) -> None:
        """Ask what to do about the damaged register, and do it; ask first which one it is."""
        from hubra_desktop.ui.dialogs.choices import ask_which
        from hubra_desktop.ui.dialogs.files import ask_register
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.salvage import latest_sound

        path, self._damaged = self._damaged or ask_register(self._window), None
        if path is None or not self._desk.flush_or_say():
            return
        title = say("Söker efter säkerhetskopior")
        found = None
        with self._desk.refusing():
            # In a tuple: None is what a search gives that was stopped.
            found = WorkDialog.run(self._window, title, lambda told: (latest_sound(path, told),))
        if found is None:
            return
        (latest,) = found
        question = say("Vad vill du göra med ”{name}”?", name=path.name)
        answers = [say("Rädda det som går")]
        if latest is not None:
            moment = moment_in_words(latest.moment, datetime.now())
            answers.append(say("Öppna säkerhetskopian från {moment}", moment=moment))
        answer = ask_which(self._window, question, *answers)
        if answer == 0:
            self._closed_for(path, partial(self._salvage, path))
        elif answer == 1 and latest is not None:
            self._closed_for(path, partial(self._take_back, path, latest))

    def _closed_for(self, path: Path, work: Callable[[], None]) -> None:
        """Do work on a register while the window has it not open; open it if nothing came of it."""
        was_open, refused = self._desk.path == path.resolve(), ""
        if was_open:
            self._desk.use(None)  # A file that is read beside SQLite loses SQLite's locks.
        try:
            work()
        except InputError as error:
            refused = error.sentence
        if was_open and self._desk.path is None:
            self._open(path)
        if refused:
            self._desk.messages.refuse(refused)

    def _salvage(self, path: Path) -> None:
        """Rescue what can be read, open it and show the report."""
        from hubra_desktop.ui.dialogs.report import ReportDialog
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.salvage import salvage

        title = say("Räddning av registret")
        done = WorkDialog.run(self._window, title, lambda told: salvage(path, progress=told))
        if done is None:
            return
        made, report = done
        self._open(made)
        ReportDialog.show_report(self._window, title, report.summary, report.text, self._save)

    def _take_back(self, path: Path, generation: "Generation") -> None:
        """Put a register back as it was, open it, and say what is not in it."""
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.backups import restore

        title = say("Återställer registret")
        kept = WorkDialog.run(self._window, title, lambda told: restore(path, generation, told))
        where = ""
        if kept is not None:
            where = say(" Den skadade filen ligger kvar som ”{name}”.", name=kept.name)
        self._open_telling(path, lambda: since_told(generation) + where)

    def _open_telling(self, path: Path, told: Callable[[], str]) -> None:
        """Open a register, and say something once it is open: a locked one is not at once.

        What is said is asked for then: clock times are written as the register writes them.
        """
        self._untold = path.resolve(), told
        self._open(path)

    def _tell(self) -> None:
        """Say what was to be said of the register that is open now."""
        if self._untold is not None and self._desk.path == self._untold[0]:
            (_, told), self._untold = self._untold, None
            self._desk.messages.warn(told())

    def take_along(self) -> None:
        """Write the file that takes the open register to another computer."""
        from hubra_desktop.model.kept_files import size_text
        from hubra_desktop.model.move_list import ENDING
        from hubra_desktop.ui.dialogs.choices import ask_which
        from hubra_desktop.ui.dialogs.files import ask_move_out
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.backups import generations_of
        from hubra_desktop.work.moving import take_along

        path = self._desk.path
        if path is None or not self._desk.flush_or_say():
            return
        older = generations_of(path)
        generations = False
        if older:
            size = size_text(sum(each.size for each in older))
            answer = ask_which(
                self._window,
                say("Ska säkerhetskopiorna följa med? De är {n} och tar {size}.",
                    n=len(older), size=size),
                say("Bara registret"), say("Registret och säkerhetskopiorna"),
            )  # fmt: skip
            if answer is None:
                return
            generations = answer == 1
        target = ask_move_out(self._window, f"{path.stem}{ENDING}")
        if target is None:
            return
        title = say("Packar registret")
        with self._desk.refusing():
            made = WorkDialog.run(
                self._window,
                title,
                lambda told: take_along(path, target, generations=generations, told=told),
            )
            if made is not None:
                self._desk.messages.tell(
                    say("Allt ligger i ”{name}”. Välj Jag har en fil från en annan dator när du "
                        "startar Hubra på den nya.", name=target.name)
                )  # fmt: skip

    def move_in(self) -> None:
        """Put a register that was taken along in its place here, and open it."""
        from hubra_desktop.ui.dialogs.files import ask_move_in, ask_new_register
        from hubra_desktop.ui.dialogs.first_start import proposed_path
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.moving import bring_in, read_move

        file = ask_move_in(self._window) if self._desk.flush_or_say() else None
        if file is None:
            return
        with self._desk.refusing():
            name = read_move(file).register.removesuffix(".hubra")
            target = ask_new_register(self._window, proposed_path(name), where_to())
            if target is None:
                return
            title = say("Packar upp registret")
            moved = WorkDialog.run(self._window, title, lambda told: bring_in(file, target, told))
            if moved is not None:
                self._open_telling(moved.register, lambda: moved.text)

    def take_back(self) -> None:
        """Ask for a place with backups, and take a register back from there."""
        from hubra_desktop.ui.dialogs.choices import ask_which
        from hubra_desktop.ui.dialogs.files import ask_folder, ask_new_register
        from hubra_desktop.ui.dialogs.first_start import proposed_path
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.taking_back import lost_registers, take_back

        title = say("Var ligger säkerhetskopiorna?")
        folder = ask_folder(self._window, title) if self._desk.flush_or_say() else None
        if folder is None:
            return
        title = say("Söker efter säkerhetskopior")
        with self._desk.refusing():
            found = WorkDialog.run(self._window, title, lambda told: lost_registers(folder, told))
            if not found:
                return
            chosen = 0
            if len(found) > 1:
                names = [each.called for each in found]
                answer = ask_which(self._window, say("Vilket register vill du hämta?"), *names)
                if answer is None:
                    return
                chosen = answer
            lost = found[chosen]
            target = ask_new_register(self._window, proposed_path(lost.name), where_to())
            if target is None:
                return
            title = say("Hämtar registret")
            back = WorkDialog.run(
                self._window, title, lambda told: take_back(lost.generation, target, told)
            )
            if back is not None:
                self._open_telling(back, lambda: since_told(lost.generation))

    def check(self) -> None:
        """Look the open register through, and show the report."""
        from hubra_desktop.ui.dialogs.report import ReportDialog
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.health import check_health

        path = self._desk.path
        if path is None or not self._desk.flush_or_say():
            return
        title = say("Kontroll av registret")
        with self._desk.refusing():
            report = WorkDialog.run(self._window, title, lambda told: check_health(path, told))
            if report is not None:
                ReportDialog.show_report(
                    self._window, title, report.summary, report.text, self._save
                )

    def _save(self, text: str) -> bool:
        """Ask where a report is to be written, and write it there."""
        from hubra_desktop.ui.dialogs.files import ask_report

        path = ask_report(self._window, say("Rapport om registret.txt"))
        return path is not None and self._desk.write_file(path, text.encode())


def since_told(generation: "Generation") -> str:
    """Say what a register that was taken back does not hold."""
    return say(
        "Säkerhetskopian är från {moment}. Det som skrevs därefter finns inte med.",
        moment=moment_in_words(generation.moment, datetime.now()),
    )


def where_to() -> str:
    """Ask where a register that comes from elsewhere is to lie."""
    return say("Var ska registret ligga?")
