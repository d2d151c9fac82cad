"""Rules of mailing lists: everybody on one is somebody, once."""

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.dispatch import MailingList
from hubra_desktop.model.swedish import folded
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import touched_wholes


def check_mailing_lists(touched: Touched) -> None:
    """Refuse members who are nobody or stand twice, and people serving no body."""
    for named in touched_wholes(touched, MailingList):
        if named.serving and named.body_id is None:
            raise refusal("Välj vilket organ vars personer ska vara med.", field="body_id")
        seen: set[tuple[str | None, str | None, str]] = set()
        for each in named.members:
            plain = "" if each.person_id or each.member_body_id else folded(each.name)
            who = (each.person_id, each.member_body_id, plain)
            if who == (None, None, ""):
                raise refusal("Skriv vem det är, eller välj ur registret.", field="name")
            if who in seen:
                raise refusal("Den står redan på listan. Ändra raden i stället.", field="who")
            seen.add(who)
