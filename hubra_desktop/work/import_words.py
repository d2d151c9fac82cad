"""What the lists of a bundle are called where an import tells of them."""

from collections.abc import Mapping
from typing import Final

from hubra_desktop.model.language import N_, N_plural

COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    "bodies": N_plural("{n} organ", "{n} organ"),
    "persons": N_plural("{n} person", "{n} personer"),
    "mandates": N_plural("{n} uppdrag", "{n} uppdrag"),
    "meeting_templates": N_plural("{n} mall för sammanträden", "{n} mallar för sammanträden"),
    "matters": N_plural("{n} ärende", "{n} ärenden"),
    "matter_aliases": N_plural("{n} annat diarienummer", "{n} andra diarienummer"),
    "meetings": N_plural("{n} sammanträde", "{n} sammanträden"),
    "plans": N_plural("{n} plan", "{n} planer"),
    "activities": N_plural("{n} aktivitet", "{n} aktiviteter"),
    "letters": N_plural("{n} trygghetsbrev", "{n} trygghetsbrev"),
    "agreements": N_plural("{n} överenskommelse", "{n} överenskommelser"),
    "consultations": N_plural("{n} remiss", "{n} remisser"),
    "associations": N_plural("{n} bidragstagare", "{n} bidragstagare"),
    "budget_years": N_plural("{n} budgetår", "{n} budgetår"),
    "grants": N_plural("{n} bidrag", "{n} bidrag"),
    "ledger": N_plural("{n} rad i huvudboken", "{n} rader i huvudboken"),
    "statements": N_plural("{n} års bokföring hos kommunen", "{n} års bokföring hos kommunen"),
    "evidence": N_plural("{n} underlag", "{n} underlag"),
    "indicators": N_plural("{n} mått", "{n} mått"),
    "reports": N_plural("{n} handling", "{n} handlingar"),
    "body_rules": N_plural("{n} regelverk", "{n} regelverk"),
    "backlog": N_plural("{n} sak som väntar", "{n} saker som väntar"),
    "mailing_lists": N_plural("{n} sändlista", "{n} sändlistor"),
    "dispatches": N_plural("{n} utskick", "{n} utskick"),
    "blocked_periods": N_plural("{n} period utan sammanträden", "{n} perioder utan sammanträden"),
    "law_notes": N_plural("{n} anteckning om lagen", "{n} anteckningar om lagen"),
    "disposals": N_plural("{n} gallring", "{n} gallringar"),
}
"""One record of a list, and several, by the list's name; others are told of nowhere."""

HEADINGS: Final[Mapping[str, str]] = {
    "register": N_("Registret"),
    "house_style": N_("Husstilen"),
    "bodies": N_("Organet {name}"),
    "persons": N_("Personen {name}"),
    "mandates": N_("Uppdraget {name}"),
    "meeting_templates": N_("Mallen för sammanträden"),
    "matters": N_("Ärendet {name}"),
    "matter_aliases": N_("Det andra diarienumret {name}"),
    "meetings": N_("Sammanträdet {name}"),
    "plans": N_("Planen {name}"),
    "activities": N_("Aktiviteten {name}"),
    "letters": N_("Trygghetsbrevet {name}"),
    "agreements": N_("Överenskommelsen {name}"),
    "consultations": N_("Remissen {name}"),
    "associations": N_("Bidragstagaren {name}"),
    "budget_years": N_("Budgetåret {name}"),
    "grants": N_("Bidraget {name}"),
    "ledger": N_("Raden i huvudboken {name}"),
    "statements": N_("Kommunens bokföring {name}"),
    "evidence": N_("Underlaget {name}"),
    "indicators": N_("Måttet {name}"),
    "reports": N_("Handlingen {name}"),
    "body_rules": N_("Regelverket {name}"),
    "backlog": N_("{name}, som väntar"),
    "mailing_lists": N_("Sändlistan {name}"),
    "dispatches": N_("Utskicket {name}"),
    "diary_ticks": N_("Markeringen {name}"),
    "blocked_periods": N_("Perioden {name}"),
    "law_notes": N_("Anteckningen om lagen {name}"),
    "disposals": N_("Gallringen {name}"),
}
"""What one record of a list, or the register's own, is called where it would change."""
