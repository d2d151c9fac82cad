"""What no register could hold is refused, with the place it stands at."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.exchange.json_file import load
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle, check_bundle, matters_of
from hubra_desktop.model.records.catalogue import RULES, values_of
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
from hubra_desktop.model.terms import Anchor
from hubra_desktop.paths import resource

MEETING = Meeting(id="m", body_id="b", body="Rådet", date=date(2024, 5, 6), start=900)


def refusal(bundle: Bundle) -> str:
    with pytest.raises(InputError) as refused:
        check_bundle(bundle)
    return refused.value.sentence


def test_the_demo_register_and_nothing_at_all_are_sound() -> None:
    check_bundle(load(resource("demo", "huddinge.json").read_bytes()))
    check_bundle(Bundle())


@pytest.mark.parametrize(
    ("bundle", "start"),
    [
        (Bundle(register=Register(name="a\nb")), "register.name: "),
        (Bundle(house_style=HouseStyle(accent="röd")), "house_style.accent: "),
        (Bundle(bodies=(Body(id="b", parent_id=""),)), "bodies[0].parent_id: "),
        (
            Bundle(
                persons=(Person(id="p"), Person(id="")),
            ),
            "persons[1].id: ",
        ),
        (
            Bundle(mandates=(Mandate(id="d", person_id="p", body_id=""),)),
            "mandates[0].body_id: ",
        ),
        (Bundle(meetings=(replace(MEETING, body="\x9b"),)), "meetings[0].body: "),
        (Bundle(meetings=(replace(MEETING, end=900),)), "meetings[0]: Sammanträdet slutar"),
        (Bundle(meetings=(replace(MEETING, moved_to="m"),)), "meetings[0]: Ett sammanträde kan"),
        (
            Bundle(meetings=(replace(MEETING, pre_meetings=(PreMeeting(id="g", start=-1),)),)),
            "meetings[0].pre_meetings[0].start: ",
        ),
        (
            Bundle(meetings=(replace(MEETING, signatures=(Signature(id="", name="A"),)),)),
            "meetings[0].signatures[0].id: ",
        ),
        (
            Bundle(
                meetings=(
                    replace(
                        MEETING,
                        items=(Item(id="i", presenters=(Presenter(id="r", name="\n"),)),),
                    ),
                )
            ),
            "meetings[0].items[0].presenters[0].name: ",
        ),
        (
            Bundle(meetings=(replace(MEETING, footnotes=(Footnote(id="f", item_id="m"),)),)),
            "meetings[0]: footnotes[0]: En fotnot till tiden",
        ),
        (
            Bundle(matters=(Matter(id="x"),), persons=(Person(id="x"),)),
            "matters[0]: Id ”x” förekommer två gånger.",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(bundle: Bundle, start: str) -> None:
    assert refusal(bundle).startswith(start)


def test_a_footnote_beside_its_own_item_is_sound() -> None:
    note = Footnote(id="f", anchor=Anchor.ITEM, item_id="i")
    check_bundle(Bundle(meetings=(replace(MEETING, items=(Item(id="i"),), footnotes=(note,)),)))


def test_the_plain_fields_of_a_sheet_are_those_that_a_row_stores() -> None:
    assert set(values_of(MEETING)) == set(RULES["meeting"])
    assert set(values_of(Item(id="i"))) == set(RULES["agenda_item"])


def test_matters_go_with_a_meeting_by_number_and_never_for_want_of_one() -> None:
    matters = (
        Matter(id="a", case_number="KS-2018/451.181", title="Berättelsen"),
        Matter(id="b", case_number="", title="Utan nummer"),
        Matter(id="c", case_number="KS-2016/1968.173", title="Ett annat"),
    )
    items = (Item(id="i", case_number="ks 2018/451.181"), Item(id="j"))
    meeting = Meeting(body="Rådet", date=date(2018, 3, 7), items=items)
    assert [each.id for each in matters_of(matters, [meeting])] == ["a"]
