"""How exact a number is, read from the word that stands before it."""

from typing import Final

from hubra_desktop.model.plan.terms import Exactness

# As people write them before a number.
_HEDGES: Final = {
    Exactness.EXACT: ("exakt", "exactly"),
    Exactness.OVER: ("drygt", "över", "mer än", "fler än", "just over", "over", "more than"),
    Exactness.ABOUT: ("cirka", "ca", "ca.", "c:a", "ungefär", "omkring", "runt", "about"),
}


def exactness_said(text: str) -> tuple[Exactness | None, str]:
    """Part ``drygt 100`` into how exact it is and its number; None when it does not say."""
    plain = " ".join(text.split())
    for exactness, hedges in _HEDGES.items():
        for hedge in hedges:
            if plain.casefold().startswith(f"{hedge} "):
                return exactness, plain[len(hedge) + 1 :]
    return None, plain
