"""What a reconciliation comes to in words, in the window's language or a paper's Swedish."""

from hubra_desktop.model.language import Tell, say
from hubra_desktop.model.money.reconciliation import Check, Reconciliation


def verdict(year: Reconciliation, tell: Tell = say) -> str:
    """Say in a sentence or two whether the year agrees with itself."""
    compared = len(year.checks) - len(year.missing)
    if not compared:
        return tell("Det finns inget att jämföra än.")
    if not year.agrees:
        return tell(
            "Stämmer inte: {differing} av {compared} jämförelser skiljer sig.",
            differing=len(year.differing),
            compared=compared,
        )
    if not year.missing:
        return tell("Allt stämmer, i alla {compared} jämförelser.", compared=compared)
    return tell(
        "Det som kunde jämföras stämmer: {compared} av {all} jämförelser.",
        compared=compared,
        all=len(year.checks),
    )


def outcome_of(check: Check, tell: Tell = say) -> str:
    """Say what became of a check: ``Stämmer``, ``2 rader skiljer``."""
    if check.missing:
        return tell("Ej jämfört")
    number = len(check.differing)
    if not number:
        return tell("Stämmer")
    return tell("1 rad skiljer") if number == 1 else tell("{n} rader skiljer", n=number)


def sides_text(check: Check, tell: Tell = say) -> str:
    """Name both sides of a check: ``Ramen och posternas budget``."""
    ours, theirs = tell(check.ours), tell(check.theirs)
    return tell("{ours} och {theirs}", ours=ours, theirs=f"{theirs[:1].lower()}{theirs[1:]}")
