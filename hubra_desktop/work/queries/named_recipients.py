"""Bodies and people by what is typed: who is told, asked or has to act, and how to reach them."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy.engine import Connection

from hubra_desktop.model.council.people_names import PeopleByName
from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import DeliveryWay
from hubra_desktop.store.reading import records
from hubra_desktop.work.queries.in_order import by_words


class NamedRecipient(NamedTuple):
    """Somebody as they are named and reached: nothing else is known of a name alone.

    How to reach somebody who is protected is never told.
    """

    name: str
    person_id: str | None = None
    body_id: str | None = None
    address: str = ""
    way: DeliveryWay = DeliveryWay.EMAIL


class RecipientsByName:
    """Reads the register once; ``labels`` are what people and bodies are offered by."""

    def __init__(self, reader: Connection) -> None:
        self._bodies = by_words(records(reader, Body), lambda each: each.name)
        self._people = PeopleByName(by_words(records(reader, Person), lambda each: each.name))
        names = [each.name for each in self._bodies]
        self.labels: Sequence[str] = (*names, *self._people.labels)
        self.body_labels: Sequence[str] = tuple(names)

    def named(self, typed: str) -> NamedRecipient:
        """Return who is meant; raises InputError where several people are."""
        wanted = folded(typed)
        for body in self._bodies:
            if wanted and wanted in (folded(body.name), folded(body.short_name)):
                address = body.email.strip() or body.postal_address.strip()
                way = DeliveryWay.EMAIL if body.email.strip() else DeliveryWay.POST
                return NamedRecipient(
                    body.name, body_id=body.id, address=address,
                    way=way if address else DeliveryWay.EMAIL,
                )  # fmt: skip
        person = self._people.meant(typed)
        if person is None:
            return NamedRecipient(" ".join(typed.split()))
        by_mail = person.way is DeliveryWay.EMAIL
        address = person.email if by_mail else person.postal_address
        return NamedRecipient(
            person.name, person_id=person.id, address="" if person.protected else address.strip(),
            way=person.way,
        )  # fmt: skip
