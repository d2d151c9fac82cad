"""Nothing that leaves the program tells how to reach the protected, or what closed doors hide.

The outputs are those of the program's own catalogues, so that a new paper, table or view is
looked through from its first day; a new place that writes a file must be named here.
"""

import datetime as dt
import io
import re
import shutil
import zipfile
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

import pikepdf
import pytest

from hubra_desktop.cli.history import shown_history
from hubra_desktop.cli.showing import shown_of
from hubra_desktop.cli.words import SHOWN, WRITTEN
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.exchange.json_file import dump
from hubra_desktop.exchange.mail_file import MailAttachment, mail_draft
from hubra_desktop.exchange.xlsx_file import write_xlsx
from hubra_desktop.model.council.protection import NOBODY_PROTECTED
from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.attendance import AllowancePeriod, AllowanceRow
from hubra_desktop.model.records.council import BacklogItem, Mandate, Matter, Person
from hubra_desktop.model.records.dispatch import ListMember, MailingList
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.model.records.minutes import DecisionNotice
from hubra_desktop.model.records.money import Association
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.model.terms import LARGE_PRINT, Role
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import ISSUED_PAPER
from hubra_desktop.work.calling.dispatching import mail_drafts, prepared, sending
from hubra_desktop.work.calling.packet_making import make_packet, packet_files
from hubra_desktop.work.calling.packets import gather_packet, rendered_packet
from hubra_desktop.work.calling.recipients import proposed_recipients
from hubra_desktop.work.calling.reminding import reminders
from hubra_desktop.work.commands.attendance_list import MakeAttendance
from hubra_desktop.work.commands.extracts import IssueExtract
from hubra_desktop.work.commands.meeting_papers import AttachPaper
from hubra_desktop.work.commands.sections import BeginMinutes
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.extract_mail import extract_draft
from hubra_desktop.work.extract_papers import EXTRACT
from hubra_desktop.work.extracts import prepare_extract, rendered_extract
from hubra_desktop.work.money_tables import export_any, export_forecast
from hubra_desktop.work.papers import PAPERS, About, PaperForm, collect, render
from hubra_desktop.work.queries import Reader, meetings_of, register_info
from hubra_desktop.work.queries.bundles import exported_register, meetings_bundle
from hubra_desktop.work.queries.grants import grant_rows
from hubra_desktop.work.queries.meeting_papers import paper_lines
from hubra_desktop.work.queries.minutes import sections_of
from hubra_desktop.work.queries.sheets import meeting_sheet
from hubra_desktop.work.workspace import Workspace
from tests.architecture.source import ROOT
from tests.work.extract_makers import ApproveOne
from tests.work.leaks import found_in

CONTACTS: Final = ("zqmejl", "0799887766", "0799-88 77 66", "zqgatan", "zqnot")
"""Words that only how to reach the protected person holds; a note of theirs too."""

HIDDEN: Final = ("zqrubrik", "zqnamn", "zqdnr", "zqtext", "zqrum", "zqinre", "zqfil")
"""Words that only a closed row holds: title, presenter, number, notes, place and paper."""

MEETING_DAY: Final = dt.date(2018, 3, 7)
NOW: Final = dt.datetime(2018, 2, 26, 9, 0)
ORDINARY: Final = PaperForm()

EVERYTHING: Final = frozenset(
    {"associations", "backlog", "diary", "disposals", "followups", "law", "matters"}
)
"""What is shown whole."""

INNER: Final = frozenset({"etiketter", "jobbkort"})
"""Papers about a meeting that are for the one who sends it alone."""


@dataclass(frozen=True)
class Output:
    """A file that leaves the program; what is ``public`` is for everybody."""

    name: str
    content: bytes
    public: bool = False


@pytest.fixture(scope="module")
def secrets(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the demo register with somebody protected in every role, and a closed row."""
    path = Path(shutil.copy(made_demo, tmp_path_factory.mktemp("leaks") / "demo.hubra"))
    workspace = Workspace.open(path)
    _furnish(workspace)
    yield workspace
    workspace.close()


def _furnish(workspace: Workspace) -> None:
    run = workspace.run
    with workspace.read() as reader:
        own = register_info(reader).own_body_id
        meeting = _meeting(reader)
    told = {
        "name": "Vera Skyddsling", "title": "samordnare", "email": "zqmejl@exempel.se",
        "phone": "0799-88 77 66", "postal_address": "Zqgatan 77\n141 61 Huddinge",
        "note": "zqnot: bor hos sin mor",
    }  # fmt: skip
    person = str(run(Add(Person, told)).created)
    run(Change(Person, person, {"phone": "0799887766"}))
    run(Change(Person, person, {"phone": "0799-88 77 66", "protected": True}))
    run(Store(Mandate(id="", person_id=person, body_id=str(own), role=Role.SECRETARY)))
    run(Store(MailingList(name="Kopia till", body_id=own, always=True, members=(
        ListMember(person_id=person, email="zqmejl@exempel.se", postal_address="Zqgatan 77"),
        ListMember(name="Vera", email="ZQMEJL@exempel.se"),
    ))))  # fmt: skip
    run(Change(Meeting, meeting.id, {
        "secretary_id": person, "note": "Anmäl förhinder på 0799 88 77 66.",
    }))  # fmt: skip
    item = meeting.items[2]
    shown = Presenter(name="Vera Skyddsling", person_id=person)
    run(Change(Item, item.id, {"presenters": (shown,)}))
    closed = Item(
        id="", title="Zqrubrik om en elev", closed=True, public_title="Sekretessärende",
        case_number="ZQDNR 2018/77", note="Zqtext", inner_note="Zqinre", place="Zqrum",
        presenters=(Presenter(name="Zqnamn Ek"),),
    )  # fmt: skip
    closed_id = str(run(Store(closed, meeting.id)).created)
    run(AttachPaper(meeting.id, "zqfil om en elev.pdf", _pdf("Zqtext"), MEETING_DAY, closed_id))
    run(MakeAttendance(meeting.id))
    run(BeginMinutes(meeting.id))
    with workspace.read() as reader:
        association = exported_register(reader).associations[0]
    run(Change(Association, association.id, {
        "contact": "Vera Skyddsling", "email": "zqmejl@exempel.se", "phone": "0799 887766",
    }))  # fmt: skip
    run(
        Store(BacklogItem(title="Belysning", raised_by_id=person, note="Nås på zqmejl@exempel.se."))
    )
    _follow_up(workspace, closed_id, person)
    run(Store(_allowances(person)))
    _extract(workspace, meeting.id, person)
    with workspace.read() as reader:
        letter = prepared(reader, meeting.id, DispatchKind.CALL, NOW)
        chosen = proposed_recipients(reader, meeting.id)
    run(sending(letter, chosen))
    gone = str(run(Add(Person, {**told, "name": "Gun Borta", "protected": True})).created)
    run(Remove(Person, gone))


def _extract(workspace: Workspace, meeting_id: str, person: str) -> None:
    """Tell somebody protected of a decision that was approved at once, by an extract."""
    run = workspace.run
    with workspace.read() as reader:
        section = next(each for each in sections_of(reader, meeting_id) if each.decisions)
    run(ApproveOne(section.id, MEETING_DAY))
    told = {"name": "Vera Skyddsling", "person_id": person, "address": "zqmejl@exempel.se"}
    notice = run(Add(DecisionNotice, told, section.decisions[0].id)).created
    with workspace.read() as reader:
        ready = rendered_extract(prepare_extract(reader, str(notice)))
    run(IssueExtract(ready, "Åsa Ek", dt.datetime.combine(MEETING_DAY, NOW.time())))


def _allowances(person: str) -> AllowancePeriod:
    who = {"name": "Vera Skyddsling", "person_id": person, "amount_ore": 50_000}
    first = AllowanceRow(**who)  # type: ignore[arg-type]
    return AllowancePeriod(
        name="våren", first=dt.date(2017, 1, 1), last=dt.date(2017, 6, 30),
        closed_on=dt.date(2017, 7, 1),
        rows=(first, replace(first, reason="Nås på zqmejl@exempel.se.")),
    )  # fmt: skip


def _follow_up(workspace: Workspace, item_id: str, person_id: str) -> None:
    """Follow up what a closed row decided, and something that tells how to reach somebody."""
    secret = FollowUp(text="Zqtext om en elev", item_id=item_id, owner="Zqnamn Ek")
    told = FollowUp(text="Ring 0799-88 77 66", owner_id=person_id, reason="zqmejl@exempel.se")
    for each in (secret, told):
        workspace.run(Store(each))


def _meeting(reader: Reader) -> Meeting:
    row = next(each for each in meetings_of(reader, 2018) if each.date == MEETING_DAY)
    return meeting_sheet(reader, row.id)


def _pdf(title: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = title
        pdf.save(out)
    return out.getvalue()


def outputs(workspace: Workspace) -> Iterator[Output]:
    """Yield every file that can leave the program, by the program's own catalogues."""
    with workspace.read() as reader:
        meeting = _meeting(reader)
        yield from _papers(reader, meeting)
        yield from _tables(reader)
        yield Output("register.json", dump(exported_register(reader)))
        yield Output("sammanträde.json", dump(meetings_bundle(reader, [meeting.id])))
        yield from _shown(reader, meeting)
        yield from _packets(reader, meeting)
        yield from _mails(reader, meeting)
    yield from _history(workspace)


def _papers(reader: Reader, meeting: Meeting) -> Iterator[Output]:
    grants = [row.sheet.id for row in grant_rows(reader)]
    asked: dict[About, tuple[str | int, ...]] = {
        About.MEETING: (meeting.id,), About.YEAR: (2017,), About.GRANT: (*grants[:2],),
        About.DAY: ("2018-03-07",),
        About.MATTER: tuple(each.id for each in records(reader, Matter))[:2],
        About.SECTION: tuple(each.id for each in sections_of(reader, meeting.id)),
    }  # fmt: skip
    large = [PaperForm(text_size=float(size)) for size in LARGE_PRINT]
    for name, paper in PAPERS.items():
        whole = paper.about is About.MEETING and name not in INNER
        forms = [ORDINARY, PaperForm(html=True)]
        forms += [PaperForm(data=True), *large] if whole else []
        for about in asked[paper.about]:
            with suppress(InputError):
                collected = collect(reader, name, about)
                for form in forms:
                    made = render(collected, form)
                    yield Output(f"{form} {collected.file_name()}", made, public=whole)
                if name == "kallelse":
                    inner = collect(reader, name, about, audience=Audience.INTERNAL)
                    yield Output(f"internal {inner.file_name()}", render(inner))


def _tables(reader: Reader) -> Iterator[Output]:
    for name in WRITTEN:
        for xlsx in (False, True):
            made = export_any(reader, name, xlsx=xlsx)
            yield Output(f"{name}.{'xlsx' if xlsx else 'csv'}", made)
    yield Output("prognos.csv", export_forecast(reader, 2017, MEETING_DAY))


def _shown(reader: Reader, meeting: Meeting) -> Iterator[Output]:
    number = records(reader, Matter)[0].case_number
    asked = {"meeting": meeting.id, "person": "Vera Skyddsling", "matter": number}
    yearly = {"allowances", "budget", "forecast", "reconciliation", "grants", "plan", "indicators"}
    for what in SHOWN:
        typed = "2017" if what in yearly else "" if what in EVERYTHING else "2018-03-07"
        text, told = shown_of(reader, what, asked.get(what, typed))
        yield Output(f"show {what}", f"{text}\n{told}".encode())


def _packets(reader: Reader, meeting: Meeting) -> Iterator[Output]:
    for audience in Audience:
        gathered = gather_packet(reader, meeting.id, audience)
        packet = rendered_packet(gathered)
        made = make_packet(packet, gathered.style)
        public = audience is Audience.PUBLIC
        yield Output("paket.pdf", made.content, public=public)
        for name, content in packet_files(packet, gathered.style):
            yield Output(name, content, public=public)


def _mails(reader: Reader, meeting: Meeting) -> Iterator[Output]:
    for kind in DispatchKind:
        letter = prepared(reader, meeting.id, kind, NOW)
        chosen = proposed_recipients(reader, meeting.id, kind)
        called = kind is DispatchKind.CALL
        ways = (letter, *(replace(letter, each=True), replace(letter, blind=True)) * called)
        for way in ways:
            for draft in mail_drafts(way, chosen):
                yield Output(draft.name, draft.content)
        for one in chosen * called:
            own = letter.calendar.slots_file(one.slots)
            if own is not None:
                yield Output(own.name, own.content)
    event = letter.calendar.meeting_file()
    yield Output(event.name, event.content, public=True)
    for each in reminders(reader, paper_lines(reader, meeting, MEETING_DAY), MEETING_DAY):
        yield Output("påminnelse.eml", each.draft())
    for row in records(reader, IssuedPaper, ISSUED_PAPER.c.paper == EXTRACT):
        draft = extract_draft(reader, row.id)
        yield Output(draft.name, draft.content)


def _history(workspace: Workspace) -> Iterator[Output]:
    for since in ("", "2000-01-01"):
        asked = Namespace(which="", since=since, what="", json=True)
        text, told = shown_history(workspace, asked)
        yield Output(f"history {since}", f"{text}\n{told}".encode())


def test_nothing_that_leaves_the_program_tells_what_it_must_not(secrets: Workspace) -> None:
    made = list(outputs(secrets))
    leaks = {
        each.name: found
        for each in made
        if (found := found_in(each.name, each.content, [*CONTACTS, *HIDDEN * each.public]))
    }
    assert leaks == {}
    assert len(made) > 80


def test_what_is_sought_is_there_to_be_found(
    secrets: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the guard the same outputs hold every word: the search would find a leak."""
    import hubra_desktop.work.queries.bundles as bundles

    with secrets.read() as reader:
        monkeypatch.setattr(bundles, "guard", lambda _: NOBODY_PROTECTED)
        whole = dump(exported_register(reader))
    assert found_in("register.json", whole, CONTACTS) >= {"zqmejl", "0799-88 77 66", "zqgatan"}
    assert found_in("register.json", whole, HIDDEN) >= {"zqrubrik", "zqnamn", "zqinre", "zqfil"}


WORD: Final = "zqrubrik"


def _with_mail() -> bytes:
    paper = MailAttachment("bilaga.pdf", _pdf(WORD))
    return mail_draft(subject="Kallelse", text="Hej", to=(), attachments=(paper,))


def _zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("inne.csv", write_csv([WORD], []))
    return out.getvalue()


PLANTED: Final[Mapping[str, Callable[[], bytes]]] = {
    "a title of a PDF": partial(_pdf, f"Om {WORD}"),
    "a paper in a mail": _with_mail,
    "a subject of a mail": partial(mail_draft, subject=f"Ärende {WORD} åäö", text="", to=()),
    "a cell of a spreadsheet": partial(write_xlsx, "Blad", ["Rubrik"], [[WORD]]),
    "a file in a zip": _zipped,
    "text of two bytes": partial(f"x{WORD}".encode, "utf-16-le"),
    "hexadecimal": f"<FEFF{WORD.encode('utf-16-be').hex().upper()}>".encode,
    "a folded line": b"SUMMARY:zqru\r\n brik\r\n".strip,
    "spelled out": b"zqru&#98;rik".lower,
}


@pytest.mark.parametrize("where", PLANTED)
def test_a_planted_word_is_found(where: str) -> None:
    assert found_in("fil", PLANTED[where](), [WORD]) == {WORD}
    assert found_in(f"Om {WORD}.pdf", b"", [WORD]) == {WORD}


WAYS_OUT: Final = frozenset({
    # looked through above
    "cli/exports.py", "cli/history.py", "cli/mail_and_calendar.py", "cli/output.py",
    "cli/packets.py", "cli/run.py", "ui/desk.py", "ui/dialogs/past.py",
    "ui/pages/indicators/page.py", "ui/pages/meetings/after/extract_hands.py",
    "ui/pages/meetings/dispatch/dispatch_hands.py",
    "ui/pages/meetings/papers/reminder_form.py", "ui/paper_out.py", "ui/register_export.py",
    "ui/table_saving.py", "work/files.py", "work/calling/packet_making.py",
    # files that were put in, given back as they came, and files about the register itself
    "cli/care.py", "cli/passphrases.py", "ui/care_actions.py", "ui/dialogs/report.py",
    "ui/pages/meetings/approval/approval_hands.py",
    "ui/pages/meetings/papers/paper_hands.py", "ui/pages/money/evidence.py",
    "ui/passphrase_actions.py", "work/evidence_files.py",
    # what was typed and could not be stored, for her who typed it
    "ui/pages/meetings/running/leaving.py",
})  # fmt: skip
"""Where files are written, lent to other programs or put on the clipboard."""

_WRITES: Final = re.compile(r"\b(?:write_whole|write_file|write_output|lend|setText)\(")


def test_every_place_that_lets_something_out_is_known() -> None:
    """A new one is held against this test's outputs before it is named here."""
    found = set()
    for path in (ROOT / "hubra_desktop").rglob("*.py"):
        for line in path.read_text("utf-8").splitlines():
            match = _WRITES.search(line)
            if match and "def " not in line and ("setText" not in match[0] or "lipboard" in line):
                found.add(path.relative_to(ROOT / "hubra_desktop").as_posix())
    assert found - WAYS_OUT == set()
