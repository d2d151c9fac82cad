"""Findings about the composition of a body, and the mandates that end soon.

They report and stop nothing: what a body's rules want is compared with who sits on it.
``item_id`` is the record in which a finding is mended, ``field`` its kind.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from hubra_desktop.model.council.composition import Composition, Seated, followed_ids
from hubra_desktop.model.council.rulebook_terms import SubstituteRule
from hubra_desktop.model.due import Due, day_in_words
from hubra_desktop.model.findings import Finding, Level
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.terms import Role
from hubra_desktop.model.wording import joined_first, quoted
from hubra_desktop.model.words import word

SOON: Final = 90
"""How many days before its end a mandate is reminded of: the time that an election takes."""
NEAR: Final = 30
"""From so many days before the end it is a warning."""
NAMED: Final = 4
"""So many names are told in a sentence."""


def composition_findings(found: Composition) -> tuple[Finding, ...]:
    """Return what a composition lacks or contradicts, what weighs most first."""
    told = (
        *_rules(found),
        *_seats(found),
        *_committees(found),
        *_substitutes(found),
        *_ends(found),
    )
    return tuple(sorted(told, key=lambda each: tuple(Level).index(each.level)))


def _finding(kind: str, level: Level, sentence: str, record: tuple[str, str]) -> Finding:
    field, item_id = record
    return Finding(id=kind, level=level, sentence=sentence, item_id=item_id, field=field)


def _rules(found: Composition) -> Iterator[Finding]:
    if not found.ruled:
        sentence = say(
            "Organets regler den dagen är inte inskrivna, så platser och nämnder kan inte "
            "jämföras med dem."
        )
        yield _finding("no_rules", Level.TIP, sentence, ("new-rules", ""))
    if found.seated and not found.in_role(Role.CHAIR):
        sentence = say("Ingen är ordförande den dagen.")
        yield _finding("no_chair", Level.WARNING, sentence, ("new-mandate", ""))


def _seats(found: Composition) -> Iterator[Finding]:
    rules = ("body_rules", found.rules.id)
    for each in found.sorts:
        values = {"sort": each.name, "seats": each.seats, "held": len(each.held)}
        if each.over:
            sentence = say("{held} har plats för {sort}, men reglerna ger bara {seats}.", **values)
            yield _finding("seats_over", Level.WARNING, sentence, rules)
        elif each.free:
            sentence = say_count(
                "{n} av {seats} platser för {sort} är ledig.",
                "{n} av {seats} platser för {sort} är lediga.",
                each.free,
                **values,
            )
            yield _finding("seats_free", Level.WARNING, sentence, rules)
    if found.sorts and found.unplaced:
        sentence = say(
            "Det är inte angivet vilken plats {names} har.", names=_named(found.unplaced)
        )
        yield _finding("seat_unknown", Level.TIP, sentence, ("mandate", found.unplaced[0].id))


def _committees(found: Composition) -> Iterator[Finding]:
    for each in found.wanted:
        if not each.by:
            sentence = say("Ingen företräder {name}, fast någon bör göra det.", name=each.name)
            yield _finding("not_represented", Level.WARNING, sentence, ("body", each.body_id))


def _substitutes(found: Composition) -> Iterator[Finding]:
    rows = found.substitutes
    rule = found.rules.substitute_rule
    if rows and found.ruled and rule is SubstituteRule.NONE:
        sentence = say("Reglerna säger inget om ersättare, men {names} är det.", names=_named(rows))
        yield _finding("substitutes_unruled", Level.TIP, sentence, ("body_rules", found.rules.id))
    if rule is SubstituteRule.RANKED:
        yield from _ranks(rows)
    if rule is SubstituteRule.PERSONAL:
        yield from _personal(found)
    serving = {each.id for each in found.seated}
    for each in rows:
        member = each.mandate.substitute_for_id
        if member is not None and member not in serving:
            sentence = say(
                "{name} är personlig ersättare för {other}, som inte har plats den dagen.",
                name=each.person,
                other=each.substitute_for,
            )
            yield _finding("substitute_for_nobody", Level.WARNING, sentence, ("mandate", each.id))


def _ranks(rows: Sequence[Seated]) -> Iterator[Finding]:
    without = [each for each in rows if each.mandate.rank is None]
    if without:
        sentence = say(
            "Ersättarna tjänstgör i en ordning, men {names} har inget nummer i den.",
            names=_named(without),
        )
        yield _finding("rank_missing", Level.WARNING, sentence, ("mandate", without[0].id))
    ranks = Counter(each.mandate.rank for each in rows if each.mandate.rank is not None)
    for rank in sorted(each for each, times in ranks.items() if times > 1):
        alike = [each for each in rows if each.mandate.rank == rank]
        sentence = say("{names} har samma nummer i ordningen: {n}.", names=_named(alike), n=rank)
        yield _finding("rank_twice", Level.WARNING, sentence, ("mandate", alike[0].id))


def _personal(found: Composition) -> Iterator[Finding]:
    stood_in_for = {each.mandate.substitute_for_id for each in found.substitutes}
    alone = [each for each in found.seated if each.id not in stood_in_for]
    if alone:
        sentence = say("{names} har ingen personlig ersättare.", names=_named(alone))
        yield _finding("no_personal_substitute", Level.TIP, sentence, ("mandate", alone[0].id))


def _ends(found: Composition) -> Iterator[Finding]:
    for each in found.ending:
        day = each.mandate.valid_to or found.day
        level = _weight(day, found.day)
        yield _finding("mandate_ends", level, _end_text(each, day), ("mandate", each.id))
    for each in found.ended:
        day = each.mandate.valid_to or found.day
        sentence = say(
            "Uppdraget för {name} ({role}) tog slut {day}.",
            name=each.person,
            role=word(each.mandate.role),
            day=day_in_words(day),
        )
        yield _finding("mandate_ended", Level.TIP, sentence, ("mandate", each.id))


def _end_text(each: Seated, day: dt.date) -> str:
    return say(
        "Uppdraget för {name} ({role}) tar slut {day}.",
        name=each.person,
        role=word(each.mandate.role),
        day=day_in_words(day),
    )


def _weight(day: dt.date, today: dt.date) -> Level:
    return Level.WARNING if (day - today).days <= NEAR else Level.TIP


def _named(rows: Sequence[Seated]) -> str:
    return joined_first([each.person for each in rows], NAMED)


def mandates_due(
    mandates: Iterable[Seated], bodies: Mapping[str, str], today: dt.date
) -> Iterator[Due]:
    """Yield the mandates that end within ``SOON`` days; those that end together as one line."""
    rows = sorted(mandates, key=lambda each: (each.mandate.body_id, each.person, each.id))
    followed = followed_ids(each.mandate for each in rows)
    last = today + dt.timedelta(days=SOON)
    ending = [
        (each.mandate.valid_to, each)
        for each in rows
        if each.mandate.valid_to is not None
        and today <= each.mandate.valid_to <= last
        and each.id not in followed
    ]
    ending.sort(key=lambda pair: (pair[1].mandate.body_id, pair[0]))
    for (body_id, day), group in groupby(
        ending, key=lambda pair: (pair[1].mandate.body_id, pair[0])
    ):
        alike = [each for _, each in group]
        yield _due_together(alike, bodies.get(body_id, ""), day, today)


def _due_together(alike: Sequence[Seated], body: str, day: dt.date, today: dt.date) -> Due:
    level = _weight(day, today)
    if len(alike) == 1:
        return Due(day, level, _end_text(alike[0], day), "mandate", alike[0].id)
    sentence = say_count(
        "{n} uppdrag i {body} tar slut {day}.",
        "{n} uppdrag i {body} tar slut {day}.",
        len(alike),
        body=quoted(body),
        day=day_in_words(day),
    )
    return Due(day, level, sentence, "body", alike[0].mandate.body_id)
