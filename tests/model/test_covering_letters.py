"""The mail that goes with a kallelse: what it says of each kind, and of one's own time."""

import datetime as dt

import pytest

from hubra_desktop.model.dispatch.covering_letters import (
    OWN_TIME,
    Covering,
    covering_subject,
    covering_text,
    own_time,
    personal_text,
)
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.dispatch.presenter_slots import PresenterSlot, presenter_slots
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting, Presenter
from hubra_desktop.model.terms import ItemKind

STYLE = HouseStyle()
PRESENTERS = (Presenter(name="Åsa Ek"),)
MEETING = Meeting(
    id="m", body="Trygghetsrådet", date=dt.date(2018, 3, 7), start=930, end=1050, place="A-salen",
    link="https://exempel.se/m", lifted_reason="sjukdom",
    items=(
        Item(id="a", title="Val", duration=60, presenters=PRESENTERS),
        Item(id="p", kind=ItemKind.BREAK, title="Mingel", duration=10, presenters=PRESENTERS),
        Item(id="s", title="Hemligt", closed=True, duration=20, place="B", presenters=PRESENTERS),
        Item(id="o", title="Fritt", presenters=PRESENTERS),
        Item(id="u", title="Sedan", presenters=PRESENTERS),
    ),
)  # fmt: skip
SLOTS = [slot for _, slot in presenter_slots(MEETING, STYLE)]


def text(kind: DispatchKind = DispatchKind.CALL, **values: object) -> str:
    given: dict[str, object] = {
        "meeting": MEETING, "style": STYLE, "kind": kind, "enclosed": ("Kallelse.pdf", "m.ics"),
        "contact": "Bo Sund, bo@exempel.se", "sender": ("Bo Sund", "sekreterare"),
    }  # fmt: skip
    return covering_text(Covering(**{**given, **values}))  # type: ignore[arg-type]


def test_the_kallelse_comes_with_time_place_files_and_whom_to_tell() -> None:
    when = "onsdag den 7 mars 2018 klockan 15.30–17.30 i A-salen"
    assert text().split("\n\n") == [
        "Hej!",
        f"Här kommer kallelsen till sammanträdet med Trygghetsrådet {when}.",
        OWN_TIME,
        "Bifogat:\n– Kallelse.pdf\n– m.ics",
        "Länk till sammanträdet: https://exempel.se/m",
        "Kan du inte komma? Anmäl förhinder till Bo Sund, bo@exempel.se.",
        "Vänliga hälsningar\nBo Sund\nsekreterare",
    ]


def test_a_new_version_says_what_it_is_and_what_is_changed() -> None:
    told = text(DispatchKind.CHANGES, version=2, changes=("Ärende 4 flyttat 16.30 → 16.40",))
    assert "är ändrad. Bifogat är version 2, som ersätter den tidigare." in told
    assert "Det här är ändrat:\n– Ärende 4 flyttat 16.30 → 16.40" in told
    assert "– Kallelse.pdf (version 2)\n– m.ics" in told


def test_a_meeting_that_is_cancelled_or_moved_says_why_and_whereto() -> None:
    assert "i A-salen är inställt. Sjukdom.\n" in text(DispatchKind.CANCELLED)
    assert "är flyttat. En ny kallelse kommer. Sjukdom." in text(DispatchKind.MOVED)
    new = Meeting(id="n", body="Trygghetsrådet", date=dt.date(2018, 5, 16))
    assert "är flyttat till onsdag den 16 maj 2018." in text(DispatchKind.MOVED, replacement=new)


@pytest.mark.parametrize("kind", DispatchKind)
def test_every_kind_has_a_subject_and_whole_sentences(kind: DispatchKind) -> None:
    letter = Covering(meeting=MEETING, style=STYLE, kind=kind)
    assert covering_subject(letter).endswith("Trygghetsrådet onsdag den 7 mars 2018")
    bare = covering_text(
        Covering(meeting=Meeting(body="Rådet", date=MEETING.date), style=STYLE, kind=kind)
    )
    for told in (covering_text(letter), bare):
        assert "  " not in told
        assert "\n\n\n" not in told
        assert told.startswith("Hej!\n\n")


def one(number: int) -> list[PresenterSlot]:
    return [SLOTS[number]]


def test_ones_own_time_is_told_with_item_and_room() -> None:
    assert own_time(one(0)) == "Du föredrar ärende 1. Din tid är 15.30–16.30, A-salen."
    assert own_time(one(1)) == "Du föredrar ”Mingel”. Din tid är 16.30–16.40, A-salen."
    assert own_time(one(2)) == "Du föredrar ärende 2. Din tid är 16.40–17.00, B."
    assert own_time(one(4)) == "Du föredrar ärende 4. Tiden är inte satt. Lokal: A-salen."
    assert own_time(SLOTS[:3]) == (
        "Du föredrar:\n– ärende 1: 15.30–16.30, A-salen\n– ”Mingel”: 16.30–16.40, A-salen\n"
        "– ärende 2: 16.40–17.00, B"
    )
    assert "Hemligt" not in own_time(SLOTS)


def test_the_time_stands_in_its_place_or_leaves_no_hole() -> None:
    letter = f"Hej!\n\n{OWN_TIME}\n\nHälsningar"
    assert personal_text(letter) == "Hej!\n\nHälsningar"
    assert personal_text(letter, one(0)) == f"Hej!\n\n{own_time(one(0))}\n\nHälsningar"
    assert personal_text("Hej!\n\nDin tid: [din tid]") == "Hej!\n\nDin tid:"
