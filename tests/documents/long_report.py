"""A made-up annual report of any length, with everything that a council's papers hold.

Tests print it to look for faults that only many pages show, benchmarks to measure
what a long document costs. The same length always gives the same words.
"""

from datetime import date
from random import Random

from hubra_desktop.documents.kit.blocks import Block
from hubra_desktop.documents.kit.compose import data_table, heading, illustration, listing, prose
from hubra_desktop.documents.kit.house import Letterhead
from hubra_desktop.documents.kit.metadata import Metadata
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import document
from tests.documents.samples import HOUSE, picture

META = Metadata(
    "Verksamhetsberättelse 2024", "Lövstabro kommun", "Årets brottsförebyggande arbete",
    date(2025, 2, 12),
)  # fmt: skip
AREAS = (
    "Våld i offentlig miljö", "Våld i nära relationer", "Narkotika och unga",
    "Trygghet i skolan", "Bostadsinbrott och grannsamverkan", "Trygga stadsmiljöer",
    "Föreningsliv och fritid", "Hedersrelaterat förtryck", "Arbetsplatskriminalitet",
    "Trafik och nedskräpning",
)  # fmt: skip
SENTENCES = (
    "Rådet har under året följt utvecklingen tillsammans med polisen och stadsdelarna.",
    "Antalet anmälda brott har minskat något, men oron bland de boende består.",
    "Arbetet bygger på den samverkansöverenskommelse som kommunstyrelsen antog i mars.",
    "Fältgruppen har varit ute fler kvällar än tidigare, framför allt kring skolavslutningen.",
    "Natur- och byggnadsnämnden har bytt belysning på fyra gångvägar efter trygghetsvandringar.",
    "Socialtjänsten bedömer att de tidiga insatserna når fler familjer än för två år sedan.",
    "Underlaget är litet och siffrorna bör läsas med försiktighet.",
    "Föreningarna har fått 264\u00a0000 kronor i bidrag för kvällsöppna lokaler.",
    "Enligt kommunens medborgarundersökning känner sig fler trygga vid stationen.",
    "En lägesbild tas fram varje vecka och delas mellan skola, socialtjänst, polis och fritid.",
    "Insatsen utvärderas under våren och redovisas för rådet i september.",
    "Kostnaden ryms inom rådets ram för brottsförebyggande åtgärder.",
)
STEPS = (
    "Trygghetsvandringar i samtliga stadsdelar, två kvällar på våren och två på hösten",
    "Utbildning för föreningsledare i att upptäcka rekrytering till kriminella nätverk",
    "Gemensam lägesbild varje vecka, se https://www.lovstabro.example/lagesbild",
    "Föräldravandrare vid Sjötorget fredagar och lördagar",
    "Fler vuxna på skolgården och ett nytt schema för rastvakter",
    "Avtal med fastighetsägarna om klottersanering inom ett dygn",
)
BODIES = ("Kommunstyrelsen", "Socialnämnden", "Utbildningsnämnden", "Polisen", "Föreningar")


def long_report(pages_hint: int = 20) -> Manuscript:
    """Write a report of about ``pages_hint`` A4 pages."""
    return _Report(pages_hint).manuscript()


class _Report:
    """Builds one report; used once."""

    def __init__(self, pages_hint: int) -> None:
        self.pages_hint = pages_hint
        self.chance = Random(pages_hint)
        self.root, self.look = document(), Look()
        self.head = Letterhead(
            self.root, HOUSE, self.look, "Lövstabro kommun", "Rapport", draft=False
        )

    def manuscript(self) -> Manuscript:
        blocks: list[Block] = [heading(self.root, 1, "Verksamhetsberättelse 2024", self.look)]
        for place in range(max(1, round(self.pages_hint * 0.62))):
            blocks += self._area(place)
        blocks += self.head.close()
        return Manuscript(self.root, blocks, META, self.head.page(), (self.head.draw,))

    def _area(self, place: int) -> list[Block]:
        name = AREAS[place % len(AREAS)]
        turn = place // len(AREAS)
        blocks: list[Block] = [
            heading(self.root, 2, f"{name}, del {turn + 1}" if turn else name, self.look)
        ]
        blocks += prose(self.root, self._text(2), self.look)
        blocks.append(heading(self.root, 3, "Insatser under året", self.look))
        blocks += prose(self.root, self._text(1), self.look)
        steps = self.chance.sample(STEPS, 3 + place % 3)
        blocks.append(listing(self.root, steps, self.look, numbered=place % 2 == 0))
        blocks.append(heading(self.root, 3, "Resultat", self.look))
        blocks += prose(self.root, self._text(1), self.look)
        blocks.append(self._table(3 + place * 3 % 14))
        if place % 4 == 1:
            blocks.append(illustration(self.root, picture(), "En grön yta", self.look, 300))
        blocks.append(heading(self.root, 3, "Bedömning", self.look))
        return [*blocks, *prose(self.root, self._text(2), self.look)]

    def _text(self, paragraphs: int) -> str:
        return "\n\n".join(
            " ".join(self.chance.sample(SENTENCES, self.chance.randint(4, 7)))
            for _ in range(paragraphs)
        )

    def _table(self, rows: int) -> Block:
        content = [
            [f"{BODIES[row % len(BODIES)]} {row // len(BODIES) + 1}",
             self.chance.choice(SENTENCES), f"{self.chance.randint(3, 480)}"]
            for row in range(rows)
        ]  # fmt: skip
        widths = tuple(share * self.head.measure for share in (0.26, 0.58, 0.16))
        header = ("Ansvarig", "Kommentar", "Antal")
        return data_table(self.root, header, content, widths, self.look, frozenset({2}))
