"""Jobbkort: what whoever prints and packs a dispatch is to do: copies, papers, and for whom."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.compose import Text
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, filled_columns
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.records.dispatch import DispatchRecipient
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import capitalised, figure
from hubra_desktop.model.terms import DeliveryWay


@dataclass(frozen=True)
class JobPaper:
    """One paper to print: what it is called, and its pages where they are known.

    ``note`` says what is to be minded: that it is secret, that it is a file of its own.
    """

    title: str
    pages: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class JobCard:
    """What is to be printed and packed.

    ``protected`` are the names of those whose address is written by hand. ``left_out`` are
    papers that are not enclosed, with the reason.
    """

    sender: Sender
    title: str
    when: str
    place: str
    papers: tuple[JobPaper, ...]
    left_out: tuple[JobPaper, ...]
    recipients: tuple[DispatchRecipient, ...]
    protected: tuple[str, ...]
    duplex: bool
    day: dt.date


_PRINTED: Final = (DeliveryWay.POST, DeliveryWay.HAND, DeliveryWay.COLLECT)
_WAYS: Final = {
    DeliveryWay.POST: "Med post",
    DeliveryWay.HAND: "Lämnas i handen",
    DeliveryWay.COLLECT: "Hämtas",
}


def jobbkort_manuscript(
    card: JobCard, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the card."""
    return _Card(style, card, text_size).manuscript()


class _Card(OfficialPaper):
    """Writes one card; used once."""

    def __init__(self, style: HouseStyle, card: JobCard, text_size: float | None) -> None:
        super().__init__(style, card.sender, text_size=text_size)
        self.card = card

    def manuscript(self) -> Manuscript:
        card = self.card
        self.begin(card.title)
        self._copies()
        self._papers()
        for way in _PRINTED:
            self._recipients(way)
        if card.protected:
            self.section("Adressen skrivs för hand")
            self.prose(
                f"{'; '.join(card.protected)}. Uppgifterna är skyddade och står på ingen etikett."
            )
        self.section("Klart")
        self.facts(
            [StatedFact("Utskrivet och packat", "", blank=True), StatedFact("Av", "", blank=True)]
        )
        return self.finish(
            title=f"Jobbkort: {card.title}, {card.sender.administration}".rstrip(", "),
            subject="Utskrift och packning av ett utskick",
            day=card.day,
        )

    def _copies(self) -> None:
        card = self.card
        total = sum(self._count(way) for way in _PRINTED)
        by_way = [StatedFact(_WAYS[way], _many(self._count(way))) for way in _PRINTED]
        mailed = sum(each.way is DeliveryWay.EMAIL for each in card.recipients)
        self.facts(
            (
                StatedFact(
                    "Sammanträde", ", ".join(each for each in (card.when, card.place) if each)
                ),
                StatedFact("Antal exemplar", _many(total) or "Inga"),
                *by_way,
                StatedFact("Utskrift", "Dubbelsidig" if card.duplex else "Enkelsidig"),
                StatedFact("Med e-post, skrivs inte ut", f"{mailed} mottagare" if mailed else ""),
            )
        )

    def _count(self, way: DeliveryWay) -> int:
        return sum(each.copies for each in self.card.recipients if each.way is way)

    def _papers(self) -> None:
        self.section("Det här ska skrivas ut")
        rows = [
            (each.title, figure(each.pages) if each.pages else "", each.note)
            for each in self.card.papers
        ]
        self._rows({"Handling": 0.6, "Sidor": 0.0, "Att tänka på": 0.4}, rows)
        if self.card.left_out:
            self.section("Följer inte med")
            self._rows(
                {"Handling": 0.6, "Varför": 0.4},
                [(each.title, each.note) for each in self.card.left_out],
            )

    def _recipients(self, way: DeliveryWay) -> None:
        found = [each for each in self.card.recipients if each.way is way]
        if not found:
            return
        self.section(_WAYS[way])
        rows = [
            (each.name, capitalised(each.role), _on_one_line(each.address), figure(each.copies))
            for each in found
        ]
        columns = {"Mottagare": 0.3, "Roll": 0.2, "Adress": 0.5, "Exemplar": 0.0}
        self._rows(columns, rows)

    def _rows(self, columns: dict[str, float], rows: Iterable[Sequence[Text]]) -> None:
        lines = [FigureLine(tuple(row)) for row in rows]
        kept, groups = filled_columns(columns, [FigureGroup("", lines)])
        self.table(kept, groups)


def _many(count: int) -> str:
    return f"{count} exemplar" if count else ""


def _on_one_line(text: str) -> str:
    return ", ".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
