"""A council's office to work in: a workspace with a meeting, people and a body."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.records.council import Body, Mandate, Matter, Person
from hubra_desktop.model.records.meeting import (
    Footnote,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.terms import Anchor, BodyKind, Role
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.edits import Add, Store
from hubra_desktop.work.queries import meeting_sheet
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import altered

DAY = date(2019, 5, 6)


@dataclass
class Office:
    """A workspace and the ids of what stands in it."""

    workspace: Workspace
    body: str
    other: str
    chair: str
    clerk: str
    mandate: str
    matter: str
    meeting: str

    def run(self, command: Command) -> Changes:
        return self.workspace.run(command)

    def made(self, command: Command) -> str:
        created = self.run(command).created
        assert created is not None
        return created

    def sheet(self, meeting_id: str = "") -> Meeting:
        with self.workspace.read() as reader:
            return meeting_sheet(reader, meeting_id or self.meeting)

    def everything(self) -> Bundle:
        """Every stored value, as a bundle."""
        with self.workspace.read() as reader:
            return register_bundle(reader)


def meeting_of(body: str) -> Meeting:
    """A meeting with one of everything: items A, A1, A2, Paus, B."""
    return Meeting(
        id="m1",
        body_id=body,
        body="Trygghetsrådet",
        date=DAY,
        start=930,
        end=1020,
        place="Rådhuset",
        items=(
            Item(id="a", title="A", presenters=(Presenter(id="p1", name="Erik Öman"),)),
            Item(id="a1", title="A1", level=1),
            Item(id="a2", title="A2", level=1),
            Item(id="b", title="B"),
            Item(id="c", title="C"),
        ),
        footnotes=(
            Footnote(id="f1", anchor=Anchor.TIME, text="Tiden"),
            Footnote(id="f2", anchor=Anchor.ITEM, item_id="a1", text="Bilaga 1"),
        ),
        pre_meetings=(PreMeeting(id="g1", group="Majoriteten", start=870),),
        signatures=(Signature(id="s1", name="Åsa Ek", role="Ordförande"),),
    )


def furnish(path: Path) -> Office:
    """Put a furnished register at ``path`` and open it; nothing in it can be undone."""
    content, ids = _furnished()
    path.write_bytes(content)
    path.chmod(0o600)
    return Office(Workspace.open(path), *ids)


@cache
def _furnished() -> tuple[bytes, tuple[str, ...]]:
    """Make a register by commands, once; return its bytes and the ids of what it holds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.hubra"
        workspace = Workspace.create(path, organisation="Trygghetsrådet", municipality="Ekköping")
        ids = tuple(_fill(workspace))
        workspace.close()
        return settled(path), ids


def settled(path: Path) -> bytes:
    """Return a register's bytes with nothing in it that could be undone."""
    with altered(path) as database:
        database.execute("UPDATE step SET barrier = 1")
    return path.read_bytes()


def _fill(workspace: Workspace) -> Iterator[str]:
    def made(command: Command) -> str:
        created = workspace.run(command).created
        assert created is not None
        return created

    body = made(Add(Body, {"name": "Trygghetsrådet", "kind": BodyKind.COUNCIL}))
    workspace.run(ChangeRegister({"own_body_id": body}))
    yield body
    yield made(Add(Body, {"name": "Polisen", "kind": BodyKind.POLICE}))
    chair = made(Add(Person, {"name": "Åsa Ek", "title": "ordförande"}))
    yield chair
    yield made(Add(Person, {"name": "Erik Öman", "title": "utredare", "unit": "KSF"}))
    yield made(Add(Mandate, {"person_id": chair, "body_id": body, "role": Role.CHAIR}))
    yield made(Add(Matter, {"case_number": "KS-2019/12.345", "title": "Belysning"}))
    yield made(Store(meeting_of(body)))
