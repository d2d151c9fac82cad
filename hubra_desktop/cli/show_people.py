"""Who serves the council on a day, one person, and the disposals, in the terminal."""

import datetime as dt
from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.cli.purge import person_called
from hubra_desktop.model.council.composition import Composition, holds_on
from hubra_desktop.model.council.composition_findings import composition_findings
from hubra_desktop.model.council.protection import MASK
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.swedish import capitalised, long_date, parse_date
from hubra_desktop.model.terms import Role
from hubra_desktop.model.words import swedish_word
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MANDATE, PERSON
from hubra_desktop.work.queries import Reader, register_info
from hubra_desktop.work.queries.composition import composition_on
from hubra_desktop.work.queries.disposals import disposals
from hubra_desktop.work.queries.people import MandateRow, mandate_rows
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import today as register_day

Shown = tuple[str, Any]
_REACHED = {"email": "e-post", "phone": "telefon", "postal_address": "postadress"}
_WIDTH = 22


def show_serving(reader: Reader, typed: str) -> Shown:
    """Return who serves the register's own body on the day typed, or today."""
    today = register_day(reader)
    day = parse_date(typed, near=today) if typed else today
    own = register_info(reader)
    rows = [
        row
        for row in mandate_rows(reader, MANDATE.c.body_id == own.own_body_id)
        if holds_on(row.mandate, day)
    ]
    rows.sort(key=_place)
    if not rows:
        raise InputError(f"Ingen har ett uppdrag i {own.body} den {day.isoformat()}.")
    found = composition_on(reader, str(own.own_body_id), day)
    told = composition_findings(found)
    lines = [f"{own.body}, {long_date(day)}", "", *map(_mandate_line, rows), *_seats(found)]
    lines += ["", *(each.sentence for each in told)] if told else []
    return "\n".join(lines), {
        "body": own.body,
        "day": day.isoformat(),
        "mandates": [_mandate(each) for each in rows],
        "seats": [
            {"name": each.name, "seats": each.seats, "held": len(each.held)} for each in found.sorts
        ],
        "recommended": [
            {"body": each.name, "represented_by": [one.person for one in each.by]}
            for each in found.wanted
        ],
        "findings": [json_values(each, "id", "level", "sentence") for each in told],
    }


def _seats(found: Composition) -> list[str]:
    """Tell how many of the body's seats are held, and which committees are represented."""
    lines = [
        f"{capitalised(each.name):<{_WIDTH}}{len(each.held)} av {each.seats}"
        for each in found.sorts
    ]
    lines += [
        f"{each.name}: {', '.join(one.person for one in each.by) or 'ingen'}"
        for each in found.wanted
    ]
    return ["", *lines] if lines else []


def _place(row: MandateRow) -> tuple[int, int]:
    return list(Role).index(row.mandate.role), row.mandate.rank or 0


def _mandate_line(row: MandateRow) -> str:
    mandate = row.mandate
    more = [mandate.party, mandate.group, row.represents and f"för {row.represents}"]
    until = f"till {mandate.valid_to.isoformat()}" if mandate.valid_to else ""
    told = ", ".join(filter(None, (row.person, *more, until)))
    return f"{capitalised(swedish_word(mandate.role)):<{_WIDTH}}{told}"


def _mandate(row: MandateRow) -> dict[str, Any]:
    names = ("id", "person_id", "role", "party", "group", "seat", "rank", "valid_from", "valid_to")
    told = json_values(row.mandate, *names)
    return {"person": row.person, "body": row.body, "represents": row.represents, **told}


def show_person(reader: Reader, typed: str) -> Shown:
    """Return one person with what they serve in; how a protected one is reached is not told."""
    found = person_called(reader, typed)
    person = guard(reader).reachable(records(reader, Person, PERSON.c.id == found.id)[0])
    held = mandate_rows(reader, MANDATE.c.person_id == person.id)
    lines = [found.label, ""]
    for name, word in _REACHED.items():
        value = getattr(person, name).replace("\n", ", ")
        told = MASK if person.protected else value
        lines += [f"{capitalised(word):<{_WIDTH}}{told}"] if told else []
    lines += [f"{row.body:<{_WIDTH}}{_period(row)}" for row in held]
    names = ("id", "name", "title", "unit", "distinction", "way", "protected", *_REACHED)
    return "\n".join(lines), {
        **json_values(person, *names), "mandates": [_mandate(x) for x in held]
    }  # fmt: skip


def _period(row: MandateRow) -> str:
    first, last = row.mandate.valid_from, row.mandate.valid_to
    days = [day.isoformat() if day else "" for day in (first, last)]
    return f"{swedish_word(row.mandate.role)} {'–'.join(days) if any(days) else ''}".rstrip()


def show_disposals_made(reader: Reader, _: str) -> Shown:
    """Return the disposals that were made, oldest first."""
    found = disposals(reader)
    lines = [
        f"{each.day.isoformat()}  {each.what}, {_counted(each.rows)}. Beslut: {each.decision}"
        f"{_decided(each.decided_on)}. {each.done_by}".rstrip()
        for each in found
    ]
    names = ("id", "day", "what", "rows", "decision", "decided_on", "done_by")
    shown = [json_values(each, *names) for each in found]
    return "\n".join(lines) or "Inget är gallrat.", shown


def _decided(day: dt.date | None) -> str:
    return f" den {day.isoformat()}" if day else ""


def _counted(rows: int) -> str:
    return "1 uppgift" if rows == 1 else f"{rows} uppgifter"
