"""Whether what is typed can be printed, told at once beside the place it is typed in."""

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.wording import joined

NAMED = 4


def unprintable(text: str) -> str:
    """Return the sentence about characters that no shipped font has; "" when all are there."""
    if _western(text):
        return ""
    from hubra_desktop.documents.kit.coverage import missing_glyphs

    return lacking_sentence(missing_glyphs(text))


def _western(text: str) -> bool:
    """Return whether the text has only what every font has, without reading the fonts."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def lacking_sentence(characters: tuple[str, ...]) -> str:
    """Name characters that cannot be printed, and say what to do; "" for none."""
    if not characters:
        return ""
    names = [f"{mark} (U+{ord(mark):04X})" for mark in characters[:NAMED]]
    if len(characters) > NAMED:
        more = len(characters) - NAMED
        names.append(say("{more} till", more=more))
    return say_count(
        "Tecknet {names} finns inte i typsnitten och kan inte skrivas ut. Byt ut det.",
        "Tecknen {names} finns inte i typsnitten och kan inte skrivas ut. Byt ut dem.",
        len(characters),
        names=joined(names),
    )
