"""What a kallelse may carry, and that a paper which comes home takes nothing away."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.records.council import Body, Mandate, Matter, Person, Register
from hubra_desktop.model.records.meeting import (
    Footnote,
    HouseStyle,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.redaction import (
    _PUBLIC,
    of_a_paper,
    public_view,
    with_private_parts,
)
from hubra_desktop.model.terms import Anchor, BodyKind, ItemKind, MeetingKind, MeetingState

DAY = date(2025, 9, 10)
SECRET = "HEMLIGT"
ANNA = Person(id="p1", name="Anna Ek", title="utredare", unit="KSF")
BO = Person(id="p2", name="Bo Al", title="ordförande")


def row(number: int, **values: Any) -> Item:
    return Item(id=f"i{number}", title=f"Ärende {number}", **values)


def presenter(number: int, name: str, person: str | None) -> Presenter:
    return Presenter(id=f"o{number}", name=name, person_id=person)


def called(*items: Item, **values: Any) -> Meeting:
    return Meeting(id="m1", body_id="b1", body="Rådet", date=DAY, start=900, items=items, **values)


def register(meeting: Meeting, **values: Any) -> Bundle:
    return Bundle(bodies=(Body(id="b1", name="Rådet"),), meetings=(meeting,), **values)


def everything_open() -> Bundle:
    """A meeting without secrets, every told field filled."""
    item = row(
        1,
        kind=ItemKind.DECISION, level=1, number_typed="7 b", case_number="KS-1", duration=20,
        pin=930, parallel=True, place="B-salen", withdrawn=True, added_late=DAY,
        note="Se bilagan.", presenters=(presenter(1, "anna  ek", "p1"),),
    )  # fmt: skip
    closed = row(2, closed=True, public_title="Ärende 2")
    meeting = called(
        item, closed,
        kind=MeetingKind.THEME, state=MeetingState.CALLED, end=1000, place="A-salen",
        link="https://example.org/", chair_id="p2", secretary_id="p1", notice_place="Huddinge",
        notice_date=DAY, note="Välkommen.",
        pre_meetings=(PreMeeting(id="f", group="Koalitionen", start=870, place="A"),),
        footnotes=(Footnote(id="n", anchor=Anchor.ITEM, item_id="i1", text="Obs."),),
        signatures=(Signature(id="s", name="Bo Al", role="Ordförande"),),
    )  # fmt: skip
    matter = Matter(id="k", case_number="KS-1", title="ärende 1")
    return register(meeting, persons=(ANNA, BO), matters=(matter,))


def test_a_meeting_without_secrets_is_carried_whole() -> None:
    whole = everything_open()
    assert public_view(whole, "m1") == whole


def secrets() -> Bundle:
    """A meeting with a secret wherever the register has room for one that is not printed."""
    rows = (
        row(1, inner_note=SECRET, presenters=(presenter(1, "En handläggare", "p3"),)),
        replace(
            row(2, closed=True, public_title="Bidrag", case_number="KS-2", print_case_number=True),
            title=SECRET,
        ),
        replace(
            row(3, closed=True, note=SECRET, place=SECRET, case_number=SECRET),
            title=SECRET,
            presenters=(presenter(3, SECRET, "p3"),),
        ),
        row(4, kind=ItemKind.HEADING, inner_note=SECRET),
        row(5, kind=ItemKind.BREAK, inner_note=SECRET),
    )  # fmt: skip
    chair = replace(BO, email=SECRET, phone=SECRET, note=SECRET)
    later = replace(called(row(9)), id="m2", place=SECRET, items=(row(8, note=SECRET),))
    return Bundle(
        bodies=(
            Body(id="b1", name="Rådet", parent_id="b2"),
            Body(id="b2", name="Kommunen", kind=BodyKind.MUNICIPALITY),
            Body(id="b3", name=SECRET),
        ),
        persons=(chair, Person(id="p3", name=SECRET)),
        matters=(
            Matter(id="k1", case_number="KS-2", title=SECRET, note=SECRET),
            Matter(id="k2", case_number=SECRET, title="Ärende 4"),
        ),
        meetings=(called(*rows, state=MeetingState.MOVED, moved_to="m2", chair_id="p2"), later),
    )


def values(part: Any) -> Iterator[object]:
    if is_dataclass(part):
        for each in fields(part):
            yield from values(getattr(part, each.name))
    elif isinstance(part, tuple):
        for each in part:
            yield from values(each)
    else:
        yield part


@pytest.mark.parametrize(
    ("kind", "untold"),
    [
        (
            Meeting,
            {
                "moved_to",
                "copied_from",
                "papers_due",
                "preparation_day",
                "lifted_on",
                "lifted_reason",
                "opened_at",
                "ended_at",
                "papers",
            },
        ),
        (Item, {"inner_note", "carried_from_id", "raised_by"}),
        (Presenter, {"answer"}),
        (
            Person,
            {"email", "phone", "note", "postal_address", "way", "protected", "distinction"},
        ),
        (
            Matter,
            {
                "note",
                "kind",
                "state",
                "opened",
                "closed_on",
                "responsible",
                "responsible_id",
                "retention",
            },
        ),
    ],
)
def test_of_every_field_it_is_decided_whether_it_is_told(kind: type, untold: set[str]) -> None:
    assert _PUBLIC[kind] == {each.name for each in fields(kind)} - untold


def test_what_is_not_printed_is_not_carried() -> None:
    told = public_view(secrets(), "m1")
    assert SECRET not in list(values(told))
    (meeting,) = told.meetings
    assert (meeting.state, meeting.moved_to) == (MeetingState.MOVED, None)
    assert [item.title for item in meeting.items] == [
        "Ärende 1",
        "Bidrag",
        "",
        "Ärende 4",
        "Ärende 5",
    ]
    assert meeting.items[0].presenters == (presenter(1, "En handläggare", None),)
    assert [each.id for each in told.bodies] == ["b1", "b2"]
    assert told.persons == (BO,)
    assert told.matters == (Matter(id="k1", case_number="KS-2"),)


def test_what_is_published_is_published_once_and_for_all() -> None:
    told = public_view(secrets(), "m1")
    assert public_view(told, "m1") == told


def test_a_paper_that_comes_home_changes_nothing() -> None:
    here = secrets()
    assert with_private_parts(public_view(here, "m1"), here).meetings == here.meetings[:1]


@pytest.mark.parametrize("change", [{"place": "B-salen"}, {"start": 930}, {"items": ()}])
def test_what_a_paper_says_otherwise_is_taken(change: dict[str, Any]) -> None:
    here = secrets()
    told = public_view(here, "m1")
    (meeting,) = told.meetings
    coming = replace(told, meetings=(replace(meeting, **change),))
    (merged,) = with_private_parts(coming, here).meetings
    assert merged == replace(here.meetings[0], **change)


def test_a_row_changed_on_the_paper_keeps_its_inner_note() -> None:
    here = secrets()
    told = public_view(here, "m1")
    (meeting,) = told.meetings
    first, closed, *rest = meeting.items
    items = (replace(closed, duration=45), replace(first, title="Nytt"), row(7), *rest[1:])
    (merged,) = with_private_parts(
        replace(told, meetings=(replace(meeting, items=items),)), here
    ).meetings
    stored = here.meetings[0].items
    assert merged.items == (
        replace(stored[1], duration=45),
        replace(stored[0], title="Nytt"),
        row(7),
        *stored[3:],
    )


def test_presenters_that_a_heading_kept_do_not_meet_those_of_a_paper() -> None:
    here = secrets()
    (meeting,) = public_view(here, "m1").meetings
    heading = meeting.items[3]
    spoken = replace(heading, kind=ItemKind.INFORMATION, presenters=(presenter(2, "Bo Al", "p2"),))
    items = (*meeting.items[:3], spoken, meeting.items[4])
    coming = register(replace(meeting, items=items))
    (merged,) = with_private_parts(coming, here).meetings
    assert merged.items[3].presenters == spoken.presenters


def test_a_meeting_that_is_no_longer_moved_points_nowhere() -> None:
    here = secrets()
    (meeting,) = public_view(here, "m1").meetings
    coming = register(replace(meeting, state=MeetingState.CALLED))
    (merged,) = with_private_parts(coming, here).meetings
    assert (merged.state, merged.moved_to) == (MeetingState.CALLED, None)


def test_a_meeting_unknown_here_is_taken_as_it_is() -> None:
    told = public_view(secrets(), "m1")
    assert with_private_parts(told, Bundle()) == told


def test_a_paper_tells_no_more_of_people_than_a_kallelse_prints() -> None:
    told = replace(
        secrets(),
        register=Register(name="Annat råd"),
        house_style=HouseStyle(organisation="Annat råd"),
        persons=(replace(ANNA, email="anna@example.se", note="Ringer helst."),),
        mandates=(Mandate(id="u", person_id=ANNA.id, body_id="b"),),
    )
    taken = of_a_paper(told)
    assert taken.persons == (replace(ANNA, email="", phone="", note=""),)
    assert (taken.register, taken.house_style, taken.mandates, taken.plans) == (None, None, (), ())
    assert [each.id for each in taken.meetings] == [each.id for each in told.meetings]
