"""Agendas for the tests: the source's of 7 March 2018, and four with real quirks.

The four are constructed, with fictional people and bodies.
"""

from datetime import date

from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting, PreMeeting, Presenter
from hubra_desktop.model.terms import ItemKind, PrintTime

FORMALITY, INFORMATION, DECISION = ItemKind.FORMALITY, ItemKind.INFORMATION, ItemKind.DECISION
BREAK, HEADING, OTHER = ItemKind.BREAK, ItemKind.HEADING, ItemKind.OTHER
SOURCE_STYLE = HouseStyle(time_separator=":")


def at(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def person(name: str, title: str = "", unit: str = "") -> Presenter:
    return Presenter(name=name, title=title, unit=unit)


def row(
    item_id: str,
    kind: ItemKind = INFORMATION,
    duration: int | None = None,
    *,
    pin: str | None = None,
    number: str = "",
    numbered: bool | None = None,
    level: int = 0,
    title: str = "Rubrik",
    case_number: str = "",
    parallel: bool = False,
    withdrawn: bool = False,
    added_late: date | None = None,
    print_time: PrintTime = PrintTime.RANGE,
    presenters: tuple[Presenter, ...] = (),
) -> Item:
    return Item(
        id=item_id,
        kind=kind,
        title=title,
        duration=duration,
        pin=None if pin is None else at(pin),
        number_typed=number,
        numbered=numbered,
        level=level,
        case_number=case_number,
        parallel=parallel,
        withdrawn=withdrawn,
        added_late=added_late,
        print_time=print_time,
        presenters=presenters,
    )


def meeting(
    *items: Item,
    start: str = "15:30",
    end: str | None = None,
    place: str = "A-salen",
    day: date = date(2018, 3, 7),
    notice: date | None = date(2018, 2, 28),
) -> Meeting:
    return Meeting(
        id="m",
        date=day,
        start=at(start),
        end=None if end is None else at(end),
        place=place,
        notice_date=notice,
        items=items,
    )


BJORN = person("Björn Rosborg", "utredare")
CATARINA = person("Catarina Klockerud", "säkerhetssamordnare", "KSF")
LEIF = person("Leif Nilsson", "enhetschef", "NBF")
YVONNE = person("Yvonne Kokkola", "verksamhetschef", "SÄF")


def source_agenda(second: int = 25, pause_pin: str | None = None) -> Meeting:
    """Return the agenda of 7 March 2018, its second item ``second`` minutes long."""
    return Meeting(
        id="m",
        body="Huddinges brottsförebyggande råd",
        date=date(2018, 3, 7),
        start=at("15:30"),
        place="A-salen",
        notice_place="Huddinge",
        notice_date=date(2018, 2, 28),
        pre_meetings=(PreMeeting(id="f", group="Koalitionen", start=at("15:00"), place="A-salen"),),
        items=(
            row(
                "1",
                FORMALITY,
                5,
                title="Godkännande av föredragningslistan",
                print_time=PrintTime.NONE,
            ),
            row("2", duration=second, title="Utredning om HuBrå", presenters=(BJORN,)),
            row("3", DECISION, 20, title="Verksamhetsberättelse", case_number="KS-2018/451.181"),
            row("paus", BREAK, 10, title="Paus", pin=pause_pin),
            row("4", duration=20, title="Våldsbejakande extremism", presenters=(CATARINA,)),
            row(
                "5",
                duration=10,
                title="Information från kommunen",
                presenters=(CATARINA, LEIF, YVONNE),
            ),
            row("6", duration=10, title="Information från polisen"),
            row("7", OTHER, title="Övriga frågor", print_time=PrintTime.NONE),
        ),
    )


def sub_items() -> Meeting:
    """Return an agenda with lettered and decimal sub-items, and a gap in its numbers."""
    maja = person("Maja Lindqvist", "säkerhetschef", "KSF")
    goran = person("Göran Ståhl", "enhetschef", "NBF")
    aino = person("Aino Väisänen", "verksamhetschef", "SÄF")
    return meeting(
        row("a", FORMALITY, number="1"),
        row("b", duration=40, pin="15:35", number="7"),
        row("b1", duration=15, level=1, number="7a", presenters=(maja,)),
        row("b2", duration=10, level=1, number="7b", presenters=(goran,)),
        row("b3", duration=15, level=1, number="7c", presenters=(aino,)),
        row("c", DECISION, number="8", case_number="KS-2025/777.805"),
        row("c1", DECISION, level=1, number="8.1", case_number="KS-2025/777-3.805"),
        row("c2", DECISION, level=1, number="8.2", case_number="KS-2025/777-4.805"),
        row("c3", DECISION, level=1, number="8.10", case_number="KS-2025/777-12.805"),
        row("d", number="9 A"),
        row("e", OTHER, number="10"),
        end="17:30",
        day=date(2025, 9, 10),
        notice=date(2025, 9, 3),
    )


def past_midnight() -> Meeting:
    """Return a meeting from 18.30 to 01.20, every row pinned as its paper says."""
    return meeting(
        row("1", FORMALITY, 15, pin="18:30", title="Upprop"),
        row("2", DECISION, 195, pin="18:45", case_number="KS-2025/1.041"),
        row("a", BREAK, 20, pin="22:00", title="Ajournering"),
        row("3", OTHER, 90, pin="22:20", title="Interpellationer"),
        row("4", DECISION, 15, pin="23:50"),
        row("5", DECISION, 55, pin="00:05", case_number="KS-2025/555.003"),
        row("6", DECISION, 20, pin="01:00", title="Valärenden"),
        start="18:30",
        end="01:20",
        day=date(2025, 6, 16),
        notice=date(2025, 6, 5),
    )


def supplementary_list() -> Meeting:
    """Return an untimed agenda with a withdrawn row and two late ones."""
    late = date(2025, 12, 1)
    return meeting(
        row("1", FORMALITY),
        row("2", DECISION, case_number="KS-2025/1201.173"),
        row("3"),
        row("4", DECISION, withdrawn=True, case_number="KS-2025/1190.173"),
        row("5", DECISION, case_number="KS-2025/1195.805"),
        row("6", OTHER, title="Övriga frågor"),
        row("7", DECISION, added_late=late, case_number="KS-2025/1240.173"),
        row("8", DECISION, added_late=late, case_number="KS-2025/1241.173"),
        end="17:30",
        day=date(2025, 12, 3),
        notice=date(2025, 11, 26),
    )


def digital_place() -> Meeting:
    """Return a meeting held digitally, with an open last row."""
    return meeting(
        row("1", FORMALITY, 10),
        row("2", duration=30, presenters=(Presenter(unit="polisen"),)),
        row("3", OTHER, title="Övriga frågor"),
        end="17:00",
        place="Digitalt via Microsoft Teams samt A-salen för den som vill",
        day=date(2025, 1, 22),
        notice=date(2025, 1, 15),
    )
