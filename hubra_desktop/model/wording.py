"""Small parts of sentences in the window's language: counts and lists in words.

Documents do not use them; their words are in ``swedish``.
"""

from collections.abc import Sequence

from hubra_desktop.model.language import say


def minutes_in_words(minutes: int) -> str:
    """Write ``1 minut`` or ``10 minuter``."""
    return counted_noun(minutes, ("minut", "minuter"), ("minute", "minutes"))


def days_in_words(days: int) -> str:
    """Write ``1 dag`` or ``7 dagar``."""
    return counted_noun(days, ("dag", "dagar"), ("day", "days"))


def counted_noun(number: int, sv: tuple[str, str], en: tuple[str, str]) -> str:
    """Write a number with its noun; each language gives one and many."""
    many = number != 1
    return f"{number} {say(sv[many], en[many])}"


def joined(parts: Sequence[str]) -> str:
    """Join words as a list: ``a, b och c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {say('och', 'and')} {parts[-1]}"


def quoted(text: str) -> str:
    """Put a text in quotation marks: ``”Beslut”``."""
    return f"{say('”', '“')}{text}”"
