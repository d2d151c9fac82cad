"""A file changes nothing that is known unless it is told, old → new, and chosen."""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import LISTS, Bundle
from hubra_desktop.model.records.catalogue import RECORDS, references_of
from hubra_desktop.model.records.council import Body, Mandate, Matter, MatterAlias, Person
from hubra_desktop.model.records.field_words import _WORDS
from hubra_desktop.model.records.fields import Derived, fields_of
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.minute_words import MINUTE_WORDS
from hubra_desktop.paths import resource
from hubra_desktop.work.commands.imports import KEPT, ImportBundle
from hubra_desktop.work.import_changes import Part, with_chosen
from hubra_desktop.work.import_words import COUNTED, HEADINGS
from hubra_desktop.work.imports import FileRead, ImportPlan, bundle_for, import_plan, read_file
from hubra_desktop.work.queries.bundles import meetings_bundle, register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.documents.effort import documents
from tests.exchange.bundles import bundles

DEMO = load(resource("demo", "huddinge.json").read_bytes())
MARCH = "meeting-01"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "filled.hubra"
    Workspace.create(path, organisation="Rådet", first=ImportBundle(DEMO)).close()
    return path


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.open(Path(shutil.copy(made, tmp_path / "rad.hubra")))
    yield opened
    opened.close()


def exported(workspace: Workspace) -> Bundle:
    with workspace.read() as reader:
        return register_bundle(reader)


def plan_of(workspace: Workspace, bundle: Bundle) -> ImportPlan:
    with workspace.read() as reader:
        return import_plan(reader, bundle)


def take(workspace: Workspace, bundle: Bundle, chosen: Iterable[Part] = ()) -> None:
    with workspace.read() as reader:
        chosen_only = with_chosen(reader, bundle, set(chosen))
    workspace.run(ImportBundle(chosen_only))


def single(workspace: Workspace) -> Bundle:
    with workspace.read() as reader:
        return meetings_bundle(reader, [MARCH])


def different(record: Any) -> Any:
    """Return a record with one plain word of it changed: the first text that may be anything."""
    texts = [
        name
        for name, each in fields_of(type(record)).items()
        if each.kind is str and each.stored and name not in references_of(type(record))
        and name not in ("id", "time_separator", "sub_numbers", "accent", "email", "case_number")
    ]  # fmt: skip
    return replace(record, **{texts[0]: "Ändrat i filen"})


def as_parts(bundle: Bundle) -> dict[Part, Any]:
    """Give every record of a bundle by its place; ``body`` of a meeting follows the body."""
    parts = {(name, each.id): each for name in LISTS for each in getattr(bundle, name)}
    for part, each in list(parts.items()):
        if part[0] == "meetings":
            parts[part] = replace(each, body="")
    return {**parts, ("register", ""): bundle.register, ("house_style", ""): bundle.house_style}


def test_every_field_has_a_word() -> None:
    named = {
        name
        for record in RECORDS.values()
        for name, each in fields_of(record).items()
        if name != "id" and each.mark(Derived) is None
    }
    assert set(_WORDS) | set(MINUTE_WORDS) == named
    assert not set(_WORDS) & set(MINUTE_WORDS)


# What is booked is never changed, and when a row was handled is told in no words.
WORDLESS = ("ledger", "agenda_runs")
CHANGED = [name for name in (*LISTS, "register", "house_style") if name not in WORDLESS]


@pytest.mark.parametrize("name", CHANGED)
def test_a_register_s_file_changes_what_is_chosen_and_says_it(
    workspace: Workspace, name: str
) -> None:
    parts = getattr(DEMO, name)
    if parts == ():
        return
    first = parts if is_dataclass(parts) else parts[0]
    doctored = different(first)
    value: Any = doctored if is_dataclass(parts) else (doctored, *parts[1:])
    bundle = replace(DEMO, **{name: value})
    before = exported(workspace)
    plan = plan_of(workspace, bundle)
    (change,) = plan.changes
    assert change.part == (name, getattr(first, "id", ""))
    assert change.lines
    assert all("→ ”Ändrat i filen”" in line for line in change.lines)
    assert not change.proposed
    take(workspace, bundle)
    assert exported(workspace) == before
    take(workspace, bundle, plan.all)
    assert as_parts(exported(workspace)) == as_parts(bundle)


def test_what_is_booked_is_told_and_never_changed(workspace: Workspace) -> None:
    first, *rest = DEMO.ledger
    bundle = replace(DEMO, ledger=(replace(first, text="Ändrat i filen"), *rest))
    plan = plan_of(workspace, bundle)
    assert plan.changes == ()
    assert f"text: ”{first.text}” → ”Ändrat i filen”" in plan.lines[0]
    take(workspace, bundle, plan.all)
    assert exported(workspace) == DEMO


def test_single_meetings_never_change_what_they_refer_to(workspace: Workspace) -> None:
    coming = single(workspace)
    with_known = replace(
        coming,
        mandates=DEMO.mandates,
        bodies=tuple(different(each) for each in coming.bodies),
        persons=tuple(different(each) for each in coming.persons),
        matters=tuple(replace(each, title="Ändrat i filen") for each in coming.matters),
    )
    doctored = replace(with_known, mandates=tuple(different(each) for each in with_known.mandates))
    before = exported(workspace)
    plan = plan_of(workspace, doctored)
    assert plan.changes == ()
    told = [line for line in plan.lines if "Filen säger annat" in line]
    known = (*doctored.bodies, *doctored.persons, *doctored.mandates, *doctored.matters)
    assert len(told) == min(len(known), 20)
    assert told[0] == (
        "Organet ”Huddinges brottsförebyggande råd” finns redan och lämnas som i registret. "
        "Filen säger annat: namn: ”Huddinges brottsförebyggande råd” → ”Ändrat i filen”"
    )
    take(workspace, doctored, plan.all)
    assert exported(workspace) == before


def test_a_doctored_kallelse_renames_nobody_and_brings_nothing_but_its_meeting(
    workspace: Workspace, tmp_path: Path
) -> None:
    coming = single(workspace)
    doctored = replace(
        coming,
        register=replace(DEMO.register, name="Annat råd"),  # type: ignore[type-var]
        house_style=HouseStyle(organisation="Annat råd"),
        bodies=tuple(different(each) for each in coming.bodies),
        persons=tuple(different(each) for each in coming.persons),
        mandates=(Mandate(id="nytt", person_id="person-09", body_id="body-01"),),
        matter_aliases=(MatterAlias(id="annat", matter_id="matter-01", case_number="KS-1"),),
        ledger=DEMO.ledger,
        reports=tuple(different(each) for each in DEMO.reports),
        meetings=(replace(coming.meetings[0], place="B-salen"),),
    )
    before = exported(workspace)
    path = tmp_path / "kallelse.pdf"
    manuscript = kallelse_manuscript(
        coming.meetings[0], DEMO.house_style or HouseStyle(), draft=False, data=dump(doctored)
    )
    path.write_bytes(to_pdf(manuscript))
    read = read_file(path)
    assert (read.paper, read.bundle) == (True, doctored)
    with workspace.read() as reader:
        taken = bundle_for(reader, read)
        plan = import_plan(reader, taken, read.remarks)
    (change,) = plan.changes
    assert change.part == ("meetings", MARCH)
    assert change.lines == ("plats: ”A-salen” → ”B-salen”",)
    assert change.heading == (
        "Sammanträdet ”Huddinges brottsförebyggande råd, onsdag den 7 mars 2018”"
    )
    take(workspace, taken)
    assert exported(workspace) == before
    take(workspace, taken, plan.all)
    (now,) = (each for each in exported(workspace).meetings if each.id == MARCH)
    (was,) = (each for each in before.meetings if each.id == MARCH)
    assert now == replace(was, place="B-salen")
    assert replace(exported(workspace), meetings=()) == replace(before, meetings=())


def test_a_new_person_from_a_paper_has_what_the_paper_prints(workspace: Workspace) -> None:
    new = Person(id="ny", name="Ny Namnsson", title="utredare", email="a@b.se", note="Hemligt")
    paper = replace(single(workspace), persons=(new,))
    with workspace.read() as reader:
        taken = bundle_for(reader, FileRead(paper, paper=True))
    take(workspace, taken)
    (found,) = (each for each in exported(workspace).persons if each.id == "ny")
    assert found == Person(id="ny", name="Ny Namnsson", title="utredare")


def test_each_change_is_told_old_and_new(workspace: Workspace) -> None:
    coming = single(workspace)
    (meeting,) = coming.meetings
    first, second, *rest = meeting.items
    items = (
        replace(second, duration=40, closed=True, pin=16 * 60, title=f"{'å' * 80}b"),
        replace(first, id="ny-rad", title="Ny rad"),
        *rest,
    )
    doctored = replace(
        coming,
        meetings=(
            replace(
                meeting,
                date=date(2018, 3, 8),
                chair_id="person-09",
                signatures=meeting.signatures[::-1],
                items=items,
            ),
        ),
    )
    (change,) = plan_of(workspace, doctored).changes
    row = f"rader, ”{second.title}”"
    chair = next(each.name for each in DEMO.persons if each.id == meeting.chair_id)
    new = next(each.name for each in DEMO.persons if each.id == "person-09")
    assert change.lines == (
        "datum: 2018-03-07 → 2018-03-08",
        f"ordförande: ”{chair}” → ”{new}”",
        *(["underskrifter: raderna byter ordning"] if len(meeting.signatures) > 1 else []),
        f"rader: ”{first.title}” tas bort",
        f"{row}: rubrik: ”{second.title}” → ”{'å' * 59}…”",
        f"{row}: stängda dörrar: nej → ja",
        f"{row}: tid: {second.duration} → 40",
        f"{row}: fast tid: inget → 16.00",
        "rader: ”Ny rad” tillkommer",
    )


def test_long_texts_are_shown_where_they_part(workspace: Workspace) -> None:
    first, *rest = DEMO.persons
    long = "Samma början på båda. " * 10
    known = replace(DEMO, persons=(replace(first, note=f"{long}slut"), *rest))
    take(workspace, known, [("persons", first.id)])
    coming = replace(DEMO, persons=(replace(first, note=f"{long}annat"), *rest))
    (change,) = plan_of(workspace, coming).changes
    assert change.lines == (
        "anteckning: ”…mma början på båda. slut” → ”…mma början på båda. annat”",
    )


def test_an_empty_register_takes_its_names_from_the_file(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "tomt.hubra", organisation="Tillfälligt")
    plan = plan_of(workspace, DEMO)
    assert {each.part for each in plan.changes} == {("register", ""), ("house_style", "")}
    assert plan.proposed == plan.all
    take(workspace, DEMO, plan.proposed)
    assert exported(workspace) == DEMO
    workspace.close()


def test_the_council_that_a_register_lacked_is_told(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "tomt.hubra", organisation=DEMO.bodies[0].name)
    coming = replace(DEMO, register=None, house_style=None)
    plan = plan_of(workspace, coming)
    assert plan.lines[-1] == f"”{DEMO.bodies[0].name}” blir registrets eget råd."
    take(workspace, coming)
    register = exported(workspace).register
    assert register is not None
    assert register.own_body_id == "body-01"
    workspace.close()


def test_a_house_style_alone_is_told(workspace: Workspace) -> None:
    style = DEMO.house_style
    assert style is not None
    alone = Bundle(house_style=style)
    assert plan_of(workspace, alone).lines == ("Finns redan: husstilen",)
    other = Bundle(house_style=replace(style, kerning=not style.kerning))
    (change,) = plan_of(workspace, other).changes
    assert change.heading == "Husstilen"
    take(workspace, other)
    assert exported(workspace).house_style == style
    take(workspace, other, [change.part])
    assert exported(workspace).house_style == other.house_style


def shaken(record: Any, draw: st.DrawFn) -> Any:
    """Return a record with some of its own values replaced by others that are allowed."""
    values: dict[str, Any] = {}
    for each in fields(record):
        value = getattr(record, each.name)
        known = fields_of(type(record))[each.name]
        if each.name in ("id", "year", "number", "version") or not known.stored:
            continue
        if each.name in references_of(type(record)) or isinstance(value, StrEnum | bytes):
            continue
        if not draw(st.integers(0, 6)):
            if isinstance(value, bool):
                values[each.name] = not value
            elif isinstance(value, date):
                values[each.name] = value + timedelta(days=1)
            elif type(value) is str and each.name in ("note", "title", "name", "text", "place"):
                values[each.name] = draw(st.sampled_from(("", "Annat", f"{value} till")))
    return replace(record, **values)


@st.composite
def shaken_demo(draw: st.DrawFn) -> Bundle:
    """The demo register as somebody else's copy of it might be, with records taken away."""
    changed: dict[str, Any] = {
        name: tuple(shaken(each, draw) for each in getattr(DEMO, name) if draw(st.integers(0, 9)))
        for name in LISTS
    }
    whole = draw(st.booleans())
    register = shaken(DEMO.register, draw) if whole else None
    style = shaken(DEMO.house_style, draw) if draw(st.booleans()) else None
    return replace(DEMO, register=register, house_style=style, **changed)


@settings(
    max_examples=documents(15),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(coming=st.one_of(shaken_demo(), bundles()), data=st.data())
def test_what_differs_after_an_import_is_what_the_preview_listed(
    workspace: Workspace, coming: Bundle, data: st.DataObject
) -> None:
    before = as_parts(exported(workspace))
    plan = plan_of(workspace, coming)
    parts = sorted(plan.all)
    chosen = {each for each in parts if data.draw(st.booleans())}
    with workspace.read() as reader:
        bundle = with_chosen(reader, coming, chosen)
    try:
        changed = workspace.run(ImportBundle(bundle)).rows
    except InputError:
        assert as_parts(exported(workspace)) == before
        return
    after = as_parts(exported(workspace))
    assert before.keys() <= after.keys()
    assert {part for part in before if after[part] != before[part]} == chosen | _council(
        before, after
    )
    added = (re.search(r"^(?:.*, varav )?(\d+)\b.* läggs till$", line) for line in plan.lines)
    counted = sum(int(each[1]) for each in added if each)
    assert len(after) - len(before) == counted
    if coming.register is None:
        assert not {name for name, _ in chosen} & set(KEPT)
    if changed:
        workspace.undo()
    assert as_parts(exported(workspace)) == before


def _council(before: dict[Part, Any], after: dict[Part, Any]) -> set[Part]:
    """Return the register where it only got its council, which is told by name."""
    was, now = before["register", ""], after["register", ""]
    found = was.own_body_id is None and replace(now, own_body_id=None) == was and now != was
    return {("register", "")} if found else set()


def test_a_twin_of_what_is_known_stays_as_it_is_here(workspace: Workspace) -> None:
    twin = Bundle(
        bodies=(Body(id="ny", name=DEMO.bodies[0].name, short_name="Annat"),),
        matters=(Matter(id="nytt", case_number=DEMO.matters[0].case_number, title="Annat"),),
        matter_aliases=(MatterAlias(id="alias", matter_id="nytt", case_number="KS-9"),),
    )
    take(workspace, twin)
    after = exported(workspace)
    assert replace(after, matter_aliases=()) == replace(DEMO, matter_aliases=())
    assert after.matter_aliases[-1].matter_id == DEMO.matters[0].id


def test_every_list_of_a_file_is_called_something() -> None:
    assert set(COUNTED) == set(LISTS)
    assert set(HEADINGS) == {*LISTS, "register", "house_style"}
