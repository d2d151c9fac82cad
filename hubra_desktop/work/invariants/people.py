"""Rules of mandates: one chair at a time, nobody twice in a role, substitutes of their own body."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from sqlalchemy import or_, select

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.swedish import short_date
from hubra_desktop.model.terms import Role
from hubra_desktop.model.words import word
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import BODY, MANDATE, PERSON
from hubra_desktop.work.invariants.kinds import Touched


def check_mandates(touched: Touched) -> None:
    """Refuse periods that end first, two chairs, one twice in a role, a stranger's substitute."""
    now = touched.now("mandate")
    column = MANDATE.c
    for some in some_at_a_time(now):
        people = select(column.person_id).where(column.id.in_(some))
        bodies = select(column.body_id).where(column.id.in_(some))
        rivals = or_(column.person_id.in_(people), column.role == Role.CHAIR)
        found = records(touched.reader, Mandate, column.body_id.in_(bodies), rivals)
        for mandate in found:
            if mandate.id in some:
                _refuse_period(mandate)
        for one, other in _at_once(found, some):
            raise _both(touched, one, other)
    _refuse_strangers(touched, now)


def _refuse_period(mandate: Mandate) -> None:
    first, last = mandate.valid_from, mandate.valid_to
    if first is not None and last is not None and last < first:
        raise refusal(
            "Uppdraget slutar innan det börjar. Ändra någon av dagarna.", field="valid_to"
        )


def _at_once(
    mandates: Sequence[Mandate], touched: Collection[str]
) -> Iterator[tuple[Mandate, Mandate]]:
    """Yield the mandates that cannot hold on the same day and do, a touched one first."""
    rivals: dict[tuple[str, ...], list[Mandate]] = defaultdict(list)
    for each in mandates:
        rivals[each.body_id, each.role, each.person_id].append(each)
        if each.role is Role.CHAIR:
            rivals[each.body_id, each.role].append(each)
    for group in rivals.values():
        for one in group:
            if one.id in touched:
                yield from ((one, other) for other in group if _meet(one, other))


def _meet(one: Mandate, other: Mandate) -> bool:
    """Tell whether two mandates hold on the same day."""
    if one.id == other.id:
        return False
    return max(_first(one), _first(other)) <= min(_last(one), _last(other))


def _first(mandate: Mandate) -> date:
    return mandate.valid_from or date.min


def _last(mandate: Mandate) -> date:
    return mandate.valid_to or date.max


def _both(touched: Touched, one: Mandate, other: Mandate) -> InputError:
    """Return the refusal of two mandates that cannot hold on the same day."""
    reader = touched.reader
    name = reader.scalar(select(PERSON.c.name).where(PERSON.c.id == other.person_id))
    body = reader.scalar(select(BODY.c.name).where(BODY.c.id == other.body_id))
    day = short_date(_first(other)) if other.valid_from else ""
    if one.person_id == other.person_id:
        return refusal(
            "{name} är redan {role} i {body} under den tiden. Ändra någon av dagarna.",
            name=name, role=word(other.role), body=body, field="person_id",
        )  # fmt: skip
    if day:
        return refusal(
            "{name} är ordförande i {body} från {day}. Avsluta det uppdraget först, eller ändra "
            "någon av dagarna.",
            name=name, body=body, day=day, field="role",
        )  # fmt: skip
    return refusal(
        "{name} är ordförande i {body}. Avsluta det uppdraget först, eller ändra någon av dagarna.",
        name=name, body=body, field="role",
    )  # fmt: skip


def _refuse_strangers(touched: Touched, ids: Collection[str]) -> None:
    """Refuse a personal substitute for oneself, or for somebody of another body."""
    own, other = MANDATE.alias(), MANDATE.alias()
    for some in some_at_a_time(ids):
        wrong = (
            select(own.c.id)
            .join(other, other.c.id == own.c.substitute_for_id)
            .where(or_(own.c.id.in_(some), other.c.id.in_(some)))
            .where(or_(own.c.body_id != other.c.body_id, own.c.person_id == other.c.person_id))
        )
        if touched.reader.scalar(wrong.limit(1)) is not None:
            raise refusal(
                "En personlig ersättare ersätter någon annan i samma organ. Välj en annan.",
                field="substitute_for_id",
            )
