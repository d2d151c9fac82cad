"""New meetings from standing items or from another meeting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count

from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.findings import Level
from hubra_desktop.model.meeting_rules import end_after, end_kept
from hubra_desktop.model.records.meeting import (
    Footnote,
    HouseStyle,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.templates import (
    at_another_start,
    copy_of,
    standard_template,
    standing_items,
)
from hubra_desktop.model.terms import Anchor, ItemKind, MeetingState, PrintTime
from hubra_desktop.model.timetable import timetable
from tests.model.agendas import meeting, row, source_agenda, supplementary_list

NEW_DAY = date(2018, 5, 16)


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def test_the_standing_items() -> None:
    items = standing_items(standard_template(), ids())
    assert [item.title for item in items] == [
        "Godkännande av föredragningslistan",
        "Information från kommunen",
        "Information från polisen",
        "Paus",
        "Övriga frågor",
    ]
    assert [item.duration for item in items] == [5, 20, 20, 10, 10]
    assert items[0].print_time is items[4].print_time is PrintTime.NONE
    assert items[3].kind is ItemKind.BREAK
    assert len({item.id for item in items}) == 5
    sheet = meeting(*items)
    assert timetable(sheet).total == 65
    assert all(each.level is Level.TIP for each in findings(sheet, HouseStyle()))


def ids_of(sheet: Meeting) -> list[str]:
    presenters = [each.id for item in sheet.items for each in item.presenters]
    heads = [each.id for each in sheet.pre_meetings] + [each.id for each in sheet.signatures]
    notes = [each.id for each in sheet.footnotes]
    return [sheet.id, *(item.id for item in sheet.items), *heads, *notes, *presenters]


def test_a_copy_has_fresh_ids_and_its_own_dates() -> None:
    source = replace(
        source_agenda(),
        state=MeetingState.MOVED,
        moved_to="x",
        signatures=(Signature(id="s", name="Christian Ottosson", role="Ordförande"),),
        footnotes=(
            Footnote(id="t", anchor=Anchor.TIME, text="tiden"),
            Footnote(id="i", anchor=Anchor.ITEM, item_id="3", text="trean"),
        ),
    )
    copy = copy_of(source, NEW_DAY, ids(), date(2018, 5, 9))
    assert (copy.date, copy.notice_date) == (NEW_DAY, date(2018, 5, 9))
    assert (copy.state, copy.moved_to) == (MeetingState.PLANNED, None)
    assert len(ids_of(copy)) == len(set(ids_of(copy)))
    assert not set(ids_of(copy)) & set(ids_of(source))
    assert [each.item_id for each in copy.footnotes] == [None, copy.items[2].id]
    assert [item.title for item in copy.items] == [item.title for item in source.items]
    assert copy.items[1].presenters[0] == Presenter(
        id=copy.items[1].presenters[0].id, name="Björn Rosborg", title="utredare"
    )
    assert timetable(copy).total == 100


def test_what_belonged_to_the_old_meeting_is_left_behind() -> None:
    source = supplementary_list()
    notes = (
        Footnote(id="f", anchor=Anchor.ITEM, item_id="4", text="utgår"),
        Footnote(id="g", anchor=Anchor.ITEM, text="utan rad"),
    )
    copy = copy_of(replace(source, footnotes=notes), NEW_DAY, ids())
    assert len(copy.items) == 7
    assert all(item.added_late is None for item in copy.items)
    assert copy.footnotes == ()


def test_sub_items_leave_with_a_withdrawn_parent_and_typed_numbers_go() -> None:
    source = meeting(
        row("1", number="9 A"),
        row("1a", level=1, withdrawn=True),
        row("2", withdrawn=True),
        row("2a", level=1),
    )
    copy = copy_of(source, NEW_DAY, ids())
    assert [(item.title, item.number_typed) for item in copy.items] == [("Rubrik", "")]


def test_all_that_is_held_to_a_clock_time_goes_along_with_another_start() -> None:
    source = replace(
        source_agenda(),
        start=930,
        end=1050,
        items=(Item(id="a", pin=980), Item(id="b"), Item(id="c", pin=2800)),
        pre_meetings=(PreMeeting(group="Majoriteten", start=870), PreMeeting(group="Alla")),
    )
    moved = at_another_start(source, 1110)
    assert (moved.start, moved.end) == (1110, 1230)
    assert [item.pin for item in moved.items] == [1160, None, 2800]
    assert [group.start for group in moved.pre_meetings] == [1050, None]


def test_the_end_keeps_the_length_of_the_meeting() -> None:
    assert end_kept(930, 1050, 1110) == 1230
    assert end_kept(930, None, 1110) is None
    assert end_kept(930, 900, 1110) == 900


def test_an_end_after_midnight_is_the_next_days() -> None:
    assert end_after(22 * 60, 30) == 1470
    assert end_after(1110, 1050) == 1050
    assert end_after(1110, None) is None
