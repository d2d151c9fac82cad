"""Structured text as its reader sees it, for the tests of what writes and reads it."""

from hubra_desktop.model.narrative import FactText, Words
from hubra_desktop.model.structured import parts, spans


def words_of(text: str) -> str:
    """Return the text as its reader sees it, without marks."""
    return "\n\n".join(
        "\n".join("".join(span.text for span in spans(line.text)) for line in part.lines)
        for part in parts(text)
    )


def paragraphs_of(text: str) -> list[Words]:
    """Read the paragraphs of a text as the parts that they were written from."""
    found: list[Words] = []
    for part in parts(text):
        words: list[str | FactText] = []
        for place, line in enumerate(part.lines):
            read = [FactText(s.text, s.fact) if s.fact else s.text for s in spans(line.text)]
            words += ["\n", *read] if place else read
        found.append(united(tuple(words)))
    return found


def united(words: Words) -> Words:
    """Join strings that stand beside each other."""
    found: list[str | FactText] = []
    for part in words:
        if found and isinstance(part, str) and isinstance(found[-1], str):
            found[-1] += part
        elif part:
            found.append(part)
    return tuple(found)
