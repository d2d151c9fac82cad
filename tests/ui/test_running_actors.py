"""Who is offered to carry out a decision while a meeting goes on, told apart and named plainly."""

from pathlib import Path

from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.ui.pages.meetings.running.actors import actors_of, executed_by
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.queries.attendance import attendance_of
from tests.work.held_office import held_office


def test_two_of_one_name_are_told_apart_and_neither_label_is_kept(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    office.run(Change(Person, "hm5", {"title": "lärare"}))
    office.run(Store(Person(id="other", name="Finn Dahl", title="polis")))
    with office.workspace.read() as reader:
        actors = actors_of(reader, attendance_of(reader, "held").present("h4"))
    alike = {each.person_id: each for each in actors if each.name == "Finn Dahl"}
    assert [each.label for each in alike.values()] == ["Finn Dahl, lärare", "Finn Dahl, polis"]
    edit = executed_by(Decision(id="hd1"), alike["other"], None)
    assert (edit.values["executor"], edit.values["executor_id"]) == ("Finn Dahl", "other")
