"""An office whose council has held a meeting: 13 members, 7 rows, 3 decisions, all recorded."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.minutes.minutes_terms import (
    BallotAnswer,
    DecisionOutcome,
    ProposalKind,
)
from hubra_desktop.model.records.attendance import AgendaRun, Attendance, AttendanceStay
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.model.records.minutes import (
    Approver,
    BallotVoice,
    Decision,
    DecisionNotice,
    Disqualification,
    Minutes,
    Section,
    SectionBallot,
    SectionDissent,
    SectionProposal,
)
from hubra_desktop.model.terms import ItemKind, MeetingState, Role
from hubra_desktop.work.edits import Store
from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office, furnish, settled

HELD = date(2019, 5, 15)
NAMES = (
    "Åsa Ek", "Bo Sund", "Cia Alm", "Dan Berg", "Eva Lind", "Finn Dahl", "Gun Falk", "Hans Gren",
    "Ida Holm", "Jan Kvist", "Kaj Lund", "Lena Malm", "Mats Nord",
)  # fmt: skip
SUBSTITUTES = ("Nils Palm", "Olga Ros")
_D, _I = ItemKind.DECISION, ItemKind.INFORMATION
ITEMS = (
    Item(id="h1", kind=ItemKind.FORMALITY, title="Mötets öppnande", duration=5),
    Item(id="h2", title="Lägesbild", duration=25, presenters=(Presenter(name="Eva Lind"),)),
    Item(id="h3", kind=_D, title="Verksamhetsberättelse", duration=20, case_number="TR-2019/7"),
    Item(id="hpause", kind=ItemKind.BREAK, title="Paus", duration=10),
    Item(id="h4", kind=_D, title="Bidrag till Nattvandrarna", duration=20),
    Item(id="h5", kind=_D, title="Remiss om belysning", duration=10),
    Item(id="h6", kind=_I, title="Sommarens arbete", duration=10),
    Item(id="h7", kind=ItemKind.OTHER, title="Övriga frågor"),
)  # fmt: skip


def held_office(path: Path) -> Office:
    """Put a register with a held meeting (``held``) at ``path`` and open it; nothing is undone.

    Mats Nord was away and Nils Palm served for him; Bo Sund came late, to the second row; Cia
    Alm took no part in the grant; the grant was voted on and Dan Berg made a reservation; the
    referral was tabled. The minutes are written and have no numbers yet.
    """
    content, ids = _held()
    path.write_bytes(content)
    path.chmod(0o600)
    return Office(Workspace.open(path), *ids)


@cache
def _held() -> tuple[bytes, tuple[str, ...]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.hubra"
        office = furnish(path)
        for record in held_records(office):
            office.run(Store(record))
        ids = (
            office.body, office.other, office.chair, office.clerk, office.mandate, office.matter,
            "held",
        )  # fmt: skip
        office.workspace.close()
        return settled(path), ids


def held_records(office: Office) -> tuple[object, ...]:
    """Return the people, the meeting and all that was recorded at it, in an order to store.

    The chair is the office's own.
    """
    people = [*NAMES, *SUBSTITUTES]
    return (
        *(Person(id=f"hm{number}", name=name) for number, name in enumerate(people) if number),
        *(_mandate(number, office.body) for number in range(1, len(people))),
        _meeting(office.body),
        replace(_attendance(0, NAMES[0]), person_id=office.chair, mandate_id=office.mandate),
        *(_attendance(number, name) for number, name in enumerate(people) if number),
        *_runs(),
        Minutes(id="minutes", meeting_id="held", approvers=(
            Approver(id="ap1", attendance_id="ha0", name=NAMES[0], role="Ordförande"),
            Approver(id="ap2", attendance_id="ha4", name=NAMES[4], role="Justerare"),
        )),
        *_sections(),
    )  # fmt: skip


def _mandate(number: int, body_id: str) -> Mandate:
    role, rank = Role.MEMBER, None
    if number >= len(NAMES):
        role, rank = Role.SUBSTITUTE, number - len(NAMES) + 1
    return Mandate(
        id=f"hmd{number}", person_id=f"hm{number}", body_id=body_id, role=role, rank=rank,
        party="S" if number % 2 else "M", group="Koalitionen" if number < 7 else "Oppositionen",
        valid_from=date(2019, 1, 1),
    )  # fmt: skip


def _meeting(body_id: str) -> Meeting:
    return Meeting(
        id="held", body_id=body_id, body="Trygghetsrådet", date=HELD, start=930, end=1050,
        place="A-salen", state=MeetingState.HELD, opened_at=932, ended_at=1040, items=ITEMS,
    )  # fmt: skip


def _attendance(number: int, name: str) -> Attendance:
    stays: tuple[AttendanceStay, ...] = (AttendanceStay(id=f"hs{number}"),)
    status, reply, role = AttendanceStatus.PRESENT, AttendanceReply.COMES, AttendanceRole.MEMBER
    if number == 0:
        role = AttendanceRole.CHAIR
    if number >= len(NAMES):
        role = AttendanceRole.SUBSTITUTE
    if name == "Mats Nord":
        stays, status, reply = (), AttendanceStatus.EXCUSED, AttendanceReply.PREVENTED
    if name == "Bo Sund":
        stays = (AttendanceStay(id="hs1", came=945, came_item_id="h2"),)
    if name == "Cia Alm":
        stays = (
            AttendanceStay(id="hs2", left=1000, left_item_id="h4"),
            AttendanceStay(id="hs2b", came=1020, came_item_id="h5"),
        )
    if name == "Nils Palm":
        stays = (AttendanceStay(id="hs13", serves_for_id="ha12"),)
    return Attendance(
        id=f"ha{number}", meeting_id="held", person_id=f"hm{number}", mandate_id=f"hmd{number}",
        name=name, role=role, reply=reply, status=status, stays=stays,
        party="S" if number % 2 else "M", group="Koalitionen" if number < 7 else "Oppositionen",
    )  # fmt: skip


def _runs() -> tuple[AgendaRun, ...]:
    times = (932, 938, 965, 988, 1000, 1020, 1028, 1036, 1040)
    return tuple(
        AgendaRun(
            id=f"hr{number}", meeting_id="held", item_id=item.id, started=start, ended=end,
            pause=item.kind is ItemKind.BREAK,
        )
        for number, (item, start, end) in enumerate(zip(ITEMS, times[:-1], times[1:], strict=True))
    )  # fmt: skip


def _sections() -> tuple[Section, ...]:
    rows = [item for item in ITEMS if item.kind is not ItemKind.BREAK]
    return tuple(_recorded(_section(item, position)) for position, item in enumerate(rows))


def _section(item: Item, position: int) -> Section:
    return Section(
        id=f"sec-{item.id}", meeting_id="held", item_id=item.id, position=position,
        heading=item.title, case_number=item.case_number,
        background=f"Bakgrund till {item.title.lower()}.",
    )  # fmt: skip


def _recorded(section: Section) -> Section:
    """Return what was recorded at a row: moved, voted, decided."""
    match section.item_id:
        case "h3":
            text = "Rådet godkänner verksamhetsberättelsen."
            made = _decided("hd1", text, text, DecisionOutcome.AS_PROPOSED)
            told = DecisionNotice(id="hn1", name="Kommunstyrelsen")
            return replace(section, decisions=(replace(made, notices=(told,)),))
        case "h4":
            asked, got = "Rådet beviljar 20 000 kr.", "Rådet beviljar 15 000 kr."
            made = _decided("hd2", asked, got, DecisionOutcome.CHANGED)
            return _voted(replace(section, decisions=(replace(made, executor="Eva Lind"),)))
        case "h5":
            text = "Ärendet bordläggs."
            made = _decided("hd3", "Rådet tillstyrker.", text, DecisionOutcome.TABLED)
            return replace(section, decisions=(made,))
    return section


def _decided(id_: str, proposed: str, adopted: str, outcome: DecisionOutcome) -> Decision:
    return Decision(
        id=id_, proposed=proposed, adopted=adopted, outcome=outcome,
        deviation_confirmed=proposed != adopted,
    )  # fmt: skip


def _voted(section: Section) -> Section:
    """Return the grant with its vote: 12 were inside, since Cia Alm was out."""
    inside = [number for number in range(len(NAMES) + 1) if number not in (2, 12)]
    names = [*NAMES, *SUBSTITUTES]
    voices = tuple(
        BallotVoice(
            id=f"hv{number}", attendance_id=f"ha{number}", name=names[number],
            answer=BallotAnswer.YES if number % 3 else BallotAnswer.NO,
        )
        for number in inside
    )  # fmt: skip
    yes = sum(each.answer is BallotAnswer.YES for each in voices)
    moved = SectionProposal(
        id="hpr", kind=ProposalKind.AMEND, attendance_id="ha5", name=NAMES[5],
        text="Bidraget blir 15 000 kr.",
    )  # fmt: skip
    ballot = SectionBallot(
        id="hb", yes_means="Bifall till 15 000 kr", no_means="Avslag", yes=yes,
        no=len(voices) - yes, voices=voices,
    )  # fmt: skip
    against = SectionDissent(
        id="hdi", attendance_id="ha3", name=NAMES[3], text="Beloppet är för lågt."
    )
    out = Disqualification(
        id="hdq", attendance_id="ha2", name=NAMES[2], reason="Styrelseledamot i föreningen"
    )
    return replace(
        section,
        proposals=(moved,),
        ballots=(ballot,),
        dissents=(against,),
        disqualifications=(out,),
    )
