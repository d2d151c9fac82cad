"""Delgivning: who is told of each decision of a meeting, how, and on which days it was done."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, filled_columns
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import capitalised, long_date, short_date
from hubra_desktop.model.terms import DeliveryWay
from hubra_desktop.model.words import swedish_word


@dataclass(frozen=True, kw_only=True)
class NoticeEntry:
    """Somebody who is told of the decision of a §, and when it was done."""

    sign: str
    heading: str
    name: str
    way: DeliveryWay = DeliveryWay.EMAIL
    anonymous: bool = False
    due: dt.date | None = None
    sent: dt.date | None = None
    acknowledged: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class NoticesPaper:
    """Who is told of the decisions of a meeting, in the order of the §§."""

    sender: Sender
    meeting_day: dt.date
    entries: tuple[NoticeEntry, ...]
    body: str = ""


def delgivning_manuscript(
    paper: NoticesPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the list."""
    return _Writer(style, paper, text_size).manuscript()


class _Writer(OfficialPaper):
    """Writes one list; used once."""

    def __init__(self, style: HouseStyle, paper: NoticesPaper, text_size: float | None) -> None:
        super().__init__(style, paper.sender, text_size=text_size)
        self.paper = paper

    def manuscript(self) -> Manuscript:
        day = long_date(self.paper.meeting_day)
        self.begin(f"Beslut som delges från sammanträdet {day}")
        columns = {
            "Till": 0.34, "Sätt": 0.16, "Senast": 0.16, "Skickat": 0.17, "Mottaget": 0.17,
        }  # fmt: skip
        grouped = groupby(self.paper.entries, key=lambda each: (each.sign, each.heading))
        groups = [
            FigureGroup(" ".join(filter(None, key)), _lines(entries)) for key, entries in grouped
        ]
        self.table(*filled_columns(columns, groups))
        return self.finish(
            title=f"Delgivning av beslut {day}, {self.paper.body}".rstrip(", "),
            subject="Vem som får vilka beslut, hur och när",
            day=self.paper.sender.date or self.paper.meeting_day,
        )


def _lines(entries: Iterable[NoticeEntry]) -> list[FigureLine]:
    return [
        FigureLine((
            _named(each),
            capitalised(swedish_word(each.way)),
            *(short_date(day) if day else "" for day in (each.due, each.sent, each.acknowledged)),
        ))
        for each in entries
    ]  # fmt: skip


def _named(entry: NoticeEntry) -> str:
    name = entry.name.strip() or "(ingen angiven)"
    return f"{name}, utan namn" if entry.anonymous else name
