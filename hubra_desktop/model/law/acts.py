"""Short answers at the elbow: what the law says of an act in the program, with its source.

Data with the days from which they hold. Told in the program's own words from the local
government act (KL, 2017:725), lag (1930:173), tryckfrihetsförordningen and förvaltningslagen
as they were read in github.com/se-lex/sfs, 1 September 2025, and from government bill
2025/26:164. It is no legal advice, and a body's own rules go before what is only usual.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hubra_desktop.model.language import N_
from hubra_desktop.model.words import Term

_KL: Final = dt.date(2018, 1, 1)
"""From when the present local government act holds (KL 2017:725)."""

_NAMES: Final = dt.date(2025, 7, 1)
"""From when names may be left out of a notice of a decision (lag 2025:582)."""


class LawAct(Term):
    """What somebody is about to do."""

    CALL = "call", N_("Kalla")
    COUNT = "count", N_("Räkna dagar")
    LATE = "late", N_("Lägga till ett ärende i efterhand")
    REMOTE = "remote", N_("Delta på distans")
    CLOSED = "closed", N_("Stänga dörrarna")
    CONFLICT = "conflict", N_("Anmäla jäv")
    MINUTES = "minutes", N_("Justera protokollet")
    POSTING = "posting", N_("Anslå och överklaga")
    DRAFTS = "drafts", N_("Lämna ut en handling")
    NAMES = "names", N_("Skriva namn i ett beslut")


class AnswerFor(StrEnum):
    """For which bodies an answer holds."""

    ALL = "all"
    COUNCIL = "council"
    COMMITTEE = "committee"


@dataclass(frozen=True, kw_only=True)
class ActAnswer:
    """An answer with its source, and the days between which it holds (None: no bound known).

    One that is ``proposed`` is a bill's wording whose day of force is not known: it is told
    beside the wording that holds.
    """

    act: LawAct
    answer: str
    source: str
    since: dt.date | None = None
    until: dt.date | None = None
    proposed: bool = False
    bodies: AnswerFor = AnswerFor.ALL


ANSWERS: Final = (
    ActAnswer(
        act=LawAct.CALL, bodies=AnswerFor.COUNCIL,
        answer=N_(
            "Rådets egna regler säger vilka som kallas och hur många dagar före. Kommunallagens "
            "regler om kallelse gäller inte ett råd: det är ingen nämnd. Brukligt är en vecka."
        ),
        source=N_("KL 3 kap. 1–7 §§; rådets reglemente"),
    ),
    ActAnswer(
        act=LawAct.CALL, bodies=AnswerFor.COMMITTEE, since=_KL,
        answer=N_(
            "Ledamöter och ersättare kallas så många dagar före som reglementet säger. Lagen "
            "anger ingen tid för nämnder; nämnden bestämmer tid och plats."
        ),
        source=N_("KL 6 kap. 23 §; nämndens reglemente"),
    ),
    ActAnswer(
        act=LawAct.COUNT,
        answer=N_(
            "En tid som räknas framåt och slutar på en lördag, söndag, helgdag, midsommarafton, "
            "julafton eller nyårsafton löper till nästa vardag. En tid som räknas bakåt, som dagar "
            "före sammanträdet, flyttas inte."
        ),
        source=N_("Lag (1930:173) 1–2 §§"),
    ),
    ActAnswer(
        act=LawAct.LATE, bodies=AnswerFor.COUNCIL,
        answer=N_(
            "Rådet godkänner det när föredragningslistan fastställs. Numren i kallelsen står kvar. "
            "Det som får följder bör vänta tills alla har kallats till det."
        ),
        source=N_("Brukligt; för fullmäktige KL 5 kap. 52 §"),
    ),
    ActAnswer(
        act=LawAct.LATE, bodies=AnswerFor.COMMITTEE,
        answer=N_(
            "Nämnden godkänner det när föredragningslistan fastställs. Numren i kallelsen står "
            "kvar. Lagens krav på kungjorda ärenden gäller fullmäktige."
        ),
        source=N_("Brukligt; för fullmäktige KL 5 kap. 52 §"),
    ),
    ActAnswer(
        act=LawAct.REMOTE, since=_KL,
        answer=N_(
            "Bara om fullmäktige har beslutat det. Ljud och bild ska gå i realtid, och alla ska "
            "se och höra varandra på lika villkor. Den som är med på distans är närvarande. "
            "För ett råd gäller det om dess regler säger det."
        ),
        source=N_("KL 6 kap. 24 § och 5 kap. 16 §"),
    ),
    ActAnswer(
        act=LawAct.REMOTE, proposed=True,
        answer=N_(
            "Kravet att alla ska se och höra varandra på lika villkor tas bort. Ordföranden ser "
            "till att det är klart vilka som deltar, och att de som är med på distans kan följa "
            "och delta. Fullmäktige får bestämma om ledamöter i nämnder får eller ska vara det."
        ),
        source=N_("Prop. 2025/26:164 (12 mars 2026); dagen den gäller från är inte känd"),
    ),
    ActAnswer(
        act=LawAct.CLOSED, bodies=AnswerFor.COUNCIL,
        answer=N_(
            "Det avgör rådets egna regler. Det som är hemligt får inte stå i kallelsen: bara den "
            "offentliga rubriken skrivs ut."
        ),
        source=N_("Rådets reglemente; OSL"),
    ),
    ActAnswer(
        act=LawAct.CLOSED, bodies=AnswerFor.COMMITTEE, since=_KL,
        answer=N_(
            "Nämndens sammanträden hålls inom stängda dörrar, om inte fullmäktige har tillåtit "
            "annat. Ärenden om myndighetsutövning och sekretess är alltid stängda."
        ),
        source=N_("KL 6 kap. 25 §"),
    ),
    ActAnswer(
        act=LawAct.CONFLICT, since=_KL,
        answer=N_(
            "Den som är jävig säger det, och är varken med eller kvar i rummet när ärendet "
            "behandlas. Är det oklart avgör nämnden. Se i bidragsärenden efter uppdrag i "
            "föreningens styrelse. Ett råd följer det om dess regler säger det."
        ),
        source=N_("KL 6 kap. 28–30 §§"),
    ),
    ActAnswer(
        act=LawAct.MINUTES, bodies=AnswerFor.COUNCIL,
        answer=N_(
            "Rådets egna regler säger hur och när. Många råd för minnesanteckningar som "
            "ordföranden godkänner."
        ),
        source=N_("Rådets reglemente; brukligt"),
    ),
    ActAnswer(
        act=LawAct.MINUTES, bodies=AnswerFor.COMMITTEE, since=_KL,
        answer=N_("Protokollet justeras senast 14 dagar efter sammanträdet."),
        source=N_("KL 5 kap. 69 § och 6 kap. 35 §"),
    ),
    ActAnswer(
        act=LawAct.POSTING, bodies=AnswerFor.COUNCIL,
        answer=N_(
            "Ett rådgivande råds ställningstagande kan normalt inte överklagas, och dess protokoll "
            "behöver inte anslås. Formella beslut fattas och anslås av nämnden."
        ),
        source=N_("Följer av KL 13 kap. 2 §"),
    ),
    ActAnswer(
        act=LawAct.POSTING, bodies=AnswerFor.COMMITTEE, since=_KL,
        answer=N_(
            "Justeringen anslås senast andra dagen efter. Anslaget sitter uppe hela tiden för "
            "överklagande, tre veckor från den dag då det sattes upp, och tas ned dagen efter."
        ),
        source=N_("KL 8 kap. 12 § och 13 kap. 5 §"),
    ),
    ActAnswer(
        act=LawAct.DRAFTS,
        answer=N_(
            "Ett utkast som inte har skickats är ingen allmän handling, om det inte arkiveras. Det "
            "som har kommit in eller gått ut är det, och lämnas ut så snart det går. Fråga inte "
            "vem som ber om det."
        ),
        source=N_("TF 2 kap. 12, 15 och 18 §§"),
    ),
    ActAnswer(
        act=LawAct.NAMES, since=_NAMES,
        answer=N_(
            "Namnen på dem som har beslutat eller deltagit får utelämnas i en underrättelse när "
            "hot kan befaras. För bidrag till föreningar gäller de reglerna inte; gör ändå så när "
            "det behövs, och låt namnen stå i registret."
        ),
        source=N_("FL 33 § sista stycket (2025:582) och 2 §"),
    ),
)  # fmt: skip
"""The answers, in the order of the acts."""


def answers_to(act: LawAct, day: dt.date, *, local_government_act: bool) -> tuple[ActAnswer, ...]:
    """Return what is said of an act on a day, for a body to which KL's rules hold or not."""
    body = AnswerFor.COMMITTEE if local_government_act else AnswerFor.COUNCIL
    return tuple(
        each
        for each in ANSWERS
        if each.act is act and each.bodies in (AnswerFor.ALL, body) and _holds(each, day)
    )


def _holds(answer: ActAnswer, day: dt.date) -> bool:
    begun = answer.since is None or answer.since <= day
    return begun and (answer.until is None or day <= answer.until)
