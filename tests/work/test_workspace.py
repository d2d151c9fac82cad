"""The one way to write: merged edits, barriers, listeners, failures that leave no trace."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import ClassVar

import pytest
from sqlalchemy import select

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.plan.terms import LetterState
from hubra_desktop.model.records.catalogue import KINDS, lists_of
from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.model.records.meeting import (
    Footnote,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.records.plan import Activity, ActivityLink, Letter
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import NotSavedError, ReadOnlyError
from hubra_desktop.store.journal import STEP, UndoConflictError
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.changes import PRINTED_PARTS, Changes, RowChange
from hubra_desktop.work.commands.base import Command, Step
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office
from tests.work.steps import Final, typed, undo_count


@dataclass(frozen=True)
class Careless(Step):
    """Does half of its work and stumbles."""

    error: Exception
    label: ClassVar[str] = "careless"

    def apply(self, rows: Rows) -> None:
        rows.put(Person(id="", name="Halv"))
        raise self.error


def test_saves_of_one_visit_are_one_step(office: Office) -> None:
    before = office.everything()
    typed(office, ("a", "T", "v1"), ("a", "Tr", "v1"), ("a", "Try", "v1"))
    after = office.everything()
    changes = office.workspace.undo()
    assert office.everything() == before
    assert office.workspace.undo_label is None
    assert changes.rows == (RowChange("agenda_item", "a", "changed"),)
    office.workspace.redo()
    assert office.everything() == after


@pytest.mark.parametrize(
    "edits",
    [
        (("a", "T", "v1"), ("a", "Tr", "v2")),
        (("a", "T", "v1"), ("b", "Tr", "v1")),
        (("a", "T", ""), ("a", "Tr", "")),
    ],
)
def test_other_visits_other_rows_and_unnamed_edits_are_steps_of_their_own(
    office: Office, edits: tuple[tuple[str, str, str], ...]
) -> None:
    typed(office, *edits)
    assert undo_count(office.workspace) == 2


def test_another_field_in_the_same_visit_is_a_step_of_its_own(office: Office) -> None:
    office.run(Change(Item, "a", {"title": "T"}, "v"))
    office.run(Change(Item, "a", {"note": "N"}, "v"))
    assert undo_count(office.workspace) == 2


def test_what_was_redone_is_not_merged_into(office: Office) -> None:
    typed(office, ("a", "T", "v"))
    office.workspace.undo()
    office.workspace.redo()
    typed(office, ("a", "Tr", "v"))
    assert undo_count(office.workspace) == 2


def test_a_command_that_changes_nothing_is_no_step(office: Office) -> None:
    heard: list[Changes] = []
    office.workspace.subscribe(heard.append)
    office.run(Add(Person, {"name": "Någon"}))
    office.workspace.undo()
    heard.clear()
    changes = office.run(Change(Item, "a", {"title": "A"}))
    assert (changes.rows, changes.meetings, heard) == ((), frozenset(), [])
    assert office.workspace.redo_label == "add-person"


def test_a_new_step_ends_what_could_be_redone(office: Office) -> None:
    typed(office, ("a", "T", ""))
    office.workspace.undo()
    typed(office, ("b", "T", ""))
    assert office.workspace.redo_label is None
    with pytest.raises(InputError, match="inget att göra om"):
        office.workspace.redo()


def test_with_nothing_to_undo_the_sentence_says_so(office: Office) -> None:
    with pytest.raises(InputError, match="inget att ångra"):
        office.workspace.undo()


def test_behind_a_barrier_nothing_is_undone(office: Office) -> None:
    typed(office, ("a", "T", ""), ("b", "T", ""))
    office.workspace.undo()
    office.run(Final())
    assert (office.workspace.undo_label, office.workspace.redo_label) == (None, None)
    typed(office, ("a", "U", ""))
    assert undo_count(office.workspace) == 1


def test_listeners_hear_until_they_stop(office: Office) -> None:
    first: list[Changes] = []
    second: list[Changes] = []
    stop = office.workspace.subscribe(first.append)
    office.workspace.subscribe(second.append)
    typed(office, ("a", "T", ""))
    stop()
    stop()
    typed(office, ("a", "U", ""))
    assert (len(first), len(second)) == (1, 2)


def test_a_failing_listener_stops_no_other_and_no_step(office: Office) -> None:
    heard: list[str] = []

    def failing(changes: Changes) -> None:
        heard.append("failing")
        raise LookupError(changes.label)

    office.workspace.subscribe(failing)
    office.workspace.subscribe(lambda _: heard.append("after"))
    steps: tuple[Callable[[], Changes], ...] = (
        lambda: office.run(Add(Person, {"name": "Berta Berg"})),
        office.workspace.undo,
        office.workspace.redo,
    )
    for step in steps:
        with pytest.raises(LookupError, match="add-person"):
            step()
        assert heard == ["failing", "after"]
        heard.clear()
    assert office.workspace.undo_label == "add-person"
    assert "Berta Berg" in {person.name for person in office.everything().persons}


def test_a_listener_may_stop_itself_and_read_what_is_new(office: Office) -> None:
    seen: list[str] = []

    def once(_: Changes) -> None:
        seen.append(office.sheet().items[0].title)
        stop()

    stop = office.workspace.subscribe(once)
    typed(office, ("a", "T", ""), ("a", "U", ""))
    assert seen == ["T"]


WHOSE: dict[str, Callable[[Office], Command]] = {
    "an item": lambda o: Add(Item, {"title": "Ny"}, o.meeting, 0),
    "presenters": lambda _: Change(Item, "a", {"presenters": (Presenter(name="Åsa"),)}),
    "fewer presenters": lambda _: Change(Item, "a", {"presenters": ()}),
    "a removed item": lambda _: Remove(Item, "a"),
    "a note": lambda o: Add(Footnote, {"text": "Not"}, o.meeting),
    "a changed note": lambda _: Change(Footnote, "f1", {"text": "Not"}),
    "a group": lambda o: Add(PreMeeting, {"group": "Alla"}, o.meeting),
    "a changed group": lambda _: Change(PreMeeting, "g1", {"place": "Rum 3"}),
    "a signature": lambda o: Add(Signature, {"name": "Åsa"}, o.meeting),
    "a changed signature": lambda _: Change(Signature, "s1", {"name": "Åsa"}),
    "the head": lambda o: Change(Meeting, o.meeting, {"place": "Annan"}),
    "the body's name": lambda o: Change(Body, o.body, {"name": "Nytt"}),
}


@pytest.mark.parametrize("name", WHOSE)
def test_the_report_names_the_meeting_that_looks_different(office: Office, name: str) -> None:
    office.run(NewMeeting(date(2019, 9, 2), 930, place="Ett annat"))
    other_body = name == "the body's name"
    changes = office.run(WHOSE[name](office))
    assert office.meeting in changes.meetings
    assert (len(changes.meetings) == 1) != other_body
    assert office.workspace.undo().meetings == changes.meetings
    assert office.workspace.redo().meetings == changes.meetings


def test_the_report_names_no_meeting_when_none_looks_different(office: Office) -> None:
    changes = office.run(Change(Person, office.clerk, {"email": "a@example.org"}))
    assert changes == Changes(
        "change-person-email", (RowChange("person", office.clerk, "changed"),), frozenset()
    )
    assert changes.kinds == {"person"}


@pytest.mark.parametrize("error", [InputError("Nej."), ZeroDivisionError(), KeyError("x")])
def test_a_command_that_stumbles_leaves_nothing(office: Office, error: Exception) -> None:
    typed(office, ("a", "T", ""))
    before = office.everything()
    with pytest.raises(type(error)):
        office.run(Careless(error))
    assert office.everything() == before
    assert office.workspace.undo_label == "change-agenda_item-title"
    typed(office, ("a", "U", ""))


def full_disk(office: Office) -> sqlite3.Connection:
    """Let the register grow no more, which is what a full disk looks like to SQLite."""
    writer = office.workspace._file._writer  # type: ignore[attr-defined]
    with writer.connect() as connection:
        driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    (pages,) = driver.execute("PRAGMA page_count").fetchone()
    driver.execute(f"PRAGMA max_page_count={pages}")
    return driver


def test_a_full_disk_is_told_and_nothing_is_lost(office: Office) -> None:
    typed(office, ("a", "T", ""))
    before = office.everything()
    driver = full_disk(office)
    with pytest.raises(NotSavedError, match="disken är full") as refused:
        office.run(Add(Person, {"name": "Ny", "note": "å" * 19_000}))
    assert "plats på disken" in refused.value.sentence
    assert office.everything() == before
    assert office.workspace.undo_label == "change-agenda_item-title"
    driver.execute("PRAGMA max_page_count=100000")
    office.run(Add(Person, {"name": "Ny", "note": "å" * 19_000}))
    assert office.workspace.problems() == []


def test_a_full_disk_during_undo_leaves_both_piles(office: Office) -> None:
    office.run(Change(Item, "a", {"note": "å" * 19_000}))
    after = office.everything()
    office.run(Change(Item, "a", {"note": ""}))
    before = office.everything()
    driver = full_disk(office)
    with pytest.raises(NotSavedError, match="disken är full"):
        office.workspace.undo()
    assert office.everything() == before
    assert office.workspace.redo_label is None
    driver.execute("PRAGMA max_page_count=100000")
    office.workspace.undo()
    assert office.everything() == after


def test_what_was_changed_by_others_is_not_undone(office: Office) -> None:
    typed(office, ("a", "T", ""))
    with office.workspace._file.write() as connection:
        connection.exec_driver_sql("UPDATE agenda_item SET title = 'X' WHERE id = 'a'")
    before = office.everything()
    with pytest.raises(UndoConflictError):
        office.workspace.undo()
    assert office.everything() == before
    assert office.workspace.undo_label == "change-agenda_item-title"
    assert office.workspace.redo_label is None


@pytest.mark.parametrize(("way", "sent"), [("undo", "2018-03-01"), ("redo", "2017-03-01")])
def test_the_rules_are_asked_of_what_undo_and_redo_write(
    office: Office, way: str, sent: str
) -> None:
    """The letter's year goes back and forth; the day of sending came past the history."""
    letter = office.run(Store(Letter(year=2017, state=LetterState.PLANNED))).created
    office.run(Change(Letter, str(letter), {"year": 2018}))
    if way == "redo":
        office.workspace.undo()
    with office.workspace._file.write() as connection:
        connection.exec_driver_sql("UPDATE letter SET sent_on = ?", (sent,))
    before = office.everything()
    with pytest.raises(InputError, match="Ändra brevets år eller dagen"):
        getattr(office.workspace, way)()
    assert office.everything() == before
    assert getattr(office.workspace, f"{way}_label") == "change-letter-year"


def test_every_step_is_history(office: Office) -> None:
    typed(office, ("a", "T", ""))
    office.workspace.undo()
    office.workspace.redo()
    with office.workspace.read() as reader:
        rows = reader.execute(select(STEP).order_by(STEP.c.id)).all()[-3:]
    assert [row.action for row in rows] == ["do", "undo", "redo"]
    assert {row.label for row in rows} == {"change-agenda_item-title"}
    assert all(row.who for row in rows)
    assert all(datetime.fromisoformat(row.at).tzinfo == UTC for row in rows)


def test_the_moment_of_the_last_save_is_known(office: Office) -> None:
    before = office.workspace.last_saved
    typed(office, ("a", "T", ""))
    after = office.workspace.last_saved
    assert before is None
    assert after is not None
    assert after.tzinfo is not None


def test_in_a_register_open_for_reading_nothing_is_written(office: Office) -> None:
    reader = Workspace.open(office.workspace.path, read_only=True)
    assert reader.read_only
    with pytest.raises(ReadOnlyError):
        reader.run(Add(Person, {}))
    with pytest.raises(InputError, match="inget att ångra"):
        reader.undo()
    reader.close()


@pytest.mark.parametrize("names", [{"organisation": "Två\nrader"}, {"municipality": "x" * 5000}])
def test_no_register_is_made_with_names_that_it_cannot_hold(
    tmp_path: Path, names: dict[str, str]
) -> None:
    with pytest.raises(InputError):
        Workspace.create(tmp_path / "nytt.hubra", **names)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_closed_workspace_can_be_closed_again(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a.hubra")
    workspace.close()
    workspace.close()
    RegisterFile(tmp_path / "a.hubra").close()


def test_a_row_that_only_names_a_meeting_is_not_in_its_kallelse(office: Office) -> None:
    activity = office.made(Store(Activity(id="a-1", year=2019, title="Vandring")))
    linked = office.run(Add(ActivityLink, {"meeting_id": office.meeting}, activity))
    assert linked.kinds == {"activity_link"}
    assert linked.meetings == office.workspace.undo().meetings == frozenset()
    shortened = office.run(Change(Body, office.body, {"short_name": "Nytt"}))
    assert shortened.meetings == frozenset()


def test_all_that_a_meeting_owns_is_printed() -> None:
    owned = {KINDS[part] for part in lists_of(Meeting).values()}
    assert owned == PRINTED_PARTS
