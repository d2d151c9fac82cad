"""What can be shown, written and chosen on the command line, each with other words for it."""

SHOWN = {
    "meeting": ("sammanträde", "ett sammanträde"),
    "budget": ("budgeten",),
    "forecast": ("prognos", "prognosen"),
    "reconciliation": ("avstämning", "avstamning"),
    "grants": ("bidrag", "bidragen"),
    "plan": ("verksamhetsplan", "planen"),
    "allowances": ("arvoden", "arvodeslistor"),
    "indicators": ("mått", "matt", "indikatorer"),
    "associations": ("föreningar", "foreningar"),
    "deadlines": ("frister",),
    "papers": ("handlingar",),
    "people": ("personer", "sammansättning"),
    "person": ("en person",),
    "disposals": ("gallringar",),
    "law": ("lagen",),
    "matter": ("ärende", "arende", "ärendet"),
    "matters": ("ärenden", "arenden"),
    "backlog": ("väntar", "vantar"),
    "followups": ("uppföljning", "uppfoljning"),
    "minutes": ("protokoll", "protokollet", "minnesanteckningar"),
    "attendance": ("närvaro", "narvaro", "närvaron"),
    "extracts": ("utdrag", "delgivning"),
    "dispatch": ("utskick", "dispatches"),
    "diary": ("diariet", "diarium"),
}
"""What can be shown, each with other words for it."""

WITHOUT_WHICH = frozenset(
    {
        "associations",
        "backlog",
        "deadlines",
        "diary",
        "disposals",
        "followups",
        "law",
        "matters",
        "papers",
        "people",
    }
)
"""What can be shown without a day or year."""

SUBJECTS = {
    "meetings": ("sammanträden", "sammantraden", "meeting", "sammanträde"),
    "plan": ("verksamhet", "handlingar", "reports"),
    "money": ("budget", "bidrag", "grants", "ledger"),
    "indicators": ("mått", "matt", "indikatorer"),
    "matters": ("ärenden", "arenden"),
    "people": ("personer", "organ"),
    "overview": ("rådet", "radet"),
}
"""What the history can be narrowed to, each with other words for it: the pages' subjects."""

TABLES = {
    "ledger": ("huvudbok", "huvudboken"),
    "grants": ("bidrag",),
    "activities": ("aktiviteter",),
    "measurements": ("mätvärden", "matvarden", "mått"),
    "meetings": ("sammanträden", "sammantraden", "möten"),
    "people": ("personer",),
    "associations": ("föreningar", "foreningar"),
    "matters": ("ärenden", "arenden"),
    "followups": ("uppföljning", "uppfoljning"),
    "reported": ("anmälningar", "anmalningar"),
    "attendance": ("närvaro", "narvaro", "närvaron"),
    "rates": ("arvodessatser", "satser"),
    "stays": ("tider",),
}
"""The tables that go out and in, each with other words for it."""

WAYS = {"out": ("ut",), "in": ("hit",)}
"""The ways to another computer and from it, each with another word for it."""

WRITTEN = {
    **TABLES,
    "allowances": ("arvoden",),
    "decisions": ("beslut", "besluten"),
    "budget": ("budgeten",),
    "deadlines": ("frister",),
    "disposals": ("gallringar",),
    "papers": ("handlingar",),
    "dispatches": ("utskick",),
    "diary": ("diariet", "diarium"),
    "backlog": ("väntar", "vantar"),
}
"""The tables that go out: sums and days are computed of the others."""

READING_WORDS = {
    "komma": "comma",
    "punkt": "point",
    "dag": "day_first",
    "månad": "month_first",
}
"""What stands before decimals, or first in a date, in a column that does not say."""

ALIKE_WORDS = {"bokförda": "booked", "nya": "new"}
"""What rows are that say too little to be told from booked ones."""

PASSPHRASE_WORDS = {
    "set": ("välj", "valj"),
    "change": ("ändra", "andra"),
    "remove": ("ta-bort", "bort"),
}
"""What is done with a passphrase, each with other words for it."""

PACKET = "packe"
PACKET_WORDS = ("paket", "paketet", "packet")
"""What is printed of a meeting beside single papers: kallelse and papers in one."""

PRINTED = (
    "kallelse, andring, tillagg, installt, flyttat, packe (kallelse och handlingar), etiketter, "
    "jobbkort, anmalningar, delgivning, narvarolista, protokoll, minnesanteckningar, "
    "omedelbar (justering), anslag, underskrifter eller sammansattning för en dag; "
    "verksamhetsberattelse, verksamhetsplan, tjansteutlatande, bidrag, budget, prognos, "
    "arvoden, avstamning, arshjul, uppfoljning, lagen för ett år; beslutsbrev, aterkrav för ett "
    "bidrag; arende för ett ärende; utdrag för en paragraf"
)
"""What can be printed, as the help of the command line tells it."""

TO_SHOW = (
    "meeting: ett sammanträde; budget, forecast, reconciliation, grants, plan, allowances, "
    "indicators: ett års budget, prognos, avstämning, bidrag, verksamhetsplan, arvoden, mått;"
    " associations: alla föreningar; deadlines, papers: ett sammanträdes frister eller "
    "handlingar, eller alla kommandes; people: vilka som ingår i rådet, i dag eller en dag; "
    "person: en person med namn eller id; disposals: gallringar; matters: alla ärenden; "
    "matter: ett ärende; backlog: det som väntar; followups: uppföljning; law: hur lagen "
    "följs; minutes, attendance, extracts: ett sammanträdes protokoll, närvaro eller utdrag; "
    "dispatch: vad som har skickats till vem; diary: det som ska diarieföras"
)
"""What can be shown, as the help of the command line tells it."""
