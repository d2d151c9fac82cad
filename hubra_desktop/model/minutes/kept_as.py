"""What is said of minutes, and the same of notes: the word, its article and its verb.

A body keeps minutes (*protokoll*), which are adjusted (*justeras*), or notes
(*minnesanteckningar*), which are approved (*godkänns*). Whoever knows which says it by
``say_of`` or ``refusal_of``, with the sentence about minutes; that about notes stands here.
"""

from collections.abc import Mapping
from typing import Final

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.minutes.minutes_terms import MinutesKind

OF_NOTES: Final[Mapping[str, str]] = {
    N_("Protokollet är inte påbörjat."): N_("Minnesanteckningarna är inte påbörjade."),
    N_("Protokollet är inte påbörjat. Gör det i delen Protokoll."): N_(
        "Minnesanteckningarna är inte påbörjade. Gör det i delen Protokoll."
    ),
    N_("Protokollet är redan justerat."): N_("Minnesanteckningarna är redan godkända."),
    N_("Protokollet är inte justerat än. Justera det först."): N_(
        "Minnesanteckningarna är inte godkända än. Godkänn dem först."
    ),
    N_("Protokollet är inte justerat, så det är öppet redan."): N_(
        "Minnesanteckningarna är inte godkända, så de är öppna redan."
    ),
    N_("Protokollet är inte justerat, så det finns inget att anslå."): N_(
        "Minnesanteckningarna är inte godkända, så det finns inget att anslå."
    ),
    N_("Protokollet är inte justerat än. Det läggs på listan när det är det."): N_(
        "Minnesanteckningarna är inte godkända än. De läggs på listan när de är det."
    ),
    N_("Det går inte att justera än. {first}"): N_("Det går inte att godkänna än. {first}"),
    N_("Ett protokoll justeras inte före sammanträdet."): N_(
        "Minnesanteckningar godkänns inte före sammanträdet."
    ),
    N_("Protokollet öppnades på nytt {day}. Det kan inte vara justerat igen tidigare."): N_(
        "Minnesanteckningarna öppnades på nytt {day}. De kan inte vara godkända igen tidigare."
    ),
    N_("Paragrafer justerades omedelbart {day}. Hela protokollet justeras inte tidigare."): N_(
        "Punkter godkändes omedelbart {day}. "
        "Minnesanteckningarna som helhet godkänns inte tidigare."
    ),
    N_("Protokollet justerades {day}. Det kan inte vara öppnat på nytt tidigare."): N_(
        "Minnesanteckningarna godkändes {day}. De kan inte vara öppnade på nytt tidigare."
    ),
    N_("Protokollet justerades {day}. Det kan inte vara arkiverat tidigare."): N_(
        "Minnesanteckningarna godkändes {day}. De kan inte vara arkiverade tidigare."
    ),
    N_("Något har ändrats sedan protokollet gjordes. Titta på det igen och justera sedan."): N_(
        "Något har ändrats sedan minnesanteckningarna gjordes. Titta på dem igen och godkänn sedan."
    ),
    N_("Skriv varför protokollet öppnas på nytt."): N_(
        "Skriv varför minnesanteckningarna öppnas på nytt."
    ),
    N_("Protokollet skrivs här, så det justeras här."): N_(
        "Minnesanteckningarna skrivs här, så de godkänns här."
    ),
    N_("Skriv var protokollet förvaras."): N_("Skriv var minnesanteckningarna förvaras."),
    N_(
        "Paragrafen är inte justerad än. Utdraget kan ses som utkast, och utfärdas när "
        "protokollet är justerat."
    ): N_(
        "Punkten är inte godkänd än. Utdraget kan ses som utkast, och utfärdas när "
        "minnesanteckningarna är godkända."
    ),
    N_("{person} har skyddade uppgifter, och protokollet med namnet blir offentligt."): N_(
        "{person} har skyddade uppgifter, och minnesanteckningarna med namnet blir offentliga."
    ),
    N_("{section} ser ut att ha ett personnummer i texten. Protokollet blir offentligt."): N_(
        "{section} ser ut att ha ett personnummer i texten. Minnesanteckningarna blir offentliga."
    ),
    N_("Första sidan ser ut att ha ett personnummer. Protokollet blir offentligt."): N_(
        "Första sidan ser ut att ha ett personnummer. Minnesanteckningarna blir offentliga."
    ),
    N_("Ingen är utsedd att justera. Välj bland dem som var med."): N_(
        "Ingen är utsedd att godkänna anteckningarna. Välj bland dem som var med."
    ),
    N_("{name} ska justera men var inte med. Välj någon annan."): N_(
        "{name} ska godkänna men var inte med. Välj någon annan."
    ),
    N_("Protokollet är justerat och ändras inte mer."): N_(
        "Minnesanteckningarna är godkända och ändras inte mer."
    ),
    N_("Justerat {day} och arkiverat. Inget ändras mer."): N_(
        "Godkänt {day} och arkiverat. Inget ändras mer."
    ),
    N_("Justerat {day}. Inget ändras mer."): N_("Godkänt {day}. Inget ändras mer."),
    N_("Sammanträdet är inte hållet än. Justeringen kommer efter."): N_(
        "Sammanträdet är inte hållet än. Godkännandet kommer efter."
    ),
    N_("Inget hindrar justeringen."): N_("Inget hindrar godkännandet."),
    N_("Skulle ha justerats {day}."): N_("Skulle ha godkänts {day}."),
    N_("Ska justeras senast {day}."): N_("Ska godkännas senast {day}."),
    N_("Justera…"): N_("Godkänn…"),
    N_("Justera"): N_("Godkänn"),
    N_("Justerat"): N_("Godkänt"),
    N_("Justerat den"): N_("Godkänt den"),
    N_("Justerare"): N_("Godkänns av"),
    N_("Den som justerar"): N_("Den som godkänner"),
    N_("Lägg till justerare"): N_("Lägg till den som godkänner"),
    N_("Ta bort justeraren"): N_("Ta bort den som godkänner"),
    N_("Justeraren är borttagen."): N_("Den som godkänner är borttagen."),
    N_("Dag för justeringen"): N_("Dag för godkännandet"),
    N_(
        "Efter justeringen ändras inget. Öppnas det på nytt sparas skälet, och det blir en "
        "ny version."
    ): N_(
        "Efter godkännandet ändras inget. Öppnas de på nytt sparas skälet, och det blir en "
        "ny version."
    ),
    N_("Justera protokollet"): N_("Godkänn minnesanteckningarna"),
    N_("Gör protokollet"): N_("Gör minnesanteckningarna"),
    N_("Öppna protokollet på nytt"): N_("Öppna minnesanteckningarna på nytt"),
    N_(
        "Det som justerades ligger kvar och kan läsas. När det justeras igen blir det "
        "nästa version."
    ): N_(
        "Det som godkändes ligger kvar och kan läsas. När det godkänns igen blir det nästa version."
    ),
    N_("Det går inte att ångra. Öppnas protokollet på nytt sparas skälet."): N_(
        "Det går inte att ångra. Öppnas minnesanteckningarna på nytt sparas skälet."
    ),
    N_("Justerarna är redan valda och dagen planerad."): N_(
        "De som godkänner är redan valda och dagen planerad."
    ),
    N_("Protokollet finns på annat håll"): N_("Minnesanteckningarna finns på annat håll"),
    N_("Protokollet finns på annat håll…"): N_("Minnesanteckningarna finns på annat håll…"),
    N_("Märk som justerat"): N_("Märk som godkänt"),
    N_("Protokollet förvaras"): N_("Minnesanteckningarna förvaras"),
    N_("För ett protokoll som är skrivet och justerat utanför programmet."): N_(
        "För minnesanteckningar som är skrivna och godkända utanför programmet."
    ),
    N_("Rådets regler säger inte att justeringen ska anslås."): N_(
        "Rådets regler säger inte att godkännandet ska anslås."
    ),
    N_("Anslag: justeringen {day}"): N_("Anslag: godkännandet {day}"),
    N_("justerat: läses, ändras inte"): N_("godkänt: läses, ändras inte"),
    N_("klart att justera"): N_("klart att godkänna"),
}
"""The sentences about minutes, each with the same about notes."""


def of_kind(kind: MinutesKind, sentence: str) -> str:
    """Return a sentence about minutes as it is said of what is kept, not yet translated."""
    return OF_NOTES.get(sentence, sentence) if kind is MinutesKind.NOTES else sentence


def say_of(kind: MinutesKind, sentence: str, /, **values: object) -> str:
    """Say a sentence about minutes, or the same about notes."""
    return say(of_kind(kind, sentence), **values)


def refusal_of(
    kind: MinutesKind, sentence: str, /, field: str = "", **values: object
) -> InputError:
    """Return the refusal that says a sentence about minutes, or the same about notes."""
    return refusal(of_kind(kind, sentence), field, **values)


def minutes_name(kind: MinutesKind) -> str:
    """Return what the paper of minutes is called, in Swedish as it is printed."""
    return "Minnesanteckningar" if kind is MinutesKind.NOTES else "Protokoll"


def minutes_named(kind: MinutesKind) -> str:
    """Return the paper with its article, in a sentence: ``protokollet``."""
    return "minnesanteckningarna" if kind is MinutesKind.NOTES else "protokollet"


def extract_name(kind: MinutesKind) -> str:
    """Return what an extract of minutes is called."""
    return "Utdrag ur minnesanteckningar" if kind is MinutesKind.NOTES else "Protokollsutdrag"
