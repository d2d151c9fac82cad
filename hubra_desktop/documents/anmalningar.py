"""Anmälningar: the delegated decisions and the messages that are reported to one meeting."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.compose import Text
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, filled_columns
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.minutes.minutes_terms import ReportedKind
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.minutes import ReportedMatter
from hubra_desktop.model.swedish import long_date, short_date

_SECTIONS: Final = (
    (ReportedKind.DELEGATED, "Delegationsbeslut", "Beslut"),
    (ReportedKind.MESSAGE, "Meddelanden", "Handling"),
)


@dataclass(frozen=True, kw_only=True)
class ReportedPaper:
    """What is reported to the meeting of ``meeting_day``; ``sender.date`` is the paper's day."""

    sender: Sender
    meeting_day: dt.date
    matters: tuple[ReportedMatter, ...]
    body: str = ""


def anmalningar_manuscript(
    paper: ReportedPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the list."""
    return _Writer(style, paper, text_size).manuscript()


class _Writer(OfficialPaper):
    """Writes one list; used once."""

    def __init__(self, style: HouseStyle, paper: ReportedPaper, text_size: float | None) -> None:
        super().__init__(style, paper.sender, text_size=text_size)
        self.paper = paper

    def manuscript(self) -> Manuscript:
        day = long_date(self.paper.meeting_day)
        self.begin(f"Anmälningar till sammanträdet {day}")
        for kind, title, column in _SECTIONS:
            matters = [each for each in self.paper.matters if each.kind is kind]
            if matters:
                self.section(title)
                self._list(column, matters)
        return self.finish(
            title=f"Anmälningar till sammanträdet {day}, {self.paper.body}".rstrip(", "),
            subject="Delegationsbeslut och meddelanden som anmäls till sammanträdet",
            day=self.paper.sender.date or self.paper.meeting_day,
        )

    def _list(self, column: str, matters: Sequence[ReportedMatter]) -> None:
        columns = {
            column: 0.4, "Datum": 0.14, "Diarienummer": 0.18, "Från": 0.16, "Delegation": 0.12,
        }  # fmt: skip
        lines = [FigureLine(tuple(_cells(each))) for each in matters]
        kept, groups = filled_columns(columns, [FigureGroup("", lines)])
        self.table(kept, groups)


def _cells(matter: ReportedMatter) -> Sequence[Text]:
    return (
        matter.title.strip() or "(utan rubrik)",
        short_date(matter.day) if matter.day else "",
        matter.case_number,
        matter.sender,
        matter.delegation_point,
    )
