"""Each cure mends what it is offered for, and is offered only where the value is known."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.cures import Cure, cure_of, cured
from hubra_desktop.model.findings import Agenda, Finding
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.model.terms import ItemKind
from tests.model.agendas import meeting, row

STYLE = HouseStyle()
BREAK = ItemKind.BREAK


def found(sheet: Meeting, kind: str) -> list[Finding]:
    return [each for each in findings(sheet, STYLE) if each.id == kind]


def offered(sheet: Meeting, kind: str) -> Cure | None:
    return cure_of(Agenda(sheet, STYLE), found(sheet, kind)[0])


def with_rows(*items: Item, **head: object) -> Meeting:
    return replace(meeting(*items), **head)  # type: ignore[arg-type]


CASES: dict[str, tuple[Meeting, str]] = {
    "clash": (
        with_rows(
            row("a", duration=75), row("b", kind=BREAK, title="Paus", duration=10, pin="16:20")
        ),
        "Flytta pausen till 16.45",
    ),
    "gap": (
        with_rows(row("a", duration=30), row("b", duration=10, pin="16:40")),
        "Flytta ärende 2 till 16.00",
    ),
    "too_long": (with_rows(row("a", duration=90), end=1000), "Flytta sluttiden till 17.00"),
    "ends_early": (with_rows(row("a", duration=30), end=1000), "Flytta sluttiden till 16.00"),
    "sum_differs": (
        with_rows(row("a", duration=10), row("b", level=1, duration=15)),
        "Ge ärende 1 15 minuter",
    ),
    "other_questions_untimed": (
        with_rows(row("a", duration=30), row("b", kind=ItemKind.OTHER), end=980),
        "Ge ärende 2 20 minuter",
    ),
    "no_break": (
        with_rows(row("a", duration=50), row("b", duration=50)),
        "Lägg in en paus 16.20",
    ),
    "number_twice": (
        with_rows(row("a", duration=5), row("b", duration=5, number="1")),
        "Ta bort numret 1 som är skrivet",
    ),
    "number_gap": (
        with_rows(row("a", duration=5), row("b", duration=5, number="4")),
        "Ta bort numret 4 som är skrivet",
    ),
    "no_presenter": (
        with_rows(row("a", title="Information från polisen", duration=5)),
        "Skriv polisen som föredragande",
    ),
    "notice_date_missing": (
        with_rows(row("a", duration=5), date=date(2018, 3, 7), notice_date=None),
        "Datera kallelsen 2018-02-28",
    ),
    "wrong_weekday": (
        with_rows(replace(row("a", duration=5), note="Anmäl dig före Tisdag den 7 mars 2018.")),
        "Skriv onsdag i stället för tisdag",
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_cure_mends_what_it_is_offered_for(kind: str) -> None:
    sheet, said = CASES[kind]
    cure = offered(sheet, kind)
    assert cure is not None
    assert cure.said == said
    assert found(cured(sheet, cure), kind) == []


def test_a_weekday_keeps_its_capital() -> None:
    cure = offered(CASES["wrong_weekday"][0], "wrong_weekday")
    assert cure is not None
    assert cure.values == {"note": "Anmäl dig före Onsdag den 7 mars 2018."}


@pytest.mark.parametrize(
    ("kind", "sheet"),
    [
        ("no_place", with_rows(row("a", duration=5), place="")),
        ("no_presenter", with_rows(row("a", title="Läget", duration=5))),
        (
            "other_questions_untimed",
            with_rows(row("b", kind=ItemKind.OTHER), row("a", duration=30), end=980),
        ),
        ("no_break", with_rows(row("a", duration=100))),
        ("no_title", with_rows(row("a", title="", duration=5))),
    ],
)
def test_nothing_is_offered_where_only_a_person_knows(kind: str, sheet: Meeting) -> None:
    assert offered(sheet, kind) is None
