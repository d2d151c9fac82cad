"""The recovery sheet of a register that is locked with a passphrase: its key, and how to use it.

It is printed when the passphrase is chosen and is kept nowhere else.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.compose import listing
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.records.meeting import HouseStyle

_TITLE: Final = "Återställningsblad"
_IN_ROW: Final = 4
_STEPS: Final = (
    "Öppna registret i Hubra och välj ”Använd återställningsbladet…” där lösenfrasen efterfrågas.",
    "Skriv alla grupper i följd. Mellanrum och små bokstäver går bra. Vid fel sägs vilken grupp.",
    "Välj en ny lösenfras under Arkiv, Lösenfras, och skriv ut ett nytt blad.",
    "Riv det här bladet. Det gäller inte längre när lösenfrasen är ändrad.",
)


@dataclass(frozen=True, kw_only=True)
class RecoverySheet:
    """What stands on a sheet: whose register and which file, the day, and the key in groups."""

    organisation: str
    file_name: str
    day: dt.date
    groups: Sequence[str]


def aterstallningsblad_manuscript(
    sheet: RecoverySheet, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the sheet."""
    return _Blad(style, sheet, text_size).manuscript()


class _Blad(OfficialPaper):
    """Writes one sheet; used once."""

    def __init__(self, style: HouseStyle, sheet: RecoverySheet, text_size: float | None) -> None:
        sender = Sender(kind=_TITLE, administration=sheet.organisation, date=sheet.day)
        super().__init__(style, sender, text_size=text_size)
        self.sheet = sheet

    def manuscript(self) -> Manuscript:
        self.begin(f"{_TITLE} för {self.sheet.organisation or self.sheet.file_name}")
        self.line(
            "Lås in bladet. Den som har både bladet och filen kan läsa hela registret.",
            self.look.style(bold=True),
        )
        self.prose(
            "Registret är låst med en lösenfras. Glöms den öppnar bara nyckeln på det här bladet "
            "registret och dess säkerhetskopior. Nyckeln finns ingen annanstans, och ingen kan ta "
            "fram den i efterhand."
        )
        self.facts(
            [
                StatedFact("Register", self.sheet.organisation),
                StatedFact("Fil", self.sheet.file_name),
            ]
        )
        self.section("Nyckel")
        self.facts([StatedFact(*row) for row in self._rows()])
        self.prose(
            "Nyckeln har siffror och stora bokstäver, men aldrig I, L, O eller U: det som liknar "
            "ett O är noll, det som liknar ett I är ett."
        )
        self.section("Så öppnar du registret med bladet")
        self.add(listing(self.root, _STEPS, self.look, numbered=True))
        name = self.sheet.organisation or self.sheet.file_name
        return self.finish(
            title=f"{_TITLE}, {name}", subject="Nyckel till ett låst register", day=self.sheet.day
        )

    def _rows(self) -> list[tuple[str, str]]:
        """Return the groups some at a time, each row with the numbers of its groups."""
        groups, rows = self.sheet.groups, list[tuple[str, str]]()
        for first in range(0, len(groups), _IN_ROW):
            some = groups[first : first + _IN_ROW]
            last = first + len(some)
            numbers = f"Grupp {first + 1}–{last}" if len(some) > 1 else f"Grupp {last}"
            rows.append((numbers, "\u2003".join(some)))
        return rows
