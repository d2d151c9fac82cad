"""What ``hubra purge`` means: exactly one person of the register, and all its copies."""

import sys
from contextlib import AbstractContextManager
from pathlib import Path

from hubra_desktop.cli.output import write_lines
from hubra_desktop.cli.parser import Arguments
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.swedish import folded, parse_date
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.purged_copies import Purge, purge_copies
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.people import PersonRow, person_label, persons
from hubra_desktop.work.queries.register import today
from hubra_desktop.work.workspace import Workspace


def purge_person(opened: AbstractContextManager[Workspace], arguments: Arguments) -> int:
    """Take a person out of the register, its history and its copies, as it was decided."""
    if not arguments.decision.strip():
        raise InputError(
            'Skriv vilket beslut gallringen vilar på: --decision "KS 2026-03-04 § 41".'
        )
    with opened as workspace:
        with workspace.read() as reader:
            person = person_called(reader, arguments.person)
            day = today(reader)
        decided = parse_date(arguments.decided, near=day) if arguments.decided else None
        who = arguments.by.strip() or workspace.who
        purge = PurgePerson(person.id, arguments.decision.strip(), decided, who)
        done = workspace.run(purge)
        path = workspace.path
    write_lines(
        f"{person.name} är gallrad ur registret och dess historik. "
        "Namnet står kvar där dokumenten skriver det. Det kan inte ångras."
    )
    return copies_purged(path, purge, done)


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


def copies_purged(register: Path, purge: Purge, done: Changes) -> int:
    """Purge the register's copies and say what came of it; return 1 when one is left."""
    copies = purge_copies(register, purge, done)
    if copies.purged:
        also = "en kopia" if copies.purged == 1 else f"{copies.purged} kopior"
        write_lines(f"Även {also} av registret har gallrats.")
    for sentence in copies.left:
        print(sentence, file=sys.stderr)
    return int(bool(copies.left))


def _lines(people: list[PersonRow]) -> str:
    return "".join(f"\n  {each.id}  {person_label(each)}" for each in people)
