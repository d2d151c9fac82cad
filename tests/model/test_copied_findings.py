"""What a copied kallelse still says of the old day is pointed out, where it is mended."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.findings import Finding, Level
from hubra_desktop.model.records.meeting import Footnote, HouseStyle, Meeting
from hubra_desktop.model.templates import copy_of
from hubra_desktop.model.terms import Anchor, MeetingState
from tests.model.agendas import DECISION, meeting, row

STYLE = HouseStyle()
IDS = (str(number) for number in range(10_000))
SOURCE = replace(
    meeting(
        replace(row("a", DECISION, title="Bokslut per 31/8"), note="Se www.example.se/a."),
        replace(row("b", DECISION, title="Bidrag"), place="Se https://x.example"),
        row("c", DECISION, title="Remiss KS-2018/451.181 om 1 500 kr"),
        day=date(2018, 11, 14),
    ),
    link="https://teams.example/old",
    place="A-salen",
    note="Anmäl förhinder senast fredag den 9 november.",
    footnotes=(Footnote(id="f", anchor=Anchor.TIME, text="Förmöte 2018-11-14."),),
)


def copied(**changes: object) -> Meeting:
    made = copy_of(SOURCE, date(2019, 2, 13), lambda: next(IDS))
    return replace(made, **changes)  # type: ignore[arg-type]


def left(copy: Meeting, source: Meeting | None = SOURCE) -> list[Finding]:
    return [each for each in findings(copy, STYLE, source=source) if each.id.startswith("copied")]


def test_links_and_dates_are_pointed_out_each_at_its_place() -> None:
    copy = copied()
    first, second = copy.items[0].id, copy.items[1].id
    assert [(each.field, each.item_id, each.level) for each in left(copy)] == [
        ("head.link", None, Level.WARNING),
        ("head.note", None, Level.WARNING),
        ("head.footnotes", None, Level.WARNING),
        ("title", first, Level.WARNING),
        ("note", first, Level.WARNING),
        ("place", second, Level.WARNING),
    ]
    assert left(copy)[0].sentence == (
        "Länken till det digitala mötet är kvar från sammanträdet den 14 november 2018. "
        "Byt den om den bara gällde då."
    )
    assert left(copy)[1].sentence == (
        "Datumet ”9 november” i upplysningen är kvar från sammanträdet den 14 november 2018. "
        "Ändra det om det inte gäller nu."
    )
    assert left(copy)[3].sentence.startswith("Datumet ”31/8” i ärende 1 är kvar")


def test_what_has_been_changed_is_not_pointed_out() -> None:
    copy = copied(link="https://teams.example/new", note="Anmäl förhinder senast 8 februari.")
    assert [each.field for each in left(copy)][:1] == ["head.footnotes"]


@pytest.mark.parametrize("state", set(MeetingState) - {"planned", "preparing"})
def test_a_kallelse_that_is_sent_is_left_in_peace(state: MeetingState) -> None:
    assert left(copied(state=state)) == []


def test_a_meeting_that_is_no_copy_has_nothing_left() -> None:
    assert left(copied(), None) == []
    assert copied().copied_from == SOURCE.id


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("senast den 9\u00a0november 2018.", "9 november 2018"),
        ("på 9 nov", "9 nov"),
        ("(9/11)", "9/11"),
        ("2018-11-09", "2018-11-09"),
        ("9/11 2018", "9/11 2018"),
        ("KS-2018/451.181", None),
        ("130/14", None),
        ("klockan 15.30–17.10, 40 000 kr, 1/2-dag", None),
        ("4 majestätiska, 3 augustiniermunkar", None),
        ("Paragraf 12/18:3", None),
    ],
)
def test_what_is_a_date(text: str, date: str | None) -> None:
    source = replace(SOURCE, link="", items=(), footnotes=(), note=text)
    found = left(copied(link="", items=(), footnotes=(), note=text), source)
    assert [each.sentence.split("”")[1] for each in found] == ([date] if date else [])
