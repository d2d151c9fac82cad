"""Ärendekort: one matter with its numbers, what waits of it, and its whole life.

It is an official paper that anybody may read: of what is behind closed doors it tells no more
than what is printed of it elsewhere.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.compose import Text
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.language import swedish
from hubra_desktop.model.matter_life import (
    CLOSED_DOORS,
    MatterLine,
    matter_line_text,
    public_matter_line,
)
from hubra_desktop.model.records.council import BacklogItem, Matter, MatterAlias
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import swedish_word

_DAY: Final = 0.17


@dataclass(frozen=True, kw_only=True)
class MatterPaper:
    """A matter to print, as it stood on ``day``; ``body`` is the council."""

    sender: Sender
    matter: Matter
    aliases: tuple[MatterAlias, ...]
    responsible: str
    life: tuple[MatterLine, ...]
    waiting: tuple[BacklogItem, ...]
    day: dt.date
    body: str = ""


def matter_manuscript(
    paper: MatterPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the card of a matter."""
    return _Writer(style, paper, text_size).manuscript()


class _Writer(OfficialPaper):
    """Writes one matter; used once."""

    def __init__(self, style: HouseStyle, paper: MatterPaper, text_size: float | None) -> None:
        super().__init__(style, paper.sender, text_size=text_size)
        self.paper, self.matter = paper, paper.matter

    def manuscript(self) -> Manuscript:
        title = self.matter.title or f"Ärende {self.matter.case_number}".strip()
        self.begin(title)
        self._facts()
        if self.paper.aliases:
            self._numbers()
        if self.paper.waiting:
            self._waiting()
        self._life()
        return self.finish(
            title=f"Ärendekort: {title}, {self.paper.body}".rstrip(", "),
            subject=f"Ärendets gång {self.matter.case_number}".strip(),
            day=self.paper.day,
        )

    def _facts(self) -> None:
        matter = self.matter
        self.facts(
            (
                StatedFact("Läge", capitalised(swedish_word(matter.state))),
                StatedFact("Slag", capitalised(matter.kind)),
                StatedFact("Öppnat", _day(matter.opened)),
                StatedFact("Avslutat", _day(matter.closed_on)),
                StatedFact("Ansvarig", self.paper.responsible),
                StatedFact("Bevarande", capitalised(matter.retention)),
            )
        )

    def _numbers(self) -> None:
        self.section("Andra diarienummer")
        rows = [(each.case_number, each.reason or "Skäl saknas") for each in self.paper.aliases]
        self._rows({"Nummer": 0.3, "Varför": 0.7}, rows)

    def _waiting(self) -> None:
        self.section("Väntar på ett senare sammanträde")
        rows = [
            (
                swedish(CLOSED_DOORS) if each.closed else each.title,
                capitalised(swedish_word(each.kind)),
                _day(each.wanted_by),
            )
            for each in self.paper.waiting
        ]
        self._rows({"Vad": 0.55, "Varför": 0.25, "Senast": 0.2}, rows)

    def _life(self) -> None:
        self.section("Ärendets gång")
        rows = [
            (_day(each.day) or "Ingen dag", matter_line_text(public_matter_line(each), swedish))
            for each in self.paper.life
        ]
        if rows:
            self._rows({"Dag": _DAY, "Vad": 1 - _DAY}, rows)
        else:
            self.prose("Inget i registret bär ärendets nummer.")

    def _rows(self, columns: dict[str, float], rows: Iterable[Sequence[Text]]) -> None:
        self.table(columns, [FigureGroup("", [FigureLine(tuple(row)) for row in rows])])


def _day(day: dt.date | None) -> str:
    return short_date(day) if day else ""
