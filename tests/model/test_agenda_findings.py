"""Findings: few on a good agenda, exact words on a bad one."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.findings import Finding, Level
from hubra_desktop.model.records.meeting import (
    Footnote,
    HouseStyle,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
)
from hubra_desktop.model.terms import ItemKind
from tests.model.agendas import (
    BREAK,
    CATARINA,
    DECISION,
    FORMALITY,
    HEADING,
    OTHER,
    digital_place,
    meeting,
    past_midnight,
    person,
    row,
    source_agenda,
    sub_items,
    supplementary_list,
)

STYLE = HouseStyle()


def found(sheet: Meeting, finding_id: str) -> list[Finding]:
    return [each for each in findings(sheet, STYLE) if each.id == finding_id]


def sentences(*items: Item, finding_id: str, end: str | None = None) -> list[str]:
    return [each.sentence for each in found(meeting(*items, end=end), finding_id)]


def warnings(sheet: Meeting) -> list[str]:
    return [each.id for each in findings(sheet, STYLE) if each.level is not Level.TIP]


def decision(item_id: str, duration: int | None = 10, pin: str | None = None) -> Item:
    return row(item_id, DECISION, duration, pin=pin)


def test_the_source_gives_two_tips() -> None:
    assert findings(source_agenda(), STYLE) == (
        Finding(
            id="no_presenter",
            level=Level.TIP,
            sentence="Ärende 6 saknar föredragande.",
            item_id="6",
            field="presenters",
        ),
        Finding(
            id="other_questions_untimed",
            level=Level.TIP,
            sentence="Övriga frågor har ingen tid.",
            item_id="7",
            field="time",
        ),
    )


def test_the_quirky_agendas_give_the_warnings_they_deserve() -> None:
    assert warnings(sub_items()) == ["number_gap"]
    assert warnings(past_midnight()) == []
    assert warnings(supplementary_list()) == ["late_addition"]
    assert warnings(digital_place()) == []


def test_a_pinned_pause_that_clashes() -> None:
    [clash] = found(source_agenda(second=35, pause_pin="16:20"), "clash")
    assert clash.sentence == (
        "Krock: Paus börjar 16.20 men ärende 3 slutar 16.30 – 10 minuter för sent."
    )
    assert (clash.item_id, clash.field, clash.level) == ("paus", "time", Level.WARNING)


def test_the_house_style_writes_the_times() -> None:
    sheet = source_agenda(second=35, pause_pin="16:20")
    clash = next(each for each in findings(sheet, HouseStyle(time_separator=":")))
    assert "16:20" in clash.sentence


def test_a_gap_names_both_sides() -> None:
    assert sentences(
        decision("3", 50), row("p", BREAK, 10, pin="16:30", title="Paus"), finding_id="gap"
    ) == ["Lucka på 10 minuter mellan ärende 1 (slutar 16.20) och Paus (börjar 16.30)."]


def test_gaps_and_clashes_with_the_meetings_start() -> None:
    assert sentences(decision("1", pin="15:31"), finding_id="gap") == [
        "Lucka på 1 minut mellan sammanträdets början (15.30) och ärende 1 (börjar 15.31)."
    ]
    assert sentences(decision("1", pin="15:00"), finding_id="clash") == [
        "Krock: ärende 1 börjar 15.00 men sammanträdet börjar 15.30 – 30 minuter för tidigt."
    ]


def test_gaps_after_headings_and_inside_parents() -> None:
    heading = row("h", HEADING, title="Beslut", pin="15:40")
    assert sentences(heading, decision("1", pin="15:45"), finding_id="gap") == [
        (
            "Lucka på 10 minuter mellan sammanträdets början (15.30) och rubriken ”Beslut” "
            "(börjar 15.40)."
        ),
        "Lucka på 5 minuter mellan rubriken ”Beslut” (börjar 15.40) och ärende 1 (börjar 15.45).",
    ]
    child = row("a", DECISION, 10, level=1, pin="15:35")
    assert sentences(decision("1", 20), child, finding_id="gap") == [
        "Lucka på 5 minuter mellan ärende 1 (börjar 15.30) och ärende 1a (börjar 15.35)."
    ]
    early = row("a", DECISION, 10, level=1, pin="15:20")
    assert sentences(decision("1", 20), early, finding_id="clash") == [
        "Krock: ärende 1a börjar 15.20 men ärende 1 börjar 15.30 – 10 minuter för tidigt."
    ]


def test_a_parallel_row_may_start_later() -> None:
    rows = (decision("1", 30), row("2", DECISION, 10, pin="15:40", parallel=True))
    assert sentences(*rows, finding_id="gap") == []


def test_too_long_and_too_short() -> None:
    assert sentences(decision("1", 70), end="16:30", finding_id="too_long") == [
        "För långt: sammanträdet slutar 16.40 men är kallat till 16.30 – 10 minuter för mycket."
    ]
    assert sentences(decision("1", 50), end="16:30", finding_id="ends_early") == [
        "Ärendena slutar 16.20, 10 minuter före den planerade sluttiden 16.30."
    ]
    assert sentences(decision("1", 60), end="16:30", finding_id="ends_early") == []
    assert sentences(decision("1"), decision("2", None), end="16:30", finding_id="ends_early") == []


def test_an_open_row_that_hides_the_next() -> None:
    rows = (decision("1", None), decision("2"), decision("3", None), decision("4"))
    [finding] = found(meeting(*rows), "open_time")
    assert finding.sentence == (
        "Öppen tid: ärende 1 har ingen längd, så det går inte att säga när ärende 2 börjar."
    )
    assert finding.item_id == "1"


def test_an_open_row_before_a_pin_hides_nothing() -> None:
    rows = (decision("1", None), decision("2", pin="16:00"), decision("3", None))
    assert sentences(*rows, finding_id="open_time") == []


def test_other_questions_without_a_title_or_among_untimed_rows() -> None:
    assert sentences(
        decision("1"), row("2", OTHER, title=""), finding_id="other_questions_untimed"
    ) == ["Ärende 2 har ingen tid."]
    assert sentences(row("2", OTHER), finding_id="other_questions_untimed") == []


@pytest.mark.parametrize(("child", "level"), [(30, Level.WARNING), (10, Level.TIP)])
def test_sums_that_differ(child: int, level: Level) -> None:
    sheet = meeting(decision("1", 20), row("a", DECISION, child, level=1))
    [finding] = found(sheet, "sum_differs")
    assert finding.level is level
    assert finding.sentence == (
        f"Underpunkterna till ärende 1 tar {child} minuter men ärendet har 20 minuter."
    )


def booked(item_id: str, who: Presenter, *, parallel: bool = False, level: int = 0) -> Item:
    return row(item_id, DECISION, 20, presenters=(who,), parallel=parallel, level=level)


def test_a_presenter_in_two_rooms_at_once() -> None:
    other_spelling = person(" catarina  klockerud")
    rows = (booked("1", CATARINA), booked("2", other_spelling, parallel=True))
    [finding] = found(meeting(*rows), "presenter_twice")
    assert finding.sentence == (
        "catarina  klockerud föredrar på två ställen samtidigt: "
        "ärende 1 (15.30–15.50) och ärende 2 (15.30–15.50)."
    )
    assert (finding.item_id, finding.field) == ("2", "presenters")


def test_ids_decide_who_is_the_same() -> None:
    one = Presenter(name="Bo Ek", person_id="1")
    other = Presenter(name="Bo Ek", person_id="2")
    for second, count in ((one, 1), (other, 0), (Presenter(name="Bo Ek"), 1)):
        rows = (booked("1", one), booked("2", second, parallel=True))
        assert len(sentences(*rows, finding_id="presenter_twice")) == count


def test_no_double_booking_in_turn_for_bodies_or_within_one_item() -> None:
    body = Presenter(unit="polisen")
    for rows in (
        (booked("1", CATARINA), booked("2", CATARINA)),
        (booked("1", body), booked("2", body, parallel=True)),
        (booked("1", CATARINA), booked("1a", CATARINA, level=1)),
        (row("1", DECISION, presenters=(CATARINA,)), booked("2", CATARINA, parallel=True)),
    ):
        assert sentences(*rows, finding_id="presenter_twice") == []


def test_ninety_minutes_without_a_break() -> None:
    assert sentences(decision("1", 90), finding_id="no_break") == []
    [finding] = found(meeting(decision("1", 60), decision("2", 31)), "no_break")
    assert finding.sentence == (
        "91 minuter utan paus, från 15.30 till 17.01. Lägg gärna in en paus."
    )
    assert finding.item_id == "2"


def test_breaks_and_dead_time_part_the_stretches() -> None:
    pause = row("p", BREAK, 10)
    assert (
        sentences(pause, decision("1", 80), pause, decision("2", 80), finding_id="no_break") == []
    )
    rows = (decision("1", 60), decision("2", 60, pin="16:35"))
    assert sentences(*rows, finding_id="no_break") == []
    short = (decision("1", 60), decision("2", 60, pin="16:34"))
    assert len(sentences(*short, finding_id="no_break")) == 1


def test_an_open_row_fills_the_time_to_the_next_pin() -> None:
    rows = (row("h", HEADING), decision("1", None), row("p", BREAK, 10, pin="17:30"))
    assert sentences(*rows, finding_id="no_break") == [
        "120 minuter utan paus, från 15.30 till 17.30. Lägg gärna in en paus."
    ]
    stranded = (decision("1", None), decision("2", 100))
    assert sentences(*stranded, finding_id="no_break") == []


def test_a_break_among_sub_items_counts() -> None:
    rows = (
        decision("1", 170),
        row("a", DECISION, 80, level=1),
        row("p", BREAK, 10, level=1),
        row("b", DECISION, 80, level=1),
    )
    assert sentences(*rows, finding_id="no_break") == []


def test_place_and_items_are_needed() -> None:
    empty = meeting(row("p", BREAK, 10), row("1", withdrawn=True), place=" ")
    assert [(each.id, each.level, each.field) for each in findings(empty, STYLE)] == [
        ("no_place", Level.STOP, "head.place"),
        ("no_items", Level.STOP, "items"),
    ]
    assert found(replace(empty, link="https://example.org/rum"), "no_place") == []


@pytest.mark.parametrize(
    ("notice", "sentence"),
    [
        (date(2018, 3, 2), "Kallelsen är daterad 5 dagar före sammanträdet."),
        (date(2018, 3, 6), "Kallelsen är daterad 1 dag före sammanträdet."),
        (date(2018, 3, 7), "Kallelsen är daterad samma dag som sammanträdet."),
        (date(2018, 3, 8), "Kallelsen är daterad efter sammanträdet."),
    ],
)
def test_short_notice(notice: date, sentence: str) -> None:
    [finding] = found(meeting(decision("1"), notice=notice), "short_notice")
    assert finding.sentence == f"{sentence} Den ska ut minst 7 dagar före."
    assert finding.field == "head.notice_date"


def test_notice_days_are_the_bodys_own() -> None:
    sheet = meeting(decision("1"), notice=date(2018, 3, 2))
    assert findings(sheet, STYLE, notice_days=5) == ()
    [missing] = findings(replace(sheet, notice_date=None), STYLE, notice_days=5)
    assert (missing.id, missing.level) == ("notice_date_missing", Level.WARNING)


def test_late_additions_are_named_together() -> None:
    [finding] = found(supplementary_list(), "late_addition")
    assert finding.sentence == (
        "Ärende 7 och 8 lades till 2 dagar före sammanträdet, senare än 7 dagar före."
    )
    early = row("1", DECISION, 10, added_late=date(2018, 2, 28))
    assert findings(meeting(early), STYLE) == ()


def test_a_pre_meeting_comes_before() -> None:
    sheet = replace(
        meeting(decision("1")),
        pre_meetings=(
            PreMeeting(group="Koalitionen", start=945),
            PreMeeting(start=930),
            PreMeeting(start=929),
            PreMeeting(),
        ),
    )
    assert [each.sentence for each in found(sheet, "pre_meeting_after_start")] == [
        "Förmötet för Koalitionen börjar 15.45 men sammanträdet börjar redan 15.30.",
        "Förmötet börjar 15.30 men sammanträdet börjar redan 15.30.",
    ]


def test_numbers_twice_and_gaps() -> None:
    rows = [row(str(at), FORMALITY, number=number) for at, number in enumerate(["3", "3", "5"])]
    assert sentences(*rows, finding_id="number_twice") == [
        "Numret 3 står på två ärenden. Ändra det ena."
    ]
    assert sentences(*rows, finding_id="number_gap") == [
        "Lucka i numreringen: efter ärende 3 kommer ärende 5, så 4 saknas."
    ]
    for number, missing in (("4", "2 och 3"), ("999999", "2 till 999998")):
        assert sentences(
            row("1", FORMALITY), row("2", FORMALITY, number=number), finding_id="number_gap"
        ) == [f"Lucka i numreringen: efter ärende 1 kommer ärende {number}, så {missing} saknas."]
    assert sentences(row("1"), row("2", number="130/14"), row("3"), finding_id="number_gap") == []


def test_closed_rows_need_a_public_title() -> None:
    closed = replace(decision("1"), closed=True)
    [finding] = findings(meeting(closed), STYLE)
    assert (finding.id, finding.level, finding.field) == (
        "closed_without_public_title",
        Level.STOP,
        "public_title",
    )
    assert finding.sentence.startswith("Ärende 1 går bakom stängda dörrar")
    assert findings(meeting(replace(closed, public_title="Sekretessärende")), STYLE) == ()


def test_rows_without_titles() -> None:
    rows = (row("1", DECISION, title=" "), row("h", HEADING, title=""), row("p", BREAK, title=""))
    assert sentences(*rows, finding_id="no_title") == [
        "Ärende 1 saknar rubrik.",
        "En rubrik saknar text.",
    ]


def test_case_numbers_are_only_asked_about() -> None:
    odd = replace(decision("1"), case_number="se mejl")
    [finding] = findings(meeting(odd), STYLE)
    assert (finding.id, finding.level) == ("case_number_form", Level.TIP)
    assert finding.sentence == (
        "”se mejl” på ärende 1 liknar inget vanligt diarienummer. Stämmer det?"
    )


def test_stops_come_first() -> None:
    sheet = meeting(row("1", title=""), decision("2", None), decision("3"), notice=None, place="")
    levels = [each.level for each in findings(sheet, STYLE)]
    assert levels == sorted(levels, key=list(Level).index)
    assert set(levels) == set(Level)


_rows = st.builds(
    Item,
    kind=st.sampled_from(ItemKind),
    title=st.sampled_from(["", "Rubrik"]),
    number_typed=st.sampled_from(["", "", "3", "9 A", "130/14"]),
    duration=st.none() | st.integers(0, 200),
    pin=st.none() | st.integers(0, 1500),
    level=st.integers(0, 1),
    closed=st.booleans(),
    parallel=st.booleans(),
    withdrawn=st.booleans(),
    presenters=st.sampled_from([(), (CATARINA,)]),
)


@given(st.lists(_rows, max_size=8))
def test_every_finding_is_a_sentence_that_leads_somewhere(items: list[Item]) -> None:
    rows = [replace(item, id=str(place)) for place, item in enumerate(items)]
    for each in findings(meeting(*rows, end="17:30"), STYLE):
        assert each.sentence[0].isupper() or each.sentence[0].isdigit()
        assert each.sentence[-1] in ".?"
        assert "None" not in each.sentence
        assert each.field
        if each.item_id is not None and each.field != "number":
            assert not rows[int(each.item_id)].withdrawn


def test_weekdays_in_what_is_printed_are_held_to_their_dates() -> None:
    sheet = replace(
        source_agenda(),
        note="Välkomna onsdag den 8 mars 2018",
        footnotes=(Footnote(id="f", text="Anmälan senast fredag den 2 mars 2018"),),
        items=(Item(id="i", title="Möte måndag den 6 mars 2018"),),
    )
    wrong = found(sheet, "wrong_weekday")
    assert [(each.item_id, each.field) for each in wrong] == [(None, "head.note"), ("i", "title")]
    assert wrong[0].sentence == "Den 8 mars 2018 är en torsdag, inte en onsdag."
