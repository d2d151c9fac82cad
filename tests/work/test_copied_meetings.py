"""A meeting copied to another day is led and signed by the officers of that day."""

from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.records.council import Body, Mandate, Person
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import BodyKind, Role
from hubra_desktop.work.commands.meetings import CopyMeeting, NewMeeting
from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.papers import collect
from hubra_desktop.work.queries import house_style, meeting_findings, meeting_sheet
from hubra_desktop.work.queries.bundles import meetings_bundle
from hubra_desktop.work.workspace import Workspace

OLD_DAY, NEW_DAY = date(2018, 11, 14), date(2019, 2, 13)
"""A link and a day that only the old meeting had."""


def made(workspace: Workspace, record: type, **values: object) -> str:
    created = workspace.run(Add(record, values)).created
    assert created is not None
    return created


class Council:
    """A register where the chair changes at new year, with a meeting before it."""

    def __init__(self, path: Path) -> None:
        self.work = Workspace.create(path, organisation="Rådet", municipality="Ekköping")
        self.body = made(self.work, Body, name="Trygghetsrådet", kind=BodyKind.COUNCIL)
        self.work.run(ChangeRegister({"own_body_id": self.body}))
        self.old = made(self.work, Person, name="Gerd Gammal")
        self.new = made(self.work, Person, name="Nils Ny")
        self.writer = made(self.work, Person, name="Sara Skriv")
        self.serve(self.old, Role.CHAIR, date(2017, 1, 1), date(2018, 12, 31))
        self.serve(self.writer, Role.SECRETARY, date(2017, 1, 1), None)
        self.meeting = self.ran(NewMeeting(OLD_DAY, 930, 1050, "Rådssalen"))

    def ran(self, command: NewMeeting | CopyMeeting) -> str:
        created = self.work.run(command).created
        assert created is not None
        return created

    def serve(self, person: str, role: Role, first: date, last: date | None) -> None:
        values = {"person_id": person, "body_id": self.body, "role": role}
        made(self.work, Mandate, **values, valid_from=first, valid_to=last)

    def sheet(self, meeting_id: str) -> Meeting:
        with self.work.read() as reader:
            return meeting_sheet(reader, meeting_id)

    def copy(self) -> Meeting:
        return self.sheet(self.ran(CopyMeeting(self.meeting, NEW_DAY)))


@pytest.fixture
def council(tmp_path: Path) -> Council:
    return Council(tmp_path / "råd.hubra")


def signed(meeting: Meeting) -> list[tuple[str, str]]:
    return [(each.name, each.role) for each in meeting.signatures]


def test_the_chair_of_the_new_day_leads_and_signs(council: Council) -> None:
    council.serve(council.new, Role.CHAIR, date(2019, 1, 1), None)
    copy = council.copy()
    assert (copy.chair_id, copy.secretary_id) == (council.new, council.writer)
    assert signed(copy) == [("Nils Ny", "Ordförande"), ("Sara Skriv", "Sekreterare")]
    assert signed(council.sheet(council.meeting))[0] == ("Gerd Gammal", "Ordförande")
    council.work.undo()
    council.work.redo()
    assert signed(council.sheet(copy.id)) == signed(copy)


def test_a_chair_whose_mandate_has_ended_signs_nothing(council: Council) -> None:
    copy = council.copy()
    assert copy.chair_id is None
    assert signed(copy) == [("", "Ordförande"), ("Sara Skriv", "Sekreterare")]


def test_a_chair_without_any_mandate_in_the_register_stays(council: Council) -> None:
    guest = made(council.work, Person, name="Gäst")
    council.work.run(Change(Meeting, council.meeting, {"chair_id": guest}))
    assert council.copy().chair_id == guest


def test_lines_of_a_councils_own_keep_their_roles(council: Council) -> None:
    council.serve(council.new, Role.CHAIR, date(2019, 1, 1), None)
    line, other = council.sheet(council.meeting).signatures
    council.work.run(Change(type(line), line.id, {"role": "Rådets ordförande, kommunalråd"}))
    council.work.run(Change(type(other), other.id, {"name": "Egon", "role": "Justerare"}))
    assert signed(council.copy()) == [
        ("Nils Ny", "Rådets ordförande, kommunalråd"),
        ("Egon", "Justerare"),
    ]


def test_what_is_left_of_the_old_day_is_found_until_the_old_meeting_is_gone(
    council: Council,
) -> None:
    values = {"link": "https://teams.example/old", "note": "Anmäl förhinder senast 9 november."}
    council.work.run(Change(Meeting, council.meeting, values))
    copy = council.copy()

    def found() -> list[str]:
        with council.work.read() as reader:
            sheet = meeting_sheet(reader, copy.id)
            every = meeting_findings(reader, sheet, house_style(reader))
            return [each.field for each in every if each.id.startswith("copied")]

    assert found() == ["head.link", "head.note"]
    with council.work.read() as reader:
        alone = meetings_bundle(reader, [copy.id])
        paper = collect(reader, "kallelse", copy.id)
    assert [each.copied_from for each in alone.meetings] == [None]
    assert load(dump(alone)) == alone
    assert paper is not None
    council.work.run(Remove(Meeting, council.meeting))
    assert found() == []
    council.work.undo()
    assert found() == ["head.link", "head.note"]
