"""What changed since a kallelse: one sentence for each thing that is printed, and none else."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.closed_rows import public_meeting
from hubra_desktop.model.dispatch.call_changes import call_changes, changed_words, printed_meeting
from hubra_desktop.model.dispatch.call_sides import OF_ALL, CallChange, CallChangeKind
from hubra_desktop.model.records.meeting import (
    Footnote,
    HouseStyle,
    Item,
    Meeting,
    MeetingPaper,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.terms import Anchor, ItemKind, MeetingKind, MeetingState, PrintTime

STYLE = HouseStyle()
BJORN = Presenter(id="p", name="Björn Ek", title="utredare", person_id="bjorn")
WAS = Meeting(
    id="m", body_id="b", body="Rådet", date=date(2018, 3, 7), start=930, place="A-salen",
    state=MeetingState.CALLED, link="https://ek.example", note="Anmäl förhinder.",
    notice_place="Ekköping", notice_date=date(2018, 2, 28),
    pre_meetings=(PreMeeting(id="g", group="Majoriteten", start=900),),
    footnotes=(Footnote(id="f", anchor=Anchor.ITEM, item_id="b", text="Se bilaga"),),
    signatures=(Signature(id="s", name="Åsa Ek", role="Ordförande"),),
    items=(
        Item(id="a", title="Dagordning", duration=15),
        Item(
            id="b", title="Läget", duration=20, presenters=(BJORN,), case_number="KS-1", place="B"
        ),
        Item(id="c", kind=ItemKind.BREAK, duration=10),
        Item(id="d", title="Beslut", duration=20, note="Förslag finns."),
        Item(id="e", title="Övrigt"),
    ),
    papers=(MeetingPaper(id="h", item_id="d", title="Rapport", sha256="a" * 64),),
)  # fmt: skip


def item(item_id: str, **values: Any) -> Meeting:
    """Return the meeting with other values in one row."""
    rows = (replace(each, **values) if each.id == item_id else each for each in WAS.items)
    return replace(WAS, items=tuple(rows))


def told(now: Meeting, was: Meeting = WAS) -> list[str]:
    return [each.sentence for each in call_changes(was, now, STYLE)]


@pytest.mark.parametrize(
    ("now", "sentences"),
    [
        (replace(WAS, place="B-salen"), ["Platsen ändras från A-salen till B-salen."]),
        (replace(WAS, start=960), ["Starttiden ändras från 15.30 till 16.00."]),
        (item("b", presenters=()), ["Ärende 2 föredras inte längre av Björn Ek, utredare."]),
        (item("a", presenters=(BJORN,)), ["Ärende 1 föredras av Björn Ek, utredare."]),
        (
            item("b", presenters=(Presenter(unit="polisen"),)),
            ["Ärende 2 föredras av polisen i stället för Björn Ek, utredare."],
        ),
        (item("d", title="Nytt"), ["Rubriken på ärende 3 ändras från ”Beslut” till ”Nytt”."]),
        (item("e", withdrawn=True), ["Ärende 4, Övrigt, utgår."]),
        (item("c", pin=980), [
            "Paus flyttas från 16.05–16.15 till 16.20–16.30.",
            "Ärende 3 flyttas från 16.15–16.35 till 16.30–16.50.",
            "Ärende 4 flyttas från 16.35 till 16.50.",
        ]),
        (item("e", print_time=PrintTime.NONE), ["Ärende 4 har ingen tid längre (var 16.35)."]),
        (item("b", closed=True), ["Ärende 2 behandlas bakom stängda dörrar."]),
        (replace(WAS, items=(*WAS.items[:3], WAS.items[4], WAS.items[3])), None),
        (replace(WAS, state=MeetingState.CANCELLED), ["Sammanträdet är inställt."]),
        (replace(WAS, papers=()), ["Handlingen ”Rapport” utgår."]),
        (replace(WAS, footnotes=()), ["Fotnoten ”Se bilaga” utgår."]),
    ],
)  # fmt: skip
def test_changes_are_told_as_people_say_them(now: Meeting, sentences: list[str] | None) -> None:
    if sentences is None:
        sentences = ["Ärende 3 flyttas från 16.35 till 16.15."]
        found = told(now)
        assert any("tas upp efter" in each for each in found)
        return
    assert told(replace(now, items=tuple(replace(each) for each in now.items))) == [
        each.replace("Paus ", "Pausen ") for each in sentences
    ]


def test_a_row_that_is_added_names_title_people_and_time() -> None:
    late = Item(
        id="x", title="Torget", duration=5, presenters=(BJORN,), added_late=date(2018, 3, 1)
    )
    (change, *_) = call_changes(WAS, replace(WAS, items=(*WAS.items, late)), STYLE)
    assert change.kind is CallChangeKind.ADDED
    assert change.sentence == "Ärende 5 tillkommer: Torget, Björn Ek, utredare."
    assert (change.names, change.person_ids, change.item_id) == (("Björn Ek",), ("bjorn",), "x")
    assert change.kind not in OF_ALL


def test_what_is_marked_in_a_row_is_said_in_words() -> None:
    changes = call_changes(WAS, item("b", title="Nytt", presenters=()), STYLE)
    assert changed_words(changes) == "föredragande och rubriken"


def test_rows_moved_past_others_are_as_few_as_explain_the_order() -> None:
    rows = WAS.items
    now = replace(WAS, items=(rows[4], *rows[:4]))
    orders = [each for each in call_changes(WAS, now, STYLE) if each.kind is CallChangeKind.ORDER]
    assert [each.item_id for each in orders] == ["e"]
    assert orders[0].sentence.endswith("tas upp först.")


HEAD: dict[str, Any] = {
    "body": "Nämnden", "kind": MeetingKind.EXTRA, "date": date(2018, 3, 8), "start": 945,
    "place": "C", "link": "https://ask.example", "note": "Kaffe", "notice_place": "Askby",
    "notice_date": date(2018, 3, 1), "state": MeetingState.MOVED, "signatures": (),
    "pre_meetings": (), "footnotes": (), "papers": (), "items": WAS.items[:-1],
}  # fmt: skip
UNPRINTED = {
    "id", "body_id", "moved_to", "copied_from", "end", "chair_id", "secretary_id", "papers_due",
    "preparation_day", "lifted_on", "lifted_reason", "opened_at", "ended_at",
}  # fmt: skip
ROW: dict[str, Any] = {
    "kind": ItemKind.BREAK, "title": "Annat", "closed": True, "level": 1, "number_typed": "9",
    "numbered": False, "case_number": "KS-2", "duration": 25, "pin": 1000,
    "print_time": PrintTime.START, "parallel": True, "place": "C", "withdrawn": True,
    "added_late": date(2018, 3, 1), "note": "Nytt", "presenters": (),
}  # fmt: skip
UNPRINTED_ROW = {
    "id", "public_title", "print_note", "print_place", "print_presenters", "print_case_number",
    "inner_note", "carried_from_id", "raised_by",
}  # fmt: skip


def test_each_field_that_is_printed_yields_a_sentence() -> None:
    assert HEAD.keys() | UNPRINTED == set(Meeting.__dataclass_fields__)
    assert ROW.keys() | UNPRINTED_ROW == set(Item.__dataclass_fields__)
    for name, value in HEAD.items():
        assert told(replace(WAS, **{name: value})), name
    for name, value in ROW.items():
        assert told(item("b", **{name: value})), name


@given(st.data())
def test_whatever_is_changed_is_told_and_nothing_else(data: st.DataObject) -> None:
    assert told(WAS) == []
    names = data.draw(st.lists(st.sampled_from(sorted(HEAD.keys() - {"items"})), unique=True))
    now = replace(WAS, **{name: HEAD[name] for name in names})
    rows = list(now.items)
    for name in data.draw(st.lists(st.sampled_from(sorted(ROW)), unique=True, max_size=3)):
        place = data.draw(st.integers(0, len(rows) - 1))
        rows[place] = replace(rows[place], **{name: ROW[name]})
    now = replace(now, items=tuple(data.draw(st.permutations(rows))))
    changes = call_changes(WAS, now, STYLE)
    timed = replace(now, items=tuple(map(untimed, now.items)))
    assert changes or timed == replace(WAS, items=tuple(map(untimed, WAS.items)))
    assert now != WAS or not changes
    check(changes)


def untimed(row: Item) -> Item:
    """Leave out of a row what changes its printed time, but not always."""
    return replace(row, print_time=PrintTime.RANGE, duration=None, pin=None)


def check(changes: tuple[CallChange, ...]) -> None:
    for each in changes:
        assert each.sentence.endswith(".")
        assert each.sentence[:1].isupper() or each.sentence[:1] == "”"
        assert each.what


def test_what_no_print_shows_is_no_change() -> None:
    now = item("b", inner_note="Tyst", raised_by="Åsa Ek", carried_from_id="x")
    assert told(printed_meeting(now), printed_meeting(WAS)) == []


def test_everybody_is_told_nothing_of_a_closed_row() -> None:
    was = public_meeting(item("b", closed=True, public_title="Ett ärende"))
    now = public_meeting(
        item("b", closed=True, public_title="Ett ärende", title="Hotet", note="N", presenters=())
    )
    assert told(now, was) == []
