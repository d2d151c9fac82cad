"""Who a recipient is: a person, an organisation or only a name, found and kept once each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from hubra_desktop.model.council.people_names import person_labels
from hubra_desktop.model.council.protection import guard_of
from hubra_desktop.model.dispatch.presenter_slots import PresenterSlot
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.model.records.dispatch import DispatchRecipient, ListMember
from hubra_desktop.model.records.meeting import MeetingPaper, Presenter
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import DeliveryWay

NO_RANK: Final = 99


@dataclass
class Candidate:
    """Somebody on the way to be proposed: what is known of them, and why.

    ``rank`` is the place of their role in the body, the least first. ``told`` is the time
    that they were told last, None when they never were; ``sent`` tells that they were sent
    the kallelse or what stands in its place, the paper ``issued`` last. ``lost`` are the rows
    that they presented in it and present no more.
    """

    key: str
    name: str = ""
    person: Person | None = None
    body: Body | None = None
    email: str = ""
    postal: str = ""
    way: DeliveryWay = DeliveryWay.EMAIL
    copies: int = 1
    role: str = ""
    rank: int = NO_RANK
    reasons: list[str] = field(default_factory=list)
    ticked: bool = False
    slots: list[PresenterSlot] = field(default_factory=list)
    told: str | None = None
    sent: bool = False
    issued: str | None = None
    lost: list[PresenterSlot] = field(default_factory=list)

    @property
    def protected(self) -> bool:
        """Tell whether how to reach them must leave the register in no way."""
        return self.person is not None and self.person.protected

    @property
    def address(self) -> str:
        """Return where it is sent, by their way; "" for what is handed over."""
        if self.protected:
            return ""
        addresses = {DeliveryWay.EMAIL: self.email, DeliveryWay.POST: self.postal}
        return addresses.get(self.way, "").strip()

    @property
    def missing(self) -> str:
        """Say what hinders that it reaches them, and how that is mended; "" for nothing."""
        if self.way not in _ABSENT:
            return ""
        if self.protected:
            return say(_PROTECTED)
        return "" if self.address else say(_ABSENT[self.way])


_PROTECTED: Final = N_(
    "Uppgifterna är skyddade: adressen lämnar inte registret. Skriv den för hand vid utskicket."
)
_ABSENT: Final = {
    DeliveryWay.EMAIL: N_(
        "E-postadressen saknas. Skriv in den på Personer, eller välj ett annat sätt."
    ),
    DeliveryWay.POST: N_(
        "Postadressen saknas. Skriv in den på Personer, eller välj ett annat sätt."
    ),
}


class Candidates:
    """Everybody found so far, each once; ``people`` and ``bodies`` are the register's."""

    def __init__(self, people: Mapping[str, Person], bodies: Mapping[str, Body]) -> None:
        self.people = people
        self.bodies = bodies
        self._guard = guard_of(people.values(), (each.email for each in bodies.values()))
        self.found: dict[str, Candidate] = {}
        self._labels = person_labels(people.values())

    def label(self, one: Candidate) -> str:
        """Return what somebody is called among the people of the register."""
        return self._labels.get(one.person.id, one.name) if one.person else one.name

    def person(self, person_id: str) -> Candidate:
        """Return a person of the register."""
        person = self.people[person_id]
        return self._add(
            Candidate(
                f"person:{person.id}", person.name, person=person, email=person.email,
                postal=person.postal_address, way=person.way,
            )
        )  # fmt: skip

    def body(self, body: Body) -> Candidate:
        """Return an organisation, by e-mail where it has an address for that."""
        by_post = not body.email.strip() and body.postal_address.strip()
        return self._add(
            Candidate(
                f"body:{body.id}", body.name or body.short_name, body=body, email=body.email,
                postal=body.postal_address,
                way=DeliveryWay.POST if by_post else DeliveryWay.EMAIL,
            )
        )  # fmt: skip

    def presenter(self, presenter: Presenter) -> Candidate:
        """Find who presents an item: a person, an organisation alone, or only a name."""
        if presenter.person_id in self.people:
            return self.person(str(presenter.person_id))
        if presenter.name.strip():
            return self._named(presenter.name)
        known = [each for each in self.bodies.values() if _is_called(each, presenter.unit)]
        return self.body(known[0]) if len(known) == 1 else self._typed(presenter.unit)

    def author(self, paper: MeetingPaper) -> Candidate:
        """Find who is to write a paper."""
        known = paper.author_id in self.people
        return self.person(str(paper.author_id)) if known else self._named(paper.author)

    def member(self, member: ListMember) -> Candidate:
        """Find who is on a list."""
        if member.person_id in self.people:
            one = self.person(str(member.person_id))
        elif member.member_body_id in self.bodies:
            one = self.body(self.bodies[str(member.member_body_id)])
        else:
            one = self._typed(member.name, member.email, member.postal_address, member.way)
        one.copies = max(one.copies, member.copies)
        return one

    def earlier(self, recipient: DispatchRecipient) -> Candidate:
        """Find somebody who was sent something: as they are now, else as they were."""
        if recipient.person_id in self.people:
            one = self.person(str(recipient.person_id))
        elif recipient.body_id in self.bodies:
            one = self.body(self.bodies[str(recipient.body_id)])
        else:
            by_post = recipient.way is DeliveryWay.POST
            addresses = ("", recipient.address) if by_post else (recipient.address, "")
            one = self._typed(recipient.name, *addresses, recipient.way)
        one.role = one.role or recipient.role
        return one

    def _named(self, name: str) -> Candidate:
        """Find somebody by name, where one alone is called so."""
        alike = [each for each in self.people.values() if folded(each.name) == folded(name)]
        return self.person(alike[0].id) if len(alike) == 1 else self._typed(name)

    def _typed(
        self, name: str, email: str = "", postal: str = "", way: DeliveryWay = DeliveryWay.EMAIL
    ) -> Candidate:
        plain = " ".join(name.split())
        email, postal = self._guard.text(email), self._guard.text(postal)
        return self._add(Candidate(_by_name(plain), plain, email=email, postal=postal, way=way))

    def _add(self, one: Candidate) -> Candidate:
        return self.found.setdefault(one.key, one)


def recipient_key(recipient: DispatchRecipient) -> str:
    """Return the key that somebody who was sent something is found by."""
    if recipient.person_id:
        return f"person:{recipient.person_id}"
    return f"body:{recipient.body_id}" if recipient.body_id else _by_name(recipient.name)


def _by_name(name: str) -> str:
    return f"name:{folded(name)}"


def _is_called(body: Body, unit: str) -> bool:
    names = {folded(body.name), folded(body.short_name)} - {""}
    return folded(unit) in names
