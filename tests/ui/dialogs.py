"""Every dialog of the program, as its page would show it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from hubra_desktop.exchange.table_reading import TableAnswers
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.meeting_year import YearCalendar, YearWish, usual_holidays
from hubra_desktop.model.records.attendance import AgendaRun
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.model.records.rulebook import Disposal
from hubra_desktop.model.templates import standard_template
from hubra_desktop.model.terms import MeetingKind, MeetingState
from hubra_desktop.ui.dialogs.backups import BackupsDialog
from hubra_desktop.ui.dialogs.choices import ReadDialog
from hubra_desktop.ui.dialogs.disposals import DisposalsDialog
from hubra_desktop.ui.dialogs.first_start import FirstStartDialog
from hubra_desktop.ui.dialogs.help import HelpDialog
from hubra_desktop.ui.dialogs.house_style import HouseStyleDialog
from hubra_desktop.ui.dialogs.import_preview import ImportDialog
from hubra_desktop.ui.dialogs.long_text import LongTextDialog
from hubra_desktop.ui.dialogs.passphrase import NewPassphraseDialog, UnlockDialog
from hubra_desktop.ui.dialogs.past import PastDialog
from hubra_desktop.ui.dialogs.phrases import PhraseLibrary
from hubra_desktop.ui.dialogs.purge import PurgeDialog
from hubra_desktop.ui.dialogs.register_facts import RegisterFactsDialog, RegisterNames
from hubra_desktop.ui.dialogs.report import ReportDialog
from hubra_desktop.ui.dialogs.table_import import TableImportDialog, TableTold
from hubra_desktop.ui.dialogs.tables import TableExportDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.parking import ParkDialog, TakeUpDialog
from hubra_desktop.ui.pages.meetings.agenda.send_rows import SendRowsDialog
from hubra_desktop.ui.pages.meetings.agenda.template import TemplateDialog
from hubra_desktop.ui.pages.meetings.deadlines.blocked_periods import PeriodsDialog
from hubra_desktop.ui.pages.meetings.deadlines.law_answers import answers_html
from hubra_desktop.ui.pages.meetings.deadlines.meeting_year import (
    MeetingYearDialog,
    OneDayDialog,
    YearAsked,
)
from hubra_desktop.ui.pages.meetings.dispatch.lifting import CancelDialog, MoveMeetingDialog
from hubra_desktop.ui.pages.meetings.new_meeting import NewMeetingDialog
from hubra_desktop.ui.pages.meetings.running.times_dialog import TimesDialog
from hubra_desktop.ui.pages.meetings.save_as import SaveAsDialog
from hubra_desktop.work.imports import ImportPlan
from hubra_desktop.work.queries import MeetingRow
from hubra_desktop.work.queries.backlog import BacklogRow
from hubra_desktop.work.queries.disposals import Disposed
from hubra_desktop.work.table_files import TableFile
from hubra_desktop.work.table_imports import plan_table

DAY = date(2018, 3, 7)
MEETING_ROW = MeetingRow(
    "m", DAY, 930, 1050, MeetingKind.ORDINARY, MeetingState.PLANNED, "A-salen", "Rådet"
)


WAITING_ROW = BacklogRow(BacklogItem(id="b", title="Lysning", wanted_by=DAY), "Åsa Ek", DAY, None)
TABLE = b"Datum;Post;Slag;Belopp;Saldo\n2017-05-01;Arvoden;kostnad;30.000;1\n"


def _table_import(window: MainWindow) -> QDialog:
    file = TableFile("tabell.csv", TABLE)

    def reads(name: TableName, told: TableAnswers | None) -> TableTold:
        answers = told or TableAnswers()
        read = file.read(name, DAY, answers)
        with window.desk.read() as reader:
            return TableTold(plan_table(reader, name, read, answers), answers)

    return TableImportDialog(file.name, reads, file.fitting, TableName.LEDGER, window)


def _house_style(window: MainWindow) -> QDialog:
    return HouseStyleDialog(
        HouseStyle(organisation="Rådet"), Meeting(body="Rådet", date=DAY, start=930), window
    )


YEAR_READS = YearAsked(
    lambda year: YearWish(year=year), lambda year: YearCalendar(usual_holidays(year)), print
)

DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "new register": lambda window: FirstStartDialog(None, window),
    "council and municipality": lambda window: RegisterFactsDialog(
        RegisterNames("Rådet", "", "Huddinge"), window
    ),
    "new meeting": lambda window: NewMeetingDialog(
        DAY, [], ("A-salen",), None, standard_template(), window
    ),
    "template": lambda window: TemplateDialog(standard_template(), "", "", (), (), window),
    "a year of meetings": lambda window: MeetingYearDialog(
        2018, YEAR_READS, standard_template(), ("A-salen",), window
    ),
    "one day": lambda window: OneDayDialog(DAY, window, fresh=False),
    "school holidays": lambda window: PeriodsDialog(usual_holidays(2018), 2018, window),
    "what the law says": lambda window: LongTextDialog(
        "law-answers", "Lagen", answers_html("Rådet", DAY, local_government_act=False), window
    ),
    "exercise register": lambda window: RegisterFactsDialog(
        RegisterNames("Rådet", "", "Huddinge"), window, practice=True
    ),
    "send rows": lambda window: SendRowsDialog([MEETING_ROW], window),
    "purge": lambda window: PurgeDialog("Nils Gall", Disposed(1, 0, 0, 0, 0, 0), "eva", window),
    "disposals": lambda window: DisposalsDialog(
        (Disposal(id="d", day=DAY, decision="§ 4"),), lambda: None, window
    ),
    "park a row": lambda window: ParkDialog("a", Meeting(id="m", date=DAY), window),
    "take up": lambda window: TakeUpDialog([WAITING_ROW], DAY, window),
    "cancel a meeting": lambda window: CancelDialog(Meeting(id="m", date=DAY), DAY, window),
    "move a meeting": lambda window: MoveMeetingDialog(
        Meeting(id="m", date=DAY, start=930, place="A-salen"), DAY, ("A-salen",), window
    ),
    "save as": SaveAsDialog,
    "house style": _house_style,
    "import": lambda window: ImportDialog("export.json", ImportPlan(("1 sammanträde",)), window),
    "table import": _table_import,
    "table export": lambda window: TableExportDialog([2017, 2018], window),
    "backups": lambda window: BackupsDialog(window.desk.path or Path("råd.hubra"), window),
    "earlier state": lambda window: PastDialog(window.desk, None, None, window),
    "unlock": lambda window: UnlockDialog(Path("råd.hubra"), print, print, window),
    "passphrase": lambda window: NewPassphraseDialog(str, print, window, locked=True),
    "report": lambda window: ReportDialog("Kontroll", "Allt är helt.", "[OK]", str, window),
    "times of a meeting": lambda window: TimesDialog(
        Meeting(id="m", date=DAY, opened_at=930, ended_at=1000, items=(Item(id="a", title="Val"),)),
        [AgendaRun(id="r", meeting_id="m", item_id="a", started=930, ended=1000)],
        window,
    ),
    "phrases": lambda window: PhraseLibrary(window.desk, window),
    "help": lambda window: HelpDialog(window.actions_, window),
    "text": lambda window: ReadDialog("about", "Om", "Se <a href='https://x.se'>x.se</a>", window),
}
