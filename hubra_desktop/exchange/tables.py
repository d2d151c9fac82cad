"""What the tables that travel as files hold: their columns, by the words people read.

A table is the same whichever file carries it. Some columns are only written
(``derived``): what is computed is never read back.
"""

from collections.abc import Mapping
from typing import Any

from hubra_desktop.exchange.cells import CELLS, Cell, CellKind, shown
from hubra_desktop.exchange.council_shapes import (
    ATTENDANCE,
    FOLLOW_UPS,
    MATTERS,
    PEOPLE,
    RATES,
    REPORTED,
    STAYS,
)
from hubra_desktop.exchange.table_shape import (
    ID_COLUMN,
    YEAR_COLUMN,
    TableColumn,
    TableName,
    TableShape,
    term_column,
)
from hubra_desktop.model.indicators.terms import Group, Missing
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantKind, Outcome, Verdict
from hubra_desktop.model.plan.terms import ActivityKind, ActivityState, Exactness

__all__ = [
    "ACTIVITIES",
    "ASSOCIATIONS",
    "ATTENDANCE",
    "FOLLOW_UPS",
    "GRANTS",
    "LEDGER",
    "MATTERS",
    "MEASUREMENTS",
    "MEETINGS",
    "PEOPLE",
    "RATES",
    "REPORTED",
    "SHAPES",
    "STAYS",
    "TableColumn",
    "TableName",
    "TableShape",
    "preview_text",
    "word_of",
    "written",
]
_DONE = dict.fromkeys(("klar", "klart", "utförd"), ActivityState.DONE)
"""Other words that people have for what is done."""
LEDGER = TableShape(
    name=TableName.LEDGER,
    title="Huvudbok",
    columns=(
        ID_COLUMN,
        TableColumn(key="number", heading="Nummer", form=CellKind.COUNT),
        YEAR_COLUMN,
        TableColumn(
            key="date", heading="Datum", form=CellKind.DAY,
            also=("Bokföringsdatum", "Bokfört datum", "Bokföringsdag", "Bokförd",
                  "Verifikationsdatum", "Verdatum", "Ver.datum", "Transaktionsdatum"),
        ),
        TableColumn(key="post", heading="Post", required=True, also=("Budgetpost", "Konto")),
        term_column("kind", "Slag", EntryKind, ("Typ",), required=True),
        TableColumn(
            key="amount_ore", heading="Belopp", form=CellKind.AMOUNT, required=True,
            also=("Nettobelopp", "Summa", "Kronor"),
        ),
        TableColumn(
            key="counterpart", heading="Motpart",
            also=("Leverantör", "Leverantörsnamn", "Mottagare", "Betalningsmottagare"),
        ),
        TableColumn(key="grant", heading="Bidrag"),
        TableColumn(key="original", heading="Gäller rad", form=CellKind.COUNT),
        TableColumn(
            key="voucher", heading="Verifikation",
            also=("Verifikationsnummer", "Verifikationsnr", "Vernr", "Ver.nr", "Ver nr",
                  "Verifikat"),
        ),
        TableColumn(key="year_concerned", heading="Avser år", form=CellKind.YEAR),
        TableColumn(
            key="text", heading="Text",
            also=("Verifikationstext", "Beskrivning", "Benämning", "Kommentar"),
        ),
    ),
    dates=("date",),
)  # fmt: skip
GRANTS = TableShape(
    name=TableName.GRANTS,
    title="Bidrag",
    columns=(
        ID_COLUMN,
        YEAR_COLUMN,
        TableColumn(
            key="body", heading="Förening", required=True,
            also=("Sökande", "Organisation", "Bidragstagare", "Mottagare", "Recipient Org:Name"),
        ),
        TableColumn(
            key="title", heading="Bidrag", required=True,
            also=("Projekt", "Projektnamn", "Rubrik", "Titel", "Title"),
        ),
        term_column("kind", "Slag", GrantKind),
        TableColumn(
            key="purpose", heading="Ändamål", form=CellKind.TEXT, also=("Syfte", "Description"),
        ),
        TableColumn(key="post", heading="Post"),
        TableColumn(key="case_number", heading="Diarienummer", also=("Diarienr", "Dnr")),
        TableColumn(
            key="applied_on", heading="Ansökt datum", form=CellKind.DAY,
            also=("Ansökningsdatum", "Application Date"),
        ),
        TableColumn(
            key="applied_ore", heading="Ansökt belopp", form=CellKind.AMOUNT,
            also=("Sökt belopp", "Amount Applied For"),
        ),
        TableColumn(key="retracted_on", heading="Ansökan återtagen", form=CellKind.DAY),
        TableColumn(key="contact", heading="Kontakt"),
        TableColumn(key="project_from", heading="Projekt från", form=CellKind.DAY),
        TableColumn(key="project_to", heading="Projekt till", form=CellKind.DAY),
        TableColumn(key="conditions", heading="Villkor", form=CellKind.TEXT),
        TableColumn(key="report_due", heading="Redovisas senast", form=CellKind.DAY),
        TableColumn(key="report_received", heading="Redovisat", form=CellKind.DAY),
        TableColumn(key="accounted_ore", heading="Redovisat belopp", form=CellKind.AMOUNT),
        term_column("verdict", "Bedömning", Verdict),
        TableColumn(key="assessment", heading="Skäl för bedömning", form=CellKind.TEXT),
        term_column("outcome", "Utfall", Outcome),
        TableColumn(key="outcome_reason", heading="Skäl för utfall", form=CellKind.TEXT),
        TableColumn(key="ended_on", heading="Avslutat", form=CellKind.DAY),
        TableColumn(key="note", heading="Anteckning", form=CellKind.TEXT),
        term_column("decision_kind", "Beslut", DecisionKind),
        TableColumn(key="decision_year", heading="Beslut år", form=CellKind.YEAR),
        TableColumn(
            key="decision_date", heading="Beslut datum", form=CellKind.DAY,
            also=("Beslutsdatum", "Award Date"),
        ),
        TableColumn(
            key="decision_ore", heading="Beslut belopp", form=CellKind.AMOUNT,
            also=("Beviljat belopp", "Beslutat belopp", "Amount Awarded"),
        ),
        TableColumn(key="decided_by", heading="Beslutat av"),
        TableColumn(key="formal", heading="Formellt beslut", form=CellKind.FLAG),
        TableColumn(key="section", heading="Paragraf"),
        TableColumn(key="reported_to", heading="Anmält till"),
        TableColumn(key="last_day", heading="Sista dag", form=CellKind.DAY),
        TableColumn(key="reference", heading="Referens"),
        TableColumn(key="decision_reason", heading="Skäl för beslut", form=CellKind.TEXT),
        TableColumn(key="state", heading="Läge", derived=True),
        TableColumn(key="granted", heading="Beviljat", form=CellKind.AMOUNT, derived=True),
        TableColumn(key="paid", heading="Utbetalt", form=CellKind.AMOUNT, derived=True),
        TableColumn(key="repaid", heading="Återbetalt", form=CellKind.AMOUNT, derived=True),
        TableColumn(key="net", heading="Netto", form=CellKind.AMOUNT, derived=True),
        TableColumn(key="granted_least", heading="Beviljat minst", form=CellKind.AMOUNT,
                    derived=True),
        TableColumn(key="paid_elsewhere", heading="Varav utbetalt andra år",
                    form=CellKind.AMOUNT, derived=True),
        TableColumn(key="repaid_elsewhere", heading="Varav återbetalt andra år",
                    form=CellKind.AMOUNT, derived=True),
    ),
    dates=("decision_date", "applied_on"),
)  # fmt: skip
ACTIVITIES = TableShape(
    name=TableName.ACTIVITIES,
    title="Aktiviteter",
    columns=(
        ID_COLUMN,
        YEAR_COLUMN,
        TableColumn(key="area", heading="Område"),
        TableColumn(key="further", heading="Fler områden"),
        TableColumn(
            key="title", heading="Aktivitet", required=True,
            also=("Moment", "Händelse", "Rubrik", "Titel", "Vad"),
        ),
        term_column("kind", "Slag", ActivityKind),
        TableColumn(key="period", heading="Period", also=("När", "Tid", "Tidpunkt")),
        TableColumn(
            key="starts", heading="Börjar", form=CellKind.DAY, also=("Datum", "Startdatum", "Dag"),
        ),
        TableColumn(key="ends", heading="Slutar", form=CellKind.DAY, also=("Slutdatum",)),
        term_column("state", "Läge", ActivityState, ("Status",), more=_DONE),
        TableColumn(key="reason", heading="Skäl", form=CellKind.TEXT),
        TableColumn(key="responsible", heading="Ansvarig", also=("Ansvar",)),
        TableColumn(key="partners", heading="Parter", form=CellKind.TEXT),
        TableColumn(key="council_role", heading="Rådets roll", form=CellKind.TEXT),
        TableColumn(
            key="places", heading="Platser", form=CellKind.TEXT, also=("Plats", "Var", "Lokal"),
        ),
        TableColumn(
            key="participants", heading="Deltagare", form=CellKind.PEOPLE,
            also=("Antal deltagare",),
        ),
        term_column("exactness", "Hur säkert", Exactness),
        TableColumn(key="participants_note", heading="Vilka deltog"),
        TableColumn(key="report_text", heading="Text till berättelsen", form=CellKind.TEXT),
        TableColumn(key="occasions", heading="Antal tillfällen", form=CellKind.COUNT, derived=True),
    ),
    dates=("starts",),
)  # fmt: skip
MEASUREMENTS = TableShape(
    name=TableName.MEASUREMENTS,
    title="Mätvärden",
    columns=(
        TableColumn(
            key="indicator", heading="Mått", required=True, also=("Indikator", "Nyckeltal"),
        ),
        YEAR_COLUMN,
        term_column("group", "Grupp", Group),
        TableColumn(key="value", heading="Värde", form=CellKind.VALUE),
        term_column("missing", "Saknas", Missing),
        TableColumn(key="incomparable", heading="Ej jämförbart", form=CellKind.FLAG),
        TableColumn(key="note", heading="Anmärkning", form=CellKind.TEXT),
        TableColumn(key="evidence", heading="Underlag"),
        TableColumn(key="unit", heading="Enhet", derived=True),
        TableColumn(key="source", heading="Källa", derived=True),
    ),
)  # fmt: skip
MEETINGS = TableShape(
    name=TableName.MEETINGS,
    title="Sammanträden",
    columns=(
        ID_COLUMN,
        TableColumn(key="date", heading="Datum", form=CellKind.DAY, required=True,
                    also=("Dag", "Sammanträdesdag", "Sammanträdesdatum")),
        TableColumn(key="start", heading="Börjar", form=CellKind.CLOCK,
                    also=("Tid", "Klockan", "Starttid")),
        TableColumn(key="end", heading="Slutar", form=CellKind.CLOCK, also=("Sluttid",)),
        TableColumn(key="place", heading="Plats", also=("Lokal", "Var")),
        TableColumn(key="note", heading="Anteckning", form=CellKind.TEXT,
                    also=("Moment", "Händelse", "Rubrik", "Vad")),
        TableColumn(key="state", heading="Läge", derived=True),
    ),
)  # fmt: skip
ASSOCIATIONS = TableShape(
    name=TableName.ASSOCIATIONS,
    title="Föreningar",
    columns=(
        ID_COLUMN,
        TableColumn(
            key="name", heading="Förening", required=True,
            also=("Namn", "Föreningens namn", "Organisation", "Sökande"),
        ),
        TableColumn(
            key="organisation_number", heading="Organisationsnummer",
            also=("Org.nr", "Orgnr", "Org nr"),
        ),
        TableColumn(key="bank_giro", heading="Bankgiro", also=("Bg", "Bankgironummer")),
        TableColumn(key="plus_giro", heading="Plusgiro", also=("Pg", "Plusgironummer")),
        TableColumn(key="giro_in_own_name", heading="Giro i eget namn", form=CellKind.FLAG),
        TableColumn(
            key="statutes_received", heading="Stadgar inkomna", form=CellKind.DAY,
            also=("Stadgar",),
        ),
        TableColumn(key="signatory", heading="Firmatecknare", also=("Ordförande",)),
        TableColumn(
            key="annual_meeting", heading="Senaste årsmöte", form=CellKind.DAY,
            also=("Årsmöte",),
        ),
        TableColumn(key="valid_until", heading="Gäller till", form=CellKind.DAY),
        TableColumn(key="asked_again", heading="Begärt på nytt", form=CellKind.DAY),
        TableColumn(key="contact", heading="Kontaktperson", also=("Kontakt",)),
        TableColumn(key="email", heading="E-post", also=("Epost", "Mejl", "E-postadress")),
        TableColumn(key="phone", heading="Telefon", also=("Telefonnummer", "Tel", "Mobil")),
        TableColumn(
            key="postal_address", heading="Postadress", form=CellKind.TEXT, also=("Adress",)
        ),
        TableColumn(key="note", heading="Anteckning", form=CellKind.TEXT),
        TableColumn(key="papers", heading="Handlingar", derived=True),
        TableColumn(key="paid", heading="Utbetalt", form=CellKind.AMOUNT, derived=True),
        TableColumn(key="rest", heading="Ska ännu tillbaka", form=CellKind.AMOUNT, derived=True),
    ),
)  # fmt: skip
_ALL = (LEDGER, GRANTS, ACTIVITIES, MEASUREMENTS, MEETINGS, PEOPLE, ASSOCIATIONS,
        MATTERS, FOLLOW_UPS, REPORTED, ATTENDANCE, STAYS, RATES)  # fmt: skip
SHAPES: Mapping[TableName, TableShape] = {each.name: each for each in _ALL}


def written(shape: TableShape, values: Mapping[str, Any]) -> tuple[Cell, ...]:
    """Return a row's cells as a spreadsheet holds them: text, whole numbers, kronor, dates."""
    return tuple(_cell(column, values.get(column.key)) for column in shape.columns)


def _cell(column: TableColumn, value: Any) -> Cell:  # noqa: ANN401
    if value is None or value == "":
        return None
    if column.form is CellKind.TERM:
        return word_of(column, value) or None
    return CELLS[column.form].write(value)


def word_of(column: TableColumn, term: Any) -> str:  # noqa: ANN401
    """Return the first word that a column has for a term, "" for none."""
    return next((word for word, each in column.words.items() if each is term), "")


def preview_text(column: TableColumn, value: Any) -> str:  # noqa: ANN401
    """Return a value of a column as people read it in a preview; "" for none."""
    return word_of(column, value) if column.words else shown(column.form, value)
