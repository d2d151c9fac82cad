"""Evidence beside rows and grants: kept once, undone, carried beside an export, purged."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.money import Evidence, Grant
from hubra_desktop.store.journal import CHANGE, LARGE_VALUE
from hubra_desktop.store.upkeep import drop_unnamed, mask
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.budget import CloseYear
from hubra_desktop.work.commands.evidence import AddEvidence
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.purge import PurgeEvidence, PurgePerson
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.evidence_files import EvidenceRead, files_of, folder_beside, write_files
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.queries.evidence import (
    evidence_counts,
    evidence_file,
    evidence_of,
    unfit_evidence,
)
from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office
from tests.work.there_and_back import refused, there_and_back

PDF = b"%PDF-1.7 kvitto p\xe5 fika"
TODAY = dt.date(2018, 3, 7)


def add(kind: str = "ledger_entry", row: str = "r1", name: str = "kvitto.pdf") -> AddEvidence:
    return AddEvidence(kind, row, name, PDF, TODAY)


def added(office: Office, **given: str) -> str:
    return str(office.run(add(**given)).created)


def kept(office: Office) -> list[bytes]:
    with office.workspace.read() as reader:
        return list(reader.scalars(select(LARGE_VALUE.c.content)))


DONE: dict[str, Callable[[Office], Command]] = {
    "AddEvidence": lambda _: add("grant", "cv"),
    "ChangeEvidence": lambda office: Change(Evidence, added(office), {"name": "b.pdf"}),
    "RemoveEvidence": lambda office: Remove(Evidence, added(office)),
}


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(rich: Office, name: str) -> None:
    there_and_back(rich, DONE[name](rich))


def test_a_file_is_kept_once_and_comes_back_as_it_was(rich: Office) -> None:
    first = added(rich)
    added(rich, kind="grant", row="cv", name="C:\\x\\samma kvitto.pdf")
    assert kept(rich).count(PDF) == 1
    refused(rich, add(name="annat namn.pdf"), "finns redan här, som ”kvitto.pdf”")
    with rich.workspace.read() as reader:
        assert evidence_file(reader, first) == ("kvitto.pdf", PDF)
        [of_grant] = evidence_of(reader, "grant", "cv")
        assert (of_grant.name, of_grant.size) == ("samma kvitto.pdf", len(PDF))
        assert evidence_counts(reader, 2017) == {"r1": 1}


def test_a_closed_year_may_get_evidence(rich: Office) -> None:
    rich.run(CloseYear(2017, TODAY))
    added(rich)
    rich.workspace.undo()
    with rich.workspace.read() as reader:
        assert evidence_of(reader, "ledger_entry", "r1") == ()


def test_a_grant_takes_its_evidence_with_it_and_brings_it_back(rich: Office) -> None:
    added(rich, kind="grant", row="asked")
    rich.run(Remove(Grant, "asked"))
    rich.workspace.undo()
    with rich.workspace.read() as reader:
        [back] = evidence_of(reader, "grant", "asked")
        assert evidence_file(reader, back.id).content == PDF


def test_evidence_of_nothing_is_not_taken(rich: Office) -> None:
    refused(rich, Store(Evidence(name="a.pdf", sha256="a" * 64)), "ska höra till en bokförd rad")
    refused(rich, add("grant", "nowhere"), "finns inte längre")


def carried(rich: Office, tmp_path: Path) -> Path:
    """Export the register with its evidence beside it."""
    path = tmp_path / "ut.json"
    with rich.workspace.read() as reader:
        path.write_bytes(dump(register_bundle(reader)))
        assert write_files(reader, folder_beside(path), files_of(register_bundle(reader))) == 1
    return path


def taken_in(path: Path, to: Path) -> tuple[tuple[str, ...], list[str]]:
    """Import into a new register; return what is remarked, and what is wrong afterwards."""
    workspace = Workspace.create(to)
    bundle = load(path.read_bytes())
    with workspace.read() as reader:
        files = EvidenceRead(reader, path, files_of(bundle))
    workspace.run(ImportBundle(bundle, contents=files.contents))
    with workspace.read() as reader:
        assert dump(register_bundle(reader)) == path.read_bytes()
        wrong = list(unfit_evidence(reader))
    workspace.close()
    return files.remarks, wrong


def test_an_export_carries_its_files_beside_it(rich: Office, tmp_path: Path) -> None:
    added(rich)
    path = carried(rich, tmp_path)
    assert taken_in(path, tmp_path / "ny.hubra") == ((), [])
    [file] = folder_beside(path).iterdir()
    file.write_bytes(b"%PDF-1.7 en annan")
    (remark,), (wrong,) = taken_in(path, tmp_path / "ny2.hubra")
    assert "ändrats sedan exporten och därför lämnas: kvitto.pdf" in remark
    assert wrong == "Rad 1: Underlaget ”kvitto.pdf” saknar sitt innehåll."
    file.unlink()
    (remark,), _ = taken_in(path, tmp_path / "ny3.hubra")
    assert "Filer som saknas: kvitto.pdf" in remark
    assert "”ut-underlag”" in remark


def test_a_file_that_was_missing_comes_with_the_next_import(rich: Office, tmp_path: Path) -> None:
    added(rich)
    path = carried(rich, tmp_path)
    bundle = load(path.read_bytes())
    fresh = Workspace.create(tmp_path / "ny.hubra")
    fresh.run(ImportBundle(bundle))
    with fresh.read() as reader:
        files = EvidenceRead(reader, path, files_of(bundle))
    fresh.run(ImportBundle(bundle, contents=files.contents))
    with fresh.read() as reader:
        assert list(unfit_evidence(reader)) == []
        assert EvidenceRead(reader, path, files_of(bundle)).contents == {}
    fresh.close()


def test_content_that_is_not_what_was_added_is_told(rich: Office) -> None:
    evidence = added(rich)
    with rich.workspace.read() as reader:
        sha256 = evidence_of(reader, "ledger_entry", "r1")[0].sha256
    rich.run(Change(Evidence, evidence, {"sha256": "0" * 64}))
    with rich.workspace.read() as reader:
        with pytest.raises(InputError, match="saknar sitt innehåll"):
            evidence_file(reader, evidence)
        assert len(list(unfit_evidence(reader))) == 1
    assert sha256 != "0" * 64


def test_what_is_purged_is_gone_and_what_others_name_stays(rich: Office) -> None:
    first, other = added(rich), added(rich, kind="grant", row="cv")
    rich.run(PurgeEvidence(first))
    assert PDF in kept(rich)
    with pytest.raises(InputError, match="inget att ångra"):
        rich.workspace.undo()
    rich.run(PurgeEvidence(other))
    assert PDF not in kept(rich)
    with rich.workspace.read() as reader:
        assert "kvitto.pdf" not in str(reader.execute(select(CHANGE)).all())


def test_content_that_a_row_names_stays_though_the_history_tells_nothing_of_it(
    rich: Office,
) -> None:
    row = added(rich)
    with rich.workspace._file.write() as connection:
        mask(connection, {"evidence": [row]})
        drop_unnamed(connection)
    assert kept(rich) == [PDF]


def test_content_that_an_undo_may_ask_for_stays(rich: Office) -> None:
    rich.run(Remove(Evidence, added(rich)))
    rich.run(PurgePerson(str(rich.run(Add(Person, {"name": "Någon Annan"})).created), "KS 2026/1"))
    assert PDF in kept(rich)


def test_a_purged_persons_name_leaves_the_names_of_files(rich: Office) -> None:
    person = str(rich.run(Add(Person, {"name": "Anna Ek"})).created)
    evidence = added(rich, name="Anna Ek kvitto.pdf")
    rich.run(PurgePerson(person, "KS 2026/1"))
    with rich.workspace.read() as reader:
        assert evidence_file(reader, evidence) == ("kvitto.pdf", PDF)
        assert "Anna Ek" not in str(reader.execute(select(CHANGE)).all())


def test_a_register_file_says_where_its_evidence_is_and_others_are_read(rich: Office) -> None:
    added(rich)
    with rich.workspace.read() as reader:
        bundle = register_bundle(reader)
    assert load(dump(bundle)) == bundle
    assert b'"evidence"' not in dump(replace(bundle, evidence=()))
