"""What the menu Arkiv does with registers and files."""

from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from hubra_desktop.model.file_names import TABLES
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.swedish import clock_of
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    LockedRegisterError,
    PassphraseNeededError,
    RegisterError,
    RegisterPermissionError,
    UnchangeableRegisterError,
    UnreachableRegisterError,
)
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.late_look import LateLook
from hubra_desktop.ui.table_actions import TableActions
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.work.places import practice_register, remember_register
from hubra_desktop.work.queries import (
    house_style,
    meeting_sheet,
    nearest_meeting,
    register_info,
)
from hubra_desktop.work.workspace import Workspace

if TYPE_CHECKING:
    from hubra_desktop.ui.backup_actions import BackupActions
    from hubra_desktop.ui.dialogs.first_start import Draft, FirstStartAnswer
    from hubra_desktop.ui.passphrase_actions import PassphraseActions

REMEMBER_AFTER_MS = 250
OPEN_AGAIN_MS = 1000


class RegisterActions(QObject):
    """Opens, makes, exports and imports; a register that fails to open leaves the old one.

    ``opened`` follows a register that was opened or made, ``begun`` one that was made,
    and ``imported`` a file taken in. ``damaged`` tells of a register that cannot be opened
    for its damage, and the sentence about it.
    """

    opened = Signal()
    begun = Signal()
    imported = Signal()
    past_asked = Signal(object)
    damaged = Signal(object, str)

    def __init__(self, desk: Desk, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._actions = actions
        self._window = window
        self._draft: Draft | None = None
        self._wished: tuple[Path, bool] | None = None
        self._again = later(OPEN_AGAIN_MS, self._open_wished, self)
        self.tables = TableActions(desk, actions, window)
        self.late_look = LateLook(desk, self)
        self.late_look.damaged.connect(self.damaged)
        actions.connect_all(
            {
                "new-register": self.make,
                "open": self.ask_open,
                "backups": self.show_backups,
                "passphrase": lambda _: self.passphrases.show_dialog(),
                "practice": self.open_practice,
                "save": self.save,
                "register-facts": self.ask_facts,
                "house-style": self.ask_house_style,
                "export-json": self.export_json,
                "import-json": self.import_json,
            }
        )

    @cached_property
    def backups(self) -> "BackupActions":
        """Return what backs the register up, made when it is first needed."""
        from hubra_desktop.ui.backup_actions import BackupActions

        return BackupActions(self._desk, self, self._actions, self._window)

    @cached_property
    def passphrases(self) -> "PassphraseActions":
        """Return what asks for passphrases, made when one is first needed."""
        from hubra_desktop.ui.passphrase_actions import PassphraseActions

        return PassphraseActions(self._desk, self.open, self.backups.keeper.pause, self._window)

    def show_backups(self) -> None:
        """Show the backups of the open register, and what can be done with them."""
        self.backups.show_dialog()

    def stop(self) -> None:
        """End what is done beside the window; what has changed is backed up, if that is quick."""
        self.late_look.stop()
        if "backups" in vars(self):
            self.backups.close()

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a register; says why it cannot be, and offers to read one that is locked."""
        self._again.stop()
        if self._desk.past:
            told = say("Gå tillbaka till nu, och öppna registret där.")
            self._desk.messages.refuse(told)
            return False
        if not self._desk.flush_or_say():
            return False
        here = self._desk.workspace
        same = here is not None and not here.replaced and here.path == path.resolve()
        if same and self._desk.read_only == read_only:
            return True
        try:
            workspace = Workspace.open(path, read_only=read_only, brief=True)
        except (
            LockedRegisterError,
            UnchangeableRegisterError,
            RegisterPermissionError,
        ) as only_read:
            return self._open_to_read(path, only_read)
        except UnreachableRegisterError as refusal:
            self._open_later(path, refusal, read_only=read_only)
            return False
        except PassphraseNeededError as locked:
            self.passphrases.unlock_soon(path, locked.sentence, read_only=read_only)
            return False
        except DamagedRegisterError as damaged:
            self.damaged.emit(path, damaged.sentence)
            return False
        except RegisterError as refusal:
            self._desk.messages.refuse(refusal.sentence)
            return False
        self._use(workspace)
        return True

    def _open_to_read(self, path: Path, refusal: RegisterError) -> bool:
        from hubra_desktop.ui.dialogs.choices import ask_which

        if isinstance(refusal, RegisterPermissionError) and refusal.reading:
            self._desk.messages.refuse(refusal.sentence)
            return False
        answer = ask_which(self._window, refusal.sentence, say("Läs det"), say("Försök igen"))
        if answer is None:
            return False
        return self.open(path, read_only=answer == 0)

    def _open_later(
        self, path: Path, refusal: UnreachableRegisterError, *, read_only: bool
    ) -> None:
        """Say why a register cannot be opened now, and open it when what hinders it has gone."""
        if not refusal.passing:
            self._desk.messages.refuse(refusal.sentence)
            return
        if self._wished != (path, read_only):
            self._desk.messages.refuse(refusal.until_then, self._again.isActive)
        self._wished = path, read_only
        self._again.start()

    def _open_wished(self) -> None:
        if self._wished is not None:
            path, read_only = self._wished
            self.open(path, read_only=read_only)

    def _use(self, workspace: Workspace) -> None:
        self._wished = None
        self._desk.messages.withdraw()
        QTimer.singleShot(REMEMBER_AFTER_MS, partial(self._remember, workspace.path))
        self._desk.use(workspace)
        self.opened.emit()
        if workspace.told:
            self._desk.messages.warn(" ".join(workspace.told))

    def _remember(self, path: Path) -> None:
        """Note a register that was opened, unless another has been opened since."""
        if self._desk.path == path:
            remember_register(path, practice=self._desk.exercise.practice)

    def make(self) -> None:
        """Ask what is known of the council, and make its register."""
        from hubra_desktop.ui.dialogs.first_start import Draft, FirstStartDialog

        if not self._desk.flush_or_say():
            return
        if self._draft is None:
            self._draft = Draft()
        made: list[Workspace] = []
        FirstStartDialog.ask(self._window, self._draft, lambda answer: made.append(_made(answer)))
        for workspace in made:
            self._draft = None
            self._use(workspace)
            self.begun.emit()

    def ask_open(self) -> None:
        """Ask which register to open, and open it."""
        from hubra_desktop.ui.dialogs.files import ask_register

        if not self._desk.flush_or_say():
            return
        path = ask_register(self._window)
        if path is not None:
            self.open(path)

    def open_practice(self) -> None:
        """Open the practice register, made from the demo the first time."""
        path = practice_register()
        with self._desk.refusing():
            if not path.exists():
                from hubra_desktop.work.demo import EXERCISE_DAY, make_demo

                make_demo(path, EXERCISE_DAY)
            self.open(path)

    def save(self) -> None:
        """Commit what is typed and say when; there is never anything else to save."""
        if self._desk.flush_or_say() and self._held():
            now = datetime.now()
            saved = say("Sparat {time}", time=clock_of(now))
            self._desk.messages.tell(saved)
            self._desk.saved.emit()

    def ask_facts(self) -> None:
        """Ask what the council and its municipality are called, and change it."""
        from hubra_desktop.ui.dialogs.register_facts import RegisterFactsDialog, RegisterNames
        from hubra_desktop.work.commands.settings import ChangeRegister

        if not self._desk.flush_or_say():
            return
        with self._desk.read() as reader:
            info = register_info(reader)
        now = RegisterNames(info.name, info.body_short, info.municipality, self._desk.exercise.day)

        def change(answer: RegisterNames) -> None:
            values: dict[str, object] = {
                "name": answer.organisation,
                "municipality": answer.municipality,
            }
            if info.practice:
                values["exercise_day"] = answer.exercise_day
            if answer != now:
                self._desk.attempt_now(ChangeRegister(values, answer.short_name))

        RegisterFactsDialog.ask_change(self._window, now, change, practice=info.practice)

    def _held(self) -> bool:
        """Tell whether the register is still the file that was opened; say so when it is not."""
        workspace = self._desk.workspace
        with self._desk.refusing():
            if workspace is not None and not workspace.read_only:
                workspace.must_be_held()
            return True
        return False

    def ask_house_style(self) -> None:
        """Ask how the municipality prints."""
        from hubra_desktop.ui.dialogs.house_style import HouseStyleDialog, sample_meeting

        if not self._desk.flush_or_say():
            return
        with self._desk.read() as reader:
            style = house_style(reader)
            nearest = nearest_meeting(reader, self._desk.today())
            sheet = meeting_sheet(reader, nearest) if nearest else None
        sample = sheet if sheet and sheet.items else sample_meeting(style)

        def change(values: dict[str, object]) -> None:
            from hubra_desktop.work.commands.settings import ChangeHouseStyle

            if values:
                self._desk.attempt_now(ChangeHouseStyle(values))

        HouseStyleDialog.ask(self._window, style, sample, change)

    def export_json(self) -> None:
        """Ask for a file and write the whole register there."""
        from hubra_desktop.ui.register_export import export_register

        export_register(self._desk, self._window)

    def import_json(self) -> None:
        """Ask for a file, show what it would bring, and take it in."""
        from hubra_desktop.ui.dialogs.files import ask_import

        if not self._desk.flush_or_say():
            return
        path = ask_import(self._window)
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Show what a file would bring, and take it in if that is agreed to."""
        table = path.suffix.casefold() in TABLES
        with self._desk.refusing():
            self._desk.must_be_writable()
            if self._desk.flush_or_say():
                (self.tables.take_in if table else self._import)(path)

    def _import(self, path: Path) -> None:
        from hubra_desktop.ui.dialogs.import_preview import ImportDialog
        from hubra_desktop.ui.dialogs.work import read_beside
        from hubra_desktop.work.commands.imports import ImportBundle
        from hubra_desktop.work.evidence_files import EvidenceRead, files_of
        from hubra_desktop.work.import_changes import Part, with_chosen
        from hubra_desktop.work.imports import bundle_for, import_plan, naming, read_file

        read = read_beside(self._window, path.name, partial(read_file, path))
        if read is None:
            return
        with self._desk.read() as reader:
            bundle = bundle_for(reader, read)
            files = EvidenceRead(reader, path, files_of(bundle))
            plan = import_plan(reader, bundle, (*read.remarks, *files.remarks))

        def take_in(chosen: frozenset[Part]) -> None:
            with self._desk.read() as reader:
                agreed = with_chosen(reader, bundle, chosen)
            with naming(path):
                taken = ImportBundle(agreed, contents=files.contents)
                changes = self._desk.attempt(taken, confirmed=None)
            if changes is not None:
                done = _done(len(plan.changes) - len(chosen), changed=bool(changes.rows))
                self._desk.messages.tell(done, "undo" if changes.rows else "")
                self.imported.emit()

        ImportDialog.ask(self._window, path.name, plan, take_in)


def _done(left: int, *, changed: bool) -> str:
    """Say what became of an import; ``left`` changes were not chosen."""
    if not left:
        told = say("Allt fanns redan, så inget har ändrats.")
        return say("Importen är klar.") if changed else told
    if changed:
        return say_count(
            "Importen är klar. {n} ändring valdes inte.",
            "Importen är klar. {n} ändringar valdes inte.",
            left,
        )
    return say_count(
        "Inget har ändrats: {n} ändring valdes inte.",
        "Inget har ändrats: {n} ändringar valdes inte.",
        left,
    )


def _made(answer: "FirstStartAnswer") -> Workspace:
    """Return the register that was asked for, open; raises InputError."""
    from hubra_desktop.work.commands.begin import BeginRegister
    from hubra_desktop.work.commands.meetings import NewMeeting

    first, meeting = answer.meeting, None
    if first is not None:
        meeting = NewMeeting(first.date, first.start, first.end, first.place)
    begin = BeginRegister(
        short_name=answer.short_name,
        logotype=answer.logotype,
        logotype_text=answer.logotype_text,
        chair=answer.chair,
        secretary=answer.secretary,
        meeting=meeting,
    )
    names = {"organisation": answer.organisation, "municipality": answer.municipality}
    try:
        return Workspace.create(answer.path, **names, first=begin)
    except RegisterError as refused:
        refused.field = "file"
        raise
