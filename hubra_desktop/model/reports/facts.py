"""The facts of a year by key: each with its value, how it may be written, and its records.

A text that says ``[sju](fakta:brev-skickade)`` is held against the fact of that key. The
keys are stored in texts and never change. What a fact is called, and the forms it takes,
are Swedish: they stand in papers.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from hubra_desktop.model.narrative import value_key
from hubra_desktop.model.plan.areas import area_name
from hubra_desktop.model.plan.counts import count_of, count_text
from hubra_desktop.model.plan.terms import (
    SENT_STATES,
    ActivityKind,
    ActivityState,
    ConsultationState,
)
from hubra_desktop.model.records.plan import (
    Activity,
    Agreement,
    AgreementMeeting,
    Consultation,
    Occasion,
)
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.fact import Fact, FactKind, Source, counted, sources_of
from hubra_desktop.model.reports.money_facts import money_facts
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.swedish import count_in_words, date_in_text, folded

MEETINGS: Final = "sammantraden-hallna"
LETTERS: Final = "brev-skickade"
DIALOGUES: Final = "dialoger"
DIALOGUE_PLACES: Final = "dialoger:platser"
WALKS: Final = "vandringar"
NETWORKS: Final = "natverk"
AGREEMENTS: Final = "overenskommelser"
ANSWERED: Final = "remisser-besvarade"
DECLINED: Final = "remisser-avstadda"
CARRIED_OUT: Final = "aktiviteter-genomforda"
SHARE_CARRIED_OUT: Final = "aktiviteter-andel"
ACTIVITIES: Final = "aktiviteter"
DATE: Final = "datum"
ATTACHMENT: Final = "bilaga"
AREAS: Final = "fokusomraden"
LARGELY: Final = "i stora delar"
STATE_WORDS: Final = {
    ActivityState.PLANNED: "är planerad",
    ActivityState.ONGOING: "pågår",
    ActivityState.DONE: "har genomförts",
    ActivityState.PARTLY: "har genomförts delvis",
    ActivityState.NOT_DONE: "genomfördes inte",
    ActivityState.STRUCK: "ströks ur planen",
}
THEN_WORDS: Final = {
    ActivityState.PLANNED: "skulle genomföras",
    ActivityState.ONGOING: "pågick",
    ActivityState.DONE: "genomfördes",
    ActivityState.PARTLY: "genomfördes delvis",
}
"""How a state is told with a time: what took place on a day is past."""
NOBODY: Final = "utan"
"""How it is told that nobody took part: utan deltagare."""
UNFINISHED: Final = frozenset({ActivityState.PARTLY, ActivityState.NOT_DONE})

Facts = Mapping[str, Fact]


def facts(year: YearSheets, report: Report | None = None) -> dict[str, Fact]:
    """Return the facts of ``year`` by key, with those of ``report`` itself (its date)."""
    made = (
        *_counts(year),
        *_participants(year),
        *_agreements(year),
        *_answers(year),
        *money_facts(year),
        *_values(year),
        *(_of_paper(year, report) if report else ()),
    )
    return {fact.key: fact for fact in made}


def _counts(year: YearSheets) -> Iterator[Fact]:
    yield counted(
        MEETINGS, "Hållna sammanträden", sources_of("meeting", year.held()),
        about=("sammanträtt", "sammanträden", "sammanträdde", "sammanträdet"),
        nouns=("tillfälle", "gång", "sammanträde", "möte"),
    )  # fmt: skip
    sent = sources_of("letter", (e for e in year.letters if e.state in SENT_STATES))
    yield counted(
        LETTERS, "Skickade Trygghetsbrev", sent,
        about=("trygghetsbrev",), nouns=("tillfälle", "gång", "brev", "nummer", "trygghetsbrev"),
    )  # fmt: skip
    yield from _occasions(year)
    areas = year.plan.areas if year.plan else ()
    yield counted(AREAS, "Fokusområden", sources_of("focus_area", areas))
    for area in areas:
        yield Fact(
            key=area_key(area.id), name=f"Område: {area.title}", kind=FactKind.STATE,
            forms=(area_name(area), area.title), sources=(Source("focus_area", area.id),),
        )  # fmt: skip
    done = [each for each in year.activities if each.state is ActivityState.DONE]
    whole = sources_of("activity", year.activities)
    only = len(whole) == 1
    yield also(counted(ACTIVITIES, "Aktiviteter", whole), "enda" if only else "")
    how = ("har genomförts" if done else "har inte genomförts") if only else ""
    carried_out = counted(CARRIED_OUT, "Genomförda aktiviteter", sources_of("activity", done))
    yield also(carried_out, how)
    yield Fact(
        key=SHARE_CARRIED_OUT, name="Hur stor del av aktiviteterna som genomförts",
        kind=FactKind.SHARE, value=len(done), of=len(whole), sources=whole,
        hangs=True, forms=(
                *share_words(len(done), len(whole)),
                *((LARGELY,) if 2 * len(done) > len(whole) else ()),
            ),
    )  # fmt: skip


def also(fact: Fact, form: str) -> Fact:
    """Return a fact that can be written in one more way, if there is one."""
    return replace(fact, forms=(*fact.forms, form)) if form else fact


def _occasions(year: YearSheets) -> Iterator[Fact]:
    """Count how many times and places the networks, dialogues and walks were carried out."""
    kinds = (
        (DIALOGUES, "Trygghetsdialoger", ActivityKind.DIALOGUE, ("trygghetsdialog",),
         ("tillfälle", "trygghetsdialog", "dialog")),
        (WALKS, "Trygghetsvandringar", ActivityKind.WALK, ("trygghetsvandring",),
         ("tillfälle", "trygghetsvandring", "vandring")),
        (NETWORKS, "Lokala trygghetsnätverk", ActivityKind.NETWORK, ("trygghetsnätverk",),
         ("tillfälle", "trygghetsnätverk", "nätverk")),
    )  # fmt: skip
    for key, name, kind, about, nouns in kinds:
        of_kind = [
            each for each in year.activities if each.kind is kind and _took_place(each.state)
        ]
        if of_kind:
            count = sum(len(each.occasions) or 1 for each in of_kind)
            sources = sources_of("activity", of_kind)
            yield counted(key, name, sources, about=about, nouns=nouns, number=count)
            places = _places(of_kind)
            if places:
                yield counted(
                    f"{key}:platser", f"{name}: platser", sources, about=about,
                    nouns=("område", "plats", "ort"), number=len(places),
                )  # fmt: skip


def _places(activities: Iterable[Activity]) -> set[str]:
    """Return the places of activities, none where a place is not known."""
    found = [folded(each.place) for activity in activities for each in activity.occasions or (
        Occasion(),)]  # fmt: skip
    return set(found) if all(found) else set()


def _took_place(state: ActivityState) -> bool:
    return state in {ActivityState.DONE, ActivityState.PARTLY, ActivityState.ONGOING}


def share_words(done: int, whole: int) -> tuple[str, ...]:
    """Tell how large a part of the whole is done: samtliga, flertalet, några, inga."""
    if not whole or not done:
        words: tuple[str, ...] = ("inga", "ingen", "inte")
    elif done == whole:
        words = ("samtliga", "alla")
    elif 2 * done > whole:
        words = ("flertalet", "de flesta")
    elif 2 * done == whole:
        words = ("hälften",)
    else:
        words = ("några", "en del", "en mindre del")
    spelt = f"{count_in_words(done)} av {count_in_words(whole)}"
    return tuple(dict.fromkeys((*words, spelt, f"{done} av {whole}")))


def area_key(area_id: str) -> str:
    """Return the key of what an area of the plan is called, number and all."""
    return f"omrade:{area_id}"


def state_key(activity_id: str, what: str = "") -> str:
    """Return the key of an activity's state, of its title (namn), or of being undone (ofardig)."""
    return f"aktivitet:{activity_id}:{what}" if what else f"aktivitet:{activity_id}"


def _state_forms(state: ActivityState) -> tuple[str, ...]:
    then = THEN_WORDS.get(state)
    return (STATE_WORDS[state], then) if then else (STATE_WORDS[state],)


def participants_key(activity_id: str) -> str:
    """Return the key of how many took part in an activity."""
    return f"deltagare:{activity_id}"


def _participants(year: YearSheets) -> Iterator[Fact]:
    for activity in year.activities:
        if activity.closed:
            continue
        source = (Source("activity", activity.id),)
        yield Fact(
            key=state_key(activity.id), name=f"Läge: {activity.title}", kind=FactKind.STATE,
            forms=_state_forms(activity.state), sources=source, hangs=True,
        )  # fmt: skip
        yield Fact(
            key=state_key(activity.id, "namn"), name=f"Aktivitet: {activity.title}",
            kind=FactKind.STATE, forms=(activity.title,), sources=source,
        )  # fmt: skip
        if activity.state in UNFINISHED:
            yield Fact(
                key=state_key(activity.id, "ofardig"), name=f"Blev inte färdigt: {activity.title}",
                kind=FactKind.STATE, forms=(activity.title,), sources=source, hangs=True,
            )  # fmt: skip
        count = count_of(activity)
        if count is not None:
            yield Fact(
                key=participants_key(activity.id), name=f"Deltagare: {activity.title}",
                kind=FactKind.PEOPLE, value=count.number, exactness=count.exactness,
                forms=(count_text(count), *((NOBODY,) if not count.number else ())),
                sources=source, about=_telling(activity.title),
                counted=("person", "deltagare", "besökare", "anställd", "kommunanställd"),
            )  # fmt: skip
        given = [each.grant_id for each in activity.links if each.grant_id]
        if len(given) > 1:
            yield counted(
                grants_key(activity.id), f"Bidrag: {activity.title}",
                (Source("grant", each) for each in given), about=("föreningsbidrag", "bidrag"),
                nouns=("förening", "grupp", "bidrag"),
            )  # fmt: skip


def _telling(title: str) -> tuple[str, ...]:
    """Return the stems of a title's long words, which identify its subject."""
    words = re.findall(r"[^\W\d_]{8,}", folded(title))
    return tuple(word[: max(7, len(word) - 3)] for word in words)


def grants_key(activity_id: str) -> str:
    """Return the key of how many grants an activity is joined to."""
    return f"bidrag-till:{activity_id}"


def followed_up_key(agreement_id: str) -> str:
    """Return the key of how many times an agreement has been followed up."""
    return f"uppfoljningar:{agreement_id}"


def in_force(year: YearSheets) -> list[Agreement]:
    """Return the agreements known to hold in some part of the year, by day or by its activities."""
    first, last = dt.date(year.year, 1, 1), dt.date(year.year, 12, 31)
    return [
        each for each in year.agreements
        if _is_joined(each, year) or ((each.valid_from or each.valid_to)
        and (each.valid_from or first) <= last and (each.valid_to or last) >= first)
    ]  # fmt: skip


def _is_joined(agreement: Agreement, year: YearSheets) -> bool:
    """Tell whether an activity of the year is joined to an agreement."""
    links = (link for each in year.activities if not each.closed for link in each.links)
    return any(link.agreement_id == agreement.id for link in links)


def consultations_in(year: YearSheets, state: ConsultationState) -> list[Consultation]:
    """Return the consultations that came to ``state``, answered or declined, in the year."""
    return [
        each for each in year.consultations
        if each.state is state and _in_year(each.answered_on or each.received, year.year)
    ]  # fmt: skip


def _met(agreement: Agreement, year: YearSheets) -> list[AgreementMeeting]:
    """Return the meetings held in the year; one without a day where the year's work tells of it."""
    undated = _is_joined(agreement, year)
    return [
        each for each in agreement.meetings
        if each.held and (undated if each.date is None else each.date.year == year.year)
    ]  # fmt: skip


def _answers(year: YearSheets) -> Iterator[Fact]:
    """Count the consultations that were answered, and those that were declined."""
    for key, name, state, words in (
        (ANSWERED, "Besvarade remisser", ConsultationState.ANSWERED, ("besvara", "svara")),
        (DECLINED, "Remisser som rådet avstått från", ConsultationState.DECLINED, ("avst",)),
    ):
        found = consultations_in(year, state)
        if found:
            yield counted(
                key, name, sources_of("consultation", found), about=words, nouns=("remiss",)
            )


def _agreements(year: YearSheets) -> Iterator[Fact]:
    held = in_force(year)
    if held:
        yield counted(
            AGREEMENTS, f"Överenskommelser som gällde {year.year}",
            sources_of("agreement", held), about=("överenskommelse", "avtal"),
            nouns=("överenskommelse", "avtal"),
        )  # fmt: skip
    for agreement in year.agreements:
        met = _met(agreement, year)
        if met:
            names = (folded(party.name) for party in agreement.parties if party.name.strip())
            own = folded(year.municipality)
            yield counted(
                followed_up_key(agreement.id), f"Uppföljande möten: {agreement.title}",
                sources_of("agreement_meeting", met),
                about=tuple(n.split()[0] for n in names if not (own and n.startswith(own))),
                nouns=("tillfälle", "gång", "samtal", "möte"),
            )  # fmt: skip


def _in_year(day: dt.date | None, year: int) -> bool:
    return day is None or day.year == year


def _values(year: YearSheets) -> Iterator[Fact]:
    from hubra_desktop.model.indicators.terms import Unit as Measured
    from hubra_desktop.model.indicators.values import unit_of, value_text
    from hubra_desktop.model.words import swedish_word

    for indicator in year.indicators:
        for row in indicator.measurements:
            if row.value_thousandths is None:
                continue
            percent = unit_of(indicator, row.group) is Measured.PERCENT
            number = value_text(row.value_thousandths)
            ways = (f"{number}\u00a0%", f"{number}\u00a0procent", number) if percent else (number,)
            yield Fact(
                key=value_key(indicator.id, row.year, row.group),
                name=f"{indicator.name}, {swedish_word(row.group)} {row.year}",
                kind=FactKind.VALUE, value=row.value_thousandths, forms=ways, percent=percent,
                hangs=True,
                sources=(Source("measurement", row.id), Source("indicator", indicator.id)),
            )  # fmt: skip


def _of_paper(year: YearSheets, report: Report) -> Iterator[Fact]:
    """Yield the paper's own date and, of a tjänsteutlåtande, its attachments."""
    if report.date is not None:
        day = date_in_text(report.date)
        yield Fact(
            key=DATE, name="Handlingens datum", kind=FactKind.DATE,
            value=report.date.toordinal(), sources=(Source("report", report.id),),
            forms=(day, day.removeprefix("den "), report.date.isoformat()),
        )  # fmt: skip
    if report.kind is not ReportKind.STATEMENT:
        return
    for place, paper in enumerate(year.attached_to(report), 1):
        number = paper.attachment_number or place
        key = ATTACHMENT if place == 1 else f"{ATTACHMENT}:{paper.id}"
        source = (Source("report", paper.id),)
        fact = counted(key, f"Bilaga: {paper.title}", source, number=number)
        yield replace(fact, forms=(str(number),))
