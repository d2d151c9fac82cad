"""What a file would bring, told before anything is written."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Table, select
from sqlalchemy.engine import Connection

from hubra_desktop.exchange.json_file import load
from hubra_desktop.exchange.limits import LARGEST, refuse_large
from hubra_desktop.exchange.pdf_file import is_pdf, load_paper
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.addresses import is_email, uri
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.export_bundle import LISTS, Bundle, parts_of
from hubra_desktop.model.file_names import TABLES
from hubra_desktop.model.invisible import seen
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.progress import NOBODY, Progress
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.plan import Letter
from hubra_desktop.model.redaction import of_a_paper, with_private_parts
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.model.wording import (
    asked_above,
    cut_lines,
    joined,
    joined_first,
    quoted,
    unusual_lines,
)
from hubra_desktop.store.dry_run import dry_run
from hubra_desktop.store.reading import some_at_a_time, table_of
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import MEETING
from hubra_desktop.work.apart import paper_data
from hubra_desktop.work.closed_in_files import closed_lines, with_closed_years
from hubra_desktop.work.commands.imports import ImportBundle, council_found, recognised
from hubra_desktop.work.confirmations import questions
from hubra_desktop.work.files import read_whole
from hubra_desktop.work.import_changes import (
    ImportChange,
    Part,
    changes_in,
    is_empty,
    kept_lines,
    meeting_called,
)
from hubra_desktop.work.import_words import COUNTED
from hubra_desktop.work.queries.bundles import meetings_bundle
from hubra_desktop.work.table_files import TableFile
from hubra_desktop.work.table_ledger import entry_described

_REGISTER = b"SQLite format 3\0"
"""How a register begins (SQLite, Database File Format, 1.3.1)."""

_TOLD = 20
"""Meetings that are named one by one: more lines than these are not read."""

_NAMED = 3
"""Rows that are named before the question that they all raise."""


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do: what it adds and leaves as lines to read, and its changes.

    ``changes`` are done when they are chosen (``with_chosen``), the rest in any case.
    ``question`` asks about what the lines tell as unusual; "" where nothing is.
    """

    lines: tuple[str, ...]
    changes: tuple[ImportChange, ...] = ()
    question: str = ""

    @property
    def all(self) -> frozenset[Part]:
        """Return all the changes."""
        return frozenset(each.part for each in self.changes)

    @property
    def told(self) -> tuple[str, ...]:
        """Return everything as lines: what is added and left, then each change."""
        changes = (
            line
            for each in self.changes
            for line in (
                say("Ändras: {what}", what=each.heading),
                *(f"  {line}" for line in each.lines),
            )
        )
        return *self.lines, *changes

    @property
    def proposed(self) -> frozenset[Part]:
        """Return the changes that need no choice, since nothing was known before."""
        return frozenset(each.part for each in self.changes if each.proposed)


@dataclass(frozen=True)
class FileRead:
    """What a file holds; a ``paper`` is a kallelse, which tells only what it prints.

    ``remarks`` tell what was taken away in reading it, and what is wrong with its addresses.
    """

    bundle: Bundle
    paper: bool
    remarks: tuple[str, ...] = ()


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let a refusal within say which file it speaks of."""
    try:
        yield
    except InputError as error:
        raise refusal(
            "Filen {name} kan inte läsas in. {why}", name=quoted(path.name), why=error.sentence
        ) from None


def read_file(path: Path, progress: Progress = NOBODY) -> FileRead:
    """Read an exported file or a printed kallelse: its content tells which, not its name.

    Raises InputError saying what is wrong, StoppedError when nobody waits any more.
    """
    content = read_whole(path, LARGEST)
    with naming(path):
        refuse_large(content)
        if is_pdf(content):
            return _seen(load_paper(paper_data(content, progress)), paper=True)
        if content.removeprefix(BOM_UTF8).lstrip()[:1] != b"{":
            raise _no_export(path, content)
        return _seen(load(content), paper=False)


def _no_export(path: Path, content: bytes) -> InputError:
    """Return what is wrong with a file that can be no export, and what to do instead."""
    if not content.strip():
        return refusal("Den är tom. Välj en annan fil.")
    if path.suffix.casefold() == ".pdf":
        return refusal("Den heter .pdf men är ingen PDF. Välj en annan fil.")
    if content.startswith(_REGISTER):
        return refusal(
            "Den är ett register. Öppna den, och exportera därifrån det som ska läsas in här."
        )
    return refusal(
        "Den är varken en export eller en kallelse från det här programmet. "
        "Spara en tabell som XLSX eller CSV."
    )


def _seen(bundle: Bundle, *, paper: bool) -> FileRead:
    """Return what a file holds without the characters in it that nobody sees."""
    freed: list[str] = []

    def told(text: str) -> None:
        freed.append(say("Osynliga tecken togs bort ur {text}", text=quoted(text)))

    bundle, unread = _with_logotype(seen(bundle, told))
    bundle, unshown = _with_pictures(bundle)
    remarks = (*cut_lines(freed), *unread, *unshown, *cut_lines(_address_remarks(bundle)))
    return FileRead(bundle, paper, remarks)


def _with_logotype(bundle: Bundle) -> tuple[Bundle, list[str]]:
    """Return the bundle with its logotype as it is kept: none that cannot be opened, and why."""
    if bundle.house_style is None or not bundle.house_style.logotype:
        return bundle, []
    from hubra_desktop.work.pictures import logotype_to_keep

    told: list[str] = []
    try:
        logotype = logotype_to_keep(bundle.house_style.logotype)
    except InputError as refused:
        logotype = b""
        told.append(say("Filens logotyp lämnas. {why}", why=refused.sentence))
    return replace(bundle, house_style=replace(bundle.house_style, logotype=logotype)), told


def _with_pictures(bundle: Bundle) -> tuple[Bundle, list[str]]:
    """Return the bundle without those of its papers' pictures that cannot be opened, and why."""
    if not any(each.pictures for each in bundle.reports):
        return bundle, []
    reports, remarks = [], []
    for report in bundle.reports:
        shown = []
        for each in report.pictures:
            why = _why_not_shown(each.content)
            if why:
                about = quoted(report.title)
                remarks.append(say("En bild i {paper} lämnas. {why}", paper=about, why=why))
            else:
                shown.append(each)
        reports.append(replace(report, pictures=tuple(shown)))
    return replace(bundle, reports=tuple(reports)), remarks


def _why_not_shown(content: bytes) -> str:
    from hubra_desktop.work.pictures import check_picture

    try:
        check_picture(content)
    except InputError as refused:
        return refused.sentence
    return ""


def _address_remarks(bundle: Bundle) -> Iterator[str]:
    """Tell which links lead nowhere that they may, and which e-mail addresses are none."""
    for _, part in parts_of(bundle):
        email = getattr(part, "email", "")
        if email and not is_email(email):
            yield say(
                "{email} är ingen e-postadress, och inget brev skickas dit.", email=quoted(email)
            )
        link = part.link if isinstance(part, Meeting) else ""
        link = part.address if isinstance(part, Letter) else link
        if link.strip() and not uri(link):
            yield say(
                "{link} är ingen länk till webben, och skrivs ut som ord utan länk.",
                link=quoted(link),
            )


def table_in(path: Path) -> TableName | None:
    """Return which table a file can only be; None for a file that is no table.

    Raises InputError for one that can be several: it is to be said which.
    """
    by_name = path.suffix.casefold() in TABLES
    file = TableFile.at(path)
    if by_name and not file.content:
        raise refusal("Filen är tom. Välj en annan fil.")
    fitting = file.fitting
    if len(fitting) == 1:
        return fitting[0]
    if len(fitting) == len(TableName) and not by_name:
        return None
    raise refusal(
        "Filen ”{name}” är en tabell. Säg vad den innehåller, till exempel --as {table}.",
        name=path.name,
        table=fitting[0].value,
    )


def bundle_for(reader: Connection, read: FileRead) -> Bundle:
    """Return what to take in: what a paper leaves untold stays as the register has it.

    Of a paper nothing is taken but what a kallelse has.
    """
    if not read.paper:
        return read.bundle
    known = _known(reader, MEETING, (each.id for each in read.bundle.meetings))
    return with_private_parts(of_a_paper(read.bundle), meetings_bundle(reader, known))


def import_plan(reader: Connection, bundle: Bundle, remarks: tuple[str, ...] = ()) -> ImportPlan:
    """Tell what taking the bundle in would add, leave and change, after ``remarks`` on it."""
    given, bundle = bundle, with_closed_years(reader, bundle)
    coming = recognised(reader, bundle)
    changes = changes_in(reader, bundle)
    left = closed_lines(given, bundle) if changes else []
    lines = [*remarks, *left, *cut_lines(kept_lines(reader, bundle))]
    new, here = _counts(reader, coming)
    lines += new
    changed = {each.part for each in changes}
    known = _known(reader, MEETING, (each.id for each in coming.meetings))
    lines += _meeting_lines(coming.meetings, known, changed)
    own = None if bundle.register is not None else council_found(reader, coming)
    if own is not None:
        lines.append(say("{body} blir registrets eget råd.", body=quoted(own.name)))
    if bundle.register is not None and ("register", "") not in changed:
        here.append(say("registrets namn"))
    if bundle.house_style is not None and ("house_style", "") not in changed:
        here.append(say("husstilen"))
    if here:
        lines.append(say("Finns redan: {what}", what=joined(here)))
    asked = _questions(reader, bundle)
    question = asked_above(len(asked)) if asked else ""
    return ImportPlan((*lines, *unusual_lines(asked)), changes, question)


def _questions(reader: Connection, bundle: Bundle) -> list[tuple[str, str]]:
    """Return what of the money in a file is to be confirmed, after what raises it.

    What is refused is so later. A register that holds nothing yet takes a whole one as
    it is: that was confirmed where it was entered.
    """
    if not (bundle.ledger or bundle.grants) or is_empty(reader):
        return []
    with dry_run(reader) as copy, suppress(InputError):
        rows = Rows(copy)
        ImportBundle(bundle).apply(rows)
        named = _money_named(bundle)
        return [
            (joined_first([named[each] for each in ids], _NAMED), sentence)
            for sentence, ids in questions(copy, rows.journal, done=True).items()
        ]
    return []


def _money_named(bundle: Bundle) -> dict[str, str]:
    """Return what the rows and decisions of a file are told by, by their ids."""
    rows = {each.id: entry_described(each) for each in bundle.ledger}
    decisions = {
        decision.id: say("bidraget {grant}", grant=quoted(each.title))
        for each in bundle.grants
        for decision in each.decisions
    }
    return rows | decisions


def _meeting_lines(
    meetings: Sequence[Meeting], known: set[str], changed: set[Part]
) -> Iterator[str]:
    """Tell of each meeting what becomes of it; those that stay as they are make one line."""
    same = [each for each in meetings if each.id in known and ("meetings", each.id) not in changed]
    alike = {each.id for each in same} if len(same) > 1 else set()
    told = [each for each in meetings if each.id not in alike]
    yield from (_told(known, changed, each) for each in told[:_TOLD])
    if len(told) > _TOLD:
        yield say("… och {count} till", count=_counted("meetings", len(told) - _TOLD))
    if told and len(same) > 1:
        yield say(
            "{count} finns redan, oförändrade: {days}",
            count=_counted("meetings", len(same)),
            days=joined_first([date_in_text(each.date) for each in same], _TOLD),
        )


def _counts(reader: Connection, bundle: Bundle) -> tuple[list[str], list[str]]:
    """Count what has something new in it, each in a line, and what is known already."""
    new, here = [], []
    for name in LISTS:
        parts = getattr(bundle, name)
        if not parts:
            continue
        known = _known(reader, table_of(type(parts[0])), (part.id for part in parts))
        count, coming = _counted(name, len(parts)), len(parts) - len(known)
        if coming == len(parts):
            new.append(say("{count} läggs till", count=count))
        elif coming:
            new.append(say("{count}, varav {new} läggs till", count=count, new=coming))
        else:
            here.append(count)
    return new, here


def _counted(name: str, number: int) -> str:
    return say_count(*COUNTED[name], number)


def _known(reader: Connection, table: Table, ids: Iterable[str]) -> set[str]:
    own = table.c.id
    return {
        found
        for some in some_at_a_time(ids)
        for found in reader.scalars(select(own).where(own.in_(some)))
    }


def _told(known: set[str], changed: set[Part], meeting: Meeting) -> str:
    """Return one line about a meeting and what becomes of it."""
    if meeting.id not in known:
        fate = say("nytt")
    elif ("meetings", meeting.id) in changed:
        fate = say("finns redan, ändras bara om du väljer det")
    else:
        fate = say("finns redan, oförändrat")
    rows = say_count("{n} rad", "{n} rader", len(meeting.items))
    return f"{meeting_called(meeting.body, meeting)}, {rows} ({fate})"
