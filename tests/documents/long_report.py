"""A made-up annual report of any length, with everything that a council's papers hold.

Tests print it to look for faults that only many pages show, benchmarks to measure
what a long document costs. The same length always gives the same words.
"""

from datetime import date
from random import Random
from typing import Literal

from hubra_desktop.documents.kit.blocks import Block, Break, paragraph
from hubra_desktop.documents.kit.charts import diagram
from hubra_desktop.documents.kit.compose import (
    Headings,
    data_table,
    illustration,
    listing,
    pieces,
    prose,
    subtitle,
)
from hubra_desktop.documents.kit.contents import Contents
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, figure_table
from hubra_desktop.documents.kit.formal import (
    SignatureLine,
    StatedFact,
    closing,
    dateline,
    facts_across,
    stated_facts,
)
from hubra_desktop.documents.kit.letterhead import Letterhead, PaperMark
from hubra_desktop.documents.kit.metadata import Metadata
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.rich import rich
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import document
from hubra_desktop.model.chart import Chart, Series
from hubra_desktop.model.swedish import figure
from tests.documents.reports import SURFACE, Notes
from tests.documents.samples import HOUSE

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


FACTS = (
    StatedFact("Handläggare", "Örjan Ekvall"), StatedFact("Datum", "2025-02-12"),
    StatedFact("Diarienummer", "KS-2025/214.109"),
)  # fmt: skip
BROUGHT = """Den som läser berättelsen bör känna till **tre saker**:

1. Siffrorna är *anmälda* brott, inte begångna.
2. Jämförelser görs med
  - föregående år,
  - snittet för de fem senaste åren.
3. Statistiken hämtas från [Brottsförebyggande rådet](https://www.bra.se).

> Trygghet är att våga gå hem ensam, men också att någon frågar hur det gick.

Frågor om underlaget besvaras av kansliet, hubra@lovstabro.example."""
YEARS = tuple(str(year) for year in range(2017, 2025))


def long_report(pages_hint: int = 20) -> Manuscript:
    """Write a report of about ``pages_hint`` A4 pages (at least six)."""
    return _Report(pages_hint).manuscript()


def short_report() -> Manuscript:
    """Write a report of two pages with the same parts."""
    return _Report(3).short()


class _Report:
    """Builds one report; used once."""

    def __init__(self, pages_hint: int) -> None:
        self.areas = max(1, round((pages_hint - 7) * 0.52))
        self.chance = Random(pages_hint)
        self.root, self.look = document(), Look()
        self.head = Letterhead(
            self.root, HOUSE, self.look, "Lövstabro kommun", "Rapport", marks=(PaperMark.MOVED,)
        )
        self.headings = Headings(self.root, self.look)
        self.notes = Notes(self.look)

    def manuscript(self) -> Manuscript:
        root, look, measure = self.root, self.look, self.head.measure
        blocks: list[Block] = [
            self.headings.add(1, "Verksamhetsberättelse 2024"),
            subtitle(root, "Lövstabros brottsförebyggande råd", look),
            facts_across(root, FACTS, look, measure),
        ]
        contents = Contents(root, look)
        blocks += [contents.block, Break(), *self._introduction()]
        for place in range(self.areas):
            blocks += self._area(place)
        blocks += self._signed()
        blocks += self.notes.close(root)
        blocks += self._appendices()
        blocks += self.head.close()
        contents.close()
        return Manuscript(root, blocks, META, self.head.page(), (self.head.draw,))

    def short(self) -> Manuscript:
        title = self.headings.add(1, "Verksamhetsberättelse 2024")
        blocks = [title, *self._area(1), *self.notes.close(self.root), *self.head.close()]
        return Manuscript(self.root, blocks, META, self.head.page(), (self.head.draw,))

    def _introduction(self) -> list[Block]:
        root, look = self.root, self.look
        text = f"# Om berättelsen\n\n{self._text(1)}\n\n{BROUGHT}"
        blocks = rich(root, text, look, self.headings, self.head.measure)
        blocks.append(self.headings.add(3, "Utvecklingen i siffror"))
        noted = (*pieces(SENTENCES[1]), self.notes.add("Preliminära uppgifter för 2024."))
        blocks.append(paragraph(root.add("P"), noted, look.text))
        blocks.append(diagram(root, self._chart(0, 3), look, self.head.measure))
        return [*blocks, *self._budget()]

    def _area(self, place: int) -> list[Block]:
        root, look, add = self.root, self.look, self.headings.add
        name = AREAS[place % len(AREAS)]
        turn = place // len(AREAS)
        blocks: list[Block] = [add(2, f"{name}, del {turn + 1}" if turn else name)]
        blocks += prose(root, self._text(2), look)
        blocks.append(add(3, "Insatser under året"))
        blocks += prose(root, self._text(1), look)
        steps = self.chance.sample(STEPS, 3 + place % 3)
        blocks.append(listing(root, steps, look, numbered=place % 2 == 0))
        blocks.append(add(3, "Resultat"))
        noted = (*pieces(self._text(1)), self.notes.add(f"{SENTENCES[6]} Källa: {name.lower()}."))
        blocks.append(paragraph(root.add("P"), noted, look.text))
        blocks.append(self._table(3 + place * 3 % 14))
        if place % 3 == 1:
            blocks.append(diagram(root, self._chart(place, 2), look, self.head.measure))
        if place % 4 == 2:
            caption = "Platser för trygghetsvandring"
            blocks.append(illustration(root, SURFACE, "En grön yta", look, 300, caption))
        blocks.append(add(3, "Bedömning"))
        return [*blocks, *prose(root, self._text(2), look)]

    def _signed(self) -> list[Block]:
        signatures = (
            SignatureLine("Åsa Wärnelid", "Ordförande"),
            SignatureLine("Örjan Ekvall", "Sekreterare"),
            SignatureLine("Sanna Lind", "Kommunpolis"),
            SignatureLine("", "Justerare"),
        )
        return closing(self.root, dateline("Lövstabro", META.day), signatures, self.look)

    def _appendices(self) -> list[Block]:
        root, look = self.root, self.look
        blocks = self.headings.appendix("Tabeller")
        blocks.append(self._table(34))
        blocks += self.headings.appendix("Diagram")
        chart = self._chart(5, 4, "lines")
        blocks.append(diagram(root, chart, look, self.head.measure))
        shown = StatedFact("Metod", "Enkät till 1\u00a0200 boende, svarsfrekvens 54 procent.")
        return [*blocks, stated_facts(root, [shown, StatedFact("Period", "1–31 oktober")], look,
                               self.head.measure)]  # fmt: skip

    def _text(self, paragraphs: int) -> str:
        return "\n\n".join(
            " ".join(self.chance.sample(SENTENCES, self.chance.randint(4, 7)))
            for _ in range(paragraphs)
        )

    def _chart(self, place: int, groups: int, kind: Literal["bars", "lines"] = "bars") -> Chart:
        series = tuple(
            Series(name, tuple(float(self.chance.randint(15, 95)) for _ in YEARS))
            for name in ("Centrum", "Sjövik", "Norrby", "Östra Lövstabro")[:groups]
        )
        title = f"Anmälda brott, {AREAS[place % len(AREAS)].lower()}"
        return Chart(title=title, unit="antal per år", years=YEARS, series=series, kind=kind)

    def _table(self, rows: int) -> Block:
        content = [
            [f"{BODIES[row % len(BODIES)]} {row // len(BODIES) + 1}",
             self.chance.choice(SENTENCES), f"{self.chance.randint(3, 480)}"]
            for row in range(rows)
        ]  # fmt: skip
        widths = tuple(share * self.head.measure for share in (0.26, 0.58, 0.16))
        header = ("Ansvarig", "Kommentar", "Antal")
        return data_table(self.root, header, content, widths, self.look)

    def _budget(self) -> list[Block]:
        """Set a table of figures with a sum."""
        posts = [[self.chance.randint(9, 999) for _ in range(5)] for _ in BODIES]
        lines = [FigureLine((name, *map(figure, post)))
                 for name, post in zip(BODIES, posts, strict=True)]  # fmt: skip
        total = ["Summa", *(figure(sum(post[column] for post in posts)) for column in range(5))]
        names = ("Plan 2023", "Utfall 2023", "Plan 2024", "Utfall 2024", "Kvar")
        columns = {"Ansvarig": 1.0, **dict.fromkeys(names, 0.0)}
        return figure_table(
            self.root, columns, [FigureGroup("", lines)], self.look, self.head.measure,
            total=total, caption="Budget och utfall, tusen kronor",
        )  # fmt: skip
