"""The protected: what an export leaves out, what comes back of it, and the warning in agendas."""

from dataclasses import replace

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.council.protection import MASK
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import HouseStyle, Item, Presenter
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.edits import Change
from hubra_desktop.work.import_changes import changes_in, with_chosen
from hubra_desktop.work.queries.bundles import exported_register, register_bundle
from hubra_desktop.work.queries.history import HistoryFilter, history
from hubra_desktop.work.queries.protection import guard, told_of_protected
from hubra_desktop.work.queries.sheets import meeting_findings
from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office

CONTACT = {"email": "dold@exempel.se", "phone": "070-174 06 05", "note": "bor hos sin syster"}


def protect(office: Office) -> None:
    office.run(Change(Person, office.chair, {**CONTACT, "protected": True}))


def test_an_export_leaves_the_contact_data_out_and_says_so(office: Office) -> None:
    with office.workspace.read() as reader:
        assert not guard(reader)
        assert told_of_protected(reader) == ""
    protect(office)
    with office.workspace.read() as reader:
        content = dump(exported_register(reader)).decode()
        assert "1 person med skyddade uppgifter är inte med" in told_of_protected(reader)
    assert not any(each in content for each in CONTACT.values())


def test_an_export_read_back_forgets_nothing_of_the_protected(office: Office) -> None:
    protect(office)
    before = office.everything()
    with office.workspace.read() as reader:
        bundle = load(dump(exported_register(reader)))
        assert changes_in(reader, bundle) == ()
        renamed = replace(
            bundle,
            persons=tuple(
                replace(each, name="Annan Namn", email="ny@exempel.se")
                if each.id == office.chair
                else each
                for each in bundle.persons
            ),
        )
        (change,) = changes_in(reader, renamed)
        agreed = with_chosen(reader, renamed, {change.part})
    lines = " ".join(change.lines)
    assert "Annan Namn" in lines
    assert "de skyddade uppgifterna ändras" in lines
    assert "exempel.se" not in lines
    office.run(ImportBundle(bundle))
    assert office.everything() == before
    office.run(ImportBundle(agreed))
    with office.workspace.read() as reader:
        now = next(each for each in register_bundle(reader).persons if each.id == office.chair)
    assert (now.email, now.phone) == ("ny@exempel.se", CONTACT["phone"])


def test_the_history_tells_no_contact_data_of_the_protected(office: Office) -> None:
    office.run(Change(Person, office.chair, CONTACT))
    office.run(Change(Person, office.chair, {"protected": True}))
    with office.workspace.read() as reader:
        told = str([each.row for each in history(reader, HistoryFilter(frozenset()))])
    assert not any(each in told for each in CONTACT.values())
    assert MASK in told


def test_a_protected_person_on_a_public_agenda_is_warned_of(office: Office) -> None:
    protect(office)
    with office.workspace.read() as reader:
        led = replace(office.sheet(), chair_id=office.chair)
        found = meeting_findings(reader, led, HouseStyle())
    assert "protected_officer" in {each.id for each in found}
    item = Item(id="x", title="Lägesbild", presenters=(Presenter(name="Åsa", person_id="p"),))
    closed = replace(item, closed=True, public_title="Sekretessärende")
    for row, warned in (
        (item, True),
        (closed, False),
        (replace(closed, print_presenters=True), True),
    ):
        sheet = replace(office.sheet(), items=(row,))
        ids = {each.id for each in findings(sheet, HouseStyle(), protected={"p": "Åsa"})}
        assert ("protected_person" in ids) is warned


def test_the_register_itself_keeps_everything(demo: Workspace) -> None:
    with demo.read() as reader:
        person = register_bundle(reader).persons[0]
    demo.run(Change(Person, person.id, {**CONTACT, "protected": True}))
    with demo.read() as reader:
        assert register_bundle(reader).persons[0].email == CONTACT["email"]
