"""What makes an association eligible for a grant, and what of it is missing.

The custom of municipalities (Trosa, bidragsberättigande förening; Herrljunga pays only to
the registered plus- or bankgiro): statutes, who signs for it, an annual meeting, and a giro
in its own name, renewed yearly. Nothing here refuses: it reports.
"""

import datetime as dt
from typing import Final

from hubra_desktop.model.due import Due, day_in_words
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import N_, Tell, say
from hubra_desktop.model.records.money import Association
from hubra_desktop.model.wording import joined, quoted

SOON: Final = 14
"""How many days before its details cease to be valid an association is to be asked."""

ANSWER: Final = 30
"""How many days an association has to answer when it has been asked again."""

MEETING: Final = 550
"""Days: the latest annual meeting is older than this when one has been passed over."""


def missing_papers(known: Association | None, today: dt.date, tell: Tell = say) -> tuple[str, ...]:
    """Return what is missing of what makes an association eligible, in words."""
    found = known or Association()
    met = found.annual_meeting
    giro = bool(found.bank_giro or found.plus_giro)
    lacking = {
        N_("organisationsnummer"): not found.organisation_number,
        N_("stadgar"): found.statutes_received is None,
        N_("firmatecknare"): not found.signatory.strip(),
        N_("årsmöte"): met is None,
        N_("nytt årsmöte"): met is not None and (today - met).days > MEETING,
        N_("giro"): not giro,
        N_("giro i eget namn"): giro and not found.giro_in_own_name,
    }
    return tuple(tell(words) for words, is_missing in lacking.items() if is_missing)


def is_unknown(known: Association | None) -> bool:
    """Tell whether nobody has noted anything of what makes an association eligible."""
    return known is None or not any(
        (
            known.organisation_number,
            known.bank_giro,
            known.plus_giro,
            known.signatory.strip(),
            known.statutes_received,
            known.annual_meeting,
        )
    )


def is_outdated(known: Association, today: dt.date) -> bool:
    """Tell whether an association's details are to be asked for again."""
    return known.valid_until is not None and known.valid_until < today


def papers_text(known: Association | None, today: dt.date, tell: Tell = say) -> str:
    """Say in a few words whether an association is eligible, or what is missing."""
    if is_unknown(known):
        return tell(N_("inget antecknat"))
    missing = missing_papers(known, today, tell)
    if missing:
        return tell(N_("saknar {what}"), what=joined(missing, tell))
    if known is not None and is_outdated(known, today):
        return tell(N_("ska förnyas"))
    return tell(N_("komplett"))


def renewal_due(known: Association, name: str, today: dt.date) -> Due | None:
    """Return that an association's details are to be asked for again, None while they hold.

    When they have been asked for, the answer is waited for.
    """
    until, asked = known.valid_until, known.asked_again
    if until is None or until > today + dt.timedelta(days=SOON):
        return None
    if asked is not None and asked >= until - dt.timedelta(days=SOON):
        if (today - asked).days <= ANSWER:
            return None
        sentence = say(
            "{name} har inte svarat sedan uppgifterna begärdes {day}. Påminn, eller skriv in "
            "de nya.",
            name=quoted(name),
            day=day_in_words(asked),
        )
        return Due(until, Level.WARNING, sentence, "association", known.body_id)
    sentence = say(
        "Uppgifterna om {name} gäller till {day}. Begär in dem på nytt.",
        name=quoted(name),
        day=day_in_words(until),
    )
    level = Level.WARNING if until < today else Level.TIP
    return Due(until, level, sentence, "association", known.body_id)
