"""Matters written to a table and read back, and what waits as a table."""

from pathlib import Path

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.records.council import BacklogItem, MatterAlias, Person
from hubra_desktop.model.terms import BacklogKind, MatterState
from hubra_desktop.work.edits import Add, Store
from hubra_desktop.work.money_tables import export_any
from hubra_desktop.work.queries.matters import matter_rows
from hubra_desktop.work.table_exports import export_table
from hubra_desktop.work.table_steps import RowAction
from hubra_desktop.work.workspace import Workspace
from tests.work.table_hands import reasons, taken

NAME = TableName.MATTERS
TABLE = """Dnr;Ärendemening;Status;Registrerat;Handläggare;Gallring
KS-2018/451.181;Verksamhetsberättelse;öppet;2018-01-15;Åsa Ek;bevaras
ks 2018/451.181;Samma nummer;öppet;;;
;Utan nummer;öppet;;;
KS-2017/9;Annat;vilande;;;
"""


def exported(workspace: Workspace) -> str:
    with workspace.read() as reader:
        return export_table(reader, NAME).decode("utf-8-sig")


def test_matters_come_from_a_diarys_list_and_go_back(tmp_path: Path) -> None:
    one, other = (Workspace.create(tmp_path / f"{name}.hubra") for name in "ab")
    person = one.run(Add(Person, {"name": "Åsa Ek"})).created
    plan = taken(one, NAME, TABLE)
    assert (len(plan.of(RowAction.ADDED)), sorted(reasons(plan))) == (2, [3, 4])
    assert "står redan på rad 2" in reasons(plan)[3]
    with one.read() as reader:
        first, second = sorted(matter_rows(reader), key=lambda row: row.matter.title, reverse=True)
    assert (first.responsible, first.matter.responsible_id) == ("Åsa Ek", person)
    assert second.matter.state is MatterState.RESTING
    alias = {"matter_id": first.id, "case_number": "KS-2016/1", "reason": "Planens"}
    one.run(Add(MatterAlias, alias))
    text = exported(one)
    assert "KS-2016/1 (Planens)" in text
    assert len(taken(one, NAME, text).of(RowAction.UNCHANGED)) == 2
    taken(other, NAME, text)
    assert len(exported(other).splitlines()) == 3
    other_number = "Dnr;Ärende;Gallring\nKS 2016/1;Verksamhetsberättelse;gallras\n"
    changed = taken(one, NAME, other_number)
    assert [step.changes[0].text() for step in changed.of(RowAction.CHANGED)] == [
        "Bevaras eller gallras: bevaras → gallras"
    ]
    with one.read() as reader:
        numbers = {row.matter.case_number for row in matter_rows(reader)}
    assert numbers == {"KS-2018/451.181", "KS-2017/9"}
    for each in (one, other):
        each.close()


def test_what_waits_is_written_and_what_is_secret_of_it_is_not(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "c.hubra")
    workspace.run(Store(BacklogItem(title="Lysning", kind=BacklogKind.PARKED, raised_by="Åsa Ek")))
    secret = {"title": "Hemlig", "closed": True, "case_number": "KS-1", "reason": "Hemligt skäl"}
    workspace.run(Add(BacklogItem, secret))
    with workspace.read() as reader:
        text = export_any(reader, "backlog").decode("utf-8-sig")
        xlsx = export_any(reader, "backlog", xlsx=True)
    assert "Lysning;Parkerat;Väntar" in text
    assert "Bakom stängda dörrar" in text
    assert not {"Hemlig", "KS-1", "Hemligt skäl"} & set(text.replace("\r\n", ";").split(";"))
    assert xlsx.startswith(b"PK")
    workspace.close()
