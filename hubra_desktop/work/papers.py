"""All papers that the program makes, in one table, and the one way to render them.

A paper is made in three steps: ``collect`` reads all it needs from the register and returns
one frozen value, ``compose`` sets that value out as a manuscript, ``render`` makes bytes of
it. Only the first needs a connection, so a job reads in one short transaction and lets go of
the register before it works. Adding a paper is one entry in ``PAPERS``.

The command line reads this table to know its words, so nothing heavy is imported here
before a paper is made.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.file_names import file_name
from hubra_desktop.work import allowance_papers as paid
from hubra_desktop.work import approval_papers as approval
from hubra_desktop.work import attendance_papers as attendance
from hubra_desktop.work import extract_papers as extracts
from hubra_desktop.work import follow_up_papers as followed
from hubra_desktop.work import law_papers as law
from hubra_desktop.work import matter_papers as matters
from hubra_desktop.work import minutes_papers as minutes
from hubra_desktop.work import money_papers as yearly
from hubra_desktop.work import paper_contents as of
from hubra_desktop.work import people_papers as people
from hubra_desktop.work import reported_papers as reported
from hubra_desktop.work.calling import call_papers as calls
from hubra_desktop.work.calling import dispatch_papers as sent

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.kit.render import Manuscript, Places
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.model.records.reports import Report
    from hubra_desktop.model.reports.year import YearSheets


class About(StrEnum):
    """What a paper is asked for by: the id of a meeting, grant, matter or §, a year, a day."""

    MEETING = "meeting"
    YEAR = "year"
    GRANT = "grant"
    MATTER = "matter"
    DAY = "day"
    SECTION = "section"


@dataclass(frozen=True)
class PaperForm:
    """How a paper is made: as a PDF (for the archive), or as a web page.

    With ``data`` the PDF carries what it says as a file in it, for another register.

    ``text_size`` in points is for large print, None for the ordinary. A web page carries
    no data.
    """

    text_size: float | None = None
    html: bool = False
    data: bool = False


ORDINARY: Final = PaperForm()


@dataclass(frozen=True)
class Collected:
    """All that one paper says, apart from the register: equal values give equal papers.

    ``name`` is the paper's in ``PAPERS``, ``content`` what its ``collect`` returns. ``pdf``
    are the bytes of a paper that was issued and kept to the byte: the ordinary print of it.
    ``lost`` says why there are none although there should be.
    """

    name: str
    content: Any
    style: "HouseStyle"
    pdf: bytes = b""
    lost: str = ""

    def file_name(self, *, large: bool = False) -> str:
        """Return the name that the paper's PDF is offered to be saved under."""
        from hubra_desktop.model.paper_style import is_exercise

        title = PAPERS[self.name].title(self.content)
        if is_exercise(self.style):
            title = f"Övning {title}"
        return file_name(title, f"{' stor stil' if large else ''}.pdf")


@dataclass(frozen=True)
class Paper:
    """One kind of paper.

    ``collect`` takes a connection and what the paper is ``about``, and returns its content;
    it raises InputError where there is nothing to print. ``compose`` makes a manuscript of
    the content. ``title`` begins the file's name. ``words`` are other names for the paper
    on the command line.
    """

    about: About
    collect: Callable[..., Any]
    compose: "Callable[[Any, HouseStyle, PaperForm], Manuscript]"
    title: Callable[[Any], str]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class PaperRequest:
    """A paper that is wanted of the register: its name in ``PAPERS`` and what it is about."""

    name: str
    about: str | int | None
    options: tuple[tuple[str, Any], ...] = ()

    def collect(self, reader: "Connection") -> Collected:
        """Read what the paper says."""
        return collect(reader, self.name, self.about, **dict(self.options))


def collect(
    reader: "Connection", name: str, about: str | int | None, **options: object
) -> Collected:
    """Read all that a paper says, in the transaction that is open.

    ``issued`` is the id of a kept paper, which is given back as it was. A letter or a kallelse
    that was issued is given back so too, unless ``options`` ask for one of today: for a
    kallelse ``draft`` asks for the next version. How to reach somebody who is protected is in
    no paper that is made anew. Raises InputError where there is nothing to
    print.
    """
    from hubra_desktop.work.queries.protection import guard
    from hubra_desktop.work.queries.register import paper_style

    issued = options.pop("issued", None) or _issued(reader, name, about, options)
    if issued is not None:
        from hubra_desktop.work.issued_papers import issued_paper, printed_for

        return printed_for(issued_paper(reader, str(issued)), options.get("audience"))
    content = guard(reader).value(PAPERS[name].collect(reader, about, **options))
    return Collected(name, content, paper_style(reader))


def _issued(
    reader: "Connection", name: str, about: str | int | None, options: dict[str, object]
) -> str | None:
    """Return the id of the paper that was issued, unless another one is asked for."""
    if PAPERS[name].about is About.MEETING:
        return None if options.pop("draft", False) else _issued_call(reader, name, about, options)
    if PAPERS[name].about is not About.GRANT or options.get("options") is not None:
        return None
    from hubra_desktop.work.issued_papers import letter_about

    return letter_about(reader, name, str(about), options.get("decision_id"))


def _issued_call(
    reader: "Connection", name: str, about: str | int | None, options: dict[str, object]
) -> str | None:
    from hubra_desktop.work.issued_papers import issued_about

    return issued_about(reader, name, str(about), options.get("audience"))


def render(paper: Collected, form: PaperForm = ORDINARY) -> bytes:
    """Return a paper as PDF or as one HTML page in UTF-8 with the same words.

    Needs no connection. Raises InputError for text that cannot be printed.
    """
    from hubra_desktop.documents.kit.html import to_html
    from hubra_desktop.documents.kit.render import to_pdf

    if form == ORDINARY and paper.lost:
        raise InputError(paper.lost)
    if form == ORDINARY and paper.pdf:
        return paper.pdf
    if form.html:
        # A web page is read in the reader's own window: it is composed at the ordinary size.
        ordinary = set_out(paper, PaperForm(html=True))
        return to_html(ordinary, form.text_size).encode()
    return to_pdf(set_out(paper, form))


def render_counted(paper: Collected) -> tuple[bytes, int]:
    """Return a paper as PDF, composed anew, and how many pages it has."""
    from hubra_desktop.documents.kit.render import counted_pdf

    return counted_pdf(set_out(paper, ORDINARY))


def render_placed(paper: Collected) -> "tuple[bytes, Places]":
    """Return a paper as PDF, and where on its pages what is written in it stands.

    Of one that was issued it is the very file, where no place is known.
    """
    from hubra_desktop.documents.kit.render import placed_pdf

    if paper.pdf:
        return paper.pdf, {}

    return placed_pdf(set_out(paper, ORDINARY))


def set_out(paper: Collected, form: PaperForm) -> "Manuscript":
    """Set out a paper, with what its register's papers share."""
    from hubra_desktop.model.paper_style import PaperStyle

    manuscript = PAPERS[paper.name].compose(paper.content, paper.style, form)
    style = paper.style
    manuscript = replace(manuscript, accent=style.accent)
    if not isinstance(style, PaperStyle):
        return manuscript
    latest = style.changed or dt.date.today()
    meta = replace(manuscript.meta, day=min(manuscript.meta.day, latest))
    return replace(manuscript, meta=meta, abbreviations=style.abbreviations)


REPORT_NAMES: Final = {
    "annual_report": "verksamhetsberattelse",
    "activity_plan": "verksamhetsplan",
    "statement": "tjansteutlatande",
}
"""What the kinds of written papers are called in ``PAPERS``."""


def report_paper(report: "Report", year: "YearSheets", style: "HouseStyle") -> Collected:
    """Return a written paper as it is while it is being written."""
    return Collected(REPORT_NAMES[report.kind], of.ReportContent(report, year), style)


PAPERS: Final[dict[str, Paper]] = {
    "kallelse": Paper(
        About.MEETING, calls.collect_kallelse, calls.compose_kallelse,
        calls.call_title("Kallelse", versions=True),
    ),
    "andring": Paper(
        About.MEETING, calls.collect_notice("changes"), calls.compose_notice("andring"),
        calls.call_title("Ändring i kallelsen", versions=True, of_rows=True),
        ("ändring", "changes"),
    ),
    "tillagg": Paper(
        About.MEETING, calls.collect_notice("addition"), calls.compose_notice("tillagg"),
        calls.call_title("Tilläggslista", of_rows=True), ("tilläggslista", "addition"),
    ),
    "installt": Paper(
        About.MEETING, calls.collect_notice("cancelled"), calls.compose_notice("installt"),
        calls.call_title("Inställt sammanträde"), ("inställt", "cancelled"),
    ),
    "flyttat": Paper(
        About.MEETING, calls.collect_notice("moved"), calls.compose_notice("flyttat"),
        calls.call_title("Flyttat sammanträde"), ("moved",),
    ),
    "verksamhetsberattelse": Paper(
        About.YEAR, of.collect_report("annual_report"), of.compose_report, of.report_title,
        ("verksamhetsberättelse",),
    ),
    "verksamhetsplan": Paper(
        About.YEAR, of.collect_report("activity_plan"), of.compose_report, of.report_title,
        ("plan",),
    ),
    "tjansteutlatande": Paper(
        About.YEAR, of.collect_report("statement"), of.compose_report, of.report_title,
        ("tjänsteutlåtande",),
    ),
    "bidrag": Paper(
        About.YEAR, of.collect_grants, of.compose_grants,
        lambda grants: f"Bidrag {grants.year}" if grants.year else "Bidrag",
        ("grants", "bidragslista"),
    ),
    "budget": Paper(
        About.YEAR, of.collect_budget, of.compose_budget,
        lambda budget: f"{'Huvudbok' if budget.ledger else 'Budget'} {budget.table.year}",
    ),
    "prognos": Paper(
        About.YEAR, yearly.collect_forecast, yearly.compose_forecast,
        lambda paper: f"Prognos {paper.forecast.year}", ("forecast",),
    ),
    "arvoden": Paper(
        About.YEAR, paid.collect_allowances, paid.compose_allowances, paid.allowances_title,
        ("arvodeslista", "allowances"),
    ),
    "avstamning": Paper(
        About.YEAR, yearly.collect_reconciliation, yearly.compose_reconciliation,
        lambda paper: f"Avstämning {paper.reconciliation.year}",
        ("avstämning", "reconciliation"),
    ),
    "arshjul": Paper(
        About.YEAR, of.collect_wheel, of.compose_wheel, lambda year: f"Årshjul {year.wheel.year}",
        ("årshjul",),
    ),
    "uppfoljning": Paper(
        About.YEAR, followed.collect_follow_ups, followed.compose_follow_ups,
        followed.follow_ups_title, ("uppföljning", "followups"),
    ),
    "sammansattning": Paper(
        About.DAY, people.collect_composition, people.compose_composition,
        lambda paper: f"Sammansättning {paper.composition.day.isoformat()}",
        ("sammansättning", "composition"),
    ),
    "beslutsbrev": Paper(
        About.GRANT, of.collect_letter, of.compose_letter,
        lambda letter: f"Beslutsbrev {letter.applicant}",
    ),
    "aterkrav": Paper(
        About.GRANT, of.collect_reclaim, of.compose_reclaim,
        lambda letter: f"Återkrav {letter.applicant}", ("återkrav",),
    ),
    minutes.PROTOKOLL: Paper(
        About.MEETING, minutes.collect_protokoll, minutes.compose_minutes, minutes.minutes_title,
        ("minutes",),
    ),
    minutes.NOTES: Paper(
        About.MEETING, minutes.collect_notes, minutes.compose_minutes, minutes.minutes_title,
        ("notes",),
    ),
    "etiketter": Paper(
        About.MEETING, sent.collect_labels, sent.compose_labels, sent.labels_title, ("labels",),
    ),
    "jobbkort": Paper(
        About.MEETING, sent.collect_job_card, sent.compose_job_card, sent.job_card_title,
        ("jobcard",),
    ),
    "anmalningar": Paper(
        About.MEETING, reported.collect_reported, reported.compose_reported,
        reported.reported_title, ("anmälningar", "reported"),
    ),
    approval.AT_ONCE_PAPER: Paper(
        About.MEETING, approval.collect_at_once, minutes.compose_at_once, approval.at_once_title,
        ("immediate",),
    ),
    "anslag": Paper(
        About.MEETING, approval.collect_announcement, approval.compose_announcement,
        approval.announcement_title, ("announcement",),
    ),
    "underskrifter": Paper(
        About.MEETING, approval.collect_signatures, approval.compose_signatures,
        approval.signatures_title, ("signatures",),
    ),
    "narvarolista": Paper(
        About.MEETING, attendance.collect_attendance, attendance.compose_attendance,
        attendance.attendance_title, ("närvarolista", "attendance"),
    ),
    "utdrag": Paper(
        About.SECTION, extracts.collect_extract, extracts.compose_extract,
        extracts.extract_title, ("protokollsutdrag", "extract"),
    ),
    "delgivning": Paper(
        About.MEETING, extracts.collect_notices, extracts.compose_notices,
        extracts.notices_title, ("delgivningar", "notices"),
    ),
    "lagen": Paper(
        About.YEAR, law.collect_law, law.compose_law,
        lambda paper: f"Så följer vi lagen {paper.facts.day.isoformat()}", ("law",),
    ),
    "arende": Paper(
        About.MATTER, matters.collect_matter, matters.compose_matter, matters.matter_title,
        ("ärende", "ärendekort", "arendekort", "matter"),
    ),
}  # fmt: skip
"""Every paper by its name on the command line."""
