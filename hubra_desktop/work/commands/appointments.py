"""Who leads and who writes at a meeting, also when the register does not know them yet."""

import unicodedata
from dataclasses import dataclass, replace

from hubra_desktop.model.council.people_names import PeopleByName
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.invisible import one_line
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Meeting, Signature
from hubra_desktop.model.terms import Role
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.commands.officers import SIGNING

_COLUMNS = {Role.CHAIR: "chair_id", Role.SECRETARY: "secretary_id"}


@dataclass(frozen=True)
class AppointOfficer(Step):
    """Let a person be a meeting's chair or secretary; None with no ``name`` means nobody.

    A ``name`` is somebody of that name in the register, or else a person who is added.
    The signature lines of the role that are empty or bear the predecessor's name are
    signed by the new one. Answers the id of a person who was added.
    """

    meeting_id: str
    role: Role
    person_id: str | None = None
    name: str = ""

    @property
    def label(self) -> str:
        return f"change-meeting-{_COLUMNS[self.role]}"

    def apply(self, rows: Rows) -> str | None:
        meeting = found(rows, Meeting, self.meeting_id)
        column = _COLUMNS[self.role]
        former = rows.get(Person, getattr(meeting, column))
        person, added = self._person(rows)
        signatures = meeting.signatures
        if person is not None:
            signatures = self._signed(meeting, person.name, {"", former.name if former else ""})
        officer = {column: None if person is None else person.id}
        rows.put(replace(meeting, signatures=signatures, **officer), was=meeting)  # type: ignore[arg-type]
        return person.id if person is not None and added else None

    def _person(self, rows: Rows) -> tuple[Person | None, bool]:
        """Return who is meant, None for nobody, and whether the person was added."""
        if self.person_id is not None:
            return found(rows, Person, self.person_id), False
        return person_named(rows, self.name)

    def _signed(self, meeting: Meeting, name: str, replaced: set[str]) -> tuple[Signature, ...]:
        """Return the signature lines, those of the role signed by the new one."""
        word = SIGNING[self.role].casefold()
        return tuple(
            replace(line, name=name)
            if line.role.casefold().split()[:1] == [word] and line.name.strip() in replaced
            else line
            for line in meeting.signatures
        )


def person_named(rows: Rows, name: str) -> tuple[Person | None, bool]:
    """Return who bears a name, added if nobody does, and whether so; None for an empty name."""
    name = one_line(name)
    if not name:
        return None, False
    known = PeopleByName(rows.all(Person)).meant(name)
    if known is not None:
        return known, False
    added = Person(id=new_id(), name=name)
    rows.put(added)
    return added, True


def _plain(name: str) -> str:
    """Return a name as it is compared: composed, in small letters, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
