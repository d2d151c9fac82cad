"""Why the file refuses rows: what its constraints hold, each with a sentence for its user."""

import re

from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records import catalogue
from hubra_desktop.store.errors import RegisterError


class BrokenReferenceError(RegisterError):
    """A change that breaks what the register keeps together; the sentence tells which way."""

    def __init__(self, error: BaseException) -> None:
        cause = getattr(error, "orig", None) or error
        message = str(cause)
        what = message.partition("failed: ")[2]
        sentence = _CONSTRAINTS.get(message.partition(" constraint failed")[0], _ANY_CONSTRAINT)
        super().__init__(say(sentence, what=f" ({what})" if what else ""))


class RefusedRowError(RegisterError):
    """A change with a value that the file itself refuses."""

    def __init__(self, why: str) -> None:
        super().__init__(why + say(" Inget har ändrats."))


def refused_by_file(error: Exception) -> RegisterError:
    """Return the refusal that SQLite's message about a constraint stands for."""
    message = str(error)
    value = re.search(r"CHECK constraint failed: ck_(\w+)", message)
    for kind in catalogue.RECORDS if value else ():
        name = value[1].removeprefix(f"{kind}_") if value else ""
        if name in catalogue.RULES[kind]:
            return RefusedRowError(catalogue.refused_value(kind, name))
    return BrokenReferenceError(error)


_ONE_OF_A_KIND = N_(
    "Det som ändringen lägger till finns redan i registret, och där kan bara finnas ett{what}. "
    "Inget har ändrats. Ändra det som finns i stället."
)
_NOT_ALLOWED = N_(
    "Ändringen ger en uppgift ett värde som registret inte tar emot{what}. "
    "Inget har ändrats. Rätta uppgiften och försök igen."
)
_ANY_CONSTRAINT = N_(
    "Ändringen stämmer inte med det som registret håller ihop{what}. "
    "Inget har ändrats. Se efter hur uppgifterna ser ut nu och gör om ändringen."
)
_CONSTRAINTS = {
    "FOREIGN KEY": N_(
        "Ändringen hänvisar till något som inte finns i registret, eller tar bort något som "
        "annat hänvisar till. Inget har ändrats. Se efter hur uppgifterna ser ut nu och gör "
        "om ändringen."
    ),
    "UNIQUE": _ONE_OF_A_KIND,
    "CHECK": _NOT_ALLOWED,
    "NOT NULL": _NOT_ALLOWED,
}
