"""The table of stays: out as they stand, and in again where they are gone, changed or new."""

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.records.attendance import AttendanceStay
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries.attendance import attendance_of
from hubra_desktop.work.table_steps import RowAction
from tests.work.office import Office
from tests.work.table_hands import exported, reasons, taken

NAME = TableName.STAYS
HEAD = "Sammanträde;Namn;Kom till ärende;Kom;Gick före ärende;Gick;På distans;Tjänstgör för\n"


def stays(office: Office) -> dict[str, tuple[AttendanceStay, ...]]:
    with office.workspace.read() as reader:
        return {each.id: each.stays for each in attendance_of(reader, "held").rows}


def bare(text: str) -> list[str]:
    """Return the lines of a table without the ids."""
    return sorted(line.partition(";")[2] for line in text.splitlines())


def test_what_goes_out_comes_in_as_it_was(held: Office) -> None:
    text = exported(held.workspace, NAME, 2019)
    assert ";2;15.45;;;nej;" in text
    plan = taken(held.workspace, NAME, text)
    assert (plan.command, plan.bad) == (None, ())
    without = "\n".join(line.partition(";")[2] for line in text.splitlines())
    assert taken(held.workspace, NAME, without).command is None


def test_stays_that_are_gone_come_in_again(held: Office) -> None:
    text, before = exported(held.workspace, NAME, 2019), stays(held)
    for stay in [stay for each in before.values() for stay in each]:
        held.run(Remove(AttendanceStay, stay.id))
    plan = taken(held.workspace, NAME, text)
    assert (len(plan.of(RowAction.ADDED)), plan.bad) == (len(plan.steps), ())
    assert bare(exported(held.workspace, NAME, 2019)) == bare(text)


def test_a_stay_is_changed_by_its_beginning_and_a_row_that_cannot_be_says_why(
    held: Office,
) -> None:
    names = {each: stay for each, stay in stays(held).items() if each in ("ha1", "ha13")}
    with held.workspace.read() as reader:
        by_id = attendance_of(reader, "held").by_id
    late, substitute, chair = by_id["ha1"].name, by_id["ha13"].name, by_id["ha0"].name
    rows = (
        f"2019-05-15;{late};2;15.45;;16.30;ja;",
        f"2019-05-15;{substitute};;;;;;{chair}",
        "2019-05-15;Ingen Alls;;;;;;",
        f"2019-05-15;{chair};99;;;;;",
        f"2019-05-15;{late};3;;;;;",
        f"2019-05-15;{chair};;;;;;{late}",
        f"2019-05-16;{chair};;;;;;",
        f"2019-05-15;{late};2;15.45;;;;",
    )
    plan = taken(held.workspace, NAME, HEAD + "\n".join(rows))
    found = {number: reason.replace("\xa0", " ") for number, reason in reasons(plan).items()}
    assert found == {
        4: "”Ingen Alls” står inte i närvarolistan 2019-05-15.",
        5: "Dagordningen 2019-05-15 har ingen punkt ”99”.",
        6: f"{late} skulle vara i rummet två gånger samtidigt. Skriv först när personen gick den "
        "första gången.",
        7: f"{chair} är inte ersättare och kan inte tjänstgöra för någon.",
        8: "Det finns inget sammanträde 2019-05-16.",
        9: "Samma sak står redan på rad 2.",
    }
    now = stays(held)
    assert (now["ha1"][0].id, now["ha1"][0].left, now["ha1"][0].remote) == ("hs1", 990, True)
    assert now["ha13"][0].serves_for_id == "ha0"
    assert names["ha13"][0].serves_for_id == "ha12"


def test_a_stay_is_not_taken_for_somebody_elses(held: Office) -> None:
    lines = exported(held.workspace, NAME, 2019).splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("hs1;"))
    other = next(line for line in lines if line.startswith("hs0;")).split(";")
    cells = lines[number].split(";")
    lines[number] = ";".join([*cells[:2], other[2], *cells[3:]])
    plan = taken(held.workspace, NAME, "\n".join(lines))
    assert reasons(plan) == {number + 1: f"Raden hör till {cells[2]}."}
