"""What the register knows of words: its names are no misspellings."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.spelled_words import KnownWords
from hubra_desktop.store.tables import (
    BODY,
    FOCUS_AREA,
    GRANT,
    KNOWN_WORD,
    LETTER_RECIPIENT,
    PERSON,
    REGISTER,
)

KINDS = frozenset(
    {"person", "body", "register", "focus_area", "grant", "letter_recipient", "known_word"}
)
"""The kinds of records whose changes change what is known."""


def spelling_words(reader: Connection) -> KnownWords:
    """Return the words of people's, bodies', areas' and associations' names, and those added."""
    return KnownWords(_names(reader), reader.scalars(select(KNOWN_WORD.c.word)))


def _names(reader: Connection) -> Iterator[str]:
    columns = (
        PERSON.c.name, PERSON.c.unit, BODY.c.name, BODY.c.short_name, FOCUS_AREA.c.title,
        REGISTER.c.municipality, GRANT.c.title, LETTER_RECIPIENT.c.name,
    )  # fmt: skip
    for column in columns:
        yield from (name for name in reader.scalars(select(column)) if name)
