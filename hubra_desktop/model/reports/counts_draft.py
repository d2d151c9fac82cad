"""Draft of what the council did besides its plan, in counts: letters, networks, agreements.

Each count is a fact of the register, and what is counted is named. Always Swedish: it is
printed.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from hubra_desktop.model.narrative import (
    FactText,
    Words,
    begun_words,
    fill_template,
    join_words,
    list_words,
)
from hubra_desktop.model.plan.terms import ConsultationState
from hubra_desktop.model.records.plan import Agreement
from hubra_desktop.model.reports.facts import (
    ACTIVITIES,
    AGREEMENTS,
    ANSWERED,
    CARRIED_OUT,
    DECLINED,
    DIALOGUES,
    LETTERS,
    NETWORKS,
    SHARE_CARRIED_OUT,
    UNFINISHED,
    WALKS,
    Facts,
    consultations_in,
    followed_up_key,
    in_force,
    state_key,
)
from hubra_desktop.model.reports.year import YearSheets

_OCCASIONS: Final = (
    (NETWORKS, "ett", "lokalt trygghetsnätverk", "lokala trygghetsnätverk"),
    (DIALOGUES, "en", "trygghetsdialog", "trygghetsdialoger"),
    (WALKS, "en", "trygghetsvandring", "trygghetsvandringar"),
)
"""What is counted, with its article and its forms for one and for several."""


def counts_draft(year: YearSheets, facts: Facts) -> Words:
    """Return the paragraph of the annual report that counts what the year held."""
    return join_words(
        [letters_words(facts), occasions_words(facts), *_agreements(year, facts),
         *_consultations(year, facts)]
    )  # fmt: skip


def times(facts: Facts, key: str) -> Words:
    """Tell how many times: ett tillfälle, två tillfällen."""
    return count_words(facts, key, "ett", "tillfälle", "tillfällen")


def count_words(facts: Facts, key: str, article: str, one: str, several: str) -> Words:
    """Tell how many there are of something: en remiss, två remisser."""
    if facts[key].value == 1:
        return FactText(article, key), f" {one}"
    return FactText(facts[key].form, key), f" {several}"


def letters_words(facts: Facts, about: str = "") -> Words:
    """Tell how many times the Trygghetsbrev went out, and what it was about."""
    if not facts[LETTERS].value:
        return ()
    template = "Ett trygghetsbrev har skickats ut vid {times}{about}."
    return fill_template(template, times=times(facts, LETTERS), about=about)


def occasions_words(facts: Facts) -> Words:
    """Tell how many networks, dialogues and walks there were."""
    counted = [count_words(facts, *each) for each in _OCCASIONS if each[0] in facts]
    if not counted:
        return ()
    return fill_template("Under året har {counted} genomförts.", counted=list_words(counted))


def _agreements(year: YearSheets, facts: Facts) -> Iterator[Words]:
    """Tell the agreements that held in the year, each with how often it was followed up."""
    held = in_force(year)
    if not held:
        return
    count = count_words(facts, AGREEMENTS, "en", "överenskommelse", "överenskommelser")
    yield fill_template(
        "{count} har gällt under året: {titles}.", count=begun_words(count),
        titles=list_words([_agreement(each, facts) for each in held]),
    )  # fmt: skip


def _agreement(agreement: Agreement, facts: Facts) -> Words:
    title, key = f"”{agreement.title.strip()}”", followed_up_key(agreement.id)
    if key not in facts:
        return (title,)
    template = "{title} (har följts upp vid {times})"
    return fill_template(template, title=title, times=times(facts, key))


def _consultations(year: YearSheets, facts: Facts) -> Iterator[Words]:
    for key, state, does in (
        (ANSWERED, ConsultationState.ANSWERED, "besvarat"),
        (DECLINED, ConsultationState.DECLINED, "avstått från att svara på"),
    ):
        if key in facts:
            yield fill_template(
                "Rådet har {does} {count}: {titles}.", does=does,
                count=count_words(facts, key, "en", "remiss", "remisser"),
                titles=_quoted([each.title for each in consultations_in(year, state)]),
            )  # fmt: skip


def analysis_draft(year: YearSheets, facts: Facts) -> Iterator[Words]:
    """Yield what the analysis begins with: how much was carried out, and what was not."""
    if not facts[ACTIVITIES].value:
        return
    yield _how_many(facts)
    left: list[Words] = [
        ("”", FactText(each.title, state_key(each.id, "ofardig")), "”")
        for each in year.activities if each.state in UNFINISHED and not each.closed
    ]  # fmt: skip
    if left:
        yield fill_template("Följande blev inte färdigt: {left}.", left=list_words(left))


def _how_many(facts: Facts) -> Words:
    """Tell how many of the year's activities were carried out."""
    done, whole = facts[CARRIED_OUT].value, facts[ACTIVITIES].value
    if whole == 1:
        only = FactText("enda", ACTIVITIES)
        how = FactText("har genomförts" if done else "har inte genomförts", CARRIED_OUT)
        return fill_template("Årets {only} aktivitet {how}.", only=only, how=how)
    count = FactText(facts[ACTIVITIES].form, ACTIVITIES)
    if done in (0, whole):
        share = FactText("Samtliga" if done else "Ingen", SHARE_CARRIED_OUT)
        of = "" if done else "av "
        template = "{share} {of}årets {count} aktiviteter har genomförts."
        return fill_template(template, share=share, of=of, count=count)
    template = "Av årets {count} aktiviteter har {done} genomförts."
    number = FactText(facts[CARRIED_OUT].form, CARRIED_OUT)
    return fill_template(template, count=count, done=number)


def _quoted(titles: Sequence[str]) -> Words:
    return list_words([(f"”{title.strip()}”",) for title in titles])
