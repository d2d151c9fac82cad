"""The files that are kept as evidence: which there are, what is in them, and if it is whole."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.money.evidence import OWNERS
from hubra_desktop.model.records.money import Evidence
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.pictures import hash_of, kept_picture
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import EVIDENCE, GRANT, LEDGER_ENTRY


class EvidenceFile(NamedTuple):
    """A file with its content."""

    name: str
    content: bytes


def evidence_of(reader: Connection, kind: str, row_id: str) -> tuple[Evidence, ...]:
    """Return the files beside a row of the ledger or a grant, the first that came first."""
    return records(reader, Evidence, EVIDENCE.c[OWNERS[kind]] == row_id)


def evidence_by_id(reader: Connection, evidence_id: str) -> Evidence | None:
    """Return one file's record, or None when there is none of that id."""
    return next(iter(records(reader, Evidence, EVIDENCE.c.id == evidence_id)), None)


def evidence_in(reader: Connection, year: int | None = None) -> tuple[Evidence, ...]:
    """Return the files beside a year's rows and grants, or all."""
    if year is None:
        return records(reader, Evidence)
    of_rows = select(LEDGER_ENTRY.c.id).where(LEDGER_ENTRY.c.year == year)
    of_grants = select(GRANT.c.id).where(GRANT.c.year == year)
    here = EVIDENCE.c.entry_id.in_(of_rows) | EVIDENCE.c.grant_id.in_(of_grants)
    return records(reader, Evidence, here)


def row_numbered(reader: Connection, number: int) -> str | None:
    """Return the id of the ledger's row with a number, or None."""
    return reader.scalar(select(LEDGER_ENTRY.c.id).where(LEDGER_ENTRY.c.number == number))


def grant_exists(reader: Connection, grant_id: str) -> bool:
    """Tell whether there is a grant with an id."""
    return reader.scalar(select(GRANT.c.id).where(GRANT.c.id == grant_id)) is not None


def evidence_counts(reader: Connection, year: int) -> Mapping[str, int]:
    """Return how many files each row of a year's ledger has, by its id; none of no files."""
    counted = (
        select(EVIDENCE.c.entry_id, func.count())
        .join(LEDGER_ENTRY, LEDGER_ENTRY.c.id == EVIDENCE.c.entry_id)
        .where(LEDGER_ENTRY.c.year == year)
        .group_by(EVIDENCE.c.entry_id)
    )
    return {row[0]: row[1] for row in reader.execute(counted)}


def evidence_file(reader: Connection, evidence_id: str) -> EvidenceFile:
    """Return a file as it was added; raises InputError when it is gone or no longer whole."""
    found = evidence_by_id(reader, evidence_id)
    if found is None:
        raise refusal("Underlaget finns inte längre.")
    wrong = _wrong(reader, found)
    if wrong:
        raise refusal(
            "{wrong} Hämta filen ur en säkerhetskopia, eller lägg till den på nytt.", wrong=wrong
        )
    return EvidenceFile(found.name, kept_picture(reader, found.sha256) or b"")


def evidence_place(reader: Connection, evidence: Evidence) -> str:
    """Return what a file lies beside: ``rad 12`` or the grant's title in quotation marks."""
    if evidence.entry_id is not None:
        number = select(LEDGER_ENTRY.c.number).where(LEDGER_ENTRY.c.id == evidence.entry_id)
        return say("rad {number}", number=reader.scalar(number))
    title = select(GRANT.c.title).where(GRANT.c.id == evidence.grant_id)
    return say("bidraget {title}", title=quoted(reader.scalar(title) or ""))


def unfit_evidence(reader: Connection) -> Iterator[str]:
    """Yield a sentence for each file that is gone, or is not what was added."""
    for each in records(reader, Evidence):
        wrong = _wrong(reader, each)
        if wrong:
            yield f"{evidence_place(reader, each).capitalize()}: {wrong}"


def _wrong(reader: Connection, evidence: Evidence) -> str:
    content = kept_picture(reader, evidence.sha256)
    if content is None:
        return say("Underlaget {name} saknar sitt innehåll.", name=quoted(evidence.name))
    if hash_of(content) != evidence.sha256:
        return say(
            "Underlaget {name} är inte det som lades till: kontrollsumman stämmer inte.",
            name=quoted(evidence.name),
        )
    return ""
