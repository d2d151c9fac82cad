"""Associations without grants: entered, written to a table and read back."""

from pathlib import Path

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.records.money import Association
from hubra_desktop.work.commands.applications import NewApplicant
from hubra_desktop.work.queries.grants import association_rows, association_view
from hubra_desktop.work.table_exports import export_table
from hubra_desktop.work.table_steps import RowAction
from hubra_desktop.work.workspace import Workspace
from tests.work.table_hands import reasons, taken

NAME = TableName.ASSOCIATIONS
TABLE = """Förening;Org.nr;Bankgiro;Pg;Giro i eget namn;Stadgar;Firmatecknare;Årsmöte
Lotsen;212000-0142;5050-1055;;ja;2026-01-10;Åsa Ek;2026-03-01
Fel giro;;5050-1056;;;;;
Lotsen;;;;;;;
Bara namnet;;;90 19 50-6;;;;
"""


def exported(workspace: Workspace) -> str:
    with workspace.read() as reader:
        return export_table(reader, NAME).decode("utf-8-sig")


def test_associations_come_from_a_table_and_go_back(tmp_path: Path) -> None:
    one, other = (Workspace.create(tmp_path / f"{name}.hubra") for name in "ab")
    plan = taken(one, NAME, TABLE)
    assert (len(plan.of(RowAction.ADDED)), sorted(reasons(plan))) == (2, [3, 4])
    assert "Kontrollsiffran" in reasons(plan)[3]
    with one.read() as reader:
        rows = association_rows(reader)
        known = association_view(reader, rows[1].applicant.body.id).applicant.association
    assert [row.applicant.body.name for row in rows] == ["Bara namnet", "Lotsen"]
    assert known is not None
    assert (known.bank_giro, known.giro_in_own_name, known.signatory) == (
        "5050-1055", True, "Åsa Ek",
    )  # fmt: skip
    text = exported(one)
    assert len(taken(one, NAME, text).of(RowAction.UNCHANGED)) == 2
    taken(other, NAME, text)
    without_ids = [
        [line.partition(";")[2] for line in each.splitlines()] for each in (exported(other), text)
    ]
    assert without_ids[0] == without_ids[1]
    changed = taken(one, NAME, text.replace("Åsa Ek", "Vera Ek"))
    assert [step.changes[0].text() for step in changed.of(RowAction.CHANGED)] == [
        "Firmatecknare: Åsa Ek → Vera Ek"
    ]
    for each in (one, other):
        each.close()


def test_an_association_is_undone_with_its_body(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "c.hubra")
    made = workspace.run(NewApplicant("Lotsen", {"bank_giro": "50501055"})).created
    assert made
    workspace.undo()
    with workspace.read() as reader:
        assert association_rows(reader) == ()
    workspace.redo()
    with workspace.read() as reader:
        [row] = association_rows(reader)
    assert row.applicant.association == Association(
        id=row.applicant.association.id if row.applicant.association else "",
        body_id=made,
        bank_giro="5050-1055",
    )
    workspace.close()
