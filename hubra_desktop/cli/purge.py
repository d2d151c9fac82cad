"""Whom ``hubra purge`` means: exactly one person of the register."""

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.swedish import folded
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.people import PersonRow, persons


def person_called(reader: Reader, said: str) -> PersonRow:
    """Return the person of an id or a whole name; raises InputError with those it may be."""
    people = persons(reader)
    wanted = folded(said)
    named = [each for each in people if said == each.id or folded(each.name) == wanted]
    if len(named) == 1:
        return named[0]
    if named:
        raise InputError(
            f"Flera personer heter {named[0].name}. "
            f"Skriv i stället för namnet vem du menar:{_lines(named)}"
        )
    like = [each for each in people if wanted and wanted in folded(each.name)]
    hint = f" Menade du någon av dem?{_lines(like)}" if like else " Skriv hela namnet."
    raise InputError(f"Det finns ingen person i registret som heter ”{said}”.{hint}")


def _lines(people: list[PersonRow]) -> str:
    return "".join(
        f"\n  {each.id}  {', '.join(word for word in (each.name, each.title, each.unit) if word)}"
        for each in people
    )
