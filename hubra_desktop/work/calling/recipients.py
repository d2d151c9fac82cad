"""Who is to have what is sent about a meeting: proposed by rule, each person once.

Those who serve the body on the meeting's day, those who present an item with their own time,
the lists that always get a copy, and for a change those who were sent what it changes.
"""

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.model.council.rulebook_terms import SubstituteRule
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.dispatch.presenter_slots import PresenterSlot, presenter_slots, told_times
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.records.council import Body, Mandate, Person
from hubra_desktop.model.records.dispatch import (
    Dispatch,
    DispatchRecipient,
    MailingList,
)
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import day_and_month, sort_key
from hubra_desktop.model.terms import PresenterAnswer, Role
from hubra_desktop.model.wording import joined, quoted
from hubra_desktop.model.words import swedish_word, word
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.calling.recipient_candidates import Candidate, Candidates, recipient_key
from hubra_desktop.work.queries.people import serves_on
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import house_style
from hubra_desktop.work.queries.rulebook import rules_on
from hubra_desktop.work.queries.sheets import meeting_sheet

CALLING: Final = frozenset({DispatchKind.CALL, DispatchKind.PACKET})
"""What is sent to all who are called, whatever they were sent before."""
FOLLOWING: Final = frozenset(
    {
        DispatchKind.CHANGES,
        DispatchKind.ADDITION,
        DispatchKind.CANCELLED,
        DispatchKind.MOVED,
    }
)
"""What is sent to those who were sent the kallelse."""
_TELLS: Final = frozenset({DispatchKind.CALL, DispatchKind.CHANGES, DispatchKind.SLOT})
"""What tells somebody who presents their own time."""

_RANKS: Final = (
    Role.CHAIR,
    Role.VICE_CHAIR,
    Role.MEMBER,
    Role.SUBSTITUTE,
    Role.CO_OPTED,
    Role.SECRETARY,
    Role.PRESENTER,
)
_SERVING: Final = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.CO_OPTED})


@dataclass(frozen=True, kw_only=True)
class ProposedRecipient:
    """Somebody who may be sent something, and why; ``recipient`` is what would be kept.

    ``key`` names them as long as the sheet is open. ``missing`` says what hinders that it
    reaches them, and how that is mended. Of somebody ``protected`` no address is told.
    ``label`` tells them from others of the name.
    ``slots`` are the rows that they present, ``lost`` those that they presented in what they
    were sent last. ``concerned`` are those whose time is another
    than they were told, or who were sent nothing yet.
    """

    key: str
    recipient: DispatchRecipient
    reasons: tuple[str, ...]
    ticked: bool
    missing: str = ""
    protected: bool = False
    slots: tuple[PresenterSlot, ...] = ()
    lost: tuple[PresenterSlot, ...] = ()
    concerned: bool = False
    label: str = ""


def proposed_recipients(
    reader: Connection,
    meeting_id: str,
    kind: DispatchKind = DispatchKind.CALL,
    *,
    only_concerned: bool = False,
    changed_items: Collection[str] = (),
) -> tuple[ProposedRecipient, ...]:
    """Return who may be sent something about a meeting, those who serve the body first.

    With ``only_concerned`` those are ticked whose own time is another than they were told,
    who present one of ``changed_items``, or who should have the kallelse and were not sent
    it. Raises InputError when the meeting is gone.
    """
    meeting = meeting_sheet(reader, meeting_id)
    found = _Gathered(reader, meeting, kind)
    if kind is DispatchKind.REMINDER:
        found.owe_papers()
    else:
        found.present()
    if kind in CALLING | FOLLOWING:
        found.serve()
        found.always_copied()
    if kind is not DispatchKind.REMINDER:
        found.had_earlier()
    return found.proposals(only_concerned=only_concerned, changed=changed_items)


def list_recipients(
    reader: Connection, list_id: str, meeting_id: str
) -> tuple[ProposedRecipient, ...]:
    """Return who is on a list on a meeting's day, to be added by hand."""
    found = _Gathered(reader, meeting_sheet(reader, meeting_id), DispatchKind.CALL)
    for each in records(reader, MailingList, TABLES["mailing_list"].c.id == list_id):
        found.on_list(each)
    return found.proposals()


def slots_by_recipient(reader: Connection, meeting: Meeting) -> dict[str, list[PresenterSlot]]:
    """Return what each presents at a meeting, by the key that a recipient is found by."""
    people = {each.id: each for each in records(reader, Person)}
    bodies = {each.id: each for each in records(reader, Body)}
    known = Candidates(people, bodies)
    found: dict[str, list[PresenterSlot]] = {}
    for presenter, slot in presenter_slots(meeting, house_style(reader)):
        found.setdefault(known.presenter(presenter).key, []).append(slot)
    return found


class _Gathered:
    """Gathers who may be sent something, each once; used once."""

    def __init__(self, reader: Connection, meeting: Meeting, kind: DispatchKind) -> None:
        self.reader = reader
        self.meeting = meeting
        self.kind = kind
        people = {each.id: each for each in records(reader, Person)}
        bodies = {each.id: each for each in records(reader, Body)}
        self.candidates = Candidates(people, bodies)
        self.guard = guard(reader)

    def serve(self) -> None:
        """Take in those who serve the body on the meeting's day."""
        body = self.meeting.body_id
        for mandate in self._mandates(body):
            one = self.candidates.person(mandate.person_id)
            reason, ticked = self._service(mandate)
            self._give(one, mandate.role, reason, ticked=ticked)
        officers = (
            (Role.CHAIR, self.meeting.chair_id),
            (Role.SECRETARY, self.meeting.secretary_id),
        )
        for role, person_id in officers:
            if (
                person_id in self.candidates.people
                and f"person:{person_id}" not in self.candidates.found
            ):
                one = self.candidates.person(str(person_id))
                self._give(one, role, word(role), ticked=role is Role.CHAIR)

    def _service(self, mandate: Mandate) -> tuple[str, bool]:
        """Return why somebody who serves the body is proposed, and whether they are ticked.

        Substitutes are called as the body's rules say; where those say nothing, not.
        """
        role = word(mandate.role)
        if mandate.role is not Role.SUBSTITUTE:
            return role, mandate.role in _SERVING
        rule = rules_on(self.reader, self.meeting.body_id, self.meeting.date).substitute_rule
        if rule is SubstituteRule.NONE:
            return say("ersättare; reglerna säger inte att ersättare kallas"), False
        member = self._substituted(mandate)
        if rule is SubstituteRule.PERSONAL and member:
            return say("personlig ersättare för {name}", name=member), True
        return role, True

    def _substituted(self, mandate: Mandate) -> str:
        of = (
            each for each in self._mandates(mandate.body_id) if each.id == mandate.substitute_for_id
        )
        member = next(of, None)
        return self.candidates.people[member.person_id].name if member else ""

    def present(self) -> None:
        """Take in those who present an item, with their own times."""
        for presenter, slot in presenter_slots(self.meeting, house_style(self.reader)):
            one = self.candidates.presenter(presenter)
            one.slots.append(slot)
            declined = presenter.answer is PresenterAnswer.NO
            one.ticked |= not declined
            if declined:
                one.reasons.append(say("har svarat: kan inte"))
        for one in self.candidates.found.values():
            one.role = one.role or swedish_word(Role.PRESENTER)
            one.reasons.insert(0, _presents(one.slots))

    def owe_papers(self) -> None:
        """Take in those who owe a paper to the meeting."""
        for paper in self.meeting.papers:
            if paper.received is None and (paper.author_id or paper.author.strip()):
                one = self.candidates.author(paper)
                one.ticked = True
                one.reasons.append(say("ska lämna {paper}", paper=quoted(paper.title)))

    def always_copied(self) -> None:
        """Take in those on the lists that always get a copy."""
        columns = TABLES["mailing_list"].c
        lists = records(self.reader, MailingList, columns.always)
        for each in sorted(lists, key=lambda one: sort_key(one.name)):
            if each.serving or each.body_id in (None, self.meeting.body_id):
                self.on_list(each)

    def on_list(self, mailing: MailingList) -> None:
        """Take in those on one list."""
        reason = say("kopia enligt {list}", list=quoted(mailing.name))
        ones = [self.candidates.member(each) for each in mailing.members]
        if mailing.serving and mailing.body_id:
            ones += [
                self.candidates.person(each.person_id) for each in self._mandates(mailing.body_id)
            ]
        for one in ones:
            one.role = one.role or "kopia"
            one.ticked = True
            if reason not in one.reasons:
                one.reasons.append(reason)

    def had_earlier(self) -> None:
        """Take in those who were sent something about the meeting, the latest last."""
        columns = TABLES["dispatch"].c
        order = (columns.day, columns.time.nulls_first(), columns.version)
        of_meeting = columns.meeting_id == self.meeting.id
        for dispatch in records(self.reader, Dispatch, of_meeting, order=order):
            for each in dispatch.recipients:
                self._had(dispatch, each)
        for issued_id in {one.issued for one in self.candidates.found.values() if one.issued}:
            self._note_lost(issued_id)

    def _note_lost(self, issued_id: str) -> None:
        """Note what somebody presented in an issued paper and presents no more."""
        from hubra_desktop.work.calling.calls import frozen_call

        with suppress(InputError):  # a paper that cannot be read tells nothing
            earlier = slots_by_recipient(self.reader, frozen_call(self.reader, issued_id).meeting)
            for key, slots in earlier.items():
                one = self.candidates.found.get(key)
                if one is not None and one.issued == issued_id:
                    kept = {each.item.id for each in one.slots}
                    one.lost += [each for each in slots if each.item.id not in kept]

    def _had(self, dispatch: Dispatch, recipient: DispatchRecipient) -> None:
        if self.kind not in FOLLOWING and recipient_key(recipient) not in self.candidates.found:
            return
        one = self.candidates.earlier(recipient)
        if dispatch.kind in _TELLS:
            one.told, one.sent, one.issued = recipient.slot, True, dispatch.issued_id
        if self.kind in FOLLOWING:
            one.ticked = True
            one.reasons.append(
                say(
                    "fick {what} den {day}",
                    what=word(dispatch.kind),
                    day=day_and_month(recipient.sent or dispatch.day),
                )
            )

    def proposals(
        self, *, only_concerned: bool = False, changed: Collection[str] = ()
    ) -> tuple[ProposedRecipient, ...]:
        """Return those found, in order of role and name."""
        ordered = sorted(
            self.candidates.found.values(), key=lambda one: (one.rank, sort_key(one.name))
        )
        made = (self._proposal(one, changed) for one in ordered)
        if not only_concerned:
            return tuple(made)
        return tuple(replace(each, ticked=each.ticked and each.concerned) for each in made)

    def _proposal(self, one: Candidate, changed: Collection[str]) -> ProposedRecipient:
        slot = told_times(one.slots)
        changes = any(each.item.id in changed for each in one.slots)
        return ProposedRecipient(
            key=one.key,
            recipient=DispatchRecipient(
                person_id=one.person.id if one.person else None,
                body_id=one.body.id if one.body else None,
                name=one.name,
                role=one.role,
                address=self._open_address(one),
                way=one.way,
                copies=one.copies,
                slot=slot,
            ),
            reasons=tuple(each for each in one.reasons if each),
            ticked=one.ticked,
            missing=one.missing,
            protected=one.protected,
            label=self.candidates.label(one),
            slots=tuple(one.slots),
            lost=tuple(one.lost),
            concerned=changes
            or bool(one.lost)
            or not one.sent
            or (one.told is not None and one.told != slot),
        )

    def _open_address(self, one: Candidate) -> str:
        """Return where it is sent, unless that is how a protected person is reached."""
        return one.address if self.guard.text(one.address) == one.address else ""

    def _mandates(self, body_id: str) -> list[Mandate]:
        """Return who serves a body on the meeting's day, in order of role."""
        columns = TABLES["mandate"].c
        holding = records(
            self.reader, Mandate, columns.body_id == body_id, serves_on(self.meeting.date, columns)
        )
        return sorted(holding, key=lambda each: _RANKS.index(each.role))

    def _give(self, one: Candidate, role: Role, reason: str, *, ticked: bool) -> None:
        """Give somebody a role in the body: the first of several ranks them."""
        rank = _RANKS.index(role)
        if rank < one.rank:
            one.rank, one.role = rank, swedish_word(role)
        one.ticked |= ticked
        one.reasons.append(reason)


def _presents(slots: Iterable[PresenterSlot]) -> str:
    """Say what somebody presents: numbers, or titles of rows without one."""
    told = [each.number or quoted(each.item.title.strip()) for each in slots]
    return say("föredrar ärende {numbers}", numbers=joined(list(dict.fromkeys(told))))
