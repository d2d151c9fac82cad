"""Structured text as its reader sees it, for the tests of what writes and reads it."""

from hubra_desktop.model.structured import parts, spans


def words_of(text: str) -> str:
    """Return the text as its reader sees it, without marks."""
    return "\n\n".join(
        "\n".join("".join(span.text for span in spans(line.text)) for line in part.lines)
        for part in parts(text)
    )
