"""The tables of people, matters, what is reported to meetings, who was there and their rates."""

from hubra_desktop.exchange.cells import CellKind
from hubra_desktop.exchange.table_shape import (
    ID_COLUMN,
    YEAR_COLUMN,
    TableColumn,
    TableName,
    TableShape,
    term_column,
)
from hubra_desktop.model.attendance.attendance_terms import (
    AllowanceKind,
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.minutes.minutes_terms import FollowUpState, ReportedKind
from hubra_desktop.model.terms import DeliveryWay, MatterState, Role

PEOPLE = TableShape(
    name=TableName.PEOPLE,
    title="Personer",
    columns=(
        ID_COLUMN,
        TableColumn(
            key="name", heading="Namn", required=True,
            also=("Fullständigt namn", "Visningsnamn", "Person", "Ledamot", "Kontakt",
                  "Full Name", "Display Name", "E-mail Display Name", "Name"),
        ),
        TableColumn(key="title", heading="Titel", also=("Befattning", "Yrke", "Job Title")),
        TableColumn(
            key="unit", heading="Enhet",
            also=("Avdelning", "Förvaltning", "Department", "Företag", "Company", "Organisation",
                  "Organization"),
        ),
        TableColumn(
            key="email", heading="E-post",
            also=("Epost", "Mejl", "Mail", "E-postadress", "E-mail", "E-mail Address"),
        ),
        TableColumn(
            key="phone", heading="Telefon",
            also=("Telefonnummer", "Tel", "Mobil", "Mobiltelefon", "Phone", "Mobile Phone"),
        ),
        TableColumn(
            key="postal_address", heading="Postadress", form=CellKind.TEXT,
            also=("Adress", "Address"),
        ),
        term_column("way", "Skickas", DeliveryWay, ("Sätt att skicka", "Utskick")),
        TableColumn(
            key="protected", heading="Skyddade uppgifter", form=CellKind.FLAG,
            also=("Skyddad identitet", "Skyddad"),
        ),
        TableColumn(key="distinction", heading="Särskiljning"),
        TableColumn(
            key="note", heading="Anteckning", form=CellKind.TEXT,
            also=("Anteckningar", "Kommentar", "Notes"),
        ),
        TableColumn(key="body", heading="Organ", also=("Nämnd", "Råd", "Styrelse")),
        term_column("role", "Roll", Role, ("Uppdrag", "Funktion")),
        TableColumn(key="party", heading="Parti", also=("Partibeteckning",)),
        TableColumn(key="group", heading="Grupp", also=("Politisk grupp",)),
        TableColumn(key="seat", heading="Slag av plats", also=("Plats",)),
        TableColumn(key="rank", heading="Ordning", form=CellKind.COUNT),
        TableColumn(key="represents", heading="Utsedd av", also=("Företräder",)),
        TableColumn(
            key="valid_from", heading="Från", form=CellKind.DAY,
            also=("Från och med", "Fr.o.m.", "Start", "Startdatum"),
        ),
        TableColumn(
            key="valid_to", heading="Till", form=CellKind.DAY,
            also=("Till och med", "T.o.m.", "Slut", "Slutdatum"),
        ),
    ),
)  # fmt: skip
MATTERS = TableShape(
    name=TableName.MATTERS,
    title="Ärenden",
    columns=(
        ID_COLUMN,
        TableColumn(
            key="case_number", heading="Diarienummer", required=True,
            also=("Diarienr", "Dnr", "Ärendenummer", "Ärendenr"),
        ),
        TableColumn(
            key="title", heading="Ärende",
            also=("Ärendemening", "Rubrik", "Titel", "Vad ärendet gäller", "Ärenderubrik"),
        ),
        TableColumn(key="kind", heading="Slag", also=("Ärendetyp", "Typ")),
        term_column("state", "Läge", MatterState, ("Status", "Ärendestatus")),
        TableColumn(
            key="opened", heading="Öppnat", form=CellKind.DAY,
            also=("Registrerat", "Inkom", "Skapat", "Registreringsdatum", "Startdatum"),
        ),
        TableColumn(
            key="closed_on", heading="Avslutat", form=CellKind.DAY,
            also=("Avslutsdatum", "Avslutat datum"),
        ),
        TableColumn(key="responsible", heading="Ansvarig", also=("Handläggare", "Ansvar")),
        TableColumn(
            key="retention", heading="Bevaras eller gallras", also=("Gallring", "Gallringsregel"),
        ),
        TableColumn(
            key="note", heading="Anteckning", form=CellKind.TEXT,
            also=("Anteckningar", "Kommentar"),
        ),
        TableColumn(key="aliases", heading="Andra diarienummer", derived=True),
        TableColumn(key="met_on", heading="Senaste sammanträde", form=CellKind.DAY, derived=True),
    ),
)  # fmt: skip
REPORTED = TableShape(
    name=TableName.REPORTED,
    title="Anmälningar",
    columns=(
        ID_COLUMN,
        TableColumn(
            key="meeting_day", heading="Sammanträde", form=CellKind.DAY,
            also=("Sammanträdesdag", "Anmäls till", "Möte"),
        ),
        term_column("kind", "Slag", ReportedKind, ("Typ",)),
        TableColumn(
            key="day", heading="Datum", form=CellKind.DAY,
            also=("Beslutsdatum", "Dag", "Inkom", "Inkommet"),
        ),
        TableColumn(
            key="case_number", heading="Diarienummer",
            also=("Diarienr", "Dnr", "Ärendenummer", "Ärendenr"),
        ),
        TableColumn(
            key="title", heading="Vad", required=True,
            also=("Ärende", "Beslut", "Handling", "Rubrik", "Beskrivning", "Meddelande",
                  "Ärendemening", "Vad ärendet gäller"),
        ),
        TableColumn(
            key="sender", heading="Från",
            also=("Beslutsfattare", "Delegat", "Avsändare", "Beslutat av", "Från eller av"),
        ),
        TableColumn(
            key="delegation_point", heading="Delegationspunkt",
            also=("Delegation", "Punkt i delegationsordningen", "Delegationsordning"),
        ),
        TableColumn(
            key="note", heading="Anteckning", form=CellKind.TEXT,
            also=("Anteckningar", "Kommentar"),
        ),
    ),
    dates=("day",),
)  # fmt: skip
_MEETING_DAY = TableColumn(
    key="meeting_day", heading="Sammanträde", form=CellKind.DAY, required=True,
    also=("Sammanträdesdag", "Möte", "Mötesdag"),
)  # fmt: skip
ATTENDANCE = TableShape(
    name=TableName.ATTENDANCE,
    title="Närvaro",
    columns=(
        ID_COLUMN,
        _MEETING_DAY,
        TableColumn(
            key="name", heading="Namn", required=True,
            also=("Person", "Ledamot", "Deltagare", "Fullständigt namn", "Name"),
        ),
        term_column("role", "Roll", AttendanceRole, ("Uppdrag", "Funktion")),
        TableColumn(key="party", heading="Parti", also=("Partibeteckning",)),
        TableColumn(key="group", heading="Grupp", also=("Politisk grupp",)),
        TableColumn(key="title", heading="Titel", also=("Befattning",)),
        TableColumn(key="unit", heading="Organisation", also=("Enhet", "Förvaltning")),
        term_column(
            "reply", "Svar", AttendanceReply,
            ("Kommer du", "Kommer", "Anmälan", "Svar på kallelsen"),
            more={
                "ja": AttendanceReply.COMES,
                "jag kommer": AttendanceReply.COMES,
                "nej": AttendanceReply.PREVENTED,
                "kommer inte": AttendanceReply.PREVENTED,
                "har förhinder": AttendanceReply.PREVENTED,
            },
        ),
        TableColumn(
            key="replied_on", heading="Svarade", form=CellKind.DAY,
            also=("Svarsdag", "Svarat", "Tidstämpel", "Datum"),
        ),
        TableColumn(
            key="reply_text", heading="Svar i ord", also=("Kommentar", "Meddelande", "Orsak"),
        ),
        term_column("status", "Närvaro", AttendanceStatus, ("Närvarande", "Avprickning")),
        TableColumn(key="presence", heading="När och för vem", derived=True),
        TableColumn(key="called_for", heading="Kallad för", derived=True),
        TableColumn(
            key="note", heading="Anteckning", form=CellKind.TEXT, also=("Anteckningar",),
        ),
        TableColumn(key="pre_meeting", heading="Förmöte", form=CellKind.FLAG),
        TableColumn(
            key="lost_income_ore", heading="Förlorad arbetsinkomst", form=CellKind.AMOUNT,
            also=("Förlorad inkomst",),
        ),
        TableColumn(
            key="travel_km", heading="Resa, kilometer", form=CellKind.COUNT,
            also=("Kilometer", "Antal kilometer", "Km"),
        ),
        TableColumn(
            key="travel_ore", heading="Resa, biljetter", form=CellKind.AMOUNT, also=("Biljetter",),
        ),
    ),
    dates=("meeting_day",),
)  # fmt: skip
STAYS = TableShape(
    name=TableName.STAYS,
    title="Tider i rummet",
    columns=(
        ID_COLUMN,
        _MEETING_DAY,
        TableColumn(key="name", heading="Namn", required=True, also=("Person", "Deltagare")),
        TableColumn(key="came_row", heading="Kom till ärende", also=("Från ärende",)),
        TableColumn(key="came", heading="Kom klockan", form=CellKind.CLOCK, also=("Kom", "In")),
        TableColumn(key="left_row", heading="Gick före ärende"),
        TableColumn(key="left", heading="Gick klockan", form=CellKind.CLOCK, also=("Gick", "Ut")),
        TableColumn(key="remote", heading="På distans", form=CellKind.FLAG, also=("Distans",)),
        TableColumn(key="serves_for", heading="Tjänstgör för", also=("Ersätter",)),
    ),
    dates=("meeting_day",),
)  # fmt: skip
RATES = TableShape(
    name=TableName.RATES,
    title="Arvodessatser",
    columns=(
        ID_COLUMN,
        YEAR_COLUMN,
        term_column("role", "Roll", AttendanceRole, ("Uppdrag", "Funktion"), required=True),
        term_column(
            "kind", "Ersättning", AllowanceKind, ("Ersättning för", "Slag", "Typ"), required=True,
            more={
                "första timmen": AllowanceKind.FIRST_HOURS,
                "halvtimme": AllowanceKind.HALF_HOUR,
                "förlorad inkomst": AllowanceKind.LOST_INCOME,
                "resor": AllowanceKind.TRAVEL,
            },
        ),
        TableColumn(
            key="amount_ore", heading="Belopp", form=CellKind.AMOUNT,
            also=("Kronor", "Sats", "Arvode", "À-pris"),
        ),
        TableColumn(
            key="covers", heading="Minuter som ingår", form=CellKind.COUNT,
            also=("Räcker till", "Minuter"),
        ),
        TableColumn(
            key="ceiling_ore", heading="Högst per sammanträde", form=CellKind.AMOUNT,
            also=("Högst", "Tak", "Högsta belopp"),
        ),
        TableColumn(key="seat", heading="Betalas till", also=("Bara platser", "Platser")),
        TableColumn(key="decision", heading="Beslut"),
    ),
)  # fmt: skip
FOLLOW_UPS = TableShape(
    name=TableName.FOLLOW_UPS,
    title="Uppföljning",
    columns=(
        ID_COLUMN,
        TableColumn(
            key="text", heading="Vad som ska göras", required=True, form=CellKind.TEXT,
            also=("Vad", "Uppdrag", "Beslut", "Åtgärd", "Uppgift"),
        ),
        TableColumn(
            key="owner", heading="Ansvarig",
            also=("Vem", "Utförare", "Ansvarig person", "Ansvarigt organ"),
        ),
        TableColumn(
            key="due", heading="Klart senast", form=CellKind.DAY,
            also=("Senast", "Förfaller", "Sista dag", "Tidsgräns"),
        ),
        term_column("state", "Läge", FollowUpState, ("Status",)),
        TableColumn(
            key="created_on", heading="Beslutat", form=CellKind.DAY,
            also=("Beslutsdatum", "Beslutad", "Datum"),
        ),
        TableColumn(
            key="done_on", heading="Klart den", form=CellKind.DAY, also=("Klar", "Utfört"),
        ),
        TableColumn(key="reason", heading="Skäl", form=CellKind.TEXT, also=("Orsak",)),
        TableColumn(
            key="case_number", heading="Diarienummer",
            also=("Diarienr", "Dnr", "Ärendenummer", "Ärendenr"),
        ),
        TableColumn(
            key="new_report", heading="Ny rapport", form=CellKind.TEXT,
            also=("Rapport", "Svar", "Kommentar"),
        ),
        TableColumn(key="meeting_day", heading="Sammanträde", form=CellKind.DAY, derived=True),
        TableColumn(key="number", heading="Paragraf", form=CellKind.COUNT, derived=True),
        TableColumn(
            key="reported_on", heading="Senast rapporterat", form=CellKind.DAY, derived=True
        ),
        TableColumn(
            key="report", heading="Senaste rapport", form=CellKind.TEXT, derived=True
        ),
    ),
    dates=("created_on",),
)  # fmt: skip
