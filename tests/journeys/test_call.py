"""From a planned meeting to thirteen people who have the right paper, and what comes after.

People come in by a table, papers are asked for and one is late, the kallelse goes to 13 + 4 by
three ways; then an item is moved, another is added, a meeting is moved and one is cancelled.
All that left the program is read back.
"""

import email
import email.policy
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.records.council import Body, Person, Register
from hubra_desktop.model.records.dispatch import Dispatch
from hubra_desktop.model.records.meeting import Item, MeetingPaper, Presenter
from hubra_desktop.model.terms import DeliveryWay, ItemKind, MeetingState
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.dialogs.table_import import TableImportDialog, TableTold
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.dispatch.dispatch_part import DispatchPart
from hubra_desktop.ui.pages.meetings.dispatch.lifting import CancelDialog, MoveMeetingDialog
from hubra_desktop.work.calling.calls import current_call, issued_calls
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.meeting_papers import AskForPapers
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.rulebook import NewRules
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.queries.dispatches import dispatches_of
from hubra_desktop.work.queries.due import due
from hubra_desktop.work.queries.people import persons
from hubra_desktop.work.workspace import Workspace
from tests.documents.checks import problems
from tests.documents.reading import spoken
from tests.ui.conftest import OFFSCREEN_ONLY
from tests.ui.hands import settle, sheet, trigger
from tests.ui.test_called_meeting import answers

pytestmark = [pytest.mark.journey, pytest.mark.qt_log_ignore(OFFSCREEN_ONLY)]
TODAY = date(2018, 2, 26)
MARCH, MAY, JUNE = date(2018, 3, 7), date(2018, 5, 16), date(2018, 6, 13)
WAYS = [*["e-post"] * 10, "post", "post", "i handen"]
SEATS = [*["politiker"] * 9, "polis", "polis", "tjänstemän", "tjänstemän"]
PRESENTING = ("Eva Lind", "Nils Berg", "Sara Holm", "Per Ask")
ROLES = ["ordförande", *["ledamot"] * 12]
FIELDS = "Namn\tE-post\tPostadress\tSkickas\tOrgan\tRoll\tSlag av plats"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, dressed: object) -> Iterator[MainWindow]:
    """The window over an exercise register of a council, on 26 February 2018."""
    path = tmp_path / "radet.hubra"
    with closing(Workspace.create(path, organisation="Rådet", municipality="Ekköping")) as made:
        council = Body(id="council", name="Rådet")
        register = Register(
            name="Rådet", municipality="Ekköping", own_body_id="council", practice=True,
            exercise_day=TODAY,
        )  # fmt: skip
        made.run(ImportBundle(Bundle(register=register, bodies=(council,))))
        rules = {"notice_days": 7, "papers_days": 10, "decision": "Reglemente § 4"}
        made.run(NewRules("council", rules))
    window = MainWindow()
    assert window.registers.open(path)
    window.resize(1366, 768)
    window.show()
    qtbot.waitActive(window)
    yield window
    window.close()
    window.deleteLater()


def test_from_a_planned_meeting_to_those_who_have_the_right_paper(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in_people(window, monkeypatch)
    march, may, june = (plan(window, day) for day in (MARCH, MAY, JUNE))
    window.meeting.open(march)
    ask_for_papers(window, march)
    call(window)
    check_the_files(window, tmp_path, monkeypatch)
    move_an_item(window)
    add_a_late_item(window)
    answers(monkeypatch, MoveMeetingDialog, {"date": date(2018, 5, 23), "reason": "Helg."})
    answers(monkeypatch, CancelDialog, {"reason": "För få kan komma."})
    for meeting_id, action, state in (
        (may, "move-meeting", MeetingState.MOVED),
        (june, "cancel-meeting", MeetingState.CANCELLED),
    ):
        window.meeting.open(meeting_id)
        call(window)
        trigger(window, action)
        window.meeting.open(meeting_id)
        assert sheet(window).state is state
        send_what_is_proposed(window)
    check_papers(window, (march, may, june))


def take_in_people(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paste thirteen people with their seats from a table, and add four who present."""
    people = zip(WAYS, ROLES, SEATS, strict=True)
    rows = [
        f"{place:02} Ek\tled{place:02}@example.se\tGatan {place}\t{way}\tRådet\t{role}\t{seat}"
        for place, (way, role, seat) in enumerate(people, 1)
    ]
    QGuiApplication.clipboard().setText("\n".join([FIELDS, *rows]) + "\n")

    def ask(*shown: Any, comparing: bool = False) -> TableTold:
        assert not comparing
        told: TableTold = shown[2](TableName.PEOPLE, None)
        assert (told.plan.bad, told.plan.taken) == ((), 13)
        return told

    monkeypatch.setattr(TableImportDialog, "ask", ask)
    trigger(window, "paste-table")
    for name in PRESENTING:
        address = f"{name.split()[0].lower()}@example.se"
        window.desk.attempt_now(Add(Person, {"name": name, "email": address}))


def plan(window: MainWindow, day: date) -> str:
    """Make a meeting with six items of twenty minutes, which four people present."""
    window.show_page("page-meetings")
    made = str(window.desk.attempt_now(NewMeeting(day, 930, 1050, "A-salen")).created)
    window.meeting.open(made)
    for each in sheet(window).items:
        window.desk.attempt_now(Remove(Item, each.id))
    for place in range(6):
        who = PRESENTING[2:] if place == 3 else (PRESENTING[place % 4],)
        presenters = tuple(Presenter(name=x, person_id=person_called(window, x)) for x in who)
        item = Item(
            title=f"Ärendet {place + 1}", kind=ItemKind.DECISION, duration=20,
            presenters=presenters,
        )  # fmt: skip
        window.desk.attempt_now(Store(item, made))
    return made


def person_called(window: MainWindow, name: str) -> str:
    with window.desk.read() as reader:
        return next(each.id for each in persons(reader) if each.name == name)


def ask_for_papers(window: MainWindow, meeting_id: str) -> None:
    """Ask for two papers; by the stop day, ten days before, neither has come."""
    first, second, *_ = sheet(window).items
    papers = (
        MeetingPaper(item_id=first.id, title="Utredningen", author="Eva Lind"),
        MeetingPaper(item_id=second.id, title="Yttrandet", author="Nils Berg"),
    )
    window.desk.attempt_now(AskForPapers(meeting_id, papers))
    with window.desk.read() as reader:
        told = [each.sentence for each in due(reader, TODAY) if "Eva Lind" in each.sentence]
    assert told, "what is late is not told on the overview"


def part_of(window: MainWindow) -> DispatchPart:
    part = window.meetings.parts.findChild(DispatchPart)
    assert isinstance(part, DispatchPart)
    return part


def call(window: MainWindow) -> None:
    """Call to the open meeting: thirteen and four, by three ways."""
    window.meetings.head.stages.buttons[1].click()
    settle()
    shown = part_of(window).sheet
    ticked = shown.recipients.ticked
    assert Counter(each.recipient.way for each in ticked) == {
        DeliveryWay.EMAIL: 14, DeliveryWay.POST: 2, DeliveryWay.HAND: 1,
    }  # fmt: skip
    assert [each.missing for each in ticked if each.missing] == []
    shown.go.click()
    settle()
    assert sheet(window).state is MeetingState.CALLED
    told = window.meetings.head.called.text()
    assert "till 13 + 4, version 1" in told


def send_what_is_proposed(window: MainWindow) -> None:
    """Open the sheet from the log and send what it proposes, to those whom it proposes."""
    window.meetings.parts.bar.ask_for("dispatch")
    settle()
    part_of(window).log.call.click()
    settle()
    part_of(window).sheet.go.click()
    settle()


def latest(window: MainWindow) -> Dispatch:
    with window.desk.read() as reader:
        return dispatches_of(reader, sheet(window).id)[0]


def check_the_files(window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save drafts and calendar from the log, and read them back."""
    monkeypatch.setattr(files, "ask_copy", lambda _, name: folder / name)
    monkeypatch.setattr(files, "ask_pdf", lambda _, name: folder / name)
    monkeypatch.setattr(files, "ask_folder", lambda *_: folder)
    log = part_of(window).log
    for each in log.dispatch_buttons:
        each.click()
        settle()
    (draft,) = folder.glob("*.eml")
    message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert message["X-Unsent"] == "1"
    assert len(message["To"].addresses) == 14
    (attached,) = (x for x in message.iter_attachments() if x.get_content_subtype() == "pdf")
    with window.desk.read() as reader:
        call_ = current_call(reader, sheet(window).id, Audience.INTERNAL)
        assert call_ is not None
        assert attached.get_content() == issued_pdf(reader, call_.id)
    (calendar,) = folder.glob("*.ics")
    events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    starts = {f"{each.decoded('DTSTART'):%Y-%m-%d %H:%M}" for each in events}
    assert "2018-03-07 15:30" in starts


def move_an_item(window: MainWindow) -> None:
    """Let item 4 begin ten minutes later: only the two who present it are told."""
    fourth = sheet(window).items[3]
    window.desk.attempt_now(Change(Item, fourth.id, {"pin": 1000, "duration": 10}))
    settle()
    assert window.meetings.changed.isVisible()
    window.meetings.parts.bar.ask_for("dispatch")
    settle()
    part_of(window).log.call.click()
    settle()
    part_of(window).sheet.recipients.concerned.setChecked(True)
    settle()
    part_of(window).sheet.go.click()
    settle()
    sent = latest(window)
    assert (sent.kind, sent.version) == (DispatchKind.CHANGES, 2)
    assert {each.name for each in sent.recipients} == {"Per Ask", "Sara Holm"}


def add_a_late_item(window: MainWindow) -> None:
    """Add an item after the third: it is 3a, and the numbers that went out stay."""
    before = [each.number_typed for each in sheet(window).items]
    late = Item(title="Sent ärende", kind=ItemKind.DECISION, duration=5)
    window.desk.attempt_now(Store(late, sheet(window).id, 3))
    send_what_is_proposed(window)
    numbers = [each.number_typed for each in sheet(window).items]
    assert numbers == [*before[:3], "3a", *before[3:]]


def check_papers(window: MainWindow, meetings: tuple[str, ...]) -> None:
    """Put each paper that was issued before the checkers, and read what it says."""
    titles = []
    with window.desk.read() as reader:
        for meeting_id in meetings:
            for paper in issued_calls(reader, meeting_id):
                content = issued_pdf(reader, paper.id)
                assert problems(content) == []
                said = spoken(content)
                assert "Rådet" in said
                assert "ÖVNING" in said.upper()
                titles.append(paper.kind)
    counted = Counter(titles)
    assert counted[DispatchKind.CALL] >= 5
    assert {DispatchKind.CHANGES, DispatchKind.CANCELLED, DispatchKind.MOVED} <= set(counted)
