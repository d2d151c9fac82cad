"""Small parts of sentences in the window's language: counts and lists in words.

Documents do not use them; their words are in ``swedish``.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from hubra_desktop.model.language import Tell, say, say_count

MOST_LINES: Final = 20
"""Lines of one kind that are shown: longer lists are not read."""


def minutes_in_words(minutes: int) -> str:
    """Write ``1 minut`` or ``10 minuter``."""
    return say_count("{n} minut", "{n} minuter", minutes)


def days_in_words(days: int) -> str:
    """Write ``1 dag`` or ``7 dagar``."""
    return say_count("{n} dag", "{n} dagar", days)


def joined(parts: Sequence[str], tell: Tell = say) -> str:
    """Join words as a list: ``a, b och c``; ``a, b samt c och d`` where a part has its own."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last_joint(parts, tell)} {parts[-1]}"


def last_joint(parts: Sequence[str], tell: Tell = say) -> str:
    """Return the word before the last part of a list: another than the parts themselves hold."""
    plain, other = tell("och"), tell("samt")
    return other if any(f" {plain} " in part for part in parts) else plain


def joined_first(parts: Sequence[str], most: int) -> str:
    """Join the first ``most`` words as a list, and tell how many more there are."""
    more = len(parts) - most
    return joined([*parts[:most], say("{n} till", n=more)] if more > 0 else parts)


def cut_lines(told: Iterable[str]) -> list[str]:
    """Return lines, each once, and how many are left out of a long list."""
    lines = list(dict.fromkeys(told))
    if len(lines) <= MOST_LINES:
        return lines
    more = say_count("… och {n} till", "… och {n} till", len(lines) - MOST_LINES)
    return [*lines[:MOST_LINES], more]


def unusual_lines(questions: Iterable[tuple[str, str]]) -> list[str]:
    """Return the lines that tell what of a file is to be confirmed: where, and the question."""
    return cut_lines(
        say("Ovanligt, {where}: {what}", where=where, what=what) for where, what in questions
    )


def asked_above(count: int) -> str:
    """Ask about the questions that stand in lines above."""
    return say_count(
        "{n} fråga ovan ska bekräftas. Stämmer det som filen säger?",
        "{n} frågor ovan ska bekräftas. Stämmer det som filen säger?",
        count,
    )


def quoted(text: str) -> str:
    """Put a text in quotation marks: ``”Beslut”``."""
    return f"{say('”')}{text}”"


def shortened(text: str, most: int) -> str:
    """Write a text on one line of at most ``most`` characters, ``…`` where it is cut."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
