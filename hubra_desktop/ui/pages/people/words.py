"""How mandates, their periods and their holders are put in words on the page of people."""

from collections.abc import Iterable
from datetime import date

from hubra_desktop.model.language import say
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word
from hubra_desktop.work.queries.people import MandateRow


def period_text(first: date | None, last: date | None) -> str:
    """Write ``2018-01-01 – 2018-12-31``, or what is known of it."""
    if first and last:
        return f"{short_date(first)} – {short_date(last)}"
    if first:
        return say("från {day}", day=short_date(first))
    return say("till {day}", day=short_date(last)) if last else ""


def role_text(mandate: Mandate) -> str:
    """Write ``ledamot (S)``."""
    party = f" ({mandate.party})" if mandate.party else ""
    return f"{word(mandate.role)}{party}"


def holder_text(row: MandateRow) -> str:
    """Write ``Åsa Ek, ledamot (S)``, and until when of one that has an end."""
    until = row.mandate.valid_to
    ended = say("till {day}", day=short_date(until)) if until else ""
    parts = (row.person, role_text(row.mandate), ended)
    return ", ".join(part for part in parts if part)


def serving_text(rows: Iterable[MandateRow]) -> str:
    """Write ``Ordförande (C) i HuBrå; ledamot i BOJ``."""
    texts = (
        say("{role} i {body}", role=role_text(row.mandate), body=row.body_short) for row in rows
    )
    return capitalised("; ".join(texts))


def details_text(row: MandateRow) -> str:
    """Write all else that is noted of a mandate: when, which seat, whom it is for."""
    mandate = row.mandate
    rank = say("nr {n} i ordningen", n=mandate.rank) if mandate.rank is not None else ""
    personal = say("ersätter {name}", name=row.substitute_for) if row.substitute_for else ""
    sent = say("företräder {body}", body=row.represents) if row.represents else ""
    period = period_text(mandate.valid_from, mandate.valid_to)
    parts = (mandate.group, mandate.seat, rank, personal, sent, period)
    return " · ".join(part for part in parts if part)


def mandate_text(row: MandateRow, whose: str) -> str:
    """Write a mandate in one line after ``whose`` it is, or what it is in."""
    parts = (whose, capitalised(role_text(row.mandate)), details_text(row))
    return " · ".join(part for part in parts if part)


def mandate_picture(mandate: Mandate, today: date) -> tuple[str, str]:
    """Return the icon that tells whether a mandate holds, has ended or is to come."""
    if mandate.valid_to is not None and mandate.valid_to < today:
        return "state-done", "muted"
    if mandate.valid_from is not None and mandate.valid_from > today:
        return "state-planned", "muted"
    return "state-ongoing", "accent"
