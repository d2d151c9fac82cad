"""Papers as they were issued or adopted: kept as data, listed, and given back as they were.

What is kept is all that the paper was composed of, with the house style of the day. A
reprint is composed of the same values, so it says the same and bears its own day, as PDF,
as web page and in large print.
"""

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.dispatch.dispatch_terms import Audience, IssueState
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.frozen_json import pack, unpack
from hubra_desktop.model.language import say
from hubra_desktop.model.money.letters import decision_of, reclaim_of
from hubra_desktop.model.paper_style import PaperStyle
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.model.wording import joined
from hubra_desktop.store.pictures import hash_of, kept_picture
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import ISSUED_PAPER
from hubra_desktop.work.approval_papers import AT_ONCE_PAPER
from hubra_desktop.work.minutes_papers import WHOLE_MINUTES
from hubra_desktop.work.papers import Collected
from hubra_desktop.work.queries.grants import grant_view

ADOPTED, DECISION_LETTER, CLAIM_LETTER = "verksamhetsplan", "beslutsbrev", "aterkrav"
LETTERS: Final = frozenset({DECISION_LETTER, CLAIM_LETTER})
CALL_PAPER: Final = "kallelse"
CALL_PAPERS: Final = frozenset({CALL_PAPER, "andring", "tillagg", "installt", "flyttat"})
"""What is issued of a meeting: the kallelse, and what tells of changes in it."""

MINUTES_PAPERS: Final = WHOLE_MINUTES | {AT_ONCE_PAPER}
"""What is issued of a meeting when its minutes or notes are approved, or §§ at once."""


class Issued(NamedTuple):
    """A kept paper in a list: what ``PaperRequest`` needs of it, and what tells it apart."""

    id: str
    paper: str
    title: str
    day: dt.date
    version: int
    decision_id: str | None


def kept(paper: Collected, **about: Any) -> IssuedPaper:  # noqa: ANN401
    """Return the row that keeps a paper; ``about`` are the row's other fields."""
    bare = replace(paper.style, logotype=b"")
    content = pack((paper.content, bare))
    return IssuedPaper(paper=paper.name, content=content, logotype=paper.style.logotype, **about)


def look_of(style: HouseStyle) -> HouseStyle:
    """Return the style that a paper is printed in, whichever day the register was changed."""
    return replace(style, changed=None) if isinstance(style, PaperStyle) else style


def issued_paper(reader: Connection, issued_id: str) -> Collected:
    """Return a kept paper as it was; raises InputError when it is gone or cannot be read."""
    found = records(reader, IssuedPaper, ISSUED_PAPER.c.id == issued_id)
    if not found:
        raise refusal("Den sparade handlingen finns inte längre.")
    paper = reopened(found[0])
    if found[0].sha256 is None:
        return paper
    pdf, lost = _kept_pdf(reader, found[0])
    return replace(paper, pdf=pdf, lost=lost)


def printed_for(paper: Collected, audience: object) -> Collected:
    """Return the print of a kept paper for an audience.

    Minutes are issued whole: what everybody may read of them is made of what was issued.
    """
    if paper.name not in MINUTES_PAPERS or audience is not Audience.PUBLIC:
        return paper
    public = paper.content.for_everybody()
    return paper if public is paper.content else Collected(paper.name, public, paper.style)


def issued_content(reader: Connection, issued_id: str) -> Collected:
    """Return what a kept paper says, without its PDF; raises InputError as ``issued_paper``."""
    found = records(reader, IssuedPaper, ISSUED_PAPER.c.id == issued_id)
    if not found:
        raise refusal("Den sparade handlingen finns inte längre.")
    return reopened(found[0])


def issued_pdf(reader: Connection, issued_id: str) -> bytes:
    """Return the very bytes that were issued; raises InputError when they are gone."""
    found = records(reader, IssuedPaper, ISSUED_PAPER.c.id == issued_id)
    if not found:
        raise refusal("Den sparade handlingen finns inte längre.")
    pdf, lost = _kept_pdf(reader, found[0])
    if lost:
        raise InputError(lost)
    return pdf


def issued_title(reader: Connection, issued_id: str) -> str:
    """Return what an issued paper is called, "" when it is gone."""
    return reader.scalar(select(ISSUED_PAPER.c.title).where(ISSUED_PAPER.c.id == issued_id)) or ""


def _kept_pdf(reader: Connection, row: IssuedPaper) -> tuple[bytes, str]:
    """Return the PDF that was issued, or why it cannot be given back."""
    pdf = kept_picture(reader, row.sha256) if row.sha256 else None
    if pdf is None:
        return b"", say(
            "PDF:en av ”{title}” finns inte kvar i registret. Hämta den ur en säkerhetskopia.",
            title=row.title,
        )
    if hash_of(pdf) != row.sha256:
        return b"", say(
            "PDF:en av ”{title}” är inte den som gick ut: kontrollsumman stämmer inte. "
            "Hämta den ur en säkerhetskopia.",
            title=row.title,
        )
    return pdf, ""


def reopened(row: IssuedPaper) -> Collected:
    """Return what a row keeps; raises InputError for what cannot be read."""
    try:
        content, style = _unpacked(row.paper, row.content)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise refusal("Den sparade handlingen kan inte läsas. Utfärda den på nytt.") from None
    return Collected(row.paper, content, replace(style, logotype=row.logotype))


@lru_cache(maxsize=16)
def _unpacked(paper: str, content: bytes) -> tuple[Any, PaperStyle]:
    """Return what a paper says, and its style; an adopted plan is asked for at every edit."""
    kinds: Any = tuple[_content_type(paper), PaperStyle]  # type: ignore[misc]
    unpacked: tuple[Any, PaperStyle] = unpack(kinds, content)
    return unpacked


def _content_type(name: str) -> type:
    """Return the type of what a paper says."""
    from hubra_desktop.documents.aterkrav import Reclaim
    from hubra_desktop.documents.money_letters import GrantLetter
    from hubra_desktop.documents.protokoll import MinutesContent
    from hubra_desktop.documents.utdrag import ExtractPaper
    from hubra_desktop.work.calling.call_papers import KallelseContent
    from hubra_desktop.work.paper_contents import ReportContent

    if name in CALL_PAPERS:
        return KallelseContent
    if name in MINUTES_PAPERS:
        return MinutesContent
    return {
        "utdrag": ExtractPaper,
        ADOPTED: ReportContent,
        DECISION_LETTER: GrantLetter,
        CLAIM_LETTER: Reclaim,
    }[name]


def issued_letters_of(reader: Connection, grant_id: str) -> tuple[Issued, ...]:
    """Return the letters that were issued about a grant, the latest first."""
    return _listed(reader, ISSUED_PAPER.c.grant_id == grant_id)


def issued_extracts_of(reader: Connection, meeting_id: str) -> tuple[Issued, ...]:
    """Return the extracts of a meeting's minutes that were issued, the latest first."""
    columns = ISSUED_PAPER.c
    return _listed(reader, columns.meeting_id == meeting_id, columns.paper == "utdrag")


class GrantLetterRow(NamedTuple):
    """A letter that was issued about a grant; ``stale`` says why it is not true any more, or ""."""

    letter: Issued
    stale: str


def grant_letters(reader: Connection, grant_id: str) -> tuple[GrantLetterRow, ...]:
    """Return a grant's letters, the latest first; the latest about each decision is checked."""
    found, checked = [], set()
    for each in issued_letters_of(reader, grant_id):
        about = (each.paper, each.decision_id)
        stale = "" if about in checked else _stale(reader, each, grant_id)
        checked.add(about)
        found.append(GrantLetterRow(each, stale))
    return tuple(found)


def _stale(reader: Connection, letter: Issued, grant_id: str) -> str:
    """Say what the letter would tell otherwise if it were written anew on its own day."""
    from hubra_desktop.documents.money_letters import letter_differences
    from hubra_desktop.work.grant_letters import FROM_REGISTER, decision_letter, reclaim_letter

    if letter.decision_id is None:
        return say("Beslutet som brevet gäller finns inte längre.")
    options = replace(FROM_REGISTER, day=letter.day)
    try:
        was = issued_paper(reader, letter.id).content
        now = (
            reclaim_letter(reader, grant_id, options)
            if letter.paper == CLAIM_LETTER
            else decision_letter(reader, grant_id, letter.decision_id, options)
        )
    except InputError as refused:
        return refused.sentence
    words = [say(each) for each in letter_differences(was, now)]
    if not words:
        return ""
    return say(
        "Sedan brevet utfärdades har detta ändrats: {what}. Utfärda ett nytt.", what=joined(words)
    )


def adopted_plans(reader: Connection, year: int) -> tuple[Issued, ...]:
    """Return the plans of a year as they were adopted, the latest first."""
    return _listed(reader, ISSUED_PAPER.c.year == year, ISSUED_PAPER.c.paper == ADOPTED)


def _listed(reader: Connection, *where: Any) -> tuple[Issued, ...]:  # noqa: ANN401
    columns = ISSUED_PAPER.c
    wanted = select(*(columns[name] for name in Issued._fields)).where(*where)
    order = (columns.day.desc(), columns.version.desc(), columns.id.desc())
    return tuple(Issued(*row) for row in reader.execute(wanted.order_by(*order)))


def letter_about(
    reader: Connection, paper: str, grant_id: str, decision_id: object = None
) -> str | None:
    """Return the id of the letter of a kind that was issued about a grant's decision, the latest.

    ``decision_id`` None is the decision that such a letter is about when none is named.
    """
    found = [each for each in issued_letters_of(reader, grant_id) if each.paper == paper]
    if found and decision_id is None:
        grant = grant_view(reader, grant_id).sheet
        claim = paper == CLAIM_LETTER
        decision_id = (reclaim_of(grant) if claim else decision_of(grant, None)).id
    return next((each.id for each in found if each.decision_id == decision_id), None)


def issued_about(
    reader: Connection, paper: str, meeting_id: str, audience: object = None
) -> str | None:
    """Return the id of the paper of a meeting that holds, for one audience.

    Where none is asked for it is the one that everybody may read, if there is one. Of §§
    that were approved at once it is the latest.
    """
    columns = ISSUED_PAPER.c
    holding = select(columns.id).where(
        columns.meeting_id == meeting_id, columns.paper == paper,
        columns.state == IssueState.ISSUED,
    )  # fmt: skip
    if audience is not None and paper not in MINUTES_PAPERS:
        holding = holding.where(columns.audience == audience)
    order = (columns.audience.desc(), columns.issued_at.desc(), columns.version.desc())
    return reader.scalar(holding.order_by(*order).limit(1))


def issued_rows(reader: Connection, meeting_id: str) -> dict[str, str]:
    """Return the rows of the kallelse that holds, by their ids, with the numbers they have.

    Of two prints that for those who are called is asked: both have the same rows.
    """
    issued = issued_about(reader, CALL_PAPER, meeting_id)
    if issued is None:
        return {}
    items = issued_content(reader, issued).content.meeting.items
    return {each.id: each.number_typed for each in items}


def next_version(reader: Connection, paper: str, **about: object) -> int:
    """Return the number of the next paper of a kind about the same thing."""
    columns = ISSUED_PAPER.c
    same = [columns[name] == value for name, value in about.items()]
    last = reader.scalar(select(func.max(columns.version)).where(columns.paper == paper, *same))
    return (last or 0) + 1
