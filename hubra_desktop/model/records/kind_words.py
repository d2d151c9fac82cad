"""What the kinds of records are called where rows are rows_counted: one row of it, and several."""

from collections.abc import Mapping
from typing import Final

from hubra_desktop.model.language import N_plural, say_count

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "account_line": N_plural("{n} rad ur bokföringen", "{n} rader ur bokföringen"),
    "account_statement": N_plural("{n} bokföring", "{n} bokföringar"),
    "activity": N_plural("{n} aktivitet", "{n} aktiviteter"),
    "activity_area": N_plural("{n} område för en aktivitet", "{n} områden för aktiviteter"),
    "activity_link": N_plural("{n} koppling", "{n} kopplingar"),
    "agenda_item": N_plural("{n} rad i en lista", "{n} rader i listor"),
    "agreement": N_plural("{n} överenskommelse", "{n} överenskommelser"),
    "agreement_meeting": N_plural("{n} uppföljningsmöte", "{n} uppföljningsmöten"),
    "agreement_party": N_plural("{n} part", "{n} parter"),
    "allocation": N_plural("{n} planerat belopp", "{n} planerade belopp"),
    "association": N_plural("{n} förening", "{n} föreningar"),
    "backlog_item": N_plural("{n} sak som väntar", "{n} saker som väntar"),
    "blocked_period": N_plural("{n} period utan sammanträden", "{n} perioder utan sammanträden"),
    "body": N_plural("{n} organisation", "{n} organisationer"),
    "body_rules": N_plural("{n} regelverk", "{n} regelverk"),
    "budget_post": N_plural("{n} budgetpost", "{n} budgetposter"),
    "budget_version": N_plural("{n} beslut om budgeten", "{n} beslut om budgeten"),
    "budget_year": N_plural("{n} budgetår", "{n} budgetår"),
    "change_text": N_plural("{n} text om en förändring", "{n} texter om förändringar"),
    "closing_commitment": N_plural("{n} intecknat belopp", "{n} intecknade belopp"),
    "consultation": N_plural("{n} remiss", "{n} remisser"),
    "diary_tick": N_plural("{n} diarieförd handling", "{n} diarieförda handlingar"),
    "dispatch": N_plural("{n} utskick", "{n} utskick"),
    "dispatch_recipient": N_plural("{n} mottagare av ett utskick", "{n} mottagare av utskick"),
    "disposal": N_plural("{n} gallring", "{n} gallringar"),
    "evidence": N_plural("{n} underlag", "{n} underlag"),
    "focus_area": N_plural("{n} fokusområde", "{n} fokusområden"),
    "follow_up_note": N_plural("{n} uppföljning", "{n} uppföljningar"),
    "footnote": N_plural("{n} fotnot", "{n} fotnoter"),
    "grant": N_plural("{n} bidrag", "{n} bidrag"),
    "grant_decision": N_plural("{n} beslut om bidrag", "{n} beslut om bidrag"),
    "house_style": N_plural("{n} husstil", "{n} husstilar"),
    "indicator": N_plural("{n} mått", "{n} mått"),
    "instalment": N_plural("{n} planerad utbetalning", "{n} planerade utbetalningar"),
    "issued_paper": N_plural("{n} utfärdad handling", "{n} utfärdade handlingar"),
    "known_word": N_plural("{n} ord i ordlistan", "{n} ord i ordlistan"),
    "law_note": N_plural("{n} anteckning om lagen", "{n} anteckningar om lagen"),
    "ledger_entry": N_plural("{n} bokförd rad", "{n} bokförda rader"),
    "letter": N_plural("{n} Trygghetsbrev", "{n} Trygghetsbrev"),
    "letter_recipient": N_plural("{n} mottagare", "{n} mottagare"),
    "list_member": N_plural("{n} namn på en sändlista", "{n} namn på sändlistor"),
    "mailing_list": N_plural("{n} sändlista", "{n} sändlistor"),
    "mandate": N_plural("{n} uppdrag", "{n} uppdrag"),
    "matter": N_plural("{n} ärende", "{n} ärenden"),
    "matter_alias": N_plural("{n} annat diarienummer", "{n} andra diarienummer"),
    "measurement": N_plural("{n} mätvärde", "{n} mätvärden"),
    "meeting": N_plural("{n} sammanträde", "{n} sammanträden"),
    "meeting_paper": N_plural(
        "{n} handling till ett sammanträde", "{n} handlingar till sammanträden"
    ),
    "meeting_template": N_plural("{n} mall", "{n} mallar"),
    "occasion": N_plural("{n} tillfälle", "{n} tillfällen"),
    "person": N_plural("{n} person", "{n} personer"),
    "plan": N_plural("{n} plan", "{n} planer"),
    "pre_meeting": N_plural("{n} förmöte", "{n} förmöten"),
    "presenter": N_plural("{n} föredragande", "{n} föredragande"),
    "register": N_plural("{n} uppgift om registret", "{n} uppgifter om registret"),
    "report": N_plural("{n} handling", "{n} handlingar"),
    "report_answer": N_plural("{n} svar på en lucka", "{n} svar på luckor"),
    "report_picture": N_plural("{n} bild", "{n} bilder"),
    "report_section": N_plural("{n} avsnitt", "{n} avsnitt"),
    "report_signature": N_plural(
        "{n} underskrift på en handling", "{n} underskrifter på handlingar"
    ),
    "rules_committee": N_plural("{n} önskad nämnd", "{n} önskade nämnder"),
    "rules_seat": N_plural("{n} slag av platser", "{n} slag av platser"),
    "signature": N_plural("{n} underskrift", "{n} underskrifter"),
    "template_item": N_plural("{n} rad i en mall", "{n} rader i mallar"),
    "agenda_run": N_plural("{n} tid då en punkt behandlades", "{n} tider då punkter behandlades"),
    "allowance_period": N_plural("{n} arvodesperiod", "{n} arvodesperioder"),
    "allowance_rate": N_plural("{n} arvodessats", "{n} arvodessatser"),
    "allowance_row": N_plural("{n} arvode", "{n} arvoden"),
    "anchoring": N_plural("{n} förankring", "{n} förankringar"),
    "approval": N_plural("{n} justering", "{n} justeringar"),
    "approver": N_plural("{n} justerare", "{n} justerare"),
    "attendance": N_plural("{n} person i en närvarolista", "{n} personer i närvarolistor"),
    "attendance_stay": N_plural("{n} tid i rummet", "{n} tider i rummet"),
    "ballot_voice": N_plural("{n} röst", "{n} röster"),
    "decision": N_plural("{n} beslut", "{n} beslut"),
    "decision_notice": N_plural("{n} som ett beslut delges", "{n} som beslut delges"),
    "disqualification": N_plural("{n} jäv", "{n} jäv"),
    "follow_up": N_plural("{n} uppföljning av ett beslut", "{n} uppföljningar av beslut"),
    "follow_up_report": N_plural("{n} rapport om en uppföljning", "{n} rapporter om uppföljningar"),
    "minutes": N_plural("{n} protokoll", "{n} protokoll"),
    "phrase": N_plural("{n} fras", "{n} fraser"),
    "reopening": N_plural(
        "{n} gång som ett protokoll öppnades igen", "{n} gånger som protokoll öppnades igen"
    ),
    "reported_matter": N_plural("{n} anmälan eller meddelande", "{n} anmälningar och meddelanden"),
    "section": N_plural("{n} paragraf", "{n} paragrafer"),
    "section_ballot": N_plural("{n} omröstning", "{n} omröstningar"),
    "section_dissent": N_plural(
        "{n} reservation eller yttrande", "{n} reservationer och yttranden"
    ),
    "section_proposal": N_plural("{n} yrkande", "{n} yrkanden"),
    "signed_paper": N_plural("{n} undertecknad handling", "{n} undertecknade handlingar"),
}


def rows_counted(kind: str, number: int) -> str:
    """Write how many rows of a kind: ``12 sammanträden``."""
    return say_count(*_WORDS[kind], number)
