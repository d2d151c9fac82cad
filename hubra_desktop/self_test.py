"""The program tests itself where it is installed: the main job from end to end.

It works on a register of its own in a temporary folder, from source or inside the built program.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hubra_desktop.work.queries import Reader

YEAR = 2017
_UNWRITTEN = frozenset({"arvoden"})
"""The papers about a year of which the demo has nothing to say yet."""
_END_OF_PDF = b"%%EOF\n"


def self_test() -> int:
    """Run every step and print its result; return 0 when all passed, else 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory(prefix="hubra-") as folder:
        register = Path(folder) / "prov.hubra"
        steps: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Registret skapas, ändras och ångras", lambda: _work(register)),
            ("Registret låses och öppnas med en lösenfras", lambda: _lock(register)),
            ("Kallelsen skrivs ut och läses tillbaka", lambda: _print(register)),
            ("Frister räknas, kalendern och paketet görs", lambda: _call(register)),
            ("Årets handlingar skrivs ut", lambda: _papers(register)),
            ("En undertecknad handling kontrolleras", _signed),
            ("Tabeller skrivs och läses tillbaka", lambda: _tables(register)),
            ("En kalender läses in", lambda: _calendar(register)),
            ("Stavningen känner igen svenska ord", _spelling),
            ("Alla typsnitt läses in", _fonts),
            ("Alla ikoner läses in", _icons),
            ("Alla översättningar läses in", _translations),
            ("Fönstret öppnas på registret", lambda: _window(register)),
        )
        passed = [_tried(name, step) for name, step in steps]
    return 0 if all(passed) else 1


def _tried(name: str, step: Callable[[], object]) -> bool:
    """Run one step and print its line."""
    try:
        result = step()
    except Exception as error:
        print(f"FEL  {name}: {type(error).__name__}: {error}", file=sys.stderr)
        return False
    print(f"OK   {name}{f' ({result})' if result else ''}")
    return True


def _work(register: Path) -> None:
    """Import the demo, change an item, undo it, and see that the sheet is as it was."""
    from hubra_desktop.model.records.meeting import Item
    from hubra_desktop.work import queries
    from hubra_desktop.work.demo import make_demo
    from hubra_desktop.work.edits import Change
    from hubra_desktop.work.workspace import Workspace

    make_demo(register)
    with closing(Workspace.open(register)) as workspace:
        with workspace.read() as reader:
            meeting = queries.meetings_of(reader, 2018)[0].id
            before = queries.meeting_sheet(reader, meeting)
        workspace.run(Change(Item, before.items[1].id, {"duration": 35}))
        workspace.undo()
        with workspace.read() as reader:
            _expect(queries.meeting_sheet(reader, meeting) == before, "ångra gav inte tillbaka")
        _expect(not workspace.problems(), "registret är inte helt")


def _lock(register: Path) -> None:
    """Lock a copy of the register, and open it again by what was chosen."""
    from hubra_desktop.store.errors import PassphraseNeededError
    from hubra_desktop.store.keys import forget
    from hubra_desktop.store.passphrase import lock_register, new_key, unlock

    locked = register.with_name("last.hubra")
    locked.write_bytes(register.read_bytes())
    key = new_key(locked, "prov")
    lock_register(locked, key)
    forget(key)
    try:
        with _reader(locked):
            _expect(False, "registret öppnades utan lösenfras")
    except PassphraseNeededError:
        unlock(locked, "prov")
    with _reader(locked):
        pass


@contextmanager
def _reader(register: Path) -> "Iterator[Reader]":
    from hubra_desktop.work.workspace import Workspace

    with closing(Workspace.open(register, read_only=True)) as opened, opened.read() as reader:
        yield reader


def _print(register: Path) -> str:
    """Print the kallelse, find every title in the text that a reader sees, and read it back."""
    from hubra_desktop.ui.self_check import pdf_text
    from hubra_desktop.work import queries
    from hubra_desktop.work.imports import read_file
    from hubra_desktop.work.papers import PaperForm, collect, render

    with _reader(register) as reader:
        meeting = queries.meeting_sheet(reader, queries.meetings_of(reader, 2018)[0].id)
        content = render(collect(reader, "kallelse", meeting.id), PaperForm(data=True))
    text = "".join(pdf_text(content).replace("\u00ad", "").split())
    for item in meeting.items:
        _expect("".join(item.title.split()) in text, f"”{item.title}” saknas")
    paper = register.with_name("kallelse.pdf")
    paper.write_bytes(content)
    back = read_file(paper).bundle.meetings
    _expect(back == (replace(meeting, papers=()),), "sammanträdet kom inte tillbaka ur PDF:en")
    return f"{len(content) // 1024} kB"


def _call(register: Path) -> str:
    """Count deadlines over the holidays, and make the calendar and the packet of a meeting."""
    from hubra_desktop.model.holidays_sweden import public_holiday
    from hubra_desktop.work import queries
    from hubra_desktop.work.calling.calendar_files import coming_calendar
    from hubra_desktop.work.calling.packet_making import make_packet
    from hubra_desktop.work.calling.packets import gather_packet, rendered_packet
    from hubra_desktop.work.queries.deadlines import deadlines_of

    _expect(public_holiday(date(2018, 3, 30)).lower() == "långfredagen", "helgerna är okända")
    with _reader(register) as reader:
        meeting = queries.meeting_sheet(reader, queries.meetings_of(reader, 2018)[0].id)
        _expect(bool(deadlines_of(reader, meeting, meeting.date)), "sammanträdet har inga frister")
        calendar = coming_calendar(reader, [meeting.id])
        gathered = gather_packet(reader, meeting.id)
    _expect(b"BEGIN:VTIMEZONE" in calendar, "kalendern saknar tidszon")
    packet = make_packet(rendered_packet(gathered), gathered.style)
    _expect(packet.content.startswith(b"%PDF-"), "paketet är ingen PDF")
    return f"{len(packet.content) // 1024} kB"


def _papers(register: Path) -> str:
    """Print every paper about a year, and check a few of their words."""
    from hubra_desktop.ui.self_check import pdf_text
    from hubra_desktop.work.papers import PAPERS, About, collect, render

    with _reader(register) as reader:
        of_years = {name for name, paper in PAPERS.items() if paper.about is About.YEAR}
        made = {name: render(collect(reader, name, YEAR)) for name in of_years - _UNWRITTEN}
    report = made["verksamhetsberattelse"]
    text = "".join(pdf_text(report).split())
    _expect("45080kr" in text, "bidraget saknas i berättelsen")
    _expect(all(pdf.startswith(b"%PDF-") for pdf in made.values()), "en handling är ingen PDF")
    return f"{len(report) // 1024} kB"


def _signed() -> None:
    """Check a small signed paper, and refuse what was issued where nobody has signed it."""
    from hubra_desktop.exchange.signatures import check_signed
    from hubra_desktop.model.errors import InputError
    from hubra_desktop.paths import resource

    signed = resource("self_test", "signed.pdf").read_bytes()
    issued = signed[: signed.index(_END_OF_PDF) + len(_END_OF_PDF)]
    found = [(each.name, each.sound) for each in check_signed(issued, signed)]
    _expect(found == [("Åsa Ek", True)], "underskriften känns inte igen")
    try:
        check_signed(issued, issued)
    except InputError as error:
        _expect("utan någon underskrift" in error.sentence, error.sentence)
    else:
        _expect(False, "en handling utan underskrift togs in")


def _tables(register: Path) -> None:
    """Write the ledger as XLSX and read it back, in another process too: nothing of it is new."""
    from hubra_desktop.exchange.tables import TableName
    from hubra_desktop.exchange.xlsx_file import read_sheets
    from hubra_desktop.work.apart import read_apart
    from hubra_desktop.work.table_exports import export_table
    from hubra_desktop.work.table_files import TableFile
    from hubra_desktop.work.table_imports import plan_table

    path = register.with_name("huvudbok.xlsx")
    with _reader(register) as reader:
        path.write_bytes(export_table(reader, TableName.LEDGER, YEAR, xlsx=True))
        read = TableFile.at(path).read(TableName.LEDGER, date(YEAR, 7, 1))
        plan = plan_table(reader, TableName.LEDGER, read)
    _expect(not plan.bad, "en rad gick inte att läsa tillbaka")
    _expect(plan.command is None, "en känd rad räknas som ny")
    apart = read_apart("workbook", path.read_bytes())
    _expect(apart == read_sheets(path.read_bytes()), "tabellen läses inte likadant för sig")


_CALENDAR = b"""BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART:20180307T143000Z
SUMMARY:Prov
END:VEVENT
END:VCALENDAR
"""


def _calendar(register: Path) -> None:
    """Read a calendar with a time in UTC, which asks for the library and for time zones."""
    from hubra_desktop.exchange.tables import TableName
    from hubra_desktop.work.table_files import TableFile

    path = register.with_name("kalender.ics")
    path.write_bytes(_CALENDAR)
    read = TableFile.at(path).read(TableName.MEETINGS, date(YEAR, 7, 1))
    starts = [row.values["start"] for row in read.rows]
    _expect(starts == [15 * 60 + 30], "klockslaget i kalendern blev fel")


def _spelling() -> None:
    from hubra_desktop.exchange.spelling import Spelling

    spelling = Spelling()
    _expect(spelling.knows("trygghetsundersökning"), "ett rätt stavat ord känns inte igen")
    _expect("hälsan" in spelling.suggestions("hälsn"), "inget förslag till ett felstavat ord")


def _fonts() -> int:
    from hubra_desktop.documents.kit.fonts import face
    from hubra_desktop.paths import resource

    files = sorted(resource("fonts").glob("*.ttf"))
    for file in files:
        face(file.stem)
    _expect(bool(files), "inga typsnitt")
    return len(files)


def _icons() -> int:
    from hubra_desktop.ui.self_check import load_icons

    return load_icons()


def _translations() -> int:
    from hubra_desktop.model.language import english

    count = len(english())
    _expect(bool(count), "inga översättningar")
    return count


def _window(register: Path) -> None:
    from hubra_desktop.app import try_window

    try_window(register)


def _expect(true: bool, words: str) -> None:
    if not true:
        raise RuntimeError(words)
