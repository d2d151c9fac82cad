"""All texts that the paper of minutes can print, each with where it is written.

They are found in what the paper is made of, whatever fields that has: a new one is among them.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from typing import Any, NamedTuple

from hubra_desktop.model.minutes.minutes_view import (
    MinutesView,
    SectionView,
    printed_people,
    printed_section,
)
from hubra_desktop.model.records.catalogue import KINDS


class PrintedText(NamedTuple):
    """A text with the record and the field that it is written in."""

    kind: str
    row_id: str
    field: str
    text: str


def texts_of_section(view: SectionView) -> Iterator[PrintedText]:
    """Yield what is printed of a §."""
    yield from _texts_of(printed_section(view.section))
    for presenter in view.item.presenters if view.item else ():
        yield from _texts_of(presenter)


def texts_of_first_page(view: MinutesView) -> Iterator[PrintedText]:
    """Yield what is printed of the minutes as a whole, and of those who were there."""
    head = (
        ("place", view.meeting.place),
        ("chair_id", view.chair),
        ("secretary_id", view.secretary),
    )
    for field, text in head:
        yield PrintedText("meeting", view.meeting.id, field, text)
    if view.minutes is not None:
        yield from _texts_of(replace(view.minutes, note="", approvals=(), reopenings=()))
    for attendance in printed_people(view):
        yield from _texts_of(attendance)


def _texts_of(row: Any) -> Iterator[PrintedText]:  # noqa: ANN401
    """Yield the texts of a record and of all that it owns."""
    for each in fields(row):
        value = getattr(row, each.name)
        if isinstance(value, tuple):
            for owned in value:
                yield from _texts_of(owned)
        elif isinstance(value, str) and not isinstance(value, Enum) and not _names_a_row(each.name):
            yield PrintedText(KINDS[type(row)], row.id, each.name, value)


def _names_a_row(field: str) -> bool:
    return field == "id" or field.endswith("_id")
