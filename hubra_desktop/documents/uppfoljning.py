"""Uppföljning: what is to be done after the council's decisions, and how far it has come.

It may be laid before the council as it is: of what was decided behind closed doors it tells
that something is followed up, and no more.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from hubra_desktop.documents.kit.compose import Text
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.language import swedish
from hubra_desktop.model.matter_life import CLOSED_DOORS
from hubra_desktop.model.minutes.follow_up_rules import is_overdue
from hubra_desktop.model.minutes.minutes_terms import OPEN_FOLLOW_UPS
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import capitalised, date_in_text, short_date
from hubra_desktop.model.words import swedish_word

_COLUMNS: Final = {"Vad som ska göras": 0.37, "Beslutat": 0.13, "Vem och när": 0.2, "Läge": 0.3}


class FollowedUp(NamedTuple):
    """A follow-up to print: who has to act, and the § and the day of the decision."""

    item: FollowUp
    owner: str
    number: int | None
    day: dt.date | None
    closed: bool


@dataclass(frozen=True, kw_only=True)
class FollowUpPaper:
    """What is followed up, as it stood on ``day``; ``year`` is None for what is open alone."""

    sender: Sender
    rows: tuple[FollowedUp, ...]
    day: dt.date
    year: int | None = None
    body: str = ""


def uppfoljning_manuscript(
    paper: FollowUpPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the list."""
    return _Writer(style, paper, text_size).manuscript()


class _Writer(OfficialPaper):
    """Writes one list; used once."""

    def __init__(self, style: HouseStyle, paper: FollowUpPaper, text_size: float | None) -> None:
        super().__init__(style, paper.sender, text_size=text_size)
        self.paper = paper

    def manuscript(self) -> Manuscript:
        year = f" {self.paper.year}" if self.paper.year else ""
        title = f"Uppföljning av beslut{year}"
        self.begin(title)
        self._lists()
        return self.finish(
            title=f"{title}, {self.paper.body}".rstrip(", "),
            subject=f"Vad som ska göras efter rådets beslut, läget {short_date(self.paper.day)}",
            day=self.paper.day,
        )

    def _lists(self) -> None:
        rows, day = self.paper.rows, self.paper.day
        if not rows:
            self.prose("Det finns inget att följa upp.")
            return
        open_ = [row for row in rows if row.item.state in OPEN_FOLLOW_UPS]
        late = [row for row in open_ if is_overdue(row.item, day)]
        self.prose(_summary(len(open_), len(late), day))
        self._list("Skulle ha varit klart", late)
        self._list("Att göra", [row for row in open_ if row not in late])
        self._list("Avslutat", [row for row in rows if row not in open_])

    def _list(self, heading: str, rows: Sequence[FollowedUp]) -> None:
        if rows:
            self.section(heading)
            lines = [FigureLine(_cells(each)) for each in rows]
            alike = [_cells(each) for each in self.paper.rows]
            self.table(_COLUMNS, [FigureGroup("", lines)], alike=alike)


def _summary(open_: int, late: int, day: dt.date) -> str:
    if not open_:
        return f"Allt var gjort {date_in_text(day)}."
    told = f"{open_} {'sak' if open_ == 1 else 'saker'} återstod att göra {date_in_text(day)}"
    if late:
        told += f", varav {late} skulle ha varit {'klar' if late == 1 else 'klara'}"
    return f"{told}."


def _cells(row: FollowedUp) -> tuple[Text, ...]:
    item = row.item
    day = row.day or item.created_on
    number = f"§\u00a0{row.number}" if row.number is not None else ""
    decided = ", ".join(part for part in (number, short_date(day) if day else "") if part)
    what = swedish(CLOSED_DOORS) if row.closed else item.text or "(utan text)"
    due = f"senast {short_date(item.due)}" if item.due else ""
    owner = "" if row.closed else row.owner
    who = ", ".join(part for part in (owner, due) if part)
    return what, decided, capitalised(who), _standing(row)


def _standing(row: FollowedUp) -> str:
    """Write how far something has come: its state, why, and what was reported last."""
    item = row.item
    done = f" {short_date(item.done_on)}" if item.done_on else ""
    parts = [f"{capitalised(swedish_word(item.state))}{done}."]
    if row.closed:
        return parts[0]
    if item.reason.strip():
        parts.append(_sentence(item.reason))
    if item.reports:
        last = item.reports[-1]
        parts.append(f"Rapport {short_date(last.day)}: {_sentence(last.text)}")
    return " ".join(parts)


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?")) else f"{line}."
