"""All that the paper of minutes prints is among the texts that are looked through before."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from hubra_desktop.model.minutes.minutes_findings import minutes_findings
from hubra_desktop.model.minutes.minutes_terms import DissentKind, MinutesKind
from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.minutes.printed_texts import texts_of_first_page, texts_of_section
from hubra_desktop.model.records.minutes import Decision, Section, SectionDissent
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.minutes_papers import NOTES, PROTOKOLL, minutes_as_written
from hubra_desktop.work.papers import Collected, PaperForm, render
from hubra_desktop.work.queries.minutes import minutes_of
from hubra_desktop.work.queries.register import paper_style
from tests.work.held_office import held_office

NUMBER = re.compile(r"850709-(\d{4})")


def planted(row: Any, numbers: Iterator[int]) -> Any:
    """Return a record with a number of its own at the end of each of its texts."""
    values: dict[str, Any] = {}
    for each in fields(row):
        value = getattr(row, each.name)
        if isinstance(value, tuple) and value and is_dataclass(value[0]):
            values[each.name] = tuple(planted(one, numbers) for one in value)
        elif _is_written(each.name, value):
            values[each.name] = f"{value} 850709-{next(numbers):04}"
    return replace(row, **values)


def _is_written(name: str, value: object) -> bool:
    named = name in {"id", "body"} or name.endswith("_id")
    return isinstance(value, str) and not isinstance(value, Enum) and not named


def everything_planted(view: MinutesView) -> MinutesView:
    numbers = count(1)
    people = {each.id: planted(each, numbers) for each in view.attendances}
    sections = tuple(
        replace(
            each,
            section=planted(each.section, numbers),
            item=planted(each.item, numbers),
            inside=tuple(people[one.id] for one in each.inside),
            voters=tuple(people[one.id] for one in each.voters),
        )
        for each in view.sections
    )
    return replace(
        view,
        meeting=planted(view.meeting, numbers),
        minutes=planted(view.minutes, numbers),
        sections=sections,
        attendances=tuple(people.values()),
    )


@pytest.mark.parametrize(
    ("kind", "paper"), [(MinutesKind.PROTOCOL, PROTOKOLL), (MinutesKind.NOTES, NOTES)]
)
def test_no_personnummer_is_printed_that_is_not_found(
    tmp_path: Path, kind: MinutesKind, paper: str
) -> None:
    office = held_office(tmp_path / "a.hubra")
    office.run(NumberSections("held"))
    for each in (DissentKind.STATEMENT, DissentKind.NOTE):
        office.run(
            Add(SectionDissent, {"kind": each, "name": "Eva Lind", "text": "Nej."}, "sec-h3")
        )
    office.run(Change(Section, "sec-h4", {"procedure": "Förslagen ställs mot varandra."}))
    office.run(Change(Decision, "hd1", {"executor": "Eva Lind"}))
    with office.workspace.read() as reader:
        view, style = minutes_of(reader, "held"), paper_style(reader)
    office.workspace.close()
    view = everything_planted(replace(view, kind=kind))
    page = render(Collected(paper, minutes_as_written(view), style), PaperForm(html=True))
    printed = set(NUMBER.findall(page.decode()))
    known = [*texts_of_first_page(view)]
    for section in view.sections:
        known += texts_of_section(section)
    assert len(printed) > 60
    assert printed <= set(NUMBER.findall(" ".join(each.text for each in known)))
    found = [each for each in minutes_findings(view) if each.id == "personal_number"]
    assert {(each.kind, each.row_id, each.field) for each in found} == {
        each[:3] for each in known if NUMBER.search(each.text)
    }
