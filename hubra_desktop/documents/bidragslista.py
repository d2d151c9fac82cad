"""The bidragslista: every grant of a year, or of all years, with its outcome.

It is the compilation that anybody may ask for (Tryckfrihetsförordningen 2 kap. 6-7 §§), so
it names associations and no persons. Sums come from ``model.money``.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from hubra_desktop.documents.kit.figure_table import (
    Columns,
    FigureGroup,
    FigureLine,
    filled_columns,
)
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.documents.money_text import UNKNOWN, at_least
from hubra_desktop.documents.official import OfficialPaper, Sender, on_fitting_sheet
from hubra_desktop.model.money.amounts import digits, kronor
from hubra_desktop.model.money.grant_list import decision_texts, elsewhere, elsewhere_text
from hubra_desktop.model.money.grants import Moved, Standing, governing
from hubra_desktop.model.money.terms import GrantKind, Verdict
from hubra_desktop.model.money.totals import Totals, totals
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.money import Grant
from hubra_desktop.model.swedish import EN_DASH, capitalised, short_date, sort_key
from hubra_desktop.model.words import swedish_word

_COLUMNS: Final[Columns] = {
    "Förening och ändamål": 0.36, "Läge": 0.16, "Beslut": 0.24, "Redovisning": 0.24,
    **dict.fromkeys(("Sökt", "Beviljat", "Utbetalt", "Återbetalt", "Netto"), 0.0),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ListedGrant:
    """A grant of the list, the association's name, where it stands, and what was booked."""

    grant: Grant
    applicant: str
    standing: Standing
    ledger: Moved = field(default_factory=Moved)


@dataclass(frozen=True, kw_only=True)
class GrantList:
    """A list of grants: those of ``year``, of all years when it is None.

    ``body`` is the council.
    """

    sender: Sender
    lines: tuple[ListedGrant, ...] = ()
    year: int | None = None
    body: str = ""
    draft: bool = False


def bidragslista_manuscript(
    grants: GrantList, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the list."""

    def write(wide: bool) -> tuple[OfficialPaper, Manuscript]:
        paper = OfficialPaper(
            style, grants.sender, draft=grants.draft, text_size=text_size, wide=wide
        )
        return paper, _written(paper, grants)

    return on_fitting_sheet(write)


def _written(paper: OfficialPaper, grants: GrantList) -> Manuscript:
    title = f"Bidrag {grants.year}" if grants.year else _all_years(grants.lines)
    whole = totals(line.standing for line in grants.lines)
    paper.begin(title)
    _in_short(paper, grants, whole)
    if grants.lines:
        summed = FigureGroup("", (), _summed("Summa", whole))
        columns, (*groups, last) = filled_columns(_COLUMNS, [*_groups(grants), summed])
        paper.table(columns, groups, total=last.total, level=2, caption="Belopp i kronor")
        paper.prose(_remarks(grants.lines, whole))
    year = max((line.grant.year for line in grants.lines), default=grants.year or 1)
    return paper.finish(
        title=f"{title}, {grants.body}".rstrip(", "),
        subject=f"Alla bidrag med beslut, utbetalning och redovisning: {title.lower()}",
        day=dt.date(year, 12, 31),
    )  # fmt: skip


def _all_years(lines: Sequence[ListedGrant]) -> str:
    years = sorted({line.grant.year for line in lines})
    if not years:
        return "Bidrag"
    first, last = years[0], years[-1]
    return f"Bidrag {first}" if first == last else f"Bidrag {first}{EN_DASH}{last}"


def _in_short(paper: OfficialPaper, grants: GrantList, whole: Totals) -> None:
    """Add the totals before the rows."""
    if not grants.lines:
        when = f" {grants.year}" if grants.year else ""
        paper.prose(f"Inga bidrag är registrerade{when}.")
        return
    facts = [
        StatedFact("Antal bidrag", str(whole.count)),
        StatedFact("Beviljat", _known(whole.granted, whole.granted_known, kronor)),
        StatedFact("Utbetalt", kronor(whole.paid)),
        StatedFact("Återbetalt", kronor(whole.repaid)),
        StatedFact("Netto", kronor(whole.net)),
        StatedFact("Kvar att återbetala", kronor(whole.rest) if whole.rest else ""),
    ]
    paper.facts(facts, across=True)


def _known(ore: int | None, known: bool, write: Callable[[int], str] = digits) -> str:
    """Write an amount that is known, known at least, or not known."""
    if ore is None or not (known or ore):
        return UNKNOWN
    return at_least(ore, known=known, write=write)


def _groups(grants: GrantList) -> Iterator[FigureGroup]:
    """Part the grants: a year's by kind, those of all years by year; each group summed."""
    by_kind = grants.year is not None
    lines = sorted(grants.lines, key=lambda line: _order(line, by_kind))
    for _, members in groupby(lines, key=lambda line: _order(line, by_kind)[0]):
        group = tuple(members)
        first = group[0].grant
        name = swedish_word(first.kind) if by_kind else str(first.year)
        summed = _summed(f"Summa {name}", totals(line.standing for line in group))
        yield FigureGroup(capitalised(name), [FigureLine(_cells(line)) for line in group], summed)


def _order(line: ListedGrant, by_kind: bool) -> tuple[int, object]:
    first = list(GrantKind).index(line.grant.kind) if by_kind else line.grant.year
    return first, (sort_key(line.applicant), sort_key(line.grant.title), line.grant.id)


def _cells(line: ListedGrant) -> list[str | list[Piece]]:
    now = line.standing
    title = line.grant.title.strip() or line.grant.purpose.strip()
    name = [Piece(line.applicant.strip() or "Förening utan namn", bold=True)]
    apart = elsewhere_text(elsewhere([(line.grant, line.ledger)]))
    more = [Piece(f"\n{text}", quiet=text is apart) for text in (title, apart) if text]
    return [
        [*name, *more],
        capitalised(swedish_word(now.state)),
        _decided(line.grant),
        _reported(line.grant),
        _known(now.applied, known=True),
        _granted(line.grant, now),
        digits(now.paid),
        digits(now.repaid),
        digits(now.net),
    ]


def _granted(grant: Grant, now: Standing) -> str:
    if governing(grant) is None:
        return ""
    return _known(now.granted, now.granted_known)


def _decided(grant: Grant) -> str:
    """Write who decided about the grant, when, and the paragraph; each decision on its line."""
    return "\n".join(decision_texts(grant))


def _reported(grant: Grant) -> str:
    if grant.report_received:
        verdict = "" if grant.verdict is Verdict.NONE else f", {swedish_word(grant.verdict)}"
        known = grant.accounted_ore is not None
        accounted = f", redovisat {kronor(grant.accounted_ore or 0)}" if known else ""
        return f"Inkom {short_date(grant.report_received)}{verdict}{accounted}"
    return f"Senast {short_date(grant.report_due)}" if grant.report_due else ""


def _summed(name: str, whole: Totals) -> tuple[str, ...]:
    stated = (whole.applied, whole.applied_known), (whole.granted, whole.granted_known)
    sums = (_known(ore, known) for ore, known in stated)
    moved = (whole.paid, whole.repaid, whole.net)
    return name, "", "", "", *sums, *(digits(each) for each in moved)


def _remarks(lines: Sequence[ListedGrant], whole: Totals) -> str:
    """Explain the figures, and tell what of the sums was booked in other years."""
    text = "Netto är det som är utbetalt minus det som är återbetalt."
    apart = elsewhere_text(elsewhere((line.grant, line.ledger) for line in lines))
    if apart:
        text += f" Av summorna står en del i andra år än bidragets eget. {apart}."
    if not (whole.applied_known and whole.granted_known):
        text += (
            f" Där det står ”{UNKNOWN}” är beloppet inte känt; summan är då minst det som är känt."
        )
    return text
