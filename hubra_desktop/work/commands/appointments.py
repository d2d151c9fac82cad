"""Who leads and who writes at a meeting, also when the register does not know them yet."""

import unicodedata
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.mapped import Meeting, Person
from hubra_desktop.model.terms import Role
from hubra_desktop.work.commands.base import Step, assign, found
from hubra_desktop.work.commands.mapped_rows import new_row
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

    def apply(self, session: Session) -> str | None:
        meeting = found(session, Meeting, self.meeting_id)
        column = _COLUMNS[self.role]
        former = session.get(Person, getattr(meeting, column) or "")
        person = self._person(session)
        added = person is not None and person in session.new
        session.flush()
        assign(meeting, {column: None if person is None else person.id})
        if person is not None:
            self._sign(meeting, person.name, {"", former.name if former else ""})
        return person.id if person is not None and added else None

    def _person(self, session: Session) -> Person | None:
        """Return who is meant, added if need be; None for nobody."""
        if self.person_id is not None:
            return found(session, Person, self.person_id)
        name = " ".join(self.name.split())
        if not name:
            return None
        people = session.scalars(select(Person).order_by(Person.id))
        known = next((each for each in people if _plain(each.name) == _plain(name)), None)
        if known is not None:
            return known
        added = new_row(Person, {"name": name})
        session.add(added)
        return added

    def _sign(self, meeting: Meeting, name: str, replaced: set[str]) -> None:
        word = SIGNING[self.role].casefold()
        for line in meeting.signatures:
            if line.role.casefold().split()[:1] == [word] and line.name.strip() in replaced:
                line.name = name


def _plain(name: str) -> str:
    """Return a name as it is compared: composed, in small letters, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
