"""The kallelse of 7 March 2018, field by field as the council's own document has it."""

from datetime import date

from hubra_desktop.model.records.meeting import (
    HouseStyle,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.terms import ItemKind, PrintTime

STYLE = HouseStyle(
    organisation="Huddinge kommun",
    time_separator=":",
    address="Huddinge kommun\nKommunstyrelsens förvaltning\n141 85 Huddinge",
)

_KLOCKERUD = Presenter(id="p2", name="Catarina Klockerud", title="säkerhetssamordnare")

MARCH = Meeting(
    id="m1",
    body="Huddinges brottsförebyggande råd",
    date=date(2018, 3, 7),
    start=15 * 60 + 30,
    place="A-salen",
    notice_place="Huddinge",
    notice_date=date(2018, 2, 28),
    pre_meetings=(PreMeeting(id="f1", group="Koalitionen", start=15 * 60, place="A-salen"),),
    signatures=(
        Signature(id="s1", name="Christian Ottosson", role="Ordförande"),
        Signature(id="s2", name="Antonina Fedorova", role="Sekreterare"),
    ),
    items=(
        Item(
            id="i1",
            kind=ItemKind.FORMALITY,
            title="Godkännande av föredragningslistan",
            duration=5,
            print_time=PrintTime.NONE,
        ),
        Item(
            id="i2",
            title="Information: Utredning om HuBrå",
            duration=25,
            presenters=(Presenter(id="p1", name="Björn Rosborg", title="utredare"),),
        ),
        Item(
            id="i3",
            kind=ItemKind.DECISION,
            title="Verksamhetsberättelse för Huddinges brottsförebyggande råd 2017",
            duration=20,
            case_number="KS-2018/451.181",
        ),
        Item(id="b1", kind=ItemKind.BREAK, title="Paus", duration=10),
        Item(
            id="i4",
            title="Information: Våldsbejakande extremism",
            duration=20,
            presenters=(_KLOCKERUD,),
        ),
        Item(
            id="i5",
            title="Information från kommunen",
            duration=10,
            presenters=(
                Presenter(
                    id="p3", name="Catarina Klockerud", title="säkerhetssamordnare", unit="KSF"
                ),
                Presenter(id="p4", name="Leif Nilsson", title="enhetschef", unit="NBF"),
                Presenter(id="p5", name="Yvonne Kokkola", title="verksamhetschef", unit="SÄF"),
            ),
        ),
        Item(id="i6", title="Information från polisen", duration=10),
        Item(id="i7", kind=ItemKind.OTHER, title="Övriga frågor", print_time=PrintTime.NONE),
    ),
)
