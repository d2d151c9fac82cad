"""The papers' sections, headings and standing sentences: data that a municipality may change.

The wording is that of the council's own papers of February 2018. ``{…}`` is filled in from
the year.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.reports.terms import ReportKind

INTRO: Final = "intro"
AREAS: Final = "areas"
AREA: Final = "area:"
"""An area's section has this key and the area's id."""
BUDGET: Final = "budget"
INDICATORS: Final = "indicators"
CHANGES: Final = "changes"
ANALYSIS: Final = "analysis"
ADOPTED: Final = "adopted"
PROPOSAL: Final = "proposal"
SUMMARY: Final = "summary"
DESCRIPTION: Final = "description"
VIEWS: Final = "views"


@dataclass(frozen=True, kw_only=True)
class SectionTemplate:
    """A section that a paper begins with: its key, its heading, and standing sentences.

    Without a heading it goes on under the one before; the indicators' table and charts
    stand between the two sections that tell of them.
    """

    key: str
    heading: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportTemplate:
    """How a kind of paper is made up; ``title`` takes the council and the year."""

    kind: ReportKind
    title: str
    sections: tuple[SectionTemplate, ...]

    def text(self, key: str) -> str:
        """Return the standing sentences of a section."""
        return next((each.text for each in self.sections if each.key == key), "")


ANNUAL_REPORT: Final = ReportTemplate(
    kind=ReportKind.ANNUAL_REPORT,
    title="Verksamhetsberättelse för {council} {year}",
    sections=(
        SectionTemplate(
            key=INTRO, heading="Inledning",
            text="{council_with_short} har en övergripande roll och verkar samordnande mellan "
            "kommun, polis, civilsamhälle och andra aktörer. {name} ska inom ramen för sitt "
            "arbete sprida kunskap inom ansvarsområdet. Rådet ska kartlägga problem och ta "
            "initiativ och uppmuntra till brottsförebyggande aktiviteter som i dag inte görs. "
            "Uppdrag som ges går via ordinarie mål- och budgetprocess.",
        ),
        SectionTemplate(
            key=AREAS, heading="Uppföljning av prioriteringar och aktiviteter",
            text="{name} har under {year}{by_plan} {carried_out} mer utförligt nedan. "
            "{meetings}{invited}",
        ),
        SectionTemplate(key=BUDGET, heading="Redovisning av budget"),
        SectionTemplate(
            key=INDICATORS, heading="Uppföljning och indikatorer",
            text="{set_up}",
        ),
        SectionTemplate(key=CHANGES, heading=""),
        SectionTemplate(key=ANALYSIS, heading="Analys och slutsatser"),
    ),
)  # fmt: skip

ACTIVITY_PLAN: Final = ReportTemplate(
    kind=ReportKind.ACTIVITY_PLAN,
    title="Verksamhetsplan för {council} {year}",
    sections=(
        SectionTemplate(
            key=INTRO, heading="Inledning",
            text="{council_with_short} har en övergripande roll och verkar samordnande mellan "
            "kommun, polis, civilsamhälle och andra aktörer.",
        ),
        SectionTemplate(
            key=AREAS, heading="Prioriteringar och aktiviteter",
            text="{told_by_area}",
        ),
        SectionTemplate(
            key=INDICATORS, heading="Uppföljning och indikatorer",
            text="{followed_up}",
        ),
        SectionTemplate(key=BUDGET, heading="Budget"),
        SectionTemplate(key=ADOPTED, heading="Fastställande"),
    ),
)  # fmt: skip

_PROPOSES: Final = (
    "{administration} {judged}föreslår att rådet godkänner verksamhetsberättelsen för {year}."
)

_ROLE: Final = (
    "{council_with_short} har en övergripande roll och verkar som samordnare mellan kommun, "
    "polis, civilsamhälle och andra aktörer. Rådet ska kartlägga problem och kan ta initiativ "
    "till insatser som i dag inte görs. Huvudlinjen är att uppdrag ges genom ordinarie mål- och "
    "budgetprocess."
)

STATEMENT: Final = ReportTemplate(
    kind=ReportKind.STATEMENT,
    title="{paper} för {council} {year}",
    sections=(
        SectionTemplate(
            key=PROPOSAL, heading="Förslag till beslut",
            text="{administration} föreslår att {council_with_short} godkänner förslaget till "
            "{the_paper} enligt bilaga {attachment} till förvaltningens tjänsteutlåtande{dated}.",
        ),
        SectionTemplate(
            key=SUMMARY, heading="Sammanfattning",
            text="{council_with_short} har under {year}{by_plan} {carried_out} mer utförligt i "
            "bilaga {attachment}. {meetings}{invited}\n\n" + _PROPOSES,
        ),
        SectionTemplate(
            key=DESCRIPTION, heading="Beskrivning av ärendet",
            text=_ROLE + "\n\n{name} har under {year}{by_plan} prioriterat ett antal aktiviteter "
            "utifrån de mål som finns för trygghetsarbetet.",
        ),
        SectionTemplate(
            key=VIEWS, heading="Förvaltningens synpunkter",
            text="Förvaltningen {judged_whole}föreslår att rådet godkänner "
            "verksamhetsberättelsen.",
        ),
    ),
)  # fmt: skip

PLAN_STATEMENT: Final[Mapping[str, str]] = {
    SUMMARY: "{administration} har tagit fram ett förslag till verksamhetsplan för "
    "arbetet i {council} under {year}. Förslaget beskrivs i bilaga {attachment}.",
    DESCRIPTION: "{council_with_short} har en övergripande roll och verkar som samordnare mellan "
    "kommun, polis, civilsamhälle och andra aktörer. Verksamhetsplanen anger mål och aktiviteter"
    "{within}.",
    VIEWS: "Förvaltningen föreslår att rådet godkänner verksamhetsplanen.",
}
"""What a tjänsteutlåtande says in place of its usual sentences when it is about a plan."""

NOTHING_DONE: Final[Mapping[ReportKind, Mapping[str, str]]] = {
    ReportKind.ANNUAL_REPORT: {AREAS: "{meetings}{invited}"},
    ReportKind.ACTIVITY_PLAN: {AREAS: "{nothing_planned}"},
    ReportKind.STATEMENT: {SUMMARY: "{meetings}{invited}\n\n" + _PROPOSES, DESCRIPTION: _ROLE},
}
"""What a paper says in place of its usual sentences when the year has no activities."""

TEMPLATES: Final[Mapping[ReportKind, ReportTemplate]] = {
    template.kind: template for template in (ANNUAL_REPORT, ACTIVITY_PLAN, STATEMENT)
}
