"""The table and the list of follow-ups: there and back, reports taken in, no closed doors."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.cli.show_follow_ups import show_follow_ups
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import FollowUpState
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.work.edits import Change, Remove, Store
from hubra_desktop.work.papers import PaperForm, collect, render
from hubra_desktop.work.queries.follow_ups import FollowUpRow, follow_up_rows
from hubra_desktop.work.table_exports import export_table
from hubra_desktop.work.table_steps import RowAction
from tests.work.held_office import held_office
from tests.work.office import Office
from tests.work.table_hands import reasons, taken

NAME = TableName.FOLLOW_UPS
TABLE = """Uppdrag;Ansvarig;Senast;Status;Skäl;Beslutsdatum;Rapport
Ta fram en plan;dan berg;2019-09-01;pågår;;2019-05-15;
Måla bron;Grannarna;;utgår;;2019-05-15;
Måla tunneln;Grannarna;;utgår;Pengarna räckte inte;2019-05-15;
ta fram en plan;;;;;2019-05-15;
En sak;;;;;;Klart
"""


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Office]:
    office = held_office(tmp_path / "held.hubra")
    office.run(Change(Decision, "hd2", {"due": date(2019, 6, 1)}))
    yield office
    office.workspace.close()


def rows_of(office: Office) -> dict[str, FollowUpRow]:
    with office.workspace.read() as reader:
        return {row.title: row for row in follow_up_rows(reader)}


def exported(office: Office) -> str:
    with office.workspace.read() as reader:
        return export_table(reader, NAME).decode("utf-8-sig")


def test_a_list_is_taken_in_once_and_goes_back_as_it_was(held: Office) -> None:
    plan = taken(held.workspace, NAME, TABLE)
    assert len(plan.of(RowAction.ADDED)) == 2
    assert sorted(reasons(plan)) == [3, 5, 6]
    rows = rows_of(held)
    assert rows["Ta fram en plan"].item.owner_id == "hm3"
    assert rows["Måla tunneln"].item.state is FollowUpState.LAPSED
    assert len(taken(held.workspace, NAME, exported(held)).of(RowAction.UNCHANGED)) == 3


def test_a_report_that_comes_back_is_added_once(held: Office) -> None:
    heading, line = exported(held).splitlines()
    cells = line.split(";")
    cells[heading.split(";").index("Ny rapport")] = "Pengarna är utbetalda"
    back = f"{heading}\n{';'.join(cells)}\n"
    assert len(taken(held.workspace, NAME, back).of(RowAction.CHANGED)) == 1
    [row] = rows_of(held).values()
    assert [(each.text, each.author) for each in row.item.reports] == [
        ("Pengarna är utbetalda", "Eva Lind")
    ]
    assert len(taken(held.workspace, NAME, back).of(RowAction.UNCHANGED)) == 1
    assert "Pengarna är utbetalda" in exported(held)


def test_what_was_decided_behind_closed_doors_is_told_of_in_no_table_list_or_paper(
    held: Office,
) -> None:
    held.run(Change(Item, "h4", {"closed": True}))
    with held.workspace.read() as reader:
        text, shown = show_follow_ups(reader, "")
        page = render(collect(reader, "uppfoljning", None), PaperForm(html=True)).decode()
    assert "15 000" not in exported(held) + text + str(shown) + page
    assert "Eva Lind" not in exported(held) + text + str(shown) + page
    assert "Bakom stängda dörrar" in text
    assert "Bakom stängda dörrar" in page


def test_it_is_shown_and_printed_with_what_is_late_first(held: Office) -> None:
    done = FollowUp(
        text="Bjud in skolan", state=FollowUpState.DONE, created_on=date(2018, 1, 1),
        done_on=date(2019, 2, 1),
    )  # fmt: skip
    held.run(Store(done))
    with held.workspace.read() as reader:
        text, shown = show_follow_ups(reader, "2019")
        page = render(collect(reader, "uppfoljning", 2019), PaperForm(html=True)).decode()
        assert render(collect(reader, "uppfoljning", 2019)).startswith(b"%PDF")
    assert [each["overdue"] for each in shown["follow_ups"]] == [True, False]
    assert "Försenad: Eva Lind, senast den 1 juni 2019, ej påbörjad" in text
    assert page.index("Skulle ha varit klart") < page.index("Avslutat")
    assert ">2019-02-01</time>." in page


def test_nothing_to_follow_up_is_said(held: Office) -> None:
    for row in rows_of(held).values():
        held.run(Remove(FollowUp, row.id))
    with held.workspace.read() as reader:
        with pytest.raises(InputError, match="inget att följa upp"):
            show_follow_ups(reader, "")
        page = render(collect(reader, "uppfoljning", None), PaperForm(html=True)).decode()
    assert "Det finns inget att följa upp." in page
