"""A file taken into a register: whole or not at all, and undone to the letter."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.exchange.limits import LARGEST
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.language import set_language
from hubra_desktop.model.records.council import Body, Matter, Person
from hubra_desktop.model.records.meeting import Footnote, Item, Meeting, Presenter, Signature
from hubra_desktop.model.terms import Anchor, BodyKind
from hubra_desktop.paths import resource
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.imports import import_plan, read_file
from hubra_desktop.work.queries.bundles import meetings_bundle, register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.documents.effort import documents
from tests.exchange.bundles import bundles

DEMO = resource("demo", "huddinge.json").read_bytes()
DAY = date(2024, 5, 6)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the registers that the tests copy: making one takes its time."""
    folder = tmp_path_factory.mktemp("made")
    Workspace.create(folder / "empty.hubra", organisation="Rådet").close()
    shutil.copy(folder / "empty.hubra", folder / "filled.hubra")
    with closing(Workspace.open(folder / "filled.hubra")) as workspace:
        workspace.run(ImportBundle(load(DEMO)))
    return folder


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    with closing(Workspace.open(Path(shutil.copy(made / "empty.hubra", tmp_path)))) as opened:
        yield opened


@pytest.fixture
def filled(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    with closing(Workspace.open(Path(shutil.copy(made / "filled.hubra", tmp_path)))) as opened:
        yield opened


def exported(workspace: Workspace) -> bytes:
    with workspace.read() as reader:
        return dump(register_bundle(reader))


def meetings_of(workspace: Workspace, *ids: str) -> Bundle:
    with workspace.read() as reader:
        return meetings_bundle(reader, ids)


def plan_of(workspace: Workspace, bundle: Bundle) -> tuple[str, ...]:
    with workspace.read() as reader:
        return import_plan(reader, bundle).lines


def refused(workspace: Workspace, bundle: Bundle) -> str:
    """Return the refusal of an import, sure that it left nothing behind."""
    before = exported(workspace), workspace.undo_label
    stored = workspace.path.read_bytes()
    with pytest.raises(InputError) as refusal:
        workspace.run(ImportBundle(bundle))
    assert (exported(workspace), workspace.undo_label) == before
    assert workspace.path.read_bytes() == stored
    return refusal.value.sentence


def meeting(meeting_id: str, body_id: str = "b", body: str = "Rådet") -> Meeting:
    return Meeting(id=meeting_id, body_id=body_id, body=body, date=DAY, start=900)


@settings(max_examples=documents(15))
@given(bundle=bundles())
def test_a_register_goes_out_and_in_and_out_to_the_same_bytes(made: Path, bundle: Bundle) -> None:
    """Each into a register of its own: the numbers of an undone import are not given again."""
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(made / "empty.hubra", folder))
        with closing(Workspace.open(path)) as workspace:
            before = exported(workspace)
            workspace.run(ImportBundle(bundle))
            assert exported(workspace) == dump(bundle)
            workspace.undo()
            assert exported(workspace) == before


def test_single_meetings_go_to_an_empty_register_and_come_out_the_same(
    filled: Workspace, workspace: Workspace
) -> None:
    content = dump(meetings_of(filled, "meeting-01"))
    workspace.run(ImportBundle(load(content)))
    assert dump(meetings_of(workspace, "meeting-01")) == content


def test_a_meeting_after_midnight_with_footnotes_keeps_its_order(workspace: Workspace) -> None:
    items = tuple(Item(id=f"i{n}", title=f"{n}", duration=90) for n in range(9))
    night = replace(
        meeting("m"),
        start=23 * 60 + 30,
        end=26 * 60,
        items=tuple(replace(each, pin=1470 if each.id == "i1" else None) for each in items),
        footnotes=(
            Footnote(id="f1", anchor=Anchor.ITEM, item_id="i8", text="sist"),
            Footnote(id="f0", anchor=Anchor.ITEM, item_id="i0", text="först"),
        ),
        signatures=(Signature(id="s1", name="B"), Signature(id="s0", name="A")),
    )
    bundle = Bundle(bodies=(Body(id="b", name="Rådet"),), meetings=(night,))
    workspace.run(ImportBundle(bundle))
    assert meetings_of(workspace, "m").meetings == (night,)


def test_reading_the_same_file_twice_changes_nothing(filled: Workspace) -> None:
    label, before = filled.undo_label, exported(filled)
    for bundle in (load(DEMO), meetings_of(filled, "meeting-01")):
        changes = filled.run(ImportBundle(bundle))
        assert changes.rows == ()
    assert exported(filled) == before == DEMO
    assert filled.undo_label == label


def test_a_changed_meeting_takes_the_place_of_the_one_with_its_id(filled: Workspace) -> None:
    bundle = meetings_of(filled, "meeting-01")
    old = bundle.meetings[0]
    new = replace(old, place="B-salen", items=old.items[:3][::-1], signatures=())
    changes = filled.run(ImportBundle(replace(bundle, meetings=(new,))))
    assert changes.meetings == {"meeting-01"}
    assert meetings_of(filled, "meeting-01").meetings == (new,)
    filled.undo()
    assert exported(filled) == DEMO


def test_an_item_may_have_moved_from_one_meeting_to_another(workspace: Workspace) -> None:
    body = Body(id="b", name="Rådet")
    one, other = Item(id="i1", title="Ett"), Item(id="i2", title="Två")
    first = replace(meeting("m1"), items=(one,))
    second = replace(meeting("m2"), items=(other,), start=1000)
    workspace.run(ImportBundle(Bundle(bodies=(body,), meetings=(first, second))))
    before = exported(workspace)
    swapped = (replace(first, items=(other,)), replace(second, items=(one,)))
    workspace.run(ImportBundle(Bundle(bodies=(body,), meetings=swapped)))
    assert meetings_of(workspace, "m1", "m2").meetings == swapped
    workspace.undo()
    assert exported(workspace) == before


def test_the_undo_of_an_import_leads_back_to_the_letter(workspace: Workspace) -> None:
    before = exported(workspace)
    workspace.run(ImportBundle(load(DEMO)))
    assert exported(workspace) == DEMO
    workspace.undo()
    assert exported(workspace) == before
    workspace.redo()
    assert exported(workspace) == DEMO


def test_the_council_and_its_people_are_recognised_by_name(filled: Workspace) -> None:
    bundle = Bundle(
        bodies=(
            Body(id="ny-kommun", name="Huddinge  KOMMUN", kind=BodyKind.MUNICIPALITY),
            Body(id="nytt-rad", name="huddinges brottsförebyggande råd"),
            Body(id="ny-namnd", name="Nya nämnden", parent_id="ny-kommun"),
        ),
        persons=(
            Person(id="ny-1", name="Leif Nilsson", title="enhetschef", unit="NBF"),
            Person(id="ny-2", name="Leif Nilsson", title="konsult"),
        ),
        matters=(Matter(id="nytt-x", case_number="Dnr ks 2017/2231", title="Annan rubrik"),),
        meetings=(
            replace(
                meeting("ny-m", "nytt-rad", "huddinges brottsförebyggande råd"),
                chair_id="ny-1",
                secretary_id="ny-2",
                items=(
                    Item(
                        id="ny-i",
                        case_number="KS-2017/2231",
                        presenters=(Presenter(id="ny-p", person_id="ny-1"),),
                    ),
                ),
            ),
        ),
    )
    assert plan_of(filled, bundle)[:3] == (
        "1 organ läggs till",
        "1 person läggs till",
        "1 sammanträde läggs till",
    )
    filled.run(ImportBundle(bundle))
    taken = meetings_of(filled, "ny-m")
    assert taken.meetings[0].body_id == "body-01"
    assert taken.meetings[0].body == "Huddinges brottsförebyggande råd"
    assert taken.meetings[0].chair_id == "person-09"
    assert taken.meetings[0].secretary_id == "ny-2"
    assert taken.meetings[0].items[0].presenters[0].person_id == "person-09"
    assert [each.id for each in taken.matters] == ["matter-02"]
    with filled.read() as reader:
        bodies = {each.id: each for each in register_bundle(reader).bodies}
    assert bodies["ny-namnd"].parent_id == "body-02"
    assert "ny-kommun" not in bodies


def test_two_people_of_one_name_are_nobodys_twins(workspace: Workspace) -> None:
    two = (Person(id="p1", name="Eva Ek"), Person(id="p2", name="Eva Ek"))
    workspace.run(ImportBundle(Bundle(persons=two)))
    workspace.run(ImportBundle(Bundle(persons=(Person(id="p3", name="Eva Ek"),))))
    workspace.run(ImportBundle(Bundle(persons=(Person(id="p4"), Person(id="p5")))))
    with workspace.read() as reader:
        kept = [each.id for each in register_bundle(reader).persons]
    assert kept == ["p1", "p2", "p3", "p4", "p5"]
    two_more = tuple(replace(each, name="Bo Al") for each in two)
    only = Bundle(persons=(Person(id="q", name="Bo Al"),))
    workspace.run(ImportBundle(only))
    coming = tuple(replace(each, id=f"{each.id}-ny") for each in two_more)
    workspace.run(ImportBundle(Bundle(persons=coming)))
    with workspace.read() as reader:
        assert len(register_bundle(reader).persons) == 8


@pytest.mark.parametrize(
    ("bundle", "words"),
    [
        (Bundle(meetings=(meeting("m", "borta"),)), "(body_id ”borta”)"),
        (
            Bundle(bodies=(Body(id="b", name="X", parent_id="borta"),)),
            "(parent_id ”borta”)",
        ),
        (
            Bundle(
                bodies=(Body(id="b", name="X"),),
                meetings=(replace(meeting("m"), chair_id="borta"),),
            ),
            "(chair_id ”borta”)",
        ),
        (
            Bundle(
                bodies=(Body(id="b", name="X"),),
                meetings=(replace(meeting("m"), moved_to="borta"),),
            ),
            "(moved_to ”borta”)",
        ),
        (
            Bundle(
                bodies=(Body(id="b", name="X"),),
                meetings=(
                    replace(
                        meeting("m"),
                        items=(Item(id="i", presenters=(Presenter(id="p", person_id="borta"),)),),
                    ),
                ),
            ),
            "(person_id ”borta”)",
        ),
        (
            Bundle(
                bodies=(
                    Body(id="b1", name="Ett", parent_id="b2"),
                    Body(id="b2", name="Två", parent_id="b1"),
                )
            ),
            "Organet ”Ett” kan inte ingå i sig självt.",
        ),
        (
            Bundle(bodies=(Body(id="b1", name="Ett", parent_id="b1"),)),
            "Organet ”Ett” kan inte ingå i sig självt.",
        ),
        (
            Bundle(matters=(Matter(id="x", title="a\x00"),)),
            "matters[0].title: Texten innehåller osynliga styrtecken.",
        ),
    ],
)
def test_what_does_not_hang_together_leaves_no_trace(
    filled: Workspace, bundle: Bundle, words: str
) -> None:
    said = refused(filled, bundle)
    assert words in said
    set_language("en")
    try:
        assert refused(filled, bundle) != said
    finally:
        set_language("sv")


def test_an_id_that_stands_for_something_else_here_is_refused(filled: Workspace) -> None:
    taken = meetings_of(filled, "meeting-01")
    row = Item(id="meeting-01-item-01")
    other = replace(taken.meetings[0], id="m2", pre_meetings=(), signatures=(), items=(row,))
    assert "finns redan i registret" in refused(filled, replace(taken, meetings=(other,)))


def test_the_register_of_a_read_only_workspace_is_left_alone(filled: Workspace) -> None:
    path = filled.path
    filled.close()
    reader = Workspace.open(path, read_only=True)
    try:
        refused(reader, Bundle(persons=(Person(id="p", name="Ny"),)))
    finally:
        reader.close()


DAYS = ("8 mars", "17 maj", "13 september", "22 november")
HELD = (
    (22, "organ"), (18, "personer"), (12, "uppdrag"), (3, "ärenden"), (6, "sammanträden"),
    (1, "plan"), (26, "aktiviteter"), (7, "trygghetsbrev"), (3, "överenskommelser"),
    (1, "bidragstagare"), (2, "budgetår"), (7, "bidrag"), (4, "rader i huvudboken"), (7, "mått"),
    (2, "handlingar"), (2, "regelverk"), (3, "diarieförda handlingar"),
    (7, "personer i närvarolistor"), (5, "tider då punkter behandlades"), (1, "protokoll"),
    (5, "paragrafer"), (2, "anmälningar och meddelanden"), (1, "uppföljning av ett beslut"),
)  # fmt: skip


def test_the_plan_tells_what_a_whole_register_brings(workspace: Workspace) -> None:
    demo = load(DEMO)
    body = "Huddinges brottsförebyggande råd"
    assert plan_of(workspace, demo) == (
        *(f"{count} {noun} läggs till" for count, noun in HELD),
        *(f"{body}, onsdag den {day} 2017, 0 rader (nytt)" for day in DAYS),
        "Exempelrådet, onsdag den 14 februari 2018, 5 rader (nytt)",
        f"{body}, onsdag den 7 mars 2018, 8 rader (nytt)",
    )
    workspace.run(ImportBundle(demo))
    (line,) = plan_of(workspace, demo)
    assert line == (
        "Finns redan: 22 organ, 18 personer, 12 uppdrag, 3 ärenden, 6 sammanträden, 1 plan, "
        "26 aktiviteter, 7 trygghetsbrev, 3 överenskommelser, "
        "1 bidragstagare, 2 budgetår, 7 bidrag, 7 mått, 2 handlingar, 2 regelverk, "
        "3 diarieförda handlingar, 7 personer i närvarolistor, 5 tider då punkter behandlades, "
        "1 protokoll, 5 paragrafer, 2 anmälningar och meddelanden, 1 uppföljning av ett beslut, "
        "registrets namn samt husstilen"
    )
    changed = replace(demo.meetings[-1], items=demo.meetings[-1].items[:1])
    assert plan_of(workspace, replace(demo, meetings=(changed,)))[-2] == (
        f"{body}, onsdag den 7 mars 2018, 1 rad (finns redan, ändras bara om du väljer det)"
    )


def test_the_plan_tells_meetings_that_stay_in_one_line(workspace: Workspace) -> None:
    bodies = (Body(id="b", name="Rådet"),)
    known = tuple(meeting(f"m{number}") for number in range(3))
    workspace.run(ImportBundle(Bundle(bodies=bodies, meetings=known)))
    lines = plan_of(workspace, Bundle(bodies=bodies, meetings=(*known, meeting("ny"))))
    day = "den 6 maj 2024"
    assert [line for line in lines if "2024" in line] == [
        "Rådet, måndag den 6 maj 2024, 0 rader (nytt)",
        f"3 sammanträden finns redan, oförändrade: {day}, {day} och {day}",
    ]
    alone = plan_of(workspace, Bundle(bodies=bodies, meetings=known[:1]))
    assert alone[0] == "Rådet, måndag den 6 maj 2024, 0 rader (finns redan, oförändrat)"


def test_the_plan_names_twenty_meetings_and_counts_the_rest(workspace: Workspace) -> None:
    many = tuple(meeting(f"m{number}") for number in range(23))
    lines = plan_of(workspace, Bundle(bodies=(Body(id="b", name="Rådet"),), meetings=many))
    assert len(lines) == 23
    assert lines[-1] == "… och 3 sammanträden till"
    set_language("en")
    try:
        lines = plan_of(workspace, Bundle(meetings=many[:21]))
    finally:
        set_language("sv")
    assert lines[0] == "21 meetings will be added"
    assert lines[1] == "Rådet, 2024-05-06, 0 rows (new)"
    assert lines[-1] == "… and 1 meeting more"
    assert plan_of(workspace, Bundle()) == ()


def test_a_file_is_read_through_the_same_gate(tmp_path: Path) -> None:
    path = tmp_path / "råd.json"
    path.write_bytes(DEMO)
    assert read_file(path).bundle == load(DEMO)
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    with pytest.raises(InputError, match="Högst 50 MB"):
        read_file(path)
    assert LARGEST == 50 * 2**20


def test_a_file_with_another_program_s_layout_is_taken(workspace: Workspace) -> None:
    packed = json.dumps(json.loads(DEMO), separators=(",", ":")).encode()
    workspace.run(ImportBundle(load(packed)))
    assert exported(workspace) == DEMO
