"""Whether what is typed can be printed, told at once beside the place it is typed in."""

from hubra_desktop.model.language import say
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
        names.append(say("{more} till", "{more} more", more=more))
    one = len(characters) == 1
    return say(
        "Tecknet {names} finns inte i typsnitten och kan inte skrivas ut. Byt ut det."
        if one
        else "Tecknen {names} finns inte i typsnitten och kan inte skrivas ut. Byt ut dem.",
        "The character {names} is in none of the fonts and cannot be printed. Replace it."
        if one
        else "The characters {names} are in none of the fonts and cannot be printed. Replace them.",
        names=joined(names),
    )
