"""What is said of allowances, alike on screen and in print."""

from collections.abc import Iterable, Iterator

from hubra_desktop.model.attendance.allowance import AllowanceForecast, is_later
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind
from hubra_desktop.model.language import N_, Tell, say
from hubra_desktop.model.money.amounts import MINUS, digits, kronor
from hubra_desktop.model.records.attendance import AllowanceRow


def forecast_verdict(made: AllowanceForecast, tell: Tell = say) -> str:
    """Say whether the year's allowances keep within what is planned for them."""
    if made.planned is None:
        return tell(
            N_("Inget är planerat för arvoden {year}. De är på väg mot {total}."),
            year=made.year,
            total=kronor(made.total),
        )
    rest = made.planned - made.total
    if rest < 0:
        sentence = N_("Arvodena är på väg att överskrida {planned} med {amount}.")
        return tell(sentence, planned=kronor(made.planned), amount=kronor(-rest))
    return tell(
        N_("Arvodena ser ut att rymmas: {left} blir kvar av {planned}."),
        left=kronor(rest),
        planned=kronor(made.planned),
    )


def forecast_arithmetic(made: AllowanceForecast, tell: Tell = say) -> str:
    """Tell how the forecast is reached: what is planned, less each thing that it is used for.

    What is taken back is told with the other sign.
    """
    less, more = ("+", MINUS) if made.planned is None else (MINUS, "+")
    used = [f"{less if ore > 0 else more} {text}" for ore, text in _used(made, tell) if ore]
    if made.planned is None:
        return " ".join(used).removeprefix("+ ")
    planned = tell(N_("{amount} planerat"), amount=digits(made.planned))
    return " ".join([planned, *used])


def _used(made: AllowanceForecast, tell: Tell) -> Iterator[tuple[int, str]]:
    """Yield what is used, each with its words; an amount that is taken back stands without sign."""
    for ore, words in (
        (made.booked, N_("{amount} bokfört")),
        (made.closed, N_("{amount} i stängda listor")),
        (made.held, N_("{amount} för hållna sammanträden")),
    ):
        yield ore, tell(words, amount=digits(abs(ore)))
    coming = tell(
        N_("{n} × {amount} för dem som är kvar"), n=made.coming, amount=digits(made.each or 0)
    )
    yield made.expected, coming


def unit_text(row: AllowanceRow) -> str:
    """Write how many of what is paid for; nothing of a correction."""
    if is_later(row):
        return ""
    unit = " km" if row.kind is AllowanceKind.TRAVEL and row.units > 1 else ""
    return f"{row.units}{unit}"


def rate_text(row: AllowanceRow) -> str:
    """Write what is paid for each; nothing of a correction."""
    return "" if is_later(row) else digits(row.rate_ore)


def amount_text(row: AllowanceRow) -> str:
    """Write what a row comes to, with a minus where it takes back."""
    return f"{MINUS if row.lowers else ''}{digits(row.amount_ore)}"


def is_capped(row: AllowanceRow) -> bool:
    """Return whether a ceiling held."""
    return not is_later(row) and row.amount_ore < row.units * row.rate_ore


def people_in(rows: Iterable[AllowanceRow]) -> int:
    """Return how many people stand in a list."""
    return len({(row.person_id, row.name) for row in rows})
