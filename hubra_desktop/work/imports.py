"""What a file would bring, told before anything is written."""

from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Table, select
from sqlalchemy.engine import Connection

from hubra_desktop.exchange.json_file import LARGEST, load
from hubra_desktop.exchange.pdf_file import is_pdf, load_pdf
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.export_bundle import LISTS, Bundle
from hubra_desktop.model.language import N_plural, language, say, say_count
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.redaction import with_private_parts
from hubra_desktop.model.swedish import long_date
from hubra_desktop.store.reading import some_at_a_time, table_of
from hubra_desktop.store.tables import MEETING
from hubra_desktop.work.commands.imports import recognised
from hubra_desktop.work.files import read_whole
from hubra_desktop.work.queries import meeting_sheets
from hubra_desktop.work.queries.bundles import meetings_bundle

_NAMES = {
    "bodies": N_plural("{n} organ", "{n} organ"),
    "persons": N_plural("{n} person", "{n} personer"),
    "mandates": N_plural("{n} uppdrag", "{n} uppdrag"),
    "meeting_templates": N_plural("{n} mall för sammanträden", "{n} mallar för sammanträden"),
    "matters": N_plural("{n} ärende", "{n} ärenden"),
    "matter_aliases": N_plural("{n} annat diarienummer", "{n} andra diarienummer"),
    "meetings": N_plural("{n} sammanträde", "{n} sammanträden"),
    "plans": N_plural("{n} plan", "{n} planer"),
    "activities": N_plural("{n} aktivitet", "{n} aktiviteter"),
    "letters": N_plural("{n} trygghetsbrev", "{n} trygghetsbrev"),
    "agreements": N_plural("{n} överenskommelse", "{n} överenskommelser"),
    "consultations": N_plural("{n} remiss", "{n} remisser"),
    "associations": N_plural("{n} bidragstagare", "{n} bidragstagare"),
    "budget_years": N_plural("{n} budgetår", "{n} budgetår"),
    "grants": N_plural("{n} bidrag", "{n} bidrag"),
    "ledger": N_plural("{n} rad i huvudboken", "{n} rader i huvudboken"),
    "indicators": N_plural("{n} mått", "{n} mått"),
    "reports": N_plural("{n} handling", "{n} handlingar"),
}


_TOLD = 20
"""Meetings that are named one by one: more lines than these are not read."""

TABLES = (".csv", ".tsv", ".xlsx")
"""How the names of tables end."""


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do, as lines to read; ``meetings`` are the meetings' ids."""

    lines: tuple[str, ...]
    meetings: tuple[str, ...]


@dataclass(frozen=True)
class FileRead:
    """What a file holds; a ``paper`` is a kallelse, which tells only what it prints."""

    bundle: Bundle
    paper: bool


def read_file(path: Path) -> FileRead:
    """Read an exported file or a printed kallelse: its content tells which, not its name.

    Raises InputError saying what is wrong with it.
    """
    content = read_whole(path, LARGEST)
    if is_pdf(content):
        return FileRead(load_pdf(content), paper=True)
    as_json = content.removeprefix(BOM_UTF8).lstrip()[:1] == b"{"
    if path.suffix.casefold() == ".pdf" and not as_json:
        raise refusal(
            "Filen ”{name}” heter .pdf men är ingen PDF. Välj en annan fil.", name=path.name
        )
    return FileRead(load(content), paper=False)


def refuse_table(path: Path) -> None:
    """Raise InputError for a file that is a table by its name: it has a way in of its own."""
    if path.suffix.casefold() in TABLES:
        raise refusal(
            "Filen ”{name}” är en tabell. Säg vad den innehåller, till exempel "
            "--as ledger (huvudbok).",
            name=path.name,
        )


def bundle_for(reader: Connection, read: FileRead) -> Bundle:
    """Return what to take in: what a paper leaves untold stays as the register has it."""
    if not read.paper:
        return read.bundle
    known = _known(reader, MEETING, (each.id for each in read.bundle.meetings))
    return with_private_parts(read.bundle, meetings_bundle(reader, known))


def import_plan(reader: Connection, bundle: Bundle) -> ImportPlan:
    """Tell what taking the bundle in would add and replace."""
    bundle = recognised(reader, bundle)
    lines = [line for name in LISTS if (line := _count(reader, bundle, name))]
    first = bundle.meetings[:_TOLD]
    here = {each.id: each for each in meeting_sheets(reader, [each.id for each in first])}
    lines += [_told(here.get(meeting.id), meeting) for meeting in first]
    if len(bundle.meetings) > _TOLD:
        more = len(bundle.meetings) - _TOLD
        lines.append(say("… och {count} till", count=_counted("meetings", more)))
    if bundle.register is not None:
        lines.append(say("Registrets namn och utseende ersätts: {name}", name=bundle.register.name))
    return ImportPlan(tuple(lines), tuple(meeting.id for meeting in bundle.meetings))


def _count(reader: Connection, bundle: Bundle, name: str) -> str:
    parts = getattr(bundle, name)
    if not parts:
        return ""
    known = _known(reader, table_of(type(parts[0])), (part.id for part in parts))
    return say(
        "{count}, varav {new} nya", count=_counted(name, len(parts)), new=len(parts) - len(known)
    )


def _counted(name: str, number: int) -> str:
    return say_count(*_NAMES[name], number)


def _known(reader: Connection, table: Table, ids: Iterable[str]) -> set[str]:
    own = table.c.id
    return {
        found
        for some in some_at_a_time(ids)
        for found in reader.scalars(select(own).where(own.in_(some)))
    }


def _told(here: Meeting | None, meeting: Meeting) -> str:
    """Return one line about a meeting and what becomes of it; ``here`` is the one it replaces."""
    if here is None:
        fate = say("nytt")
    elif replace(here, body=meeting.body) == meeting:
        fate = say("finns redan, oförändrat")
    else:
        fate = say("ersätter det som finns")
    rows = say_count("{n} rad", "{n} rader", len(meeting.items))
    day = long_date(meeting.date) if language() == "sv" else meeting.date.isoformat()
    return f"{meeting.body}, {day}, {rows} ({fate})"
