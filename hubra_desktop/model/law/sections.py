"""The sections of the law on crime prevention as data: what each asks, and since when.

Told in the program's own words from lag (2023:196) om kommuners ansvar för brottsförebyggande
arbete, as it was read in github.com/se-lex/sfs, 1 September 2025. It is no legal advice.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.language import N_

LAW: Final = "2023:196"
LAW_NAME: Final = N_("Lag (2023:196) om kommuners ansvar för brottsförebyggande arbete")
_BEGIN: Final = dt.date(2023, 7, 1)
_READ: Final = dt.date(2025, 9, 1)
"""When the law was read: a section that came later is asked for from then at the latest."""


@dataclass(frozen=True, kw_only=True)
class LawSection:
    """A section: its number as it is cited, what it is about, what it asks and since when.

    ``by_note`` tells that no record shows how it is followed: somebody has to write it.
    """

    number: str
    title: str
    asks: str
    since: dt.date = _BEGIN
    by_note: bool = False

    @property
    def cited(self) -> str:
        """Return how the section is cited: ``11–12 §§``."""
        return f"{self.number} §§" if "–" in self.number else f"{self.number} §"


SECTIONS: Final = (
    LawSection(
        number="4", title=N_("Lägesbild"),
        asks=N_(
            "Kommunen ska kartlägga brottsligheten i kommunen, dess omfattning och följder, ta in "
            "annan relevant information och analysera den."
        ),
    ),
    LawSection(
        number="5", title=N_("Åtgärdsplan"),
        asks=N_("Kommunen ska utifrån lägesbilden ta ställning till åtgärder och besluta en plan."),
        since=dt.date(2024, 7, 1),
    ),
    LawSection(
        number="6", title=N_("Vartannat år"),
        asks=N_("Lägesbilden ska uppdateras och åtgärdsplanen följas upp minst vartannat år."),
    ),
    LawSection(
        number="7", title=N_("Annan planering"),
        asks=N_(
            "Arbetet ska, där det är lämpligt, integreras med kartläggning, analys och planering "
            "enligt annan lagstiftning."
        ),
        by_note=True,
    ),
    LawSection(
        number="9", title=N_("Överenskommelser om samverkan"),
        asks=N_(
            "Kommunen ska verka för att ingå skriftliga överenskommelser om samverkan, som minst "
            "anger syftet och inom vilka områden."
        ),
    ),
    LawSection(
        number="10", title=N_("Strategiskt råd"),
        asks=N_(
            "Kommunen ska verka för att det finns ett särskilt forum, ett strategiskt råd, som "
            "kommunen leder och där andra aktörer deltar med företrädare i ledande ställning."
        ),
        by_note=True,
    ),
    LawSection(
        number="11–12", title=N_("Samordningsfunktion"),
        asks=N_(
            "Det ska finnas en samordningsfunktion som samordnar arbetet, är kontaktpunkt och "
            "sprider information."
        ),
        by_note=True,
    ),
    LawSection(
        number="13", title=N_("Ledning och rapport till fullmäktige"),
        asks=N_(
            "Kommunstyrelsen, eller den nämnd som fullmäktige väljer, ska leda arbetet och löpande "
            "rapportera till fullmäktige."
        ),
    ),
    LawSection(
        number="14", title=N_("Kamerabevakning"),
        asks=N_("Paragrafen gäller kamerabevakning för trygga allmänna platser (2025:223)."),
        since=_READ, by_note=True,
    ),
)  # fmt: skip
"""The sections that ask something, in order."""


def sections_on(day: dt.date) -> tuple[LawSection, ...]:
    """Return the sections that hold on a day."""
    return tuple(each for each in SECTIONS if each.since <= day)
